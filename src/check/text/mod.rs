//! `text-*`: the wording of pages, as readers of Japanese and English expect it. One rule a file.
//!
//! Most rules are pure functions on one [`Passage`]: a block of text, with objects where facts, code and addresses are.
//! They give [`Spot`]s, which are turned into findings here. Two rules compare the passages of a page. A false alarm costs
//! more than a miss, since editors switch off what cries wolf: in doubt, the rules are silent.

mod ascii_punctuation;
mod brackets;
mod chars;
mod compatibility;
mod decomposed_kana;
mod full_width;
mod full_width_sign;
mod half_width_kana;
mod invisible;
mod machine_dependent;
mod passage;
mod punctuation;
mod repeated;
mod sentence_length;
mod sentences;
mod spaces;
mod style;
mod terms;

use std::ops::Range;

use crate::diagnostic::{Finding, Findings, Fix, Level, Rule, rule};
use crate::resolve::{Page, Site};
use crate::source::{Source, Span};
use crate::words::Msg;
use passage::Passage;

/// The language of a text, as far as its rules differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tongue {
    Japanese,
    English,
    Other,
}

impl Tongue {
    fn of(tag: &str) -> Self {
        match tag.split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "ja" => Self::Japanese,
            "en" => Self::English,
            _ => Self::Other,
        }
    }
}

/// What a rule has to say on a part of a text.
#[derive(Debug, PartialEq, Eq)]
struct Spot {
    /// Where in the text.
    range: Range<usize>,
    /// What is wrong.
    message: Msg,
    /// What to do about it.
    help: Option<Msg>,
    /// A part of the text and what it should be, where that is safe.
    fix: Option<(Range<usize>, String)>,
    /// The level, where it is not the rule's own.
    level: Option<Level>,
}

impl Spot {
    fn new(range: Range<usize>, message: Msg, help: impl Into<Option<Msg>>) -> Self {
        Self { range, message, help: help.into(), fix: None, level: None }
    }

    fn fix(self, fix: Option<(Range<usize>, String)>) -> Self {
        Self { fix, ..self }
    }

    fn level(self, level: Level) -> Self {
        Self { level: Some(level), ..self }
    }
}

/// A rule that looks at one passage.
struct TextRule {
    rule: &'static Rule,
    find: fn(&str, Tongue) -> Vec<Spot>,
}

/// The rules on one passage.
static RULES: &[TextRule] = &[
    TextRule { rule: &rule::TEXT_SPACE, find: spaces::find },
    TextRule { rule: &rule::TEXT_HALF_WIDTH_KANA, find: half_width_kana::find },
    TextRule { rule: &rule::TEXT_FULL_WIDTH, find: full_width::find },
    TextRule { rule: &rule::TEXT_DECOMPOSED_KANA, find: decomposed_kana::find },
    TextRule { rule: &rule::TEXT_INVISIBLE, find: invisible::find },
    TextRule { rule: &rule::TEXT_COMPATIBILITY, find: compatibility::find },
    TextRule { rule: &rule::TEXT_MACHINE_DEPENDENT, find: machine_dependent::find },
    TextRule { rule: &rule::TEXT_BRACKET, find: brackets::find },
    TextRule { rule: &rule::TEXT_SENTENCE_LENGTH, find: sentence_length::find },
    TextRule { rule: &rule::TEXT_FULL_WIDTH_SIGN, find: full_width_sign::find },
    TextRule { rule: &rule::TEXT_ASCII_PUNCTUATION, find: ascii_punctuation::find },
    TextRule { rule: &rule::TEXT_REPEATED, find: repeated::find },
];

pub(super) fn check(site: &Site, page: &Page) -> Findings {
    let document = &site.edition(page).document;
    let tongue = Tongue::of(site.input.settings.languages.tag(document.lang));
    let source = &document.source;
    let passages: Vec<_> = document.prose.iter().map(|prose| Passage::new(source, prose, tongue)).collect();
    let mut findings = Findings::new();
    for passage in &passages {
        for TextRule { rule, find } in RULES {
            let spots = find(&passage.text, tongue).into_iter();
            // The space between two links or around emphasis is inside no word.
            let spots = spots.filter(|spot| !std::ptr::eq(*rule, &rule::TEXT_SPACE) || passage.is_one_run(&spot.range));
            findings.extend(spots.map(|spot| finding(rule, source, passage, spot)));
        }
        let terms = terms::find(&passage.text, &site.input.terms);
        findings.extend(terms.into_iter().map(|spot| finding(&rule::TEXT_PRH, source, passage, spot)));
    }
    if tongue == Tongue::Japanese {
        findings.extend(style::check(source, &passages));
        findings.extend(punctuation::check(source, &passages));
    }
    findings
}

fn finding(rule: &'static Rule, source: &Source, passage: &Passage, spot: Spot) -> Finding {
    let place = source.place(passage.source_range(&spot.range));
    let fix = spot.fix.and_then(|(range, text)| {
        let span = Span::new(passage.changeable(&range)?);
        Some(Fix { span, text })
    });
    let level = spot.level.unwrap_or(rule.level);
    Finding { level, ..Finding::new(rule, place, spot.message).help(spot.help).fix(fix) }
}

/// The runs of characters of a kind.
fn runs(text: &str, is: impl Fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(&is)?;
        at = start + text[start..].find(|c| !is(c)).unwrap_or(text.len() - start);
        Some(start..at)
    })
}

/// What tests see of spots: the text that each points at, and what the fix makes of the whole text.
#[cfg(test)]
fn seen(text: &str, spots: &[Spot]) -> (Vec<String>, String) {
    let mut fixed = text.to_owned();
    for (range, right) in spots.iter().rev().filter_map(|spot| spot.fix.as_ref()) {
        fixed.replace_range(range.clone(), right);
    }
    (spots.iter().map(|spot| text[spot.range.clone()].to_owned()).collect(), fixed)
}
