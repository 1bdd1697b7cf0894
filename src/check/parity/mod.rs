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
use crate::diagnostic::{Finding, Findings, rule};
use crate::load::Topic;
use crate::parity::{Difference, Pair, judge};
use crate::resolve::{Page, Site, TopicEntry};
use crate::words::Msg;

pub(super) use glossary::Glossary;
use units::PageUnits;

pub(super) fn check(checker: &Checker<'_>, _: &Topic, entry: &TopicEntry) -> Findings {
    let (site, glossary) = (checker.site, &checker.glossary);
    let own = |&&index: &&usize| !site.is_fallback(&site.pages[index]);
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

/// One of two pages that are compared.
#[derive(Clone, Copy)]
struct Side<'a> {
    page: &'a Page,
    units: &'a PageUnits,
}

fn compare(site: &Site, glossary: &Glossary, first: Side<'_>, second: Side<'_>) -> Findings {
    let alignment = align(&first.units.blocks, &second.units.blocks);
    let pairs = pairs(&alignment, first.units, second.units);
    let mut differences = judge(&first.units.units, &second.units.units, &pairs);
    let lonely = Lonely::of(&pairs);
    let mut findings = Findings::new();
    if !alignment.is_firm() && lonely.are_many() {
        differences.retain(Difference::is_conflict);
        findings.extend(loose(site, &lonely, first, second));
    }
    findings.extend(differences.iter().map(|difference| tell::finding(site, first.page, second.page, difference)));
    findings.extend(untranslated::same(site, first, second, &pairs));
    findings.extend(glossary::missing(site, glossary, first, second));
    findings
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
