//! One Atom feed a language (RFC 4287): the latest pages, newest first.

use std::fmt::Write as _;
use std::sync::Arc;

use super::view::{day, home_url, latest, title};
use super::{Made, bytes};
use crate::date::Date;
use crate::html;
use crate::lang::Lang;
use crate::path::OutPath;
use crate::resolve::{Page, Site, route};
use crate::words::Word;

/// How many entries a feed has.
const ENTRIES: usize = 20;

/// The feed of a language.
pub(super) fn file(site: &Site, lang: Lang) -> Option<Made> {
    let out = OutPath::new(&format!("{}feed.xml", route::prefix(lang, &site.input.settings))).ok()?;
    let xml = feed(site, lang, &route::site_url(&out, &site.input.settings));
    Some((out, bytes(xml), Arc::from("feed")))
}

fn feed(site: &Site, lang: Lang, url: &str) -> String {
    let settings = &site.input.settings;
    let tag = settings.languages.tag(lang);
    let pages: Vec<&Page> = latest(site, lang).into_iter().take(ENTRIES).collect();
    // A feed must say when it changed; one without entries says the day of the build.
    let updated = pages.first().and_then(|page| day(site, page)).unwrap_or(site.input.today);
    let own = format!("{}{url}", settings.origin);
    let home = format!("{}{}", settings.origin, home_url(site, lang));
    let name = site.words.word(tag, &Word::FeedTitle { site: title(site, lang).into() });
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = write!(
        xml,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{tag}\">\n<id>{own}</id>\n<title>{name}</title>\n<updated>{updated}</updated>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n\
         <author><name>{author}</name></author>\n",
        tag = html::attribute(tag),
        own = html::attribute(&own),
        home = html::attribute(&home),
        name = html::text(&name),
        updated = midnight(updated, &settings.timezone),
        author = html::text(title(site, lang)),
    );
    for page in pages {
        push_entry(&mut xml, site, page);
    }
    xml.push_str("</feed>\n");
    xml
}

fn push_entry(xml: &mut String, site: &Site, page: &Page) {
    let settings = &site.input.settings;
    let edition = site.edition(page);
    let url = html::attribute(&format!("{}{}", settings.origin, page.route.url));
    let _ =
        write!(xml, "<entry>\n<id>{url}</id>\n<title>{}</title>\n<link href=\"{url}\"/>\n", html::text(&edition.title));
    if let Some(published) = edition.document.front.published {
        let _ = writeln!(xml, "<published>{}</published>", midnight(published, &settings.timezone));
    }
    if let Some(day) = day(site, page) {
        let _ = writeln!(xml, "<updated>{}</updated>", midnight(day, &settings.timezone));
    }
    if !edition.summary.is_empty() {
        let _ = writeln!(xml, "<summary>{}</summary>", html::text(&edition.summary));
    }
    xml.push_str("</entry>\n");
}

/// The beginning of a day in a time zone, as RFC 3339 writes it.
fn midnight(day: Date, timezone: &str) -> String {
    let utc = format!("{day}T00:00:00Z");
    let civil = jiff::civil::Date::strptime("%Y-%m-%d", day.to_string()).and_then(|day| day.in_tz(timezone));
    civil.map_or(utc, |zoned| zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}
