//! Dates as Japanese and numbers write them: 令和2年5月25日, 平成28（2016）年, 令和8年度, 2020-05-25.

use super::Out;
use super::numeral;
use super::quantity::RANGE_MARKS;
use super::scan::Scan;
use crate::parity::value::{Data, DateParts, Strength, YearKind};

/// The eras, with the year before their first.
const ERAS: &[(&str, i32)] = &[("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867)];
/// The eras in English.
const ERA_NAMES: &[(&str, i32)] =
    &[("Reiwa", 2018), ("Heisei", 1988), ("Showa", 1925), ("Taisho", 1911), ("Meiji", 1867)];
/// The letters of the eras in `R2.5.25`.
const LETTERS: &[(&str, i32)] = &[("R", 2018), ("H", 1988), ("S", 1925), ("T", 1911), ("M", 1867)];

/// A date that begins with an era, a year or a month in Japanese, or with a year in digits.
pub(super) fn date(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    lettered(scan, out) || numeric(scan, out) || years(scan, out) || japanese(scan, out)
}

fn japanese(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let year = year(&mut next, out);
    let mut parts = year.unwrap_or_default();
    if parts.span == YearKind::Calendar {
        next_month(&mut next, &mut parts);
    }
    if parts == DateParts::default() {
        return false;
    }
    out.date(parts, scan.at..next.at);
    *scan = next;
    until_day(scan, parts, out);
    true
}

/// The month and the day, where they follow.
fn next_month(scan: &mut Scan<'_>, parts: &mut DateParts) {
    let mut next = *scan;
    next.blanks();
    let Some(month) = small(&mut next).filter(|month| (1..=12).contains(month)) else { return };
    if !next.eat("月") || next.rest().starts_with('間') {
        return;
    }
    parts.month = Some(month);
    *scan = next;
    next.blanks();
    if let Some(day) = day(&mut next) {
        parts.day = Some(day);
        *scan = next;
    }
}

/// `25日`, and not `25日間`.
fn day(scan: &mut Scan<'_>) -> Option<u8> {
    let mut next = *scan;
    let day = small(&mut next).filter(|day| (1..=31).contains(day))?;
    (next.eat("日") && !next.rest().starts_with('間')).then_some(())?;
    *scan = next;
    Some(day)
}

/// A number of one or two digits, or in kanji.
fn small(scan: &mut Scan<'_>) -> Option<u8> {
    if scan.at_digit() {
        return scan.digits(1, 2).and_then(|number| u8::try_from(number).ok());
    }
    let mut next = *scan;
    let number = numeral::kanji(&mut next)?.integer()?;
    let number = u8::try_from(number).ok()?;
    *scan = next;
    Some(number)
}

/// `から10日` after `4月1日`: a day of the same month.
fn until_day(scan: &mut Scan<'_>, from: DateParts, out: &mut Out) {
    while from.day.is_some() {
        let mut next = *scan;
        skip_weekday(&mut next);
        if !(next.eat_any(RANGE_MARKS) || next.eat_any(&["及び", "と", "または", "又は"])) {
            return;
        }
        let start = next.at;
        let Some(day) = day(&mut next) else { return };
        out.date(DateParts { day: Some(day), ..from }, start..next.at);
        *scan = next;
    }
}

/// `（月）` after a date; it is left for its own parser unless a range goes on behind it.
fn skip_weekday(scan: &mut Scan<'_>) {
    let mut next = *scan;
    if next.eat("(") && next.skip().is_some_and(|c| "月火水木金土日".contains(c)) && next.eat(")") {
        *scan = next;
    }
}

/// A year with 年, 年度 or 年代, of an era or not.
fn year(scan: &mut Scan<'_>, out: &mut Out) -> Option<DateParts> {
    let mut next = *scan;
    let before = out.era;
    let year = match next.eat_entry(ERAS) {
        Some(base) => {
            out.era = Some(base);
            base + of_era(&mut next)?
        }
        None => western(&mut next).or_else(|| carried_era(&mut next, before))?,
    };
    also(&mut next);
    let parts = if next.eat("年度") {
        DateParts::fiscal(year)
    } else if next.eat("年代") {
        DateParts { span: YearKind::Decade, ..DateParts::year(year) }
    } else if next.eat("年") && !next.rest().starts_with('間') {
        also(&mut next);
        DateParts::year(year)
    } else {
        return None;
    };
    *scan = next;
    Some(parts)
}

/// The year within an era: digits, kanji or 元.
fn of_era(scan: &mut Scan<'_>) -> Option<i32> {
    scan.blanks();
    if scan.eat("元") {
        return Some(1);
    }
    small(scan).map(i32::from)
}

/// A year of four digits.
fn western(scan: &mut Scan<'_>) -> Option<i32> {
    let mut next = *scan;
    let year = match next.at_digit() {
        true => i32::try_from(next.digits(4, 4)?).ok()?,
        false => i32::try_from(numeral::kanji(&mut next)?.integer()?).ok().filter(|year| *year >= 1600)?,
    };
    *scan = next;
    (1600..=2999).contains(&year).then_some(year)
}

/// `7年度` after `令和5年度から`, and `7年4月` after a date with an era.
fn carried_era(scan: &mut Scan<'_>, era: Option<i32>) -> Option<i32> {
    let mut next = *scan;
    let year = i32::try_from(next.digits(1, 2)?).ok()?;
    let mut ahead = next;
    let goes_on = ahead.eat("年度") || (ahead.eat("年") && ahead.digits(1, 2).is_some() && ahead.eat("月"));
    let base = era.filter(|_| goes_on)?;
    *scan = next;
    Some(base + year)
}

/// The same year once more in brackets: `(2016)`, `(令和2年)`.
fn also(scan: &mut Scan<'_>) {
    let mut next = *scan;
    next.blanks();
    if !next.eat("(") {
        return;
    }
    let year = match next.eat_entry(ERAS) {
        Some(base) => of_era(&mut next).map(|year| base + year),
        None => western(&mut next),
    };
    let _ = next.eat("年度") || next.eat("年");
    if year.is_some() && next.eat(")") {
        *scan = next;
    }
}

/// `2016~2017年`, `2016-17年度`, `4~6月`: the first end of a range takes the unit of the second.
fn years(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let Some(first) = next.digits(1, 4) else { return false };
    let first_end = next.at;
    if !next.eat_any(&["~", "-", "・", "、", "から"]) {
        return false;
    }
    let start = next.at;
    let Some(second) = next.digits(1, 4) else { return false };
    let parts = |number: u32, fiscal: bool| {
        let year = i32::try_from(number).unwrap_or_default();
        if fiscal { DateParts::fiscal(year) } else { DateParts::year(year) }
    };
    let month = |number: u32| DateParts { month: u8::try_from(number).ok(), ..DateParts::default() };
    let second_year = if second < 100 { first / 100 * 100 + second } else { second };
    let (a, b) = if first >= 1600 && next.eat("年度") {
        (parts(first, true), parts(second_year, true))
    } else if first >= 1600 && next.eat("年") {
        (parts(first, false), parts(second_year, false))
    } else if (1..=12).contains(&first)
        && (1..=12).contains(&second)
        && next.eat("月")
        && day(&mut next.clone()).is_none()
    {
        (month(first), month(second))
    } else {
        return false;
    };
    out.date(a, scan.at..first_end);
    out.date(b, start..next.at);
    *scan = next;
    true
}

/// `2020-05-25`, `2020/5/25`, `2020.5.25`, `5/25/2020`, `2020/5`.
fn numeric(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let Some((first, first_length)) = counted(&mut next) else { return false };
    let Some(separator) = next.skip().filter(|c| "-/.".contains(*c)) else { return false };
    let Some((second, _)) = counted(&mut next) else { return false };
    let mut third = next;
    let rest = third.skip().filter(|c| *c == separator).and_then(|_| counted(&mut third));
    let parts = match rest {
        Some((day, _)) if first_length == 4 => whole(first, second, day),
        Some((year, 4)) => whole(year, first, second).or_else(|| whole(year, second, first)),
        None if first_length == 4 && separator == '/' => {
            let month = u8::try_from(second).ok().filter(|month| (1..=12).contains(month));
            month.map(|month| DateParts { month: Some(month), ..DateParts::year(i32::try_from(first).unwrap_or(0)) })
        }
        _ => None,
    };
    let Some(parts) = parts else { return false };
    let end = if rest.is_some() { third } else { next };
    out.date(parts, scan.at..end.at);
    *scan = end;
    true
}

/// `R2.5.25`: an era by its letter.
fn lettered(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let Some(base) = next.eat_entry(LETTERS).or_else(|| next.eat_entry(ERAS)) else { return false };
    let mut numbers = [0_u32; 3];
    for (index, number) in numbers.iter_mut().enumerate() {
        if index > 0 && !next.eat_any(&[".", "/"]) {
            return false;
        }
        let Some(found) = next.digits(1, 2) else { return false };
        *number = found;
    }
    let [year, month, day] = numbers;
    let Some(parts) = whole(u32::try_from(base).unwrap_or(0) + year, month, day) else { return false };
    out.date(parts, scan.at..next.at);
    *scan = next;
    true
}

/// A number of one, two or four digits, and how many it has.
fn counted(scan: &mut Scan<'_>) -> Option<(u32, usize)> {
    let start = scan.at;
    let number = scan.digits(1, 4)?;
    Some((number, scan.at - start))
}

/// A day of the calendar.
fn whole(year: u32, month: u32, day: u32) -> Option<DateParts> {
    let year = i32::try_from(year).ok().filter(|year| (1600..=2999).contains(year))?;
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    crate::date::Date::new(year, month, day)?;
    Some(DateParts { year: Some(year), month: Some(month), day: Some(day), span: YearKind::Calendar })
}

/// The words at which a date with an era can begin.
pub(super) fn words() -> Vec<String> {
    ERA_NAMES.iter().map(|(name, _)| (*name).to_owned()).collect()
}

/// A year after an era's name in English, and the fiscal year in both orders, belong to `date_en`.
pub(super) fn era_base(name: &str) -> Option<i32> {
    ERA_NAMES.iter().find(|(known, _)| *known == name).map(|&(_, base)| base)
}

/// The days of a week.
const WEEK: usize = 7;
/// The bytes of a weekday's character.
const DAY_LENGTH: usize = '月'.len_utf8();

/// Weekdays in Japanese: 月曜日, 月~金曜日, （月）, 土日, 平日.
pub(super) fn weekday(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let bracket = next.eat("(");
    let Some(first) = next.skip().and_then(of_week) else { return false };
    let mut days = vec![(first, next.at)];
    let separators = ["~", "-", "から", "・", "、", "と", "及び", "または", "又は"];
    loop {
        let mut more = next;
        let named = more.eat_any(&["曜日", "曜"]);
        let ended = if named { more } else { next };
        let mut ahead = ended;
        ahead.eat_any(&separators);
        match ahead.skip().and_then(of_week) {
            Some(day)
                if days.len() < WEEK
                    && ((bracket && ahead.rest().starts_with([')', '~', '・', '-'])) || is_named(ahead)) =>
            {
                days.push((day, ahead.at));
                next = ahead;
            }
            _ if named || (bracket && next.rest().starts_with(')')) => break next = ended,
            _ => return pair(scan, out),
        }
    }
    let strength = if bracket { Strength::Soft } else { Strength::Hard };
    for &(day, end) in &days {
        let mut named = *scan;
        named.at = end;
        named.eat_any(&["曜日", "曜"]);
        out.push(Data::Weekday(day), strength, end - DAY_LENGTH..named.at);
    }
    if bracket {
        next.eat(")");
    }
    *scan = next;
    true
}

/// Whether a weekday is followed by its suffix, perhaps after further days.
fn is_named(mut scan: Scan<'_>) -> bool {
    for _ in 0..WEEK {
        if scan.rest().starts_with('曜') {
            return true;
        }
        scan.eat_any(&["・", "、", "~", "-", "から"]);
        if scan.skip().and_then(of_week).is_none() {
            return false;
        }
    }
    false
}

/// 土日 and 土・日.
fn pair(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    if !next.eat_any(&["土日", "土・日", "土、日"]) {
        return false;
    }
    out.push(Data::Weekday(6), Strength::Hard, scan.at..scan.at + DAY_LENGTH);
    out.push(Data::Weekday(7), Strength::Hard, next.at - DAY_LENGTH..next.at);
    *scan = next;
    true
}

fn of_week(character: char) -> Option<u8> {
    "月火水木金土日".chars().zip(1..).find(|&(day, _)| day == character).map(|(_, number)| number)
}
