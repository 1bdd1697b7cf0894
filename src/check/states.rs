//! `translation-behind`, `-ahead`, `-answered`, `-diverged`, `-unconfirmed`, `-orphan`: what changed since both languages were confirmed.

use super::moved::{moved_to, renamed};
use super::required;
use crate::blocks::{Block, Edit, Partner, Row, Side, State};
use crate::diagnostic::{Finding, Findings, Level, rule};
use crate::lang::Lang;
use crate::load::Topic;
use crate::resolve::{Broken, Changes, Site, Translation};
use crate::source::{Place, Source};
use crate::words::{Msg, own_name};

pub(super) fn check(site: &Site) -> Findings {
    let translations = &site.translations;
    let all = translations.topics.iter().flat_map(|(topic, all)| all.iter().map(move |one| (topic, one)));
    let judged = all.flat_map(|(topic, one)| {
        let findings = Judge { site, topic, one }.findings();
        findings.into_iter().map(move |finding| required::raised(site, topic, finding))
    });
    let mut findings: Findings = judged.collect();
    findings.extend(translations.leftover.iter().filter_map(|(topic, lang)| leftover(site, topic, *lang)));
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
        let mut findings = match (self.one.main_state, self.one.state) {
            (_, State::Behind) => self.behind(changes, Side::Other, (other, main)),
            (State::Behind, _) => self.behind(changes, Side::Main, (main, other)),
            (_, State::Answered) => vec![self.answered(changes, main, other)],
            (_, State::Diverged) => vec![self.diverged(changes, main, other)],
            _ => Findings::new(),
        };
        if let Some((new, place)) = moved_to(self.site, self.topic, self.one.lang, changes)
            && let Some(first) = findings.first_mut()
        {
            first.related.push((place, Msg::TranslationMovedTo { topic: new.as_str().into() }));
        }
        findings
    }

    /// Whether both pages are there today. Drafts are looked at by `status`.
    fn is_shown(&self) -> bool {
        let entry = self.site.topics.get(self.topic);
        entry.is_some_and(|entry| {
            entry.editions.has(Lang::MAIN).is_some() && entry.editions.has(self.one.lang).is_some()
        })
    }

    fn tag(&self, lang: Lang) -> &str {
        self.site.input.settings.languages.tag(lang)
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
        let behind = Msg::TranslationBehind {
            tag: self.tag(newer_lang).into(),
            language: own_name(self.tag(newer_lang)).into(),
            count: count.into(),
        };
        let ahead = Msg::TranslationAhead {
            tag: self.tag(late_lang).into(),
            language: own_name(self.tag(late_lang)).into(),
            count: count.into(),
        };
        let finding = Finding::new(&rule::TRANSLATION_BEHIND, partner_place(changes, row, side, late), behind)
            .help(self.diff_help())
            .related(changed.clone(), Msg::TranslationChangedHere);
        let level = if self.one.is_recent { Level::Hint } else { finding.level };
        vec![Finding { level, ..finding }, Finding::new(&rule::TRANSLATION_AHEAD, changed, ahead)]
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
        let message = Msg::TranslationDiverged {
            tag: self.tag(Lang::MAIN).into(),
            language: own_name(self.tag(Lang::MAIN)).into(),
            count: self.one.open().into(),
        };
        let at = place(Side::Other, other).unwrap_or_else(|| other.whole());
        let finding = Finding::new(&rule::TRANSLATION_DIVERGED, at, message).help(self.diff_help());
        match place(Side::Main, main) {
            Some(place) => finding.related(place, Msg::TranslationChangedHere),
            None => finding,
        }
    }

    /// A site that has never confirmed anything does not use states, and is not told of each page, except where it requires them.
    fn unconfirmed(&self, other: &Source) -> Option<Finding> {
        let uses_states = !self.site.input.agreed.is_empty() || self.site.input.settings.required(self.topic).is_some();
        let asks = self.one.state == State::Unconfirmed && uses_states;
        let message = Msg::TranslationUnconfirmed {
            tag: self.tag(Lang::MAIN).into(),
            language: own_name(self.tag(Lang::MAIN)).into(),
        };
        asks.then(|| Finding::new(&rule::TRANSLATION_UNCONFIRMED, other.whole(), message).help(self.confirm_help()))
    }

    /// The finding on a translation whose main page was there when the pair was agreed.
    fn gone(&self) -> Option<Finding> {
        let other = self.one.texts.1.as_ref()?;
        let was_there = self.site.input.agreed.contains_key(&(self.topic.clone(), self.one.lang));
        let message = Msg::TranslationOrphan {
            tag: self.tag(Lang::MAIN).into(),
            language: own_name(self.tag(Lang::MAIN)).into(),
        };
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

/// The finding on an agreed pair whose topic is gone. A topic of another name with the same text is named.
fn leftover(site: &Site, topic: &Topic, lang: Lang) -> Option<Finding> {
    let pair = site.input.agreed.get(&(topic.clone(), lang))?;
    let source = pair.main.as_ref().or(pair.other.as_ref())?;
    let message = Msg::TranslationLeftover { topic: topic.as_str().into() };
    let help = match renamed(site, pair, lang) {
        Some(new) => Msg::TranslationMovedHelp { old: topic.as_str().into(), new: new.as_str().into() },
        None => Msg::TranslationLeftoverHelp { file: source.path().as_str().into() },
    };
    Some(Finding::new(&rule::TRANSLATION_ORPHAN, source.whole(), message).help(help))
}
