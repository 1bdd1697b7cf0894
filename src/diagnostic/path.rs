//! What is wrong with a path, as a message: the same words wherever a path comes from.

use crate::path::{PathProblem, PathReason};
use crate::words::Msg;

/// The message on why a text cannot name a file of the site.
#[must_use]
pub fn path_problem(problem: &PathProblem) -> Msg {
    let name = || problem.segment.escape_debug().to_string().into();
    match problem.reason {
        PathReason::Empty => Msg::PathEmpty,
        PathReason::Dots => Msg::PathDots { name: name() },
        PathReason::TooLong => Msg::PathTooLong { name: name() },
        PathReason::Character(sign) => Msg::PathCharacter { name: name(), sign: sign.into() },
        PathReason::Control(sign) => {
            Msg::PathControl { name: name(), code: format!("U+{:04X}", u32::from(sign)).into() }
        }
        PathReason::Device => Msg::PathDevice { name: name() },
        PathReason::TrailingDotOrSpace => Msg::PathTrailing { name: name() },
        PathReason::Reserved => Msg::PathReserved { name: name() },
    }
}
