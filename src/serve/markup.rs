//! Markup for the preview's own pages, of which no part can be forgotten: every text is escaped, every element closed.

use crate::html;

/// A piece of a page that is being written.
#[derive(Debug, Default)]
pub(super) struct Markup(String);

/// The attributes of an element; one with an empty value is left out.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Markup {
    /// An element with what `inside` writes into it.
    pub(super) fn element(&mut self, tag: &'static str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.empty(tag, attributes);
        inside(self);
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// An element that holds a text.
    pub(super) fn line(&mut self, tag: &'static str, attributes: Attributes<'_>, text: &str) {
        self.element(tag, attributes, |inside| inside.text(text));
    }

    /// An element that can hold nothing, such as `meta`.
    pub(super) fn empty(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            html::push_attribute(&mut self.0, value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        html::push_text(&mut self.0, text);
    }

    /// A link, or its text alone where there is no address.
    pub(super) fn link(&mut self, href: Option<&str>, text: &str) {
        match href {
            Some(href) => self.line("a", &[("href", href)], text),
            None => self.line("span", &[], text),
        }
    }

    /// The finished page.
    pub(super) fn into_page(self) -> String {
        format!("<!DOCTYPE html>\n{}\n", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_values_never_become_markup() {
        let mut markup = Markup::default();
        markup.element("p", &[("title", "\"<&"), ("class", "")], |inside| {
            inside.text("<script>&");
            inside.link(Some("a?b&c"), "'");
            inside.link(None, "x");
        });
        let expected = "<p title=\"&quot;&lt;&amp;\">&lt;script&gt;&amp;<a href=\"a?b&amp;c\">'</a><span>x</span></p>";
        assert_eq!(markup.0, expected);
    }
}
