//! Emphasis against what others know: the examples of CommonMark and GFM, and a parser that has the amended rule.

#![expect(clippy::disallowed_methods, reason = "the examples are files of a package")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pulldown_cmark::{Options, Parser, html};
use taiyaku::japanese::{blocks, emphasis};

/// How many random documents are compared.
const DOCUMENTS: u64 = 100_000;

#[test]
fn no_example_of_commonmark_or_gfm_changes() {
    let suite = parser_package().join("tests/suite");
    for (file, count) in [("spec", 652), ("gfm_table", 8), ("gfm_strikethrough", 2), ("gfm_tasklist", 2)] {
        let code = fs::read_to_string(suite.join(format!("{file}.rs"))).expect("the parser's examples");
        let examples = examples(&code);
        assert!(examples.len() >= count, "{file}: {}", examples.len());
        for (markdown, expected) in examples {
            assert_eq!(tidy(&amended(markdown)), tidy(expected), "{file}: {markdown}");
        }
    }
}

/// No difference is known: not one of these texts comes out in another way.
#[test]
fn random_texts_agree_with_a_parser_that_has_the_rule() {
    let emphasised = compare(&[], |_| false);
    assert!(emphasised > 15_000, "{emphasised}");
}

/// With deletions two differences are known. Our parser lets `~~` open between a letter and punctuation where nothing
/// Chinese or Japanese is near, as in `a~~"b"~~`; and the other one looks past `~` for what stands beside a `*` or `_`.
///
/// A single `~`, which the other parser pairs within words too, is left out: `9時~17時、13時~15時` deletes nothing here.
#[test]
fn random_deletions_agree_but_for_two_differences() {
    let deleted = compare(&["~~", "~~", "~~", "~~", "~~"], |markdown| {
        let opens_here_only = |(at, _): (usize, &str)| {
            let before = markdown[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '\u{FE0F}');
            before && markdown[at + 2..].starts_with(|c: char| !c.is_alphanumeric() && !c.is_whitespace())
        };
        let beside = ["~~~", "*~~", "_~~", "~~*", "~~_"].iter().any(|signs| markdown.contains(signs));
        beside || markdown.match_indices("~~").any(opens_here_only)
    });
    assert!(deleted > 15_000, "{deleted}");
}

/// Compares random texts, into which more signs are mixed, but for those that differ for a known reason. Gives how
/// many of them have emphasis or deletions.
fn compare(signs: &[&'static str], is_known: impl Fn(&str) -> bool) -> usize {
    let mut random = Random { state: 0x5EED, parts: [PARTS, signs].concat() };
    let mut differences = String::new();
    let mut marked = 0;
    for _ in 0..DOCUMENTS {
        let markdown = random.document();
        let (ours, theirs) = (tidy(&amended(&markdown)), oracle(&markdown, !signs.is_empty()));
        marked += usize::from(["<strong>", "<em>", "<del>"].iter().any(|tag| ours.contains(tag)));
        if ours != theirs && !is_known(&markdown) {
            let _ = write!(differences, "{markdown:?}\n  ours   {ours:?}\n  theirs {theirs:?}\n");
        }
    }
    assert!(differences.is_empty(), "{}\n{differences:.4000}", differences.lines().count() / 3);
    marked
}

fn amended(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, options()).into_offset_iter();
    let mut pairer = emphasis::Pairer::new(markdown);
    let list = blocks::gather(events, markdown.len(), |list, block| pairer.pair(list, block));
    let mut out = String::new();
    html::push_html(&mut out, list.into_iter().map(|(event, _)| event));
    out
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

fn oracle(markdown: &str, deletions: bool) -> String {
    let mut options = comrak::Options::default();
    options.extension.cjk_friendly_emphasis = true;
    options.extension.strikethrough = deletions;
    options.render.r#unsafe = true;
    tidy(&comrak::markdown_to_html(markdown, &options))
}

/// The folder of the Markdown parser's package, which carries the examples.
fn parser_package() -> PathBuf {
    let arguments = ["metadata", "--format-version", "1", "--offline", "--locked"];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let output = output.expect("cargo starts");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    let parser = packages.iter().find(|package| package["name"] == "pulldown-cmark").expect("the parser");
    let manifest = parser["manifest_path"].as_str().expect("a path");
    Path::new(manifest).parent().expect("a folder").to_owned()
}

/// The examples of a file of tests: Markdown and the HTML that it becomes.
fn examples(code: &str) -> Vec<(&str, &str)> {
    let texts = |name: &str| -> Vec<&str> {
        let start = format!("let {name} = r##\"");
        code.split(&start).skip(1).map(|rest| rest.split("\"##;").next().unwrap_or_default()).collect()
    };
    texts("original").into_iter().zip(texts("expected")).collect()
}

/// HTML without what differs between writers and means nothing.
fn tidy(html: &str) -> String {
    let lines: Vec<&str> = html.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n").replace(">\n<", "><").replace("&quot;", "\"").replace("&#39;", "'").replace(" />", ">")
}

/// A generator of texts, the same in every run (xorshift64*).
struct Random {
    state: u64,
    parts: Vec<&'static str>,
}

/// What random texts are made of: signs, what stands beside them, and structures that they meet.
const PARTS: &[&str] = &[
    "*",
    "*",
    "**",
    "**",
    "***",
    "_",
    "__",
    "は",
    "漢字",
    "ー",
    "「",
    "」",
    "。",
    "、",
    "（",
    "）",
    "a",
    "B1",
    " ",
    " ",
    "(",
    ")",
    "\"",
    ".",
    "!",
    "¥",
    "“",
    "”",
    "“\u{FE01}",
    "葛\u{E0100}",
    "㊙\u{FE0E}",
    "❤\u{FE0F}",
    "😀",
    "가",
    "\u{3000}",
    "é",
    "\n",
    "`x`",
    "[あ](u)",
    "[「*」](u)",
    "\\*",
    "&amp;",
    "<b>",
    "ｱ",
    "－",
    "—",
    "→",
];

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        let number = self.state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap_or(0) % below
    }

    fn document(&mut self) -> String {
        let len = 4 + self.next(14);
        let places: Vec<usize> = (0..len).map(|_| self.next(self.parts.len())).collect();
        places.into_iter().map(|place| self.parts[place]).collect()
    }
}
