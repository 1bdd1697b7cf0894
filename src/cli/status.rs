//! `taiyaku status`: how the languages of each topic stand to each other.

mod csv;

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::{Map, Value, json};

use super::columns::painted;
use super::on_site::on_site;
use super::request::Format;
use super::session::{Session, Stop};
use super::states::{is_denied, state_style};
use super::{Outcome, report};
use crate::blocks::{Partner, Row, State, blocks};
use crate::diagnostic::Finding;
use crate::lang::Languages;
use crate::load::Topic;
use crate::pipeline::{Judged, state_name, states};
use crate::resolve::{Site, Translation, Unfinished};
use crate::words::{Msg, UiLang};

pub(super) fn run(session: &Session<'_>) -> Result<Outcome, Stop> {
    on_site(session, |_, judged, site| show(session, judged, site))
}

fn show(session: &Session<'_>, judged: &Judged, site: &Site) -> Result<Outcome, Stop> {
    let status = Status::new(site);
    match session.shared.format {
        Format::Json => {
            let mut out = session.console.out();
            writeln!(out, "{}", status.for_programs())?;
            out.flush()?;
        }
        Format::Csv => {
            let mut out = session.console.out();
            out.write_all(csv::table(&status, session.console.lang).as_bytes())?;
            out.flush()?;
        }
        Format::Sarif | Format::Github => {
            let about = |finding: &&Finding| finding.rule.id.starts_with("translation-");
            let findings: Vec<Finding> = judged.findings.iter().filter(about).cloned().collect();
            report::show_findings(session, &findings, &judged.sources)?;
        }
        _ => {
            let mut out = session.console.styled_out();
            out.write_all(status.for_people(session.console.lang).as_bytes())?;
            out.flush()?;
        }
    }
    let denied = session.shared.deny_warnings && status.topics.iter().any(TopicStatus::is_denied);
    Ok(if denied { Outcome::Refused } else { Outcome::Done })
}

/// How all topics stand.
struct Status<'a> {
    languages: &'a Languages,
    /// The pages that are not translated to their end.
    unfinished: &'a [Unfinished],
    /// The worst first.
    topics: Vec<TopicStatus<'a>>,
}

/// How one topic stands.
struct TopicStatus<'a> {
    topic: &'a Topic,
    translations: &'a [Translation],
    worst: State,
    share: Share,
}

/// How many blocks there are, and how many of them say the same in both languages.
#[derive(Clone, Copy, Default)]
struct Share {
    total: usize,
    agreed: usize,
}

impl<'a> Status<'a> {
    fn new(site: &'a Site) -> Self {
        let languages = &site.input.settings.languages;
        let topic = |(topic, translations): (&'a Topic, &'a Arc<[Translation]>)| {
            let worst = translations.iter().map(Translation::worst).max().unwrap_or(State::Agreed);
            TopicStatus { topic, translations, worst, share: share(translations, languages) }
        };
        let mut topics: Vec<_> = site.translations.topics.par_iter().map(topic).collect();
        topics.sort_by(|a, b| b.worst.cmp(&a.worst).then_with(|| a.topic.cmp(b.topic)));
        Self { languages, unfinished: &site.unfinished, topics }
    }

    fn for_people(&self, lang: UiLang) -> String {
        let mut heading = vec![Msg::CliColumnTopic.text(lang)];
        heading.extend(self.languages.tags().map(str::to_owned));
        heading.push(Msg::CliColumnOpen.text(lang));
        let rows: Vec<Vec<String>> =
            std::iter::once(heading).chain(self.topics.iter().map(|topic| self.row(topic, lang))).collect();
        let style = |row: usize, column: usize| {
            let topic = self.topics.get(row.checked_sub(1)?)?;
            let lang = self.languages.iter().nth(column.checked_sub(1)?)?;
            states(topic.translations, lang).into_iter().max().map(state_style)
        };
        let mut text = painted(&rows, style);
        text.push('\n');
        for line in self.summary(lang) {
            text.push_str(&line);
            text.push('\n');
        }
        text
    }

    fn row(&self, topic: &TopicStatus<'_>, lang: UiLang) -> Vec<String> {
        let mut cells = vec![topic.topic.as_str().to_owned()];
        let separator = Msg::ListSeparator.text(lang);
        for language in self.languages.iter() {
            let names: Vec<_> =
                states(topic.translations, language).into_iter().map(|state| state_name(state, lang)).collect();
            cells.push(names.join(&separator));
        }
        let open: usize = topic.translations.iter().map(Translation::open).sum();
        cells.push(if open == 0 { "-".to_owned() } else { open.to_string() });
        cells
    }

    /// Totals, and what to do next.
    fn summary(&self, lang: UiLang) -> Vec<String> {
        let separator = Msg::ListSeparator.text(lang);
        let states: Vec<_> = self
            .counts()
            .into_iter()
            .rev()
            .map(|(state, count)| {
                Msg::StatusCount { state: state_name(state, lang).into(), count: count.into() }.text(lang)
            })
            .collect();
        let mut lines = vec![
            Msg::StatusTopics { count: self.topics.len().into(), states: states.join(&separator).into() }.text(lang),
        ];
        let Share { total, agreed } = self.share();
        if let Some(percent) = (agreed * 100).checked_div(total) {
            lines.push(
                Msg::StatusShare { percent: percent.into(), agreed: agreed.into(), total: total.into() }.text(lang),
            );
        }
        lines.extend(self.next().into_iter().map(|next| next.text(lang)));
        lines
    }

    /// What to do next: a line for each kind of work, with the first topic that needs it.
    fn next(&self) -> Vec<Msg> {
        let first = |states: &[State]| self.topics.iter().find(|topic| states.contains(&topic.worst));
        let name = |topic: &TopicStatus<'_>| topic.topic.as_str().to_owned();
        let mut next = Vec::new();
        if let Some(topic) = first(&[State::Diverged, State::Behind]) {
            next.push(Msg::StatusNextDiff { topic: name(topic).into() });
        }
        if let Some(topic) = first(&[State::Orphan]) {
            next.push(Msg::StatusNextOrphan { topic: name(topic).into() });
        }
        if let Some(topic) = first(&[State::Missing]) {
            next.push(self.missing(topic));
        }
        if let Some(topic) = first(&[State::Answered]).or_else(|| first(&[State::Unconfirmed])) {
            next.push(Msg::StatusNextConfirm { topic: name(topic).into() });
        }
        if next.is_empty() {
            next.push(Msg::StatusNothing);
        }
        next
    }

    /// What to do about a topic that lacks a page, or has one that is not translated to its end.
    fn missing(&self, topic: &TopicStatus<'_>) -> Msg {
        match self.unfinished.iter().find(|page| page.topic == *topic.topic) {
            Some(page) => Msg::StatusNextFinish { file: page.place.file.as_str().into() },
            None => Msg::StatusNextTranslate { topic: topic.topic.as_str().into() },
        }
    }

    fn counts(&self) -> BTreeMap<State, usize> {
        let mut counts = BTreeMap::new();
        for topic in &self.topics {
            *counts.entry(topic.worst).or_default() += 1;
        }
        counts
    }

    fn share(&self) -> Share {
        self.topics.iter().fold(Share::default(), |sum, topic| sum.plus(topic.share))
    }

    fn for_programs(&self) -> Value {
        let counts: Map<String, Value> =
            self.counts().into_iter().map(|(state, count)| (state.name().to_owned(), json!(count))).collect();
        let Share { total, agreed } = self.share();
        json!({
            "version": 1,
            "topics": self.topics.iter().map(|topic| self.entry(topic)).collect::<Vec<_>>(),
            "counts": counts,
            "blocks": {"total": total, "in_step": agreed},
        })
    }

    fn entry(&self, topic: &TopicStatus<'_>) -> Value {
        let languages: Map<String, Value> = self
            .languages
            .iter()
            .map(|lang| {
                let worst = states(topic.translations, lang).into_iter().max().map(State::name);
                (self.languages.tag(lang).to_owned(), json!(worst))
            })
            .collect();
        let pair = |translation: &Translation| {
            let rows = translation.changes.as_ref().map_or(0, |changes| changes.comparison.rows.len());
            json!({
                "language": self.languages.tag(translation.lang),
                "state": translation.state.name(),
                "main_state": translation.main_state.name(),
                "open": translation.open(),
                "answered": rows - translation.open(),
            })
        };
        json!({
            "topic": topic.topic.as_str(),
            "state": topic.worst.name(),
            "languages": languages,
            "translations": topic.translations.iter().map(pair).collect::<Vec<_>>(),
            "blocks": {"total": topic.share.total, "in_step": topic.share.agreed},
        })
    }
}

impl TopicStatus<'_> {
    /// Whether it counts under `--deny warnings`.
    fn is_denied(&self) -> bool {
        self.translations.iter().any(|one| is_denied(one.worst()) && !one.is_recent)
    }
}

impl Share {
    fn plus(self, other: Self) -> Self {
        Self { total: self.total + other.total, agreed: self.agreed + other.agreed }
    }
}

/// The share of a topic's blocks, over all pairs, that say the same in both languages.
fn share(translations: &[Translation], languages: &Languages) -> Share {
    let of = |translation: &Translation| {
        let texts = [&translation.texts.0, &translation.texts.1].into_iter().flatten();
        let total = texts.map(|text| blocks(text, languages).len()).sum();
        let agreed = match (translation.state, &translation.changes) {
            (State::Agreed, _) => total,
            (_, Some(changes)) => total - changes.comparison.rows.iter().map(waiting).sum::<usize>().min(total),
            _ => 0,
        };
        Share { total, agreed }
    };
    let counted = translations.iter().filter(|translation| translation.state != State::Single);
    counted.map(of).fold(Share::default(), Share::plus)
}

/// How many blocks an open row is about: those that changed, and the one that should follow.
fn waiting(row: &Row) -> usize {
    let partner = usize::from(matches!(row.partner, Some(Partner::Block(_))));
    if row.side().is_none() { 0 } else { row.main.len() + row.other.len() + partner }
}
