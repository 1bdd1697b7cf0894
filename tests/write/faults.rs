//! What happens when the disk, the sources or other people get in the way.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use taiyaku::output::{Content, Output};
use taiyaku::path::OutPath;
use taiyaku::write::{AssetTrouble, Method, Progress, WriteError, write};

use crate::{Site, child, numbered, output, pairs, paths, published, texts, tree};

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
