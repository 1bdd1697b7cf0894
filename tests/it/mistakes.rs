//! One mistake of an editor is one finding, in the editor's words: nothing else follows from it.

use crate::site::TestSite;

/// A site whose pages link to each other's sections, in both languages.
fn linked() -> TestSite {
    TestSite::bilingual()
        .page(
            "pickup",
            "\n## 持ち物 {#bring}\n\n[申請](apply.md#how)\n\n## 場所\n",
            "\n## Bring {#bring}\n\n[Apply](apply.md#how)\n\n## Place\n",
        )
        .page(
            "apply",
            "\n## 方法 {#how}\n\n[持ち物](pickup.md#bring)\n",
            "\n## How {#how}\n\n[Bring](pickup.md#bring)\n",
        )
}

/// The messages of what `check` finds, in a language.
fn messages(site: &TestSite, lang: &str) -> Vec<String> {
    let out = site.run(&["check", "--format", "json", "--lang", lang]).out;
    crate::site::said(&out).into_iter().map(|(.., message)| message).collect()
}

/// The one rule of what `check` finds once a page of the linked site has this text.
fn only_rule(path: &str, text: &str) -> String {
    let mut rules = linked().file(path, text).rules();
    assert_eq!(rules.len(), 1, "{text}: {rules:?}");
    rules.remove(0)
}

const BODY: &str = "\n## 持ち物 {#bring}\n\n[申請](apply.md#how)\n\n## 場所\n";

#[test]
fn front_matter_that_cannot_be_read_leaves_the_body_as_it_is() {
    assert_eq!(linked().rules(), [""; 0]);
    let page = |front: &str| only_rule("content/pickup.ja.md", &format!("{front}{BODY}"));
    assert_eq!(page("---\ntitle: 題\n"), "front-matter-syntax");
    assert_eq!(page("---\ntitle： 題\n---\n"), "front-matter-syntax");
    assert_eq!(page("ご案内\n---\ntitle: 題\n---\n"), "front-matter-missing");
    assert_eq!(page("\n---\nsummary: 要約\ntitle: 題\n---\n"), "front-matter-missing");
    assert_eq!(page("ーーー\ntitle: 題\nーーー\n"), "front-matter-missing");
    assert_eq!(page(""), "front-matter-missing");
}

#[test]
fn a_misspelt_key_is_not_missing_as_well() {
    let site = linked().file("content/pickup.ja.md", &format!("---\ntitel: 題\n---\n{BODY}"));
    assert_eq!(site.rules(), ["front-matter-unknown-key"]);
    let site = linked().file("content/facts.yaml", "fee:\n  mony: 0 JPY\n");
    assert_eq!(messages(&site, "en"), ["There is no key “mony” here."]);
    let site = linked().file("content/facts.yaml", "fee:\n  label: {ja: 手数料, en: fee}\n");
    assert_eq!(messages(&site, "ja"), ["共通データ「fee」に値がありません。"]);
}

#[test]
fn a_misspelt_language_does_not_make_strangers_of_its_pages() {
    let site = linked();
    let settings = site.read("site.yaml").replace("[ja, en]", "[ja, jp]");
    assert_eq!(site.file("site.yaml", &settings).rules(), ["config-value"]);
}

#[test]
fn a_missing_page_is_named_in_the_reader_s_language() {
    let site = TestSite::bilingual().file("content/use.ja.md", "---\ntitle: 使い方\n---\n");
    assert_eq!(messages(&site, "ja"), ["英語のページがありません。"]);
    assert_eq!(messages(&site, "en"), ["There is no English page."]);
}

#[test]
fn headings_differ_by_number_or_by_level() {
    let site = TestSite::bilingual().page("use", "\n## あ\n\n## い\n", "\n## A\n");
    let number = "見出しの数が言語によって違います。このページは1個、もう一方の言語は2個です。";
    assert_eq!(messages(&site, "ja"), [number]);
    let site = TestSite::bilingual().page("use", "\n## あ\n\n### い\n", "\n## A\n\n## B\n");
    assert_eq!(messages(&site, "en"), ["This heading has another level than in the other language: 2 here, 3 there."]);
}

#[test]
fn a_link_to_an_address_says_that_links_name_files() {
    let site = TestSite::bilingual().page("use", "[申請](/ja/apply/)\n", "[申請](www.example.jp)\n");
    let run = site.run(&["check", "--lang", "ja"]);
    let help = "「../apply/index.md」のように、このファイルから見た元のファイルのパスで書きます。";
    assert_eq!((run.status, run.err.matches(help).count()), (1, 2), "{}", run.err);
}

#[test]
fn a_fact_in_full_width_braces_is_not_shown_as_text() {
    let site = TestSite::bilingual().page("use", "電話：｛｛ facts.hotline ｝｝\n", "Phone\n");
    assert_eq!(site.rules(), ["fact-syntax"]);
}

#[test]
fn a_page_that_goes_before_it_comes_is_told() {
    let page = |title: &str| format!("---\ntitle: {title}\npublished: 2027-04-01\nexpires: 2027-04-01\n---\n");
    let site = TestSite::bilingual().file("content/use.ja.md", &page("使い方")).file("content/use.en.md", &page("Use"));
    assert_eq!(site.rules(), ["front-matter-value"; 2]);
}

#[test]
fn two_files_of_one_page_are_named() {
    let page = "---\ntitle: 題\n---\n";
    let site = ["use.ja", "use.en", "use/index.ja"]
        .iter()
        .fold(TestSite::bilingual(), |site, name| site.file(&format!("content/{name}.md"), page));
    assert_eq!(messages(&site, "ja"), ["「use」というページのファイルが二つあります。"]);
}
