//! A text with its facts worded: a document as its readers meet it.

use std::borrow::Cow;
use std::sync::Arc;

use rayon::prelude::*;

use super::TopicEntry;
use super::memory::Before;
use crate::facts::{FactProblem, Facts, Shown, Wording};
use crate::lang::Lang;
use crate::load::{ExternalLinks, MissingTranslation, Settings};
use crate::parse::{Document, FactUse, Text};
use crate::words::SiteWords;

/// A document with its facts worded in its own language.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The document.
    pub document: Arc<Document>,
    /// What each use of a fact says, in the order of [`Document::uses`].
    pub facts: Vec<Result<Shown, FactProblem>>,
    /// The title.
    pub title: String,
    /// The title as markup, with its readings and its phrases marked.
    pub title_html: String,
    /// The title in menus.
    pub nav_title: String,
    /// The title in menus as markup, with its phrases marked.
    pub nav_title_html: String,
    /// The summary; empty without one.
    pub summary: String,
    /// The text of each heading.
    pub headings: Vec<String>,
    /// The id of each heading.
    pub ids: Vec<String>,
    /// The id of each question of a `{.faq}` list.
    pub question_ids: Vec<String>,
}

/// How facts are worded for readers of a language.
pub(super) fn wording<'a>(lang: Lang, words: &'a SiteWords, settings: &'a Settings) -> Wording<'a> {
    let new_tab = settings.external_links == ExternalLinks::NewTab;
    Wording { lang, tag: settings.languages.tag(lang), words, new_tab }
}

/// Words the facts of all documents. An edition from before is taken as it is, with its ids, if it says the same.
pub(super) fn word(
    documents: Vec<Arc<Document>>,
    facts: &Facts,
    words: &SiteWords,
    settings: &Settings,
    before: Option<&Before<'_>>,
) -> Vec<Arc<Edition>> {
    let one = |document: Arc<Document>| {
        let old = before.and_then(|before| before.edition(&document));
        if let Some(old) = old.filter(|_| before.is_some_and(Before::words_the_same)) {
            return Arc::clone(old);
        }
        let wording = wording(document.lang, words, settings);
        let shown: Vec<_> = document.uses.iter().map(|used| facts.show(&used.path, &wording)).collect();
        match old.filter(|old| old.facts == shown) {
            Some(old) => Arc::clone(old),
            None => Arc::new(edition(document, shown, settings)),
        }
    };
    documents.into_par_iter().map(one).collect()
}

fn edition(document: Arc<Document>, facts: Vec<Result<Shown, FactProblem>>, settings: &Settings) -> Edition {
    let words = |text: &Text| text.render(|index| plain(&facts, &document.uses, index));
    let title = words(&document.title);
    let nav_title = document.nav_title.as_ref().map_or_else(|| title.clone(), words);
    let title_html = document.title.html(|index| plain(&facts, &document.uses, index));
    let title_html = settings.phrased_html(document.lang, title_html);
    Edition {
        nav_title_html: settings.phrased(document.lang, &nav_title),
        nav_title,
        summary: document.summary.as_ref().map(words).unwrap_or_default(),
        headings: document.body.headings.iter().map(|heading| words(&heading.text)).collect(),
        ids: Vec::new(),
        question_ids: Vec::new(),
        title,
        title_html,
        facts,
        document,
    }
}

impl Edition {
    /// Whether two texts have the same headings, as many and of the same levels, and as many questions.
    #[must_use]
    pub(super) fn shares_ids(&self, other: &Self) -> bool {
        let questions = |edition: &Self| edition.document.body.questions.len();
        self.same_outline(other) && questions(self) == questions(other)
    }

    /// Whether two texts have the same headings: as many, of the same levels.
    #[must_use]
    pub fn same_outline(&self, other: &Self) -> bool {
        let levels =
            |edition: &'_ Self| edition.document.body.headings.iter().map(|heading| heading.level).collect::<Vec<_>>();
        levels(self) == levels(other)
    }

    /// A text of this document with its facts worded, as plain text.
    #[must_use]
    pub fn words(&self, text: &Text) -> String {
        text.render(|index| plain(&self.facts, &self.document.uses, index))
    }

    /// A text of this document with its facts worded and its readings, as markup.
    #[must_use]
    pub fn html(&self, text: &Text) -> String {
        text.html(|index| plain(&self.facts, &self.document.uses, index))
    }
}

/// What a use of a fact says as plain text; an unknown fact shows its name.
pub(super) fn plain<'a>(facts: &'a [Result<Shown, FactProblem>], uses: &'a [FactUse], index: u32) -> Cow<'a, str> {
    match &facts[index as usize] {
        Ok(shown) => Cow::Borrowed(shown.text.as_str()),
        Err(_) => Cow::Owned(format!("{{{{ facts.{} }}}}", uses[index as usize].path)),
    }
}

/// The text of a topic for readers of a language: its own, else, under `notice`, the first there is.
pub(super) fn for_reader(entry: &TopicEntry, lang: Lang, missing: MissingTranslation) -> Option<usize> {
    let own = entry.editions.has(lang).copied();
    let borrows = missing == MissingTranslation::Notice && !*entry.absent_on_purpose.get(lang);
    own.or_else(|| borrows.then(|| entry.editions.present().next().map(|(_, &index)| index)).flatten())
}
