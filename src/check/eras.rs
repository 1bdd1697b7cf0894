//! `text-era`: dates by their era exist, and a page writes its dates in one style.
//!
//! Japanese pages only, and only what people wrote: a date from `facts.yaml` is right by construction and has the
//! site's style.

use std::ops::Range;

use crate::diagnostic::{Finding, Findings, Level, rule};
use crate::japanese::era::{self, EraDate, EraProblem, Style};
use crate::parse::Document;
use crate::resolve::{Page, Site};
use crate::words::{DateStyle, Msg};

pub(super) fn check(site: &Site, page: &Page) -> Findings {
    let settings = &site.input.settings;
    if settings.phrases.has(page.lang).is_none() {
        return Findings::new();
    }
    let document = &site.edition(page).document;
    let dates = dates(document);
    let judged = dates.iter().filter_map(|(range, style)| impossible(document, range, *style));
    judged.chain(mixed(document, &dates, *settings.dates.get(page.lang))).collect()
}

/// The dates of a page's text and of what readers see of its front matter, with their places.
fn dates(document: &Document) -> Vec<(Range<usize>, Style)> {
    let front = &document.front;
    let fields = [Some(&front.title), front.nav_title.as_ref(), front.summary.as_ref()];
    let spans = fields.into_iter().flatten().map(|field| field.span).chain(document.body.texts.iter().copied());
    let found = |range: Range<usize>| {
        let dates = era::find(&document.source.text()[range.clone()]);
        dates.into_iter().map(move |date| (range.start + date.range.start..range.start + date.range.end, date.style))
    };
    spans.flat_map(|span| found(span.range())).collect()
}

/// The finding on a date that its era does not have.
fn impossible(document: &Document, range: &Range<usize>, style: Style) -> Option<Finding> {
    let (Style::Era(date) | Style::Both(date)) = style else { return None };
    let written = &document.source.text()[range.clone()];
    let message = match date.judge().err()? {
        EraProblem::YearZero => Msg::EraYearZero { date: written.into() },
        EraProblem::NoSuchDay => Msg::EraNoSuchDay { date: written.into() },
        EraProblem::OtherYear => Msg::EraOtherYear { date: written.into() },
        EraProblem::OutsideEra | EraProblem::OldCalendar | EraProblem::NoEra => {
            Msg::EraOutside { date: written.into() }
        }
    };
    let help = corrected(&date).map(|right| Msg::DidYouMean { right: right.into() });
    Some(Finding::new(&rule::TEXT_ERA, document.source.place(range.clone()), message).help(help))
}

fn corrected(date: &EraDate) -> Option<String> {
    date.corrected().map(|date| date.to_string())
}

/// The hint on a page that has dates by era and western dates: at the first that is not in the site's style.
fn mixed(document: &Document, dates: &[(Range<usize>, Style)], style: DateStyle) -> Option<Finding> {
    let first =
        |wanted: fn(Style) -> bool| dates.iter().find(|(_, style)| wanted(*style)).map(|(range, _)| range.clone());
    let by_era = first(|style| matches!(style, Style::Era(_)))?;
    let western = first(|style| style == Style::Western)?;
    let (odd, other) = match style {
        DateStyle::Era | DateStyle::EraBoth => (western, by_era),
        DateStyle::Western | DateStyle::Iso | DateStyle::Long | DateStyle::Uk => (by_era, western),
    };
    let finding = Finding::new(&rule::TEXT_ERA, document.source.place(odd), Msg::EraMixed).help(Msg::EraMixedHelp);
    Some(Finding { level: Level::Hint, ..finding }.related(document.source.place(other), Msg::EraOther))
}
