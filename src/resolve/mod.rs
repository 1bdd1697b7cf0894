//! Resolve: documents in, a [`Site`] out. Two passes: define what there is, then bind what refers to it.
//!
//! The first pass decides which pages are there today, in which language each can be read, under which address
//! and with which ids. The second finds, for each link, image and fact, what it names. What cannot be found is
//! part of the value; the rules of `check` turn it into findings.

mod bind;
mod edition;
mod ids;
mod index;
mod memory;
mod nav;
mod notices;
pub mod route;
mod translation;

pub use bind::{Bound, Trouble};
pub use edition::Edition;
pub use index::{Content, join};
pub use nav::{Menu, MenuItem};
pub use notices::Banner;
pub use route::Route;
pub use translation::{Broken, Changes, Translation, Translations};

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::date::Date;
use crate::facts::{Facts, Wording};
use crate::lang::{Lang, PerLang};
use crate::load::{Input, Topic};
use crate::parse::{Document, Notices};
use crate::source::Place;
use crate::words::SiteWords;

/// A whole site: every page with its address, and every link with what it leads to.
#[derive(Debug)]
pub struct Site {
    /// What was read.
    pub input: Arc<Input>,
    /// The texts of all pages, also of those that are left out today.
    pub documents: Vec<Arc<Document>>,
    /// The facts.
    pub facts: Arc<Facts>,
    /// The words of the pages, with dates and numbers as each language writes them.
    pub words: Arc<SiteWords>,
    /// The topics, with the languages in which each can be read.
    pub topics: Arc<BTreeMap<Topic, TopicEntry>>,
    /// The texts that are published, each once.
    pub editions: Vec<Arc<Edition>>,
    /// The pages, by topic and language. A page whose text is borrowed from another language is one too.
    pub pages: Vec<Arc<Page>>,
    /// What links can name.
    pub content: Arc<Content>,
    /// The menus and the order of pages in each language.
    pub menus: Arc<PerLang<Menu>>,
    /// The notices of the site, whether they are shown today or not.
    pub notices: Arc<Notices>,
    /// The notices as the readers of each language meet them, in the order of [`Notices::list`].
    pub banners: PerLang<Vec<Banner>>,
    /// The pages that are left out today.
    pub hidden: Arc<[Hidden]>,
    /// The pages that are not translated to their end, and so are not there yet.
    pub unfinished: Vec<Unfinished>,
    /// How the languages stand to each other.
    pub translations: Translations,
}

/// A topic of a site.
#[derive(Debug, Clone)]
pub struct TopicEntry {
    /// Whether it stands for a folder.
    pub is_section: bool,
    /// Its texts, as indices of [`Site::editions`].
    pub editions: PerLang<Option<usize>>,
    /// Its pages, as indices of [`Site::pages`].
    pub pages: PerLang<Option<usize>>,
    /// The languages that the topic lacks on purpose.
    pub absent_on_purpose: PerLang<bool>,
    /// The nearest topic above it; none for the front page.
    pub parent: Option<Topic>,
}

/// A page: a topic in the language of its readers.
#[derive(Debug, Clone)]
pub struct Page {
    /// The topic.
    pub topic: Topic,
    /// The language of its readers; its text may be borrowed from another.
    pub lang: Lang,
    /// Its text, as an index of [`Site::editions`].
    pub edition: usize,
    /// Its address.
    pub route: Route,
    /// What its links lead to, in their order.
    pub links: Vec<Bound>,
    /// What its images show, in their order.
    pub images: Vec<Bound>,
    /// What its `related:` entries lead to.
    pub related: Vec<Bound>,
}

/// A page that is left out, and why. A site has them by topic and language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// The topic.
    pub topic: Topic,
    /// The language.
    pub lang: Lang,
    /// Why.
    pub why: Absence,
}

/// A page that has marks on texts that are still to be translated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// The topic.
    pub topic: Topic,
    /// The language.
    pub lang: Lang,
    /// The first mark.
    pub place: Place,
    /// How many marks there are.
    pub count: usize,
}

/// Why a page is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// It is a draft.
    Draft,
    /// It is published from this day on.
    Until(Date),
    /// It expired on this day.
    Since(Date),
}

/// What documents and settings decide without the wording of any text: which pages there are, and where.
#[derive(Debug, Clone)]
struct Frame {
    topics: Arc<BTreeMap<Topic, TopicEntry>>,
    content: Arc<Content>,
    menus: Arc<PerLang<Menu>>,
    pages: Vec<Arc<Page>>,
}

/// Joins the documents of a site.
///
/// `before` is the site as it was: what it has that would come out again is taken from it. Each part is taken only if
/// everything that it is made of is the same, so the outcome does not depend on `before`.
#[must_use]
pub fn resolve(
    input: Arc<Input>,
    documents: Vec<Arc<Document>>,
    notices: Arc<Notices>,
    facts: Arc<Facts>,
    words: Arc<SiteWords>,
    before: Option<&Site>,
) -> Site {
    let before = before.map(|before| memory::Before::new(before, &input, &documents, &facts, &words));
    let translations = translation::translations(&input, &documents, before.as_ref());
    let (shown, hidden) = part_by_day(&documents, &input);
    let (shown, unfinished) = part_unfinished(shown, &input);
    let mut editions = edition::word(shown, &facts, &words, &input.settings, before.as_ref());
    let kept = before.as_ref().and_then(memory::Before::frame);
    let is_kept = kept.is_some();
    let topics = kept.as_ref().map_or_else(|| Arc::new(topics(&editions, &input)), |frame| Arc::clone(&frame.topics));
    ids::assign(&mut editions, &topics, &input.settings.languages, before.as_ref());
    let absent = (&*hidden, &*unfinished);
    let Frame { topics, content, menus, pages } = kept.unwrap_or_else(|| frame(topics, &editions, absent, &input));
    let mut site = Site {
        banners: PerLang::from_fn(&input.settings.languages, |_| Vec::new()),
        input,
        documents,
        facts,
        words,
        topics,
        editions,
        pages,
        content,
        menus,
        notices,
        hidden: hidden.into(),
        unfinished,
        translations,
    };
    match before.filter(|_| is_kept) {
        Some(before) => bind_again(&mut site, &before),
        None => bind(&mut site),
    }
    site
}

/// The frame of a site, whose pages are not bound yet.
fn frame(
    mut topics: Arc<BTreeMap<Topic, TopicEntry>>,
    editions: &[Arc<Edition>],
    (hidden, unfinished): (&[Hidden], &[Unfinished]),
    input: &Input,
) -> Frame {
    let pages = pages(Arc::make_mut(&mut topics), editions, input);
    let content = Arc::new(Content::new(input, &topics, editions, hidden, unfinished));
    let menus = PerLang::from_fn(&input.settings.languages, |lang| nav::menu(lang, &topics, &pages, editions));
    Frame { topics, content, menus: Arc::new(menus), pages }
}

impl Site {
    /// The text of a page.
    #[must_use]
    pub fn edition(&self, page: &Page) -> &Edition {
        &self.editions[page.edition]
    }

    /// Whether a page borrows its text from another language.
    #[must_use]
    pub fn is_fallback(&self, page: &Page) -> bool {
        self.edition(page).document.lang != page.lang
    }

    /// The page of a topic in a language, if there is one.
    #[must_use]
    pub fn page(&self, topic: &Topic, lang: Lang) -> Option<&Page> {
        let entry = self.topics.get(topic)?;
        entry.pages.has(lang).map(|&index| &*self.pages[index])
    }

    /// Whether a page is there but left out today.
    #[must_use]
    pub fn is_hidden(&self, topic: &Topic, lang: Lang) -> bool {
        self.hidden.binary_search_by(|hidden| (&hidden.topic, hidden.lang).cmp(&(topic, lang))).is_ok()
    }

    /// Whether a page is there but not translated to its end.
    #[must_use]
    pub fn is_unfinished(&self, topic: &Topic, lang: Lang) -> bool {
        self.unfinished.binary_search_by(|page| (&page.topic, page.lang).cmp(&(topic, lang))).is_ok()
    }

    /// How facts are worded for readers of a language.
    #[must_use]
    pub fn wording(&self, lang: Lang) -> Wording<'_> {
        edition::wording(lang, &self.words, &self.input.settings)
    }

    /// The page's own contact fact, else the nearest section's, else the site's.
    #[must_use]
    pub fn contact(&self, page: &Page) -> Option<&str> {
        let own = self.edition(page).document.front.contact.as_ref();
        let mut above = self.topics.get(&page.topic).and_then(|entry| entry.parent.as_ref());
        let mut found = own;
        while let (None, Some(topic)) = (found, above) {
            let section = self.page(topic, page.lang);
            found = section.and_then(|section| self.edition(section).document.front.contact.as_ref());
            above = self.topics.get(topic).and_then(|entry| entry.parent.as_ref());
        }
        found
            .map(|contact| contact.value.as_str())
            .or_else(|| self.input.settings.contact.as_ref().map(|(key, _)| key.as_str()))
    }
}

/// Parts the documents into those that are there on the day of the build and those that are not.
fn part_by_day(documents: &[Arc<Document>], input: &Input) -> (Vec<Arc<Document>>, Vec<Hidden>) {
    let mut hidden = Vec::new();
    let mut shown = Vec::with_capacity(documents.len());
    for document in documents {
        match absence(document, input.today) {
            Some(why) => {
                hidden.push(Hidden { topic: document.topic.clone(), lang: document.lang, why });
                if input.drafts {
                    shown.push(Arc::clone(document));
                }
            }
            None => shown.push(Arc::clone(document)),
        }
    }
    (shown, hidden)
}

/// Parts the documents that are finished from those that are not, which only the preview of drafts shows.
fn part_unfinished(documents: Vec<Arc<Document>>, input: &Input) -> (Vec<Arc<Document>>, Vec<Unfinished>) {
    let mut unfinished = Vec::new();
    let mut shown = Vec::with_capacity(documents.len());
    for document in documents {
        let Some(&first) = document.untranslated.first() else {
            shown.push(document);
            continue;
        };
        let place = document.source.place(first.range());
        let (topic, lang, count) = (document.topic.clone(), document.lang, document.untranslated.len());
        unfinished.push(Unfinished { topic, lang, place, count });
        if input.drafts {
            shown.push(document);
        }
    }
    (shown, unfinished)
}

/// Why a document is not there on this day, if it is not.
#[must_use]
pub fn absence(document: &Document, today: Date) -> Option<Absence> {
    let front = &document.front;
    if front.draft {
        return Some(Absence::Draft);
    }
    let not_yet = front.published.filter(|&day| today < day).map(Absence::Until);
    not_yet.or_else(|| front.expires.filter(|&day| day <= today).map(Absence::Since))
}

/// The topics that have a text, with no pages yet.
fn topics(editions: &[Arc<Edition>], input: &Input) -> BTreeMap<Topic, TopicEntry> {
    let languages = &input.settings.languages;
    let mut topics: BTreeMap<Topic, TopicEntry> = BTreeMap::new();
    for (index, edition) in editions.iter().enumerate() {
        let document = &edition.document;
        let entry = topics.entry(document.topic.clone()).or_insert_with(|| TopicEntry {
            is_section: document.is_index,
            editions: PerLang::from_fn(languages, |_| None),
            pages: PerLang::from_fn(languages, |_| None),
            absent_on_purpose: PerLang::from_fn(languages, |_| false),
            parent: None,
        });
        entry.is_section |= document.is_index;
        entry.editions.get_mut(document.lang).get_or_insert(index);
        if let Some(kept) = &document.front.languages {
            for lang in languages.iter().filter(|lang| !kept.iter().any(|kept| kept.value == *lang)) {
                *entry.absent_on_purpose.get_mut(lang) = true;
            }
        }
    }
    let parents: Vec<_> = topics.keys().map(|topic| nearest_above(topic, &topics)).collect();
    for (entry, parent) in topics.values_mut().zip(parents) {
        entry.parent = parent;
    }
    topics
}

/// The nearest topic above this one that has a text.
fn nearest_above(topic: &Topic, topics: &BTreeMap<Topic, TopicEntry>) -> Option<Topic> {
    let mut above = topic.parent();
    while let Some(candidate) = above {
        if topics.contains_key(&candidate) {
            return Some(candidate);
        }
        above = candidate.parent();
    }
    None
}

/// The pages: one for each text, and under `missing_translation: notice` one for each language that lacks it.
fn pages(topics: &mut BTreeMap<Topic, TopicEntry>, editions: &[Arc<Edition>], input: &Input) -> Vec<Arc<Page>> {
    let slugs = route::Slugs::new(topics, editions);
    let mut pages = Vec::new();
    for (topic, entry) in topics.iter_mut() {
        for lang in input.settings.languages.iter() {
            let Some(edition) = edition::for_reader(entry, lang, input.settings.missing_translation) else { continue };
            let Some(route) = route::page(topic, lang, &slugs, &input.settings) else { continue };
            *entry.pages.get_mut(lang) = Some(pages.len());
            let (links, images, related) = (Vec::new(), Vec::new(), Vec::new());
            pages.push(Arc::new(Page { topic: topic.clone(), lang, edition, route, links, images, related }));
        }
    }
    pages
}

/// Finds what every link, image and related entry leads to.
fn bind(site: &mut Site) {
    let anchors = bind::anchors(&site.editions);
    let bound: Vec<_> = site.pages.par_iter().map(|page| bind::page(site, page, &anchors)).collect();
    let banners = notices::banners(site, &anchors);
    for (page, bound) in site.pages.iter_mut().zip(bound) {
        let page = Arc::make_mut(page);
        (page.links, page.images, page.related) = bound;
    }
    site.banners = banners;
}

/// The same for a site whose pages were bound before: only where something that decides it has changed.
fn bind_again(site: &mut Site, before: &memory::Before<'_>) {
    let changed = before.to_bind(site);
    let anchors = bind::anchors(&site.editions);
    let bound: Vec<_> =
        changed.par_iter().map(|&index| (index, bind::page(site, &site.pages[index], &anchors))).collect();
    let banners = notices::banners(site, &anchors);
    for (index, bound) in bound {
        let old = &site.pages[index];
        if (&old.links, &old.images, &old.related) != (&bound.0, &bound.1, &bound.2) {
            let page = Arc::make_mut(&mut site.pages[index]);
            (page.links, page.images, page.related) = bound;
        }
    }
    site.banners = banners;
}
