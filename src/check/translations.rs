//! `translation-missing`: every topic is there in every language, unless it says that it is not meant to be.

use super::Checker;
use super::required;
use crate::diagnostic::{Finding, Findings, Level, rule};
use crate::load::{MissingTranslation, Topic};
use crate::parse::MARK;
use crate::resolve::{Site, TopicEntry, Unfinished};
use crate::words::{Msg, own_name};

/// The languages that a topic lacks.
pub(super) fn check(checker: &Checker<'_>, topic: &Topic, entry: &TopicEntry) -> Findings {
    let site = checker.site;
    let languages = &site.input.settings.languages;
    let Some((_, &index)) = entry.editions.present().next() else { return Findings::new() };
    let there = &site.editions[index].document.source;
    let lacking = languages.iter().filter(|&lang| {
        let is_unread = site.input.unread.pages.contains(&(topic.clone(), lang));
        let is_absent = entry.editions.has(lang).is_none() && !entry.absent_on_purpose.get(lang);
        is_absent && !site.is_hidden(topic, lang) && !site.is_unfinished(topic, lang) && !is_unread
    });
    let finding = |lang| {
        let tag = languages.tag(lang);
        let message = Msg::TranslationMissing { tag: tag.into(), language: own_name(tag).into() };
        let finding = Finding::new(&rule::TRANSLATION_MISSING, there.whole(), message);
        let finding = finding.help(Msg::TranslationMissingHelp {
            tag: tag.into(),
            topic: topic.as_str().into(),
            file: expected(there.path().as_str(), tag).into(),
        });
        let finding = Finding { level: level(site.input.settings.missing_translation), ..finding };
        required::raised(site, topic, finding)
    };
    lacking.map(finding).collect()
}

/// The pages that are not translated to their end.
pub(super) fn check_unfinished(site: &Site) -> Findings {
    site.unfinished.iter().map(|page| unfinished(site, page)).collect()
}

/// The finding on a page that is not translated to its end, which counts as missing until then.
fn unfinished(site: &Site, page: &Unfinished) -> Finding {
    let tag = site.input.settings.languages.tag(page.lang);
    let message =
        Msg::TranslationUnfinished { tag: tag.into(), language: own_name(tag).into(), count: page.count.into() };
    let finding = Finding::new(&rule::TRANSLATION_MISSING, page.place.clone(), message);
    let finding = finding.help(Msg::TranslationUnfinishedHelp { mark: MARK.into() });
    Finding { level: level(site.input.settings.missing_translation), ..finding }
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
