//! Values: what a text states as a fact, in one form for all languages, with its place.

use std::ops::Range;

use super::decimal::Decimal;

/// A fact found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// What it says.
    pub data: Data,
    /// How much its absence from the other text means.
    pub strength: Strength,
    /// Its bytes in the text that it was found in.
    pub span: Range<usize>,
}

/// What a value says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Data {
    /// An address on the web, in normal form.
    Url(String),
    /// An e-mail address, in lower case.
    Email(String),
    /// A telephone number, in national digits or with `+`.
    Phone(String),
    /// A date, or what is known of it.
    Date(DateParts),
    /// A day of the week, 1 for Monday to 7.
    Weekday(u8),
    /// A time of day.
    Time(TimeOfDay),
    /// A length of time.
    Duration(Decimal, Period),
    /// An amount of money.
    Money(Decimal, Currency),
    /// A share of a hundred.
    Percent(Decimal),
    /// A fraction.
    Fraction(i64, i64),
    /// A number, with what it counts.
    Number(Decimal, Counter),
    /// Digits in groups, such as a postal code or a house number.
    Code(String),
    /// A name with digits in it, such as `IEC15408`.
    Name(String),
}

/// How much the absence of a value from the other text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// It may answer a value of the other text, and means nothing by itself: one, daily, free.
    Answer,
    /// It is said in passing, as in “a month” and “per person”. That it is absent means nothing, but another amount of
    /// the same thing contradicts it.
    Weak,
    /// A small count: languages differ in whether they say it, but not in its amount.
    Soft,
    /// The other text must have it.
    Hard,
}

/// The known parts of a date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateParts {
    /// The year.
    pub year: Option<i32>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day, 1 to 31.
    pub day: Option<u8>,
    /// How the year is meant.
    pub span: YearKind,
}

/// How the year of a date is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearKind {
    /// As a year of the calendar.
    #[default]
    Calendar,
    /// As a fiscal year, from April.
    Fiscal,
    /// As the first of ten.
    Decade,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    /// Minutes from midnight, 0 to 1,799: Japanese counts on to 29:59.
    pub minutes: u16,
    /// Whether the text leaves open if it is before noon or after.
    pub open: bool,
}

/// The unit of a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// 年
    Years,
    /// か月
    Months,
    /// 週間
    Weeks,
    /// 日
    Days,
    /// 時間
    Hours,
    /// 分
    Minutes,
    /// 秒
    Seconds,
}

/// A currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Currency {
    /// 円
    Yen,
    /// ドル
    Dollar,
    /// ユーロ
    Euro,
    /// ポンド
    Pound,
}

/// What a number counts, as far as both languages have a word for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counter {
    /// Not said, or something else.
    Plain,
    /// 第, -th
    Ordinal,
    /// 条, Article
    Clause,
    /// 歳
    Age,
    /// 人, 名
    Person,
    /// 回
    Occasion,
    /// 枚, 部, 通
    Sheet,
    /// 件, 個, つ, 点
    Item,
    /// 桁, 文字
    Digit,
    /// 階
    Floor,
    /// か所
    Place,
    /// 世帯
    Household,
    /// 台
    Vehicle,
    /// KB, km and so on
    Measure,
}

/// The sort of a value, which decides the rule that reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Dates and days of the week.
    Date,
    /// Times of day.
    Time,
    /// Numbers, lengths of time, percentages, codes.
    Number,
    /// Amounts of money.
    Money,
    /// Telephone numbers.
    Phone,
    /// E-mail addresses.
    Email,
    /// Addresses on the web.
    Link,
}

impl Data {
    /// The sort of the value.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Url(_) => Kind::Link,
            Self::Email(_) => Kind::Email,
            Self::Phone(_) => Kind::Phone,
            Self::Date(_) | Self::Weekday(_) => Kind::Date,
            Self::Time(_) => Kind::Time,
            Self::Money(..) => Kind::Money,
            Self::Duration(..)
            | Self::Percent(_)
            | Self::Fraction(..)
            | Self::Number(..)
            | Self::Code(_)
            | Self::Name(_) => Kind::Number,
        }
    }
}

impl DateParts {
    /// A year of the calendar.
    #[must_use]
    pub fn year(year: i32) -> Self {
        Self { year: Some(year), ..Self::default() }
    }

    /// A fiscal year.
    #[must_use]
    pub fn fiscal(year: i32) -> Self {
        Self { year: Some(year), span: YearKind::Fiscal, ..Self::default() }
    }
}
