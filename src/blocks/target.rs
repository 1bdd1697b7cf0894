//! The targets of links and images in two forms: for comparing a text with its past, and with another language.
//!
//! Neither form is an address. They drop what differs between spellings of one target and between the languages
//! of one page; ids of headings may differ by language, so that only the first form keeps what follows `#`.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use crate::lang::Languages;

/// A target in both forms.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// For a text and its past: with the fragment.
    pub(super) fresh: String,
    /// For two languages: without it.
    pub(super) across: String,
}

impl Target {
    /// The target that an address names.
    pub(super) fn new(address: &str, languages: &Languages) -> Self {
        let decoded: String = percent_decode_str(address.trim()).decode_utf8_lossy().nfc().collect();
        let (rest, fragment) = match decoded.split_once('#') {
            Some((rest, fragment)) => (rest, Some(fragment)),
            None => (decoded.as_str(), None),
        };
        let across = plain(rest, languages);
        let fresh = match fragment.filter(|fragment| !fragment.is_empty()) {
            Some(fragment) => format!("{across}#{fragment}"),
            None => across.clone(),
        };
        Self { fresh, across }
    }
}

/// An address without its fragment and without what only says how it is reached or in which language.
fn plain(address: &str, languages: &Languages) -> String {
    let web = ["https://", "http://", "//"].iter().find_map(|scheme| strip_prefix_ignoring_case(address, scheme));
    if web.is_none() && address.split(['/', '?']).next().is_some_and(|start| start.contains(':')) {
        return address.to_lowercase();
    }
    let (rest, query) = match web.unwrap_or(address).split_once('?') {
        Some((rest, query)) => (rest, without_language(query)),
        None => (web.unwrap_or(address), String::new()),
    };
    let (host, path) = match web {
        Some(_) => rest.split_once('/').map_or((rest, ""), |(host, path)| (host, path)),
        None => ("", rest.strip_prefix('/').unwrap_or(rest)),
    };
    let absolute = web.is_some() || rest.starts_with('/');
    let path = plain_path(path, absolute, languages);
    let root = if absolute { "/" } else { "" };
    format!("{}{root}{path}{query}", if web.is_some() { format!("//{}", host.to_lowercase()) } else { String::new() })
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let start = text.get(..prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

/// A query without the parameters that choose a language.
fn without_language(query: &str) -> String {
    let kept = query.split('&').filter(|part| !matches!(part.split('=').next(), Some("hl" | "lang" | "")));
    let kept = kept.collect::<Vec<_>>().join("&");
    if kept.is_empty() { kept } else { format!("?{kept}") }
}

/// A path without language folders, language suffixes, `index`, `.md`, `.html` and empty segments.
fn plain_path(path: &str, absolute: bool, languages: &Languages) -> String {
    let is_language = |segment: &str| absolute && languages.find(segment).is_some();
    let mut segments: Vec<Cow<'_, str>> =
        path.split('/').filter(|part| !matches!(*part, "" | ".") && !is_language(part)).map(Cow::Borrowed).collect();
    if let Some(name) = segments.pop() {
        let name = plain_name(&name, languages);
        if name != "index" {
            segments.push(name.into());
        }
    }
    segments.join("/")
}

/// A file's name without its language, and without the extension of a page.
fn plain_name(name: &str, languages: &Languages) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_page = matches!(extension, "md" | "html" | "htm" | "");
    let stem = match stem.rsplit_once('.') {
        Some((base, tag)) if languages.find(tag).is_some() => base,
        _ => stem,
    };
    if is_page { stem.to_owned() } else { format!("{stem}.{extension}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(address: &str) -> (String, String) {
        let languages = Languages::new(&["ja", "en"]).expect("two languages");
        let Target { fresh, across } = Target::new(address, &languages);
        (fresh, across)
    }

    #[test]
    fn spellings_and_languages_of_one_target_are_equal() {
        for (one, other) in [
            ("lost-form.md", "lost-form.ja.md"),
            ("apply/index.md", "apply/"),
            ("steps.ja.svg", "steps.en.svg"),
            ("https://Example.jp/ja/card/", "http://example.jp/en/card/index.html"),
            ("https://example.jp/?hl=ja&q=1", "https://example.jp/?q=1&lang=en"),
            ("%E5%8F%97%E5%8F%96.md", "受取.md"),
            ("./a.md", "a.md"),
        ] {
            assert_eq!(target(one), target(other));
        }
    }

    #[test]
    fn other_targets_and_other_fragments_differ() {
        assert_eq!(target("a.md#必要"), ("a#必要".to_owned(), "a".to_owned()));
        for (one, other) in [
            ("a.md", "b.md"),
            ("a.pdf", "a.svg"),
            ("/card", "card"),
            ("https://a.jp/x", "https://a.jp/y"),
            ("tel:110", "tel:119"),
            ("fact:a", "fact:b"),
            ("https://a.jp/?q=1", "https://a.jp/?q=2"),
        ] {
            assert_ne!(target(one), target(other));
        }
        assert_eq!(target("mailto:A@B.jp").0, "mailto:a@b.jp");
        assert_eq!(target("").0, "");
    }
}
