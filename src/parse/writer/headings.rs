//! Headings: their ids, their classes and their texts, and the sections that they open and close.

use std::ops::Range;

use pulldown_cmark::Event;

use super::{Writer, small, trimmed};
use crate::diagnostic::{Finding, rule};
use crate::html;
use crate::parse::body::{Heading, Piece, Text, TextPart};
use crate::parse::events::{self, Spanned};
use crate::source::Span;
use crate::words::Msg;

/// Headings down to this level are broken between phrases; smaller ones are set like text.
const PHRASED_LEVELS: u8 = 3;
/// The most headings a page may have.
const MAX_HEADINGS: usize = 5_000;

impl Writer<'_> {
    pub(super) fn start_heading(&mut self, level: u8, range: &Range<usize>, list: &[Spanned<'_>], index: usize) {
        let top = self.depth == 1;
        if top && level <= 2 && self.in_section {
            self.out.hole(Piece::SectionEnd);
        }
        if top {
            self.in_section = level == 2 || (self.in_section && level > 2);
        }
        let (id, classes, cut) = self.heading_attributes(list, index);
        self.cut = cut;
        self.html(&format!("<h{level} id=\""));
        self.out.hole(Piece::HeadingId(small(self.body.headings.len())));
        self.html("\"");
        if !classes.is_empty() {
            self.html(&format!(" class=\"{}\"", html::attribute(&classes.join(" "))));
        }
        self.html(">");
        if level <= PHRASED_LEVELS {
            self.out.hole(Piece::PhrasesStart);
        }
        self.heading = Some(Heading {
            level,
            top,
            id,
            text: Text::default(),
            span: Span::new(trimmed(self.source.text(), range)),
        });
    }

    /// The id and the classes of a trailing `{#id .class}`, and where it begins. Other braces at the end of a heading are text.
    pub(super) fn heading_attributes(
        &self,
        list: &[Spanned<'_>],
        index: usize,
    ) -> (Option<(String, Span)>, Vec<String>, Option<usize>) {
        let none = (None, Vec::new(), None);
        let last = events::end_of(list, index).saturating_sub(1);
        let Some((Event::Text(text), range)) = list.get(last) else { return none };
        if !events::is_verbatim(self.source.text(), text, range) {
            return none;
        }
        let Some(open) = text.trim_end().strip_suffix('}').and_then(|rest| rest.rfind('{')) else { return none };
        let inner = &text[open + 1..text.trim_end().len() - 1];
        if !inner.starts_with(['#', '.']) || inner.contains('{') {
            return none;
        }
        let mut id = None;
        let mut classes = Vec::new();
        for (at, word) in words_with_offsets(inner) {
            let start = range.start + open + 1 + at;
            match (word.strip_prefix('#'), word.strip_prefix('.')) {
                (Some(name), _) if !name.is_empty() => {
                    id = Some((name.to_owned(), Span::new(start..start + word.len())))
                }
                (_, Some(class)) if !class.is_empty() => classes.push(class.to_owned()),
                _ => return none,
            }
        }
        (id, classes, Some(range.start + open))
    }

    pub(super) fn end_heading(&mut self) {
        let Some(mut heading) = self.heading.take() else { return };
        self.cut = None;
        trim_end(&mut heading.text);
        let trimmed = self.out.html.trim_end().len();
        self.out.html.truncate(trimmed);
        if heading.level <= PHRASED_LEVELS {
            self.out.hole(Piece::PhrasesEnd);
        }
        self.html(&format!("</h{}>\n", heading.level));
        if self.body.headings.len() == MAX_HEADINGS {
            let place = self.source.place(heading.span.range());
            self.findings.push(Finding::new(
                &rule::LIMIT_COUNT,
                place,
                Msg::LimitHeadings { limit: MAX_HEADINGS.into() },
            ));
        }
        self.body.headings.push(heading);
    }
}

fn trim_end(text: &mut Text) {
    if let Some(TextPart::Plain(last)) = text.0.last_mut() {
        last.truncate(last.trim_end().len());
    }
}

fn words_with_offsets(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
