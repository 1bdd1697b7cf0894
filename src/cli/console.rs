//! The two streams of a run: data on standard output, everything else on standard error.

use std::io::{self, Write};

use annotate_snippets::renderer::{DEFAULT_EMPHASIS_STYLE, DEFAULT_ERROR_STYLE, DEFAULT_HELP_STYLE};
use anstream::{AutoStream, ColorChoice};

use crate::diagnostic::printable;
use crate::words::{Msg, UiLang};

/// Where a run writes, and how.
#[derive(Debug, Clone, Copy)]
pub(super) struct Console {
    /// The language of messages.
    pub(super) lang: UiLang,
    /// Whether only findings and errors are written.
    quiet: bool,
    color: ColorChoice,
}

impl Console {
    /// A console that uses colours as `--color` says; without it, where a terminal shows them and nobody asked for none.
    pub(super) fn new(lang: UiLang, color: Option<&str>) -> Self {
        let color = match color {
            Some("always") => ColorChoice::Always,
            Some("never") => ColorChoice::Never,
            _ => ColorChoice::Auto,
        };
        Self { lang, quiet: false, color }
    }

    /// The same console, which writes only findings and errors if it shall be quiet.
    pub(super) fn quiet(self, quiet: bool) -> Self {
        Self { quiet, ..self }
    }

    /// Whether only findings and errors are written.
    pub(super) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// The stream for data, which is the same whatever reads it: it has no colours.
    pub(super) fn out(&self) -> impl Write + use<> {
        io::BufWriter::new(io::stdout().lock())
    }

    /// The stream for data that people read, with colours where they are wanted.
    pub(super) fn styled_out(&self) -> impl Write + use<> {
        io::BufWriter::new(AutoStream::new(io::stdout().lock(), self.color))
    }

    /// The stream for findings and messages.
    pub(super) fn err(&self) -> impl Write + use<> {
        io::BufWriter::new(AutoStream::new(io::stderr().lock(), self.color))
    }

    /// Tells how the run goes, unless it shall be quiet.
    pub(super) fn say(&self, message: &Msg) {
        if !self.quiet {
            self.tell(&printable(&message.text(self.lang)));
        }
    }

    /// Tells what the run cannot go on with, and what may help.
    pub(super) fn error(&self, message: &Msg, help: &[Msg]) {
        let label = Msg::FindingError.text(self.lang);
        let (style, bold) = (DEFAULT_ERROR_STYLE, DEFAULT_EMPHASIS_STYLE);
        let text = printable(&message.text(self.lang));
        self.tell(&format!("{style}{label}{style:#}{bold}: {text}{bold:#}"));
        let (style, label) = (DEFAULT_HELP_STYLE, Msg::FindingHelp.text(self.lang));
        for help in help {
            self.tell(&format!("  {style}{label}{style:#}: {}", printable(&help.text(self.lang))));
        }
    }

    /// Writes a line on standard error. Nobody could be told that this fails.
    pub(super) fn tell(&self, line: &str) {
        let mut err = self.err();
        let _ = writeln!(err, "{line}").and_then(|()| err.flush());
    }
}
