//! What is wrong with a YAML text, in the words of an editor rather than of a parser.

use std::ops::Range;

use super::Judge;
use super::scan::{Trouble, TroubleKind};
use super::tree::{Fault, FaultKind};
use crate::diagnostic::{Finding, rule};
use crate::source::{Place, Source};
use crate::words::Msg;

/// The finding on what the walk over the text found.
pub(super) fn trouble(source: &Source, base: usize, judge: &Judge, trouble: Trouble) -> Finding {
    let range = base + trouble.range.start..base + trouble.range.end;
    let place = source.place(range.clone());
    let quote = || Some(quote_help(source, range.start));
    let (message, help) = match trouble.kind {
        TroubleKind::TooDeep => return too_deep(place),
        TroubleKind::Indent(sign) => (indent_message(sign), Some(Msg::YamlIndentHelp)),
        TroubleKind::Sign { written, right } => (Msg::YamlSign { written: written.into() }, Some(sign_help(right))),
        TroubleKind::NoSpace => (Msg::YamlNoSpace, Some(Msg::YamlSpaceHelp)),
        TroubleKind::OddSpace(_) => (Msg::YamlOddSpace, Some(Msg::YamlSpaceHelp)),
        TroubleKind::Reference(sign) => (Msg::YamlReference { sign: sign.into() }, quote()),
        TroubleKind::Start(sign) => (Msg::YamlStart { sign: sign.into() }, quote()),
    };
    Finding::new(judge.syntax, place, message).help(help)
}

fn too_deep(place: Place) -> Finding {
    let limit = super::MAX_DEPTH.into();
    Finding::new(&rule::LIMIT_DEPTH, place, Msg::YamlTooDeep { limit })
}

fn indent_message(sign: char) -> Msg {
    match sign {
        '\u{3000}' => Msg::YamlIndentFullWidth,
        '\u{A0}' => Msg::YamlIndentNoBreak,
        '\t' => Msg::YamlIndentTab,
        other => Msg::YamlIndentOther { code: format!("U+{:04X}", u32::from(other)).into() },
    }
}

fn sign_help(right: char) -> Msg {
    match right {
        ':' => Msg::YamlSpaceHelp,
        right => Msg::YamlSignHelp { right: right.into() },
    }
}

/// The finding on YAML that a site may not use.
pub(super) fn fault(source: &Source, judge: &Judge, fault: Fault) -> Finding {
    let place = source.place(fault.span.range());
    match fault.kind {
        FaultKind::Duplicate { key, first } => {
            Finding::new(judge.syntax, place, Msg::YamlDuplicateKey { key: key.into() })
                .help(Msg::YamlDuplicateKeyHelp)
                .related(source.place(first.range()), Msg::YamlFirstKey)
        }
        FaultKind::ComplexKey => {
            Finding::new(judge.syntax, place, Msg::YamlComplexKey).help(quote_help(source, fault.span.range().start))
        }
        FaultKind::Reference => {
            let sign = source.text()[fault.span.range()].chars().next().unwrap_or('&');
            let help = quote_help(source, fault.span.range().start);
            Finding::new(judge.syntax, place, Msg::YamlReference { sign: sign.into() }).help(help)
        }
        FaultKind::SecondDocument => Finding::new(judge.syntax, place, Msg::YamlSecondDocument),
        FaultKind::TooDeep => too_deep(place),
    }
}

/// The finding on text that a parser refused at byte `offset` of the text that begins at `base`.
///
/// Parsers stop where they can go on no longer, often a line below the mistake. So the line and the one
/// above it are searched for what people do wrong, and an open quote or bracket is pointed at itself.
pub(super) fn explain(
    source: &Source,
    base: usize,
    judge: &Judge,
    offset: usize,
    open: Option<Range<usize>>,
) -> Finding {
    let at = (base + offset).min(source.text().len());
    let line = line_at(source.text(), at);
    let above = line_at(source.text(), line.start.saturating_sub(1).max(base));
    let suspects = [line.clone(), above];
    if let Some((range, message, help)) = suspects.into_iter().find_map(|line| suspect(source, line)) {
        return Finding::new(judge.syntax, source.place(range), message).help(help);
    }
    if let Some(open) = open {
        let place = source.place(base + open.start..base + open.end);
        let sign = source.text()[base + open.start..].chars().next().unwrap_or('"');
        let message = Msg::YamlUnclosed { sign: sign.into() };
        return Finding::new(judge.syntax, place, message).help(Msg::YamlUnclosedHelp { sign: closing(sign).into() });
    }
    let text = &source.text()[line.clone()];
    let begin = line.start + (text.len() - text.trim_start().len());
    let range = begin..(line.start + text.trim_end().len()).max(begin);
    Finding::new(judge.syntax, source.place(range), Msg::YamlSyntax).help(Msg::YamlSyntaxHelp)
}

fn closing(sign: char) -> char {
    match sign {
        '[' => ']',
        '{' => '}',
        other => other,
    }
}

/// The line that a byte lies on, without its line feed.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let at = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    start..end
}

/// What people do wrong on a line, if it shows: the place, what is wrong, what to do.
fn suspect(source: &Source, line: Range<usize>) -> Option<(Range<usize>, Msg, Msg)> {
    let text = &source.text()[line.clone()];
    let indent = text.len() - text.trim_start().len();
    if let Some(odd) = text[..indent].chars().find(|&sign| sign != ' ') {
        return Some((line.start..line.start + indent, indent_message(odd), Msg::YamlIndentHelp));
    }
    let (key, value) = text.split_once(": ")?;
    let value_at = line.start + key.len() + 2 + (value.len() - value.trim_start().len());
    let value = value.trim();
    let range = value_at..value_at + value.len();
    let help = quote_help(source, value_at);
    let first = value.chars().next()?;
    match first {
        '“' | '”' | '„' => {
            let range = value_at..value_at + first.len_utf8();
            let message = Msg::YamlSign { written: first.into() };
            Some((range, message, Msg::YamlSignHelp { right: '"'.into() }))
        }
        '"' | '\'' => {
            let end = value[1..].find(first)? + 2;
            let has_more = !value[end..].trim().is_empty() && !value[end..].trim_start().starts_with('#');
            has_more.then_some((value_at + end..range.end, Msg::YamlAfterQuote, help))
        }
        '[' | '{' => {
            let end = value.rfind(closing(first))? + 1;
            let has_more = !value[end..].trim().is_empty() && !value[end..].trim_start().starts_with('#');
            has_more.then_some((range, Msg::YamlStart { sign: first.into() }, help))
        }
        _ => {
            let colon = value.find(": ").or_else(|| value.strip_suffix(':').map(str::len))?;
            Some((value_at + colon..value_at + colon + 1, Msg::YamlColon, help))
        }
    }
}

/// The help that shows the value of a line in quotes.
fn quote_help(source: &Source, at: usize) -> Msg {
    let line = &source.text()[line_at(source.text(), at)];
    let (key, value) = line.split_once(": ").unwrap_or(("", line));
    let value = value.trim().trim_start_matches("- ");
    let quoted = format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""));
    let example = if key.is_empty() { quoted } else { format!("{}: {quoted}", key.trim()) };
    Msg::YamlQuoteHelp { example: example.into() }
}
