//! Judges Fluent files before anything is shown: all problems at once, each with its place.
//!
//! What Fluent leaves silent at run time (a variable that no caller gives, an unknown function as a
//! selector) is an error here. The build script uses this module for the words of the program, the
//! program for the words of a site; so it knows nothing of the crate, and problems are data.
//!
//! A *layer* is a set of files that may not define a word twice: the built-in words, those of a
//! theme, those of a site. A layer is judged against what the layers below it define.

mod compare;
mod kind;
mod parse;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub use kind::ProblemKind;

/// The functions that words may call, each with the values of its option `style`.
pub const FUNCTIONS: &[(&str, &[&str])] = &[
    ("DATE", &["era", "era-both", "western", "iso", "long", "uk"]),
    ("NUMBER", &["grouped", "man", "plain"]),
];

/// One Fluent file of one language.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The language that the file is for, a BCP 47 tag.
    pub lang: &'a str,
    /// The name of the file in problems.
    pub file: &'a str,
    /// What the file says.
    pub text: &'a str,
}

/// Something wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as its source named it.
    pub file: String,
    /// The bytes of the file that it is about.
    pub range: Range<usize>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What layers define: the variables of each message (`key`, `key.attribute`) and term (`-term`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    languages: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
}

impl Known {
    /// The messages of a language in the order of their keys, each with its variables.
    pub fn messages(&self, lang: &str) -> impl Iterator<Item = (&str, &BTreeSet<String>)> {
        let entries = self.languages.get(lang).into_iter().flatten();
        entries
            .map(|(name, variables)| (name.as_str(), variables))
            .filter(|(name, _)| !name.starts_with('-'))
    }

    /// The variables of a message or term of a language, if the language has it.
    pub fn variables(&self, lang: &str, name: &str) -> Option<&BTreeSet<String>> {
        self.languages.get(lang)?.get(name)
    }

    /// Every variable that some language uses in this message; `None` if no language has it.
    fn anywhere(&self, name: &str) -> Option<BTreeSet<&String>> {
        let mut found = self
            .languages
            .values()
            .filter_map(|names| names.get(name))
            .peekable();
        found.peek()?;
        Some(found.flatten().collect())
    }
}

/// Judges the files of one layer; `languages` are those that each new message must exist in.
///
/// Gives the problems in the order of files and places, and what this layer and those below define.
pub fn validate(
    languages: &[&str],
    sources: &[Source<'_>],
    below: &Known,
) -> (Vec<Problem>, Known) {
    let mut problems = Vec::new();
    let mut layer = compare::Layer::default();
    for source in sources {
        for entry in parse::entries(source, &mut problems) {
            layer.add(source, entry, &mut problems);
        }
    }
    layer.references(below, &mut problems);
    let mut known = layer.known(below);
    layer.variables(below, &known, &mut problems);
    layer.missing(languages, below, &mut problems);
    for (lang, names) in &below.languages {
        let above = known.languages.entry(lang.clone()).or_default();
        for (name, variables) in names {
            above
                .entry(name.clone())
                .or_insert_with(|| variables.clone());
        }
    }
    problems
        .sort_by(|a, b| (&a.file, a.range.start, &a.kind).cmp(&(&b.file, b.range.start, &b.kind)));
    (problems, known)
}

/// The line and column of a byte of the text, both from 1; columns count characters.
pub fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.matches('\n').count() + 1;
    (line, before[start..].chars().count() + 1)
}
