//! A page's body after parsing: finished markup with holes, and what the holes refer to.
//!
//! A body is parsed once, alone, and rendered perhaps often, for several languages. So parsing writes all
//! markup that depends on the page only, and leaves holes for what the site decides: the address of a link,
//! the value of a fact, the id of a heading, a word of the theme. Rendering is then filling in, in one pass.

use crate::html;
use crate::japanese::ruby::{self, Ruby};
use crate::source::Span;
use crate::words::Word;

/// A page's body.
#[derive(Debug, Default)]
pub struct Body {
    /// Markup and holes, in order.
    pub pieces: Vec<Piece>,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// The links, in order.
    pub links: Vec<Link>,
    /// The images, in order.
    pub images: Vec<Image>,
    /// The questions of `{.faq}` lists, in order.
    pub questions: Vec<Text>,
    /// How many tables have captions.
    pub captions: usize,
    /// How many figures are described in words.
    pub descriptions: usize,
    /// Ids that raw HTML and footnotes declare.
    pub ids: Vec<(String, Span)>,
    /// The runs of text that readers see, in order: as the source has them, outside code, raw HTML and addresses.
    /// A character reference (`&amp;`) is in no run, as its text is not the source's; double braces are.
    pub texts: Vec<Span>,
    /// Whether part of the text could not be read, so that what is not here may be there all the same.
    pub is_partial: bool,
}

/// Markup, or a hole in it.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Finished HTML.
    Html(Box<str>),
    /// The id of a heading, by its index.
    HeadingId(u32),
    /// The id of a question, by its index.
    QuestionId(u32),
    /// A paragraph that is one fact, by the index of its use: a contact is a block there.
    FactAlone(u32),
    /// The value of a fact, by the index of its use; `plain` where markup cannot stand.
    Fact {
        /// The index in the document's uses.
        index: u32,
        /// Inside a link, a heading or an attribute: text only.
        plain: bool,
    },
    /// The start tag of a link, by its index.
    LinkStart(u32),
    /// The label and the end tag of a link, by its index.
    LinkEnd(u32),
    /// An image, by its index.
    Image(u32),
    /// A word of the theme.
    Word(Word),
    /// Here begins a text of which a line may end between phrases only: a heading, a question, the link of a card.
    PhrasesStart,
    /// Here it ends.
    PhrasesEnd,
    /// The end of an h2 section, where the link back to the menu stands.
    SectionEnd,
}

/// A heading.
#[derive(Debug)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Whether it divides the page itself, not a quote or a list item.
    pub top: bool,
    /// The id that `{#id}` gives it.
    pub id: Option<(String, Span)>,
    /// Its text.
    pub text: Text,
    /// The whole heading.
    pub span: Span,
}

/// A link.
#[derive(Debug)]
pub struct Link {
    /// Where it leads.
    pub target: Target,
    /// Its visible text.
    pub text: Text,
    /// Its title, which browsers show on hovering; empty without one.
    pub title: Text,
    /// Whether it contains an image, which then is its text.
    pub has_image: bool,
    /// Its address in the source where that is known, else the whole link.
    pub span: Span,
}

/// An image.
#[derive(Debug)]
pub struct Image {
    /// Its file.
    pub target: Target,
    /// Its text alternative.
    pub alt: Text,
    /// Its title, which is its caption in a figure; empty without one.
    pub title: Text,
    /// Whether it stands alone, as a figure.
    pub figure: bool,
    /// The number of the description in words that follows the figure.
    pub description: Option<usize>,
    /// Its address in the source where that is known, else the whole image.
    pub span: Span,
}

/// What the address of a link or an image names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A file of the site, relative to the page's folder or, with `/`, to `content/`.
    File {
        /// The path, percent-decoded, in NFC.
        path: String,
        /// What follows `#`, percent-decoded, in NFC.
        fragment: Option<String>,
    },
    /// A place on the same page.
    Anchor(String),
    /// A fact, by key and part: `ministry`.
    Fact(String),
    /// An address on the web.
    Web(String),
    /// A `mailto:`, `tel:` or `sms:` address.
    Contact(String),
    /// An address of a scheme that pages must not use, such as `javascript:`.
    Forbidden(String),
    /// Nothing at all.
    Empty,
    /// A fact in double braces, which an address cannot hold.
    Braces(String),
}

/// A text with facts in it, not yet worded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(pub Vec<TextPart>);

/// A part of a [`Text`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextPart {
    /// Words.
    Plain(String),
    /// The value of a fact, by the index of its use.
    Fact(u32),
    /// A word with its reading.
    Ruby(Ruby),
}

/// A place where a page uses a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactUse {
    /// Key and parts: `hotline.label`.
    pub path: String,
    /// Where.
    pub span: Span,
}

impl Text {
    /// The text with each fact worded by `fact`, which takes the index of the use, and without readings.
    pub fn render<'a>(&self, fact: impl Fn(u32) -> std::borrow::Cow<'a, str>) -> String {
        let mut out = String::new();
        for part in &self.0 {
            match part {
                TextPart::Plain(words) => out.push_str(words),
                TextPart::Fact(index) => out.push_str(&fact(*index)),
                TextPart::Ruby(ruby) => out.push_str(&ruby.base()),
            }
        }
        out
    }

    /// The text as markup, with its readings; facts are worded by `fact` as plain text.
    pub fn html<'a>(&self, fact: impl Fn(u32) -> std::borrow::Cow<'a, str>) -> String {
        let mut out = String::new();
        for part in &self.0 {
            match part {
                TextPart::Plain(words) => html::push_text(&mut out, words),
                TextPart::Fact(index) => html::push_text(&mut out, &fact(*index)),
                TextPart::Ruby(ruby) => ruby.push_html(&mut out),
            }
        }
        out
    }

    /// Whether it has no visible character.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|part| matches!(part, TextPart::Plain(words) if words.trim().is_empty()))
    }

    /// Appends words.
    pub fn push_str(&mut self, words: &str) {
        match self.0.last_mut() {
            Some(TextPart::Plain(last)) => last.push_str(words),
            _ => self.0.push(TextPart::Plain(words.to_owned())),
        }
    }

    /// Appends words in which readings are marked.
    pub fn push_words(&mut self, words: &str, escape: ruby::Escape) {
        for part in ruby::split(words, escape) {
            match part {
                ruby::Part::Words(words) => self.push_str(words),
                ruby::Part::Ruby(ruby) => self.0.push(TextPart::Ruby(ruby)),
            }
        }
    }

    /// Appends a fact.
    pub fn push_fact(&mut self, index: u32) {
        self.0.push(TextPart::Fact(index));
    }
}
