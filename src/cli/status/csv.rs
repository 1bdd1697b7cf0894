//! The table for spreadsheets: one row a topic and translation, as a translation agency plans with it.
//!
//! RFC 4180, with a byte order mark: without one, Excel reads Japanese as another encoding.

use super::{Share, Status, TopicStatus, share};
use crate::blocks::{Block, Row, Side, State, blocks};
use crate::lang::Languages;
use crate::pipeline::state_name;
use crate::resolve::Translation;
use crate::source::Source;
use crate::words::{Msg, UiLang};

/// The whole table, with headings in the user's language.
pub(super) fn table(status: &Status<'_>, lang: UiLang) -> String {
    let headings = [
        Msg::CliColumnTopic,
        Msg::CliColumnLanguage,
        Msg::CliColumnState,
        Msg::CliColumnMainState,
        Msg::CliColumnMainFile,
        Msg::CliColumnFile,
        Msg::CliColumnBlocks,
        Msg::CliColumnInStep,
        Msg::CliColumnOpen,
        Msg::CliColumnCharacters,
    ];
    let mut text = "\u{FEFF}".to_owned();
    push_row(&mut text, headings.map(|heading| heading.text(lang)));
    for topic in &status.topics {
        for translation in topic.translations {
            push_row(&mut text, row(topic, translation, status.languages, lang));
        }
    }
    text
}

fn row(topic: &TopicStatus<'_>, translation: &Translation, languages: &Languages, lang: UiLang) -> [String; 10] {
    let file = |text: &Option<Source>| text.as_ref().map(|text| text.path().as_str().to_owned()).unwrap_or_default();
    let Share { total, agreed } = share(std::slice::from_ref(translation), languages);
    [
        topic.topic.as_str().to_owned(),
        languages.tag(translation.lang).to_owned(),
        state_name(translation.state, lang),
        state_name(translation.main_state, lang),
        file(&translation.texts.0),
        file(&translation.texts.1),
        total.to_string(),
        agreed.to_string(),
        translation.open().to_string(),
        waiting(translation, languages).to_string(),
    ]
}

/// How many characters wait to be translated, into either language: a whole page, or the blocks that changed.
fn waiting(translation: &Translation, languages: &Languages) -> usize {
    let count = |block: &Block| block.text.chars().filter(|sign| !sign.is_whitespace()).count();
    let whole = |text: &Option<Source>| -> usize {
        text.iter().flat_map(|text| blocks(text, languages)).map(|block| count(&block)).sum()
    };
    match (translation.state, translation.main_state, &translation.changes) {
        (State::Missing, _, _) => whole(&translation.texts.0),
        (_, State::Missing, _) => whole(&translation.texts.1),
        (_, _, Some(changes)) => {
            let new = |row: &Row| -> usize {
                let (edits, today) = match row.side() {
                    Some(Side::Main) => (&row.main, &changes.today.0),
                    Some(Side::Other) => (&row.other, &changes.today.1),
                    None => return 0,
                };
                edits.iter().filter_map(|edit| edit.new).map(|block| count(&today[block])).sum()
            };
            changes.comparison.rows.iter().map(new).sum()
        }
        _ => 0,
    }
}

fn push_row(text: &mut String, cells: [String; 10]) {
    text.push_str(&cells.map(|cell| quoted(&cell)).join(","));
    text.push_str("\r\n");
}

/// A cell, in quotation marks where it holds what would end it.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_cell_is_quoted() {
        assert_eq!(quoted("申請"), "申請");
        assert_eq!(quoted("a,\"b\"\n"), "\"a,\"\"b\"\"\n\"");
    }

    #[test]
    fn the_main_language_has_no_row_of_its_own() {
        let languages = Languages::new(&["ja", "en"]).expect("two languages");
        let status = Status { languages: &languages, unfinished: &[], topics: Vec::new() };
        let table = table(&status, UiLang::Ja);
        assert!(table.starts_with("\u{FEFF}項目,言語,状態,") && table.ends_with("\r\n"), "{table}");
        assert_eq!(table.lines().count(), 1);
    }
}
