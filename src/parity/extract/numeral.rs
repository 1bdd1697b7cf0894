//! Numerals: digits with 千万億兆 or million, kanji, and English words, each as an exact amount.

use super::scan::Scan;
use crate::parity::decimal::{Decimal, MAX_DIGITS};

/// How a numeral is written, which says how much it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `35,000`, `3万5千`, `95 million`
    Digits,
    /// `三`, which is a number only before a word that counts.
    Kanji,
    /// `three`
    Word,
}

/// Japanese scales.
const SCALES: &[(&str, i64)] = &[("万", 10_000), ("億", 100_000_000), ("兆", 1_000_000_000_000)];
/// What may multiply within a scale.
const STEPS: &[(&str, i64)] = &[("千", 1_000), ("百", 100)];
/// English scales.
const WORD_SCALES: &[(&str, i64)] = &[
    ("hundred", 100),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
];
/// English words below 20.
const ONES: &[(&str, i64)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
];
/// English tens.
const TENS: &[(&str, i64)] = &[
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// The words at which a number in English can begin.
pub(super) fn words_known() -> Vec<String> {
    ONES.iter().chain(TENS).map(|(word, _)| (*word).to_owned()).chain(["a".to_owned()]).collect()
}

/// Passes a numeral of any form.
pub(super) fn numeral(scan: &mut Scan<'_>) -> Option<(Decimal, Form)> {
    match scan.peek()? {
        c if c.is_ascii_digit() => digits(scan).map(|amount| (amount, Form::Digits)),
        c if c.is_ascii_alphabetic() => words(scan).map(|amount| (amount, Form::Word)),
        _ => kanji(scan).map(|amount| (amount, Form::Kanji)),
    }
}

/// Passes digits with what multiplies them.
pub(super) fn digits(scan: &mut Scan<'_>) -> Option<Decimal> {
    let mut next = *scan;
    let first = plain(&mut next)?;
    let amount = if next.peek().is_some_and(|c| "百千万億兆".contains(c)) {
        japanese(&mut next, first)?
    } else {
        english(&mut next, first)?
    };
    *scan = next;
    Some(amount)
}

/// Passes digits: with commas before each three, and with a decimal point.
pub(super) fn plain(scan: &mut Scan<'_>) -> Option<Decimal> {
    let mut next = *scan;
    let mut numeral = next.run(|c| c.is_ascii_digit()).to_owned();
    if numeral.len() <= 3 {
        while let Some(group) = comma_group(&mut next).filter(|_| numeral.len() <= MAX_DIGITS) {
            numeral.push_str(group);
        }
    }
    let mut point = next;
    if point.eat(".") && point.at_digit() {
        let part = point.run(|c| c.is_ascii_digit());
        numeral = format!("{numeral}.{part}");
        next = point;
    }
    let amount = Decimal::parse(&numeral)?;
    *scan = next;
    Some(amount)
}

fn comma_group<'a>(scan: &mut Scan<'a>) -> Option<&'a str> {
    let mut next = *scan;
    let group = next.eat(",").then(|| next.run(|c| c.is_ascii_digit()))?;
    (group.len() == 3).then(|| *scan = next)?;
    Some(group)
}

/// `3億8598万7000` from its first digits on.
fn japanese(scan: &mut Scan<'_>, first: Decimal) -> Option<Decimal> {
    let mut total = Decimal::whole(0);
    let mut section = within_scale(scan, first)?;
    while let Some(scale) = scan.eat_entry(SCALES) {
        total = total.plus(section.times(Decimal::whole(scale))?)?;
        let mut next = *scan;
        section = match plain(&mut next).and_then(|more| within_scale(&mut next, more)) {
            Some(more) => {
                *scan = next;
                more
            }
            None => Decimal::whole(0),
        };
    }
    total.plus(section)
}

/// `3千5百` from its first digits on.
fn within_scale(scan: &mut Scan<'_>, first: Decimal) -> Option<Decimal> {
    let mut total = Decimal::whole(0);
    let mut section = first;
    while let Some(step) = scan.eat_entry(STEPS) {
        total = total.plus(section.times(Decimal::whole(step))?)?;
        let mut next = *scan;
        section = Decimal::whole(0);
        if next.at_digit() {
            section = plain(&mut next)?;
            *scan = next;
        }
    }
    total.plus(section)
}

/// `95 million` from its digits on.
fn english(scan: &mut Scan<'_>, first: Decimal) -> Option<Decimal> {
    let mut amount = first;
    while let Some(scale) = scale(scan) {
        amount = amount.times(Decimal::whole(scale))?;
    }
    Some(amount)
}

/// A scale word after a blank or a hyphen.
fn scale(scan: &mut Scan<'_>) -> Option<i64> {
    let mut next = *scan;
    next.eat_any(&[" ", "-"]).then_some(())?;
    let scale = next.eat_word_entry(WORD_SCALES)?;
    *scan = next;
    Some(scale)
}

/// Passes an English number in words: `twelve`, `twenty-five`, `one hundred and five thousand`, `a million`.
pub(super) fn words(scan: &mut Scan<'_>) -> Option<Decimal> {
    let mut next = *scan;
    let first = match below_hundred(&mut next) {
        Some(first) => first,
        None => {
            next.eat_word("a").then_some(())?;
            let mut ahead = next;
            scale(&mut ahead)?;
            1
        }
    };
    let mut total = 0_i64;
    let mut section = first;
    while let Some(scale) = scale(&mut next) {
        section = section.checked_mul(scale)?;
        if scale > 100 {
            total = total.checked_add(section)?;
            section = 0;
        }
        if let Some(more) = more(&mut next) {
            section = section.checked_add(more)?;
        }
    }
    *scan = next;
    Some(Decimal::whole(total.checked_add(section)?))
}

/// What follows a scale: `and five` in `one hundred and five`.
fn more(scan: &mut Scan<'_>) -> Option<i64> {
    let mut next = *scan;
    next.eat(" ").then_some(())?;
    let mut and = next;
    if and.eat_word("and") && and.eat(" ") {
        next = and;
    }
    let more = below_hundred(&mut next)?;
    *scan = next;
    Some(more)
}

fn below_hundred(scan: &mut Scan<'_>) -> Option<i64> {
    let mut next = *scan;
    let Some(tens) = next.eat_word_entry(TENS) else {
        let one = next.eat_word_entry(ONES)?;
        *scan = next;
        return Some(one);
    };
    *scan = next;
    let ones = next.eat_any(&["-", " "]).then(|| next.eat_word_entry(&ONES[..9])).flatten();
    if ones.is_some() {
        *scan = next;
    }
    Some(tens + ones.unwrap_or(0))
}

/// Passes a number in kanji: `二十五`, `二〇二〇`, `三万`.
pub(super) fn kanji(scan: &mut Scan<'_>) -> Option<Decimal> {
    let mut next = *scan;
    let run = next.run_up_to(MAX_KANJI, |c| KANJI.contains(c));
    let amount = if !run.is_empty() && run.chars().all(|c| kanji_digit(c).is_some()) {
        positional(run)?
    } else {
        additive(run)?
    };
    *scan = next;
    Some(Decimal::whole(amount))
}

/// The most bytes of a number in kanji: 24 characters.
const MAX_KANJI: usize = 72;

const KANJI: &str = "〇一二三四五六七八九十百千万億兆";

fn kanji_digit(character: char) -> Option<i64> {
    "〇一二三四五六七八九".chars().zip(0..).find(|&(digit, _)| digit == character).map(|(_, value)| value)
}

fn positional(run: &str) -> Option<i64> {
    run.chars().try_fold(0_i64, |value, c| value.checked_mul(10)?.checked_add(kanji_digit(c)?))
}

fn additive(run: &str) -> Option<i64> {
    let (mut total, mut section, mut digit) = (0_i64, 0_i64, None);
    for character in run.chars() {
        let step = match character {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            other if kanji_digit(other).is_some() => {
                digit = kanji_digit(other);
                continue;
            }
            other => {
                let scale = SCALES.iter().find(|(token, _)| token.starts_with(other))?.1;
                // A scale multiplies what stands before it, so it cannot begin a number.
                let before = section.checked_add(digit.take().unwrap_or(0)).filter(|&before| before > 0)?;
                total = before.checked_mul(scale)?.checked_add(total)?;
                section = 0;
                continue;
            }
        };
        section = section.checked_add(step * digit.take().unwrap_or(1))?;
    }
    let value = total.checked_add(section)?.checked_add(digit.unwrap_or(0))?;
    (value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numeral at the start, and what is left.
    fn read(text: &str) -> Option<(String, &str)> {
        let mut scan = Scan::new(text);
        let (amount, _) = numeral(&mut scan)?;
        Some((amount.to_string(), scan.rest()))
    }

    #[test]
    fn numerals_of_all_forms_are_exact() {
        for (text, amount, rest) in [
            ("3億8598万7000円", "385,987,000", "円"),
            ("1億2千万円", "120,000,000", "円"),
            ("3万5千円", "35,000", "円"),
            ("1.5億円", "150,000,000", "円"),
            ("9,500万枚", "95,000,000", "枚"),
            ("1億2万円", "100,020,000", "円"),
            ("2兆円", "2,000,000,000,000", "円"),
            ("95 million cards", "95,000,000", " cards"),
            ("1.2-billion", "1,200,000,000", ""),
            ("8,9", "8", ",9"),
            ("1,2345", "1", ",2345"),
            ("15,000.", "15,000", "."),
            ("twenty-five days", "25", " days"),
            ("twenty days", "20", " days"),
            ("one hundred and five yen", "105", " yen"),
            ("two thousand three hundred yen", "2,300", " yen"),
            ("a million people", "1,000,000", " people"),
            ("二十五日", "25", "日"),
            ("二〇二〇年", "2,020", "年"),
            ("三万五千円", "35,000", "円"),
            ("百円", "100", "円"),
        ] {
            assert_eq!(read(text), Some((amount.to_owned(), rest)), "{text}");
        }
    }

    #[test]
    fn what_is_no_numeral_is_left() {
        for text in ["万一", "often", "a card", "hundreds of", "someone", "onerous", "ones"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
