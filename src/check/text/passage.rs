//! Passages: the text of one block as it is read, with a way back to the source.

use std::ops::Range;

use super::{Tongue, chars};
use crate::parse::{Prose, ProseKind, RunKind};
use crate::source::Source;

/// What stands in a passage for a fact, code, an image or an address.
pub(super) const OBJECT: char = '\u{FFFC}';

/// The text of one block.
#[derive(Debug)]
pub(super) struct Passage {
    /// What the block is.
    pub(super) kind: ProseKind,
    /// Its text. Lines are joined as readers see them.
    pub(super) text: String,
    pieces: Vec<Piece>,
}

/// A part of a passage that comes from one place.
#[derive(Debug)]
struct Piece {
    /// Where it begins in the passage.
    at: usize,
    /// Where it stands in the source.
    source: Range<usize>,
    kind: RunKind,
}

impl Passage {
    /// Reads a block of a source.
    pub(super) fn new(source: &Source, prose: &Prose, tongue: Tongue) -> Self {
        let mut passage = Self { kind: prose.kind, text: String::new(), pieces: Vec::new() };
        for (index, run) in prose.runs.iter().enumerate() {
            let range = run.span.range();
            let words = source.text().get(range.clone()).unwrap_or_default();
            let at = passage.text.len();
            match run.kind {
                RunKind::Words | RunKind::Label => passage.text.push_str(words),
                RunKind::Object => passage.text.push(OBJECT),
                RunKind::HardBreak => passage.text.push('\n'),
                RunKind::SoftBreak => {
                    let next = prose.runs.get(index + 1).map(|next| next.span.range());
                    let next = next.and_then(|next| source.text().get(next)?.chars().next());
                    if !joins(passage.text.chars().next_back(), next, tongue) {
                        passage.text.push(' ');
                    }
                }
            }
            if passage.text.len() > at {
                passage.pieces.push(Piece { at, source: range, kind: run.kind });
            }
        }
        passage
    }

    /// Where a part of the passage stands in the source.
    pub(super) fn source_range(&self, range: &Range<usize>) -> Range<usize> {
        let (Some(first), Some(last)) = (self.piece(range.start), self.piece(range.end.saturating_sub(1))) else {
            return 0..0;
        };
        let start = if first.is_exact() { first.source.start + (range.start - first.at) } else { first.source.start };
        let end = if last.is_exact() { last.source.start + (range.end - last.at) } else { last.source.end };
        start..end.max(start)
    }

    /// The same, if that part may be changed: it lies in one run of words.
    pub(super) fn changeable(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let is_words = self.piece(range.start)?.kind == RunKind::Words && self.is_one_run(range);
        is_words.then(|| self.source_range(range))
    }

    /// Whether a part of the passage lies in one run of words.
    pub(super) fn is_one_run(&self, range: &Range<usize>) -> bool {
        let piece = self.piece(range.start);
        piece.is_some_and(|piece| piece.is_exact() && range.end <= piece.at + piece.source.len())
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.at <= at);
        self.pieces.get(after.checked_sub(1)?)
    }
}

impl Piece {
    fn is_exact(&self) -> bool {
        matches!(self.kind, RunKind::Words | RunKind::Label)
    }
}

/// Whether two lines are read as one without a space.
fn joins(before: Option<char>, after: Option<char>, tongue: Tongue) -> bool {
    let is_solid = |c: Option<char>| c.is_some_and(|c| chars::is_japanese(c) || chars::is_japanese_sign(c));
    tongue == Tongue::Japanese && (is_solid(before) || is_solid(after) || before == Some(OBJECT))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::Run;
    use crate::source::{SourcePath, Span};

    fn prose(parts: &[(Range<usize>, RunKind)]) -> Prose {
        let run = |(range, kind): &(Range<usize>, RunKind)| Run { span: Span::new(range.clone()), kind: *kind };
        Prose { kind: ProseKind::Paragraph, runs: parts.iter().map(run).collect() }
    }

    #[test]
    fn a_passage_is_read_through_markup_and_points_back() {
        let source = Source::new(SourcePath::new("a.ja.md"), "日**本**\n語`x`a\nb");
        let runs = [
            (0..3, RunKind::Words),
            (5..8, RunKind::Words),
            (10..11, RunKind::SoftBreak),
            (11..14, RunKind::Words),
            (14..17, RunKind::Object),
            (17..18, RunKind::Words),
            (18..19, RunKind::SoftBreak),
            (19..20, RunKind::Words),
        ];
        let passage = Passage::new(&source, &prose(&runs), Tongue::Japanese);
        assert_eq!(passage.text, format!("日本語{OBJECT}a b"));
        assert_eq!(passage.source_range(&(0..9)), 0..14);
        assert_eq!(passage.source_range(&(9..12)), 14..17);
        assert_eq!(passage.changeable(&(3..6)), Some(5..8));
        assert_eq!(passage.changeable(&(0..6)), None);
        assert_eq!(passage.changeable(&(9..12)), None);
    }
}
