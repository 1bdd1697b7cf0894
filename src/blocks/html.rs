//! Raw HTML as readers meet it: its text, what its links and images name, and the words in its attributes.

use std::cell::RefCell;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// Attributes that say how something looks or works, and nothing that people read.
const SILENT: &[&str] = &[
    "class", "id", "style", "lang", "dir", "role", "width", "height", "loading", "decoding", "rel", "target",
    "tabindex", "name", "type", "for", "scope", "hidden",
];

/// A part of raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Text; a blank for a line break.
    Text(String),
    /// The address of a link.
    Link(String),
    /// The file of an image or another medium.
    Image(String),
    /// A text alternative.
    Alt(String),
    /// The value of another attribute that people may read.
    Attribute(String),
    /// Script or style.
    Code(String),
}

/// The parts of a piece of raw HTML, in order. Comments and tags alone are none.
pub(super) fn parts(html: &str) -> Vec<Part> {
    let tokenizer = Tokenizer::new(Collector::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.parts.into_inner()
}

#[derive(Default)]
struct Collector {
    parts: RefCell<Vec<Part>>,
    in_code: RefCell<bool>,
}

impl TokenSink for Collector {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => return self.tag(&tag),
            Token::CharacterTokens(text) if *self.in_code.borrow() => {
                self.parts.borrow_mut().push(Part::Code(text.to_string()));
            }
            Token::CharacterTokens(text) => self.parts.borrow_mut().push(Part::Text(text.to_string())),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Collector {
    fn tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        let raw = match &*tag.name {
            "script" => Some(RawKind::ScriptData),
            "style" => Some(RawKind::Rawtext),
            _ => None,
        };
        *self.in_code.borrow_mut() = raw.is_some() && tag.kind == TagKind::StartTag;
        if &*tag.name == "br" {
            self.parts.borrow_mut().push(Part::Text(" ".to_owned()));
        }
        if tag.kind == TagKind::EndTag {
            return TokenSinkResult::Continue;
        }
        for attribute in &tag.attrs {
            self.parts.borrow_mut().extend(part(&attribute.name.local, &attribute.value));
        }
        raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }
}

fn part(name: &str, value: &str) -> Option<Part> {
    let value = value.to_owned();
    match name {
        "href" => Some(Part::Link(value)),
        "src" => Some(Part::Image(value)),
        "alt" => Some(Part::Alt(value)),
        name if SILENT.contains(&name) || name.starts_with("on") || name.starts_with("data-") => None,
        _ => Some(Part::Attribute(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_targets_and_visible_attributes_are_kept() {
        let found =
            parts("<p class=x>料金<br><a href='a.md'>x</a><!-- no --><Badge text=\"9\"/><img src=b.svg alt=図>");
        assert_eq!(
            found,
            [
                Part::Text("料金".into()),
                Part::Text(" ".into()),
                Part::Link("a.md".into()),
                Part::Text("x".into()),
                Part::Attribute("9".into()),
                Part::Image("b.svg".into()),
                Part::Alt("図".into()),
            ]
        );
        assert_eq!(parts("<!-- untranslated -->"), []);
        assert_eq!(parts("<style>a{}</style>"), [Part::Code("a{}".into())]);
        assert_eq!(parts("</a"), []);
    }
}
