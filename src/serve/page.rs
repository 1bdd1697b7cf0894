//! The few pages and lines of the preview's own, for when there is nothing of the site to show.

use crate::diagnostic::{Counts, Finding, summary};
use crate::html;
use crate::words::{Msg, UiLang};

/// The page that stands in for every page while there has been no good build.
pub(super) fn waiting(lang: UiLang, counts: Counts) -> String {
    let text = Msg::PreviewWaitingText { summary: summary(counts, lang).into() }.text(lang);
    page(lang, &Msg::PreviewWaitingTitle.text(lang), &text)
}

/// The page that stands in for one that cannot be rendered.
pub(super) fn failed(lang: UiLang, finding: &Finding) -> String {
    page(lang, &Msg::PreviewWaitingTitle.text(lang), &finding.message.text(lang))
}

fn page(lang: UiLang, title: &str, text: &str) -> String {
    let (tag, title, text) = (lang.tag(), html::text(title), html::text(text));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n</head>\n\
         <body>\n<h1>{title}</h1>\n<p>{text}</p>\n</body>\n</html>\n"
    )
}
