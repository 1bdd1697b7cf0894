//! Bad input: settings, front matter and facts that are not what YAML or the site wants.

#![expect(clippy::disallowed_methods, reason = "tests take the time and remove files")]

use crate::faulty::{judged, refused, site, told};
use crate::site::{SETTINGS, TestSite};

/// A bilingual site with a page whose Japanese source begins with this.
fn front(text: &str) -> TestSite {
    TestSite::bilingual().uncompared().page("a", "", "").file("content/a.ja.md", text)
}

/// The same with these lines between the hyphens.
fn lines(text: &str) -> TestSite {
    front(&format!("---\n{text}\n---\n本文\n"))
}

#[test]
fn what_would_hurt_a_parser_is_refused_in_an_instant() {
    let brackets = "[".repeat(30_000);
    let deep = lines(&format!("title: {brackets}"));
    let started = std::time::Instant::now();
    told("front_matter_depth", &deep, &["limit-depth content/a.ja.md:2:72"]);
    let many = "[".repeat(100_000);
    judged(&lines(&format!("title: {many}")), &["limit-size content/a.ja.md:2:1"]);
    let facts = site(&[("content/facts.yaml", &format!("a: {many}"))]);
    judged(&facts, &["limit-depth content/facts.yaml:1:68"]);
    let settings = TestSite::bilingual().setting(&format!("search: {many}"));
    judged(&settings, &["limit-depth site.yaml:4:73"]);
    judged(&lines(&"- ".repeat(20_000)), &["limit-depth content/a.ja.md:2:129"]);
    assert!(started.elapsed().as_secs() < 20, "the parser took {:?}", started.elapsed());
}

#[test]
fn anchors_aliases_and_tags_are_refused() {
    let laughs = "title: 題\nextra:\n  a: &a [x, x]\n  b: &b [*a, *a]\n  c: [*b, *b]\n  d: &d [*d]\n  e: !!str e";
    let expected = [
        "front-matter-syntax content/a.ja.md:4:6",
        "front-matter-syntax content/a.ja.md:5:6",
        "front-matter-syntax content/a.ja.md:6:7",
        "front-matter-syntax content/a.ja.md:6:11",
        "front-matter-syntax content/a.ja.md:7:6",
        "front-matter-syntax content/a.ja.md:8:6",
    ];
    told("yaml_references", &lines(laughs), &expected);
}

#[test]
fn a_key_stands_once_at_every_level() {
    let site =
        TestSite::bilingual().setting("title: {ja: 題, en: T}").setting("dates: {ja: era, ja: iso}").page("a", "", "");
    judged(&site, &["config-syntax site.yaml:4:1", "config-syntax site.yaml:5:18"]);
    let pages = lines("title: 題\ntitle: 別の題\nextra: {a: {b: 1, b: 2}}")
        .file("content/facts.yaml", "fee: {text: a}\nfee: {text: b}\n")
        .file("locales/ja/site.ftl", "back-to-menu = 戻る\nback-to-menu = もどる\n");
    let expected = [
        "front-matter-syntax content/a.ja.md:3:1",
        "front-matter-syntax content/a.ja.md:4:19",
        "fact-syntax content/facts.yaml:2:1",
        "words-duplicate locales/ja/site.ftl:2:1",
    ];
    told("keys_twice", &pages, &expected);
}

#[test]
fn unknown_keys_come_with_the_key_that_was_meant() {
    let site = lines(
        "title: 題\ndraf: true\nTitle: 題\nupdate: 2026-11-23\nallow:\n  - {rule: a11y-alt, raeson: x, reason: y}",
    )
    .setting("langauges: [ja]")
    .setting("external_link: new-tab")
    .file("content/facts.yaml", "fee: {txt: 無料}\n");
    let expected = [
        "front-matter-unknown-key content/a.ja.md:3:1",
        "front-matter-unknown-key content/a.ja.md:4:1",
        "front-matter-unknown-key content/a.ja.md:5:1",
        "front-matter-allow content/a.ja.md:7:12",
        "front-matter-unknown-key content/a.ja.md:7:22",
        "fact-value content/facts.yaml:1:7",
        "config-unknown-key site.yaml:5:1",
        "config-unknown-key site.yaml:6:1",
    ];
    told("unknown_keys", &site, &expected);
}

#[test]
fn what_japanese_keyboards_write_is_named() {
    told("yaml_full_width_colon", &lines("title：はじめに"), &["front-matter-syntax content/a.ja.md:2:6"]);
    told("yaml_no_space", &lines("title:はじめに"), &["front-matter-syntax content/a.ja.md:2:6"]);
    told("yaml_full_width_indent", &lines("title: 題\nextra:\n　a: b"), &["front-matter-syntax content/a.ja.md:4:1"]);
    judged(&lines("title: 題\nextra:\n\u{A0}a: b"), &["front-matter-syntax content/a.ja.md:4:1"]);
    judged(&lines("title: 題\nextra:\n\ta: b"), &["front-matter-syntax content/a.ja.md:4:1"]);
    told(
        "yaml_full_width_dash",
        &lines("title: 題\nrelated:\n  － a.md"),
        &["front-matter-syntax content/a.ja.md:4:3"],
    );
    told("yaml_full_width_quote", &lines("title: “a: b”"), &["front-matter-syntax content/a.ja.md:2:8"]);
    let all = front("---\ntitle：一\n---\n").file("content/a.en.md", "---\ntitle: one: two\n---\n");
    judged(&all, &["front-matter-syntax content/a.en.md:2:11", "front-matter-syntax content/a.ja.md:2:6"]);
}

#[test]
fn signs_that_need_quotes_are_named_with_the_line_to_write() {
    told("yaml_colon", &lines("title: 案内: 窓口"), &["front-matter-syntax content/a.ja.md:2:10"]);
    told("yaml_bracket", &lines("title: [重要] お知らせ"), &["front-matter-syntax content/a.ja.md:2:8"]);
    for sign in ["@市役所", "`code`", "%割引"] {
        judged(&lines(&format!("title: {sign}")), &["front-matter-syntax content/a.ja.md:2:8"]);
    }
    told("yaml_star", &lines("title: *重要"), &["front-matter-syntax content/a.ja.md:2:8"]);
    told("yaml_hash", &lines("title: #1の窓口"), &["front-matter-value content/a.ja.md:2:1"]);
}

#[test]
fn text_stays_text() {
    for written in ["no", "on", "1.10", "0123", "12:30", "1e3", "2026-11-23", "true"] {
        let site = lines(&format!("title: {written}"));
        judged(&site, &[]);
        assert!(site.html("ja/a/").contains(&format!("<title>{written}")), "{written}");
    }
    let site = lines("title: 題").file("content/facts.yaml", "room: {text: 0123}\nopen: {text: 1.10}\n");
    let site = site.file("content/a.en.md", "---\ntitle: Title\n---\n{{ facts.room }} {{ facts.open }}\n");
    judged(&site, &[]);
    assert!(site.html("en/a/").contains("<p>0123 1.10</p>"));
}

#[test]
fn a_page_has_a_title() {
    for empty in ["title: null", "title: ~", "title: \"\"", "title: \"　\""] {
        judged(&lines(empty), &["front-matter-value content/a.ja.md:2:8"]);
    }
    told("title_empty", &lines("title:"), &["front-matter-value content/a.ja.md:2:1"]);
    told("title_missing", &lines("summary: 要約"), &["front-matter-missing content/a.ja.md:1:1"]);
    told("title_list", &lines("title: [a, b]"), &["front-matter-value content/a.ja.md:2:8"]);
}

#[test]
fn dates_are_days_in_one_form() {
    for day in ["2026年11月23日", "2026-13-45", "令和8年11月23日", "2026/11/23", "2026-11-23T10:00:00", "2026-02-30"]
    {
        judged(&lines(&format!("title: 題\nupdated: {day}")), &["front-matter-value content/a.ja.md:3:10"]);
    }
    told(
        "date_in_japanese",
        &lines("title: 題\nupdated: 2026年11月23日"),
        &["front-matter-value content/a.ja.md:3:10"],
    );
    told("date_of_an_era", &lines("title: 題\nupdated: 令和8年11月23日"), &["front-matter-value content/a.ja.md:3:10"]);
    told("date_that_is_none", &lines("title: 題\nupdated: 2026-02-30"), &["front-matter-value content/a.ja.md:3:10"]);
}

#[test]
fn front_matter_begins_and_ends() {
    told("front_matter_unclosed", &front("---\ntitle: 題\n本文\n"), &["front-matter-syntax content/a.ja.md:1:1"]);
    told("front_matter_none", &front("本文だけ\n"), &["front-matter-missing content/a.ja.md:1:1"]);
    told("front_matter_empty_file", &front(""), &["front-matter-missing content/a.ja.md:1:1"]);
    told("front_matter_late", &front("\n---\ntitle: 題\n---\n"), &["front-matter-missing content/a.ja.md:1:1"]);
    told("front_matter_dashes", &front("----\ntitle: 題\n----\n"), &["front-matter-missing content/a.ja.md:1:1"]);
    let unclosed = front("---\ntitle: 題\n## 章\n").file("content/a.en.md", "---\ntitle: T\n---\n## X {#x}\n");
    let unclosed = unclosed.file("content/b.ja.md", "---\ntitle: 題\nlanguages: [ja]\n---\n[章](a.md#x)\n");
    judged(&unclosed, &["front-matter-syntax content/a.ja.md:1:1"]);
    judged(&front("---  \ntitle: 題\n--- \n本文\n\n---\n\n本文\n"), &[]);
    judged(&front("---\ntitle: 題\nsummary: a --- b\n---\n"), &[]);
}

#[test]
fn lists_show_both_forms() {
    told("list_as_text", &lines("title: 題\nrelated: a.md"), &["front-matter-value content/a.ja.md:3:10"]);
    judged(&lines("title: 題\nrelated: 7"), &["front-matter-value content/a.ja.md:3:10"]);
    judged(&lines("title: 題\nrelated: [[a.md]]"), &["front-matter-value content/a.ja.md:3:11"]);
}

#[test]
fn nothing_climbs_out_of_the_site() {
    let slugs = ["../x", "a/b", "/etc", "a\\b", "c:", "%2e%2e", "..", "a%2fb", "a\\0b", "con"];
    for slug in slugs {
        let site = lines(&format!("title: 題\nslug: \"{}\"", slug.replace('\\', "\\\\").replace("\\\\0", "\\0")));
        judged(&site, &["front-matter-value content/a.ja.md:3:7"]);
    }
    told("slug_climbs", &lines("title: 題\nslug: ../x"), &["front-matter-value content/a.ja.md:3:7"]);
    told("slug_two_parts", &lines("title: 題\nslug: a/b"), &["front-matter-value content/a.ja.md:3:7"]);
    for from in ["/../x", "old", "//evil/", "/a/%2e%2e/b/", "/c:/x", "https://host/"] {
        let site = lines(&format!("title: 題\nredirect_from: [\"{from}\"]"));
        judged(&site, &["front-matter-value content/a.ja.md:3:17"]);
    }
    told(
        "redirect_from_climbs",
        &lines("title: 題\nredirect_from: [/../x]"),
        &["front-matter-value content/a.ja.md:3:17"],
    );
    told(
        "redirect_climbs",
        &TestSite::bilingual().setting("redirects: {/../x: /ja/, /a/: \"javascript:x\"}"),
        &["config-value site.yaml:4:13", "config-value site.yaml:4:31"],
    );
    told("template_climbs", &lines("title: 題\ntemplate: ../secret"), &["front-matter-value content/a.ja.md:3:11"]);
    judged(&TestSite::bilingual().setting("theme: ../../x"), &["config-value site.yaml:4:8"]);
}

#[test]
fn the_address_of_the_site_is_a_web_address() {
    let base = |url: &str| TestSite::bilingual().file("site.yaml", &SETTINGS.replace("https://example.jp/", url));
    for url in ["example.jp", "ftp://example.jp/", "https://example.jp/?a=b", "https://u:p@example.jp/", "\"\"", "/a/"]
    {
        judged(&base(url), &["config-value site.yaml:1:11"]);
    }
    told("base_url_without_scheme", &base("example.jp"), &["config-value site.yaml:1:11"]);
    let below = base("https://例え.jp/repo");
    judged(&below, &[]);
    let html = below.html("ja/");
    assert!(html.contains("rel=\"canonical\" href=\"https://xn--r8jz45g.jp/repo/ja/\""), "{html}");
}

#[test]
fn languages_are_those_that_there_are() {
    let site = TestSite::empty().file("site.yaml", &SETTINGS.replace("[ja, en]", "[jp, en_US, xx-yy-zz-!]"));
    let expected = ["config-value site.yaml:2:13", "config-value site.yaml:2:17", "config-value site.yaml:2:24"];
    told("languages_wrong", &site, &expected);
    judged(
        &TestSite::bilingual().file("site.yaml", &SETTINGS.replace("[ja, en]", "[]")),
        &["config-value site.yaml:2:12"],
    );
}

#[test]
fn settings_are_never_filled_from_the_environment() {
    let site =
        TestSite::bilingual().file("site.yaml", &SETTINGS.replace("試験サイト", "\"${HOME} $HOME {{ env.HOME }}\""));
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(site.html("ja/").contains("${HOME} $HOME {{ env.HOME }}"));
}

#[test]
fn broken_settings_are_all_told_at_once() {
    let site = TestSite::empty().file(
        "site.yaml",
        "base_url: x\nlanguages: [ja, en]\nprefix: alle\nsearch: yes\nrules: {link-mising: off, link-missing: off}\n",
    );
    let expected = [
        "config-missing site.yaml:1:1",
        "config-value site.yaml:1:11",
        "config-value site.yaml:3:9",
        "config-value site.yaml:4:9",
        "config-value site.yaml:5:9",
        "config-value site.yaml:5:27",
    ];
    told("settings_broken", &site, &expected);
    told(
        "settings_empty",
        &TestSite::empty().file("site.yaml", ""),
        &["config-missing site.yaml:1:1", "config-missing site.yaml:1:1"],
    );
    told(
        "settings_no_yaml",
        &TestSite::empty().file("site.yaml", "base_url: [\ntitle: x\n"),
        &["config-syntax site.yaml:1:11"],
    );
}

#[test]
fn facts_are_read_strictly() {
    let facts = "hotline: {phone: abc}\nday: {date: 2026-02-30}\ntwo: {text: a, number: 1}\nnone: {label: x}\nfee: {money: 0円}\nlist: [a]\n";
    let site = TestSite::bilingual().file("content/facts.yaml", facts).page(
        "a",
        "{{ facts.hotline }}{{ facts.dya }}{{ facts.day.er }}",
        "",
    );
    let expected = [
        "fact-unknown content/a.ja.md:4:20",
        "fact-value content/facts.yaml:1:18",
        "fact-value content/facts.yaml:2:13",
        "fact-value content/facts.yaml:3:16",
        "fact-value content/facts.yaml:4:1",
        "fact-value content/facts.yaml:5:14",
        "fact-value content/facts.yaml:6:7",
    ];
    told("facts_wrong", &site, &expected);
}

#[test]
fn a_fact_file_that_is_no_yaml_makes_no_fact_unknown() {
    let site = TestSite::bilingual().file("content/facts.yaml", "fee: {text: 無料\nday: x: y\n").uncompared().page(
        "a",
        "{{ facts.fee }} [x](fact:ministry)",
        "",
    );
    told("facts_no_yaml", &site, &["fact-syntax content/facts.yaml:2:7"]);
}

#[test]
fn without_settings_there_is_no_site() {
    let site = TestSite::empty();
    std::fs::remove_file(site.path("site.yaml")).expect("the settings");
    refused("no_site", &site, &["build"]);
}
