//! `url-conflict`: no two things of a site live at one address.

use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Findings, rule};
use crate::load::Prefix;
use crate::output::{CollisionKind, Content, Output};
use crate::path::OutPath;
use crate::redirect;
use crate::resolve::{Site, route};
use crate::source::Place;
use crate::words::Msg;

/// A file that the site will have, and where it comes from.
type Planned = (OutPath, Place);

pub(super) fn check(site: &Site) -> Findings {
    let mut plan = Output::new();
    let mut places: BTreeMap<OutPath, Place> = BTreeMap::new();
    let mut findings = hidden_twins(site);
    let planned = pages(site).chain(generated(site)).chain(assets(site)).chain(redirects(site));
    for (out, place) in planned {
        let origin = place.file.as_str().to_owned();
        match plan.insert(out.clone(), Content::Bytes([].into()), origin) {
            Ok(()) => {
                places.insert(out, place);
            }
            Err(collision) => findings.push(finding(&collision, places.get(&collision.first.0), place)),
        }
    }
    findings
}

fn finding(collision: &crate::output::Collision, first: Option<&Place>, second: Place) -> Finding {
    let path = collision.second.0.to_url_path();
    let message = match collision.kind {
        CollisionKind::Same => Msg::UrlSame { path: path.into() },
        CollisionKind::Case => Msg::UrlCase { path: path.into(), other: collision.first.0.to_url_path().into() },
        CollisionKind::FileAndFolder => {
            Msg::UrlFileAndFolder { path: path.into(), other: collision.first.0.to_url_path().into() }
        }
    };
    let finding = Finding::new(&rule::URL_CONFLICT, second, message).help(Msg::UrlConflictHelp);
    match first {
        Some(first) => finding.related(first.clone(), Msg::UrlFirst),
        None => finding,
    }
}

fn pages(site: &Site) -> impl Iterator<Item = Planned> {
    site.pages.iter().map(|page| (page.route.out.clone(), site.edition(page).document.source.whole()))
}

/// Two sources of one topic in one language: only one of them has a page.
fn hidden_twins(site: &Site) -> Findings {
    let mut first: BTreeMap<(&crate::load::Topic, crate::lang::Lang), &crate::source::Source> = BTreeMap::new();
    let mut findings = Findings::new();
    for edition in &site.editions {
        let document = &edition.document;
        match first.get(&(&document.topic, document.lang)) {
            Some(other) => {
                let message = Msg::UrlTwins { page: document.topic.as_str().into() };
                findings.push(
                    Finding::new(&rule::URL_CONFLICT, document.source.whole(), message)
                        .help(Msg::UrlTwinsHelp)
                        .related(other.whole(), Msg::UrlFirst),
                );
            }
            None => {
                first.insert((&document.topic, document.lang), &document.source);
            }
        }
    }
    findings
}

fn assets(site: &Site) -> impl Iterator<Item = Planned> {
    site.input.assets.iter().filter_map(|asset| {
        let out = OutPath::new(asset.path.below("content")?).ok()?;
        Some((out, Place { file: asset.path.clone(), span: None }))
    })
}

/// The files that the generator makes; `site.yaml` stands for them.
pub(super) fn generated(site: &Site) -> impl Iterator<Item = Planned> {
    let settings = &site.input.settings;
    let mut names = vec!["sitemap.xml".to_owned(), "robots.txt".to_owned()];
    if settings.prefix == Prefix::All {
        names.extend(["index.html".to_owned(), "404.html".to_owned()]);
    }
    for lang in settings.languages.iter() {
        let prefix = route::prefix(lang, settings);
        names.extend([format!("{prefix}feed.xml"), format!("{prefix}404.html")]);
    }
    names.into_iter().filter_map(|name| Some((OutPath::new(&name).ok()?, settings.source.whole())))
}

fn redirects(site: &Site) -> impl Iterator<Item = Planned> {
    redirect::all(site).into_iter().filter_map(|redirection| Some((redirection.out?, redirection.from_place)))
}
