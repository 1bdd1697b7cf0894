//! Patterns: the words and regular expressions of a dictionary, as ours.

use regex::{Regex, RegexBuilder};

/// The most memory that one pattern may take once it is compiled. Dictionaries are foreign files.
const MAX_SIZE: usize = 1 << 20;

/// The source of a regular expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    text: String,
    any_case: bool,
}

/// A pattern as a dictionary writes it: a word, or `/regex/flags`. `None` if the flags are none that we know.
pub(super) fn written(pattern: &str) -> Option<Pattern> {
    let Some((body, flags)) = pattern.strip_prefix('/').and_then(|rest| rest.rsplit_once('/')) else {
        return Some(Pattern { text: regex::escape(pattern), any_case: false });
    };
    let known = flags.chars().all(|flag| matches!(flag, 'g' | 'i' | 'm' | 's' | 'u' | 'y'));
    let dots = if flags.contains('s') { "(?s:" } else { "(?:" };
    known.then(|| Pattern { text: format!("{dots}{})", translated(body)), any_case: flags.contains('i') })
}

/// The pattern of a term without one: its letters in either case and either width.
pub(super) fn spread(term: &str) -> Pattern {
    let mut text = String::new();
    for c in term.chars() {
        if c.is_ascii_alphanumeric() {
            let wide = |c: char| char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c);
            let (lower, upper) = (c.to_ascii_lowercase(), c.to_ascii_uppercase());
            text.extend(['[', lower, upper, wide(lower), wide(upper), ']']);
        } else {
            text.push_str(&regex::escape(c.encode_utf8(&mut [0; 4])));
        }
    }
    Pattern { text, any_case: false }
}

/// One regular expression for any of the patterns.
pub(super) fn compile(patterns: &[Pattern], whole_words: bool) -> Result<Regex, regex::Error> {
    let one = |pattern: &Pattern| {
        let case = if pattern.any_case { "(?i:" } else { "(?:" };
        format!("{case}{})", pattern.text)
    };
    let any = patterns.iter().map(one).collect::<Vec<_>>().join("|");
    let text = if whole_words { format!(r"(?-u:\b)(?:{any})(?-u:\b)") } else { any };
    RegexBuilder::new(&text).multi_line(true).size_limit(MAX_SIZE).build()
}

/// A regular expression of JavaScript as ours: a bracket in a class is a letter there, and classes of digits and words
/// are those of ASCII.
fn translated(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut in_class = false;
    let mut letters = body.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\\' => match letters.next() {
                Some('d') => out.push_str(if in_class { "0-9" } else { "[0-9]" }),
                Some('w') => out.push_str(if in_class { "0-9A-Za-z_" } else { "[0-9A-Za-z_]" }),
                Some('b') if !in_class => out.push_str(r"(?-u:\b)"),
                Some('/') => out.push('/'),
                Some('-') => out.push_str(r"\-"),
                Some(other) => out.extend(['\\', other]),
                None => out.push('\\'),
            },
            '[' if in_class => out.push_str(r"\["),
            '&' | '~' if in_class => out.extend(['\\', c]),
            '[' => {
                in_class = true;
                out.push(c);
            }
            ']' => {
                in_class = false;
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

/// What replaces a match, as our regular expressions write it: `$1` is the first group, whatever follows it.
pub(super) fn replacement(expected: &str, has_groups: bool) -> String {
    if !has_groups {
        return expected.replace('$', "$$");
    }
    let mut out = String::new();
    let mut rest = expected;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        match digits {
            0 => out.push_str("$$"),
            digits => {
                out.push_str(&format!("${{{}}}", &rest[..digits]));
                rest = &rest[digits..];
            }
        }
    }
    out.push_str(rest);
    out
}
