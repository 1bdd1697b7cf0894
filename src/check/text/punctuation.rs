//! `text-punctuation`: a page has 、 or ，, and 。 or ．, not both of a pair.
//!
//! ，with 。 is an old official style and is left alone; so are the commas and points of numbers and of Latin text.

use std::ops::Range;

use super::chars::{around, is_japanese};
use super::passage::{OBJECT, Passage};
use crate::diagnostic::{Finding, Findings, rule};
use crate::source::Source;
use crate::words::Msg;

pub(super) fn check(source: &Source, passages: &[Passage]) -> Findings {
    [('、', '，'), ('。', '．')].into_iter().flat_map(|pair| compare(source, passages, pair)).collect()
}

fn compare(source: &Source, passages: &[Passage], (one, other): (char, char)) -> Findings {
    let places = |sign| passages.iter().flat_map(|passage| of(passage, sign)).collect::<Vec<_>>();
    let (ones, others) = (places(one), places(other));
    let one_wins = ones.len() >= others.len();
    let (most, fewest, sign, usual) = if one_wins { (ones, others, other, one) } else { (others, ones, one, other) };
    let Some(first) = most.first() else { return Findings::new() };
    let finding = |range: Range<usize>| {
        let message = Msg::TextPunctuation { sign: sign.to_string().into(), usual: usual.to_string().into() };
        let help = Msg::TextPunctuationHelp { usual: usual.to_string().into() };
        let finding = Finding::new(&rule::TEXT_PUNCTUATION, source.place(range), message).help(help);
        finding.related(source.place(first.clone()), Msg::TextPunctuationHere { usual: usual.to_string().into() })
    };
    fewest.into_iter().map(finding).collect()
}

/// Where a passage has a sign that is punctuation of Japanese.
fn of(passage: &Passage, sign: char) -> Vec<Range<usize>> {
    let signs = passage.text.match_indices(sign).map(|(at, sign)| at..at + sign.len());
    signs.filter(|range| is_in_japanese(&passage.text, range)).map(|range| passage.source_range(&range)).collect()
}

fn is_in_japanese(text: &str, range: &Range<usize>) -> bool {
    let (before, _) = around(text, range);
    before.is_some_and(|c| is_japanese(c) || matches!(c, '」' | '』' | '）') || c == OBJECT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_latin_text_have_their_own_signs() {
        let found = |text: &str, sign: char| {
            let signs = text.match_indices(sign).map(|(at, sign)| at..at + sign.len());
            signs.filter(|range| is_in_japanese(text, range)).count()
        };
        assert_eq!(found("写真，印鑑を，", '，'), 2);
        assert_eq!(found("１，０００円とA，B", '，'), 0);
    }
}
