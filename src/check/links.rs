//! `link-missing`, `link-anchor`, `link-language`, `link-scheme`, `asset-missing`, `asset-language`: links and images lead to what is there.

use crate::diagnostic::{Finding, Findings, rule};
use crate::lang::Lang;
use crate::parse::FactUse;
use crate::resolve::{Bound, Page, Site, Trouble};
use crate::source::{Source, Span};
use crate::words::{Msg, own_name};

pub(super) fn check(site: &Site, page: &Page) -> Findings {
    let document = &site.edition(page).document;
    let links = document.body.links.iter().map(|link| link.span).zip(&page.links);
    let related = document.front.related.iter().map(|related| related.span).zip(&page.related);
    let images = document.body.images.iter().map(|image| image.span).zip(&page.images);
    let (source, lang) = (&document.source, page.lang);
    let link = |(span, bound): (Span, &Bound)| finding(site, source, lang, span, bound.trouble()?, false);
    let image = |(span, bound): (Span, &Bound)| finding(site, source, lang, span, bound.trouble()?, true);
    links.chain(related).filter_map(link).chain(images.filter_map(image)).collect()
}

/// The finding on an address in a source, for readers of a language.
pub(super) fn finding(
    site: &Site,
    source: &Source,
    lang: Lang,
    span: Span,
    trouble: &Trouble,
    image: bool,
) -> Option<Finding> {
    let at = |rule, message| Finding::new(rule, source.place(span.range()), message);
    Some(match trouble {
        Trouble::Unread => return None,
        Trouble::NoFile { path, suggestion } => no_file(&at, path, suggestion.as_ref(), image),
        Trouble::Outside => at(&rule::LINK_MISSING, Msg::LinkOutside),
        Trouble::Hidden => at(&rule::LINK_MISSING, Msg::LinkHidden).help(Msg::LinkHiddenHelp),
        Trouble::NoLanguage => {
            let tag = site.input.settings.languages.tag(lang);
            at(&rule::LINK_LANGUAGE, Msg::LinkLanguage { tag: tag.into(), language: own_name(tag).into() })
        }
        Trouble::NoAnchor { fragment, suggestion } => {
            let similar = suggestion.as_ref().map(|id| Msg::DidYouMean { right: format!("#{id}").into() });
            let help = similar.unwrap_or(Msg::LinkAnchorHelp);
            at(&rule::LINK_ANCHOR, Msg::LinkAnchor { fragment: fragment.into() }).help(help)
        }
        Trouble::AssetLanguage => {
            let tag = site.input.settings.languages.tag(lang);
            at(&rule::ASSET_LANGUAGE, Msg::AssetLanguage { tag: tag.into(), language: own_name(tag).into() })
        }
        Trouble::Fact { path, problem } => {
            return super::facts::finding(site, &FactUse { path: path.clone(), span }, problem, source);
        }
        Trouble::FactWithoutAddress(path) => at(&rule::FACT_PLACE, Msg::FactWithoutAddress { key: path.into() })
            .help(Msg::FactWithoutAddressHelp { key: path.into() }),
        Trouble::Scheme(address) => {
            at(&rule::LINK_SCHEME, Msg::LinkScheme { address: address.into() }).help(Msg::LinkSchemeHelp)
        }
        Trouble::Empty if image => at(&rule::ASSET_MISSING, Msg::ImageEmpty),
        Trouble::Empty => at(&rule::LINK_MISSING, Msg::LinkEmpty),
        Trouble::Braces(braces) => in_address(source, braces, span),
        Trouble::ForeignImage => at(&rule::ASSET_MISSING, Msg::ImageForeign).help(Msg::ImageForeignHelp),
    })
}

fn no_file(
    at: &impl Fn(&'static crate::diagnostic::Rule, Msg) -> Finding,
    path: &str,
    suggestion: Option<&(String, bool)>,
    image: bool,
) -> Finding {
    let is_page = path.rsplit_once('.').is_none_or(|(_, extension)| extension == "md");
    let rule = if is_page && !image { &rule::LINK_MISSING } else { &rule::ASSET_MISSING };
    let finding = at(rule, Msg::LinkMissing { target: path.into() });
    match suggestion {
        Some((name, true)) => finding.help(Msg::LinkCase { name: name.into() }),
        Some((name, false)) => finding.help(Msg::DidYouMean { right: name.into() }),
        None if image => finding.help(Msg::AssetMissingHelp),
        None => finding.help(Msg::LinkMissingHelp),
    }
}

/// `[x]({{ facts.u }})` without blanks, which Markdown takes for an address.
fn in_address(source: &Source, braces: &str, span: Span) -> Finding {
    let inner = braces.trim_matches(['{', '}', ' ']);
    crate::parse::in_address(source, inner.strip_prefix("facts.").unwrap_or(inner), span.range())
}
