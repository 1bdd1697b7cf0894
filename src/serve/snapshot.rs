//! What the preview shows at a moment: the newest good site with what was found last, or the word that there is none.
//!
//! A snapshot is complete when it is made and never changes. Whoever answers a request holds one snapshot from
//! beginning to end, so no answer mixes two builds.

use std::sync::Arc;

use tokio::sync::watch;

use super::ages::Ages;
use super::page;
use crate::diagnostic::Findings;
use crate::output::Content;
use crate::render::Renderer;
use crate::resolve::Site;
use crate::source::Sources;
use crate::words::UiLang;

/// Where snapshots are published, and where they are taken from.
pub(super) type Publisher = watch::Sender<Arc<Snapshot>>;
/// The newest snapshot, and the news that there is a newer one.
pub(super) type Newest = watch::Receiver<Arc<Snapshot>>;

/// What the preview shows at a moment.
#[derive(Debug)]
pub(super) struct Snapshot {
    /// The number of the build that is shown. A page carries that of the build which it comes from.
    pub(super) build: u64,
    /// Grows with everything that is published, also with new findings on the same pages.
    pub(super) revision: u64,
    /// What is shown.
    pub(super) shown: Shown,
    /// The sources as they are now, as far as they can be understood: of a newer build than the one that is shown, if
    /// that one has errors.
    pub(super) newest: Option<Arc<Site>>,
    /// Since which build each published file is as it is.
    pub(super) ages: Arc<Ages>,
    /// What was found in the newest build.
    pub(super) findings: Arc<Findings>,
    /// The texts that the findings point into.
    pub(super) sources: Arc<Sources>,
}

/// What the preview shows.
#[derive(Debug, Clone)]
pub(super) enum Shown {
    /// A site.
    Site(Arc<Served>),
    /// There has been no good build yet; this page says so, whatever is asked for.
    Nothing(String),
}

/// A site that is shown.
#[derive(Debug)]
pub(super) struct Served {
    /// The path that every address begins with: `/` or `/repo/`.
    pub(super) base: String,
    /// The site.
    pub(super) site: Arc<Site>,
    /// Its files, made when they are asked for.
    pub(super) renderer: Arc<Renderer>,
    /// The language of the preview's own words.
    lang: UiLang,
}

impl Served {
    pub(super) fn new(renderer: &Arc<Renderer>, lang: UiLang) -> Self {
        let site = Arc::clone(renderer.site());
        Self { base: site.input.settings.base_path.clone(), site, renderer: Arc::clone(renderer), lang }
    }

    /// What is in a file of the site, by its path without the base: `ja/apply/index.html`. A page that cannot be
    /// rendered says why.
    pub(super) fn get(&self, path: &str) -> Option<Content> {
        let made = self.renderer.get(path)?;
        Some(made.unwrap_or_else(|finding| page::failed(self.lang, &finding).into()))
    }
}
