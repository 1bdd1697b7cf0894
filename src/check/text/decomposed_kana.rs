//! `text-decomposed-kana`: kana with their mark in one character. か + ゛ looks like が and is not found as が.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::chars::{is_hiragana, is_katakana};
use super::{Spot, Tongue, runs};
use crate::words::Msg;

/// The marks that combine with the letter before them.
const MARKS: [char; 2] = ['\u{3099}', '\u{309A}'];

pub(super) fn find(text: &str, _: Tongue) -> Vec<Spot> {
    runs(text, |c| MARKS.contains(&c)).filter_map(|marks| spot(text, &marks)).collect()
}

/// A letter and the marks behind it. No other character is touched, so that no name changes.
fn spot(text: &str, marks: &Range<usize>) -> Option<Spot> {
    let letter = text[..marks.start].chars().next_back().filter(|&c| is_hiragana(c) || is_katakana(c))?;
    let range = marks.start - letter.len_utf8()..marks.end;
    let right: String = text[range.clone()].nfc().collect();
    let is_whole = !right.contains(MARKS);
    let message = Msg::TextDecomposedKana { written: right.clone().into() };
    let spot = Spot::new(range.clone(), message, Msg::TextDecomposedKanaHelp);
    Some(spot.fix(is_whole.then_some((range, right))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::seen;

    #[test]
    fn letters_and_marks_are_composed() {
        let text = "写真はカート\u{3099}のは\u{309A}です";
        let found = seen(text, &find(text, Tongue::Japanese));
        assert_eq!(found.0, ["ト\u{3099}", "は\u{309A}"]);
        assert_eq!(found.1, "写真はカードのぱです");
        assert_eq!(find("カードか゛", Tongue::Japanese), []);
    }
}
