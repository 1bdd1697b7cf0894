//! The command line: arguments and environment in, exit status out.
//!
//! Findings and messages go to standard error, data to standard output, both in the user's language.

mod build;
mod check;
mod columns;
mod completions;
mod confirm;
mod console;
mod diff;
mod environment;
mod facts;
mod files;
mod init;
mod interrupt;
mod new;
mod on_site;
mod progress;
mod relocate;
mod report;
mod request;
mod rules;
mod schema;
mod serve;
mod session;
mod states;
mod status;
mod table;
mod translate;
mod usage;

pub use environment::{BadEpoch, Environment};

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Command;
use clap::error::ErrorKind;

use crate::words::{Msg, UiLang};
use console::Console;
use request::{Request, Task, parse, scan};
use session::{Session, Stop};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It has done what was asked.
    Done,
    /// The site has errors, or warnings that count as errors.
    Refused,
    /// It could not run, or not finish.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Refused => 1,
            Outcome::Failed => 2,
        })
    }
}

/// The bytes of each worker's stack.
const STACK: usize = 8 << 20;

/// Runs the program as this process asks for it.
#[must_use]
pub fn main() -> ExitCode {
    // Templates are followed by recursion, up to the limits of parse and render; two MiB would not hold them.
    // That there is a pool already is the only error, and then it is as good as ours.
    let _ = rayon::ThreadPoolBuilder::new().stack_size(STACK).build_global();
    run(environment::arguments(), &Environment::read())
}

/// Runs the program. The first argument is its name.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>, environment: &Environment) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let named = scan(&arguments, "lang").and_then(|tag| UiLang::from_tag(&tag));
    let lang = named.or(environment.lang).unwrap_or(UiLang::En);
    let console = Console::new(lang, scan(&arguments, "color").as_deref());
    let (command, request) = parse(&arguments, lang);
    let result = match request {
        Ok(request) => perform(request, console, environment),
        Err(error) => answer(&error, &command, &arguments, console),
    };
    result.unwrap_or_else(|stop| stopped(&stop, console)).into()
}

/// Does what is asked for.
fn perform(request: Request, console: Console, environment: &Environment) -> Result<Outcome, Stop> {
    let console = console.quiet(request.shared.quiet);
    let session = Session { console, environment, shared: request.shared };
    match request.task {
        Task::Build { out, drafts, adopt } => build::run(&session, out, drafts, adopt),
        Task::Check { fix } => check::run(&session, fix),
        Task::Serve { address, drafts, polls, editor } => serve::run(&session, &address, drafts, polls, editor),
        Task::Facts => facts::run(&session),
        Task::Rules => rules::run(&session),
        Task::Schema { file } => schema::run(&session, &file),
        Task::Completions { shell } => completions::run(&session, &shell),
        Task::Init { folder } => init::run(&session, &folder),
        Task::Status => status::run(&session),
        Task::Diff { topic } => diff::run(&session, &topic),
        Task::Confirm(selection) => confirm::run(&session, &selection),
        Task::New { topic } => new::run(&session, &topic),
        Task::Translate { topic, to } => translate::run(&session, &topic, to.as_deref()),
        Task::Move { old, new } => relocate::run(&session, &old, &new),
        Task::Help(text) => print(console, &text),
    }
}

/// Answers what was not a request: a wish for help, or arguments that are wrong.
fn answer(error: &clap::Error, command: &Command, arguments: &[OsString], console: Console) -> Result<Outcome, Stop> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return print(console, &error.to_string());
        }
        ErrorKind::MissingSubcommand => console.tell(&command.clone().render_help().to_string()),
        _ => {}
    }
    let wrong = usage::UsageError::new(error, console.lang);
    console.error(&wrong.message, &wrong.help);
    let called = usage::called(command, arguments);
    console.say(&Msg::CliSeeHelp { command: called.into() });
    Ok(Outcome::Failed)
}

fn print(console: Console, text: &str) -> Result<Outcome, Stop> {
    let mut out = console.out();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Done)
}

/// Says why a run has stopped. A reader who closes the pipe has read enough, and is told nothing.
fn stopped(stop: &Stop, console: Console) -> Outcome {
    match stop {
        Stop::Unusable(unusable) => console.error(&unusable.message, &unusable.helps),
        Stop::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return Outcome::Done,
        Stop::Output(error) => console.error(&Msg::CliCannotWrite { cause: error.to_string().into() }, &[]),
    }
    Outcome::Failed
}
