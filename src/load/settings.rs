//! The settings: what `site.yaml` says, every key understood and checked.

mod keys;
mod read;

use std::collections::BTreeMap;

pub use keys::KEYS;
pub(super) use read::{JUDGE, language_meant};

use super::Topic;
use crate::diagnostic::RuleSettings;
use crate::html;
use crate::japanese::Phrases;
use crate::lang::{Lang, Languages, PerLang};
use crate::source::{Place, Source};
use crate::words::{DateStyle, Duration};

/// The settings of a site, with their defaults.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `site.yaml` itself, for findings that point at a setting.
    pub source: Source,
    /// Scheme and authority: `https://card.example.jp`, without a `/` at its end.
    pub origin: String,
    /// The path that every address begins with: `/` or `/repo/`.
    pub base_path: String,
    /// The languages, the main language first.
    pub languages: Languages,
    /// The site's name in each language.
    pub title: PerLang<Option<String>>,
    /// What stands at the foot of every page, in each language.
    pub footer: PerLang<Option<String>>,
    /// The theme's name.
    pub theme: String,
    /// Where it is named.
    pub theme_place: Place,
    /// Whether the main language has a prefix too.
    pub prefix: Prefix,
    /// What becomes of a page that a language lacks.
    pub missing_translation: MissingTranslation,
    /// Where links that leave the site open.
    pub external_links: ExternalLinks,
    /// The style of dates in each language.
    pub dates: PerLang<DateStyle>,
    /// The IANA time zone in which `published` and `expires` take effect.
    pub timezone: String,
    /// Levels of rules.
    pub rules: RuleSettings,
    /// Whether the site has a search page.
    pub search: bool,
    /// What becomes of raw HTML in Markdown.
    pub raw_html: RawHtml,
    /// Where lines of headings may end, for each language that is Japanese.
    pub phrases: PerLang<Option<Phrases>>,
    /// The key of the contact fact that every page shows, with its place.
    pub contact: Option<(String, Place)>,
    /// Redirects from an old path to a new one, both from `/` without the base path, with the places of the key and the value.
    pub redirects: BTreeMap<String, Redirect>,
    /// Where the site can be published, by name.
    pub deploy: BTreeMap<String, DeployTarget>,
    /// The folders and topics whose languages must say the same, by name without a `/` at its ends; the whole site is an empty name.
    pub require: BTreeMap<String, Requirement>,
    /// How long a page may be behind its other language before that is a warning; without it, no time at all.
    pub warn_after: Option<Duration>,
}

impl Settings {
    /// A text as the markup of a heading or a menu: escaped, and in Japanese with its phrases marked.
    #[must_use]
    pub fn phrased(&self, lang: Lang, text: &str) -> String {
        self.phrased_html(lang, html::text(text))
    }

    /// Finished markup of a heading or a menu, in Japanese with its phrases marked.
    #[must_use]
    pub fn phrased_html(&self, lang: Lang, markup: String) -> String {
        match self.phrases.has(lang) {
            Some(phrases) => phrases.mark(&markup),
            None => markup,
        }
    }

    /// What requires the languages of a topic to say the same, if anything does.
    #[must_use]
    pub fn required(&self, topic: &Topic) -> Option<&Requirement> {
        let asks = |(name, requirement): &(&String, &Requirement)| requirement.covers(name, topic);
        self.require.iter().find(asks).map(|(_, requirement)| requirement)
    }
}

/// One entry of `require:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// Whether it was written with a `/` at its end, and so asks the same of everything below.
    pub is_folder: bool,
    /// As it was written.
    pub written: String,
    /// Where it stands.
    pub place: Place,
}

impl Requirement {
    /// Whether it asks something of a topic. The name of the entry comes without a `/` at its ends.
    #[must_use]
    pub fn covers(&self, name: &str, topic: &Topic) -> bool {
        let below = || topic.as_str().strip_prefix(name).is_some_and(|rest| name.is_empty() || rest.starts_with('/'));
        topic.as_str() == name || (self.is_folder && below())
    }
}

/// One target of `deploy:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeployTarget {
    /// Its address: `s3://bucket/prefix`.
    pub url: String,
    /// Where the address stands.
    pub place: Place,
}

/// One redirect of `site.yaml`.
#[derive(Debug, Clone)]
pub struct Redirect {
    /// The path or address that it leads to.
    pub to: String,
    /// Where the old path stands.
    pub from_place: Place,
    /// Where the new path stands.
    pub to_place: Place,
}

/// `prefix:`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefix {
    /// Every language lives below its tag; `/` chooses.
    All,
    /// The main language lives at `/`, the others below their tags.
    Others,
}

/// `missing_translation:`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingTranslation {
    /// A finding that stops the build.
    Error,
    /// A page in another language, marked and not indexed.
    Notice,
    /// No page.
    Omit,
}

/// `external_links:`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExternalLinks {
    /// In the same tab.
    SameTab,
    /// In a new tab, which the link's label says.
    NewTab,
}

/// `raw_html:`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawHtml {
    /// It passes.
    Allow,
    /// It is shown as text.
    Escape,
}

#[cfg(test)]
mod tests;
