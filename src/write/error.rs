//! Why a site could not be written, as data. Words for people are chosen by the command line.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::path::OutPath;

/// Why a site could not be written. The last site is still there, but for the one case that [`WriteError::Disk`] tells of.
#[derive(Debug)]
pub enum WriteError {
    /// The folder is not one that may be written to. Nothing was written.
    Refused(Refusal),
    /// Another process is writing to this folder. Nothing was written.
    Locked {
        /// The output folder.
        folder: PathBuf,
    },
    /// Files that were to be copied are not what they were when the site was made.
    Assets(Vec<AssetFault>),
    /// The disk refused: it is full or read-only, broke, or the rights are missing.
    Disk {
        /// What was being read or written.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
        /// Whether the last site is as it was. If not, the folder is written file by file, and some files may be new.
        is_intact: bool,
    },
}

/// Why a folder is not written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is the root of the file system.
    FileSystemRoot {
        /// The output folder.
        folder: PathBuf,
    },
    /// It is the home folder, or contains it.
    Home {
        /// The output folder.
        folder: PathBuf,
    },
    /// It would mix with a folder that the site is made from.
    Source {
        /// The output folder.
        folder: PathBuf,
        /// The folder that holds sources.
        source: PathBuf,
        /// How the output folder lies to it.
        relation: Relation,
    },
    /// A part of its path is not a folder: a file, or a link to nothing.
    NotAFolder {
        /// The output folder.
        folder: PathBuf,
        /// The part.
        part: PathBuf,
    },
    /// It holds files and has no manifest: somebody else's folder.
    NotEmpty {
        /// The output folder.
        folder: PathBuf,
    },
    /// Its manifest does not say which files are ours.
    Manifest {
        /// The output folder.
        folder: PathBuf,
        /// What is wrong with the manifest.
        problem: ManifestProblem,
    },
    /// Files or folders that somebody else put there have names that the site needs.
    InTheWay {
        /// The output folder.
        folder: PathBuf,
        /// What is in the way, relative to the folder.
        names: Vec<PathBuf>,
    },
}

/// How the output folder lies to a folder of sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// They are one folder.
    Same,
    /// The output folder contains the sources.
    Contains,
    /// The output folder lies among the sources.
    Inside,
}

/// What is wrong with a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ManifestProblem {
    /// It cannot be read, or is a folder or a link.
    Unreadable,
    /// It is not what this program writes.
    Corrupt,
    /// A later version of this program wrote it.
    Version(u64),
}

/// A file that could not be copied.
#[derive(Debug)]
pub struct AssetFault {
    /// The file.
    pub path: PathBuf,
    /// What it was to become.
    pub output: OutPath,
    /// What happened.
    pub trouble: AssetTrouble,
}

/// What happened to a file that was to be copied.
#[derive(Debug)]
pub enum AssetTrouble {
    /// It is gone, or is no longer a plain file.
    Gone,
    /// It has another size than the pages say.
    Size {
        /// The size when the site was made.
        expected: u64,
        /// The size now.
        found: u64,
    },
    /// It cannot be read.
    Unreadable(io::Error),
}

/// Names the path at which the disk failed.
pub(super) trait At<T> {
    /// The result, with the path.
    fn at(self, path: &Path) -> Result<T, WriteError>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, WriteError> {
        self.map_err(|cause| WriteError::Disk { path: path.to_path_buf(), cause, is_intact: true })
    }
}

impl From<Refusal> for WriteError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => write!(f, "refused: {refusal:?}"),
            Self::Locked { folder } => write!(f, "{}: another process is writing here", folder.display()),
            Self::Assets(faults) => write!(f, "files changed while they were copied: {faults:?}"),
            Self::Disk { path, cause, .. } => write!(f, "{}: {cause}", path.display()),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Disk { cause, .. } => Some(cause),
            _ => None,
        }
    }
}
