//! The dynamic program that aligns: the way through two lists whose matches score most, with affine gaps.

use super::align::Match;

/// What a step of the way matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// A block and a block.
    One,
    /// Two neighbours of the first text and a block.
    TwoToOne,
    /// A block and two neighbours of the second text.
    OneToTwo,
}

/// What matches score.
pub(super) trait Scores {
    /// The score of a step that begins at `i` and `j`; `None` if it cannot be. A step of two is asked for only where
    /// there is a next block.
    fn score(&self, step: Step, i: usize, j: usize) -> Option<f32>;
}

/// What a gap costs, however long it is.
const GAP: f32 = 0.6;

/// The most pairs of places that are looked at. Beyond, only those near the diagonal are: no page that people write
/// has that many blocks, and a page that was made to be slow is not.
pub(super) const MOST_CELLS: usize = 2_000_000;

/// How the best way came to a place: what its last match was, and what its last step was.
const MATCH: u8 = 0b0000_0011;
const LAST: u8 = 0b0000_1100;
const LAST_A: u8 = 0b0000_0100;
const LAST_B: u8 = 0b0000_1000;
/// Whether the gap in one text goes on.
const GOES_ON_A: u8 = 0b0001_0000;
const GOES_ON_B: u8 = 0b0010_0000;

/// The best way through a list of `n` and a list of `m`: its matches, in order.
pub(super) fn run(n: usize, m: usize, scores: &impl Scores) -> Vec<Match> {
    if n == 0 || m == 0 {
        return Vec::new();
    }
    let band = Band::new(n, m);
    let mut ways = vec![0_u8; (n + 1) * band.width];
    // The best scores of this row and the two above, and those that end with a gap in the first text.
    let mut rows = [vec![NEVER; m + 1], vec![NEVER; m + 1], vec![NEVER; m + 1]];
    let mut gaps = vec![NEVER; m + 1];
    for i in 0..=n {
        rows.rotate_right(1);
        let [row, above, above_2] = &mut rows;
        row.fill(NEVER);
        let mut gap_b = NEVER;
        for j in band.columns(i) {
            let (matched, how) = best_match(scores, (i, j), (row, above, above_2));
            let from_above = above[j] - GAP;
            let mut way = how | if gaps[j] > from_above { GOES_ON_A } else { 0 };
            gaps[j] = if i == 0 { NEVER } else { gaps[j].max(from_above) };
            let from_left = if j == 0 { NEVER } else { row[j - 1] - GAP };
            way |= if gap_b > from_left { GOES_ON_B } else { 0 };
            gap_b = gap_b.max(from_left);
            let (best, last) = latest(matched, gaps[j], gap_b);
            row[j] = if (i, j) == (0, 0) { 0.0 } else { best };
            ways[band.cell(i, j)] = way | last;
        }
    }
    trace(n, m, scores, &band, &ways)
}

/// The score of what cannot be.
pub(super) const NEVER: f32 = f32::NEG_INFINITY;

/// The best way that ends with a match at a place.
fn best_match(
    scores: &impl Scores,
    (i, j): (usize, usize),
    (_, above, above_2): (&[f32], &[f32], &[f32]),
) -> (f32, u8) {
    let mut best = (NEVER, 0);
    if i == 0 || j == 0 {
        return best;
    }
    let mut look = |before: f32, step, from: (usize, usize), how| {
        // Ways that cannot be are not worth the score.
        if before > NEVER
            && let Some(score) = scores.score(step, from.0, from.1)
            && before + score > best.0
        {
            best = (before + score, how);
        }
    };
    look(above[j - 1], Step::One, (i - 1, j - 1), 0);
    if i > 1 {
        look(above_2[j - 1], Step::TwoToOne, (i - 2, j - 1), 1);
    }
    if j > 1 {
        look(above[j - 2], Step::OneToTwo, (i - 1, j - 2), 2);
    }
    best
}

/// The best of three scores, and what the last step then was.
fn latest(matched: f32, gap_a: f32, gap_b: f32) -> (f32, u8) {
    if matched >= gap_a && matched >= gap_b {
        (matched, 0)
    } else if gap_a >= gap_b {
        (gap_a, LAST_A)
    } else {
        (gap_b, LAST_B)
    }
}

/// Goes the best way back.
fn trace(n: usize, m: usize, scores: &impl Scores, band: &Band, ways: &[u8]) -> Vec<Match> {
    let mut matches = Vec::new();
    let (mut i, mut j) = (n, m);
    let mut last = None;
    while i > 0 || j > 0 {
        let way = ways[band.cell(i, j)];
        match last.unwrap_or(way & LAST) {
            LAST_A => {
                last = (way & GOES_ON_A != 0).then_some(LAST_A);
                i -= 1;
            }
            LAST_B => {
                last = (way & GOES_ON_B != 0).then_some(LAST_B);
                j -= 1;
            }
            _ => {
                last = None;
                let (step, a, b) = match way & MATCH {
                    0 => (Step::One, 1, 1),
                    1 => (Step::TwoToOne, 2, 1),
                    _ => (Step::OneToTwo, 1, 2),
                };
                let score = scores.score(step, i - a, j - b).unwrap_or(NEVER);
                matches.push(Match { a: i - a..i, b: j - b..j, score });
                (i, j) = (i - a, j - b);
            }
        }
    }
    matches.reverse();
    matches
}

/// The places that are looked at: all, or those near the diagonal.
struct Band {
    width: usize,
    n: usize,
    m: usize,
}

impl Band {
    fn new(n: usize, m: usize) -> Self {
        // Wide enough for neighbouring rows to overlap, however much longer one list is.
        let least = 64 + 4 * m.div_ceil(n);
        Self { width: (MOST_CELLS / (n + 1)).max(least).min(m + 1), n, m }
    }

    fn start(&self, i: usize) -> usize {
        (i * self.m / self.n).saturating_sub(self.width / 2).min(self.m + 1 - self.width)
    }

    fn columns(&self, i: usize) -> std::ops::Range<usize> {
        self.start(i)..self.start(i) + self.width
    }

    fn cell(&self, i: usize, j: usize) -> usize {
        i * self.width + (j - self.start(i))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters match themselves; a pair of letters matches its capital.
    struct Letters<'a>(&'a [u8], &'a [u8]);

    impl Scores for Letters<'_> {
        fn score(&self, step: Step, i: usize, j: usize) -> Option<f32> {
            let Self(a, b) = *self;
            match step {
                Step::One => (a[i] == b[j]).then_some(2.0),
                Step::TwoToOne => (a[i] == a[i + 1] && a[i].to_ascii_uppercase() == b[j]).then_some(1.0),
                Step::OneToTwo => (b[j] == b[j + 1] && b[j].to_ascii_uppercase() == a[i]).then_some(1.0),
            }
        }
    }

    fn aligned(a: &str, b: &str) -> Vec<(usize, usize, usize)> {
        let matches = run(a.len(), b.len(), &Letters(a.as_bytes(), b.as_bytes()));
        matches.iter().map(|found| (found.a.start, found.b.start, found.a.len() * 10 + found.b.len())).collect()
    }

    #[test]
    fn the_best_way_is_found_over_gaps_and_merges() {
        assert_eq!(aligned("abc", "abc"), [(0, 0, 11), (1, 1, 11), (2, 2, 11)]);
        assert_eq!(aligned("axxc", "ac"), [(0, 0, 11), (3, 1, 11)]);
        assert_eq!(aligned("ac", "yyac"), [(0, 2, 11), (1, 3, 11)]);
        assert_eq!(aligned("xaay", "xAy"), [(0, 0, 11), (1, 1, 21), (3, 2, 11)]);
        assert_eq!(aligned("xAy", "xaay"), [(0, 0, 11), (1, 1, 12), (2, 3, 11)]);
        assert_eq!(aligned("abc", "xyz"), []);
        assert_eq!(aligned("", "x"), []);
    }

    #[test]
    fn lists_without_end_are_looked_at_near_the_diagonal() {
        let long = "abcdefghij".repeat(1000);
        assert_eq!(aligned(&long, &long).len(), 10_000);
        assert_eq!(aligned(&long, "b").len(), 1);
        assert_eq!(aligned("b", &long).len(), 1);
    }
}
