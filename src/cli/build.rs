//! `taiyaku build`: check, then write the site.

use std::path::PathBuf;

use super::session::{Session, Stop};
use super::{Outcome, interrupt, progress, report};
use crate::diagnostic::Counts;
use crate::output::Output;
use crate::pipeline::{self, Destination, Judged, Options};
use crate::words::Msg;
use crate::write::{Method, Report};

/// Where the site is written unless somebody says otherwise, below the root.
const PUBLIC: &str = "public";

pub(super) fn run(session: &Session<'_>, out: Option<PathBuf>, drafts: bool, adopt: bool) -> Result<Outcome, Stop> {
    interrupt::end_when_interrupted();
    let root = session.root()?;
    let folder = out.unwrap_or_else(|| root.join(PUBLIC));
    let shown = folder.display().to_string();
    let deny_warnings = session.shared.deny_warnings;
    let built = {
        let progress = progress::Reporter::new(session.console);
        let options = Options { today: session.today()?, drafts, progress: &progress };
        pipeline::build(
            &root,
            &options,
            &Destination { folder, adopt, deny_warnings, home: session.environment.home.clone() },
        )?
    };
    report::show(session, &built.judged)?;
    let counts = Counts::of(&built.judged.findings);
    report::summarise(session, counts);
    match &built.written {
        Some(written) => tell_written(session, &built.judged, written, shown),
        None => session.console.say(&Msg::CliNotWritten),
    }
    Ok(report::verdict(counts, deny_warnings))
}

/// Says what was written, and what in the folder deserves a look.
fn tell_written(session: &Session<'_>, judged: &Judged, written: &Report, folder: String) {
    let pages = judged.site.as_ref().map_or(0, |site| site.pages.len());
    let files = judged.output.as_ref().map_or(0, Output::len);
    session.console.say(&Msg::CliWritten { pages: pages.into(), files: files.into(), folder: folder.clone().into() });
    if written.method == Method::InPlace {
        session.console.say(&Msg::WriteInPlace { path: folder.into() });
    }
    for path in &written.edited {
        session.console.say(&Msg::WriteEdited { path: path.as_str().into() });
    }
    for path in &written.kept {
        session.console.say(&Msg::WriteKept { path: path.display().to_string().into() });
    }
    for path in &written.left {
        session.console.say(&Msg::WriteLeft { path: path.display().to_string().into() });
    }
}
