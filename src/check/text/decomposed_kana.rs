//! `text-decomposed-kana`: kana with their mark in one character. か + ゛ looks like が and is not found as が.

use unicode_normalization::UnicodeNormalization;

use super::chars::{is_hiragana, is_katakana};
use super::{Spot, Tongue, runs};
use crate::words::Msg;

/// The marks that combine with the letter before them.
const MARKS: [char; 2] = ['\u{3099}', '\u{309A}'];

pub(super) fn find(text: &str, _: Tongue) -> Vec<Spot> {
    let is_kana = |c| is_hiragana(c) || is_katakana(c) || MARKS.contains(&c);
    let words = runs(text, is_kana).filter(|range| text[range.clone()].contains(MARKS));
    words
        .map(|range| {
            let written = &text[range.clone()];
            // Only kana and their marks are in the run, so that no other character can change.
            let right: String = written.nfc().collect();
            let is_whole = !right.contains(MARKS);
            let message = Msg::TextDecomposedKana { written: right.clone().into() };
            Spot::new(range.clone(), message, Msg::TextDecomposedKanaHelp).fix(is_whole.then_some((range, right)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::seen;

    #[test]
    fn letters_and_marks_are_composed() {
        let text = "写真はカート\u{3099}のは\u{309A}です";
        let found = seen(text, &find(text, Tongue::Japanese));
        assert_eq!(found.0, ["はカート\u{3099}のは\u{309A}です"]);
        assert_eq!(found.1, "写真はカードのぱです");
        assert_eq!(find("カードか゛", Tongue::Japanese), []);
    }
}
