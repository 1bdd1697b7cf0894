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
    let mut files = Vec::with_capacity(entries.len());
    let mut edited = Vec::new();
    let mut in_the_way = BTreeSet::new();
    let mut adopted = HashSet::new();
    for ((path, content), judged) in entries.into_iter().zip(judged) {
        match (judged.owner, judged.same) {
            (Some(Owner::Others), Some(_)) => drop(adopted.insert(path.as_str())),
            (Some(Owner::Others), None) => drop(in_the_way.insert(path.below(Path::new("")))),
            _ => {}
        }
        if judged.is_edited {
            edited.push(path.clone());
        }
        files.push(Planned { path, content, same: judged.same, has_mode: judged.has_mode });
    }
    let is_adopted = |path: &Path| scan::name(path).is_some_and(|name| adopted.contains(&*name));
    let others: Vec<_> =
        old.others.iter().filter(|(path, _)| !is_adopted(path)).map(|(path, held)| (path.clone(), held.kind)).collect();
    in_the_way.extend(others.iter().filter(|(path, kind)| blocks(output, path, *kind)).map(|(path, _)| path.clone()));
    block_folders(&mut in_the_way, output, &others);
    if !in_the_way.is_empty() {
        let names = in_the_way.into_iter().collect();
        return Err(Refusal::InTheWay { folder: folder.to_path_buf(), names }.into());
    }
    Ok(finish(output, folder, old, files, edited, others))
}

fn finish<'o>(
    output: &'o Output,
    folder: &Path,
    old: &Old,
    files: Vec<Planned<'o>>,
    mut edited: Vec<OutPath>,
    others: Vec<(PathBuf, Kind)>,
) -> Plan<'o> {
    let obsolete: Vec<OutPath> =
        old.manifest.files.keys().filter(|path| output.get(path.as_str()).is_none()).cloned().collect();
    let removed = obsolete.iter().filter(|path| old.ours.contains_key(*path)).count();
    edited.par_extend(
        obsolete
            .par_iter()
            .filter(|path| old.ours.get(*path).is_some_and(|held| is_edited(folder, old, path, held)))
            .cloned(),
    );
    edited.sort();
    let is_idle = is_idle(&files, &old.manifest);
    let kept = kept(output, old, &others);
    Plan { files, obsolete, others, kept, edited, removed, is_idle }
}

enum Owner {
    Us,
    Others,
}

struct Judged {
    owner: Option<Owner>,
    same: Option<Record>,
    has_mode: bool,
    is_edited: bool,
}

/// Looks at what the folder holds under the name of a file.
fn judge(folder: &Path, old: &Old, path: &OutPath, content: &Content) -> Judged {
    let ours = old.ours.get(path).map(|held| (Owner::Us, held));
    let relative = path.below(Path::new(""));
    let Some((owner, held)) = ours.or_else(|| Some((Owner::Others, old.others.get(&relative)?))) else {
        return Judged { owner: None, same: None, has_mode: true, is_edited: false };
    };
    let comparable = held.kind == Kind::File && held.size == content.size();
    let hash = comparable.then(|| bytes::same(&path.below(folder), content)).flatten();
    let same = hash.map(|hash| Record { size: content.size(), hash });
    let is_edited = same.is_none() && matches!(owner, Owner::Us) && is_edited(folder, old, path, held);
    Judged { owner: Some(owner), same, has_mode: held.has_mode, is_edited }
}

/// Whether a file of ours no longer holds what we wrote. After a run that did not finish, nobody can tell.
fn is_edited(folder: &Path, old: &Old, path: &OutPath, held: &Held) -> bool {
    let Some(record) = old.manifest.files.get(path).filter(|_| old.manifest.complete) else { return false };
    let looks_alike = held.kind == Kind::File && held.size == record.size;
    !looks_alike || bytes::hash(&path.below(folder)).ok() != Some(record.hash)
}

/// Whether a thing of others stands where the site needs a folder, or below a name that it needs for a file.
fn blocks(output: &Output, path: &Path, kind: Kind) -> bool {
    let is_file = |path: &Path| scan::name(path).is_some_and(|name| output.get(&name).is_some());
    let folders_above = path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
    (kind == Kind::Folder && is_file(path)) || folders_above.into_iter().any(is_file)
}

/// Adds the things of others that are not folders where the site needs one.
fn block_folders(in_the_way: &mut BTreeSet<PathBuf>, output: &Output, others: &[(PathBuf, Kind)]) {
    if others.is_empty() {
        return;
    }
    let needed: HashSet<&str> = output.iter().flat_map(|(path, _)| path.folders()).collect();
    let blocking = others
        .iter()
        .filter(|(path, kind)| *kind != Kind::Folder && scan::name(path).is_some_and(|name| needed.contains(&*name)));
    in_the_way.extend(blocking.map(|(path, _)| path.clone()));
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
