//! What the commands that make and move pages share: carrying out, and telling why not.

use std::io::{self, Write};
use std::path::Path;

use serde_json::json;

use super::request::Format;
use super::session::{Session, Stop};
use crate::pipeline::Unusable;
use crate::scaffold::batch::{self, BatchError, Fault, Step};
use crate::scaffold::name::NameProblem;
use crate::words::Msg;

/// Why a command cannot go on.
pub(super) fn stop(message: Msg, help: impl Into<Option<Msg>>) -> Stop {
    Stop::Unusable(Box::new(Unusable { message, helps: help.into().into_iter().collect() }))
}

/// Why a name cannot be used.
pub(super) fn bad_name(problem: NameProblem) -> Stop {
    stop(problem.message, problem.help)
}

/// Lists the files that were made, each on a line.
pub(super) fn list_made(session: &Session<'_>, steps: &[Step]) -> io::Result<()> {
    let made = steps.iter().filter_map(|step| match step {
        Step::Create { path, .. } => Some(path.as_str()),
        Step::Replace { .. } | Step::Rename { .. } => None,
    });
    let mut out = session.console.out();
    match session.shared.format {
        Format::Json => writeln!(out, "{}", json!({"version": 1, "made": made.collect::<Vec<_>>()}))?,
        _ => made.into_iter().try_for_each(|path| writeln!(out, "{path}"))?,
    }
    out.flush()
}

/// Makes all changes, or none.
pub(super) fn carry_out(root: &Path, steps: &[Step]) -> Result<(), Stop> {
    batch::carry_out(root, steps).map_err(not_done)
}

/// Why no change was made.
pub(super) fn not_done(BatchError { path, fault, changed }: BatchError) -> Stop {
    let path = path.into();
    let message = match fault {
        Fault::Exists => Msg::FilesExists { path },
        Fault::Changed => Msg::FilesChanged { path },
        Fault::Link => Msg::FilesLink { path },
        Fault::Disk(cause) => Msg::FilesDisk { path, cause: cause.to_string().into() },
    };
    let stuck = changed.iter().map(|path| Msg::FilesStuck { path: path.display().to_string().into() });
    let helps = if changed.is_empty() { vec![Msg::FilesNothingDone] } else { stuck.collect() };
    Stop::Unusable(Box::new(Unusable { message, helps }))
}
