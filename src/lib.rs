//! taiyaku.

pub mod output;
pub mod path;
pub mod source;
pub mod write;
