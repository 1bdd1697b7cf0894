//! The repository judged by itself: the order of the layers, the size of files and functions, words and rules that
//! nobody uses, and a document that names what is gone.

#![expect(clippy::disallowed_methods, reason = "these tests read the repository")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The layers from the ground up: what they are, their modules, and so what they may not know. A module imports from
/// layers below its own; modules of one layer do not know each other.
const LAYERS: &[(&str, &[&str])] = &[
    ("types that mean the same in any program", &["date", "lang", "path", "slug", "source"]),
    ("functions on Japanese text, which even words need", &["japanese"]),
    ("what needs only such types", &["clock", "output", "site_path", "words"]),
    ("what is said to people, in words", &["diagnostic", "html", "progress"]),
    ("YAML with places, which tells its findings", &["yaml"]),
    ("the terms of a site's dictionary", &["prh"]),
    ("facts, which settings, front matter and texts share", &["facts"]),
    ("the first stage", &["load"]),
    ("the second stage: a page knows no other", &["parse"]),
    ("two texts compared: block by block, and value by value", &["blocks", "parity"]),
    ("the third stage: all pages at once", &["resolve"]),
    ("what editors' programs ask of the files that the first stages read", &["schema"]),
    ("former addresses, which one reader judges and the other writes", &["redirect"]),
    (
        "what is done with a site or its output: three readers, none of whom needs another",
        &["check", "render", "write"],
    ),
    ("the stages in order", &["pipeline"]),
    ("what is written into a site's own folders, when somebody asks for it", &["scaffold"]),
    ("the preview, in which somebody may ask for that", &["serve"]),
    ("the command line, which starts everything", &["cli"]),
];

/// Files that are longer than they should be, and are to be divided when their parts are settled.
const TO_DIVIDE: &[&str] = &[];

/// Words that themes may already use, for the search that the contract describes and no page shows yet.
const FOR_THEMES: &[&str] = &["search-label", "search-results", "search-none", "search-all-pages"];

/// Lines of a file, and lines of a function, from which on one asks for a missing type or table.
const LONGEST: (usize, usize) = (400, 60);

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder with this ending and their texts.
fn files(folder: &str, ending: &str) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(root().join(folder)).into_iter().map(|entry| entry.expect("a file"));
    let paths = entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    let names = paths.map(|path| path.strip_prefix(root()).expect("below").to_string_lossy().replace('\\', "/"));
    names.filter(|name| name.ends_with(ending)).map(|name| (name.clone(), read(&name))).collect()
}

/// The sources of the crate without their tests and comments.
fn sources() -> BTreeMap<String, String> {
    let without = |(name, text): (String, String)| {
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        (name, lines.map(|line| format!("{line}\n")).collect())
    };
    files("src", ".rs").into_iter().filter(|(name, _)| !name.ends_with("tests.rs")).map(without).collect()
}

/// The module of the crate that a file belongs to.
fn module(file: &str) -> &str {
    let name = file.trim_start_matches("src/").split('/').next().expect("a name");
    name.trim_end_matches(".rs")
}

/// The modules that a text names after `crate::`.
fn imports(text: &str) -> BTreeSet<&str> {
    let name = |rest: &'_ str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    text.split("crate::").skip(1).map(|rest| &rest[..name(rest)]).collect()
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|(_, modules)| modules.contains(&module))
}

#[test]
fn no_module_imports_a_later_stage_or_a_higher_layer() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let own = module(&file);
        if ["lib", "main"].contains(&own) {
            continue;
        }
        for used in imports(&text).into_iter().filter(|used| *used != own) {
            if layer(own).is_none() || layer(used).is_none() || layer(used) >= layer(own) {
                wrong.push(format!("{file} uses crate::{used}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "see LAYERS: only what lies below, and every module has its place there");
}

#[test]
fn every_module_has_its_layer() {
    let lib = read("src/lib.rs");
    let modules = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let listed: BTreeSet<_> = LAYERS.iter().flat_map(|(_, modules)| modules.iter().copied()).collect();
    assert_eq!(modules.collect::<BTreeSet<_>>(), listed);
}

#[test]
fn the_layer_test_sees_every_form_of_import() {
    let text = "use crate::load::Input;\nfn a(b: &crate::words::Msg) {}\npub(in crate::write) fn c() {}\n";
    assert_eq!(imports(text), BTreeSet::from(["load", "words", "write"]));
    assert!(sources().values().all(|text| !text.contains("crate::{")), "one `use crate::MODULE` a line");
    assert!(layer("load") < layer("parse") && layer("check") == layer("render"));
}

#[test]
fn files_and_functions_stay_readable() {
    let folders = ["src", "tests/it", "tests/write"];
    let files: BTreeMap<_, _> = folders.iter().flat_map(|folder| files(folder, ".rs")).collect();
    let lines = |text: &String| text.lines().count();
    let long = files.iter().filter(|(_, text)| lines(text) > LONGEST.0).map(|(file, _)| file.as_str());
    assert_eq!(long.collect::<Vec<_>>(), TO_DIVIDE, "files of more than {} lines", LONGEST.0);
    for (file, text) in &files {
        let long = functions(text).into_iter().filter(|(_, lines)| *lines > LONGEST.1);
        assert_eq!(long.collect::<Vec<_>>(), [], "{file}: functions of more than {} lines", LONGEST.1);
    }
}

/// The functions of a text, as rustfmt lays them out, with their numbers of lines.
fn functions(text: &str) -> Vec<(&str, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    for (number, line) in text.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let head = line.trim_start().split_once("fn ").filter(|(before, _)| before.split(' ').all(is_qualifier));
        if let (None, Some((_, name))) = (open, head) {
            open = Some((name.split(['(', '<']).next().unwrap_or_default(), number));
        }
        let ends = line.trim_start() == "}" || line.ends_with(';') || line.ends_with('}');
        let Some((name, start)) = open.filter(|_| ends) else { continue };
        let own = text.lines().nth(start).map_or(0, |head| head.len() - head.trim_start().len());
        if indent == own {
            found.push((name, number + 1 - start));
            open = None;
        }
    }
    found
}

fn is_qualifier(word: &str) -> bool {
    ["", "pub", "pub(super)", "pub(crate)", "const", "async", "(in"].contains(&word) || word.starts_with("pub(in")
}

#[test]
fn functions_are_measured() {
    let text = "pub fn one(\n    a: u8,\n) -> u8 {\n    a\n}\n\nimpl A {\n    fn two() {}\n}\n";
    assert_eq!(functions(text), [("one", 5), ("two", 1)]);
}

/// The keys of a file of words and its text.
fn keys(file: &str) -> (Vec<String>, String) {
    let text = read(file);
    let key = |line: &str| Some(line.split_once('=')?.0.trim_end().to_owned());
    let starts = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
    (text.lines().filter(starts).filter_map(key).collect(), text)
}

fn camel(key: &str) -> String {
    let capital = |part: &str| format!("{}{}", part[..1].to_uppercase(), &part[1..]);
    key.split('-').map(capital).collect()
}

/// Whether a text holds a name that does not go on behind it.
fn names(text: &str, name: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(|next: char| next.is_alphanumeric() || next == '_' || next == '-');
    text.match_indices(name).any(|(at, _)| !goes_on(&text[at + name.len()..]))
}

#[test]
fn every_message_of_the_program_is_used() {
    let code: String = sources().into_values().collect();
    let (keys, text) = keys("locales/en/tool.ftl");
    assert!(keys.len() > 300);
    let rule = |key: &str| key.strip_prefix("rule-").is_some_and(|id| code.contains(&format!("{id:?}")));
    let used = |key: &String| names(&code, &format!("Msg::{}", camel(key))) || text.contains(&format!("{{ {key} }}"));
    let dead: Vec<_> = keys.iter().filter(|key| !used(key) && !rule(key)).collect();
    assert_eq!(dead, Vec::<&String>::new());
}

#[test]
fn every_word_of_pages_is_used() {
    let code: String = sources().into_values().collect();
    let theme: String = files("themes/default/templates", ".html").into_values().collect();
    let (keys, text) = keys("locales/en/site.ftl");
    assert!(keys.len() > 50);
    let used = |key: &String| {
        names(&code, &format!("Word::{}", camel(key)))
            || code.contains(&format!("{key:?}"))
            || theme.contains(&format!("key=\"{key}\""))
            || text.contains(&format!("{{ {key} }}"))
    };
    let dead: BTreeSet<_> = keys.iter().filter(|key| !used(key)).map(String::as_str).collect();
    assert_eq!(dead, FOR_THEMES.iter().copied().collect());
}

#[test]
fn every_rule_that_the_code_names_is_in_the_table() {
    let output = Command::new(assert_cmd::cargo::cargo_bin!("taiyaku")).args(["rules", "--lang", "en"]).output();
    let table = String::from_utf8(output.expect("the program starts").stdout).expect("UTF-8");
    let table: BTreeSet<_> = table.lines().skip(1).filter_map(|line| line.split_whitespace().next()).collect();
    assert!(table.len() > 40);
    let words: String =
        sources().into_iter().filter(|(file, _)| file.starts_with("src/words/")).map(|(_, text)| text).collect();
    let named = words.split('"').filter(|text| text.starts_with("words-"));
    let named: BTreeSet<_> = named.collect();
    assert!(named.len() > 3);
    assert_eq!(named.difference(&table).collect::<Vec<_>>(), Vec::<&&str>::new());
}

/// The paths of the repository that a document names.
fn paths(text: &str) -> BTreeSet<&str> {
    let roots = ["src/", "tests/", "content/", "themes/", "locales/", "docs/", "leaflets/", "benches/", "fuzz/"];
    let words = text.split(|c: char| c.is_whitespace() || "`()[]{},;:、。（）「」|'\"<>".contains(c));
    let words = words.map(|word| word.trim_end_matches('.'));
    words.filter(|word| roots.iter().any(|root| word.starts_with(root)) && !word.contains(['*', '…'])).collect()
}

#[test]
fn the_architecture_names_no_path_that_is_gone() {
    let named = paths("see `src/words/` (and tests/it/main.rs).");
    assert_eq!(named, BTreeSet::from(["src/words/", "tests/it/main.rs"]));
    let text = read("ARCHITECTURE.md");
    let gone: Vec<_> = paths(&text).into_iter().filter(|path| !root().join(path).exists()).collect();
    assert_eq!(gone, Vec::<&str>::new());
    assert!(text.lines().count() < 150, "it is read in one go");
}

#[test]
fn the_readme_shows_both_commands() {
    let readme = read("README.md");
    for command in ["cargo run --release -- build", "./test"] {
        assert!(readme.lines().any(|line| line.trim_start().starts_with(command)), "{command}");
    }
}
