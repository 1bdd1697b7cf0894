//! How deep templates include and extend each other. The engine follows them by recursion, and a stack has an end.

use std::collections::{BTreeMap, BTreeSet};

use super::steps;
use crate::diagnostic::{Finding, Findings, rule};
use crate::load::Template;
use crate::words::Msg;

/// The longest chain of templates.
const MAX_DEPTH: usize = 64;

/// The finding on a chain that is too long. Circles have no length; the engine finds them.
pub(super) fn check(templates: &[Template]) -> Findings {
    let named: BTreeMap<&str, Vec<&str>> =
        templates.iter().map(|template| (template.name.as_str(), steps::named(template.source.text()))).collect();
    let mut level: BTreeSet<&str> = named.keys().copied().collect();
    let mut too_deep = None;
    for depth in 0..=templates.len() {
        level = level.iter().filter_map(|name| named.get(name)).flatten().copied().collect();
        if level.is_empty() {
            let finding = |name: &str| {
                let place = templates.iter().find(|template| template.name == name)?.source.whole();
                Some(Finding::new(&rule::LIMIT_DEPTH, place, Msg::TemplateDepth { limit: MAX_DEPTH.into() }))
            };
            return too_deep.and_then(finding).into_iter().collect();
        }
        if depth + 1 == MAX_DEPTH {
            too_deep = level.first().copied();
        }
    }
    Findings::new()
}
