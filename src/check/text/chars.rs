//! Kinds of characters that the rules tell apart.

/// A Chinese character as Japanese uses them, with the signs that stand for one.
pub(super) fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '々' | '〇' | '〆')
}

/// A hiragana letter.
pub(super) fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ゝ' | 'ゞ')
}

/// A katakana letter or the sign of a long vowel.
pub(super) fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | 'ヽ' | 'ヾ')
}

/// A letter of Japanese.
pub(super) fn is_japanese(c: char) -> bool {
    is_kanji(c) || is_hiragana(c) || is_katakana(c)
}

/// A sign of Japanese text, as wide as a letter.
pub(super) fn is_japanese_sign(c: char) -> bool {
    matches!(c, '、'..='〃' | '〈'..='〟' | '・' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' | '※')
}

/// The letters around a part of a text.
pub(super) fn around(text: &str, range: &std::ops::Range<usize>) -> (Option<char>, Option<char>) {
    (text[..range.start].chars().next_back(), text[range.end..].chars().next())
}

/// The line up to here, if it has at most so many characters. Looks no further back, as lines may be very long.
pub(super) fn short_line(before: &str, most: usize) -> Option<&str> {
    let mut start = before.len();
    for (count, (at, c)) in before.char_indices().rev().enumerate() {
        if c == '\n' {
            break;
        }
        if count == most {
            return None;
        }
        start = at;
    }
    Some(&before[start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_short_by_its_characters() {
        assert_eq!(short_line("一行\n二行", 2), Some("二行"));
        assert_eq!(short_line("一行\n二行目", 2), None);
        assert_eq!(short_line("", 2), Some(""));
    }
}
