//! `taiyaku schema`: the JSON Schema of a file, for programs in which people write it.

use std::io::Write;

use super::Outcome;
use super::session::{Session, Stop};
use crate::diagnostic::did_you_mean;
use crate::schema::{Kind, schema};
use crate::words::Msg;

pub(super) fn run(session: &Session<'_>, name: &str) -> Result<Outcome, Stop> {
    let console = session.console;
    let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.name() == name) else {
        let names = Kind::ALL.map(Kind::name);
        let help = match did_you_mean(name, names) {
            Some(name) => Msg::CliDidYouMean { name: name.into() },
            None => Msg::CliExpectsOneOf { values: names.join(&Msg::ListSeparator.text(console.lang)).into() },
        };
        console.error(&Msg::SchemaUnknown { name: name.into() }, &[help]);
        return Ok(Outcome::Failed);
    };
    let mut out = console.out();
    writeln!(out, "{:#}", schema(kind, console.lang))?;
    out.flush()?;
    Ok(Outcome::Done)
}
