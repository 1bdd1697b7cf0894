//! `parity-structure`: the languages of a topic have the same headings. And `link-anchor` where both name one heading differently.

use super::Checker;
use crate::diagnostic::{Finding, Findings, rule};
use crate::load::Topic;
use crate::resolve::{Edition, TopicEntry};
use crate::words::Msg;

/// Compares each language with the first one that the topic has.
pub(super) fn check(checker: &Checker<'_>, _: &Topic, entry: &TopicEntry) -> Findings {
    let editions = entry.editions.present().map(|(_, &index)| &*checker.site.editions[index]);
    let mut editions = editions.filter(|edition| !edition.document.body.is_partial);
    let Some(first) = editions.next() else { return Findings::new() };
    editions
        .flat_map(|other| if first.same_outline(other) { ids(first, other) } else { vec![outline(first, other)] })
        .collect()
}

/// The first heading at which two outlines part.
fn outline(first: &Edition, other: &Edition) -> Finding {
    let (ours, theirs) = (&first.document.body.headings, &other.document.body.headings);
    let same = ours.iter().zip(theirs).take_while(|(a, b)| a.level == b.level).count();
    let place = |edition: &Edition| {
        let heading = edition.document.body.headings.get(same);
        heading.map_or_else(
            || edition.document.source.whole(),
            |heading| edition.document.source.place(heading.span.range()),
        )
    };
    let message = match (theirs.get(same), ours.get(same)) {
        (Some(here), Some(there)) if ours.len() == theirs.len() => {
            Msg::StructureLevel { ours: u32::from(here.level).into(), theirs: u32::from(there.level).into() }
        }
        _ => Msg::StructureHeadings { ours: theirs.len().into(), theirs: ours.len().into() },
    };
    let finding = Finding::new(&rule::PARITY_STRUCTURE, place(other), message).help(Msg::StructureHeadingsHelp);
    finding.related(place(first), Msg::StructureOther)
}

/// Two different explicit ids at one place.
fn ids(first: &Edition, other: &Edition) -> Findings {
    let pairs = first.document.body.headings.iter().zip(&other.document.body.headings);
    let both = pairs.filter_map(|(a, b)| Some((a.id.as_ref()?, b.id.as_ref()?)));
    let differ = both.filter(|(a, b)| a.0 != b.0);
    let finding = |(a, b): (&(String, crate::source::Span), &(String, crate::source::Span))| {
        let message = Msg::IdsDiffer { ours: b.0.as_str().into(), theirs: a.0.as_str().into() };
        let finding = Finding::new(&rule::LINK_ANCHOR, other.document.source.place(b.1.range()), message);
        finding.help(Msg::IdsDifferHelp).related(first.document.source.place(a.1.range()), Msg::StructureOther)
    };
    differ.map(finding).collect()
}
