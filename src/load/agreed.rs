//! The agreed pairs: the texts of a topic as they were when somebody confirmed that they say the same.
//!
//! They lie in `content/.agreed/LANG/TOPIC.{main,LANG}.md`, byte for byte as they were; LANG is the translation's
//! language, so that confirming one translation never touches another. There is nothing else in the store:
//! everything that is compared is computed from the texts.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::Topic;
use super::memory::{Memory, Part};
use super::read::texts;
use crate::diagnostic::{Findings, rule};
use crate::lang::{Lang, Languages};
use crate::source::{Source, Sources};

/// The folder of the store, below the site's root.
pub const AGREED_FOLDER: &str = "content/.agreed";

/// What is stored for a topic and a translation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgreedPair {
    /// The main language's text.
    pub main: Option<Source>,
    /// The translation's text.
    pub other: Option<Source>,
    /// Whether a half is there that cannot be read, on which there is a finding.
    pub is_unreadable: bool,
}

/// The agreed pairs of a site, by topic and translation.
pub type AgreedPairs = BTreeMap<(Topic, Lang), AgreedPair>;

/// The file of the store, below the site's root, that holds the text in `lang` of the pair of a topic and a translation.
#[must_use]
pub fn agreed_path(languages: &Languages, topic: &Topic, translation: Lang, lang: Lang) -> String {
    format!("{AGREED_FOLDER}/{}/{}.{}.md", languages.tag(translation), topic.as_str(), languages.tag(lang))
}

/// The first line that a version control system left where it could not merge two texts.
#[must_use]
pub fn conflict_marker(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>") {
            return Some(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

/// Loads the store of a site. What else lies in its folder is nobody's.
pub(super) fn agreed(root: &Path, languages: &Languages, memory: &mut Memory) -> Part<AgreedPairs> {
    let (mut findings, mut sources) = (Findings::new(), Sources::default());
    let (files, more) = memory.walk(root, AGREED_FOLDER);
    // Names that are only unusual have been told of where the pages lie.
    findings.extend(more.into_iter().filter(|finding| finding.rule == &rule::NAME_UNREADABLE));
    let (halves, files): (Vec<_>, Vec<_>) =
        files.into_iter().filter_map(|file| Some((half(file.path.below(AGREED_FOLDER)?, languages)?, file))).unzip();
    let mut problems = Findings::new();
    let read = texts(&files, memory, &mut problems, &mut sources);
    // Characters that should not be there are told of where the pages lie.
    findings.extend(problems.into_iter().filter(|finding| finding.rule != &rule::ENCODING_CONTROL));
    let mut pairs = AgreedPairs::new();
    for ((topic, translation, lang), source) in halves.into_iter().zip(read) {
        let pair = pairs.entry((topic, translation)).or_default();
        pair.is_unreadable |= source.is_none();
        source.iter().for_each(|source| sources.insert(source.clone()));
        *(if lang == Lang::MAIN { &mut pair.main } else { &mut pair.other }) = source;
    }
    Part { value: Arc::new(pairs), findings, sources: Arc::new(sources) }
}

/// The topic, the translation and the language of the half that a file of the store holds.
fn half(path: &str, languages: &Languages) -> Option<(Topic, Lang, Lang)> {
    let (translation, rest) = path.split_once('/')?;
    let translation = languages.find(translation).filter(|&lang| lang != Lang::MAIN)?;
    let (topic, tag) = rest.strip_suffix(".md")?.rsplit_once('.')?;
    let lang = languages.find(tag).filter(|&lang| lang == Lang::MAIN || lang == translation)?;
    let topic: String = topic.nfc().collect();
    Some((Topic::new(&topic), translation, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_store_names_topic_translation_and_language() {
        let languages = Languages::new(&["ja", "en", "zh"]).expect("three languages");
        let [main, en, _] = [0, 1, 2].map(|index| languages.iter().nth(index).expect("a language"));
        assert_eq!(half("en/apply/pickup.ja.md", &languages), Some((Topic::new("apply/pickup"), en, main)));
        assert_eq!(half("en/index.en.md", &languages), Some((Topic::new("index"), en, en)));
        for other in ["ja/a.ja.md", "en/a.zh.md", "en/a.md", "README.md", "fr/a.ja.md", "en/a.ja.txt"] {
            assert_eq!(half(other, &languages), None, "{other}");
        }
        assert_eq!(agreed_path(&languages, &Topic::new("apply"), en, main), "content/.agreed/en/apply.ja.md");
    }

    #[test]
    fn a_conflict_is_found_at_its_line() {
        assert_eq!(conflict_marker("a\n<<<<<<< HEAD\nb\n"), Some(2..14));
        assert_eq!(conflict_marker("a <<<<<<< b\n=======\n"), None);
    }
}
