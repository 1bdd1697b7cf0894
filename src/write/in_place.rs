//! Writing in place, file by file, where the output folder itself cannot be swapped.
//!
//! That is the case where it is a mount point (a container's volume), a link to a folder elsewhere, or holds something
//! of others that cannot move (another owner's folder, a mount). The new files are still made first, in a staging folder
//! inside, so that a full disk is met before anything changes. Then each moves to its place in one step: styles and
//! images, then pages, then what is obsolete goes. No file is ever half-written; a process killed in between
//! leaves some pages older than others, a manifest that says so, and a folder that the next run completes.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk;
use super::error::{At, WriteError};
use super::manifest::{Manifest, Record};
use super::plan::{Plan, Planned};
use super::progress::Meter;
use super::stage::{self, Staging, ignore_missing};
use crate::path::OutPath;

/// Brings the folder up to date. Tells what could not be cleared away.
pub(super) fn update(
    folder: &Path,
    plan: &Plan<'_>,
    known: &Manifest,
    meter: &Meter<'_>,
) -> Result<Vec<PathBuf>, WriteError> {
    let staging = Staging::create(folder, folder)?;
    let updated = replace(&staging, folder, plan, known, meter);
    let cleared = staging.discard();
    updated?;
    Ok(cleared.map_or_else(|_| vec![staging.folder().to_path_buf()], |()| Vec::new()))
}

fn replace(
    staging: &Staging,
    folder: &Path,
    plan: &Plan<'_>,
    known: &Manifest,
    meter: &Meter<'_>,
) -> Result<(), WriteError> {
    let (kept, changed): (Vec<_>, Vec<_>) = plan.files.iter().partition(|file| file.same.is_some());
    let made = stage::fill(&staging.site(), &changed, folder, meter)?;
    let kept_records = kept.iter().filter_map(|file| Some((file.path.clone(), file.same?)));
    let files: BTreeMap<OutPath, Record> = made.into_iter().chain(kept_records).collect();
    let mut both = known.files.clone();
    both.extend(files.iter().map(|(path, record)| (path.clone(), *record)));
    staging.put_manifest(&Manifest { complete: false, files: both }, folder)?;
    move_in(staging, folder, plan, &kept, &changed).map_err(no_longer_intact)?;
    staging.put_manifest(&Manifest { complete: true, files }, folder).map_err(no_longer_intact)
}

/// Changes the folder: from here on, a failure leaves a mixture.
fn move_in(
    staging: &Staging,
    folder: &Path,
    plan: &Plan<'_>,
    kept: &[&Planned<'_>],
    changed: &[&Planned<'_>],
) -> Result<(), WriteError> {
    let (in_the_way, late): (Vec<_>, Vec<_>) = plan.obsolete.iter().partition(in_the_way(plan));
    remove(&in_the_way, folder)?;
    correct_modes(kept, folder)?;
    let (pages, rest): (Vec<_>, Vec<_>) = changed.iter().partition(|file| file.path.as_str().ends_with(".html"));
    move_all(&rest, &staging.site(), folder)?;
    move_all(&pages, &staging.site(), folder)?;
    remove(&late, folder)
}

fn no_longer_intact(error: WriteError) -> WriteError {
    match error {
        WriteError::Disk { path, cause, .. } => WriteError::Disk { path, cause, is_intact: false },
        other => other,
    }
}

/// Tells the obsolete files that stand where the site needs a folder, or below a name that it needs for a file.
fn in_the_way<'p>(plan: &'p Plan<'_>) -> impl Fn(&&OutPath) -> bool + 'p {
    let needed: HashSet<&str> = plan.files.iter().flat_map(|file| file.path.folders()).collect();
    let files: HashSet<&str> = plan.files.iter().map(|file| file.path.as_str()).collect();
    move |path| needed.contains(path.as_str()) || path.folders().any(|folder| files.contains(folder))
}

fn correct_modes(kept: &[&Planned<'_>], folder: &Path) -> Result<(), WriteError> {
    kept.iter().filter(|file| !file.has_mode).try_for_each(|file| {
        let path = file.path.below(folder);
        fs::File::open(&path).and_then(|opened| disk::set_file_mode(&opened)).at(&path)
    })
}

fn move_all(files: &[&&Planned<'_>], site: &Path, folder: &Path) -> Result<(), WriteError> {
    let folders: BTreeSet<&str> = files.iter().flat_map(|file| file.path.folders()).collect();
    for name in folders {
        let path = folder.join(name);
        match disk::create_folder(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            result => result.at(&path)?,
        }
    }
    files.par_iter().try_for_each(|file| {
        let place = file.path.below(folder);
        fs::rename(file.path.below(site), &place).at(&place)
    })
}

/// Removes files of ours, and the folders that are empty then.
fn remove(files: &[&OutPath], folder: &Path) -> Result<(), WriteError> {
    files.par_iter().try_for_each(|file| {
        let path = file.below(folder);
        match fs::remove_file(&path) {
            // One of the folders above may have been replaced by a file, or the file by a folder: then it is gone.
            Err(error) if matches!(error.kind(), io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory) => Ok(()),
            result => ignore_missing(result).at(&path),
        }
    })?;
    let folders: BTreeSet<&str> = files.iter().flat_map(|file| file.folders()).collect();
    for name in folders.iter().rev() {
        // A folder that still holds something is needed, by us or by others.
        let _ = fs::remove_dir(folder.join(name));
    }
    Ok(())
}
