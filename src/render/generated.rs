//! The files that no source stands for: feeds, sitemap, robots.txt, "not found", the choice of a language, redirects.

use std::sync::Arc;

use serde::Serialize;

use super::view::{self, SiteView};
use super::{Engine, Made, bytes, feed, sitemap};
use crate::diagnostic::Finding;
use crate::lang::{Lang, PerLang};
use crate::load::{Prefix, Topic};
use crate::path::OutPath;
use crate::redirect::{self, Redirection};
use crate::resolve::{Site, route};
use crate::words::{Word, own_name};

type Result<T> = std::result::Result<T, Box<Finding>>;

/// A page that belongs to no topic.
#[derive(Debug, Serialize)]
struct BareData<'a> {
    topic: &'static str,
    url: String,
    permalink: String,
    lang: &'a str,
    title: String,
    title_html: String,
    head_title: String,
    nav_title: String,
    nav_title_html: String,
    summary: String,
    content_lang: &'a str,
    is_home: bool,
    is_section: bool,
    show_toc: bool,
    noindex: bool,
    topics: [(); 0],
    toc: [(); 0],
    breadcrumb: [(); 0],
    children: [(); 0],
    related: [(); 0],
    hreflang: [(); 0],
    alternates: Vec<BareAlternate<'a>>,
    canonical: Option<()>,
    fallback: Option<()>,
    contact: Option<()>,
    draft: bool,
    json_ld: &'static str,
}

#[derive(Debug, Serialize)]
struct BareAlternate<'a> {
    tag: &'a str,
    name: &'a str,
    url: String,
    current: bool,
    exists: bool,
}

/// One language's part of a page that speaks all of them.
#[derive(Debug, Serialize)]
struct Choice<'a> {
    tag: &'a str,
    name: &'a str,
    site_html: String,
    head_title: String,
    title: String,
    title_html: String,
    text: String,
    url: String,
    link_text: String,
    link_text_html: String,
}

/// All of them.
pub(super) fn files(site: &Site, engine: &Engine, views: &PerLang<SiteView>) -> Vec<Result<Made>> {
    let languages = &site.input.settings.languages;
    let mut files: Vec<Result<Made>> = Vec::new();
    files.extend(languages.iter().filter_map(|lang| feed::file(site, lang)).map(Ok));
    files.extend(sitemap::files(site).into_iter().map(Ok));
    files.extend(robots(site).map(Ok));
    files.extend(languages.iter().filter_map(|lang| not_found(site, engine, views.get(lang), lang)));
    if site.input.settings.prefix == Prefix::All {
        files.extend(choosers(site, engine, views));
    }
    let redirections = redirect::all(site);
    files.extend(redirections.iter().filter_map(|redirection| redirect_page(site, engine, views, redirection)));
    files
}

fn robots(site: &Site) -> Option<Made> {
    let settings = &site.input.settings;
    let text = if site.input.drafts {
        "User-agent: *\nDisallow: /\n".to_owned()
    } else {
        format!("User-agent: *\nAllow: /\n\nSitemap: {}{}sitemap.xml\n", settings.origin, settings.base_path)
    };
    Some((OutPath::new("robots.txt").ok()?, bytes(text), Arc::from("robots.txt")))
}

/// "Page not found" in one language: `/ja/404.html`.
fn not_found(site: &Site, engine: &Engine, view: &SiteView, lang: Lang) -> Option<Result<Made>> {
    let settings = &site.input.settings;
    let out = OutPath::new(&format!("{}404.html", route::prefix(lang, settings))).ok()?;
    let tag = settings.languages.tag(lang);
    let title = site.words.word(tag, &Word::NotFoundTitle);
    let url = route::site_url(&out, settings);
    let data = BareData {
        topic: "404",
        permalink: format!("{}{url}", settings.origin),
        url,
        lang: tag,
        title_html: settings.phrased(lang, &title),
        head_title: head_title(site, lang, &title),
        nav_title: title.clone(),
        nav_title_html: settings.phrased(lang, &title),
        title,
        summary: site.words.word(tag, &Word::NotFoundText),
        content_lang: tag,
        is_home: false,
        is_section: false,
        show_toc: false,
        noindex: true,
        topics: [],
        toc: [],
        breadcrumb: [],
        children: [],
        related: [],
        hreflang: [],
        alternates: bare_alternates(site, lang),
        canonical: None,
        fallback: None,
        contact: None,
        draft: false,
        json_ld: "",
    };
    let html = engine.render("404.html", lang, view, &data);
    Some(html.map(|html| (out, bytes(html), Arc::from("404.html"))))
}

/// A page's title with that of the site.
fn head_title(site: &Site, lang: Lang, title: &str) -> String {
    let tag = site.input.settings.languages.tag(lang);
    site.words.word(tag, &Word::PageTitle { page: title.into(), site: view::title(site, lang).into() })
}

fn bare_alternates(site: &Site, current: Lang) -> Vec<BareAlternate<'_>> {
    let settings = &site.input.settings;
    let of = |lang| BareAlternate {
        tag: settings.languages.tag(lang),
        name: own_name(settings.languages.tag(lang)),
        url: view::home_url(site, lang),
        current: lang == current,
        exists: true,
    };
    settings.languages.iter().map(of).collect()
}

/// Under `prefix: all`: the choice of a language at `/`, and "not found" for addresses of no language.
fn choosers(site: &Site, engine: &Engine, views: &PerLang<SiteView>) -> Vec<Result<Made>> {
    let choose = choices(site, |tag| (Word::ChooserTitle, Word::ChooserText, Word::ChooserContinue).words(site, tag));
    let lost = choices(site, |tag| (Word::NotFoundTitle, Word::NotFoundText, Word::NotFoundHome).words(site, tag));
    let preview = site.input.drafts;
    let hreflang = if preview { Vec::new() } else { view::hreflang(site, &Topic::new(Topic::HOME)) };
    let view = views.get(Lang::MAIN);
    let made = |name: &str, template: &str, choices: Vec<Choice<'_>>| {
        let mut context = tera::Context::new();
        context.insert("choices", &choices);
        context.insert("hreflang", &hreflang);
        context.insert("noindex", &preview);
        let out = OutPath::new(name).ok()?;
        let html = engine.render_context(template, Lang::MAIN, view, context);
        Some(html.map(|html| (out, bytes(html), Arc::from(template))))
    };
    [made("index.html", "choose.html", choose), made("404.html", "not-found.html", lost)]
        .into_iter()
        .flatten()
        .collect()
}

fn choices<'a>(site: &'a Site, words: impl Fn(&str) -> [String; 3]) -> Vec<Choice<'a>> {
    let languages = &site.input.settings.languages;
    let of = |lang| {
        let tag = languages.tag(lang);
        let [title, text, link_text] = words(tag);
        let settings = &site.input.settings;
        Choice {
            tag,
            name: own_name(tag),
            site_html: settings.phrased(lang, view::title(site, lang)),
            head_title: head_title(site, lang, &title),
            title_html: settings.phrased(lang, &title),
            title,
            text,
            url: view::home_url(site, lang),
            link_text_html: settings.phrased(lang, &link_text),
            link_text,
        }
    };
    languages.iter().map(of).collect()
}

/// Three words at once.
trait Words {
    fn words(self, site: &Site, tag: &str) -> [String; 3];
}

impl Words for (Word, Word, Word) {
    fn words(self, site: &Site, tag: &str) -> [String; 3] {
        [self.0, self.1, self.2].map(|word| site.words.word(tag, &word))
    }
}

/// The page at a former address.
fn redirect_page(
    site: &Site,
    engine: &Engine,
    views: &PerLang<SiteView>,
    redirection: &Redirection,
) -> Option<Result<Made>> {
    let out = redirection.out.clone()?;
    let lang = redirection.lang;
    let mut context = tera::Context::new();
    context.insert("to", &redirection.url(site));
    context.insert("page", &serde_json::json!({"lang": site.input.settings.languages.tag(lang)}));
    let html = engine.render_context("redirect.html", lang, views.get(lang), context);
    let origin = redirection.from_place.file.as_str().into();
    Some(html.map(|html| (out, bytes(html), origin)))
}
