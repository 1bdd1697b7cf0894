//! What links can name: topics and files, found by the path of their source.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::{Edition, Hidden, TopicEntry, Unfinished};
use crate::diagnostic::did_you_mean;
use crate::lang::{Lang, Languages};
use crate::load::{Input, Topic};

/// The topics and files of a site by the path below `content/`, in NFC.
#[derive(Debug)]
pub struct Content {
    languages: Languages,
    /// Every topic that has a source; `true` when at least one is published.
    topics: HashMap<String, bool>,
    /// The topics of sources that could not be read.
    unread: BTreeSet<String>,
    /// The files, as indices of [`Input::assets`].
    assets: HashMap<String, usize>,
    /// Every path that a link can name, by its lower case.
    spellings: BTreeMap<String, String>,
    /// Every path that a link can name, by its file name.
    by_name: BTreeMap<String, BTreeSet<String>>,
}

/// What a path names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    /// A topic with at least one page.
    Topic(Topic),
    /// A topic all of whose pages are left out today.
    HiddenTopic,
    /// A topic none of whose sources could be read.
    UnreadTopic,
    /// A file; `borrowed` when it is another language's version.
    Asset { index: usize, borrowed: bool },
    /// Nothing.
    Nothing,
}

impl Content {
    pub(super) fn new(
        input: &Input,
        topics: &BTreeMap<Topic, TopicEntry>,
        editions: &[Arc<Edition>],
        hidden: &[Hidden],
        unfinished: &[Unfinished],
    ) -> Self {
        let absent = hidden.iter().map(|hidden| &hidden.topic).chain(unfinished.iter().map(|page| &page.topic));
        let mut content = Self {
            languages: input.settings.languages.clone(),
            topics: absent.map(|topic| (topic.as_str().to_owned(), false)).collect(),
            unread: input.unread.pages.iter().map(|(topic, _)| topic.as_str().to_owned()).collect(),
            assets: HashMap::new(),
            spellings: BTreeMap::new(),
            by_name: BTreeMap::new(),
        };
        content.topics.extend(topics.keys().map(|topic| (topic.as_str().to_owned(), true)));
        for edition in editions {
            let path = edition.document.source.path().below("content").unwrap_or_default();
            if let Some((stem, _)) = content.split_language(path, ".md") {
                content.add_spelling(format!("{stem}.md"));
            }
        }
        for (index, asset) in input.assets.iter().enumerate() {
            let path: String = asset.path.below("content").unwrap_or_default().nfc().collect();
            content.add_spelling(path.clone());
            if let Some((stem, extension)) = content.without_language(&path) {
                content.add_spelling(format!("{stem}.{extension}"));
            }
            content.assets.insert(path, index);
        }
        content
    }

    fn add_spelling(&mut self, path: String) {
        let path: String = path.nfc().collect();
        let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
        self.by_name.entry(name).or_default().insert(path.clone());
        self.spellings.insert(path.to_lowercase(), path);
    }

    /// What a path below `content/` names for readers of a language.
    pub(super) fn find(&self, path: &str, lang: Lang) -> Named {
        match path.strip_suffix(".md") {
            Some(_) => self.find_topic(path),
            None => self.find_asset(path, lang),
        }
    }

    fn find_topic(&self, path: &str) -> Named {
        let stem = match self.split_language(path, ".md") {
            Some((stem, _)) => stem,
            None => path.strip_suffix(".md").unwrap_or(path),
        };
        let name = match stem.strip_suffix("index") {
            Some("") => Topic::HOME,
            Some(folder) if folder.ends_with('/') => &folder[..folder.len() - 1],
            _ => stem,
        };
        match self.topics.get(name) {
            Some(true) => Named::Topic(Topic::new(name)),
            Some(false) => Named::HiddenTopic,
            None if self.unread.contains(name) => Named::UnreadTopic,
            None => Named::Nothing,
        }
    }

    fn find_asset(&self, path: &str, lang: Lang) -> Named {
        let found = |path: &str| self.assets.get(path).copied();
        if let Some((stem, extension)) =
            path.rsplit_once('.').filter(|(stem, _)| !stem.ends_with('/') && !stem.is_empty())
        {
            let version = |lang: Lang| found(&format!("{stem}.{}.{extension}", self.languages.tag(lang)));
            if let Some(index) = version(lang).or_else(|| found(path)) {
                return Named::Asset { index, borrowed: false };
            }
            if let Some(index) = self.languages.iter().find_map(version) {
                return Named::Asset { index, borrowed: true };
            }
        }
        found(path).map_or(Named::Nothing, |index| Named::Asset { index, borrowed: false })
    }

    /// The path that someone who wrote `path` most likely meant, and whether only the case differs.
    pub(super) fn suggest(&self, path: &str) -> Option<(String, bool)> {
        if let Some(spelling) = self.spellings.get(&path.to_lowercase()) {
            return Some((spelling.clone(), true));
        }
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
        let index = format!(
            "{}index.md",
            if path.is_empty() { String::new() } else { format!("{}/", path.trim_end_matches('/')) }
        );
        if self.spellings.contains_key(&index) {
            return Some((index, false));
        }
        if let Some(paths) = self.by_name.get(name) {
            return paths.first().map(|path| (path.clone(), false));
        }
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let lower = prefix.to_lowercase();
        let siblings = self
            .spellings
            .range(lower.clone()..)
            .take_while(|(key, _)| key.starts_with(&lower))
            .map(|(_, path)| path.as_str());
        let siblings =
            siblings.filter(|path| path.strip_prefix(prefix.as_str()).is_some_and(|rest| !rest.contains('/')));
        did_you_mean(path, siblings.take(SIBLINGS)).map(|path| (path.to_owned(), false))
    }

    /// `apply/lost-form` and the language out of `apply/lost-form.ja.md`.
    fn split_language<'a>(&self, path: &'a str, extension: &str) -> Option<(&'a str, Lang)> {
        let (stem, tag) = path.strip_suffix(extension)?.rsplit_once('.')?;
        Some((stem, self.languages.find(tag)?))
    }

    /// `apply/steps` and `svg` out of `apply/steps.ja.svg`.
    fn without_language<'a>(&self, path: &'a str) -> Option<(&'a str, &'a str)> {
        let (rest, extension) = path.rsplit_once('.')?;
        let (stem, tag) = rest.rsplit_once('.')?;
        self.languages.find(tag).map(|_| (stem, extension))
    }
}

/// How many files of a folder are compared for a suggestion, so that a broken link costs the same on any site.
const SIBLINGS: usize = 500;

/// The path below `content/` that `path` names from within `folder`; `None` when it leads out of `content/`.
#[must_use]
pub fn join(folder: &str, path: &str) -> Option<String> {
    let (base, path) = match path.strip_prefix('/') {
        Some(absolute) => ("", absolute),
        None => (folder, path),
    };
    let mut segments: Vec<&str> = base.split('/').filter(|segment| !segment.is_empty()).collect();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop()?;
            }
            name => segments.push(name),
        }
    }
    Some(segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn relative_paths_stay_in_the_content() {
        assert_eq!(join("apply", "../pickup.md").as_deref(), Some("pickup.md"));
        assert_eq!(join("apply", "./lost-form.md").as_deref(), Some("apply/lost-form.md"));
        assert_eq!(join("apply", "/card/index.md").as_deref(), Some("card/index.md"));
        assert_eq!(join("apply", "../../x.md"), None);
        assert_eq!(join("", "a//b.md").as_deref(), Some("a/b.md"));
    }
}
