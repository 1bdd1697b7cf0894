//! The marks on texts that are still to be translated: `<!-- untranslated -->`.
//!
//! A page that has one is not finished. In a body the mark is a comment of HTML; in front matter it stands in a comment
//! of YAML, so that the values stay what they are. In code it is only code.

use std::ops::Range;

use pulldown_cmark::Event;

use super::events::Spanned;
use crate::source::{Source, Span};

/// The mark as it is written.
pub const MARK: &str = "<!-- untranslated -->";

/// The places of the marks in a source whose body begins at `body`.
pub(super) fn marks(source: &Source, body: usize, events: &[Spanned<'_>]) -> Vec<Span> {
    let text = source.text();
    if !text.contains("untranslated") {
        return Vec::new();
    }
    let mut marks = Vec::new();
    let mut start = 0;
    for line in text[..body.min(text.len())].split_inclusive('\n') {
        if line.trim_start().starts_with('#') {
            marks.extend(in_range(text, start..start + line.len()));
        }
        start += line.len();
    }
    for (event, range) in events {
        if matches!(event, Event::Html(_) | Event::InlineHtml(_)) {
            marks.extend(in_range(text, range.clone()));
        }
    }
    marks
}

/// The marks in a part of a text. Blanks may have come in or gone.
fn in_range(text: &str, range: Range<usize>) -> Vec<Span> {
    let part = &text[range.clone()];
    let comment = |(at, _): (usize, &str)| {
        let inside = &part[at + "<!--".len()..];
        let end = inside.find("-->")?;
        let is_mark = inside[..end].trim() == "untranslated";
        is_mark.then(|| Span::new(range.start + at..range.start + at + "<!--".len() + end + "-->".len()))
    };
    part.match_indices("<!--").filter_map(comment).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::events::events;
    use crate::source::SourcePath;

    #[test]
    fn marks_are_found_where_they_are_comments() {
        let text = "---\n# <!-- untranslated -->\ntitle: <!-- untranslated -->\n---\n<!--untranslated-->\nA `<!-- untranslated -->` b <!-- untranslated --> c <!-- other -->\n\n    <!-- untranslated -->\n";
        let body = text.find("<!--untr").expect("the body");
        let source = Source::new(SourcePath::new("content/a.en.md"), text);
        let mut blanked = String::new();
        let events = events(text, body, "en", &mut blanked);
        let lines: Vec<_> = marks(&source, body, &events.list)
            .into_iter()
            .map(|mark| source.position(mark.range().start))
            .map(|at| (at.line, at.column))
            .collect();
        assert_eq!(lines, [(2, 3), (5, 1), (6, 29)]);
    }
}
