//! Findings that only repeat another one, told from the other side: an editor mends one thing and hears of it once.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Finding, Findings, Level, rule};
use crate::source::{Place, SourcePath, Span};
use crate::words::Msg;

/// The findings without those that follow from another.
///
/// Names that a disk may confuse were found by load, and make addresses that a disk may confuse. And what `check`
/// says of addresses that are taken twice, with both sources, comes up again when the files are put together; what it
/// says of a template that a page asks for, when the page is made.
pub(super) fn without_echoes(mut findings: Findings) -> Findings {
    let twins: BTreeSet<SourcePath> = findings.iter().filter(|finding| is_twin(finding)).filter_map(file).collect();
    let is_told = findings.iter().any(|finding| is_conflict(finding) && finding.place.is_some());
    let placed = findings.iter().filter(|finding| finding.place.is_some());
    let told: BTreeSet<Msg> = placed.map(|finding| finding.message.clone()).collect();
    findings.retain(|finding| finding.place.is_some() || !told.contains(&finding.message));
    findings.retain(|finding| match file(finding) {
        _ if !is_conflict(finding) => true,
        Some(file) => !twins.contains(&file),
        None => !is_told,
    });
    without_slips(findings)
}

/// The findings without what the languages seem to disagree in because of a slip: a block with an error in it has changed
/// since both texts were confirmed, and lacks the value that its unknown fact would have. Both show again if they are still
/// true when the error is mended.
fn without_slips(mut findings: Findings) -> Findings {
    let mut errors: BTreeMap<SourcePath, Vec<Span>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.level == Level::Error && !compares(finding)) {
        let Some(Place { file, span: Some(span) }) = &finding.place else { continue };
        errors.entry(file.clone()).or_default().push(*span);
    }
    errors.values_mut().for_each(|spans| spans.sort_unstable_by_key(|span| (span.start, span.end)));
    let holds_error = |place: &Place| {
        let (Some(span), Some(errors)) = (place.span, errors.get(&place.file)) else { return false };
        let from = errors.partition_point(|error| error.start < span.start);
        errors[from..].iter().take_while(|error| error.start < span.end).any(|error| error.end <= span.end)
    };
    findings.retain(|finding| {
        let mut places = finding.place.iter().chain(finding.related.iter().map(|(place, _)| place));
        finding.level == Level::Error || !compares(finding) || !places.any(holds_error)
    });
    findings
}

/// Whether a finding is about what the languages of a topic do not share.
fn compares(finding: &Finding) -> bool {
    finding.rule.id.starts_with("translation-") || finding.rule.id.starts_with("parity-")
}

fn is_twin(finding: &Finding) -> bool {
    matches!(finding.message, Msg::NameTwins { .. })
}

fn is_conflict(finding: &Finding) -> bool {
    finding.rule.id == rule::URL_CONFLICT.id
}

fn file(finding: &Finding) -> Option<SourcePath> {
    finding.place.as_ref().map(|place| place.file.clone())
}
