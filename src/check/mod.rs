//! Check: a [`Site`] in, findings out. One rule, or one family of rules, a file.
//!
//! Rules read what resolve has bound and judge it; they change nothing and know nothing of templates or files.

mod allow;
mod conflicts;
mod eras;
mod external;
mod facts;
mod headings;
mod ids;
mod images;
mod link_text;
mod links;
mod moved;
mod notices;
mod parity;
mod redirects;
mod required;
mod states;
mod structure;
mod templates;
mod text;
mod translations;

pub use allow::allow;

use rayon::prelude::*;

use crate::diagnostic::Findings;
use crate::resolve::{Page, Site};

/// The rules that look at one page. A page with a borrowed text is judged where its text is its own.
const PAGE_RULES: &[fn(&Site, &Page) -> Findings] = &[
    eras::check,
    external::check,
    facts::check,
    headings::check,
    ids::check,
    images::check,
    link_text::check,
    links::check,
    templates::check,
    text::check,
];

/// The rules that look at the site as a whole.
const SITE_RULES: &[fn(&Site) -> Findings] = &[
    conflicts::check,
    facts::check_contacts,
    notices::check,
    parity::check,
    redirects::check,
    required::check,
    states::check,
    structure::check,
    translations::check,
];

/// Judges a site.
#[must_use]
pub fn check(site: &Site) -> Findings {
    let own: Vec<&Page> = site.pages.iter().filter(|page| !site.is_fallback(page)).collect();
    let by_page = own.par_iter().map(|page| PAGE_RULES.iter().flat_map(|rule| rule(site, page)).collect::<Findings>());
    let mut findings: Findings = by_page.collect::<Vec<_>>().into_iter().flatten().collect();
    findings.extend(SITE_RULES.iter().flat_map(|rule| rule(site)));
    findings
}
