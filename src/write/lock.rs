//! The lock against two builds of one folder.
//!
//! The file is locked by the kernel, which lets go when the process ends, however it ends: a lock file that is still
//! there locks nothing. It lies beside the output folder, since the folder itself is exchanged; a folder that is
//! written in place may lie where its parent cannot be written to, and then holds the lock itself.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::error::{At, WriteError};
use super::manifest::MANIFEST;
use crate::path::RESERVED_PREFIX;

/// What a lock is called.
pub(super) const LOCK: &str = "lock";
/// What a staging folder is called.
pub(super) const STAGING: &str = "staging";

/// The right to write to a folder, until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: Option<File>,
}

impl Lock {
    /// Locks a folder by the first of these files that can be made.
    pub(super) fn take(folder: &Path, files: &[PathBuf]) -> Result<Self, WriteError> {
        let mut refused = None;
        for path in files {
            match Self::take_file(path) {
                Ok(Some(lock)) => return Ok(lock),
                Ok(None) => return Err(WriteError::Locked { folder: folder.to_path_buf() }),
                Err(cause) => refused.get_or_insert((path, cause)),
            };
        }
        match refused {
            Some((path, cause)) => Err(cause).at(path),
            None => Err(io::Error::from(io::ErrorKind::InvalidInput)).at(folder),
        }
    }

    /// Locks a file; `None` if another process holds it.
    ///
    /// Who holds the lock removes its file at the end, so the file we opened may be gone by the time we hold it, and
    /// the next process would lock a new one: only a lock on the file that bears the name counts.
    fn take_file(path: &Path) -> io::Result<Option<Self>> {
        loop {
            let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
            }
            if bears(path, &file)? {
                return Ok(Some(Self { path: path.to_path_buf(), file: Some(file) }));
            }
        }
    }
}

/// Whether a name still leads to an open file.
fn bears(path: &Path, file: &File) -> io::Result<bool> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let open = file.metadata()?;
        Ok(fs::symlink_metadata(path).is_ok_and(|named| (named.dev(), named.ino()) == (open.dev(), open.ino())))
    }
    #[cfg(not(unix))]
    {
        // Here an open file cannot be replaced.
        let _ = file;
        Ok(path.exists())
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is still locked; a file that cannot be removed locks nothing, so the failure is of no harm.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
        drop(self.file.take());
    }
}

/// Whether a name in the output folder is one that the writer keeps for itself: the manifest, a lock, a staging folder.
pub(super) fn is_private(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    let prefixes = [LOCK, STAGING].map(|what| format!("{RESERVED_PREFIX}{what}-"));
    name == MANIFEST.as_bytes() || prefixes.iter().any(|prefix| name.starts_with(prefix.as_bytes()))
}

/// The name of something of ours for an output folder of this name: `.taiyaku-lock-public`.
///
/// A folder's name may be as long as a name can be, and ours is longer: such a name is told by its hash.
pub(super) fn name_for(what: &str, folder: &Path) -> OsString {
    let name = folder.file_name().unwrap_or_default();
    let mut ours = OsString::from(format!("{RESERVED_PREFIX}{what}-"));
    if name.len() <= 128 {
        ours.push(name);
    } else {
        ours.push(&*blake3::hash(name.as_encoded_bytes()).to_hex());
    }
    ours
}
