//! Decoding: the bytes of a file in, a source and what is wrong with its text out.
//!
//! UTF-8 is the only encoding. Anything else is never converted silently, since guesses are wrong on short
//! files: the finding names the place, the likely encoding and the command that converts the file.

use super::encoding::{Encoding, guess, japanese_escape, utf16};
use crate::diagnostic::{Finding, Findings, rule};
use crate::source::{Source, SourcePath};
use crate::words::Msg;

/// A file that is not UTF-8.
#[derive(Debug, Clone)]
pub(super) struct Foreign {
    /// What is wrong with it, and where.
    pub(super) finding: Finding,
    /// Its text up to that place, with a sign that stands for what cannot be read: an excerpt for the finding.
    pub(super) source: Source,
}

/// The text of a file, with findings on characters that it should not hold.
///
/// # Errors
/// When its bytes are not UTF-8.
pub(super) fn decode(path: &SourcePath, bytes: &[u8]) -> Result<(Source, Findings), Box<Foreign>> {
    let foreign = |at: usize, encoding| Err(Box::new(not_utf8(path, bytes, at, encoding)));
    if let Some(at) = japanese_escape(bytes) {
        return foreign(at, Encoding::Iso2022Jp);
    }
    match str::from_utf8(bytes) {
        Err(error) => match guess(bytes) {
            // All of it is foreign, though its ASCII letters happen to be valid.
            encoding @ (Encoding::Utf16Le | Encoding::Utf16Be) => foreign(0, encoding),
            encoding => foreign(error.valid_up_to(), encoding),
        },
        Ok(text) => match looks_utf16(bytes).then(|| utf16(bytes)).flatten() {
            Some(encoding) => foreign(0, encoding),
            None => {
                let source = Source::new(path.clone(), text);
                let findings = characters(&source);
                Ok((source, findings))
            }
        },
    }
}

/// Whether valid UTF-8 has so many zero bytes that it rather is UTF-16 of ASCII letters.
fn looks_utf16(bytes: &[u8]) -> bool {
    if !bytes.contains(&0) {
        return false;
    }
    let zeros = bytes.iter().filter(|&&byte| byte == 0).count();
    bytes.len().is_multiple_of(2) && zeros * 8 >= bytes.len()
}

fn not_utf8(path: &SourcePath, bytes: &[u8], at: usize, encoding: Encoding) -> Foreign {
    let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
    let byte = format!("0x{:02X}", bytes.get(at).copied().unwrap_or(0));
    let message = match encoding {
        Encoding::DamagedUtf8 => Msg::EncodingDamaged { line: line.into(), offset: at.into(), byte: byte.into() },
        Encoding::Unknown => Msg::EncodingUnknown { line: line.into(), offset: at.into(), byte: byte.into() },
        known => Msg::EncodingOther { line: line.into(), offset: at.into(), encoding: known.name().into() },
    };
    let help = match encoding.code() {
        Some((name, page)) => convert_help(path, name, page),
        None if encoding == Encoding::DamagedUtf8 => Msg::EncodingDamagedHelp,
        None => Msg::EncodingUnknownHelp,
    };
    let source = Source::new(path.clone(), &format!("{}\u{FFFD}", String::from_utf8_lossy(&bytes[..at])));
    let end = source.text().len();
    let place = source.place(end - char::REPLACEMENT_CHARACTER.len_utf8()..end);
    Foreign { finding: Finding::new(&rule::ENCODING_UTF8, place, message).help(help), source }
}

/// The commands that convert a file, for a shell and for Windows PowerShell.
fn convert_help(path: &SourcePath, name: &str, page: u16) -> Msg {
    let file = path.as_str().replace('\'', "'\\''");
    let shell = format!("iconv -f {name} -t UTF-8 '{file}' > converted.tmp && mv converted.tmp '{file}'");
    let windows = path.as_str().replace('\'', "''");
    let power_shell = format!(
        "$f = Convert-Path '{windows}'; [IO.File]::WriteAllText($f, [IO.File]::ReadAllText($f, [Text.Encoding]::GetEncoding({page})))"
    );
    Msg::EncodingHelp { shell: shell.into(), windows: power_shell.into() }
}

/// The findings on characters that no text should hold: the first of each kind, and how many there are.
fn characters(source: &Source) -> Findings {
    let text = source.text();
    if !is_suspect(text.as_bytes()) {
        return Findings::new();
    }
    let returns = offending(text, |c| c == '\r');
    let controls = offending(text, |c| c.is_control() && !matches!(c, '\n' | '\t' | '\r'));
    let not_characters = offending(text, is_noncharacter);
    let finding = |at: usize, message| {
        let length = text[at..].chars().next().map_or(0, char::len_utf8);
        Finding::new(&rule::ENCODING_CONTROL, source.place(at..at + length), message)
    };
    let code = |at: usize| format!("U+{:04X}", text[at..].chars().next().map_or(0, u32::from));
    let mut findings = Findings::new();
    if let Some((at, count)) = returns {
        findings.push(finding(at, Msg::EncodingReturn { count: count.into() }).help(Msg::EncodingReturnHelp));
    }
    if let Some((at, count)) = controls {
        let message = Msg::EncodingControl { code: code(at).into(), count: count.into() };
        findings.push(finding(at, message).help(Msg::EncodingControlHelp));
    }
    if let Some((at, count)) = not_characters {
        let message = Msg::EncodingNoncharacter { code: code(at).into(), count: count.into() };
        findings.push(finding(at, message).help(Msg::EncodingControlHelp));
    }
    findings
}

/// Whether UTF-8 bytes can hold such a character at all. Looking at pairs of bytes without a branch costs a
/// seventh of looking at characters, and nearly every text ends here.
fn is_suspect(bytes: &[u8]) -> bool {
    let control = |byte: u8| (byte < 0x20) & (byte != b'\n') & (byte != b'\t') | (byte == 0x7F);
    let pair = |first: u8, second: u8| {
        control(second)
            // U+0080 to U+009F, U+FDC0 to U+FDFF, and the last two characters of each plane.
            | (first == 0xC2) & (second < 0xA0)
            | (first == 0xEF) & (second == 0xB7)
            | (first == 0xBF) & (second >= 0xBE)
    };
    let first = bytes.first().is_some_and(|&byte| control(byte));
    first | bytes.windows(2).fold(false, |found, window| found | pair(window[0], window[1]))
}

/// The first character that offends and how many do.
fn offending(text: &str, offends: impl Fn(char) -> bool + Copy) -> Option<(usize, usize)> {
    let first = text.find(offends)?;
    Some((first, text[first..].chars().filter(|&c| offends(c)).count()))
}

/// Whether Unicode promises that this will never be a character.
fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<(Source, Findings), Box<Foreign>> {
        decode(&SourcePath::new("content/a.ja.md"), bytes)
    }

    #[test]
    fn utf8_is_read_with_its_mark_dropped() {
        let (source, findings) = read("\u{FEFF}題名\r\nb\u{2028}\t𠮷\n".as_bytes()).expect("it is UTF-8");
        assert_eq!((source.text(), findings), ("題名\nb\u{2028}\t𠮷\n", Vec::new()));
    }

    #[test]
    fn the_finding_names_place_encoding_and_command() {
        let foreign = read(b"a\n\x91\xe8\x96\xbc\x82\xf0\n").expect_err("it is Shift_JIS");
        let finding = foreign.finding;
        assert_eq!((foreign.source.text(), finding.place), ("a\n\u{FFFD}", Some(foreign.source.place(2..5))));
        assert_eq!(
            finding.message,
            Msg::EncodingOther { line: 2.into(), offset: 2.into(), encoding: "Shift_JIS".into() }
        );
        let Some(Msg::EncodingHelp { shell, .. }) = finding.help else { panic!("{:?}", finding.help) };
        assert_eq!(
            shell,
            "iconv -f CP932 -t UTF-8 'content/a.ja.md' > converted.tmp && mv converted.tmp 'content/a.ja.md'".into()
        );
        assert!(read(b"a\x1b$B$\"\x1b(B").is_err());
        assert!(read(b"\xFF\xFEa\0").is_err());
        assert!(read(b"a\0b\0c\0\n\0").is_err());
        assert!(read("カード\u{0}".as_bytes()).is_ok());
    }

    #[test]
    fn characters_that_nobody_sees_are_findings() {
        let kinds = |text: &str| -> Vec<Msg> {
            let (_, findings) = read(text.as_bytes()).expect("it is UTF-8");
            findings.into_iter().map(|finding| finding.message).collect()
        };
        assert_eq!(kinds("a\rb\rc\n"), [Msg::EncodingReturn { count: 2.into() }]);
        assert_eq!(kinds("a\u{0}\u{7F}"), [Msg::EncodingControl { code: "U+0000".into(), count: 2.into() }]);
        assert_eq!(kinds("a\u{FDD0}"), [Msg::EncodingNoncharacter { code: "U+FDD0".into(), count: 1.into() }]);
        assert_eq!(kinds("a\u{1FFFE}"), [Msg::EncodingNoncharacter { code: "U+1FFFE".into(), count: 1.into() }]);
    }
}
