//! `taiyaku facts`: each fact, its value in each language, and the pages that use it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Options, Unusable, judge};
use crate::parse::{Document, Target};
use crate::resolve::Site;

/// The facts of a site.
#[derive(Debug, Default)]
pub struct FactTable {
    /// The tags of the languages.
    pub languages: Vec<String>,
    /// The facts.
    pub rows: Vec<FactRow>,
}

/// One fact.
#[derive(Debug)]
pub struct FactRow {
    /// Its key.
    pub key: String,
    /// What it says in each language.
    pub values: Vec<Option<String>>,
    /// The topics that use it.
    pub pages: Vec<String>,
}

/// Lists the facts of a site.
///
/// # Errors
/// When the site's folder cannot be used at all.
pub fn facts(root: &Path, options: &Options<'_>) -> Result<FactTable, Box<Unusable>> {
    Ok(judge(root, options)?.site.map(|site| table(&site)).unwrap_or_default())
}

/// The facts of a site that has been understood.
#[must_use]
pub fn table(site: &Site) -> FactTable {
    let languages = &site.input.settings.languages;
    let users = users(site);
    let row = |key: &str| FactRow {
        key: key.to_owned(),
        values: languages
            .iter()
            .map(|lang| site.facts.show(key, &site.wording(lang)).ok().map(|shown| shown.text))
            .collect(),
        pages: users.get(key).into_iter().flatten().map(|topic| (*topic).to_owned()).collect(),
    };
    FactTable { languages: languages.tags().map(str::to_owned).collect(), rows: site.facts.keys().map(row).collect() }
}

/// The topics that use each fact: in text, as an address, or as their contact.
fn users(site: &Site) -> BTreeMap<String, BTreeSet<&str>> {
    let mut users: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for edition in &site.editions {
        for key in used_by(&edition.document) {
            users.entry(key).or_default().insert(edition.document.topic.as_str());
        }
    }
    users
}

fn used_by(document: &Document) -> Vec<String> {
    let in_text = document.uses.iter().map(|used| used.path.as_str());
    let links = document.body.links.iter().filter_map(|link| match &link.target {
        Target::Fact(path) => Some(path.as_str()),
        _ => None,
    });
    let related = document.front.related.iter().filter_map(|related| related.value.strip_prefix("fact:"));
    let contact = document.front.contact.iter().map(|contact| contact.value.as_str());
    let paths = in_text.chain(links).chain(related).chain(contact);
    paths.map(|path| path.split('.').next().unwrap_or(path).to_owned()).collect()
}
