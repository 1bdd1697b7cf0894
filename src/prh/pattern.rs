//! Patterns: the words and regular expressions of a dictionary, as ours.
//!
//! Most patterns become one regular expression that takes linear time. Those that look around or refer back, which such
//! an expression cannot do, are matched by trying, with a limit on how long.

use std::ops::Range;

use fancy_regex::RegexBuilder as LookingBuilder;
use regex::{Regex, RegexBuilder};

/// The most memory that one pattern may take once it is compiled. Dictionaries are foreign files.
const MAX_SIZE: usize = 1 << 20;

/// The most steps of trying for one match, about a millisecond. A pattern that needs more finds nothing there.
const MAX_STEPS: usize = 100_000;

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

/// A compiled pattern.
#[derive(Debug)]
pub(super) enum Matcher {
    Linear(Regex),
    Looking(Box<fancy_regex::Regex>),
}

/// The groups of a match, the first of which is the whole.
pub(super) type Groups = Vec<Option<Range<usize>>>;

impl Matcher {
    /// The matches in a text that are not empty.
    pub(super) fn matches(&self, text: &str) -> Vec<Groups> {
        let all: Vec<Groups> = match self {
            Self::Linear(regex) => {
                let matches = regex.captures_iter(text);
                matches.map(|found| found.iter().map(|group| group.map(|group| group.range())).collect()).collect()
            }
            Self::Looking(regex) => {
                let matches = regex.captures_iter(text).map_while(Result::ok);
                matches.map(|found| found.iter().map(|group| group.map(|group| group.range())).collect()).collect()
            }
        };
        all.into_iter().filter(|groups| groups[0].as_ref().is_some_and(|whole| !whole.is_empty())).collect()
    }

    /// How many groups a match has, with the whole.
    pub(super) fn groups(&self) -> usize {
        match self {
            Self::Linear(regex) => regex.captures_len(),
            Self::Looking(regex) => regex.captures_len(),
        }
    }
}

/// One matcher for any of the patterns. The error says why there can be none.
pub(super) fn compile(patterns: &[Pattern], whole_words: bool) -> Result<Matcher, String> {
    let one = |pattern: &Pattern| {
        let case = if pattern.any_case { "(?i:" } else { "(?:" };
        format!("{case}{})", pattern.text)
    };
    let any = patterns.iter().map(one).collect::<Vec<_>>().join("|");
    let text = if whole_words { format!("{BOUNDARY}(?:{any}){BOUNDARY}") } else { any };
    if let Ok(regex) = RegexBuilder::new(&text).multi_line(true).size_limit(MAX_SIZE).build() {
        return Ok(Matcher::Linear(regex));
    }
    let mut looking = LookingBuilder::new(&text.replace(BOUNDARY, LOOKING_BOUNDARY));
    let looking = looking.multi_line(true).delegate_size_limit(MAX_SIZE).backtrack_limit(MAX_STEPS).build();
    looking.map(|regex| Matcher::Looking(Box::new(regex))).map_err(|error| cause(&error.to_string()))
}

/// `\b` of JavaScript, which knows the letters of ASCII only: カードJS has one before J.
const BOUNDARY: &str = r"(?-u:\b)";
/// The same for the matcher that looks around.
const LOOKING_BOUNDARY: &str = "(?:(?<![0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<=[0-9A-Za-z_])(?![0-9A-Za-z_]))";

/// What is wrong with a pattern, in the last line of what its compiler says, without the place in our form of it.
fn cause(error: &str) -> String {
    let last = error.lines().next_back().unwrap_or_default().trim();
    last.split_once(": ").map_or(last, |(_, cause)| cause).to_owned()
}

/// A regular expression of JavaScript as ours: a bracket in a class is a letter there, and classes of digits and words
/// are those of ASCII.
fn translated(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut in_class = false;
    let mut letters = body.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\\' => escape(&mut out, letters.next(), in_class),
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

/// What stands behind a backslash.
fn escape(out: &mut String, letter: Option<char>, in_class: bool) {
    match letter {
        Some('d') => out.push_str(if in_class { "0-9" } else { "[0-9]" }),
        Some('w') => out.push_str(if in_class { "0-9A-Za-z_" } else { "[0-9A-Za-z_]" }),
        Some('b') if !in_class => out.push_str(BOUNDARY),
        // A letter outside ASCII, and a slash, stand for themselves in JavaScript with a backslash too.
        Some(other) if other == '/' || !other.is_ascii() => out.push(other),
        Some(other) => out.extend(['\\', other]),
        None => out.push('\\'),
    }
}

/// What replaces a match: words and the numbers of groups.
#[derive(Debug)]
pub(super) struct Replacement(Vec<ReplacementPart>);

#[derive(Debug)]
enum ReplacementPart {
    Words(String),
    Group(usize),
}

impl Replacement {
    /// Reads `$1ってください`. A `$` without the number of a group behind it is a dollar.
    pub(super) fn read(expected: &str, groups: usize) -> Self {
        let mut parts = Vec::new();
        let mut words = String::new();
        let mut rest = expected;
        while let Some((before, after)) = rest.split_once('$') {
            words.push_str(before);
            match group(after, groups) {
                Some((number, len)) => {
                    parts.push(ReplacementPart::Words(std::mem::take(&mut words)));
                    parts.push(ReplacementPart::Group(number));
                    rest = &after[len..];
                }
                None => {
                    words.push('$');
                    rest = after;
                }
            }
        }
        words.push_str(rest);
        parts.push(ReplacementPart::Words(words));
        Self(parts)
    }

    /// What replaces this match in `text`.
    pub(super) fn of(&self, text: &str, groups: &Groups) -> String {
        let part = |part: &'_ ReplacementPart| match part {
            ReplacementPart::Words(words) => words.clone(),
            ReplacementPart::Group(number) => {
                groups.get(*number).and_then(|group| text.get(group.clone()?)).unwrap_or_default().to_owned()
            }
        };
        self.0.iter().map(part).collect()
    }
}

/// The number of a group that a text begins with, and its length: of two digits if there is such a group, else of one.
fn group(text: &str, groups: usize) -> Option<(usize, usize)> {
    let number = |len: usize| Some((text.get(..len)?.parse().ok()?, len));
    [2, 1].into_iter().filter_map(number).find(|&(number, _)| (1..groups).contains(&number))
}
