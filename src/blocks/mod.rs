//! Blocks: two texts of a topic, taken apart and compared with each other and with their past. Pure functions.
//!
//! A *block* is what a person translates as one unit. An *agreed pair* is the two texts as they were when somebody
//! confirmed that they say the same. The *diff* of a language tells what changed in it since; the *alignment* of two
//! languages tells which blocks belong together; the *state* of a translation follows from both.

mod block;
mod html;
mod normal;
mod reader;
mod target;

pub use block::{Block, Kind, blocks};
pub use normal::{is_cjk, normal};
