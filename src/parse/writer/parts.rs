//! The parts that a `{.name}` line asks for, and paragraphs that are more than text: figures, notes, captions, contacts.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{Writer, begins_note, is_figure};
use crate::diagnostic::{Finding, rule};
use crate::parse::body::Piece;
use crate::parse::events::{self, PartLine, Spanned};
use crate::words::{Msg, Word};

/// The names that a `{.name}` line may give.
const PART_NAMES: &[&str] = &["steps", "cards", "faq", "caption", "description"];

impl Writer<'_> {
    pub(super) fn start_paragraph(&mut self, range: &Range<usize>, list: &[Spanned<'_>], index: usize) {
        let before_table = matches!(block_after(list, index), Some(Tag::Table(_)));
        if before_table && self.part_before(range, "caption").is_some() {
            self.bare = true;
            self.caption = Some(std::mem::take(&mut self.out));
        } else if is_figure(list, index) {
            self.figure = true;
            self.bare = true;
        } else if is_fact(list, index) {
            self.alone = true;
            self.bare = true;
        } else if begins_note(list, index) {
            self.html("<p class=\"note\">");
        } else {
            self.html("<p>");
        }
    }

    /// Ends a paragraph that is written without its tags. A caption waits for its table.
    pub(super) fn end_bare(&mut self) {
        self.alone = false;
        if let Some(before) = &mut self.caption {
            std::mem::swap(before, &mut self.out);
        }
    }

    /// A block quote, or the words of the figure before it, which readers open.
    pub(super) fn start_description(&mut self, range: &Range<usize>, list: &[Spanned<'_>], index: usize) {
        let describes = self.part_before(range, "description").is_some();
        self.quotes.push(describes);
        if !describes {
            return self.html("<blockquote>\n");
        }
        let number = self.body.descriptions + 1;
        self.body.descriptions = number;
        let figure = follows_figure(list, index).then(|| self.body.images.last_mut()).flatten();
        if let Some(image) = figure {
            image.description = Some(number);
        }
        self.html(&format!("<details class=\"description\" id=\"ui:description-{number}\"><summary>"));
        self.out.hole(Piece::Word(Word::Description));
        self.html("</summary>\n");
    }

    pub(super) fn end_quote(&mut self) {
        let describes = self.quotes.pop() == Some(true);
        self.html(if describes { "</details>\n" } else { "</blockquote>\n" });
    }

    /// The name of the part that a `{.name}` line right before `range` asks for, if a block of this kind can take it.
    pub(super) fn part_before(&mut self, range: &Range<usize>, wanted: &str) -> Option<&'static str> {
        let text = self.source.text();
        let mut found = None;
        while let Some(line) = self.parts.next_if(|line| line.range.end <= range.start) {
            let adjacent = text[line.range.end..range.start].trim().is_empty();
            match PART_NAMES.iter().find(|&&name| name == line.name && name == wanted) {
                Some(name) if adjacent => found = Some(*name),
                _ => self.misplaced(line),
            }
        }
        found
    }

    pub(super) fn misplaced(&mut self, line: &PartLine) {
        let message = Msg::PartMisplaced { name: line.name.as_str().into() };
        let finding = Finding::new(&rule::HTML_PART, self.source.place(line.range.clone()), message);
        self.findings.push(finding.help(Msg::PartMisplacedHelp));
    }
}

/// The block that follows the one at `index`.
fn block_after<'l, 't>(list: &'l [Spanned<'t>], index: usize) -> Option<&'l Tag<'t>> {
    match list.get(events::end_of(list, index) + 1) {
        Some((Event::Start(tag), _)) => Some(tag),
        _ => None,
    }
}

/// Whether the paragraph at `index` is one fact and nothing else.
fn is_fact(list: &[Spanned<'_>], index: usize) -> bool {
    let Some((Event::Text(text), _)) = list.get(index + 1) else { return false };
    let inner = text.trim().strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
    let is_one = inner.is_some_and(|inner| !inner.contains(['{', '}']));
    is_one && matches!(list.get(index + 2), Some((event, _)) if events::ends_text(event))
}

/// Whether the block before `index` is a figure.
fn follows_figure(list: &[Spanned<'_>], index: usize) -> bool {
    let before = &list[..index];
    let is_paragraph = |(event, _): &Spanned<'_>| matches!(event, Event::Start(Tag::Paragraph));
    before.last().is_some_and(|(event, _)| events::ends_text(event))
        && before.iter().rposition(is_paragraph).is_some_and(|start| is_figure(list, start))
}
