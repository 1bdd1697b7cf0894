//! `taiyaku rules`: every rule with its level and its documentation.

use std::io::Write;

use serde_json::{Value, json};

use super::Outcome;
use super::columns::aligned;
use super::request::Format;
use super::session::{Session, Stop};
use crate::diagnostic::{level_name, rule};
use crate::words::{Msg, UiLang};

pub(super) fn run(session: &Session<'_>) -> Result<Outcome, Stop> {
    let lang = session.console.lang;
    let mut out = session.console.out();
    match session.shared.format {
        Format::Json => writeln!(out, "{}", for_programs(lang))?,
        _ => out.write_all(for_people(lang).as_bytes())?,
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// One line a rule, so that the table can be searched by line.
fn for_people(lang: UiLang) -> String {
    let heading = [Msg::CliColumnRule, Msg::CliColumnLevel, Msg::CliColumnDocumentation];
    let heading = heading.iter().map(|title| title.text(lang)).collect();
    let rows = rule::ALL.iter().map(|rule| {
        let documentation = rule.doc.text(lang).replace('\n', " ");
        vec![rule.id.to_owned(), level_name(rule.level, lang), documentation]
    });
    aligned(&std::iter::once(heading).chain(rows).collect::<Vec<_>>())
}

fn for_programs(lang: UiLang) -> Value {
    let rules = rule::ALL.iter().map(|rule| {
        json!({
            "rule": rule.id,
            "level": rule.level.name(),
            "fixed": rule.is_fixed(),
            "documentation": rule.doc.text(lang),
        })
    });
    json!({"version": 1, "rules": rules.collect::<Vec<_>>()})
}
