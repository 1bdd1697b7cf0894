//! Fixes: the changes of a text that findings propose, as data.

use crate::source::Span;

/// A change in the file that its finding points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What goes.
    pub span: Span,
    /// What comes in its place.
    pub text: String,
}

impl Fix {
    /// A text with these changes, which must be in order and must not overlap. `offset` says where in the text a byte
    /// of the source stands, as a file may have a mark and carriage returns that its source does not have.
    #[must_use]
    pub fn apply(text: &str, fixes: &[&Self], offset: impl Fn(usize) -> usize) -> String {
        let mut changed = String::with_capacity(text.len());
        let mut done = 0;
        for fix in fixes {
            let range = fix.span.range();
            let (start, end) = (offset(range.start), offset(range.end));
            if let Some(kept) = text.get(done..start) {
                changed.push_str(kept);
                changed.push_str(&fix.text);
                done = end;
            }
        }
        changed.push_str(text.get(done..).unwrap_or_default());
        changed
    }

    /// Whether two changes touch the same text.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.span.start < other.span.end && other.span.start < self.span.end || self.span == other.span
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, SourcePath};

    fn fix(range: std::ops::Range<usize>, text: &str) -> Fix {
        Fix { span: Span::new(range), text: text.to_owned() }
    }

    #[test]
    fn changes_keep_the_rest_of_the_file_as_it_is() {
        let file = "\u{FEFF}Ａ\r\nＢ\r\nＣ";
        let source = Source::new(SourcePath::new("a.md"), file);
        let (a, c) = (fix(0..3, "A"), fix(8..11, ""));
        let changed = Fix::apply(file, &[&a, &c], |at| source.file_offset(at));
        assert_eq!(changed, "\u{FEFF}A\r\nＢ\r\n");
    }

    #[test]
    fn neighbours_do_not_overlap() {
        assert!(fix(0..3, "").overlaps(&fix(2..4, "")));
        assert!(!fix(0..3, "").overlaps(&fix(3..4, "")));
    }
}
