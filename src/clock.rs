//! The day for which a site is made, and how it follows from a moment and a time zone.
//!
//! Nothing here reads a clock: the command line reads it once and hands the moment on as a value, because
//! the zone is known only when the site's settings are. The zones are bundled, so that every machine
//! knows the same ones.

use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::date::Date;

/// What decides the day for which a site is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Today {
    /// A day that somebody named.
    Day(Date),
    /// The day that it is somewhere at a moment, given as seconds since 1970-01-01 in UTC.
    Moment(i64),
}

impl Today {
    /// The day in a time zone of the IANA database, such as `Asia/Tokyo`.
    ///
    /// `None` when there is no such zone, or when the moment lies outside the years 1 to 9999 there.
    #[must_use]
    pub fn in_zone(self, zone: &str) -> Option<Date> {
        let zone = find_zone(zone)?;
        match self {
            Self::Day(date) => Some(date),
            Self::Moment(seconds) => {
                let local = zone.to_datetime(Timestamp::from_second(seconds).ok()?);
                let part = |number: i8| u8::try_from(number).ok();
                Date::new(local.year().into(), part(local.month())?, part(local.day())?)
            }
        }
    }
}

/// Whether the IANA database has a time zone of this name.
#[must_use]
pub fn is_zone(name: &str) -> bool {
    find_zone(name).is_some()
}

fn find_zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Date> {
        Date::parse_iso(text)
    }

    #[test]
    fn a_moment_is_another_day_in_another_zone() {
        // 2026-11-22T15:30:00Z
        let moment = Today::Moment(1_795_361_400);
        assert_eq!(moment.in_zone("Asia/Tokyo"), day("2026-11-23"));
        assert_eq!(moment.in_zone("Europe/London"), day("2026-11-22"));
        assert_eq!(moment.in_zone("UTC"), day("2026-11-22"));
    }

    #[test]
    fn a_named_day_is_the_same_everywhere() {
        let named = Today::Day(day("2020-05-25").expect("it is a day"));
        assert_eq!(named.in_zone("America/New_York"), day("2020-05-25"));
    }

    #[test]
    fn unknown_zones_and_moments_out_of_range_are_no_day() {
        assert!(is_zone("Asia/Tokyo") && !is_zone("Asia/Tokio") && !is_zone("JST"));
        assert_eq!(Today::Moment(0).in_zone("Asia/Tokio"), None);
        assert_eq!(Today::Moment(i64::MAX).in_zone("Asia/Tokyo"), None);
    }
}
