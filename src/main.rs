//! The program: arguments in, exit status out.

#![expect(clippy::disallowed_methods, reason = "here the arguments come in")]

use std::process::ExitCode;

use taiyaku::cli::{self, Environment};

fn main() -> ExitCode {
    cli::run(std::env::args_os(), &Environment::read())
}
