//! Edits that are provably equal in both languages: the same value or target was replaced by the same one.

use super::block::Block;
use super::diff::{Change, Edit};
use super::state::Row;

/// One language's blocks, as agreed and as of today.
#[derive(Debug, Clone, Copy)]
pub struct Sided<'a> {
    /// As agreed.
    pub agreed: &'a [Block],
    /// As of today.
    pub today: &'a [Block],
}

/// Whether both sides of a row changed nothing but targets, facts and numbers in digits, and those alike.
#[must_use]
pub fn is_alike(row: &Row, main: Sided<'_>, other: Sided<'_>) -> bool {
    match (row.main.as_slice(), row.other.as_slice()) {
        ([ours], [theirs]) => {
            let (ours, theirs) = (replaced(ours, main), replaced(theirs, other));
            ours.is_some_and(|(gone, came)| !(gone.is_empty() && came.is_empty()) && Some((gone, came)) == theirs)
        }
        _ => false,
    }
}

/// The values and targets that an edit took out and put in, sorted; `None` if it changed anything else.
fn replaced(edit: &Edit, side: Sided<'_>) -> Option<(Vec<String>, Vec<String>)> {
    let (old, new) = (&side.agreed[edit.old?], &side.today[edit.new?]);
    let (old_frame, old_values) = values(old);
    let (new_frame, new_values) = values(new);
    if !matches!(edit.change, Change::Edited | Change::Link) || old_frame != new_frame {
        return None;
    }
    let without = |all: &[String], others: &[String]| {
        let mut left = others.to_vec();
        let mut rest: Vec<String> = all.iter().filter(|value| !take(&mut left, value)).cloned().collect();
        rest.sort_unstable();
        rest
    };
    Some((without(&old_values, &new_values), without(&new_values, &old_values)))
}

/// Takes a value out of a list, if it is there.
fn take(list: &mut Vec<String>, value: &str) -> bool {
    let place = list.iter().position(|other| other == value);
    place.map(|place| list.swap_remove(place)).is_some()
}

/// A block's text with its values taken out, and the values: numbers, facts, targets.
fn values(block: &Block) -> (String, Vec<String>) {
    let mut frame = String::new();
    let mut values: Vec<String> = block.links.iter().map(|link| format!("link {link}")).collect();
    values.extend(block.images.iter().map(|image| format!("image {image}")));
    values.extend(block.facts.iter().map(|fact| format!("fact {fact}")));
    for (index, part) in block.text.split("{{").enumerate() {
        let words = if index == 0 { part } else { part.split_once("}}").map_or("", |(_, rest)| rest) };
        if index > 0 {
            frame.push_str("{{}}");
        }
        numbers(words, &mut frame, &mut values);
    }
    (frame, values)
}

/// Puts `#` for every number in digits. A number with a fraction or with commas is one.
fn numbers(words: &str, frame: &mut String, values: &mut Vec<String>) {
    let mut rest = words;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        frame.push_str(&rest[..start]);
        let run = &rest[start..];
        let end = run.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(run.len());
        let number = run[..end].trim_end_matches([',', '.']);
        values.push(number.replace(',', ""));
        frame.push('#');
        rest = &run[number.len()..];
    }
    frame.push_str(rest);
}
