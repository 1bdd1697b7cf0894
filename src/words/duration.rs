//! A length of time as ISO 8601 writes it: `P1M`, `P14D`, `PT30M`, `P1Y6M`.

use crate::date::Date;

/// A length of time in the units in which it was written: 14 days are not two weeks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration {
    parts: Vec<(Unit, u32)>,
}

/// A unit of a duration, from the longest to the shortest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// 年
    Year,
    /// か月
    Month,
    /// 週間
    Week,
    /// 日
    Day,
    /// 時間
    Hour,
    /// 分
    Minute,
    /// 秒
    Second,
}

const OF_DATES: &[(char, Unit)] = &[('Y', Unit::Year), ('M', Unit::Month), ('W', Unit::Week), ('D', Unit::Day)];
const OF_TIMES: &[(char, Unit)] = &[('H', Unit::Hour), ('M', Unit::Minute), ('S', Unit::Second)];

impl Duration {
    /// Reads the ISO 8601 form with whole numbers; `None` if it is anything else.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let body = text.strip_prefix('P')?;
        let (date, time) = match body.split_once('T') {
            Some((_, "")) => return None,
            Some((date, time)) => (date, time),
            None => (body, ""),
        };
        let mut parts = read(date, OF_DATES)?;
        parts.extend(read(time, OF_TIMES)?);
        (!parts.is_empty()).then_some(Self { parts })
    }

    /// Whether it is a number of days, weeks, months or years.
    pub fn is_of_days(&self) -> bool {
        self.parts.iter().all(|(unit, _)| matches!(unit, Unit::Year | Unit::Month | Unit::Week | Unit::Day))
    }

    /// The day that is so long after another; hours are no whole day. `None` beyond the end of the calendar.
    pub fn after(&self, day: Date) -> Option<Date> {
        let count = |wanted| self.parts.iter().find(|(unit, _)| *unit == wanted).map_or(0, |&(_, count)| count);
        let months = i64::from(day.year()) * 12
            + i64::from(day.month() - 1)
            + i64::from(count(Unit::Year)) * 12
            + i64::from(count(Unit::Month));
        let (year, month) = (i32::try_from(months.div_euclid(12)).ok()?, u8::try_from(months.rem_euclid(12)).ok()? + 1);
        // A month after January 31 is the last day of February.
        let start = (1..=day.day()).rev().find_map(|day| Date::new(year, month, day))?;
        let days = i64::from(count(Unit::Week)) * 7 + i64::from(count(Unit::Day));
        Date::from_days_since_epoch(start.days_since_epoch() + days)
    }

    /// The units and how many of each, longest first; never empty.
    pub fn parts(&self) -> &[(Unit, u32)] {
        &self.parts
    }
}

/// Reads numbers with units, each unit at most once and in their order.
fn read(mut text: &str, units: &[(char, Unit)]) -> Option<Vec<(Unit, u32)>> {
    let mut parts = Vec::new();
    let mut units = units.iter();
    while !text.is_empty() {
        let end = text.find(|c: char| !c.is_ascii_digit())?;
        let number = text[..end].parse().ok()?;
        let letter = text[end..].chars().next()?;
        let (_, unit) = units.find(|(known, _)| *known == letter)?;
        parts.push((*unit, number));
        text = &text[end + letter.len_utf8()..];
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_stay_as_they_were_written() {
        let parts = |text| Duration::parse_iso(text).map(|duration| duration.parts);
        assert_eq!(parts("P1M"), Some(vec![(Unit::Month, 1)]));
        assert_eq!(parts("PT30M"), Some(vec![(Unit::Minute, 30)]));
        assert_eq!(parts("P1Y6M"), Some(vec![(Unit::Year, 1), (Unit::Month, 6)]));
        assert_eq!(parts("P2W"), Some(vec![(Unit::Week, 2)]));
        assert_eq!(parts("P0D"), Some(vec![(Unit::Day, 0)]));
        let full = parts("P1DT2H3M4S").unwrap();
        assert_eq!(full[3], (Unit::Second, 4));
    }

    #[test]
    fn anything_else_is_no_duration() {
        let bad = [
            "",
            "P",
            "PT",
            "P1",
            "1M",
            "P1DT",
            "P6M1Y",
            "P1M1M",
            "P1H",
            "PT1D",
            "P-1D",
            "P1.5D",
            "p1m",
            "P1Ｍ",
            "P99999999999D",
            "P1M ",
        ];
        for bad in bad {
            assert_eq!(Duration::parse_iso(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_day_follows_another_after_a_length_of_time() {
        let after = |length: &str, day: &str| {
            let length = Duration::parse_iso(length).expect("a length of time");
            length.after(Date::parse_iso(day).expect("a day")).map(|day| day.to_string())
        };
        assert_eq!(after("P14D", "2026-12-25").as_deref(), Some("2027-01-08"));
        assert_eq!(after("P1M", "2027-01-31").as_deref(), Some("2027-02-28"));
        assert_eq!(after("P1Y1W", "2024-02-29").as_deref(), Some("2025-03-07"));
        assert_eq!(after("P4000000000Y", "2024-02-29"), None);
        assert!(!Duration::parse_iso("PT36H").expect("a length of time").is_of_days());
    }
}
