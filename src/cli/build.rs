//! `taiyaku build`: check, then write the site.

use std::path::PathBuf;

use super::session::{Session, Stop};
use super::{Outcome, interrupt, progress, report};
use crate::diagnostic::Counts;
use crate::pipeline::{self, Destination, Options};
use crate::words::Msg;

/// Where the site is written unless somebody says otherwise, below the root.
const PUBLIC: &str = "public";

pub(super) fn run(
    session: &Session<'_>,
    out: Option<PathBuf>,
    drafts: bool,
    adopt: bool,
) -> Result<Outcome, Stop> {
    interrupt::end_when_interrupted();
    let root = session.root()?;
    let folder = out.unwrap_or_else(|| root.join(PUBLIC));
    let shown = folder.display().to_string();
    let deny_warnings = session.shared.deny_warnings;
    let built = {
        let progress = progress::Reporter::new(session.console);
        let options = Options {
            today: session.today()?,
            drafts,
            progress: &progress,
        };
        pipeline::build(
            &root,
            &options,
            &Destination {
                folder,
                adopt,
                deny_warnings,
            },
        )?
    };
    report::show(session, &built.judged)?;
    let counts = Counts::of(&built.judged.findings);
    report::summarise(session, counts);
    match built.written {
        Some(written) => session.console.say(&Msg::CliWritten {
            pages: written.pages.into(),
            files: written.files.into(),
            folder: shown.into(),
        }),
        None => session.console.say(&Msg::CliNotWritten),
    }
    Ok(report::verdict(counts, deny_warnings))
}
