//! Which folders are refused, before anything is written.

use std::fs;
use std::path::Path;

use taiyaku::write::{MANIFEST, ManifestProblem, Refusal, Relation, Target, WriteError, write};

use crate::{Site, output, pairs, paths, published, tree};

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
