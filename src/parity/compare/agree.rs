//! Whether two values may be one and the same fact: equal, or as much of it as each text says.

use crate::parity::decimal::Decimal;
use crate::parity::value::{Counter, Data, DateParts, Period, TimeOfDay, Value, YearKind};

/// Whether a value may be said once more where the other text says it once. Parts of dates and of names are too
/// weak for that: the 2 of 2 briefings is not the hour of 2 p.m.
pub(super) fn echoes(a: &Data, b: &Data) -> bool {
    let alike = std::mem::discriminant(a) == std::mem::discriminant(b);
    let plain = |a: &Data, b: &Data| match (a, b) {
        (Data::Number(number, Counter::Plain), Data::Date(date)) => date.year.map(i64::from) == number.integer(),
        (Data::Number(..), Data::Duration(..) | Data::Money(..) | Data::Percent(_) | Data::Code(_)) => one_way(b, a),
        _ => false,
    };
    same(a, b) || (alike && one_way(a, b)) || plain(a, b) || plain(b, a)
}

/// Whether two values say the same, whatever they count.
pub(super) fn same(a: &Data, b: &Data) -> bool {
    match (a, b) {
        (Data::Number(a, _), Data::Number(b, _)) => a == b,
        (Data::Duration(a, unit_a), Data::Duration(b, unit_b)) => length(*a, *unit_a) == length(*b, *unit_b),
        _ => a == b,
    }
}

/// A length of time in months or in seconds, which have no common measure.
fn length(amount: Decimal, period: Period) -> Option<(bool, Decimal)> {
    let (calendar, factor) = match period {
        Period::Years => (true, 12),
        Period::Months => (true, 1),
        Period::Weeks => (false, 604_800),
        Period::Days => (false, 86_400),
        Period::Hours => (false, 3_600),
        Period::Minutes => (false, 60),
        Period::Seconds => (false, 1),
    };
    amount.times(Decimal::whole(factor)).map(|amount| (calendar, amount))
}

/// Whether two values of perhaps different sorts may mean one fact.
pub(super) fn compatible(a: &Value, b: &Value) -> bool {
    one_way(&a.data, &b.data) || one_way(&b.data, &a.data)
}

fn one_way(a: &Data, b: &Data) -> bool {
    match (a, b) {
        (Data::Date(a), Data::Date(b)) => dates(a, b),
        (Data::Date(date), Data::Number(number, Counter::Plain | Counter::Ordinal)) => part_of_date(date, *number),
        (Data::Date(date), Data::Duration(number, Period::Days)) => {
            date.day.is_some_and(|day| number.integer() == Some(day.into()))
        }
        (Data::Date(date), Data::Fraction(a, b)) => {
            let part = |part: Option<u8>| part.map(i64::from);
            (part(date.month), part(date.day)) == (Some(*a), Some(*b))
                || (part(date.day), part(date.month)) == (Some(*a), Some(*b))
        }
        (Data::Time(a), Data::Time(b)) => times(*a, *b),
        (Data::Time(time), Data::Number(number, Counter::Plain)) => {
            let hour = i64::from(time.minutes / 60);
            time.minutes.is_multiple_of(60) && [hour, (hour + 11) % 12 + 1].contains(&number.integer().unwrap_or(-1))
        }
        (Data::Duration(amount, _), Data::Number(number, Counter::Plain | Counter::Age | Counter::Ordinal)) => {
            amount == number
        }
        // 1歳6か月 are 18 months, and one and a half years of age.
        (Data::Number(age, Counter::Age), Data::Duration(months, Period::Months)) => {
            age.times(Decimal::whole(12)) == Some(*months)
        }
        (Data::Duration(a, Period::Hours), Data::Duration(b, Period::Days)) => b.times(Decimal::whole(24)) == Some(*a),
        (Data::Money(amount, _) | Data::Percent(amount), Data::Number(number, _)) => amount == number,
        (Data::Percent(share), Data::Fraction(part, whole)) => {
            share.times(Decimal::whole(*whole)) == Decimal::whole(*part).times(Decimal::whole(100))
        }
        (Data::Fraction(part, whole), Data::Number(number, _)) => [*part, *whole].map(Some).contains(&number.integer()),
        (Data::Name(name) | Data::Code(name), Data::Number(number, _)) => has_digits(name, *number),
        (Data::Phone(phone), Data::Code(code)) => *phone == code.replace('-', ""),
        (Data::Name(a), Data::Name(b)) => letters_and_digits(a) == letters_and_digits(b),
        (Data::Url(a), Data::Url(b)) => localised(a, b),
        _ => false,
    }
}

/// Whether the known parts of two dates agree, and at least one is known of both.
fn dates(a: &DateParts, b: &DateParts) -> bool {
    let year = match (a.span, b.span) {
        (YearKind::Fiscal, YearKind::Calendar) => fiscal(a, b),
        (YearKind::Calendar, YearKind::Fiscal) => fiscal(b, a),
        _ => part(a.year, b.year),
    };
    let parts = [year, part(a.month, b.month), part(a.day, b.day)];
    parts.contains(&Some(true)) && !parts.contains(&Some(false))
}

pub(super) fn part<T: PartialEq>(a: Option<T>, b: Option<T>) -> Option<bool> {
    Some(a? == b?)
}

/// Whether a date lies in a fiscal year: from April of its year to March of the next.
fn fiscal(fiscal: &DateParts, date: &DateParts) -> Option<bool> {
    let next = date.month.is_some_and(|month| month < 4);
    Some(date.year? == fiscal.year? + i32::from(next))
}

fn part_of_date(date: &DateParts, number: Decimal) -> bool {
    let Some(number) = number.integer() else { return false };
    let parts = [date.year.map(i64::from), date.month.map(i64::from), date.day.map(i64::from)];
    parts.contains(&Some(number))
}

/// Equal, or equal but for the half of the day where one leaves it open.
fn times(a: TimeOfDay, b: TimeOfDay) -> bool {
    let day = |time: TimeOfDay| time.minutes % 1_440;
    let half = |time: TimeOfDay| time.minutes % 720;
    day(a) == day(b) || ((a.open || b.open) && half(a) == half(b))
}

/// Whether a run of digits in a name is this number.
fn has_digits(name: &str, number: Decimal) -> bool {
    let runs = name.split(|c: char| !c.is_ascii_digit());
    runs.filter(|run| !run.is_empty() && !run.starts_with('0')).any(|run| Decimal::parse(run) == Some(number))
}

fn letters_and_digits(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Hosts on which each language has articles of its own under its own names.
const LOCALISED: &[&str] = &["wikipedia.org", "wikidata.org", "microsoft.com", "apple.com", "google.com"];

/// Whether two addresses may be one page in two languages.
fn localised(a: &str, b: &str) -> bool {
    let host = |url: &str| url.split('/').next().unwrap_or_default().to_owned();
    let of = |url: &str, known: &&str| host(url).ends_with(*known);
    LOCALISED.iter().any(|known| of(a, known) && of(b, known))
}
