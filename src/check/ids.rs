//! `link-anchor` on ids that a page gives twice.

use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Findings, rule};
use crate::resolve::{Page, Site};
use crate::source::Span;
use crate::words::Msg;

pub(super) fn check(site: &Site, page: &Page) -> Findings {
    let document = &site.edition(page).document;
    let explicit = document.body.headings.iter().filter_map(|heading| heading.id.as_ref());
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    let mut findings = Findings::new();
    for (id, span) in explicit.chain(&document.body.ids) {
        match first.get(id.as_str()) {
            Some(other) => {
                let finding = Finding::new(
                    &rule::LINK_ANCHOR,
                    document.source.place(span.range()),
                    Msg::IdTwice { id: id.into() },
                );
                let first = document.source.place(other.range());
                findings.push(finding.help(Msg::IdTwiceHelp).related(first, Msg::IdFirst));
            }
            None => {
                first.insert(id, *span);
            }
        }
    }
    findings
}
