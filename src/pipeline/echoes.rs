//! Findings that only repeat another one, told from the other side: an editor mends one thing and hears of it once.

use std::collections::BTreeSet;

use crate::diagnostic::{Finding, Findings, rule};
use crate::source::SourcePath;
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
    findings
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
