//! `sitemap.xml`: every page that search engines may know, with its other languages.
//!
//! Format: sitemaps.org 0.9, with `xhtml:link` alternates as Google Search Central describes them. One file holds at
//! most 50,000 addresses; a larger site gets an index and as many files as it needs.

use std::sync::Arc;

use super::view::{hreflang, is_indexed};
use super::{Made, bytes};
use crate::html;
use crate::path::OutPath;
use crate::resolve::{Page, Site, route};

/// The most addresses in one file (sitemaps.org).
const MAX_URLS: usize = 50_000;

/// The sitemap's files.
pub(super) fn files(site: &Site) -> Vec<Made> {
    let pages: Vec<&Page> = site.pages.iter().map(|page| &**page).filter(|page| is_indexed(site, page)).collect();
    if pages.len() <= MAX_URLS {
        return made("sitemap.xml", url_set(site, &pages)).into_iter().collect();
    }
    let parts: Vec<_> = pages
        .chunks(MAX_URLS)
        .enumerate()
        .map(|(index, pages)| (format!("sitemap-{}.xml", index + 1), pages))
        .collect();
    let names: Vec<_> = parts.iter().map(|(name, _)| name.as_str()).collect();
    let index = made("sitemap.xml", index(site, &names));
    index.into_iter().chain(parts.iter().filter_map(|(name, pages)| made(name, url_set(site, pages)))).collect()
}

fn made(name: &str, xml: String) -> Option<Made> {
    Some((OutPath::new(name).ok()?, bytes(xml), Arc::from("sitemap")))
}

fn url_set(site: &Site, pages: &[&Page]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages {
        push_url(&mut xml, site, page);
    }
    xml.push_str("</urlset>\n");
    xml
}

fn push_url(xml: &mut String, site: &Site, page: &Page) {
    xml.push_str("<url><loc>");
    html::push_attribute(xml, &format!("{}{}", site.input.settings.origin, page.route.url));
    xml.push_str("</loc>");
    if let Some(day) = super::view::day(site, page) {
        xml.push_str(&format!("<lastmod>{day}</lastmod>"));
    }
    let alternates = hreflang(site, &page.topic);
    if alternates.len() > 1 {
        for alternate in alternates {
            xml.push_str("<xhtml:link rel=\"alternate\" hreflang=\"");
            html::push_attribute(xml, &alternate.tag);
            xml.push_str("\" href=\"");
            html::push_attribute(xml, &alternate.href);
            xml.push_str("\"/>");
        }
    }
    xml.push_str("</url>\n");
}

fn index(site: &Site, names: &[&str]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for name in names {
        let url = OutPath::new(name).map(|out| route::site_url(&out, &site.input.settings)).unwrap_or_default();
        xml.push_str("<sitemap><loc>");
        html::push_attribute(&mut xml, &format!("{}{url}", site.input.settings.origin));
        xml.push_str("</loc></sitemap>\n");
    }
    xml.push_str("</sitemapindex>\n");
    xml
}
