//! The site's dictionary of terms, `prh.yml`, and the dictionaries that it imports.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

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
pub(super) fn terms(root: &Path, findings: &mut Findings, sources: &mut Sources) -> Terms {
    let mut terms = Terms::default();
    let mut seen = BTreeSet::new();
    let mut open = vec![Wanted { path: SourcePath::new(FILE), importer: None, alone: false, ignored: Vec::new() }];
    while let Some(Wanted { path, importer, alone, ignored }) = open.pop() {
        if seen.len() == MAX_FILES || !seen.insert(path.clone()) {
            continue;
        }
        match source(root, &path, findings, sources) {
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
    terms
}

/// The text of a dictionary that lies in the site's folder.
fn source(root: &Path, path: &SourcePath, findings: &mut Findings, sources: &mut Sources) -> Option<Source> {
    let disk = root.join(path.as_str());
    let inside = fs::canonicalize(&disk).ok()?.starts_with(fs::canonicalize(root).ok()?);
    let metadata = fs::metadata(&disk).ok().filter(|metadata| inside && metadata.is_file())?;
    let found = Found { path: path.clone(), disk, size: metadata.len() };
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
