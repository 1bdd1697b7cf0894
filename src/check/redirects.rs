//! `link-missing`, `name-invalid` on redirects: a former address can be a file, and leads to something that is there.

use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Findings, rule};
use crate::redirect::{self, Redirection};
use crate::resolve::Site;
use crate::words::Msg;

pub(super) fn check(site: &Site) -> Findings {
    let redirections = redirect::all(site);
    if redirections.is_empty() {
        return Findings::new();
    }
    let by_path: BTreeMap<String, &Redirection> = redirections
        .iter()
        .filter_map(|redirection| Some((redirection.out.as_ref()?.to_url_path(), redirection)))
        .collect();
    let known = known_paths(site);
    redirections.iter().filter_map(|redirection| finding(redirection, &by_path, &known)).collect()
}

fn finding(
    redirection: &Redirection,
    by_path: &BTreeMap<String, &Redirection>,
    known: &BTreeMap<String, ()>,
) -> Option<Finding> {
    let place = redirection.from_place.clone();
    if let Some(problem) = &redirection.problem {
        let message =
            Msg::RedirectPath { path: redirection.from.as_str().into(), segment: problem.segment.as_str().into() };
        return Some(Finding::new(&rule::NAME_INVALID, place, message));
    }
    if loops(redirection, by_path) {
        return Some(Finding::new(
            &rule::LINK_MISSING,
            place,
            Msg::RedirectLoop { path: redirection.from.as_str().into() },
        ));
    }
    let path = path_of(&redirection.to)?;
    let found = known.contains_key(&path) || by_path.contains_key(&path);
    let message = Msg::RedirectMissing { path: redirection.to.as_str().into() };
    (!found).then(|| {
        Finding::new(&rule::LINK_MISSING, redirection.to_place.clone(), message).help(Msg::RedirectMissingHelp)
    })
}

/// Whether following a redirect never ends. A chain without a loop has fewer steps than there are redirects.
fn loops(start: &Redirection, by_path: &BTreeMap<String, &Redirection>) -> bool {
    let mut at = start;
    for _ in 0..=by_path.len() {
        match path_of(&at.to).and_then(|path| by_path.get(&path)) {
            Some(next) => at = next,
            None => return false,
        }
    }
    true
}

/// A site path without its fragment, encoded as addresses are; none for an address on the web.
fn path_of(to: &str) -> Option<String> {
    let path = to.strip_prefix('/')?.split(['#', '?']).next().unwrap_or_default();
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned();
    let file = if decoded.is_empty() || decoded.ends_with('/') { format!("{decoded}index.html") } else { decoded };
    crate::path::OutPath::new(&file).ok().map(|out| out.to_url_path())
}

/// Every path of the site that a redirect may lead to, without the base path.
fn known_paths(site: &Site) -> BTreeMap<String, ()> {
    let pages = site.pages.iter().map(|page| page.route.out.to_url_path());
    let assets = site.input.assets.iter().filter_map(|asset| {
        let out = crate::path::OutPath::new(asset.path.below("content")?).ok()?;
        Some(out.to_url_path())
    });
    let generated = super::conflicts::generated(site).map(|(out, _)| out.to_url_path());
    pages.chain(assets).chain(generated).map(|path| (path, ())).collect()
}
