//! `taiyaku check`: all findings, nothing written, or with `--fix` what is safe to correct.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::session::{Session, Stop};
use super::{Outcome, interrupt, progress, report};
use crate::diagnostic::Counts;
use crate::pipeline::{self, Judged, Options};
use crate::scaffold::fix::{self, Change, Fixed};
use crate::words::Msg;

/// How often corrections may make further ones possible. Each round takes away what it finds, so this is never reached.
const ROUNDS: usize = 8;

pub(super) fn run(session: &Session<'_>, fix: bool) -> Result<Outcome, Stop> {
    interrupt::end_when_interrupted();
    let root = session.root()?;
    let mut judged = judge(session, &root)?;
    let mut failed = false;
    if fix {
        (judged, failed) = correct(session, &root, judged)?;
    }
    report::show(session, &judged)?;
    let counts = Counts::of(&judged.findings);
    report::summarise(session, counts);
    Ok(if failed { Outcome::Failed } else { report::verdict(counts, session.shared.deny_warnings) })
}

fn judge(session: &Session<'_>, root: &Path) -> Result<Judged, Stop> {
    let progress = progress::Reporter::new(session.console);
    let options = Options { today: session.today()?, drafts: false, progress: &progress };
    Ok(pipeline::judge(root, &options)?)
}

/// Corrects the sources until there is nothing left that can be corrected, and judges what came out. And whether a file
/// could not be written.
fn correct(session: &Session<'_>, root: &Path, mut judged: Judged) -> Result<(Judged, bool), Stop> {
    let mut count = 0;
    let mut failed = false;
    for _ in 0..ROUNDS {
        let Some(site) = &judged.site else { break };
        let fixed = fix::fix(root, &site.input, &judged.findings);
        tell(session, &fixed);
        count += fixed.changes.len();
        failed = !fixed.failed.is_empty();
        if fixed.changes.is_empty() {
            break;
        }
        judged = judge(session, root)?;
        if failed {
            break;
        }
    }
    session.console.say(&if count > 0 { Msg::FixCount { count: count.into() } } else { Msg::FixNone });
    Ok((judged, failed))
}

fn tell(session: &Session<'_>, fixed: &Fixed) {
    for change in &fixed.changes {
        session.console.say(&told(change));
    }
    for (file, error) in &fixed.failed {
        let file = file.as_str().to_owned();
        match error {
            None => session.console.error(&Msg::FixChanged { file: file.into() }, &[]),
            Some(error) => {
                let message = Msg::FixFailed { file: file.into(), cause: error.to_string().into() };
                session.console.error(&message, &[Msg::FixFailedHelp]);
            }
        }
    }
}

/// What a change did. What cannot be seen is told by its code.
fn told(change: &Change) -> Msg {
    let place = format!("{}:{}:{}", change.file, change.position.line, change.position.column);
    let (rule, after) = (change.rule.into(), change.after.clone());
    let codes = || change.before.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect::<Vec<_>>().join(" ");
    if after.is_empty() {
        return Msg::FixRemoved { place: place.into(), before: codes().into(), rule };
    }
    let looks_same = change.before.nfc().eq(after.chars());
    let before = if looks_same { codes() } else { change.before.clone() };
    Msg::FixDone { place: place.into(), before: before.into(), after: after.into(), rule }
}
