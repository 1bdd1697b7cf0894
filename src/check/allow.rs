//! `allow:` in front matter: findings that are right where they are, each with a reason.

use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Findings, rule};
use crate::parse::{Allow, Document};
use crate::resolve::Site;
use crate::source::{Place, SourcePath};
use crate::words::Msg;

/// Takes out the findings that their page allows, and adds one for each entry that matches nothing.
///
/// Errors that stop a site from being built cannot be allowed.
#[must_use]
pub fn allow(site: &Site, findings: Findings) -> Findings {
    let documents: BTreeMap<&SourcePath, &Document> = site
        .editions
        .iter()
        .map(|edition| &*edition.document)
        .filter(|document| !document.front.allow.is_empty())
        .map(|document| (document.source.path(), document))
        .collect();
    if documents.is_empty() {
        return findings;
    }
    let mut used: BTreeMap<&SourcePath, Vec<bool>> =
        documents.iter().map(|(path, document)| (*path, vec![false; document.front.allow.len()])).collect();
    let mut kept: Findings = Vec::with_capacity(findings.len());
    for finding in findings {
        // What two pages do not share may be declared on either of them.
        let places = finding.place.iter().chain(finding.related.iter().map(|(place, _)| place));
        let found =
            places.filter_map(|place| Some((place, *documents.get(&place.file)?))).find_map(|(place, document)| {
                let matching = |allow: &Allow| matches(allow, &finding, place, document);
                Some((document.front.allow.iter().position(matching)?, document))
            });
        match found {
            Some((entry, document)) => {
                if let Some(used) = used.get_mut(document.source.path()) {
                    used[entry] = true;
                }
            }
            None => kept.push(finding),
        }
    }
    kept.extend(documents.values().flat_map(|document| unused(site, document, &used[document.source.path()])));
    kept
}

fn matches(allow: &Allow, finding: &Finding, place: &Place, document: &Document) -> bool {
    if allow.rule.value != finding.rule.id || finding.rule.is_fixed() {
        return false;
    }
    let Some(text) = &allow.text else { return true };
    place.span.is_some_and(|span| line_of(document.source.text(), span.range()).contains(text.as_str()))
}

/// The lines that a range touches. A finding may point at less than the text that an entry quotes.
fn line_of(text: &str, range: std::ops::Range<usize>) -> &str {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |at| at + range.end);
    &text[start..end]
}

/// Entries that match nothing. Of a rule that is off nobody knows what it would have found.
fn unused(site: &Site, document: &Document, used: &[bool]) -> Findings {
    let is_on = |allow: &Allow| rule::find(&allow.rule.value).is_none_or(|rule| site.input.settings.rules.is_on(rule));
    let entries = document.front.allow.iter().zip(used).filter(|(allow, used)| !**used && is_on(allow));
    let finding = |(allow, _): (&Allow, _)| {
        let place = document.source.place(allow.rule.span.range());
        Finding::new(&rule::FRONT_MATTER_ALLOW, place, Msg::AllowUnused { rule: allow.rule.value.as_str().into() })
            .help(Msg::AllowUnusedHelp)
    };
    entries.map(finding).collect()
}
