//! Wording facts: the text and the markup of a value in a language.

use super::{Fact, Facts, Part, PartContent, Value};
use crate::html::{self, Anchor};
use crate::japanese::ruby::{self, Escape};
use crate::lang::Lang;
use crate::words::{DateStyle, SiteWords, Word};

/// In whose words a fact is shown.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// The language.
    pub lang: Lang,
    /// Its tag.
    pub tag: &'a str,
    /// The words.
    pub words: &'a SiteWords,
    /// Whether links that leave the site open a new tab.
    pub new_tab: bool,
}

/// A fact in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// As plain text, not escaped.
    pub text: String,
    /// As markup.
    pub html: String,
}

/// Why a fact cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactProblem {
    /// There is no fact with this key.
    Unknown,
    /// The fact is there, but has no such part.
    NoPart {
        /// The part that was asked for.
        part: String,
        /// The parts that it has.
        parts: Vec<&'static str>,
    },
    /// The fact's own definition is wrong, which was reported there.
    Broken,
}

/// The styles of a date as parts of a fact.
const DATE_PARTS: &[(&str, DateStyle)] = &[
    ("era", DateStyle::Era),
    ("era_both", DateStyle::EraBoth),
    ("western", DateStyle::Western),
    ("iso", DateStyle::Iso),
    ("long", DateStyle::Long),
    ("uk", DateStyle::Uk),
];

/// How often a contact's part may name a further fact.
const MAX_STEPS: usize = 4;

impl Facts {
    /// What `KEY` or `KEY.PART` says.
    ///
    /// # Errors
    /// When there is no such fact or part.
    pub fn show(&self, path: &str, wording: &Wording<'_>) -> Result<Shown, FactProblem> {
        let mut parts = path.split('.');
        let key = parts.next().unwrap_or_default();
        let parts: Vec<&str> = parts.collect();
        self.show_fact(key, &parts, wording, MAX_STEPS)
    }

    fn show_fact(&self, key: &str, parts: &[&str], wording: &Wording<'_>, steps: usize) -> Result<Shown, FactProblem> {
        let Some(fact) = self.get(key) else {
            return Err(if self.is_broken(key) { FactProblem::Broken } else { FactProblem::Unknown });
        };
        let value = fact.value(wording.lang).ok_or(FactProblem::Broken)?;
        if let [part, rest @ ..] = parts
            && let Value::Contact(lines) = value
        {
            let line = lines.iter().find(|line| line.kind == *part).ok_or_else(|| no_part(fact, value, part))?;
            return self.show_line(line, rest, wording, steps);
        }
        show_value(fact, value, parts, wording, || self.contact_text(value, wording, steps))
    }

    fn show_line(
        &self,
        line: &Part,
        parts: &[&str],
        wording: &Wording<'_>,
        steps: usize,
    ) -> Result<Shown, FactProblem> {
        match &line.content {
            PartContent::Fact(_) if steps == 0 => Err(FactProblem::Broken),
            PartContent::Fact(key) => self.show_fact(key, parts, wording, steps - 1),
            PartContent::Own(value) => show_own(value, wording),
        }
    }

    /// The name and the lines of a contact; `None` when the key is no contact's.
    #[must_use]
    pub fn contact(&self, key: &str, wording: &Wording<'_>) -> Option<(String, Vec<(&'static str, Shown)>)> {
        let Value::Contact(lines) = self.get(key)?.value(wording.lang)? else { return None };
        let shown = |line: &Part| Some((line.kind, self.show_line(line, &[], wording, MAX_STEPS).ok()?));
        let (names, rows): (Vec<_>, Vec<_>) = lines.iter().filter_map(shown).partition(|(kind, _)| *kind == "name");
        let name = names.into_iter().next().map(|(_, shown)| shown.text).unwrap_or_default();
        Some((name, rows))
    }

    /// A contact in running text: its name and its telephone number.
    fn contact_text(&self, value: &Value, wording: &Wording<'_>, steps: usize) -> Shown {
        let Value::Contact(lines) = value else { return plain(String::new()) };
        let inline = lines.iter().filter(|line| matches!(line.kind, "name" | "phone"));
        let shown: Vec<Shown> = inline.filter_map(|line| self.show_line(line, &[], wording, steps).ok()).collect();
        let gap = wording.words.word(wording.tag, &Word::LabelGap);
        let join = |of: fn(&Shown) -> &str| {
            shown.iter().map(of).collect::<Vec<_>>().join(if gap.is_empty() { "：" } else { &gap })
        };
        Shown { text: join(|shown| &shown.text), html: join(|shown| &shown.html) }
    }

    /// The address that `fact:KEY` or `fact:KEY.PART` names, if the fact is one that has an address.
    #[must_use]
    pub fn address(&self, path: &str, lang: Lang) -> Option<String> {
        let (key, part) = path.split_once('.').map_or((path, None), |(key, part)| (key, Some(part)));
        let value = self.get(key)?.value(lang)?;
        match (value, part) {
            (Value::Contact(lines), Some(part)) => match &lines.iter().find(|line| line.kind == part)?.content {
                PartContent::Own(value) => address(value, lang),
                PartContent::Fact(key) => address(self.get(key)?.value(lang)?, lang),
            },
            (value, None) => address(value, lang),
            _ => None,
        }
    }
}

fn address(value: &Value, lang: Lang) -> Option<String> {
    match value {
        Value::PerLang(values) => address(values.or_main(lang)?, lang),
        Value::Url(url) => Some(url.clone()),
        Value::Phone(phone) => Some(format!("tel:{}", dialled(phone))),
        Value::Email(email) => Some(format!("mailto:{email}")),
        _ => None,
    }
}

/// The digits of a telephone number, with `+` where it begins so (RFC 3966 asks for no visual separators in what is dialled).
fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || matches!(c, '+' | '#' | '*')).collect()
}

fn show_value(
    fact: &Fact,
    value: &Value,
    parts: &[&str],
    wording: &Wording<'_>,
    contact: impl Fn() -> Shown,
) -> Result<Shown, FactProblem> {
    let Wording { tag, words, .. } = *wording;
    match (parts, value) {
        (["label"], _) => fact.label(wording.lang).map(written).ok_or_else(|| no_part(fact, value, "label")),
        ([], Value::Duration(duration)) => Ok(plain(words.duration(tag, duration, fact.about))),
        ([], Value::Url(url)) => {
            let label = fact.label(wording.lang).map(|label| written(label).text);
            Ok(web_link(url, label.as_deref().unwrap_or(url), wording))
        }
        ([], Value::Contact(_)) => Ok(contact()),
        ([], value) => show_own(value, wording),
        ([part], Value::Date(date)) => {
            let style = DATE_PARTS.iter().find(|(name, _)| name == part);
            style
                .map(|&(_, style)| time(*date, words.format(tag).date(*date, style)))
                .ok_or_else(|| no_part(fact, value, part))
        }
        (["man"], Value::Number(digits)) => {
            Ok(plain(words.format(tag).number_man(digits).unwrap_or_else(|| digits.clone())))
        }
        ([part, ..], value) => Err(no_part(fact, value, part)),
    }
}

/// A value that needs nothing of its fact.
fn show_own(value: &Value, wording: &Wording<'_>) -> Result<Shown, FactProblem> {
    let Wording { tag, words, .. } = *wording;
    Ok(match value {
        Value::PerLang(values) => return show_own(values.or_main(wording.lang).ok_or(FactProblem::Broken)?, wording),
        Value::Phone(phone) => linked(&format!("tel:{}", dialled(phone)), phone),
        Value::Email(email) => linked(&format!("mailto:{email}"), email),
        Value::Date(date) => time(*date, words.format(tag).date(*date, words.dates(tag))),
        Value::Duration(duration) => plain(words.duration(tag, duration, false)),
        Value::Url(url) => web_link(url, url, wording),
        Value::Money { amount, currency } => {
            plain(words.money(tag, amount, currency).unwrap_or_else(|| format!("{amount} {currency}")))
        }
        Value::Number(digits) => plain(words.format(tag).number_text(digits).unwrap_or_else(|| digits.clone())),
        Value::Text(text) | Value::Address(text) => written(text),
        Value::Hours(hours) => plain(words.hours(tag, hours)),
        Value::Contact(_) => return Err(FactProblem::Broken),
    })
}

fn no_part(fact: &Fact, value: &Value, part: &str) -> FactProblem {
    let mut parts: Vec<&'static str> = match value {
        Value::Date(_) => DATE_PARTS.iter().map(|(name, _)| *name).collect(),
        Value::Number(_) => vec!["man"],
        Value::Contact(lines) => lines.iter().map(|line| line.kind).collect(),
        _ => Vec::new(),
    };
    if fact.label.present().next().is_some() {
        parts.push("label");
    }
    FactProblem::NoPart { part: part.to_owned(), parts }
}

fn plain(text: String) -> Shown {
    Shown { html: html::text(&text), text }
}

/// What the site's people wrote, in which readings are marked.
fn written(text: &str) -> Shown {
    Shown { html: ruby::html(text, Escape::Backslash), text: ruby::plain(text, Escape::Backslash) }
}

fn linked(href: &str, text: &str) -> Shown {
    let mut markup = String::new();
    let anchor = Anchor { href: href.to_owned(), ..Anchor::default() };
    anchor.push(&mut markup, text);
    Shown { html: markup, text: text.to_owned() }
}

/// A link that leaves the site, and says so.
fn web_link(url: &str, text: &str, wording: &Wording<'_>) -> Shown {
    let mut markup = String::new();
    Anchor::external(url, wording.new_tab, wording.words, wording.tag).push(&mut markup, text);
    Shown { html: markup, text: text.to_owned() }
}

fn time(date: crate::date::Date, text: String) -> Shown {
    Shown { html: format!("<time datetime=\"{date}\">{}</time>", html::text(&text)), text }
}
