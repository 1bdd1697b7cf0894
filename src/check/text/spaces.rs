//! `text-space`: no spaces inside words, such as 日　程 (WCAG 2.2, failure F32 of 1.3.2).
//!
//! Spaces between words are often meant: 山田　太郎, 第1章　総則, 年　月　日. So only letters that stand alone count, and
//! what looks like a name or a list of choices is left as it is.

use std::ops::Range;

use super::chars::{is_hiragana, is_japanese, is_kanji, is_katakana};
use super::{Spot, Tongue};
use crate::words::Msg;

/// Words that are often spread over a heading or a cell, although each letter could stand for something by itself.
const SPREAD: &[&str] = &[
    "日時",
    "日程",
    "期日",
    "期間",
    "時間",
    "時刻",
    "場所",
    "会場",
    "対象",
    "定員",
    "費用",
    "料金",
    "金額",
    "内容",
    "方法",
    "申込",
    "申請",
    "連絡",
    "電話",
    "住所",
    "氏名",
    "注意",
    "備考",
    "主催",
    "共催",
    "講師",
    "参加",
    "締切",
    "受付",
    "窓口",
    "目的",
    "概要",
    "資格",
    "性別",
    "年齢",
    "職業",
    "本籍",
    "名称",
    "代表",
    "担当",
    "様式",
    "東京",
    "京都",
    "大阪",
    "県庁",
    "市役所",
    "区役所",
    "市長",
    "町長",
    "村長",
    "知事",
];

/// Letters that stand alone in forms and lists of choices.
const ALONE: &str = "年月日時分秒円名人件男女有無可否印大中小上下左右火水木金土東西南北甲乙丙丁春夏秋冬新旧様殿行係課一二三四五六七八九十第号条項";

/// Family names of one letter. With a given name of one letter they look like a spread word.
const NAMES: &str = "林森原東西南北堀辻岡谷関菅星畑平秦泉桜榊柳嶋島境浜湊滝沢橘宮堤峰岸丘角金高朴李王張陳劉楊黄呉周徐孫馬朱郭何高羅梁宋鄭謝韓唐馮許辛神乾巽奥表向椿楠槇桂梶柏樋蔵倉";

pub(super) fn find(text: &str, tongue: Tongue) -> Vec<Spot> {
    if tongue != Tongue::Japanese || !text.contains(is_space) {
        return Vec::new();
    }
    chains(text).into_iter().filter(|chain| is_spread(text, chain)).map(|chain| spot(text, chain)).collect()
}

fn spot(text: &str, range: Range<usize>) -> Spot {
    let written = &text[range.clone()];
    let right: String = written.chars().filter(|&c| !is_space(c)).collect();
    let message = Msg::TextSpace { written: written.into() };
    let help = Msg::TextSpaceHelp { right: right.clone().into() };
    Spot::new(range.clone(), message, help).fix(Some((range, right)))
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{A0}')
}

/// The parts of a text in which a space follows each single letter: `日　程`, `お 知 ら せ`, `カー ド`.
fn chains(text: &str) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let letter = |index: usize| letters.get(index).map(|&(_, c)| c);
    let mut chains = Vec::new();
    let mut index = 0;
    while index < letters.len() {
        let first = index;
        let mut last = index;
        while let Some(next) = after_spaces(&letters, last) {
            last = next;
        }
        index = last + 1;
        let end = letters.get(last + 1).map_or(text.len(), |&(at, _)| at);
        let (before, after) = (first.checked_sub(1).and_then(letter), letter(last + 1));
        let alone = |edge: Option<char>, own: Option<char>| !own.is_some_and(|own| same_word(edge, own));
        if last > first && alone(before, letter(first)) && alone(after, letter(last)) {
            chains.push(letters[first].0..end);
        } else if last > first && is_tail(letter(last), after) && letter(first).is_some_and(is_katakana) {
            let start = letters[..first].iter().rposition(|&(_, c)| !is_katakana(c)).map_or(0, |at| at + 1);
            chains.push(letters[start].0..end);
        }
    }
    chains
}

/// The letter that follows this letter after spaces, if there are any.
fn after_spaces(letters: &[(usize, char)], index: usize) -> Option<usize> {
    let spaces = letters[index + 1..].iter().take_while(|(_, c)| is_space(*c)).count();
    let next = index + 1 + spaces;
    let is_letter = |at: usize| letters.get(at).is_some_and(|&(_, c)| is_japanese(c));
    (spaces > 0 && is_letter(index) && is_letter(next)).then_some(next)
}

/// Whether a letter beside another belongs to the same word, as far as their kinds tell.
fn same_word(edge: Option<char>, own: char) -> bool {
    let Some(edge) = edge else { return false };
    is_kanji(edge) && is_kanji(own) || is_katakana(edge) && is_katakana(own) || is_hiragana(edge) && is_hiragana(own)
}

/// Whether a letter after a space can only be the end of a katakana word.
fn is_tail(letter: Option<char>, after: Option<char>) -> bool {
    letter.is_some_and(is_katakana) && !after.is_some_and(|after| is_katakana(after) || is_space(after))
}

/// Whether a chain is one word that was spread, and not several words.
fn is_spread(text: &str, chain: &Range<usize>) -> bool {
    let word: Vec<char> = text[chain.clone()].chars().filter(|&c| !is_space(c)).collect();
    let joined: String = word.iter().collect();
    if SPREAD.contains(&joined.as_str()) {
        return true;
    }
    let kanji = word.iter().filter(|&&c| is_kanji(c)).count();
    let katakana = word.iter().all(|&c| is_katakana(c));
    match word.as_slice() {
        _ if word.iter().all(|&c| ALONE.contains(c)) => false,
        [first, _] if kanji == 2 => !NAMES.contains(*first),
        [..] if katakana => word.len() > 2,
        [_, _] => false,
        [..] => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::seen;

    fn spots(text: &str) -> (Vec<String>, String) {
        seen(text, &find(text, Tongue::Japanese))
    }

    #[test]
    fn spread_words_are_found_and_joined() {
        for (text, spread, fixed) in [
            ("日　程", "日　程", "日程"),
            ("次の日 程は", "日 程", "次の日程は"),
            ("申 請する", "申 請", "申請する"),
            ("お　知　ら　せ", "お　知　ら　せ", "お知らせ"),
            ("マイナンバーカー ドを", "マイナンバーカー ド", "マイナンバーカードを"),
            ("東　京で", "東　京", "東京で"),
            ("日　　時", "日　　時", "日時"),
        ] {
            assert_eq!(spots(text), (vec![spread.to_owned()], fixed.to_owned()), "{text}");
        }
    }

    #[test]
    fn spaces_between_words_are_left() {
        for text in [
            "山田　太郎",
            "林　修",
            "令和　年　月　日",
            "男　女",
            "第1章　総則",
            "霞が関 一丁目",
            "マイナンバー カード",
            "プラン A と B",
            "氏名　住所　電話番号",
            "有　無",
            "です。 次に",
        ] {
            assert_eq!(spots(text).0, Vec::<String>::new(), "{text}");
        }
        assert_eq!(find("日 程", Tongue::English), []);
    }
}
