//! What two languages cost: a build of 1,000 topics with states and parity, and without; `cargo bench --bench cost`.
//!
//! Without: the parity rules are off and nothing was ever confirmed. With: they are on, every topic was confirmed, and one
//! in ten was changed since. Both sites are built in turn, so that a busy machine disturbs both alike.

#![expect(clippy::disallowed_methods, reason = "a benchmark writes sites and measures time")]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use taiyaku::clock::Today;
use taiyaku::date::Date;
use taiyaku::pipeline::{Destination, Options, build};
use taiyaku::progress::Silent;
use tempfile::TempDir;

use procedures::{HEADINGS, SENTENCES};

mod procedures;

/// How many topics the site has.
const TOPICS: usize = 1_000;
/// How often each is built.
const ROUNDS: usize = 5;

/// A page of one language: six sections with paragraphs, a list, a table and links.
fn page(topic: usize, english: bool) -> String {
    let pick = |pair: (&'static str, &'static str)| if english { pair.1 } else { pair.0 };
    let gap = if english { " " } else { "" };
    let sentence = |at: usize| pick(SENTENCES[(topic * 7 + at * 5 + at / 3) % SENTENCES.len()]);
    let title = if english { format!("Procedure {topic}") } else { format!("手続{topic}") };
    let mut text =
        format!("---\ntitle: {title}\nupdated: 2026-01-{:02}\nsummary: {}\n---\n", topic % 28 + 1, sentence(0));
    for (section, heading) in HEADINGS.iter().enumerate() {
        let at = section * 12;
        let _ = write!(text, "## {} {topic}\n\n", pick(*heading));
        for paragraph in 0..2 {
            let [a, b, c] = [0, 1, 2].map(|more| sentence(at + paragraph * 3 + more));
            let _ = write!(text, "{a}{gap}**{b}**{gap}{c}\n\n");
        }
        for (item, heading) in HEADINGS.iter().enumerate().take(4) {
            let other = (topic * 13 + section * 5 + item) % TOPICS;
            let _ = writeln!(text, "- {} [{}](t{other}.md)", sentence(at + 6 + item), pick(*heading));
        }
        if section == 2 {
            text.push_str("\n| a | b |\n|---|---|\n");
            for row in 0..5 {
                let _ = writeln!(text, "| {row} | {} |", sentence(at + row));
            }
        }
        text.push('\n');
    }
    text
}

/// A site; with agreed texts, one in ten of which is not today's.
fn site(with: bool) -> TempDir {
    let root = TempDir::new().expect("a temporary folder");
    let rules = if with { "" } else { "rules: {parity-*: \"off\"}\n" };
    let settings =
        "base_url: https://example.jp/\nlanguages: [ja, en]\ntitle: {ja: 手続, en: Procedures}\nsearch: false\n";
    fs::write(root.path().join("site.yaml"), format!("{settings}{rules}")).expect("the settings");
    let write = |path: &str, text: &str| {
        let path = root.path().join("content").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, text).expect("a file");
    };
    for (lang, title) in [("ja", "トップ"), ("en", "Home")] {
        write(&format!("index.{lang}.md"), &format!("---\ntitle: {title}\n---\n"));
    }
    for topic in 0..TOPICS {
        for (lang, english) in [("ja", false), ("en", true)] {
            let text = page(topic, english);
            write(&format!("t{topic}.{lang}.md"), &text);
            if with {
                let changed = topic % 10 == 0 && !english;
                let agreed = if changed { text.replacen("14日", "10日", 1) } else { text };
                write(&format!(".agreed/en/t{topic}.{lang}.md"), &agreed);
            }
        }
    }
    root
}

/// How long a build takes, from reading the first file to the last one written.
fn time(root: &Path) -> (Duration, usize) {
    let today = Today::Day(Date::new(2026, 11, 23).expect("a day"));
    let out = root.join("public");
    let destination = Destination { folder: out.clone(), adopt: false, deny_warnings: false, home: None };
    let start = Instant::now();
    let built = build(root, &Options { today, drafts: false, progress: &Silent }, &destination).expect("a site");
    let time = start.elapsed();
    assert!(built.written.is_some(), "the site is written");
    fs::remove_dir_all(out).expect("the folder is there");
    (time, built.judged.findings.len())
}

fn main() {
    let (plain, judged) = (site(false), site(true));
    let (mut without, mut with) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        without.push(time(plain.path()));
        with.push(time(judged.path()));
    }
    let median = |times: &mut Vec<(Duration, usize)>| {
        times.sort_unstable();
        times[times.len() / 2]
    };
    let ((without, quiet), (with, told)) = (median(&mut without), median(&mut with));
    println!("{TOPICS} topics in two languages, medians of {ROUNDS} builds in turn");
    println!("  without states and parity  {:7.3} s, {quiet} findings", without.as_secs_f64());
    println!("  with states and parity     {:7.3} s, {told} findings", with.as_secs_f64());
    println!("  they add {:.2} of the time without them", with.as_secs_f64() / without.as_secs_f64() - 1.0);
}
