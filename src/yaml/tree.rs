//! The tree of a YAML text, gathered from saphyr's events, which carry places.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

use super::{Data, Entry, MAX_DEPTH, Node};
use crate::source::Span;

/// Why there is no tree.
pub(super) enum Failure {
    /// The text is not YAML from this byte of it on.
    Syntax(usize),
    /// It is YAML, but not what a site may use.
    Faults(Vec<Fault>),
}

/// YAML that a site may not use, with its place in the source.
pub(super) struct Fault {
    pub(super) span: Span,
    pub(super) kind: FaultKind,
}

/// What a site may not use.
pub(super) enum FaultKind {
    /// A key that the same map has already, with the place of the first.
    Duplicate { key: String, first: Span },
    /// A list or a map for a key.
    ComplexKey,
    /// An anchor, an alias or a tag.
    Reference,
    /// A second document in the same text.
    SecondDocument,
    /// Lists and maps that lie too deep in each other.
    TooDeep,
}

/// The tree of a text that begins at byte `base` of its source. Without any value: nothing, at `base`.
pub(super) fn build(text: &str, base: usize) -> Result<Node, Failure> {
    let offsets = Offsets::new(text);
    let mut builder = Builder::new(base);
    for event in Parser::new_from_str(text) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => return Err(Failure::Syntax(offsets.byte(error.marker()))),
        };
        let range = offsets.byte(&span.start)..offsets.byte(&span.end).max(offsets.byte(&span.start));
        builder.take(event, trimmed(text, range));
        if builder.is_stopped {
            break;
        }
    }
    builder.finish()
}

/// The range without white space at its end: block values reach to the next line.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let length = text.get(range.clone()).map_or(range.len(), |part| part.trim_end().len());
    range.start..range.start + length
}

/// The byte of each character, since saphyr counts characters. Nothing is stored for ASCII.
struct Offsets {
    bytes: Option<Vec<u32>>,
    len: usize,
}

impl Offsets {
    fn new(text: &str) -> Self {
        let narrow = |(at, _)| u32::try_from(at).unwrap_or(u32::MAX);
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(narrow).collect());
        Self { bytes, len: text.len() }
    }

    fn byte(&self, marker: &Marker) -> usize {
        match &self.bytes {
            None => marker.index().min(self.len),
            Some(bytes) => bytes.get(marker.index()).map_or(self.len, |&at| at as usize),
        }
    }
}

/// A list or a map whose end is still to come.
enum Open {
    List { start: usize, items: Vec<Node> },
    Map(OpenMap),
}

struct OpenMap {
    start: usize,
    entries: Vec<Entry>,
    seen: BTreeMap<String, Span>,
    key: Option<(String, Span)>,
}

struct Builder {
    base: usize,
    open: Vec<Open>,
    root: Option<Node>,
    faults: Vec<Fault>,
    is_stopped: bool,
}

impl Builder {
    fn new(base: usize) -> Self {
        Self { base, open: Vec::new(), root: None, faults: Vec::new(), is_stopped: false }
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        let span = Span::new(range.start + self.base..range.end + self.base);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(span, anchor != 0 || tag.is_some());
                self.scalar(text, style, span);
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse(span, anchor != 0 || tag.is_some());
                self.begin(span, Open::List { start: range.start + self.base, items: Vec::new() });
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse(span, anchor != 0 || tag.is_some());
                self.begin(span, Open::Map(OpenMap::new(range.start + self.base)));
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(_) => {
                self.refuse(span, true);
                self.scalar(Cow::Borrowed(""), ScalarStyle::Plain, span);
            }
            Event::DocumentStart(_) if self.root.is_some() => self.stop(span, FaultKind::SecondDocument),
            Event::DocumentStart(_) | Event::DocumentEnd | Event::StreamStart | Event::StreamEnd | Event::Nothing => {}
        }
    }

    fn scalar(&mut self, text: Cow<'_, str>, style: ScalarStyle, span: Span) {
        let quoted = !matches!(style, ScalarStyle::Plain);
        let data = Data::Scalar { text: text.into_owned(), quoted };
        self.put(Node { span, data });
    }

    fn refuse(&mut self, span: Span, is_reference: bool) {
        if is_reference {
            self.faults.push(Fault { span, kind: FaultKind::Reference });
        }
    }

    fn stop(&mut self, span: Span, kind: FaultKind) {
        self.faults.push(Fault { span, kind });
        self.is_stopped = true;
    }

    fn begin(&mut self, span: Span, open: Open) {
        self.open.push(open);
        if self.open.len() > MAX_DEPTH {
            self.stop(span, FaultKind::TooDeep);
        }
    }

    fn end(&mut self, end: Span) {
        let (start, data, children_end) = match self.open.pop() {
            Some(Open::List { start, items }) => {
                let last = items.last().map(|item| item.span.end);
                (start, Data::List(items), last)
            }
            Some(Open::Map(map)) => {
                let last = map.entries.last().map(|entry| entry.value.span.end.max(entry.key_span.end));
                (map.start, Data::Map(map.entries), last)
            }
            None => return,
        };
        // The end of a block is reported where the next thing begins, that of brackets right behind them.
        let is_flow = end.end > end.start;
        let end = children_end.filter(|_| !is_flow).map_or(end.end as usize, |end| end as usize);
        self.put(Node { span: Span::new(start..end.max(start)), data });
    }

    /// Puts a complete value where it belongs: into the open list or map, or at the root.
    fn put(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map(map)) => match map.put(node) {
                Ok(()) => {}
                Err(fault) => self.faults.push(fault),
            },
        }
    }

    fn finish(self) -> Result<Node, Failure> {
        if !self.faults.is_empty() {
            return Err(Failure::Faults(self.faults));
        }
        let nothing = Data::Scalar { text: String::new(), quoted: false };
        Ok(self.root.unwrap_or(Node { span: Span::new(self.base..self.base), data: nothing }))
    }
}

impl OpenMap {
    fn new(start: usize) -> Self {
        Self { start, entries: Vec::new(), seen: BTreeMap::new(), key: None }
    }

    /// Takes a key, or the value of the key before it.
    fn put(&mut self, node: Node) -> Result<(), Fault> {
        match (self.key.take(), node.data) {
            (Some((key, key_span)), data) => {
                let is_empty = matches!(&data, Data::Scalar { text, quoted: false } if text.is_empty());
                let span = if is_empty { key_span } else { node.span };
                self.entries.push(Entry { key, key_span, value: Node { span, data } });
                Ok(())
            }
            (None, Data::Scalar { text, .. }) => {
                let first = self.seen.insert(text.clone(), node.span);
                self.key = Some((text.clone(), node.span));
                match first {
                    None => Ok(()),
                    Some(first) => Err(Fault { span: node.span, kind: FaultKind::Duplicate { key: text, first } }),
                }
            }
            (None, Data::List(_) | Data::Map(_)) => {
                self.key = Some((String::new(), node.span));
                Err(Fault { span: node.span, kind: FaultKind::ComplexKey })
            }
        }
    }
}
