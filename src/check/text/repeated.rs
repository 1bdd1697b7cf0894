//! `text-repeated`: no particle and no word twice in a row, as editing leaves them: をを, the the.

use std::ops::Range;

use super::chars::{is_japanese, is_kanji, is_katakana};
use super::{Spot, Tongue};
use crate::words::Msg;

/// English words that may follow themselves.
const TWICE: &[&str] = &["had", "that", "very", "bye", "so", "no", "is", "do"];

/// Particles that follow a noun and never follow themselves between nouns. も is not one of them: もも is a word.
const PARTICLES: &str = "がはにでとのへ";

/// Letters after which てて is no verb such as 立てて or 捨てて.
const BEFORE_TE: &str = "しっいきりえけべれせめねげび";

/// The lengths of Japanese words that are looked for twice. Shorter ones are often meant, as いろいろ.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=20;

pub(super) fn find(text: &str, tongue: Tongue) -> Vec<Spot> {
    let ranges = match tongue {
        Tongue::Japanese => japanese(text),
        Tongue::English => english(text),
        Tongue::Other => Vec::new(),
    };
    let spot = |(range, word): (Range<usize>, String)| {
        Spot::new(range, Msg::TextRepeated { word: word.into() }, Msg::TextRepeatedHelp)
    };
    ranges.into_iter().map(spot).collect()
}

fn japanese(text: &str) -> Vec<(Range<usize>, String)> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let at = |index: usize| letters.get(index).map_or(text.len(), |&(at, _)| at);
    let mut found = Vec::new();
    let mut index = 0;
    while index + 1 < letters.len() {
        let length = if is_doubled_particle(&letters, index) { Some(1) } else { doubled_word(&letters[index..]) };
        match length {
            Some(length) => {
                // However often it stands there, it is one mistake.
                let same =
                    |index: usize| letters.get(index).is_some_and(|letter| letter.1 == letters[index - length].1);
                let end = (index + length..).find(|&index| !same(index)).unwrap_or(letters.len());
                let end = end - (end - index) % length;
                found.push((at(index)..at(end), text[at(index)..at(index + length)].to_owned()));
                index = end;
            }
            None => index += 1,
        }
    }
    found
}

fn is_doubled_particle(letters: &[(usize, char)], index: usize) -> bool {
    let letter = |index: usize| letters.get(index).map(|&(_, c)| c);
    let before = index.checked_sub(1).and_then(letter);
    let (Some(own), true) = (letter(index), letter(index) == letter(index + 1)) else { return false };
    let noun = |c: Option<char>| c.is_some_and(|c| is_kanji(c) || is_katakana(c));
    match own {
        'を' => true,
        'て' => before.is_some_and(|before| BEFORE_TE.contains(before)),
        _ if PARTICLES.contains(own) => {
            let after = letter(index + 2);
            noun(before) && (noun(after) || after == Some('、'))
        }
        _ => false,
    }
}

/// The length of the word that the letters begin with twice.
fn doubled_word(letters: &[(usize, char)]) -> Option<usize> {
    let word = letters.iter().take(2 * LENGTHS.end()).take_while(|(_, c)| is_japanese(*c)).count();
    let same = |length: usize| (0..length).all(|index| letters[index].1 == letters[index + length].1);
    let rhythmic = |length: usize| (0..length - 2).all(|index| letters[index].1 == letters[index + 2].1);
    LENGTHS.take_while(|length| 2 * length <= word).find(|&length| same(length) && !rhythmic(length))
}

fn english(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut last: Option<Range<usize>> = None;
    for range in super::runs(text, |c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')) {
        let word = &text[range.clone()];
        if let Some(before) = last.filter(|before| is_doubled(text, before, &range)) {
            found.push((before.start..range.end, word.to_owned()));
        }
        last = Some(range);
    }
    found
}

fn is_doubled(text: &str, before: &Range<usize>, word: &Range<usize>) -> bool {
    let (first, second) = (&text[before.clone()], &text[word.clone()]);
    let letters = second.len() > 1 && second.chars().all(|c| c.is_ascii_alphabetic());
    let between = &text[before.end..word.start];
    // A name may follow itself, as in Walla Walla, or its own first word, as in “my My Number Card”.
    let name = second.starts_with(|c: char| c.is_ascii_uppercase());
    letters
        && !name
        && first.eq_ignore_ascii_case(second)
        && between.chars().all(|c| matches!(c, ' ' | '\n'))
        && !TWICE.contains(&second.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::seen;

    fn twice(text: &str, tongue: Tongue) -> Vec<String> {
        seen(text, &find(text, tongue)).0
    }

    #[test]
    fn doubled_particles_and_words_are_found() {
        for (text, doubled) in [
            ("カードをを受け取る", "をを"),
            ("提示してて、受け取る", "てて"),
            ("窓口にに行く", "にに"),
            ("カードはは、", "はは"),
            ("手続についてについて話す", "についてについて"),
            ("マイナンバーマイナンバーカード", "マイナンバーマイナンバー"),
        ] {
            assert_eq!(twice(text, Tongue::Japanese), [doubled], "{text}");
        }
        assert_eq!(twice("Read the the form. It It is.", Tongue::English), ["the the"]);
        assert_eq!(twice("The the form", Tongue::English), ["The the"]);
    }

    #[test]
    fn what_is_said_twice_on_purpose_is_right() {
        for text in [
            "旗を立てて",
            "いろいろな",
            "もも肉",
            "父ははがきを",
            "ますます",
            "ひとりひとり",
            "すべての人",
            "ででん",
            "カードのののしり",
        ] {
            assert_eq!(twice(text, Tongue::Japanese), Vec::<String>::new(), "{text}");
        }
        for text in ["He had had it", "Walla Walla", "up, up", "2020 2020", "see my My Number"] {
            assert_eq!(twice(text, Tongue::English), Vec::<String>::new(), "{text}");
        }
    }
}
