//! Blocks: two texts of a topic, taken apart and compared with each other and with their past. Pure functions.
//!
//! A *block* is what a person translates as one unit. An *agreed pair* is the two texts as they were when somebody
//! confirmed that they say the same. The *diff* of a language tells what changed in it since; the *alignment* of two
//! languages tells which blocks belong together; the *state* of a translation follows from both.

mod align;
mod alike;
mod block;
mod clues;
mod company;
mod diff;
mod html;
mod marks;
mod normal;
mod program;
mod reader;
mod similar;
mod state;
mod target;

pub use align::{Alignment, Match, align};
pub use alike::{Sided, is_alike};
pub(crate) use block::blocks_of;
pub use block::{Block, Kind, blocks};
pub use diff::{Change, Diff, Edit, diff};
pub use marks::{Mark, marks};
pub use normal::{is_cjk, normal};
pub use state::{Comparison, Partner, Row, Side, State, Texts, compare};
