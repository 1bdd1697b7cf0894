//! What the preview shows at a moment: the newest good site, or the word that there is none yet.
//!
//! A snapshot is complete when it is made and never changes. Whoever answers a request holds one snapshot from
//! beginning to end, so no answer mixes two builds.

#![expect(
    clippy::disallowed_methods,
    reason = "files that are published as they are can change without the output changing"
)]

use std::fs;
use std::sync::Arc;
use std::time::SystemTime;

use tokio::sync::watch;

use crate::output::{Content, Output};

/// Where snapshots are published, and where they are taken from.
pub(super) type Publisher = watch::Sender<Arc<Snapshot>>;
/// The newest snapshot, and the news that there is a newer one.
pub(super) type Newest = watch::Receiver<Arc<Snapshot>>;

/// What the preview shows at a moment.
#[derive(Debug)]
pub(super) struct Snapshot {
    /// The number of the build. A page carries that of the build which it comes from.
    pub(super) build: u64,
    /// What is shown.
    pub(super) shown: Shown,
}

/// What the preview shows.
#[derive(Debug)]
pub(super) enum Shown {
    /// A site.
    Site(Served),
    /// There has been no good build yet; this page says so, whatever is asked for.
    Nothing(String),
}

/// A site that is shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Served {
    /// The path that every address begins with: `/` or `/repo/`.
    pub(super) base: String,
    /// The files.
    pub(super) output: Output,
    /// When each file that is read from the disk was last written, in the order of the output.
    written: Vec<Option<SystemTime>>,
}

impl Served {
    /// A site as it is now.
    pub(super) fn new(base: &str, output: Output) -> Self {
        let written = output.iter().filter_map(|(_, content)| match content {
            Content::Bytes(_) => None,
            Content::File { path, .. } => Some(fs::metadata(path).and_then(|metadata| metadata.modified()).ok()),
        });
        let written = written.collect();
        Self { base: base.to_owned(), output, written }
    }
}
