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
pub const FUNCTIONS: &[(&str, &[&str])] =
    &[("DATE", &["era", "era-both", "western", "iso", "long", "uk"]), ("NUMBER", &["man", "plain"])];

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
        entries.map(|(name, variables)| (name.as_str(), variables)).filter(|(name, _)| !name.starts_with('-'))
    }

    /// The variables of a message or term of a language, if the language has it.
    pub fn variables(&self, lang: &str, name: &str) -> Option<&BTreeSet<String>> {
        self.languages.get(lang)?.get(name)
    }

    /// Every variable that some language uses in this message; `None` if no language has it.
    fn anywhere(&self, name: &str) -> Option<BTreeSet<&String>> {
        let mut found = self.languages.values().filter_map(|names| names.get(name)).peekable();
        found.peek()?;
        Some(found.flatten().collect())
    }
}

/// Judges the files of one layer; `languages` are those that each new message must exist in.
///
/// Gives the problems in the order of files and places, and what this layer and those below define.
pub fn validate(languages: &[&str], sources: &[Source<'_>], below: &Known) -> (Vec<Problem>, Known) {
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
            above.entry(name.clone()).or_insert_with(|| variables.clone());
        }
    }
    // Two problems of one place keep an order too, so that equal ones lie side by side.
    problems.sort_by_cached_key(|it| (it.file.clone(), it.range.start, it.kind.to_string()));
    (problems, known)
}

/// The line and column of a byte of the text, both from 1; columns count characters.
pub fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.matches('\n').count() + 1;
    (line, before[start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The problems of a layer of one file a language, as `lang:line:column rule`, with the texts
    /// that they point at.
    fn judge(files: &[(&str, &str)]) -> Vec<(String, String)> {
        judge_above(files, &Known::default())
    }

    fn judge_above(files: &[(&str, &str)], below: &Known) -> Vec<(String, String)> {
        let sources: Vec<_> = files.iter().map(|(lang, text)| Source { lang, file: lang, text }).collect();
        let languages: Vec<_> = files.iter().map(|(lang, _)| *lang).collect();
        let (problems, _) = validate(&languages, &sources, below);
        let shown = |problem: &Problem| {
            let (_, text) = files.iter().find(|(lang, _)| *lang == problem.file).unwrap();
            let (line, column) = line_column(text, problem.range.start);
            let place = format!("{}:{line}:{column} {}", problem.file, problem.kind.rule());
            (place, text[problem.range.clone()].to_owned())
        };
        problems.iter().map(shown).collect()
    }

    #[track_caller]
    fn one(files: &[(&str, &str)], place: &str, text: &str) {
        assert_eq!(judge(files), [(place.to_owned(), text.to_owned())]);
    }

    fn known(lang: &str, text: &str) -> Known {
        let source = Source { lang, file: lang, text };
        validate(&[lang], &[source], &Known::default()).1
    }

    #[test]
    fn good_files_have_no_problems() {
        let ja = "-card = カード\na = { -card }を{ $name }へ\nb = { a }\n    .title = 題\n\
                  n = { $n ->\n   *[other] { NUMBER($n) }件\n }\nd = { DATE($d, style: \"era\") }\n";
        let en = "a = { $name }\nb = { $name }\n    .title = Title\n\
                  n = { $n ->\n    [one] { NUMBER($n) } item\n   *[other] { $n } items\n }\n\
                  d = { DATE($d) }\n";
        assert_eq!(judge(&[("en", en), ("ja", ja)]), []);
        assert_eq!(judge(&[]), []);
        assert_eq!(judge(&[("en", ""), ("ja", "\u{FEFF}")]).len(), 1);
    }

    #[test]
    fn syntax_errors_have_their_place() {
        one(&[("ja", "a = よい\nこれは = 悪い\nb = よい\n")], "ja:2:1 words-syntax", "こ");
        one(&[("ja", "a = 日本{ $x\n")], "ja:2:1 words-syntax", "");
        one(&[("ja", "a = 日本 }\n")], "ja:1:8 words-syntax", "}");
        one(&[("ja", "a =\n    .b = c\n")], "ja:1:1 words-syntax", "a");
        one(&[("ja", "a = { 1234567890.123456 }\n")], "ja:1:7 words-syntax", "1234567890.123456");
    }

    #[test]
    fn a_message_must_exist_in_every_language() {
        one(&[("en", "a = x\nb = y\n"), ("ja", "a = x\n")], "en:2:1 words-missing", "b");
        one(&[("en", "a = x\n    .b = y\n"), ("ja", "a = x\n")], "en:2:6 words-missing", "b");
        assert_eq!(judge(&[("en", "-term = x\n"), ("ja", "")]), []);
    }

    #[test]
    fn variables_must_be_the_same_in_every_language() {
        one(&[("en", "a = { $x }\n"), ("ja", "a = x\n")], "ja:1:1 words-variables", "a");
        let both = judge(&[("en", "a = { $x }\n"), ("ja", "a = { $y }\n")]);
        assert_eq!(both.len(), 2);
        // Through another message, but never out of a term.
        assert_eq!(judge(&[("en", "a = { b }\nb = { $x }\n")]), []);
        one(&[("en", "a = { b }\nb = { $x }\n"), ("ja", "a = x\nb = { $x }\n")], "ja:1:1 words-variables", "a");
        let term = "-b = { $case ->\n   *[one] x\n }\na = { -b(case: \"one\") }\n";
        assert_eq!(judge(&[("en", term), ("ja", "a = x\n")]), []);
    }

    #[test]
    fn functions_are_known_and_used_as_they_can_be() {
        one(&[("en", "a = { DATETIME($d) }\n")], "en:1:7 words-function", "DATETIME");
        one(
            &[("en", "a = { NUMBER($n, minimumFractionDigits: 99999999) }\n")],
            "en:1:18 words-function",
            "minimumFractionDigits",
        );
        one(&[("en", "a = { DATE($d, style: \"Era\") }\n")], "en:1:16 words-function", "style");
        one(&[("en", "a = { NUMBER() }\n")], "en:1:7 words-function", "NUMBER");
        let selector = "a = { NUMBER($n) ->\n   *[other] x\n }\n";
        one(&[("en", selector)], "en:1:7 words-function", "NUMBER");
    }

    #[test]
    fn names_are_given_once() {
        one(&[("en", "a = x\na = y\n")], "en:2:1 words-duplicate", "a");
        one(&[("en", "a = x\n-a = y\n")], "en:2:2 words-duplicate", "a");
        one(&[("en", "a = x\n    .b = x\n    .b = y\n")], "en:3:6 words-duplicate", "b");
        one(&[("en", "DATE = x\n")], "en:1:1 words-duplicate", "DATE");
    }

    #[test]
    fn references_lead_somewhere() {
        one(&[("en", "a = { b }\n")], "en:1:7 words-reference", "b");
        one(&[("en", "a = x { -b }\n")], "en:1:10 words-reference", "b");
        one(&[("en", "a = { b.c }\nb = x\n")], "en:1:7 words-reference", "b");
        one(&[("en", "a = { a }\n")], "en:1:1 words-reference", "a");
        assert_eq!(judge(&[("en", "a = { b }\nb = { c }\nc = { a }\n")]).len(), 3);
        let nested = "-a = x\n-b = { -a } { $case }\n";
        one(&[("en", nested)], "en:2:2 words-reference", "b");
    }

    #[test]
    fn a_layer_may_replace_but_not_ask_for_more() {
        let below = known("en", "a = { $x }\nb = y\n-t = z\n");
        assert_eq!(judge_above(&[("en", "a = plain\n"), ("ja", "")], &below), []);
        assert_eq!(judge_above(&[("en", "c = { a } { -t }\n")], &below), []);
        let more = judge_above(&[("en", "a = { $x } { $y }\n")], &below);
        assert_eq!(more, [("en:1:1 words-variables".to_owned(), "a".to_owned())]);
        let term = judge_above(&[("en", "-b = y\n")], &below);
        assert_eq!(term, [("en:1:2 words-duplicate".to_owned(), "b".to_owned())]);
        let known = validate(&[], &[], &below).1;
        assert_eq!(known, below);
    }

    #[test]
    fn hostile_files_are_refused_quickly() {
        let deep = format!("a = {}", "{".repeat(100_000));
        assert_eq!(judge(&[("en", &deep)]).len(), 1);
        let braces = "a = { \"{\" }\n".replace('a', "k");
        let many: String = (0..10_000).map(|n| braces.replace('k', &format!("k{n}"))).collect();
        assert_eq!(judge(&[("en", &many)]), []);
        let chain: String = (0..2_000).map(|n| format!("k{n} = {{ k{} }}\n", n + 1)).collect();
        // One leads nowhere, and all but the last are too long for Fluent.
        assert_eq!(judge(&[("en", &chain)]).len(), 1 + 2_000 - 200);
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(line_column("日本\n語a", 10), (2, 2));
        assert_eq!(line_column("", 0), (1, 1));
        assert_eq!(line_column("a", 99), (1, 2));
    }
}
