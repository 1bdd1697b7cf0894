//! Parse: one page's source in, one [`Document`] out. Each page alone, never failing.
//!
//! What is wrong with a page is a finding; the document is what could be understood of it. Nothing here
//! knows other pages, the values of facts or the words of a theme: those are holes in the body.

mod body;
pub(crate) mod braces;
pub(crate) mod events;
mod front_matter;
mod inline;
mod raw_html;
mod target;
mod writer;

pub use body::{Body, FactUse, Heading, Image, Link, Piece, Target, Text, TextPart};
pub(crate) use inline::in_address;

pub use front_matter::{Allow, FrontMatter, Spanned};

use crate::diagnostic::Findings;
use crate::lang::{Lang, Languages};
use crate::load::{PageSource, RawHtml, Topic};
use crate::source::Source;

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
    /// Its body.
    pub body: Body,
    /// Every place where it uses a fact.
    pub uses: Vec<FactUse>,
}

/// Parses a page.
#[must_use]
pub fn parse(page: &PageSource, languages: &Languages, raw_html: RawHtml) -> (Document, Findings) {
    let source = &page.source;
    let (front, body_start, mut findings) = FrontMatter::parse(source, languages);
    let is_lost = front.is_none() && body_start == source.text().len();
    let front = front.unwrap_or_else(|| FrontMatter::unreadable(source.path().file_name()));
    let mut uses = Vec::new();
    let mut worded = |field: &Spanned<String>| front_text(source, field, &mut uses, &mut findings);
    let title = worded(&front.title);
    let nav_title = front.nav_title.as_ref().map(&mut worded);
    let summary = front.summary.as_ref().map(&mut worded);
    let mut blanked = String::new();
    let events = events::events(source.text(), body_start, &mut blanked);
    let (mut body, more) = writer::write(source, &events, raw_html == RawHtml::Escape, &mut uses);
    body.is_partial |= is_lost;
    findings.extend(more);
    let document = Document {
        topic: page.topic.clone(),
        is_index: page.is_index,
        lang: page.lang,
        source: source.clone(),
        title,
        nav_title,
        summary,
        body,
        uses,
        front,
    };
    (document, findings)
}

/// A value of front matter as a text with facts. It is exact where YAML writes it as it is, without escapes.
fn front_text(source: &Source, field: &Spanned<String>, uses: &mut Vec<FactUse>, findings: &mut Findings) -> Text {
    let written = &source.text()[field.span.range()];
    let at = written.find(field.value.as_str());
    let start = field.span.range().start + at.unwrap_or(0);
    inline::facts(source, &field.value, start, at.is_some(), braces::Escape::Backslash, uses, findings)
}
