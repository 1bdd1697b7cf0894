//! What an earlier load has seen, so that the next one reads only what has changed since.
//!
//! A file counts as the same while its stamp is the same: size, times, identity. A file that was read just after it
//! was written may change once more without a new time, so it is read again until it has been quiet for a while.
//! What has been read again and says the same is the same value as before; whoever compares values by their identity
//! sees that nothing has changed.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs::{self, Metadata};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use super::agreed::AgreedPairs;
use super::content::Content;
use super::decode::{Foreign, decode};
use super::prh::Dictionaries;
use super::read::{MAX_TEXT, bytes};
use super::settings::Settings;
use super::walk::{Found, walk};
use super::{Dimensions, Input, Theme};
use crate::diagnostic::{Finding, Findings};
use crate::source::{Source, SourcePath, Sources};

/// How long a file must have been quiet until its times can be trusted: the coarsest clock of a file system.
const QUIET: Duration = Duration::from_secs(2);

/// What earlier loads have seen. An empty one makes a load read everything.
#[derive(Debug, Default)]
pub struct Memory {
    /// The folders that were walked.
    trees: HashMap<String, Tree>,
    /// The texts that were read.
    texts: HashMap<SourcePath, Text>,
    /// The files to read again although their stamps may be the same.
    touched: BTreeSet<SourcePath>,
    /// The texts whose times cannot be trusted yet.
    young: HashSet<SourcePath>,
    /// When the disk was looked at last.
    now: Option<SystemTime>,
    /// The sizes of pictures.
    pictures: HashMap<SourcePath, (Stamp, Option<Dimensions>)>,
    /// The parts of the last input.
    pub(super) settings: Option<(Arc<Settings>, Findings)>,
    pub(super) content: Option<Content>,
    pub(super) agreed: Option<Part<AgreedPairs>>,
    pub(super) theme: Option<Part<Theme>>,
    pub(super) terms: Option<Dictionaries>,
}

/// A part of an input, with what there was to say on it.
#[derive(Debug)]
pub(super) struct Part<T> {
    pub(super) value: Arc<T>,
    pub(super) findings: Findings,
    pub(super) sources: Arc<Sources>,
}

/// A folder with everything below it.
#[derive(Debug)]
struct Tree {
    files: Vec<Found>,
    findings: Findings,
    by_path: HashMap<SourcePath, usize>,
}

/// A text that was read.
#[derive(Debug)]
struct Text {
    stamp: Stamp,
    hash: blake3::Hash,
    decoded: Decoded,
}

/// What came out of decoding a file.
pub(super) type Decoded = Result<(Source, Findings), Box<Foreign>>;

/// What tells one version of a file from another without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    /// On Unix the file itself and the time of its last change of any kind, which no program can set back.
    identity: (u64, i64, i64),
}

impl Stamp {
    /// The stamp of a file.
    #[must_use]
    pub fn of(metadata: &Metadata) -> Self {
        Self { size: metadata.len(), modified: metadata.modified().ok(), identity: identity(metadata) }
    }

    /// Whether there is nothing in the file.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.size == 0
    }

    /// Whether a file with this stamp, seen at a moment, could still change without a new stamp.
    fn is_young(self, now: SystemTime) -> bool {
        let changed =
            u64::try_from(self.identity.1).ok().map(|seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
        let newest = self.modified.max(changed);
        // A time in the future tells nothing either.
        newest.is_none_or(|newest| now.duration_since(newest).map_or(true, |age| age < QUIET))
    }
}

#[cfg(unix)]
fn identity(metadata: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;

    (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}

impl Memory {
    /// Looks at the disk again. `told` names the files that have changed, from the root with `/`; without a name,
    /// every folder is walked. `now` is the moment of this look. Whether something in a folder differs from the last
    /// look is given back.
    pub fn look(&mut self, root: &Path, told: &BTreeSet<String>, now: SystemTime) -> bool {
        self.now = Some(now);
        let before = self.touched.len();
        let is_told = !told.is_empty() && told.iter().all(|path| self.look_at(root, path));
        let folders: Vec<_> = if is_told { Vec::new() } else { self.trees.keys().cloned().collect() };
        let is_reshaped = folders.iter().fold(false, |is_reshaped, folder| is_reshaped | self.walk_again(root, folder));
        let differs = is_reshaped || self.touched.len() > before;
        self.touched.extend(self.young.iter().cloned());
        differs
    }

    /// Looks at one file that has changed. `false` when it takes a walk to know what has become of it.
    fn look_at(&mut self, root: &Path, path: &str) -> bool {
        if !path.contains('/') {
            // Files in the root are read each time.
            return true;
        }
        let Ok(metadata) = fs::symlink_metadata(root.join(path)) else { return false };
        let path = SourcePath::new(path);
        let mut is_known = false;
        for tree in self.trees.values_mut() {
            if let Some(&index) = tree.by_path.get(&path) {
                let stamp = Stamp::of(&metadata);
                (tree.files[index].size, tree.files[index].stamp) = (metadata.len(), stamp);
                is_known = true;
            }
        }
        is_known &= metadata.is_file();
        if is_known {
            self.touched.insert(path);
        }
        is_known
    }

    /// Walks a folder again. If it has other files than before, nothing that was made of it is kept, and that is said.
    fn walk_again(&mut self, root: &Path, folder: &str) -> bool {
        let new = Tree::new(walk(root, folder));
        let Some(old) = self.trees.get(folder) else { return true };
        let is_same = new.findings == old.findings
            && new.files.len() == old.files.len()
            && new.files.iter().zip(&old.files).all(|(new, old)| new.path == old.path && new.disk == old.disk);
        if is_same {
            let changed = new.files.iter().zip(&old.files).filter(|(new, old)| new.stamp != old.stamp);
            self.touched.extend(changed.map(|(new, _)| new.path.clone()));
        } else {
            (self.content, self.agreed, self.theme) = (None, None, None);
        }
        self.trees.insert(folder.to_owned(), new);
        !is_same
    }

    /// Forgets what belongs to this look: the input is made.
    pub(super) fn finish(&mut self) {
        self.touched.clear();
    }

    /// The files below a folder that were touched.
    pub(super) fn touched_below(&self, folder: &str) -> Vec<SourcePath> {
        self.touched.iter().filter(|path| path.below(folder).is_some()).cloned().collect()
    }

    /// A file of a folder that was walked.
    pub(super) fn found(&self, folder: &str, path: &SourcePath) -> Option<&Found> {
        let tree = self.trees.get(folder)?;
        tree.by_path.get(path).map(|&index| &tree.files[index])
    }

    /// The files below a folder, as they were seen last.
    pub(super) fn walk(&mut self, root: &Path, folder: &str) -> (Vec<Found>, Findings) {
        let tree = self.trees.entry(folder.to_owned()).or_insert_with(|| Tree::new(walk(root, folder)));
        (tree.files.clone(), tree.findings.clone())
    }

    /// The decoded texts of files, in their order.
    pub(super) fn texts(&mut self, files: &[Found]) -> Vec<Result<Decoded, Box<Finding>>> {
        let read: Vec<_> = files.par_iter().map(|file| self.text(file)).collect();
        let mut texts = Vec::with_capacity(files.len());
        for (file, read) in files.iter().zip(read) {
            texts.push(read.map(|(decoded, hash)| {
                if let Some(hash) = hash {
                    self.note_age(file);
                    let text = Text { stamp: file.stamp, hash, decoded: decoded.clone() };
                    self.texts.insert(file.path.clone(), text);
                }
                decoded
            }));
        }
        texts
    }

    /// The text of a file, with the hash of its bytes if it had to be read and may be asked for again. If it says what
    /// it said before, that value stays.
    fn text(&self, file: &Found) -> Result<(Decoded, Option<blake3::Hash>), Box<Finding>> {
        let old = self.texts.get(&file.path);
        let is_same = |old: &&Text| old.stamp == file.stamp && !self.touched.contains(&file.path);
        if let Some(old) = old.filter(is_same) {
            return Ok((old.decoded.clone(), None));
        }
        let bytes = bytes(file, MAX_TEXT)?;
        if self.now.is_none() {
            return Ok((decode(&file.path, &bytes), None));
        }
        let hash = blake3::hash(&bytes);
        let kept = old.filter(|old| old.hash == hash);
        Ok((kept.map_or_else(|| decode(&file.path, &bytes), |old| old.decoded.clone()), Some(hash)))
    }

    /// The size of a picture, which is read only when the file is new.
    pub(super) fn dimensions(
        &mut self,
        file: &Found,
        read: impl FnOnce(&str, &Path) -> Option<Dimensions>,
    ) -> Option<Dimensions> {
        let known = self.pictures.get(&file.path).filter(|(stamp, _)| *stamp == file.stamp);
        let is_known = known.is_some() && !self.touched.contains(&file.path);
        if let Some((_, dimensions)) = known.filter(|_| is_known) {
            return *dimensions;
        }
        let dimensions = read(file.path.file_name(), &file.disk);
        if self.now.is_some() {
            self.note_age(file);
            self.pictures.insert(file.path.clone(), (file.stamp, dimensions));
        }
        dimensions
    }

    /// Takes note of whether a file that was read could change once more without a new stamp.
    pub(super) fn note_age(&mut self, file: &Found) {
        if self.now.is_some_and(|now| file.stamp.is_young(now)) {
            self.young.insert(file.path.clone());
        } else {
            self.young.remove(&file.path);
        }
    }
}

impl Tree {
    fn new((files, findings): (Vec<Found>, Findings)) -> Self {
        let by_path = files.iter().enumerate().map(|(index, file)| (file.path.clone(), index)).collect();
        Self { files, findings, by_path }
    }
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        let Self { value, findings, sources } = self;
        Self { value: Arc::clone(value), findings: findings.clone(), sources: Arc::clone(sources) }
    }
}

impl<T: PartialEq> Part<T> {
    /// This part, with the value of an older one if both are equal.
    pub(super) fn kept(mut self, old: Option<Self>) -> Self {
        if let Some(old) = old.filter(|old| old.value == self.value) {
            self.value = old.value;
        }
        self
    }
}

impl Input {
    /// Whether two inputs of one memory are the same, so that a build would only repeat the last one.
    #[must_use]
    pub fn is_same(&self, old: &Self) -> bool {
        let has_pages = self.pages.len() == old.pages.len()
            && self.pages.iter().zip(&old.pages).all(|(new, old)| new.source == old.source && new.topic == old.topic);
        has_pages
            && Arc::ptr_eq(&self.settings, &old.settings)
            && Arc::ptr_eq(&self.agreed, &old.agreed)
            && Arc::ptr_eq(&self.assets, &old.assets)
            && Arc::ptr_eq(&self.theme, &old.theme)
            && Arc::ptr_eq(&self.terms, &old.terms)
            && (&self.facts, &self.glossary, &self.notices) == (&old.facts, &old.glossary, &old.notices)
            && self.unread == old.unread
            && (self.today, self.drafts) == (old.today, old.drafts)
    }
}
