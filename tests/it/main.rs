//! The program and its sites, tested from outside.

#![expect(clippy::disallowed_methods, reason = "tests make sites on a real disk")]

mod cli;
