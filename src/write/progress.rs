//! How far the writer is.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// How far the writer is. Files come from several threads, so a later call may tell of less than an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many files are done.
    pub files_done: usize,
    /// How many there are.
    pub files: usize,
    /// How many bytes are written.
    pub bytes_done: u64,
    /// How many bytes there are in the files that have to be written.
    pub bytes: u64,
}

/// Counts, and tells the caller.
pub(super) struct Meter<'a> {
    tell: &'a (dyn Fn(Progress) + Sync),
    files: usize,
    bytes: u64,
    files_done: AtomicUsize,
    bytes_done: AtomicU64,
}

impl<'a> Meter<'a> {
    pub(super) fn new(tell: &'a (dyn Fn(Progress) + Sync), files: usize, bytes: u64) -> Self {
        Self { tell, files, bytes, files_done: AtomicUsize::new(0), bytes_done: AtomicU64::new(0) }
    }

    /// A file is done.
    pub(super) fn file(&self) {
        self.files_done.fetch_add(1, Ordering::Relaxed);
        self.tell();
    }

    /// Bytes are written. Only a chunk of a large file is worth a word of its own.
    pub(super) fn bytes(&self, written: usize) {
        let before = self.bytes_done.fetch_add(written as u64, Ordering::Relaxed);
        if before >> 23 != (before + written as u64) >> 23 {
            self.tell();
        }
    }

    fn tell(&self) {
        (self.tell)(Progress {
            files_done: self.files_done.load(Ordering::Relaxed),
            files: self.files,
            bytes_done: self.bytes_done.load(Ordering::Relaxed),
            bytes: self.bytes,
        });
    }
}
