//! Texts that went elsewhere: a topic that was renamed, and one that was split.
//!
//! A topic is recognised by what its blocks say. Nothing is moved by itself: the finding names the command or the place.

use std::collections::BTreeSet;

use crate::blocks::{Block, Change, blocks};
use crate::lang::Lang;
use crate::load::{AgreedPair, PageSource, Topic};
use crate::resolve::{Changes, Site};
use crate::source::{Place, Source};

/// The share of an agreed text's blocks that another topic must have to be the same topic under a new name.
const RENAMED: f64 = 0.6;
/// How many blocks that are gone another topic must have for them to have been moved there.
const MOVED: usize = 3;

/// The topic without an agreed pair that has most of the text of a pair whose topic is gone.
pub(super) fn renamed<'a>(site: &'a Site, pair: &AgreedPair, lang: Lang) -> Option<&'a Topic> {
    let (agreed, side) = match (&pair.main, &pair.other) {
        (Some(main), _) => (main, Lang::MAIN),
        (None, other) => (other.as_ref()?, lang),
    };
    let agreed = identities(site, agreed);
    let shares = without_pair(site, side, lang).map(|page| {
        let common = identities(site, &page.source).intersection(&agreed).count();
        (common as f64 / agreed.len().max(1) as f64, &page.topic)
    });
    shares.filter(|&(share, _)| share >= RENAMED).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, topic)| topic)
}

/// The topic without an agreed pair that has several blocks which are gone from a topic, and the first of them there.
pub(super) fn moved_to<'a>(site: &'a Site, topic: &Topic, lang: Lang, changes: &Changes) -> Option<(&'a Topic, Place)> {
    let rows = &changes.comparison.rows;
    let gone = |agreed: &[Block], main: bool| -> BTreeSet<(String, String)> {
        let edits = rows.iter().flat_map(|row| if main { &row.main } else { &row.other });
        let deleted = edits.filter(|edit| edit.change == Change::Deleted).filter_map(|edit| agreed.get(edit.old?));
        deleted.map(identity).collect()
    };
    let sides = [(Lang::MAIN, gone(&changes.agreed.0, true)), (lang, gone(&changes.agreed.1, false))];
    sides.iter().filter(|(_, gone)| gone.len() >= MOVED).find_map(|(side, gone)| {
        let mut others = without_pair(site, *side, lang).filter(|page| page.topic != *topic);
        others.find_map(|page| {
            let blocks = blocks(&page.source, &site.input.settings.languages);
            let found: Vec<&Block> = blocks.iter().filter(|block| gone.contains(&identity(block))).collect();
            let first = found.first().filter(|_| found.len() >= MOVED)?;
            Some((&page.topic, page.source.place(first.span.range())))
        })
    })
}

/// The pages of a language whose topics have no agreed pair with a translation.
fn without_pair(site: &Site, side: Lang, translation: Lang) -> impl Iterator<Item = &PageSource> {
    let has_pair = move |page: &PageSource| site.input.agreed.contains_key(&(page.topic.clone(), translation));
    site.input.pages.iter().filter(move |page| page.lang == side && !has_pair(page))
}

fn identities(site: &Site, source: &Source) -> BTreeSet<(String, String)> {
    blocks(source, &site.input.settings.languages).iter().map(identity).collect()
}

fn identity(block: &Block) -> (String, String) {
    let (name, full) = block.identity();
    (name.to_owned(), full.to_owned())
}
