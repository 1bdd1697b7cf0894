//! The events of a text, block by block.
//!
//! Emphasis and line breaks are matters of one block: a paragraph, a heading, a cell. So each block is set as soon as it is
//! complete, in place and while its events are in the processor's cache. Passes over a finished list lost: on a text of a
//! megabyte, whose events take ten, they cost more than the work that they did.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// An event and its bytes in the text.
pub type Spanned<'a> = (Event<'a>, Range<usize>);

/// Gathers events. `set` gets the list each time that a block is complete, with the place where the block begins in it,
/// and may change everything from there on. Code blocks are blocks too; [`is_code`] tells them.
pub fn gather<'a>(
    events: impl IntoIterator<Item = Spanned<'a>>,
    len: usize,
    mut set: impl FnMut(&mut Vec<Spanned<'a>>, usize),
) -> Vec<Spanned<'a>> {
    // Room for all events of nearly every text: moving the list would cost more, and room that is not used nothing.
    let mut list = Vec::with_capacity(len / BYTES_AN_EVENT + 1);
    let mut block = 0;
    for event in events {
        let ends = !is_inline(&event.0);
        if ends && block < list.len() {
            set(&mut list, block);
        }
        list.push(event);
        if ends {
            block = list.len();
        }
    }
    if block < list.len() {
        set(&mut list, block);
    }
    list
}

/// How many bytes of text there are to an event in text with much markup.
const BYTES_AN_EVENT: usize = 8;

/// Whether the block that begins at this place of a list is code, where all signs stand for themselves.
#[must_use]
pub fn is_code(list: &[Spanned<'_>], block: usize) -> bool {
    before(list, block).is_some_and(|event| matches!(event, Event::Start(Tag::CodeBlock(_))))
}

/// Whether the block that begins at this place of a list is a cell of a table.
#[must_use]
pub fn is_cell(list: &[Spanned<'_>], block: usize) -> bool {
    before(list, block).is_some_and(|event| matches!(event, Event::Start(Tag::TableCell)))
}

fn before<'l, 'a>(list: &'l [Spanned<'a>], block: usize) -> Option<&'l Event<'a>> {
    Some(&list.get(block.checked_sub(1)?)?.0)
}

/// Whether an event belongs to the text of a block.
fn is_inline(event: &Event<'_>) -> bool {
    let is_inline_tag = |tag: &TagEnd| {
        use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
        matches!(tag, Emphasis | Strong | Strikethrough | Link | Image)
    };
    match event {
        Event::Start(tag) => is_inline_tag(&tag.to_end()),
        Event::End(tag) => is_inline_tag(tag),
        Event::Html(_) | Event::Rule => false,
        _ => true,
    }
}
