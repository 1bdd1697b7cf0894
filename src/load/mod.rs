//! Load: a site's folder in, an [`Input`] out. The only stage that reads the disk.
//!
//! Everything is read once, decoded and sorted; nothing is judged here but what cannot be read, named or
//! decoded. `site.yaml` is understood here, since its languages say which files are pages.

mod settings;

pub use settings::{Redirect, ExternalLinks, MissingTranslation, Prefix, RawHtml, Settings};

use std::path::PathBuf;

use crate::date::Date;
use crate::lang::Lang;
use crate::source::{Source, SourcePath, Sources};

/// All that a build depends on. Two equal inputs give the same site.
#[derive(Debug)]
pub struct Input {
    /// The site's root folder.
    pub root: PathBuf,
    /// What `site.yaml` says.
    pub settings: Settings,
    /// The pages' sources, by topic and language.
    pub pages: Vec<PageSource>,
    /// `content/facts.yaml`.
    pub facts: Option<Source>,
    /// The files below `content/` that are published as they are, by path.
    pub assets: Vec<Asset>,
    /// Templates, words and static files of the site, its theme, the themes it extends and the built-in one.
    pub theme: Theme,
    /// The day for which the site is made.
    pub today: Date,
    /// Whether drafts and pages outside their dates are made too, marked as such.
    pub drafts: bool,
    /// Every text that was read, for the excerpts of findings.
    pub sources: Sources,
}

/// A page without its language: `apply/lost-form`; `apply` for `apply/index.*.md`; `index` for the front page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Topic(std::sync::Arc<str>);

/// The Markdown source of one page.
#[derive(Debug, Clone)]
pub struct PageSource {
    /// The topic.
    pub topic: Topic,
    /// Whether the file is an `index` file, whose page stands for its folder.
    pub is_index: bool,
    /// The language, from the file's suffix.
    pub lang: Lang,
    /// The text.
    pub source: Source,
}

/// A file that is published as it is.
#[derive(Debug, Clone)]
pub struct Asset {
    /// The file: `content/apply/envelope.pdf`.
    pub path: SourcePath,
    /// Where it lies on the disk.
    pub disk: PathBuf,
    /// Its size in bytes.
    pub size: u64,
}

/// What a site looks like: templates, words and static files, gathered from all layers.
#[derive(Debug, Default)]
pub struct Theme {
    /// The templates by their name: `page.html` for the one that wins, `default/page.html` for the one of a theme.
    pub templates: Vec<Template>,
    /// The words of `site.ftl`, from the layer that is overridden to the one that overrides.
    pub words: Vec<WordSource>,
    /// The static files by the path at which they are published, without a hash.
    pub statics: Vec<StaticFile>,
}

/// A template.
#[derive(Debug, Clone)]
pub struct Template {
    /// The name under which templates and front matter ask for it.
    pub name: String,
    /// Its text.
    pub source: Source,
}

/// The words of one file of one layer.
#[derive(Debug, Clone)]
pub struct WordSource {
    /// The tag of the language: the folder's name.
    pub tag: String,
    /// The Fluent text.
    pub source: Source,
}

/// A static file of a theme.
#[derive(Debug, Clone)]
pub struct StaticFile {
    /// The path below `static/`: `site.css`.
    pub path: String,
    /// Its content.
    pub bytes: std::sync::Arc<[u8]>,
}

impl Topic {
    /// The front page.
    pub const HOME: &'static str = "index";

    /// The topic of this name, in NFC.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self(name.into())
    }

    /// The name: `apply/lost-form`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the front page.
    #[must_use]
    pub fn is_home(&self) -> bool {
        &*self.0 == Self::HOME
    }

    /// The topic of the section that the topic lies in; the front page for a topic at the top, none for the front page.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        if self.is_home() {
            return None;
        }
        Some(Self::new(self.0.rsplit_once('/').map_or(Self::HOME, |(folder, _)| folder)))
    }
}
