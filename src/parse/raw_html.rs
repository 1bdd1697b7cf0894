//! What raw HTML in Markdown declares: ids that links may lead to, and script that pages must not have.

use std::cell::RefCell;
use std::ops::Range;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::body::Target;

/// What a piece of raw HTML declares.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Declared {
    /// The ids of elements and the names of old-style anchors.
    pub(super) ids: Vec<String>,
    /// What the pages' Content-Security-Policy forbids: `script`, `style=`, `onclick=`.
    pub(super) forbidden: Vec<String>,
    /// Whether an address in it would run code or leave the web, as `javascript:` does.
    pub(super) is_dangerous: bool,
    /// The tags, in order.
    pub(super) tags: Vec<TagName>,
}

/// The start or the end of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TagName {
    /// `<div>`.
    Start(String),
    /// `</div>`.
    End(String),
}

/// Reads raw HTML that comes in pieces: a tag, a comment or a script may reach over several lines.
pub(super) struct Reader(Tokenizer<Collector>);

impl Reader {
    pub(super) fn new() -> Self {
        Self(Tokenizer::new(Collector::default(), TokenizerOpts::default()))
    }

    /// What ends in this piece.
    pub(super) fn read(&self, html: &str) -> Declared {
        let input = BufferQueue::default();
        input.push_back(html.into());
        let _ = self.0.feed(&input);
        self.0.sink.0.take()
    }
}

/// The elements that are open.
#[derive(Default)]
pub(super) struct Open(Vec<(String, Range<usize>)>);

impl Open {
    /// Takes a tag that stands at `at`. What it shows to be wrong: elements that are not closed, an end of nothing.
    pub(super) fn take(&mut self, tag: &TagName, at: &Range<usize>) -> Vec<(TagName, Range<usize>)> {
        match tag {
            TagName::Start(name) => {
                if !VOID.contains(&name.as_str()) {
                    self.0.push((name.clone(), at.clone()));
                }
                Vec::new()
            }
            TagName::End(name) => match self.0.iter().rposition(|(open, _)| open == name) {
                Some(index) => {
                    let inner = self.0.split_off(index).split_off(1);
                    unclosed(inner)
                }
                None => vec![(tag.clone(), at.clone())],
            },
        }
    }

    /// What is open at the end.
    pub(super) fn finish(self) -> Vec<(TagName, Range<usize>)> {
        unclosed(self.0)
    }
}

fn unclosed(open: Vec<(String, Range<usize>)>) -> Vec<(TagName, Range<usize>)> {
    let counts = open.into_iter().filter(|(name, _)| !OPTIONAL_END.contains(&name.as_str()));
    counts.map(|(name, at)| (TagName::Start(name), at)).collect()
}

/// Attributes whose address a browser opens.
const ADDRESSES: &[&str] = &["href", "xlink:href", "action", "formaction"];

/// Elements without content (HTML Standard, void elements).
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"];

/// Elements that the next tag may end (HTML Standard, optional tags).
const OPTIONAL_END: &[&str] = &[
    "p", "li", "dt", "dd", "rt", "rp", "option", "optgroup", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th",
    "body", "html", "head",
];

#[derive(Default)]
pub(super) struct Collector(RefCell<Declared>);

impl TokenSink for Collector {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        let name = tag.name.to_string();
        if tag.kind == TagKind::EndTag {
            self.0.borrow_mut().tags.push(TagName::End(name));
            return TokenSinkResult::Continue;
        }
        collect(&tag, &mut self.0.borrow_mut());
        // Within SVG and MathML, `/>` closes; elsewhere browsers ignore it, and so only void elements may have it.
        if !tag.self_closing {
            self.0.borrow_mut().tags.push(TagName::Start(name));
        }
        raw_data(&tag.name).map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
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
        let runs_code = opens(&tag.name, name) && matches!(Target::parse(&attribute.value), Target::Forbidden(_));
        if runs_code {
            let scheme = attribute.value.split(':').next().unwrap_or_default();
            let scheme: String = scheme.chars().filter(|c| !c.is_control() && *c != ' ').collect();
            declared.is_dangerous = true;
            declared.forbidden.push(format!("{name}=\"{scheme}:…\""));
        } else if name == "style" || name.starts_with("on") || name == "srcdoc" {
            declared.forbidden.push(format!("{name}="));
        }
    }
}

/// Whether a browser opens the address that an attribute has: at once, on a click, or when SVG puts it into a link.
fn opens(element: &str, attribute: &str) -> bool {
    match element {
        "iframe" | "frame" | "embed" | "object" if matches!(attribute, "src" | "data") => true,
        "animate" | "set" if matches!(attribute, "values" | "from" | "to" | "by") => true,
        _ => ADDRESSES.contains(&attribute),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_forbidden_parts_are_found() {
        let found =
            Reader::new().read("<div id=a style='x'><a name=b ONCLICK=x>y</a><script>var id='<b id=c>'</script>");
        assert_eq!(found.ids, ["a", "b"]);
        assert_eq!(found.forbidden, ["style=", "onclick=", "<script>"]);
    }

    #[test]
    fn addresses_that_run_code_are_dangerous_in_any_spelling() {
        for html in [
            "<a href=javascript:x>",
            "<A HREF='&#106;ava\nscript&colon;x'>",
            "<svg><a xlink:href=\" JAVASCRIPT:x\">",
            "<svg><set to=javascript:x attributename=href>",
            "<form action=data:text/html,x>",
            "<button formaction=vbscript:x>",
            "<iframe src=javascript:x>",
            "<object data=data:text/html,x>",
        ] {
            assert!(Reader::new().read(html).is_dangerous, "{html}");
        }
        for html in ["<a href=/x>", "<a href='https://a.jp/'>", "<img src=data:image/png,x>", "<a href='tel:110'>"] {
            assert!(!Reader::new().read(html).is_dangerous, "{html}");
        }
    }

    #[test]
    fn a_tag_may_reach_over_lines() {
        let reader = Reader::new();
        assert_eq!(reader.read("<div\n"), Declared::default());
        assert_eq!(reader.read(" id=a>\n").ids, ["a"]);
        assert_eq!(reader.read("<!-- <p\n"), Declared::default());
        assert_eq!(reader.read("id=b> -->\n"), Declared::default());
    }

    #[test]
    fn what_is_not_closed_and_what_closes_nothing_is_found() {
        let mut open = Open::default();
        let tags = Reader::new().read("<div><p><br><section></div></b><i>").tags;
        let mut wrong: Vec<_> = tags.iter().flat_map(|tag| open.take(tag, &(0..1))).collect();
        wrong.extend(open.finish());
        let wrong: Vec<_> = wrong.into_iter().map(|(tag, _)| tag).collect();
        let start = |name: &str| TagName::Start(name.to_owned());
        assert_eq!(wrong, [start("section"), TagName::End("b".to_owned()), start("i")]);
    }
}
