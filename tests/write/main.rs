//! The writer on a real disk: what it refuses, what it leaves alone, and what a killed run leaves behind.

#![expect(clippy::disallowed_methods, reason = "tests look at a real disk, take time and run processes")]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly, its helpers too")]

mod faults;
mod kill;
mod normal;
mod refuse;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use taiyaku::output::{Content, Output};
use taiyaku::path::OutPath;
use taiyaku::write::{MANIFEST, Refusal, Report, Target, WriteError, write};
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
