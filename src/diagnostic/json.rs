//! Findings for programs: the JSON form of the contract, version 1.
//!
//! Lines and columns count from 1, columns in Unicode scalar values, ends are exclusive. Bytes are those of
//! the file as it lies on the disk, with its byte order mark and its carriage returns. What is not known
//! is `null`, never left out.

use std::io;

use serde::Serialize;

use super::lines::AllLines;
use super::{Counts, Finding};
use crate::source::{Place, Sources, Span};
use crate::words::UiLang;

/// Writes findings as one line of JSON.
///
/// # Errors
/// When the stream does not take them.
pub fn write(out: &mut dyn io::Write, findings: &[Finding], sources: &Sources, lang: UiLang) -> io::Result<()> {
    let mut lines = AllLines::new(sources);
    let report = Report {
        version: 1,
        findings: findings.iter().map(|finding| Entry::new(finding, &mut lines, lang)).collect(),
        counts: Counts::of(findings).into(),
    };
    serde_json::to_writer(&mut *out, &report)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    findings: Vec<Entry<'a>>,
    counts: Count,
}

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'static str,
    level: &'static str,
    message: String,
    help: Option<String>,
    #[serde(flatten)]
    place: Whereabouts<'a>,
    related: Vec<Related<'a>>,
}

impl<'a> Entry<'a> {
    fn new(finding: &'a Finding, lines: &mut AllLines<'_>, lang: UiLang) -> Self {
        Self {
            rule: finding.rule.id,
            level: finding.level.name(),
            message: finding.message.text(lang),
            help: finding.help.as_ref().map(|help| help.text(lang)),
            place: finding.place.as_ref().map(|place| Whereabouts::new(place, lines)).unwrap_or_default(),
            related: finding
                .related
                .iter()
                .map(|(place, message)| Related { place: Whereabouts::new(place, lines), message: message.text(lang) })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Whereabouts<'a>,
    message: String,
}

/// A place in every form that a program may want.
#[derive(Default, Serialize)]
struct Whereabouts<'a> {
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    byte_start: Option<usize>,
    byte_end: Option<usize>,
}

impl<'a> Whereabouts<'a> {
    fn new(place: &'a Place, lines: &mut AllLines<'_>) -> Self {
        let file = Self { file: Some(place.file.as_str()), ..Self::default() };
        match place.span {
            Some(span) => file.with_span(place, span, lines),
            None => file,
        }
    }

    fn with_span(self, place: &Place, span: Span, lines: &mut AllLines<'_>) -> Self {
        let Some(lines) = lines.of(&place.file) else {
            return self;
        };
        let range = lines.range(span);
        let (start, end) = (lines.position(range.start), lines.position(range.end));
        Self {
            line: Some(start.line),
            column: Some(start.column),
            end_line: Some(end.line),
            end_column: Some(end.column),
            byte_start: Some(lines.source().file_offset(range.start)),
            byte_end: Some(lines.source().file_offset(range.end)),
            ..self
        }
    }
}

#[derive(Serialize)]
struct Count {
    error: usize,
    warning: usize,
    hint: usize,
}

impl From<Counts> for Count {
    fn from(counts: Counts) -> Self {
        Self { error: counts.errors, warning: counts.warnings, hint: counts.hints }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::rule;
    use crate::source::{Source, SourcePath};
    use crate::words::Msg;
    use serde_json::{Value, json};

    fn written(findings: &[Finding], sources: &Sources, lang: UiLang) -> Value {
        let mut out = Vec::new();
        write(&mut out, findings, sources, lang).expect("memory takes it");
        serde_json::from_slice(&out).expect("it is JSON")
    }

    fn missing(target: &str) -> Msg {
        Msg::LinkMissing { target: target.into() }
    }

    #[test]
    fn places_are_told_in_characters_and_in_bytes_of_the_file() {
        let file = "\u{FEFF}一行目\r\n\t🗾の[用紙](a.pdf)";
        let source = Source::new(SourcePath::new("content/index.ja.md"), file);
        let start = source.text().find("a.pdf").expect("it is there");
        let place = source.place(start..start + 5);
        let mut sources = Sources::default();
        sources.insert(source);
        let finding = Finding::new(&rule::LINK_MISSING, place.clone(), missing("a.pdf")).related(place, missing("b"));
        let report = written(&[finding], &sources, UiLang::En);
        let byte = file.find("a.pdf").expect("it is there");
        let mut place = json!({
            "file": "content/index.ja.md", "line": 2, "column": 9, "end_line": 2, "end_column": 14,
            "byte_start": byte, "byte_end": byte + 5, "message": "There is no page or file “b”.",
        });
        assert_eq!(report["findings"][0]["related"][0], place);
        place["message"] = json!("There is no page or file “a.pdf”.");
        place["rule"] = json!("link-missing");
        place["level"] = json!("error");
        place["help"] = json!(null);
        place["related"] = report["findings"][0]["related"].clone();
        assert_eq!(report["findings"][0], place);
        assert_eq!(report["counts"], json!({"error": 1, "warning": 0, "hint": 0}));
    }

    #[test]
    fn what_is_not_known_is_null() {
        let whole = Place { file: SourcePath::new("content/a.pdf"), span: None };
        let findings = [
            Finding::new(&rule::NAME_KIND, whole, missing("a")).help(missing("b")),
            Finding::new(&rule::A11Y_ALT, None, missing("c")),
        ];
        let report = written(&findings, &Sources::default(), UiLang::Ja);
        assert_eq!(report["version"], 1);
        assert_eq!(report["findings"][0]["file"], "content/a.pdf");
        assert_eq!(report["findings"][0]["help"], "「b」というページやファイルはありません。");
        for key in ["line", "column", "end_line", "end_column", "byte_start", "byte_end"] {
            assert_eq!(report["findings"][0].get(key), Some(&Value::Null), "{key}");
        }
        assert_eq!(report["findings"][1].get("file"), Some(&Value::Null));
        assert_eq!(report["counts"], json!({"error": 1, "warning": 1, "hint": 0}));
    }

    #[test]
    fn the_end_of_the_file_has_a_place() {
        let mut sources = Sources::default();
        sources.insert(Source::new(SourcePath::new("a.md"), "あ\r\n"));
        let place = Place { file: SourcePath::new("a.md"), span: Some(Span::new(4..4)) };
        let report = written(&[Finding::new(&rule::FRONT_MATTER_SYNTAX, place, missing("a"))], &sources, UiLang::En);
        let finding = &report["findings"][0];
        assert_eq!((&finding["line"], &finding["column"], &finding["byte_start"]), (&json!(2), &json!(1), &json!(5)));
    }
}
