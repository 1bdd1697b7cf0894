//! Which blocks of two languages belong together, from the texts alone.
//!
//! One dynamic program over both pages: every clue is only a part of a score, so that one wrong id cannot cut a page
//! in two. No single clue undoes a match of blocks of one kind, two can. Numbers never steer rows, list items and
//! definitions: there a swapped amount is what parity looks for, and must not make the alignment cross.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::block::{Block, Kind};
use super::clues::{Clues, clues};
use super::company::{Company, Likeness};
use super::program::{MOST_CELLS, NEVER, Scores, Step, run};
use crate::slug::slug;

/// Blocks of one language that belong to blocks of the other: one to one, or two neighbours to one.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Blocks of the first text.
    pub a: Range<usize>,
    /// Blocks of the second.
    pub b: Range<usize>,
    /// How much speaks for it.
    pub score: f32,
}

/// Two texts, aligned.
#[derive(Debug, Clone, Default)]
pub struct Alignment {
    /// What belongs together, in the order of the first text.
    pub matches: Vec<Match>,
    of_a: Vec<Option<usize>>,
    of_b: Vec<Option<usize>>,
}

/// How much of both texts must be aligned for block-by-block comparison.
const FIRM: f32 = 0.8;

impl Alignment {
    /// The blocks of the second text that a block of the first belongs to; empty if there is none.
    #[must_use]
    pub fn of_a(&self, block: usize) -> Range<usize> {
        self.found(&self.of_a, block).map_or(0..0, |found| found.b.clone())
    }

    /// The blocks of the first text that a block of the second belongs to; empty if there is none.
    #[must_use]
    pub fn of_b(&self, block: usize) -> Range<usize> {
        self.found(&self.of_b, block).map_or(0..0, |found| found.a.clone())
    }

    fn found(&self, places: &[Option<usize>], block: usize) -> Option<&Match> {
        self.matches.get((*places.get(block)?)?)
    }

    /// The share of the blocks of each text that belong to a block of the other.
    #[must_use]
    pub fn shares(&self) -> (f32, f32) {
        let share = |places: &[Option<usize>]| {
            let aligned = places.iter().flatten().count();
            if places.is_empty() { 1.0 } else { aligned as f32 / places.len() as f32 }
        };
        (share(&self.of_a), share(&self.of_b))
    }

    /// Whether the texts are close enough for their blocks to be compared one by one.
    #[must_use]
    pub fn is_firm(&self) -> bool {
        let (a, b) = self.shares();
        a >= FIRM && b >= FIRM
    }

    fn new(mut matches: Vec<Match>, a: usize, b: usize) -> Self {
        matches.sort_by_key(|found| (found.a.start, found.b.start));
        let (mut of_a, mut of_b) = (vec![None; a], vec![None; b]);
        for (index, found) in matches.iter().enumerate() {
            of_a[found.a.clone()].fill(Some(index));
            of_b[found.b.clone()].fill(Some(index));
        }
        Self { matches, of_a, of_b }
    }
}

/// Aligns the blocks of two languages.
#[must_use]
pub fn align(a: &[Block], b: &[Block]) -> Alignment {
    let (units_a, units_b) = units(a, b);
    let mut pair = Pair::new(Side::new(a, units_a), Side::new(b, units_b));
    // A first alignment tells which blocks keep company with which; with that, the same program decides.
    let draft = run(a.len(), b.len(), &pair);
    pair.company = Company::new(&Likeness::new(a), &Likeness::new(b), &draft);
    let matches = run(a.len(), b.len(), &pair);
    let first = Alignment::new(matches, a.len(), b.len());
    let moved = moved(&pair, &first);
    if moved.is_empty() {
        return first;
    }
    Alignment::new([first.matches, moved].concat(), a.len(), b.len())
}

/// A block, or two neighbours taken as one, as the score looks at it.
#[derive(Debug, Clone)]
struct Unit {
    kind: Kind,
    depth: u8,
    columns: u16,
    /// The width on a screen, and its logarithm.
    width: f32,
    log_width: f32,
    /// Its punctuation.
    signs: Signs,
    /// Its clues with and without numbers.
    clues: Clues,
    clues_without_numbers: Clues,
}

fn units(a: &[Block], b: &[Block]) -> (Vec<Unit>, Vec<Unit>) {
    let ((with_a, with_b), (without_a, without_b)) = clues(a, b);
    let make = |blocks: &[Block], with: Vec<Clues>, without: Vec<Clues>| {
        blocks.iter().zip(with).zip(without).map(|((block, with), without)| Unit::new(block, with, without)).collect()
    };
    (make(a, with_a, without_a), make(b, with_b, without_b))
}

impl Unit {
    fn new(block: &Block, clues: Clues, clues_without_numbers: Clues) -> Self {
        let width = block.text.width() as f32;
        let Block { kind, depth, columns, .. } = *block;
        Self {
            kind,
            depth,
            columns,
            width,
            log_width: log(width),
            signs: Signs::new(&block.text),
            clues,
            clues_without_numbers,
        }
    }

    /// Two neighbours as one unit, if they can be one in another language.
    fn merged(one: &Self, other: &Self) -> Option<Self> {
        let fits =
            one.kind == other.kind && matches!(one.kind, Kind::Paragraph | Kind::Item) && one.depth == other.depth;
        let width = one.width + other.width;
        fits.then(|| Self {
            width,
            log_width: log(width),
            signs: one.signs.merged(other.signs),
            clues: Clues::merged(&one.clues, &other.clues),
            clues_without_numbers: Clues::merged(&one.clues_without_numbers, &other.clues_without_numbers),
            ..*one
        })
    }

    /// Whether numbers must not steer it.
    fn is_steady(&self) -> bool {
        matches!(self.kind, Kind::Item | Kind::Row | Kind::HeadRow | Kind::Term | Kind::Definition)
    }
}

/// What very short texts are lengthened by, so that their widths may differ much.
const SHORT: f32 = 6.0;

fn log(width: f32) -> f32 {
    (width + SHORT).ln()
}

/// A text with the units that its blocks and its neighbours make.
struct Side<'a> {
    blocks: &'a [Block],
    units: Vec<Unit>,
    /// For each block, itself and the next as one.
    merged: Vec<Option<Unit>>,
    /// For each heading, the id that its text gives.
    slugs: Vec<Option<String>>,
}

impl<'a> Side<'a> {
    fn new(blocks: &'a [Block], units: Vec<Unit>) -> Self {
        let merged = units.windows(2).map(|pair| Unit::merged(&pair[0], &pair[1])).collect();
        let slugs = blocks.iter().map(|block| (block.kind == Kind::Heading).then(|| slug(&block.text))).collect();
        Self { blocks, units, merged, slugs }
    }
}

struct Pair<'a> {
    a: Side<'a>,
    b: Side<'a>,
    /// What the blocks alone say of each step from each place, in the order of the steps: asked for twice. Empty for
    /// pages of many thousand blocks.
    alone: Vec<[f32; 3]>,
    /// What the words of all blocks together say; nothing in the first alignment.
    company: Company,
}

impl<'a> Pair<'a> {
    fn new(a: Side<'a>, b: Side<'a>) -> Self {
        let mut pair = Self { a, b, alone: Vec::new(), company: Company::default() };
        let (n, m) = (pair.a.blocks.len(), pair.b.blocks.len());
        if n.saturating_mul(m) <= MOST_CELLS {
            let steps = [Step::One, Step::TwoToOne, Step::OneToTwo];
            let score = |i, j| steps.map(|step| pair.alone(step, i, j).unwrap_or(NEVER));
            pair.alone = (0..n).flat_map(|i| (0..m).map(move |j| (i, j))).map(|(i, j)| score(i, j)).collect();
        }
        pair
    }
}

impl Scores for Pair<'_> {
    fn score(&self, step: Step, i: usize, j: usize) -> Option<f32> {
        let alone = match self.alone.get(i * self.b.blocks.len() + j) {
            Some(alone) => Some(alone[step as usize]).filter(|&score| score > NEVER),
            None => self.alone(step, i, j),
        };
        let company = match step {
            Step::One => self.company.score(i, j),
            Step::TwoToOne => self.company.merged((i, j), (i + 1, j)),
            Step::OneToTwo => self.company.merged((i, j), (i, j + 1)),
        };
        Some(alone? + company)
    }
}

/// What a merge costs.
const MERGE: f32 = 1.6;

impl Pair<'_> {
    /// What the blocks of a step say, without the rest of the page; `None` if it cannot be.
    fn alone(&self, step: Step, i: usize, j: usize) -> Option<f32> {
        match step {
            Step::One => self.one(i, j, true),
            Step::TwoToOne => Some(self.units(self.a.merged.get(i)?.as_ref()?, &self.b.units[j], true)? - MERGE),
            Step::OneToTwo => Some(self.units(&self.a.units[i], self.b.merged.get(j)?.as_ref()?, true)? - MERGE),
        }
    }

    /// What speaks for two blocks belonging together; `None` if they cannot.
    fn one(&self, i: usize, j: usize, numbers: bool) -> Option<f32> {
        let score = self.units(&self.a.units[i], &self.b.units[j], numbers)?;
        let (one, other) = (&self.a.blocks[i], &self.b.blocks[j]);
        match one.kind {
            Kind::Field => (one.name == other.name).then_some(score + 8.0),
            Kind::Heading => Some(score + self.heading(i, j)),
            Kind::Code if one.text == other.text => Some(score + 5.0),
            Kind::Code if one.name != other.name => Some(score - 1.5),
            Kind::Directive if one.name != other.name => Some(score - 3.0),
            _ => Some(score),
        }
    }

    fn units(&self, one: &Unit, other: &Unit, numbers: bool) -> Option<f32> {
        let kind = kinds(one.kind, other.kind)?;
        let columns = if one.columns == other.columns { 0.0 } else { -1.0 };
        let depth = if one.depth == other.depth { 0.0 } else { -0.4 };
        let numbers = numbers && !one.is_steady() && !other.is_steady();
        let clues = if numbers {
            one.clues.score(&other.clues)
        } else {
            one.clues_without_numbers.score(&other.clues_without_numbers)
        };
        Some(kind + columns + depth + length(one, other) + one.signs.score(other.signs) + clues)
    }

    /// What the ids and levels of two headings say.
    fn heading(&self, i: usize, j: usize) -> f32 {
        let (one, other) = (&self.a.blocks[i], &self.b.blocks[j]);
        let (our_slug, their_slug) = (self.a.slugs[i].as_deref(), self.b.slugs[j].as_deref());
        let ids = match (one.id.as_deref(), other.id.as_deref()) {
            (Some(ours), Some(theirs)) if ours == theirs => 6.0,
            (Some(_), Some(_)) => -3.0,
            (Some(ours), None) if Some(ours) == their_slug => 6.0,
            (None, Some(theirs)) if Some(theirs) == our_slug => 6.0,
            _ => 0.0,
        };
        ids - 1.5 * f32::from(one.level.abs_diff(other.level))
    }
}

/// What the kinds of two blocks say; `None` if they never belong together.
fn kinds(one: Kind, other: Kind) -> Option<f32> {
    let is_prose = |kind| matches!(kind, Kind::Paragraph | Kind::Item | Kind::Definition | Kind::Html | Kind::Image);
    if one == other { Some(2.0) } else { (is_prose(one) && is_prose(other)).then_some(0.2) }
}

/// The punctuation of a block as far as it is the same in most languages: labels have no full stop in any, and a
/// question stays one.
#[derive(Debug, Clone, Copy)]
struct Signs {
    ends: Option<char>,
    is_note: bool,
    has_colon: bool,
    has_bracket: bool,
}

impl Signs {
    fn new(text: &str) -> Self {
        let ends = match text.chars().last() {
            Some('。' | '.' | '!') => Some('.'),
            other => other.filter(|&c| matches!(c, '?' | ':')),
        };
        let is_colon = |pair: &[u8]| pair[0] == b':' && !pair[1].is_ascii_digit() && pair[1] != b'/';
        Self {
            ends,
            is_note: text.starts_with('※'),
            has_colon: text.as_bytes().windows(2).any(is_colon),
            has_bracket: text.contains('('),
        }
    }

    fn merged(self, next: Self) -> Self {
        Self {
            ends: next.ends,
            is_note: self.is_note,
            has_colon: self.has_colon || next.has_colon,
            has_bracket: self.has_bracket || next.has_bracket,
        }
    }

    /// What two blocks' punctuation says against their belonging together.
    fn score(self, other: Self) -> f32 {
        let cost = |differ: bool, cost: f32| if differ { cost } else { 0.0 };
        -(cost(self.ends != other.ends, 0.5)
            + cost(self.is_note != other.is_note, 0.5)
            + cost(self.has_colon != other.has_colon, 0.3)
            + cost(self.has_bracket != other.has_bracket, 0.2))
    }
}

/// What the lengths of two blocks say. The widths of Japanese and English texts are so alike (ln of the ratio has a
/// standard deviation of 0.16) that no language needs a factor of its own; short texts vary more.
fn length(one: &Unit, other: &Unit) -> f32 {
    let z = (one.log_width - other.log_width) / 0.25;
    // The square of z, which is weaker for short texts.
    let square = z * z * ((one.width + other.width) / 60.0).min(1.0);
    -(square / 2.0).min(1.5)
}

/// What belongs together although it stands elsewhere: the same program over what is left, where only strong matches
/// and their neighbours are kept.
fn moved(pair: &Pair<'_>, first: &Alignment) -> Vec<Match> {
    let left = |places: &[Option<usize>]| -> Vec<usize> {
        (0..places.len()).filter(|&place| places[place].is_none()).collect()
    };
    let left = Left { pair, a: left(&first.of_a), b: left(&first.of_b) };
    let found = run(left.a.len(), left.b.len(), &left);
    let mut kept = vec![false; found.len()];
    let is_next = |one: &Match, next: &Match| {
        left.a[one.a.start] + 1 == left.a[next.a.start] && left.b[one.b.start] + 1 == left.b[next.b.start]
    };
    let mut start = 0;
    for end in 1..=found.len() {
        if end == found.len() || !is_next(&found[end - 1], &found[end]) {
            let evidence: f32 = found[start..end].iter().map(|found| found.score - FAIR).sum();
            kept[start..end].fill(evidence >= STRONG);
            start = end;
        }
    }
    let placed = |found: &Match| {
        let (a, b) = (left.a[found.a.start], left.b[found.b.start]);
        Match { a: a..a + 1, b: b..b + 1, score: found.score }
    };
    found.iter().zip(kept).filter(|(_, kept)| *kept).map(|(found, _)| placed(found)).collect()
}

/// What a match far from its place must score to speak for itself at all, and by how much the matches of a run, which
/// stand next to each other in both texts, must together score more for the run to be kept.
const FAIR: f32 = 1.0;
const STRONG: f32 = 2.2;

/// The blocks that the first pass left.
struct Left<'a> {
    pair: &'a Pair<'a>,
    a: Vec<usize>,
    b: Vec<usize>,
}

impl Scores for Left<'_> {
    fn score(&self, step: Step, i: usize, j: usize) -> Option<f32> {
        let (i, j) = (self.a[i], self.b[j]);
        let alone = if step == Step::One { self.pair.one(i, j, false) } else { None };
        Some(alone? + self.pair.company.score(i, j))
    }
}
