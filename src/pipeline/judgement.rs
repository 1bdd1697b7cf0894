//! What a site was judged to be, piece by piece, so that an edit costs no more than what it touches.
//!
//! Pages and topics are judged alone (`check::Checker`), and pages are rendered alone. A judgement is fresh as long as
//! everything that it was made from is the same. One that is not is kept all the same until there is a new one: most
//! often it will be right.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::Checker;
use crate::diagnostic::Findings;
use crate::lang::Lang;
use crate::load::Topic;
use crate::render::{Engine, Renderer, is_seen_alike, tell_once};
use crate::resolve::{Bound, Page, Site, TopicEntry};

/// How many pages are judged before the preview shows them, when an edit touches many.
const URGENT: usize = 64;
/// How many are judged between two looks at whether something newer waits.
const STEP: usize = 32;

/// The judgements on a site.
#[derive(Debug, Default)]
pub(super) struct Judgement {
    /// The site that they are about, and the engine that rendered it.
    site: Option<Arc<Site>>,
    engine: Option<Arc<Engine>>,
    /// The rules on each page, in the order of the site's pages.
    pages: Vec<Known>,
    /// What rendering each page has found.
    renders: Vec<Known>,
    /// The rules on each topic, in the order of the site's topics.
    topics: Vec<Known>,
    /// The rules on the site as a whole.
    whole: Known,
    /// The files that no page stands for.
    others: Known,
    /// What there is to say on the glossary.
    glossary: Findings,
}

/// What is known of one piece.
#[derive(Debug, Clone, Default)]
struct Known {
    findings: Arc<Findings>,
    is_fresh: bool,
    /// Whether it is old because the piece itself was edited.
    is_urgent: bool,
}

impl Known {
    fn new(findings: Findings) -> Self {
        Self { findings: Arc::new(findings), is_fresh: true, is_urgent: false }
    }

    /// The same as before, fresh as long as it was and `is_same`. `is_own` says that the piece itself is the same.
    fn carried(old: Option<&Self>, is_same: bool, is_own: bool) -> Self {
        match old {
            Some(old) => Self {
                findings: Arc::clone(&old.findings),
                is_fresh: old.is_fresh && is_same && is_own,
                is_urgent: !is_own || old.is_urgent,
            },
            None => Self { is_urgent: true, ..Self::default() },
        }
    }
}

impl Judgement {
    /// Goes on to the next site: what was found on the one before and is still right stays.
    pub(super) fn follow(&mut self, site: &Arc<Site>, renderer: Option<&Arc<Renderer>>, engine: Option<&Arc<Engine>>) {
        let Some(old) = self.site.replace(Arc::clone(site)) else {
            *self = Self { site: Some(Arc::clone(site)), engine: engine.cloned(), ..Self::blank(site) };
            return;
        };
        let change = Change::new(site, &old);
        let is_engine = engine.is_some_and(|new| self.engine.as_ref().is_some_and(|old| Arc::ptr_eq(new, old)));
        let is_seen = is_engine && is_seen_alike(site, &old);
        let own: Vec<bool> = (0..site.pages.len()).map(|index| change.is_own(index)).collect();
        let carry = |known: &[Known], is_same: bool| -> Vec<Known> {
            let one = |(index, is_own): (usize, &bool)| {
                Known::carried(change.before[index].and_then(|before| known.get(before)), is_same, *is_own)
            };
            own.iter().enumerate().map(one).collect()
        };
        let topics = self.carried_topics(&change, &own);
        (self.pages, self.renders) = (carry(&self.pages, change.has_rules), carry(&self.renders, is_seen));
        self.topics = topics;
        self.whole.is_fresh = false;
        self.whole.is_urgent = !change.has_frame;
        self.others.is_fresh &= is_seen;
        self.engine = engine.cloned();
        match renderer {
            // A fault of a template shows on the first page that is made with it.
            Some(renderer) if !is_engine => {
                let mut seen = BTreeSet::new();
                let first = |index: &usize| seen.insert(renderer.template(*index));
                (0..site.pages.len()).filter(first).for_each(|index| self.renders[index].is_urgent = true);
            }
            Some(_) => {}
            None => self.forget_renders(site),
        }
    }

    fn forget_renders(&mut self, site: &Site) {
        // A site without a working engine is not rendered, and nothing is found by rendering it.
        self.renders = vec![Known::new(Findings::new()); site.pages.len()];
        self.others = Known::new(Findings::new());
    }

    /// Whether nothing has been judged yet.
    pub(super) fn is_blank(&self) -> bool {
        self.site.is_none()
    }

    fn blank(site: &Site) -> Self {
        Self {
            pages: vec![Known::default(); site.pages.len()],
            renders: vec![Known::default(); site.pages.len()],
            topics: vec![Known::default(); site.topics.len()],
            ..Self::default()
        }
    }

    fn carried_topics(&self, change: &Change<'_>, own: &[bool]) -> Vec<Known> {
        let old: HashMap<&Topic, &Known> = change.old.topics.keys().zip(&self.topics).collect();
        let one = |(topic, entry): (&Topic, &TopicEntry)| {
            let is_own = entry.pages.present().all(|(_, &index)| own[index]) && change.has_same_shape(topic, entry);
            Known::carried(old.get(topic).copied(), change.has_rules, is_own)
        };
        change.new.topics.iter().map(one).collect()
    }

    /// Judges first what was edited. It is soon done, so that errors are known before anything is shown.
    pub(super) fn judge_urgent(&mut self, renderer: Option<&Renderer>) {
        self.judge(renderer, true, &|| true);
    }

    /// Judges everything that is not fresh, while `goes_on` says so. `true` when nothing is left.
    pub(super) fn judge_rest(&mut self, renderer: Option<&Renderer>, goes_on: &dyn Fn() -> bool) -> bool {
        self.judge(renderer, false, goes_on)
    }

    fn judge(&mut self, renderer: Option<&Renderer>, is_urgent: bool, goes_on: &dyn Fn() -> bool) -> bool {
        let Some(site) = self.site.clone() else { return true };
        let (checker, glossary) = Checker::new(&site);
        self.glossary = glossary;
        let topics: Vec<_> = site.topics.iter().collect();
        let done = renew(&mut self.pages, is_urgent, goes_on, |index| checker.page(&site.pages[index]))
            && renew(&mut self.topics, is_urgent, goes_on, |index| checker.topic(topics[index].0, topics[index].1))
            && renderer.is_none_or(|renderer| {
                renew(&mut self.renders, is_urgent, goes_on, |index| renderer.page_findings(index))
            });
        if done && !self.whole.is_fresh && (!is_urgent || self.whole.is_urgent) {
            self.whole = Known::new(checker.site());
        }
        if let Some(renderer) = renderer.filter(|_| done && !is_urgent && !self.others.is_fresh) {
            self.others = Known::new(renderer.other_findings());
        }
        done
    }

    /// What the rules have found, in the order in which a fresh run finds it.
    pub(super) fn by_rules(&self) -> impl Iterator<Item = &crate::diagnostic::Finding> {
        let known = self.pages.iter().chain(&self.topics).chain([&self.whole]);
        self.glossary.iter().chain(known.flat_map(|known| known.findings.iter()))
    }

    /// What rendering has found.
    pub(super) fn by_rendering(&self) -> Findings {
        let mut findings = Findings::new();
        for finding in self.renders.iter().chain([&self.others]).flat_map(|known| known.findings.iter()) {
            tell_once(&mut findings, finding.clone());
        }
        findings
    }
}

/// Judges anew what is not fresh; only some of what was edited when it is `urgent`. `false` when it was interrupted.
fn renew(
    known: &mut [Known],
    is_urgent: bool,
    goes_on: &dyn Fn() -> bool,
    judge: impl Fn(usize) -> Findings + Sync,
) -> bool {
    let waits = |known: &Known| !known.is_fresh && (!is_urgent || known.is_urgent);
    let waiting: Vec<usize> = (0..known.len()).filter(|&index| waits(&known[index])).collect();
    let most = if is_urgent { URGENT } else { waiting.len() };
    for step in waiting[..most.min(waiting.len())].chunks(STEP) {
        if !goes_on() {
            return false;
        }
        let judged: Vec<_> = step.par_iter().map(|&index| (index, Known::new(judge(index)))).collect();
        judged.into_iter().for_each(|(index, judged)| known[index] = judged);
    }
    true
}

/// The pages that are not translated to their end.
fn unfinished(site: &Site) -> impl Iterator<Item = (&Topic, Lang)> {
    site.unfinished.iter().map(|page| (&page.topic, page.lang))
}

/// The topics that do not have the very translations that they had.
fn translated<'a>(new: &'a Site, old: &Site) -> BTreeSet<&'a Topic> {
    let (new, old) = (&new.translations.topics, &old.translations.topics);
    // Both are sorted, so that most often they can be compared side by side.
    if new.keys().eq(old.keys()) {
        let sides = new.iter().zip(old.values());
        return sides.filter(|((_, new), old)| !Arc::ptr_eq(new, old)).map(|((topic, _), _)| topic).collect();
    }
    let is_same = |topic: &Topic, new| old.get(topic).is_some_and(|old| Arc::ptr_eq(new, old));
    new.iter().filter(|(topic, new)| !is_same(topic, new)).map(|(topic, _)| topic).collect()
}

/// What differs between two sites, as far as rules can see.
struct Change<'a> {
    new: &'a Site,
    old: &'a Site,
    /// Whether the frame is the same, and with it the index of every page.
    has_frame: bool,
    /// Whether what all rules see is the same: settings, facts, words, terms, templates, files.
    has_rules: bool,
    /// Where each page was in the old site.
    before: Vec<Option<usize>>,
    /// The topics whose languages stand to each other in another way.
    translated: BTreeSet<&'a Topic>,
}

impl<'a> Change<'a> {
    fn new(new: &'a Site, old: &'a Site) -> Self {
        let has_frame = Arc::ptr_eq(&new.topics, &old.topics);
        let (input, was) = (&new.input, &old.input);
        let has_rules = Arc::ptr_eq(&input.settings, &was.settings)
            && Arc::ptr_eq(&new.facts, &old.facts)
            && Arc::ptr_eq(&new.words, &old.words)
            && Arc::ptr_eq(&input.terms, &was.terms)
            && Arc::ptr_eq(&input.theme, &was.theme)
            && input.assets == was.assets
            && (&input.glossary, &input.unread) == (&was.glossary, &was.unread)
            && input.agreed.is_empty() == was.agreed.is_empty()
            && input.today == was.today
            && new.hidden == old.hidden
            && unfinished(new).eq(unfinished(old));
        let before = match has_frame {
            true => (0..new.pages.len()).map(Some).collect(),
            false => {
                let place = |page: &Page| old.topics.get(&page.topic)?.pages.has(page.lang).copied();
                new.pages.iter().map(|page| place(page)).collect()
            }
        };
        let translated = translated(new, old);
        Self { new, old, has_frame, has_rules, before, translated }
    }

    /// Whether a page is the very same: its text, what its links are bound to, how its languages stand to each other.
    fn is_own(&self, index: usize) -> bool {
        let Some(before) = self.before[index] else { return false };
        let (new, old) = (&self.new.pages[index], &self.old.pages[before]);
        Arc::ptr_eq(&self.new.editions[new.edition], &self.old.editions[old.edition])
            && (Arc::ptr_eq(new, old) || self.is_bound_alike(new, old))
            && !self.translated.contains(&new.topic)
    }

    fn is_bound_alike(&self, new: &Page, old: &Page) -> bool {
        let alike = |new: &[Bound], old: &[Bound]| {
            new.len() == old.len() && new.iter().zip(old).all(|(new, old)| self.is_alike(new, old))
        };
        new.route == old.route
            && alike(&new.links, &old.links)
            && alike(&new.images, &old.images)
            && alike(&new.related, &old.related)
    }

    /// Whether two bound links lead to the same, although pages may have other indices now.
    fn is_alike(&self, new: &Bound, old: &Bound) -> bool {
        match (new, old) {
            (
                Bound::Page { page, fragment, trouble },
                Bound::Page { page: old_page, fragment: old_fragment, trouble: old_trouble },
            ) => {
                self.before[*page] == Some(*old_page)
                    && self.new.pages[*page].route == self.old.pages[*old_page].route
                    && (fragment, trouble) == (old_fragment, old_trouble)
            }
            _ => new == old,
        }
    }

    /// Whether a topic has the same texts, pages and gaps in each language.
    fn has_same_shape(&self, topic: &Topic, entry: &TopicEntry) -> bool {
        let Some(old) = self.old.topics.get(topic) else { return false };
        let shape = |entry: &TopicEntry| {
            let editions: Vec<_> = entry.editions.iter().map(|(_, edition)| edition.is_some()).collect();
            let pages: Vec<_> = entry.pages.iter().map(|(_, page)| page.is_some()).collect();
            (editions, pages, entry.absent_on_purpose.clone(), entry.is_section)
        };
        self.has_frame || shape(entry) == shape(old)
    }
}
