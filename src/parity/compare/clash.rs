//! Whether two values that nothing answers contradict each other, and how much they look like readings of one fact.

use super::agree::part;
use crate::parity::decimal::Decimal;
use crate::parity::value::{Counter, Currency, Data, DateParts, Period, Strength, Value};

/// How two open values contradict each other; the least is the likeliest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Clash {
    /// How little they look like two readings of one fact.
    pub(super) distance: u8,
    /// Whether they speak only if neither has anything else to contradict: small counts come and go between languages.
    pub(super) alone: bool,
}

/// How two open values contradict each other; `None` when they do not.
pub(super) fn clash(a: &Value, b: &Value) -> Option<Clash> {
    let (strong, weak) = if a.strength < b.strength { (b, a) } else { (a, b) };
    match weak.strength {
        Strength::Answer => None,
        Strength::Weak if strong.strength == Strength::Weak => None,
        Strength::Weak => contradicts(&weak.data, &strong.data).map(|distance| Clash { distance, alone: true }),
        Strength::Soft | Strength::Hard => {
            let distance = distance(a, b);
            let small = |value: &Value| value.strength == Strength::Soft;
            let alone = small(a) && small(b) && !same_period(&a.data, &b.data);
            let strange =
                || [(a, b), (b, a)].iter().any(|(a, b)| stands_for(&a.data, &b.data) || is_garbled(&a.data, &b.data));
            match distance {
                Some(distance) => Some(Clash { distance, alone }),
                None => strange().then_some(Clash { distance: WEAK, alone: true }),
            }
        }
    }
}

/// The distance of values of which one is said in passing: whatever is said outright comes first.
const WEAK: u8 = 7;

/// How far a value that is said outright is from one that is said in passing, which mostly is one of something; `None`
/// where there is room for both.
fn contradicts(weak: &Data, strong: &Data) -> Option<u8> {
    let found = match (weak, strong) {
        (Data::Duration(_, a), Data::Duration(_, b)) if a == b => true,
        (Data::Duration(..), Data::Duration(amount, _)) => {
            return (*amount != Decimal::whole(1)).then_some(WEAK + 1);
        }
        (Data::Number(x, a), Data::Number(y, b)) => {
            let alike = (a == b && *a != Counter::Plain) || orders(*a, *b) || orders(*b, *a);
            let plain = *a == Counter::Plain || *b == Counter::Plain;
            // Either of two and one of two are near each other in any language.
            let few = [x, y].iter().all(|amount| **amount <= Decimal::whole(2));
            alike || (plain && !few && *y <= Decimal::whole(MOST_SMALL))
        }
        (Data::Number(_, Counter::Ordinal), _) => is_day(strong),
        (Data::Fraction(..), Data::Fraction(..) | Data::Percent(_)) => true,
        _ => false,
    };
    found.then_some(WEAK)
}

/// Whether a value may be a day of the month: 7日 is one as well as a length of time.
fn is_day(data: &Data) -> bool {
    match data {
        Data::Duration(days, Period::Days) => *days <= Decimal::whole(31),
        Data::Date(date) => date.day.is_some() && date.month.is_none(),
        _ => false,
    }
}

/// Beyond this, a number does not stand where one of something stands.
const MOST_SMALL: i64 = 100;

/// Whether two values are lengths of time in one unit.
fn same_period(a: &Data, b: &Data) -> bool {
    matches!((a, b), (Data::Duration(_, a), Data::Duration(_, b)) if a == b)
}

/// Whether values of two sorts are told in place of each other: 3歳 and six years, 17日 and the tenth.
fn stands_for(a: &Data, b: &Data) -> bool {
    match (a, b) {
        (Data::Number(_, Counter::Age), Data::Duration(_, Period::Years)) => true,
        (Data::Number(_, Counter::Ordinal), day) => is_day(day),
        _ => false,
    }
}

/// Whether a number stands where a time or a month should be: nobody opens at 47時, and there is no 19月.
fn is_garbled(a: &Data, b: &Data) -> bool {
    let Data::Number(number, Counter::Plain) = b else { return false };
    let above = |most: i64| *number > Decimal::whole(most) && *number < Decimal::whole(100);
    match a {
        Data::Time(_) => above(29),
        Data::Date(date) => date.day.is_none() && date.year.is_none() && (above(12) || *number == Decimal::whole(0)),
        _ => false,
    }
}

/// How little two values that are both said outright look like two readings of one fact; `None` when they are none.
fn distance(a: &Value, b: &Value) -> Option<u8> {
    let soft = (a.strength, b.strength);
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

/// Whether a name ends in a number of three digits or more, and of as many as this one.
fn like_number_of(name: &str, number: Decimal) -> bool {
    let digits = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    digits >= 3 && number.integer().is_some_and(|number| number.to_string().len() == digits)
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
        (Strength::Soft, Strength::Soft) => Some(match (alike, plain) {
            (true, _) => 4,
            (_, true) => 5,
            _ => 6,
        }),
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
