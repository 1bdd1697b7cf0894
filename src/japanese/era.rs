//! Eras: Japanese dates as people write them, read and judged.
//!
//! Writing a date by its era is the business of `words` (ICU4X). ICU4X has no reader, and it turns a day that an era
//! does not have into a day of the next without a word. So this module reads, and says whether an era
//! has the day, the month or the year that a text gives it.

mod scan;

use std::fmt;

pub use scan::{Dated, Style, find};

use crate::date::Date;

/// An era: its name, its letter, and its first day.
#[derive(Debug, PartialEq, Eq)]
pub struct Era {
    /// The name: 令和.
    pub name: &'static str,
    /// The letter that forms use: R.
    letter: char,
    /// Year, month and day of its first day.
    first: (i32, u8, u8),
}

/// The eras since the Meiji Restoration, oldest first. A new one is one more row.
static ERAS: &[Era] = &[
    Era { name: "明治", letter: 'M', first: (1868, 1, 25) },
    Era { name: "大正", letter: 'T', first: (1912, 7, 30) },
    Era { name: "昭和", letter: 'S', first: (1926, 12, 25) },
    Era { name: "平成", letter: 'H', first: (1989, 1, 8) },
    Era { name: "令和", letter: 'R', first: (2019, 5, 1) },
];

/// From this day on Japan's calendar is the Gregorian one; earlier days of 明治 are of the old calendar.
const GREGORIAN: (i32, u8, u8) = (1873, 1, 1);

/// A date as written by its era; what is not written is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EraDate {
    era: &'static Era,
    year: u16,
    /// Whether it is a fiscal year (年度), from April to March.
    fiscal: bool,
    month: Option<u8>,
    day: Option<u8>,
    /// The western year in parentheses beside it.
    western: Option<i32>,
}

/// Why a date by its era is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EraProblem {
    /// It names no era, or is no date at all.
    NoEra,
    /// Years of eras begin with 1, written 元 or 1.
    YearZero,
    /// The calendar does not have the day.
    NoSuchDay,
    /// The era had not begun or was over.
    OutsideEra,
    /// A day of the old calendar, which is another day in ours.
    OldCalendar,
    /// The western year beside it is another year.
    OtherYear,
}

/// The day that a text is as a whole: `令和2年5月25日`, `令和 ２ 年 ５ 月 25 日`, `R2.5.25`.
///
/// # Errors
/// When it is no whole day of an era.
pub fn parse(text: &str) -> Result<Date, EraProblem> {
    let date = scan::whole(text).ok_or(EraProblem::NoEra)?;
    date.judge()?;
    let (first, last) = date.days().ok_or(EraProblem::NoSuchDay)?;
    if first != last {
        return Err(EraProblem::NoEra);
    }
    if is_old(first) { Err(EraProblem::OldCalendar) } else { Ok(first) }
}

impl EraDate {
    /// Whether there is such a date: the era has at least one day of it, and a western year beside it agrees.
    ///
    /// Days of the old calendar are not judged.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn judge(&self) -> Result<(), EraProblem> {
        if self.year == 0 {
            return Err(EraProblem::YearZero);
        }
        if self.western.is_some_and(|western| western != self.western_year()) {
            return Err(EraProblem::OtherYear);
        }
        if self.era == &ERAS[0] && self.western_year() < GREGORIAN.0 {
            return Ok(());
        }
        let (first, last) = self.days().ok_or(EraProblem::NoSuchDay)?;
        let begun = day(self.era.first).is_some_and(|begin| begin <= last);
        let over = self.era.next().is_some_and(|next| day(next.first).is_some_and(|end| end <= first));
        if begun && !over { Ok(()) } else { Err(EraProblem::OutsideEra) }
    }

    /// The same date as its own time writes it: 平成31年5月1日 is 令和元年5月1日. `None` where that is unclear.
    #[must_use]
    pub fn corrected(&self) -> Option<Self> {
        let (first, _) = self.days().filter(|_| self.year > 0)?;
        let era = ERAS.iter().rev().find(|era| day(era.first).is_some_and(|begin| begin <= first))?;
        let year = u16::try_from(self.western_year() - era.before_first()).ok()?;
        Some(Self { era, year, western: self.western.map(|_| self.western_year()), ..*self })
    }

    /// The western year of the date; of a fiscal year, the one in which it begins.
    #[must_use]
    pub fn western_year(&self) -> i32 {
        self.era.before_first() + i32::from(self.year)
    }

    /// The first and the last day that it may mean.
    fn days(&self) -> Option<(Date, Date)> {
        let year = self.western_year();
        match (self.month, self.day) {
            // 令和2年度 ends in March of the next year; with a month, it is that month of the fiscal year.
            (None, _) if self.fiscal => Some((Date::new(year, 4, 1)?, Date::new(year + 1, 3, 31)?)),
            (None, _) => Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?)),
            (Some(month), day) => {
                let year = if self.fiscal && month < 4 { year + 1 } else { year };
                let last = (28..=31).rev().find_map(|last| Date::new(year, month, last))?;
                match day {
                    Some(day) => Date::new(year, month, day).map(|day| (day, day)),
                    None => Some((Date::new(year, month, 1)?, last)),
                }
            }
        }
    }
}

impl fmt::Display for EraDate {
    /// Writes it as public bodies do: 令和元年5月1日, 令和2（2020）年, 令和2年度.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.era.name)?;
        match self.year {
            1 => out.write_str("元")?,
            year => write!(out, "{year}")?,
        }
        if let Some(western) = self.western {
            write!(out, "（{western}）")?;
        }
        out.write_str(if self.fiscal { "年度" } else { "年" })?;
        if let Some(month) = self.month {
            write!(out, "{month}月")?;
        }
        self.day.map_or(Ok(()), |day| write!(out, "{day}日"))
    }
}

impl Era {
    /// The western year before its first.
    fn before_first(&self) -> i32 {
        self.first.0 - 1
    }

    /// The era after it.
    fn next(&self) -> Option<&'static Self> {
        ERAS.iter().find(|era| era.first > self.first)
    }
}

fn day((year, month, day): (i32, u8, u8)) -> Option<Date> {
    Date::new(year, month, day)
}

fn is_old(date: Date) -> bool {
    (date.year(), date.month(), date.day()) < GREGORIAN
}

#[cfg(test)]
mod tests;
