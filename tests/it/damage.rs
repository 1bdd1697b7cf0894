//! Damaged pairs of texts with a known alignment: what the aligner makes of them.
//!
//! The bundled pages whose languages have the same blocks in the same order are taken as right. The English side is
//! damaged by a seeded generator, so that every run sees the same damage.

#![expect(clippy::disallowed_methods, reason = "tests read the bundled content from the disk")]

use std::ops::Range;
use std::path::Path;

use taiyaku::blocks::{Block, Kind, align, blocks};
use taiyaku::lang::Languages;
use taiyaku::source::{Source, SourcePath};

/// A pair of texts, and for each block of the second the block of the first that it belongs to.
#[derive(Clone)]
pub(crate) struct Pair {
    /// The first text.
    pub(crate) main: Vec<Block>,
    /// The second text.
    pub(crate) other: Vec<Block>,
    /// The right partners of the second text's blocks; more than one for a merged block.
    pub(crate) gold: Vec<Range<usize>>,
}

/// How much of what the aligner says is right, and how much of what is right it says, in percent.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Measure {
    right: usize,
    said: usize,
    wanted: usize,
}

impl Measure {
    /// The share of what was said that is right.
    #[must_use]
    pub(crate) fn precision(self) -> f64 {
        self.right as f64 * 100.0 / self.said.max(1) as f64
    }

    /// The share of what is right that was said.
    #[must_use]
    pub(crate) fn recall(self) -> f64 {
        self.right as f64 * 100.0 / self.wanted.max(1) as f64
    }

    fn add(&mut self, pair: &Pair) {
        let alignment = align(&pair.main, &pair.other);
        for (block, gold) in pair.gold.iter().enumerate() {
            let said = alignment.of_b(block);
            self.said += said.len();
            self.wanted += gold.len();
            self.right += said.filter(|partner| gold.contains(partner)).count();
        }
    }
}

/// The bundled pairs whose languages have the same kinds of blocks in the same order.
#[must_use]
pub(crate) fn bundled() -> Vec<Pair> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = walkdir::WalkDir::new(content).sort_by_file_name().into_iter().map(|entry| entry.expect("a file"));
    let japanese = files.filter(|entry| {
        let path = entry.path().to_string_lossy();
        path.ends_with(".ja.md") && !path.contains(".agreed")
    });
    let pair = |entry: walkdir::DirEntry| {
        let english = entry.path().to_string_lossy().replace(".ja.md", ".en.md");
        let (main, other) = (read(entry.path()), read(Path::new(&english)));
        let kinds = |blocks: &[Block]| blocks.iter().map(|block| block.kind).collect::<Vec<_>>();
        let gold = (0..main.len()).map(|block| block..block + 1).collect();
        (kinds(&main) == kinds(&other)).then_some(Pair { main, other, gold })
    };
    japanese.filter_map(pair).collect()
}

fn read(path: &Path) -> Vec<Block> {
    let text = std::fs::read_to_string(path).expect("a page");
    let languages = Languages::new(&["ja", "en"]).expect("two languages");
    blocks(&Source::new(SourcePath::new("a"), &text), &languages)
}

/// Numbers that look random and are always the same (the constants of Knuth's MMIX).
pub(crate) struct Dice(u64);

impl Dice {
    /// True about `percent` times in a hundred.
    fn falls(&mut self, percent: u64) -> bool {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % 100 < percent
    }
}

/// A way of damaging a pair; the blocks of other pages are there to be put in.
pub(crate) type Damage = fn(Pair, &[Block], &mut Dice) -> Pair;

/// All ways, by name, with the precision and recall to reach: what a prototype reached on 84 pairs of pages of other sites, which
/// had longer texts. The bundled pages have many short list items without a link, a number or a Latin word.
pub(crate) const DAMAGES: &[(&str, Damage, f64, f64)] = &[
    ("none", |pair, _, _| pair, 100.0, 100.0),
    ("25 % of blocks deleted", |pair, _, dice| deleted(pair, 25, dice), 98.5, 98.4),
    ("15 % foreign blocks inserted", |pair, foreign, dice| inserted(pair, 15, foreign, dice), 99.4, 99.4),
    (
        "10 % deleted and 10 % inserted",
        |pair, foreign, dice| inserted(deleted(pair, 10, dice), 10, foreign, dice),
        98.9,
        99.3,
    ),
    ("half the page missing", |pair, _, _| halved(pair), 99.9, 99.9),
    ("paragraphs merged", |pair, _, dice| merged(pair, 50, dice), 99.9, 98.2),
    ("two sections swapped", |pair, _, _| swapped(pair), 99.0, 98.1),
];

fn keep(pair: Pair, kept: impl Fn(usize) -> bool) -> Pair {
    let all = pair.other.into_iter().zip(pair.gold).enumerate();
    let (other, gold) = all.filter(|(index, _)| kept(*index)).map(|(_, both)| both).unzip();
    Pair { other, gold, main: pair.main }
}

fn deleted(pair: Pair, percent: u64, dice: &mut Dice) -> Pair {
    let gone: Vec<bool> = pair.other.iter().map(|_| dice.falls(percent)).collect();
    keep(pair, |index| !gone[index])
}

fn inserted(pair: Pair, percent: u64, foreign: &[Block], dice: &mut Dice) -> Pair {
    let mut strangers = foreign.iter().filter(|block| block.kind != Kind::Field);
    let mut damaged = Pair { main: pair.main, other: Vec::new(), gold: Vec::new() };
    for (block, gold) in pair.other.into_iter().zip(pair.gold) {
        if dice.falls(percent)
            && let Some(stranger) = strangers.next()
        {
            damaged.other.push(stranger.clone());
            damaged.gold.push(0..0);
        }
        damaged.other.push(block);
        damaged.gold.push(gold);
    }
    damaged
}

fn halved(pair: Pair) -> Pair {
    let half = pair.other.len() / 2;
    keep(pair, |index| index < half)
}

/// Joins neighbouring paragraphs and items.
fn merged(pair: Pair, percent: u64, dice: &mut Dice) -> Pair {
    let mut damaged = Pair { main: pair.main, other: Vec::<Block>::new(), gold: Vec::<Range<usize>>::new() };
    for (block, gold) in pair.other.into_iter().zip(pair.gold) {
        match (damaged.other.last_mut(), damaged.gold.last_mut()) {
            (Some(last), Some(range))
                if range.len() == 1
                    && last.kind == block.kind
                    && last.depth == block.depth
                    && matches!(block.kind, Kind::Paragraph | Kind::Item)
                    && dice.falls(percent) =>
            {
                last.text = format!("{} {}", last.text, block.text);
                last.full = format!("{} {}", last.full, block.full);
                last.links.extend(block.links);
                last.facts.extend(block.facts);
                range.end = gold.end;
            }
            _ => {
                damaged.other.push(block);
                damaged.gold.push(gold);
            }
        }
    }
    damaged
}

/// Swaps the first two sections that a heading of level 2 begins.
fn swapped(pair: Pair) -> Pair {
    let starts: Vec<usize> = (0..pair.other.len()).filter(|&index| pair.other[index].level == 2).collect();
    let [first, second, ..] = starts.as_slice() else { return pair };
    let end = starts.get(2).copied().unwrap_or(pair.other.len());
    let order: Vec<usize> =
        (0..*first).chain(*second..end).chain(*first..*second).chain(end..pair.other.len()).collect();
    let other = order.iter().map(|&index| pair.other[index].clone()).collect();
    let gold = order.iter().map(|&index| pair.gold[index].clone()).collect();
    Pair { other, gold, main: pair.main }
}

/// What the aligner makes of all bundled pairs under a damage.
#[must_use]
pub(crate) fn measure(pairs: &[Pair], damage: Damage) -> Measure {
    let mut measure = Measure::default();
    // Several seeds, since the bundled site has few pages.
    for seed in 1..=10 {
        let mut dice = Dice(seed);
        let pairs = pairs.to_vec();
        let strangers: Vec<Vec<Block>> = pairs.iter().map(|pair| pair.other.clone()).collect();
        let count = pairs.len();
        for (index, pair) in pairs.into_iter().enumerate() {
            measure.add(&damage(pair, &strangers[(index + 1) % count], &mut dice));
        }
    }
    measure
}
