//! `a11y-link-text`: a link says where it leads, out of its context too (WCAG 2.2, 2.4.4 and 2.4.9).

use crate::diagnostic::{Finding, Findings, rule};
use crate::parse::{Link, Target};
use crate::resolve::{Page, Site};
use crate::words::Msg;

/// Texts that say nothing of where a link leads.
const EMPTY_TEXTS: &[&str] =
    &["こちら", "ここ", "コチラ", "こちらから", "こちらへ", "here", "click here", "this", "this page", "link", "more"];

pub(super) fn check(site: &Site, page: &Page) -> Findings {
    let edition = site.edition(page);
    let document = &edition.document;
    let judge = |link: &Link| {
        let at = |message| {
            Finding::new(&rule::A11Y_LINK_TEXT, document.source.place(link.span.range()), message)
                .help(Msg::LinkTextHelp)
        };
        if link.text.is_blank() {
            let labelled = link.has_image || matches!(link.target, Target::Fact(_));
            return (!labelled).then(|| at(Msg::LinkTextMissing));
        }
        let text = edition.words(&link.text);
        let text = text.trim().to_lowercase();
        EMPTY_TEXTS.contains(&text.as_str()).then(|| at(Msg::LinkTextEmpty { text: text.into() }))
    };
    document.body.links.iter().filter_map(judge).collect()
}
