//! The notices of the site: their facts and links are there, and each language has its text.

use crate::diagnostic::{Finding, Findings, rule};
use crate::lang::Lang;
use crate::parse::Notice;
use crate::resolve::{Banner, Site};
use crate::source::Source;
use crate::words::{Msg, own_name};

pub(super) fn check(site: &Site) -> Findings {
    let Some(source) = &site.notices.source else { return Findings::new() };
    let languages = &site.input.settings.languages;
    let both = languages
        .iter()
        .flat_map(|lang| site.notices.list.iter().zip(site.banners.get(lang)).map(move |at| (lang, at)));
    let mut findings = Findings::new();
    for (reader, (notice, banner)) in both {
        findings.extend(missing(site, source, notice, reader));
        let (facts, link) = (facts(site, source, notice, banner), link(site, source, notice, banner, reader));
        // A notice that a language borrows has the same faults in the language that it is borrowed from.
        if banner.lang == reader {
            findings.extend(facts.into_iter().chain(link));
        }
    }
    findings
}

/// A notice that has no text in a language, whose readers then meet another's.
fn missing(site: &Site, source: &Source, notice: &Notice, reader: Lang) -> Option<Finding> {
    if notice.texts.has(reader).is_some() {
        return None;
    }
    let tag = site.input.settings.languages.tag(reader);
    let message = Msg::NoticeMissing { language: own_name(tag).into(), tag: tag.into() };
    Some(Finding::new(&rule::TRANSLATION_MISSING, source.place(notice.span.range()), message))
}

fn facts(site: &Site, source: &Source, notice: &Notice, banner: &Banner) -> Findings {
    let uses = notice.uses.iter().zip(&banner.facts);
    uses.filter_map(|(used, shown)| super::facts::finding(site, used, shown.as_ref().err()?, source)).collect()
}

fn link(site: &Site, source: &Source, notice: &Notice, banner: &Banner, reader: Lang) -> Option<Finding> {
    let trouble = banner.link.as_ref()?.trouble()?;
    super::links::finding(site, source, reader, notice.link.as_ref()?.span, trouble, false)
}
