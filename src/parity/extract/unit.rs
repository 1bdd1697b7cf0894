//! The words after a number that say what it counts, in both languages.

use super::scan::Scan;
use crate::parity::value::{Counter, Currency, Period};

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Period(Period),
    Money(Currency),
    Percent,
    /// 割, a tenth.
    Tenth,
    Counter(Counter),
}

use Counter::{
    Age, Clause, Digit, Floor, Household, Item, Measure, Occasion, Ordinal, Person, Place, Plain, Sheet, Vehicle,
};
use Period::{Days, Hours, Minutes, Months, Seconds, Weeks, Years};

/// Japanese units; where one begins another, the longer one comes first.
const JAPANESE: &[(&str, Unit)] = &[
    ("円", Unit::Money(Currency::Yen)),
    ("ドル", Unit::Money(Currency::Dollar)),
    ("ユーロ", Unit::Money(Currency::Euro)),
    ("ポンド", Unit::Money(Currency::Pound)),
    ("%", Unit::Percent),
    ("パーセント", Unit::Percent),
    ("割", Unit::Tenth),
    ("年生", Unit::Counter(Ordinal)),
    ("番目", Unit::Counter(Ordinal)),
    ("つ目", Unit::Counter(Ordinal)),
    ("回目", Unit::Counter(Ordinal)),
    ("人目", Unit::Counter(Ordinal)),
    ("日目", Unit::Counter(Ordinal)),
    ("年目", Unit::Counter(Ordinal)),
    ("度目", Unit::Counter(Ordinal)),
    ("年間", Unit::Period(Years)),
    ("か年", Unit::Period(Years)),
    ("カ年", Unit::Period(Years)),
    ("ヵ年", Unit::Period(Years)),
    ("年", Unit::Period(Years)),
    ("か月", Unit::Period(Months)),
    ("ヵ月", Unit::Period(Months)),
    ("ヶ月", Unit::Period(Months)),
    ("カ月", Unit::Period(Months)),
    ("ケ月", Unit::Period(Months)),
    ("箇月", Unit::Period(Months)),
    ("週", Unit::Period(Weeks)),
    ("日", Unit::Period(Days)),
    ("営業日", Unit::Period(Days)),
    ("開庁日", Unit::Period(Days)),
    ("泊", Unit::Counter(Item)),
    ("時間", Unit::Period(Hours)),
    ("分", Unit::Period(Minutes)),
    ("秒", Unit::Period(Seconds)),
    ("歳", Unit::Counter(Age)),
    ("才", Unit::Counter(Age)),
    ("人", Unit::Counter(Person)),
    ("名", Unit::Counter(Person)),
    ("回", Unit::Counter(Occasion)),
    ("倍", Unit::Counter(Occasion)),
    ("枚", Unit::Counter(Sheet)),
    ("通り", Unit::Counter(Item)),
    ("通", Unit::Counter(Sheet)),
    ("部", Unit::Counter(Sheet)),
    ("冊", Unit::Counter(Sheet)),
    ("ページ", Unit::Counter(Sheet)),
    ("種類", Unit::Counter(Item)),
    ("件", Unit::Counter(Item)),
    ("個", Unit::Counter(Item)),
    ("つ", Unit::Counter(Item)),
    ("点", Unit::Counter(Item)),
    ("項目", Unit::Counter(Item)),
    ("本", Unit::Counter(Item)),
    ("組", Unit::Counter(Item)),
    ("品", Unit::Counter(Item)),
    ("袋", Unit::Counter(Item)),
    ("箱", Unit::Counter(Item)),
    ("か国", Unit::Counter(Place)),
    ("カ国", Unit::Counter(Place)),
    ("言語", Unit::Counter(Item)),
    ("次元", Unit::Counter(Item)),
    ("か所", Unit::Counter(Place)),
    ("カ所", Unit::Counter(Place)),
    ("ヵ所", Unit::Counter(Place)),
    ("ヶ所", Unit::Counter(Place)),
    ("箇所", Unit::Counter(Place)),
    ("施設", Unit::Counter(Place)),
    ("桁", Unit::Counter(Digit)),
    ("けた", Unit::Counter(Digit)),
    ("ケタ", Unit::Counter(Digit)),
    ("文字", Unit::Counter(Digit)),
    ("字", Unit::Counter(Digit)),
    ("階", Unit::Counter(Floor)),
    ("世帯", Unit::Counter(Household)),
    ("戸", Unit::Counter(Household)),
    ("台", Unit::Counter(Vehicle)),
    ("頭", Unit::Counter(Item)),
    ("匹", Unit::Counter(Item)),
    ("条", Unit::Counter(Clause)),
    ("項", Unit::Counter(Clause)),
    ("号", Unit::Counter(Clause)),
    ("章", Unit::Counter(Clause)),
    ("節", Unit::Counter(Clause)),
    ("番", Unit::Counter(Clause)),
    ("級", Unit::Counter(Clause)),
    ("種", Unit::Counter(Clause)),
    ("類", Unit::Counter(Clause)),
    ("丁目", Unit::Counter(Clause)),
    ("位", Unit::Counter(Ordinal)),
    ("世紀", Unit::Counter(Ordinal)),
    ("キロワット時", Unit::Counter(Measure)),
    ("キロワット", Unit::Counter(Measure)),
    ("キロ", Unit::Counter(Measure)),
    ("メートル", Unit::Counter(Measure)),
    ("センチ", Unit::Counter(Measure)),
    ("ミリ", Unit::Counter(Measure)),
    ("リットル", Unit::Counter(Measure)),
    ("グラム", Unit::Counter(Measure)),
    ("トン", Unit::Counter(Measure)),
    ("平方", Unit::Counter(Measure)),
    ("度", Unit::Counter(Plain)),
];

/// Words that begin with a unit and are none: 3分野 are three fields, 2部屋 two rooms.
const NO_UNITS: &[&str] = &[
    "分の", "分野", "分割", "分類", "分冊", "分科", "分団", "年度", "日本", "日曜", "部屋", "部門", "部署", "名称",
    "本部", "台風",
];

/// English units, singular and plural.
const ENGLISH: &[(&str, Unit)] = &[
    ("yen", Unit::Money(Currency::Yen)),
    ("JPY", Unit::Money(Currency::Yen)),
    ("dollar", Unit::Money(Currency::Dollar)),
    ("dollars", Unit::Money(Currency::Dollar)),
    ("USD", Unit::Money(Currency::Dollar)),
    ("euro", Unit::Money(Currency::Euro)),
    ("euros", Unit::Money(Currency::Euro)),
    ("EUR", Unit::Money(Currency::Euro)),
    ("pound", Unit::Money(Currency::Pound)),
    ("pounds", Unit::Money(Currency::Pound)),
    ("percent", Unit::Percent),
    ("person", Unit::Counter(Person)),
    ("persons", Unit::Counter(Person)),
    ("people", Unit::Counter(Person)),
    ("adult", Unit::Counter(Person)),
    ("adults", Unit::Counter(Person)),
    ("child", Unit::Counter(Person)),
    ("children", Unit::Counter(Person)),
    ("member", Unit::Counter(Person)),
    ("members", Unit::Counter(Person)),
    ("residents", Unit::Counter(Person)),
    ("applicants", Unit::Counter(Person)),
    ("participants", Unit::Counter(Person)),
    ("users", Unit::Counter(Person)),
    ("students", Unit::Counter(Person)),
    ("time", Unit::Counter(Occasion)),
    ("times", Unit::Counter(Occasion)),
    ("copy", Unit::Counter(Sheet)),
    ("copies", Unit::Counter(Sheet)),
    ("sheet", Unit::Counter(Sheet)),
    ("sheets", Unit::Counter(Sheet)),
    ("card", Unit::Counter(Sheet)),
    ("cards", Unit::Counter(Sheet)),
    ("page", Unit::Counter(Sheet)),
    ("pages", Unit::Counter(Sheet)),
    ("photo", Unit::Counter(Sheet)),
    ("photos", Unit::Counter(Sheet)),
    ("photographs", Unit::Counter(Sheet)),
    ("item", Unit::Counter(Item)),
    ("items", Unit::Counter(Item)),
    ("case", Unit::Counter(Item)),
    ("cases", Unit::Counter(Item)),
    ("piece", Unit::Counter(Item)),
    ("pieces", Unit::Counter(Item)),
    ("bags", Unit::Counter(Item)),
    ("points", Unit::Counter(Item)),
    ("ways", Unit::Counter(Item)),
    ("types", Unit::Counter(Item)),
    ("kinds", Unit::Counter(Item)),
    ("languages", Unit::Counter(Item)),
    ("dimensional", Unit::Counter(Item)),
    ("dimensions", Unit::Counter(Item)),
    ("applications", Unit::Counter(Item)),
    ("place", Unit::Counter(Place)),
    ("places", Unit::Counter(Place)),
    ("locations", Unit::Counter(Place)),
    ("sites", Unit::Counter(Place)),
    ("offices", Unit::Counter(Place)),
    ("facilities", Unit::Counter(Place)),
    ("countries", Unit::Counter(Place)),
    ("digit", Unit::Counter(Digit)),
    ("digits", Unit::Counter(Digit)),
    ("character", Unit::Counter(Digit)),
    ("characters", Unit::Counter(Digit)),
    ("letters", Unit::Counter(Digit)),
    ("floor", Unit::Counter(Floor)),
    ("floors", Unit::Counter(Floor)),
    ("household", Unit::Counter(Household)),
    ("households", Unit::Counter(Household)),
    ("vehicle", Unit::Counter(Vehicle)),
    ("vehicles", Unit::Counter(Vehicle)),
    ("cars", Unit::Counter(Vehicle)),
    ("machines", Unit::Counter(Vehicle)),
    ("spaces", Unit::Counter(Vehicle)),
    ("metre", Unit::Counter(Measure)),
    ("metres", Unit::Counter(Measure)),
    ("meter", Unit::Counter(Measure)),
    ("meters", Unit::Counter(Measure)),
    ("kilometre", Unit::Counter(Measure)),
    ("kilometres", Unit::Counter(Measure)),
    ("kilometer", Unit::Counter(Measure)),
    ("kilometers", Unit::Counter(Measure)),
    ("litre", Unit::Counter(Measure)),
    ("litres", Unit::Counter(Measure)),
    ("liter", Unit::Counter(Measure)),
    ("liters", Unit::Counter(Measure)),
    ("gram", Unit::Counter(Measure)),
    ("grams", Unit::Counter(Measure)),
    ("tonnes", Unit::Counter(Measure)),
    ("kilowatt", Unit::Counter(Measure)),
    ("kilowatts", Unit::Counter(Measure)),
];

/// English lengths of time, which may have a word before them: `five business days`.
const PERIODS: &[(&str, Period)] = &[
    ("year", Years),
    ("years", Years),
    ("month", Months),
    ("months", Months),
    ("week", Weeks),
    ("weeks", Weeks),
    ("day", Days),
    ("days", Days),
    ("hour", Hours),
    ("hours", Hours),
    ("minute", Minutes),
    ("minutes", Minutes),
    ("min", Minutes),
    ("second", Seconds),
    ("seconds", Seconds),
    ("sec", Seconds),
];

/// Words between a number and a length of time.
const BETWEEN: &[&str] =
    &["business", "working", "calendar", "consecutive", "full", "whole", "more", "additional", "further", "opening"];

/// Units that are symbols of measures.
const SYMBOLS: &[&str] = &["KB", "MB", "GB", "TB", "km", "cm", "mm", "kg", "ha", "ml", "kWh", "m", "g", "t"];

/// Passes the unit that stands here, perhaps after a blank or a hyphen.
pub(super) fn unit(scan: &mut Scan<'_>) -> Option<Unit> {
    let mut next = *scan;
    next.blanks();
    let found = japanese(&mut next).or_else(|| {
        next = *scan;
        next.eat_any(&[" ", "-"]);
        english(&mut next)
    });
    if found.is_some() {
        *scan = next;
    }
    found
}

fn japanese(scan: &mut Scan<'_>) -> Option<Unit> {
    if NO_UNITS.iter().any(|word| scan.rest().starts_with(word)) {
        return None;
    }
    let unit = scan.eat_entry(JAPANESE)?;
    if matches!(unit, Unit::Period(_)) {
        scan.eat("間");
    }
    Some(unit)
}

fn english(scan: &mut Scan<'_>) -> Option<Unit> {
    let mut next = *scan;
    let unit = if let Some(unit) = next.eat_word_entry(ENGLISH) {
        unit
    } else if SYMBOLS.iter().any(|symbol| next.eat_word(symbol)) {
        Unit::Counter(Measure)
    } else if next.eat_word("per") && next.eat(" ") && next.eat_word("cent") {
        Unit::Percent
    } else {
        next = *scan;
        period(&mut next)?
    };
    *scan = next;
    Some(unit)
}

fn period(scan: &mut Scan<'_>) -> Option<Unit> {
    let mut next = *scan;
    while BETWEEN.iter().any(|word| next.eat_word(word)) {
        next.eat_any(&[" ", "-"]);
    }
    let period = next.eat_word_entry(PERIODS)?;
    *scan = next;
    let mut age = next;
    let old = age.eat_any(&[" ", "-"])
        && (age.eat_word("old") || age.eat_word("olds") || (age.eat_word("of") && age.eat(" ") && age.eat_word("age")));
    if old && period == Years {
        *scan = age;
        return Some(Unit::Counter(Age));
    }
    Some(Unit::Period(period))
}
