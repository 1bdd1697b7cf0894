//! `text-style`: the sentences of a page are polite (です・ます) or plain (である), not both.
//!
//! Only the text of paragraphs is compared: headings, cells and quotes have a style of their own.

use std::ops::Range;

use super::passage::Passage;
use super::sentences::sentences;
use super::{Tongue, chars};
use crate::diagnostic::{Finding, Findings, rule};
use crate::parse::ProseKind;
use crate::source::Source;
use crate::words::Msg;

/// How polite sentences end.
const POLITE: &[&str] = &["です", "ます", "でした", "ました", "ません", "でしょう", "ましょう", "ください"];

/// How plain sentences end.
const PLAIN: &[&str] = &["である", "であった", "であろう", "だった", "だろう", "ではない", "とする", "だ"];

/// Words that end in だ and are no verb.
const NO_VERBS: &[&str] = &["まだ", "ただ", "未だ", "いまだ"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Polite,
    Plain,
}

pub(super) fn check(source: &Source, passages: &[Passage]) -> Findings {
    let mut places: [Vec<Range<usize>>; 2] = [Vec::new(), Vec::new()];
    for passage in passages.iter().filter(|passage| matches!(passage.kind, ProseKind::Paragraph | ProseKind::Front)) {
        for (style, end) in endings(&passage.text) {
            places[usize::from(style == Style::Plain)].push(passage.source_range(&end));
        }
    }
    let [polite, plain] = &places;
    let is_polite = polite.len() >= plain.len();
    let (most, fewest) = if is_polite { (polite, plain) } else { (plain, polite) };
    let Some(first) = most.first() else { return Findings::new() };
    let finding = |range: &Range<usize>| {
        let message = if is_polite { Msg::TextStylePlain } else { Msg::TextStylePolite };
        let related = if is_polite { Msg::TextStylePoliteHere } else { Msg::TextStylePlainHere };
        let finding = Finding::new(&rule::TEXT_STYLE, source.place(range.clone()), message).help(Msg::TextStyleHelp);
        finding.related(source.place(first.clone()), related)
    };
    fewest.iter().map(finding).collect()
}

/// The sentences whose style can be told, with the words at their end that tell it.
fn endings(text: &str) -> Vec<(Style, Range<usize>)> {
    sentences(text, Tongue::Japanese).into_iter().filter_map(|range| ending(text, &range)).collect()
}

fn ending(text: &str, range: &Range<usize>) -> Option<(Style, Range<usize>)> {
    let sentence = text[range.clone()].strip_suffix('。')?;
    let (style, words) = match (end_of(sentence, POLITE), end_of(sentence, PLAIN)) {
        (Some(words), _) => (Style::Polite, words),
        (None, Some(words)) if end_of(sentence, NO_VERBS).is_none() => (Style::Plain, words),
        _ => return None,
    };
    let before = sentence.strip_suffix(words)?.chars().next_back();
    let is_word = before.is_some_and(|c| chars::is_japanese(c) || !c.is_whitespace());
    let end = range.start + sentence.len();
    is_word.then(|| (style, end - words.len()..end))
}

/// The longest of some words that a sentence ends with.
fn end_of<'a>(sentence: &str, words: &[&'a str]) -> Option<&'a str> {
    words.iter().copied().filter(|word| sentence.ends_with(word)).max_by_key(|word| word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styles(text: &str) -> Vec<Style> {
        endings(text).into_iter().map(|(style, _)| style).collect()
    }

    #[test]
    fn the_end_of_a_sentence_tells_its_style() {
        assert_eq!(styles("これです。申請します。ご覧ください。使えません。"), [Style::Polite; 4]);
        assert_eq!(styles("これである。必要だ。無料であった。本人とする。"), [Style::Plain; 4]);
        assert_eq!(styles("申請はまだ。「必要だ。」と言います。一覧"), [Style::Polite]);
        assert_eq!(styles("カード。受取。です"), []);
    }
}
