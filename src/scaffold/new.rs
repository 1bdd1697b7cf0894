//! New pages: a topic in every language, with a title and a first paragraph to be overwritten.

use super::batch::Step;
use super::edit::yaml_scalar;
use super::name::TopicName;
use crate::diagnostic::did_you_mean;
use crate::lang::Languages;
use crate::load::{Input, Topic};
use crate::path::OutPath;
use crate::words::{Msg, UiLang};

/// What stands in the way of a new topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// The topic is there already, in this file.
    Topic(String),
    /// A name that some disk cannot tell from another.
    Twin(String),
    /// A file where a folder is needed.
    File(String),
}

/// What stands in the way of a topic of this name.
#[must_use]
pub fn obstacle(input: &Input, name: &TopicName) -> Option<Obstacle> {
    if let Some(page) = input.pages.iter().find(|page| page.topic == name.topic) {
        return Some(Obstacle::Topic(page.source.path().as_str().to_owned()));
    }
    let key = |path: &str| OutPath::new(path).map_or_else(|_| path.to_owned(), |path| path.fold_key());
    let new = format!("content/{}", name.stem());
    let paths = input.pages.iter().map(|page| page.source.path()).chain(input.assets.iter().map(|asset| &asset.path));
    for path in paths {
        let path = path.as_str();
        if new.starts_with(path) && new[path.len()..].starts_with('/') {
            return Some(Obstacle::File(path.to_owned()));
        }
        // The names of folders and topics are compared part by part, as each is a name of its own.
        let stem = path.strip_suffix(".md").and_then(|stem| stem.rsplit_once('.')).map_or(path, |(stem, _)| stem);
        for (one, other) in folders(&new).zip(folders(stem)) {
            if one != other && key(one) == key(other) {
                return Some(Obstacle::Twin(other.to_owned()));
            }
        }
    }
    None
}

/// A path and the folders above it, from the top.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at]).chain([path])
}

/// The topic that somebody may have meant to find, where a new one would differ from it by a slip.
#[must_use]
pub fn similar<'a>(input: &'a Input, name: &TopicName) -> Option<&'a str> {
    did_you_mean(name.topic.as_str(), input.pages.iter().map(|page| page.topic.as_str()))
}

/// The files of a new topic.
#[must_use]
pub fn steps(name: &TopicName, languages: &Languages) -> Vec<Step> {
    let page = |tag: &str| Step::Create { path: name.file(tag), bytes: page(&name.topic, tag).into_bytes() };
    languages.tags().map(page).collect()
}

/// The page of a language. It is a draft until somebody has written it.
fn page(topic: &Topic, tag: &str) -> String {
    let title = yaml_scalar(&title(topic));
    let front = format!("---\ntitle: {title}\ndraft: true\n---\n");
    let lang = match tag.split('-').next() {
        Some("ja") => UiLang::Ja,
        Some("en") => UiLang::En,
        // What the words of a page say, only these two languages know.
        _ => return front,
    };
    let words = [Msg::NewLead, Msg::NewHeading, Msg::NewText].map(|words| words.text(lang));
    format!("{front}\n{}\n\n## {}\n\n{}\n", words[0], words[1], words[2])
}

/// A title out of the last part of a topic's name: `lost-form` is “Lost form”.
fn title(topic: &Topic) -> String {
    let last = topic.as_str().rsplit('/').next().unwrap_or_default();
    let words = last.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_the_last_part_of_the_name() {
        assert_eq!(title(&Topic::new("apply/lost-form")), "Lost form");
        assert_eq!(title(&Topic::new("申請/再発行")), "再発行");
        assert!(page(&Topic::new("a/2026"), "zh").starts_with("---\ntitle: \"2026\"\ndraft: true\n---\n"));
    }
}
