//! A place in a folded text, and small steps forward from it.
//!
//! A `Scan` is copied before a try and dropped when the try fails, so no parser ever has to undo a step.

/// A place in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'a> {
    text: &'a str,
    pub(super) at: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// What follows.
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// What has been passed.
    pub(super) fn passed(&self) -> &'a str {
        &self.text[..self.at]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character before this place.
    pub(super) fn before(&self) -> Option<char> {
        self.passed().chars().next_back()
    }

    /// Whether what follows begins with a digit.
    pub(super) fn at_digit(&self) -> bool {
        self.peek().is_some_and(|c| c.is_ascii_digit())
    }

    /// Whether what follows begins with an ASCII letter.
    pub(super) fn at_letter(&self) -> bool {
        self.peek().is_some_and(|c| c.is_ascii_alphabetic())
    }

    /// Passes one character.
    pub(super) fn skip(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Passes a token, if it stands here.
    pub(super) fn eat(&mut self, token: &str) -> bool {
        // Most tokens do not stand here; a look at their last byte tells them without a call (a third of the time of all).
        let last = token.len().checked_sub(1);
        let near = last.is_none_or(|last| self.text.as_bytes().get(self.at + last) == token.as_bytes().get(last));
        let there = near && self.rest().starts_with(token);
        if there {
            self.at += token.len();
        }
        there
    }

    /// Passes the first of these tokens that stands here.
    pub(super) fn eat_any(&mut self, tokens: &[&str]) -> bool {
        tokens.iter().any(|token| self.eat(token))
    }

    /// Passes the first of these that stands here, and gives what it stands for.
    pub(super) fn eat_entry<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        table.iter().find(|(token, _)| self.eat(token)).map(|&(_, value)| value)
    }

    /// Passes blanks.
    pub(super) fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches(' ').len();
    }

    /// Passes a run of what fits; perhaps nothing.
    pub(super) fn run(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !fits(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Passes a run of what fits, of at most `most` bytes: a hostile page must not be walked anew at each of its places.
    pub(super) fn run_up_to(&mut self, most: usize, fits: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.char_indices().find(|&(at, c)| at >= most || !fits(c)).map_or(rest.len(), |(at, _)| at);
        self.at += end;
        &rest[..end]
    }

    /// Passes a run of ASCII letters.
    pub(super) fn word(&mut self) -> &'a str {
        self.run(|c| c.is_ascii_alphabetic())
    }

    /// Passes this word, whatever its case, if it stands here whole.
    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let mut next = *self;
        let there = next.word().eq_ignore_ascii_case(word) && !next.at_digit();
        if there {
            *self = next;
        }
        there
    }

    /// Passes the one of these words that stands here whole, and gives what it stands for.
    pub(super) fn eat_word_entry<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        let mut next = *self;
        let word = next.word();
        let found = table.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|&(_, value)| value);
        if found.is_some() {
            *self = next;
        }
        found
    }

    /// Passes one or two digits, or up to `most`, that are not part of a longer run, and gives their value.
    pub(super) fn digits(&mut self, least: usize, most: usize) -> Option<u32> {
        let mut next = *self;
        let run = next.run(|c| c.is_ascii_digit());
        let value = (least..=most).contains(&run.len()).then(|| run.parse().ok()).flatten()?;
        *self = next;
        Some(value)
    }
}
