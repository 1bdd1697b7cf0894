//! `text-sentence-length`: a Japanese sentence has at most 100 characters, an English one 35 words.
//!
//! The guides for official texts ask for 50 to 60 characters; 100 is where a sentence is surely too long. The English
//! limit is only a hint, as lists in a sentence are common there.

use super::chars::is_japanese;
use super::sentences::sentences;
use super::{Spot, Tongue};
use crate::diagnostic::Level;
use crate::words::Msg;

/// The most characters of a Japanese sentence.
const CHARACTERS: usize = 100;

/// The most words of an English sentence.
const WORDS: usize = 35;

pub(super) fn find(text: &str, tongue: Tongue) -> Vec<Spot> {
    match tongue {
        Tongue::Japanese if text.len() > CHARACTERS => {
            sentences(text, tongue).into_iter().filter_map(japanese(text)).collect()
        }
        Tongue::English => sentences(text, tongue).into_iter().filter_map(english(text)).collect(),
        _ => Vec::new(),
    }
}

fn japanese(text: &str) -> impl Fn(std::ops::Range<usize>) -> Option<Spot> {
    move |range| {
        let count = text[range.clone()].chars().count();
        let message = Msg::TextSentenceCharacters { count: count.into(), limit: CHARACTERS.into() };
        (count > CHARACTERS && text[range.clone()].contains(is_japanese))
            .then(|| Spot::new(range, message, Msg::TextSentenceHelp))
    }
}

fn english(text: &str) -> impl Fn(std::ops::Range<usize>) -> Option<Spot> {
    move |range| {
        let words = text[range.clone()].split_whitespace();
        let count = words.filter(|word| word.contains(char::is_alphanumeric)).count();
        let message = Msg::TextSentenceWords { count: count.into(), limit: WORDS.into() };
        (count > WORDS).then(|| Spot::new(range, message, Msg::TextSentenceHelp).level(Level::Hint))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_sentences_are_found() {
        let long = format!("{}です。", "あ".repeat(98));
        assert_eq!(find(&format!("短い文です。{long}"), Tongue::Japanese).len(), 1);
        assert_eq!(find(&format!("{}です。", "あ".repeat(97)), Tongue::Japanese), []);
        let words = |count| format!("Short. {}.", "word ".repeat(count).trim_end());
        let found = find(&words(36), Tongue::English);
        assert_eq!((found.len(), found[0].level), (1, Some(Level::Hint)));
        assert_eq!(find(&words(35), Tongue::English), []);
    }
}
