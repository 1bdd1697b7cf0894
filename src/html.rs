//! Writing HTML safely: escapes for text and for attribute values, and links that say what they do.

use pulldown_cmark_escape::{escape_html, escape_html_body_text};

use crate::words::{SiteWords, Word};

/// Appends text, escaped for the content of an element.
pub fn push_text(out: &mut String, text: &str) {
    // Writing into a String cannot fail.
    let _ = escape_html_body_text(out, text);
}

/// Appends text, escaped for an attribute's value between double quotes.
pub fn push_attribute(out: &mut String, text: &str) {
    let _ = escape_html(out, text);
}

/// Text, escaped for the content of an element.
#[must_use]
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_text(&mut out, text);
    out
}

/// Text, escaped for an attribute's value between double quotes.
#[must_use]
pub fn attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_attribute(&mut out, text);
    out
}

/// A link, ready to be written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The address; empty for a link that leads nowhere, which is then only text.
    pub href: String,
    /// `external`, `file` or nothing.
    pub class: &'static str,
    /// The language that it leads to, where that is another.
    pub hreflang: Option<String>,
    /// Whether it opens a new tab.
    pub new_tab: bool,
    /// What browsers show on hovering.
    pub title: String,
    /// What stands behind its text, inside the link, as plain text.
    pub label: String,
    /// The text of a link that has none of its own.
    pub text: String,
}

impl Anchor {
    /// A link to another site, labelled so.
    #[must_use]
    pub fn external(url: &str, new_tab: bool, words: &SiteWords, tag: &str) -> Self {
        let label = labels(words, tag, if new_tab { &[Word::External, Word::NewTab] } else { &[Word::External] });
        Self { href: url.to_owned(), class: "external", new_tab, label, ..Self::default() }
    }

    /// Appends the whole link around a text.
    pub fn push(&self, out: &mut String, text: &str) {
        self.push_start(out);
        push_text(out, text);
        self.push_end(out);
    }

    /// Appends the start tag.
    pub fn push_start(&self, out: &mut String) {
        if self.href.is_empty() {
            return out.push_str("<span>");
        }
        out.push_str("<a href=\"");
        push_attribute(out, &self.href);
        out.push('"');
        if !self.class.is_empty() {
            out.push_str(" class=\"");
            out.push_str(self.class);
            out.push('"');
        }
        if let Some(tag) = &self.hreflang {
            out.push_str(" hreflang=\"");
            push_attribute(out, tag);
            out.push('"');
        }
        if !self.title.is_empty() {
            out.push_str(" title=\"");
            push_attribute(out, &self.title);
            out.push('"');
        }
        if self.new_tab {
            out.push_str(" target=\"_blank\" rel=\"noopener\"");
        }
        out.push('>');
    }

    /// Appends the label and the end tag.
    pub fn push_end(&self, out: &mut String) {
        self.push_label(out);
        out.push_str(if self.href.is_empty() { "</span>" } else { "</a>" });
    }

    /// Appends the label.
    pub fn push_label(&self, out: &mut String) {
        if !self.label.is_empty() {
            out.push_str("<span class=\"link-label\">");
            push_text(out, &self.label);
            out.push_str("</span>");
        }
    }
}

/// Labels behind a link's text, each after the gap that the language wants.
#[must_use]
pub fn labels(words: &SiteWords, tag: &str, labels: &[Word]) -> String {
    let gap = words.word(tag, &Word::LabelGap);
    labels.iter().map(|label| format!("{gap}{}", words.word(tag, label))).collect()
}
