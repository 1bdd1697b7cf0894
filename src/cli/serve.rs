//! `taiyaku serve`: a preview that follows every change.

use super::session::{Session, Stop};
use super::{Outcome, report};
use crate::diagnostic::Counts;
use crate::pipeline::{Judged, Options};
use crate::progress::Silent;
use crate::serve::{self, Address};

/// The preview is for the one who runs it; others are let in by `--host`.
const LOOPBACK: &str = "127.0.0.1";
/// The port unless somebody says otherwise.
const PORT: u16 = 4000;

pub(super) fn run(
    session: &Session<'_>,
    host: Option<String>,
    port: Option<u16>,
    open: bool,
    drafts: bool,
) -> Result<Outcome, Stop> {
    let root = session.root()?;
    let options = Options { today: session.today()?, drafts, progress: &Silent };
    let address = Address { host: host.unwrap_or_else(|| LOOPBACK.to_owned()), port: port.unwrap_or(PORT), open };
    let show = |judged: &Judged| {
        // The preview goes on when nobody reads what it says.
        let _ = report::show(session, judged);
        report::summarise(session, Counts::of(&judged.findings));
    };
    serve::run(&root, &options, &address, &show, &|message| session.console.say(message))?;
    Ok(Outcome::Done)
}
