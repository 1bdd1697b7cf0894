//! What changed in one language: the blocks of an older text against those of a newer one.

use std::collections::HashMap;

use super::block::{Block, Kind};
use super::similar::Bigrams;

/// What became of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Nothing.
    Same,
    /// It stands elsewhere.
    Moved,
    /// Only a target changed.
    Link,
    /// Its words changed.
    Edited,
    /// Its words changed, and it stands elsewhere.
    MovedAndEdited,
    /// It is gone.
    Deleted,
    /// It is new.
    Inserted,
}

impl Change {
    /// Whether readers get to know something else. A pure move is no change of what a text says.
    #[must_use]
    pub const fn counts(self) -> bool {
        !matches!(self, Self::Same | Self::Moved)
    }

    /// The name that programs read.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Moved => "moved",
            Self::Link => "link",
            Self::Edited => "edited",
            Self::MovedAndEdited => "moved-and-edited",
            Self::Deleted => "deleted",
            Self::Inserted => "inserted",
        }
    }
}

/// Two texts of one language, compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diff {
    /// What became of each older block, and which newer block it is.
    pub of_old: Vec<(Change, Option<usize>)>,
    /// What happened to each newer block, and which older block it was.
    pub of_new: Vec<(Change, Option<usize>)>,
}

impl Diff {
    /// Whether anything changed that counts.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.of_old.iter().chain(&self.of_new).any(|(change, _)| change.counts())
    }

    /// The changes that count, in the order of the newer text; what is gone stands where it stood.
    #[must_use]
    pub fn edits(&self) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut gone = 0;
        let mut until = |end: usize, edits: &mut Vec<Edit>| {
            let before = gone.min(end)..end;
            gone = gone.max(end);
            let deleted = before.filter(|&old| self.of_old[old].0 == Change::Deleted);
            edits.extend(deleted.map(|old| Edit { change: Change::Deleted, old: Some(old), new: None }));
        };
        for (new, &(change, old)) in self.of_new.iter().enumerate() {
            if let Some(old) = old.filter(|_| !matches!(change, Change::Moved | Change::MovedAndEdited)) {
                until(old, &mut edits);
            }
            if change.counts() {
                edits.push(Edit { change, old, new: Some(new) });
            }
        }
        until(self.of_old.len(), &mut edits);
        edits
    }

    fn set(&mut self, old: usize, new: usize, change: Change) {
        self.of_old[old] = (change, Some(new));
        self.of_new[new] = (change, Some(old));
    }
}

/// One change that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What happened.
    pub change: Change,
    /// The older block.
    pub old: Option<usize>,
    /// The newer block.
    pub new: Option<usize>,
}

/// How alike blocks of one kind, and of two kinds, must be to be one block that was edited.
const ALIKE: f32 = 0.34;
const ALIKE_ACROSS_KINDS: f32 = 0.60;
/// How alike and how long blocks must be to be one block that was edited and moved.
const ALIKE_FAR: f32 = 0.80;
const LONG: usize = 12;
/// The most pairs of blocks that are compared with each other: two wholly different texts of 2,000 blocks. Longer
/// ones are compared by what is equal.
const MOST_PAIRS: usize = 4_000_000;

/// Compares an older text with a newer one.
#[must_use]
pub fn diff(old: &[Block], new: &[Block]) -> Diff {
    let mut diff =
        Diff { of_old: vec![(Change::Deleted, None); old.len()], of_new: vec![(Change::Inserted, None); new.len()] };
    let (old_ids, new_ids) = identities(old, new);
    let equal = common(&old_ids, &new_ids);
    for &(one, other) in &equal {
        diff.set(one, other, Change::Same);
    }
    let sides = Sides { old: Side::new(old, &diff.of_old), new: Side::new(new, &diff.of_new) };
    let ends = std::iter::once((old.len(), new.len()));
    let mut from = (0, 0);
    for (one, other) in equal.into_iter().chain(ends) {
        pair_gap(&mut diff, &sides, (from.0, one), (from.1, other));
        from = (one + 1, other + 1);
    }
    find_moved(&mut diff, &sides, &old_ids, &new_ids);
    diff
}

/// A number for each block; two blocks have the same number if they say the same.
fn identities(old: &[Block], new: &[Block]) -> (Vec<u32>, Vec<u32>) {
    let mut known: HashMap<(&str, &str), u32> = HashMap::new();
    let mut number = |block| -> u32 {
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        *known.entry(Block::identity(block)).or_insert(next)
    };
    let old_ids = old.iter().map(&mut number).collect();
    (old_ids, new.iter().map(number).collect())
}

/// A longest common subsequence, as pairs of places; head and tail are cut off first.
fn common(old: &[u32], new: &[u32]) -> Vec<(usize, usize)> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let mut pairs: Vec<_> = (0..head).map(|place| (place, place)).collect();
    let (old_middle, new_middle) = (&old[head..old_end], &new[head..new_end]);
    let middle = if old_middle.len() * new_middle.len() <= MOST_PAIRS {
        longest_common(old_middle, new_middle)
    } else {
        in_order_once(old_middle, new_middle)
    };
    pairs.extend(middle.into_iter().map(|(one, other)| (one + head, other + head)));
    pairs.extend((0..tail).map(|place| (old_end + place, new_end + place)));
    pairs
}

/// A longest common subsequence by the table of all pairs.
fn longest_common(old: &[u32], new: &[u32]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut table = vec![0_u32; (old.len() + 1) * width];
    for one in (0..old.len()).rev() {
        for other in (0..new.len()).rev() {
            let next = (one + 1) * width + other;
            table[one * width + other] = if old[one] == new[other] {
                table[next + 1] + 1
            } else {
                table[next].max(table[one * width + other + 1])
            };
        }
    }
    let (mut one, mut other) = (0, 0);
    let mut pairs = Vec::new();
    while one < old.len() && other < new.len() {
        if old[one] == new[other] {
            pairs.push((one, other));
            one += 1;
            other += 1;
        } else if table[(one + 1) * width + other] >= table[one * width + other + 1] {
            one += 1;
        } else {
            other += 1;
        }
    }
    pairs
}

/// The longest run in order of what occurs once in each text: in time proportional to n log n for texts of any length.
fn in_order_once(old: &[u32], new: &[u32]) -> Vec<(usize, usize)> {
    let places = |ids: &[u32]| {
        let mut places: HashMap<u32, Option<usize>> = HashMap::new();
        for (place, &id) in ids.iter().enumerate() {
            places.entry(id).and_modify(|place| *place = None).or_insert(Some(place));
        }
        places
    };
    let (in_old, in_new) = (places(old), places(new));
    let once = |id: &u32| Some(((*in_old.get(id)?)?, (*in_new.get(id)?)?));
    let candidates: Vec<(usize, usize)> = old.iter().filter_map(once).collect();
    // The last of the best run of each length, and who comes before whom.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    for (index, &(_, other)) in candidates.iter().enumerate() {
        let length = ends.partition_point(|&end| candidates[end].1 < other);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() { ends.push(index) } else { ends[length] = index }
    }
    let mut run = Vec::new();
    let mut next = ends.last().copied();
    while let Some(index) = next {
        run.push(candidates[index]);
        next = before[index];
    }
    run.reverse();
    run
}

/// A text's blocks with the bigrams of those that have no equal.
struct Side<'a> {
    blocks: &'a [Block],
    bigrams: Vec<Option<Bigrams>>,
}

struct Sides<'a> {
    old: Side<'a>,
    new: Side<'a>,
}

impl<'a> Side<'a> {
    fn new(blocks: &'a [Block], state: &[(Change, Option<usize>)]) -> Self {
        let bigrams = |(block, (_, partner)): (&Block, &(Change, Option<usize>))| {
            partner.is_none().then(|| Bigrams::new(&block.text))
        };
        Self { blocks, bigrams: blocks.iter().zip(state).map(bigrams).collect() }
    }
}

impl Sides<'_> {
    /// How alike two blocks are; `None` if they cannot be one.
    fn alike(&self, old: usize, new: usize) -> Option<f32> {
        let (one, other) = (&self.old.blocks[old], &self.new.blocks[new]);
        let is_field = one.kind == Kind::Field || other.kind == Kind::Field;
        if is_field && (one.kind != other.kind || one.name != other.name) {
            return None;
        }
        if one.text == other.text && !one.text.is_empty() {
            return Some(1.0);
        }
        let dice = self.dice(old, new);
        let least = if one.kind == other.kind { ALIKE } else { ALIKE_ACROSS_KINDS };
        (dice >= least || is_field).then_some(dice)
    }

    fn dice(&self, old: usize, new: usize) -> f32 {
        match (&self.old.bigrams[old], &self.new.bigrams[new]) {
            (Some(one), Some(other)) => one.dice(other),
            _ => 0.0,
        }
    }

    fn change(&self, old: usize, new: usize) -> Change {
        if self.old.blocks[old].text == self.new.blocks[new].text { Change::Link } else { Change::Edited }
    }
}

/// Pairs the blocks between two equal ones, in order, so that the pairs are most alike together.
fn pair_gap(diff: &mut Diff, sides: &Sides<'_>, old: (usize, usize), new: (usize, usize)) {
    let (height, width) = (old.1 - old.0, new.1 - new.0);
    if height == 0 || width == 0 || height * width > MOST_PAIRS {
        return;
    }
    if (height, width) == (1, 1) && sides.are_alone(old.0, new.0) {
        return diff.set(old.0, new.0, sides.change(old.0, new.0));
    }
    let mut best = vec![0.0_f32; (height + 1) * (width + 1)];
    let at = |row: usize, column: usize| row * (width + 1) + column;
    let mut weights = vec![f32::NAN; height * width];
    for row in (0..height).rev() {
        for column in (0..width).rev() {
            let weight = sides.alike(old.0 + row, new.0 + column);
            weights[row * width + column] = weight.unwrap_or(f32::NAN);
            // NAN loses every comparison by `max`.
            let paired = weight.unwrap_or(f32::NAN) + best[at(row + 1, column + 1)];
            best[at(row, column)] = best[at(row + 1, column)].max(best[at(row, column + 1)]).max(paired);
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < height && column < width {
        let paired = weights[row * width + column] + best[at(row + 1, column + 1)];
        if paired >= best[at(row, column)] {
            diff.set(old.0 + row, new.0 + column, sides.change(old.0 + row, new.0 + column));
            (row, column) = (row + 1, column + 1);
        } else if best[at(row + 1, column)] >= best[at(row, column + 1)] {
            row += 1;
        } else {
            column += 1;
        }
    }
}

impl Sides<'_> {
    /// Whether a lone block in the place of a lone block is that block, however much of it changed.
    fn are_alone(&self, old: usize, new: usize) -> bool {
        let (one, other) = (&self.old.blocks[old], &self.new.blocks[new]);
        one.kind == other.kind && (one.kind != Kind::Field || one.name == other.name)
    }
}

/// Pairs what is left: equal blocks anywhere, then long blocks that are nearly equal.
fn find_moved(diff: &mut Diff, sides: &Sides<'_>, old_ids: &[u32], new_ids: &[u32]) {
    let left = |state: &[(Change, Option<usize>)]| -> Vec<usize> {
        (0..state.len()).filter(|&place| state[place].1.is_none()).collect()
    };
    let mut waiting: HashMap<u32, Vec<usize>> = HashMap::new();
    for new in left(&diff.of_new).into_iter().rev() {
        waiting.entry(new_ids[new]).or_default().push(new);
    }
    for old in left(&diff.of_old) {
        if let Some(new) = waiting.get_mut(&old_ids[old]).and_then(Vec::pop) {
            diff.set(old, new, Change::Moved);
        }
    }
    let (old_left, new_left) = (left(&diff.of_old), left(&diff.of_new));
    if old_left.len() * new_left.len() > MOST_PAIRS {
        return;
    }
    let is_long = |bigrams: &Option<Bigrams>| bigrams.as_ref().is_some_and(|bigrams| bigrams.length >= LONG);
    for old in old_left.into_iter().filter(|&old| is_long(&sides.old.bigrams[old])) {
        let free = new_left.iter().filter(|&&new| diff.of_new[new].1.is_none() && is_long(&sides.new.bigrams[new]));
        let alike = free.filter_map(|&new| Some((sides.alike(old, new)?, new)));
        let best = alike.filter(|&(dice, _)| dice >= ALIKE_FAR).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((_, new)) = best {
            diff.set(old, new, Change::MovedAndEdited);
        }
    }
}

#[cfg(test)]
mod tests;
