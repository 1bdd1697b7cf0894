//! Footnotes: numbered as the text refers to them, written at the end of the page, each with its way back.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use super::{Pieces, Writer, trimmed};
use crate::diagnostic::{Finding, rule};
use crate::parse::body::Piece;
use crate::source::Span;
use crate::words::{Msg, Word};

/// The footnotes of a page by their label, numbered in the order in which the text refers to them.
#[derive(Default)]
pub(super) struct Footnotes {
    numbers: BTreeMap<String, usize>,
    references: BTreeMap<String, usize>,
    definitions: BTreeMap<String, (Pieces, Range<usize>)>,
}

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let next = self.footnotes.numbers.len() + 1;
        let number = *self.footnotes.numbers.entry(label.to_owned()).or_insert(next);
        let count = self.footnotes.references.entry(label.to_owned()).or_insert(0);
        *count += 1;
        let id = reference_id(number, *count);
        if self.alt.is_some() {
            return;
        }
        self.html(&format!("<sup class=\"footnote-ref\"><a href=\"#fn-{number}\" id=\"{id}\" aria-label=\""));
        self.out.hole(Piece::Word(Word::FootnoteReference { number: number.into() }));
        self.html(&format!("\">{number}</a></sup>"));
        self.body.ids.push((id, Span::new(0..0)));
    }

    /// References to footnotes that are nowhere, which Markdown leaves in the text as they are.
    pub(super) fn missing_footnotes(&mut self, text: &str, start: usize) {
        let mut from = 0;
        while let Some(open) = text[from..].find("[^").map(|at| at + from) {
            from = open + "[^".len();
            let Some(end) = text[from..].find(|c: char| c.is_whitespace() || matches!(c, '[' | ']')) else { return };
            let label = &text[from..from + end];
            let escaped = self.source.text()[..start + open].ends_with('\\');
            if escaped || label.is_empty() || !text[from + end..].starts_with(']') {
                continue;
            }
            from += end + 1;
            let place = self.source.place(start + open..start + from);
            let message = Msg::FootnoteMissing { label: label.into() };
            self.findings.push(Finding::new(&rule::LINK_FOOTNOTE, place, message).help(Msg::FootnoteMissingHelp));
        }
    }

    pub(super) fn end_footnote(&mut self, range: &Range<usize>) {
        if let Some((outer, label, _)) = self.outer.pop() {
            let definition = std::mem::replace(&mut self.out, outer);
            self.footnotes.definitions.entry(label).or_insert((definition, range.clone()));
        }
    }

    pub(super) fn write_footnotes(&mut self) {
        let mut footnotes = std::mem::take(&mut self.footnotes);
        let mut numbered: Vec<_> = footnotes.numbers.iter().map(|(label, number)| (*number, label)).collect();
        numbered.sort_unstable();
        if !numbered.is_empty() {
            self.html("<section class=\"footnotes\" aria-label=\"");
            self.out.hole(Piece::Word(Word::Footnotes));
            self.html("\">\n<ol>\n");
            for (number, label) in numbered {
                let references = footnotes.references.get(label).copied().unwrap_or(1);
                if let Some((definition, range)) = footnotes.definitions.remove(label) {
                    self.write_footnote(number, references, definition, &range);
                }
            }
            self.html("</ol>\n</section>\n");
        }
        for (label, (_, range)) in footnotes.definitions {
            let message = Msg::FootnoteUnused { label: label.into() };
            self.findings.push(Finding::new(
                &rule::LINK_FOOTNOTE,
                self.source.place(trimmed(self.source.text(), &range)),
                message,
            ));
        }
    }

    pub(super) fn write_footnote(
        &mut self,
        number: usize,
        references: usize,
        definition: Pieces,
        range: &Range<usize>,
    ) {
        self.html(&format!("<li id=\"fn-{number}\">"));
        self.body.ids.push((format!("fn-{number}"), Span::new(range.clone())));
        self.out.append(definition);
        self.html("<p class=\"footnote-back\">");
        for count in 1..=references {
            self.html(&format!("<a href=\"#{}\" aria-label=\"", reference_id(number, count)));
            self.out.hole(Piece::Word(Word::FootnoteBack { number: number.into() }));
            self.html("\">↩</a> ");
        }
        self.html("</p></li>\n");
    }
}

fn reference_id(number: usize, count: usize) -> String {
    let mut id = format!("fnref-{number}");
    if count > 1 {
        let _ = write!(id, "-{count}");
    }
    id
}
