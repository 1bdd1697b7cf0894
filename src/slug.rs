//! The id that a heading's text gives.

use unicode_normalization::UnicodeNormalization;

/// The id that a heading's text gives: letters, marks and numbers of any script, `_` and `-` stay, spaces become `-`, in lower case.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.trim().nfc().flat_map(char::to_lowercase) {
        if c.is_whitespace() {
            slug.push('-');
        } else if c.is_alphanumeric() || c == '_' || c == '-' || unicode_normalization::char::is_combining_mark(c) {
            slug.push(c);
        }
    }
    if slug.is_empty() { "section".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_every_script_and_drop_signs() {
        assert_eq!(slug("申請方法（4つ）"), "申請方法4つ");
        assert_eq!(slug("How to apply?"), "how-to-apply");
        assert_eq!(slug("か\u{3099}き"), "がき");
        assert_eq!(slug("🎉"), "section");
        assert_eq!(slug("नमस्ते"), "नमस्ते");
    }
}
