//! taiyaku.
pub mod date;
pub mod words;
