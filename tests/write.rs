//! The writer on a real disk: what it refuses, what it leaves alone, and what a killed run leaves behind.

#![expect(clippy::disallowed_methods, reason = "tests look at a real disk, take time and run processes")]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly, its helpers too")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use taiyaku::output::{Content, Output};
use taiyaku::path::OutPath;
use taiyaku::write::{
    AssetTrouble, MANIFEST, ManifestProblem, Method, Progress, Refusal, Relation, Report, Target, WriteError, write,
};
use tempfile::TempDir;

/// A site's folder, with sources in it and a place for the output.
struct Site {
    folder: TempDir,
}

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for source in ["content", "themes", ".git"] {
            fs::create_dir(folder.path().join(source)).unwrap();
        }
        Self { folder }
    }

    fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    fn target(&self, out: &Path) -> Target {
        target(self.folder.path(), out)
    }

    fn write(&self, files: &[(&str, &str)]) -> Result<Report, WriteError> {
        write(&output(files), &self.target(&self.path("public")), &|_| {})
    }

    /// What writing to a folder is refused for.
    fn refusal(&self, out: &Path) -> Refusal {
        let before = tree(self.folder.path());
        let error = write(&output(&[("index.html", "new")]), &self.target(out), &|_| {}).unwrap_err();
        assert_eq!(tree(self.folder.path()), before, "something was written to {}", out.display());
        match error {
            WriteError::Refused(refusal) => refusal,
            other => panic!("{other}"),
        }
    }

    /// Nothing of the writer may lie about.
    fn assert_clean(&self) {
        let is_litter = |name: &std::ffi::OsStr| {
            let name = name.to_string_lossy();
            name.starts_with(".taiyaku-staging") || name.starts_with(".taiyaku-lock")
        };
        let litter = tree(self.folder.path()).into_keys().filter(|path| path.iter().any(is_litter));
        assert_eq!(litter.collect::<Vec<_>>(), Vec::<PathBuf>::new());
    }
}

fn target(root: &Path, out: &Path) -> Target {
    Target {
        out: out.to_path_buf(),
        root: root.to_path_buf(),
        sources: ["content", "themes", "locales"].map(|source| root.join(source)).to_vec(),
        home: None,
        adopt: false,
    }
}

fn output(files: &[(&str, &str)]) -> Output {
    let mut output = Output::new();
    for (path, text) in files {
        output.insert(OutPath::new(path).unwrap(), Content::from((*text).to_owned()), *path).unwrap();
    }
    output
}

/// Everything in a folder: the text of a file, the target of a link, `/` for a folder.
fn tree(folder: &Path) -> BTreeMap<PathBuf, String> {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap);
    let look = |entry: &walkdir::DirEntry| match entry.file_type() {
        kind if kind.is_dir() => "/".to_owned(),
        kind if kind.is_symlink() => format!("-> {}", fs::read_link(entry.path()).unwrap().display()),
        _ => String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned(),
    };
    entries.map(|entry| (entry.path().strip_prefix(folder).unwrap().to_path_buf(), look(&entry))).collect()
}

/// The files of a folder, without its manifest.
fn published(folder: &Path) -> Vec<(String, String)> {
    let files = tree(folder).into_iter().filter(|(path, text)| text != "/" && path != Path::new(MANIFEST));
    files.map(|(path, text)| (path.to_string_lossy().into_owned(), text)).collect()
}

fn pairs(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn paths(names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(PathBuf::from).collect()
}

/// Inode and time.
#[cfg(unix)]
fn identity(path: &Path) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::metadata(path).unwrap();
    (metadata.ino(), metadata.mtime(), metadata.mtime_nsec())
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&fs::symlink_metadata(path).unwrap().permissions()) & 0o7777
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
}

// ---- Refusals ----

#[test]
fn a_folder_that_mixes_with_the_sources_is_refused() {
    let site = Site::new();
    fs::create_dir_all(site.path("content/apply")).unwrap();
    fs::write(site.path("content/apply/index.ja.md"), "text").unwrap();
    for (out, source, relation) in [
        ("content", "content", Relation::Same),
        ("content/public", "content", Relation::Inside),
        ("content/apply/x/y", "content", Relation::Inside),
        ("public/../themes", "themes", Relation::Same),
        ("locales", "locales", Relation::Same),
        (".git/public", ".git", Relation::Inside),
        ("", "", Relation::Same),
        ("content/..", "", Relation::Same),
        ("..", "", Relation::Contains),
    ] {
        match site.refusal(&site.path(out)) {
            Refusal::Source { source: named, relation: found, .. } => {
                assert_eq!(named.components().as_path(), site.path(source).components().as_path(), "{out}");
                assert_eq!(found, relation, "{out}");
            }
            other => panic!("{out}: {other:?}"),
        }
    }
}

#[test]
fn the_root_of_the_disk_and_the_home_folder_are_refused() {
    let site = Site::new();
    assert!(matches!(site.refusal(Path::new("/")), Refusal::FileSystemRoot { .. }));
    let people = tempfile::tempdir().unwrap();
    let home = people.path().join("me");
    for out in [&*home, people.path()] {
        let target = Target { home: Some(home.clone()), ..site.target(out) };
        let error = write(&output(&[]), &target, &|_| {}).unwrap_err();
        assert!(matches!(error, WriteError::Refused(Refusal::Home { .. })), "{error}");
    }
    let target = Target { home: Some(home.clone()), ..site.target(&home.join("public")) };
    write(&output(&[]), &target, &|_| {}).unwrap();
}

#[cfg(unix)]
#[test]
fn a_link_to_the_sources_is_seen_through() {
    let site = Site::new();
    std::os::unix::fs::symlink(site.path("content"), site.path("public")).unwrap();
    assert!(matches!(site.refusal(&site.path("public")), Refusal::Source { relation: Relation::Same, .. }));
    assert!(matches!(site.refusal(&site.path("public/x")), Refusal::Source { relation: Relation::Inside, .. }));
    std::os::unix::fs::symlink("nowhere", site.path("dangling")).unwrap();
    assert!(matches!(site.refusal(&site.path("dangling")), Refusal::NotAFolder { .. }));
}

#[test]
fn a_file_in_the_path_is_refused_and_named() {
    let site = Site::new();
    fs::write(site.path("file"), "mine").unwrap();
    let real = site.folder.path().canonicalize().unwrap().join("file");
    for out in ["file", "file/public"] {
        match site.refusal(&site.path(out)) {
            Refusal::NotAFolder { part, .. } => assert_eq!(part, real),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_folder_with_files_and_no_manifest_is_refused_unless_it_is_adopted() {
    let site = Site::new();
    fs::create_dir_all(site.path("public/photos")).unwrap();
    fs::write(site.path("public/photos/cat.jpg"), "meow").unwrap();
    assert!(matches!(site.refusal(&site.path("public")), Refusal::NotEmpty { .. }));

    let target = Target { adopt: true, ..site.target(&site.path("public")) };
    let report = write(&output(&[("index.html", "new")]), &target, &|_| {}).unwrap();
    assert_eq!(report.kept, paths(&["photos/"]));
    assert_eq!(published(&site.path("public")), pairs(&[("index.html", "new"), ("photos/cat.jpg", "meow")]));
    assert_eq!(site.write(&[("index.html", "newer")]).unwrap().kept, paths(&["photos/"]));
    site.assert_clean();
}

#[test]
fn a_manifest_that_cannot_be_trusted_is_refused() {
    let site = Site::new();
    site.write(&[("index.html", "old")]).unwrap();
    let manifest = site.path("public").join(MANIFEST);
    let good = fs::read_to_string(&manifest).unwrap();
    for (text, expected) in [
        ("half", ManifestProblem::Corrupt),
        (&good.replace("index.html", "../victim"), ManifestProblem::Corrupt),
        (&good.replace("\"version\": 1", "\"version\": 7"), ManifestProblem::Version(7)),
    ] {
        fs::write(&manifest, text).unwrap();
        match site.refusal(&site.path("public")) {
            Refusal::Manifest { problem, .. } => assert_eq!(problem, expected),
            other => panic!("{other:?}"),
        }
    }
    fs::remove_file(&manifest).unwrap();
    fs::create_dir(&manifest).unwrap();
    let refusal = site.refusal(&site.path("public"));
    assert!(matches!(refusal, Refusal::Manifest { problem: ManifestProblem::Unreadable, .. }), "{refusal:?}");
}

#[test]
fn what_others_put_where_the_site_needs_a_name_is_refused_all_at_once() {
    let site = Site::new();
    site.write(&[("index.html", "old")]).unwrap();
    let public = site.path("public");
    fs::write(public.join("ja"), "a file").unwrap();
    fs::create_dir_all(public.join("en/index.html/deep")).unwrap();
    fs::write(public.join("same.txt"), "same").unwrap();
    fs::write(public.join("other.txt"), "theirs").unwrap();
    let new = [("ja/index.html", "x"), ("en/index.html", "x"), ("same.txt", "same"), ("other.txt", "ours")];
    let before = tree(&public);
    match site.write(&new).unwrap_err() {
        WriteError::Refused(Refusal::InTheWay { names, .. }) => {
            assert_eq!(names, paths(&["en/index.html/deep", "ja", "other.txt"]));
        }
        other => panic!("{other}"),
    }
    assert_eq!(tree(&public), before);
    site.assert_clean();
}

// ---- Writing ----

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

#[test]
fn a_second_writer_is_told_to_wait() {
    let site = Site::new();
    site.write(&[("index.html", "one")]).unwrap();
    let target = site.target(&site.path("public"));
    let third = output(&[("index.html", "three")]);
    let refused = Mutex::new(Vec::new());
    let intrude = |_: Progress| refused.lock().unwrap().push(write(&third, &target, &|_| {}));
    write(&output(&[("index.html", "two")]), &target, &intrude).unwrap();
    let refused = refused.into_inner().unwrap();
    assert!(!refused.is_empty());
    for result in refused {
        assert!(matches!(result, Err(WriteError::Locked { .. })), "{result:?}");
    }
    assert_eq!(published(&site.path("public")), pairs(&[("index.html", "two")]));
    write(&third, &target, &|_| {}).unwrap();
    site.assert_clean();
}

#[test]
fn writers_that_race_leave_one_whole_site() {
    let site = Site::new();
    let target = site.target(&site.path("public"));
    let sites: Vec<Output> = (0..4).map(|number| numbered(200, number)).collect();
    for _ in 0..10 {
        let done: Vec<_> = thread::scope(|scope| {
            let writers: Vec<_> = sites.iter().map(|site| scope.spawn(|| write(site, &target, &|_| {}))).collect();
            writers.into_iter().map(|writer| writer.join().unwrap()).collect()
        });
        let wrote = done.iter().filter(|result| !matches!(result, Err(WriteError::Locked { .. })));
        assert!(wrote.clone().count() > 0 && wrote.clone().all(Result::is_ok), "{done:?}");
        let now = published(&target.out);
        assert!(sites.iter().any(|site| now == texts(site)));
        site.assert_clean();
    }
}

// ---- Faults ----

#[test]
fn files_that_vanish_or_change_while_they_are_copied_are_all_named_and_the_last_site_stays() {
    let site = Site::new();
    site.write(&[("index.html", "one")]).unwrap();
    fs::write(site.path("content/grown.pdf"), "12345").unwrap();
    fs::create_dir(site.path("content/folder.pdf")).unwrap();
    let mut output = output(&[("index.html", "two")]);
    for name in ["gone.pdf", "grown.pdf", "folder.pdf"] {
        let content = Content::File { path: site.path("content").join(name), size: 3 };
        output.insert(OutPath::new(name).unwrap(), content, name).unwrap();
    }
    let error = write(&output, &site.target(&site.path("public")), &|_| {}).unwrap_err();
    let WriteError::Assets(faults) = error else { panic!("{error}") };
    let named: Vec<_> = faults.iter().map(|fault| (fault.output.as_str(), &fault.trouble)).collect();
    let [("folder.pdf", AssetTrouble::Gone), ("gone.pdf", AssetTrouble::Gone), ("grown.pdf", grown)] = named[..] else {
        panic!("{named:?}")
    };
    assert!(matches!(grown, AssetTrouble::Size { expected: 3, found: 5 }), "{grown:?}");
    assert_eq!(faults[1].path, site.path("content/gone.pdf"));
    assert_eq!(published(&site.path("public")), pairs(&[("index.html", "one")]));
    site.assert_clean();
}

#[test]
fn a_file_that_is_whole_again_in_time_is_copied() {
    let site = Site::new();
    let path = site.path("content/slow.pdf");
    let mut output = Output::new();
    let content = Content::File { path: path.clone(), size: 4 };
    output.insert(OutPath::new("slow.pdf").unwrap(), content, "content/slow.pdf").unwrap();
    fs::write(&path, "").unwrap();
    let editor = thread::spawn(move || {
        thread::sleep(Duration::from_millis(50));
        fs::write(&path, "full").unwrap();
    });
    write(&output, &site.target(&site.path("public")), &|_| {}).unwrap();
    editor.join().unwrap();
    assert_eq!(published(&site.path("public")), pairs(&[("slow.pdf", "full")]));
}

#[test]
fn a_large_file_is_streamed_with_progress_and_kept_when_it_is_the_same() {
    let site = Site::new();
    let path = site.path("content/film.mp4");
    let bytes = b"a film of a fish being baked".repeat(1 << 20);
    fs::write(&path, &bytes).unwrap();
    let mut output = Output::new();
    let size = bytes.len() as u64;
    output.insert(OutPath::new("film.mp4").unwrap(), Content::File { path, size }, "content/film.mp4").unwrap();
    let seen = Mutex::new(Vec::new());
    let target = site.target(&site.path("public"));
    write(&output, &target, &|progress| seen.lock().unwrap().push(progress)).unwrap();
    let seen = seen.into_inner().unwrap();
    assert!(seen.len() >= 3, "{seen:?}");
    assert_eq!(seen.last().unwrap(), &Progress { files_done: 1, files: 1, bytes_done: size, bytes: size });
    assert!(fs::read(target.out.join("film.mp4")).unwrap() == bytes);
    assert_eq!(write(&output, &target, &|_| {}).unwrap().method, Method::Untouched);
}

#[cfg(target_os = "linux")]
#[test]
fn a_parent_that_cannot_be_written_to_is_named_with_the_cause() {
    // Nobody can make a file or folder in /proc, not even root.
    let site = Site::new();
    for out in ["/proc/public", "/proc/sites/public"] {
        let error = write(&output(&[("index.html", "one")]), &site.target(Path::new(out)), &|_| {}).unwrap_err();
        let WriteError::Disk { path, .. } = error else { panic!("{error}") };
        assert!(path.starts_with("/proc"), "{}", path.display());
    }
}

/// A limit on the size of files stands in for a full disk: it stops a write in the middle with an error of the system,
/// and anybody can set it, root or not.
#[cfg(unix)]
#[test]
fn a_disk_that_refuses_in_the_middle_leaves_the_last_site() {
    for link in [false, true] {
        let site = Site::new();
        if link {
            fs::create_dir(site.path("real")).unwrap();
            std::os::unix::fs::symlink(site.path("real"), site.path("public")).unwrap();
        }
        site.write(&[("index.html", "one"), ("big", "small")]).unwrap();
        let before = tree(&site.path("public/"));
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$@\"", "sh"]).arg(std::env::current_exe().unwrap());
        let done = child(&mut command, "big", site.folder.path()).output().unwrap();
        let text = String::from_utf8_lossy(&done.stdout);
        assert!(text.contains("big: File too large"), "{text}{}", String::from_utf8_lossy(&done.stderr));
        assert_eq!(tree(&site.path("public/")), before);
        site.assert_clean();
    }
}

#[test]
fn staging_folders_of_the_dead_are_cleared_and_those_of_others_left() {
    let site = Site::new();
    site.write(&[("index.html", "one")]).unwrap();
    let [dead, foreign, empty] = [0, 1, 2].map(|number| site.path(&format!(".taiyaku-staging-public-{number}")));
    fs::create_dir_all(dead.join("site/ja")).unwrap();
    fs::write(dead.join("building"), "").unwrap();
    fs::write(dead.join("site/ja/index.html"), "half").unwrap();
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("thesis.txt"), "ten years").unwrap();
    fs::create_dir(&empty).unwrap();
    let report = site.write(&[("index.html", "two")]).unwrap();
    assert_eq!(report.left, [foreign.canonicalize().unwrap()]);
    assert_eq!(fs::read_to_string(foreign.join("thesis.txt")).unwrap(), "ten years");
    assert!(!dead.exists() && !empty.exists());
}

#[test]
fn a_run_that_died_between_two_renames_is_undone() {
    let site = Site::new();
    site.write(&[("index.html", "one")]).unwrap();
    fs::write(site.path("public/mine"), "mine").unwrap();
    let staging = site.path(".taiyaku-staging-public-0");
    fs::create_dir_all(staging.join("site")).unwrap();
    fs::write(staging.join("published"), "").unwrap();
    fs::rename(site.path("public"), staging.join("old")).unwrap();
    let report = site.write(&[("index.html", "one")]).unwrap();
    assert_eq!((report.method, report.kept), (Method::Untouched, paths(&["mine"])));
    assert_eq!(published(&site.path("public")), pairs(&[("index.html", "one"), ("mine", "mine")]));
    site.assert_clean();
}

// ---- Killing ----

/// A site of many files, half of which are the same for every number.
fn numbered(files: u32, number: u32) -> Output {
    let mut output = Output::new();
    for file in 0..files {
        let path = format!("{}/{}/page-{file}.html", ["ja", "en"][file as usize % 2], file % 40);
        let text = format!("{file} {}", if file % 4 < 2 { 0 } else { number }).repeat(20);
        output.insert(OutPath::new(&path).unwrap(), Content::from(text), "test").unwrap();
    }
    for file in 0..files / 10 {
        let path = OutPath::new(&format!("only-{number}/{file}.html")).unwrap();
        output.insert(path, Content::from(format!("{file}")), "test").unwrap();
    }
    output
}

/// The files of a site of texts, in the order of [`published`].
fn texts(output: &Output) -> Vec<(String, String)> {
    let text = |content: &Content| match content {
        Content::Bytes(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
        Content::File { .. } => panic!("no files here"),
    };
    let files: BTreeMap<PathBuf, String> =
        output.iter().map(|(path, content)| (PathBuf::from(path.as_str()), text(content))).collect();
    files.into_iter().map(|(path, text)| (path.to_string_lossy().into_owned(), text)).collect()
}

const TASK: &str = "TAIYAKU_TEST_TASK";
const ROOT: &str = "TAIYAKU_TEST_ROOT";
const MANY: u32 = 3000;

/// Makes a command run [`the_child`] of this program.
fn child<'c>(command: &'c mut Command, task: &str, root: &Path) -> &'c mut Command {
    command.args(["--exact", "the_child", "--nocapture"]).env(TASK, task).env(ROOT, root)
}

/// What the tests start as a process of its own. Nobody asks for a task when all tests run, and it does nothing.
#[test]
fn the_child() {
    let Ok(task) = std::env::var(TASK) else { return };
    let root = PathBuf::from(std::env::var_os(ROOT).unwrap());
    let site = match &*task {
        "big" => output(&[("index.html", "two"), ("big", &"x".repeat(1_000_000))]),
        number => numbered(MANY, number.parse().unwrap()),
    };
    match write(&site, &target(&root, &root.join("public")), &|_| {}) {
        Ok(report) => println!("done: {report:?}"),
        Err(error) => println!("failed: {error}"),
    }
}

fn start(task: &str, root: &Path) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    child(&mut command, task, root).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// How long a run takes from the start of its process to its end.
fn run_time(site: &Site) -> Duration {
    let clock = Instant::now();
    assert!(start("1", site.folder.path()).wait().unwrap().success());
    clock.elapsed()
}

/// When a writer is killed.
enum Moment {
    /// After this part of the time that a whole run takes.
    Part(f64),
    /// So long after this file or folder of the site appeared; `{new}` stands for the number of the newer site.
    Appeared(&'static str, Duration),
}

impl Moment {
    /// Moments spread over a whole run, with some jitter that is the same in every test run.
    fn spread(times: u32) -> Vec<Self> {
        let jitter = |time: u32| f64::from(time.wrapping_mul(2_654_435_761) >> 8) / f64::from(1 << 24);
        (0..times).map(|time| Self::Part((f64::from(time) + jitter(time)) / f64::from(times) * 1.1)).collect()
    }

    /// Moments from the one when something appears, so many milliseconds apart.
    fn after(name: &'static str, times: u64, apart: u64) -> impl Iterator<Item = Self> {
        (0..times).map(move |time| Self::Appeared(name, Duration::from_millis(time * apart)))
    }

    /// Waits for the moment, or for the end of the writer.
    fn wait(&self, writer: &mut Child, run: Duration, site: &Site, new: usize) {
        match self {
            Self::Part(part) => thread::sleep(run.mul_f64(*part)),
            Self::Appeared(name, delay) => {
                let path = site.path(&name.replace("{new}", &new.to_string()));
                while !path.exists() && writer.try_wait().unwrap().is_none() {
                    thread::yield_now();
                }
                thread::sleep(*delay);
            }
        }
    }
}

/// Kills a writer that brings one site in the place of another, and hands the site to `judge` each time.
fn kill_often(site: &Site, moments: &[Moment], judge: impl Fn(usize)) {
    let sites = [numbered(MANY, 0), numbered(MANY, 1)];
    let target = site.target(&site.path("public"));
    write(&sites[0], &target, &|_| {}).unwrap();
    let run = run_time(site);
    let mut present = 1;
    for (time, moment) in moments.iter().enumerate() {
        let new = 1 - present;
        let mut writer = start(&new.to_string(), site.folder.path());
        moment.wait(&mut writer, run, site, new);
        writer.kill().unwrap();
        writer.wait().unwrap();
        judge(time);
        // The next run brings now the older and now the newer site.
        present = time / 2 % 2;
        write(&sites[present], &target, &|_| {}).unwrap();
        let brought = published(&target.out) == texts(&sites[present]);
        assert!(brought, "the run after kill {time} did not bring its site");
        site.assert_clean();
    }
}

#[test]
fn a_killed_writer_leaves_the_older_or_the_newer_site_byte_for_byte() {
    let site = Site::new();
    let wholes = [0, 1].map(|number| {
        let whole = Site::new();
        write(&numbered(MANY, number), &whole.target(&whole.path("public")), &|_| {}).unwrap();
        tree(&whole.path("public"))
    });
    let mut moments = Moment::spread(30);
    moments.extend(Moment::after(".taiyaku-staging-public-0/published", 12, 5));
    kill_often(&site, &moments, |time| {
        let now = tree(&site.path("public"));
        assert!(wholes.contains(&now), "kill {time} left {} names", now.len());
    });
}

#[cfg(unix)]
#[test]
fn a_writer_killed_in_place_leaves_whole_files_and_the_next_run_completes_it() {
    let site = Site::new();
    fs::create_dir(site.path("real")).unwrap();
    std::os::unix::fs::symlink(site.path("real"), site.path("public")).unwrap();
    let [one, two] = [0, 1].map(|number| texts(&numbered(MANY, number)).into_iter().collect::<BTreeMap<_, _>>());
    let mut moments = Moment::spread(12);
    moments.extend(Moment::after("real/only-{new}", 12, 5));
    kill_often(&site, &moments, |time| {
        let now = published(&site.path("real")).into_iter().filter(|(path, _)| !path.starts_with(".taiyaku-"));
        for (path, text) in now {
            assert!([&one, &two].iter().any(|whole| whole.get(&path) == Some(&text)), "kill {time}: {path} is broken");
        }
    });
}
