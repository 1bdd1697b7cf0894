//! Errors planted in whole pages: each sort of error in every page at once, one sort after the other.
//!
//! The pages are the bundled site and one made from pairs. What counts is what the program says of them, so that
//! alignment, links, images and the glossary are judged as an editor meets them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use taiyaku::clock::Today;
use taiyaku::date::Date;
use taiyaku::diagnostic::Level;
use taiyaku::parity::{Data, Strength, extract};
use taiyaku::pipeline::{self, Options};
use taiyaku::progress::Silent;
use tempfile::TempDir;

use super::{Dice, Pair, Tally, keeps_sort, rule};

/// The sources of one topic: Japanese, then English.
type Texts = [String; 2];

/// A site on a disk of its own, whose pages are damaged and made whole again.
pub(crate) struct Site {
    root: TempDir,
    /// The pages of each topic, by the paths of their sources without `.LANG.md`.
    topics: BTreeMap<String, Texts>,
}

/// What an error does to the texts of a topic; none where it has no place to do it.
type Deed = fn(&Texts, &mut Dice) -> Option<Texts>;

/// The errors that need a page, with the rule that should find each.
const DEEDS: &[(&str, &str, Deed)] = &[
    ("parity-link", "another address", |texts, _| in_english(texts, |en| replaced(en, "](https://", "](https://x."))),
    ("parity-link", "another page", |texts, _| in_english(texts, |en| replaced(en, "](index.md)", "](p1.md)"))),
    ("parity-image", "another image", |texts, _| in_english(texts, |en| replaced(en, "a.svg)", "b.svg)"))),
    ("parity-image", "another image (ja)", |texts, _| in_japanese(texts, |ja| replaced(ja, "a.svg)", "b.svg)"))),
    ("parity-structure", "heading lost", |texts, _| in_english(texts, |en| without_line(en, "## "))),
    ("parity-structure", "heading lost (ja)", |texts, _| in_japanese(texts, |ja| without_line(ja, "## "))),
    ("parity-structure", "level of a heading", |texts, _| in_english(texts, |en| replaced(en, "\n## ", "\n### "))),
    ("parity-structure", "half of a page lost", |texts, _| in_english(texts, half)),
    ("parity-untranslated", "paragraph left", |texts, dice| left_over(texts, dice, 1)),
    ("parity-untranslated", "paragraph left (ja)", |texts, dice| left_over(texts, dice, 0)),
    ("parity-term", "forbidden form", |texts, _| in_english(texts, |en| replaced(en, "My Number Card", "Number Pass"))),
    ("parity-term", "another word (ja)", |texts, _| {
        in_japanese(texts, |ja| ja.contains("マイナンバーカード").then(|| ja.replace("マイナンバーカード", "番号証")))
    }),
];

fn in_english(texts: &Texts, deed: impl Fn(&str) -> Option<String>) -> Option<Texts> {
    Some([texts[0].clone(), deed(&texts[1])?])
}

fn in_japanese(texts: &Texts, deed: impl Fn(&str) -> Option<String>) -> Option<Texts> {
    Some([deed(&texts[0])?, texts[1].clone()])
}

fn replaced(text: &str, from: &str, to: &str) -> Option<String> {
    text.contains(from).then(|| text.replacen(from, to, 1))
}

fn without_line(text: &str, start: &str) -> Option<String> {
    let line = text.lines().find(|line| line.starts_with(start))?;
    replaced(text, &format!("{line}\n"), "")
}

/// A page without the second half of its paragraphs, if it has enough to miss.
fn half(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split("\n\n").collect();
    (parts.len() >= 16).then(|| format!("{}\n", parts[..parts.len() / 2].join("\n\n")))
}

/// A plain paragraph is left in the other language, where both texts have as many parts.
fn left_over(texts: &Texts, dice: &mut Dice, side: usize) -> Option<Texts> {
    let [ja, en] = texts.each_ref().map(|text| text.split("\n\n").collect::<Vec<&str>>());
    let is_plain = |part: &str| {
        let signs = ["---", "#", "-", "|", ">", "!", "{", "[", ":", "`", "<", "1."];
        part.len() > 40 && !signs.iter().any(|sign| part.trim_start().starts_with(sign)) && !part.contains("](")
    };
    let plain: Vec<usize> =
        (1..ja.len()).filter(|&at| ja.len() == en.len() && is_plain(ja[at]) && is_plain(en[at])).collect();
    let at = *plain.get(dice.roll(plain.len().max(1)))?;
    let mut parts = [ja, en];
    parts[side][at] = parts[1 - side][at];
    Some(parts.map(|parts| parts.join("\n\n")))
}

/// A digit of a value in a line of plain text is another.
fn value(texts: &Texts, dice: &mut Dice) -> Option<(&'static str, Texts)> {
    let side = dice.roll(2);
    let text = &texts[side];
    let mut places = Vec::new();
    let body = text.match_indices("\n---\n").next().map_or(0, |(at, _)| at + 5);
    let mut at = body;
    for line in text[body..].split_inclusive('\n') {
        let is_plain = !line.contains(['(', '{', '`', '<', '#', '*']) && !line.contains("](");
        let values = if is_plain { extract(line) } else { Vec::new() };
        let told =
            values.iter().filter(|value| value.strength == Strength::Hard && !matches!(value.data, Data::Name(_)));
        for value in told {
            let digits = line[value.span.clone()].match_indices(|c: char| c.is_ascii_digit());
            places.extend(digits.map(|(digit, _)| (rule(&value.data), at..at + line.len(), value.span.start + digit)));
        }
        at += line.len();
    }
    let (rule, line, digit) = places.get(dice.roll(places.len().max(1)))?.clone();
    let mut written = text[line.clone()].to_owned();
    let other = (usize::from(written.as_bytes()[digit] - b'0') + 1 + dice.roll(8)) % 10;
    let before = extract(&written);
    written.replace_range(digit..=digit, &other.to_string());
    let mut damaged = texts.clone();
    damaged[side].replace_range(line, &written);
    keeps_sort(&before, &extract(&written)).then_some((rule, damaged))
}

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
const GLOSSARY: &str = "card:\n  ja: マイナンバーカード\n  en: My Number Card\n  forbidden: {en: [Number Pass]}\n";
const SETTINGS: &str =
    "base_url: https://example.jp/\nlanguages: [ja, en]\ntitle: {ja: 試験, en: Test}\nsearch: false\n";

impl Site {
    /// The bundled site, with a glossary.
    pub(crate) fn bundled() -> Self {
        let root = TempDir::new().expect("a temporary folder");
        let bundled = Path::new(env!("CARGO_MANIFEST_DIR"));
        copy(&bundled.join("content"), &root.path().join("content"));
        fs::copy(bundled.join("site.yaml"), root.path().join("site.yaml")).expect("the settings");
        Self::new(root)
    }

    /// Pages made from pairs: six a page, two of them in a list, with a heading, links, an image and a term.
    pub(crate) fn of_pairs(pairs: &[Pair]) -> Self {
        let root = TempDir::new().expect("a temporary folder");
        let content = root.path().join("content");
        fs::create_dir_all(&content).expect("a folder");
        let write = |name: &str, text: &str| fs::write(content.join(name), text).expect("a file");
        fs::write(root.path().join("site.yaml"), SETTINGS).expect("the settings");
        write("a.svg", SVG);
        write("index.ja.md", "---\ntitle: トップ\n---\n本文です。\n");
        write("index.en.md", "---\ntitle: Home\n---\nThe text.\n");
        for (number, pairs) in pairs.chunks_exact(6).enumerate() {
            for (lang, text) in page(number, pairs) {
                write(&format!("p{number}.{lang}.md"), &text);
            }
        }
        Self::new(root)
    }

    fn new(root: TempDir) -> Self {
        let content = root.path().join("content");
        fs::write(content.join("b.svg"), SVG).expect("a file");
        fs::write(content.join("glossary.yaml"), GLOSSARY).expect("a file");
        let mut topics = BTreeMap::new();
        for path in files(&content) {
            let name = path.to_str().expect("a name in UTF-8");
            if let Some(topic) = name.strip_suffix(".ja.md") {
                let read = |lang: &str| fs::read_to_string(format!("{topic}.{lang}.md")).expect("a page");
                topics.insert(topic.to_owned(), [read("ja"), read("en")]);
            }
        }
        Self { root, topics }
    }

    /// Plants every sort of error in every page, and so many errors in values; by rule and deed, what came of them.
    pub(crate) fn judge(&self, rounds: usize) -> (BTreeMap<String, Tally>, Vec<String>) {
        let mut dice = Dice::new();
        let (mut tallies, mut misses) = (BTreeMap::new(), Vec::new());
        let clean = self.findings();
        let alarms = clean.iter().filter(|found| found.0.starts_with("parity"));
        misses.extend(alarms.map(|found| format!("false alarm: {found:?}")));
        for (rule, name, deed) in DEEDS {
            let damage = |texts: &Texts, dice: &mut Dice| deed(texts, dice).map(|damaged| (*rule, damaged));
            self.round(name, &clean, damage, &mut dice, &mut tallies, &mut misses);
        }
        for _ in 0..rounds {
            self.round("value", &clean, value, &mut dice, &mut tallies, &mut misses);
        }
        (tallies, misses)
    }

    /// Plants an error in every page that has a place for it.
    fn round(
        &self,
        name: &str,
        clean: &BTreeSet<Found>,
        damage: impl Fn(&Texts, &mut Dice) -> Option<(&'static str, Texts)>,
        dice: &mut Dice,
        tallies: &mut BTreeMap<String, Tally>,
        misses: &mut Vec<String>,
    ) {
        let damaged: BTreeMap<&String, (&str, Texts)> =
            self.topics.iter().filter_map(|(topic, texts)| Some((topic, damage(texts, dice)?))).collect();
        for (topic, (_, texts)) in &damaged {
            write(topic, texts);
        }
        let found = self.findings();
        for (topic, (rule, texts)) in &damaged {
            let base = Path::new(topic).strip_prefix(self.root.path()).expect("a page below the root");
            let base = base.to_str().expect("a name in UTF-8");
            let own = found.iter().filter(|found| is_of(&found.2, base) && !clean.contains(*found));
            let (mut tally, mut told) = (Tally { planted: 1, ..Tally::default() }, Vec::new());
            for (said, level, file) in own {
                tally.told = 1;
                if *level == Level::Warning {
                    let hit = said == rule;
                    tally.warned |= usize::from(hit);
                    tally.astray += usize::from(!hit);
                }
                told.push(format!("{said} {level:?} {file}"));
            }
            if tally.warned == 0 || tally.astray > 0 {
                misses.push(format!("{rule}, {name}: {base} {told:?}{}", changed(&self.topics[*topic], texts)));
            }
            let sum = tallies.entry(format!("{rule}, {name}")).or_default();
            *sum = sum.plus(tally);
            write(topic, &self.topics[*topic]);
        }
    }

    /// What the program says of the site, as far as it is on parity.
    fn findings(&self) -> BTreeSet<Found> {
        let today = Today::Day(Date::new(2026, 11, 23).expect("a day"));
        let options = Options { today, drafts: false, progress: &Silent };
        let judged = pipeline::judge(self.root.path(), &options).expect("a site");
        let parity = judged.findings.into_iter().filter(|finding| finding.rule.id.starts_with("parity"));
        parity
            .map(|finding| {
                let file = finding.place.map(|place| place.file.as_str().to_owned());
                (finding.rule.id.to_owned(), finding.level, file.unwrap_or_default())
            })
            .collect()
    }
}

/// Rule, level and file.
type Found = (String, Level, String);

/// Whether a file is a page of the topic with this base.
fn is_of(file: &str, base: &str) -> bool {
    file.strip_prefix(base).is_some_and(|rest| rest == ".ja.md" || rest == ".en.md")
}

fn write(topic: &str, texts: &Texts) {
    for (lang, text) in ["ja", "en"].iter().zip(texts) {
        fs::write(format!("{topic}.{lang}.md"), text).expect("a page");
    }
}

/// The first line that an error changed.
fn changed(before: &Texts, after: &Texts) -> String {
    let lines = |texts: &Texts| texts.join("\n").lines().map(str::to_owned).collect::<Vec<_>>();
    let (before, after) = (lines(before), lines(after));
    let differs = before.iter().zip(&after).find(|(one, other)| one != other);
    differs.map(|(one, other)| format!("\n    {one}\n    {other}")).unwrap_or_default()
}

/// A page in both languages.
fn page(number: usize, pairs: &[Pair]) -> [(&'static str, String); 2] {
    let texts: Vec<(&str, &str)> = pairs.iter().map(|pair| (pair.ja.as_str(), pair.en.as_str())).collect();
    let [a, b, c, d, e, f] = texts[..] else { unreachable!("six pairs a page") };
    let ja = format!(
        "---\ntitle: 案内{number}\n---\nマイナンバーカードについての案内です。\n\n## 手続 {{#one}}\n\n{}\n\n{}\n\n[制度の説明](https://example.jp/guide)を見てください。\n\n## 条件 {{#two}}\n\n- {}\n- {}\n\n![流れを示す図](a.svg)\n\n{}\n\n## 注意 {{#three}}\n\n{}\n\n[トップ](index.md)に戻ります。\n",
        a.0, b.0, c.0, d.0, e.0, f.0
    );
    let en = format!(
        "---\ntitle: Guide {number}\n---\nThis page is about the My Number Card.\n\n## Procedure {{#one}}\n\n{}\n\n{}\n\nSee [the system](https://example.jp/guide).\n\n## Conditions {{#two}}\n\n- {}\n- {}\n\n![The steps in a figure](a.svg)\n\n{}\n\n## Notes {{#three}}\n\n{}\n\nBack to [the top](index.md).\n",
        a.1, b.1, c.1, d.1, e.1, f.1
    );
    [("ja", ja), ("en", en)]
}

/// All files below a folder, but for what was agreed.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let is_hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    entries
        .filter(|path| !is_hidden(path))
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect()
}

fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(file.strip_prefix(from).expect("a file below the folder"));
        fs::create_dir_all(target.parent().expect("a folder")).expect("folders");
        fs::copy(file, target).expect("a copy");
    }
}
