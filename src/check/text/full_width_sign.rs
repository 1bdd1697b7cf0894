//! `text-full-width-sign`: English text has English signs: （ ） ， ！ tear holes into it and break its lines.

use super::chars::{is_japanese, is_japanese_sign};
use super::{Spot, Tongue};
use crate::words::Msg;

/// How far away the word may be that a sign belongs to.
const NEAR: usize = 20;

pub(super) fn find(text: &str, tongue: Tongue) -> Vec<Spot> {
    if tongue != Tongue::English || text.is_ascii() {
        return Vec::new();
    }
    let signs = text.char_indices().filter(|&(_, c)| english(c).is_some());
    signs.filter(|&(at, c)| is_in_english(text, at, c)).filter_map(|(at, c)| spot(at, c)).collect()
}

fn spot(at: usize, c: char) -> Option<Spot> {
    let message = match c {
        '\u{3000}' => Msg::TextFullWidthSpace,
        _ => Msg::TextFullWidthSign { sign: c.to_string().into() },
    };
    let help = Msg::TextWriteHelp { right: english(c)?.to_string().into() };
    Some(Spot::new(at..at + c.len_utf8(), message, (c != '\u{3000}').then_some(help)))
}

/// The sign that English has for a full-width one.
fn english(c: char) -> Option<char> {
    match c {
        '、' => Some(','),
        '。' => Some('.'),
        '「' | '」' | '『' | '』' => Some('"'),
        '【' => Some('['),
        '】' => Some(']'),
        '\u{3000}' => Some(' '),
        '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF5E}' => {
            char::from_u32(u32::from(c) - 0xFEE0)
        }
        _ => None,
    }
}

/// Whether a sign stands in English words, and not in Japanese ones that the text quotes.
fn is_in_english(text: &str, at: usize, c: char) -> bool {
    let is_word = |c: &char| !c.is_whitespace() && !is_japanese_sign(*c);
    let before = text[..at].chars().rev().take(NEAR).find(is_word);
    let after = text[at + c.len_utf8()..].chars().take(NEAR).find(is_word);
    before.or(after).is_some() && !before.is_some_and(is_japanese) && !after.is_some_and(is_japanese)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::seen;

    #[test]
    fn signs_of_japanese_do_not_belong_into_english() {
        let signs = |text: &str| seen(text, &find(text, Tongue::English)).0;
        assert_eq!(signs("Bring the form（A4）、please。"), ["（", "）", "、", "。"]);
        assert_eq!(signs("Call us！"), ["！"]);
        assert_eq!(signs("The card (マイナンバーカード、「個人番号」) and “quotes” – fine."), Vec::<String>::new());
        assert_eq!(find("（A4）", Tongue::Japanese), []);
    }
}
