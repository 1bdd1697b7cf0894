//! Errors planted in pairs of texts that agree: what parity makes of the pairs as they are, and of each error in turn.
//!
//! The pairs are written in the manner of public information. The rules were tuned on those in `tests/data/parity/`.
//! Those in `tests/data/parity-blind/` were written before the rules were worked on and judged once afterwards; whoever
//! changes a rule because of one of them must move it to the first folder and write a new one.

#![expect(clippy::disallowed_methods, reason = "tests and benchmarks read their pairs from the disk")]

pub(crate) mod pages;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use taiyaku::parity::{Comparison, Data, Kind, Strength, Value, compare, extract};

/// Two texts that say the same.
#[derive(Debug, Deserialize)]
pub(crate) struct Pair {
    /// In Japanese.
    pub(crate) ja: String,
    /// In English.
    pub(crate) en: String,
}

/// The pairs of one half.
pub(crate) fn pairs(half: &str) -> Vec<Pair> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(half);
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let read = |path: &PathBuf| fs::read_to_string(path).expect("a file");
    files.iter().flat_map(|path| serde_json::from_str::<Vec<Pair>>(&read(path)).expect("pairs")).collect()
}

/// What came of the errors of one sort.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Tally {
    /// How many were planted.
    pub(crate) planted: usize,
    /// How many of them brought a warning at their place.
    pub(crate) warned: usize,
    /// How many brought a warning or a hint.
    pub(crate) told: usize,
    /// Warnings about something else.
    pub(crate) astray: usize,
}

impl Tally {
    /// The share of errors that brought a warning.
    pub(crate) fn recall(self) -> f64 {
        self.warned as f64 / self.planted.max(1) as f64
    }

    /// The share of warnings that were about the error.
    pub(crate) fn precision(self) -> f64 {
        self.warned as f64 / (self.warned + self.astray).max(1) as f64
    }

    /// Both together.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            planted: self.planted + other.planted,
            warned: self.warned + other.warned,
            told: self.told + other.told,
            astray: self.astray + other.astray,
        }
    }
}

/// What came of one half.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// How many pairs there are.
    pub(crate) pairs: usize,
    /// How many of them bring a warning as they are.
    pub(crate) false_warnings: usize,
    /// How many bring a hint as they are.
    pub(crate) false_hints: usize,
    /// Errors that put another value of the same sort in place of a value, by the rule that should find them.
    pub(crate) by_rule: BTreeMap<&'static str, Tally>,
    /// The same errors, by what was done.
    pub(crate) by_deed: BTreeMap<&'static str, Tally>,
    /// Errors after which there is no value of that sort any more, such as May 32.
    pub(crate) no_value: Tally,
    /// Every false alarm and every error without a warning.
    pub(crate) misses: Vec<String>,
}

impl Report {
    /// All errors that put a value in place of another.
    pub(crate) fn total(&self) -> Tally {
        self.by_rule.values().fold(Tally::default(), |sum, tally| sum.plus(*tally))
    }
}

/// Numbers that look random and are the same in every run (xorshift64).
pub(crate) struct Dice(u64);

impl Dice {
    /// The dice of every run.
    pub(crate) fn new() -> Self {
        Self(0x7a69_7961_6b75)
    }

    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("fewer sides than numbers")
    }
}

/// Words that an error may put in the place of others.
const SWAPS: &[(&str, &str, &str)] = &[
    ("half of the day", "午前", "午後"),
    ("half of the day", "a.m.", "p.m."),
    ("scale", "万", "億"),
    ("scale", "million", "billion"),
    ("era", "令和", "平成"),
    ("era", "昭和", "大正"),
    ("month", "April", "June"),
    ("month", "March", "May"),
    ("month", "January", "July"),
    ("month", "October", "November"),
    ("weekday", "Monday", "Tuesday"),
    ("weekday", "Wednesday", "Thursday"),
    ("weekday", "Saturday", "Friday"),
    ("weekday", "月曜", "火曜"),
    ("weekday", "水曜", "木曜"),
    ("number word", "two", "five"),
    ("number word", "three", "six"),
    ("number word", "four", "seven"),
    ("number word", "ten", "nine"),
    ("unit", "円", "ドル"),
    ("unit", "weeks", "months"),
    ("unit", "か月", "週間"),
    ("unit", "years", "months"),
    ("address", "info@", "inf@"),
    ("address", "/guide", "/guides"),
];

/// How often a digit of each value is replaced, each time by chance.
const ROUNDS: usize = 3;

/// Every error that can be planted in a value: what was done, and the text with it.
fn errors(text: &str, value: &Value, dice: &mut Dice) -> Vec<(&'static str, String)> {
    let written = &text[value.span.clone()];
    let put = |changed: String| format!("{}{changed}{}", &text[..value.span.start], &text[value.span.end..]);
    let mut errors = Vec::new();
    let digits: Vec<usize> = written.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
    for _ in 0..if digits.is_empty() { 0 } else { ROUNDS } {
        let at = digits[dice.roll(digits.len())];
        let digit = usize::from(written.as_bytes()[at] - b'0');
        let other = (digit + 1 + dice.roll(8)) % 10;
        errors.push(("digit", put(format!("{}{other}{}", &written[..at], &written[at + 1..]))));
    }
    let letters: Vec<usize> = written.match_indices(|c: char| c.is_ascii_lowercase()).map(|(at, _)| at).collect();
    if matches!(value.data, Data::Email(_) | Data::Url(_)) && !letters.is_empty() {
        let at = letters[dice.roll(letters.len())];
        let other = if &written[at..=at] == "q" { "k" } else { "q" };
        errors.push(("letter", put(format!("{}{other}{}", &written[..at], &written[at + 1..]))));
    }
    for &(deed, one, other) in SWAPS {
        let (from, to) = if written.contains(one) { (one, other) } else { (other, one) };
        if written.contains(from) {
            errors.push((deed, put(written.replacen(from, to, 1))));
        }
    }
    errors
}

/// Whether a planted error is one: it changes a value, to one that the other text does not have.
fn is_fresh(before: &[Value], after: &[Value], other: &[Value]) -> bool {
    let new = |value: &&Value| !before.iter().any(|old| old.data == value.data);
    let mut fresh = after.iter().filter(new).peekable();
    let told = fresh.peek().is_some();
    told && fresh.all(|value| !other.iter().any(|there| taiyaku::parity::compare::agrees(value, there)))
}

/// Whether an error puts a value in the place of one of its own sort. May 32 is an error too, but no date against a date.
fn keeps_sort(before: &[Value], after: &[Value]) -> bool {
    let sorts = |values: &[Value]| values.iter().map(|value| std::mem::discriminant(&value.data)).collect::<Vec<_>>();
    sorts(before) == sorts(after)
}

/// The rule that reports values of a sort.
fn rule(data: &Data) -> &'static str {
    match data.kind() {
        Kind::Date => "parity-date",
        Kind::Time => "parity-time",
        Kind::Number => "parity-number",
        Kind::Money => "parity-money",
        Kind::Phone => "parity-phone",
        Kind::Email => "parity-email",
        Kind::Link => "parity-link",
    }
}

/// What is made of all the pairs of one half.
pub(crate) fn judge(pairs: &[Pair]) -> Report {
    let mut report = Report::default();
    let mut dice = Dice::new();
    for pair in pairs {
        judge_clean(pair, &mut report);
        plant(pair, true, &mut dice, &mut report);
        plant(pair, false, &mut dice, &mut report);
    }
    report
}

fn judge_clean(pair: &Pair, report: &mut Report) {
    let (ja, en) = (extract(&pair.ja), extract(&pair.en));
    let clean = compare(&ja, &en);
    report.pairs += 1;
    report.false_warnings += usize::from(!clean.conflicts.is_empty());
    report.false_hints += usize::from(!(clean.only_first.is_empty() && clean.only_second.is_empty()));
    if clean != Comparison::default() {
        report.misses.push(format!("false alarm: {} | {}\n    {clean:?}\n    {ja:?}\n    {en:?}", pair.ja, pair.en));
    }
}

/// Plants every error in the values of one text, in turn.
fn plant(pair: &Pair, in_ja: bool, dice: &mut Dice, report: &mut Report) {
    let (text, other) = if in_ja { (&pair.ja, &pair.en) } else { (&pair.en, &pair.ja) };
    let (before, there) = (extract(text), extract(other));
    for value in before.iter().filter(|value| value.strength >= Strength::Soft && !matches!(value.data, Data::Name(_)))
    {
        for (deed, damaged) in errors(text, value, dice) {
            let after = extract(&damaged);
            if !is_fresh(&before, &after, &there) {
                continue;
            }
            let comparison = if in_ja { compare(&after, &there) } else { compare(&there, &after) };
            let tally = tally(&comparison, &after, value, in_ja);
            if tally.warned == 0 {
                let hint = if tally.told > 0 { " (hint)" } else { "" };
                report.misses.push(format!("missed {deed}{hint}: {damaged} | {other}"));
            }
            if !keeps_sort(&before, &after) {
                report.no_value = report.no_value.plus(tally);
                continue;
            }
            for (table, key) in [(&mut report.by_rule, rule(&value.data)), (&mut report.by_deed, deed)] {
                let sum = table.entry(key).or_default();
                *sum = sum.plus(tally);
            }
        }
    }
}

/// What was made of one error.
fn tally(comparison: &Comparison, after: &[Value], planted: &Value, in_ja: bool) -> Tally {
    let own = |&(ja, en): &(usize, usize)| if in_ja { ja } else { en };
    let there = |index: usize| {
        let span = &after[index].span;
        span.start <= planted.span.start && planted.span.start < span.end
    };
    let warnings = comparison.conflicts.iter().map(own);
    let hit = warnings.clone().any(there);
    let astray = warnings.filter(|&index| !there(index)).count();
    let told = *comparison != Comparison::default();
    Tally { planted: 1, warned: usize::from(hit), told: usize::from(told), astray }
}

/// Writes what came of one half.
pub(crate) fn show(name: &str, report: &Report) {
    println!(
        "{name}: {} pairs, {} with a false warning, {} with a false hint",
        report.pairs, report.false_warnings, report.false_hints
    );
    let rows = report.by_rule.iter().chain(&report.by_deed).map(|(name, tally)| (*name, *tally));
    show_table(rows.chain([("no such value", report.no_value), ("all", report.total())]));
    report.misses.iter().for_each(|miss| println!("  {miss}"));
}

/// Writes a table of what came of each sort of error.
pub(crate) fn show_table<'a>(rows: impl Iterator<Item = (&'a str, Tally)>) {
    println!("  {:40} {:>8} {:>7} {:>7} {:>10}", "", "planted", "recall", "told", "precision");
    for (name, tally) in rows {
        let told = tally.told as f64 / tally.planted.max(1) as f64;
        let (recall, precision) = (tally.recall(), tally.precision());
        println!("  {name:40} {:8} {recall:7.3} {told:7.3} {precision:10.3}", tally.planted);
    }
}
