//! Clues that two blocks of different languages say the same: link targets, images, facts, numbers, Latin words.
//!
//! A clue counts the less the more blocks of a page have it. Latin words and ids count only if both pages have them,
//! since a Japanese text has few of an English one's; a link, image, fact or number that the other page lacks speaks against.

use std::collections::HashMap;

use super::block::Block;
use super::normal::{TARGET_END, TARGET_START};

/// A clue of a block, before it is known what it weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Sort {
    Link,
    Image,
    Fact,
    Number,
    Fragment,
    Word,
}

impl Sort {
    fn weight(self) -> f32 {
        match self {
            Self::Image => 2.0,
            Self::Link | Self::Fact | Self::Fragment => 1.5,
            Self::Number | Self::Word => 1.0,
        }
    }
}

/// What a link, image, fact or number weighs that the other page lacks.
const UNMATCHED: f32 = 0.5;

/// The clues of one block.
#[derive(Debug, Clone, Default)]
pub(super) struct Clues {
    /// Those that both pages have, by number, with their weights.
    shared: Vec<(u32, f32)>,
    /// The weight of all.
    total: f32,
    /// A bit for each shared clue, so that blocks without a common one are told apart at once.
    signature: u64,
}

impl Clues {
    /// The clues of two neighbours together.
    pub(super) fn merged(one: &Self, other: &Self) -> Self {
        let mut shared = [one.shared.as_slice(), &other.shared].concat();
        shared.sort_unstable_by_key(|clue| clue.0);
        let both: f32 = shared.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[0].1).sum();
        shared.dedup_by_key(|clue| clue.0);
        Self { shared, total: one.total + other.total - both, signature: one.signature | other.signature }
    }

    /// What the clues of two blocks add to their score.
    pub(super) fn score(&self, other: &Self) -> f32 {
        let common = if self.signature & other.signature == 0 { 0.0 } else { self.common(other) };
        let total = self.total + other.total;
        if common > 0.0 {
            let dice = 2.0 * common / total;
            4.0 * dice * (common + 0.3).min(1.0)
        } else {
            -(total / 2.0).min(1.0)
        }
    }

    fn common(&self, other: &Self) -> f32 {
        let (mut ours, mut theirs) = (self.shared.iter().peekable(), other.shared.iter().peekable());
        let mut common = 0.0;
        while let (Some(one), Some(two)) = (ours.peek(), theirs.peek()) {
            match one.0.cmp(&two.0) {
                std::cmp::Ordering::Less => drop(ours.next()),
                std::cmp::Ordering::Greater => drop(theirs.next()),
                std::cmp::Ordering::Equal => {
                    common += one.1;
                    ours.next();
                    theirs.next();
                }
            }
        }
        common
    }
}

/// The clues of the blocks of two pages.
pub(super) fn clues(a: &[Block], b: &[Block], numbers: bool) -> (Vec<Clues>, Vec<Clues>) {
    let found = |blocks: &[Block]| blocks.iter().map(|block| found(block, numbers)).collect::<Vec<_>>();
    let (in_a, in_b) = (found(a), found(b));
    let mut counts: HashMap<&(Sort, String), (u32, usize, usize)> = HashMap::new();
    for clue in in_a.iter().flatten() {
        let next = u32::try_from(counts.len()).unwrap_or(u32::MAX);
        counts.entry(clue).or_insert((next, 0, 0)).1 += 1;
    }
    for clue in in_b.iter().flatten() {
        let next = u32::try_from(counts.len()).unwrap_or(u32::MAX);
        counts.entry(clue).or_insert((next, 0, 0)).2 += 1;
    }
    let weigh = |found: &[Vec<(Sort, String)>]| found.iter().map(|clues| weighed(clues, &counts)).collect();
    (weigh(&in_a), weigh(&in_b))
}

type Counts<'a> = HashMap<&'a (Sort, String), (u32, usize, usize)>;

fn weighed(found: &[(Sort, String)], counts: &Counts<'_>) -> Clues {
    let mut clues = Clues::default();
    for clue in found {
        let Some(&(number, in_a, in_b)) = counts.get(clue) else { continue };
        let rarity = (in_a.max(in_b) as f32).sqrt();
        if in_a > 0 && in_b > 0 {
            let weight = clue.0.weight() / rarity;
            clues.shared.push((number, weight));
            clues.total += weight;
            clues.signature |= 1 << (number % 64);
        } else if !matches!(clue.0, Sort::Word | Sort::Fragment) {
            clues.total += UNMATCHED / rarity;
        }
    }
    clues.shared.sort_unstable_by_key(|clue| clue.0);
    clues
}

/// The clues in a block, each once.
fn found(block: &Block, numbers: bool) -> Vec<(Sort, String)> {
    let mut found = Vec::new();
    found.extend(block.links.iter().map(|link| (Sort::Link, link.clone())));
    found.extend(block.images.iter().map(|image| (Sort::Image, image.clone())));
    found.extend(block.facts.iter().map(|fact| (Sort::Fact, fact.clone())));
    found.extend(fragments(&block.full).map(|fragment| (Sort::Fragment, fragment.to_owned())));
    for word in words(&block.text) {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            if numbers {
                found.push((Sort::Number, word.replace(',', "")));
            }
        } else if let Some(month) = month(word) {
            if numbers {
                found.push((Sort::Number, month.to_string()));
            }
        } else if word.len() > 1 {
            found.push((Sort::Word, word.to_ascii_lowercase()));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// What follows `#` in the targets of a block. Languages mostly have ids of their own, so that only common ones count.
fn fragments(full: &str) -> impl Iterator<Item = &str> {
    let targets = full.split(TARGET_START).skip(1).filter_map(|part| part.split_once(TARGET_END));
    targets.filter_map(|(target, _)| Some(target.split_once('#')?.1))
}

/// The runs of ASCII letters and the runs of digits of a text, without what stands in double braces.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let plain = text
        .split("{{")
        .enumerate()
        .map(|(index, part)| if index == 0 { part } else { part.split_once("}}").map_or("", |(_, rest)| rest) });
    plain.flat_map(|part| part.split(|c: char| !c.is_ascii_alphanumeric() && c != ',')).flat_map(runs)
}

/// The runs of letters and of digits (with the commas between digits) of a part of a text.
fn runs(part: &str) -> impl Iterator<Item = &str> {
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let mut rest = part.trim_matches(',');
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(',');
        let first = rest.chars().next()?;
        let ends = |c: char| if is_letter(first) { !is_letter(c) } else { !c.is_ascii_digit() && c != ',' };
        let end = rest.find(ends).unwrap_or(rest.len());
        let (run, next) = rest.split_at(end);
        rest = next;
        Some(run.trim_end_matches(','))
    })
}

/// The number of a month, by its name with a capital: “may” is another word.
fn month(word: &str) -> Option<usize> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS.iter().position(|month| *month == word).map(|place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_are_found_beside_anything() {
        let found = |text| words(text).collect::<Vec<_>>();
        assert_eq!(
            found("PDF形式で15,000円、{{ facts.a1 }}とA4、May 25, 2020"),
            ["PDF", "15,000", "A", "4", "May", "25", "2020"]
        );
        assert_eq!(found("{{ open"), [""; 0]);
        assert_eq!(found(",,a,b,1,"), ["a", "b", "1"]);
        assert_eq!((month("May"), month("may")), (Some(5), None));
    }
}
