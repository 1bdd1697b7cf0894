//! Names of files and folders: which are used, which are left out, which work nowhere or only here.

use std::ffi::OsStr;

use unicode_normalization::is_nfc;

use crate::diagnostic::{Finding, path_problem, rule};
use crate::path::{OutPath, PathReason};
use crate::source::{Place, SourcePath};
use crate::words::Msg;

/// What becomes of a file or folder by its name.
#[derive(Debug)]
pub(super) enum Verdict {
    /// It is used, perhaps with a warning; this is its name.
    Used(String, Option<Box<Finding>>),
    /// It is left out without a word.
    Ignored,
    /// It is left out, and somebody should know.
    Refused(Box<Finding>),
}

/// Judges the name of an entry of a folder (a path from the site's root).
pub(super) fn judge(folder: &str, name: &OsStr) -> Verdict {
    let Some(text) = name.to_str() else {
        let shown = escaped(name);
        let message = Msg::NameNotUnicode { name: shown.clone().into() };
        let finding = Finding::new(&rule::NAME_INVALID, place(folder, &shown), message).help(Msg::NameRenameHelp);
        return Verdict::Refused(Box::new(finding));
    };
    if is_ignored(name) {
        return Verdict::Ignored;
    }
    let place = || place(folder, text);
    if text.starts_with(['_', '~', '-']) {
        let message = Msg::NameSkipped { name: text.into() };
        let finding = Finding::new(&rule::NAME_SKIPPED, place(), message).help(Msg::NameSkippedHelp);
        return Verdict::Refused(Box::new(finding));
    }
    if let Err(problem) = OutPath::new(text) {
        let is_long = problem.reason == PathReason::TooLong;
        let rule = if is_long { &rule::LIMIT_SIZE } else { &rule::NAME_INVALID };
        let finding = Finding::new(rule, place(), path_problem(&problem)).help(Msg::NameRenameHelp);
        return Verdict::Refused(Box::new(finding));
    }
    let decomposed = (!is_nfc(text)).then(|| {
        let message = Msg::NameNormalForm { name: text.into() };
        Box::new(Finding::new(&rule::NAME_NORMAL_FORM, place(), message).help(Msg::NameNormalFormHelp))
    });
    Verdict::Used(text.to_owned(), decomposed)
}

/// Whether an entry of this name is left out without a word, whatever folder it lies in.
pub(crate) fn is_ignored(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with('.') || is_junk(name))
}

/// What two names share when some disk cannot tell them apart.
pub(super) fn fold_key(name: &str) -> String {
    OutPath::new(name).map_or_else(|_| name.to_owned(), |path| path.fold_key())
}

/// The place of an entry of a folder.
pub(super) fn place(folder: &str, name: &str) -> Place {
    let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    Place { file: SourcePath::new(&path), span: None }
}

/// A name that is not Unicode, with the bytes that are not written as `\x83`.
fn escaped(name: &OsStr) -> String {
    let mut shown = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        shown.push_str(chunk.valid());
        for byte in chunk.invalid() {
            shown.push_str(&format!("\\x{byte:02X}"));
        }
    }
    shown
}

/// Files that editors, office programs and systems leave behind.
fn is_junk(name: &str) -> bool {
    name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#') && name.len() > 1)
        || name.starts_with("~$")
        || name.starts_with("__jb_")
        || name.ends_with(".swp")
        || name.ends_with(".swx")
        || name.eq_ignore_ascii_case("Thumbs.db")
        || name.eq_ignore_ascii_case("desktop.ini")
        || name == "__MACOSX"
        || name == "Icon\r"
        || name == "4913"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule_of(name: &str) -> &'static str {
        match judge("content", OsStr::new(name)) {
            Verdict::Used(_, None) => "used",
            Verdict::Used(_, Some(finding)) | Verdict::Refused(finding) => finding.rule.id,
            Verdict::Ignored => "ignored",
        }
    }

    #[test]
    fn names_are_used_left_out_or_refused() {
        for name in ["a.ja.md", "受取.ja.md", "a b.png", "100%.pdf", "～.txt", "a#1.txt", "が.md", "console.md"] {
            assert_eq!(rule_of(name), "used", "{name}");
        }
        for name in [".git", ".DS_Store", ".a.swp", "x~", "#x#", ".#x", "4913", "Thumbs.db", "~$x.docx", "__jb_tmp"] {
            assert_eq!(rule_of(name), "ignored", "{name}");
        }
        for name in ["_drafts", "~x", "-x"] {
            assert_eq!(rule_of(name), "name-skipped", "{name}");
        }
        for name in ["con", "aux.md", "a:b", "a?b", "a*", "a|b", "a\\b", "a.", "a ", "a\u{1}b", "a\"b", "a<b"] {
            assert_eq!(rule_of(name), "name-invalid", "{name}");
        }
        assert_eq!(rule_of("か\u{3099}.ja.md"), "name-normal-form");
        assert_eq!(rule_of(&"あ".repeat(86)), "limit-size");
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_not_unicode_are_shown_by_their_bytes() {
        use std::os::unix::ffi::OsStrExt;

        let Verdict::Refused(finding) = judge("content", OsStr::from_bytes(b"\x83R.md")) else {
            panic!("it is refused")
        };
        assert_eq!(finding.message, Msg::NameNotUnicode { name: "\\x83R.md".into() });
    }
}
