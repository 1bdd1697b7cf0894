//! `taiyaku diff`: what changed in a topic since it was confirmed, block by block, beside the other language.

mod html;

use std::fmt::Write as _;
use std::io::Write;

use annotate_snippets::renderer::{AnsiColor, DEFAULT_EMPHASIS_STYLE, Style};
use serde_json::{Value, json};

use super::Outcome;
use super::on_site::on_site;
use super::request::Format;
use super::session::{Session, Stop};
use super::states::{find_topic, is_denied, state_style};
use crate::blocks::{Block, Edit, Mark, Partner, Row, Side, State, marks};
use crate::diagnostic::printable;
use crate::lang::{Lang, Languages};
use crate::load::Topic;
use crate::pipeline::{change_name, state_name};
use crate::resolve::{Changes, Site, Translation};
use crate::source::Source;
use crate::words::{Msg, UiLang};

pub(super) fn run(session: &Session<'_>, topic: &str) -> Result<Outcome, Stop> {
    on_site(session, |_, _, site| show(session, topic, site))
}

fn show(session: &Session<'_>, topic: &str, site: &Site) -> Result<Outcome, Stop> {
    let topic = find_topic(site, topic)?;
    let translations = site.translations.topics.get(topic).map(|all| &**all).unwrap_or_default();
    let languages = &site.input.settings.languages;
    let lang = session.console.lang;
    let views: Vec<View<'_>> =
        translations.iter().map(|translation| View { topic, translation, languages, lang }).collect();
    match session.shared.format {
        Format::Json => {
            let mut out = session.console.out();
            let translations: Vec<_> = views.iter().map(View::for_programs).collect();
            writeln!(out, "{}", json!({"version": 1, "topic": topic.as_str(), "translations": translations}))?;
            out.flush()?;
        }
        Format::Html => {
            let mut out = session.console.out();
            out.write_all(html::page(topic.as_str(), &views, lang).as_bytes())?;
            out.flush()?;
        }
        _ => {
            let mut out = session.console.styled_out();
            let texts: Vec<_> = views.iter().map(View::for_people).collect();
            out.write_all(texts.join("\n").as_bytes())?;
            out.flush()?;
        }
    }
    let denied =
        session.shared.deny_warnings && translations.iter().any(|one| is_denied(one.worst()) && !one.is_recent);
    Ok(if denied { Outcome::Refused } else { Outcome::Done })
}

/// One pair of a topic, to be shown.
struct View<'a> {
    topic: &'a Topic,
    translation: &'a Translation,
    languages: &'a Languages,
    lang: UiLang,
}

/// One language of a pair.
struct Half<'a> {
    tag: &'a str,
    source: Option<&'a Source>,
    agreed: &'a [Block],
    today: &'a [Block],
}

impl View<'_> {
    fn half<'a>(&'a self, changes: &'a Changes, side: Side) -> Half<'a> {
        let (lang, source, agreed, today) = match side {
            Side::Main => (Lang::MAIN, &self.translation.texts.0, &changes.agreed.0, &changes.today.0),
            Side::Other => (self.translation.lang, &self.translation.texts.1, &changes.agreed.1, &changes.today.1),
        };
        Half { tag: self.languages.tag(lang), source: source.as_ref(), agreed, today }
    }

    fn for_people(&self) -> String {
        let mut text = String::new();
        let state = self.translation.state;
        let named = |lang, state| {
            let style = state_style(state);
            format!("{} {style}{}{style:#}", self.languages.tag(lang), state_name(state, self.lang))
        };
        let states = [named(Lang::MAIN, self.translation.main_state), named(self.translation.lang, state)];
        let states = states.join(&Msg::ListSeparator.text(self.lang));
        let heading = Msg::DiffHeading { topic: self.topic.as_str().into(), states: states.into() };
        let bold = DEFAULT_EMPHASIS_STYLE;
        let _ = writeln!(text, "{bold}#{bold:#} {}", heading.text(self.lang));
        match &self.translation.changes {
            Some(changes) if !changes.comparison.rows.is_empty() => {
                for (index, row) in changes.comparison.rows.iter().enumerate() {
                    self.row(&mut text, index + 1, changes, row);
                }
            }
            _ => self.say(&mut text, 0, &nothing(state)),
        }
        text
    }

    fn row(&self, text: &mut String, number: usize, changes: &Changes, row: &Row) {
        let _ = write!(text, "\n{number}. ");
        self.say(text, 0, &if row.side().is_none() { Msg::DiffBoth } else { Msg::DiffOne });
        for (side, edits) in [(Side::Main, &row.main), (Side::Other, &row.other)] {
            let half = self.half(changes, side);
            for edit in edits {
                self.edit(text, &half, edit);
            }
        }
        let other = match row.side() {
            Some(Side::Main) => self.half(changes, Side::Other),
            Some(Side::Other) => self.half(changes, Side::Main),
            None => return,
        };
        let (message, block) = match row.partner {
            Some(Partner::Block(block)) => (Msg::DiffPartner, Some(block)),
            Some(Partner::After(block)) => (Msg::DiffAfter, Some(block)),
            Some(Partner::Start) | None => (Msg::DiffStart, None),
        };
        self.say(text, 3, &message);
        if let Some(block) = block {
            let _ = writeln!(text, "   {} {}", other.tag, other.place(block));
            let _ = writeln!(text, "     {}", printable(&other.today[block].text));
        }
    }

    fn say(&self, text: &mut String, indent: usize, message: &Msg) {
        let _ = writeln!(text, "{}{}", " ".repeat(indent), message.text(self.lang));
    }

    fn edit(&self, text: &mut String, half: &Half<'_>, edit: &Edit) {
        let place = edit.new.map(|block| half.place(block)).unwrap_or_default();
        let _ = writeln!(text, "   {} {} {place}", half.tag, change_name(edit.change, self.lang));
        let _ = writeln!(text, "     {}", half.marked(edit));
    }

    fn for_programs(&self) -> Value {
        let rows = self
            .translation
            .changes
            .as_ref()
            .map(|changes| changes.comparison.rows.iter().map(|row| self.entry(changes, row)).collect::<Vec<_>>());
        json!({
            "language": self.languages.tag(self.translation.lang),
            "state": self.translation.state.name(),
            "main_state": self.translation.main_state.name(),
            "rows": rows.unwrap_or_default(),
        })
    }

    fn entry(&self, changes: &Changes, row: &Row) -> Value {
        let (main, other) = (self.half(changes, Side::Main), self.half(changes, Side::Other));
        let edits = |half: &Half<'_>, edits: &[Edit]| edits.iter().map(|edit| half.entry(edit)).collect::<Vec<_>>();
        let (side, partner) = match row.side() {
            Some(Side::Main) => ("main", Some(&other)),
            Some(Side::Other) => ("other", Some(&main)),
            None => ("both", None),
        };
        let (relation, partner) = match (row.partner, partner) {
            (Some(Partner::Block(block)), Some(half)) => (Some("block"), Some(half.block(block))),
            (Some(Partner::After(block)), Some(half)) => (Some("after"), Some(half.block(block))),
            (Some(Partner::Start), Some(_)) => (Some("start"), None),
            _ => (None, None),
        };
        json!({
            "side": side,
            "main": edits(&main, &row.main),
            "other": edits(&other, &row.other),
            "partner": {"relation": relation, "block": partner},
        })
    }
}

/// What to say of a pair without changes.
fn nothing(state: State) -> Msg {
    match state {
        State::Unconfirmed => Msg::DiffUnconfirmed,
        State::Missing | State::Orphan | State::Single => Msg::DiffMissing,
        _ => Msg::DiffNothing,
    }
}

impl Half<'_> {
    /// The file and the line of one of today's blocks.
    fn place(&self, block: usize) -> String {
        let Some(source) = self.source else { return String::new() };
        let line = source.position(self.today[block].span.range().start).line;
        format!("{}:{line}", source.path())
    }

    /// A change as one text. What went is in `[-…-]` and what came in `{+…+}`, with colours or without.
    fn marked(&self, edit: &Edit) -> String {
        self.marks(edit).into_iter().map(painted).collect()
    }

    /// A change as what stayed, what went and what came.
    fn marks(&self, edit: &Edit) -> Vec<Mark> {
        let of = |block: &Block, whole: bool| printable(if whole { &block.full } else { &block.text });
        let (old, new) = (edit.old.map(|old| &self.agreed[old]), edit.new.map(|new| &self.today[new]));
        // Targets are shown where nothing else changed.
        let whole = old.zip(new).is_some_and(|(old, new)| old.text == new.text)
            || [old, new].into_iter().flatten().all(|block| block.text.is_empty());
        let (old, new) = (old.map(|block| of(block, whole)), new.map(|block| of(block, whole)));
        marks(old.as_deref().unwrap_or_default(), new.as_deref().unwrap_or_default())
    }

    fn entry(&self, edit: &Edit) -> Value {
        let old = edit.old.map(|old| &self.agreed[old]);
        let kind = edit.new.map(|new| &self.today[new]).or(old).map(|block| block.kind.name());
        json!({
            "change": edit.change.name(),
            "kind": kind,
            "old": old.map(|block| json!({"text": block.text, "full": block.full})),
            "new": edit.new.map(|new| self.block(new)),
        })
    }

    fn block(&self, block: usize) -> Value {
        let found = &self.today[block];
        let line = self.source.map(|source| source.position(found.span.range().start).line);
        let file = self.source.map(|source| source.path().as_str());
        json!({"text": found.text, "full": found.full, "file": file, "line": line})
    }
}

fn painted(mark: Mark) -> String {
    let style = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
    match mark {
        Mark::Kept(words) => words,
        Mark::Removed(words) => {
            let red = style(AnsiColor::Red);
            format!("{red}[-{words}-]{red:#}")
        }
        Mark::Added(words) => {
            let green = style(AnsiColor::Green);
            format!("{green}{{+{words}+}}{green:#}")
        }
    }
}
