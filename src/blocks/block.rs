//! The blocks of a page: what a person translates as one unit.
//!
//! They come from the same events that the page is written from, so that whatever the generator shows is in them
//! and nothing else. A page of any language gives its blocks from its text alone; an agreed text of years ago is
//! read like today's.

use std::ops::Range;

use super::reader;
use crate::lang::{Lang, Languages};
use crate::parse::events::{self, Events};
use crate::parse::{FrontMatter, Spanned};
use crate::source::{Source, Span};

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A value of front matter that readers see; [`Block::name`] is its key.
    Field,
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// The first paragraph of a list item.
    Item,
    /// The first row of a table.
    HeadRow,
    /// A row of a table.
    Row,
    /// The term of a definition.
    Term,
    /// The first paragraph of a definition.
    Definition,
    /// A code block, and raw HTML that is script or style.
    Code,
    /// A line like `{.steps}`, and the kind of an alert; [`Block::name`] says which.
    Directive,
    /// Raw HTML.
    Html,
    /// An image alone, with its caption.
    Image,
    /// The text alternative of an image.
    Alt,
}

impl Kind {
    /// The name that programs read.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Item => "item",
            Self::HeadRow => "head-row",
            Self::Row => "row",
            Self::Term => "term",
            Self::Definition => "definition",
            Self::Code => "code",
            Self::Directive => "directive",
            Self::Html => "html",
            Self::Image => "image",
            Self::Alt => "alt",
        }
    }
}

/// One block of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its visible words in normal form. Facts stay keys: `{{ facts.fee }}`.
    pub text: String,
    /// Its text with the targets of its links and images. Two blocks with one `full` say the same.
    pub full: String,
    /// Where it stands in the source.
    pub span: Span,
    /// How deep it lies in lists; 10 more in a quote, 20 in a footnote.
    pub depth: u8,
    /// The level of a heading.
    pub level: u8,
    /// How many cells a row has.
    pub columns: u16,
    /// The id that `{#id}` gives a heading.
    pub id: Option<String>,
    /// The key of a field, the language of code, the name of a directive.
    pub name: String,
    /// Where its links lead, in a form that is the same in every language.
    pub links: Vec<String>,
    /// What its images show, in such a form.
    pub images: Vec<String>,
    /// The facts that it uses, with their parts: `hotline.label`.
    pub facts: Vec<String>,
    /// How many headings stand above it; a heading counts itself.
    pub section: usize,
}

impl Block {
    /// What makes two blocks the same: the words, whatever the block is. A field is only ever the same field.
    #[must_use]
    pub fn identity(&self) -> (&str, &str) {
        (if self.kind == Kind::Field { &self.name } else { "" }, &self.full)
    }
}

/// The tag of the language that a page is written in, by its name: `pickup.ja.md`; else the main language's.
fn tag<'a>(source: &'a Source, languages: &'a Languages) -> &'a str {
    let named = source.path().file_name().strip_suffix(".md").and_then(|stem| stem.rsplit_once('.'));
    named.map_or_else(|| languages.tag(Lang::MAIN), |(_, tag)| tag)
}

/// The blocks of a page.
#[must_use]
pub fn blocks(source: &Source, languages: &Languages) -> Vec<Block> {
    let (front, body, _) = FrontMatter::parse(source, languages);
    let mut blanked = String::new();
    let events = events::events(source.text(), body, tag(source, languages), &mut blanked);
    blocks_of(front.as_ref(), &events, languages)
}

/// The blocks of a page whose front matter and events are at hand.
pub(crate) fn blocks_of(front: Option<&FrontMatter>, events: &Events<'_>, languages: &Languages) -> Vec<Block> {
    let mut blocks: Vec<Block> = front.into_iter().flat_map(|front| fields(front, languages)).collect();
    let mut read = reader::read(&events.list, languages);
    read.extend(events.parts.iter().map(|part| directive(&part.name, &part.range)));
    // Stable, so that an alternative text stays behind the block whose first character its image is.
    read.sort_by_key(|block| block.span.start);
    blocks.extend(read);
    let mut section = 0;
    for block in &mut blocks {
        section += usize::from(block.kind == Kind::Heading);
        block.section = section;
    }
    blocks
}

/// The fields of front matter that readers see, in an order of their own, so that sorting keys is no change.
fn fields<'a>(front: &'a FrontMatter, languages: &'a Languages) -> impl Iterator<Item = Block> + 'a {
    let fields =
        [("title", Some(&front.title)), ("nav_title", front.nav_title.as_ref()), ("summary", front.summary.as_ref())];
    let present = fields.into_iter().filter_map(|(key, field)| Some((key, field?)));
    present.map(move |(key, field): (&str, &Spanned<String>)| reader::field(key, &field.value, field.span, languages))
}

/// A directive.
pub(super) fn directive(name: &str, range: &Range<usize>) -> Block {
    Block { name: name.to_owned(), full: format!("{{.{name}}}"), ..empty(Kind::Directive, Span::new(range.clone())) }
}

/// A block without words.
pub(super) fn empty(kind: Kind, span: Span) -> Block {
    Block {
        kind,
        span,
        text: String::new(),
        full: String::new(),
        depth: 0,
        level: 0,
        columns: 0,
        id: None,
        name: String::new(),
        links: Vec::new(),
        images: Vec::new(),
        facts: Vec::new(),
        section: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    fn of(body: &str) -> Vec<Block> {
        let text = format!("---\ntitle: 題\n---\n{body}");
        let languages = Languages::new(&["ja", "en"]).expect("two languages");
        let source = Source::new(SourcePath::new("content/a.ja.md"), &text);
        blocks(&source, &languages).split_off(1)
    }

    fn shown(body: &str) -> Vec<(Kind, String)> {
        of(body).into_iter().map(|block| (block.kind, block.full)).collect()
    }

    fn pairs<const N: usize>(expected: [(Kind, &str); N]) -> Vec<(Kind, String)> {
        expected.map(|(kind, full)| (kind, full.to_owned())).to_vec()
    }

    #[test]
    fn every_leaf_is_a_block() {
        let body = "# 見出し {#x}\n\n段落。\n\n- 一\n  続き\n  - 二\n\n    三\n\n> [!NOTE]\n> 注\n\n---\n\n```sh\nls \n```\n\n<!-- c -->\n";
        assert_eq!(
            shown(body),
            pairs([
                (Kind::Heading, "見出し"),
                (Kind::Paragraph, "段落。"),
                (Kind::Item, "一続き"),
                (Kind::Item, "二"),
                (Kind::Paragraph, "三"),
                (Kind::Directive, "{.note}"),
                (Kind::Paragraph, "注"),
                (Kind::Code, "ls"),
            ])
        );
        let blocks = of(body);
        assert_eq!((blocks[0].level, blocks[0].id.as_deref(), blocks[0].section), (1, Some("x"), 1));
        assert_eq!(blocks.iter().map(|block| block.depth).collect::<Vec<_>>(), [0, 0, 1, 2, 2, 0, 10, 0]);
        assert_eq!(blocks[7].name, "sh");
    }

    #[test]
    fn rows_definitions_parts_and_footnotes_are_blocks() {
        let body = "{.faq}\n\n問い\n: 答え\n\n  続き\n\n| 一 | 二 |\n|---|:--|\n| 三 |  |\n\n本文[^1]\n\n[^1]: 脚注\n";
        assert_eq!(
            shown(body),
            pairs([
                (Kind::Directive, "{.faq}"),
                (Kind::Term, "問い"),
                (Kind::Definition, "答え"),
                (Kind::Paragraph, "続き"),
                (Kind::HeadRow, "一|二"),
                (Kind::Row, "三|"),
                (Kind::Paragraph, "本文⟨^⟩"),
                (Kind::Paragraph, "脚注"),
            ])
        );
        assert_eq!(of(body)[4].columns, 2);
    }

    #[test]
    fn targets_are_kept_beside_the_words() {
        let body = "[受取](../pickup.ja.md#b)は![図](a.ja.svg)と<b title=\"9\">太字</b>。\n\n![図2](b.svg \"説明\")\n";
        let blocks = of(body);
        let full: Vec<_> = blocks.iter().map(|block| (block.kind, block.text.as_str(), block.full.as_str())).collect();
        assert_eq!(
            full,
            [
                (Kind::Paragraph, "受取はと太字。", "受取⟨../pickup#b⟩は⟨!a.svg⟩と⟨9⟩太字。"),
                (Kind::Alt, "図", "図"),
                (Kind::Image, "説明", "説明⟨!b.svg⟩"),
                (Kind::Alt, "図2", "図2"),
            ]
        );
        assert_eq!(
            (blocks[0].links.as_slice(), blocks[0].images.as_slice()),
            (&["../pickup".to_owned()][..], &["a.svg".to_owned()][..])
        );
    }

    #[test]
    fn what_only_looks_different_is_the_same() {
        let one = "手数料は、\n**300円**です。\n\n* 甲\n* 乙\n\n|a|b|\n|-|-|\n|１|{{facts.fee}}|\n";
        let other = "手数料は、300円です。\r\n\r\n- 甲\n\n- 乙\n\n| a | b |\n|:--|--:|\n| 1 | {{ facts.fee }} |\n";
        let full = |body| shown(body).into_iter().map(|(_, full)| full).collect::<Vec<_>>();
        assert_eq!(full(one), full(other));
        assert_eq!(of(one)[4].facts, ["fee"]);
        assert_ne!(shown("<Badge text=\"9\">"), shown("<Badge text=\"8\">"));
        assert_ne!(shown("~~古い~~"), shown("古い"));
        assert_ne!(shown("- [x] a"), shown("- [ ] a"));
    }

    #[test]
    fn a_span_holds_the_block_and_no_more() {
        let body = "- 一\n  - 二\n";
        let text = format!("---\ntitle: 題\n---\n{body}");
        let spans: Vec<_> = of(body).iter().map(|block| text[block.span.range()].to_owned()).collect();
        assert_eq!(spans, ["一", "二"]);
    }
}
