//! The normal form of a text: what two texts share when readers could not tell them apart.
//!
//! Folded lines, blanks beside Japanese characters, full-width digits, curly quotes and the like are no change of
//! what a text says. Not NFKC: `10²` and `①` must stay what they are. The form is only ever compared, never shown
//! on a page and never stored, so it may be improved at any time.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Opens the address of a link or the file of an image in [`super::Block::full`], where [`TARGET_END`] closes it.
pub(super) const TARGET_START: char = '⟨';
/// See [`TARGET_START`].
pub(super) const TARGET_END: char = '⟩';

/// The normal form of a text, which may hold targets between `TARGET_START` and `TARGET_END`; those stay as they are.
#[must_use]
pub fn normal(text: &str) -> String {
    if is_nfc(text) { composed(text) } else { composed(&text.nfc().collect::<String>()) }
}

/// The normal form of a text in NFC.
fn composed(text: &str) -> String {
    let mut out = Joiner { text: String::with_capacity(text.len()), last: None, blank: false, target: false };
    for (at, c) in text.char_indices() {
        let between_digits = || {
            let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
            is_digit(text[..at].chars().next_back()) && is_digit(text[at + c.len_utf8()..].chars().next())
        };
        match c {
            '，' | '､' => out.push(if between_digits() { ',' } else { '、' }),
            '．' | '｡' => out.push(if between_digits() { '.' } else { '。' }),
            '\u{FF01}'..='\u{FF5E}' => out.push(char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)),
            '“' | '”' | '„' => out.push('"'),
            '‘' | '’' | '‚' => out.push('\''),
            '…' => (0..3).for_each(|_| out.push('.')),
            '\u{200B}' | '\u{FEFF}' | '\u{AD}' => {}
            blank if blank.is_whitespace() => out.blank(),
            other => out.push(other),
        }
    }
    out.text
}

/// Writes a text with single blanks, and with none at its ends and beside CJK characters.
struct Joiner {
    text: String,
    /// The last visible character.
    last: Option<char>,
    /// Whether blanks came after it.
    blank: bool,
    /// Whether a target is being written.
    target: bool,
}

impl Joiner {
    fn blank(&mut self) {
        if self.target {
            self.text.push(' ');
        } else {
            self.blank = true;
        }
    }

    /// Writes a character, and before it the blank that is due. A target is looked through: its link's last
    /// character is what the next one stands beside.
    fn push(&mut self, c: char) {
        if self.target || c == TARGET_START {
            self.target = c != TARGET_END;
        } else {
            let apart = self.last.is_some_and(|last| !is_cjk(last) && !is_cjk(c));
            if std::mem::take(&mut self.blank) && apart {
                self.text.push(' ');
            }
            self.last = Some(c);
        }
        self.text.push(c);
    }
}

/// Whether blanks beside a character mean nothing: Chinese characters, kana and their punctuation. Hangul has blanks.
#[must_use]
pub fn is_cjk(c: char) -> bool {
    matches!(u32::from(c),
        0x2E80..=0x312F | 0x31A0..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F
        | 0xFF00..=0xFF9F | 0xFFE0..=0xFFEF | 0x2_0000..=0x3_FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_readers_cannot_tell_apart_is_equal() {
        for (one, other) in [
            ("手数料は、\n300円です", "手数料は、300円です"),
            ("手数料は３００円です。", "手数料は300円です。"),
            ("ＰＤＦは１，０００円，以上．", "PDFは1,000円、以上。"),
            ("VitePress は速い", "VitePressは速い"),
            ("the “fee”\n  is", "the \"fee\" is"),
            ("か\u{3099}き", "がき"),
            ("待つ…", "待つ..."),
            ("受取⟨a b⟩ form です", "受取⟨a b⟩form です"),
            ("a\u{200B}b\u{AD}", "ab"),
        ] {
            assert_eq!(normal(one), normal(other));
        }
    }

    #[test]
    fn what_reads_differently_stays_different() {
        for (one, other) in [("10²", "102"), ("①", "1"), ("time out", "timeout"), ("a⟨x y⟩", "a⟨xy⟩"), ("A", "a")]
        {
            assert_ne!(normal(one), normal(other));
        }
        assert_eq!(normal("한국 어"), "한국 어");
        assert_eq!(normal("日付 。 次"), "日付。次");
    }
}
