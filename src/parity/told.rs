//! How a value is told in a message: as it is written and, where that says less, in a form that needs no language.

use super::decimal::Decimal;
use super::value::{Counter, Currency, Data, DateParts, YearKind};

/// The form of a value that can be compared at a glance: `2020-05-25`, `35,000 JPY`; none where it would say nothing new.
pub(super) fn canonical(data: &Data, written: &str) -> Option<String> {
    let form = match data {
        Data::Date(parts) => date(parts),
        Data::Time(time) => format!("{:02}:{:02}", time.minutes / 60, time.minutes % 60),
        Data::Money(amount, currency) => format!("{amount} {}", code(*currency)),
        Data::Percent(amount) => format!("{amount}%"),
        Data::Fraction(part, whole) => format!("{part}/{whole}"),
        Data::Number(
            amount,
            Counter::Plain | Counter::Person | Counter::Sheet | Counter::Item | Counter::Household,
        ) if *amount >= Decimal::whole(1_000) => amount.to_string(),
        _ => return None,
    };
    (!written.contains(&form)).then_some(form)
}

fn code(currency: Currency) -> &'static str {
    match currency {
        Currency::Yen => "JPY",
        Currency::Dollar => "USD",
        Currency::Euro => "EUR",
        Currency::Pound => "GBP",
    }
}

/// ISO 8601, with what is not known left out.
fn date(parts: &DateParts) -> String {
    let year = parts.year.map(|year| format!("{year:04}"));
    if parts.span == YearKind::Fiscal {
        let first = parts.year.unwrap_or_default();
        return format!("{first:04}-04/{:04}-03", first + 1);
    }
    let two = |part: Option<u8>| part.map(|part| format!("{part:02}"));
    let parts = [year, two(parts.month), two(parts.day)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parity::extract;

    #[test]
    fn values_are_told_in_a_form_that_needs_no_language() {
        for (text, form) in [
            ("令和2年5月25日", Some("2020-05-25")),
            ("May 25, 2021", Some("2021-05-25")),
            ("令和8年度", Some("2026-04/2027-03")),
            ("午後8時", Some("20:00")),
            ("3万5千円", Some("35,000 JPY")),
            ("約9,500万枚", Some("95,000,000")),
            ("2割", Some("20%")),
            ("20%", None),
            ("5 March", Some("03-05")),
            ("0120-95-0178", None),
            ("12桁", None),
        ] {
            let values = extract(text);
            assert_eq!(canonical(&values[0].data, &text[values[0].span.clone()]).as_deref(), form, "{text}");
        }
    }
}
