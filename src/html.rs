//! Writing HTML safely: escapes for text and for attribute values.

use pulldown_cmark_escape::{escape_html, escape_html_body_text};

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
