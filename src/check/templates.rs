//! `template-missing`: the template that a page asks for is there.

use crate::diagnostic::{Finding, Findings, did_you_mean, rule};
use crate::resolve::{Page, Site};
use crate::words::Msg;

pub(super) fn check(site: &Site, page: &Page) -> Findings {
    let document = &site.edition(page).document;
    let Some(named) = &document.front.template else { return Findings::new() };
    let file = format!("{}.html", named.value);
    let templates = &site.input.theme.templates;
    if templates.iter().any(|template| template.name == file) {
        return Findings::new();
    }
    let names = templates.iter().filter_map(|template| template.name.strip_suffix(".html"));
    let help = did_you_mean(&named.value, names).map(|name| Msg::DidYouMean { right: name.into() });
    vec![
        Finding::new(
            &rule::TEMPLATE_MISSING,
            document.source.place(named.span.range()),
            Msg::TemplateMissing { name: file.into() },
        )
        .help(help),
    ]
}
