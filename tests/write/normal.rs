//! What a run changes, what it leaves alone and what it reports.

use std::fs;
use std::path::PathBuf;

use taiyaku::output::Content;
use taiyaku::path::OutPath;
use taiyaku::write::{MANIFEST, Method, Progress, write};

use crate::{Site, output, pairs, paths, published, tree};
#[cfg(unix)]
use crate::{identity, mode, set_mode};

#[test]
fn a_site_is_written_again_with_only_what_changed() {
    let site = Site::new();
    let first = site.write(&[("index.html", "one"), ("ja/受取/index.html", "受取"), ("old/deep/x.txt", "x")]).unwrap();
    assert_eq!((first.method, first.written, first.unchanged, first.removed), (Method::Swapped, 3, 0, 0));
    let public = site.path("public");
    let page = public.join("ja/受取/index.html");
    #[cfg(unix)]
    let before = identity(&page);

    let files = [("index.html", "two"), ("ja/受取/index.html", "受取"), ("old", "now a file")];
    let second = site.write(&files).unwrap();
    assert_eq!((second.written, second.unchanged, second.removed), (2, 1, 1));
    assert_eq!((second.edited, second.kept, second.left), (Vec::new(), Vec::new(), Vec::new()));
    assert_eq!(published(&public), pairs(&files));
    #[cfg(unix)]
    assert_eq!(identity(&page), before, "an unchanged file keeps its inode and time");
    site.assert_clean();
}

#[cfg(unix)]
#[test]
fn a_site_without_changes_is_not_touched_at_all() {
    let site = Site::new();
    let files = [("index.html", "one"), ("ja/index.html", "two")];
    site.write(&files).unwrap();
    let public = site.path("public");
    let before = [&*public, &public.join(MANIFEST), &public.join("ja")].map(identity);
    let report = site.write(&files).unwrap();
    assert_eq!((report.method, report.written, report.unchanged), (Method::Untouched, 0, 2));
    assert_eq!([&*public, &public.join(MANIFEST), &public.join("ja")].map(identity), before);
}

#[test]
fn the_same_site_gives_the_same_bytes_whatever_was_there_before() {
    let (one, other) = (Site::new(), Site::new());
    let files = [("b/x", "1"), ("a", "2"), ("ja/あ.html", "3")];
    other.write(&[("a", "old"), ("c", "gone")]).unwrap();
    for site in [&one, &other] {
        site.write(&files).unwrap();
    }
    assert_eq!(tree(&one.path("public")), tree(&other.path("public")));
}

#[cfg(unix)]
#[test]
fn what_others_put_there_stays_as_it_is_and_is_reported() {
    let site = Site::new();
    site.write(&[("index.html", "one"), ("ja/index.html", "一")]).unwrap();
    let public = site.path("public");
    fs::create_dir_all(public.join(".well-known/deep/empty")).unwrap();
    fs::write(public.join(".well-known/deep/key"), "key").unwrap();
    fs::write(public.join("ja/memo.txt"), "memo").unwrap();
    fs::write(public.join(".taiyaku-wish.txt"), "a name that only looks like ours").unwrap();
    std::os::unix::fs::symlink("../content", public.join("link")).unwrap();
    set_mode(&public.join(".well-known"), 0o750);
    let before = identity(&public.join(".well-known/deep/key"));

    for (text, memo) in [("two", "ja/memo.txt"), ("three", "ja/")] {
        let report = site.write(&[("index.html", text)]).unwrap();
        assert_eq!(report.method, Method::Swapped);
        assert_eq!(report.kept, paths(&[".taiyaku-wish.txt", ".well-known/", memo, "link"]));
    }
    assert_eq!(identity(&public.join(".well-known/deep/key")), before);
    assert_eq!(mode(&public.join(".well-known")), 0o750);
    let expected = [
        (".taiyaku-wish.txt", "a name that only looks like ours"),
        (".well-known/deep/key", "key"),
        ("index.html", "three"),
        ("ja/memo.txt", "memo"),
        ("link", "-> ../content"),
    ];
    assert_eq!(published(&public), pairs(&expected));
    assert!(public.join(".well-known/deep/empty").is_dir());
    site.assert_clean();
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8_belongs_to_others() {
    use std::os::unix::ffi::OsStrExt;
    let site = Site::new();
    site.write(&[("index.html", "one")]).unwrap();
    let strange = site.path("public").join(std::ffi::OsStr::from_bytes(b"\x83R\x83s\x81[.txt"));
    fs::write(&strange, "mine").unwrap();
    site.write(&[("index.html", "two")]).unwrap();
    assert_eq!(fs::read_to_string(strange).unwrap(), "mine");
}

#[test]
fn a_file_of_ours_that_somebody_changed_is_replaced_or_removed_and_reported() {
    let site = Site::new();
    site.write(&[("a", "one"), ("b", "two"), ("c", "three"), ("d", "four")]).unwrap();
    for (name, text) in [("a", "eno"), ("b", "longer than before"), ("c", "eerht")] {
        fs::write(site.path("public").join(name), text).unwrap();
    }
    let report = site.write(&[("a", "one"), ("b", "two"), ("d", "4")]).unwrap();
    let edited: Vec<&str> = report.edited.iter().map(OutPath::as_str).collect();
    assert_eq!(edited, ["a", "b", "c"]);
    assert_eq!(published(&site.path("public")), pairs(&[("a", "one"), ("b", "two"), ("d", "4")]));
}

#[cfg(unix)]
#[test]
fn modes_are_the_same_on_every_machine() {
    let site = Site::new();
    let odd = site.path("content/odd.pdf");
    fs::write(&odd, "pdf").unwrap();
    let mut output = output(&[("index.html", "one"), ("ja/index.html", "two")]);
    let asset = Content::File { path: odd.clone(), size: 3 };
    output.insert(OutPath::new("odd.pdf").unwrap(), asset, "content/odd.pdf").unwrap();
    let public = site.path("public");
    for odd_mode in [0o6755, 0o1600, 0o444] {
        set_mode(&odd, odd_mode);
        write(&output, &site.target(&public), &|_| {}).unwrap();
        set_mode(&public.join("index.html"), 0o600);
        write(&output, &site.target(&public), &|_| {}).unwrap();
        let files = [("index.html", 0o644), ("odd.pdf", 0o644), (MANIFEST, 0o644)];
        for (name, expected) in [("", 0o755), ("ja", 0o755)].into_iter().chain(files) {
            assert_eq!(mode(&public.join(name)), expected, "{name}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_folder_behind_a_link_is_written_in_place() {
    let site = Site::new();
    let real = site.path("elsewhere");
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, site.path("public")).unwrap();
    let first = [("a/x.html", "1"), ("b", "2"), ("c/d/e.css", "3"), ("same", "4")];
    assert_eq!(site.write(&first).unwrap().method, Method::InPlace);
    fs::write(real.join("a/mine.txt"), "mine").unwrap();
    let before = [&*real, &real.join("same")].map(|path| identity(path).0);

    let second = [("a/y.html", "1"), ("b/c.html", "2"), ("c/d", "3"), ("same", "4")];
    let report = site.write(&second).unwrap();
    assert_eq!((report.method, report.written, report.unchanged, report.removed), (Method::InPlace, 3, 1, 3));
    assert_eq!(report.kept, paths(&["a/mine.txt"]));
    assert!(site.path("public").is_symlink());
    let expected = [("a/mine.txt", "mine"), ("a/y.html", "1"), ("b/c.html", "2"), ("c/d", "3"), ("same", "4")];
    assert_eq!(published(&real), pairs(&expected));
    assert_eq!([&*real, &real.join("same")].map(|path| identity(path).0), before);
    assert_eq!(site.write(&second).unwrap().method, Method::Untouched);
    site.assert_clean();
}

#[cfg(unix)]
#[test]
fn a_folder_of_others_that_cannot_be_remade_is_left_where_it_is() {
    let site = Site::new();
    site.write(&[("index.html", "one")]).unwrap();
    let closed = site.path("public/closed");
    fs::create_dir(&closed).unwrap();
    set_mode(&closed, 0o000);
    let before = identity(&closed).0;
    let report = site.write(&[("index.html", "two")]).unwrap();
    assert_eq!((report.method, report.kept), (Method::InPlace, paths(&["closed/"])));
    assert_eq!((identity(&closed).0, mode(&closed)), (before, 0));
    set_mode(&closed, 0o755);
    assert_eq!(published(&site.path("public")), pairs(&[("index.html", "two")]));
    site.assert_clean();
}

#[test]
fn what_others_add_while_we_write_is_not_lost() {
    let site = Site::new();
    site.write(&[("index.html", "one"), ("x", "1")]).unwrap();
    let public = site.path("public");
    fs::write(public.join("note"), "first").unwrap();
    let add = |_: Progress| {
        fs::create_dir_all(public.join("late")).unwrap();
        fs::write(public.join("late/comer"), "late").unwrap();
        // As editors save: a new file takes the place of the older one.
        fs::write(public.join("note~"), "second").unwrap();
        fs::rename(public.join("note~"), public.join("note")).unwrap();
    };
    let report = write(&output(&[("index.html", "two")]), &site.target(&public), &add).unwrap();
    assert_eq!(report.left, Vec::<PathBuf>::new());
    let expected = [("index.html", "two"), ("late/comer", "late"), ("note", "second")];
    assert_eq!(published(&public), pairs(&expected));
    site.assert_clean();
}
