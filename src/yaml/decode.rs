//! Decoding: what a field may hold, asked of a node, with a finding for everything that does not fit.
//!
//! A field that does not fit gives `None` and a finding, and the next one is asked all the same, so that
//! one run tells everything.

use super::key::{self, Key};
use super::{Data, Entry, Judge, Node, dates};
use crate::date::Date;
use crate::diagnostic::{Finding, Findings, did_you_mean};
use crate::source::{Place, Source, Span, Spanned};
use crate::words::Msg;

/// Asks nodes of one source for values, and gathers what is wrong.
#[derive(Debug)]
pub struct Decoder<'a> {
    source: &'a Source,
    judge: &'static Judge,
    findings: Findings,
}

/// The entries of a map whose keys are all known.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'n>(&'n [Entry]);

impl<'n> Fields<'n> {
    /// The value of a key that is there and not empty.
    #[must_use]
    pub fn get(self, key: &str) -> Option<&'n Node> {
        self.entry(key).map(|entry| &entry.value).filter(|value| !value.is_null())
    }

    /// The entry of a key, be it empty.
    #[must_use]
    pub fn entry(self, key: &str) -> Option<&'n Entry> {
        self.0.iter().find(|entry| entry.key == key)
    }

    /// Whether a key that is not known most likely means this one.
    #[must_use]
    pub fn misspells(self, key: &str, known: &[&str]) -> bool {
        let mut unknown = self.0.iter().filter(|entry| !known.contains(&entry.key.as_str()));
        unknown.any(|entry| did_you_mean(&entry.key, known.iter().copied()) == Some(key))
    }

    /// All entries.
    pub fn iter(self) -> impl Iterator<Item = &'n Entry> {
        self.0.iter()
    }
}

impl<'a> Decoder<'a> {
    /// A decoder for the nodes of a source.
    #[must_use]
    pub fn new(source: &'a Source, judge: &'static Judge) -> Self {
        Self { source, judge, findings: Findings::new() }
    }

    /// Everything that was found.
    #[must_use]
    pub fn finish(self) -> Findings {
        self.findings
    }

    /// The place of a span of the source.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        self.source.place(span.range())
    }

    /// Adds a finding that the decoder's owner made.
    pub fn add(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Reports a value that does not fit.
    pub fn bad(&mut self, span: Span, message: Msg, help: impl Into<Option<Msg>>) {
        let finding = Finding::new(self.judge.value, self.place(span), message).help(help);
        self.findings.push(finding);
    }

    /// Reports a key that must be there.
    pub fn missing(&mut self, span: Span, key: &str, help: impl Into<Option<Msg>>) {
        let message = Msg::YamlMissingKey { key: key.into() };
        let finding = Finding::new(self.judge.missing, self.place(span), message).help(help);
        self.findings.push(finding);
    }

    /// A map that has no other keys than these. What is empty is a map without entries.
    pub fn fields<'n>(&mut self, node: &'n Node, known: &[&str]) -> Option<Fields<'n>> {
        let fields = self.map(node)?;
        for entry in fields.iter().filter(|entry| !known.contains(&entry.key.as_str())) {
            self.unknown(&entry.key, entry.key_span, known);
        }
        Some(fields)
    }

    /// A map that has no other keys than those of a table.
    pub fn keyed<'n>(&mut self, node: &'n Node, keys: &[Key]) -> Option<Fields<'n>> {
        self.fields(node, &key::names(keys))
    }

    /// A map with any keys. What is empty is a map without entries.
    pub fn map<'n>(&mut self, node: &'n Node) -> Option<Fields<'n>> {
        match &node.data {
            Data::Map(entries) => Some(Fields(entries)),
            Data::Scalar { .. } if node.is_null() => Some(Fields(&[])),
            Data::Scalar { text, .. } => {
                let help = text.starts_with('｛').then_some(Msg::YamlSignHelp { right: '{'.into() });
                self.bad(node.span, Msg::YamlWantsMap, help.unwrap_or(Msg::YamlWantsMapHelp));
                None
            }
            Data::List(_) => {
                self.bad(node.span, Msg::YamlWantsMap, Msg::YamlWantsMapHelp);
                None
            }
        }
    }

    /// Reports a key that nobody reads.
    pub fn unknown(&mut self, key: &str, span: Span, known: &[&str]) {
        let help = match did_you_mean(key, known.iter().copied()) {
            Some(right) => Msg::DidYouMean { right: right.into() },
            None => Msg::YamlKnownKeys { keys: known.join(", ").into() },
        };
        let message = Msg::YamlUnknownKey { key: key.into() };
        let finding = Finding::new(self.judge.unknown_key, self.place(span), message).help(help);
        self.findings.push(finding);
    }

    /// The items of a list.
    pub fn list<'n>(&mut self, key: &str, node: &'n Node) -> Option<&'n [Node]> {
        match &node.data {
            Data::List(items) => Some(items),
            Data::Scalar { text, .. } => {
                let example = format!("{key}: [{}]", text.trim_matches(['［', '］']));
                self.bad(
                    node.span,
                    Msg::YamlWantsList { key: key.into() },
                    Msg::YamlWriteHelp { example: example.into() },
                );
                None
            }
            Data::Map(_) => {
                let example = format!("{key}: [a, b]");
                self.bad(
                    node.span,
                    Msg::YamlWantsList { key: key.into() },
                    Msg::YamlWriteHelp { example: example.into() },
                );
                None
            }
        }
    }

    /// A text: any scalar but nothing, as it stands in the file (`1.10` is `1.10`).
    pub fn text(&mut self, key: &str, node: &Node) -> Option<Spanned<String>> {
        match &node.data {
            Data::Scalar { text, .. } if !node.is_null() && !text.trim().is_empty() => {
                Some(Spanned { value: text.clone(), span: node.span })
            }
            Data::Scalar { .. } => {
                let help = self.empty_help(key, node.span);
                self.bad(node.span, Msg::YamlEmpty { key: key.into() }, help);
                None
            }
            Data::List(_) | Data::Map(_) => {
                let written = self.source.text()[node.span.range()].trim();
                let example = format!("{key}: \"{}\"", written.replace('"', "\\\""));
                let is_line = !written.contains('\n') && written.starts_with(['[', '{']);
                let help = is_line.then(|| Msg::YamlQuoteHelp { example: example.into() });
                self.bad(node.span, Msg::YamlWantsText { key: key.into() }, help);
                None
            }
        }
    }

    /// A value that looks empty because a `#` turned it into a comment should be quoted.
    fn empty_help(&self, key: &str, span: Span) -> Option<Msg> {
        let rest = self.source.text()[span.range().end..].lines().next()?;
        let comment = rest.trim_start_matches(':').trim();
        comment.starts_with('#').then(|| {
            let example = format!("{key}: \"{}\"", comment.replace('"', "\\\""));
            Msg::YamlQuoteHelp { example: example.into() }
        })
    }

    /// `true` or `false`.
    pub fn truth(&mut self, key: &str, node: &Node) -> Option<bool> {
        let written = match &node.data {
            Data::Scalar { text, quoted } => (text.as_str(), *quoted),
            Data::List(_) | Data::Map(_) => ("", true),
        };
        let meant = match written.0.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" | "y" | "はい" => "true",
            "false" | "no" | "off" | "n" | "いいえ" => "false",
            _ => "true / false",
        };
        match written {
            ("true" | "True" | "TRUE", false) => Some(true),
            ("false" | "False" | "FALSE", false) => Some(false),
            _ => {
                let help = Msg::YamlWriteHelp { example: format!("{key}: {meant}").into() };
                self.bad(node.span, Msg::YamlWantsTruth { key: key.into() }, help);
                None
            }
        }
    }

    /// A whole number.
    pub fn integer(&mut self, key: &str, node: &Node) -> Option<i64> {
        let number = match &node.data {
            Data::Scalar { text, quoted: false } => text.parse().ok(),
            _ => None,
        };
        if number.is_none() {
            let help = Msg::YamlWriteHelp { example: format!("{key}: 10").into() };
            self.bad(node.span, Msg::YamlWantsInteger { key: key.into() }, help);
        }
        number
    }

    /// A day: `2026-11-23`.
    pub fn date(&mut self, key: &str, node: &Node) -> Option<Date> {
        let text = self.text(key, node)?.value;
        let date = Date::parse_iso(&text);
        if date.is_none() {
            let example = dates::guess(&text).map_or("2026-11-23".to_owned(), |date| date.to_string());
            let message = match looks_iso(&text) {
                true => Msg::YamlNoSuchDay { written: text.into() },
                false => Msg::YamlWantsDate { written: text.into() },
            };
            let help = Msg::YamlWriteHelp { example: format!("{key}: {example}").into() };
            self.bad(node.span, message, help);
        }
        date
    }

    /// One of the words of a table.
    pub fn one_of<T: Copy>(&mut self, key: &str, node: &Node, table: &[(&str, T)]) -> Option<T> {
        let written = self.text(key, node)?.value;
        if let Some((_, value)) = table.iter().find(|(word, _)| *word == written) {
            return Some(*value);
        }
        let words = || table.iter().map(|(word, _)| *word);
        let help = match did_you_mean(&written, words()) {
            Some(right) => Msg::DidYouMean { right: right.into() },
            None => Msg::YamlChoices { choices: words().collect::<Vec<_>>().join(", ").into() },
        };
        let message = Msg::YamlWantsChoice { key: key.into(), written: written.into() };
        self.bad(node.span, message, help);
        None
    }
}

/// Whether a text has the form of a date, be there such a day or not.
fn looks_iso(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00"
}
