//! Parse: one page's source in, one [`Document`] out. Each page alone, never failing.
//!
//! What is wrong with a page is a finding; the document is what could be understood of it. Nothing here
//! knows other pages, the values of facts or the words of a theme: those are holes in the body.

mod autolink;
mod body;
pub(crate) mod braces;
mod emphasis;
pub(crate) mod events;
mod front_matter;
mod inline;
mod notices;
mod prose;
mod raw_html;
mod target;
mod untranslated;
mod writer;

pub use body::{Body, FactUse, Heading, Image, Link, Piece, Target, Text, TextPart};
pub(crate) use inline::in_address;
pub use notices::{Notice, NoticeLevel, Notices};
pub use prose::{Prose, ProseKind, Run, RunKind};
pub use untranslated::MARK;

pub use front_matter::{Allow, FrontMatter, KEYS as FRONT_MATTER_KEYS, Spanned};

use crate::diagnostic::Findings;
use crate::japanese::joining;
use crate::japanese::ruby::Escape;
use crate::lang::{Lang, Languages};
use crate::load::{PageSource, RawHtml, Topic};
use crate::source::{Source, Span};

/// One page, understood alone.
#[derive(Debug)]
pub struct Document {
    /// The topic.
    pub topic: Topic,
    /// Whether it stands for its folder.
    pub is_index: bool,
    /// The language it is written in.
    pub lang: Lang,
    /// Its source.
    pub source: Source,
    /// Its front matter.
    pub front: FrontMatter,
    /// Its title.
    pub title: Text,
    /// Its title in menus.
    pub nav_title: Option<Text>,
    /// Its summary.
    pub summary: Option<Text>,
    /// Where its body begins.
    pub(crate) body_start: usize,
    /// Its body.
    pub body: Body,
    /// Its text in blocks, for the rules on wording: title and summary first.
    pub prose: Vec<Prose>,
    /// Every place where it uses a fact.
    pub uses: Vec<FactUse>,
    /// The marks on texts that are still to be translated. A page that has one is not finished.
    pub untranslated: Vec<Span>,
}

/// Parses a page.
#[must_use]
pub fn parse(page: &PageSource, languages: &Languages, raw_html: RawHtml) -> (Document, Findings) {
    let source = &page.source;
    let (front, body_start, mut findings) = FrontMatter::parse(source, languages);
    let is_lost = front.is_none() && body_start == source.text().len();
    let front = front.unwrap_or_else(|| FrontMatter::unreadable(source.path().file_name()));
    let mut uses = Vec::new();
    let tag = languages.tag(page.lang);
    let mut worded = |field: &Spanned<String>| front_text(source, field, tag, &mut uses, &mut findings);
    let title = worded(&front.title);
    let nav_title = front.nav_title.as_ref().map(&mut worded);
    let summary = front.summary.as_ref().map(&mut worded);
    let mut blanked = String::new();
    let events = events::events(source.text(), body_start, tag, &mut blanked);
    let (mut body, more) = writer::write(source, &events, raw_html == RawHtml::Escape, &mut uses);
    body.is_partial |= is_lost;
    findings.extend(more);
    let worded = [Some(&front.title), front.nav_title.as_ref(), front.summary.as_ref()];
    let mut prose: Vec<_> = worded.into_iter().flatten().map(|field| prose::of_front(source, field)).collect();
    prose.extend(prose::of_body(source, &events.list));
    findings.extend(emphasis::left_over(source, &events));
    let untranslated = untranslated::marks(source, body_start, &events.list);
    let document = Document {
        untranslated,
        topic: page.topic.clone(),
        is_index: page.is_index,
        lang: page.lang,
        source: source.clone(),
        title,
        nav_title,
        summary,
        body_start,
        body,
        prose,
        uses,
        front,
    };
    (document, findings)
}

/// Whether two documents differ in nothing but their wording: the same blocks, links, images and ids at the same places.
#[must_use]
pub fn same_shape(one: &Document, other: &Document) -> bool {
    let targets = |document: &Document| {
        let links = document.body.links.iter().map(|link| link.target.clone());
        links.chain(document.body.images.iter().map(|image| image.target.clone())).collect::<Vec<_>>()
    };
    let headings = |document: &Document| {
        let ids = document.body.headings.iter().map(|heading| heading.id.as_ref().map(|(id, _)| id.clone()));
        ids.zip(document.body.headings.iter().map(|heading| heading.level)).collect::<Vec<_>>()
    };
    prose::same_shape(&one.prose, &other.prose)
        && targets(one) == targets(other)
        && headings(one) == headings(other)
        && one.body.pieces.len() == other.body.pieces.len()
        && one.uses.len() == other.uses.len()
}

/// A value of front matter as a text with facts, its lines joined. It is exact where YAML writes it as it is, without
/// escapes.
fn front_text(
    source: &Source,
    field: &Spanned<String>,
    tag: &str,
    uses: &mut Vec<FactUse>,
    findings: &mut Findings,
) -> Text {
    let written = &source.text()[field.span.range()];
    let unfolded = joining::join_folded(&field.value, written, tag);
    let value = joining::join_lines(unfolded.trim_end(), tag);
    let at = written.find(&*value);
    let start = field.span.range().start + at.unwrap_or(0);
    inline::facts(source, &value, start, at.is_some(), Escape::Backslash, uses, findings)
}
