//! `taiyaku completions`: a script with which a shell completes commands and options.

use std::io::Write;

use clap::builder::PossibleValuesParser;
use clap::{Command, ValueHint};
use clap_complete::Shell;

use super::Outcome;
use super::request::parser;
use super::session::{Session, Stop};
use super::table::COMMANDS;
use crate::diagnostic::did_you_mean;
use crate::schema::Kind;
use crate::words::{Msg, UiLang};

/// The shells by the names that people type.
const SHELLS: [(&str, Shell); 4] =
    [("bash", Shell::Bash), ("zsh", Shell::Zsh), ("fish", Shell::Fish), ("powershell", Shell::PowerShell)];

pub(super) fn run(session: &Session<'_>, name: &str) -> Result<Outcome, Stop> {
    let console = session.console;
    let names = SHELLS.map(|(name, _)| name);
    let Some((_, shell)) = SHELLS.into_iter().find(|(known, _)| *known == name) else {
        let help = match did_you_mean(name, names) {
            Some(name) => Msg::CliDidYouMean { name: name.into() },
            None => Msg::CliExpectsOneOf { values: names.join(&Msg::ListSeparator.text(console.lang)).into() },
        };
        console.error(&Msg::CompletionsUnknown { name: name.into() }, &[help]);
        return Ok(Outcome::Failed);
    };
    // The generator ends the process when it cannot write, so it writes where it always can.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut completed(console.lang), "taiyaku", &mut script);
    let mut out = console.out();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Outcome::Done)
}

/// The parser with the words that operands may be. It does not know them itself, since its messages are not ours.
fn completed(lang: UiLang) -> Command {
    let words = |id: &'static str, words: Vec<&'static str>| {
        move |command: Command| command.mut_arg(id, |operand| operand.value_parser(PossibleValuesParser::new(words)))
    };
    parser(lang)
        .mut_subcommand("completions", words("shell", SHELLS.map(|(name, _)| name).to_vec()))
        .mut_subcommand("schema", words("file", Kind::ALL.map(Kind::name).to_vec()))
        .mut_subcommand("help", words("command", COMMANDS.iter().map(|command| command.name).collect()))
        .mut_subcommand("init", |command| command.mut_arg("folder", |operand| operand.value_hint(ValueHint::DirPath)))
}
