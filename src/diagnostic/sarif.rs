//! Findings in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), which code hosts and editors show
//! beside the text.
//!
//! Columns count Unicode scalar values, which the log says of itself; ends are exclusive. A log has its rules and its
//! messages in one language.

use std::collections::BTreeMap;
use std::io;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::lines::AllLines;
use super::{Finding, Fix, Level, Rule, rule};
use crate::source::{Place, Sources};
use crate::words::UiLang;

/// Where the schema of the format is published.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The file that a finding about the site as a whole is shown at: hosts drop results without a place.
const SETTINGS: &str = "site.yaml";

/// What a path keeps in a URI reference (RFC 3986, unreserved characters, and the separator).
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Writes findings as one line of JSON. `base` is the way from the repository's root to the site's: empty, or `docs/`.
///
/// # Errors
/// When the stream does not take them.
pub fn write(
    out: &mut dyn io::Write,
    findings: &[Finding],
    sources: &Sources,
    lang: UiLang,
    base: &str,
) -> io::Result<()> {
    let mut log = Log { lines: AllLines::new(sources), lang, base, indices: indices() };
    let results: Vec<Value> = findings.iter().map(|finding| log.result(finding)).collect();
    let run = json!({
        "tool": {"driver": {
            "name": "taiyaku",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": rule::ALL.iter().map(|rule| descriptor(rule, lang)).collect::<Vec<_>>(),
        }},
        "language": tag(lang),
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    serde_json::to_writer(&mut *out, &json!({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}))?;
    writeln!(out)
}

fn tag(lang: UiLang) -> &'static str {
    match lang {
        UiLang::Ja => "ja",
        UiLang::En => "en",
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Hint => "note",
    }
}

fn descriptor(rule: &Rule, lang: UiLang) -> Value {
    let text = rule.doc.text(lang);
    json!({
        "id": rule.id,
        "shortDescription": {"text": text},
        "defaultConfiguration": {"level": level(rule.level)},
    })
}

/// The places of the rules in the table.
fn indices() -> BTreeMap<&'static str, usize> {
    rule::ALL.iter().enumerate().map(|(index, rule)| (rule.id, index)).collect()
}

/// A log while it is made.
struct Log<'a> {
    lines: AllLines<'a>,
    lang: UiLang,
    base: &'a str,
    indices: BTreeMap<&'static str, usize>,
}

impl<'a> Log<'a> {
    fn result(&mut self, finding: &'a Finding) -> Value {
        let mut message = finding.message.text(self.lang);
        if let Some(help) = &finding.help {
            message.push('\n');
            message.push_str(&help.text(self.lang));
        }
        let location = match &finding.place {
            Some(place) => self.location(place),
            None => json!({"physicalLocation": {"artifactLocation": {"uri": self.uri(SETTINGS)}}}),
        };
        let mut result = json!({
            "ruleId": finding.rule.id,
            "ruleIndex": self.indices.get(finding.rule.id),
            "level": level(finding.level),
            "message": {"text": message},
            "locations": [location],
        });
        if !finding.related.is_empty() {
            let related = finding.related.iter().map(|(place, message)| {
                let mut location = self.location(place);
                location["message"] = json!({"text": message.text(self.lang)});
                location
            });
            result["relatedLocations"] = related.collect();
        }
        if let (Some(fix), Some(place)) = (&finding.fix, &finding.place) {
            result["fixes"] = self.fixes(fix, place);
        }
        result
    }

    fn location(&mut self, place: &'a Place) -> Value {
        let mut physical = json!({"artifactLocation": {"uri": self.uri(place.file.as_str())}});
        if let Some(region) = self.region(place) {
            physical["region"] = region;
        }
        json!({"physicalLocation": physical})
    }

    fn region(&mut self, place: &Place) -> Option<Value> {
        let (start, end) = self.lines.region(place)?;
        Some(json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }))
    }

    fn fixes(&mut self, fix: &Fix, place: &Place) -> Value {
        let deleted = self.region(&Place { file: place.file.clone(), span: Some(fix.span) });
        let replacement = json!({"deletedRegion": deleted, "insertedContent": {"text": fix.text}});
        json!([{"artifactChanges": [{
            "artifactLocation": {"uri": self.uri(place.file.as_str())},
            "replacements": [replacement],
        }]}])
    }

    fn uri(&self, file: &str) -> String {
        utf8_percent_encode(&format!("{}{file}", self.base), ESCAPED).to_string()
    }
}
