//! What templates see: finished data, nothing to compute.

mod data;
mod site;

pub(super) use data::HreflangData;
use data::{AlternateData, CrumbData, FallbackData, LinkData, PageData, RelatedData, TocData};

use super::behind::behind;
use super::{body, contact, link};
use crate::date::Date;
use crate::lang::Lang;
use crate::load::{Prefix, Topic};
use crate::resolve::{Absence, Bound, Page, Site, absence, route};
use crate::words::{Word, own_name};

/// What every page of a language sees.
#[derive(Debug)]
pub(crate) struct SiteView {
    /// The value of `site` in templates, made once and shared.
    pub(super) value: tera::Value,
    /// The language's tag.
    pub(super) tag: String,
}

impl SiteView {
    /// What the pages of a language see of the site.
    #[must_use]
    pub(crate) fn new(site: &Site, lang: Lang) -> Self {
        let tag = site.input.settings.languages.tag(lang);
        let data = site::data(site, lang);
        Self { value: tera::Value::from_serializable(&data), tag: tag.to_owned() }
    }
}

/// The site's title in a language.
pub(super) fn title(site: &Site, lang: Lang) -> &str {
    site.input.settings.title.or_main(lang).map_or("", String::as_str)
}

/// The address of a language's front page, or of where it would be.
pub(super) fn home_url(site: &Site, lang: Lang) -> String {
    format!("{}{}", site.input.settings.base_path, route::prefix(lang, &site.input.settings))
}

/// The pages of a language with a date, newest first; texts of its own only.
pub(super) fn latest(site: &Site, lang: Lang) -> Vec<&Page> {
    let dated = |page: &&Page| page.lang == lang && is_indexed(site, page) && day(site, page).is_some();
    let mut pages: Vec<&Page> = site.pages.iter().map(|page| &**page).filter(dated).collect();
    pages.sort_by_key(|page| (std::cmp::Reverse(day(site, page)), &page.topic));
    pages
}

/// The later of the days on which a page was published and updated.
pub(super) fn day(site: &Site, page: &Page) -> Option<Date> {
    let front = &site.edition(page).document.front;
    front.updated.max(front.published)
}

/// Whether search engines, feeds and the sitemap may know a page.
pub(super) fn is_indexed(site: &Site, page: &Page) -> bool {
    !site.is_fallback(page) && !site.input.drafts
}

/// The language of a page's text where it is not that of the page's readers.
fn borrowed_lang(site: &Site, page: &Page) -> Option<String> {
    let lang = site.edition(page).document.lang;
    site.is_fallback(page).then(|| site.input.settings.languages.tag(lang).to_owned())
}

fn link_data(site: &Site, page: &Page) -> LinkData {
    let edition = site.edition(page);
    let front = &edition.document.front;
    LinkData {
        title: edition.title.clone(),
        title_html: edition.title_html.clone(),
        lang: borrowed_lang(site, page),
        url: page.route.url.clone(),
        topic: page.topic.as_str().to_owned(),
        summary: edition.summary.clone(),
        updated: iso(front.updated),
        published: iso(front.published),
        draft: absence(&edition.document, site.input.today).is_some(),
    }
}

fn iso(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// The template that renders a page: what its front matter says, else by its kind.
pub(super) fn template(site: &Site, page: &Page) -> String {
    let named = site.edition(page).document.front.template.as_ref();
    match named {
        Some(name) => format!("{}.html", name.value),
        None if page.topic.is_home() => "home.html".to_owned(),
        None if is_section(site, page) => "section.html".to_owned(),
        None => "page.html".to_owned(),
    }
}

fn is_section(site: &Site, page: &Page) -> bool {
    site.topics.get(&page.topic).is_some_and(|entry| entry.is_section)
}

/// What a page sees.
pub(super) fn page(site: &Site, view: &SiteView, page: &Page) -> PageData {
    let edition = site.edition(page);
    let document = &edition.document;
    let front = &document.front;
    let settings = &site.input.settings;
    let toc = toc(site, page);
    let show_toc = front.toc.unwrap_or(!page.topic.is_home() && toc.len() >= TOC_FROM) && !toc.is_empty();
    let index = site.topics.get(&page.topic).and_then(|entry| entry.pages.has(page.lang)).copied();
    let (prev, next) =
        index.and_then(|index| site.menus.get(page.lang).neighbours.get(&index)).copied().unwrap_or_default();
    let link = |index: usize| link_data(site, &site.pages[index]);
    let path = path(site, page);
    let indexed = is_indexed(site, page);
    let permalink = format!("{}{}", settings.origin, page.route.url);
    let why = absence(document, site.input.today);
    PageData {
        topic: page.topic.as_str().to_owned(),
        url: page.route.url.clone(),
        lang: view.tag.clone(),
        title: edition.title.clone(),
        title_html: edition.title_html.clone(),
        head_title: head_title(site, page),
        nav_title: edition.nav_title.clone(),
        nav_title_html: edition.nav_title_html.clone(),
        summary: edition.summary.clone(),
        content: body::html(site, page, front.menu_link.unwrap_or(show_toc)),
        content_lang: settings.languages.tag(document.lang).to_owned(),
        is_home: page.topic.is_home(),
        is_section: is_section(site, page),
        section: path.last().filter(|above| !above.topic.is_home()).map(|above| link_data(site, above)),
        topics: topics(&path, page),
        toc,
        show_toc,
        updated: iso(front.updated),
        published: iso(front.published),
        expires: iso(front.expires),
        json_ld: breadcrumb_json_ld(site, &path, page),
        breadcrumb: path.iter().map(|above| crumb(site, above)).collect(),
        prev: prev.map(link),
        next: next.map(link),
        children: children(site, page),
        list_published: front.list_published,
        alternates: alternates(site, &page.topic, page.lang),
        hreflang: if indexed { hreflang(site, &page.topic) } else { Vec::new() },
        canonical: indexed.then(|| permalink.clone()),
        permalink,
        noindex: !indexed,
        fallback: site.is_fallback(page).then(|| fallback(site, page)),
        behind: behind(site, page),
        draft: why == Some(Absence::Draft) || !document.untranslated.is_empty(),
        scheduled: iso(if let Some(Absence::Until(day)) = why { Some(day) } else { None }),
        expired: iso(if let Some(Absence::Since(day)) = why { Some(day) } else { None }),
        related: related(site, page),
        contact: site.contact(page).and_then(|key| contact::data(site, key, page.lang)),
        extra: front.extra.clone(),
    }
}

/// From how many h2 on a page shows its table of contents by itself; the front page has its menu instead.
const TOC_FROM: usize = 3;

/// The h2 and h3 of a page.
fn toc(site: &Site, page: &Page) -> Vec<TocData> {
    let edition = site.edition(page);
    let mut toc: Vec<TocData> = Vec::new();
    for ((heading, title), id) in edition.document.body.headings.iter().zip(&edition.headings).zip(&edition.ids) {
        if !heading.top {
            continue;
        }
        let entry = || TocData {
            id: id.clone(),
            title: title.clone(),
            title_html: site.input.settings.phrased(edition.document.lang, title),
            children: Vec::new(),
        };
        match (heading.level, toc.last_mut()) {
            (2, _) => toc.push(entry()),
            (3, Some(last)) => last.children.push(entry()),
            _ => {}
        }
    }
    toc
}

/// The page's title with the site's, in the language of its readers; the front page's is the site's alone.
fn head_title(site: &Site, page: &Page) -> String {
    let tag = site.input.settings.languages.tag(page.lang);
    let (own, whole) = (&site.edition(page).title, title(site, page.lang));
    if page.topic.is_home() && own == whole {
        return own.clone();
    }
    site.words.word(tag, &Word::PageTitle { page: own.into(), site: whole.into() })
}

/// The topics on the way to a page, from the section below the front page to its own.
fn topics(path: &[&Page], page: &Page) -> Vec<String> {
    path.iter().skip(1).chain([&page]).map(|above| above.topic.as_str().to_owned()).collect()
}

/// The pages above a page, from the front page to its parent.
fn path<'a>(site: &'a Site, page: &Page) -> Vec<&'a Page> {
    let mut path = Vec::new();
    let mut above = site.topics.get(&page.topic).and_then(|entry| entry.parent.as_ref());
    while let Some(topic) = above {
        path.extend(site.page(topic, page.lang));
        above = site.topics.get(topic).and_then(|entry| entry.parent.as_ref());
    }
    path.reverse();
    path
}

fn crumb(site: &Site, page: &Page) -> CrumbData {
    let edition = site.edition(page);
    CrumbData {
        title: edition.nav_title.clone(),
        title_html: edition.nav_title_html.clone(),
        lang: borrowed_lang(site, page),
        url: page.route.url.clone(),
    }
}

/// The pages below a page: in the order of menus, or by date, newest first. What lies below the front page is in the
/// menu, unless that is too long.
fn children(site: &Site, page: &Page) -> Vec<LinkData> {
    let menu = site.menus.get(page.lang);
    let below = menu.children.get(&page.topic).map(Vec::as_slice).unwrap_or_default();
    let mut pages: Vec<&Page> = below.iter().map(|&index| &*site.pages[index]).collect();
    let front = |page: &Page| &site.edition(page).document.front;
    if front(page).list_published {
        pages.sort_by_key(|page| std::cmp::Reverse(front(page).published.or(front(page).updated)));
    } else {
        pages.retain(|page| front(page).nav);
    }
    if page.topic.is_home() && !site::has_more(site, page.lang) {
        return Vec::new();
    }
    pages.into_iter().map(|page| link_data(site, page)).collect()
}

/// The topic in every language that has a page of it.
fn alternates(site: &Site, topic: &Topic, current: Lang) -> Vec<AlternateData> {
    let languages = &site.input.settings.languages;
    let Some(entry) = site.topics.get(topic) else { return Vec::new() };
    let of = |(lang, &index): (Lang, &usize)| {
        let page = &site.pages[index];
        AlternateData {
            tag: languages.tag(lang).to_owned(),
            name: own_name(languages.tag(lang)).to_owned(),
            url: page.route.url.clone(),
            permalink: format!("{}{}", site.input.settings.origin, page.route.url),
            current: lang == current,
            exists: !site.is_fallback(page),
        }
    };
    entry.pages.present().map(of).collect()
}

/// The hreflang links of a topic: every language that has a text of its own, and x-default.
///
/// x-default is the page that chooses for the front page under `prefix: all`, else the main language's page
/// (Google Search Central, localized versions of pages).
pub(super) fn hreflang(site: &Site, topic: &Topic) -> Vec<HreflangData> {
    let settings = &site.input.settings;
    let own: Vec<AlternateData> =
        alternates(site, topic, Lang::MAIN).into_iter().filter(|alternate| alternate.exists).collect();
    let main = own
        .iter()
        .find(|alternate| alternate.tag == settings.languages.tag(Lang::MAIN))
        .map(|alternate| alternate.permalink.clone());
    let chooser = (topic.is_home() && settings.prefix == Prefix::All)
        .then(|| format!("{}{}", settings.origin, settings.base_path));
    let default = chooser.or(main).map(|href| HreflangData { tag: "x-default".to_owned(), href });
    own.into_iter()
        .map(|alternate| HreflangData { tag: alternate.tag, href: alternate.permalink })
        .chain(default)
        .collect()
}

fn fallback(site: &Site, page: &Page) -> FallbackData {
    let languages = &site.input.settings.languages;
    let tag = languages.tag(site.edition(page).document.lang);
    FallbackData { tag: tag.to_owned(), name: site.words.language_name(languages.tag(page.lang), tag) }
}

fn related(site: &Site, page: &Page) -> Vec<RelatedData> {
    let links = page.related.iter().map(|bound| related_link(site, page.lang, page.lang, bound, None));
    links.filter(|related| !related.url.is_empty()).collect()
}

/// A link for the readers of a language, labelled in the language of the words around it. Its text is what it leads
/// to, unless somebody gave it another.
fn related_link(site: &Site, reader: Lang, lang: Lang, bound: &Bound, text: Option<&str>) -> RelatedData {
    let anchor = link::anchor(site, reader, lang, bound);
    let mut title_html = site.input.settings.phrased(lang, text.unwrap_or(&anchor.text));
    anchor.push_label(&mut title_html);
    RelatedData {
        title_html,
        external: anchor.class == "external",
        new_tab: anchor.new_tab,
        hreflang: anchor.hreflang,
        url: anchor.href,
    }
}

/// The path to a page for search engines (schema.org BreadcrumbList), as JSON that is safe inside a script element.
fn breadcrumb_json_ld(site: &Site, path: &[&Page], page: &Page) -> String {
    if path.is_empty() || !is_indexed(site, page) {
        return String::new();
    }
    let item = |(index, page): (usize, &&Page)| {
        serde_json::json!({
            "@type": "ListItem",
            "position": index + 1,
            "name": site.edition(page).nav_title,
            "item": format!("{}{}", site.input.settings.origin, page.route.url),
        })
    };
    let items: Vec<_> = path.iter().chain([&page]).enumerate().map(item).collect();
    let list =
        serde_json::json!({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items});
    list.to_string().replace('<', "\\u003c")
}
