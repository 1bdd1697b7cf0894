//! Texts with facts and readings in them, from Markdown and from front matter.

use std::ops::Range;

use super::body::{FactUse, Text};
use super::braces::{self, Escape, Part};
use crate::diagnostic::{Finding, Findings, rule};
use crate::source::{Source, Span};
use crate::words::Msg;

/// The text with its `{{ facts.… }}` taken out as uses, and its `{漢字|かんじ}` as readings.
///
/// `start` is where the text begins in the source; when the text is `exact` there, findings and uses point at
/// the very braces, else at `start` alone.
pub(super) fn facts(
    source: &Source,
    text: &str,
    start: usize,
    exact: bool,
    escape: Escape,
    uses: &mut Vec<FactUse>,
    findings: &mut Findings,
) -> Text {
    let mut out = Text::default();
    for part in braces::split(text, escape) {
        match part {
            // Only the first words stand where Markdown may have taken a backslash away.
            Part::Words(words) if out.0.is_empty() => out.push_words(words, escape),
            Part::Words(words) if escape == Escape::Taken => out.push_words(words, Escape::None),
            Part::Words(words) => out.push_words(words, escape),
            Part::Fact(path, range) => {
                let range = place(start, exact, &range);
                if is_address(source.text(), range.start) {
                    findings.push(in_address(source, path, range.clone()));
                }
                out.push_fact(u32::try_from(uses.len()).unwrap_or(u32::MAX));
                uses.push(FactUse { path: path.to_owned(), span: Span::new(range) });
            }
            Part::Unknown(range) => {
                out.push_str(&text[range.clone()]);
                let place = source.place(place(start, exact, &range));
                findings.push(Finding::new(&rule::FACT_SYNTAX, place, Msg::FactBraces).help(Msg::FactBracesHelp));
            }
        }
    }
    out
}

fn place(start: usize, exact: bool, range: &Range<usize>) -> Range<usize> {
    if exact { start + range.start..start + range.end } else { start..start }
}

/// Whether braces at `at` were meant as the address of a link: `[x]({{ facts.u }})`.
fn is_address(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '<']);
    before.ends_with("](")
}

/// The finding on a fact in braces where an address is expected.
pub(crate) fn in_address(source: &Source, path: &str, range: Range<usize>) -> Finding {
    let help = Msg::FactInAddressHelp { key: path.split('.').next().unwrap_or(path).into() };
    Finding::new(&rule::FACT_PLACE, source.place(range), Msg::FactInAddress).help(help)
}

/// Where the address of the link or image at `range` stands, if it stands there as it is; else the whole range.
pub(super) fn address_span(text: &str, range: &Range<usize>, address: &str) -> Span {
    let whole = &text[range.clone()];
    match whole.rfind(address) {
        Some(at) if !address.is_empty() => Span::new(range.start + at..range.start + at + address.len()),
        _ => Span::new(range.clone()),
    }
}
