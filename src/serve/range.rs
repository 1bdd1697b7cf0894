//! Parts of files (RFC 9110, 14): a film player asks for the piece that it is about to show.
//!
//! One part in bytes is answered. Several parts, other units and parts under a condition are answered with the whole,
//! as the standard allows.

use std::ops::Range;

use axum::http::header::{IF_RANGE, RANGE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};

/// What of a file is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// These bytes.
    Bytes(Range<u64>),
    /// What lies behind its end.
    Beyond,
}

impl Part {
    /// The part of a file of this length that a request asks for.
    pub(super) fn of(request: &Parts, length: u64) -> Self {
        match request.method {
            Method::GET => asked(&request.headers).map_or(Self::Whole, |range| range.within(length)),
            _ => Self::Whole,
        }
    }
}

/// A range as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// `bytes=0-3`
    FromTo(u64, u64),
    /// `bytes=4-`
    From(u64),
    /// `bytes=-4`
    Last(u64),
}

impl Asked {
    fn within(self, length: u64) -> Part {
        let (start, end) = match self {
            Self::FromTo(start, last) => (start, last.saturating_add(1).min(length)),
            Self::From(start) => (start, length),
            Self::Last(count) => (length.saturating_sub(count), length),
        };
        if start < end { Part::Bytes(start..end) } else { Part::Beyond }
    }
}

fn asked(headers: &HeaderMap) -> Option<Asked> {
    let mut ranges = headers.get_all(RANGE).iter();
    let (range, None) = (ranges.next()?, ranges.next()) else { return None };
    if headers.contains_key(IF_RANGE) {
        return None;
    }
    let (unit, range) = range.to_str().ok()?.split_once('=')?;
    let (first, last) = range.trim().split_once('-')?;
    // A number with a sign is none.
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?;
    if !unit.eq_ignore_ascii_case("bytes") {
        return None;
    }
    match (first, last) {
        ("", last) => number(last).map(Asked::Last),
        (first, "") => number(first).map(Asked::From),
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            (first <= last).then_some(Asked::FromTo(first, last))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(range: &str, length: u64) -> Part {
        let mut headers = HeaderMap::new();
        headers.insert(RANGE, range.parse().expect("a header"));
        asked(&headers).map_or(Part::Whole, |range| range.within(length))
    }

    #[test]
    fn one_part_in_bytes_is_answered() {
        for (range, bytes) in
            [("bytes=0-3", 0..4), ("bytes=4-", 4..10), ("bytes=-4", 6..10), ("Bytes=9-99", 9..10), ("bytes=-99", 0..10)]
        {
            assert_eq!(part(range, 10), Part::Bytes(bytes), "{range}");
        }
    }

    #[test]
    fn what_lies_behind_the_end_is_said_to() {
        for range in ["bytes=10-", "bytes=10-20", "bytes=-0", "bytes=18446744073709551615-"] {
            assert_eq!(part(range, 10), Part::Beyond, "{range}");
        }
        assert_eq!(part("bytes=0-", 0), Part::Beyond);
    }

    #[test]
    fn everything_else_is_the_whole() {
        let many = format!("bytes={}", vec!["0-0"; 1000].join(","));
        for range in [
            "bytes=0-1,3-4",
            &many,
            "lines=0-1",
            "bytes",
            "bytes=",
            "bytes=3-1",
            "bytes=+1-2",
            "bytes=a-b",
            "bytes=99999999999999999999-",
        ] {
            assert_eq!(part(range, 10), Part::Whole, "{range}");
        }
    }
}
