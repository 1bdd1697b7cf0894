//! Schema: what editors' programs have to know of the files that people write, as JSON Schema.
//!
//! It is made from the tables of keys that the parsers read, so it knows every key. It is never stricter than the
//! parsers: what a schema cannot say, such as whether a fact exists, is left to `taiyaku check`. The form is
//! draft-07, the newest that the common YAML plug-ins of editors all understand; they show `markdownDescription`.

use serde_json::{Map, Value, json};

use crate::diagnostic::rule;
use crate::facts;
use crate::load::SITE_KEYS;
use crate::parse::FRONT_MATTER_KEYS;
use crate::words::{Msg, UiLang};
use crate::yaml::{Absent, Key, Shape};

/// A file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `site.yaml`.
    Site,
    /// The front matter of a page.
    FrontMatter,
    /// `content/facts.yaml`.
    Facts,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Site, Self::FrontMatter, Self::Facts];

    /// What the command line calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::FrontMatter => "front-matter",
            Self::Facts => "facts",
        }
    }

    /// The keys that it describes; of facts, those of each fact.
    #[must_use]
    pub fn keys(self) -> &'static [Key] {
        match self {
            Self::Site => SITE_KEYS,
            Self::FrontMatter => FRONT_MATTER_KEYS,
            Self::Facts => facts::KEYS,
        }
    }

    const fn title(self) -> Msg {
        match self {
            Self::Site => Msg::SchemaSite,
            Self::FrontMatter => Msg::SchemaFrontMatter,
            Self::Facts => Msg::SchemaFacts,
        }
    }
}

/// The JSON Schema of a file, described in a language.
#[must_use]
pub fn schema(kind: Kind, lang: UiLang) -> Value {
    let keys = record(kind.keys(), lang);
    let root = match kind {
        Kind::Facts => facts_file(keys),
        Kind::Site | Kind::FrontMatter => keys,
    };
    let title = json!({"$schema": "http://json-schema.org/draft-07/schema#", "title": kind.title().text(lang)});
    joined(title, root)
}

/// Facts by their names, each of one kind.
fn facts_file(fact: Value) -> Value {
    let one_kind: Vec<Value> = facts::kinds().iter().map(|kind| json!({"required": [kind]})).collect();
    json!({
        "type": ["object", "null"],
        "propertyNames": {"pattern": "^[a-z][a-z0-9_]*$"},
        "additionalProperties": joined(fact, json!({"oneOf": one_kind})),
    })
}

/// A map with these keys and no others.
fn record(keys: &[Key], lang: UiLang) -> Value {
    let properties: Map<String, Value> = keys.iter().map(|key| (key.name.to_owned(), property(key, lang))).collect();
    let required: Vec<&str> = keys.iter().filter(|key| key.absent == Absent::Refused).map(|key| key.name).collect();
    let record = json!({"type": "object", "properties": properties, "additionalProperties": false});
    if required.is_empty() { record } else { joined(record, json!({"required": required})) }
}

fn property(key: &Key, lang: UiLang) -> Value {
    let text = key.doc.text(lang);
    let described = json!({"description": text.replace('`', ""), "markdownDescription": text});
    let property = joined(described, key_shape(key, lang));
    match key.absent {
        Absent::Default(yaml) => joined(property, json!({"default": default(&key.shape, yaml)})),
        Absent::Refused | Absent::Nothing => property,
    }
}

/// What a key takes. One that may be left out may also stand there without a value.
fn key_shape(key: &Key, lang: UiLang) -> Value {
    let shape = shape(&key.shape, lang);
    match key.absent {
        Absent::Refused => shape,
        Absent::Default(_) | Absent::Nothing => or_nothing(shape),
    }
}

fn or_nothing(mut shape: Value) -> Value {
    for (name, nothing) in [("enum", Value::Null), ("type", "null".into()), ("anyOf", json!({"type": "null"}))] {
        if let Some(Value::Array(ways)) = shape.get_mut(name) {
            ways.push(nothing);
            return shape;
        }
    }
    if let Some(one) = shape.get_mut("type") {
        *one = json!([one.take(), "null"]);
    }
    shape
}

fn shape(shape: &Shape, lang: UiLang) -> Value {
    match shape {
        Shape::Text => text(),
        Shape::Form(pattern) => joined(text(), json!({"pattern": pattern})),
        Shape::Truth => json!({"type": "boolean"}),
        Shape::Integer => json!({"type": "integer"}),
        Shape::Day => json!({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
        Shape::Rule => json!({"enum": rule::names().collect::<Vec<_>>()}),
        Shape::OneOf(words) => json!({"enum": words()}),
        Shape::List(item) => json!({"type": "array", "items": self::shape(item, lang)}),
        Shape::AllOrEach(one) => {
            let one = self::shape(one, lang);
            let each = joined(json!({"additionalProperties": or_nothing(one.clone())}), languages());
            json!({"anyOf": [one, each]})
        }
        Shape::Styles(tags, words) => styles(tags, *words),
        Shape::Levels(words) => levels(&words(), lang),
        Shape::Map(value) => json!({"type": "object", "additionalProperties": self::shape(value, lang)}),
        Shape::Keys(keys) => record(keys, lang),
        Shape::Any => json!({}),
    }
}

/// Whatever YAML makes of what people mean as a text: `2026` is a title too.
fn text() -> Value {
    json!({"type": ["string", "number"]})
}

/// What a map from languages is. Which languages a site has, the schema cannot know.
fn languages() -> Value {
    json!({"type": "object", "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}})
}

fn styles(tags: &[&str], words: fn(&str) -> Vec<&'static str>) -> Value {
    let of = |tag: &str| json!({"enum": words(tag)});
    let named: Map<String, Value> = tags.iter().map(|tag| (format!("^{tag}(-|$)"), of(tag))).collect();
    joined(languages(), json!({"patternProperties": named, "additionalProperties": of("")}))
}

/// Levels by rule, with what each rule looks for, and by group.
fn levels(words: &[&str], lang: UiLang) -> Value {
    let of = |rule: &&rule::Rule| {
        let words = if rule.is_fixed() { &["error"] } else { words };
        (rule.id.to_owned(), json!({"enum": words, "description": rule.doc.text(lang)}))
    };
    let rules: Map<String, Value> = rule::ALL.iter().map(of).collect();
    let groups: Map<String, Value> =
        rule::GROUPS.iter().map(|group| (format!("{group}-*"), json!({"enum": words}))).collect();
    json!({"type": "object", "properties": joined(Value::Object(rules), Value::Object(groups)), "additionalProperties": false})
}

/// A default as JSON: what is written in YAML, which for words and lists of words reads alike.
fn default(shape: &Shape, yaml: &str) -> Value {
    match shape {
        Shape::Truth => Value::Bool(yaml == "true"),
        Shape::List(_) => yaml.trim_matches(['[', ']']).split(", ").collect(),
        Shape::Styles(..) => {
            yaml.trim_matches(['{', '}']).split(", ").filter_map(|pair| pair.split_once(": ")).collect()
        }
        _ => Value::from(yaml),
    }
}

/// Two objects as one; what both have is the second's.
fn joined(one: Value, other: Value) -> Value {
    let (Value::Object(mut one), Value::Object(other)) = (one, other) else { return Value::Null };
    one.extend(other);
    Value::Object(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_described_in_both_languages() {
        for kind in Kind::ALL {
            for key in kind.keys() {
                for lang in [UiLang::Ja, UiLang::En] {
                    let text = key.doc.text(lang);
                    assert!(text.ends_with(['.', '。']), "{}: {text}", key.name);
                    assert_eq!(text.matches('`').count() % 2, 0, "{}: {text}", key.name);
                }
            }
        }
    }

    #[test]
    fn defaults_are_values() {
        let schema = schema(Kind::Site, UiLang::En);
        let default = |key: &str| schema["properties"][key]["default"].clone();
        assert_eq!(default("languages"), json!(["ja", "en"]));
        assert_eq!(default("dates"), json!({"ja": "era", "en": "long"}));
        assert_eq!((default("search"), default("theme")), (json!(true), json!("default")));
    }
}
