//! `text-ascii-punctuation`: sentences of Japanese have 、 and 。, not the comma and the full stop of ASCII.

use super::chars::{around, is_japanese, short_line};
use super::passage::OBJECT;
use super::{Spot, Tongue};
use crate::words::Msg;

/// How many letters may number an item before a full stop: ア. 住所.
const NUMBERING: usize = 2;

pub(super) fn find(text: &str, tongue: Tongue) -> Vec<Spot> {
    if tongue != Tongue::Japanese {
        return Vec::new();
    }
    let signs = text.match_indices([',', '.']);
    signs.filter(|&(at, sign)| is_japanese_place(text, at, sign)).map(|(at, sign)| spot(at, sign)).collect()
}

fn spot(at: usize, sign: &str) -> Spot {
    let right = if sign == "," { "、" } else { "。" };
    let message = Msg::TextAsciiPunctuation { sign: sign.to_owned().into() };
    Spot::new(at..at + sign.len(), message, Msg::TextWriteHelp { right: right.into() })
}

/// Whether a sign follows Japanese and stands before Japanese, a fact or the end.
fn is_japanese_place(text: &str, at: usize, sign: &str) -> bool {
    let (before, next) = around(text, &(at..at + sign.len()));
    let after = text[at + sign.len()..].chars().find(|c| *c != ' ');
    let numbers = sign == "." && short_line(&text[..at], NUMBERING).is_some();
    let follows = before.is_some_and(|c| is_japanese(c) || matches!(c, '」' | '』' | '）'));
    let leads = match after {
        None | Some('\n') => true,
        Some(c) => is_japanese(c) || matches!(c, '「' | '『' | '（') || c == OBJECT && next == Some(' '),
    };
    follows && leads && !numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<usize> {
        find(text, Tongue::Japanese).into_iter().map(|spot| text[..spot.range.start].chars().count()).collect()
    }

    #[test]
    fn commas_and_stops_between_japanese_are_found() {
        assert_eq!(places("写真,印鑑を持参します."), [2, 11]);
        assert_eq!(places("持参します. 次に"), [5]);
        assert_eq!(places("（任意）, 印鑑"), [4]);
    }

    #[test]
    fn numbers_names_and_lists_keep_theirs() {
        for text in
            ["1,000円です。", "3.5キロ", "ア.住所", "U.S.の", "a.pdfを", "ファイル名.pdf", "など...", "Tokyo, 東京"]
        {
            assert_eq!(places(text), Vec::<usize>::new(), "{text}");
        }
    }
}
