//! `translation-required`: the languages of a topic say the same, where `require:` of `site.yaml` asks for it.

use crate::diagnostic::{Finding, Findings, Level, Rule, rule};
use crate::load::{Requirement, Topic};
use crate::resolve::Site;
use crate::words::Msg;

/// What says that a topic is not agreed. That a page is ahead follows from the other one being behind.
const NOT_AGREED: &[&Rule] = &[
    &rule::TRANSLATION_MISSING,
    &rule::TRANSLATION_BEHIND,
    &rule::TRANSLATION_ANSWERED,
    &rule::TRANSLATION_DIVERGED,
    &rule::TRANSLATION_UNCONFIRMED,
    &rule::TRANSLATION_ORPHAN,
];

/// A finding on a topic: an error with the place of the requirement where there is one, else as it was.
pub(super) fn raised(site: &Site, topic: &Topic, finding: Finding) -> Finding {
    match site.input.settings.required(topic) {
        Some(requirement) if NOT_AGREED.contains(&finding.rule) => {
            Finding { rule: &rule::TRANSLATION_REQUIRED, level: Level::Error, ..finding }
                .related(requirement.place.clone(), Msg::TranslationRequiredHere)
        }
        _ => finding,
    }
}

/// Requirements that are about nothing, most likely misspelt.
pub(super) fn check(site: &Site) -> Findings {
    let about_nothing = site.input.settings.require.iter().filter(|(name, requirement)| {
        let is_covered = |topic: &Topic| requirement.covers(name, topic);
        !site.translations.topics.keys().any(is_covered)
            && !site.input.unread.pages.iter().any(|(topic, _)| is_covered(topic))
    });
    let finding = |requirement: &Requirement| {
        let message = Msg::SettingsRequireNothing { name: requirement.written.clone().into() };
        Finding::new(&rule::CONFIG_VALUE, requirement.place.clone(), message).help(Msg::SettingsRequireHelp)
    };
    about_nothing.map(|(_, requirement)| finding(requirement)).collect()
}
