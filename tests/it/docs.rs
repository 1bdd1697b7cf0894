//! The documentation: it is a site about which there is nothing to say, its tables are those of the program, and its
//! examples are true. `TAIYAKU_UPDATE_DOCS=1` writes tables and outputs anew instead of judging them.

#![expect(
    clippy::disallowed_methods,
    reason = "these tests read the repository, and write the documentation when asked"
)]

mod examples;
mod pages;
mod tables;

use std::path::Path;

use pages::{Page, pages, read, root, spans};

use crate::site::TestSite;

#[test]
fn there_is_nothing_to_say_about_it() {
    let docs = root().join("docs");
    let docs = docs.to_str().expect("UTF-8");
    let run = TestSite::empty().run(&["check", "--root", docs, "--deny", "warnings", "--quiet"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{}", run.err);
}

#[test]
fn tables_are_those_of_the_program() {
    for page in pages() {
        page.settle(&tables::filled(&page));
    }
}

#[test]
fn examples_in_english_are_true() {
    examples_are_true("en");
}

#[test]
fn examples_in_japanese_are_true() {
    examples_are_true("ja");
}

fn examples_are_true(tag: &str) {
    for page in pages().into_iter().filter(|page| page.tag == tag) {
        page.settle(&examples::tried(&page));
    }
}

/// What is shown as the source of an example is what its result is made of.
#[test]
fn results_stand_beside_their_sources() {
    let mut examples = 0;
    for page in pages() {
        for example in page.text.split("<div class=\"example\">\n\n").skip(1) {
            let (source, rest) = example.split_once("\n\n<div class=\"result\">\n\n").expect("a result");
            let (result, _) = rest.split_once("\n\n</div>\n\n</div>\n").expect("an end");
            let source: Vec<&str> = source.lines().collect();
            assert_eq!(source[1..source.len() - 1].join("\n"), result, "{}", page.name);
            examples += 1;
        }
    }
    assert!(examples > 40);
}

#[test]
fn every_command_line_can_be_understood() {
    let mut lines: Vec<(String, String)> = pages().iter().flat_map(command_lines).collect();
    for readme in ["README.md", "README.ja.md"] {
        let text = read(readme);
        lines.extend(spans(&text).into_iter().filter_map(|span| Some((readme.to_owned(), called(span)?))));
    }
    assert!(lines.len() > 40);
    let site = TestSite::empty();
    for (page, line) in lines {
        let arguments: Vec<&str> = line.split_whitespace().chain(["--help", "--lang", "en"]).collect();
        let run = site.run(&arguments);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{page}: taiyaku {line}");
    }
}

/// The calls of the program that a page names, in lines for a shell and in text.
fn command_lines(page: &Page) -> Vec<(String, String)> {
    let fences = page.fences();
    let shell = fences.iter().filter(|fence| fence.language == "sh").flat_map(|fence| fence.body.lines());
    shell.chain(spans(&page.prose())).filter_map(|line| Some((page.name.clone(), called(line)?))).collect()
}

/// The arguments of a call, without what stands for the reader's own choice and what the shell reads.
fn called(line: &str) -> Option<String> {
    let arguments = line.strip_prefix("taiyaku ")?.split(" >").next()?;
    let given = arguments.split_whitespace().take_while(|argument| !argument.starts_with(['[', '…']));
    Some(given.collect::<Vec<_>>().join(" "))
}

#[test]
fn every_value_of_templates_is_described() {
    let values = read("src/render/view/data.rs") + &read("src/render/behind.rs") + &read("src/render/contact.rs");
    for theme in pages().iter().filter(|page| page.topic() == "theme") {
        let (mut owner, mut count) = ("", 0);
        for line in values.lines() {
            if let Some((_, name)) = line.split_once("struct ") {
                owner = name.split(['<', ' ']).next().unwrap_or_default();
            }
            let field =
                line.trim_start().trim_start_matches("pub(super) ").trim_start_matches("pub(in crate::render) ");
            let Some((field, _)) = field.split_once(": ").filter(|_| line.starts_with("    ") && line.ends_with(','))
            else {
                continue;
            };
            let value = match owner {
                "SiteData" => format!("`site.{field}`"),
                "PageData" => format!("`page.{field}`"),
                _ => format!("`{field}`"),
            };
            assert!(theme.text.contains(&value), "{}: {owner} {value}", theme.name);
            count += 1;
        }
        assert!(count > 80);
        for template in std::fs::read_dir(root().join("themes/default/templates")).expect("templates") {
            let name = template.expect("a template").file_name().to_string_lossy().into_owned();
            assert!(theme.text.contains(&format!("`{name}")), "{}: {name}", theme.name);
        }
    }
}

#[test]
fn the_readme_leads_to_it() {
    for (readme, tag) in [("README.md", "en"), ("README.ja.md", "ja")] {
        let text = Page { name: readme.to_owned(), tag: tag.to_owned(), text: read(readme) }.prose();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let is_here = !target.contains(':') && !target.starts_with('#');
            assert!(!is_here || Path::new(root()).join(target).exists(), "{readme}: {target}");
        }
        assert!(text.contains(&format!("](docs/content/start.{tag}.md)")), "{readme}");
    }
}
