//! taiyaku.
pub mod cli;
pub mod clock;
pub mod date;
pub mod diagnostic;
pub mod pipeline;
pub mod progress;
pub mod serve;
pub mod source;
pub mod words;
