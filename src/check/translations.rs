//! `translation-missing`: every topic is there in every language, unless it says that it is not meant to be.

use super::Checker;
use crate::diagnostic::{Finding, Findings, Level, rule};
use crate::load::{MissingTranslation, Topic};
use crate::resolve::TopicEntry;
use crate::words::{Msg, own_name};

pub(super) fn check(checker: &Checker<'_>, topic: &Topic, entry: &TopicEntry) -> Findings {
    let site = checker.site;
    let languages = &site.input.settings.languages;
    let Some((_, &index)) = entry.editions.present().next() else { return Findings::new() };
    let there = &site.editions[index].document.source;
    let lacking = languages.iter().filter(|&lang| {
        let is_unread = site.input.unread.pages.contains(&(topic.clone(), lang));
        let waits = site.is_hidden(topic, lang);
        entry.editions.has(lang).is_none() && !entry.absent_on_purpose.get(lang) && !waits && !is_unread
    });
    let finding = |lang| {
        let tag = languages.tag(lang);
        let message = Msg::TranslationMissing { tag: tag.into(), language: own_name(tag).into() };
        let finding = Finding::new(&rule::TRANSLATION_MISSING, there.whole(), message);
        let finding = finding
            .help(Msg::TranslationMissingHelp { tag: tag.into(), file: expected(there.path().as_str(), tag).into() });
        Finding { level: level(site.input.settings.missing_translation), ..finding }
    };
    lacking.map(finding).collect()
}

/// What the lack of a page means, by `missing_translation:`.
fn level(missing: MissingTranslation) -> Level {
    match missing {
        MissingTranslation::Error => Level::Error,
        MissingTranslation::Notice => Level::Warning,
        MissingTranslation::Omit => Level::Hint,
    }
}

/// The file that the language's page would have.
fn expected(path: &str, tag: &str) -> String {
    let stem = path.strip_suffix(".md").and_then(|stem| stem.rsplit_once('.')).map_or(path, |(stem, _)| stem);
    format!("{stem}.{tag}.md")
}
