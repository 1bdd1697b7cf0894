//! Names of topics as people type them, and whether every disk and address can hold them.

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Rule, path_problem, rule};
use crate::lang::Languages;
use crate::load::Topic;
use crate::path::{OutPath, PathReason};
use crate::words::Msg;

/// A topic that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicName {
    /// The topic.
    pub topic: Topic,
    /// Whether it shall stand for a folder.
    pub is_index: bool,
}

/// Why a name is no topic's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameProblem {
    /// The rule that it would break.
    pub rule: &'static Rule,
    /// What is wrong.
    pub message: Msg,
    /// What may help.
    pub help: Msg,
}

/// A name as it was typed, without what editors copy along: `content/`, a language and `.md`.
#[must_use]
pub fn bare(typed: &str, languages: &Languages) -> String {
    let typed: String = typed.nfc().collect();
    let name = typed.strip_prefix("./").unwrap_or(&typed);
    let name = name.strip_prefix("content/").unwrap_or(name);
    let name = match name.strip_suffix(".md") {
        Some(stem) => match stem.rsplit_once('.') {
            Some((stem, tag)) if languages.find(tag).is_some() => stem,
            _ => stem,
        },
        None => name,
    };
    name.to_owned()
}

impl TopicName {
    /// The topic that somebody typed: `apply/lost-form`, or `apply/` for the section.
    ///
    /// # Errors
    /// What is wrong with the name.
    pub fn parse(typed: &str, languages: &Languages) -> Result<Self, Box<NameProblem>> {
        let name = bare(typed, languages);
        let (name, is_section) = name.strip_suffix('/').map_or((name.as_str(), false), |name| (name, true));
        for part in name.split('/') {
            if let Some(problem) = fault(part, languages) {
                return Err(Box::new(problem));
            }
        }
        let (name, is_index) = match name.strip_suffix("/index") {
            Some(folder) => (folder, true),
            None => (name, is_section || name == Topic::HOME),
        };
        Ok(Self { topic: Topic::new(name), is_index })
    }

    /// The path below `content/` of its file, without language and extension.
    #[must_use]
    pub fn stem(&self) -> String {
        match self.is_index && !self.topic.is_home() {
            true => format!("{}/index", self.topic.as_str()),
            false => self.topic.as_str().to_owned(),
        }
    }

    /// The file of a language, from the site's root.
    #[must_use]
    pub fn file(&self, tag: &str) -> String {
        format!("content/{}.{tag}.md", self.stem())
    }
}

fn fault(part: &str, languages: &Languages) -> Option<NameProblem> {
    let rename = |rule, message| Some(NameProblem { rule, message, help: Msg::NameRenameHelp });
    if part.starts_with(['.', '_', '~', '-']) && !matches!(part, "." | "..") {
        let message = Msg::NameSkipped { name: part.into() };
        return Some(NameProblem { rule: &rule::NAME_SKIPPED, message, help: Msg::NameBeginHelp });
    }
    if let Err(problem) = OutPath::new(part) {
        let is_long = problem.reason == PathReason::TooLong;
        return rename(if is_long { &rule::LIMIT_SIZE } else { &rule::NAME_INVALID }, path_problem(&problem));
    }
    // The file's name has the language and the extension as well, and a new content lies beside it for a moment.
    let longest = languages.tags().map(str::len).max().unwrap_or(0);
    if let Err(problem) = OutPath::new(&format!("{part}.{}.md", "x".repeat(longest))) {
        return rename(&rule::LIMIT_SIZE, path_problem(&problem));
    }
    // `a.en` would be read as the English page of `a`.
    let tag = part.rsplit_once('.').map(|(_, tag)| tag).filter(|tag| languages.find(tag).is_some());
    if let Some(tag) = tag {
        return rename(&rule::NAME_LANGUAGE, Msg::NameEndsWithLanguage { name: part.into(), tag: tag.into() });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(typed: &str) -> Result<(String, bool), &'static str> {
        let languages = Languages::new(&["ja", "en"]).expect("two languages");
        let name = TopicName::parse(typed, &languages).map_err(|problem| problem.rule.id)?;
        Ok((name.file("ja"), name.is_index))
    }

    #[test]
    fn topics_and_sections_are_told_apart() {
        let file = |name: &str, is_index| Ok((format!("content/{name}.ja.md"), is_index));
        assert_eq!(parse("apply/lost-form"), file("apply/lost-form", false));
        assert_eq!(parse("apply/"), file("apply/index", true));
        assert_eq!(parse("content/apply/index.ja.md"), file("apply/index", true));
        assert_eq!(parse("content/受け取り.en.md"), file("受け取り", false));
        assert_eq!(parse("か\u{3099}"), file("が", false));
        assert_eq!(parse("index"), file("index", true));
    }

    #[test]
    fn names_that_do_not_work_everywhere_are_refused() {
        for (typed, rule) in [
            ("", "name-invalid"),
            ("/a", "name-invalid"),
            ("a//b", "name-invalid"),
            ("../a", "name-invalid"),
            ("a/con", "name-invalid"),
            ("a:b", "name-invalid"),
            ("a\\b", "name-invalid"),
            ("a\u{7}", "name-invalid"),
            ("a.", "name-invalid"),
            (".a", "name-skipped"),
            ("_a/b", "name-skipped"),
            ("a.en", "name-language"),
        ] {
            assert_eq!(parse(typed), Err(rule), "{typed:?}");
        }
        assert_eq!(parse(&"あ".repeat(86)), Err("limit-size"));
        assert_eq!(parse(&"あ".repeat(84)), Err("limit-size"));
    }
}
