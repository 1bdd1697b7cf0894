//! Render: a [`Site`] in, an [`Output`] out: every file of the built site as a value.
//!
//! A page is a function of the theme, the words, what every page of its language sees (`SiteView`) and what it
//! sees alone (`PageView`). Nothing here touches the disk; the order of the output never depends on threads.

mod behind;
mod body;
mod complaint;
mod contact;
mod css;
mod depth;
mod engine;
mod feed;
mod generated;
mod link;
mod places;
mod renderer;
mod sitemap;
mod statics;
mod steps;
mod view;

pub use engine::Engine;
pub use renderer::{Renderer, is_seen_alike};

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Finding, Findings, rule};
use crate::lang::PerLang;
use crate::output::{Content, Output};
use crate::path::OutPath;
use crate::progress::Progress;
use crate::resolve::{Page, Site};
use crate::words::Msg;
use view::SiteView;

/// A file of the built site: where, what, and what made it.
type Made = (OutPath, Content, Arc<str>);

/// Renders everything.
#[must_use]
pub fn render(site: &Site, engine: &Engine, progress: &dyn Progress) -> (Output, Findings) {
    let views = PerLang::from_fn(&site.input.settings.languages, |lang| SiteView::new(site, lang));
    let one = |page: &Arc<Page>| {
        progress.advance(1);
        page_file(site, engine, &views, page)
    };
    let pages: Vec<_> = site.pages.par_iter().map(one).collect();
    let mut findings = Findings::new();
    let mut output = Output::new();
    // In a scope it runs on a worker, whose stack holds what templates need.
    let generated = rayon::scope(|_| generated::files(site, engine, &views));
    let assets = site.input.assets.iter().filter_map(asset_file);
    for made in pages.into_iter().chain(generated) {
        match made {
            Ok(made) => insert(&mut output, made, &mut findings),
            Err(finding) => tell_once(&mut findings, *finding),
        }
    }
    for made in assets.chain(engine.statics().files()) {
        insert(&mut output, made, &mut findings);
    }
    (output, findings)
}

/// Adds the finding on a template unless another page has met it: what helps may differ, the fault is the same.
pub(crate) fn tell_once(findings: &mut Findings, finding: Finding) {
    let same = |told: &Finding| told.place == finding.place && told.message == finding.message;
    if !findings.iter().any(same) {
        findings.push(finding);
    }
}

/// Renders one page, alone. A page that makes the engine panic is a finding like any other.
pub(crate) fn page_html(
    site: &Site,
    engine: &Engine,
    views: &PerLang<SiteView>,
    page: &Page,
) -> Result<String, Box<Finding>> {
    let attempt = catch_unwind(AssertUnwindSafe(|| {
        let view = view::page(site, views.get(page.lang), page);
        let template = view::template(site, page);
        engine.render(&template, page.lang, views.get(page.lang), &view)
    }));
    let place = site.edition(page).document.source.whole();
    attempt.unwrap_or_else(|_| Err(Box::new(Finding::new(&rule::TEMPLATE_RENDER, place, Msg::PageFailed))))
}

fn page_file(site: &Site, engine: &Engine, views: &PerLang<SiteView>, page: &Page) -> Result<Made, Box<Finding>> {
    let html = page_html(site, engine, views, page)?;
    let origin = site.edition(page).document.source.path().as_str().into();
    Ok((page.route.out.clone(), bytes(html), origin))
}

/// A file below `content/` that is published as it is. One whose name cannot be published was reported by load.
fn asset_file(asset: &crate::load::Asset) -> Option<Made> {
    let out = OutPath::new(asset.path.below("content")?).ok()?;
    Some((out, Content::File { path: asset.disk.clone(), size: asset.size }, asset.path.as_str().into()))
}

/// Adds a file. Collisions were found before rendering (`check`); one that comes up here all the same is told, not lost.
fn insert(output: &mut Output, (path, content, origin): Made, findings: &mut Findings) {
    if let Err(collision) = output.insert(path, content, origin) {
        let message = Msg::UrlConflict {
            path: collision.second.0.as_str().into(),
            first: (*collision.first.1).into(),
            second: (*collision.second.1).into(),
        };
        findings.push(Finding::new(&rule::URL_CONFLICT, None, message));
    }
}

/// A text as the content of a file.
fn bytes(text: String) -> Content {
    Content::Bytes(text.into_bytes().into())
}
