//! What Markdown becomes: each form of the contract, as the pages show it.

use crate::site::TestSite;

/// What a body becomes in Japanese and in English.
fn both(ja: &str, en: &str) -> (String, String) {
    let site = TestSite::bilingual().page("p", ja, en).build();
    (site.content("ja/p/"), site.content("en/p/"))
}

/// What a body becomes in English.
fn en(body: &str) -> String {
    both(body, body).1
}

/// What a body becomes in Japanese.
fn ja(body: &str) -> String {
    both(body, body).0
}

#[test]
fn a_table_aligns_by_classes_and_can_be_scrolled() {
    let table = "| 項目 | 件数 | 備考 | 中 |\n|---|--:|:--|:-:|\n| A | 1 | **x** | a\\|b |\n";
    assert_eq!(
        ja(table),
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"横にスクロールできる表\"><table>\
         <thead><tr><th scope=\"col\">項目</th><th scope=\"col\" class=\"right\">件数</th><th scope=\"col\" class=\"left\">備考</th><th scope=\"col\" class=\"center\">中</th></tr></thead><tbody>\n\
         <tr><td>A</td><td class=\"right\">1</td><td class=\"left\"><strong>x</strong></td><td class=\"center\">a|b</td></tr>\n</tbody></table></div>"
    );
}

#[test]
fn tasks_say_whether_they_are_done() {
    assert_eq!(
        en("- [x] Photo\n- [ ] Form\n"),
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"Done\"> Photo</li>\n\
         <li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"Not done\"> Form</li>\n</ul>"
    );
}

#[test]
fn footnotes_lead_back_to_every_reference() {
    let html = en("One[^a], two[^b], one again[^a].\n\n[^b]: Second.\n[^a]: First.\n");
    assert_eq!(
        html,
        "<p>One<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" aria-label=\"Footnote 1\">1</a></sup>, \
         two<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\" aria-label=\"Footnote 2\">2</a></sup>, \
         one again<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\" aria-label=\"Footnote 1\">1</a></sup>.</p>\n\
         <section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n\
         <li id=\"fn-1\"><p>First.</p>\n<p class=\"footnote-back\"><a href=\"#fnref-1\" aria-label=\"Back to footnote 1 in the text\">↩</a> \
         <a href=\"#fnref-1-2\" aria-label=\"Back to footnote 1 in the text\">↩</a> </p></li>\n\
         <li id=\"fn-2\"><p>Second.</p>\n<p class=\"footnote-back\"><a href=\"#fnref-2\" aria-label=\"Back to footnote 2 in the text\">↩</a> </p></li>\n\
         </ol>\n</section>"
    );
}

#[test]
fn a_footnote_may_stand_in_a_list_and_hold_blocks() {
    let html = ja("- 項目[^1]\n\n  [^1]: 注です。\n\n      - 中の項目\n\n次の段落。\n");
    assert!(html.starts_with("<ul>\n<li>"), "{html}");
    assert!(html.contains("<p>次の段落。</p>\n<section class=\"footnotes\" aria-label=\"脚注\">"), "{html}");
    assert!(html.contains("<li id=\"fn-1\"><p>注です。</p>"), "{html}");
}

#[test]
fn footnotes_without_a_partner_are_found() {
    let site = TestSite::bilingual().page("p", "あ[^x]い\n\n[^y]: 注\n", "a\n");
    let found: Vec<_> = site.findings().into_iter().map(|(rule, place, _)| (rule, place)).collect();
    assert_eq!(
        found,
        [
            ("link-footnote".to_owned(), "content/p.ja.md:4:2".to_owned()),
            ("link-footnote".to_owned(), "content/p.ja.md:6:1".to_owned())
        ]
    );
}

#[test]
fn alerts_have_a_title_in_the_language_of_the_page() {
    let (ja, en) = both("> [!WARNING]\n> 期限があります。\n", "> [!TIP]\n> Come early.\n");
    assert_eq!(
        ja,
        "<div class=\"alert alert-warning\" role=\"note\"><p class=\"alert-title\">注意</p>\n<p>期限があります。</p>\n</div>"
    );
    assert_eq!(
        en,
        "<div class=\"alert alert-tip\" role=\"note\"><p class=\"alert-title\">Tip</p>\n<p>Come early.</p>\n</div>"
    );
    for (kind, title) in [("NOTE", "補足"), ("IMPORTANT", "重要"), ("CAUTION", "警告")] {
        assert!(self::ja(&format!("> [!{kind}]\n> x\n")).contains(&format!("<p class=\"alert-title\">{title}</p>")));
    }
}

#[test]
fn a_definition_list_may_have_several_definitions() {
    assert_eq!(
        en("Fee\n: Free.\n: Free again, with *care*.\n\nPlace\n: Town hall.\n"),
        "<dl>\n<dt>Fee</dt>\n<dd>Free.</dd>\n<dd>Free again, with <em>care</em>.</dd>\n<dt>Place</dt>\n<dd>Town hall.</dd>\n</dl>"
    );
}

#[test]
fn steps_questions_and_cards_are_asked_for_by_a_line() {
    assert_eq!(en("{.steps}\n1. One\n2. Two\n"), "<ol class=\"steps\">\n<li>One</li>\n<li>Two</li>\n</ol>");
    assert_eq!(en("{.cards}\n- [Home](index.md)\n"), "<ul class=\"cards\">\n<li><a href=\"/en/\">Home</a></li>\n</ul>");
    assert_eq!(
        en("{.faq}\n\nHow much?\n: Nothing.\n: Really.\n\nWhen?\n: Now.\n"),
        "<div class=\"faq\">\n<details><summary>How much?</summary>\n<div class=\"answer\" id=\"how-much\">Nothing.</div>\n<div class=\"answer\">Really.</div>\n</details>\n\
         <details><summary>When?</summary>\n<div class=\"answer\" id=\"when\">Now.</div>\n</details>\n</div>"
    );
    assert_eq!(en("```\n{.steps}\n```\n"), "<pre><code>{.steps}\n</code></pre>");
    assert_eq!(en("1. One\n\n   {.steps}\n   1. Inner\n").matches("class=\"steps\"").count(), 1);
}

#[test]
fn a_part_before_the_wrong_block_is_found() {
    let site = TestSite::bilingual().page("p", "{.steps}\n- 項目\n\n{.step}\n1. 項目\n", "- a\n\n1. b\n");
    let found: Vec<_> = site.findings().into_iter().map(|(rule, place, _)| (rule, place)).collect();
    let expected = [("html-part", "content/p.ja.md:4:1"), ("html-part", "content/p.ja.md:7:1")];
    assert_eq!(found, expected.map(|(rule, place)| (rule.to_owned(), place.to_owned())));
}

/// The text of a page of a site with a contact, in English.
fn with_contact(markdown: &str) -> String {
    let facts =
        "line: {phone: 0120-95-0178}\noffice: {contact: {name: {ja: 窓口, en: Office}, phone: line, hours: always}}\n";
    TestSite::bilingual().file("content/facts.yaml", facts).page("p", markdown, markdown).build().content("en/p/")
}

#[test]
fn a_contact_that_stands_alone_is_a_block() {
    let block = "<div class=\"contact-block\">\n<p class=\"contact-name\">Office</p>\n<dl>\n\
                 <div class=\"phone\"><dt>Phone</dt><dd><a href=\"tel:0120950178\">0120-95-0178</a></dd></div>\n\
                 <div class=\"hours\"><dt>Hours</dt><dd>24 hours a day, 365 days a year</dd></div>\n</dl>\n</div>";
    assert_eq!(with_contact("{{ facts.office }}\n"), block);
    let call = "<a href=\"tel:0120950178\">0120-95-0178</a>";
    assert_eq!(with_contact("{{ facts.line }}\n"), format!("<p>{call}</p>"));
    assert_eq!(with_contact("Ask {{ facts.office }}\n"), format!("<p>Ask Office {call}</p>"));
}

#[test]
fn a_question_has_an_id_inside_what_is_closed_and_languages_share_it() {
    let site = TestSite::bilingual().uncompared();
    let site =
        site.page("p", "{.faq}\n\n費用は？\n: 無料\n\n[先](#費用は)\n", "{.faq}\n\nCost?\n: None\n\n[x y](#費用は)\n");
    assert_eq!(site.findings(), []);
    let site = site.build();
    assert!(
        site.content("en/p/").contains("<summary>Cost?</summary>\n<div class=\"answer\" id=\"費用は\">"),
        "{}",
        site.content("en/p/")
    );
}

#[test]
fn a_table_has_the_caption_that_stands_before_it() {
    let table = "| a | b |\n|---|---|\n| 1 | 2 |\n";
    let captioned = en(&format!("{{.caption}}\nBy *month*\n\n{table}"));
    let start = "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"ui:table-1\"><table>\
                 <caption id=\"ui:table-1\">By <em>month</em></caption><thead>";
    assert!(captioned.starts_with(start), "{captioned}");
    assert!(en(table).starts_with("<div class=\"table\" role=\"group\""));
    let site = TestSite::bilingual().page("p", "{.caption}\n文\n", "{.caption}\nText\n");
    assert_eq!(site.rules(), ["html-part", "html-part"]);
}

#[test]
fn a_figure_is_described_in_words_that_readers_open() {
    let markdown = "![A map](a.svg \"The map\")\n\n{.description}\n> North is up.\n\n> A quotation.\n";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"/>";
    let site = TestSite::bilingual().file("content/a.svg", svg).page("p", markdown, markdown).build();
    let expected = "<figure><img src=\"/a.svg\" alt=\"A map\" width=\"20\" height=\"10\" aria-details=\"ui:description-1\">\
                    <figcaption>The map</figcaption></figure>\n\
                    <details class=\"description\" id=\"ui:description-1\"><summary>What the figure shows, in words</summary>\n\
                    <p>North is up.</p>\n</details>\n<blockquote>\n<p>A quotation.</p>\n</blockquote>";
    assert_eq!(site.content("en/p/"), expected);
}

#[test]
fn an_image_with_a_title_is_a_figure_with_a_caption() {
    let site = |markdown: &str| {
        let site = TestSite::bilingual().file("content/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        site.page("p", markdown, markdown).build().content("en/p/")
    };
    let figure = "<figure><img src=\"/a.svg\" alt=\"A card\"><figcaption>The card &amp; you</figcaption></figure>";
    assert_eq!(site("![A card](a.svg \"The card & you\")\n"), figure);
    assert_eq!(site("![A card](a.svg)\n"), "<p><img src=\"/a.svg\" alt=\"A card\"></p>");
    assert_eq!(
        site("See ![A card](a.svg \"The card\") here.\n"),
        "<p>See <img src=\"/a.svg\" alt=\"A card\" title=\"The card\"> here.</p>"
    );
    assert_eq!(site("- ![A card](a.svg \"The card & you\")\n"), format!("<ul>\n<li>{figure}\n</li>\n</ul>"));
    assert_eq!(site("![A *big* `card`](a.svg)\n"), "<p><img src=\"/a.svg\" alt=\"A big card\"></p>");
}

#[test]
fn what_begins_with_a_reference_mark_is_a_note() {
    assert_eq!(
        ja("※手数料は無料です。\n\n本文※です。\n\n- ※注\n- 項目\n"),
        "<p class=\"note\">※手数料は無料です。</p>\n<p>本文※です。</p>\n<ul>\n<li class=\"note\">※注</li>\n<li>項目</li>\n</ul>"
    );
    assert_eq!(ja("- ※注\n\n- 項目\n"), "<ul>\n<li><p class=\"note\">※注</p>\n</li>\n<li><p>項目</p>\n</li>\n</ul>");
    assert_eq!(ja("**※重要**です。\n"), "<p class=\"note\"><strong>※重要</strong>です。</p>");
}

#[test]
fn headings_have_ids_that_keep_every_script() {
    assert_eq!(
        ja("## 申請の方法\n\n### 申請の方法\n\n### `コード`と*強調*\n\n## 🎉\n"),
        "<h2 id=\"申請の方法\">申請の<wbr>方法</h2>\n<h3 id=\"申請の方法-2\">申請の<wbr>方法</h3>\n\
         <h3 id=\"コードと強調\"><code>コード</code>と<wbr><em>強調</em></h3>\n<h2 id=\"section\">🎉</h2>"
    );
}

#[test]
fn an_image_in_a_heading_speaks_for_it() {
    let site = TestSite::bilingual().file("content/a.svg", "<svg/>");
    let site = site.page("p", "## ![申請](a.svg)方法\n", "## ![Apply](a.svg)\n");
    assert_eq!(site.findings(), []);
    assert_eq!(site.build().content("ja/p/"), "<h2 id=\"申請方法\"><img src=\"/a.svg\" alt=\"申請\">方法</h2>");
}

#[test]
fn only_a_hash_or_a_dot_makes_attributes_of_a_heading() {
    let of = |heading: &str| ja(&format!("{heading}\n"));
    assert_eq!(of("## 申請 {#apply}"), "<h2 id=\"apply\">申請</h2>");
    assert_eq!(of("## 申請 {#apply .wide}"), "<h2 id=\"apply\" class=\"wide\">申請</h2>");
    assert_eq!(of("## 申請 {.wide}"), "<h2 id=\"申請\" class=\"wide\">申請</h2>");
    assert_eq!(of("## **申請** {#a_b_c} ##"), "<h2 id=\"a_b_c\"><strong>申請</strong></h2>");
    assert_eq!(of("## 申請 {#受取}"), "<h2 id=\"受取\">申請</h2>");
    assert!(of("## 受け取る{漢字|かんじ}").contains("漢字"));
    assert!(of("## 受け取る{漢字|かんじ}").contains("かんじ"));
    assert_eq!(of("## 申請 {x}"), "<h2 id=\"申請-x\">申請 {x}</h2>");
    assert_eq!(of("申請 {#apply}\n---"), "<h2 id=\"apply\">申請</h2>");
}

#[test]
fn both_languages_use_one_id_where_their_outlines_match() {
    let (ja, en) = both("## 申請 {#apply}\n\n## 受取\n", "## Apply\n\n## Pick up\n");
    assert_eq!(ja, "<h2 id=\"apply\">申請</h2>\n<h2 id=\"受取\">受取</h2>");
    assert_eq!(en, "<h2 id=\"apply\">Apply</h2>\n<h2 id=\"受取\">Pick up</h2>");
    let (_, en) = both("## 申請\n", "## Apply {#how}\n");
    assert_eq!(en, "<h2 id=\"how\">Apply</h2>");
    let (ja, en) = both("## 申請\n\n### 郵送\n", "## Apply\n");
    assert_eq!((ja.contains("id=\"申請\""), en.as_str()), (true, "<h2 id=\"apply\">Apply</h2>"));
}

#[test]
fn different_ids_in_two_languages_are_an_error_and_a_different_outline_a_warning() {
    let site = TestSite::bilingual().page("p", "## 申請 {#a}\n", "## Apply {#b}\n").page(
        "q",
        "## 一\n\n### 二\n",
        "## One\n\n## Two\n",
    );
    assert_eq!(
        site.findings(),
        [
            (
                "link-anchor".to_owned(),
                "content/p.en.md:4:11".to_owned(),
                "The two languages give this heading different ids: “b” here, “a” there.".to_owned()
            ),
            (
                "parity-structure".to_owned(),
                "content/q.en.md:6:1".to_owned(),
                "This heading has another level than in the other language: 2 here, 3 there.".to_owned()
            )
        ]
    );
}

#[test]
fn an_id_never_stands_twice_on_a_page() {
    let html = en("Text[^1].\n\n## fn-1\n\n## Box\n\n<div id=\"box\"></div>\n\n## Menu\n\n[^1]: Note.\n");
    for id in ["fn-1-2", "box-2", "menu-2"] {
        assert!(html.contains(&format!("<h2 id=\"{id}\">")), "{id}: {html}");
    }
    let site = TestSite::bilingual().page("p", "## 一 {#a}\n\n## 二 {#a}\n", "## One\n\n## Two\n");
    assert_eq!(site.rules(), ["link-anchor"]);
}

#[test]
fn the_body_has_no_title_of_its_own() {
    let site = TestSite::bilingual().page("p", "# 題\n\n#### 四\n", "# Title\n\n#### Four\n");
    assert_eq!(site.rules(), ["a11y-heading"; 4]);
}

#[test]
fn raw_html_passes_or_is_shown_as_text() {
    let body = "<div class=\"x\">a</div>\n\nText <b>bold</b>.\n";
    assert_eq!(en(body), "<div class=\"x\">a</div>\n<p>Text <b>bold</b>.</p>");
    let site = TestSite::bilingual().page("p", body, body).setting("raw_html: escape").build();
    assert_eq!(
        site.content("en/p/"),
        "<p>&lt;div class=\"x\"&gt;a&lt;/div&gt;\n</p>\n<p>Text &lt;b&gt;bold&lt;/b&gt;.</p>"
    );
}

#[test]
fn script_and_style_in_raw_html_are_found() {
    let body = "<p style=\"color: red\" onclick=\"x()\">a</p>\n\n<script>x()</script>\n";
    let site = TestSite::bilingual().page("p", body, body);
    assert_eq!(site.rules(), ["html-script"; 6]);
    let escaped = TestSite::bilingual().page("p", body, body).setting("raw_html: escape");
    assert_eq!(escaped.rules(), [""; 0]);
}

#[test]
fn code_is_shown_as_it_is_written() {
    assert_eq!(en("`{{ facts.x }} <b>`\n"), "<p><code>{{ facts.x }} &lt;b&gt;</code></p>");
    assert_eq!(
        en("```yaml\na: {{ b }}\n```\n\n    {{ c }}\n"),
        "<pre><code class=\"language-yaml\">a: {{ b }}\n</code></pre>\n<pre><code>{{ c }}\n</code></pre>"
    );
}

#[test]
fn double_braces_can_be_written_literally() {
    assert_eq!(en("Write \\{{ facts.x }} so.\n"), "<p>Write {{ facts.x }} so.</p>");
}

#[test]
fn a_page_with_three_sections_has_a_table_of_contents_and_ways_back_to_it() {
    let three = "## A\n\n### A1\n\nText.\n\n## B\n\n> ## Quoted\n\n## C\n";
    let site = TestSite::bilingual().page("p", three, three).page("q", "## A\n", "## A\n").build();
    let html = site.html("en/p/");
    let start = html.find("<nav class=\"contents\"").expect("a table of contents");
    let toc = &html[start..start + html[start..].find("</nav>").expect("its end")];
    assert_eq!(toc.matches("<li>").count(), 4, "{toc}");
    assert!(toc.contains("<a href=\"#a\">A</a>\n<ul>\n<li><a href=\"#a1\">A1</a></li>\n</ul></li>"), "{toc}");
    let back = "<p class=\"back-to-menu\"><a href=\"#menu\">Back to menu</a></p>\n";
    assert_eq!(
        site.content("en/p/") + "\n",
        format!(
            "<h2 id=\"a\">A</h2>\n<h3 id=\"a1\">A1</h3>\n<p>Text.</p>\n{back}<h2 id=\"b\">B</h2>\n<blockquote>\n<h2 id=\"quoted\">Quoted</h2>\n</blockquote>\n{back}<h2 id=\"c\">C</h2>\n{back}"
        )
    );
    assert!(site.content("ja/p/").contains("<a href=\"#menu\">メニューへ戻る</a>"));
    assert_eq!(html.matches("id=\"menu\"").count(), 1);
    assert!(!site.html("en/q/").contains("<nav class=\"contents\""));
    assert!(!site.content("en/q/").contains("back-to-menu"));
}

#[test]
fn front_matter_decides_over_contents_and_ways_back() {
    let page = |front: &str, body: &str| {
        let text = format!("---\ntitle: T\n{front}---\n{body}");
        TestSite::bilingual().file("content/p.ja.md", &text).file("content/p.en.md", &text).build()
    };
    let three = "## A\n\n## B\n\n## C\n";
    let off = page("toc: false\n", three);
    assert!(!off.html("en/p/").contains("<nav class=\"contents\"") && !off.content("en/p/").contains("back-to-menu"));
    let on = page("toc: true\n", "## A\n");
    assert!(on.html("en/p/").contains("<nav class=\"contents\"") && on.content("en/p/").contains("back-to-menu"));
    let no_link = page("menu_link: false\n", three);
    assert!(no_link.html("en/p/").contains("<nav class=\"contents\""));
    assert!(!no_link.content("en/p/").contains("back-to-menu"));
    let only_link = page("menu_link: true\n", "## A\n");
    assert!(only_link.content("en/p/").contains("<a href=\"#menu\">"));
    assert_eq!(only_link.html("en/p/").matches("id=\"menu\"").count(), 1);
}
