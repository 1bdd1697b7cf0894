//! Finding the values of a text: one walk from left to right, at each place the most specific reading first.
//!
//! Addresses come before dates, dates before times, times before amounts, so that what one reading takes no
//! other sees again. One grammar serves every language: kanji and English words cannot be mistaken for each other,
//! and a Japanese page may well quote an English date.

mod address;
mod compound;
mod date;
mod date_en;
mod numeral;
mod quantity;
mod scan;
mod time;
mod unit;
mod vocabulary;
mod words;

use std::ops::Range;

pub use address::normal_url;
use scan::Scan;

use super::fold::Folded;
use super::value::{Data, DateParts, Strength, Value};

/// The values of a text, in their order.
#[must_use]
pub fn extract(text: &str) -> Vec<Value> {
    if !text.bytes().any(may_begin_value) {
        return Vec::new();
    }
    let folded = Folded::new(text);
    let mut out = Out::default();
    let mut scan = Scan::new(folded.text());
    numbering(&mut scan);
    while let Some(character) = scan.peek() {
        if !step(&mut scan, character, &mut out) {
            scan.skip();
        }
    }
    let original = |value: Value| Value { span: folded.original(value.span), ..value };
    out.values.into_iter().map(original).collect()
}

/// Whether a byte can stand in a value at all: everything but blanks and ASCII signs can.
fn may_begin_value(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// What was found so far.
#[derive(Debug, Default)]
struct Out {
    values: Vec<Value>,
    /// The year before the first of the era that was named last.
    era: Option<i32>,
}

impl Out {
    fn push(&mut self, data: Data, strength: Strength, span: Range<usize>) {
        self.values.push(Value { data, strength, span });
    }

    fn date(&mut self, parts: DateParts, span: Range<usize>) {
        self.push(Data::Date(parts), Strength::Hard, span);
    }
}

/// A way to read what stands at a place.
type Reading = fn(&mut Scan<'_>, &mut Out) -> bool;

/// What digits can begin.
const AT_DIGIT: &[Reading] = &[
    words::no_number,
    address::email,
    address::url,
    address::phone,
    date::date,
    date_en::numbered,
    time::time,
    address::code,
    quantity::quantity,
];
/// What an ASCII letter can begin, at the start of a word.
const AT_LETTER: &[Reading] = &[
    address::email,
    address::url,
    date::date,
    date_en::worded,
    time::named,
    quantity::money,
    words::answers,
    words::one_of,
    quantity::part_of_whole,
    quantity::quantity,
    address::name,
];
/// What anything else can begin.
const AT_OTHER: &[Reading] = &[
    words::no_number,
    quantity::money,
    address::phone,
    date::date,
    date::weekday,
    time::named,
    time::time,
    address::code,
    quantity::ordinal,
    words::answers,
    quantity::quantity,
];

/// Reads what stands here; false if there is nothing to read.
fn step(scan: &mut Scan<'_>, character: char, out: &mut Out) -> bool {
    let attempt =
        |scan: &mut Scan<'_>, out: &mut Out, readings: &[Reading]| readings.iter().any(|read| read(scan, out));
    if character.is_ascii_digit() {
        if !attempt(scan, out, AT_DIGIT) {
            scan.run(|c| c.is_ascii_digit());
        }
        glued(scan);
        true
    } else if character.is_ascii_alphabetic() {
        if vocabulary::is_plain(scan) || !attempt(scan, out, AT_LETTER) {
            scan.word();
            // The rest of `don't` and `card's` is no word of its own.
            let mut tail = *scan;
            if tail.eat("'") && tail.at_letter() {
                tail.word();
                *scan = tail;
            }
        }
        true
    } else if is_signal(character) {
        attempt(scan, out, AT_OTHER)
    } else {
        false
    }
}

/// Letters that are glued to the digits before them are part of a unit or a name, not a word.
fn glued(scan: &mut Scan<'_>) {
    if scan.before().is_some_and(|c| c.is_ascii_digit()) {
        scan.word();
    }
}

/// Characters other than ASCII letters and digits at which a value can begin.
fn is_signal(character: char) -> bool {
    matches!(
        character,
        '(' | '+'
            | '#'
            | '¥'
            | '$'
            | '€'
            | '£'
            | '※'
            | '*'
            | '〒'
            | '第'
            | '令'
            | '平'
            | '昭'
            | '大'
            | '明'
            | '午'
            | '朝'
            | '夕'
            | '夜'
            | '正'
            | '初'
            | '月'
            | '火'
            | '水'
            | '木'
            | '金'
            | '土'
            | '日'
            | '年'
            | '時'
            | '半'
            | '無'
            | '毎'
            | '隔'
            | '両'
            | '数'
            | '何'
            | '翌'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '〇'
            | '週'
    )
}

/// Passes typed numbering at the start of a block: `4. `, `(1)`, `3）`.
fn numbering(scan: &mut Scan<'_>) {
    let mut next = *scan;
    next.blanks();
    let bracket = next.eat("(");
    if next.digits(1, 2).is_none() {
        return;
    }
    let closed = if bracket { next.eat(")") } else { next.eat_any(&[".", ")"]) };
    if closed && !next.at_digit() {
        *scan = next;
    }
}
