//! The program: arguments in, exit status out.

use std::process::ExitCode;

use taiyaku::cli::{self, Environment};

fn main() -> ExitCode {
    cli::run(std::env::args_os(), &Environment::read())
}
