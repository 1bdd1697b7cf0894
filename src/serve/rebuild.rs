//! Reads the site anew, and decides what that means for what is shown.
//!
//! A good build replaces what is shown; a bad one leaves it. A build that gives the same files leaves it too, so
//! that no browser reloads for nothing.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::page;
use super::snapshot::{Newest, Publisher, Served, Shown, Snapshot};
use super::watch::Changed;
use crate::diagnostic::{Counts, Finding, Findings, Level};
use crate::output::Output;
use crate::pipeline::{Judged, Options, Unusable, judge};
use crate::resolve::Site;
use crate::source::Sources;
use crate::words::{Msg, UiLang};

/// A build, for whoever tells the user of it.
#[derive(Debug)]
pub struct Rebuild {
    /// The sources that had changed, as paths from the root. None are named for the first build, and when the system
    /// has lost count.
    pub changed: Vec<String>,
    /// Everything that was found.
    pub findings: Arc<Findings>,
    /// What of it should be shown now: all errors, and what the build before did not have.
    pub news: Findings,
    /// The texts that the findings point into.
    pub sources: Arc<Sources>,
    /// What else an editor should know and was not told after the build before.
    pub notes: Vec<Msg>,
    /// How many pages the site has.
    pub pages: usize,
    /// How long it took.
    pub time: Duration,
    /// What became of it.
    pub effect: Effect,
}

/// What became of a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It is the first, and it is shown.
    Shown,
    /// It is shown in place of the one before.
    Updated,
    /// It is the same as the one that is shown.
    Unchanged,
    /// It has errors, so the last good one stays.
    Kept,
    /// It has errors, and there is no good one yet.
    Waiting,
}

/// Builds a site again and again.
pub(super) struct Builder<'a> {
    root: &'a Path,
    options: &'a Options<'a>,
    lang: UiLang,
    publisher: Publisher,
    /// What the last build has found and noted.
    found: Arc<Findings>,
    notes: Vec<Msg>,
}

impl<'a> Builder<'a> {
    /// A builder that has not built yet. `lang` is the language of the page that stands in for a site.
    pub(super) fn new(root: &'a Path, options: &'a Options<'a>, lang: UiLang) -> Self {
        let waiting = Snapshot {
            build: 0,
            revision: 0,
            shown: Shown::Nothing(page::waiting(lang, Counts::default())),
            newest: None,
            findings: Arc::default(),
            sources: Arc::default(),
        };
        let publisher = Publisher::new(Arc::new(waiting));
        Self { root, options, lang, publisher, found: Arc::default(), notes: Vec::new() }
    }

    /// The newest build, now and from now on.
    pub(super) fn newest(&self) -> Newest {
        self.publisher.subscribe()
    }

    /// The path that every address of what is shown begins with.
    pub(super) fn base(&self) -> String {
        match &self.publisher.borrow().shown {
            Shown::Site(served) => served.base.clone(),
            Shown::Nothing(_) => "/".to_owned(),
        }
    }

    /// Builds after a change, and publishes the outcome.
    #[expect(clippy::disallowed_methods, reason = "the user is told how long it took")]
    pub(super) fn rebuild(&mut self, changed: Changed) -> Result<Rebuild, Box<Unusable>> {
        let since = Instant::now();
        let Judged { site, output, findings, sources, notes } = judge(self.root, self.options)?;
        let pages = site.as_ref().map_or(0, |site| site.pages.len());
        let (site, findings, sources) = (site, Arc::new(findings), Arc::new(sources));
        let effect = self.publish(site, output, &findings, &sources);
        let news = findings.iter().filter(|finding| is_news(finding, &self.found)).cloned().collect();
        let new_notes = notes.iter().filter(|note| !self.notes.contains(note)).cloned().collect();
        self.found = Arc::clone(&findings);
        self.notes = notes;
        let changed = changed.into_iter().collect();
        Ok(Rebuild { changed, findings, news, sources, notes: new_notes, pages, time: since.elapsed(), effect })
    }

    /// Shows a build, if it is good and new. What was found is published in any case.
    fn publish(
        &self,
        site: Option<Arc<Site>>,
        output: Option<Output>,
        findings: &Arc<Findings>,
        sources: &Arc<Sources>,
    ) -> Effect {
        let counts = Counts::of(findings);
        let output = output.filter(|_| counts.errors == 0);
        let served = site.as_ref().zip(output).map(|(site, output)| Served::new(Arc::clone(site), output));
        let old = Arc::clone(&self.publisher.borrow());
        let (shown, effect) = match (served, &old.shown) {
            (Some(served), Shown::Site(old)) if served.is_same(old) => (None, Effect::Unchanged),
            (Some(served), Shown::Site(_)) => (Some(Shown::Site(Arc::new(served))), Effect::Updated),
            (Some(served), Shown::Nothing(_)) => (Some(Shown::Site(Arc::new(served))), Effect::Shown),
            (None, Shown::Site(_)) => (None, Effect::Kept),
            (None, Shown::Nothing(old)) => match page::waiting(self.lang, counts) {
                page if page == *old => (None, Effect::Waiting),
                page => (Some(Shown::Nothing(page)), Effect::Waiting),
            },
        };
        // Published first: a browser that hears of the build gets it.
        self.publisher.send_replace(Arc::new(Snapshot {
            build: old.build + u64::from(shown.is_some()),
            revision: old.revision + 1,
            shown: shown.unwrap_or_else(|| old.shown.clone()),
            newest: site,
            findings: Arc::clone(findings),
            sources: Arc::clone(sources),
        }));
        effect
    }
}

/// Whether a finding should be shown after a build, given those of the build before. A finding that has only moved,
/// because the text above it has changed, is not new; an error is shown until it is gone, because it keeps the site
/// from being shown.
fn is_news(finding: &Finding, before: &[Finding]) -> bool {
    let file = |finding: &Finding| finding.place.as_ref().map(|place| place.file.clone());
    let is_same =
        |old: &Finding| old.rule.id == finding.rule.id && old.message == finding.message && file(old) == file(finding);
    finding.level == Level::Error || !before.iter().any(is_same)
}
