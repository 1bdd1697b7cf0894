//! Loanwords: what a word in katakana and the English word that it was taken from have in common, their consonants.
//!
//! Japanese breaks up groups of consonants, drops the r of “card” and writes l as r, v as b and th as s; vowels go their own
//! ways. What is left, in ten classes, is mostly the same: カード and card are both KD. This tells related words from
//! others only on the whole: it is a clue among others, never a proof.

/// The consonants of the words of a text that are written in katakana, each as long as one word or several joined.
pub fn of_katakana(text: &str) -> impl Iterator<Item = String> {
    let runs = text.split(|c| !matches!(c, 'ァ'..='ヺ' | 'ー')).filter(|run| !run.is_empty());
    runs.map(|run| run.chars().filter_map(consonant).collect::<String>()).filter(|skeleton| skeleton.len() > 1)
}

/// The class of the consonant that a kana begins with.
fn consonant(kana: char) -> Option<char> {
    Some(match kana {
        'カ' | 'キ' | 'ク' | 'ケ' | 'コ' => 'K',
        'ガ' | 'ギ' | 'グ' | 'ゲ' | 'ゴ' => 'G',
        'サ'..='ゾ' | 'ヂ' | 'ヅ' => 'S',
        'タ' | 'チ' | 'ツ' | 'テ' | 'ト' => 'T',
        'ダ' | 'デ' | 'ド' => 'D',
        'ナ'..='ノ' | 'ン' => 'N',
        'ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ' => 'H',
        'バ' | 'ビ' | 'ブ' | 'ベ' | 'ボ' | 'ヴ' => 'B',
        'パ' | 'ピ' | 'プ' | 'ペ' | 'ポ' => 'P',
        'マ'..='モ' => 'M',
        'ラ'..='ロ' => 'R',
        _ => return None,
    })
}

/// The consonants of the English words of a text, as Japanese hears them.
pub fn of_english(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 2);
    words.map(skeleton).filter(|skeleton| skeleton.len() > 1)
}

fn skeleton(word: &str) -> String {
    let word = word.to_ascii_lowercase();
    // A plural is mostly borrowed without its s.
    let singular = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s'));
    let mut rest = singular.unwrap_or(&word).as_bytes();
    let mut skeleton = String::new();
    while let Some(first) = rest.first() {
        let is_doubled = rest.get(1) == Some(first);
        let (sounds, length) = if is_doubled { ("", 1) } else { sounds(rest) };
        skeleton.push_str(sounds);
        rest = &rest[length..];
    }
    skeleton
}

/// What the beginning of a word sounds like, and how many letters that takes.
fn sounds(word: &[u8]) -> (&'static str, usize) {
    let is_soft = matches!(word.get(1), Some(b'e' | b'i' | b'y'));
    let before_vowel = matches!(word.get(1), Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    let one = match word {
        [b'c' | b't', b'h', ..] => return (if word[0] == b'c' { "T" } else { "S" }, 2),
        [b's', b'h', ..] => return ("S", 2),
        [b'p', b'h', ..] => return ("H", 2),
        [b'c', b'k', ..] => return ("K", 2),
        [b'g', b'h', ..] => return ("", 2),
        [b't', b'i', b'o', ..] => "S",
        [b'c' | b'g', ..] if is_soft => "S",
        [b'c' | b'k' | b'q', ..] => "K",
        [b'x', ..] => "KS",
        [b'g', ..] => "G",
        [b'j' | b's' | b'z', ..] => "S",
        [b't', ..] => "T",
        [b'd', ..] => "D",
        [b'n', ..] | [b'm', b'b' | b'p', ..] => "N",
        [b'm', ..] => "M",
        [b'h', ..] if before_vowel => "H",
        [b'f', ..] => "H",
        [b'b' | b'v', ..] => "B",
        [b'p', ..] => "P",
        [b'l', ..] => "R",
        // The r of “centre” and “card” is only a long vowel.
        [b'r', rest @ ..] if before_vowel && rest != b"e" => "R",
        _ => "",
    };
    (one, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loanwords_sound_like_their_origins() {
        for (katakana, english) in [
            ("カード", "cards"),
            ("オンライン", "online"),
            ("サービス", "service"),
            ("ファイル", "files"),
            ("プリンター", "printer"),
            ("チップ", "chip"),
            ("スマートフォン", "smartphone"),
            ("センター", "centre"),
            ("サイト", "site"),
            ("ナンバー", "number"),
            ("パスポート", "passport"),
            ("ステーション", "station"),
        ] {
            assert_eq!(of_katakana(katakana).next(), of_english(english).next(), "{english}");
        }
    }

    #[test]
    fn words_are_found_in_running_text() {
        assert_eq!(of_katakana("ICチップとマイナンバーカード、ア").collect::<Vec<_>>(), ["TP", "MNNBKD"]);
        assert_eq!(of_english("My IC chip, no. 5 — a pass").collect::<Vec<_>>(), ["TP", "PS"]);
        assert_eq!(of_english("").count() + of_katakana("ひらがなと漢字").count(), 0);
    }
}
