//! Dates as editors write them, read only to propose the form that YAML files use.

use crate::date::Date;
use crate::japanese::era;

/// The day that a text in another form means: `2026年11月23日`, `令和8年11月23日`, `2026/11/23`, a date with a time.
pub(super) fn guess(text: &str) -> Option<Date> {
    if let Ok(date) = era::parse(text) {
        return Some(date);
    }
    let text: String = text.trim().chars().map(narrow).collect();
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let year: i32 = numbers.next()?.parse().ok()?;
    let month = numbers.next()?.parse().ok()?;
    let day = numbers.next()?.parse().ok()?;
    (year >= 1000).then(|| Date::new(year, month, day))?
}

/// A full-width digit as its ASCII form.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_forms_of_a_day_are_understood() {
        for text in [
            "2026年11月23日",
            "２０２６年１１月２３日",
            "令和8年11月23日",
            "R8.11.23",
            "2026/11/23",
            "2026-11-23T10:00:00+09:00",
        ] {
            assert_eq!(guess(text), Date::new(2026, 11, 23), "{text}");
        }
        assert_eq!(guess("令和元年5月1日"), Date::new(2019, 5, 1));
        for text in ["", "2026-13-45", "soon", "23/11/2026", "2026-11"] {
            assert_eq!(guess(text), None, "{text}");
        }
    }
}
