//! Menus: the order of the pages of a language, and what lies below what.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::{Edition, Page, TopicEntry};
use crate::lang::Lang;
use crate::load::Topic;

/// The pages of a language in the order of its menus.
#[derive(Debug, Default)]
pub struct Menu {
    /// The items of the main menu.
    pub items: Vec<MenuItem>,
    /// The pages below each topic, in order; all of them, also those that menus hide.
    pub children: BTreeMap<Topic, Vec<usize>>,
    /// The neighbours of each page among its siblings: the one before and the one after.
    pub neighbours: HashMap<usize, Neighbours>,
}

/// An item of the main menu: a page and the pages below it.
#[derive(Debug, PartialEq, Eq)]
pub struct MenuItem {
    /// The page, as an index of the site's pages.
    pub page: usize,
    /// The pages below it.
    pub children: Vec<usize>,
}

/// The menus of a language: by `order`, then by file name, two levels deep.
pub(super) fn menu(
    lang: Lang,
    topics: &BTreeMap<Topic, TopicEntry>,
    pages: &[Arc<Page>],
    editions: &[Arc<Edition>],
) -> Menu {
    let mut children: BTreeMap<Topic, Vec<usize>> = BTreeMap::new();
    for entry in topics.values() {
        if let (Some(parent), Some(&page)) = (&entry.parent, entry.pages.has(lang)) {
            children.entry(parent.clone()).or_default().push(page);
        }
    }
    let front = |page: usize| &editions[pages[page].edition].document.front;
    for siblings in children.values_mut() {
        siblings.sort_by_key(|&page| (front(page).order.unwrap_or(i64::MAX), pages[page].topic.clone()));
    }
    let shown = |topic: &Topic| -> Vec<usize> {
        let all = children.get(topic).map(Vec::as_slice).unwrap_or_default();
        all.iter().copied().filter(|&page| front(page).nav).collect()
    };
    let item = |page: usize| MenuItem { page, children: shown(&pages[page].topic) };
    let items = shown(&Topic::new(Topic::HOME)).into_iter().map(item).collect();
    let neighbours = children.keys().flat_map(|topic| beside_each_other(&shown(topic))).collect();
    Menu { items, children, neighbours }
}

/// The pages before and after a page, as indices of the site's pages.
type Neighbours = (Option<usize>, Option<usize>);

/// Each page with the one before and the one after it.
fn beside_each_other(siblings: &[usize]) -> Vec<(usize, Neighbours)> {
    let at = |index: Option<usize>| index.and_then(|index| siblings.get(index)).copied();
    siblings.iter().enumerate().map(|(index, &page)| (page, (at(index.checked_sub(1)), at(Some(index + 1))))).collect()
}
