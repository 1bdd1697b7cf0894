//! `link-external-http`: links that leave the site are encrypted.

use crate::diagnostic::{Finding, Findings, rule};
use crate::parse::{Link, Target};
use crate::resolve::{Page, Site};
use crate::words::Msg;

pub(super) fn check(site: &Site, page: &Page) -> Findings {
    let document = &site.edition(page).document;
    let plain = |link: &&Link| matches!(&link.target, Target::Web(url) if url.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("http:")));
    let finding = |link: &Link| {
        let place = document.source.place(link.span.range());
        Finding::new(&rule::LINK_EXTERNAL_HTTP, place, Msg::LinkHttp).help(Msg::LinkHttpHelp)
    };
    document.body.links.iter().filter(plain).map(finding).collect()
}
