//! Whatever stands in a page: it never makes the program panic, and what it becomes is balanced HTML.

use std::cell::RefCell;

use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use proptest::prelude::*;
use taiyaku::clock::Today;
use taiyaku::output::Content;
use taiyaku::pipeline::{Options, judge};
use taiyaku::progress::Silent;

use crate::site::{TODAY, TestSite};

/// Elements without an end tag (HTML Standard, void elements), as far as pages have them.
const VOID: &[&str] = &["meta", "link", "img", "br", "hr", "input"];

/// Elements that end a paragraph (HTML Standard, the `p` element), as far as pages have them.
const BLOCKS: &[&str] = &[
    "blockquote",
    "details",
    "div",
    "dl",
    "figure",
    "h1",
    "h2",
    "h3",
    "hr",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// Pieces of Markdown that do something to each other.
const PIECES: &[&str] = &[
    "# ",
    "## ",
    "### ",
    "- ",
    "1. ",
    "> ",
    "> [!NOTE]\n",
    "|a|b|\n|-|:-:|\n|c|d|\n",
    "|",
    "[^1]",
    "\n[^1]: ",
    "[^2]",
    "\n",
    "\n",
    "\n\n",
    "    ",
    "  ",
    "\n{.steps}\n",
    "\n{.faq}\n",
    "\n{.cards}\n",
    "Q\n: A\n",
    ": ",
    "`",
    "\n```\n",
    "*",
    "**",
    "_",
    "~~",
    "[x](",
    ")",
    "[",
    "]",
    "![",
    "](a.svg \"t\")",
    "](fact:a)",
    "<b>",
    "</div>",
    "<!--",
    "-->",
    "<script>",
    "{{ facts.a }}",
    "{{",
    "}}",
    "\\",
    "※",
    "あ",
    "a",
    "&",
    "<",
    "\"",
    " {#id}",
    " {.c}",
    "\n---\n",
    "\n===\n",
    "[ ] ",
    "[x] ",
    "<a@b.jp>",
    "https://a.jp",
    "\t",
    "\r\n",
    "{漢字|かんじ}",
    "｜漢字《かんじ》",
];

/// What pages with these bodies become.
fn pages(bodies: &[String]) -> Vec<String> {
    let site = TestSite::bilingual().setting("raw_html: escape");
    let site = site.file("content/facts.yaml", "a: {text: \"<i>\"}\n").file("content/a.svg", "<svg/>");
    let numbered = bodies.iter().enumerate();
    let site = numbered.fold(site, |site, (number, body)| site.page(&format!("p{number}"), "本文\n", body));
    let today = Today::Day(taiyaku::date::Date::parse_iso(TODAY).expect("a date"));
    let options = Options { today, drafts: false, progress: &Silent };
    let output = judge(site.root(), &options).expect("a site").output.expect("pages");
    let page = |number| match output.get(&format!("en/p{number}/index.html")) {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes.to_vec()).expect("UTF-8"),
        other => panic!("{other:?}"),
    };
    (0..bodies.len()).map(page).collect()
}

/// Makes pages of these bodies and looks at each.
fn look(bodies: &[String]) -> Result<(), TestCaseError> {
    for (body, html) in bodies.iter().zip(pages(bodies)) {
        prop_assert_eq!(imbalance(&html), None, "{}\n{}", body, html);
    }
    Ok(())
}

/// The open elements, and the first end tag that fits none.
#[derive(Default)]
struct Balance(RefCell<(Vec<String>, Option<String>)>);

impl TokenSink for Balance {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let is_open = |name: &str| state.0.iter().any(|open| open == name);
                let is_stray = (BLOCKS.contains(&&*tag.name) && is_open("p")) || (&*tag.name == "a" && is_open("a"));
                if is_stray {
                    let open = state.0.last().cloned();
                    state.1.get_or_insert(format!("<{}> in {open:?}", tag.name));
                }
                if !VOID.contains(&&*tag.name) && !tag.self_closing {
                    state.0.push(tag.name.to_string());
                }
            }
            Token::TagToken(tag) => {
                let open = state.0.pop();
                if open.as_deref() != Some(&*tag.name) {
                    state.1.get_or_insert(format!("</{}> in {open:?}", tag.name));
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// What is not balanced in a text.
fn imbalance(html: &str) -> Option<String> {
    let tokenizer = Tokenizer::new(Balance::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let (open, wrong) = tokenizer.sink.0.into_inner();
    wrong.or_else(|| open.last().map(|open| format!("<{open}> never ends")))
}

fn marked() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn any_body_becomes_balanced_html(bodies in prop::collection::vec(marked(), 32)) {
        look(&bodies)?;
    }

    #[test]
    fn any_text_is_survived(bodies in prop::collection::vec("\\PC{0,200}", 32)) {
        look(&bodies)?;
    }
}
