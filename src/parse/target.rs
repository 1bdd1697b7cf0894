//! What the address of a link names.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use super::body::Target;

/// Schemes that a browser hands to the mail program or the telephone.
const CONTACT_SCHEMES: &[&str] = &["mailto", "tel", "sms"];

impl Target {
    /// What this address, as Markdown gives it, names.
    #[must_use]
    pub fn parse(address: &str) -> Self {
        let address = address.trim();
        if address.is_empty() {
            return Self::Empty;
        }
        if address.contains("{{") {
            return Self::Braces(address.to_owned());
        }
        if let Some(fact) = address.strip_prefix("fact:") {
            return Self::Fact(fact.to_owned());
        }
        if let Some(fragment) = address.strip_prefix('#') {
            return Self::Anchor(decode(fragment));
        }
        if address.starts_with("//") {
            return Self::Web(address.to_owned());
        }
        match scheme(address).as_deref() {
            Some("http" | "https") => Self::Web(address.to_owned()),
            Some(scheme) if CONTACT_SCHEMES.contains(&scheme) => Self::Contact(address.to_owned()),
            Some(_) => Self::Forbidden(address.to_owned()),
            None => Self::file(address),
        }
    }

    fn file(address: &str) -> Self {
        let (path, fragment) =
            address.split_once('#').map_or((address, None), |(path, fragment)| (path, Some(fragment)));
        Self::File { path: decode(path), fragment: fragment.filter(|fragment| !fragment.is_empty()).map(decode) }
    }
}

/// The scheme of an address in lower case, if it has one.
///
/// Browsers drop tabs, line ends and leading control characters from an address before they look for its
/// scheme (WHATWG URL Standard, basic URL parser), so `java\tscript:` must not pass as a file.
fn scheme(address: &str) -> Option<String> {
    let visible: Cow<'_, str> = if address.contains(|c: char| c.is_ascii_control()) {
        address.chars().filter(|c| !c.is_ascii_control()).collect::<String>().into()
    } else {
        address.into()
    };
    let (scheme, _) = visible.trim_start().split_once(':')?;
    let mut letters = scheme.chars();
    let is_scheme = letters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// A part of an address, percent-decoded and in NFC, which is the form of all look-ups.
fn decode(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, fragment: Option<&str>) -> Target {
        Target::File { path: path.to_owned(), fragment: fragment.map(str::to_owned) }
    }

    #[test]
    fn addresses_are_told_apart() {
        assert_eq!(Target::parse("../pickup.md#bring"), file("../pickup.md", Some("bring")));
        assert_eq!(Target::parse("%E5%8F%97%E5%8F%96.md"), file("受取.md", None));
        assert_eq!(Target::parse("か\u{3099}.md"), file("が.md", None));
        assert_eq!(Target::parse("#%E7%94%B3%E8%AB%8B"), Target::Anchor("申請".to_owned()));
        assert_eq!(Target::parse("fact:ministry"), Target::Fact("ministry".to_owned()));
        assert_eq!(Target::parse("tel:110"), Target::Contact("tel:110".to_owned()));
        assert_eq!(Target::parse("HTTPS://a.jp"), Target::Web("HTTPS://a.jp".to_owned()));
        assert_eq!(Target::parse(""), Target::Empty);
    }

    #[test]
    fn schemes_that_run_code_are_forbidden_in_any_spelling() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
        ] {
            assert!(matches!(Target::parse(address), Target::Forbidden(_)), "{address}");
        }
    }
}
