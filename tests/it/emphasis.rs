//! Emphasis against what others know: the examples of CommonMark and GFM, and a parser that has the amended rule.

#![expect(clippy::disallowed_methods, reason = "the examples are files of a package")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pulldown_cmark::{Options, Parser, html};
use taiyaku::japanese::emphasis;

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

#[test]
fn random_texts_agree_with_a_parser_that_has_the_rule() {
    let mut random = Random(0x5EED);
    let mut differences = String::new();
    let mut emphasised = 0;
    for _ in 0..DOCUMENTS {
        let markdown = random.document();
        let (ours, theirs) = (amended(&markdown), oracle(&markdown));
        emphasised += usize::from(ours.contains("<strong>") || ours.contains("<em>"));
        if ours != theirs {
            let _ = write!(differences, "{markdown:?}\n  ours   {ours:?}\n  theirs {theirs:?}\n");
        }
    }
    assert!(differences.is_empty(), "{} \n{}", differences.lines().count() / 3, differences.chars().take(4000).collect::<String>());
    assert!(emphasised > 30_000, "{emphasised}");
}

fn amended(markdown: &str) -> String {
    let list = Parser::new_ext(markdown, options()).into_offset_iter().collect();
    let mut out = String::new();
    html::push_html(&mut out, emphasis::pair(markdown, list).into_iter().map(|(event, _)| event));
    out
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

fn oracle(markdown: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.cjk_friendly_emphasis = true;
    comrak::markdown_to_html(markdown, &options)
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
struct Random(u64);

/// What random texts are made of: signs, what stands beside them, and structures that they meet.
const PARTS: &[&str] = &[
    "*", "*", "**", "**", "***", "_", "__", "は", "漢字", "ー", "「", "」", "。", "、", "（", "）", "a", "B1", " ", " ", "(", ")",
    "\"", ".", "!", "¥", "“", "”", "“\u{FE01}", "葛\u{E0100}", "㊙\u{FE0E}", "❤\u{FE0F}", "😀", "가", "\u{3000}", "é", "\n",
    "`x`", "[あ](u)", "[「*」](u)", "\\*", "&amp;", "<b>", "ｱ", "－", "—", "→",
];

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap_or(0) % below
    }

    fn document(&mut self) -> String {
        let len = 4 + self.next(14);
        (0..len).map(|_| PARTS[self.next(PARTS.len())]).collect()
    }
}
