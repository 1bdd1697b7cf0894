//! Events in, a [`Body`] out: the block structure of a page as HTML.
//!
//! Why our own writer and not the parser's: pages need holes for what the site decides, classes instead of
//! `style`, labelled check boxes, localised titles of alerts, notes, captions, and footnotes at the end.

mod blocks;
mod footnotes;
mod headings;
mod inline;
mod parts;

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, LinkType, Tag, TagEnd};

use self::footnotes::Footnotes;
use super::body::{Body, FactUse, Heading, Image, Piece, Text};
use super::events::{self, Events, PartLine, Spanned};
use super::raw_html;
use crate::diagnostic::{Finding, Findings, rule};
use crate::source::Source;
use crate::words::Msg;

/// The deepest nesting of a page's blocks and inline markup.
const MAX_DEPTH: usize = 100;

/// Writes the body of a page whose events these are.
pub(super) fn write(
    source: &Source,
    events: &Events<'_>,
    escape_html: bool,
    uses: &mut Vec<FactUse>,
) -> (Body, Findings) {
    let mut writer = Writer {
        source,
        escape_html,
        uses,
        parts: events.parts.iter().peekable(),
        body: Body::default(),
        out: Pieces::default(),
        outer: Vec::new(),
        footnotes: Footnotes::default(),
        lists: Vec::new(),
        table: Table::default(),
        faq: Vec::new(),
        heading: None,
        question: None,
        waiting: false,
        quotes: Vec::new(),
        caption: None,
        alone: false,
        alt: None,
        inner_images: 0,
        links: Vec::new(),
        inner_links: 0,
        html_block: None,
        open_html: raw_html::Open::default(),
        figure: false,
        bare: false,
        in_code: false,
        in_section: false,
        cut: None,
        depth: 0,
        findings: Vec::new(),
    };
    writer.run(&events.list);
    writer.finish()
}

/// A block of raw HTML, which comes line by line.
struct HtmlBlock {
    reader: raw_html::Reader,
    /// Where it begins in the text that is being gathered. It has no holes.
    start: usize,
    /// Whether an address in it would run code.
    is_dangerous: bool,
}

/// Pieces as they grow: text is gathered until a hole comes.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    html: String,
}

impl Pieces {
    fn hole(&mut self, hole: Piece) {
        if !self.html.is_empty() {
            self.done.push(Piece::Html(std::mem::take(&mut self.html).into()));
        }
        self.done.push(hole);
    }

    fn finish(mut self) -> Vec<Piece> {
        if !self.html.is_empty() {
            self.done.push(Piece::Html(self.html.into()));
        }
        self.done
    }

    fn append(&mut self, other: Self) {
        for piece in other.finish() {
            match piece {
                Piece::Html(html) => self.html.push_str(&html),
                hole => self.hole(hole),
            }
        }
    }
}

#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    head: bool,
    cell: usize,
}

struct List {
    ordered: bool,
    cards: bool,
}

struct Writer<'a> {
    source: &'a Source,
    escape_html: bool,
    uses: &'a mut Vec<FactUse>,
    parts: std::iter::Peekable<std::slice::Iter<'a, PartLine>>,
    body: Body,
    out: Pieces,
    /// What was being written when footnote definitions began.
    outer: Vec<(Pieces, String, Range<usize>)>,
    footnotes: Footnotes,
    lists: Vec<List>,
    table: Table,
    /// For each open definition list, whether it shows questions and answers; with it, whether an answer is open.
    faq: Vec<(bool, bool)>,
    heading: Option<Heading>,
    /// The text of the open question.
    question: Option<Text>,
    /// Whether the next definition is the first answer to a question.
    waiting: bool,
    /// For each open block quote, whether it describes a figure.
    quotes: Vec<bool>,
    /// What was being written when a caption began; behind it, the caption of the table that comes next.
    caption: Option<Pieces>,
    /// Whether the open paragraph is one fact and nothing else.
    alone: bool,
    alt: Option<Image>,
    /// How many images are open inside the text alternative of another.
    inner_images: usize,
    links: Vec<usize>,
    /// How many links are open that are only words.
    inner_links: usize,
    /// The open block of raw HTML.
    html_block: Option<HtmlBlock>,
    /// The elements of raw HTML that are open.
    open_html: raw_html::Open,
    /// Whether the next image is a figure.
    figure: bool,
    /// Whether the open paragraph is written without its tags.
    bare: bool,
    in_code: bool,
    in_section: bool,
    /// Where the text of the open heading ends and its `{#id}` begins.
    cut: Option<usize>,
    depth: usize,
    findings: Findings,
}

impl<'a> Writer<'a> {
    fn run(&mut self, list: &[Spanned<'_>]) {
        let mut index = 0;
        while let Some((event, range)) = list.get(index) {
            match event {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        self.too_deep(range);
                        return;
                    }
                    self.start(tag, range, list, index);
                }
                Event::End(tag) => {
                    self.depth -= 1;
                    self.end(*tag, range);
                }
                _ => self.inline(event, range),
            }
            index += 1;
        }
    }

    fn finish(mut self) -> (Body, Findings) {
        if self.in_section {
            self.out.hole(Piece::SectionEnd);
        }
        if !self.body.is_partial {
            let wrong = std::mem::take(&mut self.open_html).finish();
            self.tell_unbalanced(wrong);
        }
        self.write_footnotes();
        while let Some(line) = self.parts.next() {
            self.misplaced(line);
        }
        self.body.pieces = self.out.finish();
        (self.body, self.findings)
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>, list: &[Spanned<'_>], index: usize) {
        match tag {
            Tag::Paragraph => self.start_paragraph(range, list, index),
            Tag::Heading { level, .. } => self.start_heading(*level as u8, range, list, index),
            Tag::BlockQuote(kind) => self.start_quote(*kind, range, list, index),
            Tag::CodeBlock(kind) => self.start_code(kind),
            Tag::List(first) => self.start_list(*first, range),
            Tag::Item => self.start_item(list, index),
            Tag::FootnoteDefinition(label) => {
                self.outer.push((std::mem::take(&mut self.out), label.to_string(), range.clone()))
            }
            Tag::DefinitionList => self.start_definitions(range),
            Tag::DefinitionListTitle => self.start_term(),
            Tag::DefinitionListDefinition => self.start_definition(),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => {
                self.table.head = true;
                self.table.cell = 0;
                self.html("<thead><tr>");
            }
            Tag::TableRow => {
                self.table.cell = 0;
                self.html("<tr>");
            }
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.html("<em>"),
            Tag::Strong => self.html("<strong>"),
            Tag::Strikethrough => self.html("<del>"),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.start_link(&format!("mailto:{dest_url}"), "", range);
            }
            Tag::Link { dest_url, title, .. } => self.start_link(dest_url, title, range),
            Tag::Image { dest_url, title, .. } => self.start_image(dest_url, title, range),
            Tag::HtmlBlock => self.start_html_block(),
            Tag::MetadataBlock(_) | Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph if std::mem::take(&mut self.bare) => self.end_bare(),
            TagEnd::Paragraph => self.html("</p>\n"),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(None) => self.end_quote(),
            TagEnd::BlockQuote(Some(_)) => self.html("</div>\n"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.html("</code></pre>\n");
            }
            TagEnd::List(_) => {
                let ordered = self.lists.pop().is_some_and(|list| list.ordered);
                self.html(if ordered { "</ol>\n" } else { "</ul>\n" });
            }
            TagEnd::Item => self.html("</li>\n"),
            TagEnd::FootnoteDefinition => self.end_footnote(range),
            TagEnd::DefinitionList => self.end_definitions(),
            TagEnd::DefinitionListTitle if self.is_faq() => self.end_question(),
            TagEnd::DefinitionListTitle => self.html("</dt>\n"),
            TagEnd::DefinitionListDefinition => {
                let faq = self.is_faq();
                self.html(if faq { "</div>\n" } else { "</dd>\n" });
            }
            TagEnd::Table => self.html("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.table.head = false;
                self.html("</tr></thead><tbody>\n");
            }
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => {
                self.table.cell += 1;
                let head = self.table.head;
                self.html(if head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.html("</em>"),
            TagEnd::Strong => self.html("</strong>"),
            TagEnd::Strikethrough => self.html("</del>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::HtmlBlock => self.end_html_block(),
            TagEnd::MetadataBlock(_) | TagEnd::Superscript | TagEnd::Subscript => {}
        }
    }

    fn inline(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(text) => self.text(text, range),
            Event::Code(code) => self.code(code),
            Event::Html(raw) | Event::InlineHtml(raw) => self.raw(raw, range),
            Event::SoftBreak => self.words("\n"),
            Event::HardBreak => {
                self.capture("\n");
                self.html("<br>\n");
            }
            Event::Rule => self.html("<hr>\n"),
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::TaskListMarker(done) => self.task(*done),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.words(text),
            Event::Start(_) | Event::End(_) => {}
        }
    }

    fn too_deep(&mut self, range: &Range<usize>) {
        self.body.is_partial = true;
        let message = Msg::LimitNesting { limit: MAX_DEPTH.into() };
        let start = range.start.min(self.source.text().len());
        self.findings.push(Finding::new(&rule::LIMIT_DEPTH, self.source.place(start..start), message));
        while let Some((outer, ..)) = self.outer.pop() {
            self.out = outer;
        }
        self.alt = None;
    }

    fn html(&mut self, html: &str) {
        if self.alt.is_none() {
            self.out.html.push_str(html);
        }
    }
}

/// Whether the paragraph or the list item at `index` is one image with a title, and nothing else.
fn is_figure(list: &[Spanned<'_>], index: usize) -> bool {
    let Some((Event::Start(Tag::Image { title, .. }), _)) = list.get(index + 1) else { return false };
    let after = list.get(events::end_of(list, index + 1) + 1);
    !title.is_empty() && after.is_some_and(|(event, _)| events::ends_text(event))
}

/// Whether the block at `index` begins with ※, be it emphasised or not.
fn begins_note(list: &[Spanned<'_>], index: usize) -> bool {
    let is_emphasis = |event: &Event<'_>| matches!(event, Event::Start(Tag::Strong | Tag::Emphasis));
    let first = list[index + 1..].iter().find(|(event, _)| !is_emphasis(event));
    matches!(first, Some((Event::Text(text), _)) if text.starts_with('※'))
}

/// A range without the white space at its end.
fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    range.start..range.start + text[range.clone()].trim_end().len()
}

/// An index as holes keep it. A page is at most 10 MiB, so no index is near 2³².
fn small(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
