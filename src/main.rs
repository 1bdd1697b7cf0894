//! The program: arguments in, exit status out.

use std::process::ExitCode;

use taiyaku::cli;

fn main() -> ExitCode {
    cli::main()
}
