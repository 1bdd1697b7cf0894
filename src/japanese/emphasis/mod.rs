//! Emphasis next to Japanese punctuation: `太郎は**「こんにちは」**と言った` comes out bold.
//!
//! CommonMark lets `**` open or close only where a space or punctuation is on the right side of it, which Japanese
//! writes nowhere near. The amended rule, on which several Markdown parsers have agreed: a run of `*`, or of two `~`,
//! that has a Chinese, Japanese or Korean character on either side and white space on neither opens and closes. The
//! Markdown parser knows this rule in no published version, so its events are paired again here: in each block where
//! the rule makes a difference, its own `*`, `_` and `~` are turned back into text and paired by the algorithm of
//! CommonMark's appendix. All other blocks, and so all of plain CommonMark, stay as the parser gave them.
//!
//! When the parser has the rule as an option, [`Pairer`] goes and nothing else changes.

mod flanking;
mod pairing;

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use self::pairing::{Mark, Runs};
use super::blocks::{self, Spanned};
use super::chars;

/// Pairs the emphasis of blocks again by the amended rule. For pages of a language that
/// [`is_set_solid`](super::is_set_solid).
pub struct Pairer<'a> {
    text: &'a str,
    /// Whether no block can differ, so that a text without signs costs nothing.
    is_idle: bool,
    finder: Finder<'a>,
    /// Room for the events of the block that is being written again.
    old: Vec<Spanned<'a>>,
}

impl<'a> Pairer<'a> {
    /// For events whose ranges are ranges of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, is_idle: !may_differ(text), finder: Finder::new(text), old: Vec::new() }
    }

    /// Pairs the block that begins at `block` and ends with the list.
    pub fn pair(&mut self, list: &mut Vec<Spanned<'a>>, block: usize) {
        if self.is_idle || blocks::is_code(list, block) || !may_differ(source(self.text, &list[block..])) {
            return;
        }
        if self.finder.block(&list[block..]) {
            self.old.extend(list.drain(block..));
            Rewriter { text: self.text, out: list, done: 0 }.block(&mut self.old, &self.finder.marks);
        }
    }

    /// Appends the runs of two or three `*` that are left over as text in a block that is paired, its text runs joined.
    ///
    /// Longer runs are no emphasis that failed, but what hides a number: `090-****-****`.
    pub fn left_over(&self, list: &[Spanned<'a>], block: usize, left: &mut Vec<Range<usize>>) {
        if self.is_idle || blocks::is_code(list, block) {
            return;
        }
        for (event, range) in &list[block..] {
            if matches!(event, Event::Text(words) if words.contains('*') && is_verbatim(self.text, words, range)) {
                left.extend(runs_of_stars(self.text, range));
            }
        }
    }
}

/// The source of a block.
fn source<'a>(text: &'a str, block: &[Spanned<'_>]) -> &'a str {
    let (Some((_, first)), Some((_, last))) = (block.first(), block.last()) else { return "" };
    text.get(first.start..last.end).unwrap_or_default()
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

/// Whether a text may have a sign for which the rules differ. `_` follows the parser's own rule but behind a variation selector, which counts as its base.
fn may_differ(text: &str) -> bool {
    let has = |sign| text.as_bytes().contains(&sign);
    has(b'*') || has(b'~') || has(b'_') && text.contains(chars::is_variation_selector)
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

/// Looks through a block for runs of signs, and pairs them.
struct Finder<'t> {
    text: &'t str,
    /// The runs of the block, and of the open links and images in it, whose texts are paired alone.
    open: Vec<Runs>,
    /// Those whose end has come.
    closed: Vec<Runs>,
    /// Whether the next sign begins a line.
    at_line_start: bool,
    /// Whether the amended rule made a difference to a run.
    amended: bool,
    /// The starts and ends of emphasis in the block, in order.
    marks: Vec<Mark>,
}

impl<'t> Finder<'t> {
    fn new(text: &'t str) -> Self {
        let (open, closed, marks) = (Vec::new(), Vec::new(), Vec::new());
        Self { text, open, closed, at_line_start: true, amended: false, marks }
    }

    /// Whether the amended rule changes a block; its marks are known then.
    fn block(&mut self, block: &[Spanned<'_>]) -> bool {
        (self.at_line_start, self.amended) = (true, false);
        self.open.clear();
        self.open.push(Runs::default());
        let mut autolink = false;
        for (event, range) in block {
            match event {
                Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => autolink = true,
                Event::End(TagEnd::Link) if autolink => autolink = false,
                _ if autolink => {}
                _ => self.event(event, range),
            }
        }
        // Behind the block there is nothing for its last sign, not even the bar of a table.
        self.close(block.last().map_or(0, |(_, range)| range.end));
        self.marks.clear();
        for runs in self.closed.drain(..).filter(|_| self.amended) {
            runs.pair(&mut self.marks);
        }
        self.marks.sort_unstable_by_key(|mark| mark.at);
        self.amended
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

    /// Judges the runs of a link's text or of the block, which see the text up to `end`.
    fn close(&mut self, end: usize) {
        let Some(mut runs) = self.open.pop() else { return };
        self.amended |= runs.judge(&self.text[..end]);
        self.closed.push(runs);
    }
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

/// Writes the events of a block again, with its marks in the text.
struct Rewriter<'a, 'o> {
    text: &'a str,
    out: &'o mut Vec<Spanned<'a>>,
    /// The end of the last mark, which may reach over the end of an event.
    done: usize,
}

impl<'a> Rewriter<'a, '_> {
    fn block(mut self, old: &mut Vec<Spanned<'a>>, mut marks: &[Mark]) {
        for (event, range) in old.drain(..) {
            let is_next = |marks: &[Mark]| marks.first().is_some_and(|mark| mark.at < range.end);
            let source = match &event {
                Event::Text(words) => {
                    let is_changed = is_next(marks) || self.done > range.start;
                    (is_changed && is_verbatim(self.text, words, &range)).then(|| range.clone())
                }
                other => signs(self.text, other, &range),
            };
            match source {
                Some(source) => self.source(source, &mut marks),
                None => self.out.push((event, range)),
            }
        }
    }

    fn source(&mut self, source: Range<usize>, marks: &mut &[Mark]) {
        let mut at = source.start.max(self.done);
        while let Some((mark, rest)) = marks.split_first().filter(|(mark, _)| mark.at < source.end) {
            self.words(at..mark.at);
            at = mark.at + mark.len;
            self.done = at;
            self.out.push(mark.event());
            *marks = rest;
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
