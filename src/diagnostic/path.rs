//! What is wrong with a path, as a message: the same words wherever a path comes from.

use crate::path::{PathProblem, PathReason};
use crate::words::Msg;

/// The message on why a text cannot name a file of the site.
#[must_use]
pub fn path_problem(problem: &PathProblem) -> Msg {
    let name = || visible(&problem.segment).into();
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

/// A name with its control characters made visible. All else stays as people wrote it.
fn visible(name: &str) -> String {
    let mut shown = String::new();
    for sign in name.chars() {
        match sign.is_control() {
            true => shown.extend(sign.escape_debug()),
            false => shown.push(sign),
        }
    }
    shown
}
