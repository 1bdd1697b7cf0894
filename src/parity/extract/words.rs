//! Words that stand for a value in one language only: 両方 and both, 半年 and half a year, 無料 and free; and
//! digits and kanji that stand for none: 数百円, 16進数, ※1, (1).

use super::numeral;
use super::scan::Scan;
use super::unit::{Unit, unit};
use super::{Out, compound};
use crate::parity::decimal::Decimal;
use crate::parity::value::{Counter, Currency, Data, Period, Strength};

/// What a word may answer.
#[derive(Clone, Copy)]
enum Meaning {
    Count(i64),
    Times(i64),
    Ordinal(i64),
    Period(i64, Period),
    Half,
    Free,
    /// 24 hours.
    Always,
    Weekdays(u8, u8),
}

use Meaning::{Always, Count, Free, Half, Ordinal, Times, Weekdays};

/// English words, in lower case.
const ENGLISH: &[(&str, Meaning)] = &[
    ("first", Ordinal(1)),
    ("second", Ordinal(2)),
    ("third", Ordinal(3)),
    ("fourth", Ordinal(4)),
    ("fifth", Ordinal(5)),
    ("sixth", Ordinal(6)),
    ("seventh", Ordinal(7)),
    ("eighth", Ordinal(8)),
    ("ninth", Ordinal(9)),
    ("tenth", Ordinal(10)),
    ("eleventh", Ordinal(11)),
    ("twelfth", Ordinal(12)),
    ("once", Count(1)),
    ("single", Count(1)),
    ("sole", Count(1)),
    ("another", Count(1)),
    ("twice", Times(2)),
    ("doubled", Times(2)),
    ("doubles", Times(2)),
    ("tripled", Times(3)),
    ("both", Count(2)),
    ("double", Count(2)),
    ("pair", Count(2)),
    ("couple", Count(2)),
    ("either", Count(2)),
    ("biennial", Meaning::Period(2, Period::Years)),
    ("triple", Count(3)),
    ("dozen", Count(12)),
    ("quarterly", Meaning::Period(3, Period::Months)),
    ("fortnight", Meaning::Period(2, Period::Weeks)),
    ("daily", Meaning::Period(1, Period::Days)),
    ("weekly", Meaning::Period(1, Period::Weeks)),
    ("monthly", Meaning::Period(1, Period::Months)),
    ("annual", Meaning::Period(1, Period::Years)),
    ("annually", Meaning::Period(1, Period::Years)),
    ("decade", Meaning::Period(10, Period::Years)),
    ("decades", Meaning::Period(10, Period::Years)),
    ("century", Meaning::Period(100, Period::Years)),
    ("free", Free),
    ("weekdays", Weekdays(1, 5)),
    ("weekday", Weekdays(1, 5)),
    ("weekends", Weekdays(6, 7)),
    ("weekend", Weekdays(6, 7)),
];

/// English phrases. `free of charge` says more than `free`, which may be toll-free or feel free.
const PHRASES: &[(&str, Meaning)] = &[
    ("free of charge", Free),
    ("Free of charge", Free),
    ("no charge", Free),
    ("No charge", Free),
    ("no fee", Free),
    ("No fee", Free),
    ("at no cost", Free),
    ("around the clock", Always),
    ("day and night", Always),
    ("any time", Always),
];

/// Japanese words.
const JAPANESE: &[(&str, Meaning)] = &[
    ("両方", Count(2)),
    ("両面", Count(2)),
    ("両", Count(2)),
    ("半年", Meaning::Period(6, Period::Months)),
    ("半日", Half),
    ("半額", Half),
    ("半分", Half),
    ("半数", Half),
    ("無料", Free),
    ("無償", Free),
    ("隔週", Meaning::Period(2, Period::Weeks)),
    ("隔月", Meaning::Period(2, Period::Months)),
    ("隔年", Meaning::Period(2, Period::Years)),
    ("月額", Meaning::Period(1, Period::Months)),
    ("月収", Meaning::Period(1, Period::Months)),
    ("年額", Meaning::Period(1, Period::Years)),
    ("年収", Meaning::Period(1, Period::Years)),
    ("日額", Meaning::Period(1, Period::Days)),
    ("時給", Meaning::Period(1, Period::Hours)),
    ("毎日", Meaning::Period(1, Period::Days)),
    ("毎週", Meaning::Period(1, Period::Weeks)),
    ("毎月", Meaning::Period(1, Period::Months)),
    ("毎年", Meaning::Period(1, Period::Years)),
    ("翌日", Meaning::Period(1, Period::Days)),
    ("一人", Count(1)),
    ("二人", Count(2)),
    ("一つ", Count(1)),
    ("平日", Weekdays(1, 5)),
    ("週末", Weekdays(6, 7)),
    ("初日", Ordinal(1)),
    ("初回", Ordinal(1)),
];

/// The words at which something that this file reads can begin.
pub(super) fn words() -> Vec<String> {
    let phrases = PHRASES.iter().filter_map(|(phrase, _)| phrase.split(' ').next());
    let words = ENGLISH.iter().map(|(word, _)| *word);
    phrases.chain(words).chain(EACH.iter().copied()).map(str::to_owned).collect()
}

/// Passes a word that may answer a value of the other text.
pub(super) fn answers(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let meaning = match scan.at_letter() {
        true => next.eat_entry(PHRASES).or_else(|| next.eat_word_entry(ENGLISH)),
        false => next.eat_entry(JAPANESE),
    };
    let Some(meaning) = meaning else { return false };
    let span = scan.at..next.at;
    let mut answer = |data| out.push(data, Strength::Answer, span.clone());
    match meaning {
        Count(count) => answer(Data::Number(Decimal::whole(count), Counter::Plain)),
        Times(count) => out.push(Data::Number(Decimal::whole(count), Counter::Occasion), Strength::Soft, span),
        Ordinal(count) => {
            let strength = ordinal_strength(count, scan, next);
            out.push(Data::Number(Decimal::whole(count), Counter::Ordinal), strength, span);
        }
        Meaning::Period(amount, period) if amount > 1 => {
            out.push(Data::Duration(Decimal::whole(amount), period), Strength::Weak, span);
        }
        Meaning::Period(amount, period) => answer(Data::Duration(Decimal::whole(amount), period)),
        Half => out.push(Data::Fraction(1, 2), Strength::Weak, span),
        Free if span.len() > "free".len() => {
            out.push(Data::Money(Decimal::whole(0), Currency::Yen), Strength::Soft, span);
        }
        Free => answer(Data::Money(Decimal::whole(0), Currency::Yen)),
        Always => answer(Data::Duration(Decimal::whole(24), Period::Hours)),
        Weekdays(from, to) => (from..=to).for_each(|day| answer(Data::Weekday(day))),
    }
    *scan = next;
    true
}

/// `second` counts, but not as a unit of time, and `third party` is no number.
fn ordinal_strength(count: i64, scan: &Scan<'_>, next: Scan<'_>) -> Strength {
    let unit = scan.passed().ends_with("a ") || scan.passed().ends_with("per ");
    let party = [" part", "-part", " hand", "-hand", " person"].iter().any(|word| next.rest().starts_with(word));
    match count {
        _ if unit || party => Strength::Answer,
        1 => Strength::Weak,
        _ => Strength::Soft,
    }
}

/// Words that stand for one of what follows them.
const EACH: &[&str] = &["a", "an", "per", "each", "single"];

/// `a month`, `per person`, `200 yen a copy`: one of something, said in passing.
pub(super) fn one_of(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let article = next.peek().is_some_and(|c| matches!(c, 'a' | 'A'));
    if !EACH.iter().any(|word| next.eat_word(word)) || !next.rest().starts_with(' ') {
        return false;
    }
    let data = match unit(&mut next) {
        Some(Unit::Period(period)) => match next.eat(" and a half") {
            true => Data::Duration(Decimal::parse("1.5").unwrap_or(Decimal::whole(1)), period),
            false => compound::rest(&mut next, Decimal::whole(1), Unit::Period(period))
                .unwrap_or(Data::Duration(Decimal::whole(1), period)),
        },
        // A card is a card, but 200 yen a card is the price of one.
        Some(Unit::Counter(counter)) if !article || follows_amount(scan) => Data::Number(Decimal::whole(1), counter),
        _ => return false,
    };
    out.push(data, Strength::Weak, scan.at..next.at);
    *scan = next;
    true
}

/// Whether an amount ends before this place.
fn follows_amount(scan: &Scan<'_>) -> bool {
    let before = scan.passed().trim_end_matches(' ');
    before.ends_with(|c: char| c.is_ascii_digit() || c == '%')
        || [" yen", " times", " percent"].iter().any(|end| before.ends_with(end))
}

/// Passes what looks like a number and is none.
pub(super) fn no_number(scan: &mut Scan<'_>, _: &mut Out) -> bool {
    let mut next = *scan;
    let none = about(&mut next) || note(&mut next) || mark(&mut next) || base(&mut next);
    if none {
        *scan = next;
    }
    none
}

/// 数百円, 何人: no exact amount.
fn about(scan: &mut Scan<'_>) -> bool {
    if !scan.eat_any(&["数", "何"]) {
        return false;
    }
    numeral::kanji(scan);
    true
}

/// `(訳注: …)`, which the other language has no need of.
fn note(scan: &mut Scan<'_>) -> bool {
    let mut next = *scan;
    if !next.eat_any(&["(訳注", "(訳者注", "(Translator's note", "(translator's note"]) {
        return false;
    }
    next.run_up_to(MAX_NOTE, |c| c != ')');
    let ended = next.eat(")");
    if ended {
        *scan = next;
    }
    ended
}

/// The most bytes of a translator's note.
const MAX_NOTE: usize = 600;

/// `※1`, `*2` and `(1)`: marks of notes and items.
fn mark(scan: &mut Scan<'_>) -> bool {
    let mut next = *scan;
    let bracket = next.eat("(");
    if !bracket && !next.eat_any(&["※", "*"]) {
        return false;
    }
    let number = next.digits(1, 2).is_some();
    let ended = if bracket { next.eat(")") } else { true };
    if number && ended {
        *scan = next;
    }
    number && ended
}

/// 10進数 is decimal.
fn base(scan: &mut Scan<'_>) -> bool {
    let mut next = *scan;
    let found = next.digits(1, 2).is_some() && next.eat("進");
    if found {
        *scan = next;
    }
    found
}
