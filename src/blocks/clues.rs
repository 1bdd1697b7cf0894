//! Clues that two blocks of different languages say the same: link targets, images, facts, numbers, Latin words,
//! loanwords.
//!
//! A clue counts the less the more blocks of a page have it. Words and ids count only if both pages have them,
//! since a Japanese text has few of an English one's; a link, image, fact or number that the other page lacks speaks against.

use std::collections::{HashMap, HashSet};

use super::block::Block;
use super::normal::{TARGET_END, TARGET_START};
use crate::japanese::loanword;

/// A clue of a block, before it is known what it weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Sort {
    Link,
    Image,
    Fact,
    Number,
    Fragment,
    Word,
    Loanword,
}

impl Sort {
    fn weight(self) -> f32 {
        match self {
            Self::Image => 2.0,
            Self::Link | Self::Fact | Self::Fragment => 1.5,
            Self::Number | Self::Word => 1.0,
            // It may be another word that only sounds like it.
            Self::Loanword => 0.5,
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

/// The clues of the blocks of two pages, of both alike.
pub(super) type Both = (Vec<Clues>, Vec<Clues>);

/// The clues of the blocks of two pages: with numbers, and without.
pub(super) fn clues(a: &[Block], b: &[Block]) -> (Both, Both) {
    let (mut in_a, mut in_b) = (a.iter().map(found).collect::<Vec<_>>(), b.iter().map(found).collect::<Vec<_>>());
    add_loanwords((a, &mut in_a), (b, &mut in_b));
    add_loanwords((b, &mut in_b), (a, &mut in_a));
    let mut known = Known::default();
    let (in_a, in_b) = (known.numbered(&in_a, Page::A), known.numbered(&in_b, Page::B));
    let weigh = |numbers: bool| {
        let weigh = |found: &[Vec<u32>]| found.iter().map(|clues| known.weighed(clues, numbers)).collect();
        (weigh(&in_a), weigh(&in_b))
    };
    (weigh(true), weigh(false))
}

/// One of the two pages.
#[derive(Clone, Copy)]
enum Page {
    A,
    B,
}

/// All clues of two pages, by number.
#[derive(Default)]
struct Known<'a> {
    numbers: HashMap<&'a (Sort, String), u32>,
    /// What each is, and how many blocks of each page have it.
    counts: Vec<(Sort, [usize; 2])>,
}

impl<'a> Known<'a> {
    fn numbered(&mut self, found: &'a [Found], page: Page) -> Vec<Vec<u32>> {
        let mut number = |clue: &'a (Sort, String)| {
            let next = u32::try_from(self.counts.len()).unwrap_or(u32::MAX);
            let number = *self.numbers.entry(clue).or_insert(next);
            if number == next {
                self.counts.push((clue.0, [0; 2]));
            }
            self.counts[number as usize].1[page as usize] += 1;
            number
        };
        found.iter().map(|clues| clues.iter().map(&mut number).collect()).collect()
    }

    fn weighed(&self, found: &[u32], numbers: bool) -> Clues {
        let mut clues = Clues::default();
        for &number in found {
            let (sort, [in_a, in_b]) = self.counts[number as usize];
            if sort == Sort::Number && !numbers {
                continue;
            }
            let rarity = (in_a.max(in_b) as f32).sqrt();
            if in_a > 0 && in_b > 0 {
                let weight = sort.weight() / rarity;
                clues.shared.push((number, weight));
                clues.total += weight;
                clues.signature |= 1 << (number % 64);
            } else if !matches!(sort, Sort::Word | Sort::Fragment | Sort::Loanword) {
                clues.total += UNMATCHED / rarity;
            }
        }
        clues.shared.sort_unstable_by_key(|clue| clue.0);
        clues
    }
}

/// The clues in a block, each once.
type Found = Vec<(Sort, String)>;

/// Adds the katakana words of one page that sound like words of the other, to the blocks of both.
fn add_loanwords((japanese, in_japanese): (&[Block], &mut [Found]), (english, in_english): (&[Block], &mut [Found])) {
    let runs: Vec<Vec<String>> = japanese.iter().map(|block| loanword::of_katakana(&block.text).collect()).collect();
    if runs.iter().all(Vec::is_empty) {
        return;
    }
    let words: Vec<Vec<String>> = english.iter().map(|block| loanword::of_english(&block.text).collect()).collect();
    let known: HashSet<&str> = words.iter().flatten().map(String::as_str).collect();
    let mut heard: HashSet<&str> = HashSet::new();
    for (runs, clues) in runs.iter().zip(in_japanese) {
        let parts: HashSet<&str> = runs.iter().flat_map(|run| parts(run)).filter(|part| known.contains(part)).collect();
        clues.extend(parts.iter().map(|&part| (Sort::Loanword, part.to_owned())));
        heard.extend(parts);
    }
    for (words, clues) in words.iter().zip(in_english) {
        let mut words: Vec<&String> = words.iter().filter(|word| heard.contains(word.as_str())).collect();
        words.sort_unstable();
        words.dedup();
        clues.extend(words.into_iter().map(|word| (Sort::Loanword, word.clone())));
    }
}

/// The most consonants of a loanword. More are several words joined, or nonsense.
const LONGEST: usize = 12;

/// What may be a word in a run of consonants: all of it, and every part that is not too short to mean anything.
fn parts(run: &str) -> impl Iterator<Item = &str> {
    let lengths = |start: usize| 3..=LONGEST.min(run.len() - start);
    let inner = (0..run.len()).flat_map(move |start| lengths(start).map(move |length| &run[start..start + length]));
    inner.chain((run.len() == 2).then_some(run))
}

fn found(block: &Block) -> Found {
    let mut found = Vec::new();
    found.extend(block.links.iter().map(|link| (Sort::Link, link.clone())));
    found.extend(block.images.iter().map(|image| (Sort::Image, image.clone())));
    found.extend(block.facts.iter().map(|fact| (Sort::Fact, fact.clone())));
    found.extend(fragments(&block.full).map(|fragment| (Sort::Fragment, fragment.to_owned())));
    for word in words(&block.text) {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            found.push((Sort::Number, word.replace(',', "")));
        } else if let Some(month) = month(word) {
            found.push((Sort::Number, month.to_string()));
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
