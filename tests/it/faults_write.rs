//! Bad input: places that a site cannot be written to. What was there before is there afterwards.

#![expect(clippy::disallowed_methods, reason = "tests make folders that refuse a site")]

use std::fs;

use crate::faulty::refused;
use crate::site::TestSite;

#[test]
fn folders_that_hold_the_sources_are_refused() {
    let site = TestSite::bilingual();
    refused("out_is_source", &site, &["build", "--out", "content"]);
    refused("out_in_source", &site, &["build", "--out", "content/public"]);
    refused("out_is_root", &site, &["build", "--out", "."]);
    refused("out_is_above", &site, &["build", "--out", ".."]);
    refused("out_is_disk", &site, &["build", "--out", "/"]);
    assert!(site.has("content/index.ja.md") && !site.has("content/public") && !site.has("index.html"));
}

#[test]
fn the_home_folder_is_refused() {
    let site = TestSite::bilingual();
    let home = TestSite::empty();
    for lang in ["ja", "en"] {
        let output = std::process::Command::new(assert_cmd::cargo::cargo_bin!("taiyaku"))
            .args(["build", "--lang", lang, "--out"])
            .arg(home.root())
            .env("HOME", home.root())
            .current_dir(site.root())
            .output()
            .expect("the program starts");
        assert_eq!(output.status.code(), Some(2));
    }
    assert!(!home.has("index.html"));
}

#[test]
fn somebody_s_files_are_kept() {
    let site = TestSite::bilingual().file("public/photo.jpg", "mine").file("public/index.html", "mine too");
    refused("out_is_somebody_s", &site, &["build"]);
    refused("out_in_the_way", &site, &["build", "--adopt"]);
    assert_eq!((site.read("public/photo.jpg").as_str(), site.read("public/index.html").as_str()), ("mine", "mine too"));
    fs::remove_file(site.path("public/index.html")).expect("a file");
    assert_eq!(site.run(&["build", "--adopt"]).status, 0);
    assert_eq!(site.read("public/photo.jpg"), "mine");
    assert!(site.has("public/ja/index.html"));
    let run = site.run(&["build", "--lang", "ja"]);
    assert_eq!((run.status, site.read("public/photo.jpg").as_str()), (0, "mine"), "{}", run.err);
}

#[test]
fn a_file_in_place_of_a_folder_is_refused() {
    let site = TestSite::bilingual().file("out", "mine");
    refused("out_is_a_file", &site, &["build", "--out", "out"]);
    refused("out_below_a_file", &site, &["build", "--out", "out/public"]);
    assert_eq!(site.read("out"), "mine");
}

#[test]
fn a_manifest_that_was_changed_is_not_trusted() {
    let site =
        TestSite::bilingual().build().file("public/.taiyaku-manifest.json", "{\"version\":1,\"files\":[\"../x\"]");
    refused("manifest_corrupt", &site, &["build"]);
    assert!(site.has("public/ja/index.html"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_parent_that_refuses_is_named_with_the_cause() {
    // Nobody can make a folder in /proc, not even root.
    let site = TestSite::bilingual();
    refused("parent_refuses", &site, &["build", "--out", "/proc/taiyaku"]);
}

#[cfg(unix)]
#[test]
fn a_folder_behind_a_link_is_written_file_by_file() {
    let site = TestSite::bilingual();
    let elsewhere = TestSite::empty();
    fs::create_dir(elsewhere.path("target")).expect("a folder");
    std::os::unix::fs::symlink(elsewhere.path("target"), site.path("public")).expect("a link");
    let site = site.build();
    assert!(elsewhere.has("target/ja/index.html"));
    assert!(site.path("public").symlink_metadata().expect("it is there").is_symlink());
}

#[cfg(unix)]
#[test]
fn files_have_the_same_modes_whatever_the_source_s() {
    use std::os::unix::fs::PermissionsExt;

    let site = TestSite::bilingual().file("content/a.txt", "a");
    fs::set_permissions(site.path("content/a.txt"), fs::Permissions::from_mode(0o4711)).expect("a mode");
    let site = site.build();
    let mode = |path: &str| fs::metadata(site.path(path)).expect("it is there").permissions().mode() & 0o7777;
    assert_eq!((mode("public/a.txt"), mode("public/ja"), mode("public/ja/index.html")), (0o644, 0o755, 0o644));
}

#[test]
fn builds_at_the_same_time_leave_one_whole_site() {
    let site = (0..40).fold(TestSite::bilingual(), |site, n| site.page(&format!("p{n}"), "本文", "Text"));
    let statuses: Vec<i32> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| site.run(&["build", "--quiet"]))).collect();
        runs.into_iter().map(|run| run.join().expect("it ran").status).collect()
    });
    assert!(statuses.contains(&0) && statuses.iter().all(|status| [0, 2].contains(status)), "{statuses:?}");
    assert!(site.has("public/ja/p39/index.html") && site.has("public/index.html"));
    let left: Vec<_> =
        fs::read_dir(site.root()).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("staging")), "{left:?}");
}

#[test]
fn errors_leave_no_folder() {
    let site = TestSite::bilingual().page("a", "[無](nothing.md)", "");
    let run = site.run(&["build", "--out", "new/folder"]);
    assert_eq!((run.status, site.has("new")), (1, false), "{}", run.err);
    let warned = TestSite::bilingual().file("content/a.ja.md", "---\ntitle: 題\n---\n");
    let run = warned.run(&["build", "--deny", "warnings"]);
    assert_eq!((run.status, warned.has("public")), (1, false), "{}", run.err);
    assert_eq!(warned.run(&["build"]).status, 0);
}
