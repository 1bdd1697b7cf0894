//! `taiyaku facts`: every fact, its value in each language, and the pages that use it.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::columns::aligned;
use super::request::Format;
use super::session::{Session, Stop};
use super::{Outcome, interrupt, progress};
use crate::diagnostic::printable;
use crate::pipeline::{self, FactRow, FactTable, Options};
use crate::words::{Msg, UiLang};

pub(super) fn run(session: &Session<'_>) -> Result<Outcome, Stop> {
    interrupt::end_when_interrupted();
    let root = session.root()?;
    let table = {
        let progress = progress::Reporter::new(session.console);
        let options = Options { today: session.today()?, drafts: true, progress: &progress };
        pipeline::facts(&root, &options)?
    };
    let mut out = session.console.out();
    match session.shared.format {
        Format::Json => writeln!(out, "{}", for_programs(&table))?,
        _ => out.write_all(for_people(&table, session.console.lang).as_bytes())?,
    }
    out.flush()?;
    Ok(Outcome::Done)
}

fn for_people(table: &FactTable, lang: UiLang) -> String {
    let separator = Msg::ListSeparator.text(lang);
    let mut heading = vec![Msg::CliColumnFact.text(lang)];
    heading.extend(table.languages.iter().cloned());
    heading.push(Msg::CliColumnPages.text(lang));
    let rows = table.rows.iter().map(|row| {
        let mut cells = vec![row.key.clone()];
        cells.extend(row.values.iter().map(|value| cell(value.as_deref())));
        cells.push(row.pages.join(&separator));
        cells
    });
    aligned(&std::iter::once(heading).chain(rows).collect::<Vec<_>>())
}

/// A value in one line.
fn cell(value: Option<&str>) -> String {
    printable(value.unwrap_or("-")).replace(['\n', '\t'], " ")
}

fn for_programs(table: &FactTable) -> Value {
    let entry = |row: &FactRow| {
        let values: Map<String, Value> =
            table.languages.iter().cloned().zip(row.values.iter().map(|value| json!(value))).collect();
        json!({"key": row.key, "values": values, "pages": row.pages})
    };
    json!({"version": 1, "facts": table.rows.iter().map(entry).collect::<Vec<_>>()})
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> FactTable {
        FactTable {
            languages: vec!["ja".into(), "en".into()],
            rows: vec![
                FactRow {
                    key: "card_stopped".into(),
                    values: vec![Some("令和2年5月25日".into()), Some("May 25, 2020".into())],
                    pages: vec!["apply".into(), "pickup".into()],
                },
                FactRow { key: "fee".into(), values: vec![Some("無料".into()), None], pages: Vec::new() },
            ],
        }
    }

    #[test]
    fn the_table_lines_up() {
        insta::assert_snapshot!(for_people(&table(), UiLang::Ja), @r"
        共通データ    ja              en            ページ
        card_stopped  令和2年5月25日  May 25, 2020  apply、pickup
        fee           無料            -
        ");
    }

    #[test]
    fn programs_get_every_value_by_its_language() {
        let facts = for_programs(&table());
        assert_eq!(facts["facts"][0]["values"]["en"], "May 25, 2020");
        assert_eq!(facts["facts"][0]["pages"], json!(["apply", "pickup"]));
        assert_eq!(facts["facts"][1]["values"], json!({"ja": "無料", "en": null}));
    }
}
