//! Write: an [`Output`] in, a folder out. At every moment the folder is one whole site, the older or the new.
//!
//! ```text
//! refuse ─▶ lock ─▶ clear what a killed run left ─▶ scan ─▶ plan ─▶ stage ─▶ swap, or replace in place
//! ```
//!
//! Nothing is written before the folder has been found to be ours, and nothing is published before every file is on
//! the disk. Which files are ours says the manifest in the folder; everything else in it belongs to others and stays.
//! What happens is told as data: a [`Report`], or a [`WriteError`] with the path and the cause.

#![expect(clippy::disallowed_methods, reason = "this stage is the one that writes the site to the disk")]

mod bytes;
mod disk;
mod error;
mod in_place;
mod lock;
mod manifest;
mod plan;
mod progress;
mod refuse;
mod scan;
mod stage;
mod swap;

pub use error::{AssetFault, AssetTrouble, ManifestProblem, Refusal, Relation, WriteError};
pub use manifest::MANIFEST;
pub use progress::Progress;

use std::fs;
use std::path::{Path, PathBuf};

use crate::output::Output;
use crate::path::OutPath;

use error::At;
use lock::Lock;
use plan::Plan;
use progress::Meter;
use refuse::Place;
use swap::Failure;

/// Where a site is written, and what must not be harmed.
#[derive(Debug, Clone)]
pub struct Target {
    /// The output folder. It need not exist.
    pub out: PathBuf,
    /// The site's root. The output folder may lie in it, but not be or contain it, or lie in its `.git`.
    pub root: PathBuf,
    /// The folders that the site is made from; they may be missing. The output folder may not touch them.
    pub sources: Vec<PathBuf>,
    /// The home folder, if there is one.
    pub home: Option<PathBuf>,
    /// Whether a folder that holds files and no manifest is taken over; what it holds stays.
    pub adopt: bool,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How the site came into the folder.
    pub method: Method,
    /// How many files were written.
    pub written: usize,
    /// How many files had their content already and were left alone.
    pub unchanged: usize,
    /// How many obsolete files were removed.
    pub removed: usize,
    /// Files of ours that somebody had changed by hand, and that were replaced or removed.
    pub edited: Vec<OutPath>,
    /// What others put into the folder and was left there; a folder ends with `/`.
    pub kept: Vec<PathBuf>,
    /// Staging folders that could not be cleared: somebody put something there, or the disk refused.
    pub left: Vec<PathBuf>,
}

/// How a site came into its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The folder was as it should be already; nothing was touched.
    Untouched,
    /// In one step.
    Swapped,
    /// By two renames, since the system or file system has no exchange.
    Renamed,
    /// File by file, since the folder cannot be swapped.
    InPlace,
}

/// The files of the last site that a folder holds; none if it holds none, or one that cannot be read.
#[must_use]
pub fn last_files(folder: &Path) -> Vec<OutPath> {
    let manifest = manifest::Manifest::read(folder).ok().flatten().unwrap_or_default();
    manifest.files.into_keys().collect()
}

/// Writes a site.
///
/// # Errors
/// See [`WriteError`]. The folder then holds the last site; in a folder that is written in place, and where the disk fails
/// while files move, some files may be those of the new one.
pub fn write(output: &Output, target: &Target, progress: &(dyn Fn(Progress) + Sync)) -> Result<Report, WriteError> {
    let place = refuse::place(target)?;
    refuse::manifest(&place.folder, target.adopt)?;
    let in_place = place.folder.exists() && (place.is_link || disk::is_mount_point(&place.folder));
    let _lock = lock(&place, in_place)?;
    let mut left = swap::clear_stale(&place);
    // Read again, since another process may have written until we got the lock.
    let known = refuse::manifest(&place.folder, target.adopt)?.unwrap_or_default();
    let old = scan::scan(&place.folder, known)?;
    let plan = plan::plan(output, &place.folder, &old)?;
    let (method, more) = carry_out(&place, in_place, &plan, &old.manifest, progress)?;
    left.extend(more);
    Ok(report(plan, method, left))
}

fn lock(place: &Place, in_place: bool) -> Result<Lock, WriteError> {
    fs::create_dir_all(place.parent()).at(place.parent())?;
    let name = lock::name_for(lock::LOCK, &place.folder);
    let mut files = vec![place.parent().join(&name)];
    if in_place {
        files.push(place.folder.join(&name));
    }
    Lock::take(&place.folder, &files)
}

fn carry_out(
    place: &Place,
    in_place: bool,
    plan: &Plan<'_>,
    known: &manifest::Manifest,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<(Method, Vec<PathBuf>), WriteError> {
    if plan.is_idle {
        return Ok((Method::Untouched, Vec::new()));
    }
    let changed = plan.files.iter().filter(|file| file.same.is_none());
    let bytes = changed.clone().map(|file| file.content.size()).sum();
    if !in_place {
        match swap::swap(place, plan, &Meter::new(progress, plan.files.len(), bytes)) {
            Ok(done) => return Ok(done),
            Err(Failure::Write(error)) => return Err(error),
            Err(Failure::Unsuitable) => {}
        }
    }
    let left = in_place::update(&place.folder, plan, known, &Meter::new(progress, changed.count(), bytes))?;
    Ok((Method::InPlace, left))
}

fn report(plan: Plan<'_>, method: Method, left: Vec<PathBuf>) -> Report {
    let unchanged = plan.files.iter().filter(|file| file.same.is_some()).count();
    Report {
        method,
        written: plan.files.len() - unchanged,
        unchanged,
        removed: plan.removed,
        edited: plan.edited,
        kept: plan.kept,
        left,
    }
}
