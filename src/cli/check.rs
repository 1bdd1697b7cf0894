//! `taiyaku check`: all findings, nothing written.

use super::session::{Session, Stop};
use super::{Outcome, interrupt, progress, report};
use crate::diagnostic::Counts;
use crate::pipeline::{self, Options};

pub(super) fn run(session: &Session<'_>) -> Result<Outcome, Stop> {
    interrupt::end_when_interrupted();
    let root = session.root()?;
    let judged = {
        let progress = progress::Reporter::new(session.console);
        let options = Options { today: session.today()?, drafts: false, progress: &progress };
        pipeline::judge(&root, &options)?
    };
    report::show(session, &judged)?;
    let counts = Counts::of(&judged.findings);
    report::summarise(session, counts);
    Ok(report::verdict(counts, session.shared.deny_warnings))
}
