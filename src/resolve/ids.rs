//! Ids of headings and of questions: from the text, never romanised, and shared by the languages of a topic.
//!
//! Where the outlines of two languages match, both use one id a heading, so that the language switch can keep the
//! section and a link works in every language: the explicit one of either, else the main language's.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::memory::Before;
use super::{Edition, TopicEntry};
use crate::lang::{Lang, Languages};
use crate::load::Topic;
use crate::parse::Heading;
use crate::slug::slug;

/// Ids that the page around the text uses.
const TAKEN: &[&str] = &["main", "menu", "top"];

/// Gives every heading of every text its id.
pub(super) fn assign(
    editions: &mut [Arc<Edition>],
    topics: &BTreeMap<Topic, TopicEntry>,
    languages: &Languages,
    before: Option<&Before<'_>>,
) {
    let mut is_hidden = vec![true; editions.len()];
    for (topic, entry) in topics {
        entry.editions.present().for_each(|(_, &index)| is_hidden[index] = false);
        if before.is_some_and(|before| before.has_ids(topic, entry, editions)) {
            continue;
        }
        for (lang, ids) in topic_ids(entry, editions, languages) {
            if let Some(&index) = entry.editions.has(lang) {
                set(&mut editions[index], ids);
            }
        }
    }
    // Texts that another source of the same topic and language hides (a conflict) still need ids.
    for (edition, _) in editions.iter_mut().zip(is_hidden).filter(|(_, is_hidden)| *is_hidden) {
        let ids = own_ids(edition, &[]);
        set(edition, ids);
    }
}

fn set(edition: &mut Arc<Edition>, (ids, question_ids): Ids) {
    if (&edition.ids, &edition.question_ids) != (&ids, &question_ids) {
        let edition = Arc::make_mut(edition);
        (edition.ids, edition.question_ids) = (ids, question_ids);
    }
}

/// The ids of a text's headings and of its questions.
type Ids = (Vec<String>, Vec<String>);

fn topic_ids(entry: &TopicEntry, editions: &[Arc<Edition>], languages: &Languages) -> Vec<(Lang, Ids)> {
    let Some((hub, &hub_index)) = entry.editions.present().next() else { return Vec::new() };
    let matching: Vec<_> = languages
        .iter()
        .filter(|&lang| lang != hub)
        .filter_map(|lang| entry.editions.has(lang).map(|&index| (lang, &*editions[index])))
        .filter(|(_, edition)| editions[hub_index].shares_ids(edition))
        .collect();
    let explicit: Vec<_> = matching.iter().map(|(_, edition)| *edition).collect();
    let shared = own_ids(&editions[hub_index], &explicit);
    let mut ids = Vec::new();
    for (lang, &index) in entry.editions.present() {
        let shares = lang == hub || matching.iter().any(|&(matched, _)| matched == lang);
        ids.push((lang, if shares { shared.clone() } else { own_ids(&editions[index], &[]) }));
    }
    ids
}

/// The ids of a text: explicit ones of its own or of `others` at the same place, else derived from its headings.
fn own_ids(edition: &Edition, others: &[&Edition]) -> Ids {
    let headings = &edition.document.body.headings;
    let explicit = |place: usize| {
        let of = |heading: &Heading| heading.id.as_ref().map(|(id, _)| normal(id));
        of(&headings[place]).or_else(|| others.iter().find_map(|other| of(&other.document.body.headings[place])))
    };
    let explicit: Vec<_> = (0..headings.len()).map(explicit).collect();
    let declared = std::iter::once(&edition).chain(others).flat_map(|edition| &edition.document.body.ids);
    let taken = TAKEN.iter().copied().chain(declared.map(|(id, _)| id.as_str()));
    let mut unique = Unique::new(taken.chain(explicit.iter().flatten().map(String::as_str)));
    let derive = |(given, text): (Option<String>, &String)| given.unwrap_or_else(|| unique.take(slug(text)));
    let headings = explicit.clone().into_iter().zip(&edition.headings).map(derive).collect();
    let questions = &edition.document.body.questions;
    (headings, questions.iter().map(|text| unique.take(slug(&edition.words(text)))).collect())
}

/// An explicit id as the page writes it.
fn normal(id: &str) -> String {
    id.nfc().collect()
}

/// Hands out names, each once; a repeated one gets `-2`, `-3`, … by a counter, so that equal headings stay linear.
struct Unique {
    taken: HashSet<String>,
    next: HashMap<String, usize>,
}

impl Unique {
    fn new<'a>(taken: impl Iterator<Item = &'a str>) -> Self {
        Self { taken: taken.map(str::to_owned).collect(), next: HashMap::new() }
    }

    fn take(&mut self, name: String) -> String {
        if self.taken.insert(name.clone()) {
            return name;
        }
        let next = self.next.entry(name.clone()).or_insert(2);
        loop {
            let candidate = format!("{name}-{next}");
            *next += 1;
            if self.taken.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_headings_get_numbers() {
        let mut unique = Unique::new(["menu", "a-2"].into_iter());
        let ids: Vec<_> = ["a", "a", "a", "menu"].iter().map(|id| unique.take((*id).to_owned())).collect();
        assert_eq!(ids, ["a", "a-3", "a-4", "menu-2"]);
    }
}
