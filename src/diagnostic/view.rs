//! Findings for a page: words chosen, places looked up, texts cut to a bearable length. Whoever shows them adds the
//! looks and nothing else.

use serde::Serialize;

use super::excerpt::{Excerpt, printable};
use super::lines::AllLines;
use super::{Finding, level_name};
use crate::source::{Place, Position, Sources};
use crate::words::UiLang;

/// A finding in the words of a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingView {
    /// The name of its level, for programs.
    pub level: &'static str,
    /// The word for its level.
    pub level_name: String,
    /// The rule's id.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Where it points, and what else belongs to it.
    pub places: Vec<PlaceView>,
}

/// A place of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceView {
    /// What is to be said about it; nothing for the finding's own place.
    pub label: Option<String>,
    /// The file, from the site's root.
    pub file: String,
    /// The line and the column, from 1, if it is a part of a file.
    pub position: Option<(usize, usize)>,
    /// The text there.
    pub excerpt: Option<ExcerptView>,
}

/// A part of a text, with what stands around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExcerptView {
    /// What stands before.
    pub before: String,
    /// What is meant.
    pub marked: String,
    /// What stands behind.
    pub after: String,
}

/// Findings in the words of a language, in the order given.
pub fn views<'a>(findings: impl IntoIterator<Item = &'a Finding>, sources: &Sources, lang: UiLang) -> Vec<FindingView> {
    let mut lines = AllLines::new(sources);
    findings.into_iter().map(|finding| FindingView::new(finding, &mut lines, lang)).collect()
}

impl FindingView {
    fn new(finding: &Finding, lines: &mut AllLines<'_>, lang: UiLang) -> Self {
        let own = finding.place.iter().map(|place| (place, None));
        let related = finding.related.iter().map(|(place, message)| (place, Some(message.text(lang))));
        Self {
            level: finding.level.name(),
            level_name: level_name(finding.level, lang),
            rule: finding.rule.id,
            message: finding.message.text(lang),
            help: finding.help.as_ref().map(|help| help.text(lang)),
            places: own.chain(related).map(|(place, label)| PlaceView::new(place, label, lines)).collect(),
        }
    }
}

impl PlaceView {
    fn new(place: &Place, label: Option<String>, lines: &mut AllLines<'_>) -> Self {
        let known = place.span.zip(lines.of(&place.file));
        let found = known.map(|(span, lines)| (lines.position(lines.range(span).start), Excerpt::new(lines, span)));
        let (position, excerpt) = found.unzip();
        Self {
            label,
            file: printable(place.file.as_str()),
            position: position.map(|Position { line, column }| (line, column)),
            excerpt: excerpt.map(ExcerptView::new),
        }
    }
}

impl ExcerptView {
    fn new(excerpt: Excerpt) -> Self {
        let Excerpt { text, marked, .. } = excerpt;
        let part = |range: std::ops::Range<usize>| text[range].to_owned();
        Self { before: part(0..marked.start), marked: part(marked.clone()), after: part(marked.end..text.len()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::rule;
    use crate::source::{Source, SourcePath};
    use crate::words::Msg;

    #[test]
    fn a_finding_is_told_with_both_places_and_their_texts() {
        let source = Source::new(SourcePath::new("content/a.ja.md"), "一行目\n前は<b>後\n");
        let start = source.text().find("<b>").expect("it is there");
        let place = source.place(start..start + 3);
        let whole = source.whole();
        let mut sources = Sources::default();
        sources.insert(source);
        let message = || Msg::LinkMissing { target: "a".into() };
        let finding = Finding::new(&rule::LINK_MISSING, place, message()).related(whole, message());
        let [view] = views([&finding], &sources, UiLang::Ja).try_into().expect("one finding");
        assert_eq!((view.level, &*view.level_name, view.rule), ("error", "エラー", "link-missing"));
        let excerpt = ExcerptView { before: "前は".into(), marked: "<b>".into(), after: "後".into() };
        assert_eq!((view.places[0].position, &view.places[0].excerpt), (Some((2, 3)), &Some(excerpt)));
        assert_eq!((view.places[1].position, &view.places[1].label), (None, &Some(view.message)));
    }
}
