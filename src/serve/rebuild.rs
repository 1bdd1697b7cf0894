//! Reads the site anew, and decides what that means for what is shown.
//!
//! A good build replaces what is shown; a bad one leaves it. What was edited is judged before it is shown; what the
//! edit may mean for other pages is judged after that, as long as nothing newer waits.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use super::page;
use super::snapshot::{Newest, Publisher, Served, Shown, Snapshot};
use super::watch::Changed;
use crate::clock::Today;
use crate::date::Date;
use crate::diagnostic::{Counts, Finding, Findings, Level};
use crate::pipeline::{Build, Memory, Options, Unusable};
use crate::source::{SourcePath, Sources};
use crate::words::{Msg, UiLang};

/// A build, for whoever tells the user of it.
#[derive(Debug)]
pub struct Rebuild {
    /// The sources that had changed, as paths from the root. None are named for the first build, and when the system
    /// has lost count.
    pub changed: Vec<String>,
    /// Everything that is known to be wrong.
    pub findings: Arc<Findings>,
    /// What of it should be shown now: all errors, and what the build before did not have.
    pub news: Findings,
    /// The texts that the findings point into.
    pub sources: Arc<Sources>,
    /// What else an editor should know and was not told after the build before.
    pub notes: Vec<Msg>,
    /// How many pages the site has.
    pub pages: usize,
    /// How long it took until the browser could have it.
    pub time: Duration,
    /// What became of it.
    pub effect: Effect,
}

impl Rebuild {
    /// This build with what was found in the rest of it, as one.
    pub(super) fn finished(self, rest: Self) -> Self {
        let effect = if rest.effect == Effect::Judged { self.effect } else { rest.effect };
        let news = self.news.into_iter().chain(rest.news).collect();
        let notes = self.notes.into_iter().chain(rest.notes).collect();
        Self { changed: self.changed, time: self.time, news, notes, effect, ..rest }
    }
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
    /// It was shown before; now all of it has been judged, with another outcome.
    Judged,
}

/// Builds a site again and again.
pub(super) struct Builder<'a> {
    root: &'a Path,
    options: Options<'a>,
    /// Whether the day follows the clock.
    follows_clock: bool,
    lang: UiLang,
    publisher: Publisher,
    memory: Memory,
    /// The newest build.
    build: Option<Build>,
    /// What was told last.
    told: Arc<Findings>,
    notes: Vec<Msg>,
}

impl<'a> Builder<'a> {
    /// A builder that has not built yet. `lang` is the language of the pages of the preview's own.
    pub(super) fn new(root: &'a Path, options: &Options<'a>, follows_clock: bool, lang: UiLang) -> Self {
        let waiting = Snapshot {
            build: 0,
            revision: 0,
            shown: Shown::Nothing(page::waiting(lang, Counts::default())),
            newest: None,
            ages: Arc::default(),
            findings: Arc::default(),
            sources: Arc::default(),
        };
        let publisher = Publisher::new(Arc::new(waiting));
        let memory = Memory::default();
        Self {
            root,
            options: *options,
            follows_clock,
            lang,
            publisher,
            memory,
            build: None,
            told: Arc::default(),
            notes: Vec::new(),
        }
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

    /// The day for which the site was made last.
    pub(super) fn day(&self) -> Option<Date> {
        self.build.as_ref().and_then(|build| build.site.as_ref()).map(|site| site.input.today)
    }

    /// Looks at all sources. Whether they have changed since the last look is given back.
    pub(super) fn look(&mut self) -> bool {
        self.memory.look(self.root, &Changed::new(), now())
    }

    /// Looks at these changes, or at everything if none is named, builds and publishes the outcome.
    pub(super) fn rebuild(&mut self, changed: Changed) -> Result<Rebuild, Box<Unusable>> {
        let since = start();
        self.memory.look(self.root, &changed, now());
        let rebuild = self.rebuild_seen()?;
        Ok(Rebuild { changed: changed.into_iter().collect(), time: elapsed(since), ..rebuild })
    }

    /// Builds what was looked at last and publishes the outcome.
    pub(super) fn rebuild_seen(&mut self) -> Result<Rebuild, Box<Unusable>> {
        let since = start();
        if let (true, Ok(age)) = (self.follows_clock, now().duration_since(SystemTime::UNIX_EPOCH)) {
            self.options.today = Today::Moment(i64::try_from(age.as_secs()).unwrap_or(i64::MAX));
        }
        let build = self.memory.build(self.root, &self.options)?;
        let is_first = self.build.is_none();
        let is_same = build.is_same && !is_first;
        self.build = Some(build);
        let effect = if is_same { Effect::Unchanged } else { self.publish() };
        Ok(self.told(effect, elapsed(since)))
    }

    /// Judges what is left, while `goes_on` says so. When all is judged and that changes anything, it is published,
    /// and what became of it is given back.
    pub(super) fn finish(&mut self, goes_on: &dyn Fn() -> bool) -> Option<Rebuild> {
        let since = start();
        if self.is_finished() || !self.memory.judge(goes_on) {
            return None;
        }
        let is_new = *self.publisher.borrow().findings != self.memory.findings();
        let effect = if is_new { self.publish() } else { return None };
        let effect = if effect == Effect::Unchanged { Effect::Judged } else { effect };
        Some(self.told(effect, elapsed(since)))
    }

    /// Whether nothing is left to judge.
    pub(super) fn is_finished(&self) -> bool {
        self.memory.is_judged()
    }

    /// What is to be told of the newest build.
    fn told(&mut self, effect: Effect, time: Duration) -> Rebuild {
        let findings = Arc::clone(&self.publisher.borrow().findings);
        let sources = Arc::clone(&self.publisher.borrow().sources);
        let news = news(&findings, &self.told);
        let build = self.build.as_ref();
        let notes = build.map(|build| build.notes.clone()).unwrap_or_default();
        let new_notes = notes.iter().filter(|note| !self.notes.contains(note)).cloned().collect();
        let pages = build.and_then(|build| build.site.as_ref()).map_or(0, |site| site.pages.len());
        (self.told, self.notes) = (Arc::clone(&findings), notes);
        Rebuild { changed: Vec::new(), findings, news, sources, notes: new_notes, pages, time, effect }
    }

    /// Shows the newest build, if it is good and not shown yet. What was found is published in any case.
    fn publish(&self) -> Effect {
        let Some(build) = &self.build else { return Effect::Unchanged };
        let findings = self.memory.findings();
        let counts = Counts::of(&findings);
        let old = Arc::clone(&self.publisher.borrow());
        let (shown, effect) = self.decide(build, counts, &old.shown);
        let ages = match (&old.shown, &shown) {
            (Shown::Site(before), Some(Shown::Site(after))) => {
                Arc::new(old.ages.after(&before.site, &after.site, old.build + 1))
            }
            _ => Arc::clone(&old.ages),
        };
        // Published first: a browser that hears of the build gets it.
        self.publisher.send_replace(Arc::new(Snapshot {
            build: old.build + u64::from(shown.is_some()),
            revision: old.revision + 1,
            shown: shown.unwrap_or_else(|| old.shown.clone()),
            newest: build.site.clone(),
            ages,
            findings: Arc::new(findings),
            sources: Arc::clone(&build.sources),
        }));
        effect
    }

    /// What is shown from now on, unless it is what was shown before.
    fn decide(&self, build: &Build, counts: Counts, old: &Shown) -> (Option<Shown>, Effect) {
        let good = build.renderer.as_ref().filter(|_| counts.errors == 0);
        let new = good.map(|renderer| Shown::Site(Arc::new(Served::new(renderer, self.lang))));
        match (new, good, old) {
            (Some(_), Some(good), Shown::Site(old)) if Arc::ptr_eq(good, &old.renderer) => (None, Effect::Unchanged),
            (Some(new), _, Shown::Site(_)) => (Some(new), Effect::Updated),
            (Some(new), _, Shown::Nothing(_)) => (Some(new), Effect::Shown),
            (None, _, Shown::Site(old))
                if build.renderer.as_ref().is_some_and(|new| Arc::ptr_eq(new, &old.renderer)) =>
            {
                (None, Effect::Unchanged)
            }
            (None, _, Shown::Site(_)) => (None, Effect::Kept),
            (None, _, Shown::Nothing(old)) => match page::waiting(self.lang, counts) {
                page if page == *old => (None, Effect::Waiting),
                page => (Some(Shown::Nothing(page)), Effect::Waiting),
            },
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the user is told how long it took")]
fn start() -> Instant {
    Instant::now()
}

#[expect(clippy::disallowed_methods, reason = "the user is told how long it took")]
fn elapsed(since: Instant) -> Duration {
    since.elapsed()
}

#[expect(clippy::disallowed_methods, reason = "a file that was just written may still change, and days go by")]
fn now() -> SystemTime {
    SystemTime::now()
}

/// The findings that should be shown after a build, given those of the build before. A finding that has only moved,
/// because the text above it has changed, is not new; an error is shown until it is gone, because it keeps the site
/// from being shown.
fn news(findings: &[Finding], before: &[Finding]) -> Findings {
    let known: BTreeSet<_> = before.iter().map(what).collect();
    let is_news = |finding: &&Finding| finding.level == Level::Error || !known.contains(&what(finding));
    findings.iter().filter(is_news).cloned().collect()
}

/// A finding without its place in the file.
fn what(finding: &Finding) -> (&str, &Msg, Option<&SourcePath>) {
    (finding.rule.id, &finding.message, finding.place.as_ref().map(|place| &place.file))
}
