//! `text-emphasis`: a `**` in Japanese text that is no emphasis, which readers see as two asterisks.

use super::events::Events;
use crate::diagnostic::{Finding, Findings, rule};
use crate::source::Source;
use crate::words::Msg;

pub(super) fn left_over(source: &Source, events: &Events<'_>) -> Findings {
    let finding = |range: &std::ops::Range<usize>| {
        let message = Msg::EmphasisLeftOver { signs: source.text()[range.clone()].into() };
        Finding::new(&rule::TEXT_EMPHASIS, source.place(range.clone()), message).help(Msg::EmphasisLeftOverHelp)
    };
    events.left_over.iter().map(finding).collect()
}
