//! Dictionaries of terms in the format of prh: which words a site writes how.
//!
//! A dictionary says what is expected and what is not, by words or by regular expressions in the syntax of JavaScript. They
//! are read as they are; what our regular expressions do not know, such as looking ahead, is a finding at its place, and
//! the rest of the dictionary works.

mod pattern;
mod read;

use std::ops::Range;

use regex::Regex;

use crate::source::Spanned;
pub use read::read;

/// The rules of all dictionaries of a site.
#[derive(Debug, Default)]
pub struct Terms {
    /// The rules, in the order in which they are read.
    pub rules: Vec<TermRule>,
}

/// One dictionary, and the files that it builds on.
#[derive(Debug, Default)]
pub struct Dictionary {
    /// Its own rules.
    pub rules: Vec<TermRule>,
    /// The dictionaries that it imports, relative to its folder.
    pub imports: Vec<Spanned<String>>,
}

/// One term.
#[derive(Debug)]
pub struct TermRule {
    /// What is expected; `$1` is the first group of the pattern.
    expected: String,
    pattern: Regex,
    /// The number of the group that must be empty for the rule to count.
    must_be_empty: Option<usize>,
    /// Why, in the dictionary's own words.
    pub note: Option<String>,
}

impl TermRule {
    /// Where a text breaks the rule, and what is expected there.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, String)> {
        let mut found = Vec::new();
        for captures in self.pattern.captures_iter(text) {
            let Some(whole) = captures.get(0).filter(|whole| !whole.is_empty()) else { continue };
            let excepted =
                self.must_be_empty.and_then(|group| captures.get(group)).is_some_and(|group| !group.is_empty());
            let mut right = String::new();
            captures.expand(&self.expected, &mut right);
            if !excepted && right != whole.as_str() && !is_right_already(text, &whole.range(), &right) {
                found.push((whole.range(), right));
            }
        }
        found
    }
}

/// Whether what was matched is a part of the expected term, which stands there: サーバ in サーバー.
fn is_right_already(text: &str, matched: &Range<usize>, right: &str) -> bool {
    let written = &text[matched.clone()];
    right.match_indices(written).any(|(at, _)| {
        let start = matched.start.checked_sub(at);
        start.is_some_and(|start| text.get(start..start + right.len()) == Some(right))
    })
}

#[cfg(test)]
mod tests;
