//! Reading `content/facts.yaml`: every key understood, every value checked, all problems at once.

use super::keys::{CONTACT_KEYS, KEYS, kinds};
use super::{Fact, Facts, Part, PartContent, Value};
use crate::diagnostic::{Findings, rule};
use crate::lang::{Languages, PerLang};
use crate::source::{Source, Span};
use crate::words::{Duration, Hours, Msg};
use crate::yaml::key::names;
use crate::yaml::{self, Data, Decoder, Entry, Fields, Judge, Node};

/// How a fact file is judged.
static JUDGE: Judge = Judge {
    syntax: &rule::FACT_SYNTAX,
    unknown_key: &rule::FACT_VALUE,
    value: &rule::FACT_VALUE,
    missing: &rule::FACT_VALUE,
    max_bytes: 4 * 1024 * 1024,
};

pub(super) fn read(source: &Source, languages: &Languages) -> (Facts, Findings) {
    let yaml = match yaml::parse(source, 0..source.text().len(), &JUDGE) {
        Ok(yaml) => yaml,
        Err(findings) => return (Facts::unread(), findings),
    };
    let mut reader = Reader { decoder: Decoder::new(source, &JUDGE), languages, facts: Facts::default() };
    if !yaml.root.is_null()
        && let Some(entries) = reader.decoder.map(&yaml.root)
    {
        let keys: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
        for entry in entries.iter() {
            reader.fact(entry, &keys);
        }
    }
    (reader.facts, reader.decoder.finish())
}

struct Reader<'a> {
    decoder: Decoder<'a>,
    languages: &'a Languages,
    facts: Facts,
}

impl Reader<'_> {
    fn fact(&mut self, entry: &Entry, keys: &[&str]) {
        if !is_key(&entry.key) {
            self.decoder.bad(entry.key_span, Msg::FactKey { key: entry.key.as_str().into() }, Msg::FactKeyHelp);
        }
        match self.read_fact(entry, keys) {
            Some(fact) => {
                self.facts.facts.insert(entry.key.clone(), fact);
            }
            None => {
                self.facts.broken.insert(entry.key.clone());
            }
        }
    }

    fn read_fact(&mut self, entry: &Entry, keys: &[&str]) -> Option<Fact> {
        let fields = self.decoder.keyed(&entry.value, KEYS)?;
        let label = fields.get("label").map(|node| self.texts("label", node));
        let about = fields.get("about").and_then(|node| self.decoder.truth("about", node)).unwrap_or(false);
        let kind = self.kind(entry, fields)?;
        if about && kind.key != "duration" {
            self.decoder.bad(kind.key_span, Msg::FactAbout, None);
        }
        let value = self.values(&kind.key, &kind.value, keys)?;
        let label = label.unwrap_or_else(|| PerLang::from_fn(self.languages, |_| None));
        Some(Fact { place: self.decoder.place(entry.key_span), value, label, about })
    }

    /// The one entry that gives the value.
    fn kind<'n>(&mut self, entry: &Entry, fields: Fields<'n>) -> Option<&'n Entry> {
        let kinds = kinds();
        let mut given = fields.iter().filter(|field| kinds.contains(&field.key.as_str()));
        let first = given.next();
        // Who misspelt the kind has been told the right key.
        let known = names(KEYS);
        let is_misspelt = fields.iter().any(|field| !known.contains(&field.key.as_str()));
        if first.is_none() && !is_misspelt {
            let message = Msg::FactNoKind { key: entry.key.as_str().into() };
            self.decoder.bad(entry.key_span, message, Msg::FactKindHelp { kinds: kinds.join(", ").into() });
        }
        for second in given {
            let kinds = kinds.join(", ");
            self.decoder.bad(
                second.key_span,
                Msg::FactTwoKinds { key: entry.key.as_str().into() },
                Msg::FactKindHelp { kinds: kinds.into() },
            );
        }
        first
    }

    /// The value in each language: one for all, or one each where the value is a map of languages.
    fn values(&mut self, kind: &str, node: &Node, keys: &[&str]) -> Option<PerLang<Option<Value>>> {
        let by_language = kind != "contact" && matches!(node.data, Data::Map(_));
        if !by_language {
            let value = self.value(kind, node, keys)?;
            return Some(PerLang::from_fn(self.languages, |_| Some(value.clone())));
        }
        let mut values = PerLang::from_fn(self.languages, |_| None);
        for (lang, node) in self.by_language(node) {
            *values.get_mut(lang) = self.value(kind, node, keys);
        }
        let any = values.present().next().is_some();
        any.then_some(values)
    }

    fn by_language<'n>(&mut self, node: &'n Node) -> Vec<(crate::lang::Lang, &'n Node)> {
        let tags: Vec<&str> = self.languages.tags().collect();
        let Some(fields) = self.decoder.fields(node, &tags) else { return Vec::new() };
        let languages = self.languages;
        languages.iter().filter_map(|lang| Some((lang, fields.get(languages.tag(lang))?))).collect()
    }

    /// A text in each language: a map of languages, or one text for all.
    fn texts(&mut self, key: &str, node: &Node) -> PerLang<Option<String>> {
        if !matches!(node.data, Data::Map(_)) {
            let text = self.decoder.text(key, node).map(|text| text.value);
            return PerLang::from_fn(self.languages, |_| text.clone());
        }
        let mut texts = PerLang::from_fn(self.languages, |_| None);
        for (lang, node) in self.by_language(node) {
            *texts.get_mut(lang) = self.decoder.text(key, node).map(|text| text.value);
        }
        texts
    }

    fn value(&mut self, kind: &str, node: &Node, keys: &[&str]) -> Option<Value> {
        match kind {
            "date" => self.decoder.date(kind, node).map(Value::Date),
            "contact" => self.contact(node, keys),
            _ => {
                let text = self.decoder.text(kind, node)?;
                let value = from_text(kind, &text.value);
                if value.is_none() {
                    self.bad_value(kind, text.span);
                }
                value
            }
        }
    }

    fn bad_value(&mut self, kind: &str, span: Span) {
        let example = EXAMPLES.iter().find(|(known, _)| *known == kind).map_or("", |(_, example)| example);
        self.decoder.bad(span, Msg::FactValue { kind: kind.into() }, Msg::YamlWriteHelp { example: example.into() });
    }

    fn contact(&mut self, node: &Node, keys: &[&str]) -> Option<Value> {
        let fields = self.decoder.keyed(node, CONTACT_KEYS)?;
        let mut parts = Vec::new();
        for kind in names(CONTACT_KEYS) {
            let Some(node) = fields.get(kind) else { continue };
            let content = match &node.data {
                Data::Scalar { text, .. } if keys.contains(&text.as_str()) => Some(PartContent::Fact(text.clone())),
                _ => self.own_part(kind, node),
            };
            parts.extend(content.map(|content| Part { kind, content }));
        }
        Some(Value::Contact(parts))
    }

    /// A part with a value of its own, or one a language.
    fn own_part(&mut self, kind: &str, node: &Node) -> Option<PartContent> {
        if matches!(node.data, Data::Map(_)) {
            return Some(PartContent::Own(Value::PerLang(self.part_by_language(kind, node))));
        }
        let kind = if kind == "name" { "text" } else { kind };
        self.value(kind, node, &[]).map(PartContent::Own)
    }

    fn part_by_language(&mut self, kind: &str, node: &Node) -> Box<PerLang<Option<Value>>> {
        let kind = if kind == "name" { "text" } else { kind };
        let mut values = PerLang::from_fn(self.languages, |_| None);
        for (lang, node) in self.by_language(node) {
            *values.get_mut(lang) = self.value(kind, node, &[]);
        }
        Box::new(values)
    }
}

/// A right value of each kind, for the help text.
const EXAMPLES: &[(&str, &str)] = &[
    ("phone", "phone: \"0120-95-0178\""),
    ("duration", "duration: P1M"),
    ("url", "url: https://www.example.jp/"),
    ("money", "money: 1500 JPY"),
    ("number", "number: 15000"),
    ("email", "email: info@example.jp"),
    ("hours", "hours: Mo-Fr 09:00-17:00"),
];

fn from_text(kind: &str, text: &str) -> Option<Value> {
    match kind {
        "phone" => is_phone(text).then(|| Value::Phone(text.to_owned())),
        "duration" => Duration::parse_iso(text).map(Value::Duration),
        "url" => is_web_address(text).then(|| Value::Url(text.to_owned())),
        "money" => money(text),
        "number" => is_number(text).then(|| Value::Number(text.to_owned())),
        "email" => is_email(text).then(|| Value::Email(text.to_owned())),
        "address" => Some(Value::Address(text.to_owned())),
        "hours" => Hours::parse(text).map(Value::Hours),
        _ => Some(Value::Text(text.to_owned())),
    }
}

/// Lower-case Latin letters, digits and `_`, beginning with a letter.
fn is_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// At least three digits, perhaps `+` at the beginning, and the signs that people put between digits.
fn is_phone(text: &str) -> bool {
    let rest = text.strip_prefix('+').unwrap_or(text);
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    digits >= 3 && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | '(' | ')' | '#' | '*'))
}

fn is_web_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// An amount and an ISO 4217 code: `1500 JPY`.
fn money(text: &str) -> Option<Value> {
    let (amount, currency) = text.split_once(' ')?;
    let is_code = currency.len() == 3 && currency.chars().all(|c| c.is_ascii_uppercase());
    (is_number(amount) && is_code).then(|| Value::Money { amount: amount.to_owned(), currency: currency.to_owned() })
}

/// Digits, perhaps with a sign and a decimal point, and no grouping: that is the languages' business.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    }
}

/// One `@` with something on both sides, a dot in the domain, and no blank.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let fine = |part: &str| {
        !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c == '@' || c == '<' || c == '>')
    };
    fine(local) && fine(domain) && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    fn read_text(text: &str) -> (Facts, Findings) {
        let languages = Languages::new(&["ja", "en"]).expect("two languages");
        read(&Source::new(SourcePath::new("content/facts.yaml"), text), &languages)
    }

    #[test]
    fn every_kind_is_read() {
        let (facts, findings) = read_text(
            "a: {phone: \"0120-95-0178\"}\nb: {date: 2020-05-25}\nc: {duration: P1M, about: true}\nd: {url: {ja: https://a.jp/, en: https://a.jp/en/}}\n\
             e: {money: 0 JPY}\nf: {number: 12}\ng: {text: {ja: あ, en: a}}\nh: {email: a@b.jp}\ni: {address: {ja: 東京都, en: Tokyo}}\n\
             j: {contact: {name: {ja: 窓口, en: Office}, phone: a, hours: always}}\nk: {hours: always, label: Hours}\n",
        );
        assert_eq!(findings, []);
        assert_eq!(facts.keys().count(), 11);
        assert!(facts.get("j").is_some_and(Fact::is_contact));
    }

    #[test]
    fn all_faults_are_found_at_once() {
        let (facts, findings) = read_text(
            "A: {text: x}\nb: {phone: ０１２０}\nc: {money: 1,500円}\nd: {number: \"1,500\"}\ne: {email: a}\nf: {url: ftp://a}\n\
             g: {date: 2020-05-25, text: x}\nh: {label: x}\ni: {text: x, colour: y}\nj: {text: {fr: x}}\nk: {duration: 1か月}\nl: {hours: いつでも}\nm: x\n",
        );
        let places: Vec<_> = findings.iter().filter_map(|finding| finding.place.clone()?.span).collect();
        assert!(findings.len() >= 13, "{findings:#?}");
        assert_eq!(places.len(), findings.len());
        assert!(facts.is_broken("b") && facts.is_broken("m"));
    }
}
