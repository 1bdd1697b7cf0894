//! `parity-*`: the languages of a topic state the same facts, lead to the same places and are all translated.
//!
//! Each language of a topic is compared with the first one that the topic has, block against block as the alignment
//! pairs them. A page whose texts hardly align gets one finding on its structure instead of many on its facts.

mod glossary;
mod tell;
mod units;
mod untranslated;

use super::Checker;
use crate::blocks::{Alignment, align};
use crate::diagnostic::{Finding, Findings, Rule, rule};
use crate::load::Topic;
use crate::parity::{Aspect, Difference, Pair, Said, Scope, judge};
use crate::resolve::{Bound, Page, Site, TopicEntry};
use crate::words::Msg;

pub(super) use glossary::Glossary;
use units::PageUnits;

/// Compares the languages of a topic. Of a text that could not be read whole nothing can be said to be missing.
pub(super) fn check(checker: &Checker<'_>, _: &Topic, entry: &TopicEntry) -> Findings {
    let (site, glossary) = (checker.site, &checker.glossary);
    let rules = &site.input.settings.rules;
    if !RULES.iter().any(|rule| rules.is_on(rule)) {
        return Findings::new();
    }
    let own = |&&index: &&usize| {
        let page = &site.pages[index];
        !site.is_fallback(page) && !site.edition(page).document.body.is_partial
    };
    let pages: Vec<&Page> =
        entry.pages.present().map(|(_, index)| index).filter(own).map(|&index| &*site.pages[index]).collect();
    let taken: Vec<PageUnits> = pages.iter().map(|page| units::units(site, page)).collect();
    let mut findings = Findings::new();
    for (page, units) in pages.iter().zip(&taken) {
        findings.extend(glossary::forbidden(site, glossary, page, units));
        findings.extend(untranslated::foreign(site, page, units));
    }
    let mut sides = pages.iter().zip(&taken).map(|(page, units)| Side { page, units });
    let Some(first) = sides.next() else { return findings };
    findings.extend(sides.flat_map(|second| compare(site, glossary, first, second)));
    findings
}

/// The rules that need the units of pages. A site that has none of them on does not pay for them.
const RULES: &[&Rule] = &[
    &rule::PARITY_DATE,
    &rule::PARITY_NUMBER,
    &rule::PARITY_MONEY,
    &rule::PARITY_TIME,
    &rule::PARITY_PHONE,
    &rule::PARITY_EMAIL,
    &rule::PARITY_LINK,
    &rule::PARITY_IMAGE,
    &rule::PARITY_STRUCTURE,
    &rule::PARITY_UNTRANSLATED,
    &rule::PARITY_TERM,
];

/// One of two pages that are compared.
#[derive(Clone, Copy)]
struct Side<'a> {
    page: &'a Page,
    units: &'a PageUnits,
}

fn compare(site: &Site, glossary: &Glossary, first: Side<'_>, second: Side<'_>) -> Findings {
    let alignment = align(&first.units.blocks, &second.units.blocks);
    let pairs = pairs(&alignment, first.units, second.units);
    let lonely = Lonely::of(&pairs);
    let is_loose = !alignment.is_firm() && lonely.are_many();
    let mut findings = Findings::new();
    if is_loose {
        findings.extend(loose(site, &lonely, first, second));
    }
    let scope = if is_loose { Scope::Conflicts } else { Scope::All };
    let mut differences = judge(&first.units.units, &second.units.units, &pairs, scope);
    differences.retain(|difference| !follows_from_broken(difference, first.page, second.page));
    findings.extend(differences.iter().map(|difference| tell::finding(site, first.page, second.page, difference)));
    findings.extend(untranslated::same(site, first, second, &pairs));
    findings.extend(glossary::missing(site, glossary, first, second));
    findings
}

/// Whether a link or an image has no partner perhaps only because one over there leads nowhere, which has been said.
fn follows_from_broken(difference: &Difference, first: &Page, second: &Page) -> bool {
    let lacking = match (&difference.first, &difference.second) {
        (Said::Nothing(_), _) => first,
        (_, Said::Nothing(_)) => second,
        _ => return false,
    };
    let targets = match difference.aspect {
        Aspect::Link => &lacking.links,
        Aspect::Image => &lacking.images,
        Aspect::Value(_) => return false,
    };
    targets.iter().any(|bound| matches!(bound, Bound::Broken(_)))
}

/// The pairs of units, those without a partner alone.
fn pairs(alignment: &Alignment, first: &PageUnits, second: &PageUnits) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = (alignment.matches.iter())
        .map(|found| Pair { first: found.a.clone().collect(), second: found.b.clone().collect() })
        .collect();
    let alone = |index: &usize, is_empty: bool| is_empty.then_some(*index);
    let of_first = (0..first.units.len()).filter_map(|index| alone(&index, alignment.of_a(index).is_empty()));
    pairs.extend(of_first.map(|index| Pair { first: vec![index], second: Vec::new() }));
    let of_second = (0..second.units.len()).filter_map(|index| alone(&index, alignment.of_b(index).is_empty()));
    pairs.extend(of_second.map(|index| Pair { first: Vec::new(), second: vec![index] }));
    pairs
}

/// How many units of two pages have no partner.
struct Lonely {
    first: usize,
    second: usize,
}

impl Lonely {
    fn of(pairs: &[Pair]) -> Self {
        let first = pairs.iter().filter(|pair| pair.second.is_empty()).count();
        Self { first, second: pairs.iter().filter(|pair| pair.first.is_empty()).count() }
    }

    /// On a short page a paragraph or two are a large share, and say nothing of the whole.
    fn are_many(&self) -> bool {
        self.first.max(self.second) >= FEWEST_LONELY
    }
}

/// How many units without a partner make a page loose, whatever their share.
const FEWEST_LONELY: usize = 3;

/// One finding for a page whose texts hardly align. Where the headings differ, that has been said already.
fn loose(site: &Site, lonely: &Lonely, first: Side<'_>, second: Side<'_>) -> Option<Finding> {
    if !site.edition(first.page).same_outline(site.edition(second.page)) {
        return None;
    }
    let place = |side: Side<'_>| site.edition(side.page).document.source.whole();
    let message = Msg::StructureBlocks { ours: lonely.second.into(), theirs: lonely.first.into() };
    let finding = Finding::new(&rule::PARITY_STRUCTURE, place(second), message).help(Msg::StructureBlocksHelp);
    Some(finding.related(place(first), Msg::StructureOther))
}
