//! The swap: a complete new site takes the place of the older one in one step.
//!
//! On Linux and macOS the two folders are exchanged, so that at every moment the output folder is one whole site,
//! whoever looks and whenever we are killed. Elsewhere the older folder moves away and the new one moves in; a process
//! killed between the two leaves no output folder, and the next run begins by putting the older one back.
//!
//! What others put into the folder goes along as hard links, made before the swap. What they add or replace while
//! we work is found when the older site is taken apart, and moved over: nothing that we do not know is removed.
//!
//! A power cut is another matter. No file is forced to the disk, since that would cost more than the build, and a
//! file system may keep the swap and lose bytes of files written just before. The next run compares bytes and heals this.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::error::{At, WriteError};
use super::lock::is_private;
use super::manifest::Manifest;
use super::plan::{Plan, Planned};
use super::progress::Meter;
use super::refuse::Place;
use super::scan::{self, Kind};
use super::stage::{self, Mark, Staging, ignore_missing};
use super::{Method, bytes, disk};

/// Why there was no swap.
#[derive(Debug)]
pub(super) enum Failure {
    /// This folder cannot be swapped without a loss, but it can be written in place.
    Unsuitable,
    /// The site cannot be written.
    Write(WriteError),
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

/// Makes the new site beside the output folder and swaps them. Tells what could not be cleared away.
pub(super) fn swap(place: &Place, plan: &Plan<'_>, meter: &Meter<'_>) -> Result<(Method, Vec<PathBuf>), Failure> {
    let staging = Staging::create(place.parent(), &place.folder)?;
    match build(&staging, &place.folder, plan, meter).and_then(|()| publish(&staging, &place.folder)) {
        Ok(method) => Ok((method, clear(&staging, &place.folder))),
        Err(failure) => {
            // The failure is what people need to know; a staging folder that stays is cleared by the next run.
            let _ = staging.discard();
            Err(failure)
        }
    }
}

fn build(staging: &Staging, folder: &Path, plan: &Plan<'_>, meter: &Meter<'_>) -> Result<(), Failure> {
    let site = staging.site();
    let files: Vec<&Planned<'_>> = plan.files.iter().collect();
    let records = stage::fill(&site, &files, folder, meter)?;
    carry(plan, folder, staging)?;
    if let Ok(metadata) = fs::metadata(folder) {
        fs::set_permissions(&site, metadata.permissions()).at(folder)?;
    }
    let manifest = Manifest { complete: true, files: records.into_iter().collect() };
    staging.put_manifest(&manifest, &site)?;
    Ok(())
}

/// Takes what others put into the output folder along.
fn carry(plan: &Plan<'_>, folder: &Path, staging: &Staging) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    let ours = fs::metadata(staging.folder()).at(staging.folder())?;
    let is_fixed = |name: &Path| {
        fs::symlink_metadata(folder.join(name)).is_ok_and(|metadata| !disk::can_be_remade(&metadata, &ours))
    };
    let site = staging.site();
    let shared: BTreeSet<&str> = plan.files.iter().flat_map(|file| file.path.folders()).chain([""]).collect();
    let theirs = missing_folders(&plan.others, &site);
    if shared.iter().map(Path::new).chain(theirs.iter().copied()).any(is_fixed) {
        return Err(Failure::Unsuitable);
    }
    for name in &theirs {
        fs::create_dir(site.join(name)).at(&folder.join(name))?;
    }
    for (name, _) in plan.others.iter().filter(|(_, kind)| *kind != Kind::Folder) {
        // A file that is gone by now needs no link; one that cannot have a link has to stay where it is.
        ignore_missing(fs::hard_link(folder.join(name), site.join(name))).map_err(|_| Failure::Unsuitable)?;
    }
    // Last, and from below: a folder may be closed to us from then on.
    for name in theirs.iter().rev() {
        if let Ok(metadata) = fs::metadata(folder.join(name)) {
            fs::set_permissions(site.join(name), metadata.permissions()).at(&folder.join(name))?;
        }
    }
    Ok(())
}

/// The folders that others need and the new site does not have, from the top.
fn missing_folders<'p>(others: &'p [(PathBuf, Kind)], site: &Path) -> BTreeSet<&'p Path> {
    let mut missing = BTreeSet::new();
    for (path, kind) in others {
        let folders = path.ancestors().skip(usize::from(*kind != Kind::Folder));
        missing.extend(folders.take_while(|name| !site.join(name).exists()));
    }
    missing
}

/// Puts the new site in the place of the older one, if there is one.
fn publish(staging: &Staging, folder: &Path) -> Result<Method, Failure> {
    staging.mark_published()?;
    let site = staging.site();
    if !folder.exists() {
        return fs::rename(&site, folder).map(|()| Method::Swapped).at(folder).map_err(Failure::Write);
    }
    let swapped = match disk::exchange(&site, folder) {
        Err(error) if is_unsupported(&error) => rename_pair(staging, folder).map(|()| Method::Renamed),
        result => result.map(|()| Method::Swapped),
    };
    match swapped {
        Err(error) if matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::CrossesDevices) => {
            Err(Failure::Unsuitable)
        }
        result => result.at(folder).map_err(Failure::Write),
    }
}

/// Whether an exchange failed because this system or file system has none.
pub(super) fn is_unsupported(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput)
}

/// Moves the older site away and the new one in.
fn rename_pair(staging: &Staging, folder: &Path) -> io::Result<()> {
    let old = staging.old();
    fs::rename(folder, &old)?;
    fs::rename(staging.site(), folder).inspect_err(|_| {
        // If this fails as well, the older site stays in the staging folder, and the next run puts it back.
        let _ = fs::rename(&old, folder);
    })
}

/// Clears what dead processes left for this output folder. Tells what could not be cleared.
pub(super) fn clear_stale(place: &Place) -> Vec<PathBuf> {
    let folder = &place.folder;
    let stale = Staging::stale(place.parent(), folder).into_iter().chain(Staging::stale(folder, folder));
    stale.flat_map(|staging| clear(&staging, folder)).collect()
}

/// Clears a staging folder away. Tells what has to stay.
fn clear(staging: &Staging, folder: &Path) -> Vec<PathBuf> {
    let cleared = match staging.mark() {
        Mark::Building => staging.discard(),
        Mark::Published => recover(staging, folder),
        // Either it is empty, or it is not ours.
        Mark::None => fs::remove_dir(staging.folder()),
    };
    cleared.map_or_else(|_| vec![staging.folder().to_path_buf()], |()| Vec::new())
}

fn recover(staging: &Staging, folder: &Path) -> io::Result<()> {
    let old = staging.old();
    if old.exists() && !folder.exists() {
        fs::rename(&old, folder)?;
    }
    for tree in [staging.site(), old] {
        if tree.is_dir() && !tree.is_symlink() {
            retire(&tree, folder)?;
        }
    }
    staging.remove()
}

/// Takes a site apart that is not, or no longer, published. Its manifest goes last, so that a run that is killed here
/// can be taken up again.
fn retire(tree: &Path, folder: &Path) -> io::Result<()> {
    let known = Manifest::read(tree).ok().flatten().unwrap_or_default().files;
    let (mut ours, mut private, mut strangers, mut folders) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for entry in WalkDir::new(tree).contents_first(true) {
        let entry = entry?;
        let relative = entry.path().strip_prefix(tree).unwrap_or(entry.path());
        if entry.file_type().is_dir() {
            folders.push(entry.into_path());
        } else if scan::name(relative).is_some_and(|name| known.contains_key(&*name)) {
            ours.push(entry.into_path());
        } else if entry.depth() == 1 && is_private(entry.file_name()) {
            private.push(entry.into_path());
        } else {
            strangers.push(relative.to_path_buf());
        }
    }
    ours.par_iter().try_for_each(|path| ignore_missing(fs::remove_file(path)))?;
    rescue(&strangers, tree, folder)?;
    private.iter().try_for_each(fs::remove_file)?;
    // A folder that is not empty now got something while we looked; it stays, and so do those that it lies in.
    folders.iter().try_for_each(fs::remove_dir)
}

/// Sees to it that the published site has what others put into the older one.
fn rescue(strangers: &[PathBuf], tree: &Path, folder: &Path) -> io::Result<()> {
    let published = LazyCell::new(|| Manifest::read(folder).ok().flatten().unwrap_or_default().files);
    let mut left = Ok(());
    for relative in strangers {
        let (from, to) = (tree.join(relative), folder.join(relative));
        if disk::is_hard_link(&from, &to) {
            fs::remove_file(&from)?;
            continue;
        }
        let ours = scan::name(relative).and_then(|name| published.get(&*name));
        let moved = match ours {
            Some(record) if bytes::hash(&from).is_ok_and(|hash| hash == record.hash) => fs::remove_file(&from),
            Some(_) => Err(ErrorKind::AlreadyExists.into()),
            None => to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::rename(&from, &to)),
        };
        left = left.and(moved);
    }
    left
}
