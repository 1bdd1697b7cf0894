//! Shows what a site was judged to be, and decides what that means for the exit status.

use std::io::{self, Write};

use super::Outcome;
use super::request::Format;
use super::session::Session;
use crate::diagnostic::{self, Counts, Finding, github, human, json, sarif};
use crate::pipeline::Judged;
use crate::source::Sources;

/// Writes the findings: for people on standard error, for programs on standard output.
pub(super) fn show(session: &Session<'_>, judged: &Judged) -> io::Result<()> {
    show_findings(session, &judged.findings, &judged.sources)?;
    for note in &judged.notes {
        session.console.say(note);
    }
    Ok(())
}

/// Writes these findings in the form that was asked for. The forms that are no findings are for people then.
pub(super) fn show_findings(session: &Session<'_>, findings: &[Finding], sources: &Sources) -> io::Result<()> {
    let lang = session.console.lang;
    let mut out = session.console.out();
    match session.shared.format {
        Format::Human | Format::Csv | Format::Html => {
            let mut err = session.console.err();
            human::write(&mut err, findings, sources, lang)?;
            err.flush()?;
        }
        Format::Json => json::write(&mut out, findings, sources, lang)?,
        Format::Sarif => sarif::write(&mut out, findings, sources, lang, &session.base())?,
        Format::Github => github::write(&mut out, findings, sources, lang, &session.base())?,
    }
    out.flush()
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
