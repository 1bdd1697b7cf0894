//! Japanese text on built pages: emphasis, line joining and ruby, from the source to every place where a text is shown.

use crate::site::TestSite;

fn ja(body: &str) -> String {
    TestSite::bilingual().page("a", body, "Text.\n").build().content("ja/a/")
}

#[test]
fn emphasis_next_to_punctuation_works_on_japanese_pages_only() {
    let body = "太郎は**「こんにちは」**と言った。\n";
    let site = TestSite::bilingual().page("a", body, body).build();
    assert_eq!(site.content("ja/a/"), "<p>太郎は<strong>「こんにちは」</strong>と言った。</p>");
    assert_eq!(site.content("en/a/"), "<p>太郎は**「こんにちは」**と言った。</p>");
}

#[test]
fn emphasis_that_failed_is_found_at_its_place() {
    let body = "これは** 重要 **です。`**`と\\*\\*と090-****-1234は別です。\n\n1 * 2と3*4。\n\n```\na ** b\n```\n";
    let site = TestSite::bilingual().page("a", body, "A ** b, 090, 1234, 1, 2, 3.\n");
    let message = "“**” is no emphasis here and is shown as it is.";
    let place = |at: &str| ("text-emphasis".to_owned(), format!("content/a.ja.md:{at}"), message.to_owned());
    assert_eq!(site.findings(), [place("4:4"), place("4:10")]);
    let run = site.run(&["check", "--lang", "ja"]);
    assert_eq!(run.status, 0);
    assert!(run.err.contains("「**」が強調にならず、記号のまま表示されます。"), "{}", run.err);
    assert_eq!(site.setting("rules: {text-emphasis: \"off\"}").findings(), []);
}

#[test]
fn places_behind_emphasis_stay_exact() {
    let site = TestSite::bilingual().page("a", "は**「い」**と[い](b.md)と{{ facts.x }}\n", "Text.\n");
    let places: Vec<_> = site.findings().into_iter().map(|(rule, place, _)| (rule, place)).collect();
    let place = |rule: &str, at: &str| (rule.to_owned(), format!("content/a.ja.md:{at}"));
    assert_eq!(places, [place("link-missing", "4:14"), place("fact-unknown", "4:20")]);
}

#[test]
fn lines_join_in_bodies_headings_links_alternatives_and_captions() {
    let body = "カードは\n無料です。\n8日\nPDF\nfile\n\n見出し\nです\n---\n\n[申請\n方法](index.md)\n\n![代替\nです](a.svg \"説明\nです\")\n";
    let site =
        TestSite::bilingual().page("a", body, "One\ntwo.\n\nA\nheading\n---\n\n![Alt\ntext](a.svg \"One\ntwo\")\n");
    let site = site.file("content/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").build();
    let html = site.content("ja/a/");
    assert!(html.starts_with("<p>カードは無料です。8日PDF\nfile</p>\n<h2 id=\"見出しです\">見出しです</h2>"), "{html}");
    assert!(html.contains(">申請方法</a>"), "{html}");
    assert!(html.contains("alt=\"代替です\"><figcaption>説明です</figcaption>"), "{html}");
    assert!(site.content("en/a/").starts_with("<p>One\ntwo.</p>"));
}

#[test]
fn lines_of_front_matter_join_in_the_page_and_the_feed() {
    let ja = "---\ntitle: カードの\n  申請\nsummary: >-\n  一行目と\n  二行目。\n  PDF file\nupdated: 2026-01-02\n---\n本文\n";
    let en = "---\ntitle: The\n  card\nsummary: |\n  One\n  two.\n---\nText\n";
    let site = TestSite::bilingual().file("content/a.ja.md", ja).file("content/a.en.md", en).build();
    let html = site.html("ja/a/");
    assert!(html.contains("<title>カードの申請｜") && html.contains("content=\"一行目と二行目。PDF file\""), "{html}");
    assert!(site.read("public/ja/feed.xml").contains("<summary>一行目と二行目。PDF file</summary>"));
    let html = site.html("en/a/");
    assert!(html.contains("<title>The card") && html.contains("content=\"One two.\""), "{html}");
}

const RUBY: &str = "<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>";

#[test]
fn ruby_works_in_every_kind_of_text() {
    assert_eq!(
        ja("{漢字|かんじ}と｜漢字《かんじ》と\\{漢字|かんじ}と`{漢字|かんじ}`\n"),
        format!("<p>{RUBY}と{RUBY}と{{漢字|かんじ}}と<code>{{漢字|かんじ}}</code></p>")
    );
    assert_eq!(ja("- **{漢字|かんじ}**\n"), format!("<ul>\n<li><strong>{RUBY}</strong></li>\n</ul>"));
    assert_eq!(ja("{漢字|かんじ}\n: {漢字|かんじ}\n"), format!("<dl>\n<dt>{RUBY}</dt>\n<dd>{RUBY}</dd>\n</dl>"));
    assert!(ja("|あ|\n|-|\n|{漢字\\|かんじ}の\\|{電子\\|でん\\|し}|\n").contains(&format!(
        "<td>{RUBY}の|<ruby>電<rp>（</rp><rt>でん</rt><rp>）</rp>子<rp>（</rp><rt>し</rt><rp>）</rp></ruby></td>"
    )));
    assert!(ja("[{漢字|かんじ}](index.md)\n").contains(&format!("<a href=\"/ja/\">{RUBY}</a>")));
    assert!(ja("{漢字|かんじ}\n{電子|でんし}\n").contains("</ruby><ruby>"));
}

#[test]
fn readings_at_the_end_of_a_heading_are_no_attributes_and_stay_out_of_ids() {
    assert_eq!(ja("## この{漢字|かんじ}\n"), format!("<h2 id=\"この漢字\">この{RUBY}</h2>"));
    assert_eq!(ja("## この{漢字|かんじ} {#kanji}\n"), format!("<h2 id=\"kanji\">この{RUBY}</h2>"));
}

#[test]
fn readings_of_a_title_are_in_its_heading_and_nowhere_else() {
    let page = "---\ntitle: \"{漢字|かんじ}の題\"\nsummary: \"{漢字|かんじ}の要約 \\\\{字|じ}\"\nupdated: 2026-01-02\n---\n本文\n";
    let site =
        TestSite::bilingual().file("content/a.ja.md", page).file("content/a.en.md", "---\ntitle: A\n---\nText\n");
    let site = site.build();
    let html = site.html("ja/a/");
    assert!(html.contains(&format!("<h1>{RUBY}の題</h1>")), "{html}");
    assert!(html.contains("<title>漢字の題｜") && html.contains("content=\"漢字の要約 {字|じ}\""), "{html}");
    assert_eq!(html.matches("かんじ").count(), 1, "{html}");
    assert!(!site.read("public/ja/feed.xml").contains("かんじ"));
}

#[test]
fn readings_work_in_facts_captions_and_not_in_alternatives() {
    let facts = "place: {text: {ja: \"{霞が関|かすみがせき}\", en: Kasumigaseki}}\n";
    let body = "{{ facts.place }}\n\n## {{ facts.place }}\n\n![{漢字|かんじ}](a.svg \"{漢字|かんじ}\")\n";
    let site = TestSite::bilingual().page("a", body, "Text.\n").file("content/facts.yaml", facts);
    let site = site.file("content/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").build();
    let html = site.content("ja/a/");
    assert!(
        html.starts_with(
            "<p><ruby>霞が関<rp>（</rp><rt>かすみがせき</rt><rp>）</rp></ruby></p>\n<h2 id=\"霞が関\">霞が関</h2>"
        ),
        "{html}"
    );
    assert!(html.contains(&format!("alt=\"漢字\"><figcaption>{RUBY}</figcaption>")), "{html}");
}
