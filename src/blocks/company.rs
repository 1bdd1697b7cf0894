//! The company that words keep: a clue for blocks without links, names or loanwords, as many short list items are.
//!
//! A word that stands in several blocks has its translation in the translations of those. So two blocks that are like
//! the same other blocks, each in its own language, probably belong together. That takes no dictionary, only a first
//! alignment, and works for any two languages. What a block was itself aligned to first says nothing for it, so that
//! an error does not confirm itself. On damaged copies of the bundled pages this halves the errors.

use super::align::Match;
use super::block::Block;
use super::normal::is_cjk;

/// The most blocks of a text that are compared with each other; no page that people write has so many.
const MOST_BLOCKS: usize = 1_000;
/// The most blocks that a block is like, the likest first: what follows them adds time and nothing else.
const MOST_LIKE: usize = 24;
/// The most blocks that a word may stand in to say anything; at most half of the page.
const MOST_PLACES: usize = 40;
/// The longest part of a word that is compared, so that “document” and “documents” are one.
const STEM: usize = 5;

/// Which blocks of a text are like which others.
#[derive(Debug)]
pub(super) struct Likeness(Vec<Vec<(usize, f32)>>);

impl Likeness {
    /// The likeness of the blocks of one text.
    pub(super) fn new(blocks: &[Block]) -> Self {
        let blocks = if blocks.len() > MOST_BLOCKS { &[] } else { blocks };
        let count = blocks.len();
        let mut places: Vec<(u64, usize)> = Vec::new();
        for (block, words) in blocks.iter().map(|block| words(&block.text)).enumerate() {
            places.extend(words.into_iter().map(|word| (word, block)));
        }
        places.sort_unstable();
        let mut common = vec![0.0; count * count];
        let mut squares = vec![0.0_f32; count];
        for places in places.chunk_by(|one, other| one.0 == other.0) {
            // The fewer blocks have a word, the more it says.
            let weight = ((count + 1) as f32 / places.len() as f32).ln().powi(2);
            places.iter().for_each(|&(_, block)| squares[block] += weight);
            if (2..=(count / 2).clamp(3, MOST_PLACES)).contains(&places.len()) {
                for &(_, block) in places {
                    places.iter().for_each(|&(_, other)| common[block * count + other] += weight);
                }
            }
        }
        let lengths: Vec<f32> = squares.into_iter().map(|square| square.sqrt().max(0.1)).collect();
        let of_block = |(block, common): (usize, &[f32])| {
            let like = common.iter().enumerate().filter(|&(other, &common)| common > 0.0 && other != block);
            likest(like.map(|(other, common)| (other, common / (lengths[block] * lengths[other]))).collect())
        };
        Self(common.chunks(count.max(1)).enumerate().map(of_block).collect())
    }
}

fn likest(mut like: Vec<(usize, f32)>) -> Vec<(usize, f32)> {
    if like.len() > MOST_LIKE {
        like.select_nth_unstable_by(MOST_LIKE, |one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        like.truncate(MOST_LIKE);
    }
    like
}

/// The words of a text that are compared, as numbers: pairs of neighbouring kanji or katakana, and the stems of words of other
/// scripts. Digits are none: numbers do not steer. Hiragana is mostly grammar.
fn words(text: &str) -> Vec<u64> {
    let mut found = Vec::new();
    for (index, part) in text.split("{{").enumerate() {
        let plain = if index == 0 { part } else { part.split_once("}}").map_or("", |(_, rest)| rest) };
        for run in plain.split(|c: char| !c.is_alphabetic() || is_hiragana(c)) {
            for run in run.split_inclusive(is_cjk) {
                stem(run, &mut found);
            }
            pairs(run, &mut found);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn is_hiragana(c: char) -> bool {
    ('\u{3041}'..='\u{309F}').contains(&c)
}

/// The pairs of neighbouring CJK characters; one that stands alone is a pair with nothing.
fn pairs(run: &str, found: &mut Vec<u64>) {
    let mut last = None;
    let mut is_alone = false;
    for c in run.chars().map(|c| is_cjk(c).then(|| u64::from(u32::from(c)))).chain([None]) {
        match (last, c) {
            (Some(last), Some(c)) => found.push(last << 32 | c),
            (Some(last), None) if is_alone => found.push(last),
            _ => {}
        }
        is_alone = last.is_none();
        last = c;
    }
}

/// The beginning of a word that is not CJK.
fn stem(word: &str, found: &mut Vec<u64>) {
    let letters = || word.chars().filter(|&c| !is_cjk(c)).flat_map(char::to_lowercase);
    if letters().count() > 2 {
        // A hash by multiplication; no number of this size is a pair of characters.
        let fold = |hash: u64, c: char| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01B3);
        found.push(letters().take(STEM).fold(0xCBF2_9CE4_8422_2325, fold) | 1 << 63);
    }
}

/// What the company of blocks says for every pair of them.
#[derive(Debug, Default)]
pub(super) struct Company {
    scores: Vec<f32>,
    width: usize,
}

/// What the same company adds to a score, what quite another one takes from it, and how much likeness it takes for either to count
/// in full.
const SAME: f32 = 2.5;
const OTHER: f32 = 0.5;
const FULL: f32 = 0.3;

impl Company {
    /// What the likeness in both languages says, if these blocks belong together.
    pub(super) fn new(a: &Likeness, b: &Likeness, matches: &[Match]) -> Self {
        let (n, m) = (a.0.len(), b.0.len());
        let ours = Profiles::new(a, matches.iter().map(|found| found.a.clone()));
        let theirs = Profiles::new(b, matches.iter().map(|found| found.b.clone()));
        let mut who: Vec<Vec<(usize, f32)>> = vec![Vec::new(); matches.len()];
        for (block, profile) in theirs.of.iter().enumerate() {
            profile.iter().for_each(|&(found, weight)| who[found].push((block, weight)));
        }
        let mut scores = vec![0.0; n * m];
        for (row, (profile, length)) in scores.chunks_mut(m.max(1)).zip(ours.of.iter().zip(&ours.lengths)) {
            for &(found, weight) in profile {
                who[found].iter().for_each(|&(block, other)| row[block] += weight * other);
            }
            for (score, other) in row.iter_mut().zip(&theirs.lengths) {
                let evidence = (length.min(*other) / FULL).min(1.0);
                let cosine = if evidence > 0.0 { *score / (length * other) } else { 0.0 };
                *score = evidence * (SAME * cosine - OTHER * (1.0 - cosine));
            }
        }
        Self { scores, width: m }
    }

    /// What it says for two blocks.
    pub(super) fn score(&self, i: usize, j: usize) -> f32 {
        self.scores.get(i * self.width + j).copied().unwrap_or(0.0)
    }

    /// What it says for a block and two neighbours as one: a part has only a part of the company.
    pub(super) fn merged(&self, one: (usize, usize), other: (usize, usize)) -> f32 {
        0.6 * (self.score(one.0, one.1).max(0.0) + self.score(other.0, other.1).max(0.0))
    }
}

/// For each block of a text, how like it is to the blocks of each match, and the length of that vector.
struct Profiles {
    of: Vec<Vec<(usize, f32)>>,
    lengths: Vec<f32>,
}

impl Profiles {
    fn new(likeness: &Likeness, matches: impl Iterator<Item = std::ops::Range<usize>>) -> Self {
        let mut match_of = vec![None; likeness.0.len()];
        for (index, blocks) in matches.enumerate() {
            match_of.get_mut(blocks).into_iter().flatten().for_each(|place| *place = Some(index));
        }
        let profile = |(block, like): (usize, &Vec<(usize, f32)>)| {
            let to = |&(other, weight): &(usize, f32)| Some((match_of[other]?, weight));
            let mut profile: Vec<(usize, f32)> = like.iter().filter_map(to).collect();
            profile.retain(|&(found, _)| match_of[block] != Some(found));
            // Of two blocks that were matched as one, the liker counts.
            profile.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
            profile.dedup_by_key(|entry| entry.0);
            profile
        };
        let of: Vec<Vec<(usize, f32)>> = likeness.0.iter().enumerate().map(profile).collect();
        let length =
            |profile: &Vec<(usize, f32)>| profile.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        Self { lengths: of.iter().map(length).collect(), of }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_pairs_of_kanji_and_stems() {
        let common = |one: &str, other: &str| words(one).iter().filter(|word| words(other).contains(word)).count();
        assert_eq!(common("交付申請書を出す", "申請書"), 2);
        assert_eq!(common("税を払う", "税の種類"), 1);
        assert_eq!(common("Certificates online", "a Certificate, onlinestores"), 2);
        assert_eq!(common("300円です", "300 yen"), 0);
        assert_eq!(common("{{ facts.fee }}", "{{ facts.fee }}"), 0);
    }
}
