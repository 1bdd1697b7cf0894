//! Facts: values that are written once, in `content/facts.yaml`, and worded in each language.
//!
//! A *fact* has a key, one value of one kind (perhaps a value a language, on purpose), and perhaps a label. Pages
//! use facts in text and as addresses of links; this module reads them and words them, and knows no page.

mod keys;
mod read;
mod show;

use std::collections::{BTreeMap, BTreeSet};

pub use keys::{KEYS, kinds};
pub use show::{FactProblem, Shown, Wording};

use crate::date::Date;
use crate::diagnostic::Findings;
use crate::lang::{Lang, Languages, PerLang};
use crate::source::{Place, Source};
use crate::words::{Duration, Hours};

/// The facts of a site by their key.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    facts: BTreeMap<String, Fact>,
    /// The keys of facts whose values could not be read; they are not unknown.
    broken: BTreeSet<String>,
    /// Whether the whole file could not be read, so that any key may be one of its.
    unread: bool,
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    place: Place,
    value: PerLang<Option<Value>>,
    label: PerLang<Option<String>>,
    about: bool,
}

/// The value of a fact. Numbers are kept as their digits, so that none is rounded.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Phone(String),
    Date(Date),
    Duration(Duration),
    Url(String),
    Money {
        amount: String,
        currency: String,
    },
    Number(String),
    Text(String),
    Email(String),
    Address(String),
    Contact(Vec<Part>),
    Hours(Hours),
    /// A line of a contact that differs by language; only inside a contact.
    PerLang(Box<PerLang<Option<Value>>>),
}

/// A line of a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    kind: &'static str,
    content: PartContent,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum PartContent {
    Own(Value),
    Fact(String),
}

impl Facts {
    /// Reads `content/facts.yaml`; a site without one has no facts.
    #[must_use]
    pub fn parse_file(source: Option<&Source>, languages: &Languages) -> (Self, Findings) {
        source.map(|source| read::read(source, languages)).unwrap_or_default()
    }

    /// The facts of a file that is there and could not be read.
    #[must_use]
    pub fn unread() -> Self {
        Self { unread: true, ..Self::default() }
    }

    /// The fact with this key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Fact> {
        self.facts.get(key)
    }

    /// Whether the key is that of a fact whose value could not be read.
    #[must_use]
    pub fn is_broken(&self, key: &str) -> bool {
        self.unread || self.broken.contains(key)
    }

    /// Every key that the file gives, also those of facts that could not be read.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.keys().chain(self.broken.iter().map(String::as_str))
    }

    /// The keys of all facts, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.facts.keys().map(String::as_str)
    }
}

impl Fact {
    /// Where the fact is defined.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The label in a language, else the main language's.
    #[must_use]
    pub fn label(&self, lang: Lang) -> Option<&str> {
        self.label.or_main(lang).map(String::as_str)
    }

    /// Whether the fact is a contact.
    #[must_use]
    pub fn is_contact(&self) -> bool {
        self.value.present().any(|(_, value)| matches!(value, Value::Contact(_)))
    }

    fn value(&self, lang: Lang) -> Option<&Value> {
        self.value.or_main(lang)
    }
}

#[cfg(test)]
mod tests;
