//! What a site can take from the one before: parts that are made of the same things, and so would come out the same.
//!
//! Nothing here knows which page depends on which. It compares what goes into a part with what went into it before;
//! values that the stages before have kept are compared by their identity, which costs nothing.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Bound, Edition, Frame, Page, Site, TopicEntry, Translation};
use crate::facts::Facts;
use crate::load::{Input, Topic};
use crate::parse::{Document, Spanned, Target};
use crate::words::SiteWords;

/// The site before, and how much of what it was made of is the same now.
pub(super) struct Before<'a> {
    site: &'a Site,
    /// Its editions by where their documents lie in memory, which is theirs as long as the site has them.
    editions: HashMap<usize, &'a Arc<Edition>>,
    /// Whether it was made of the same settings.
    has_settings: bool,
    /// Whether facts are worded the same: the same facts, in the same words, under the same settings.
    has_wording: bool,
    /// Whether it has the same frame.
    has_frame: bool,
    /// The topics whose agreed texts or documents are not the same, unless so much differs that all must be judged.
    translated: Option<HashMap<&'a Topic, &'a Arc<[Translation]>>>,
}

impl<'a> Before<'a> {
    pub(super) fn new(
        site: &'a Site,
        input: &Input,
        documents: &[Arc<Document>],
        facts: &Arc<Facts>,
        words: &Arc<SiteWords>,
    ) -> Self {
        let has_settings = Arc::ptr_eq(&input.settings, &site.input.settings);
        let has_wording = has_settings && Arc::ptr_eq(facts, &site.facts) && Arc::ptr_eq(words, &site.words);
        let has_readable = has_settings && input.unread.pages == site.input.unread.pages;
        let has_frame = has_readable
            && Arc::ptr_eq(&input.assets, &site.input.assets)
            && (input.today, input.drafts) == (site.input.today, site.input.drafts)
            && documents.len() == site.documents.len()
            && documents.iter().zip(&site.documents).all(|(new, old)| Arc::ptr_eq(new, old) || has_same_face(new, old));
        let editions = site.editions.iter().map(|edition| (Arc::as_ptr(&edition.document).addr(), edition)).collect();
        let translated = has_readable.then(|| translated(site, input, documents));
        Self { site, editions, has_settings, has_wording, has_frame, translated }
    }

    /// The frame, with its pages bound as they were.
    pub(super) fn frame(&self) -> Option<Frame> {
        let site = self.site;
        self.has_frame.then(|| Frame {
            topics: Arc::clone(&site.topics),
            content: Arc::clone(&site.content),
            menus: Arc::clone(&site.menus),
            pages: site.pages.clone(),
        })
    }

    /// The edition of a document that has not changed. Its facts may have.
    pub(super) fn edition(&self, document: &Arc<Document>) -> Option<&'a Arc<Edition>> {
        self.editions.get(&Arc::as_ptr(document).addr()).copied().filter(|_| self.has_settings)
    }

    /// Whether facts say what they said.
    pub(super) fn words_the_same(&self) -> bool {
        self.has_wording
    }

    /// Whether the editions of a topic are the very ones that shared their ids before.
    pub(super) fn has_ids(&self, topic: &Topic, entry: &TopicEntry, editions: &[Arc<Edition>]) -> bool {
        let Some(old) = self.site.topics.get(topic).filter(|_| self.has_settings) else { return false };
        entry.editions.present().count() == old.editions.present().count()
            && entry.editions.present().all(|(lang, &index)| {
                let old = old.editions.has(lang).map(|&index| &self.site.editions[index]);
                old.is_some_and(|old| Arc::ptr_eq(old, &editions[index]))
            })
    }

    /// The translations of a topic whose texts, of today and agreed, have not changed.
    pub(super) fn translations(&self, topic: &Topic) -> Option<&'a Arc<[Translation]>> {
        self.translated.as_ref()?.get(topic).copied()
    }

    /// The pages of a site with the same frame that may be bound to something else than before.
    pub(super) fn to_bind(&self, site: &Site) -> Vec<usize> {
        let moved: Vec<bool> =
            site.editions.iter().zip(&self.site.editions).map(|(new, old)| moved(new, old)).collect();
        let may_differ = |page: &Page| {
            let (new, old) = (&site.editions[page.edition], &self.site.editions[page.edition]);
            !Arc::ptr_eq(&new.document, &old.document)
                || moved[page.edition]
                || (!self.has_wording && names_facts(&new.document))
                || bound(page).any(|bound| names_moved(bound, site, &moved))
        };
        site.pages.iter().enumerate().filter(|(_, page)| may_differ(page)).map(|(index, _)| index).collect()
    }
}

/// Whether two documents give a site the same frame: all that the frame is made of, without the wording.
fn has_same_face(new: &Document, old: &Document) -> bool {
    let slug = |document: &Document| document.front.slug.as_ref().map(|slug| slug.value.clone());
    let languages = |document: &Document| {
        let kept = document.front.languages.as_ref();
        kept.map(|kept| kept.iter().map(|lang: &Spanned<_>| lang.value).collect::<Vec<_>>())
    };
    let front = |document: &Document| {
        let front = &document.front;
        let is_finished = document.untranslated.is_empty();
        (front.order, front.nav, front.published, front.expires, front.draft, is_finished)
    };
    (&new.topic, new.lang, new.is_index, new.source.path()) == (&old.topic, old.lang, old.is_index, old.source.path())
        && front(new) == front(old)
        && slug(new) == slug(old)
        && languages(new) == languages(old)
}

/// The translations of the topics that are made of the same documents and agreed texts as before.
fn translated<'a>(
    site: &'a Site,
    input: &Input,
    documents: &[Arc<Document>],
) -> HashMap<&'a Topic, &'a Arc<[Translation]>> {
    let new = by_topic(documents);
    let languages = &input.settings.languages;
    let has_pairs = Arc::ptr_eq(&input.agreed, &site.input.agreed);
    let is_same = |topic: &Topic, old: &[Arc<Document>]| {
        let is_same = |new: &&[Arc<Document>]| {
            new.len() == old.len() && new.iter().zip(old).all(|(new, old)| Arc::ptr_eq(new, old))
        };
        let pair = |lang| {
            let key = (topic.clone(), lang);
            input.agreed.get(&key) == site.input.agreed.get(&key)
        };
        new.get(topic).is_some_and(is_same) && (has_pairs || languages.others().all(pair))
    };
    let old = by_topic(&site.documents);
    let kept =
        site.translations.topics.iter().filter(|(topic, _)| old.get(topic).is_some_and(|old| is_same(topic, old)));
    kept.collect()
}

/// The documents of each topic; they lie side by side.
fn by_topic(documents: &[Arc<Document>]) -> HashMap<&Topic, &[Arc<Document>]> {
    let topics = documents.chunk_by(|one, other| one.topic == other.topic);
    topics.filter_map(|documents| Some((&documents.first()?.topic, documents))).collect()
}

/// Whether an edition has other places than before that a fragment can name.
fn moved(new: &Arc<Edition>, old: &Arc<Edition>) -> bool {
    let ids = |edition: &'_ Edition| edition.document.body.ids.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    !Arc::ptr_eq(new, old)
        && (new.ids != old.ids
            || new.question_ids != old.question_ids
            || new.document.body.is_partial != old.document.body.is_partial
            || ids(new) != ids(old))
}

fn bound(page: &Page) -> impl Iterator<Item = &Bound> {
    page.links.iter().chain(&page.images).chain(&page.related)
}

fn names_moved(bound: &Bound, site: &Site, moved: &[bool]) -> bool {
    matches!(bound, Bound::Page { page, fragment: Some(_), .. } if moved[site.pages[*page].edition])
}

fn names_facts(document: &Document) -> bool {
    let is_fact = |target: &Target| matches!(target, Target::Fact(_));
    document.body.links.iter().any(|link| is_fact(&link.target))
        || document.body.images.iter().any(|image| is_fact(&image.target))
        || document.front.related.iter().any(|related| is_fact(&Target::parse(&related.value)))
}
