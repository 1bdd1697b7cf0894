//! The text of a page as its readers meet it: blocks, and in each the runs of the source that it is made of.
//!
//! Rules on wording ask what a sentence says, through emphasis, links and line breaks, and must point at the source all
//! the same. So a block keeps places and no text. Code, raw HTML, facts and addresses are there as objects: something
//! stands in the sentence, and what it is does not concern the wording.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::Spanned as FrontValue;
use super::braces::{self, Escape, Part};
use super::events::{Spanned, is_verbatim};
use crate::source::{Source, Span};

/// One block of text: a heading, a paragraph, a cell, or a value of front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// What it is.
    pub kind: ProseKind,
    /// What it is made of, in order.
    pub runs: Vec<Run>,
}

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProseKind {
    /// A title or summary in front matter.
    Front,
    /// A heading.
    Heading,
    /// A paragraph, or the text of a list item or a definition.
    Paragraph,
    /// A cell of a table.
    Cell,
    /// The text alternative of an image.
    Alt,
    /// A paragraph that quotes somebody.
    Quote,
}

/// A part of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: RunKind,
}

/// What a part of a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    /// Words, exactly as the source has them.
    Words,
    /// Words that are an address at the same time, such as the label of a `[reference]`: to be read, not to be changed.
    Label,
    /// Something that is no words: code, a fact, an image, an address, raw HTML.
    Object,
    /// The end of a line that goes on.
    SoftBreak,
    /// The end of a line that stays.
    HardBreak,
}

/// Gathers the blocks of a body.
pub(super) fn of_body(source: &Source, list: &[Spanned<'_>]) -> Vec<Prose> {
    let mut gatherer = Gatherer::new(source);
    for (index, (event, range)) in list.iter().enumerate() {
        gatherer.event(event, range, matches!(list.get(index + 1), Some((Event::End(TagEnd::Heading(_)), _))));
    }
    gatherer.close();
    gatherer.done
}

/// The block that a value of front matter is; without runs where YAML writes it with escapes, as it has no place then.
pub(super) fn of_front(source: &Source, field: &FrontValue<String>) -> Prose {
    let mut gatherer = Gatherer::new(source);
    gatherer.open(ProseKind::Front);
    let range = field.span.range();
    let written = &source.text()[range.clone()];
    match written.find(field.value.as_str()) {
        Some(at) => gatherer.words(range.start + at..range.start + at + field.value.len()),
        None if !written.contains('\\') => gatherer.lines(range),
        None => {}
    }
    Prose { kind: ProseKind::Front, runs: gatherer.runs }
}

/// Whether two lists of blocks differ in wording only.
pub(super) fn same_shape(one: &[Prose], other: &[Prose]) -> bool {
    let shape = |prose: &Prose| (prose.kind, prose.runs.iter().map(|run| run.kind).collect::<Vec<_>>());
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| shape(one) == shape(other))
}

struct Gatherer<'a> {
    source: &'a Source,
    done: Vec<Prose>,
    kind: ProseKind,
    runs: Vec<Run>,
    quotes: usize,
    code: bool,
    /// How many elements of inline HTML are open.
    html: usize,
    /// How many labels of reference links are open.
    labels: usize,
    /// The blocks around the images whose alternative is being read.
    around: Vec<(ProseKind, Vec<Run>, Range<usize>)>,
}

impl<'a> Gatherer<'a> {
    fn new(source: &'a Source) -> Self {
        let (done, runs, around) = (Vec::new(), Vec::new(), Vec::new());
        Self { source, done, kind: ProseKind::Paragraph, runs, quotes: 0, code: false, html: 0, labels: 0, around }
    }

    fn event(&mut self, event: &Event<'_>, range: &Range<usize>, ends_heading: bool) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            Event::Text(_) if self.code => {}
            Event::Text(text) if is_verbatim(self.source.text(), text, range) && self.html == 0 => {
                let cut = if ends_heading { attributes(text) } else { text.len() };
                self.words(range.start..range.start + cut);
            }
            Event::InlineHtml(raw) => self.inline_html(raw, range),
            Event::Text(_) | Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.run(range.clone(), RunKind::Object);
            }
            Event::SoftBreak => self.run(range.clone(), RunKind::SoftBreak),
            Event::HardBreak => self.run(range.clone(), RunKind::HardBreak),
            Event::Html(_) | Event::Rule | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            Tag::Link { link_type, .. } => self.labels += usize::from(is_label(*link_type)),
            Tag::Image { .. } => {
                self.around.push((self.kind, std::mem::take(&mut self.runs), range.clone()));
                self.kind = ProseKind::Alt;
            }
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.close();
                self.code = true;
            }
            Tag::BlockQuote(kind) => {
                self.quotes += usize::from(kind.is_none());
                self.open(self.paragraph());
            }
            Tag::Heading { .. } => self.open(ProseKind::Heading),
            Tag::TableCell => self.open(ProseKind::Cell),
            _ => self.open(self.paragraph()),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Link => self.labels = self.labels.saturating_sub(1),
            TagEnd::Image => self.end_image(),
            TagEnd::BlockQuote(kind) => {
                self.quotes -= usize::from(kind.is_none() && self.quotes > 0);
                self.open(self.paragraph());
            }
            _ => {
                self.code = false;
                self.open(self.paragraph());
            }
        }
    }

    fn end_image(&mut self) {
        let Some((kind, runs, range)) = self.around.pop() else { return };
        let alt = std::mem::replace(&mut self.runs, runs);
        if !alt.is_empty() {
            self.done.push(Prose { kind: ProseKind::Alt, runs: alt });
        }
        self.kind = kind;
        self.run(range, RunKind::Object);
    }

    fn paragraph(&self) -> ProseKind {
        if self.quotes > 0 { ProseKind::Quote } else { ProseKind::Paragraph }
    }

    fn open(&mut self, kind: ProseKind) {
        self.close();
        self.kind = kind;
    }

    fn close(&mut self) {
        (self.html, self.labels) = (0, 0);
        if !self.runs.is_empty() {
            self.done.push(Prose { kind: self.kind, runs: std::mem::take(&mut self.runs) });
        }
    }

    /// What stands between the tags of inline HTML is the tag's business: it may be code.
    fn inline_html(&mut self, raw: &str, range: &Range<usize>) {
        let void = ["<br", "<wbr", "<img", "<!--"].iter().any(|tag| raw.to_ascii_lowercase().starts_with(tag));
        match raw {
            _ if void || raw.ends_with("/>") => {}
            _ if raw.starts_with("</") => self.html = self.html.saturating_sub(1),
            _ => self.html += 1,
        }
        self.run(range.clone(), if raw.starts_with("<br") { RunKind::HardBreak } else { RunKind::Object });
    }

    fn run(&mut self, range: Range<usize>, kind: RunKind) {
        self.runs.push(Run { span: Span::new(range), kind });
    }

    /// The lines of a value that YAML folds.
    fn lines(&mut self, range: Range<usize>) {
        let mut at = range.start;
        for line in self.source.text()[range].split_inclusive('\n') {
            let words = line.trim().trim_matches(['"', '\'']);
            let start = at + line.find(words).unwrap_or(0);
            at += line.len();
            if words.is_empty() || words.starts_with(['|', '>']) {
                continue;
            }
            if let Some(last) = self.runs.last() {
                self.run(last.span.range().end..start, RunKind::SoftBreak);
            }
            self.words(start..start + words.len());
        }
    }

    /// A run of text, in which facts and addresses are objects.
    fn words(&mut self, range: Range<usize>) {
        let source = self.source;
        let text = &source.text()[range.clone()];
        if !braces::may_have(text) {
            return self.words_without_facts(range);
        }
        let mut at = range.start;
        let escape = if source.text()[..range.start].ends_with('\\') { Escape::Taken } else { Escape::None };
        for part in braces::split(text, escape) {
            let end = match part {
                Part::Words(words) => at + words.len(),
                Part::Fact(_, braces) | Part::Unknown(braces) => {
                    self.run(range.start + braces.start..range.start + braces.end, RunKind::Object);
                    at = range.start + braces.end;
                    continue;
                }
            };
            self.words_without_facts(at..end);
            at = end;
        }
    }

    fn words_without_facts(&mut self, range: Range<usize>) {
        let kind = if self.labels > 0 { RunKind::Label } else { RunKind::Words };
        let source = self.source;
        let mut at = range.start;
        while let Some(address) = address(&source.text()[at..range.end]) {
            if address.start > 0 {
                self.run(at..at + address.start, kind);
            }
            self.run(at + address.start..at + address.end, RunKind::Object);
            at += address.end;
        }
        if at < range.end {
            self.run(at..range.end, kind);
        }
    }
}

/// Whether the text of a link is its address, or names the definition that has it.
fn is_label(link: LinkType) -> bool {
    !matches!(link, LinkType::Inline | LinkType::Reference | LinkType::ReferenceUnknown)
}

/// Where the `{#id}` at the end of a heading begins.
fn attributes(text: &str) -> usize {
    let open = text.trim_end().strip_suffix('}').and_then(|rest| rest.rfind('{'));
    open.filter(|&open| text[open + 1..].starts_with(['#', '.'])).unwrap_or(text.len())
}

/// The first address of the web in a text that is written as it is.
fn address(text: &str) -> Option<Range<usize>> {
    let start = ["http://", "https://"].iter().filter_map(|scheme| text.find(scheme)).min()?;
    let length = text[start..].find(|c: char| !c.is_ascii_graphic()).unwrap_or(text.len() - start);
    Some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    /// The blocks of a body, each run as it stands in the source.
    fn blocks(text: &str) -> Vec<(ProseKind, Vec<String>)> {
        let source = Source::new(SourcePath::new("a.md"), text);
        let mut blanked = String::new();
        let events = super::super::events::events(text, 0, "ja", &mut blanked);
        let shown = |run: &Run| match run.kind {
            RunKind::Words => text[run.span.range()].to_owned(),
            kind => format!("{kind:?}"),
        };
        let blocks = of_body(&source, &events.list);
        blocks.iter().map(|prose| (prose.kind, prose.runs.iter().map(shown).collect())).collect()
    }

    fn paragraph(runs: &[&str]) -> (ProseKind, Vec<String>) {
        (ProseKind::Paragraph, runs.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn what_is_no_words_is_an_object() {
        let text = "a **b** `c` {{ facts.d }}e\nhttps://f.example/g h <b>i</b> &amp;";
        let runs =
            ["a ", "b", " ", "Object", " ", "Object", "e", "SoftBreak", "Object", " h ", "Object", "Object", "Object"];
        assert_eq!(blocks(text), [paragraph(&[&runs[..], &[" ", "Object"]].concat())]);
    }

    #[test]
    fn blocks_have_kinds_and_labels_stay() {
        let text =
            "## a {#id}\n\n> b\n\n- c\n  - d\n\n![e](f.png) [g] <h@i.jp>\n\n    code\n\n|j|\n|-|\n|k|\n\n[g]: l\n";
        let kinds: Vec<_> =
            blocks(text).into_iter().map(|(kind, runs)| format!("{kind:?} {}", runs.join("+"))).collect();
        assert_eq!(
            kinds,
            [
                "Heading a ",
                "Quote b",
                "Paragraph c",
                "Paragraph d",
                "Alt e",
                "Paragraph Object+ +Label+ +Label",
                "Cell j",
                "Cell k"
            ]
        );
    }

    #[test]
    fn values_of_front_matter_are_found_where_they_stand() {
        let text = "summary: >-\n  一行目\n  二行目\n";
        let source = Source::new(SourcePath::new("a.md"), text);
        let prose =
            of_front(&source, &FrontValue { value: "一行目 二行目".to_owned(), span: Span::new(9..text.len()) });
        let runs: Vec<_> = prose.runs.iter().map(|run| &text[run.span.range()]).collect();
        assert_eq!(runs, ["一行目", "\n  ", "二行目"]);
    }
}
