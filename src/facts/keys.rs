//! The keys of a fact.

use crate::words::Msg;
use crate::yaml::key::{key, names};
use crate::yaml::{Absent, Key, Shape};

/// The keys that a fact may have: those that give the value, and so its kind, and then the others.
pub static KEYS: &[Key] = &[
    kind("phone", &Shape::Form("^\\+?[0-9 ()#*-]+$"), Msg::KeyFactPhone),
    kind("date", &Shape::Day, Msg::KeyFactDate),
    kind("duration", &Shape::Form("^P[0-9YMWDTHS]+$"), Msg::KeyFactDuration),
    kind("url", &Shape::Form("^https?://"), Msg::KeyFactUrl),
    kind("money", &Shape::Form("^-?[0-9]+(\\.[0-9]+)? [A-Z]{3}$"), Msg::KeyFactMoney),
    kind("number", &Shape::Form("^-?[0-9]+(\\.[0-9]+)?$"), Msg::KeyFactNumber),
    kind("text", &Shape::Text, Msg::KeyFactText),
    kind("email", &Shape::Form("^[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]+$"), Msg::KeyFactEmail),
    kind("address", &Shape::Text, Msg::KeyFactAddress),
    key("contact", Shape::Keys(CONTACT_KEYS), Absent::Nothing, Msg::KeyFactContact),
    kind("hours", &Shape::Text, Msg::KeyFactHours),
    key("label", Shape::AllOrEach(&Shape::Text), Absent::Nothing, Msg::KeyFactLabel),
    key("about", Shape::Truth, Absent::Default("false"), Msg::KeyFactAbout),
];

/// The keys that give no value.
const NO_KINDS: &[&str] = &["label", "about"];

/// The lines that a contact may have; each but `name` is of the kind of its key, or names a fact of that kind.
pub(super) static CONTACT_KEYS: &[Key] = &[
    kind("name", &Shape::Text, Msg::KeyContactName),
    kind("phone", &Shape::Text, Msg::KeyContactPhone),
    kind("email", &Shape::Text, Msg::KeyContactEmail),
    kind("address", &Shape::Text, Msg::KeyContactAddress),
    kind("hours", &Shape::Text, Msg::KeyContactHours),
    kind("url", &Shape::Text, Msg::KeyContactUrl),
    kind("text", &Shape::Text, Msg::KeyContactText),
];

/// A value that is the same in every language or not.
const fn kind(name: &'static str, shape: &'static Shape, doc: Msg) -> Key {
    key(name, Shape::AllOrEach(shape), Absent::Nothing, doc)
}

/// The keys that give a fact its value.
#[must_use]
pub fn kinds() -> Vec<&'static str> {
    names(KEYS).into_iter().filter(|name| !NO_KINDS.contains(name)).collect()
}
