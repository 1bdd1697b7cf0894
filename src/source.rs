//! Texts that people wrote, and places in them.
//!
//! A source is the decoded text of one file: UTF-8, no byte order mark, LF at line ends. Spans count bytes of
//! that text; what a person or a program is told (line, column, byte of the file) is computed from it while
//! a finding is printed, and only then.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A file below the site's root, as the disk names it, with `/` between its segments: `content/apply/index.ja.md`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// The path with this text, which is relative to the site's root.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.into())
    }

    /// The whole path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last segment.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// The folder, without a `/` at its end; empty for a file in the root.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The file that a relative link in this file names: `../pickup.md` in `content/apply/index.ja.md` is
    /// `content/pickup.md`. `None` if the link is empty, begins with `/`, names a folder or leaves the root.
    #[must_use]
    pub fn join(&self, link: &str) -> Option<Self> {
        let mut segments: Vec<&str> = self.folder().split('/').filter(|segment| !segment.is_empty()).collect();
        for segment in link.split('/') {
            match segment {
                "" => return None,
                "." => {}
                ".." => drop(segments.pop()?),
                name => segments.push(name),
            }
        }
        let names_file = !matches!(link.rsplit('/').next(), Some("." | ".."));
        names_file.then(|| Self::new(&segments.join("/")))
    }

    /// What follows `folder/`, if the path lies in that folder.
    #[must_use]
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

/// A range of bytes of a source's text; the end is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span of a range. Sources are far smaller than 4 GiB (see the limits of load).
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: narrow(range.start), end: narrow(range.end) }
    }

    /// The span as a range that slices a text.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The span moved towards the end by a number of bytes.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by..self.end as usize + by)
    }
}

/// A value with its place in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A place that a finding points at: a file and, where it is known, a part of its text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: SourcePath,
    /// The part of its text; `None` is the file as a whole.
    pub span: Option<Span>,
}

/// A line and a column, both from 1; columns count Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// The decoded text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    path: SourcePath,
    text: Arc<str>,
    bom: bool,
    /// Where the text has a line feed that was a carriage return and a line feed in the file.
    returns: Arc<[u32]>,
}

impl Source {
    /// The source of a file with this content. A byte order mark is dropped and CRLF becomes LF.
    #[must_use]
    pub fn new(path: SourcePath, content: &str) -> Self {
        let unmarked = content.strip_prefix('\u{FEFF}');
        let text = unmarked.unwrap_or(content);
        let bom = unmarked.is_some();
        if !text.contains("\r\n") {
            return Self { path, text: text.into(), bom, returns: Arc::new([]) };
        }
        let mut unified = String::with_capacity(text.len());
        let mut returns = Vec::new();
        for (index, line) in text.split("\r\n").enumerate() {
            if index > 0 {
                returns.push(u32::try_from(unified.len()).unwrap_or(u32::MAX));
                unified.push('\n');
            }
            unified.push_str(line);
        }
        Self { path, text: unified.into(), bom, returns: returns.into() }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &SourcePath {
        &self.path
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the file, with its byte order mark and its carriage returns.
    #[must_use]
    pub fn file_bytes(&self) -> Vec<u8> {
        let mark = if self.bom { "\u{FEFF}" } else { "" };
        let mut bytes = mark.as_bytes().to_vec();
        let mut done = 0;
        for &newline in self.returns.iter() {
            bytes.extend_from_slice(&self.text.as_bytes()[done..newline as usize]);
            bytes.push(b'\r');
            done = newline as usize;
        }
        bytes.extend_from_slice(&self.text.as_bytes()[done..]);
        bytes
    }

    /// The place of a part of the text.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Place {
        Place { file: self.path.clone(), span: Some(Span::new(range)) }
    }

    /// The place of the whole file.
    #[must_use]
    pub fn whole(&self) -> Place {
        Place { file: self.path.clone(), span: None }
    }

    /// The line and column of a byte of the text. Takes time linear in the offset.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let before = &self.text[..self.text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// The byte of the file that a byte of the text stands at.
    #[must_use]
    pub fn file_offset(&self, offset: usize) -> usize {
        let dropped = self.returns.partition_point(|&newline| (newline as usize) < offset);
        offset + dropped + if self.bom { '\u{FEFF}'.len_utf8() } else { 0 }
    }
}

/// The sources of a run by their path, for the excerpts of findings.
///
/// Those of a part of the site are joined whole, so that a part that has not changed costs nothing.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    own: BTreeMap<SourcePath, Source>,
    parts: Vec<Arc<Sources>>,
}

impl Sources {
    /// Adds a source.
    pub fn insert(&mut self, source: Source) {
        self.own.insert(source.path.clone(), source);
    }

    /// Adds the sources of a part of the site.
    pub fn join(&mut self, part: &Arc<Self>) {
        self.parts.push(Arc::clone(part));
    }

    /// The source of a file, if its text was read.
    #[must_use]
    pub fn get(&self, path: &SourcePath) -> Option<&Source> {
        self.own.get(path).or_else(|| self.parts.iter().find_map(|part| part.get(path)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source::new(SourcePath::new("content/index.ja.md"), text)
    }

    #[test]
    fn a_byte_order_mark_and_carriage_returns_are_dropped_and_offsets_still_point_into_the_file() {
        let file = "\u{FEFF}一\r\n二\r\n三";
        let source = source(file);
        assert_eq!(source.text(), "一\n二\n三");
        for character in ['一', '二', '三'] {
            let offset = source.text().find(character).expect("it is there");
            assert_eq!(source.file_offset(offset), file.find(character).expect("it is there"));
        }
        assert_eq!(source.file_bytes(), file.as_bytes());
    }

    #[test]
    fn links_are_taken_from_the_folder_of_the_file_and_stay_in_the_root() {
        let page = SourcePath::new("content/apply/index.ja.md");
        let joined = |link: &str| page.join(link).map(|path| path.as_str().to_owned());
        for (link, file) in [
            ("envelope.pdf", "content/apply/envelope.pdf"),
            ("./a/./b.md", "content/apply/a/b.md"),
            ("../pickup.md", "content/pickup.md"),
            ("../../site.yaml", "site.yaml"),
            ("..\\x", "content/apply/..\\x"),
        ] {
            assert_eq!(joined(link).as_deref(), Some(file));
        }
        for link in ["", "/etc/passwd", "../../../x", "../../../content/x.md", "a//b", "a/", "..", "a/."] {
            assert_eq!(joined(link), None, "{link}");
        }
        assert_eq!(SourcePath::new("site.yaml").join("themes/x"), Some(SourcePath::new("themes/x")));
    }

    #[test]
    fn columns_count_characters() {
        let source = source("ab\n日本𠮷x");
        let offset = source.text().find('x').expect("it is there");
        assert_eq!(source.position(offset), Position { line: 2, column: 4 });
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(999), Position { line: 2, column: 5 });
    }
}
