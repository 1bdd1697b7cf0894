//! Notices on every page: who sees them on which day, what is wrong with them, and the text at the foot.

use crate::site::TestSite;

/// A site with these notices.
fn with(notices: &str) -> TestSite {
    TestSite::bilingual().file("content/notices.yaml", notices)
}

/// The notices that a page shows, without their markup.
fn shown(site: &TestSite, address: &str) -> Vec<String> {
    let html = site.html(address);
    let texts = html.split("<p class=\"wrap\">").skip(1).filter_map(|rest| rest.split("</p>").next());
    texts.map(words).collect()
}

/// A text without its tags.
fn words(html: &str) -> String {
    html.split('<')
        .enumerate()
        .map(|(index, part)| if index == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) })
        .collect()
}

#[test]
fn every_page_shows_the_notices_of_its_day_emergencies_first() {
    let site = with(
        "- text: {ja: 通常, en: Ordinary}\n  from: 2026-11-23\n  until: 2026-11-23\n\
                     - text: {ja: 急ぎ, en: Urgent}\n  level: emergency\n\
                     - text: {ja: 明日, en: Tomorrow}\n  from: 2026-11-24\n\
                     - text: {ja: 昨日, en: Yesterday}\n  until: 2026-11-22\n",
    );
    assert_eq!(site.findings(), []);
    let site = site.build();
    for address in ["en/", "en/404.html"] {
        assert_eq!(shown(&site, address), ["Emergency Urgent", "Ordinary"], "{address}");
    }
    assert_eq!(shown(&site, "ja/"), ["緊急 急ぎ", "通常"]);
    assert!(!site.has("public/notices.yaml"));
}

#[test]
fn a_notice_has_facts_and_leads_to_the_readers_own_page() {
    let site = with(
        "- text: {ja: \"電話は{{ facts.line }}\", en: \"Call <{{ facts.line }}>\"}\n  link: p.md#a\n\
                     - text: {ja: 別, en: Other}\n  link: https://other.example/\n  link_text: {ja: 先, en: There}\n",
    )
    .file("content/facts.yaml", "line: {phone: 0120-95-0178}\n")
    .page("p", "## 節 {#a}\n", "## A {#a}\n")
    .build();
    let home = site.html("en/");
    assert!(
        home.contains("Call &lt;<a href=\"tel:0120950178\">0120-95-0178</a>&gt; <a href=\"/en/p/#a\">Title</a>"),
        "{home}"
    );
    let there = "<a href=\"https://other.example/\" class=\"external\">There<span class=\"link-label\"> (external site)</span></a>";
    assert!(home.contains(there), "{home}");
    assert!(site.html("ja/").contains("<a href=\"/ja/p/#a\">題</a>"));
}

#[test]
fn a_language_without_a_text_borrows_one_and_the_editor_hears_of_it() {
    let site = with("- text: {ja: 閉庁します}\n");
    let missing = (
        "translation-missing",
        "content/notices.yaml:1:3",
        "The notice has no English text. Its readers see it in another language.",
    );
    assert_eq!(site.findings(), [missing].map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
    assert!(site.build().html("en/").contains("<div class=\"banner banner-notice\" lang=\"ja\">"));
}

#[test]
fn what_is_wrong_with_notices_is_told_at_once() {
    let site = with(
        "- text: {ja: \"あ{{ facts.x }}\", en: a}\n  form: 2026-01-01\n\
                     - text: {ja: い, en: i}\n  level: urgent\n  from: 2026-02-01\n  until: 2026-01-31\n\
                     - link: nowhere.md\n- text: {ja: う, en: u}\n  link: nowhere.md\n",
    );
    let found: Vec<_> = site.findings().into_iter().map(|(rule, place, _)| format!("{rule} {place}")).collect();
    let expected = [
        "fact-unknown content/notices.yaml:1:16",
        "config-unknown-key content/notices.yaml:2:3",
        "config-value content/notices.yaml:4:10",
        "config-value content/notices.yaml:6:10",
        "config-missing content/notices.yaml:7:3",
        "link-missing content/notices.yaml:9:9",
    ];
    assert_eq!(found, expected);
    assert_eq!(with("# nothing\n").findings(), []);
    assert_eq!(with("text: x\n").rules(), ["config-value"]);
}

#[test]
fn the_build_tells_when_a_notice_changes_the_site() {
    let run = with("- text: {ja: あ, en: a}\n  until: 2026-12-03\n").run(&["build"]);
    assert!(run.err.contains("December 4, 2026") || run.out.contains("December 4, 2026"), "{run:?}");
}

#[test]
fn a_site_says_at_the_foot_what_it_wants() {
    let site = TestSite::bilingual().setting("footer: {ja: 見本です。, en: A <sample>.}").build();
    assert!(site.html("en/").contains("<p class=\"foot-note\">A &lt;sample&gt;.</p>"), "{}", site.html("en/"));
    assert!(site.html("ja/404.html").contains("見本です。"));
    assert!(!TestSite::bilingual().build().html("en/").contains("foot-note"));
    let site = TestSite::bilingual().setting("footer: {ja: 見本です。}");
    assert_eq!(site.rules(), ["config-missing"]);
}
