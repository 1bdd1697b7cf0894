//! Dates and numbers as one language writes them: ICU4X, and the Japanese public style on top.
//!
//! Any BCP 47 tag works. Japanese has rules that ICU4X does not: eras only where the calendar was
//! already Gregorian, and 億 and 万 in large numbers (公用文作成の考え方, 2022).

use icu_calendar::cal::Japanese;
use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{E, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::{Locale, locale};

use super::units::in_units;
use crate::date::Date;

/// Before this day Japan's calendar was not Gregorian, and an era's day would be another day.
const FIRST_ERA_DAY: (i32, u8, u8) = (1873, 1, 1);

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateStyle {
    /// 令和2年5月25日
    Era,
    /// 令和2（2020）年5月25日
    EraBoth,
    /// 2020年5月25日
    Western,
    /// 2020-05-25
    Iso,
    /// May 25, 2020
    Long,
    /// 25 May 2020
    Uk,
}

impl DateStyle {
    /// Every style, in the order of the documentation.
    pub const ALL: [Self; 6] = [Self::Era, Self::EraBoth, Self::Western, Self::Iso, Self::Long, Self::Uk];

    /// The style of a name in settings, facts and words.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.name() == name)
    }

    /// The name in settings, facts and words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Era => "era",
            Self::EraBoth => "era-both",
            Self::Western => "western",
            Self::Iso => "iso",
            Self::Long => "long",
            Self::Uk => "uk",
        }
    }

    /// What a language uses where the settings say nothing: eras in Japanese, else its long form.
    pub fn default_for(tag: &str) -> Self {
        if is_language(tag, "ja") { Self::Era } else { Self::Long }
    }
}

/// Writes dates and numbers in one language.
#[derive(Debug)]
pub struct Format {
    japanese: bool,
    // ICU4X has data for every language by falling back to the root; should it ever lack some, the
    // ISO form and plain digits are better than no page.
    long: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    uk: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    era: Option<FixedCalendarDateTimeFormatter<Japanese, YMD>>,
    weekday: Option<FixedCalendarDateTimeFormatter<Gregorian, E>>,
    decimal: Option<DecimalFormatter>,
}

impl Format {
    /// The formats of a language; a tag that is not well formed gets those of no language.
    pub fn new(tag: &str) -> Self {
        let locale = Locale::try_from_str(tag).unwrap_or(Locale::UNKNOWN);
        let uk = if is_language(tag, "en") { locale!("en-GB") } else { locale.clone() };
        Self {
            japanese: is_language(tag, "ja"),
            long: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
            uk: FixedCalendarDateTimeFormatter::try_new((&uk).into(), YMD::long()).ok(),
            era: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
            weekday: FixedCalendarDateTimeFormatter::try_new((&locale).into(), E::long()).ok(),
            decimal: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
        }
    }

    /// A date in a style. What a language does not have (`era-both` outside Japanese, `uk` outside
    /// English) is its long form.
    pub fn date(&self, date: Date, style: DateStyle) -> String {
        match style {
            DateStyle::Iso => date.to_string(),
            DateStyle::Era => self.era(date),
            DateStyle::EraBoth if self.japanese => self.era_both(date),
            DateStyle::Uk => gregorian(self.uk.as_ref(), date),
            DateStyle::EraBoth | DateStyle::Western | DateStyle::Long => gregorian(self.long.as_ref(), date),
        }
    }

    /// The name of a day of the week, 0 for Monday to 6 for Sunday.
    pub fn weekday(&self, day: u8) -> String {
        // 2024 began on a Monday.
        let date = IcuDate::try_new_gregorian(2024, 1, day % 7 + 1).ok();
        match self.weekday.as_ref().zip(date) {
            Some((weekday, date)) => weekday.format(&date).to_string(),
            None => day.to_string(),
        }
    }

    /// A whole number: grouped by threes; in Japanese with 億 and 万 from 1億 on.
    pub fn number(&self, number: i64) -> String {
        self.decimal(Decimal::from(number), 9)
    }

    /// A number written in digits (`15000`, `-2.50`), as [`Format::number`] writes it; `None` if it
    /// is not one.
    pub fn number_text(&self, digits: &str) -> Option<String> {
        Some(self.decimal(parse_decimal(digits)?, 9))
    }

    /// A number that Japanese writes with 万 from 1万 on: 500万.
    pub fn number_man(&self, digits: &str) -> Option<String> {
        Some(self.decimal(parse_decimal(digits)?, 5))
    }

    /// Japanese uses units for whole numbers that have at least so many digits.
    fn decimal(&self, decimal: Decimal, units_from: usize) -> String {
        let plain = decimal.to_string();
        let (sign, digits) = plain.strip_prefix('-').map_or(("", &*plain), |digits| ("-", digits));
        if self.japanese && digits.len() >= units_from && !digits.contains('.') {
            let group = |digits: &str| parse_decimal(digits).map(|group| self.grouped(&group));
            if let Some(text) = in_units(digits, group) {
                return format!("{sign}{text}");
            }
        }
        self.grouped(&decimal)
    }

    fn grouped(&self, decimal: &Decimal) -> String {
        match &self.decimal {
            Some(formatter) => formatter.format(decimal).to_string(),
            None => decimal.to_string(),
        }
    }

    fn era(&self, date: Date) -> String {
        let icu = IcuDate::try_new_iso(date.year(), date.month(), date.day()).ok();
        let in_era = (date.year(), date.month(), date.day()) >= FIRST_ERA_DAY;
        match self.era.as_ref().zip(icu) {
            Some((era, icu)) if in_era => era.format(&icu.to_calendar(Japanese::new())).to_string(),
            _ => gregorian(self.long.as_ref(), date),
        }
    }

    /// Puts the western year behind the year of the era: 平成元（1989）年1月8日.
    fn era_both(&self, date: Date) -> String {
        let era = self.era(date);
        match era.split_once('年') {
            Some((year, rest)) if !year.starts_with(|c: char| c.is_ascii_digit()) => {
                format!("{year}（{}）年{rest}", date.year())
            }
            _ => era,
        }
    }
}

/// Whether a tag is of this language, whatever its script or region.
pub(super) fn is_language(tag: &str, language: &str) -> bool {
    tag.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case(language))
}

fn gregorian(formatter: Option<&FixedCalendarDateTimeFormatter<Gregorian, YMD>>, date: Date) -> String {
    let icu = IcuDate::try_new_gregorian(date.year(), date.month(), date.day()).ok();
    match formatter.zip(icu) {
        Some((formatter, icu)) => formatter.format(&icu).to_string(),
        None => date.to_string(),
    }
}

/// Digits with an optional sign and fraction; ICU4X would also read exponents, and a hostile one
/// asks for more digits than there is memory.
fn parse_decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !plain || digits.len() > 40 || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut decimal: Decimal = text.parse().ok()?;
    decimal.absolute.trim_start();
    Some(decimal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::japanese::era;

    fn date(iso: &str) -> Date {
        Date::parse_iso(iso).unwrap()
    }

    #[test]
    fn eras_are_written_as_the_collected_cases_say() {
        let text = include_str!("../../tests/data/era-dates.json");
        let cases: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
        let format = Format::new("ja");
        let cases: Vec<_> = cases.iter().filter(|case| case["kind"] == "format_era").collect();
        for case in &cases {
            let written = format.date(date(case["input"].as_str().unwrap()), DateStyle::Era);
            assert_eq!(written, case["expected"].as_str().unwrap(), "{}", case["id"]);
        }
        assert!(cases.len() >= 8);
    }

    #[test]
    fn what_is_written_by_era_is_read_as_the_same_day() {
        let format = Format::new("ja");
        let days = |iso| date(iso).days_since_epoch();
        let turns = ["1912-07-30", "1926-12-25", "1989-01-08", "2019-05-01"].map(days);
        let around = turns.into_iter().flat_map(|turn| turn - 2..turn + 2);
        for day in (days("1873-01-01")..days("2100-12-31")).step_by(37).chain(around) {
            let day = Date::from_days_since_epoch(day).unwrap();
            for style in [DateStyle::Era, DateStyle::EraBoth] {
                let written = format.date(day, style);
                assert_eq!(era::parse(&written), Ok(day), "{written}");
            }
        }
    }

    #[test]
    fn every_style_has_its_form() {
        let (ja, en) = (Format::new("ja"), Format::new("en"));
        let day = date("2020-05-25");
        let forms = |format: &Format| DateStyle::ALL.map(|style| format.date(day, style));
        assert_eq!(
            forms(&ja),
            [
                "令和2年5月25日",
                "令和2（2020）年5月25日",
                "2020年5月25日",
                "2020-05-25",
                "2020年5月25日",
                "2020年5月25日"
            ]
        );
        assert_eq!(forms(&en)[1..], ["May 25, 2020", "May 25, 2020", "2020-05-25", "May 25, 2020", "25 May 2020"]);
    }

    #[test]
    fn other_languages_have_their_long_form() {
        let day = date("2020-05-25");
        let long = |tag| Format::new(tag).date(day, DateStyle::default_for(tag));
        assert_eq!(long("de"), "25. Mai 2020");
        assert_eq!(long("zh-Hans"), "2020年5月25日");
        assert_eq!(long("ko"), "2020년 5월 25일");
        assert_eq!(long("en-GB"), "25 May 2020");
        assert_eq!(long("ja-JP"), "令和2年5月25日");
        assert!(long("no such tag").contains("2020"));
    }

    #[test]
    fn before_the_gregorian_calendar_there_are_no_eras() {
        let format = Format::new("ja");
        assert_eq!(format.date(date("1872-12-31"), DateStyle::Era), "1872年12月31日");
        assert_eq!(format.date(date("1872-12-31"), DateStyle::EraBoth), "1872年12月31日");
        assert_eq!(format.date(date("1989-01-08"), DateStyle::EraBoth), "平成元（1989）年1月8日");
    }

    #[test]
    fn style_names_are_those_that_words_may_use() {
        let names = DateStyle::ALL.map(DateStyle::name);
        let (_, styles) = super::super::validate::FUNCTIONS[0];
        assert_eq!(names, styles);
        for name in names {
            assert_eq!(DateStyle::parse(name).map(DateStyle::name), Some(name));
        }
        assert_eq!(DateStyle::parse("Era"), None);
    }

    #[test]
    fn japanese_numbers_have_units_from_one_hundred_million() {
        let format = Format::new("ja");
        let cases = [
            (0, "0"),
            (8_000, "8,000"),
            (95_000_000, "95,000,000"),
            (99_999_999, "99,999,999"),
            (100_000_000, "1億"),
            (120_000_000, "1億2000万"),
            (385_987_000, "3億8598万7000"),
            (150_000_000_000, "1,500億"),
            (1_000_000_000_001, "1兆1"),
            (-120_000_000, "-1億2000万"),
            (i64::MIN, "-922京3372兆368億5477万5808"),
        ];
        for (number, text) in cases {
            assert_eq!(format.number(number), text);
        }
        assert_eq!(format.number_man("5000000").as_deref(), Some("500万"));
        assert_eq!(format.number_man("95000000").as_deref(), Some("9,500万"));
        assert_eq!(format.number_man("12345").as_deref(), Some("1万2345"));
        assert_eq!(format.number_man("9999").as_deref(), Some("9,999"));
    }

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        let format = Format::new("en");
        assert_eq!(format.number(385_987_000), "385,987,000");
        assert_eq!(format.number_man("5000000").as_deref(), Some("5,000,000"));
        assert_eq!(format.number_text("-1234.50").as_deref(), Some("-1,234.50"));
        assert_eq!(format.number_text("007").as_deref(), Some("7"));
        assert_eq!(Format::new("de").number(15_000), "15.000");
        for bad in ["", "-", "1e9", "1.2.3", ".5", "１", "1,000", "+1", "NaN", &"9".repeat(41)] {
            assert_eq!(format.number_text(bad), None, "{bad}");
        }
    }

    #[test]
    fn weekdays_have_names() {
        assert_eq!(Format::new("ja").weekday(0), "月曜日");
        assert_eq!(Format::new("en").weekday(6), "Sunday");
    }
}
