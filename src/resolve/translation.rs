//! The state of every translation: today's texts against the pairs that were agreed.
//!
//! Drafts count too: a translation is made before its page is published.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::memory::Before;
use crate::blocks::{Block, Comparison, State, Texts, blocks, compare};
use crate::date::Date;
use crate::lang::{Lang, Languages, PerLang};
use crate::load::{AgreedPair, Input, Topic, conflict_marker};
use crate::parse::Document;
use crate::source::{Place, Source};

/// The translations of a site.
#[derive(Debug, Default)]
pub struct Translations {
    /// Those of each topic, in the order of the languages.
    pub topics: BTreeMap<Topic, Arc<[Translation]>>,
    /// Agreed pairs of topics that have no page any more.
    pub leftover: Vec<(Topic, Lang)>,
}

/// A topic in the main language and in one other.
#[derive(Debug)]
pub struct Translation {
    /// The other language.
    pub lang: Lang,
    /// The state of the translation.
    pub state: State,
    /// The state of the main language's page against it.
    pub main_state: State,
    /// The texts that are there today: the main language's and the translation's.
    pub texts: (Option<Source>, Option<Source>),
    /// What changed since the pair was agreed, unless nothing did.
    pub changes: Option<Box<Changes>>,
    /// Why the pair that was agreed cannot be used.
    pub broken: Option<(Place, Broken)>,
    /// Whether one of the two is behind, but not for so long yet that somebody should be warned.
    pub is_recent: bool,
}

/// What changed in a pair, with the blocks that it is about.
#[derive(Debug)]
pub struct Changes {
    /// The states and the rows.
    pub comparison: Comparison,
    /// The blocks as they were agreed: the main language's and the translation's.
    pub agreed: (Vec<Block>, Vec<Block>),
    /// The blocks of today.
    pub today: (Vec<Block>, Vec<Block>),
}

/// Why an agreed pair cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// Two versions of it could not be merged.
    Conflict,
    /// One of its two files is missing.
    Half,
}

impl Translation {
    /// How many changes wait for the other language to follow.
    #[must_use]
    pub fn open(&self) -> usize {
        self.changes.as_ref().map_or(0, |changes| changes.comparison.open())
    }

    /// The worse of both sides.
    #[must_use]
    pub fn worst(&self) -> State {
        self.state.max(self.main_state)
    }
}

impl Translations {
    /// The states in which a page is: one against each translation for the main language, else one.
    pub fn states_of<'a>(&'a self, topic: &Topic, lang: Lang) -> impl Iterator<Item = (Lang, State)> + 'a {
        let all = self.topics.get(topic).map(|all| &**all).unwrap_or_default();
        all.iter().filter_map(move |translation| match lang {
            Lang::MAIN => Some((translation.lang, translation.main_state)),
            _ => (translation.lang == lang).then_some((Lang::MAIN, translation.state)),
        })
    }
}

/// Judges the translations of a site.
pub(super) fn translations(input: &Input, documents: &[Arc<Document>], before: Option<&Before<'_>>) -> Translations {
    let languages = &input.settings.languages;
    let mut topics: BTreeMap<&Topic, Texted<'_>> = BTreeMap::new();
    for document in documents {
        topics.entry(&document.topic).or_insert_with(|| Texted::new(languages)).add(document, languages);
    }
    // Of a page that could not be read nothing is known, and there is a finding on it.
    let is_unread = |topic: &Topic, lang| input.unread.pages.contains(&(topic.clone(), lang));
    let is_gone = |topic| !topics.contains_key(topic) && !languages.iter().any(|lang| is_unread(topic, lang));
    let leftover = input.agreed.keys().filter(|(topic, _)| is_gone(topic)).cloned().collect();
    let judged = topics.into_par_iter().map(|(topic, texted)| {
        if let Some(kept) = before.and_then(|before| before.translations(topic)) {
            return (topic.clone(), Arc::clone(kept));
        }
        let of = |lang| {
            let agreed = input.agreed.get(&(topic.clone(), lang));
            let translation = translation(&texted, lang, agreed, languages);
            Translation { is_recent: is_recent(&translation, &texted, input), ..translation }
        };
        let known = languages.others().filter(|&lang| !is_unread(topic, lang) && !is_unread(topic, Lang::MAIN));
        (topic.clone(), known.map(of).collect())
    });
    Translations { topics: judged.collect(), leftover }
}

/// The texts of a topic.
struct Texted<'a> {
    texts: PerLang<Option<&'a Source>>,
    updated: PerLang<Option<Date>>,
    absent_on_purpose: PerLang<bool>,
}

impl<'a> Texted<'a> {
    fn new(languages: &Languages) -> Self {
        Self {
            texts: PerLang::from_fn(languages, |_| None),
            updated: PerLang::from_fn(languages, |_| None),
            absent_on_purpose: PerLang::from_fn(languages, |_| false),
        }
    }

    fn add(&mut self, document: &'a Document, languages: &Languages) {
        // What is not translated to its end counts as missing.
        if document.untranslated.is_empty() {
            self.texts.get_mut(document.lang).get_or_insert(&document.source);
            *self.updated.get_mut(document.lang) = document.front.updated;
        }
        if let Some(kept) = &document.front.languages {
            for lang in languages.iter().filter(|lang| !kept.iter().any(|kept| kept.value == *lang)) {
                *self.absent_on_purpose.get_mut(lang) = true;
            }
        }
    }
}

fn translation(texted: &Texted<'_>, lang: Lang, agreed: Option<&AgreedPair>, languages: &Languages) -> Translation {
    let (main, other) = (texted.texts.has(Lang::MAIN).copied(), texted.texts.has(lang).copied());
    let single = |lang| *texted.absent_on_purpose.get(lang);
    let make = |main_state, state| Translation {
        lang,
        state,
        main_state,
        texts: (main.cloned(), other.cloned()),
        changes: None,
        broken: None,
        is_recent: false,
    };
    match (main, other) {
        (Some(main), Some(other)) => match agreed.map(usable) {
            None => make(State::Unconfirmed, State::Unconfirmed),
            Some(Err(broken)) => Translation { broken, ..make(State::Unconfirmed, State::Unconfirmed) },
            Some(Ok(pair)) => match changes(pair, (main, other), languages) {
                None => make(State::Agreed, State::Agreed),
                Some(changes) => {
                    let Comparison { main, other, .. } = changes.comparison;
                    Translation { changes: Some(Box::new(changes)), ..make(main, other) }
                }
            },
        },
        (Some(_), None) if single(lang) => make(State::Single, State::Single),
        (None, Some(_)) if single(Lang::MAIN) => make(State::Single, State::Single),
        (Some(_), None) => make(State::Ahead, State::Missing),
        (None, Some(_)) => make(State::Missing, State::Orphan),
        // A topic in other languages only.
        (None, None) if single(lang) || single(Lang::MAIN) => make(State::Single, State::Single),
        (None, None) => make(State::Missing, State::Missing),
    }
}

/// Whether the newer text of a pair of which one is behind is not older than `warn_after:` allows. A text without `updated` gives no
/// time to wait.
fn is_recent(translation: &Translation, texted: &Texted<'_>, input: &Input) -> bool {
    let newer = match (translation.main_state, translation.state) {
        (_, State::Behind) => Lang::MAIN,
        (State::Behind, _) => translation.lang,
        _ => return false,
    };
    let Some(wait) = &input.settings.warn_after else { return false };
    let end = texted.updated.has(newer).and_then(|&updated| wait.after(updated));
    end.is_some_and(|end| input.today <= end)
}

/// Both halves of an agreed pair, or why they cannot be used.
fn usable(pair: &AgreedPair) -> Result<(&Source, &Source), Option<(Place, Broken)>> {
    let halves = [pair.main.as_ref(), pair.other.as_ref()];
    for source in halves.into_iter().flatten() {
        if let Some(marker) = conflict_marker(source.text()) {
            return Err(Some((source.place(marker), Broken::Conflict)));
        }
    }
    match halves {
        [Some(main), Some(other)] => Ok((main, other)),
        // What cannot be read has a finding of its own.
        _ if pair.is_unreadable => Err(None),
        [Some(half), None] | [None, Some(half)] => Err(Some((half.whole(), Broken::Half))),
        [None, None] => Err(None),
    }
}

/// What changed since a pair was agreed; `None` if both texts are the very same, which is most often so and costs nothing.
fn changes(agreed: (&Source, &Source), today: (&Source, &Source), languages: &Languages) -> Option<Changes> {
    if agreed.0.text() == today.0.text() && agreed.1.text() == today.1.text() {
        return None;
    }
    let read = |pair: (&Source, &Source)| (blocks(pair.0, languages), blocks(pair.1, languages));
    let (agreed, today) = (read(agreed), read(today));
    let comparison = compare(texts(&agreed), texts(&today));
    Some(Changes { comparison, agreed, today })
}

fn texts((main, other): &(Vec<Block>, Vec<Block>)) -> Texts<'_> {
    Texts { main, other }
}
