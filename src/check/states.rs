//! `translation-behind`, `-ahead`, `-answered`, `-diverged`, `-unconfirmed`, `-orphan`: what changed since both languages were confirmed.

use std::collections::BTreeSet;

use super::Checker;
use crate::blocks::{Block, Edit, Partner, Row, Side, State, blocks};
use crate::diagnostic::{Finding, Findings, Level, rule};
use crate::lang::Lang;
use crate::load::Topic;
use crate::resolve::{Broken, Changes, Site, TopicEntry, Translation};
use crate::source::{Place, Source};
use crate::words::{Msg, own_name};

pub(super) fn check(checker: &Checker<'_>, topic: &Topic, _: &TopicEntry) -> Findings {
    let site = checker.site;
    let all = site.translations.topics.get(topic).into_iter().flat_map(|all| all.iter());
    all.flat_map(|one| Judge { site, topic, one }.findings()).collect()
}

/// The agreed pairs of topics that are gone, and those of topics of which no page is there today: they may be broken.
pub(super) fn check_leftovers(site: &Site) -> Findings {
    let waiting = site.translations.topics.iter().filter(|(topic, _)| !site.topics.contains_key(topic));
    let waiting = waiting.flat_map(|(topic, all)| all.iter().map(move |one| Judge { site, topic, one }));
    let mut findings: Findings = waiting.flat_map(|judge| judge.findings()).collect();
    findings.extend(site.translations.leftover.iter().filter_map(|(topic, lang)| leftover(site, topic, *lang)));
    findings
}

/// A topic and one of its translations.
struct Judge<'a> {
    site: &'a Site,
    topic: &'a Topic,
    one: &'a Translation,
}

impl Judge<'_> {
    fn findings(&self) -> Findings {
        if let Some((place, broken)) = &self.one.broken {
            return vec![self.broken(place.clone(), *broken)];
        }
        let (Some(main), Some(other)) = (&self.one.texts.0, &self.one.texts.1) else {
            return self.gone().into_iter().collect();
        };
        if !self.is_shown() {
            return Findings::new();
        }
        let Some(changes) = &self.one.changes else {
            return self.unconfirmed(other).into_iter().collect();
        };
        match (self.one.main_state, self.one.state) {
            (_, State::Behind) => self.behind(changes, Side::Other, (other, main)),
            (State::Behind, _) => self.behind(changes, Side::Main, (main, other)),
            (_, State::Answered) => vec![self.answered(changes, main, other)],
            (_, State::Diverged) => vec![self.diverged(changes, main, other)],
            _ => Findings::new(),
        }
    }

    /// Whether both pages are there today. Drafts are looked at by `status`.
    fn is_shown(&self) -> bool {
        let entry = self.site.topics.get(self.topic);
        entry.is_some_and(|entry| {
            entry.editions.has(Lang::MAIN).is_some() && entry.editions.has(self.one.lang).is_some()
        })
    }

    /// The name of a language in that language.
    fn name(&self, lang: Lang) -> &str {
        own_name(self.site.input.settings.languages.tag(lang))
    }

    fn confirm_help(&self) -> Msg {
        Msg::TranslationConfirmHelp { topic: self.topic.as_str().into() }
    }

    fn diff_help(&self) -> Msg {
        Msg::TranslationDiffHelp { topic: self.topic.as_str().into() }
    }

    /// The findings on a page that is behind and on the one that is ahead of it.
    fn behind(&self, changes: &Changes, side: Side, (late, newer): (&Source, &Source)) -> Findings {
        let (late_lang, newer_lang, newer_side) = match side {
            Side::Main => (Lang::MAIN, self.one.lang, Side::Other),
            Side::Other => (self.one.lang, Lang::MAIN, Side::Main),
        };
        let Some(row) = changes.comparison.rows.iter().find(|row| row.side() == Some(newer_side)) else {
            return Findings::new();
        };
        let count = self.one.open();
        let changed = changed_place(changes, row, newer_side, newer);
        let behind = Msg::TranslationBehind { language: self.name(newer_lang).into(), count: count.into() };
        let ahead = Msg::TranslationAhead { language: self.name(late_lang).into(), count: count.into() };
        vec![
            Finding::new(&rule::TRANSLATION_BEHIND, partner_place(changes, row, side, late), behind)
                .help(self.diff_help())
                .related(changed.clone(), Msg::TranslationChangedHere),
            Finding::new(&rule::TRANSLATION_AHEAD, changed, ahead),
        ]
    }

    fn answered(&self, changes: &Changes, main: &Source, other: &Source) -> Finding {
        let row = changes.comparison.rows.first().cloned().unwrap_or_default();
        let place = changed_place(changes, &row, Side::Other, other);
        let message = Msg::TranslationAnswered { count: changes.comparison.rows.len().into() };
        Finding::new(&rule::TRANSLATION_ANSWERED, place, message)
            .help(self.confirm_help())
            .related(changed_place(changes, &row, Side::Main, main), Msg::TranslationChangedHere)
    }

    fn diverged(&self, changes: &Changes, main: &Source, other: &Source) -> Finding {
        let first = |side| changes.comparison.rows.iter().find(|row| row.side() == Some(side));
        let place = |side, source| first(side).map(|row| changed_place(changes, row, side, source));
        let message =
            Msg::TranslationDiverged { language: self.name(Lang::MAIN).into(), count: self.one.open().into() };
        let at = place(Side::Other, other).unwrap_or_else(|| other.whole());
        let finding = Finding::new(&rule::TRANSLATION_DIVERGED, at, message).help(self.diff_help());
        match place(Side::Main, main) {
            Some(place) => finding.related(place, Msg::TranslationChangedHere),
            None => finding,
        }
    }

    /// A site that has never confirmed anything does not use states, and is not told of each page.
    fn unconfirmed(&self, other: &Source) -> Option<Finding> {
        let asks = self.one.state == State::Unconfirmed && !self.site.input.agreed.is_empty();
        let message = Msg::TranslationUnconfirmed { language: self.name(Lang::MAIN).into() };
        asks.then(|| Finding::new(&rule::TRANSLATION_UNCONFIRMED, other.whole(), message).help(self.confirm_help()))
    }

    /// The finding on a translation whose main page was there when the pair was agreed.
    fn gone(&self) -> Option<Finding> {
        let other = self.one.texts.1.as_ref()?;
        let was_there = self.site.input.agreed.contains_key(&(self.topic.clone(), self.one.lang));
        let message = Msg::TranslationOrphan { language: self.name(Lang::MAIN).into() };
        (self.one.state == State::Orphan && was_there)
            .then(|| Finding::new(&rule::TRANSLATION_ORPHAN, other.whole(), message).help(Msg::TranslationOrphanHelp))
    }

    fn broken(&self, place: Place, broken: Broken) -> Finding {
        let message = match broken {
            Broken::Conflict => Msg::TranslationConflict,
            Broken::Half => Msg::TranslationHalf,
        };
        let finding = Finding::new(&rule::TRANSLATION_UNCONFIRMED, place, message).help(self.confirm_help());
        Finding { level: Level::Error, ..finding }
    }
}

/// Where a row changed one side.
fn changed_place(changes: &Changes, row: &Row, side: Side, source: &Source) -> Place {
    let (edits, today): (&[Edit], &[Block]) = match side {
        Side::Main => (&row.main, &changes.today.0),
        Side::Other => (&row.other, &changes.today.1),
    };
    let new = edits.iter().find_map(|edit| edit.new);
    new.map_or_else(|| source.whole(), |block| source.place(today[block].span.range()))
}

/// Where the side that did not change should follow a row.
fn partner_place(changes: &Changes, row: &Row, side: Side, source: &Source) -> Place {
    let today = match side {
        Side::Main => &changes.today.0,
        Side::Other => &changes.today.1,
    };
    match row.partner {
        Some(Partner::Block(block) | Partner::After(block)) => source.place(today[block].span.range()),
        Some(Partner::Start) | None => source.whole(),
    }
}

/// The share of an agreed text's blocks that another topic must have to be the same topic under a new name.
const RENAMED: f64 = 0.6;

/// The finding on an agreed pair whose topic is gone. A topic of another name with the same text is named.
fn leftover(site: &Site, topic: &Topic, lang: Lang) -> Option<Finding> {
    let pair = site.input.agreed.get(&(topic.clone(), lang))?;
    let source = pair.main.as_ref().or(pair.other.as_ref())?;
    let message = Msg::TranslationLeftover { topic: topic.as_str().into() };
    let help = match renamed(site, pair.main.as_ref(), lang) {
        Some(new) => Msg::TranslationMovedHelp { old: topic.as_str().into(), new: new.as_str().into() },
        None => Msg::TranslationLeftoverHelp { file: source.path().as_str().into() },
    };
    Some(Finding::new(&rule::TRANSLATION_ORPHAN, source.whole(), message).help(help))
}

fn renamed<'a>(site: &'a Site, agreed: Option<&Source>, lang: Lang) -> Option<&'a Topic> {
    let languages = &site.input.settings.languages;
    let identities = |source: &Source| -> BTreeSet<(String, String)> {
        let owned = |block: &Block| {
            let (name, full) = block.identity();
            (name.to_owned(), full.to_owned())
        };
        blocks(source, languages).iter().map(owned).collect()
    };
    let agreed = identities(agreed?);
    let without_pair = site
        .input
        .pages
        .iter()
        .filter(|page| page.lang == Lang::MAIN && !site.input.agreed.contains_key(&(page.topic.clone(), lang)));
    let shares = without_pair.map(|page| {
        let common = identities(&page.source).intersection(&agreed).count();
        (common as f64 / agreed.len().max(1) as f64, &page.topic)
    });
    shares.filter(|&(share, _)| share >= RENAMED).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, topic)| topic)
}
