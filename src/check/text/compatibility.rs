//! `text-compatibility`: no radicals (⽇, ⻑) and doubles of kanji, which look like a letter and are another.
//!
//! They come with text copied from PDF files. A double may be meant in a name, so nothing is changed by itself.

use unicode_normalization::UnicodeNormalization;

use super::{Spot, Tongue, runs};
use crate::words::Msg;

/// Radicals that Unicode does not tie to a letter, and the letters that copied text means.
const RADICALS: &[(char, char)] = &[
    ('⺟', '母'),
    ('⺠', '民'),
    ('⺥', '爪'),
    ('⺩', '王'),
    ('⻁', '虎'),
    ('⻄', '西'),
    ('⻅', '見'),
    ('⻆', '角'),
    ('⻉', '貝'),
    ('⻋', '車'),
    ('⻑', '長'),
    ('⻔', '門'),
    ('⻘', '青'),
    ('⻝', '食'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻫', '斉'),
    ('⻭', '歯'),
    ('⻯', '竜'),
    ('⻲', '亀'),
];

pub(super) fn find(text: &str, _: Tongue) -> Vec<Spot> {
    runs(text, is_double)
        .map(|range| {
            let written = &text[range.clone()];
            let right: String = written.chars().map(letter).collect();
            let message = Msg::TextCompatibility { written: written.into(), code: code(written).into() };
            let help = (right != written).then(|| Msg::TextCompatibilityHelp { right: right.into() });
            Spot::new(range, message, help)
        })
        .collect()
}

/// Radicals and compatibility ideographs, but the twelve of them that are letters of their own, such as 﨑.
fn is_double(c: char) -> bool {
    let own = matches!(
        u32::from(c),
        0xFA0E | 0xFA0F | 0xFA11 | 0xFA13 | 0xFA14 | 0xFA1F | 0xFA21 | 0xFA23 | 0xFA24 | 0xFA27..=0xFA29
    );
    matches!(c, '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1D}') && !own
}

fn letter(c: char) -> char {
    let known = RADICALS.iter().find(|(radical, _)| *radical == c).map(|(_, letter)| *letter);
    known.or_else(|| std::iter::once(c).nfkc().next()).unwrap_or(c)
}

fn code(written: &str) -> String {
    format!("U+{:04X}", written.chars().next().map_or(0, u32::from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::seen;

    #[test]
    fn radicals_and_doubles_are_told_with_the_letter_that_is_meant() {
        let text = "\u{2F47}本の会\u{2ED1}と\u{FA19}";
        assert_eq!(seen(text, &find(text, Tongue::Japanese)).0, ["\u{2F47}", "\u{2ED1}", "\u{FA19}"]);
        assert_eq!(text.chars().map(letter).collect::<String>(), "日本の会長と神");
        assert_eq!(find("山\u{FA11}と髙橋、長い日", Tongue::Japanese), []);
    }
}
