//! What lies in the output folder now: our files, and what others put there.

use std::collections::{BTreeMap, HashSet};
use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::disk;
use super::error::WriteError;
use super::lock::is_private;
use super::manifest::Manifest;
use crate::path::OutPath;

/// What lies in the output folder.
#[derive(Debug, Default)]
pub(super) struct Old {
    /// What the last run wrote, whether it is still there or not.
    pub(super) manifest: Manifest,
    /// Those files that are still there.
    pub(super) ours: BTreeMap<OutPath, Held>,
    /// What others put there: files, links and whatever else is not a folder, and empty folders.
    pub(super) others: BTreeMap<PathBuf, Held>,
}

/// What the disk says of a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(super) kind: Kind,
    pub(super) size: u64,
    /// Whether its mode is the one that we give.
    pub(super) has_mode: bool,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
    /// A link, a pipe, a device.
    Special,
}

/// Looks at everything in the folder. Links are never followed.
pub(super) fn scan(folder: &Path, manifest: Manifest) -> Result<Old, WriteError> {
    let mut old = Old { manifest, ..Old::default() };
    if !folder.exists() {
        return Ok(old);
    }
    let mut folders = Vec::new();
    let mut filled = HashSet::new();
    for entry in walk(folder) {
        let (relative, held) = entry.and_then(|entry| look(folder, &entry)).map_err(|error| failure(folder, error))?;
        filled.extend(relative.parent().map(Path::to_path_buf));
        if held.kind == Kind::Folder {
            folders.push((relative, held));
            continue;
        }
        match name(&relative).and_then(|name| old.manifest.files.get_key_value(&*name)) {
            Some((path, _)) => drop(old.ours.insert(path.clone(), held)),
            None => drop(old.others.insert(relative, held)),
        }
    }
    let known: HashSet<&str> = old.manifest.files.keys().flat_map(OutPath::folders).collect();
    let is_ours = |folder: &Path| name(folder).is_some_and(|name| known.contains(&*name));
    folders.retain(|(folder, _)| !filled.contains(folder) && !is_ours(folder));
    old.others.extend(folders);
    Ok(old)
}

/// Everything below a folder but what the writer keeps there for itself.
fn walk(folder: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    let entries = WalkDir::new(folder).min_depth(1).into_iter();
    entries.filter_entry(|entry| entry.depth() != 1 || !is_private(entry.file_name())).filter(|entry| !is_closed(entry))
}

/// Whether an entry is the failure to look into a folder of others, such as `lost+found` on a mounted disk. The folder
/// itself has been told already.
fn is_closed(entry: &walkdir::Result<DirEntry>) -> bool {
    let Err(error) = entry else { return false };
    let is_denied = error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::PermissionDenied);
    is_denied && error.depth() > 0
}

fn look(folder: &Path, entry: &DirEntry) -> walkdir::Result<(PathBuf, Held)> {
    let metadata = entry.metadata()?;
    let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_path_buf();
    Ok((relative, Held { kind: kind(&metadata), size: metadata.len(), has_mode: disk::has_file_mode(&metadata) }))
}

fn kind(metadata: &Metadata) -> Kind {
    if metadata.is_dir() {
        Kind::Folder
    } else if metadata.is_file() {
        Kind::File
    } else {
        Kind::Special
    }
}

fn failure(folder: &Path, error: walkdir::Error) -> WriteError {
    let path = error.path().unwrap_or(folder).to_path_buf();
    let cause = error.into_io_error().unwrap_or_else(|| io::ErrorKind::InvalidData.into());
    WriteError::Disk { path, cause, is_intact: true }
}

/// A path on the disk as an output path would be spelt; `None` if it is not UTF-8, and so not ours.
pub(super) fn name(relative: &Path) -> Option<String> {
    let segments: Option<Vec<&str>> = relative.iter().map(|segment| segment.to_str()).collect();
    let name = segments?.join("/");
    // The file systems of Apple take NFC and may give back NFD.
    if cfg!(target_vendor = "apple") {
        return Some(unicode_normalization::UnicodeNormalization::nfc(&*name).collect());
    }
    Some(name)
}
