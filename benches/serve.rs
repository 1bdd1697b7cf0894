//! How long an edit takes until the browser can have it, on sites of 100, 1,000 and 10,000 pages.
//!
//! `cargo bench --bench serve` prints, for each kind of edit, the work from the look at the changed file to the bytes
//! of the page that is open: the middle of several edits. The time for which the preview waits for an editor to finish
//! (50 ms) is not in it. The column `rest` is what follows: all other pages judged anew. Other sizes can be named:
//! `cargo bench --bench serve -- 100 50000`.

#![expect(clippy::disallowed_methods, reason = "a benchmark writes sites and takes the time")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use taiyaku::clock::Today;
use taiyaku::date::Date;
use taiyaku::pipeline::{Build, Memory, Options};
use taiyaku::progress::Silent;

mod large;

/// How often each edit is made.
const ROUNDS: usize = 7;

/// The page that is open.
const OPEN: (&str, &str) = ("content/s0/t0/p0.ja.md", "ja/s0/t0/p0/index.html");

/// A kind of edit: its name, the file, and its text in each round.
struct Edit {
    name: &'static str,
    path: &'static str,
    text: fn(usize) -> String,
}

const EDITS: [Edit; 7] = [
    Edit {
        name: "body",
        path: OPEN.0,
        text: |round| large::page("ja", 0, 9).replace("窓口", &format!("{round}番窓口")),
    },
    Edit {
        name: "heading",
        path: OPEN.0,
        text: |round| large::page("ja", 0, 9).replace("手順0の", &format!("{round}つの")),
    },
    Edit {
        name: "title",
        path: OPEN.0,
        text: |round| large::page("ja", 0, 9).replace("title: ", &format!("title: {round}")),
    },
    Edit {
        name: "fact",
        path: "content/facts.yaml",
        text: |round| large::FACTS.replace("800", &format!("{}", 900 + round)),
    },
    Edit { name: "word", path: "locales/ja/site.ftl", text: |round| format!("back-to-menu = 戻る{round}\n") },
    Edit {
        name: "template",
        path: "templates/page.html",
        text: |round| format!("{{% extends \"default/page.html\" %}}\n{{# {round} #}}\n"),
    },
    Edit { name: "new page", path: "content/s0/t0/new.ja.md", text: |round| large::page("ja", round, 9) },
];

struct Preview<'a> {
    root: &'a Path,
    options: Options<'a>,
    memory: Memory,
}

impl Preview<'_> {
    /// Builds after a change, and makes the page that is open.
    fn show(&mut self, told: &BTreeSet<String>) -> Build {
        // A look long after the last edit, so that only what has changed is read.
        self.memory.look(self.root, told, SystemTime::now() + Duration::from_secs(60));
        let build = self.memory.build(self.root, &self.options).expect("it is a site");
        let page = build.renderer.as_ref().and_then(|renderer| renderer.get(OPEN.1));
        assert!(page.is_some_and(|page| page.is_ok()));
        build
    }

    /// The middle of the times of an edit, and of what follows it.
    fn edit(&mut self, edit: &Edit) -> [Duration; 2] {
        let path = self.root.join(edit.path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("there is room");
        let told = BTreeSet::from([edit.path.to_owned()]);
        let mut times = [Vec::new(), Vec::new()];
        for round in 0..ROUNDS {
            fs::write(&path, (edit.text)(round)).expect("there is room");
            let since = Instant::now();
            assert!(!self.show(&told).is_same);
            assert_eq!(self.memory.findings().iter().filter(|finding| is_error(finding)).count(), 0);
            times[0].push(since.elapsed());
            let since = Instant::now();
            assert!(self.memory.judge(&|| true));
            times[1].push(since.elapsed());
        }
        times.map(|mut times| {
            times.sort();
            times[ROUNDS / 2]
        })
    }
}

fn is_error(finding: &taiyaku::diagnostic::Finding) -> bool {
    finding.level == taiyaku::diagnostic::Level::Error
}

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![100, 1_000, 10_000] } else { sizes };
    for size in sizes {
        let site = tempfile::tempdir().expect("there is room");
        let pages = large::write(site.path(), size);
        println!("\n{pages} pages\n{:<12} {:>12} {:>12}", "edit", "shown after", "rest");
        let today = Today::Day(Date::parse_iso("2026-11-23").expect("a day"));
        let options = Options { today, drafts: false, progress: &Silent };
        let mut preview = Preview { root: site.path(), options, memory: Memory::default() };
        let since = Instant::now();
        preview.show(&BTreeSet::new());
        let shown = since.elapsed();
        preview.memory.judge(&|| true);
        row("first build", [shown, since.elapsed() - shown]);
        let since = Instant::now();
        preview.show(&BTreeSet::new());
        row("look at all", [since.elapsed(), Duration::ZERO]);
        for edit in &EDITS {
            let times = preview.edit(edit);
            row(edit.name, times);
        }
    }
}

fn row(name: &str, times: [Duration; 2]) {
    let [shown, rest] = times.map(|time| format!("{:.1} ms", time.as_secs_f64() * 1000.0));
    println!("{name:<12} {shown:>12} {rest:>12}");
}
