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
use crate::load::Topic;
use crate::resolve::{Page, Site, TopicEntry};
use parity::Glossary;

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

/// The rules that look at one topic, in all of its languages.
const TOPIC_RULES: &[fn(&Checker<'_>, &Topic, &TopicEntry) -> Findings] =
    &[parity::check, structure::check, translations::check];

/// The rules that look at the site as a whole.
const SITE_RULES: &[fn(&Site) -> Findings] = &[
    conflicts::check,
    facts::check_contacts,
    notices::check,
    redirects::check,
    required::check,
    states::check,
    translations::check_unfinished,
];

/// Judges a site.
#[must_use]
pub fn check(site: &Site) -> Findings {
    let (checker, mut findings) = Checker::new(site);
    let pages: Vec<_> = site.pages.par_iter().map(|page| checker.page(page)).collect();
    let topics: Vec<_> = site.topics.iter().collect();
    let topics: Vec<_> = topics.into_par_iter().map(|(topic, entry)| checker.topic(topic, entry)).collect();
    findings.extend(pages.into_iter().chain(topics).flatten());
    findings.extend(checker.site());
    findings
}

/// Judges a site piece by piece. What a page or a topic is judged to be depends on nothing but its own texts, what
/// its links are bound to, and the settings, facts, terms and templates of the site.
#[derive(Debug)]
pub struct Checker<'a> {
    site: &'a Site,
    glossary: Glossary,
}

impl<'a> Checker<'a> {
    /// What judges a site, with what there is to say on its glossary.
    #[must_use]
    pub fn new(site: &'a Site) -> (Self, Findings) {
        let (glossary, findings) = Glossary::of(site);
        (Self { site, glossary }, findings)
    }

    /// Judges one page. A page with a borrowed text is judged where its text is its own.
    #[must_use]
    pub fn page(&self, page: &Page) -> Findings {
        match self.site.is_fallback(page) {
            true => Findings::new(),
            false => PAGE_RULES.iter().flat_map(|rule| rule(self.site, page)).collect(),
        }
    }

    /// Judges one topic.
    #[must_use]
    pub fn topic(&self, topic: &Topic, entry: &TopicEntry) -> Findings {
        TOPIC_RULES.iter().flat_map(|rule| rule(self, topic, entry)).collect()
    }

    /// Judges the site as a whole.
    #[must_use]
    pub fn site(&self) -> Findings {
        SITE_RULES.iter().flat_map(|rule| rule(self.site)).collect()
    }
}
