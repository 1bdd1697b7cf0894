//! Dates in English: May 25, 2020; 25 May 2020; April 1–10; fiscal year 2026; Reiwa 2; the 1990s; Mondays.

use super::Out;
use super::date::era_base;
use super::scan::Scan;
use super::unit::unit;
use crate::parity::value::{Data, DateParts, Strength, YearKind};

/// The months, with their abbreviations.
const MONTHS: &[(&str, u8)] = &[
    ("January", 1),
    ("February", 2),
    ("March", 3),
    ("April", 4),
    ("May", 5),
    ("June", 6),
    ("July", 7),
    ("August", 8),
    ("September", 9),
    ("October", 10),
    ("November", 11),
    ("December", 12),
    ("Jan", 1),
    ("Feb", 2),
    ("Mar", 3),
    ("Apr", 4),
    ("Jun", 6),
    ("Jul", 7),
    ("Aug", 8),
    ("Sept", 9),
    ("Sep", 9),
    ("Oct", 10),
    ("Nov", 11),
    ("Dec", 12),
];

/// The days of the week; the abbreviations follow the seven full names.
const WEEKDAYS: &[(&str, u8)] = &[
    ("Monday", 1),
    ("Tuesday", 2),
    ("Wednesday", 3),
    ("Thursday", 4),
    ("Friday", 5),
    ("Saturday", 6),
    ("Sunday", 7),
    ("Mon", 1),
    ("Tue", 2),
    ("Tues", 2),
    ("Wed", 3),
    ("Thu", 4),
    ("Thur", 4),
    ("Thurs", 4),
    ("Fri", 5),
    ("Sat", 6),
    ("Sun", 7),
];

/// The words at which a date in English can begin.
pub(super) fn words() -> Vec<String> {
    let days = WEEKDAYS.iter().flat_map(|(day, _)| [(*day).to_owned(), format!("{day}s")]);
    let months = MONTHS.iter().map(|(month, _)| (*month).to_owned());
    months.chain(days).chain(["FY", "fiscal", "financial"].map(str::to_owned)).collect()
}

/// The most days before one month: `1, 8, 15, 22 and 29 May`.
const MAX_DAYS: usize = 8;

/// What may stand between the days of a range or a list.
const AND: &[&str] = &["-", "~", " - ", " to ", " and ", " or ", " through ", " until ", ", "];

/// Words after which May and March are months.
const BEFORE_MONTH: &[&str] = &[
    "in", "of", "by", "until", "till", "from", "to", "since", "late", "early", "mid", "every", "and", "through",
    "next", "last", "between", "during", "before", "after", "around", "each", "end",
];

/// A date that begins with a word.
pub(super) fn worded(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    month_first(scan, out) || fiscal(scan, out) || era(scan, out) || weekday(scan, out)
}

/// A date that begins with digits.
pub(super) fn numbered(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    day_first(scan, out) || decade(scan, out) || year_first(scan, out)
}

fn month(scan: &mut Scan<'_>) -> Option<(u8, bool)> {
    let mut next = *scan;
    let word = next.word();
    let index = MONTHS.iter().position(|(known, _)| *known == word)?;
    if index >= 12 {
        next.eat(".");
    }
    *scan = next;
    Some((MONTHS[index].1, index < 12))
}

/// A day of the month, perhaps with `st`, that is not the beginning of something else: `10 a.m.`, `300`, `10:30`.
fn day(scan: &mut Scan<'_>) -> Option<u8> {
    let mut next = *scan;
    let day = u8::try_from(next.digits(1, 2)?).ok().filter(|day| (1..=31).contains(day))?;
    let _ = ["st", "nd", "rd", "th"].iter().any(|suffix| next.eat_word(suffix));
    let mut after = next;
    let other = [":", ".0", ",0", "%", "年", "月"].iter().any(|sign| after.rest().starts_with(sign))
        || unit(&mut after).is_some()
        || is_clock(next);
    (!other && !next.at_letter()).then(|| *scan = next)?;
    Some(day)
}

/// Whether `a.m.` or `p.m.` follows.
fn is_clock(mut scan: Scan<'_>) -> bool {
    scan.blanks();
    ["a.m", "p.m", "am", "pm", "AM", "PM", "A.M", "P.M"].iter().any(|half| scan.rest().starts_with(half))
}

/// A year of four digits after a comma or a blank.
fn year(scan: &mut Scan<'_>) -> Option<i32> {
    let mut next = *scan;
    let _ = next.eat(", ") || next.eat(",") || next.eat(" of ") || next.eat(" ");
    let year =
        next.digits(4, 4).and_then(|year| i32::try_from(year).ok()).filter(|year| (1600..=2999).contains(year))?;
    let mut after = next;
    if next.rest().starts_with(['年', '-']) && !next.rest().starts_with("- ") || unit(&mut after).is_some() {
        return None;
    }
    *scan = next;
    Some(year)
}

/// `May 25, 2020`, `May 25`, `May 2020`, `April 1-10, 2024`, `in May`.
fn month_first(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let Some((month, full)) = month(&mut next) else { return false };
    let of = DateParts { month: Some(month), ..DateParts::default() };
    let mut days = Vec::new();
    let mut ahead = next;
    ahead.blanks();
    let mut start = scan.at;
    while let Some(day) = day(&mut ahead) {
        days.push((day, start..ahead.at));
        next = ahead;
        if !ahead.eat_any(AND) {
            break;
        }
        start = ahead.at;
    }
    let day_end = next.at;
    let year = year(&mut next);
    if days.is_empty() && year.is_none() && !(full && stands_alone(scan)) {
        return false;
    }
    if days.is_empty() {
        out.date(DateParts { year, ..of }, scan.at..next.at);
    }
    for (day, range) in days {
        let end = if range.end == day_end { next.at } else { range.end };
        out.date(DateParts { year, day: Some(day), ..of }, range.start..end);
    }
    *scan = next;
    true
}

/// Whether the month at this place is one without a day: May and March need a word before them that says so.
fn stands_alone(scan: &Scan<'_>) -> bool {
    if !scan.rest().starts_with("May") && !scan.rest().starts_with("March") {
        return true;
    }
    let mut after = *scan;
    after.word();
    if after.eat_any(AND) && month(&mut after).is_some() {
        return true;
    }
    let before = scan.passed().trim_end_matches([' ', '-', '~']);
    let word = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    BEFORE_MONTH.iter().any(|known| known.eq_ignore_ascii_case(word)) || MONTHS.iter().any(|(known, _)| *known == word)
}

/// `25 May 2020`, `1-10 April`, `25th of May`.
fn day_first(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let mut days = Vec::new();
    let mut start = next.at;
    while let Some(day) = day(&mut next).filter(|_| days.len() < MAX_DAYS) {
        days.push((day, start..next.at));
        let mut ahead = next;
        if !ahead.eat_any(AND) || !ahead.at_digit() {
            break;
        }
        next = ahead;
        start = next.at;
    }
    next.blanks();
    if next.eat("of ") {
        next.blanks();
    }
    let Some((month, _)) = month(&mut next) else { return false };
    let year = year(&mut next);
    let last = days.len().saturating_sub(1);
    for (index, (day, range)) in days.iter().enumerate() {
        let end = if index == last { next.at } else { range.end };
        let parts = DateParts { year, month: Some(month), day: Some(*day), span: YearKind::Calendar };
        out.date(parts, range.start..end);
    }
    let found = !days.is_empty();
    if found {
        *scan = next;
    }
    found
}

/// `1990s`
fn decade(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let Some(year) = next.digits(4, 4).and_then(|year| i32::try_from(year).ok()) else { return false };
    next.eat("'");
    if year % 10 != 0 || !(next.eat_word("s") || next.eat_word("ies")) {
        return false;
    }
    out.date(DateParts { span: YearKind::Decade, ..DateParts::year(year) }, scan.at..next.at);
    *scan = next;
    true
}

/// `2026 fiscal year`, `2016 (Heisei 28)`, `2016-17`.
fn year_first(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let Some(year) = next.digits(4, 4).and_then(|year| i32::try_from(year).ok()) else { return false };
    let first_end = next.at;
    if !(1600..=2999).contains(&year) {
        return false;
    }
    if next.eat_any(&[" fiscal year", " financial year"]) {
        out.date(DateParts::fiscal(year), scan.at..next.at);
    } else if let Some(second) = next.eat_any(&["-", "~"]).then(|| next.digits(2, 2)).flatten() {
        let second = year / 100 * 100 + i32::try_from(second).unwrap_or(0);
        if second <= year || next.rest().starts_with(['-', '/', '年']) {
            return false;
        }
        out.date(DateParts::year(year), scan.at..first_end);
        out.date(DateParts::year(second), first_end + 1..next.at);
    } else {
        return false;
    }
    *scan = next;
    true
}

/// `fiscal year 2026`, `FY2026`, `fiscal 2026`.
fn fiscal(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    if next.eat("FY") {
        next.eat_any(&[" ", "-"]);
    } else {
        if !(next.eat_word("fiscal") || next.eat_word("financial")) {
            return false;
        }
        next.blanks();
        let _ = next.eat_word("years") || next.eat_word("year");
        next.blanks();
    }
    let named = next.eat("Reiwa ").then_some(2018).or_else(|| next.eat("Heisei ").then_some(1988));
    let base = named.unwrap_or(0);
    let start = scan.at;
    let mut found = false;
    loop {
        let from = if found { next.at } else { start };
        let Some(year) = next.digits(1, 4).and_then(|year| i32::try_from(year).ok()) else { break };
        if base == 0 && year < 1600 {
            break;
        }
        out.date(DateParts::fiscal(base + year), from..next.at);
        *scan = next;
        found = true;
        if !next.eat_any(AND) {
            break;
        }
    }
    found
}

/// `Reiwa 2`, `Heisei 28 (2016)`.
fn era(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let Some(base) = era_base(next.word()) else { return false };
    next.blanks();
    let Some(year) = next.digits(1, 2).and_then(|year| i32::try_from(year).ok()) else { return false };
    out.date(DateParts::year(base + year), scan.at..next.at);
    *scan = next;
    true
}

/// `Monday`, `Saturdays`, `Mon.-Fri.`
fn weekday(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let word = next.word();
    let known = |word: &str| WEEKDAYS.iter().position(|(name, _)| *name == word);
    let Some(index) = known(word).or_else(|| word.strip_suffix('s').and_then(|one| known(one).filter(|at| *at < 7)))
    else {
        return false;
    };
    let short = index >= 7;
    let marked = next.rest().starts_with(['.', ')', '-', '~', ',']) || matches!(scan.before(), Some('(' | '-' | '~'));
    if short && !marked {
        return false;
    }
    let strength = if short { Strength::Soft } else { Strength::Hard };
    out.push(Data::Weekday(WEEKDAYS[index].1), strength, scan.at..next.at);
    *scan = next;
    true
}
