//! The state of a translation: what changed in two texts since somebody confirmed that they say the same.
//!
//! Whether a side changed follows from what its blocks say alone. The alignment is asked only when both sides
//! changed, so that a better aligner never changes the state of a settled topic; it also tells which block of the other
//! language a change belongs to.

use super::align::{Alignment, align};
use super::block::Block;
use super::diff::{Change, Diff, Edit, diff};

/// The state of a page against its counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It says what was confirmed, and so does its counterpart.
    Agreed,
    /// The topic is in some languages only, on purpose.
    Single,
    /// Nobody has confirmed that the two say the same.
    Unconfirmed,
    /// It changed, and its counterpart did not follow yet.
    Ahead,
    /// Both changed in the same places: probably translated, waiting for somebody to confirm it.
    Answered,
    /// There is no such page.
    Missing,
    /// The main language's page is gone.
    Orphan,
    /// Its counterpart changed, and it did not follow yet.
    Behind,
    /// Both changed, each in places of its own.
    Diverged,
}

impl State {
    /// The name that programs read.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Single => "single",
            Self::Unconfirmed => "unconfirmed",
            Self::Ahead => "ahead",
            Self::Answered => "answered",
            Self::Missing => "missing",
            Self::Orphan => "orphan",
            Self::Behind => "behind",
            Self::Diverged => "diverged",
        }
    }

    /// Whether readers of the page should know that the other language is newer.
    #[must_use]
    pub const fn is_outdated(self) -> bool {
        matches!(self, Self::Behind | Self::Diverged)
    }
}

/// The two texts of a pair.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'a> {
    /// The main language's.
    pub main: &'a [Block],
    /// The translation's.
    pub other: &'a [Block],
}

/// One of the two texts of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The main language's.
    Main,
    /// The translation's.
    Other,
}

/// Changes that belong together: of one side, or of both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// What changed in the main language.
    pub main: Vec<Edit>,
    /// What changed in the translation.
    pub other: Vec<Edit>,
    /// For changes of one side: what they belong to in today's text of the other side.
    pub partner: Option<Partner>,
}

impl Row {
    /// The side that changed alone; `None` if both did.
    #[must_use]
    pub fn side(&self) -> Option<Side> {
        match (self.main.is_empty(), self.other.is_empty()) {
            (false, true) => Some(Side::Main),
            (true, false) => Some(Side::Other),
            _ => None,
        }
    }
}

/// Where a change of one language belongs in the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Partner {
    /// To this block.
    Block(usize),
    /// Behind this block.
    After(usize),
    /// At the very beginning.
    Start,
}

/// Two texts against the pair that was agreed.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The state of the main language's page.
    pub main: State,
    /// The state of the translation.
    pub other: State,
    /// What changed, in the order of the texts.
    pub rows: Vec<Row>,
}

impl Comparison {
    /// How many rows wait for the other side to follow.
    #[must_use]
    pub fn open(&self) -> usize {
        self.rows.iter().filter(|row| row.side().is_some()).count()
    }
}

/// Compares today's texts with the agreed ones.
#[must_use]
pub fn compare(agreed: Texts<'_>, today: Texts<'_>) -> Comparison {
    let diffs = Diffs { main: diff(agreed.main, today.main), other: diff(agreed.other, today.other) };
    let rows = if diffs.main.is_changed() || diffs.other.is_changed() {
        let then = align(agreed.main, agreed.other);
        let now = align(today.main, today.other);
        rows(&diffs, &then, &now)
    } else {
        Vec::new()
    };
    let (main, other) = states(&diffs, &rows);
    Comparison { main, other, rows }
}

struct Diffs {
    main: Diff,
    other: Diff,
}

/// The truth table.
fn states(diffs: &Diffs, rows: &[Row]) -> (State, State) {
    match (diffs.main.is_changed(), diffs.other.is_changed()) {
        (false, false) => return (State::Agreed, State::Agreed),
        (true, false) => return (State::Ahead, State::Behind),
        (false, true) => return (State::Behind, State::Ahead),
        (true, true) => {}
    }
    let alone = |side| rows.iter().any(|row| row.side() == Some(side));
    match (alone(Side::Main), alone(Side::Other)) {
        (false, false) => (State::Answered, State::Answered),
        (true, false) => (State::Ahead, State::Behind),
        (false, true) => (State::Behind, State::Ahead),
        (true, true) => (State::Diverged, State::Diverged),
    }
}

/// Groups the changes of both sides: two belong together if their blocks were agreed to, or if one is new and stands
/// today where the other changed.
fn rows(diffs: &Diffs, then: &Alignment, now: &Alignment) -> Vec<Row> {
    let (main, other) = (diffs.main.edits(), diffs.other.edits());
    let mut groups = Groups::new(main.len() + other.len());
    for (index, edit) in main.iter().enumerate() {
        let belongs = |theirs: &Edit| {
            edit.old.zip(theirs.old).is_some_and(|(ours, theirs)| then.of_a(ours).contains(&theirs))
                || ((edit.old.is_none() || theirs.old.is_none())
                    && edit.new.zip(theirs.new).is_some_and(|(ours, theirs)| now.of_a(ours).contains(&theirs)))
        };
        for (place, _) in other.iter().enumerate().filter(|(_, theirs)| belongs(theirs)) {
            groups.join(index, main.len() + place);
        }
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut row_of: Vec<Option<usize>> = vec![None; main.len() + other.len()];
    let edits = main.iter().map(|edit| (Side::Main, edit)).chain(other.iter().map(|edit| (Side::Other, edit)));
    for (index, (side, edit)) in edits.enumerate() {
        let place = *row_of[groups.root(index)].get_or_insert_with(|| {
            rows.push(Row::default());
            rows.len() - 1
        });
        match side {
            Side::Main => rows[place].main.push(*edit),
            Side::Other => rows[place].other.push(*edit),
        }
    }
    for row in &mut rows {
        row.partner = partner(row, diffs, then, now);
    }
    rows
}

/// Where the changes of one side belong in today's text of the other side.
fn partner(row: &Row, diffs: &Diffs, then: &Alignment, now: &Alignment) -> Option<Partner> {
    let side = row.side()?;
    let (edit, ours, theirs) = match side {
        Side::Main => (row.main[0], &diffs.main, &diffs.other),
        Side::Other => (row.other[0], &diffs.other, &diffs.main),
    };
    let counterpart = |alignment: &Alignment, block: usize| match side {
        Side::Main => alignment.of_a(block),
        Side::Other => alignment.of_b(block),
    };
    // What was agreed, followed to today.
    let of_old = |old: usize| counterpart(then, old).find_map(|block| theirs.of_old[block].1);
    if let Some(block) = edit.old.and_then(of_old) {
        return Some(Partner::Block(block));
    }
    // A new block may already stand beside a block that did not change, but that is not its translation: only its place.
    let before = match (edit.new, edit.old) {
        (Some(new), None) => (0..new).rev().find_map(|block| match ours.of_new[block] {
            (Change::Inserted, _) | (_, None) => counterpart(now, block).last(),
            (_, Some(old)) => of_old(old),
        }),
        (_, Some(old)) => (0..old).rev().find_map(of_old),
        (None, None) => None,
    };
    Some(before.map_or(Partner::Start, Partner::After))
}

/// Things that are joined to groups step by step.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The first of a thing's group.
    fn root(&self, mut thing: usize) -> usize {
        while self.0[thing] != thing {
            thing = self.0[thing];
        }
        thing
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }
}

#[cfg(test)]
mod tests;
