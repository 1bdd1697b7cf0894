//! Amounts: numbers with what they count. Money, lengths of time, shares, fractions, ordinals, counts.

use super::numeral::{self, Form, numeral};
use super::scan::Scan;
use super::unit::{Unit, unit};
use super::{Out, compound};
use crate::parity::decimal::Decimal;
use crate::parity::value::{Counter, Currency, Data, Period, Strength};

/// What stands between the two ends of a range.
pub(super) const RANGE_MARKS: &[&str] =
    &["~", "から", "ないし", "・", "、", "-", " to ", " - ", " ~ ", " or ", " and ", " through ", " until "];

/// Signs and codes of currencies that stand before the amount.
const CURRENCIES: &[(&str, Currency)] = &[
    ("¥", Currency::Yen),
    ("JPY ", Currency::Yen),
    ("JPY", Currency::Yen),
    ("US$", Currency::Dollar),
    ("$", Currency::Dollar),
    ("USD ", Currency::Dollar),
    ("€", Currency::Euro),
    ("£", Currency::Pound),
];

/// Words that name a part of a document, after which even 1 is a number.
const NUMBERED: &[&str] = &[
    "article",
    "section",
    "chapter",
    "form",
    "table",
    "figure",
    "annex",
    "appendix",
    "item",
    "paragraph",
    "window",
    "counter",
    "step",
    "phase",
    "stage",
    "level",
    "grade",
    "class",
    "type",
    "category",
    "question",
    "page",
    "line",
    "exit",
    "gate",
    "room",
    "building",
    "zone",
    "area",
    "rank",
    "no",
];

/// The names of the parts of a whole in English.
const PARTS: &[(&str, i64)] = &[
    ("half", 2),
    ("third", 3),
    ("thirds", 3),
    ("quarter", 4),
    ("quarters", 4),
    ("fourth", 4),
    ("fourths", 4),
    ("fifth", 5),
    ("fifths", 5),
    ("sixth", 6),
    ("eighth", 8),
    ("tenth", 10),
    ("tenths", 10),
];

/// The words at which an amount can begin.
pub(super) fn words() -> Vec<String> {
    let codes = CURRENCIES.iter().map(|(sign, _)| sign.chars().filter(char::is_ascii_alphabetic).collect());
    PARTS.iter().map(|(part, _)| (*part).to_owned()).chain(codes).collect()
}

/// An amount of money with its currency in front: `¥300`.
pub(super) fn money(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let Some(currency) = next.eat_entry(CURRENCIES) else { return false };
    let Some(amount) = numeral::digits(&mut next) else { return false };
    out.push(Data::Money(amount, currency), Strength::Hard, scan.at..next.at);
    // The other end of `$10-20` has no sign of its own.
    let mut end = next;
    if end.eat_any(&["-", "~"]) {
        let start = end.at;
        if let Some(amount) = numeral::digits(&mut end) {
            out.push(Data::Money(amount, currency), Strength::Hard, start..end.at);
            next = end;
        }
    }
    *scan = next;
    true
}

/// A number with what it counts.
pub(super) fn quantity(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    let Some((amount, form)) = numeral(&mut next) else { return false };
    if fraction(scan, next, amount, form, out) {
        return true;
    }
    let (amount, half) = with_half(&mut next, amount);
    let own = unit(&mut next);
    let unit = own.or_else(|| unit_of_range(scan, next));
    if form == Form::Kanji && !counts_in_kanji(own, scan) {
        return false;
    }
    let amount = if half { amount } else { half_after(&mut next, amount, own) };
    let mut data = data(amount, unit, form);
    if let Some(whole) = own.and_then(|own| compound::rest(&mut next, amount, own)) {
        data = (whole, Strength::Hard);
    }
    if own == Some(Unit::Tenth) {
        data.0 = tenths(&mut next, amount);
    }
    if unit.is_none() && is_numbered(scan) {
        data = (Data::Number(amount, Counter::Clause), Strength::Hard);
    }
    if unit.is_none() && ordinal_suffix(&mut next) {
        data = (Data::Number(amount, Counter::Ordinal), small_answers(amount));
    }
    out.push(data.0, data.1, scan.at..next.at);
    if let Some(other) = bound(scan, next, amount, form) {
        out.push(Data::Number(other, Counter::Plain), Strength::Answer, scan.at..next.at);
    }
    *scan = next;
    true
}

/// The number that the other language may name instead: 70歳以上75歳未満 is 70 to 74, and more than two is 3人以上.
fn bound(scan: &Scan<'_>, next: Scan<'_>, amount: Decimal, form: Form) -> Option<Decimal> {
    let before = scan.passed();
    if next.rest().starts_with("未満") && (before.ends_with("以上") || before.ends_with("以上、")) {
        return amount.integer().map(|amount| Decimal::whole(amount - 1));
    }
    let more = form == Form::Word && [" than ", " over "].iter().any(|word| before.ends_with(word));
    more.then(|| amount.plus(Decimal::whole(1))).flatten()
}

/// `and a half` after a number in English.
fn with_half(scan: &mut Scan<'_>, amount: Decimal) -> (Decimal, bool) {
    let mut next = *scan;
    let half = next.eat(" and a half").then(|| plus_half(amount)).flatten();
    if half.is_some() {
        *scan = next;
    }
    (half.unwrap_or(amount), half.is_some())
}

/// 半 after a unit: 1時間半.
fn half_after(scan: &mut Scan<'_>, amount: Decimal, unit: Option<Unit>) -> Decimal {
    let mut next = *scan;
    if matches!(unit, Some(Unit::Period(_))) && next.eat("半") {
        *scan = next;
        return plus_half(amount).unwrap_or(amount);
    }
    amount
}

fn plus_half(amount: Decimal) -> Option<Decimal> {
    amount.plus(Decimal::parse("0.5")?)
}

/// The unit at the end of a range, which its beginning shares: 3〜5営業日.
fn unit_of_range(start: &Scan<'_>, end: Scan<'_>) -> Option<Unit> {
    let mut next = end;
    next.eat_any(RANGE_MARKS).then_some(())?;
    // `three and 10,000 yen` is no range, `between 300 and 500 yen` is one.
    if next.passed().ends_with(" and ") && !start.passed().ends_with("etween ") {
        return None;
    }
    numeral(&mut next)?;
    unit(&mut next)
}

/// Kanji are numbers only before what they count, and not where the two make a word: 一部, 十分, 一日.
fn counts_in_kanji(unit: Option<Unit>, scan: &Scan<'_>) -> bool {
    let rest = scan.rest();
    let word = [
        "一部",
        "一種",
        "一類",
        "十分",
        "一項",
        "一点",
        "一組",
        "一品",
        "一本",
        "八百",
        "三角",
        "一号",
        "四十八",
        "一節",
        "一章",
    ];
    match unit {
        None | Some(Unit::Percent | Unit::Counter(Counter::Plain | Counter::Measure)) => false,
        Some(Unit::Counter(Counter::Clause)) => scan.passed().ends_with('第'),
        Some(_) => !word.iter().any(|word| rest.starts_with(word)),
    }
}

fn data(amount: Decimal, unit: Option<Unit>, form: Form) -> (Data, Strength) {
    let small = amount.integer().is_some_and(|amount| (1..=12).contains(&amount));
    let one = amount == Decimal::whole(1);
    let told = if small && form != Form::Digits { Strength::Soft } else { Strength::Hard };
    match unit {
        Some(Unit::Money(currency)) => (Data::Money(amount, currency), Strength::Hard),
        Some(Unit::Percent) => (Data::Percent(amount), Strength::Hard),
        Some(Unit::Tenth) => (Data::Percent(amount), Strength::Hard),
        Some(Unit::Period(period)) => (Data::Duration(amount, period), if one { Strength::Soft } else { told }),
        Some(Unit::Counter(Counter::Measure)) if one => (Data::Number(amount, Counter::Measure), Strength::Soft),
        Some(Unit::Counter(counter @ (Counter::Age | Counter::Clause | Counter::Measure))) => {
            (Data::Number(amount, counter), told)
        }
        Some(Unit::Counter(counter)) => {
            let strength = match (one, small) {
                (true, _) => Strength::Weak,
                (_, true) => Strength::Soft,
                _ => Strength::Hard,
            };
            (Data::Number(amount, counter), strength)
        }
        None => {
            let strength = match (one, form) {
                (true, Form::Digits) => Strength::Weak,
                (true, _) => Strength::Answer,
                _ => told,
            };
            (Data::Number(amount, Counter::Plain), strength)
        }
    }
}

/// 8割5分 is 85 percent.
fn tenths(scan: &mut Scan<'_>, amount: Decimal) -> Data {
    let whole = amount.times(Decimal::whole(10)).unwrap_or(amount);
    let mut next = *scan;
    if let Some(part) = next.digits(1, 1)
        && next.eat("分")
        && let Some(sum) = whole.plus(Decimal::whole(part.into()))
    {
        *scan = next;
        return Data::Percent(sum);
    }
    Data::Percent(whole)
}

/// `3分の1`, `1/3`, `two-thirds`; `next` stands after the first number.
fn fraction<'a>(scan: &mut Scan<'a>, next: Scan<'a>, amount: Decimal, form: Form, out: &mut Out) -> bool {
    let Some(first) = amount.integer() else { return false };
    let mut end = next;
    let mut strength = Strength::Hard;
    let found = if end.eat("分の") {
        numeral(&mut end).and_then(|(part, _)| part.integer()).map(|part| (part, first))
    } else if form == Form::Digits && end.eat("/") {
        end.digits(1, 2).map(|whole| (first, i64::from(whole)))
    } else if form == Form::Word && end.eat_any(&[" ", "-"]) {
        strength = if first == 1 { Strength::Soft } else { Strength::Hard };
        part_word(&mut end).map(|whole| (first, whole))
    } else {
        None
    };
    let Some((part, whole)) = found else { return false };
    out.push(Data::Fraction(part, whole), strength, scan.at..end.at);
    *scan = end;
    true
}

/// `third` as a part, and not in `third party`.
fn part_word(scan: &mut Scan<'_>) -> Option<i64> {
    let mut next = *scan;
    let whole = next.eat_word_entry(PARTS)?;
    if ["-party", " party", " parties", " person"].iter().any(|word| next.rest().starts_with(word)) {
        return None;
    }
    *scan = next;
    Some(whole)
}

/// `a third`, `half`, `a quarter`: they may answer 3分の1, 半額, 四半期.
pub(super) fn part_of_whole(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    if next.eat_word("a") {
        next.eat(" ");
    }
    let Some(whole) = part_word(&mut next) else { return false };
    if next.rest().starts_with(" of the") || whole == 2 || whole == 4 || next.at > scan.at + 5 {
        let told = next.rest().starts_with(" of ") || (whole == 2 && next.rest().starts_with(" the "));
        let strength = if told { Strength::Soft } else { Strength::Weak };
        out.push(Data::Fraction(1, whole), strength, scan.at..next.at);
        // Half a year, half an hour; a quarter of a year and of an hour.
        if let Some((months, minutes)) =
            [(2, (6, 30)), (4, (3, 15))].iter().find(|(part, _)| *part == whole).map(|found| found.1)
        {
            out.push(Data::Duration(Decimal::whole(months), Period::Months), Strength::Answer, scan.at..next.at);
            out.push(Data::Duration(Decimal::whole(minutes), Period::Minutes), Strength::Answer, scan.at..next.at);
        }
        *scan = next;
        return true;
    }
    false
}

/// Whether the number at this place follows a word such as Article.
fn is_numbered(scan: &Scan<'_>) -> bool {
    // レベル1, 要介護1
    if scan.before().is_some_and(|c| matches!(c, '\u{30A1}'..='\u{30FC}' | '\u{4E00}'..='\u{9FFF}')) {
        return true;
    }
    let before = scan.passed().trim_end_matches([' ', '.']);
    let letters = before.len() - before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    let word = &before[before.len() - letters..];
    let one = word.strip_suffix('s').unwrap_or(word);
    letters > 0 && NUMBERED.iter().any(|known| [word, one].iter().any(|word| known.eq_ignore_ascii_case(word)))
}

/// `st` of `1st`.
fn ordinal_suffix(scan: &mut Scan<'_>) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|suffix| scan.eat_word(suffix))
}

/// Small ordinals may be words in the other language; larger ones are said in both.
pub(super) fn small_answers(amount: Decimal) -> Strength {
    match amount.integer() {
        Some(..=1) => Strength::Weak,
        Some(..=12) => Strength::Soft,
        _ => Strength::Hard,
    }
}

/// 第17条, 第3回, 第2.
pub(super) fn ordinal(scan: &mut Scan<'_>, out: &mut Out) -> bool {
    let mut next = *scan;
    if !next.eat("第") {
        return false;
    }
    let start = next;
    let Some((amount, form)) = numeral(&mut next) else { return false };
    let unit = unit(&mut next);
    if form == Form::Kanji && !matches!(unit, Some(Unit::Counter(Counter::Clause | Counter::Occasion))) {
        // 第三者 is no number, and what follows 第 is not read again.
        *scan = start;
        numeral(scan);
        return true;
    }
    let data = match unit {
        Some(Unit::Counter(Counter::Clause)) => (Data::Number(amount, Counter::Clause), Strength::Hard),
        None if scan.before().is_some_and(|c| "表式紙図".contains(c)) => {
            (Data::Number(amount, Counter::Clause), Strength::Hard)
        }
        _ => (Data::Number(amount, Counter::Ordinal), small_answers(amount)),
    };
    out.push(data.0, data.1, scan.at..next.at);
    *scan = next;
    true
}
