//! Which path becomes which, when a topic moves. Paths are below `content/` and in NFC.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::lang::{Lang, Languages};
use crate::load::{Input, PageSource, Topic};
use crate::path::OutPath;
use crate::resolve::{Site, route};
use crate::scaffold::name::TopicName;

/// The old paths and the new ones.
pub(super) struct Paths<'a> {
    input: &'a Input,
    old: &'a Topic,
    new: &'a TopicName,
    /// Whether the pages are still at their old place. Else somebody has moved them by hand.
    is_there: bool,
    /// The stems of pages that move: `apply/lost-form`, `apply/index`.
    stems: BTreeMap<String, String>,
    /// Files that bear the name of a page that moves, also as links name them, without a language.
    files: BTreeMap<String, String>,
}

/// Whether a topic lies in the section of another.
pub(super) fn lies_below(topic: &Topic, section: &Topic) -> bool {
    topic.as_str().strip_prefix(section.as_str()).is_some_and(|rest| rest.starts_with('/'))
}

/// The folder of a path.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// `apply/lost-form` and `ja` out of `apply/lost-form.ja.md`; without a language, no language.
pub(super) fn split<'a>(path: &'a str, languages: &Languages) -> Option<(&'a str, Option<&'a str>)> {
    let stem = path.strip_suffix(".md")?;
    match stem.rsplit_once('.').filter(|(_, tag)| languages.find(tag).is_some()) {
        Some((stem, tag)) => Some((stem, Some(tag))),
        None => Some((stem, None)),
    }
}

impl<'a> Paths<'a> {
    pub(super) fn new(input: &'a Input, old: &'a Topic, new: &'a TopicName, is_there: bool) -> Self {
        let mut paths = Self { input, old, new, is_there, stems: BTreeMap::new(), files: BTreeMap::new() };
        let languages = &input.settings.languages;
        for page in &input.pages {
            let path = below(page);
            let Some((stem, _)) = split(&path, languages) else { continue };
            if is_there && page.topic == *old {
                let to = if page.is_index { format!("{}/index", new.topic.as_str()) } else { new.stem() };
                paths.stems.insert(stem.to_owned(), to);
            } else if !is_there && page.topic == new.topic {
                let from = if page.is_index { format!("{}/index", old.as_str()) } else { old.as_str().to_owned() };
                paths.stems.insert(from, stem.to_owned());
            }
        }
        if is_there {
            paths.name_files();
        }
        paths
    }

    /// Notes the files that are called like the page that moves.
    fn name_files(&mut self) {
        let languages = &self.input.settings.languages;
        let Some(to) = self.stems.get(self.old.as_str()).cloned() else { return };
        let to = if self.new.is_index { format!("{}/{}", folder(&to), last(self.old.as_str())) } else { to };
        for asset in self.input.assets.iter() {
            let path: String = asset.path.below("content").unwrap_or_default().nfc().collect();
            let Some(rest) = path.strip_prefix(self.old.as_str()) else { continue };
            let Some((language, extension)) =
                rest.strip_prefix('.').map(|rest| rest.rsplit_once('.').unwrap_or(("", rest)))
            else {
                continue;
            };
            if rest.contains('/') || !(language.is_empty() || languages.find(language).is_some()) {
                continue;
            }
            self.files.insert(path.clone(), format!("{to}{rest}"));
            self.files.insert(format!("{}.{extension}", self.old.as_str()), format!("{to}.{extension}"));
        }
    }

    /// Whether no page gets another path.
    pub(super) fn stays(&self) -> bool {
        self.stems.iter().all(|(from, to)| from == to)
    }

    /// Whether a folder moves.
    pub(super) fn is_folder(&self) -> bool {
        let pages = self.input.pages.iter();
        let is_index = |page: &PageSource| page.topic == *self.old && page.is_index;
        pages.clone().any(is_index) || pages.clone().any(|page| lies_below(&page.topic, self.old))
    }

    /// Whether a topic moves, or was moved by hand.
    pub(super) fn moves(&self, topic: &Topic) -> bool {
        match self.is_there {
            true => topic == self.old || lies_below(topic, self.old),
            false => *topic == self.new.topic,
        }
    }

    /// What a topic is called from now on.
    pub(super) fn topic(&self, topic: &Topic) -> Topic {
        let rest = topic.as_str().strip_prefix(self.old.as_str());
        match rest.filter(|rest| rest.is_empty() || rest.starts_with('/')) {
            Some(rest) => Topic::new(&format!("{}{rest}", self.new.topic.as_str())),
            None => topic.clone(),
        }
    }

    /// The old path of a page and its new one.
    pub(super) fn of_page(&self, page: &PageSource) -> (String, String) {
        let path = below(page);
        match self.is_there {
            true => (path.clone(), self.target(&path)),
            false => (self.before(&path), path),
        }
    }

    /// Where a page lay that somebody has moved by hand.
    fn before(&self, path: &str) -> String {
        let Some((stem, tag)) = split(path, &self.input.settings.languages) else { return path.to_owned() };
        let from = self.stems.iter().find(|(_, to)| *to == stem).map(|(from, _)| from);
        from.map_or_else(|| path.to_owned(), |from| with_tag(from, tag))
    }

    /// The old and the new path of the page to which an agreed text belongs.
    pub(super) fn of_text(&self, topic: &Topic, lang: Lang) -> (String, String) {
        let now = if self.is_there { topic.clone() } else { self.topic(topic) };
        let page = self.input.pages.iter().filter(|page| page.topic == now);
        let page = page.clone().find(|page| page.lang == lang).or_else(|| page.clone().next());
        match page {
            Some(page) => self.of_page(page),
            None => {
                let path = with_tag(topic.as_str(), Some(self.input.settings.languages.tag(lang)));
                (path.clone(), self.target(&path))
            }
        }
    }

    /// The new path of a file that is no page.
    pub(super) fn of_asset(&self, path: &str) -> String {
        if !self.is_there {
            return path.to_owned();
        }
        let normal: String = path.nfc().collect();
        let to = self.target(&normal);
        if to == normal { path.to_owned() } else { to }
    }

    /// What a path that a link names is from now on.
    pub(super) fn target(&self, path: &str) -> String {
        let languages = &self.input.settings.languages;
        if let Some((stem, tag)) = split(path, languages)
            && let Some(to) = self.stems.get(stem).or_else(|| self.stems.get(&format!("{stem}/index")))
        {
            return with_tag(to, tag);
        }
        if let Some(to) = self.files.get(path) {
            return to.clone();
        }
        match path.strip_prefix(self.old.as_str()).filter(|rest| rest.starts_with('/')) {
            Some(rest) => format!("{}{rest}", self.new.topic.as_str()),
            None => path.to_owned(),
        }
    }

    /// Whether a link from a page that was moved by hand is right where the page lies now.
    pub(super) fn is_right(&self, path: &str) -> bool {
        let languages = &self.input.settings.languages;
        if self.is_there {
            return false;
        }
        match split(path, languages) {
            Some((stem, _)) => {
                let topic = stem.strip_suffix("/index").unwrap_or(stem);
                self.input.pages.iter().any(|page| page.topic.as_str() == topic)
            }
            None => self.input.assets.iter().any(|asset| asset.path.below("content") == Some(path)),
        }
    }

    /// The languages of the site.
    pub(super) fn languages(&self) -> &Languages {
        &self.input.settings.languages
    }

    /// The old and the new address of a page, from `/` without the base path.
    pub(super) fn addresses(&self, site: &Site, topic: &Topic, lang: Lang) -> Option<(String, String)> {
        let (old, new) = match self.is_there {
            true => (topic.clone(), self.topic(topic)),
            false => (self.old.clone(), topic.clone()),
        };
        // A slug stays with its page, whatever the page is called.
        let slug = |name: &str| {
            let now = if self.is_there { self.back(name) } else { self.topic(&Topic::new(name)) };
            let mut editions = site.editions.iter().map(|edition| &edition.document);
            let document = editions.find(|document| document.topic == now && document.lang == lang)?;
            document.front.slug.as_ref().map(|slug| slug.value.clone())
        };
        Some((address(&old, lang, site, &slug)?, address(&new, lang, site, &slug)?))
    }

    /// What a topic was called that is called so from now on.
    fn back(&self, name: &str) -> Topic {
        let rest = name.strip_prefix(self.new.topic.as_str());
        match rest.filter(|rest| rest.is_empty() || rest.starts_with('/')) {
            Some(rest) => Topic::new(&format!("{}{rest}", self.old.as_str())),
            None => Topic::new(name),
        }
    }
}

fn below(page: &PageSource) -> String {
    page.source.path().below("content").unwrap_or_default().nfc().collect()
}

fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

fn with_tag(stem: &str, tag: Option<&str>) -> String {
    tag.map_or_else(|| format!("{stem}.md"), |tag| format!("{stem}.{tag}.md"))
}

fn address(topic: &Topic, lang: Lang, site: &Site, slug: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let mut path = route::prefix(lang, &site.input.settings);
    let name = topic.as_str();
    let mut start = 0;
    for end in name.match_indices('/').map(|(at, _)| at).chain([name.len()]) {
        path.push_str(&slug(&name[..end]).unwrap_or_else(|| name[start..end].to_owned()));
        path.push('/');
        start = end + 1;
    }
    path.push_str("index.html");
    Some(OutPath::new(&path).ok()?.to_url_path())
}
