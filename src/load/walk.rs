//! Walking: a folder of the site in, its files by name out, with findings on whatever is not a plain file.
//!
//! Links are followed as long as they stay inside the site; what they lead to is judged like any other file.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::memory::Stamp;
use super::names::{self, Verdict};
use crate::diagnostic::{Finding, Findings, rule};
use crate::source::{Place, SourcePath};
use crate::words::Msg;

/// The most files and folders below one folder.
const MAX_ENTRIES: usize = 1_000_000;

/// A file that was found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Its path from the site's root.
    pub(super) path: SourcePath,
    /// Where it lies.
    pub(super) disk: PathBuf,
    /// Its size in bytes.
    pub(super) size: u64,
    /// What tells this version of it from others.
    pub(super) stamp: Stamp,
}

/// All files below a folder of the site, in the order of their names. A folder that is not there has none.
pub(super) fn walk(root: &Path, folder: &str) -> (Vec<Found>, Findings) {
    let top = root.join(folder);
    let mut walker = Walker {
        root,
        real_root: root.canonicalize().unwrap_or_else(|_| root.to_path_buf()),
        files: Vec::new(),
        findings: Findings::new(),
        names: BTreeMap::new(),
    };
    if top.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink()) && !walker.stays_inside(&top) {
        walker.kind(folder, Msg::NameLinkOutside);
        return (walker.files, walker.findings);
    }
    if top.try_exists().is_ok_and(|exists| !exists) {
        return (walker.files, walker.findings);
    }
    walker.walk(&top, MAX_ENTRIES);
    (walker.files, walker.findings)
}

struct Walker<'a> {
    root: &'a Path,
    real_root: PathBuf,
    files: Vec<Found>,
    findings: Findings,
    /// The first entry of each folder with each name, for names that some disk cannot tell apart.
    names: BTreeMap<String, SourcePath>,
}

impl Walker<'_> {
    fn walk(&mut self, top: &Path, limit: usize) {
        let mut entries = WalkDir::new(top).min_depth(1).follow_links(true).sort_by_file_name().into_iter();
        let mut count = 0;
        while let Some(entry) = entries.next() {
            count += 1;
            if count > limit {
                let message = Msg::LoadTooMany { limit: limit.into() };
                self.findings.push(Finding::new(&rule::LIMIT_COUNT, self.place(top), message));
                return;
            }
            match entry {
                Ok(entry) => {
                    let is_folder = entry.file_type().is_dir();
                    if !self.entry(&entry) && is_folder {
                        entries.skip_current_dir();
                    }
                }
                Err(error) => self.error(&error),
            }
        }
    }

    /// Takes an entry; says whether it is used.
    fn entry(&mut self, entry: &DirEntry) -> bool {
        let folder = entry.path().parent().map_or_else(String::new, |folder| self.relative(folder));
        let name = match names::judge(&folder, entry.file_name()) {
            Verdict::Used(name, finding) => {
                self.findings.extend(finding.map(|finding| *finding));
                name
            }
            Verdict::Ignored => return false,
            Verdict::Refused(finding) => {
                self.findings.push(*finding);
                return false;
            }
        };
        let path = SourcePath::new(&format!("{folder}/{name}"));
        if entry.path_is_symlink() && !self.stays_inside(entry.path()) {
            self.kind(path.as_str(), Msg::NameLinkOutside);
            return false;
        }
        self.twin(&folder, &name, &path);
        let kind = entry.file_type();
        if kind.is_dir() {
            return true;
        }
        match entry.metadata() {
            Ok(metadata) if kind.is_file() => {
                let disk = entry.path().to_path_buf();
                self.files.push(Found { path, disk, size: metadata.len(), stamp: Stamp::of(&metadata) });
            }
            Ok(_) => self.kind(path.as_str(), Msg::NameSpecialFile),
            Err(error) => self.error(&error),
        }
        true
    }

    /// Reports a name that differs from another in the folder by case or form only.
    fn twin(&mut self, folder: &str, name: &str, path: &SourcePath) {
        let key = format!("{folder}/{}", names::fold_key(name));
        if let Some(first) = self.names.get(&key) {
            let message = Msg::NameTwins { name: name.into(), other: first.file_name().into() };
            let other = Place { file: first.clone(), span: None };
            let finding = Finding::new(&rule::NAME_INVALID, names::place(folder, name), message)
                .help(Msg::NameRenameHelp)
                .related(other, Msg::NameTwin);
            self.findings.push(finding);
        } else {
            self.names.insert(key, path.clone());
        }
    }

    /// Whether a link ends inside the site, and not in one of its hidden folders.
    fn stays_inside(&self, link: &Path) -> bool {
        let Ok(target) = link.canonicalize() else { return false };
        let Ok(below) = target.strip_prefix(&self.real_root) else { return false };
        !below.iter().any(|segment| segment.as_encoded_bytes().starts_with(b"."))
    }

    fn error(&mut self, error: &walkdir::Error) {
        let path = self.relative(error.path().unwrap_or(self.root));
        if error.loop_ancestor().is_some() {
            return self.kind(&path, Msg::NameLinkLoop);
        }
        let is_link = error.path().is_some_and(Path::is_symlink);
        let kind = error.io_error().map(io::Error::kind);
        match kind {
            Some(io::ErrorKind::NotFound) if is_link => self.kind(&path, Msg::NameLinkDangling),
            // What vanishes between two looks is simply not there.
            Some(io::ErrorKind::NotFound) => {}
            // A link that goes round in a circle has an error of its own, without a stable name in the library.
            Some(kind) if is_link && kind != io::ErrorKind::PermissionDenied => self.kind(&path, Msg::NameLinkLoop),
            _ => {
                let message = match error.io_error() {
                    Some(error) => unreadable(error),
                    None => Msg::NameUnreadable { cause: error.to_string().into() },
                };
                let place = Place { file: SourcePath::new(&path), span: None };
                self.findings.push(Finding::new(&rule::NAME_UNREADABLE, place, message));
            }
        }
    }

    fn kind(&mut self, path: &str, message: Msg) {
        let place = Place { file: SourcePath::new(path), span: None };
        let finding = Finding::new(&rule::NAME_KIND, place, message).help(Msg::NameKindHelp);
        self.findings.push(finding);
    }

    fn place(&self, path: &Path) -> Place {
        Place { file: SourcePath::new(&self.relative(path)), span: None }
    }

    /// The path from the site's root with `/` between its segments.
    fn relative(&self, path: &Path) -> String {
        let below = path.strip_prefix(self.root).unwrap_or(path);
        below.iter().map(|segment| segment.to_string_lossy()).collect::<Vec<_>>().join("/")
    }
}

/// The message on a file or folder that cannot be read.
pub(super) fn unreadable(error: &io::Error) -> Msg {
    match error.kind() {
        io::ErrorKind::PermissionDenied => Msg::NameForbidden,
        io::ErrorKind::NotFound => Msg::NameVanished,
        _ => Msg::NameUnreadable { cause: error.to_string().into() },
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// The files and the findings (path, rule) of a walk over `content` of a folder that `make` fills.
    fn walked(make: impl FnOnce(&Path)) -> (Vec<String>, Vec<(String, &'static str)>) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let content = folder.path().join("content");
        fs::create_dir(&content).expect("a folder");
        make(&content);
        let (files, findings) = walk(folder.path(), "content");
        let files = files.into_iter().map(|file| file.path.as_str().to_owned()).collect();
        let shown =
            |finding: Finding| (finding.place.expect("it has a place").file.as_str().to_owned(), finding.rule.id);
        (files, findings.into_iter().map(shown).collect())
    }

    fn write(folder: &Path, path: &str) {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(file, "a").expect("a file");
    }

    #[test]
    fn files_come_in_order_without_what_is_hidden() {
        let (files, findings) = walked(|content| {
            for path in ["b/x.txt", "a.txt", "a/y.txt", ".agreed/z", "b/.hidden", "_old/a.txt", "c~"] {
                write(content, path);
            }
        });
        assert_eq!(files, ["content/a/y.txt", "content/a.txt", "content/b/x.txt"]);
        assert_eq!(findings, [("content/_old".to_owned(), "name-skipped")]);
    }

    #[test]
    fn names_that_a_disk_may_confuse_are_told_once() {
        let (_, findings) = walked(|content| {
            for path in ["About.txt", "about.txt", "D/x.txt", "d/x.txt", "が.txt", "か\u{3099}.txt", "Ａ.txt", "ａ.txt"]
            {
                write(content, path);
            }
        });
        let twins: Vec<_> = findings.into_iter().filter(|(_, rule)| *rule == "name-invalid").collect();
        assert_eq!(twins.len(), 4, "{twins:?}");
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_inside_and_other_kinds_are_refused() {
        use std::os::unix::fs::symlink;

        let (files, findings) = walked(|content| {
            write(content, "real/a.txt");
            write(content, ".git/config");
            symlink("real", content.join("inside")).expect("a link");
            symlink("/etc/hostname", content.join("outside")).expect("a link");
            symlink("/etc", content.join("outside-folder")).expect("a link");
            symlink(".git/config", content.join("hidden")).expect("a link");
            symlink("nothing", content.join("dangling")).expect("a link");
            symlink("..", content.join("real/loop")).expect("a link");
            symlink("self", content.join("self")).expect("a link");
            let _socket = std::os::unix::net::UnixListener::bind(content.join("socket")).expect("a socket");
        });
        assert_eq!(files, ["content/inside/a.txt", "content/real/a.txt"]);
        let kinds: Vec<_> =
            findings.iter().filter(|(_, rule)| *rule == "name-kind").map(|(path, _)| path.as_str()).collect();
        let expected = [
            "content/dangling",
            "content/hidden",
            "content/outside",
            "content/outside-folder",
            "content/real/loop",
            "content/self",
            "content/socket",
        ];
        for path in expected {
            assert!(kinds.contains(&path), "{path}: {findings:?}");
        }
    }

    #[test]
    fn there_are_only_so_many_files() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for n in 0..5 {
            write(folder.path(), &format!("content/{n}"));
        }
        let mut walker = Walker {
            root: folder.path(),
            real_root: folder.path().to_path_buf(),
            files: Vec::new(),
            findings: Findings::new(),
            names: BTreeMap::new(),
        };
        walker.walk(&folder.path().join("content"), 3);
        assert_eq!((walker.files.len(), walker.findings[0].rule.id), (3, "limit-count"));
    }

    #[test]
    fn the_cause_is_told_in_words() {
        let message = |kind: io::ErrorKind| unreadable(&io::Error::from(kind));
        assert_eq!(message(io::ErrorKind::PermissionDenied), Msg::NameForbidden);
        assert_eq!(message(io::ErrorKind::NotFound), Msg::NameVanished);
    }
}
