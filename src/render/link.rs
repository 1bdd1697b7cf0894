//! Links as markup: the start tag, and the label that tells readers what a link does before they follow it.

use crate::html::{Anchor, labels};
use crate::lang::Lang;
use crate::load::ExternalLinks;
use crate::path::OutPath;
use crate::resolve::{Bound, Page, Site, route};
use crate::words::{Word, own_name};

/// The link that leads readers of a language to what is bound, with labels in the language of the text around it.
pub(super) fn anchor(site: &Site, reader: Lang, lang: Lang, bound: &Bound) -> Anchor {
    match bound {
        Bound::Page { page: target, fragment, .. } => {
            let target = &site.pages[*target];
            to_page(site, lang, target, target.lang != reader, fragment.as_deref())
        }
        Bound::Anchor { fragment, .. } => {
            Anchor { href: with_fragment(String::new(), Some(fragment)), ..Anchor::default() }
        }
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

/// A link to a page, which may be one for readers of another language.
fn to_page(site: &Site, lang: Lang, target: &Page, other: bool, fragment: Option<&str>) -> Anchor {
    let tag = site.input.settings.languages.tag(target.lang);
    let own = site.input.settings.languages.tag(lang);
    let label = if other { labels(&site.words, own, &[other_language(site, lang, tag)]) } else { String::new() };
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
    let anchor = Anchor::external(url, new_tab, &site.words, settings.languages.tag(lang));
    Anchor { text: label.unwrap_or(url).to_owned(), ..anchor }
}

/// Whether an address on the web is one of the site itself.
fn is_own(url: &str, origin: &str, base_path: &str) -> bool {
    let Some((start, rest)) = url.split_at_checked(origin.len()) else { return false };
    start.eq_ignore_ascii_case(origin)
        && (rest.is_empty() || rest.starts_with(base_path) || rest == base_path.trim_end_matches('/'))
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
