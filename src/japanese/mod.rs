//! What is particular to Japanese text: pure functions on text, used by the stages.

pub mod era;
mod markup;
mod phrases;

pub use phrases::{PhraseProblem, Phrases};
