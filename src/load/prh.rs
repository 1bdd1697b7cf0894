//! The site's dictionary of terms, `prh.yml`, and the dictionaries that it imports.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::read::{MAX_TEXT, bytes, keep};
use super::walk::Found;
use crate::diagnostic::{Finding, Findings, rule};
use crate::prh::{self, Terms};
use crate::source::{Place, Source, SourcePath, Sources};
use crate::words::Msg;

/// The dictionary, in the site's root.
const FILE: &str = "prh.yml";

/// The most dictionaries that import each other.
const MAX_FILES: usize = 200;

/// Loads the terms of a site; none where there is no dictionary.
pub(super) fn terms(root: &Path, findings: &mut Findings, sources: &mut Sources) -> Terms {
    let mut terms = Terms::default();
    let mut seen = BTreeSet::new();
    let mut open = vec![(SourcePath::new(FILE), None)];
    while let Some((path, importer)) = open.pop() {
        if seen.len() == MAX_FILES || !seen.insert(path.clone()) {
            continue;
        }
        match source(root, &path, findings, sources) {
            Some(source) => {
                let (dictionary, more) = prh::read(&source);
                findings.extend(more);
                terms.rules.extend(dictionary.rules);
                for import in dictionary.imports.iter().rev() {
                    let place = source.place(import.span.range());
                    match path.join(&import.value) {
                        Some(path) => open.push((path, Some(place))),
                        None => findings.push(no_import(place, &import.value)),
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
