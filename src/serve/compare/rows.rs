//! Two texts beside each other, row by row: what belongs together, and why somebody should look. Pure functions.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::blocks::{Alignment, Block, Change, Edit, Partner, Side, align};
use crate::resolve::Changes;

/// Blocks of both languages that belong together; where one language has none, it lacks what the other says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// Blocks of the main language's text.
    pub(super) main: Range<usize>,
    /// Blocks of the translation.
    pub(super) other: Range<usize>,
    /// Why somebody should look, without what is told by findings.
    pub(super) reasons: BTreeSet<Reason>,
}

/// Why somebody should look at a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// The main language's text changed, and the translation did not follow.
    OtherBehind,
    /// The translation changed, and the main language's text did not follow.
    MainBehind,
    /// Something was removed from the main language's text that the translation still says.
    MainRemoved,
    /// Something was removed from the translation that the main language's text still says.
    OtherRemoved,
    /// Both changed; somebody should confirm it.
    BothChanged,
    /// The translation has nothing that belongs here.
    OtherMissing,
    /// The main language's text has nothing that belongs here.
    MainMissing,
}

/// The rows of two texts, in the order of the main language's.
pub(super) fn rows(main: &[Block], other: &[Block], changes: Option<&Changes>) -> Vec<Row> {
    let alignment = align(main, other);
    let mut rows = together(&alignment, main.len(), other.len());
    for row in &mut rows {
        match (row.main.is_empty(), row.other.is_empty()) {
            (false, true) => drop(row.reasons.insert(Reason::OtherMissing)),
            (true, false) => drop(row.reasons.insert(Reason::MainMissing)),
            _ => {}
        }
    }
    for change in changes.iter().flat_map(|changes| &changes.comparison.rows) {
        mark(&mut rows, change);
    }
    rows
}

/// What belongs together. A block of the translation that stands alone follows the one before it.
fn together(alignment: &Alignment, main: usize, other: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut next = 0;
    while next < main {
        let others = alignment.of_a(next);
        let end = if others.is_empty() { next + 1 } else { alignment.of_b(others.start).end.max(next + 1) };
        rows.push(Row { main: next..end, other: others, reasons: BTreeSet::new() });
        next = end;
    }
    for lone in (0..other).filter(|&block| alignment.of_b(block).is_empty()) {
        let before = (0..lone).rev().find_map(|block| rows.iter().position(|row| row.other.contains(&block)));
        let end = rows.get(before.map_or(0, |row| row + 1)).map_or(main, |row| row.main.start);
        let place = before.map_or(0, |row| row + 1);
        rows.insert(place, Row { main: end..end, other: lone..lone + 1, reasons: BTreeSet::new() });
    }
    rows
}

/// Gives a change since the texts were agreed to the rows that it is about.
fn mark(rows: &mut [Row], change: &crate::blocks::Row) {
    let changed = |side| move |edit: &Edit| Some((side, edit.new?));
    let edited = change.main.iter().filter_map(changed(Side::Main));
    let mut places: Vec<_> = edited.chain(change.other.iter().filter_map(changed(Side::Other))).collect();
    let (alone, reasons) = match change.side() {
        None => (None, (Reason::BothChanged, Reason::BothChanged)),
        Some(Side::Main) => (Some(Side::Other), (Reason::OtherBehind, Reason::MainRemoved)),
        Some(Side::Other) => (Some(Side::Main), (Reason::MainBehind, Reason::OtherRemoved)),
    };
    if let (Some(side), Some(Partner::Block(block))) = (alone, change.partner) {
        places.push((side, block));
    }
    let is_removed = change.main.iter().chain(&change.other).all(|edit| edit.change == Change::Deleted);
    for row in rows {
        let holds = |&(side, block): &(Side, usize)| match side {
            Side::Main => row.main.contains(&block),
            Side::Other => row.other.contains(&block),
        };
        if places.iter().any(holds) {
            row.reasons.insert(if is_removed { reasons.1 } else { reasons.0 });
        }
    }
}

/// What happened to a block of today since the texts were agreed.
pub(super) fn edit_of(changes: Option<&Changes>, side: Side, block: usize) -> Option<Edit> {
    let rows = &changes?.comparison.rows;
    let edits = rows.iter().flat_map(|row| match side {
        Side::Main => &row.main,
        Side::Other => &row.other,
    });
    edits.copied().find(|edit| edit.new == Some(block))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::{Texts, blocks, compare};
    use crate::lang::Languages;
    use crate::source::{Source, SourcePath};

    fn read(name: &str, body: &str) -> Vec<Block> {
        let languages = Languages::new(&["ja", "en"]).expect("two languages");
        let text = format!("---\ntitle: T\n---\n\n{body}");
        blocks(&Source::new(SourcePath::new(name), &text), &languages)
    }

    fn changes(agreed: (&str, &str), today: (&str, &str)) -> Changes {
        let read = |pair: (&str, &str)| (read("a.ja.md", pair.0), read("a.en.md", pair.1));
        let (agreed, today) = (read(agreed), read(today));
        let texts = |pair: &'_ (Vec<Block>, Vec<Block>)| (pair.0.clone(), pair.1.clone());
        let (then, now) = (texts(&agreed), texts(&today));
        let comparison = compare(Texts { main: &then.0, other: &then.1 }, Texts { main: &now.0, other: &now.1 });
        Changes { comparison, agreed, today }
    }

    /// The rows in short, without those that need no look.
    fn told(agreed: (&str, &str), today: (&str, &str)) -> Vec<(Range<usize>, Range<usize>, Vec<Reason>)> {
        let changes = changes(agreed, today);
        let rows = rows(&changes.today.0, &changes.today.1, Some(&changes));
        let told = rows.into_iter().filter(|row| !row.reasons.is_empty());
        told.map(|row| (row.main, row.other, row.reasons.into_iter().collect())).collect()
    }

    const AGREED: (&str, &str) = (
        "## 手数料\n\n手数料は300円です。\n\n## 受付時間\n\n窓口は9時から17時まで開いています。\n",
        "## Fees\n\nThe fee is 300 yen.\n\n## Hours\n\nThe counter is open from 9 am to 5 pm.\n",
    );

    #[test]
    fn nothing_is_told_of_what_was_agreed() {
        assert_eq!(told(AGREED, AGREED), []);
    }

    #[test]
    fn a_change_of_one_side_is_told_on_the_row_that_should_follow() {
        let ja = AGREED.0.replace("300円", "500円");
        assert_eq!(told(AGREED, (&ja, AGREED.1)), [(2..3, 2..3, vec![Reason::OtherBehind])]);
        let en = AGREED.1.replace("300 yen", "500 yen");
        assert_eq!(told(AGREED, (AGREED.0, &en)), [(2..3, 2..3, vec![Reason::MainBehind])]);
        assert_eq!(told(AGREED, (&ja, &en)), [(2..3, 2..3, vec![Reason::BothChanged])]);
    }

    #[test]
    fn what_one_side_lacks_has_a_row_of_its_own() {
        let ja = AGREED.0.replace("## 受付時間", "支払いには現金とカードを使えます。\n\n## 受付時間");
        let expected = [(3..4, 0..0, vec![Reason::OtherBehind, Reason::OtherMissing])];
        assert_eq!(told(AGREED, (&ja, AGREED.1)), expected);
        let en = AGREED.1.replace("## Hours", "You can pay in cash or by card at the desk.\n\n## Hours");
        assert_eq!(told((AGREED.0, &en), (AGREED.0, &en)), [(3..3, 3..4, vec![Reason::MainMissing])]);
    }

    #[test]
    fn what_was_removed_is_told_where_the_other_language_still_says_it() {
        let ja = AGREED.0.replace("手数料は300円です。\n\n", "");
        let expected = [(2..2, 2..3, vec![Reason::MainRemoved, Reason::MainMissing])];
        assert_eq!(told(AGREED, (&ja, AGREED.1)), expected);
    }

    #[test]
    fn every_block_stands_in_exactly_one_row() {
        let (main, other) = (read("a.ja.md", AGREED.0), read("a.en.md", "Only one paragraph.\n\n- a\n- b\n- c\n"));
        let rows = rows(&main, &other, None);
        let of = |range: fn(&Row) -> &Range<usize>| {
            let mut blocks: Vec<usize> = rows.iter().flat_map(|row| range(row).clone()).collect();
            blocks.sort_unstable();
            blocks
        };
        assert_eq!(of(|row| &row.main), (0..main.len()).collect::<Vec<_>>());
        assert_eq!(of(|row| &row.other), (0..other.len()).collect::<Vec<_>>());
    }
}
