//! Many changes of a site's files as one: all of them are made, or none.
//!
//! Everything that can fail early fails early: what must be there, what must not, and room on the disk. New contents are
//! written beside their places first, and what they replace is kept until the last change is made; a change that fails
//! then takes back those before it. A run that is killed in between may leave files whose names begin with a dot,
//! which no site publishes.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// One change, with paths below the site's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A file that was not there.
    Create {
        /// Its path.
        path: String,
        /// Its content.
        bytes: Vec<u8>,
    },
    /// Another content for a file.
    Replace {
        /// Its path.
        path: String,
        /// The content that was read.
        before: Vec<u8>,
        /// The content from now on.
        bytes: Vec<u8>,
    },
    /// Another path for a file. Contents are replaced before files move.
    Rename {
        /// The path so far.
        from: String,
        /// The path from now on.
        to: String,
    },
}

/// Why nothing was changed.
#[derive(Debug)]
pub struct BatchError {
    /// The file.
    pub path: String,
    /// What is wrong with it.
    pub fault: Fault,
    /// Files that could not be brought back to what they were.
    pub changed: Vec<PathBuf>,
}

/// What is wrong with a file.
#[derive(Debug)]
pub enum Fault {
    /// There is something at its path.
    Exists,
    /// It is no longer what was read.
    Changed,
    /// It is a link, and what it leads to depends on where it lies.
    Link,
    /// The disk refuses.
    Disk(io::Error),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

/// Makes all changes, or none.
///
/// # Errors
/// The first file that stands against it.
pub fn carry_out(root: &Path, steps: &[Step]) -> Result<(), BatchError> {
    let mut batch = Batch { root, folders: Vec::new(), beside: Vec::new(), done: Vec::new() };
    let failed = steps.iter().find_map(|step| batch.check(step).and_then(|()| batch.stage(step)).err_at(step));
    let failed = failed.or_else(|| ordered(steps).find_map(|step| batch.commit(step).err_at(step)));
    let changed = if failed.is_some() { batch.take_back() } else { Vec::new() };
    batch.clear();
    match failed {
        Some((path, fault)) => Err(BatchError { path, fault, changed }),
        None => {
            remove_empty(root, steps);
            Ok(())
        }
    }
}

/// Contents first, as files are replaced where they lie.
fn ordered(steps: &[Step]) -> impl Iterator<Item = &Step> {
    let moves = |step: &&Step| matches!(step, Step::Rename { .. });
    steps.iter().filter(move |step| !moves(step)).chain(steps.iter().filter(moves))
}

trait ErrAt {
    /// The error with the path of the step.
    fn err_at(self, step: &Step) -> Option<(String, Fault)>;
}

impl ErrAt for Result<(), Fault> {
    fn err_at(self, step: &Step) -> Option<(String, Fault)> {
        let path = match (step, self.as_ref().err()?) {
            (Step::Rename { from, .. }, Fault::Link) => from,
            (Step::Create { path, .. } | Step::Replace { path, .. } | Step::Rename { to: path, .. }, _) => path,
        };
        Some((path.clone(), self.err()?))
    }
}

/// Changes while they are made.
struct Batch<'a> {
    root: &'a Path,
    /// Folders that were made, the outer ones first.
    folders: Vec<PathBuf>,
    /// What lies beside its place: new contents, and old ones until all is done.
    beside: Vec<PathBuf>,
    /// What was done, with how to undo it.
    done: Vec<Undo>,
}

enum Undo {
    Remove(PathBuf),
    Rename { from: PathBuf, to: PathBuf },
}

impl Batch<'_> {
    fn place(&self, path: &str) -> PathBuf {
        let mut place = self.root.to_path_buf();
        place.extend(path.split('/'));
        place
    }

    fn check(&self, step: &Step) -> Result<(), Fault> {
        match step {
            Step::Create { path, .. } => absent(&self.place(path)),
            Step::Replace { path, before, .. } => {
                if fs::read(self.place(path))? == *before {
                    Ok(())
                } else {
                    Err(Fault::Changed)
                }
            }
            Step::Rename { from, to } => {
                if fs::symlink_metadata(self.place(from))?.is_symlink() {
                    return Err(Fault::Link);
                }
                absent(&self.place(to))
            }
        }
    }

    /// Writes what a step needs beside its place.
    fn stage(&mut self, step: &Step) -> Result<(), Fault> {
        match step {
            Step::Create { path, bytes } => {
                let place = self.place(path);
                self.make_folders(&place)?;
                self.write(&beside(&place, "new"), bytes)?;
            }
            Step::Replace { path, bytes, .. } => {
                let place = fs::canonicalize(self.place(path))?;
                let permissions = fs::metadata(&place)?.permissions();
                if permissions.readonly() {
                    return Err(Fault::Disk(io::ErrorKind::PermissionDenied.into()));
                }
                let (new, old) = (beside(&place, "new"), beside(&place, "old"));
                self.write(&new, bytes)?;
                fs::set_permissions(&new, permissions)?;
                self.beside.push(old.clone());
                fs::hard_link(&place, &old).or_else(|_| fs::copy(&place, &old).map(drop))?;
            }
            Step::Rename { to, .. } => {
                let place = self.place(to);
                self.make_folders(&place)?;
            }
        }
        Ok(())
    }

    fn make_folders(&mut self, place: &Path) -> io::Result<()> {
        let missing: Vec<&Path> = place.ancestors().skip(1).take_while(|folder| !folder.exists()).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            self.folders.push(folder.to_path_buf());
        }
        Ok(())
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        self.beside.push(path.to_path_buf());
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn commit(&mut self, step: &Step) -> Result<(), Fault> {
        match step {
            Step::Create { path, .. } => {
                let place = self.place(path);
                absent(&place)?;
                fs::rename(beside(&place, "new"), &place)?;
                self.done.push(Undo::Remove(place));
            }
            Step::Replace { path, .. } => {
                let place = fs::canonicalize(self.place(path))?;
                fs::rename(beside(&place, "new"), &place)?;
                self.done.push(Undo::Rename { from: beside(&place, "old"), to: place });
            }
            Step::Rename { from, to } => {
                let (from, to) = (self.place(from), self.place(to));
                absent(&to)?;
                fs::rename(&from, &to)?;
                self.done.push(Undo::Rename { from: to, to: from });
            }
        }
        Ok(())
    }

    /// Undoes what was done, the last first. What cannot be undone is told.
    fn take_back(&mut self) -> Vec<PathBuf> {
        let mut stuck = Vec::new();
        for undo in self.done.drain(..).rev() {
            let (result, place) = match &undo {
                Undo::Remove(place) => (fs::remove_file(place), place),
                Undo::Rename { from, to } => (fs::rename(from, to), to),
            };
            if result.is_err() {
                stuck.push(place.clone());
            }
        }
        self.clear();
        for folder in self.folders.drain(..).rev() {
            // A folder that is not empty is somebody else's by now.
            let _ = fs::remove_dir(folder);
        }
        stuck
    }

    /// Removes what lies beside the files. What is left is hidden and no page; that it cannot be removed changes nothing.
    fn clear(&mut self) {
        for path in self.beside.drain(..) {
            let _ = fs::remove_file(path);
        }
    }
}

fn absent(place: &Path) -> Result<(), Fault> {
    match fs::symlink_metadata(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
        Ok(_) => Err(Fault::Exists),
    }
}

/// A hidden name beside a file.
fn beside(place: &Path, what: &str) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    // A name may be as long as a disk allows; what is put before it must not make it longer.
    let short: String = name.chars().take(40).collect();
    let hash = blake3::hash(name.as_bytes()).to_hex();
    place.with_file_name(format!(".{short}.{}.{what}-{}", &hash[..8], std::process::id()))
}

/// Removes the folders that files moved out of and that hold nothing any more.
fn remove_empty(root: &Path, steps: &[Step]) {
    for step in steps {
        let Step::Rename { from, .. } = step else { continue };
        let folders = from.match_indices('/').map(|(at, _)| &from[..at]).skip(1);
        let folders: Vec<&str> = folders.collect();
        for folder in folders.into_iter().rev() {
            if fs::remove_dir(root.join(folder)).is_err() {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn create(path: &str) -> Step {
        Step::Create { path: path.to_owned(), bytes: b"new".to_vec() }
    }

    fn replace(path: &str, before: &str) -> Step {
        Step::Replace { path: path.to_owned(), before: before.into(), bytes: b"other".to_vec() }
    }

    fn rename(from: &str, to: &str) -> Step {
        Step::Rename { from: from.to_owned(), to: to.to_owned() }
    }

    fn files(root: &Path) -> Vec<(String, String)> {
        let mut files: Vec<_> = walkdir::WalkDir::new(root)
            .into_iter()
            .map(|entry| entry.expect("an entry").into_path())
            .filter(|path| path.is_file())
            .map(|path| {
                let name = path.strip_prefix(root).expect("below").to_string_lossy().into_owned();
                (name, fs::read_to_string(&path).expect("a text"))
            })
            .collect();
        files.sort();
        files
    }

    fn site() -> tempfile::TempDir {
        let root = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(root.path().join("content/a")).expect("folders");
        fs::write(root.path().join("content/a/one"), "1").expect("a file");
        fs::write(root.path().join("content/two"), "2").expect("a file");
        root
    }

    #[test]
    fn all_changes_are_made_and_nothing_is_left_beside() {
        let root = site();
        let steps =
            [create("content/b/c/new"), replace("content/a/one", "1"), rename("content/a/one", "content/d/one")];
        carry_out(root.path(), &steps).expect("it works");
        let expected = [("content/b/c/new", "new"), ("content/d/one", "other"), ("content/two", "2")];
        assert_eq!(files(root.path()), expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
        assert!(!root.path().join("content/a").exists());
    }

    #[test]
    fn one_change_that_cannot_be_made_leaves_everything_as_it_was() {
        let root = site();
        let before = files(root.path());
        let good = [create("content/b/new"), replace("content/a/one", "1"), rename("content/a/one", "content/d/one")];
        for bad in [
            create("content/two"),
            create("content/two/below"),
            replace("content/two", "3"),
            rename("content/gone", "content/x"),
            // Two files for one place are only met when the first is there already.
            rename("content/two", "content/d/one"),
        ] {
            let steps: Vec<Step> = good.iter().cloned().chain([bad.clone()]).collect();
            let error = carry_out(root.path(), &steps).expect_err("it cannot be done");
            assert!(error.changed.is_empty(), "{error:?}");
            assert_eq!(files(root.path()), before, "{bad:?}");
            assert!(!root.path().join("content/b").exists() && !root.path().join("content/d").exists());
        }
    }
}
