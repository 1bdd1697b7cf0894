//! `a11y-alt`: every image has a text alternative (WCAG 2.2, 1.1.1).

use crate::diagnostic::{Finding, Findings, rule};
use crate::resolve::{Page, Site};
use crate::words::Msg;

pub(super) fn check(site: &Site, page: &Page) -> Findings {
    let document = &site.edition(page).document;
    let without = document.body.images.iter().filter(|image| image.alt.is_blank());
    without
        .map(|image| {
            Finding::new(&rule::A11Y_ALT, document.source.place(image.span.range()), Msg::AltMissing)
                .help(Msg::AltMissingHelp)
        })
        .collect()
}
