//! Shows what a site was judged to be, and decides what that means for the exit status.

use std::io::{self, Write};

use super::Outcome;
use super::request::Format;
use super::session::Session;
use crate::diagnostic::{self, Counts, human, json};
use crate::pipeline::Judged;

/// Writes the findings: for people on standard error, for programs on standard output.
pub(super) fn show(session: &Session<'_>, judged: &Judged) -> io::Result<()> {
    let lang = session.console.lang;
    match session.shared.format {
        Format::Human => {
            let mut err = session.console.err();
            human::write(&mut err, &judged.findings, &judged.sources, lang)?;
            err.flush()?;
        }
        Format::Json => {
            let mut out = session.console.out();
            json::write(&mut out, &judged.findings, &judged.sources, lang)?;
            out.flush()?;
        }
    }
    for note in &judged.notes {
        session.console.say(note);
    }
    Ok(())
}

/// Writes how many findings there are.
pub(super) fn summarise(session: &Session<'_>, counts: Counts) {
    if !session.console.is_quiet() {
        session.console.tell(&diagnostic::summary(counts, session.console.lang));
    }
}

/// Whether the site may be published.
pub(super) fn verdict(counts: Counts, deny_warnings: bool) -> Outcome {
    if counts.errors > 0 || (deny_warnings && counts.warnings > 0) { Outcome::Refused } else { Outcome::Done }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warnings_refuse_only_when_they_are_denied_and_hints_never() {
        let counts = |errors, warnings, hints| Counts { errors, warnings, hints };
        assert_eq!(verdict(counts(1, 0, 0), false), Outcome::Refused);
        assert_eq!(verdict(counts(0, 1, 1), false), Outcome::Done);
        assert_eq!(verdict(counts(0, 1, 0), true), Outcome::Refused);
        assert_eq!(verdict(counts(0, 0, 9), true), Outcome::Done);
    }
}
