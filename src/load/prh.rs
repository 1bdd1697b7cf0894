//! The site's dictionary of terms, `prh.yml`, and the dictionaries that it imports.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::memory::{Memory, Stamp};
use super::read::{MAX_TEXT, bytes, keep};
use super::walk::Found;
use crate::diagnostic::{Finding, Findings, rule};
use crate::prh::{self, TermRule, Terms};
use crate::source::{Place, Source, SourcePath, Sources};
use crate::words::Msg;

/// The dictionary, in the site's root.
const FILE: &str = "prh.yml";

/// The most dictionaries that import each other.
const MAX_FILES: usize = 200;

/// The terms of a site, with the dictionaries that they are made of.
#[derive(Debug, Clone, Default)]
pub(super) struct Dictionaries {
    pub(super) value: Arc<Terms>,
    pub(super) findings: Findings,
    pub(super) sources: Arc<Sources>,
    /// What was read, also in vain.
    read: Vec<(SourcePath, Option<Source>)>,
}

/// The terms as they are now. The few dictionaries are read each time; if they say what they said, their terms stay.
pub(super) fn remembered(root: &Path, memory: &mut Memory) -> Dictionaries {
    let is_same = |old: &Dictionaries| {
        let again = |path| source(root, path, &mut Findings::new(), &mut Sources::default());
        old.read.iter().all(|(path, old)| again(path) == *old)
    };
    let new = memory.terms.take().filter(is_same).unwrap_or_else(|| terms(root));
    memory.terms = Some(new.clone());
    new
}

/// A dictionary to be read.
struct Wanted {
    path: SourcePath,
    /// Where it is imported.
    importer: Option<Place>,
    /// Whether its own imports are left out.
    alone: bool,
    /// The rules of it that are left out.
    ignored: Vec<String>,
}

/// Loads the terms of a site; none where there is no dictionary.
fn terms(root: &Path) -> Dictionaries {
    let (mut terms, mut read) = (Terms::default(), Vec::new());
    let (mut findings, mut sources) = (Findings::new(), Sources::default());
    let mut seen = BTreeSet::new();
    let mut open = vec![Wanted { path: SourcePath::new(FILE), importer: None, alone: false, ignored: Vec::new() }];
    while let Some(Wanted { path, importer, alone, ignored }) = open.pop() {
        if seen.len() == MAX_FILES || !seen.insert(path.clone()) {
            continue;
        }
        let found = source(root, &path, &mut findings, &mut sources);
        read.push((path.clone(), found.clone()));
        match found {
            Some(source) => {
                let (dictionary, more) = prh::read(&source);
                findings.extend(more);
                let is_ignored = |rule: &TermRule| ignored.iter().any(|written| rule.is(written));
                terms.rules.extend(dictionary.rules.into_iter().filter(|rule| !is_ignored(rule)));
                for import in dictionary.imports.into_iter().rev().filter(|_| !alone) {
                    let place = source.place(import.path.span.range());
                    // What is left out of a dictionary is left out of those that it imports.
                    let ignored = [ignored.clone(), import.ignored].concat();
                    match path.join(&import.path.value) {
                        Some(path) => open.push(Wanted { path, importer: Some(place), alone: import.alone, ignored }),
                        None => findings.push(no_import(place, &import.path.value)),
                    }
                }
                sources.insert(source);
            }
            None => findings.extend(importer.map(|place| no_import(place, path.as_str()))),
        }
    }
    Dictionaries { value: Arc::new(terms), findings, sources: Arc::new(sources), read }
}

/// The text of a dictionary that lies in the site's folder.
fn source(root: &Path, path: &SourcePath, findings: &mut Findings, sources: &mut Sources) -> Option<Source> {
    let disk = root.join(path.as_str());
    let inside = fs::canonicalize(&disk).ok()?.starts_with(fs::canonicalize(root).ok()?);
    let metadata = fs::metadata(&disk).ok().filter(|metadata| inside && metadata.is_file())?;
    let found = Found { path: path.clone(), disk, size: metadata.len(), stamp: Stamp::of(&metadata) };
    match bytes(&found, MAX_TEXT) {
        Ok(bytes) => keep(super::decode::decode(path, &bytes), findings, sources),
        Err(finding) => {
            findings.push(*finding);
            None
        }
    }
}

fn no_import(place: Place, path: &str) -> Finding {
    let message = Msg::PrhImport { path: path.to_owned().into() };
    Finding::new(&rule::TEXT_PRH_FILE, place, message).help(Msg::PrhImportHelp)
}
