//! Dictionaries of terms in the format of prh: which words a site writes how.
//!
//! A dictionary says what is expected and what is not, by words or by regular expressions in the syntax of JavaScript. They
//! are read as they are; a pattern that cannot be understood is a finding at its place, and the rest of the dictionary
//! works.

mod pattern;
mod read;

use std::ops::Range;

use pattern::{Matcher, Replacement};

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
    /// The dictionaries that it imports.
    pub imports: Vec<Import>,
}

/// A dictionary that another one imports.
#[derive(Debug)]
pub struct Import {
    /// Its path, relative to the folder of the one that imports it.
    pub path: Spanned<String>,
    /// Whether what it imports itself is left out.
    pub alone: bool,
    /// The rules that are left out, by what they expect or by a pattern.
    pub ignored: Vec<String>,
}

/// One term.
#[derive(Debug)]
pub struct TermRule {
    /// What is expected; `$1` is the first group of the pattern.
    expected: Replacement,
    pattern: Matcher,
    /// The number of the group that must be empty for the rule to count.
    must_be_empty: Option<usize>,
    /// Why, in the dictionary's own words.
    pub note: Option<String>,
    /// How the dictionary writes it: what it expects, and its patterns.
    written: Vec<String>,
}

impl TermRule {
    /// Where a text breaks the rule, and what is expected there.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, String)> {
        let mut found = Vec::new();
        for groups in self.pattern.matches(text) {
            let Some(whole) = groups[0].clone() else { continue };
            let exception = self.must_be_empty.and_then(|group| groups.get(group)?.as_ref());
            let right = self.expected.of(text, &groups);
            if exception.is_none_or(Range::is_empty)
                && right != text[whole.clone()]
                && !is_right_already(text, &whole, &right)
            {
                found.push((whole, right));
            }
        }
        found
    }

    /// Whether this is the rule that an import leaves out: by what it expects, or by one of its patterns.
    #[must_use]
    pub fn is(&self, written: &str) -> bool {
        self.written.iter().any(|own| own == written)
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
