//! What raw HTML in Markdown declares: ids that links may lead to, and script that pages must not have.

use std::cell::RefCell;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// What a piece of raw HTML declares.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Declared {
    /// The ids of elements and the names of old-style anchors.
    pub(super) ids: Vec<String>,
    /// What the pages' Content-Security-Policy forbids: `script`, `style=`, `onclick=`.
    pub(super) forbidden: Vec<String>,
}

/// Reads a piece of raw HTML.
pub(super) fn declared(html: &str) -> Declared {
    let tokenizer = Tokenizer::new(Collector::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

#[derive(Default)]
struct Collector(RefCell<Declared>);

impl TokenSink for Collector {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token
            && tag.kind == TagKind::StartTag
        {
            collect(&tag, &mut self.0.borrow_mut());
            return raw_data(&tag.name).map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
        }
        TokenSinkResult::Continue
    }
}

/// How the content of an element is read in which tags are only text (HTML Standard, tree construction).
fn raw_data(element: &str) -> Option<RawKind> {
    match element {
        "script" => Some(RawKind::ScriptData),
        "style" | "iframe" | "noembed" | "noframes" | "xmp" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

fn collect(tag: &Tag, declared: &mut Declared) {
    if &*tag.name == "script" {
        declared.forbidden.push("<script>".to_owned());
    }
    for attribute in &tag.attrs {
        let name = &*attribute.name.local;
        if name == "id" || (name == "name" && &*tag.name == "a") {
            declared.ids.push(attribute.value.to_string());
        }
        if name == "style" || name.starts_with("on") {
            declared.forbidden.push(format!("{name}="));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_forbidden_parts_are_found() {
        let found = declared("<div id=a style='x'><a name=b ONCLICK=x>y</a><script>var id='<b id=c>'</script>");
        assert_eq!(found.ids, ["a", "b"]);
        assert_eq!(found.forbidden, ["style=", "onclick=", "<script>"]);
    }
}
