//! The stages in order: what the command line, the preview and the tests call.

use std::path::{Path, PathBuf};

use crate::clock::Today;
use crate::diagnostic::Findings;
use crate::progress::Progress;
use crate::source::Sources;
use crate::words::Msg;

/// What a run is told besides the site's folder.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// What decides the day for which the site is made.
    pub today: Today,
    /// Whether drafts and pages outside their dates are made too, marked as such.
    pub drafts: bool,
    /// Who hears of the steps.
    pub progress: &'a dyn Progress,
}

/// What a site was judged to be.
#[derive(Debug, Default)]
pub struct Judged {
    /// The findings, settled: levels applied, sorted.
    pub findings: Findings,
    /// The texts that they point into.
    pub sources: Sources,
    /// What else an editor should know, such as the pages that are left out today.
    pub notes: Vec<Msg>,
}

/// Where and when a site is written.
#[derive(Debug, Clone)]
pub struct Destination {
    /// The folder, relative to the current one or absolute.
    pub folder: PathBuf,
    /// Whether the folder may hold files that are not ours.
    pub adopt: bool,
    /// Whether a site with warnings stays unwritten.
    pub deny_warnings: bool,
}

/// A site that was judged and, unless that went badly, written.
#[derive(Debug)]
pub struct Built {
    /// What it was judged to be.
    pub judged: Judged,
    /// What was written.
    pub written: Option<Written>,
}

/// What was written.
#[derive(Debug, Clone, Copy)]
pub struct Written {
    /// How many pages.
    pub pages: usize,
    /// How many files in all.
    pub files: usize,
}

/// The facts of a site.
#[derive(Debug)]
pub struct FactTable {
    /// The tags of the languages.
    pub languages: Vec<String>,
    /// The facts.
    pub rows: Vec<FactRow>,
}

/// One fact.
#[derive(Debug)]
pub struct FactRow {
    /// Its key.
    pub key: String,
    /// What it says in each language.
    pub values: Vec<Option<String>>,
    /// The topics that use it.
    pub pages: Vec<String>,
}

/// Why nothing could be judged or written at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// What is missing or broken.
    pub message: Msg,
    /// What may help.
    pub help: Option<Msg>,
}

/// Judges a site and writes nothing.
///
/// # Errors
/// When the site's folder cannot be used at all.
pub fn judge(root: &Path, options: &Options<'_>) -> Result<Judged, Box<Unusable>> {
    let _ = (root, options);
    Err(Box::new(NOT_YET))
}

/// Judges a site and, if it has no errors, writes it.
///
/// # Errors
/// When the site's folder or the destination cannot be used at all.
pub fn build(
    root: &Path,
    options: &Options<'_>,
    destination: &Destination,
) -> Result<Built, Box<Unusable>> {
    let _ = (root, options, destination);
    Err(Box::new(NOT_YET))
}

/// Lists the facts of a site.
///
/// # Errors
/// When the site's folder cannot be used at all.
pub fn facts(root: &Path, options: &Options<'_>) -> Result<FactTable, Box<Unusable>> {
    let _ = (root, options);
    Err(Box::new(NOT_YET))
}

/// The stages are not joined yet; the command line says so and ends with the status for it.
const NOT_YET: Unusable = Unusable {
    message: Msg::CliNotYet,
    help: None,
};
