//! YAML with places: text in, a tree whose every key and value knows where it stands, or findings.
//!
//! Three looks at the text, cheapest first. `scan` walks it once and refuses what would hurt a parser
//! (deep nesting) or mislead an editor (full-width signs, odd indentation). `tree` gathers the events of
//! saphyr, which carry places. `serde_yaml` has the last word on what is valid, and makes the values that
//! are handed to themes. No other module calls a YAML crate.
//!
//! Scalars stay the text that stands in the file: whether `1.10` is a number or a word is decided by the
//! field that asks for it (see [`Decoder`]), not by YAML.

mod dates;
mod decode;
pub mod key;
mod scan;
mod syntax;
mod tree;

use std::ops::Range;

pub use decode::{Decoder, Fields};
pub use key::{Absent, Key, Shape};

use crate::diagnostic::{Finding, Findings, Rule, rule};
use crate::source::{Source, Span};
use crate::words::Msg;

/// The deepest nesting of lists and maps.
pub const MAX_DEPTH: usize = 64;

/// What a kind of file is judged by: the rules that its findings belong to, and its limit.
#[derive(Debug)]
pub struct Judge {
    /// Text that is not YAML.
    pub syntax: &'static Rule,
    /// A key that nobody reads.
    pub unknown_key: &'static Rule,
    /// A value of the wrong kind or form.
    pub value: &'static Rule,
    /// A key that must be there.
    pub missing: &'static Rule,
    /// The most bytes.
    pub max_bytes: usize,
}

/// A whole YAML text.
#[derive(Debug, Clone)]
pub struct Yaml {
    /// Its tree.
    pub root: Node,
    /// The same as plain values, for those who do not need places.
    pub value: serde_yaml::Value,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where it stands; a value that is left out stands where its key does.
    pub span: Span,
    /// The value.
    pub data: Data,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Data {
    /// A text, number, date, truth value or nothing: what it is depends on who asks.
    Scalar {
        /// The text, without quotes and escapes.
        text: String,
        /// Whether it stands in quotes or in a block, and so is certainly a text.
        quoted: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys with values, in the order of the file. No key occurs twice.
    Map(Vec<Entry>),
}

/// One key of a map with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// Whether there is no value: nothing after the colon, `~` or `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(&self.data, Data::Scalar { text, quoted: false }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The value of a key, if this is a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The entries of a map; none for anything else.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match &self.data {
            Data::Map(entries) => entries,
            Data::Scalar { .. } | Data::List(_) => &[],
        }
    }
}

/// Reads a part of a source as YAML.
///
/// # Errors
/// Everything that keeps it from being read, with places in the source.
pub fn parse(source: &Source, range: Range<usize>, judge: &'static Judge) -> Result<Yaml, Findings> {
    if range.len() > judge.max_bytes {
        return Err(vec![too_large(source, range, judge.max_bytes)]);
    }
    let base = range.start;
    let text = &source.text()[range];
    let scanned = scan::scan(text);
    if !scanned.troubles.is_empty() {
        let finding = |trouble| syntax::trouble(source, base, judge, trouble);
        return Err(scanned.troubles.into_iter().map(finding).collect());
    }
    let failed = |offset: usize| vec![syntax::explain(source, base, judge, offset, scanned.open)];
    let root = match tree::build(text, base) {
        Ok(root) => root,
        Err(tree::Failure::Syntax(offset)) => return Err(failed(offset)),
        Err(tree::Failure::Faults(faults)) => {
            let finding = |fault| syntax::fault(source, judge, fault);
            return Err(faults.into_iter().map(finding).collect());
        }
    };
    match serde_yaml::from_str(text) {
        Ok(value) => Ok(Yaml { root, value }),
        Err(error) => Err(failed(offset_of(text, error.location()))),
    }
}

fn too_large(source: &Source, range: Range<usize>, limit: usize) -> Finding {
    let size = range.len();
    let message = Msg::YamlTooLarge { size: size.into(), limit: limit.into() };
    let first_line = source.text()[range.clone()].find('\n').unwrap_or(size);
    let place = source.place(range.start..range.start + first_line);
    Finding::new(&rule::LIMIT_SIZE, place, message)
}

/// The byte that an error of `serde_yaml` points at. Its index counts characters on one parser and bytes
/// on another, so the line and the column are what can be relied on.
fn offset_of(text: &str, location: Option<serde_yaml::Location>) -> usize {
    let Some(location) = location else { return 0 };
    let start: usize = text.split_inclusive('\n').take(location.line().saturating_sub(1)).map(str::len).sum();
    let line = text[start..].split('\n').next().unwrap_or_default();
    let column = location.column().saturating_sub(1);
    let within = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    start + within
}

#[cfg(test)]
mod tests;
