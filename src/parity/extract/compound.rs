//! Lengths of time in two units: 1時間30分, 1歳6か月, one year and six months, an hour and a half.

use super::numeral::numeral;
use super::scan::Scan;
use super::unit::{Unit, unit};
use crate::parity::decimal::Decimal;
use crate::parity::value::{Counter, Data, Period};

/// The whole of which so many years or hours are the first part, if a second part follows.
pub(super) fn rest(scan: &mut Scan<'_>, amount: Decimal, first: Unit) -> Option<Data> {
    let (part, parts) = match first {
        Unit::Period(Period::Years) | Unit::Counter(Counter::Age) => (Period::Months, 12),
        Unit::Period(Period::Hours) => (Period::Minutes, 60),
        _ => return None,
    };
    let mut next = *scan;
    let latin = next.before().is_some_and(|c| c.is_ascii_alphabetic());
    if latin {
        next.eat_any(&[" and ", ", ", " "]).then_some(())?;
    }
    let (more, _) = numeral(&mut next)?;
    let fits = unit(&mut next)? == Unit::Period(part) && more < Decimal::whole(parts);
    let whole = amount.times(Decimal::whole(parts))?.plus(more)?;
    fits.then(|| *scan = next)?;
    Some(Data::Duration(whole, part))
}
