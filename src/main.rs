//! The program: arguments in, exit status out.

#![expect(clippy::disallowed_methods, reason = "here the arguments come in")]

use std::process::ExitCode;

use taiyaku::cli;

fn main() -> ExitCode {
    cli::main()
}
