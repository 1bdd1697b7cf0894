//! `a11y-heading`: a body begins at h2, skips no level, and has no empty heading (WCAG 2.2, 1.3.1 and 2.4.6).

use crate::diagnostic::{Finding, Findings, rule};
use crate::resolve::{Page, Site};
use crate::words::Msg;

pub(super) fn check(site: &Site, page: &Page) -> Findings {
    let document = &site.edition(page).document;
    let mut above = 1;
    let mut findings = Findings::new();
    for heading in &document.body.headings {
        let at = |message, help| {
            Finding::new(&rule::A11Y_HEADING, document.source.place(heading.span.range()), message).help(help)
        };
        if heading.level == 1 {
            findings.push(at(Msg::HeadingTop, Msg::HeadingTopHelp));
        } else if heading.level > above + 1 {
            let help = Msg::HeadingSkipHelp { level: usize::from(above + 1).into() };
            findings.push(at(
                Msg::HeadingSkip { level: usize::from(heading.level).into(), above: usize::from(above).into() },
                help,
            ));
        }
        if heading.text.is_blank() {
            findings.push(at(Msg::HeadingEmpty, Msg::HeadingEmptyHelp));
        }
        above = heading.level;
    }
    findings
}
