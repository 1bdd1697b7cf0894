//! Findings as workflow commands, which GitHub Actions shows beside the lines of a change.
//!
//! The form is GitHub's: `::error file=…,line=…::message`. It has no place for a second file, so that the other
//! language's text is told by its path and line.

use std::io;

use super::lines::AllLines;
use super::{Finding, Level};
use crate::source::{Place, Sources};
use crate::words::{Msg, UiLang};

/// Writes findings, one line each. `base` is the way from the repository's root to the site's: empty, or `docs/`.
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
    let mut lines = AllLines::new(sources);
    for finding in findings {
        writeln!(out, "{}", command(finding, &mut lines, lang, base))?;
    }
    Ok(())
}

fn command(finding: &Finding, lines: &mut AllLines<'_>, lang: UiLang, base: &str) -> String {
    let kind = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Hint => "notice",
    };
    let mut properties = finding.place.as_ref().map(|place| place_properties(place, lines, base)).unwrap_or_default();
    properties.push(format!("title={}", property(finding.rule.id)));
    let mut text = vec![finding.message.text(lang)];
    text.extend(finding.related.iter().map(|related| elsewhere(related, lines, lang, base)));
    text.extend(finding.help.iter().map(|help| help.text(lang)));
    format!("::{kind} {}::{}", properties.join(","), data(&text.join("\n")))
}

/// The properties that name a place. Columns are read only where the place lies in one line.
fn place_properties(place: &Place, lines: &mut AllLines<'_>, base: &str) -> Vec<String> {
    let mut properties = vec![format!("file={}", property(&format!("{base}{}", place.file)))];
    if let Some((start, end)) = lines.region(place) {
        properties.push(format!("line={}", start.line));
        properties.push(format!("endLine={}", end.line));
        if start.line == end.line {
            properties.push(format!("col={}", start.column));
            properties.push(format!("endColumn={}", end.column));
        }
    }
    properties
}

fn elsewhere((place, message): &(Place, Msg), lines: &mut AllLines<'_>, lang: UiLang, base: &str) -> String {
    let at = lines.region(place).map(|(start, _)| format!(":{}:{}", start.line, start.column)).unwrap_or_default();
    format!("{base}{}{at}: {}", place.file, message.text(lang))
}

/// A message with what ends it, or begins an escape, escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property with what ends it escaped, too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::rule;
    use crate::source::{Source, SourcePath};

    fn written(finding: Finding, sources: &Sources) -> String {
        let mut out = Vec::new();
        write(&mut out, &[finding], sources, UiLang::En, "docs/").expect("memory takes it");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn what_would_end_a_property_or_a_message_is_escaped() {
        let source = Source::new(SourcePath::new("content/a,b:100%.ja.md"), "𠮷野[用紙](a.pdf)\n二");
        let mut sources = Sources::default();
        sources.insert(source.clone());
        let start = source.text().find("a.pdf").expect("it is there");
        let missing = || Msg::LinkMissing { target: "50%\nx".into() };
        let finding = Finding::new(&rule::LINK_MISSING, source.place(start..start + 5), missing());
        let finding = finding.related(source.place(0..4), missing());
        assert_eq!(
            written(finding, &sources),
            "::error file=docs/content/a%2Cb%3A100%25.ja.md,line=1,endLine=1,col=8,endColumn=13,title=link-missing::There is no page or file “50%25 x”.%0Adocs/content/a,b:100%25.ja.md:1:1: There is no page or file “50%25 x”.\n"
        );
        let across = Finding::new(&rule::A11Y_ALT, source.place(0..source.text().len()), missing());
        assert!(
            written(across, &sources)
                .starts_with("::warning file=docs/content/a%2Cb%3A100%25.ja.md,line=1,endLine=2,title=a11y-alt::")
        );
        let nowhere = Finding::new(&rule::A11Y_ALT, None, missing());
        assert!(written(nowhere, &sources).starts_with("::warning title=a11y-alt::"));
    }
}
