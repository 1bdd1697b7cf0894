//! The comparison as a page to hand on: one file with everything in it, both languages side by side, no script.
//!
//! What went is struck through and what came is underlined, both in brackets as well, so that neither colour nor
//! eyesight is needed to tell them apart. Each text says its language.

use super::{Half, View, nothing};
use crate::blocks::{Edit, Mark, Partner, Row, Side, State, blocks};
use crate::html::{attribute, text};
use crate::lang::Lang;
use crate::pipeline::{change_name, state_name};
use crate::resolve::Changes;
use crate::source::Source;
use crate::words::{Msg, UiLang, own_name};

const STYLE: &str = include_str!("page.css");

/// The page on a topic.
pub(super) fn page(topic: &str, views: &[View<'_>], lang: UiLang) -> String {
    let title = Msg::DiffPageTitle { topic: topic.into() }.text(lang);
    let sections: String = views.iter().map(View::section).collect();
    let tag = match lang {
        UiLang::Ja => "ja",
        UiLang::En => "en",
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{legend}</p>\n{sections}</main>\n</body>\n</html>\n",
        title = text(&title),
        legend = legend(lang),
    )
}

/// What the marks mean.
fn legend(lang: UiLang) -> String {
    let removed = text(&Msg::DiffPageRemoved.text(lang));
    let added = text(&Msg::DiffPageAdded.text(lang));
    format!("<del>{removed}</del> <ins>{added}</ins>")
}

impl View<'_> {
    fn section(&self) -> String {
        let main = self.languages.tag(Lang::MAIN);
        let other = self.languages.tag(self.translation.lang);
        let state = |tag: &str, state| {
            let state = state_name(state, self.lang).into();
            Msg::DiffPageState { language: own_name(tag).into(), state }.text(self.lang)
        };
        let states = [state(main, self.translation.main_state), state(other, self.translation.state)];
        let heading = states.join(&Msg::ListSeparator.text(self.lang));
        let rows = self.rows();
        let body = if rows.is_empty() {
            format!("<p>{}</p>\n", text(&nothing(self.translation.state).text(self.lang)))
        } else {
            let column = |tag: &str| {
                format!("<th scope=\"col\" lang=\"{}\">{} ({})</th>", attribute(tag), text(own_name(tag)), text(tag))
            };
            format!(
                "<table>\n<thead>\n<tr><th scope=\"col\">{number}</th>{}{}</tr>\n</thead>\n<tbody>\n{}</tbody>\n</table>\n",
                column(main),
                column(other),
                rows.concat(),
                number = text(&Msg::DiffPageNumber.text(self.lang)),
            )
        };
        format!("<section>\n<h2>{}</h2>\n{body}</section>\n", text(&heading))
    }

    fn rows(&self) -> Vec<String> {
        let texts = (&self.translation.texts.0, &self.translation.texts.1);
        match (&self.translation.changes, texts) {
            (Some(changes), _) => {
                let rows = changes.comparison.rows.iter().enumerate();
                rows.map(|(index, row)| numbered(index, &self.cells(changes, row))).collect()
            }
            (None, (Some(main), None)) if self.translation.state == State::Missing => self.whole(main, Side::Main),
            (None, (None, Some(other))) if self.translation.main_state == State::Missing => {
                self.whole(other, Side::Other)
            }
            _ => Vec::new(),
        }
    }

    /// The rows of a page that the other language lacks, with room for it.
    fn whole(&self, source: &Source, side: Side) -> Vec<String> {
        let blocks = blocks(source, self.languages);
        let lang = if side == Side::Main { Lang::MAIN } else { self.translation.lang };
        let half = Half { tag: self.languages.tag(lang), source: Some(source), agreed: &[], today: &blocks };
        let full = (0..blocks.len()).filter(|&block| !blocks[block].text.is_empty());
        let cells = full.map(|block| match side {
            Side::Main => [half.cell("", &half.quoted(block)), "<td></td>".to_owned()],
            Side::Other => ["<td></td>".to_owned(), half.cell("", &half.quoted(block))],
        });
        cells.enumerate().map(|(index, cells)| numbered(index, &cells)).collect()
    }

    fn cells(&self, changes: &Changes, row: &Row) -> [String; 2] {
        [(Side::Main, &row.main), (Side::Other, &row.other)].map(|(side, edits)| {
            let half = self.half(changes, side);
            if edits.is_empty() {
                let (note, content) = self.partner(&half, row.partner);
                return half.cell(&note.text(self.lang), &content);
            }
            let shown = edits.iter().map(|edit| half.edited(edit, self.lang));
            half.cell("", &shown.collect::<String>())
        })
    }

    /// The block that should follow a change, or the place where one is to come.
    fn partner(&self, half: &Half<'_>, partner: Option<Partner>) -> (Msg, String) {
        match partner {
            Some(Partner::Block(block)) => (Msg::DiffPageFollow, half.quoted(block)),
            Some(Partner::After(block)) => (Msg::DiffPageAfter, half.quoted(block)),
            Some(Partner::Start) | None => (Msg::DiffPageStart, String::new()),
        }
    }
}

fn numbered(index: usize, cells: &[String; 2]) -> String {
    format!("<tr><th scope=\"row\">{}</th>{}{}</tr>\n", index + 1, cells[0], cells[1])
}

impl Half<'_> {
    fn cell(&self, note: &str, content: &str) -> String {
        let note = if note.is_empty() { String::new() } else { format!("<p class=\"note\">{}</p>", text(note)) };
        format!("<td>{note}{content}</td>")
    }

    /// A block of today, as it is.
    fn quoted(&self, block: usize) -> String {
        let words = text(&self.today[block].text);
        self.framed(&self.place(block), &words)
    }

    fn edited(&self, edit: &Edit, lang: UiLang) -> String {
        let place = edit.new.map(|block| self.place(block)).unwrap_or_default();
        let marks = self.marks(edit);
        let words: String = marks.into_iter().map(marked).collect();
        self.framed(format!("{} {place}", change_name(edit.change, lang)).trim_end(), &words)
    }

    fn framed(&self, place: &str, words: &str) -> String {
        let tag = attribute(self.tag);
        format!("<p class=\"place\">{}</p><p lang=\"{tag}\" class=\"text\">{words}</p>", text(place))
    }
}

fn marked(mark: Mark) -> String {
    match mark {
        Mark::Kept(words) => text(&words),
        Mark::Removed(words) => format!("<del>{}</del>", text(&words)),
        Mark::Added(words) => format!("<ins>{}</ins>", text(&words)),
    }
}
