//! What the panel over a page shows: the findings of the page and of the site, as data for the script.

use percent_encoding::percent_decode_str;
use serde::Serialize;

use super::snapshot::{Served, Shown};
use super::view::{DASHBOARD, View, compare_address, whereabouts};
use crate::diagnostic::{Counts, ExcerptView, Finding, FindingView, Level, PlaceView, summary, views};
use crate::resolve::{Page, Site};
use crate::source::SourcePath;
use crate::words::Msg;

/// The most findings of the site that a panel lists; the dashboard has all.
const MOST: usize = 50;

/// The findings for a page.
#[derive(Debug, Serialize)]
struct Report {
    lang: &'static str,
    words: Words,
    summary: String,
    total: usize,
    level: Option<&'static str>,
    /// What it means that there are errors.
    kept: Option<String>,
    /// The errors in short, by which the script knows whether there are new ones.
    errors: Vec<String>,
    page: Vec<Entry>,
    site: Vec<Entry>,
    more: Option<String>,
    board: &'static str,
    compare: Option<String>,
}

#[derive(Debug, Serialize)]
struct Words {
    title: String,
    close: String,
    none: String,
    page: String,
    site: String,
    board: String,
    compare: String,
}

#[derive(Debug, Serialize)]
struct Entry {
    level: &'static str,
    level_name: String,
    rule: &'static str,
    message: String,
    help: Option<String>,
    places: Vec<Spot>,
}

#[derive(Debug, Serialize)]
struct Spot {
    label: Option<String>,
    #[serde(rename = "where")]
    whereabouts: String,
    href: Option<String>,
    excerpt: Option<ExcerptView>,
}

/// The report for the page at an address's path, as JSON.
pub(super) fn report(view: &View<'_>, path: &str) -> String {
    let served = match &view.snapshot.shown {
        Shown::Site(served) => Some(served),
        Shown::Nothing(_) => None,
    };
    let site = served.map(|served: &std::sync::Arc<Served>| &*served.site);
    let page = site.and_then(|site| find(site, path));
    let file = site.zip(page).map(|(site, page)| site.edition(page).document.source.path());
    let report = of(view, file, page.map(|page| compare_address(&page.topic)));
    serde_json::to_string(&report).expect("texts and numbers are JSON")
}

/// The page at a path, however its address is written.
fn find<'a>(site: &'a Site, path: &str) -> Option<&'a Page> {
    let decoded = |path: &str| percent_decode_str(path).decode_utf8_lossy().into_owned();
    let wanted = decoded(path);
    let wanted = wanted.strip_suffix("index.html").unwrap_or(&wanted);
    site.pages.iter().map(|page| &**page).find(|page| decoded(&page.route.url) == wanted)
}

fn of(view: &View<'_>, file: Option<&SourcePath>, compare: Option<String>) -> Report {
    let findings = &view.snapshot.findings;
    let counts = Counts::of(findings);
    let (page, site): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| file.is_some_and(|file| is_about(finding, file)));
    let mut site = site;
    // What keeps the site from being shown comes first, wherever it is.
    site.sort_by_key(|finding| finding.level);
    let left = site.len().saturating_sub(MOST);
    let errors = findings.iter().filter(|finding| finding.level == Level::Error);
    let entries = |findings: &[&Finding]| {
        views(findings.iter().copied(), &view.snapshot.sources, view.lang)
            .into_iter()
            .map(|finding| Entry::new(view, finding))
            .collect()
    };
    Report {
        lang: view.lang.tag(),
        words: Words::new(view),
        summary: summary(counts, view.lang),
        total: findings.len(),
        level: findings.iter().map(|finding| finding.level).min().map(Level::name),
        kept: (counts.errors > 0).then(|| view.say(&Msg::PanelKept)),
        errors: errors.map(|finding| format!("{:?} {}", finding.place, finding.message.text(view.lang))).collect(),
        page: entries(&page),
        site: entries(&site[..site.len() - left]),
        more: (left > 0).then(|| view.say(&Msg::PanelMore { count: left.into() })),
        board: DASHBOARD,
        compare,
    }
}

/// Whether a finding points into a file.
fn is_about(finding: &Finding, file: &SourcePath) -> bool {
    let places = finding.place.iter().chain(finding.related.iter().map(|(place, _)| place));
    places.into_iter().any(|place| place.file == *file)
}

impl Words {
    fn new(view: &View<'_>) -> Self {
        Self {
            title: view.say(&Msg::PanelTitle),
            close: view.say(&Msg::PanelClose),
            none: view.say(&Msg::FindingNone),
            page: view.say(&Msg::PanelPage),
            site: view.say(&Msg::PanelSite),
            board: view.say(&Msg::BoardTitle),
            compare: view.say(&Msg::CompareTitle),
        }
    }
}

impl Entry {
    fn new(view: &View<'_>, finding: FindingView) -> Self {
        let FindingView { level, level_name, rule, message, help, places } = finding;
        let spot = |place: PlaceView| Spot {
            whereabouts: whereabouts(&place),
            href: view.href(&place.file, place.position),
            label: place.label,
            excerpt: place.excerpt,
        };
        Self { level, level_name, rule, message, help, places: places.into_iter().map(spot).collect() }
    }
}
