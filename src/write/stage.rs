//! Staging: the new files are made in a folder of their own, where nobody sees them until they are all there.
//!
//! A staging folder, `.taiyaku-staging-NAME-0` for an output folder NAME, holds a mark and the files:
//!
//! ```text
//! building    nothing of it is published: everything in it was made by us, and may be thrown away
//! published   (renamed from `building`) an exchange may have happened: what is in it may be the older site
//! site/       the new files; after the exchange the older ones
//! old/        where folders cannot be exchanged in one step: the older site, on its way out
//! ```
//!
//! It is made and removed under the lock of its output folder. So whoever holds the lock and finds one knows that its
//! maker is dead; a process number, which containers and restarts give out again, would prove less.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::bytes::{self, Fault};
use super::disk;
use super::error::{AssetFault, At, WriteError};
use super::lock::{STAGING, name_for};
use super::manifest::{MANIFEST, Manifest, Record};
use super::plan::Planned;
use super::progress::Meter;
use crate::path::OutPath;

const BUILDING: &str = "building";
const PUBLISHED: &str = "published";

/// How many staging folders of one output folder there may be: more than one only if an older one cannot be removed.
const MOST: usize = 8;

/// A staging folder.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
}

/// What a staging folder that was found says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Building,
    Published,
    /// It was made or removed by half: or it is not ours.
    None,
}

impl Staging {
    /// Makes a staging folder for an output folder, in `parent`.
    pub(super) fn create(parent: &Path, output: &Path) -> Result<Self, WriteError> {
        let mut taken = parent.to_path_buf();
        for folder in names(parent, output) {
            match disk::create_folder(&folder) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = folder,
                result => {
                    result.at(&folder)?;
                    let staging = Self { folder };
                    fs::write(staging.folder.join(BUILDING), "").at(&staging.folder)?;
                    disk::create_folder(&staging.site()).at(&staging.folder)?;
                    return Ok(staging);
                }
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists)).at(&taken)
    }

    /// The staging folders that a process which died left for an output folder.
    pub(super) fn stale(parent: &Path, output: &Path) -> Vec<Self> {
        let found = names(parent, output).filter(|folder| folder.is_dir() && !folder.is_symlink());
        found.map(|folder| Self { folder }).collect()
    }

    pub(super) fn mark(&self) -> Mark {
        if self.folder.join(BUILDING).is_file() {
            Mark::Building
        } else if self.folder.join(PUBLISHED).is_file() {
            Mark::Published
        } else {
            Mark::None
        }
    }

    /// Says that an exchange follows.
    pub(super) fn mark_published(&self) -> Result<(), WriteError> {
        fs::rename(self.folder.join(BUILDING), self.folder.join(PUBLISHED)).at(&self.folder)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the new files are made.
    pub(super) fn site(&self) -> PathBuf {
        self.folder.join("site")
    }

    /// Where the older site goes when folders cannot be exchanged in one step.
    pub(super) fn old(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// Throws away what was made, and the staging folder; but not an older site that could not be put back.
    pub(super) fn discard(&self) -> io::Result<()> {
        if self.old().exists() {
            return Err(io::ErrorKind::DirectoryNotEmpty.into());
        }
        ignore_missing(fs::remove_dir_all(self.site()))?;
        self.remove()
    }

    /// Removes the staging folder, which holds nothing but its mark. The mark goes last: without it, a folder that
    /// holds something would not be ours.
    pub(super) fn remove(&self) -> io::Result<()> {
        ignore_missing(fs::remove_file(self.folder.join(MANIFEST)))?;
        for mark in [BUILDING, PUBLISHED] {
            ignore_missing(fs::remove_file(self.folder.join(mark)))?;
        }
        fs::remove_dir(&self.folder)
    }

    /// Writes a manifest into the staging folder, and moves it to its place in one step.
    pub(super) fn put_manifest(&self, manifest: &Manifest, folder: &Path) -> Result<(), WriteError> {
        let made = self.folder.join(MANIFEST);
        let place = folder.join(MANIFEST);
        ignore_missing(fs::remove_file(&made)).at(&made)?;
        let json = manifest.to_json().at(&place)?;
        let written = fs::write(&made, json).and_then(|()| disk::set_file_mode(&fs::File::open(&made)?));
        written.and_then(|()| fs::rename(&made, &place)).at(&place)
    }
}

/// The names that staging folders of an output folder have.
fn names(parent: &Path, output: &Path) -> impl Iterator<Item = PathBuf> {
    let stem = name_for(STAGING, output);
    (0..MOST).map(move |number| {
        let mut name: OsString = stem.clone();
        name.push(format!("-{number}"));
        parent.join(name)
    })
}

pub(super) fn ignore_missing(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Makes files in a folder that is empty, and tells what is in each.
///
/// A file whose content the output folder has already becomes a hard link of it, which keeps inode and time; where the
/// file system knows no hard links, it is written anew.
pub(super) fn fill(
    site: &Path,
    files: &[&Planned<'_>],
    output: &Path,
    meter: &Meter<'_>,
) -> Result<Vec<(OutPath, Record)>, WriteError> {
    let folders: BTreeSet<&str> = files.iter().flat_map(|file| file.path.folders()).collect();
    for folder in folders {
        disk::create_folder(&site.join(folder)).at(&output.join(folder))?;
    }
    let is_hopeless = AtomicBool::new(false);
    let make = |file: &&Planned<'_>| {
        if is_hopeless.load(Ordering::Relaxed) {
            return None;
        }
        let made = make(site, file, output, meter);
        if let Err(Fault::Disk(_)) = made {
            is_hopeless.store(true, Ordering::Relaxed);
        }
        meter.file();
        Some(made)
    };
    let made: Vec<_> = files.par_iter().map(make).collect();
    gather(files, made, output)
}

fn make(site: &Path, file: &Planned<'_>, output: &Path, meter: &Meter<'_>) -> Result<Record, Fault> {
    let staged = file.path.below(site);
    if let Some(record) = file.same
        && fs::hard_link(file.path.below(output), &staged).is_ok()
    {
        if !file.has_mode {
            let opened = fs::File::open(&staged).map_err(Fault::Disk)?;
            disk::set_file_mode(&opened).map_err(Fault::Disk)?;
        }
        return Ok(record);
    }
    bytes::write_new(&staged, file.content, meter)
}

/// The records of all files; else the first failure of the disk, else all files that could not be copied.
fn gather(
    files: &[&Planned<'_>],
    made: Vec<Option<Result<Record, Fault>>>,
    output: &Path,
) -> Result<Vec<(OutPath, Record)>, WriteError> {
    let mut records = Vec::with_capacity(files.len());
    let mut faults = Vec::new();
    for (file, made) in files.iter().zip(made) {
        match made {
            Some(Ok(record)) => records.push((file.path.clone(), record)),
            Some(Err(Fault::Disk(cause))) => return Err(cause).at(&file.path.below(output)),
            Some(Err(Fault::Asset(trouble))) => {
                let path = match file.content {
                    crate::output::Content::File { path, .. } => path.clone(),
                    crate::output::Content::Bytes(_) => file.path.below(output),
                };
                faults.push(AssetFault { path, output: file.path.clone(), trouble });
            }
            None => {}
        }
    }
    if faults.is_empty() { Ok(records) } else { Err(WriteError::Assets(faults)) }
}
