//! Facts as phrases: money, lengths of time, sizes of files, opening hours, names of languages.
//!
//! What differs by language is in `site.ftl`, so that a translator alone can add a language.

use super::{Days, Duration, Hours, Period, SiteWords, Time, Unit, Value, Word};

/// One kilobyte, as file sizes on pages count it.
const KILOBYTE: u64 = 1024;

/// Languages in their own words, for links that lead to them.
const OWN_NAMES: &[(&str, &str)] = &[
    ("ja", "日本語"),
    ("en", "English"),
    ("zh", "中文"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
    ("ko", "한국어"),
    ("pt", "Português"),
    ("es", "Español"),
    ("vi", "Tiếng Việt"),
    ("tl", "Tagalog"),
    ("fil", "Filipino"),
    ("th", "ภาษาไทย"),
    ("id", "Bahasa Indonesia"),
    ("ne", "नेपाली"),
    ("my", "မြန်မာဘာသာ"),
    ("km", "ភាសាខ្មែរ"),
    ("mn", "Монгол"),
    ("fr", "Français"),
    ("de", "Deutsch"),
    ("it", "Italiano"),
    ("ru", "Русский"),
    ("uk", "Українська"),
    ("ar", "العربية"),
    ("hi", "हिन्दी"),
];

/// The name of a language in that language; the tag itself for one that is not in the table.
pub fn own_name(tag: &str) -> &str {
    named(tag).map_or(tag, |(_, name)| name)
}

/// The entry of the tag, or of the tag without its region: `pt-BR` is Português.
fn named(tag: &str) -> Option<(&'static str, &'static str)> {
    let mut rest = tag;
    loop {
        if let Some(found) = OWN_NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(rest)) {
            return Some(*found);
        }
        rest = rest.rsplit_once('-')?.0;
    }
}

impl SiteWords {
    /// The name of a language in the words of another: 英語, Japanese.
    pub fn language_name(&self, lang: &str, of: &str) -> String {
        let (tag, name) = named(of).unwrap_or((of, of));
        self.word(lang, &Word::LanguageName { tag: tag.into(), name: name.into() })
    }

    /// An amount of money, written in digits with a currency of ISO 4217: 15,000円, 15,000 yen.
    /// `None` if the amount is not a number.
    pub fn money(&self, lang: &str, amount: &str, currency: &str) -> Option<String> {
        let amount: Value = self.format(lang).number_text(amount)?.into();
        Some(self.word(
            lang,
            &match currency {
                "JPY" => Word::MoneyJpy { amount },
                "USD" => Word::MoneyUsd { amount },
                "EUR" => Word::MoneyEur { amount },
                code => Word::MoneyOther { amount, code: code.into() },
            },
        ))
    }

    /// A length of time: 1年6か月, 14 days; only about right, it is 約1か月, about one month.
    pub fn duration(&self, lang: &str, duration: &Duration, about: bool) -> String {
        if let ([(unit, count)], true) = (duration.parts(), about) {
            return self.word(lang, &about_unit(*unit, *count));
        }
        let parts = duration.parts().iter();
        let exact = parts
            .map(|(unit, count)| self.word(lang, &exact_unit(*unit, *count)))
            .reduce(|longer, shorter| {
                let (longer, shorter) = (longer.into(), shorter.into());
                self.word(lang, &Word::DurationJoined { longer, shorter })
            })
            .unwrap_or_default();
        if about { self.word(lang, &Word::AboutJoined { duration: exact.into() }) } else { exact }
    }

    /// The size of a file: whole kilobytes of 1,024 bytes, rounded, at least 1; from 1,024 of them
    /// on megabytes with one decimal.
    pub fn file_size(&self, lang: &str, bytes: u64) -> String {
        let kilobytes = rounded(bytes, KILOBYTE).max(1);
        let format = self.format(lang);
        if kilobytes < KILOBYTE {
            let amount = format.number_text(&kilobytes.to_string()).unwrap_or_default().into();
            return self.word(lang, &Word::FileSizeKb { amount });
        }
        let tenths = rounded(bytes.saturating_mul(10), KILOBYTE * KILOBYTE);
        let digits = format!("{}.{}", tenths / 10, tenths % 10);
        let amount = format.number_text(&digits).unwrap_or_default().into();
        self.word(lang, &Word::FileSizeMb { amount })
    }

    /// The label of a link to a file: （PDF形式：281KB）, (PDF, 281 KB). The type comes from the
    /// extension, without its dot; a file without one has its size alone.
    pub fn file_label(&self, lang: &str, extension: &str, bytes: u64) -> String {
        let size = self.file_size(lang, bytes).into();
        if extension.is_empty() {
            return self.word(lang, &Word::FileLabelUntyped { size });
        }
        let name = extension.to_uppercase().into();
        let extension = extension.to_lowercase().into();
        let type_ = self.word(lang, &Word::FileType { extension, name }).into();
        self.word(lang, &Word::FileLabel { r#type: type_, size })
    }

    /// Opening hours: 月曜日から金曜日までの9時から17時まで, Monday to Friday, 9 a.m. to 5 p.m.
    pub fn hours(&self, lang: &str, hours: &Hours) -> String {
        match hours {
            Hours::Always => self.word(lang, &Word::HoursAlways),
            Hours::Weekly(periods) => periods
                .iter()
                .map(|period| self.period(lang, period))
                .reduce(|list, item| {
                    let (list, item) = (list.into(), item.into());
                    self.word(lang, &Word::PeriodsJoined { list, item })
                })
                .unwrap_or_default(),
        }
    }

    fn period(&self, lang: &str, period: &Period) -> String {
        let days = period.days.iter().map(|days| self.days(lang, *days));
        let days = self.list(lang, days.collect()).into();
        let times = period.times.iter().map(|(from, to)| {
            let (from, to) = (self.time(lang, *from).into(), self.time(lang, *to).into());
            self.word(lang, &Word::TimesRange { from, to })
        });
        let times = self.list(lang, times.collect()).into();
        self.word(lang, &Word::HoursPeriod { days, times })
    }

    fn days(&self, lang: &str, days: Days) -> String {
        let format = self.format(lang);
        let first = format.weekday(days.first);
        if days.first == days.last {
            return first;
        }
        let (first, last) = (first.into(), format.weekday(days.last).into());
        self.word(lang, &Word::DaysRange { first, last })
    }

    fn time(&self, lang: &str, time: Time) -> String {
        let (hour, minute) = (u32::from(time.hour).into(), u32::from(time.minute).into());
        self.word(lang, &Word::ClockTime { hour, minute })
    }

    /// One, two and three; 一、二、三.
    fn list(&self, lang: &str, items: Vec<String>) -> String {
        let end = items.len().saturating_sub(1);
        let numbered = items.into_iter().enumerate();
        let joined = numbered.reduce(|(_, list), (at, item)| {
            let (list, item) = (list.into(), item.into());
            let word = if at == end { Word::ListLast { list, item } } else { Word::ListNext { list, item } };
            (at, self.word(lang, &word))
        });
        joined.map_or_else(String::new, |(_, list)| list)
    }
}

fn exact_unit(unit: Unit, count: u32) -> Word {
    let count = count.into();
    match unit {
        Unit::Year => Word::DurationYears { count },
        Unit::Month => Word::DurationMonths { count },
        Unit::Week => Word::DurationWeeks { count },
        Unit::Day => Word::DurationDays { count },
        Unit::Hour => Word::DurationHours { count },
        Unit::Minute => Word::DurationMinutes { count },
        Unit::Second => Word::DurationSeconds { count },
    }
}

fn about_unit(unit: Unit, count: u32) -> Word {
    let count = count.into();
    match unit {
        Unit::Year => Word::AboutYears { count },
        Unit::Month => Word::AboutMonths { count },
        Unit::Week => Word::AboutWeeks { count },
        Unit::Day => Word::AboutDays { count },
        Unit::Hour => Word::AboutHours { count },
        Unit::Minute => Word::AboutMinutes { count },
        Unit::Second => Word::AboutSeconds { count },
    }
}

/// A half rounds up. Whole numbers, so that every machine rounds alike.
const fn rounded(bytes: u64, unit: u64) -> u64 {
    bytes / unit + (bytes % unit >= unit / 2) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{DateStyle, SiteLanguage};

    fn words() -> SiteWords {
        let language = |tag| SiteLanguage { tag, dates: DateStyle::default_for(tag) };
        SiteWords::load(&[language("ja"), language("en")], &[]).0
    }

    #[test]
    fn money_is_written_with_its_currency() {
        let words = words();
        let money = |lang, amount, code| words.money(lang, amount, code).unwrap();
        assert_eq!(money("ja", "15000", "JPY"), "15,000円");
        assert_eq!(money("ja", "385987000", "JPY"), "3億8598万7000円");
        assert_eq!(money("ja", "0", "JPY"), "0円");
        assert_eq!(money("ja", "100", "CHF"), "100CHF");
        assert_eq!(money("en", "15000", "JPY"), "15,000 yen");
        assert_eq!(money("en", "19.90", "USD"), "US$19.90");
        assert_eq!(money("en", "1000", "CHF"), "CHF 1,000");
        assert_eq!(words.money("en", "much", "JPY"), None);
    }

    #[test]
    fn lengths_of_time_are_phrases() {
        let words = words();
        let cases = [
            ("P1M", true, "約1か月", "about one month"),
            ("P1M", false, "1か月", "1 month"),
            ("P14D", false, "14日", "14 days"),
            ("P14D", true, "約14日", "about 14 days"),
            ("P10D", true, "約10日", "about ten days"),
            ("P2W", true, "約2週間", "about two weeks"),
            ("PT30M", false, "30分", "30 minutes"),
            ("P1Y6M", false, "1年6か月", "1 year 6 months"),
            ("P1Y6M", true, "約1年6か月", "about 1 year 6 months"),
            ("PT1500H", false, "1,500時間", "1,500 hours"),
        ];
        for (iso, about, ja, en) in cases {
            let duration = Duration::parse_iso(iso).unwrap();
            assert_eq!(words.duration("ja", &duration, about), ja);
            assert_eq!(words.duration("en", &duration, about), en);
        }
    }

    #[test]
    fn file_sizes_are_rounded_and_never_zero() {
        let words = words();
        let cases = [
            (0, "1KB", "1 KB"),
            (1_535, "1KB", "1 KB"),
            (1_536, "2KB", "2 KB"),
            (287_744, "281KB", "281 KB"),
            (1_048_063, "1,023KB", "1,023 KB"),
            (1_048_064, "1.0MB", "1.0 MB"),
            (1_572_864, "1.5MB", "1.5 MB"),
            (5_368_709_120, "5,120.0MB", "5,120.0 MB"),
        ];
        for (bytes, ja, en) in cases {
            assert_eq!(words.file_size("ja", bytes), ja);
            assert_eq!(words.file_size("en", bytes), en);
        }
        words.file_size("ja", u64::MAX);
        assert_eq!(words.file_label("ja", "pdf", 287_744), "（PDF形式：281KB）");
        assert_eq!(words.file_label("en", "PDF", 287_744), "(PDF, 281 KB)");
        assert_eq!(words.file_label("en", "docx", 1), "(Word, 1 KB)");
        assert_eq!(words.file_label("ja", "", 1), "（ファイル：1KB）");
    }

    #[test]
    fn opening_hours_are_phrases() {
        let words = words();
        let cases = [
            ("always", "24時間365日", "24 hours a day, 365 days a year"),
            ("Mo-Fr 09:00-17:00", "月曜日から金曜日までの9時から17時まで", "Monday to Friday, 9 a.m. to 5 p.m."),
            (
                "Mo,Tu,Th 08:30-12:00,13:05-24:00",
                "月曜日、火曜日、木曜日の8時30分から12時まで、13時5分から24時まで",
                "Monday, Tuesday and Thursday, 8:30 a.m. to noon and 1:05 p.m. to midnight",
            ),
            (
                "Sa 00:30-10:00; Su 12:30-13:00",
                "土曜日の0時30分から10時まで、日曜日の12時30分から13時まで",
                "Saturday, 12:30 a.m. to 10 a.m.; Sunday, 12:30 p.m. to 1 p.m.",
            ),
        ];
        for (text, ja, en) in cases {
            let hours = Hours::parse(text).unwrap();
            assert_eq!(words.hours("ja", &hours), ja);
            assert_eq!(words.hours("en", &hours), en);
        }
    }

    #[test]
    fn languages_have_names() {
        let words = words();
        assert_eq!(own_name("pt-BR"), "Português");
        assert_eq!(own_name("zh-Hant-TW"), "繁體中文");
        assert_eq!(own_name("xx"), "xx");
        assert_eq!(words.language_name("ja", "en"), "英語");
        assert_eq!(words.language_name("en", "ja-JP"), "Japanese");
        assert_eq!(words.language_name("ja", "it"), "Italiano");
    }
}
