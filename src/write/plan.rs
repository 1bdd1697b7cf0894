//! The plan: what becomes of every file, decided before anything is written.
//!
//! Files are compared by their bytes, never by time or by what the manifest remembers: clocks lie, and people edit.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::bytes;
use super::error::{Refusal, WriteError};
use super::manifest::{Manifest, Record};
use super::scan::{self, Held, Kind, Old};
use crate::output::{Content, Output};
use crate::path::OutPath;

/// What becomes of every file.
#[derive(Debug)]
pub(super) struct Plan<'o> {
    /// The files of the new site, by path.
    pub(super) files: Vec<Planned<'o>>,
    /// Files of ours that the new site does not have, whether they are still there or not.
    pub(super) obsolete: Vec<OutPath>,
    /// What others put there.
    pub(super) others: Vec<(PathBuf, Kind)>,
    /// What the report says of them: the topmost folders that hold nothing of ours, and single files.
    pub(super) kept: Vec<PathBuf>,
    /// Files of ours that somebody changed, and that are replaced or removed.
    pub(super) edited: Vec<OutPath>,
    /// How many obsolete files are still there.
    pub(super) removed: usize,
    /// Whether the folder already is as it should be.
    pub(super) is_idle: bool,
}

/// A file of the new site.
#[derive(Debug)]
pub(super) struct Planned<'o> {
    pub(super) path: &'o OutPath,
    pub(super) content: &'o Content,
    /// What the folder holds, if that is the very content already.
    pub(super) same: Option<Record>,
    /// Whether what the folder holds has our mode.
    pub(super) has_mode: bool,
}

/// Compares the new site with the folder. Refuses if something of others has a name that the site needs.
pub(super) fn plan<'o>(output: &'o Output, folder: &Path, old: &Old) -> Result<Plan<'o>, WriteError> {
    let entries: Vec<_> = output.iter().collect();
    let judged: Vec<_> = entries.par_iter().map(|(path, content)| judge(folder, old, path, content)).collect();
    let others = others(output, folder, old, &judged)?;
    let (obsolete, removed, edited_and_obsolete) = obsolete(output, folder, old);
    let edited = judged.iter().filter(|judged| judged.is_edited).map(|judged| judged.file.path.clone());
    let edited: BTreeSet<OutPath> = edited.chain(edited_and_obsolete).collect();
    let files: Vec<_> = judged.into_iter().map(|judged| judged.file).collect();
    let is_idle = is_idle(&files, &old.manifest);
    let kept = kept(output, old, &others);
    Ok(Plan { files, obsolete, others, kept, edited: edited.into_iter().collect(), removed, is_idle })
}

/// What others put there, without files that have the very content the site gives them: those become ours.
fn others(
    output: &Output,
    folder: &Path,
    old: &Old,
    judged: &[Judged<'_>],
) -> Result<Vec<(PathBuf, Kind)>, WriteError> {
    let of_others = judged.iter().filter(|judged| matches!(judged.owner, Some(Owner::Others)));
    let (same, different): (Vec<_>, Vec<_>) = of_others.partition(|judged| judged.file.same.is_some());
    let adopted: HashSet<&str> = same.iter().map(|judged| judged.file.path.as_str()).collect();
    let is_adopted = |path: &Path| scan::name(path).is_some_and(|name| adopted.contains(&*name));
    let others = old.others.iter().filter(|(path, _)| !is_adopted(path));
    let others: Vec<_> = others.map(|(path, held)| (path.clone(), held.kind)).collect();
    let mut names: BTreeSet<PathBuf> = different.iter().map(|judged| judged.file.path.below(Path::new(""))).collect();
    names.extend(in_the_way(output, &others));
    match names.is_empty() {
        true => Ok(others),
        false => {
            let names = names.into_iter().collect();
            Err(Refusal::InTheWay { folder: folder.to_path_buf(), names }.into())
        }
    }
}

/// Files of ours that the new site does not have; how many of them are still there; and those that were edited.
fn obsolete(output: &Output, folder: &Path, old: &Old) -> (Vec<OutPath>, usize, Vec<OutPath>) {
    let known = old.manifest.files.keys();
    let obsolete: Vec<OutPath> = known.filter(|path| output.get(path.as_str()).is_none()).cloned().collect();
    let present: Vec<_> = obsolete.iter().filter_map(|path| Some((path, old.ours.get(path)?))).collect();
    let edited = present.par_iter().filter(|(path, held)| is_edited(folder, old, path, held));
    let edited = edited.map(|(path, _)| (*path).clone()).collect();
    let removed = present.len();
    (obsolete, removed, edited)
}

enum Owner {
    Us,
    Others,
}

struct Judged<'o> {
    file: Planned<'o>,
    /// Whose file the folder holds under this name, if any.
    owner: Option<Owner>,
    is_edited: bool,
}

/// Looks at what the folder holds under the name of a file.
fn judge<'o>(folder: &Path, old: &Old, path: &'o OutPath, content: &'o Content) -> Judged<'o> {
    let ours = old.ours.get(path).map(|held| (Owner::Us, held));
    let relative = path.below(Path::new(""));
    let Some((owner, held)) = ours.or_else(|| Some((Owner::Others, old.others.get(&relative)?))) else {
        let file = Planned { path, content, same: None, has_mode: true };
        return Judged { file, owner: None, is_edited: false };
    };
    let comparable = held.kind == Kind::File && held.size == content.size();
    let hash = comparable.then(|| bytes::same(&path.below(folder), content)).flatten();
    let same = hash.map(|hash| Record { size: content.size(), hash });
    let is_edited = same.is_none() && matches!(owner, Owner::Us) && is_edited(folder, old, path, held);
    Judged { file: Planned { path, content, same, has_mode: held.has_mode }, owner: Some(owner), is_edited }
}

/// Whether a file of ours no longer holds what we wrote. After a run that did not finish, nobody can tell.
fn is_edited(folder: &Path, old: &Old, path: &OutPath, held: &Held) -> bool {
    let Some(record) = old.manifest.files.get(path).filter(|_| old.manifest.complete) else { return false };
    let looks_alike = held.kind == Kind::File && held.size == record.size;
    !looks_alike || bytes::hash(&path.below(folder)).ok() != Some(record.hash)
}

/// What others put where the site needs a folder, or below a name that it needs for a file.
fn in_the_way(output: &Output, others: &[(PathBuf, Kind)]) -> Vec<PathBuf> {
    if others.is_empty() {
        return Vec::new();
    }
    let folders: HashSet<&str> = output.iter().flat_map(|(path, _)| path.folders()).collect();
    let is_folder = |path: &Path| scan::name(path).is_some_and(|name| folders.contains(&*name));
    let is_file = |path: &Path| scan::name(path).is_some_and(|name| output.get(&name).is_some());
    let blocks = |path: &Path, kind: Kind| match kind {
        Kind::Folder => path.ancestors().any(is_file),
        Kind::File | Kind::Special => is_folder(path) || path.ancestors().skip(1).any(is_file),
    };
    others.iter().filter(|(path, kind)| blocks(path, *kind)).map(|(path, _)| path.clone()).collect()
}

fn is_idle(files: &[Planned<'_>], known: &Manifest) -> bool {
    let is_in_place =
        |file: &Planned<'_>| file.has_mode && file.same.is_some() && known.files.get(file.path) == file.same.as_ref();
    known.complete && known.files.len() == files.len() && files.iter().all(is_in_place)
}

/// What others put there, told by the topmost folders that hold nothing of ours.
fn kept(output: &Output, old: &Old, others: &[(PathBuf, Kind)]) -> Vec<PathBuf> {
    if others.is_empty() {
        return Vec::new();
    }
    let paths = output.iter().map(|(path, _)| path).chain(old.manifest.files.keys());
    let shared: HashSet<&str> = paths.flat_map(OutPath::folders).collect();
    let is_shared = |folder: &Path| scan::name(folder).is_some_and(|name| shared.contains(&*name));
    let told: BTreeSet<PathBuf> = others
        .iter()
        .map(|(path, kind)| {
            let folders = path.ancestors().skip(usize::from(*kind != Kind::Folder));
            let foreign = folders.take_while(|folder| !folder.as_os_str().is_empty() && !is_shared(folder));
            // The empty name at the end makes it end with `/`.
            foreign.last().map_or_else(|| path.clone(), |folder| folder.join(""))
        })
        .collect();
    told.into_iter().collect()
}
