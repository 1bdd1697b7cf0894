//! The finished site as a value: which file has which content.
//!
//! Render makes an [`Output`]; the writer, the preview server and the publisher read it. It cannot hold two files that
//! some disk or host would take for one, so nobody who reads it meets a collision: [`Output::insert`] reports it to
//! the one who knows both places.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::path::OutPath;

/// What made a file, for people: the path of a source, or a name such as `sitemap`.
pub type Origin = Arc<str>;

/// The files of a site by their path.
#[derive(Debug, Clone, Default)]
pub struct Output {
    files: BTreeMap<OutPath, File>,
    /// Every name that is taken, by its folded key.
    names: HashMap<String, Name>,
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// What a file on the disk holds. It is streamed, never read as a whole: films and scans are larger than memory.
    File {
        /// The file.
        path: PathBuf,
        /// Its size, which pages may tell their readers.
        size: u64,
    },
}

#[derive(Debug, Clone)]
struct File {
    content: Content,
    origin: Origin,
}

/// A name of a file or a folder, and the file that needs it.
#[derive(Debug, Clone)]
struct Name {
    is_file: bool,
    spelling: String,
    file: OutPath,
}

/// Two files that cannot be in one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collision {
    /// What they do to each other.
    pub kind: CollisionKind,
    /// The file that was there first, and what made it.
    pub first: (OutPath, Origin),
    /// The file that came second, and what made it.
    pub second: (OutPath, Origin),
}

/// How two files collide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CollisionKind {
    /// They have one path.
    Same,
    /// Their paths, or folders of them, differ in case alone, or in another way that not every disk sees.
    Case,
    /// One is a file where the other needs a folder.
    FileAndFolder,
}

impl Output {
    /// A site without files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    ///
    /// # Errors
    /// The file that is in its way; the site is then as it was.
    pub fn insert(&mut self, path: OutPath, content: Content, origin: impl Into<Origin>) -> Result<(), Collision> {
        let origin = origin.into();
        let key = path.fold_key();
        if let Some((kind, name)) = self.in_the_way(&path, &key) {
            let first = (name.file.clone(), self.files[&name.file].origin.clone());
            return Err(Collision { kind, first, second: (path, origin) });
        }
        for (folder_key, folder) in folders(&key).zip(path.folders()) {
            if !self.names.contains_key(folder_key) {
                let name = Name { is_file: false, spelling: folder.to_owned(), file: path.clone() };
                self.names.insert(folder_key.to_owned(), name);
            }
        }
        self.names.insert(key, Name { is_file: true, spelling: path.as_str().to_owned(), file: path.clone() });
        self.files.insert(path, File { content, origin });
        Ok(())
    }

    /// The content of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Content> {
        self.files.get(path).map(|file| &file.content)
    }

    /// What made a file.
    #[must_use]
    pub fn origin(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(|file| &*file.origin)
    }

    /// The files in the order of their paths.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&OutPath, &Content)> {
        self.files.iter().map(|(path, file)| (path, &file.content))
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    fn in_the_way(&self, path: &OutPath, key: &str) -> Option<(CollisionKind, &Name)> {
        for (folder_key, folder) in folders(key).zip(path.folders()) {
            match self.names.get(folder_key) {
                Some(name) if name.is_file => return Some((CollisionKind::FileAndFolder, name)),
                Some(name) if name.spelling != folder => return Some((CollisionKind::Case, name)),
                _ => {}
            }
        }
        let name = self.names.get(key)?;
        let kind = match name {
            name if !name.is_file => CollisionKind::FileAndFolder,
            name if name.spelling == path.as_str() => CollisionKind::Same,
            _ => CollisionKind::Case,
        };
        Some((kind, name))
    }
}

/// The keys of the folders of a file, from the top.
fn folders(key: &str) -> impl Iterator<Item = &str> {
    key.match_indices('/').map(|(at, _)| &key[..at])
}

impl Content {
    /// How many bytes there are.
    #[must_use]
    pub fn size(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File { size, .. } => *size,
        }
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::Bytes(text.into_bytes().into())
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes.into())
    }
}

/// Two sites are equal when a reader of them would be; what made their files makes no difference.
impl PartialEq for Output {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Output {}

impl fmt::Display for Collision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ((first, made_first), (second, made_second)) = (&self.first, &self.second);
        write!(f, "{first} ({made_first}) and {second} ({made_second}) collide: {:?}", self.kind)
    }
}

impl std::error::Error for Collision {}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(output: &mut Output, path: &str, origin: &str) -> Result<(), Collision> {
        output.insert(OutPath::new(path).expect("a path"), Content::from(origin.to_owned()), origin)
    }

    /// The kind of the collision of two files, and the origins it names.
    fn collide(first: &str, second: &str) -> Option<CollisionKind> {
        let mut output = Output::new();
        add(&mut output, first, "one").expect("the first has no rival");
        let collision = add(&mut output, second, "two").err()?;
        assert_eq!((&*collision.first.1, &*collision.second.1), ("one", "two"));
        assert_eq!((collision.first.0.as_str(), collision.second.0.as_str()), (first, second));
        assert_eq!(output.len(), 1);
        Some(collision.kind)
    }

    #[test]
    fn two_files_that_cannot_live_together_are_named_with_their_origins() {
        use CollisionKind::{Case, FileAndFolder, Same};
        for (first, second, kind) in [
            ("a/index.html", "a/index.html", Same),
            ("About.html", "about.html", Case),
            ("Ja/a.html", "ja/b.html", Case),
            ("a", "a/index.html", FileAndFolder),
            ("a/b/index.html", "a/b", FileAndFolder),
            ("A", "a/b/c", FileAndFolder),
            ("É", "é", Case),
        ] {
            assert_eq!(collide(first, second), Some(kind), "{first} {second}");
        }
        assert_eq!(collide("a/b.html", "a/c.html"), None);
        assert_eq!(collide("a.b", "a/b"), None);
    }

    #[test]
    fn a_refused_file_leaves_no_trace() {
        let mut output = Output::new();
        add(&mut output, "a/b", "one").expect("no rival");
        add(&mut output, "c/d/A/x", "two").expect("no rival");
        add(&mut output, "e/f/a", "three").expect("no rival");
        add(&mut output, "e/f/a/g", "four").expect_err("a is a file");
        add(&mut output, "e/F", "five").expect_err("f is a folder");
        assert_eq!(output.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["a/b", "c/d/A/x", "e/f/a"]);
        assert_eq!(output.origin("e/f/a"), Some("three"));
    }
}
