//! Addresses: where each page of each language lives.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Edition, TopicEntry};
use crate::lang::Lang;
use crate::load::{Prefix, Settings, Topic};
use crate::path::OutPath;

/// The address of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The file that it is written to.
    pub out: OutPath,
    /// Its path for links, percent-encoded, with the site's base path: `/repo/ja/apply/`.
    pub url: String,
}

impl Route {
    /// The address of a file of the site.
    #[must_use]
    pub fn new(out: OutPath, settings: &Settings) -> Self {
        let url = site_url(&out, settings);
        Self { out, url }
    }
}

/// The path of a file for links, with the site's base path.
#[must_use]
pub fn site_url(out: &OutPath, settings: &Settings) -> String {
    format!("{}{}", settings.base_path.trim_end_matches('/'), out.to_url_path())
}

/// The path that all files of a language begin with: `ja/`, or nothing.
#[must_use]
pub fn prefix(lang: Lang, settings: &Settings) -> String {
    if lang == Lang::MAIN && settings.prefix == Prefix::Others {
        return String::new();
    }
    format!("{}/", settings.languages.tag(lang))
}

/// The segments that pages give themselves instead of their file's name, by topic and language.
pub(super) struct Slugs<'a>(BTreeMap<(&'a str, Lang), &'a str>);

impl<'a> Slugs<'a> {
    pub(super) fn new(topics: &BTreeMap<Topic, TopicEntry>, editions: &'a [Arc<Edition>]) -> Self {
        let indices = topics.values().flat_map(|entry| entry.editions.present());
        let slugs = indices.filter_map(|(lang, &index)| {
            let document = &editions[index].document;
            let slug = document.front.slug.as_ref()?;
            Some(((document.topic.as_str(), lang), slug.value.as_str()))
        });
        Self(slugs.collect())
    }
}

/// The address of a topic in a language; `None` when a name in it cannot be a file's (which load reports).
pub(super) fn page(topic: &Topic, lang: Lang, slugs: &Slugs<'_>, settings: &Settings) -> Option<Route> {
    let mut path = prefix(lang, settings);
    if !topic.is_home() {
        let name = topic.as_str();
        let mut start = 0;
        for end in name.match_indices('/').map(|(at, _)| at).chain([name.len()]) {
            let own = &name[start..end];
            path.push_str(slugs.0.get(&(&name[..end], lang)).copied().unwrap_or(own));
            path.push('/');
            start = end + 1;
        }
    }
    path.push_str("index.html");
    OutPath::new(&path).ok().map(|out| Route::new(out, settings))
}
