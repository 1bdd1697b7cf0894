//! Judging two pages: what each pair of units says differently, and what one page says alone.
//!
//! A conflict is found between the units that belong together and is never excused by the rest of the page, since
//! two swapped rows are right as a page. What only one unit says is looked for further around before it is
//! missing: numbers, times and amounts in the section, all else on the page.

use std::collections::{BTreeSet, HashSet};

use super::compare::{agrees, compare};
use super::told::canonical;
use super::value::{Data, Kind, Strength, Value};
use crate::source::Span;

/// A block of a page with all that it states.
#[derive(Debug, Clone)]
pub struct Unit {
    /// How many headings stand above it; a heading counts itself.
    pub section: usize,
    /// Where it stands.
    pub span: Span,
    /// What its words state.
    pub values: Vec<Stated>,
    /// The facts of the site that it uses.
    pub facts: Vec<UsedFact>,
    /// Where its links lead.
    pub links: Vec<Target>,
    /// What its images show.
    pub images: Vec<Target>,
}

/// A value with the words for it.
#[derive(Debug, Clone)]
pub struct Stated {
    /// The value; its span is its place in the source.
    pub value: Value,
    /// As it is written.
    pub written: String,
}

/// A fact of the site in use.
#[derive(Debug, Clone)]
pub struct UsedFact {
    /// Its key.
    pub key: String,
    /// What it states in the language of the page.
    pub values: Vec<Stated>,
}

/// What a link or an image names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The same in every language for what is the same.
    pub key: String,
    /// As it is written.
    pub written: String,
    /// Its place in the source.
    pub span: Span,
}

/// What a difference is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// A value of this sort.
    Value(Kind),
    /// Where a link leads.
    Link,
    /// What an image shows.
    Image,
}

/// What two pages do not share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub aspect: Aspect,
    /// What the first page says.
    pub first: Said,
    /// What the second page says.
    pub second: Said,
}

/// What one page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// This.
    This {
        /// As it is written.
        written: String,
        /// In a form that needs no language.
        canonical: Option<String>,
        /// Where.
        span: Span,
    },
    /// Nothing, in the text that should say it; none where there is no such text.
    Nothing(Option<Span>),
}

/// What of two pages is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// What both say differently, and what one says alone.
    All,
    /// What both say differently. Of pages that hardly align nobody knows what is missing where.
    Conflicts,
}

/// The most values of a page among which one is looked for; where there are more, nothing is said to be missing.
const MAX_AROUND: usize = 5_000;

/// Units of two pages that belong together, as indices. One side may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Units of the first page.
    pub first: Vec<usize>,
    /// Units of the second.
    pub second: Vec<usize>,
}

/// Judges two pages by the pairs of their units.
#[must_use]
pub fn judge(first: &[Unit], second: &[Unit], pairs: &[Pair], scope: Scope) -> Vec<Difference> {
    let sections = last_section(first) == last_section(second);
    let pages = (scope == Scope::All).then(|| [Around::new(first, sections), Around::new(second, sections)]);
    pairs.iter().flat_map(|pair| judge_pair(first, second, pair, pages.as_ref())).collect()
}

fn last_section(units: &[Unit]) -> usize {
    units.iter().map(|unit| unit.section).max().unwrap_or(0)
}

fn judge_pair(first: &[Unit], second: &[Unit], pair: &Pair, pages: Option<&[Around<'_>; 2]>) -> Vec<Difference> {
    if pages.is_none() && (pair.first.is_empty() || pair.second.is_empty()) {
        return Vec::new();
    }
    let a: Vec<&Unit> = pair.first.iter().map(|&index| &first[index]).collect();
    let b: Vec<&Unit> = pair.second.iter().map(|&index| &second[index]).collect();
    let mut found = values(&a, &b, pages);
    found.extend(targets(Aspect::Link, &a, &b, |unit| &unit.links, |page| &page.links, pages));
    found.extend(targets(Aspect::Image, &a, &b, |unit| &unit.images, |page| &page.images, pages));
    found
}

/// What a page states, as a whole and by section, for what a unit says alone.
struct Around<'a> {
    /// All values, in the order of their sections.
    values: Vec<(usize, &'a Value)>,
    exact: HashSet<&'a Data>,
    links: BTreeSet<&'a str>,
    images: BTreeSet<&'a str>,
    /// Whether its sections are those of the other page.
    sections: bool,
}

impl<'a> Around<'a> {
    fn new(units: &'a [Unit], sections: bool) -> Self {
        let of = |unit: &'a Unit| {
            let facts = unit.facts.iter().flat_map(|fact| &fact.values);
            unit.values.iter().chain(facts).map(|stated| (unit.section, &stated.value))
        };
        let keys = |targets: fn(&Unit) -> &[Target]| {
            units.iter().flat_map(targets).map(|target| target.key.as_str()).collect()
        };
        let mut values: Vec<_> = units.iter().flat_map(of).collect();
        values.sort_by_key(|(section, _)| *section);
        Self {
            exact: values.iter().map(|(_, value)| &value.data).collect(),
            values,
            links: keys(|unit| &unit.links),
            images: keys(|unit| &unit.images),
            sections,
        }
    }

    /// Whether the page has a value further around the place where it is missing.
    fn has(&self, value: &Value, section: usize) -> bool {
        let near = matches!(value.data.kind(), Kind::Number | Kind::Time | Kind::Money) && self.sections;
        let start = self.values.partition_point(|(at, _)| near && *at < section);
        let end = self.values.partition_point(|(at, _)| !near || *at <= section);
        let candidates = &self.values[start..end];
        let somewhere = !near && self.exact.contains(&value.data);
        somewhere || candidates.len() > MAX_AROUND || candidates.iter().any(|(_, there)| agrees(value, there))
    }
}

/// What the values of two sides do not share.
fn values(a: &[&Unit], b: &[&Unit], pages: Option<&[Around<'_>; 2]>) -> Vec<Difference> {
    let shared = shared_facts(a, b);
    let (first, second) = (stated(a, &shared), stated(b, &shared));
    let bare = |stated: &[Stated]| stated.iter().map(|stated| stated.value.clone()).collect::<Vec<_>>();
    let comparison = compare(&bare(&first), &bare(&second));
    let difference =
        |value: &Stated, first, second| Difference { aspect: Aspect::Value(value.value.data.kind()), first, second };
    let conflict = |&(i, j): &(usize, usize)| difference(&first[i], said(&first[i]), said(&second[j]));
    let mut found: Vec<_> = comparison.conflicts.iter().map(conflict).collect();
    let Some(pages) = pages else { return found };
    let (section_a, section_b) = (section(a), section(b));
    let alone = |indices: &[usize], values: &[Stated], page: &Around<'_>, section: usize| {
        let gone = |&&i: &&usize| !page.has(&values[i].value, section);
        indices.iter().filter(gone).map(|&i| values[i].clone()).collect::<Vec<_>>()
    };
    for value in alone(&comparison.only_first, &first, &pages[1], section_a) {
        found.push(difference(&value, said(&value), Said::Nothing(span(b))));
    }
    for value in alone(&comparison.only_second, &second, &pages[0], section_b) {
        found.push(difference(&value, Said::Nothing(span(a)), said(&value)));
    }
    found
}

/// The keys of the facts that both sides use: they are equal, whatever they say.
fn shared_facts<'a>(a: &[&'a Unit], b: &[&'a Unit]) -> BTreeSet<&'a str> {
    let keys = |units: &[&'a Unit]| -> BTreeSet<&'a str> {
        units.iter().flat_map(|unit| &unit.facts).map(|fact| fact.key.as_str()).collect()
    };
    keys(a).intersection(&keys(b)).copied().collect()
}

/// All values of a side. Those of shared facts only answer what the other side writes out.
fn stated(units: &[&Unit], shared: &BTreeSet<&str>) -> Vec<Stated> {
    let own = units.iter().flat_map(|unit| unit.values.iter().cloned());
    let of_fact = |fact: &UsedFact| {
        let answers = shared.contains(fact.key.as_str());
        let one = |stated: &Stated| {
            let strength = if answers { Strength::Answer } else { stated.value.strength };
            Stated { value: Value { strength, ..stated.value.clone() }, ..stated.clone() }
        };
        fact.values.iter().map(one).collect::<Vec<_>>()
    };
    own.chain(units.iter().flat_map(|unit| &unit.facts).flat_map(of_fact)).collect()
}

fn said(stated: &Stated) -> Said {
    Said::This {
        written: stated.written.clone(),
        canonical: canonical(&stated.value.data, &stated.written),
        span: Span::new(stated.value.span.clone()),
    }
}

fn section(units: &[&Unit]) -> usize {
    units.first().map_or(0, |unit| unit.section)
}

/// The place of a side, from its first unit to its last.
fn span(units: &[&Unit]) -> Option<Span> {
    let start = units.iter().map(|unit| unit.span.start).min()?;
    let end = units.iter().map(|unit| unit.span.end).max()?;
    Some(Span { start, end })
}

/// What the links or images of two sides do not share.
fn targets<'a>(
    aspect: Aspect,
    a: &[&'a Unit],
    b: &[&'a Unit],
    of: fn(&'a Unit) -> &'a Vec<Target>,
    on_page: impl for<'p> Fn(&'p Around<'a>) -> &'p BTreeSet<&'a str>,
    pages: Option<&[Around<'a>; 2]>,
) -> Vec<Difference> {
    let keys = |units: &[&'a Unit]| -> HashSet<&'a str> {
        units.iter().flat_map(|unit| of(unit)).map(|target| target.key.as_str()).collect()
    };
    let left = |own: &[&'a Unit], other: &[&'a Unit]| {
        let there = keys(other);
        let all = own.iter().flat_map(|unit| of(unit));
        all.filter(|target| !there.contains(target.key.as_str())).collect::<Vec<&'a Target>>()
    };
    let (left_a, left_b) = (left(a, b), left(b, a));
    let this = |target: &Target| Said::This { written: target.written.clone(), canonical: None, span: target.span };
    let both = left_a.len().min(left_b.len());
    let mut found: Vec<_> =
        std::iter::zip(&left_a, &left_b).map(|(a, b)| Difference { aspect, first: this(a), second: this(b) }).collect();
    let Some(pages) = pages else { return found };
    for target in left_a[both..].iter().filter(|target| !on_page(&pages[1]).contains(target.key.as_str())) {
        found.push(Difference { aspect, first: this(target), second: Said::Nothing(span(b)) });
    }
    for target in left_b[both..].iter().filter(|target| !on_page(&pages[0]).contains(target.key.as_str())) {
        found.push(Difference { aspect, first: Said::Nothing(span(a)), second: this(target) });
    }
    found
}

impl Stated {
    /// The values of a text, with their places in a source as `place` knows them.
    pub fn of(text: &str, place: impl Fn(std::ops::Range<usize>) -> std::ops::Range<usize>) -> Vec<Self> {
        let stated = |value: Value| {
            let written = text[value.span.clone()].to_owned();
            Self { value: Value { span: place(value.span), ..value }, written }
        };
        super::extract(text).into_iter().map(stated).collect()
    }
}
