//! Addresses that open a file in the editor of the person who sits at this computer.

use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The editors that are known by name, with what their addresses look like.
const EDITORS: &[(&str, &str)] = &[
    ("vscode", "vscode://file/{path}:{line}:{column}"),
    ("vscodium", "vscodium://file/{path}:{line}:{column}"),
    ("cursor", "cursor://file/{path}:{line}:{column}"),
    ("windsurf", "windsurf://file/{path}:{line}:{column}"),
    ("zed", "zed://file/{path}:{line}:{column}"),
    ("idea", "idea://open?file=/{path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file:///{path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file:///{path}&line={line}&column={column}"),
];

/// The word for: no links.
const NONE: &str = "none";

/// Schemes that would run something in the page.
const FORBIDDEN: &[&str] = &["javascript", "data", "vbscript", "blob", "about"];

/// What must be escaped in a path within an address.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/').remove(b':');

/// How files are opened; nothing opens them if nobody wants that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor(Option<String>);

impl Default for Editor {
    fn default() -> Self {
        Self(Some(EDITORS[0].1.to_owned()))
    }
}

impl Editor {
    /// The editor of this name, or the one with such addresses: `{path}` stands for the file's path without its first
    /// slash, `{line}` and `{column}` for the place. `None`: it is neither.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        if written == NONE {
            return Some(Self(None));
        }
        let known = EDITORS.iter().find(|(name, _)| *name == written).map(|(_, address)| *address);
        let address = known.or_else(|| is_address(written).then_some(written))?;
        Some(Self(Some(address.to_owned())))
    }

    /// The names that [`Self::parse`] knows.
    #[must_use]
    pub fn names() -> Vec<&'static str> {
        EDITORS.iter().map(|(name, _)| *name).chain([NONE]).collect()
    }

    /// The address that opens a file of a site at a line and a column.
    pub(super) fn href(&self, root: &Path, file: &str, position: Option<(usize, usize)>) -> Option<String> {
        let path = root.to_str()?.replace('\\', "/");
        // Windows marks paths that it has resolved; no editor wants that.
        let path = format!("{}/{file}", path.trim_start_matches("//?/").trim_end_matches('/'));
        let path = utf8_percent_encode(path.trim_start_matches('/'), ESCAPED).to_string();
        let (line, column) = position.unwrap_or((1, 1));
        let address = self.0.as_ref()?.replace("{line}", &line.to_string()).replace("{column}", &column.to_string());
        Some(address.replace("{path}", &path))
    }
}

/// Whether a text names a place for a path in an address that may stand in a page.
fn is_address(written: &str) -> bool {
    let Some((scheme, rest)) = written.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        && !FORBIDDEN.contains(&scheme.to_ascii_lowercase().as_str());
    is_scheme
        && rest.contains("{path}")
        && !written.contains(char::is_whitespace)
        && !written.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn href(editor: &str, file: &str) -> Option<String> {
        Editor::parse(editor)?.href(Path::new("/home/a b"), file, Some((3, 5)))
    }

    #[test]
    fn editors_are_known_by_name_or_by_address() {
        let file = "content/受取.ja.md";
        let path = "home/a%20b/content/%E5%8F%97%E5%8F%96.ja.md";
        assert_eq!(href("vscode", file), Some(format!("vscode://file/{path}:3:5")));
        assert_eq!(href("idea", file), Some(format!("idea://open?file=/{path}&line=3&column=5")));
        assert_eq!(
            href("my+ed://x/{path}?l={line}", "a{line}.md"),
            Some("my+ed://x/home/a%20b/a%7Bline%7D.md?l=3".into())
        );
        assert_eq!(href("none", file), None);
        assert_eq!(Editor::parse("vscode"), Some(Editor::default()));
    }

    #[test]
    fn what_is_no_address_or_would_run_is_refused() {
        for written in
            ["", "vim", "vscode://file/", "{path}", "javascript:{path}", "Data:{path}", "a b:{path}", "1a:{path}"]
        {
            assert_eq!(Editor::parse(written), None, "{written}");
        }
    }

    #[test]
    fn a_file_without_a_place_opens_at_its_beginning() {
        let address = Editor::default().href(Path::new(r"\\?\C:\site"), "site.yaml", None);
        assert_eq!(address.as_deref(), Some("vscode://file/C:/site/site.yaml:1:1"));
    }
}
