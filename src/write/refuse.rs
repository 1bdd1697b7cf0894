//! Which folders may be written to. Everything here happens before the first byte is written.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::Target;
use super::error::{At, Refusal, Relation, WriteError};
use super::lock::is_private;
use super::manifest::Manifest;

/// The output folder, found on the disk.
#[derive(Debug)]
pub(super) struct Place {
    /// Its real path, without links. It need not exist.
    pub(super) folder: PathBuf,
    /// Whether the name that was given is a link to it.
    pub(super) is_link: bool,
}

impl Place {
    /// The folder beside which staging and lock are made.
    pub(super) fn parent(&self) -> &Path {
        self.folder.parent().unwrap_or(&self.folder)
    }
}

/// Finds the output folder and refuses one that must not be written to.
pub(super) fn place(target: &Target) -> Result<Place, WriteError> {
    let place = resolve(&target.out)?;
    let folder = place.folder.clone();
    if folder.parent().is_none() {
        return Err(Refusal::FileSystemRoot { folder }.into());
    }
    if target.home.as_deref().is_some_and(|home| is_in(&real(home), &folder)) {
        return Err(Refusal::Home { folder }.into());
    }
    let root = real(&target.root);
    let relation = relation(&folder, &root).filter(|relation| *relation != Relation::Inside);
    if let Some(relation) = relation {
        return Err(Refusal::Source { folder, source: target.root.clone(), relation }.into());
    }
    for source in target.sources.iter().chain([&target.root.join(".git")]) {
        if let Some(relation) = self::relation(&folder, &real(source)) {
            return Err(Refusal::Source { folder, source: source.clone(), relation }.into());
        }
    }
    Ok(place)
}

/// The manifest of the output folder; `None` if the folder is new or empty. Refuses a folder that is not ours.
pub(super) fn manifest(folder: &Path, adopt: bool) -> Result<Option<Manifest>, WriteError> {
    match Manifest::read(folder) {
        Ok(Some(manifest)) => Ok(Some(manifest)),
        Err(_) if adopt => Ok(None),
        Err(problem) => Err(Refusal::Manifest { folder: folder.to_path_buf(), problem }.into()),
        Ok(None) if adopt || is_free(folder)? => Ok(None),
        Ok(None) => Err(Refusal::NotEmpty { folder: folder.to_path_buf() }.into()),
    }
}

/// Whether a folder does not exist, or holds nothing but what a killed run of ours left.
fn is_free(folder: &Path) -> Result<bool, WriteError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error).at(folder),
    };
    for entry in entries {
        let name = entry.at(folder)?.file_name();
        // A new disk is empty but for this; it is kept like everything that others put there.
        if !is_private(&name) && name != "lost+found" {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Follows a path on the disk as far as it exists; the rest is taken by name.
fn resolve(path: &Path) -> Result<Place, WriteError> {
    let absolute = std::path::absolute(path).at(path)?;
    let mut place = Place { folder: PathBuf::new(), is_link: false };
    for component in absolute.components() {
        match component {
            Component::Normal(name) => {
                let next = place.folder.join(name);
                place.is_link = next.is_symlink();
                place.folder = follow(&next, &absolute)?;
            }
            Component::ParentDir => drop(place.folder.pop()),
            Component::CurDir => {}
            start @ (Component::Prefix(_) | Component::RootDir) => place.folder.push(start),
        }
    }
    Ok(place)
}

/// Where one part of a path really lies.
fn follow(part: &Path, whole: &Path) -> Result<PathBuf, WriteError> {
    let refusal = || Refusal::NotAFolder { folder: whole.to_path_buf(), part: part.to_path_buf() };
    match part.canonicalize() {
        Ok(real) if real.is_dir() => Ok(real),
        Ok(_) => Err(refusal().into()),
        Err(error) if error.kind() == ErrorKind::NotFound && !part.is_symlink() => Ok(part.to_path_buf()),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(refusal().into()),
        Err(error) => Err(error).at(part),
    }
}

/// The real path of a folder of sources, which may not exist or be something else: then its name has to do.
fn real(path: &Path) -> PathBuf {
    resolve(path).map_or_else(|_| path.to_path_buf(), |place| place.folder)
}

fn relation(folder: &Path, source: &Path) -> Option<Relation> {
    match (is_in(folder, source), is_in(source, folder)) {
        (true, true) => Some(Relation::Same),
        (true, false) => Some(Relation::Inside),
        (false, true) => Some(Relation::Contains),
        (false, false) => None,
    }
}

/// Whether a folder is, or lies in, another.
fn is_in(inner: &Path, outer: &Path) -> bool {
    inner.ancestors().any(|folder| folder == outer || super::disk::same_inode(folder, outer))
}
