//! `fact-unknown`, `fact-value`: every fact that a page uses is there and has the part that is asked for.

use crate::diagnostic::{Finding, Findings, did_you_mean, rule};
use crate::facts::FactProblem;
use crate::parse::FactUse;
use crate::resolve::{Page, Site};
use crate::source::{Place, Source};
use crate::words::Msg;

pub(super) fn check(site: &Site, page: &Page) -> Findings {
    let edition = site.edition(page);
    let source = &edition.document.source;
    let uses = edition.document.uses.iter().zip(&edition.facts);
    uses.filter_map(|(used, shown)| finding(site, used, shown.as_ref().err()?, source)).collect()
}

/// The finding on a fact that cannot be shown; none where its own definition is wrong, which was reported there.
pub(super) fn finding(site: &Site, used: &FactUse, problem: &FactProblem, source: &Source) -> Option<Finding> {
    let key = used.path.split('.').next().unwrap_or(&used.path);
    match problem {
        FactProblem::Unknown => Some(unknown_at(site, &used.path, source.place(used.span.range()))),
        FactProblem::NoPart { part, parts } => {
            let message = Msg::FactNoPart { key: key.into(), part: part.into() };
            let help = (!parts.is_empty()).then(|| Msg::FactPartsHelp { parts: parts.join(", ").into() });
            Some(Finding::new(&rule::FACT_UNKNOWN, source.place(used.span.range()), message).help(help))
        }
        FactProblem::Broken => None,
    }
}

/// The contacts that settings and front matter name.
pub(super) fn check_contacts(site: &Site) -> Findings {
    let by_settings = site.input.settings.contact.iter().map(|(key, place)| (key.as_str(), place.clone()));
    let by_pages = site.editions.iter().filter_map(|edition| {
        let contact = edition.document.front.contact.as_ref()?;
        Some((contact.value.as_str(), edition.document.source.place(contact.span.range())))
    });
    by_settings.chain(by_pages).filter_map(|(key, place)| contact(site, key, place)).collect()
}

fn contact(site: &Site, key: &str, place: Place) -> Option<Finding> {
    match site.facts.get(key) {
        None if site.facts.is_broken(key) => None,
        None => Some(unknown_at(site, key, place)),
        Some(fact) if !fact.is_contact() => {
            let finding = Finding::new(&rule::FACT_PLACE, place, Msg::FactNoContact { key: key.into() });
            Some(finding.related(fact.place().clone(), Msg::FactHere { key: key.into() }))
        }
        Some(_) => None,
    }
}

fn unknown_at(site: &Site, path: &str, place: Place) -> Finding {
    let key = path.split('.').next().unwrap_or(path);
    let help = did_you_mean(key, site.facts.names()).map(|name| Msg::DidYouMean { right: name.into() });
    Finding::new(&rule::FACT_UNKNOWN, place, Msg::FactUnknown { key: key.into() })
        .help(help.unwrap_or(Msg::FactUnknownHelp))
}
