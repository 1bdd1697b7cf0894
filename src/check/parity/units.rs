//! The units of a page: its blocks with their words, their values and what their links lead to.
//!
//! Blocks know their place and their words in normal form, but not where each word stands. So the words are read once
//! more from the page's events, each with its bytes, and given to the innermost block that holds them.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::blocks::{Block, Kind, blocks_of};
use crate::facts::Wording;
use crate::parity::{self, Stated, Target, Unit, UsedFact, normal_url};
use crate::parse::braces::{self, Escape, Part};
use crate::parse::{Spanned, events};
use crate::resolve::{Bound, Page, Site};
use crate::source::{Source, Span};

/// Stands in a text for a fact, so that the words around it do not run together.
const FACT: char = '\u{FFFC}';
/// Stands between cells and between parts of a block that are no neighbours.
const GAP: &str = " | ";

/// A page as units, one a block.
pub(super) struct PageUnits {
    pub(super) blocks: Vec<Block>,
    pub(super) units: Vec<Unit>,
    /// The words of each block; facts are left out.
    pub(super) texts: Vec<String>,
    /// The words of each block with its facts in words.
    pub(super) words: Vec<String>,
}

/// The units of a page.
pub(super) fn units(site: &Site, page: &Page) -> PageUnits {
    let document = &site.edition(page).document;
    let languages = &site.input.settings.languages;
    let (text, tag) = (document.source.text(), languages.tag(document.lang));
    let mut blanked = String::new();
    let events = events::events(text, document.body_start, tag, &mut blanked);
    let blocks = blocks_of(Some(&document.front), &events, languages);
    let mut drafts: Vec<Draft> = blocks.iter().map(|_| Draft::default()).collect();
    let mut fill = Fill {
        source: &document.source,
        wording: site.wording(document.lang),
        site,
        blocks: &blocks,
        drafts: &mut drafts,
    };
    let front = &document.front;
    for field in [Some(&front.title), front.nav_title.as_ref(), front.summary.as_ref()].into_iter().flatten() {
        fill.field(field);
    }
    fill.body(&events.list);
    let mut units: Vec<Unit> = blocks.iter().zip(&drafts).map(|(block, draft)| draft.unit(block)).collect();
    give_targets(site, page, &blocks, &mut units);
    let texts = drafts.iter().map(|draft| draft.text.replace(FACT, "")).collect();
    let words = drafts.into_iter().map(|draft| draft.words).collect();
    PageUnits { blocks, units, texts, words }
}

/// The words of a block while they are gathered.
#[derive(Default)]
struct Draft {
    text: String,
    words: String,
    anchors: Vec<Anchor>,
    facts: Vec<UsedFact>,
}

/// A stretch of a text and its bytes in the source.
struct Anchor {
    at: usize,
    source: Range<usize>,
    /// Whether the source says it byte for byte.
    verbatim: bool,
}

impl Draft {
    fn push(&mut self, text: &str, source: Range<usize>) {
        let verbatim = text.len() == source.len();
        self.anchors.push(Anchor { at: self.text.len(), source, verbatim });
        self.text.push_str(text);
    }

    /// The bytes of the source that a range of the text stands for.
    fn place(&self, range: Range<usize>) -> Range<usize> {
        let point = |at: usize, end: bool| {
            let index = self.anchors.partition_point(|anchor| anchor.at <= at).saturating_sub(1);
            let Some(anchor) = self.anchors.get(index) else { return 0 };
            match (anchor.verbatim, end) {
                (true, false) => (anchor.source.start + at - anchor.at).min(anchor.source.end),
                (true, true) => (anchor.source.start + at + 1 - anchor.at).min(anchor.source.end),
                (false, false) => anchor.source.start,
                (false, true) => anchor.source.end,
            }
        };
        let start = point(range.start, false);
        start..point(range.end.saturating_sub(1).max(range.start), true).max(start)
    }

    fn unit(&self, block: &Block) -> Unit {
        let states = !matches!(block.kind, Kind::Code | Kind::Directive);
        let values = if states { Stated::of(&self.text, |range| self.place(range)) } else { Vec::new() };
        Unit {
            section: block.section,
            span: block.span,
            values,
            facts: self.facts.clone(),
            links: Vec::new(),
            images: Vec::new(),
        }
    }
}

/// Gives words to blocks.
struct Fill<'a> {
    source: &'a Source,
    wording: Wording<'a>,
    site: &'a Site,
    blocks: &'a [Block],
    drafts: &'a mut [Draft],
}

impl Fill<'_> {
    /// A value of front matter; it is exact where YAML writes it as it is.
    fn field(&mut self, field: &Spanned<String>) {
        let range = field.span.range();
        let written = &self.source.text()[range.clone()];
        let exact = written.find(field.value.as_str()).map(|at| range.start + at..range.start + at + field.value.len());
        let Some(index) = self.blocks.iter().position(|block| block.span == field.span) else { return };
        self.words(index, &field.value, exact.unwrap_or(range));
    }

    fn body(&mut self, list: &[events::Spanned<'_>]) {
        let mut code = false;
        let mut gap = true;
        let mut last = None;
        for (event, range) in list {
            let text: &str = match event {
                Event::Start(Tag::CodeBlock(_)) | Event::End(TagEnd::CodeBlock) => {
                    code = matches!(event, Event::Start(_));
                    continue;
                }
                Event::Text(text) | Event::Code(text) if !code => text,
                Event::SoftBreak | Event::HardBreak => " ",
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
                | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => continue,
                _ => {
                    gap = true;
                    continue;
                }
            };
            let Some(index) = self.innermost(range) else { continue };
            if gap && last == Some(index) {
                self.drafts[index].push(GAP, range.start..range.start);
            }
            gap = false;
            last = Some(index);
            self.words(index, text, range.clone());
        }
    }

    /// The smallest block that holds a range.
    fn innermost(&self, range: &Range<usize>) -> Option<usize> {
        innermost(self.blocks, range)
    }

    /// Adds words, in which facts may stand.
    fn words(&mut self, index: usize, text: &str, range: Range<usize>) {
        let exact = text.len() == range.len();
        let escaped = exact && self.source.text()[..range.start].ends_with('\\');
        for part in braces::split(text, if escaped { Escape::Taken } else { Escape::None }) {
            let (words, at) = match part {
                Part::Words(words) => (words, words.as_ptr() as usize - text.as_ptr() as usize),
                Part::Unknown(at) => (&text[at.clone()], at.start),
                Part::Fact(path, at) => {
                    let place = if exact { range.start + at.start..range.start + at.end } else { range.clone() };
                    self.fact(index, path, place);
                    continue;
                }
            };
            let place = if exact { range.start + at..range.start + at + words.len() } else { range.clone() };
            self.drafts[index].words.push_str(words);
            self.drafts[index].push(words, place);
        }
    }

    fn fact(&mut self, index: usize, path: &str, place: Range<usize>) {
        let shown = self.site.facts.show(path, &self.wording);
        let text = shown.map(|shown| shown.text).unwrap_or_default();
        let key = path.split('.').next().unwrap_or(path).to_owned();
        let values = Stated::of(&text, |_| place.clone());
        let draft = &mut self.drafts[index];
        draft.words.push_str(&text);
        draft.push(FACT.encode_utf8(&mut [0; 4]), place);
        draft.facts.push(UsedFact { key, values });
    }
}

/// The smallest block that holds a range. Blocks are in the order of their beginning, and only alternative texts lie in others.
fn innermost(blocks: &[Block], range: &Range<usize>) -> Option<usize> {
    let until = blocks.partition_point(|block| block.span.start as usize <= range.start);
    let holds = |&index: &usize| {
        let span = blocks[index].span.range();
        span.start <= range.start && range.end <= span.end
    };
    (0..until).rev().take(REACH).filter(holds).min_by_key(|&index| blocks[index].span.range().len())
}

/// How many blocks back the block that holds a place is looked for; only its own images stand between.
const REACH: usize = 64;

/// Gives links and images to the units that they stand in.
fn give_targets(site: &Site, page: &Page, blocks: &[Block], units: &mut [Unit]) {
    let document = &site.edition(page).document;
    let written = |span: Span| document.source.text()[span.range()].to_owned();
    for (link, bound) in document.body.links.iter().zip(&page.links) {
        let key = match &link.target {
            crate::parse::Target::Fact(key) => Some(format!("fact:{key}")),
            _ => key(site, bound),
        };
        // An address that is its own words was read with them: mail stays a value, and the web is a link.
        let own_words = !written(link.span).starts_with('[');
        if own_words && matches!(bound, Bound::Contact { .. }) {
            continue;
        }
        if let (Some(key), Some(index)) = (key, innermost(blocks, &link.span.range())) {
            if own_words {
                units[index].values.retain(|stated| !is_address(stated, link.span));
            }
            units[index].links.push(Target { key, written: written(link.span), span: link.span });
        }
    }
    for (image, bound) in document.body.images.iter().zip(&page.images) {
        if let (Some(key), Some(index)) = (key(site, bound), innermost(blocks, &image.span.range())) {
            units[index].images.push(Target { key, written: written(image.span), span: image.span });
        }
    }
}

/// Whether a value is the address on the web that a link's words are.
fn is_address(stated: &Stated, link: Span) -> bool {
    let (link, value) = (link.range(), &stated.value.span);
    let is_within = link.start <= value.start && value.end <= link.end;
    is_within && stated.value.data.kind() == parity::Kind::Link
}

/// What a link or an image names, the same in every language. Places on a page have ids of their language, and what
/// leads nowhere has a finding of its own.
fn key(site: &Site, bound: &Bound) -> Option<String> {
    match bound {
        Bound::Page { page, .. } => Some(format!("topic:{}", site.pages[*page].topic.as_str())),
        Bound::Asset { asset, .. } => Some(format!("file:{}", without_language(site, *asset))),
        Bound::Web { url, .. } => Some(format!("url:{}", normal_url(url))),
        Bound::Contact { href, .. } => Some(contact(href)),
        Bound::Anchor { .. } | Bound::Broken(_) => None,
    }
}

/// `apply/steps.svg` for `content/apply/steps.ja.svg`.
fn without_language(site: &Site, asset: usize) -> String {
    let path = site.input.assets[asset].path.as_str();
    let Some((stem, extension)) = path.rsplit_once('.') else { return path.to_owned() };
    let languages = &site.input.settings.languages;
    match stem.rsplit_once('.') {
        Some((base, tag)) if languages.find(tag).is_some() => format!("{base}.{extension}"),
        _ => path.to_owned(),
    }
}

/// A telephone number in digits, whatever groups it is written in; other addresses as they are.
fn contact(href: &str) -> String {
    match href.strip_prefix("tel:") {
        Some(number) => {
            let digits: String = number.chars().filter(char::is_ascii_digit).collect();
            let national = if number.starts_with("+81") { format!("0{}", &digits[2..]) } else { digits };
            format!("tel:{national}")
        }
        None => href.to_ascii_lowercase(),
    }
}
