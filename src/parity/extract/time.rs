//! Times of day: 午前9時30分, 17:15, 9:30 a.m., noon; and ranges whose ends share one half of the day.

use std::ops::Range;

use super::Out;
use super::numeral;
use super::scan::Scan;
use crate::parity::value::{Data, Strength, TimeOfDay};

const NOON: u16 = 12 * 60;

/// A time of day as it is written.
#[derive(Debug, Clone)]
struct Clock {
    hour: u16,
    minute: u16,
    half: Option<Half>,
    /// Whether it is a lone number, which only a range with a time makes a time.
    bare: bool,
    range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// Words for a half of the day in front of a time.
const BEFORE: &[(&str, Half)] = &[
    ("午前", Half::Morning),
    ("午後", Half::Afternoon),
    ("朝", Half::Morning),
    ("夕方", Half::Afternoon),
    ("夜", Half::Afternoon),
];

/// Words for a half of the day behind a time.
const AFTER: &[(&str, Half)] = &[
    ("a.m.", Half::Morning),
    ("p.m.", Half::Afternoon),
    ("A.M.", Half::Morning),
    ("P.M.", Half::Afternoon),
    ("a.m", Half::Morning),
    ("p.m", Half::Afternoon),
    ("am", Half::Morning),
    ("pm", Half::Afternoon),
    ("AM", Half::Morning),
    ("PM", Half::Afternoon),
];

const MARKS: &[&str] = &["~", "-", "から", " - ", " ~ ", " to ", " and ", " until ", " till "];

/// A time of day, or two with what stands between them.
pub(super) fn time(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let Some(mut first) = clock(&mut next) else { return false };
    let mut ahead = next;
    let second = ahead.eat_any(MARKS).then(|| clock(&mut ahead)).flatten();
    let second = second.filter(|second| {
        !(first.bare && second.bare) && (first.half.is_some() || second.half.is_some() || first.bare || second.bare)
    });
    let Some(mut second) = second else {
        if first.bare {
            return false;
        }
        out.push(Data::Time(first.time()), Strength::Hard, first.range);
        *scan = next;
        return true;
    };
    if second.bare && !(first.half.is_some() || first.range.len() > 2) {
        return false;
    }
    share(&mut first, &mut second);
    if second.bare && second.half.is_none() {
        // `9:00-5` tells nothing of its second end.
        out.push(Data::Time(first.time()), Strength::Hard, first.range);
        *scan = next;
        return true;
    }
    out.push(Data::Time(first.time()), Strength::Hard, first.range);
    out.push(Data::Time(second.time()), Strength::Hard, second.range);
    *scan = ahead;
    true
}

/// The end of a range that names no half of the day takes the other's, or the one beside it where the range would run backwards.
fn share(first: &mut Clock, second: &mut Clock) {
    let minutes = |clock: &Clock| clock.hour % 12 * 60 + clock.minute;
    match (first.half, second.half) {
        (Some(half), None) if second.hour <= 12 => {
            let turns = half == Half::Morning && minutes(second) <= minutes(first);
            second.half = Some(if turns { Half::Afternoon } else { half });
        }
        (None, Some(half)) if first.hour <= 12 => {
            let turns = half == Half::Afternoon && minutes(first) >= minutes(second);
            first.half = Some(if turns { Half::Morning } else { half });
        }
        _ => {}
    }
}

impl Clock {
    fn time(&self) -> TimeOfDay {
        let of_half = self.hour % 12 * 60 + self.minute;
        let (minutes, open) = match self.half {
            // 午後12時 and 12 a.m. are read both ways.
            Some(_) if self.hour == 12 && self.minute == 0 => (NOON, self.half == Some(Half::Morning)),
            Some(Half::Morning) => (of_half, false),
            Some(Half::Afternoon) if self.hour <= 12 => (of_half + NOON, false),
            _ => (self.hour * 60 + self.minute, (1..12).contains(&self.hour) && self.range.len() != 5),
        };
        TimeOfDay { minutes, open }
    }
}

fn clock(scan: &mut Scan<'_>) -> Option<Clock> {
    let mut next = *scan;
    let before = next.eat_entry(BEFORE);
    next.blanks();
    let hour = hour(&mut next, before.is_some())?;
    let mut minute = 0;
    let mut bare = false;
    let colon = next.eat(":");
    if colon {
        minute = next.digits(2, 2).and_then(|minute| u16::try_from(minute).ok()).filter(|minute| *minute < 60)?;
        if next.eat(":") {
            next.digits(2, 2)?;
        }
    } else if next.eat("時") {
        if next.rest().starts_with(['間', '点', '期', '限']) {
            return None;
        }
        minute = japanese_minute(&mut next);
    } else {
        bare = true;
    }
    let after = after(&mut next);
    bare = bare && after.is_none();
    if bare && (before.is_some() || next.at_letter() || next.rest().starts_with(['.', ',', '/'])) && !ends(next) {
        return None;
    }
    let range = scan.at..next.at;
    *scan = next;
    Some(Clock { hour, minute, half: before.or(after), bare, range })
}

/// Whether a full stop or a comma that ends a sentence follows.
fn ends(mut scan: Scan<'_>) -> bool {
    scan.skip().is_some_and(|c| ".,".contains(c)) && !scan.at_digit()
}

fn hour(scan: &mut Scan<'_>, kanji: bool) -> Option<u16> {
    let hour = if scan.at_digit() {
        scan.digits(1, 2)?
    } else {
        let number = kanji.then(|| numeral::kanji(scan)).flatten()?;
        u32::try_from(number.integer()?).ok()?
    };
    u16::try_from(hour).ok().filter(|hour| *hour <= 29)
}

/// `30分` or 半 after 時.
fn japanese_minute(scan: &mut Scan<'_>) -> u16 {
    let mut next = *scan;
    if next.eat("半") {
        *scan = next;
        return 30;
    }
    let minute = numeral::numeral(&mut next).and_then(|(minute, _)| u16::try_from(minute.integer()?).ok());
    match minute.filter(|minute| *minute < 60 && next.eat("分") && !next.rest().starts_with('間')) {
        Some(minute) => {
            *scan = next;
            minute
        }
        None => 0,
    }
}

/// `a.m.` and its kin; `12 noon` and `12 midnight` as well.
fn after(scan: &mut Scan<'_>) -> Option<Half> {
    let mut next = *scan;
    next.blanks();
    let found = next.eat_entry(AFTER).filter(|_| !next.at_letter());
    let found = found.or_else(|| {
        next = *scan;
        next.blanks();
        next.eat_word("noon")
            .then_some(Half::Afternoon)
            .or_else(|| next.eat_word("o").then(|| next.eat("'clock")).and(None))
    });
    if found.is_some() {
        *scan = next;
    }
    found
}

/// 正午, noon, midnight.
pub(super) fn named(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let minutes = if next.eat("正午") || next.eat_word("noon") {
        NOON
    } else if next.eat_word("midnight") {
        0
    } else {
        return false;
    };
    out.push(Data::Time(TimeOfDay { minutes, open: false }), Strength::Hard, scan.at..next.at);
    *scan = next;
    true
}
