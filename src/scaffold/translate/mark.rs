//! Where the marks go: before each block of text, without making another block of it.
//!
//! A comment on a line of its own is a block that ends with its line, so that what follows is what it was; behind the sign
//! of a list, a quote or a footnote the text goes on below it. Terms and rows have no such line: there the mark
//! stands in the text. The result is read again, and a mark that changes what the page says is left out.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::blocks::{Block, blocks};
use crate::diagnostic::Fix;
use crate::lang::{Lang, Languages};
use crate::parse::events::{Spanned, events};
use crate::parse::{FrontMatter, MARK};
use crate::scaffold::edit::{insertion, line_start};
use crate::source::Source;

/// The marks of a body.
pub(super) fn body(source: &Source, languages: &Languages) -> Vec<Fix> {
    let (_, start, _) = FrontMatter::parse(source, languages);
    let mut blanked = String::new();
    // The rules of Japanese line breaks move no block, so any language's do.
    let list = events(source.text(), start, languages.tag(Lang::MAIN), &mut blanked).list;
    let marks = marks(source.text(), &list);
    let before = said(source, &[], languages);
    let fits = |marks: &[Fix]| said(source, marks, languages) == before;
    if fits(&marks) {
        return marks;
    }
    let mut kept: Vec<Fix> = Vec::new();
    for mark in marks {
        kept.push(mark);
        if !fits(&kept) {
            kept.pop();
        }
    }
    kept
}

/// What a page says, with these changes.
fn said(source: &Source, edits: &[Fix], languages: &Languages) -> Vec<(String, String, u8, u8, u16)> {
    let edits: Vec<&Fix> = edits.iter().collect();
    let text = Fix::apply(source.text(), &edits, |at| at);
    let source = Source::new(source.path().clone(), &text);
    let of = |block: Block| (block.kind.name().to_owned(), block.full, block.level, block.depth, block.columns);
    blocks(&source, languages).into_iter().map(of).collect()
}

fn marks(text: &str, list: &[Spanned<'_>]) -> Vec<Fix> {
    let mut marker = Marker { text, marks: Vec::new(), containers: Vec::new() };
    for index in 0..list.len() {
        marker.event(list, index);
    }
    marker.marks
}

struct Marker<'a> {
    text: &'a str,
    marks: Vec<Fix>,
    /// The bytes at which the footnotes, list items and definitions begin that are open.
    containers: Vec<(TagEnd, usize)>,
}

impl Marker<'_> {
    fn event(&mut self, list: &[Spanned<'_>], index: usize) {
        let (event, range) = &list[index];
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::HtmlBlock) if says(list, index) => {
                self.above(range.start);
            }
            Event::Start(tag @ (Tag::Item | Tag::DefinitionListDefinition)) => {
                self.containers.push((tag.to_end(), range.start));
                self.tight(list, index + 1);
            }
            Event::Start(tag @ Tag::FootnoteDefinition(_)) => self.containers.push((tag.to_end(), range.start)),
            Event::Start(Tag::DefinitionListTitle) if says(list, index) => {
                let end = range.start + self.text[range.clone()].trim_end().len();
                self.marks.push(insertion(end, format!(" {MARK}")));
            }
            Event::Start(Tag::TableHead | Tag::TableRow) if says(list, index) => self.row(list, index),
            Event::End(end) if self.containers.last().is_some_and(|(open, _)| open == end) => {
                self.containers.pop();
            }
            _ => {}
        }
    }

    /// The first text of an item that is no paragraph of its own.
    fn tight(&mut self, list: &[Spanned<'_>], index: usize) {
        match list.get(index) {
            Some((Event::TaskListMarker(_), _)) => {
                if let Some((_, range)) = list.get(index + 1) {
                    self.marks.push(insertion(range.start, MARK));
                }
            }
            Some((event, range)) if is_inline(event) => self.above(range.start),
            _ => {}
        }
    }

    /// A mark on a line of its own, with what keeps the text in its list, quote or footnote below it.
    fn above(&mut self, at: usize) {
        let start = line_start(self.text, at);
        let before = &self.text[start..at];
        let in_note =
            self.containers.last().is_some_and(|&(end, from)| end == TagEnd::FootnoteDefinition && from >= start);
        let below: String = match in_note {
            // What a footnote holds is indented by four, however long its name.
            true => "    ".to_owned(),
            false => before.chars().map(|sign| if sign == '>' || sign == '\t' { sign } else { ' ' }).collect(),
        };
        self.marks.push(insertion(at, format!("{MARK}\n{below}")));
    }

    /// A mark in the first cell of a row. A line that begins with a comment would be no row.
    fn row(&mut self, list: &[Spanned<'_>], index: usize) {
        let cell = list.get(index + 1).map(|(_, range)| range.start);
        let first = list.get(index + 2).filter(|(event, _)| is_inline(event)).map(|(_, range)| range.start);
        let Some(at) = first.or(cell) else { return };
        let begins = self.text[line_start(self.text, at)..at].trim_matches([' ', '\t', '>']).is_empty();
        self.marks.push(insertion(at, if begins { format!("| {MARK}") } else { MARK.to_owned() }));
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => true,
        Event::Start(tag) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        }
        _ => false,
    }
}

/// Whether the element that begins here has words.
fn says(list: &[Spanned<'_>], index: usize) -> bool {
    let mut depth = 0;
    for (event, _) in &list[index..] {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(words) if !words.trim().is_empty() => return true,
            Event::Code(_) => return true,
            Event::Html(raw) if has_words(raw) => return true,
            _ => {}
        }
        if depth == 0 {
            return false;
        }
    }
    false
}

/// Whether raw HTML has words outside its tags.
fn has_words(raw: &str) -> bool {
    let outside = raw.split('<').enumerate().map(|(index, part)| match part.split_once('>') {
        Some((_, after)) if index > 0 => after,
        None if index > 0 => "",
        _ => part,
    });
    outside.into_iter().any(|words| !words.trim().is_empty())
}
