//! The bundled site: it builds, there is nothing to say about it, and two builds are equal.

#![expect(clippy::disallowed_methods, reason = "tests make sites on a real disk")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::site::TestSite;

/// A copy of the bundled site.
pub(crate) fn bundled() -> TestSite {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut site = TestSite::empty().bytes("site.yaml", &fs::read(root.join("site.yaml")).expect("settings"));
    for folder in ["content", "themes", "locales"] {
        for entry in walkdir::WalkDir::new(root.join(folder)) {
            let entry = entry.expect("a file");
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(root).expect("below the root").to_str().expect("UTF-8");
                site = site.bytes(path, &fs::read(entry.path()).expect("a file"));
            }
        }
    }
    site
}

/// Every file of the built site with its bytes.
fn built(site: &TestSite) -> BTreeMap<String, Vec<u8>> {
    let public = site.path("public");
    let files = walkdir::WalkDir::new(&public).into_iter().map(|entry| entry.expect("a file"));
    let files = files.filter(|entry| entry.file_type().is_file());
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(&public).expect("below").to_string_lossy().into_owned();
        (path, fs::read(entry.path()).expect("a file"))
    };
    files.map(read).collect()
}

#[test]
fn there_is_nothing_to_say_about_it() {
    let run = bundled().run(&["check", "--deny", "warnings", "--lang", "ja"]);
    // A step that takes long on a busy machine says its name first.
    assert!(run.status == 0 && run.err.ends_with("指摘はありません\n"), "{}", run.err);
}

#[test]
fn two_builds_are_equal_and_do_not_depend_on_the_machine() {
    let (first, second) = (bundled().build(), bundled());
    let run = second.run(&["build", "--lang", "ja", "--quiet"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(built(&first), built(&second));
    assert!(built(&first).len() > 40);
}

#[test]
fn it_needs_no_theme_and_no_words_beside_it() {
    let whole = bundled().build();
    let alone = bundled();
    for folder in ["themes", "locales"] {
        fs::remove_dir_all(alone.path(folder)).expect("a folder");
    }
    assert_eq!(built(&whole), built(&alone.build()));
}
