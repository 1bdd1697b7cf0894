//! Why a run could not begin or finish, in words that can be shown in any language.

use std::io;
use std::path::Path;

use super::Unusable;
use crate::load::LoadError;
use crate::words::{Msg, Value};
use crate::write::{AssetFault, AssetTrouble, ManifestProblem, Refusal, Relation, WriteError};

impl Unusable {
    fn new(message: Msg) -> Self {
        Self { message, help: None }
    }
}

impl From<LoadError> for Box<Unusable> {
    fn from(error: LoadError) -> Self {
        Self::new(match error {
            LoadError::NoSite(folder) => {
                Unusable { message: Msg::CliNoSiteAt { folder: shown(&folder) }, help: Some(Msg::CliNoSiteHelp) }
            }
            LoadError::Unreadable(path, cause) => Unusable::new(Msg::LoadUnreadable { path: shown(&path), cause: text(&cause) }),
            LoadError::NoDay => Unusable::new(Msg::LoadNoDay),
        })
    }
}

impl From<WriteError> for Unusable {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Refused(refusal) => Self::new(refused(refusal)),
            WriteError::Locked { folder } => Self::new(Msg::WriteLocked { path: shown(&folder) }),
            WriteError::Disk { path, cause, is_intact } => {
                let (path, cause) = (shown(&path), text(&cause));
                Self::new(if is_intact { Msg::WriteDisk { path, cause } } else { Msg::WriteDiskInPlace { path, cause } })
            }
            WriteError::Assets(faults) => {
                let mut messages = faults.iter().map(asset);
                let first = messages.next().unwrap_or(Msg::LoadNoDay);
                Self { message: first, help: messages.next() }
            }
        }
    }
}

fn refused(refusal: Refusal) -> Msg {
    match refusal {
        Refusal::FileSystemRoot { folder } => Msg::WriteRefusedRoot { path: shown(&folder) },
        Refusal::Home { folder } => Msg::WriteRefusedHome { path: shown(&folder) },
        Refusal::Source { folder, source, relation } => {
            let (path, source) = (shown(&folder), shown(&source));
            match relation {
                Relation::Same => Msg::WriteRefusedSourceSame { path },
                Relation::Contains => Msg::WriteRefusedSourceContains { path, source },
                Relation::Inside => Msg::WriteRefusedSourceInside { path, source },
            }
        }
        Refusal::NotAFolder { folder, part } => Msg::WriteRefusedNotAFolder { path: shown(&folder), part: shown(&part) },
        Refusal::NotEmpty { folder } => Msg::WriteRefusedNotEmpty { path: shown(&folder) },
        Refusal::Manifest { folder, problem } => {
            let path = shown(&folder);
            match problem {
                ManifestProblem::Unreadable => Msg::WriteRefusedManifestUnreadable { path },
                ManifestProblem::Corrupt => Msg::WriteRefusedManifestCorrupt { path },
                ManifestProblem::Version(version) => Msg::WriteRefusedManifestVersion { path, version: version.to_string().into() },
            }
        }
        Refusal::InTheWay { folder, names } => {
            let list: Vec<_> = names.iter().map(|name| name.display().to_string()).collect();
            Msg::WriteRefusedInTheWay { path: shown(&folder), count: names.len().into(), names: list.join(", ").into() }
        }
    }
}

fn asset(fault: &AssetFault) -> Msg {
    let path = shown(&fault.path);
    match &fault.trouble {
        AssetTrouble::Gone => Msg::WriteAssetGone { path },
        AssetTrouble::Size { expected, found } => {
            Msg::WriteAssetSize { path, expected: expected.to_string().into(), found: found.to_string().into() }
        }
        AssetTrouble::Unreadable(cause) => Msg::WriteAssetUnreadable { path, cause: text(cause) },
    }
}

fn shown(path: &Path) -> Value {
    path.display().to_string().into()
}

fn text(cause: &io::Error) -> Value {
    cause.to_string().into()
}
