//! Links as markup: the start tag, and the label that tells readers what a link does before they follow it.

use crate::html;
use crate::lang::Lang;
use crate::load::ExternalLinks;
use crate::path::OutPath;
use crate::resolve::{Bound, Page, Site, route};
use crate::words::{Word, own_name};

/// A link, ready to be written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Anchor {
    /// The address; empty for a link that leads nowhere, which is then only text.
    pub(super) href: String,
    /// `external`, `file` or nothing.
    pub(super) class: &'static str,
    /// The language that it leads to, where that is another.
    pub(super) hreflang: Option<String>,
    /// Whether it opens a new tab.
    pub(super) new_tab: bool,
    /// What stands behind its text, inside the link, as plain text.
    pub(super) label: String,
    /// The text of a link that has none of its own.
    pub(super) text: String,
}

impl Anchor {
    /// Appends the start tag.
    pub(super) fn push_start(&self, out: &mut String) {
        if self.href.is_empty() {
            return out.push_str("<span>");
        }
        out.push_str("<a href=\"");
        html::push_attribute(out, &self.href);
        out.push('"');
        if !self.class.is_empty() {
            out.push_str(" class=\"");
            out.push_str(self.class);
            out.push('"');
        }
        if let Some(tag) = &self.hreflang {
            out.push_str(" hreflang=\"");
            html::push_attribute(out, tag);
            out.push('"');
        }
        if self.new_tab {
            out.push_str(" target=\"_blank\" rel=\"noopener\"");
        }
        out.push('>');
    }

    /// Appends the label and the end tag.
    pub(super) fn push_end(&self, out: &mut String) {
        self.push_label(out);
        out.push_str(if self.href.is_empty() { "</span>" } else { "</a>" });
    }

    /// Appends the label.
    pub(super) fn push_label(&self, out: &mut String) {
        if !self.label.is_empty() {
            out.push_str("<span class=\"link-label\">");
            html::push_text(out, &self.label);
            out.push_str("</span>");
        }
    }
}

/// The link that a page of `page.lang` has to what is bound.
pub(super) fn anchor(site: &Site, page: &Page, bound: &Bound) -> Anchor {
    let lang = page.lang;
    match bound {
        Bound::Page { page: target, fragment, .. } => to_page(site, lang, &site.pages[*target], fragment.as_deref()),
        Bound::Anchor { fragment, .. } => Anchor { href: with_fragment(String::new(), Some(fragment)), ..Anchor::default() },
        Bound::Asset { asset, fragment, .. } => to_asset(site, lang, *asset, fragment.as_deref()),
        Bound::Web { url, label } => to_web(site, lang, url, label.as_deref()),
        Bound::Contact { href, label } => Anchor {
            href: href.clone(),
            text: label.clone().unwrap_or_else(|| href.split_once(':').map_or("", |(_, rest)| rest).to_owned()),
            ..Anchor::default()
        },
        Bound::Broken(_) => Anchor::default(),
    }
}

fn to_page(site: &Site, lang: Lang, target: &Page, fragment: Option<&str>) -> Anchor {
    let other = target.lang != lang;
    let tag = site.input.settings.languages.tag(target.lang);
    let label = if other { labels(site, lang, &[other_language(site, lang, tag)]) } else { String::new() };
    Anchor {
        href: with_fragment(target.route.url.clone(), fragment),
        hreflang: other.then(|| tag.to_owned()),
        text: site.edition(target).title.clone(),
        label,
        ..Anchor::default()
    }
}

fn other_language(site: &Site, lang: Lang, tag: &str) -> Word {
    let language = site.words.language_name(site.input.settings.languages.tag(lang), tag);
    Word::OtherLanguage { language: if language.is_empty() { own_name(tag).into() } else { language.into() } }
}

fn to_asset(site: &Site, lang: Lang, asset: usize, fragment: Option<&str>) -> Anchor {
    let asset = &site.input.assets[asset];
    let name = asset.path.file_name();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let tag = site.input.settings.languages.tag(lang);
    let label = site.words.word(tag, &Word::LabelGap) + &site.words.file_label(tag, extension, asset.size);
    let href = asset_url(site, &asset.path);
    Anchor { href: with_fragment(href, fragment), class: "file", text: name.to_owned(), label, ..Anchor::default() }
}

/// The address of a file below `content/`.
pub(super) fn asset_url(site: &Site, path: &crate::source::SourcePath) -> String {
    let out = path.below("content").and_then(|path| OutPath::new(path).ok());
    out.map(|out| route::site_url(&out, &site.input.settings)).unwrap_or_default()
}

fn to_web(site: &Site, lang: Lang, url: &str, label: Option<&str>) -> Anchor {
    let settings = &site.input.settings;
    if is_own(url, &settings.origin, &settings.base_path) {
        return Anchor { href: url.to_owned(), text: label.unwrap_or(url).to_owned(), ..Anchor::default() };
    }
    let new_tab = settings.external_links == ExternalLinks::NewTab;
    let words: &[Word] = if new_tab { &[Word::External, Word::NewTab] } else { &[Word::External] };
    Anchor {
        href: url.to_owned(),
        class: "external",
        new_tab,
        label: labels(site, lang, words),
        text: label.unwrap_or(url).to_owned(),
        hreflang: None,
    }
}

/// Whether an address on the web is one of the site itself.
fn is_own(url: &str, origin: &str, base_path: &str) -> bool {
    let rest = url.strip_prefix(origin);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(base_path) || rest == base_path.trim_end_matches('/'))
}

/// Labels behind a link's text, each after the gap that the language wants.
fn labels(site: &Site, lang: Lang, words: &[Word]) -> String {
    let tag = site.input.settings.languages.tag(lang);
    let gap = site.words.word(tag, &Word::LabelGap);
    words.iter().map(|word| format!("{gap}{}", site.words.word(tag, word))).collect()
}

fn with_fragment(mut href: String, fragment: Option<&str>) -> String {
    if let Some(fragment) = fragment {
        href.push('#');
        href.push_str(&percent_encoding::utf8_percent_encode(fragment, FRAGMENT).to_string());
    }
    href
}

/// The fragment percent-encode set of the WHATWG URL Standard, with `%` so that decoding gives the id back.
const FRAGMENT: &percent_encoding::AsciiSet =
    &percent_encoding::CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'%');
