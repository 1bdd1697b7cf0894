//! Opening hours as schema.org writes them: `Mo-Fr 09:00-17:00`, or `always`.

/// When an office or a telephone line can be reached.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hours {
    /// Day and night, all year.
    Always,
    /// On some days of the week, in the order in which they were written.
    Weekly(Vec<Period>),
}

/// Days of the week and the times that they share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Single days and ranges.
    pub days: Vec<Days>,
    /// From and to; a time may end at 24:00, or after midnight.
    pub times: Vec<(Time, Time)>,
}

/// One day of the week or several in a row; 0 is Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// The first day.
    pub first: u8,
    /// The last day, the first one for a single day.
    pub last: u8,
}

/// A time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

const WEEK: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

impl Hours {
    /// Reads `always` or periods parted by `;`; `None` if the
    /// text is anything else.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "always" {
            return Some(Self::Always);
        }
        let periods: Option<Vec<_>> = text.split(';').map(|part| period(part.trim())).collect();
        periods.map(Self::Weekly)
    }
}

fn period(text: &str) -> Option<Period> {
    let (days, times) = text.split_once(' ')?;
    Some(Period {
        days: days.split(',').map(range_of_days).collect::<Option<_>>()?,
        times: times.trim().split(',').map(range_of_times).collect::<Option<_>>()?,
    })
}

fn range_of_days(text: &str) -> Option<Days> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some(Days { first: day(first)?, last: day(last)? })
}

fn day(text: &str) -> Option<u8> {
    let at = WEEK.iter().position(|day| *day == text)?;
    u8::try_from(at).ok()
}

fn range_of_times(text: &str) -> Option<(Time, Time)> {
    let (from, to) = text.trim().split_once('-')?;
    let (from, to) = (time(from)?, time(to)?);
    (from != to).then_some((from, to))
}

fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let time = Time { hour: two_digits(hour)?, minute: two_digits(minute)? };
    let valid = time.minute < 60 && (time.hour < 24 || (time.hour, time.minute) == (24, 0));
    valid.then_some(time)
}

fn two_digits(text: &str) -> Option<u8> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schema_org_hours_are_read() {
        assert_eq!(Hours::parse("always"), Some(Hours::Always));
        let Some(Hours::Weekly(periods)) = Hours::parse("Mo,We-Fr 09:00-12:00,13:00-17:15; Sa 10:00-24:00") else {
            panic!("these are hours")
        };
        assert_eq!(periods.len(), 2);
        assert_eq!(periods[0].days, [Days { first: 0, last: 0 }, Days { first: 2, last: 4 }]);
        assert_eq!(periods[0].times[1].1, Time { hour: 17, minute: 15 });
        assert_eq!(periods[1].times[0].1, Time { hour: 24, minute: 0 });
    }

    #[test]
    fn anything_else_is_no_hours() {
        let bad = [
            "",
            "Always",
            "Mo",
            "Mo-Fr",
            "09:00-17:00",
            "Mo-Fr 9:00-17:00",
            "Mo-Fr 09:00-24:01",
            "Mo-Xx 09:00-17:00",
            "Mo 09:00",
            "Mo 09:60-10:00",
            "月 09:00-17:00",
            "Mo 09:00-09:00",
            "Mo 09:00-17:00;",
            "Mo +9:00-17:00",
        ];
        for bad in bad {
            assert_eq!(Hours::parse(bad), None, "{bad}");
        }
    }
}
