//! Word-level marks: which words of an edited block went, came and stayed.
//!
//! Japanese has no blanks between words; a change of script, from kanji to kana to digits, is where words mostly end,
//! and needs no dictionary.

/// A part of an edited text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// It stayed.
    Kept(String),
    /// It went.
    Removed(String),
    /// It came.
    Added(String),
}

/// The most pairs of words that are compared; longer texts are marked as a whole.
const MOST_PAIRS: usize = 1_000_000;

/// An older text marked up to the newer one.
#[must_use]
pub fn marks(old: &str, new: &str) -> Vec<Mark> {
    let (old, new) = (words(old), words(new));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_middle, new_middle) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let mut marks = Marks::default();
    marks.keep(&old[..head]);
    if old_middle.len() * new_middle.len() <= MOST_PAIRS {
        middle(&mut marks, old_middle, new_middle);
    } else {
        marks.removed.push_str(&old_middle.concat());
        marks.added.push_str(&new_middle.concat());
    }
    marks.keep(&old[old.len() - tail..]);
    marks.finish()
}

fn middle(marks: &mut Marks, old: &[&str], new: &[&str]) {
    let width = new.len() + 1;
    let mut common = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let below = (i + 1) * width + j;
            common[i * width + j] =
                if old[i] == new[j] { common[below + 1] + 1 } else { common[below].max(common[i * width + j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            marks.keep(&old[i..=i]);
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && common[(i + 1) * width + j] >= common[i * width + j + 1]) {
            marks.removed.push_str(old[i]);
            i += 1;
        } else {
            marks.added.push_str(new[j]);
            j += 1;
        }
    }
}

/// Marks as they grow: what went and what came is gathered until something stays.
#[derive(Default)]
struct Marks {
    done: Vec<Mark>,
    removed: String,
    added: String,
}

impl Marks {
    fn keep(&mut self, words: &[&str]) {
        if words.is_empty() {
            return;
        }
        self.flush();
        match self.done.last_mut() {
            Some(Mark::Kept(last)) => last.push_str(&words.concat()),
            _ => self.done.push(Mark::Kept(words.concat())),
        }
    }

    fn flush(&mut self) {
        if !self.removed.is_empty() {
            self.done.push(Mark::Removed(std::mem::take(&mut self.removed)));
        }
        if !self.added.is_empty() {
            self.done.push(Mark::Added(std::mem::take(&mut self.added)));
        }
    }

    fn finish(mut self) -> Vec<Mark> {
        self.flush();
        self.done
    }
}

/// What belongs together in a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Kanji,
    Hiragana,
    Katakana,
    Blank,
    Sign,
}

impl Class {
    fn of(c: char) -> Self {
        match c {
            '\u{3041}'..='\u{309F}' => Self::Hiragana,
            // The prolonged sound mark is written in both kana, mostly in katakana.
            '\u{30A1}'..='\u{30FF}' => Self::Katakana,
            '々' | '〆' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => {
                Self::Kanji
            }
            digit if digit.is_numeric() => Self::Digit,
            letter if letter.is_alphabetic() => Self::Letter,
            blank if blank.is_whitespace() => Self::Blank,
            _ => Self::Sign,
        }
    }
}

/// A text cut where the class of its characters changes; each sign is alone.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let class = Class::of(c);
        if last.is_some_and(|last| last != class || class == Class::Sign) {
            words.push(&text[start..at]);
            start = at;
        }
        last = Some(class);
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let one = |mark| match mark {
            Mark::Kept(words) => words,
            Mark::Removed(words) => format!("[-{words}-]"),
            Mark::Added(words) => format!("{{+{words}+}}"),
        };
        marks(old, new).into_iter().map(one).collect()
    }

    #[test]
    fn words_are_marked_whole_in_both_languages() {
        assert_eq!(shown("手数料は300円です。", "手数料は500円です。"), "手数料は[-300-]{+500+}円です。");
        assert_eq!(shown("カードを申請する", "カードを交付する"), "カードを[-申請-]{+交付+}する");
    }

    #[test]
    fn english_words_and_ends_are_marked() {
        assert_eq!(shown("the fee is due", "the new fee is"), "the {+new +}fee is[- due-]");
        assert_eq!(shown("", "a"), "{+a+}");
        assert_eq!(shown("a", ""), "[-a-]");
        assert_eq!(shown("同じ", "同じ"), "同じ");
    }
}
