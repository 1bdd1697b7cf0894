//! Where the lines of sources begin, so that places become lines and columns while findings are shown.
//!
//! An index is made once for each source that a finding points into. Looking up a place then costs the
//! same anywhere in a file, even in a file of one endless line; counting from the start of the text, or
//! of the line, would make thousands of findings in one file quadratic.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::{Place, Position, Source, SourcePath, Sources, Span};

/// How many bytes of the text lie between two counts of characters.
const STRIDE: usize = 1024;

/// The lines of one source.
pub(super) struct Lines<'a> {
    source: &'a Source,
    /// The byte at which each line begins.
    starts: Vec<usize>,
    /// How many characters begin before each multiple of [`STRIDE`].
    characters: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Reads the whole text once.
    pub(super) fn new(source: &'a Source) -> Self {
        let text = source.text().as_bytes();
        let after_newline = |(index, &byte): (usize, &u8)| (byte == b'\n').then_some(index + 1);
        let starts = std::iter::once(0).chain(text.iter().enumerate().filter_map(after_newline)).collect();
        let mut total = 0;
        let mut characters = vec![0];
        for chunk in text.chunks(STRIDE) {
            total += count_characters(chunk);
            characters.push(total);
        }
        Self { source, starts, characters }
    }

    /// The source.
    pub(super) fn source(&self) -> &'a Source {
        self.source
    }

    /// The part of the text that a span names, moved to where characters begin and into the text.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        let text = self.source.text();
        let start = text.floor_char_boundary(span.range().start);
        start..text.floor_char_boundary(span.range().end).max(start)
    }

    /// The index of the line on which a byte lies.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }

    /// The bytes of a line, without its line feed.
    pub(super) fn line_range(&self, line: usize) -> Range<usize> {
        let end = self.starts.get(line + 1).map_or(self.source.text().len(), |next| next - 1);
        self.starts[line]..end
    }

    /// The line and column of a byte that begins a character or ends the text.
    pub(super) fn position(&self, offset: usize) -> Position {
        let line = self.line(offset);
        let column = self.characters_before(offset) - self.characters_before(self.starts[line]);
        Position { line: line + 1, column: column + 1 }
    }

    fn characters_before(&self, offset: usize) -> usize {
        let whole = offset / STRIDE;
        let text = self.source.text().as_bytes();
        self.characters[whole] + count_characters(&text[whole * STRIDE..offset])
    }
}

/// How many characters begin in these bytes of UTF-8.
fn count_characters(bytes: &[u8]) -> usize {
    const CONTINUATION: u8 = 0b1000_0000;
    bytes.iter().filter(|&byte| byte & 0b1100_0000 != CONTINUATION).count()
}

/// The lines of all sources, indexed when they are first asked for.
pub(super) struct AllLines<'a> {
    sources: &'a Sources,
    indexed: BTreeMap<&'a SourcePath, Lines<'a>>,
}

impl<'a> AllLines<'a> {
    /// No index yet.
    pub(super) fn new(sources: &'a Sources) -> Self {
        Self { sources, indexed: BTreeMap::new() }
    }

    /// The lines of a file, if its text was read.
    pub(super) fn of(&mut self, path: &SourcePath) -> Option<&Lines<'a>> {
        let source = self.sources.get(path)?;
        Some(self.indexed.entry(source.path()).or_insert_with(|| Lines::new(source)))
    }

    /// Where a place begins and ends; `None` if it is a whole file, or one whose text was not read.
    pub(super) fn region(&mut self, place: &Place) -> Option<(Position, Position)> {
        let span = place.span?;
        let lines = self.of(&place.file)?;
        let range = lines.range(span);
        Some((lines.position(range.start), lines.position(range.end)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source::new(SourcePath::new("content/index.ja.md"), text)
    }

    #[test]
    fn positions_agree_with_counting_from_the_start() {
        let text = "一行目🗾\n\n".to_owned() + &"あa𠮷\n".repeat(900) + &"長い".repeat(2000);
        let source = source(&text);
        let lines = Lines::new(&source);
        for (offset, _) in text.char_indices().step_by(7).chain([(text.len(), ' ')]) {
            assert_eq!(lines.position(offset), source.position(offset), "{offset}");
        }
    }

    #[test]
    fn a_text_that_ends_with_a_line_feed_has_an_empty_last_line() {
        let source = source("a\n");
        let lines = Lines::new(&source);
        assert_eq!(lines.position(2), Position { line: 2, column: 1 });
        assert_eq!(lines.line_range(0), 0..1);
        assert_eq!(lines.line_range(1), 2..2);
    }

    #[test]
    fn spans_that_do_not_fit_the_text_are_moved_into_it() {
        let source = source("日本");
        let lines = Lines::new(&source);
        assert_eq!(lines.range(Span { start: 1, end: 4 }), 0..3);
        assert_eq!(lines.range(Span { start: 90, end: 4 }), 6..6);
    }
}
