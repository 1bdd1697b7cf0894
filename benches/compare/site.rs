//! The same bilingual site for taiyaku and for Hugo: 20 sections, and topics of one Japanese and one English page each.
//!
//! Every page has six sections with paragraphs, emphasis, a list with links, and in all a table and a quotation. Both
//! languages say the same, and every translation was confirmed, so all checks run and none finds anything. Hugo gets
//! the links as finished addresses, since it need not find out where they lead.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::procedures::{HEADINGS, SENTENCES};

/// How many sections the site has.
const SECTIONS: usize = 20;
/// The languages, and whether each is English.
const LANGUAGES: [(&str, bool); 2] = [("ja", false), ("en", true)];

/// Writes `taiyaku/` and `hugo/` below a folder.
pub(crate) fn write(root: &Path, topics: usize) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches");
    copy(&here.join("theme"), &root.join("taiyaku/themes/bench"));
    copy(&here.join("compare/hugo"), &root.join("hugo"));
    put(
        &root.join("taiyaku/site.yaml"),
        "base_url: https://example.jp/\nlanguages: [ja, en]\ntitle: {ja: 手続の案内, en: Procedures}\ntheme: bench\nsearch: false\n",
    );
    for (lang, english) in LANGUAGES {
        let home = format!("---\ntitle: {}\n---\n", if english { "Home" } else { "トップ" });
        both(root, "", "index", lang, [&home, &home]);
        for section in 0..SECTIONS {
            let text = format!(
                "---\ntitle: {}\n---\n",
                if english { format!("Field {section}") } else { format!("分野{section}") }
            );
            both(root, &folder(section), "index", lang, [&text, &text]);
        }
        for topic in 0..topics {
            let ours = page(topic, english, |other| format!("../{}/{}.md", folder(other), name(other)), topics);
            let theirs = page(topic, english, |other| format!("/{lang}/{}/{}/", folder(other), name(other)), topics);
            let theirs = theirs.replacen("updated:", "date:", 1);
            both(root, &folder(topic), &name(topic), lang, [&ours, &theirs]);
        }
    }
}

fn folder(topic: usize) -> String {
    format!("s{:02}", topic % SECTIONS)
}

fn name(topic: usize) -> String {
    format!("t{topic:05}")
}

/// A page for both generators. taiyaku gets it again as the text that was confirmed.
fn both(root: &Path, folder: &str, name: &str, lang: &str, [ours, theirs]: [&str; 2]) {
    let content = root.join("taiyaku/content");
    put(&content.join(folder).join(format!("{name}.{lang}.md")), ours);
    let topic = match (folder, name) {
        ("", name) => name.to_owned(),
        (folder, "index") => folder.to_owned(),
        (folder, name) => format!("{folder}/{name}"),
    };
    put(&content.join(".agreed/en").join(format!("{topic}.{lang}.md")), ours);
    let name = if name == "index" { "_index" } else { name };
    put(&root.join("hugo/content").join(folder).join(format!("{name}.{lang}.md")), theirs);
}

/// A page of one language, whose links are written by `link`.
fn page(topic: usize, english: bool, link: impl Fn(usize) -> String, topics: usize) -> String {
    let pick = |pair: Pair| if english { pair.1 } else { pair.0 };
    let gap = if english { " " } else { "" };
    let sentence = |at: usize| pick(SENTENCES[(topic * 7 + at * 5 + at / 3) % SENTENCES.len()]);
    let title = if english { format!("Procedure {topic}") } else { format!("手続{topic}") };
    let (month, day) = (topic % 12 + 1, topic % 28 + 1);
    let mut text =
        format!("---\ntitle: {title}\nupdated: 2025-{month:02}-{day:02}\nsummary: \"{}\"\n---\n", sentence(0));
    for (section, heading) in HEADINGS.iter().enumerate() {
        let at = section * 12;
        let _ = write!(text, "## {} {topic}\n\n", pick(*heading));
        for start in [at, at + 4] {
            let [a, b, c, d] = [0, 1, 2, 3].map(|more| sentence(start + more));
            let _ = write!(text, "{a}{gap}**{b}**{gap}{c}{gap}{d}\n\n");
        }
        for (item, heading) in HEADINGS.iter().enumerate().take(4) {
            let other = (topic * 13 + section * 5 + item) % topics;
            let _ = writeln!(text, "- {} [{}]({})", sentence(at + 8 + item), pick(*heading), link(other));
        }
        match section {
            2 => table(&mut text, topic, pick, sentence),
            4 => drop(write!(text, "\n> {}\n", sentence(at))),
            _ => {}
        }
        text.push('\n');
    }
    text
}

type Pair = (&'static str, &'static str);

fn table(
    text: &mut String,
    topic: usize,
    pick: impl Fn(Pair) -> &'static str,
    sentence: impl Fn(usize) -> &'static str,
) {
    let [a, b, c] = [0, 1, 2].map(|column| pick(HEADINGS[column]));
    let _ = write!(text, "\n| {a} | {b} | {c} |\n|---|---|---|\n");
    for row in 0..5 {
        let _ = writeln!(text, "| {row} | {} | `{}` |", sentence(row), row * topic);
    }
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("every file is in a folder")).expect("folders can be made");
    fs::write(path, text).expect("files can be written");
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("the folder can be read");
        let to = to.join(entry.path().strip_prefix(from).expect("it lies below"));
        if entry.file_type().is_file() {
            put(&to, &fs::read_to_string(entry.path()).expect("the file can be read"));
        }
    }
}
