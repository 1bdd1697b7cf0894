//! The notice for readers of a page whose other language is newer.

use serde::Serialize;

use crate::resolve::{Page, Site};

/// The newer text.
#[derive(Debug, Serialize)]
pub(super) struct BehindData {
    /// Its language, in the words of the page's own.
    language: String,
    /// The tag of that language.
    tag: String,
    /// The day on which it was updated, if it says so.
    date: Option<String>,
    /// Its address.
    url: String,
}

/// What a page says of its newer counterpart. A page that borrows its text has another notice.
pub(super) fn behind(site: &Site, page: &Page) -> Option<BehindData> {
    if site.is_fallback(page) {
        return None;
    }
    let states = site.translations.states_of(&page.topic, page.lang);
    let mut newer =
        states.filter(|(_, state)| state.is_outdated()).filter_map(|(lang, _)| site.page(&page.topic, lang));
    let newer = newer.find(|newer| !site.is_fallback(newer))?;
    let languages = &site.input.settings.languages;
    let tag = languages.tag(newer.lang);
    Some(BehindData {
        language: site.words.language_name(languages.tag(page.lang), tag),
        tag: tag.to_owned(),
        date: site.edition(newer).document.front.updated.map(|date| date.to_string()),
        url: newer.route.url.clone(),
    })
}
