//! The content folder: which files are pages, which is the facts file, and which are published as they are.

use std::path::Path;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::memory::Memory;
use super::picture;
use super::read::texts;
use super::settings::language_meant;
use super::walk::Found;
use super::{AGREED_FOLDER, Asset, PageSource, Topic, Unread};
use crate::diagnostic::{Finding, Findings, did_you_mean, rule};
use crate::lang::{Lang, Languages};
use crate::source::{Place, Source, SourcePath, Sources};
use crate::words::Msg;

/// The folder.
const FOLDER: &str = "content";

/// Files at the folder's root that are data for the site and never published.
const DATA: &[&str] = &["facts.yaml", "glossary.yaml", "notices.yaml"];

/// What lies in the content folder, with what there is to say on it.
#[derive(Debug, Clone, Default)]
pub(super) struct Content {
    pub(super) pages: Vec<PageSource>,
    pub(super) facts: Option<Source>,
    pub(super) unread: Unread,
    pub(super) glossary: Option<Source>,
    pub(super) notices: Option<Source>,
    pub(super) assets: Arc<Vec<Asset>>,
    pub(super) findings: Findings,
    pub(super) sources: Arc<Sources>,
}

/// A Markdown file, by its name.
struct PageFile {
    topic: Topic,
    is_index: bool,
    lang: Lang,
}

/// The content folder of a site as it is now, by what is known of it from before.
pub(super) fn remembered(root: &Path, languages: &Languages, memory: &mut Memory) -> Content {
    let touched = memory.touched_below(FOLDER);
    let old = memory.content.take();
    let assets = old.as_ref().map(|old| Arc::clone(&old.assets));
    let kept = old.and_then(|old| if touched.is_empty() { Some(old) } else { patched(old, &touched, memory) });
    let mut new = kept.unwrap_or_else(|| content(root, languages, memory));
    if let Some(assets) = assets.filter(|assets| *assets == new.assets) {
        new.assets = assets;
    }
    memory.content = Some(new.clone());
    new
}

/// What was read before, with the pages that were touched read again. `None` when more than texts of pages has changed.
fn patched(mut content: Content, touched: &[SourcePath], memory: &mut Memory) -> Option<Content> {
    if touched.len() > MOST_PATCHED || !content.findings.is_empty() || !content.unread.pages.is_empty() {
        return None;
    }
    let agreed = |path: &&SourcePath| path.below(AGREED_FOLDER).is_none();
    for path in touched.iter().filter(agreed) {
        let page = content.pages.iter_mut().find(|page| page.source.path() == path)?;
        let file = memory.found(FOLDER, path)?.clone();
        match memory.texts(&[file]).pop()? {
            Ok(Ok((source, findings))) if findings.is_empty() => {
                Arc::make_mut(&mut content.sources).insert(source.clone());
                page.source = source;
            }
            _ => return None,
        }
    }
    Some(content)
}

/// Up to how many files are looked for one by one.
const MOST_PATCHED: usize = 32;

/// Loads the content folder of a site.
fn content(root: &Path, languages: &Languages, memory: &mut Memory) -> Content {
    let (files, mut findings) = memory.walk(root, FOLDER);
    let mut assets = Vec::new();
    let mut texts_to_read = Vec::new();
    let mut kinds = Vec::new();
    for file in files {
        match Kind::of(&file, languages) {
            Ok(Kind::Asset) => assets.push(asset(file, memory)),
            Ok(kind) => {
                kinds.push(kind);
                texts_to_read.push(file);
            }
            Err(finding) => findings.push(*finding),
        }
    }
    let mut content = Content { assets: Arc::new(assets), ..Content::default() };
    let mut sources = Sources::default();
    let texts = texts(&texts_to_read, memory, &mut findings, &mut sources);
    texts.iter().flatten().for_each(|source| sources.insert(source.clone()));
    for (kind, source) in kinds.into_iter().zip(texts) {
        content.take(kind, source);
    }
    content.pages.sort_by(|a, b| (&a.topic, a.lang, a.source.path()).cmp(&(&b.topic, b.lang, b.source.path())));
    Content { findings, sources: Arc::new(sources), ..content }
}

impl Content {
    /// Takes in a file that was read, or could not be.
    fn take(&mut self, kind: Kind, source: Option<Source>) {
        match (kind, source) {
            (Kind::Page(PageFile { topic, is_index, lang }), Some(source)) => {
                self.pages.push(PageSource { topic, is_index, lang, source });
            }
            (Kind::Page(PageFile { topic, lang, .. }), None) => {
                self.unread.pages.insert((topic, lang));
            }
            (Kind::Facts, source) => {
                self.unread.facts = source.is_none();
                self.facts = source;
            }
            (Kind::Glossary, source) => self.glossary = source,
            (Kind::Notices, source) => self.notices = source,
            (Kind::Asset, _) => {}
        }
    }
}

fn asset(file: Found, memory: &mut Memory) -> Asset {
    let dimensions = memory.dimensions(&file, picture::dimensions);
    Asset { path: file.path, disk: file.disk, size: file.size, stamp: file.stamp, dimensions }
}

/// What a file is.
enum Kind {
    Page(PageFile),
    Facts,
    Glossary,
    Notices,
    Asset,
}

impl Kind {
    fn of(file: &Found, languages: &Languages) -> Result<Self, Box<Finding>> {
        let name = file.path.file_name();
        if file.path.folder() == FOLDER {
            if name == DATA[0] {
                return Ok(Self::Facts);
            }
            if name == DATA[1] {
                return Ok(Self::Glossary);
            }
            if name == DATA[2] {
                return Ok(Self::Notices);
            }
            misnamed_data(file)?;
        }
        match name.rsplit_once('.') {
            Some((stem, extension)) if extension.eq_ignore_ascii_case("md") => {
                page(file, stem, extension, languages).map(Self::Page)
            }
            _ => Ok(Self::Asset),
        }
    }
}

/// Refuses `facts.yml` and `Facts.yaml`, which would be published instead of read.
fn misnamed_data(file: &Found) -> Result<(), Box<Finding>> {
    let lower = file.path.file_name().to_ascii_lowercase().replace(".yml", ".yaml");
    let Some(right) = DATA.iter().find(|right| **right == lower) else { return Ok(()) };
    let message = Msg::NameSkipped { name: file.path.file_name().into() };
    let help = Msg::DidYouMean { right: (*right).into() };
    Err(Box::new(Finding::new(&rule::NAME_SKIPPED, whole(file), message).help(help)))
}

/// The topic and the language of a Markdown file.
fn page(file: &Found, stem: &str, extension: &str, languages: &Languages) -> Result<PageFile, Box<Finding>> {
    let refuse =
        |message, help: Msg| Err(Box::new(Finding::new(&rule::NAME_LANGUAGE, whole(file), message).help(help)));
    if extension != "md" {
        let right = format!("{stem}.md");
        return refuse(
            Msg::NameExtension { name: file.path.file_name().into() },
            Msg::DidYouMean { right: right.into() },
        );
    }
    let (base, tag) = match stem.rsplit_once('.') {
        Some((base, tag)) if looks_like_tag(tag) => (base, tag),
        _ => {
            let example = format!("{stem}.{}.md", languages.tag(Lang::MAIN));
            let message = Msg::NameNoLanguage { name: file.path.file_name().into() };
            return refuse(message, Msg::NameNoLanguageHelp { example: example.into() });
        }
    };
    match languages.find(tag) {
        Some(lang) => Ok(page_of(file, base, lang)),
        None => refuse(
            Msg::NameUnknownLanguage { tag: tag.into(), name: file.path.file_name().into() },
            meant(base, tag, languages),
        ),
    }
}

/// The name that was probably meant, or the languages there are.
fn meant(base: &str, tag: &str, languages: &Languages) -> Msg {
    let by_country = language_meant(tag).filter(|meant| languages.find(meant).is_some());
    match by_country.or_else(|| did_you_mean(tag, languages.tags())) {
        Some(right) => Msg::DidYouMean { right: format!("{base}.{right}.md").into() },
        None => {
            let tags: Vec<_> = languages.tags().collect();
            Msg::FrontMatterLanguages { tags: tags.join(", ").into() }
        }
    }
}

/// Whether a suffix is meant as a language: `fr`, `zh-Hans`, `en_US`, but not the `2` of `v1.2`.
fn looks_like_tag(suffix: &str) -> bool {
    let language = suffix.split(['-', '_']).next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && suffix.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        && language.chars().all(|c| c.is_ascii_alphabetic())
}

fn page_of(file: &Found, base: &str, lang: Lang) -> PageFile {
    let folder = file.path.folder();
    let folder = folder.strip_prefix(FOLDER).unwrap_or(folder).trim_start_matches('/');
    let is_index = base == "index";
    let topic = match (folder, is_index) {
        ("", true) => Topic::HOME.to_owned(),
        ("", false) => base.to_owned(),
        (folder, true) => folder.to_owned(),
        (folder, false) => format!("{folder}/{base}"),
    };
    let topic: String = topic.nfc().collect();
    PageFile { topic: Topic::new(&topic), is_index, lang }
}

fn whole(file: &Found) -> Place {
    Place { file: file.path.clone(), span: None }
}
