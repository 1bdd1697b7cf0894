//! Emphasis next to Japanese punctuation: `太郎は**「こんにちは」**と言った` comes out bold.
//!
//! CommonMark lets `**` open or close only where a space or punctuation is on the right side of it, which Japanese
//! writes nowhere near. The amended rule, on which several Markdown parsers have agreed: a run of `*`, or of two `~`,
//! that has a Chinese, Japanese or Korean character on either side and white space on neither opens and closes. The
//! Markdown parser knows this rule in no published version, so its events are paired again here: in each block where
//! the rule makes a difference, its own `*`, `_` and `~` are turned back into text and paired by the algorithm of
//! CommonMark's appendix. All other blocks, and so all of plain CommonMark, stay as the parser gave them.
//!
//! When the parser has the rule as an option, [`pair`] goes and nothing else changes.

mod flanking;
mod pairing;

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use self::pairing::{Mark, Runs};
use super::chars;

/// An event and its bytes in the text.
type Spanned<'a> = (Event<'a>, Range<usize>);

/// Pairs the emphasis of a text again by the amended rule. For pages of a language that
/// [`is_set_solid`](super::is_set_solid).
///
/// `list` are the parser's events, whose ranges are ranges of `text`, and so are those of the result.
#[must_use]
pub fn pair<'a>(text: &'a str, list: Vec<Spanned<'a>>) -> Vec<Spanned<'a>> {
    if !may_differ(text) {
        return list;
    }
    let found = Finder::new(text).find(&list);
    if found.blocks.is_empty() { list } else { rewrite(text, list, found) }
}

/// The runs of two or three `*` that are left over as text. `list` are events after [`pair`], text runs joined.
///
/// Longer runs are no emphasis that failed, but what hides a number: `090-****-****`.
#[must_use]
pub fn left_over(text: &str, list: &[Spanned<'_>]) -> Vec<Range<usize>> {
    let mut left = Vec::new();
    if !text.contains("**") {
        return left;
    }
    let mut in_code = false;
    for (event, range) in list {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(words) if !in_code && words.contains('*') && is_verbatim(text, words, range) => {
                left.extend(runs_of_stars(text, range));
            }
            _ => {}
        }
    }
    left
}

fn runs_of_stars(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = range.start + usize::from(is_escaped(text, range.start));
    while let Some(start) = text[at..range.end].find('*').map(|found| at + found) {
        let len = text[start..range.end].bytes().take_while(|&b| b == b'*').count();
        if matches!(len, 2 | 3) {
            runs.push(start..start + len);
        }
        at = start + len;
    }
    runs
}

/// Whether a text has a sign for which the rules differ. A single `~` follows the parser's own rule, and so does `_`
/// but behind a variation selector, which counts as its base.
fn may_differ(text: &str) -> bool {
    text.contains('*') || text.contains("~~") || text.contains('_') && text.contains(chars::is_variation_selector)
}

/// Whether a text event says exactly what the source says.
fn is_verbatim(text: &str, words: &str, range: &Range<usize>) -> bool {
    range.len() == words.len() && text.get(range.clone()) == Some(words)
}

/// Whether the first character of the text event at `start` follows a backslash: then it is literal, and its sign is
/// none. A backslash that is text itself is part of an event.
fn is_escaped(text: &str, start: usize) -> bool {
    text[..start].ends_with('\\') && text[start..].starts_with(['*', '_', '~'])
}

/// What has to change in a text.
struct Found {
    /// The blocks to be paired again, as ranges of events.
    blocks: Vec<Range<usize>>,
    /// The starts and ends of emphasis in them, in order.
    marks: Vec<Mark>,
}

/// Looks through the events for blocks that the amended rule changes.
struct Finder<'t> {
    text: &'t str,
    /// The runs of the open block, and of the open links and images in it, whose texts are paired alone.
    open: Vec<Runs>,
    /// Whether the next sign begins a line.
    at_line_start: bool,
    amended: bool,
    marks: Vec<Mark>,
    found: Found,
}

impl<'t> Finder<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            open: Vec::new(),
            at_line_start: true,
            amended: false,
            marks: Vec::new(),
            found: Found { blocks: Vec::new(), marks: Vec::new() },
        }
    }

    fn find(mut self, list: &[Spanned<'_>]) -> Found {
        let mut index = 0;
        while let Some((event, _)) = list.get(index) {
            if is_inline(event) {
                let len = list[index..].iter().take_while(|(event, _)| is_inline(event)).count();
                self.block(list, index..index + len);
                index += len;
            } else {
                let code = matches!(event, Event::Start(Tag::CodeBlock(_)));
                index += if code { code_len(&list[index..]) } else { 1 };
            }
        }
        self.found
    }

    fn block(&mut self, list: &[Spanned<'_>], block: Range<usize>) {
        self.open.clear();
        self.open.push(Runs::default());
        self.at_line_start = true;
        self.amended = false;
        self.marks.clear();
        let mut autolink = false;
        for (event, range) in &list[block.clone()] {
            match event {
                Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => autolink = true,
                Event::End(TagEnd::Link) if autolink => autolink = false,
                _ if autolink => {}
                _ => self.event(event, range),
            }
        }
        // Behind the block there is nothing for its last sign, not even the bar of a table.
        let end = list[block.clone()].last().map_or(0, |(_, range)| range.end);
        self.close(end);
        if self.amended {
            self.marks.sort_unstable_by_key(|mark| mark.at);
            self.found.marks.append(&mut self.marks);
            self.found.blocks.push(block);
        }
    }

    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::SoftBreak | Event::HardBreak => return self.at_line_start = true,
            Event::Text(words) if is_verbatim(self.text, words, range) => self.words(range),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => self.open.push(Runs::default()),
            Event::End(TagEnd::Link | TagEnd::Image) => self.close(self.text.len()),
            _ => {
                if let Some(signs) = signs(self.text, event, range) {
                    self.signs(signs, self.at_line_start);
                }
            }
        }
        self.at_line_start = false;
    }

    /// Finds the signs that the parser left as text.
    fn words(&mut self, range: &Range<usize>) {
        let bytes = &self.text.as_bytes()[..range.end];
        let mut at = range.start + usize::from(is_escaped(self.text, range.start));
        while let Some(found) = bytes[at..].iter().position(|byte| matches!(byte, b'*' | b'_' | b'~')) {
            let start = at + found;
            let len = bytes[start..].iter().take_while(|&&byte| byte == bytes[start]).count();
            self.signs(start..start + len, self.at_line_start && start == range.start);
            at = start + len;
        }
    }

    fn signs(&mut self, signs: Range<usize>, at_line_start: bool) {
        if let Some(runs) = self.open.last_mut() {
            runs.add(self.text, signs, at_line_start);
        }
    }

    /// Pairs the runs of a link's text or of the block, which see the text up to `end`.
    fn close(&mut self, end: usize) {
        if let Some(runs) = self.open.pop() {
            self.amended |= runs.pair(&self.text[..end], &mut self.marks);
        }
    }
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

/// How many events a code block has.
fn code_len(list: &[Spanned<'_>]) -> usize {
    let end = list.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::CodeBlock)));
    end.map_or(list.len(), |end| end + 1)
}

/// The signs that the parser made a start or an end of emphasis.
fn signs(text: &str, event: &Event<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let len = |tag: &TagEnd| match tag {
        TagEnd::Emphasis => Some(1),
        TagEnd::Strong => Some(2),
        TagEnd::Strikethrough => Some(if text[range.clone()].starts_with("~~") { 2 } else { 1 }),
        _ => None,
    };
    match event {
        Event::Start(tag) => len(&tag.to_end()).map(|len| range.start..range.start + len),
        Event::End(tag) => len(tag).map(|len| range.end - len..range.end),
        _ => None,
    }
}

/// The events with the emphasis of some blocks paired again.
fn rewrite<'a>(text: &'a str, list: Vec<Spanned<'a>>, found: Found) -> Vec<Spanned<'a>> {
    let mut rewriter = Rewriter { text, out: Vec::with_capacity(list.len()), done: 0 };
    let mut blocks = found.blocks.into_iter().peekable();
    let mut marks = found.marks.into_iter().peekable();
    for (index, (event, range)) in list.into_iter().enumerate() {
        while blocks.next_if(|block| block.end <= index).is_some() {}
        let inside = blocks.peek().is_some_and(|block| block.start <= index);
        let source = match &event {
            _ if !inside => None,
            Event::Text(words) => is_verbatim(text, words, &range).then(|| range.clone()),
            other => signs(text, other, &range),
        };
        let is_text = matches!(event, Event::Text(_));
        match source {
            Some(source)
                if !is_text
                    || marks.peek().is_some_and(|mark| mark.at < source.end)
                    || rewriter.done > source.start =>
            {
                rewriter.source(source, &mut marks);
            }
            _ => rewriter.out.push((event, range)),
        }
    }
    rewriter.out
}

/// Writes source text with marks in it as events.
struct Rewriter<'a> {
    text: &'a str,
    out: Vec<Spanned<'a>>,
    /// The end of the last mark, which may reach over the end of an event.
    done: usize,
}

impl<'a> Rewriter<'a> {
    fn source(&mut self, source: Range<usize>, marks: &mut std::iter::Peekable<impl Iterator<Item = Mark>>) {
        let mut at = source.start.max(self.done);
        while let Some(mark) = marks.next_if(|mark| mark.at < source.end) {
            self.words(at..mark.at);
            at = mark.at + mark.len;
            self.done = at;
            self.out.push(mark.event());
        }
        self.words(at..source.end);
    }

    fn words(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.out.push((Event::Text(CowStr::Borrowed(&self.text[range.clone()])), range));
        }
    }
}

#[cfg(test)]
mod tests;
