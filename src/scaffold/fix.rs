//! Fixing: applies the safe changes that findings propose to the sources on the disk.
//!
//! The changes are data of the findings; here they are tried and written. A change that would do more than reword (a line
//! that becomes a list, a title that becomes a number) is left to the editor: the changed page is parsed again, and must
//! have the same shape. A file is replaced as a whole, so that no run leaves half of one.

#![expect(clippy::disallowed_methods, reason = "this shell rewrites sources on the disk")]

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use crate::diagnostic::{Finding, Findings, Fix};
use crate::load::{Input, PageSource};
use crate::parse::{Document, RunKind, parse, same_shape};
use crate::source::{Place, Position, Source, SourcePath};

/// What was done to the sources.
#[derive(Debug, Default)]
pub struct Fixed {
    /// The changes, in the order of the findings.
    pub changes: Vec<Change>,
    /// The files that could not be written, and why; `None`: it changed since it was read.
    pub failed: Vec<(SourcePath, Option<io::Error>)>,
}

/// One change of a source.
#[derive(Debug)]
pub struct Change {
    /// The file.
    pub file: SourcePath,
    /// Where it begins.
    pub position: Position,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
    /// The id of the rule.
    pub rule: &'static str,
}

/// Applies the fixes of findings to the pages of a site.
#[must_use]
pub fn fix(root: &Path, input: &Input, findings: &Findings) -> Fixed {
    let mut by_file: BTreeMap<&SourcePath, Vec<(&Fix, &Finding)>> = BTreeMap::new();
    for finding in findings {
        if let (Some(Place { file, .. }), Some(fix)) = (&finding.place, &finding.fix) {
            by_file.entry(file).or_default().push((fix, finding));
        }
    }
    let mut fixed = Fixed::default();
    for page in &input.pages {
        if let Some(fixes) = by_file.remove(page.source.path()) {
            fix_page(root, input, page, fixes, &mut fixed);
        }
    }
    fixed
}

fn fix_page(root: &Path, input: &Input, page: &PageSource, fixes: Vec<(&Fix, &Finding)>, fixed: &mut Fixed) {
    let source = &page.source;
    let chosen = safe(input, page, without_overlaps(fixes));
    if chosen.is_empty() {
        return;
    }
    let edits: Vec<&Fix> = chosen.iter().map(|(fix, _)| *fix).collect();
    match rewrite(&root.join(source.path().as_str()), source, &edits) {
        Ok(true) => fixed.changes.extend(chosen.iter().map(|(fix, finding)| change(source, fix, finding))),
        Ok(false) => fixed.failed.push((source.path().clone(), None)),
        Err(error) => fixed.failed.push((source.path().clone(), Some(error))),
    }
}

fn change(source: &Source, fix: &Fix, finding: &Finding) -> Change {
    let range = fix.span.range();
    Change {
        file: source.path().clone(),
        position: source.position(range.start),
        before: source.text().get(range).unwrap_or_default().to_owned(),
        after: fix.text.clone(),
        rule: finding.rule.id,
    }
}

/// The fixes in order; of those that touch the same text the first. The others come with the next round.
fn without_overlaps<'a>(mut fixes: Vec<(&'a Fix, &'a Finding)>) -> Vec<(&'a Fix, &'a Finding)> {
    fixes.sort_by_key(|(fix, _)| fix.span);
    let mut kept: Vec<(&Fix, &Finding)> = Vec::with_capacity(fixes.len());
    for (fix, finding) in fixes {
        if !kept.last().is_some_and(|(last, _)| last.overlaps(fix)) {
            kept.push((fix, finding));
        }
    }
    kept
}

/// The fixes that change words only. Mostly all do, so they are first tried together.
fn safe<'a>(input: &Input, page: &PageSource, fixes: Vec<(&'a Fix, &'a Finding)>) -> Vec<(&'a Fix, &'a Finding)> {
    let before = parse_page(input, page, page.source.text());
    let keeps_shape = |edits: &[&Fix]| {
        let changed = Fix::apply(page.source.text(), edits, |at| at);
        let after = parse_page(input, page, &changed);
        let removed: usize = edits.iter().map(|fix| fix.span.range().len()).sum();
        let added: usize = edits.iter().map(|fix| fix.text.len()).sum();
        is_same(&before, &after) && words(&before.0) + added == words(&after.0) + removed
    };
    let mut kept = Vec::new();
    keep(&mut kept, &fixes, &keeps_shape);
    kept
}

/// Adds the fixes of a group that can be added: all at once if they can, else each half by itself.
fn keep<'a>(kept: &mut Vec<(&'a Fix, &'a Finding)>, group: &[(&'a Fix, &'a Finding)], works: &dyn Fn(&[&Fix]) -> bool) {
    let edits: Vec<&Fix> = kept.iter().chain(group).map(|(fix, _)| *fix).collect();
    if works(&edits) {
        kept.extend_from_slice(group);
    } else if group.len() > 1 {
        let (first, second) = group.split_at(group.len() / 2);
        keep(kept, first, works);
        keep(kept, second, works);
    }
}

fn parse_page(input: &Input, page: &PageSource, text: &str) -> (Document, Findings) {
    let source = Source::new(page.source.path().clone(), text);
    let page = PageSource { source, ..page.clone() };
    parse(&page, &input.settings.languages, input.settings.raw_html)
}

fn is_same((one, before): &(Document, Findings), (other, after): &(Document, Findings)) -> bool {
    same_shape(one, other) && before.len() == after.len() && one.front.extra == other.front.extra
}

/// How many bytes of words a page has. A line that became markup has lost some.
fn words(document: &Document) -> usize {
    let runs = document.prose.iter().flat_map(|prose| &prose.runs);
    let words = runs.filter(|run| matches!(run.kind, RunKind::Words | RunKind::Label));
    words.map(|run| run.span.range().len()).sum()
}

/// Writes a file with changes beside itself and puts it in its place. `false`: it is no longer what was read.
fn rewrite(path: &Path, source: &Source, edits: &[&Fix]) -> io::Result<bool> {
    // Where the file is a link, what it leads to is replaced.
    let path = fs::canonicalize(path)?;
    let content = fs::read_to_string(&path)?;
    if Source::new(source.path().clone(), &content) != *source {
        return Ok(false);
    }
    let changed = Fix::apply(&content, edits, |at| source.file_offset(at));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.taiyaku-{}", std::process::id()));
    let written = write_beside(&beside, &path, changed.as_bytes()).and_then(|()| fs::rename(&beside, &path));
    if written.is_err() {
        // What is left is hidden and no page; that it cannot be removed changes nothing.
        let _ = fs::remove_file(&beside);
    }
    written.map(|()| true)
}

fn write_beside(beside: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let permissions = fs::metadata(path)?.permissions();
    if permissions.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(beside)?;
    file.write_all(bytes)?;
    file.set_permissions(permissions)?;
    file.sync_all()
}
