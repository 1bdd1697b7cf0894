//! The addresses that a build would lose: what the last one had, and this one has not.
//!
//! Only a build knows what was there before. Pages that are left out today (drafts, pages that expired) are not lost, and
//! neither is what the generator makes of its own accord.

use std::collections::BTreeSet;

use super::Judged;
use crate::diagnostic::{Finding, Findings, did_you_mean, rule, settle};
use crate::lang::Lang;
use crate::load::Topic;
use crate::output::Output;
use crate::path::OutPath;
use crate::resolve::{Page, Site, route};
use crate::site_path::site_path;
use crate::words::Msg;

/// Adds a finding for each address that is lost to what was judged.
pub(super) fn tell(judged: &mut Judged, last: &[OutPath]) {
    let (Some(site), Some(output)) = (&judged.site, &judged.output) else { return };
    let lost = findings(site, output, last);
    if lost.is_empty() {
        return;
    }
    let rules = site.input.settings.rules.clone();
    let all = std::mem::take(&mut judged.findings).into_iter().chain(settle(lost, &rules));
    let mut all: Findings = all.collect();
    all.sort_by(|a, b| (&a.place, a.rule.id, &a.message).cmp(&(&b.place, b.rule.id, &b.message)));
    judged.findings = all;
}

fn findings(site: &Site, output: &Output, last: &[OutPath]) -> Findings {
    let now: BTreeSet<&str> = output.iter().map(|(path, _)| path.as_str()).collect();
    let before: BTreeSet<&str> = last.iter().map(OutPath::as_str).collect();
    let absent = absent(site);
    let is_lost = |path: &&OutPath| {
        !now.contains(path.as_str()) && !is_generated(path) && !absent.iter().any(|absent| absent == *path)
    };
    last.iter().filter(is_lost).map(|path| finding(site, path, &before)).collect()
}

/// Whether a file is one that the generator makes, and may name or leave out as it likes.
fn is_generated(path: &OutPath) -> bool {
    let is_page = path.file_name() == "index.html";
    let top = path.segments().next().unwrap_or_default();
    let made = ["404.html", "feed.xml", "sitemap.xml", "robots.txt"];
    !is_page && (made.contains(&path.file_name()) || matches!(top, "theme" | "search"))
        // A redirect page for a whole language is the generator's, too.
        || path.as_str() == "index.html"
}

/// Where the pages are that are only left out today.
fn absent(site: &Site) -> Vec<OutPath> {
    let hidden = site.hidden.iter().map(|hidden| (&hidden.topic, hidden.lang));
    let pages = hidden.chain(site.unfinished.iter().map(|page| (&page.topic, page.lang)));
    pages.filter_map(|(topic, lang)| plain(topic, lang, site)).collect()
}

/// The address of a topic by its name.
fn plain(topic: &Topic, lang: Lang, site: &Site) -> Option<OutPath> {
    let name = if topic.is_home() { String::new() } else { format!("{}/", topic.as_str()) };
    OutPath::new(&format!("{}{name}index.html", route::prefix(lang, &site.input.settings))).ok()
}

fn finding(site: &Site, path: &OutPath, before: &BTreeSet<&str>) -> Finding {
    let address = path.to_url_path();
    let from = site_path(&address).unwrap_or_else(|_| address.clone());
    let help = match path.file_name() {
        "index.html" => match successor(site, path, before) {
            Some(page) => Msg::UrlLostMovedHelp {
                from: from.as_str().into(),
                file: site.edition(page).document.source.path().as_str().into(),
            },
            None => Msg::UrlLostHelp { from: from.as_str().into(), to: nearest(site, path).into() },
        },
        _ => Msg::UrlLostFileHelp,
    };
    Finding::new(&rule::URL_LOST, None, Msg::UrlLost { url: address.into() }).help(help)
}

/// The language whose pages begin like this path.
fn language(site: &Site, path: &OutPath) -> Lang {
    let first = path.segments().next().unwrap_or_default();
    site.input.settings.languages.find(first).unwrap_or(Lang::MAIN)
}

/// The page that is new where another is lost: one of the same name in another place, else one of a name much like it.
fn successor<'a>(site: &'a Site, path: &OutPath, before: &BTreeSet<&str>) -> Option<&'a Page> {
    let lang = language(site, path);
    let is_new =
        |page: &&Page| page.lang == lang && !site.is_fallback(page) && !before.contains(page.route.out.as_str());
    let new: Vec<&Page> = site.pages.iter().map(|page| &**page).filter(is_new).collect();
    let name = segment(path)?;
    let names = new.iter().filter_map(|page| segment(&page.route.out));
    let meant = did_you_mean(name, names)?;
    new.iter().copied().find(|page| segment(&page.route.out) == Some(meant))
}

/// The part of a page's path that is its own.
fn segment(path: &OutPath) -> Option<&str> {
    path.segments().rev().nth(1)
}

/// The address of the nearest page above a path that is there.
fn nearest(site: &Site, path: &OutPath) -> String {
    let folders: Vec<&str> = path.folders().collect();
    let above = folders.iter().rev().skip(1).find_map(|folder| {
        let out = format!("{folder}/index.html");
        site.pages.iter().map(|page| &**page).find(|page| page.route.out.as_str() == out)
    });
    let page = above.or_else(|| site.page(&Topic::new(Topic::HOME), language(site, path)));
    let address = page.map_or_else(|| "/".to_owned(), |page| page.route.out.to_url_path());
    site_path(&address).unwrap_or(address)
}
