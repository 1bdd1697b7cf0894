//! Finding dates in text, by era and western.

use std::ops::Range;

use super::{ERAS, Era, EraDate};

/// A date that a text gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// Where, in bytes.
    pub range: Range<usize>,
    /// How it is written.
    pub style: Style,
}

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// By its era: 令和2年5月25日.
    Era(EraDate),
    /// By its western year: 2020年5月25日.
    Western,
    /// Both, one in parentheses: 令和2（2020）年5月25日, 2020年（令和2年）.
    Both(EraDate),
}

/// The dates with a year in a text. Months and days alone are no dates here.
#[must_use]
pub fn find(text: &str) -> Vec<Dated> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut before = None;
    while let Some(c) = text[at..].chars().next() {
        let cursor = Cursor(&text[at..]);
        let style = match ERAS.iter().any(|era| text[at..].starts_with(era.name)) {
            true => by_era(cursor),
            false if digit(c).is_some() && !before.is_some_and(continues_number) => western(cursor),
            false => None,
        };
        before = Some(c);
        match style {
            Some((style, after)) => {
                let end = text.len() - after.0.len();
                found.push(Dated { range: at..end, style });
                before = text[..end].chars().next_back();
                at = end;
            }
            None => at += c.len_utf8(),
        }
    }
    found
}

/// The date that a text is as a whole, also in the short form with a letter and points.
pub(super) fn whole(text: &str) -> Option<EraDate> {
    let start = Cursor(text.trim());
    let long = start.era_date();
    let (date, rest) = long.or_else(|| start.short_date())?;
    rest.0.is_empty().then_some(date)
}

/// A date by its era, with the western one that may stand in parentheses behind it.
fn by_era(start: Cursor<'_>) -> Option<(Style, Cursor<'_>)> {
    let (date, rest) = start.era_date()?;
    if date.western.is_some() {
        return Some((Style::Both(date), rest));
    }
    match rest.in_parentheses(|inside| inside.western_date().map(|rest| ((), rest))) {
        Some(((), rest)) => Some((Style::Both(date), rest)),
        None => Some((Style::Era(date), rest)),
    }
}

/// A western date, with the one by its era that may stand in parentheses in it or behind it.
fn western(start: Cursor<'_>) -> Option<(Style, Cursor<'_>)> {
    let (year, rest) = start.western_year()?;
    if let Some((mut date, rest)) = rest.in_parentheses(Cursor::era_year) {
        let rest = rest.spaces().after('年')?;
        date.western = Some(year);
        return Some((Style::Both(date), rest.month_and_day(&mut date)));
    }
    let rest = start.western_date()?;
    match rest.in_parentheses(Cursor::era_date) {
        Some((date, rest)) => Some((Style::Both(date), rest)),
        None => Some((Style::Western, rest)),
    }
}

/// What is left of a text; each step gives the text behind what it took.
#[derive(Clone, Copy)]
struct Cursor<'a>(&'a str);

impl<'a> Cursor<'a> {
    fn after(self, c: char) -> Option<Self> {
        self.0.strip_prefix(c).map(Self)
    }

    fn spaces(self) -> Self {
        Self(self.0.trim_start_matches([' ', '\u{3000}']))
    }

    /// A number of one to so many digits, half or full width, with no digit behind it.
    fn number(self, most: usize) -> Option<(u16, Self)> {
        let end = self.0.find(|c| digit(c).is_none()).unwrap_or(self.0.len());
        let digits: Vec<u16> = self.0[..end].chars().filter_map(digit).collect();
        let value = || digits.iter().fold(0, |value, digit| value * 10 + digit);
        (1..=most).contains(&digits.len()).then(|| (value(), Self(&self.0[end..])))
    }

    /// What `read` reads as all that stands in parentheses here.
    fn in_parentheses<T>(self, read: impl FnOnce(Self) -> Option<(T, Self)>) -> Option<(T, Self)> {
        let inside = self.after('（').or_else(|| self.after('('))?;
        let (value, rest) = read(inside.spaces())?;
        let rest = rest.spaces();
        Some((value, rest.after('）').or_else(|| rest.after(')'))?))
    }

    fn era(self) -> Option<(&'static Era, Self)> {
        ERAS.iter().find_map(|era| Some((era, Self(self.0.strip_prefix(era.name)?))))
    }

    /// `令和2`
    fn era_year(self) -> Option<(EraDate, Self)> {
        let (era, rest) = self.era()?;
        let rest = rest.spaces();
        let (year, rest) = rest.after('元').map(|rest| (1, rest)).or_else(|| rest.number(3))?;
        Some((EraDate { era, year, fiscal: false, month: None, day: None, western: None }, rest.spaces()))
    }

    /// `令和2年5月25日`, `令和2（2020）年5月`, `令和2年（2020年）`, `令和2年度`
    fn era_date(self) -> Option<(EraDate, Self)> {
        let (mut date, rest) = self.era_year()?;
        let western = |rest: Self| rest.in_parentheses(Self::western_year_perhaps_named);
        let (inner, rest) = western(rest).map_or((None, rest), |(year, rest)| (Some(year), rest.spaces()));
        let rest = rest.after('年')?;
        let (fiscal, rest) = rest.after('度').map_or((false, rest), |rest| (true, rest));
        let (outer, rest) = western(rest).map_or((None, rest), |(year, rest)| (Some(year), rest));
        date.fiscal = fiscal;
        date.western = inner.or(outer);
        let rest = rest.month_and_day(&mut date);
        Some((date, rest))
    }

    /// `R2.5.25`, `令和2.5.25`
    fn short_date(self) -> Option<(EraDate, Self)> {
        let by_letter = |era: &'static Era| Some((era, self.after(era.letter)?));
        let (era, rest) = self.era().or_else(|| ERAS.iter().find_map(by_letter))?;
        let (year, rest) = rest.number(3)?;
        let (month, rest) = rest.after('.')?.number(2)?;
        let (day, rest) = rest.after('.')?.number(2)?;
        let small = |number| u8::try_from(number).ok();
        Some((EraDate { era, year, fiscal: false, month: small(month), day: small(day), western: None }, rest))
    }

    /// Takes `5月25日` or `5月` into a date, where it stands here.
    fn month_and_day(self, date: &mut EraDate) -> Self {
        let Some((month, rest)) = self.spaces().unit('月') else { return self };
        date.month = Some(month);
        let Some((day, rest)) = rest.spaces().unit('日') else { return rest };
        date.day = Some(day);
        rest
    }

    /// A number of two digits with a sign behind it.
    fn unit(self, sign: char) -> Option<(u8, Self)> {
        let (number, rest) = self.number(2)?;
        Some((u8::try_from(number).ok()?, rest.spaces().after(sign)?))
    }

    /// `2020`
    fn western_year(self) -> Option<(i32, Self)> {
        let (year, rest) = self.number(4)?;
        (1868..2200).contains(&year).then(|| (i32::from(year), rest.spaces()))
    }

    /// `2020`, `2020年`, `2020年度`
    fn western_year_perhaps_named(self) -> Option<(i32, Self)> {
        let (year, rest) = self.western_year()?;
        let rest = rest.after('年').map_or(rest, |rest| rest.after('度').unwrap_or(rest));
        Some((year, rest))
    }

    /// `2020年5月25日`, `2020年`; not `2020年間` or `2020年代`
    fn western_date(self) -> Option<Self> {
        let (_, rest) = self.western_year()?;
        let rest = rest.after('年')?;
        if rest.0.starts_with(['間', '代', '前', '後', '来']) {
            return None;
        }
        let rest = rest.after('度').unwrap_or(rest);
        let Some((_, rest)) = rest.spaces().unit('月') else { return Some(rest) };
        Some(rest.spaces().unit('日').map_or(rest, |(_, rest)| rest))
    }
}

/// The value of a digit, half or full width.
fn digit(c: char) -> Option<u16> {
    let value = match c {
        '０'..='９' => u32::from(c) - u32::from('０'),
        c => c.to_digit(10)?,
    };
    u16::try_from(value).ok()
}

/// Whether a digit behind this belongs to a longer number or to a name.
fn continues_number(c: char) -> bool {
    digit(c).is_some() || c.is_ascii_alphabetic() || matches!(c, '.' | ',' | '，' | '．' | '第' | '-')
}
