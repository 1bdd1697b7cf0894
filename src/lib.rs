//! taiyaku.
pub mod date;
pub mod diagnostic;
pub mod source;
pub mod words;
