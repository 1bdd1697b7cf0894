//! Changes of texts that leave every other byte as it is.

use crate::diagnostic::Fix;
use crate::source::{Source, Span};

/// The bytes of a source with changes, which need not be in order. New lines end as the file's lines do.
pub(super) fn edited(source: &Source, mut edits: Vec<Fix>) -> Vec<u8> {
    edits.sort_by_key(|edit| edit.span);
    // A source is UTF-8, so its bytes are.
    let content = String::from_utf8_lossy(&source.file_bytes()).into_owned();
    if content.contains("\r\n") {
        for edit in &mut edits {
            edit.text = edit.text.replace('\n', "\r\n");
        }
    }
    let edits: Vec<&Fix> = edits.iter().collect();
    Fix::apply(&content, &edits, |at| source.file_offset(at)).into_bytes()
}

/// A change that adds a text and takes nothing away.
pub(super) fn insertion(at: usize, text: impl Into<String>) -> Fix {
    Fix { span: Span::new(at..at), text: text.into() }
}

/// Where the line begins in which a byte stands.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..text.floor_char_boundary(at)].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Where the line ends in which a byte stands, behind its line feed.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// Words that YAML does not read as text.
const NOT_TEXT: &[&str] = &["null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf"];

/// A text as a YAML scalar: as it is where that is safe, else in quotation marks.
pub(super) fn yaml_scalar(text: &str) -> String {
    let is_plain = |sign: char| sign.is_alphanumeric() || matches!(sign, ' ' | '/' | '.' | '_' | '~' | '-' | '+' | '%');
    let starts_well = text.starts_with(|first: char| first.is_alphabetic() || matches!(first, '/' | '.'));
    let is_word = NOT_TEXT.iter().any(|word| text.eq_ignore_ascii_case(word));
    if starts_well && !is_word && !text.ends_with(' ') && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The way from a folder to a file, both below `content/`: `../pickup.md`.
pub(super) fn relative(folder: &str, file: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = file.split('/').collect();
    let common = from.iter().zip(&to[..to.len() - 1]).take_while(|(one, other)| one == other).count();
    let up = std::iter::repeat_n("..", from.len() - common);
    up.chain(to[common..].iter().copied()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    #[test]
    fn every_other_byte_stays() {
        let file = "\u{FEFF}一\r\n二\r\n三";
        let source = Source::new(SourcePath::new("a.md"), file);
        let second = source.text().find('二').expect("it is there");
        let edits = vec![insertion(second, "新\n"), insertion(0, "序\n")];
        assert_eq!(String::from_utf8(edited(&source, edits)).as_deref(), Ok("\u{FEFF}序\r\n一\r\n新\r\n二\r\n三"));
    }

    #[test]
    fn ways_lead_from_folders_to_files() {
        for (folder, file, way) in [
            ("", "a.md", "a.md"),
            ("apply", "pickup.md", "../pickup.md"),
            ("apply", "apply/x.md", "x.md"),
            ("a/b", "a/c/d.md", "../c/d.md"),
            ("a", "a/a/a.md", "a/a.md"),
        ] {
            assert_eq!(relative(folder, file), way);
        }
    }

    #[test]
    fn scalars_are_quoted_where_yaml_would_read_them_otherwise() {
        assert_eq!(yaml_scalar("/ja/受取/"), "/ja/受取/");
        assert_eq!(yaml_scalar("駐車場"), "駐車場");
        assert_eq!(yaml_scalar("Lost form"), "Lost form");
        for text in ["/ja/a,b/", "a: b", "1.0", "a ", "#x", "- a", "", "No", "null"] {
            assert_eq!(yaml_scalar(text), format!("\"{text}\""));
        }
        assert_eq!(yaml_scalar("a\"b\\"), "\"a\\\"b\\\\\"");
    }
}
