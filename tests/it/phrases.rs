//! Phrases: where lines of Japanese headings end, and what never sees it.

use crate::site::TestSite;

/// A site with a page whose title and heading have phrases.
fn site() -> TestSite {
    TestSite::bilingual()
        .file(
            "content/card.ja.md",
            "---\ntitle: マイナンバーカードの申請方法\nupdated: 2026-11-01\n---\n\
             ## 受取に必要なもの\n\n### カードの**申請方法**と`受取の方法`\n\n#### カードの受取場所\n\n本文のカードの受取方法です。\n\n\
             [カードの受取方法](index.md)です。\n\n{.cards}\n- [カードの受取方法](index.md)\n\n{.faq}\nカードの受取場所は\n: 窓口です。\n",
        )
        .file(
            "content/card.en.md",
            "---\ntitle: How to apply\nupdated: 2026-11-01\n---\n## What to bring\n\n### Ways\n\n#### 場所\n\nText.\n",
        )
}

#[test]
fn headings_cards_and_questions_break_between_phrases_and_other_text_does_not() {
    let site = site().build();
    let content = site.content("ja/card/");
    assert!(content.contains("id=\"受取に必要なもの\">受取に必要なもの</h2>"), "{content}");
    assert!(
        content.contains(">カードの<wbr><strong>申請方法</strong>と<wbr><code>受取の方法</code></h3>"),
        "{content}"
    );
    assert!(content.contains(">カードの受取場所</h4>"), "{content}");
    assert!(content.contains("<summary>カードの<wbr>受取場所は</summary>"), "{content}");
    assert!(content.contains("本文のカードの受取方法です。"), "{content}");
    assert_eq!(content.matches(">カードの<wbr>受取方法</a>").count(), 1, "{content}");
    assert_eq!(content.matches(">カードの受取方法</a>").count(), 1, "{content}");
}

#[test]
fn titles_and_menus_break_too_but_ids_the_head_feeds_and_english_never_do() {
    let site = site().build();
    let html = site.html("ja/card/");
    let marked = "マイナンバーカードの<wbr>申請方法";
    assert!(html.contains(&format!("<h1>{marked}</h1>")), "{html}");
    let menu = html.split("class=\"menu\"").nth(1).and_then(|rest| rest.split("</nav>").next()).expect("a menu");
    assert!(menu.contains(marked), "{menu}");
    let (head, _) = html.split_once("</head>").expect("a head");
    assert!(!head.contains("wbr") && head.contains("マイナンバーカードの申請方法"), "{head}");
    assert!(!html.contains("id=\"カードの<wbr>"));
    for attribute in html.split('"').skip(1).step_by(2) {
        assert!(!attribute.contains("wbr"), "{attribute}");
    }
    assert!(!site.html("en/card/").contains("wbr"));
    for file in ["public/ja/feed.xml", "public/sitemap.xml"] {
        assert!(!site.read(file).contains("wbr"), "{file}");
    }
}

#[test]
fn a_site_names_words_that_are_cut_elsewhere_or_never() {
    let title = |line: &str| {
        let html = site().setting(line).build().html("ja/card/");
        let start = html.find("<h1>").expect("a title") + 4;
        html[start..].split("</h1>").next().map(str::to_owned).expect("its end")
    };
    assert_eq!(title("phrases: [\"マイナンバー|カード\"]"), "マイナンバー<wbr>カードの<wbr>申請方法");
    assert_eq!(title("phrases: [カードの申請方法]"), "マイナンバーカードの申請方法");
}

#[test]
fn words_that_cannot_be_meant_are_findings() {
    let site = TestSite::bilingual().setting("phrases: [申請方法, 申請方法, \"|カード\", の, [a]]");
    let found: Vec<_> = site.findings().into_iter().map(|(rule, place, _)| (rule, place)).collect();
    let at = |column| ("config-value".to_owned(), format!("site.yaml:4:{column}"));
    assert_eq!(found, [at(17), at(23), at(31), at(34)]);
    let said = site.run(&["check", "--lang", "ja"]).err;
    assert!(said.contains("「の」は短すぎて"), "{said}");
    let single = TestSite::bilingual().setting("phrases: 申請方法");
    assert_eq!(single.rules(), ["config-value"]);
}
