//! Load: a site's folder in, an [`Input`] out. The only stage that reads the disk.
//!
//! Everything is read once, decoded and sorted; nothing is judged here but what cannot be read, named or
//! decoded. `site.yaml` is understood here, since its languages say which files are pages.

#![expect(clippy::disallowed_methods, reason = "this stage is the one that reads the site from the disk")]

mod agreed;
mod content;
mod decode;
mod encoding;
mod memory;
mod names;
mod picture;
mod prh;
mod read;
mod settings;
mod theme;
mod walk;

pub use agreed::{AGREED_FOLDER, AgreedPair, AgreedPairs, agreed_path, conflict_marker};
pub use memory::{Memory, Stamp};
pub(crate) use names::is_ignored;
pub use picture::Dimensions;
pub use settings::KEYS as SITE_KEYS;
pub use settings::{DeployTarget, ExternalLinks, MissingTranslation, Prefix, RawHtml, Redirect, Requirement, Settings};
pub use theme::BuiltIn;

use std::collections::BTreeSet;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::clock::Today;
use crate::date::Date;
use crate::diagnostic::Findings;
use crate::lang::Lang;
use crate::prh::Terms;
use crate::source::{Source, SourcePath, Sources};
use memory::Part;

/// All that a build depends on. Two equal inputs give the same site.
#[derive(Debug)]
pub struct Input {
    /// The site's root folder.
    pub root: PathBuf,
    /// What `site.yaml` says.
    pub settings: Arc<Settings>,
    /// The pages' sources, by topic and language.
    pub pages: Vec<PageSource>,
    /// `content/facts.yaml`.
    pub facts: Option<Source>,
    /// The sources that are there and could not be read. What refers to them is not wrong.
    pub unread: Unread,
    /// `content/glossary.yaml`.
    pub glossary: Option<Source>,
    /// `content/notices.yaml`.
    pub notices: Option<Source>,
    /// The texts that were confirmed as saying the same.
    pub agreed: Arc<AgreedPairs>,
    /// The files below `content/` that are published as they are, by path.
    pub assets: Arc<Vec<Asset>>,
    /// Templates, words and static files of the site, its theme, the themes it extends and the built-in one.
    pub theme: Arc<Theme>,
    /// The terms of `prh.yml`.
    pub terms: Arc<Terms>,
    /// The day for which the site is made.
    pub today: Date,
    /// Whether drafts and pages outside their dates are made too, marked as such.
    pub drafts: bool,
}

/// The sources that are there and could not be read; findings say why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unread {
    /// The pages.
    pub pages: BTreeSet<(Topic, Lang)>,
    /// Whether `content/facts.yaml` is one.
    pub facts: bool,
}

/// What a load needs to know besides the folder.
#[derive(Debug, Clone, Copy)]
pub struct LoadOptions<'a> {
    /// What decides the day for which the site is made; the site's time zone is applied to it.
    pub today: Today,
    /// Whether drafts and pages outside their dates are made too.
    pub drafts: bool,
    /// The built-in theme.
    pub built_in: BuiltIn<'a>,
}

/// What a load gives.
#[derive(Debug)]
pub struct Loaded {
    /// The input; `None` when the settings cannot be understood at all.
    pub input: Option<Input>,
    /// What cannot be read, named or decoded, and what the settings say wrongly.
    pub findings: Findings,
    /// Every text that was read, for the excerpts of findings.
    pub sources: Sources,
}

/// Why a folder cannot be loaded at all.
#[derive(Debug)]
pub enum LoadError {
    /// There is no `site.yaml` in the folder.
    NoSite(PathBuf),
    /// `site.yaml` is there and cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The moment of the run lies outside the calendar.
    NoDay,
}

impl fmt::Display for LoadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSite(folder) => write!(out, "no site.yaml in {}", folder.display()),
            Self::NoDay => out.write_str("the moment of the run lies outside the years 1 to 9999"),
            Self::Unreadable(file, cause) => write!(out, "{}: {cause}", file.display()),
        }
    }
}

impl std::error::Error for LoadError {}

/// Loads a site's folder. What `memory` knows of it and nothing has touched since is not read again.
///
/// # Errors
/// When there is no `site.yaml`, or it cannot be read from the disk. Everything else is a finding.
pub fn load(root: &Path, options: &LoadOptions<'_>, memory: &mut Memory) -> Result<Loaded, LoadError> {
    let file = root.join(SETTINGS);
    let bytes = read::read_twice(&file).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => LoadError::NoSite(root.to_path_buf()),
        _ => LoadError::Unreadable(file, error),
    })?;
    let mut sources = Sources::default();
    let (source, mut findings) = match decode::decode(&SourcePath::new(SETTINGS), &bytes) {
        Ok(decoded) => decoded,
        Err(foreign) => {
            sources.insert(foreign.source);
            return Ok(Loaded { input: None, findings: vec![foreign.finding], sources });
        }
    };
    let (settings, more) = settings(&source, memory);
    findings.extend(more);
    sources.insert(source);
    let Some(settings) = settings else { return Ok(Loaded { input: None, findings, sources }) };
    let today = options.today.in_zone(&settings.timezone).ok_or(LoadError::NoDay)?;
    let input = input(root, options, settings, today, memory, &mut findings, &mut sources);
    memory.finish();
    Ok(Loaded { input: Some(input), findings, sources })
}

/// The file that makes a folder a site.
const SETTINGS: &str = "site.yaml";

/// What `site.yaml` says. Everything is made of it, so when it changes, nothing else that was made is kept.
fn settings(source: &Source, memory: &mut Memory) -> (Option<Arc<Settings>>, Findings) {
    match &memory.settings {
        Some((settings, findings)) if settings.source == *source => (Some(Arc::clone(settings)), findings.clone()),
        _ => {
            let (settings, findings) = Settings::parse(source);
            let settings = settings.map(Arc::new);
            memory.settings = settings.clone().map(|settings| (settings, findings.clone()));
            (memory.content, memory.agreed, memory.theme) = (None, None, None);
            (settings, findings)
        }
    }
}

fn input(
    root: &Path,
    options: &LoadOptions<'_>,
    settings: Arc<Settings>,
    today: Date,
    memory: &mut Memory,
    findings: &mut Findings,
    sources: &mut Sources,
) -> Input {
    let content = content::remembered(root, &settings.languages, memory);
    let agreed = agreed_pairs(root, &settings, memory);
    let theme = themed(root, &settings, options.built_in, memory);
    let terms = prh::remembered(root, memory);
    for (more, read) in [
        (&content.findings, &content.sources),
        (&agreed.findings, &agreed.sources),
        (&theme.findings, &theme.sources),
        (&terms.findings, &terms.sources),
    ] {
        findings.extend(more.iter().cloned());
        sources.join(read);
    }
    Input {
        root: root.to_path_buf(),
        pages: content.pages,
        facts: content.facts,
        unread: content.unread,
        glossary: content.glossary,
        notices: content.notices,
        agreed: agreed.value,
        assets: content.assets,
        theme: theme.value,
        terms: terms.value,
        today,
        drafts: options.drafts,
        settings,
    }
}

fn agreed_pairs(root: &Path, settings: &Settings, memory: &mut Memory) -> Part<AgreedPairs> {
    let is_touched = !memory.touched_below(AGREED_FOLDER).is_empty();
    let part = match memory.agreed.take() {
        Some(part) if !is_touched => part,
        old => agreed::agreed(root, &settings.languages, memory).kept(old),
    };
    memory.agreed = Some(part.clone());
    part
}

fn themed(root: &Path, settings: &Settings, built_in: BuiltIn<'_>, memory: &mut Memory) -> Part<Theme> {
    let is_touched = ["templates", "themes", "locales"].iter().any(|folder| !memory.touched_below(folder).is_empty());
    let part = match memory.theme.take() {
        Some(part) if !is_touched => part,
        old => theme::theme(root, settings, built_in, memory).kept(old),
    };
    memory.theme = Some(part.clone());
    part
}

/// A page without its language: `apply/lost-form`; `apply` for `apply/index.*.md`; `index` for the front page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Topic(std::sync::Arc<str>);

/// The Markdown source of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// The file: `content/apply/envelope.pdf`.
    pub path: SourcePath,
    /// Where it lies on the disk.
    pub disk: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// What tells this version of it from others.
    pub stamp: Stamp,
    /// Its width and height, if it is a picture that says them.
    pub dimensions: Option<Dimensions>,
}

/// What a site looks like: templates, words and static files, gathered from all layers.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// The templates by their name: `page.html` for the one that wins, `default/page.html` for the one of a theme.
    pub templates: Vec<Template>,
    /// The words of `site.ftl`, from the layer that is overridden to the one that overrides.
    pub words: Vec<WordSource>,
    /// The static files by the path at which they are published, without a hash.
    pub statics: Vec<StaticFile>,
}

/// A template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The name under which templates and front matter ask for it.
    pub name: String,
    /// Whether pages can ask for it; else it is there for templates that extend what they override.
    pub is_entry: bool,
    /// Its text.
    pub source: Source,
}

/// The words of one file of one layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordSource {
    /// The tag of the language: the folder's name.
    pub tag: String,
    /// The Fluent text.
    pub source: Source,
}

/// A static file of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
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

#[cfg(test)]
mod tests;
