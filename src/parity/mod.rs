//! Parity: whether two texts in two languages state the same facts. Pure functions, from text to judgement.
//!
//! `extract` finds the *values* of a text: dates, times, amounts, addresses, each in one form for all languages
//! and with its place. `compare` strikes out what both texts have. What is left on both sides is a conflict; what is
//! left on one side is missing from the other. 令和2年5月25日 and May 25, 2020 are one value, 9,500万 and 95 million too.

pub mod compare;
mod decimal;
pub mod extract;
mod fold;
mod judge;
mod told;
pub mod value;

pub use compare::{Comparison, compare};
pub use decimal::Decimal;
pub use extract::{extract, normal_url};
pub use judge::{Aspect, Difference, Pair, Said, Scope, Stated, Target, Unit, UsedFact, judge};
pub use value::{Data, Kind, Strength, Value};
