//! Events in, blocks out.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};

use super::block::{Block, Kind, directive, empty};
use super::html::{self, Part};
use super::normal::{TARGET_END, TARGET_START, normal};
use super::target::Target;
use crate::lang::Languages;
use crate::parse::braces::{self, Escape};
use crate::parse::events::Spanned;
use crate::source::Span;

/// How much deeper the blocks of a quote and of a footnote lie.
const QUOTE: u8 = 10;
const FOOTNOTE: u8 = 20;

/// The blocks of a body.
pub(super) fn read(list: &[Spanned<'_>], languages: &Languages) -> Vec<Block> {
    let mut reader = Reader {
        languages,
        blocks: Vec::new(),
        alts: Vec::new(),
        draft: None,
        containers: Vec::new(),
        depth: 0,
        links: Vec::new(),
        images: Vec::new(),
    };
    for (event, range) in list {
        match event {
            Event::Start(tag) => reader.start(tag, range),
            Event::End(tag) => reader.end(*tag, range),
            _ => reader.inline(event, range),
        }
    }
    reader.close();
    reader.blocks
}

/// The block of a value of front matter.
pub(super) fn field(key: &str, value: &str, span: Span, languages: &Languages) -> Block {
    let mut draft = Draft::new(Kind::Field, 0, key);
    draft.words(value);
    Block { span, ..draft.finish(&span.range(), languages) }
}

/// A block while it is read.
struct Draft {
    block: Block,
    /// What its text events cover.
    range: Option<Range<usize>>,
    /// The titles of its images.
    captions: Vec<String>,
    /// The source of raw HTML.
    raw: String,
}

impl Draft {
    fn new(kind: Kind, depth: u8, name: &str) -> Self {
        let block = Block { depth, name: name.to_owned(), ..empty(kind, Span::new(0..0)) };
        Self { block, range: None, captions: Vec::new(), raw: String::new() }
    }

    fn cover(&mut self, range: &Range<usize>) {
        let before = self.range.get_or_insert_with(|| range.clone());
        before.start = before.start.min(range.start);
        before.end = before.end.max(range.end);
    }

    fn push(&mut self, words: &str) {
        self.block.text.push_str(words);
        self.block.full.push_str(words);
    }

    /// Words that may hold facts.
    fn words(&mut self, words: &str) {
        for part in braces::split(words, Escape::None) {
            match part {
                braces::Part::Words(words) => self.push(words),
                braces::Part::Fact(path, _) => {
                    self.push(&format!("{{{{ facts.{path} }}}}"));
                    self.block.facts.push(path.to_owned());
                }
                braces::Part::Unknown(range) => self.push(&words[range]),
            }
        }
    }

    fn target(&mut self, target: &str) {
        self.block.full.push(TARGET_START);
        self.block.full.push_str(target);
        self.block.full.push(TARGET_END);
    }

    fn link(&mut self, target: Target) {
        self.target(&target.fresh);
        self.block.links.push(target.across);
    }

    fn image(&mut self, target: Target) {
        self.target(&format!("!{}", target.fresh));
        self.block.images.push(target.across);
    }

    fn html(&mut self, raw: &str, languages: &Languages) {
        for part in html::parts(raw) {
            match part {
                Part::Text(text) => self.words(&text),
                Part::Link(address) => self.link(Target::new(&address, languages)),
                Part::Image(address) => self.image(Target::new(&address, languages)),
                Part::Alt(value) | Part::Attribute(value) => self.target(&value),
                Part::Code(code) => {
                    self.block.kind = Kind::Code;
                    self.push(&code);
                }
            }
        }
    }

    /// The finished block; it has no words if there was nothing to read.
    fn finish(mut self, whole: &Range<usize>, languages: &Languages) -> Block {
        let raw = std::mem::take(&mut self.raw);
        self.html(&raw, languages);
        let mut block = self.block;
        block.span = Span::new(self.range.unwrap_or_else(|| whole.clone()));
        if block.kind == Kind::Code {
            let code = dedented(&block.text);
            return Block { full: code.clone(), text: code, ..block };
        }
        if block.kind == Kind::Heading {
            cut_attributes(&mut block);
        }
        // Most blocks have no targets, and one form is both.
        let text = normal(&block.text);
        block.full = if block.full == block.text { text.clone() } else { normal(&block.full) };
        block.text = text;
        let is_image = block.text.is_empty() && !block.images.is_empty() && block.links.is_empty();
        if is_image && block.kind == Kind::Paragraph {
            block.kind = Kind::Image;
            block.text = normal(&self.captions.join(" "));
            block.full.insert_str(0, &block.text);
        }
        block
    }
}

/// Code without the blanks that all its lines begin with and those that they end with.
fn dedented(code: &str) -> String {
    let lines = || code.lines().map(str::trim_end);
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let common = lines().filter(|line| !line.is_empty()).map(indent).min().unwrap_or(0);
    let lines: Vec<_> = lines().map(|line| line.get(common..).unwrap_or_default()).collect();
    lines.join("\n").trim_end().to_owned()
}

/// Takes a trailing `{#id .class}` off a heading.
fn cut_attributes(block: &mut Block) {
    let text = block.text.trim_end();
    let Some(open) = text.strip_suffix('}').and_then(|rest| rest.rfind('{')) else { return };
    let inner = &text[open + 1..text.len() - 1];
    let fits = inner.starts_with(['#', '.'])
        && inner.split_whitespace().all(|word| word.len() > 1 && word.starts_with(['#', '.']));
    if !fits || !block.full.trim_end().ends_with(&text[open..]) {
        return;
    }
    let length = text.len() - open;
    block.id = inner.split_whitespace().rev().find_map(|word| word.strip_prefix('#')).map(str::to_owned);
    block.text.truncate(open);
    block.full.truncate(block.full.trim_end().len() - length);
}

/// Something that blocks lie in.
enum Container {
    /// A list item or a definition; what its first paragraph is, until that is read.
    Entry(Option<Kind>),
    /// A list, a quote or a footnote, by how much deeper its blocks lie.
    Deeper(u8),
}

/// An image whose alternative text is being read.
struct OpenImage {
    target: Target,
    title: String,
    alt: Draft,
}

struct Reader<'a> {
    languages: &'a Languages,
    blocks: Vec<Block>,
    /// Alternative texts that follow the open block.
    alts: Vec<Block>,
    draft: Option<Draft>,
    containers: Vec<Container>,
    depth: u8,
    links: Vec<Target>,
    images: Vec<OpenImage>,
}

impl Reader<'_> {
    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.open_here(),
            Tag::Heading { level, .. } => {
                self.open(Kind::Heading, "");
                self.with_draft(|draft| draft.block.level = *level as u8);
            }
            Tag::CodeBlock(kind) => self.open(Kind::Code, code_language(kind)),
            Tag::HtmlBlock => self.open(Kind::Html, ""),
            Tag::TableHead => self.open(Kind::HeadRow, ""),
            Tag::TableRow => self.open(Kind::Row, ""),
            Tag::TableCell => self.start_cell(),
            Tag::DefinitionListTitle => self.open(Kind::Term, ""),
            Tag::BlockQuote(kind) => {
                self.close();
                if let Some(kind) = kind {
                    self.blocks.push(directive(alert(*kind), &(range.start..range.start)));
                }
                self.enter(Container::Deeper(QUOTE));
            }
            Tag::List(_) => self.enter(Container::Deeper(1)),
            Tag::FootnoteDefinition(_) => self.enter(Container::Deeper(FOOTNOTE)),
            Tag::Item => self.enter(Container::Entry(Some(Kind::Item))),
            Tag::DefinitionListDefinition => self.enter(Container::Entry(Some(Kind::Definition))),
            Tag::Strikethrough => self.words("~~", range),
            Tag::Link { dest_url, .. } => self.links.push(Target::new(dest_url, self.languages)),
            Tag::Image { dest_url, title, .. } => self.start_image(dest_url, title),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::DefinitionListTitle => self.close(),
            TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::Item
            | TagEnd::DefinitionListDefinition => self.leave(),
            TagEnd::Strikethrough => self.words("~~", range),
            TagEnd::Link => self.end_link(range),
            TagEnd::Image => self.end_image(range),
            _ => {}
        }
    }

    fn inline(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.words(text, range),
            Event::Code(code) => self.with_inline(range, |draft| draft.push(code)),
            Event::SoftBreak | Event::HardBreak => self.with_inline(range, |draft| draft.push(" ")),
            Event::FootnoteReference(_) => self.with_inline(range, |draft| draft.target("^")),
            Event::TaskListMarker(done) => {
                self.with_inline(range, |draft| draft.push(if *done { "[x] " } else { "[ ] " }));
            }
            Event::InlineHtml(raw) => {
                let languages = self.languages;
                self.with_inline(range, |draft| draft.html(raw, languages));
            }
            Event::Html(raw) => self.with_inline(range, |draft| draft.raw.push_str(raw)),
            Event::Rule | Event::Start(_) | Event::End(_) => {}
        }
    }

    fn words(&mut self, words: &str, range: &Range<usize>) {
        self.with_inline(
            range,
            |draft| {
                if draft.block.kind == Kind::Code { draft.push(words) } else { draft.words(words) }
            },
        );
    }

    /// Changes what inline content goes to: the alternative text of an open image, else the open block. Content
    /// without a paragraph of its own, as in tight lists, opens one.
    fn with_inline(&mut self, range: &Range<usize>, change: impl FnOnce(&mut Draft)) {
        if let Some(image) = self.images.last_mut() {
            image.alt.cover(range);
            return change(&mut image.alt);
        }
        if self.draft.is_none() {
            self.open_here();
        }
        self.with_draft(|draft| {
            draft.cover(range);
            change(draft);
        });
    }

    fn with_draft(&mut self, change: impl FnOnce(&mut Draft)) {
        if let Some(draft) = &mut self.draft {
            change(draft);
        }
    }

    /// Opens a paragraph, or what a paragraph is here.
    fn open_here(&mut self) {
        let kind = match self.containers.last_mut() {
            Some(Container::Entry(first)) => first.take().unwrap_or(Kind::Paragraph),
            _ => Kind::Paragraph,
        };
        self.open(kind, "");
    }

    fn open(&mut self, kind: Kind, name: &str) {
        self.close();
        self.draft = Some(Draft::new(kind, self.depth, name));
    }

    /// Finishes the open block.
    fn close(&mut self) {
        if let Some(draft) = self.draft.take() {
            let block = draft.finish(&(0..0), self.languages);
            if !block.full.is_empty() {
                self.blocks.push(block);
            }
        }
        self.blocks.append(&mut self.alts);
    }

    fn enter(&mut self, container: Container) {
        self.close();
        if let Container::Deeper(by) = container {
            self.depth = self.depth.saturating_add(by);
        }
        self.containers.push(container);
    }

    fn leave(&mut self) {
        self.close();
        if let Some(Container::Deeper(_)) = self.containers.pop() {
            // Counted anew, since adding may have reached the limit.
            self.depth = self.containers.iter().fold(0, |depth: u8, container| match container {
                Container::Deeper(by) => depth.saturating_add(*by),
                Container::Entry(_) => depth,
            });
        }
    }

    fn start_cell(&mut self) {
        self.with_draft(|draft| {
            if draft.block.columns > 0 {
                draft.push(" | ");
            }
            draft.block.columns = draft.block.columns.saturating_add(1);
        });
    }

    fn start_image(&mut self, address: &str, title: &str) {
        let target = Target::new(address, self.languages);
        self.images.push(OpenImage { target, title: title.to_owned(), alt: Draft::new(Kind::Alt, self.depth, "") });
    }

    fn end_link(&mut self, range: &Range<usize>) {
        if let Some(target) = self.links.pop() {
            self.with_inline(range, |draft| draft.link(target));
        }
    }

    fn end_image(&mut self, range: &Range<usize>) {
        let Some(OpenImage { target, title, alt }) = self.images.pop() else { return };
        if !self.images.is_empty() {
            // An image in an alternative text is only its words.
            return self.words(&alt.block.text, range);
        }
        let alt = alt.finish(range, self.languages);
        if !alt.full.is_empty() {
            self.alts.push(alt);
        }
        self.with_inline(range, |draft| {
            draft.image(target);
            draft.captions.push(title);
        });
    }
}

fn code_language<'a>(kind: &'a CodeBlockKind<'_>) -> &'a str {
    match kind {
        CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
        CodeBlockKind::Indented => "",
    }
}

fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}
