//! A build with memory equals one without: the same files byte for byte, the same findings.
//!
//! A site is edited at random, pages, templates, words, facts, files and settings, and built after each edit by a
//! memory that has followed it from the beginning, and by one that knows nothing.

#![expect(clippy::disallowed_methods, reason = "tests write sites, and a memory is told the time")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use taiyaku::clock::Today;
use taiyaku::date::Date;
use taiyaku::output::Content;
use taiyaku::pipeline::{Build, Memory, Options, judge};
use taiyaku::progress::Silent;

use crate::site::{SETTINGS, TODAY, TestSite};

/// The topics of the sites, and where the pages that name them lie.
const TOPICS: [&str; 6] = ["index", "a/index", "a/one", "a/two", "b/one", "c"];
const LANGS: [&str; 2] = ["ja", "en"];

/// What front matter may say besides the title.
const FRONTS: [&str; 12] = [
    "",
    "summary: 要約 {{ facts.fee }}\n",
    "order: 1\n",
    "nav: false\nupdated: 2026-01-02\n",
    "slug: other\n",
    "draft: true\n",
    "published: 2030-01-01\n",
    "languages: [ja]\n",
    "redirect_from: [/old/]\nupdated: 2026-03-04\n",
    "related: [/c.md, fact:home]\ncontact: office\n",
    "template: special\n",
    "allow: [{rule: parity-number, reason: 端数}]\nlist: published\n",
];

/// What a body may hold.
const PARTS: [&str; 14] = [
    "本文です。 Some text.\n",
    "## 見出し\n\n段落。\n\n## もう一つ {#two}\n",
    "[一つ](/a/one.md) [](/c.md) [二つ](/a/two.md#two)\n",
    "[なし](/nothing.md) [所](/a/one.md#nowhere)\n",
    "料金は{{ facts.fee }}、電話は{{ facts.phone }}。\n",
    "[窓口](fact:home) と [](fact:phone)\n",
    "![図](/steps.svg \"説明\")\n\n[様式](/form.csv)\n",
    "10人、3月4日、５００円。 10 people, March 4.\n",
    "## 手順 {{ facts.fee }}\n\n1. 受け取る\n2. 書く\n",
    "[上](index.md) [下](../b/one.md)\n\n※ 注です。\n",
    "<b id=\"two\">生</b> {{ facts.nothing }}\n",
    "<!-- untranslated -->\n\nここから\n",
    "{.faq}\n質問は何ですか\n: 答えです。\n",
    "英字Ａと ｶﾅ。カードを 作る。\n",
];

/// The texts that other files may have. An empty text stands for no file.
const OTHERS: [(&str, &[&str]); 12] = [
    (
        "content/facts.yaml",
        &[
            "fee: {money: 800 JPY}\nphone: {phone: \"0120-95-0178\"}\nhome: {url: \"https://example.com/\", label: {ja: 本省, en: Ministry}}\noffice: {contact: {name: {ja: 窓口, en: Office}, phone: phone}}\n",
            "fee: {money: 900 JPY}\nphone: {phone: \"0120-95-0178\"}\nhome: {url: \"https://example.com/x\"}\noffice: {contact: {name: {ja: 窓口, en: Office}, phone: phone}}\n",
            "fee: {money: 800 JPY}\n",
            "fee: [\n",
            "",
        ],
    ),
    ("content/glossary.yaml", &["- {ja: カード, en: card}\n", ""]),
    (
        "content/notices.yaml",
        &[
            "- text: {ja: 休みます。{{ facts.fee }}, en: Closed.}\n  link: a/two.md#two\n",
            "- text: {ja: 開きます。}\n  until: 2026-11-01\n  link: nothing.md\n",
            "- text: [\n",
            "",
        ],
    ),
    ("content/form.csv", &["a,b\n", "a,b,c\n", ""]),
    ("content/steps.svg", &["<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n", ""]),
    ("content/steps.en.svg", &["<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>\n", ""]),
    (
        "templates/page.html",
        &[
            "{% extends \"default/page.html\" %}\n",
            "<!DOCTYPE html><title>{{ page.title }}</title>{{ page.content | safe }}{{ t(key=\"updated-on\") }}\n",
            "{% for item in site.menu %}{{ item.title }}{{ item.nothing }}{% endfor %}\n",
            "{% if %}\n",
            "",
        ],
    ),
    ("templates/special.html", &["{{ page.title }} {{ url(topic=\"c\") }} {{ site.latest | length }}\n", ""]),
    ("locales/ja/site.ftl", &["back-to-menu = 戻る\n", "back-to-menu = { $x }\n", "= nothing\n", ""]),
    ("themes/own/static/site.css", &["body { color: red }\n", "body { color: blue }\n", ""]),
    ("prh.yml", &["version: 1\nrules:\n  - expected: 受け取り\n    pattern: 受取り\n", ""]),
    (
        "site.yaml",
        &[
            "",
            "prefix: others\n",
            "missing_translation: omit\n",
            "missing_translation: error\nraw_html: escape\n",
            "theme: own\ncontact: office\n",
            "redirects: {/gone/: /ja/c/}\nrules: {text-*: \"off\"}\n",
            "dates: {ja: western}\nexternal_links: new-tab\nrequire: {a: agreed}\n",
            "languages: [\n",
        ],
    ),
];

/// An edit of a site.
#[derive(Debug, Clone)]
enum Edit {
    /// A page gets this text.
    Page { topic: usize, lang: usize, title: u8, front: usize, parts: Vec<usize> },
    /// A page goes.
    Remove { topic: usize, lang: usize },
    /// A page gets another name.
    Rename { from: usize, to: usize, lang: usize },
    /// Another file gets one of its texts.
    Other { file: usize, text: usize },
    /// What both languages say now is agreed.
    Agree { topic: usize },
    /// What was agreed is forgotten.
    Disagree,
}

fn edit() -> impl Strategy<Value = Edit> {
    let (topic, lang) = (0..TOPICS.len(), 0..LANGS.len());
    let parts = prop::collection::vec(0..PARTS.len(), 0..4);
    let page = (topic.clone(), lang.clone(), 0..3u8, 0..FRONTS.len(), parts);
    prop_oneof![
        6 => page.prop_map(|(topic, lang, title, front, parts)| Edit::Page { topic, lang, title, front, parts }),
        1 => (topic.clone(), lang.clone()).prop_map(|(topic, lang)| Edit::Remove { topic, lang }),
        1 => (topic.clone(), topic.clone(), lang).prop_map(|(from, to, lang)| Edit::Rename { from, to, lang }),
        4 => (0..OTHERS.len(), 0..8usize).prop_map(|(file, text)| Edit::Other { file, text }),
        1 => topic.prop_map(|topic| Edit::Agree { topic }),
        1 => Just(Edit::Disagree),
    ]
}

fn page(topic: usize, lang: usize) -> String {
    format!("content/{}.{}.md", TOPICS[topic], LANGS[lang])
}

fn agreed(topic: usize, lang: usize) -> String {
    let name = TOPICS[topic].strip_suffix("/index").unwrap_or(TOPICS[topic]);
    format!("content/.agreed/en/{name}.{}.md", LANGS[lang])
}

/// Makes an edit, and gives the files that it has changed.
fn apply(site: &TestSite, edit: &Edit) -> Vec<String> {
    let remove = |path: &str| drop(fs::remove_file(site.path(path)));
    match edit {
        Edit::Page { topic, lang, title, front, parts } => {
            let body: String = parts.iter().map(|&part| format!("{}\n", PARTS[part])).collect();
            let text = format!("---\ntitle: 題{title}\n{}---\n\n{body}", FRONTS[*front]);
            site.write(&page(*topic, *lang), text.as_bytes());
            vec![page(*topic, *lang)]
        }
        Edit::Remove { topic, lang } => {
            remove(&page(*topic, *lang));
            vec![page(*topic, *lang)]
        }
        Edit::Rename { from, to, lang } => {
            let (from, to) = (page(*from, *lang), page(*to, *lang));
            fs::create_dir_all(site.path(&to).parent().expect("it lies in a folder")).expect("there is room");
            let _ = fs::rename(site.path(&from), site.path(&to));
            vec![from, to]
        }
        Edit::Other { file, text } => {
            let (path, texts) = OTHERS[*file];
            match texts[text % texts.len()] {
                text if path == "site.yaml" => site.write(path, format!("{SETTINGS}{text}").as_bytes()),
                "" => remove(path),
                text => site.write(path, text.as_bytes()),
            }
            vec![path.to_owned()]
        }
        Edit::Agree { topic } => {
            let both = [0, 1].map(|lang| (fs::read(site.path(&page(*topic, lang))), agreed(*topic, lang)));
            let kept = both.into_iter().filter_map(|(text, path)| Some((text.ok()?, path)));
            kept.map(|(text, path)| {
                site.write(&path, &text);
                path
            })
            .collect()
        }
        Edit::Disagree => {
            let _ = fs::remove_dir_all(site.path("content/.agreed"));
            vec!["content/.agreed".to_owned()]
        }
    }
}

fn start() -> TestSite {
    let site = TestSite::bilingual();
    for file in [0, 2, 3, 8] {
        apply(&site, &Edit::Other { file, text: 0 });
    }
    for (topic, lang) in [(1, 0), (1, 1), (2, 0), (2, 1), (3, 0), (5, 0), (5, 1)] {
        apply(&site, &Edit::Page { topic, lang, title: 0, front: 0, parts: vec![0, 1, 2, 4] });
    }
    site
}

fn options() -> Options<'static> {
    on(TODAY)
}

fn on(day: &str) -> Options<'static> {
    let today = Today::Day(Date::parse_iso(day).expect("a day"));
    Options { today, drafts: false, progress: &Silent }
}

/// Compares what a memory has made with a fresh run.
fn compare(root: &Path, options: &Options<'_>, memory: &Memory, build: &Build) {
    let fresh = judge(root, options).expect("it is a site");
    assert_eq!(memory.findings(), fresh.findings);
    assert_eq!(build.notes, fresh.notes);
    assert_eq!((build.site.is_some(), build.renderer.is_some()), (fresh.site.is_some(), fresh.output.is_some()));
    let Some((renderer, output)) = build.renderer.as_ref().zip(fresh.output) else { return };
    // Two files at one address are an error, and which of them is there does not matter.
    let is_clear = fresh.findings.iter().all(|finding| finding.rule.id != "url-conflict");
    for (path, content) in output.iter().filter(|_| is_clear) {
        let made = renderer.get(path.as_str()).map(|made| made.map_err(|finding| Box::new(finding.message)));
        let shown = |content: &Content| match content {
            Content::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            other => format!("{other:?}"),
        };
        let made = made.map(|made| made.map(|made| shown(&made)));
        assert_eq!(made, Some(Ok(shown(content))), "{path}");
    }
    let site = build.site.as_ref().expect("it is rendered");
    let more = site.pages.iter().filter(|page| output.get(page.route.out.as_str()).is_none());
    for page in more.filter(|_| is_clear) {
        assert!(renderer.get(page.route.out.as_str()).is_some_and(|made| made.is_err()));
    }
}

fn follow(edits: &[(Edit, bool, bool)]) {
    let site = start();
    let root = site.root();
    let mut memory = Memory::default();
    memory.look(root, &BTreeSet::new(), SystemTime::now());
    let build = memory.build(root, &options()).expect("it is a site");
    assert!(memory.judge(&|| true));
    compare(root, &options(), &memory, &build);
    for (edit, is_told, is_judged) in edits {
        let changed = apply(&site, edit);
        // Where nobody tells what has changed, times decide, and those of files that were just written do not count.
        let (told, now) = match is_told {
            true => (changed.into_iter().collect(), SystemTime::now() + Duration::from_secs(3600)),
            false => (BTreeSet::new(), SystemTime::now()),
        };
        memory.look(root, &told, now);
        let build = memory.build(root, &options()).expect("it is a site");
        // The next edit may come before everything is judged.
        if *is_judged {
            assert!(memory.judge(&|| true));
            compare(root, &options(), &memory, &build);
        } else {
            memory.judge(&|| false);
        }
    }
}

#[test]
fn a_day_that_passes_shows_what_waited_for_it() {
    let site = start().file("content/b/one.ja.md", "---\ntitle: 予定\npublished: 2026-11-24\n---\n");
    let mut memory = Memory::default();
    for (day, is_there) in [(TODAY, false), ("2026-11-24", true)] {
        memory.look(site.root(), &BTreeSet::new(), SystemTime::now());
        let build = memory.build(site.root(), &on(day)).expect("it is a site");
        assert!(!build.is_same && memory.judge(&|| true));
        compare(site.root(), &on(day), &memory, &build);
        let renderer = build.renderer.expect("it can be rendered");
        assert_eq!(renderer.page_at("ja/b/one/index.html").is_some(), is_there);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_warm_build_equals_a_cold_one(edits in prop::collection::vec((edit(), any::<bool>(), prop::bool::weighted(0.7)), 1..14)) {
        follow(&edits);
    }
}
