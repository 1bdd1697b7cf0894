//! Folding: one spelling for the characters of facts, with a way back to the bytes of the original.
//!
//! Full-width digits, letters and signs become ASCII (NFKC, one character at a time), and all dashes and
//! wave dashes become one. Superscripts and circled numbers stay: 10² is not 102, and ① is no amount. Folded
//! text is only ever read by this program; it is never published.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// A folded text and its way back.
#[derive(Debug, Default)]
pub(super) struct Folded {
    text: String,
    /// The characters whose folded form has another length.
    changed: Vec<Changed>,
}

/// A character and what it became.
#[derive(Debug)]
struct Changed {
    folded: Range<usize>,
    original: Range<usize>,
}

impl Folded {
    /// Folds a text.
    pub(super) fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut changed = Vec::new();
        for (at, character) in original.char_indices() {
            let start = text.len();
            push(&mut text, character);
            if text.len() - start != character.len_utf8() {
                changed.push(Changed { folded: start..text.len(), original: at..at + character.len_utf8() });
            }
        }
        Self { text, changed }
    }

    /// The folded text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that became this range of the folded text.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        self.back(range.start, |changed| changed.original.start)..self.back(range.end, |changed| changed.original.end)
    }

    /// The original byte of a folded one; within a character that became several, the end that is asked for.
    fn back(&self, at: usize, inside: fn(&Changed) -> usize) -> usize {
        let before = self.changed.partition_point(|changed| changed.folded.start < at);
        match before.checked_sub(1).and_then(|index| self.changed.get(index)) {
            Some(changed) if at < changed.folded.end => inside(changed),
            Some(changed) => changed.original.end + (at - changed.folded.end),
            None => at,
        }
    }
}

/// Writes the folded form of a character.
fn push(out: &mut String, character: char) {
    match character {
        '\u{A0}' | '\u{3000}' | '\n' | '\t' => out.push(' '),
        _ if character.is_ascii() => out.push(character),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' => out.push('-'),
        '〜' | '～' | '∼' => out.push('~'),
        '’' | '‘' | '＇' => out.push('\''),
        // Kana, ideographs and their marks, which make up nearly all of a Japanese text, fold to themselves.
        '\u{3001}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' => out.push(character),
        _ if keeps(character) => out.push(character),
        _ => out.extend(std::iter::once(character).nfkc()),
    }
}

/// Characters whose compatibility form would be a digit that means something else.
fn keeps(character: char) -> bool {
    matches!(character, '¹' | '²' | '³' | '\u{2070}'..='\u{209F}' | '\u{2460}'..='\u{24FF}' | '¼'..='¾' | '\u{2150}'..='\u{215F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_signs_become_ascii_and_lead_back() {
        let original = "料金は３，０００円〜５，０００円です";
        let folded = Folded::new(original);
        assert_eq!(folded.text(), "料金は3,000円~5,000円です");
        let at = folded.text().find("5,000円").expect("it is there");
        let range = folded.original(at..at + "5,000円".len());
        assert_eq!(&original[range], "５，０００円");
    }

    #[test]
    fn one_character_that_becomes_several_is_whole_on_the_way_back() {
        let original = "約10㎞と㍻元年";
        let folded = Folded::new(original);
        assert_eq!(folded.text(), "約10kmと平成元年");
        for (part, source) in
            [("km", "㎞"), ("k", "㎞"), ("m", "㎞"), ("平成", "㍻"), ("10k", "10㎞"), ("元年", "元年")]
        {
            let at = folded.text().find(part).expect("it is there");
            assert_eq!(&original[folded.original(at..at + part.len())], source, "{part}");
        }
    }

    #[test]
    fn superscripts_and_circled_numbers_stay() {
        assert_eq!(Folded::new("10²の①と½").text(), "10²の①と½");
    }
}
