//! Comparing the values of two texts: what both have is struck out, what is left is judged.
//!
//! First equal values, then compatible ones: a date without its year fits one with it, 18歳 fits 18 years old.
//! Saying a thing twice is no finding. What is left on both sides and is of one sort is a conflict;
//! what is left on one side is missing from the other.

use super::decimal::Decimal;
use super::value::{Counter, Currency, Data, DateParts, Period, Strength, TimeOfDay, Value, YearKind};

/// What two texts do not share, as indices of their values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// A value of the first text against one of the second.
    pub conflicts: Vec<(usize, usize)>,
    /// Values that the second text lacks.
    pub only_first: Vec<usize>,
    /// Values that the first text lacks.
    pub only_second: Vec<usize>,
}

/// The most values of a text that are compared. Each is held against each; a text that people read has a few dozen.
const MAX_VALUES: usize = 1_000;

/// Compares the values of two texts.
#[must_use]
pub fn compare(first: &[Value], second: &[Value]) -> Comparison {
    let (first, second) = (&first[..first.len().min(MAX_VALUES)], &second[..second.len().min(MAX_VALUES)]);
    let mut left = Left { first, second, open_first: vec![true; first.len()], open_second: vec![true; second.len()] };
    left.strike(|a, b| same(&a.data, &b.data));
    left.strike(compatible);
    let repeated = left.repeated();
    let conflicts = left.conflicts(&repeated);
    left.close_alternatives();
    let mut comparison = Comparison { conflicts, ..Comparison::default() };
    comparison.only_first = left.missing(&left.open_first, first, &repeated.0);
    comparison.only_second = left.missing(&left.open_second, second, &repeated.1);
    comparison
}

/// Whether two values may be one and the same fact.
#[must_use]
pub fn agrees(a: &Value, b: &Value) -> bool {
    same(&a.data, &b.data) || compatible(a, b)
}

/// The values that are still open.
struct Left<'a> {
    first: &'a [Value],
    second: &'a [Value],
    open_first: Vec<bool>,
    open_second: Vec<bool>,
}

impl Left<'_> {
    /// Strikes out pairs that fit, each value once.
    fn strike(&mut self, fits: impl Fn(&Value, &Value) -> bool) {
        for (i, a) in self.first.iter().enumerate() {
            let partner =
                (0..self.second.len()).find(|&j| self.open_first[i] && self.open_second[j] && fits(a, &self.second[j]));
            if let Some(j) = partner {
                self.open_first[i] = false;
                self.open_second[j] = false;
            }
        }
    }

    /// Closes the other readings of what has been struck out: they have the same place.
    fn close_alternatives(&mut self) {
        for (values, open) in [(self.first, &mut self.open_first), (self.second, &mut self.open_second)] {
            for at in 1..values.len() {
                if values[at - 1].span == values[at].span && open[at - 1] != open[at] {
                    (open[at - 1], open[at]) = (false, false);
                }
            }
        }
    }

    /// Which open values fit one that has been struck out already.
    fn repeated(&self) -> (Vec<bool>, Vec<bool>) {
        let again = |open: &[bool], own: &[Value], other: &[Value]| {
            let one =
                |(open, value): (&bool, &Value)| *open && other.iter().any(|there| echoes(&value.data, &there.data));
            open.iter().zip(own).map(one).collect()
        };
        (again(&self.open_first, self.first, self.second), again(&self.open_second, self.second, self.first))
    }

    /// Pairs open values that contradict each other, the likeliest pairs first.
    fn conflicts(&mut self, repeated: &(Vec<bool>, Vec<bool>)) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (i, a) in self.first.iter().enumerate().filter(|(i, _)| self.open_first[*i]) {
            for (j, b) in self.second.iter().enumerate().filter(|(j, _)| self.open_second[*j]) {
                let excused = (repeated.0[i] || repeated.1[j]) && !self.counts_equal(a, b);
                if let Some(distance) = clash(a, b).filter(|_| !excused) {
                    pairs.push((distance, i, j));
                }
            }
        }
        pairs.sort_unstable();
        let mut conflicts = Vec::new();
        for (_, i, j) in pairs {
            if self.open_first[i] && self.open_second[j] && self.speaks(i, j) {
                self.open_first[i] = false;
                self.open_second[j] = false;
                conflicts.push((i, j));
            }
        }
        conflicts.sort_unstable();
        conflicts
    }

    /// Whether both texts have as many values of this sort, so that one that is said twice stands where another belongs.
    fn counts_equal(&self, a: &Value, b: &Value) -> bool {
        let sort = std::mem::discriminant(&a.data);
        let count = |values: &[Value]| {
            let told = values.iter().filter(|value| value.strength != Strength::Answer);
            told.filter(|value| std::mem::discriminant(&value.data) == sort).count()
        };
        sort == std::mem::discriminant(&b.data) && count(self.first) == count(self.second)
    }

    /// Two small counts contradict each other only where they are the only ones left.
    fn speaks(&self, i: usize, j: usize) -> bool {
        let (a, b) = (&self.first[i], &self.second[j]);
        let sort = std::mem::discriminant(&a.data);
        let soft = |value: &Value| value.strength == Strength::Soft && std::mem::discriminant(&value.data) == sort;
        if !(soft(a) && soft(b)) || same_period(&a.data, &b.data) {
            return true;
        }
        let alone = |values: &[Value], open: &[bool]| {
            values.iter().zip(open).filter(|(value, open)| **open && soft(value)).count() == 1
        };
        alone(self.first, &self.open_first) && alone(self.second, &self.open_second)
    }

    fn missing(&self, open: &[bool], values: &[Value], repeated: &[bool]) -> Vec<usize> {
        let gone = |&i: &usize| open[i] && !repeated[i] && values[i].strength == Strength::Hard;
        (0..values.len()).filter(gone).collect()
    }
}

/// Whether a value may be said once more where the other text says it once. Parts of dates and of names are too
/// weak for that: the 2 of 2 briefings is not the hour of 2 p.m.
fn echoes(a: &Data, b: &Data) -> bool {
    let alike = std::mem::discriminant(a) == std::mem::discriminant(b);
    let plain = |a: &Data, b: &Data| match (a, b) {
        (Data::Number(number, Counter::Plain), Data::Date(date)) => date.year.map(i64::from) == number.integer(),
        (Data::Number(..), Data::Duration(..) | Data::Money(..) | Data::Percent(_) | Data::Code(_)) => one_way(b, a),
        _ => false,
    };
    same(a, b) || (alike && one_way(a, b)) || plain(a, b) || plain(b, a)
}

/// Whether two values say the same, whatever they count.
fn same(a: &Data, b: &Data) -> bool {
    match (a, b) {
        (Data::Number(a, _), Data::Number(b, _)) => a == b,
        (Data::Duration(a, unit_a), Data::Duration(b, unit_b)) => length(*a, *unit_a) == length(*b, *unit_b),
        _ => a == b,
    }
}

/// Whether two values are lengths of time in one unit.
fn same_period(a: &Data, b: &Data) -> bool {
    matches!((a, b), (Data::Duration(_, a), Data::Duration(_, b)) if a == b)
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
fn compatible(a: &Value, b: &Value) -> bool {
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

fn part<T: PartialEq>(a: Option<T>, b: Option<T>) -> Option<bool> {
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

/// Whether a name ends in a number of three digits or more, and of as many as this one.
fn like_number_of(name: &str, number: Decimal) -> bool {
    let digits = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    digits >= 3 && number.integer().is_some_and(|number| number.to_string().len() == digits)
}

fn letters_and_digits(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// How little two open values look like two readings of one fact; `None` when they are none.
fn clash(a: &Value, b: &Value) -> Option<u8> {
    let soft = (a.strength, b.strength);
    if soft.0 == Strength::Answer || soft.1 == Strength::Answer {
        return None;
    }
    match (&a.data, &b.data) {
        (Data::Weekday(_), Data::Weekday(_)) | (Data::Time(_), Data::Time(_)) => Some(1),
        (Data::Date(a), Data::Date(b)) => Some(date_distance(a, b)),
        (Data::Duration(_, a), Data::Duration(_, b)) => Some(if a == b { 0 } else { 2 }),
        (Data::Money(x, a), Data::Money(y, b)) => {
            let free = |amount: &Decimal| *amount == Decimal::whole(0);
            let both_soft = soft == (Strength::Soft, Strength::Soft);
            (!(both_soft && free(x) && free(y))).then_some(u8::from(a != b))
        }
        (Data::Number(x, a), Data::Number(y, b)) => numbers((*x, *a), (*y, *b), soft),
        (Data::Name(a), Data::Name(b)) => {
            let letters = |name: &str| name.chars().filter(char::is_ascii_alphabetic).collect::<String>();
            (letters(a) == letters(b)).then_some(0)
        }
        (Data::Name(name), Data::Number(number, Counter::Plain))
        | (Data::Number(number, Counter::Plain), Data::Name(name)) => like_number_of(name, *number).then_some(4),
        (x, y) if std::mem::discriminant(x) == std::mem::discriminant(y) => Some(0),
        (x, y) => crossed(x, y).or_else(|| crossed(y, x)).filter(|_| soft == (Strength::Hard, Strength::Hard)),
    }
}

/// Two numbers clash unless one is a small count of something and the other is large.
fn numbers(a: (Decimal, Counter), b: (Decimal, Counter), soft: (Strength, Strength)) -> Option<u8> {
    let alike = (a.1 == b.1 && a.1 != Counter::Plain) || orders(a.1, b.1) || orders(b.1, a.1);
    let plain = a.1 == Counter::Plain || b.1 == Counter::Plain;
    let large = |number: Decimal| number > Decimal::whole(100);
    match soft {
        (Strength::Hard, Strength::Hard) => Some(if alike {
            0
        } else if plain {
            1
        } else {
            3
        }),
        (Strength::Soft, Strength::Soft) => Some(if alike || plain { 4 } else { 6 }),
        _ => (alike || !(large(a.0) || large(b.0))).then_some(if alike || plain { 2 } else { 5 }),
    }
}

/// Whether what one counts is put in order by the other: 2階 and the second floor.
fn orders(a: Counter, b: Counter) -> bool {
    a == Counter::Ordinal && matches!(b, Counter::Floor | Counter::Item | Counter::Occasion | Counter::Clause)
}

/// Values of different sorts that stand for each other where one text leaves the unit out.
fn crossed(a: &Data, b: &Data) -> Option<u8> {
    match (a, b) {
        (Data::Date(date), Data::Number(number, Counter::Plain)) => {
            let is_year = number.integer().is_some_and(|number| (1000..=9999).contains(&number));
            (is_year && date.year.is_some() && date.month.is_none()).then_some(1)
        }
        (Data::Money(_, Currency::Yen), Data::Number(_, Counter::Plain)) => Some(3),
        (Data::Number(_, Counter::Age), Data::Duration(_, Period::Years)) => Some(1),
        (Data::Number(_, Counter::Plain), Data::Duration(..) | Data::Percent(_) | Data::Code(_)) => Some(4),
        // 25日 is a day of the month as well as a length of time.
        (Data::Number(_, Counter::Ordinal), Data::Duration(_, Period::Days)) => Some(3),
        (Data::Date(DateParts { day: Some(_), .. }), Data::Duration(days, Period::Days)) => {
            (*days <= Decimal::whole(31)).then_some(4)
        }
        (Data::Percent(_), Data::Fraction(..)) => Some(3),
        (Data::Phone(_), Data::Code(_)) => Some(1),
        _ => None,
    }
}

/// In how many known parts two dates differ.
fn date_distance(a: &DateParts, b: &DateParts) -> u8 {
    let differs = [part(a.year, b.year), part(a.month, b.month), part(a.day, b.day)];
    differs
        .iter()
        .map(|part| match part {
            Some(false) => 2,
            None => 1,
            Some(true) => 0,
        })
        .sum()
}

/// Hosts on which each language has articles of its own under its own names.
const LOCALISED: &[&str] = &["wikipedia.org", "wikidata.org", "microsoft.com", "apple.com", "google.com"];

/// Whether two addresses may be one page in two languages.
fn localised(a: &str, b: &str) -> bool {
    let host = |url: &str| url.split('/').next().unwrap_or_default().to_owned();
    let of = |url: &str, known: &&str| host(url).ends_with(*known);
    LOCALISED.iter().any(|known| of(a, known) && of(b, known))
}

#[cfg(test)]
mod tests;
