//! The keys of a file that people write: what each is called, what it takes, what holds without it, and what it does.
//!
//! One table a file. Its parser asks it which keys there are, `taiyaku schema` prints all of it, and the tables of the
//! documentation are made from it, so that no key can lack its description.

use crate::words::Msg;

/// One key.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub shape: Shape,
    /// What holds where it is not written.
    pub absent: Absent,
    /// What it does, for people; `code` stands in backticks.
    pub doc: Msg,
}

/// What holds where a key is not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    /// That is an error.
    Refused,
    /// This value, in YAML.
    Default(&'static str),
    /// Nothing, or what its description says.
    Nothing,
}

/// What a key takes.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text, or whatever can be read as one.
    Text,
    /// A text of a form, as a regular expression that is not stricter than the parser.
    Form(&'static str),
    /// `true` or `false`.
    Truth,
    /// A whole number.
    Integer,
    /// A day: `2026-11-23`.
    Day,
    /// A rule's id.
    Rule,
    /// One of these words.
    OneOf(fn() -> Vec<&'static str>),
    /// A list.
    List(&'static Shape),
    /// One value for all languages, or a map from languages to values.
    AllOrEach(&'static Shape),
    /// A map from languages to words, and the words of a language; of the tag `""`, those of languages not named here.
    Styles(&'static [&'static str], fn(&str) -> Vec<&'static str>),
    /// A map from rules and groups to levels.
    Levels(fn() -> Vec<&'static str>),
    /// A map from any names to values.
    Map(&'static Shape),
    /// A map with these keys.
    Keys(&'static [Key]),
    /// Anything.
    Any,
}

/// A row of a table of keys.
#[must_use]
pub const fn key(name: &'static str, shape: Shape, absent: Absent, doc: Msg) -> Key {
    Key { name, shape, absent, doc }
}

/// The names of keys, in their order.
#[must_use]
pub fn names(keys: &[Key]) -> Vec<&'static str> {
    keys.iter().map(|key| key.name).collect()
}

/// The words of a table that a parser reads a choice by.
#[must_use]
pub fn words<T>(table: &[(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(word, _)| *word).collect()
}
