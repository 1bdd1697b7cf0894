//! Links: they name source files, stay in the readers' language, and say what they do.

use crate::site::TestSite;

/// A site with pages, a section and files to link to.
fn site() -> TestSite {
    TestSite::bilingual()
        .page("apply/index", "## 紛失 {#lost}\n", "## Lost\n")
        .page("apply/form", "本文\n", "Text\n")
        .page("受取", "本文\n", "Text\n")
        .file("content/apply/envelope.pdf", &"x".repeat(2000))
        .file("content/apply/steps.ja.svg", "<svg>ja</svg>")
        .file("content/apply/steps.en.svg", "<svg>en</svg>")
}

/// What a paragraph on the page `apply/p` becomes in Japanese and English.
fn on_page(site: TestSite, markdown: &str) -> (String, String) {
    let site = site.page("apply/p", markdown, markdown).build();
    let text = |address: &str| {
        let html = site.content(address);
        html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")).unwrap_or(&html).to_owned()
    };
    (text("ja/apply/p/"), text("en/apply/p/"))
}

/// Rule, place and message of what is said of a page `apply/p` with this body.
fn said(site: TestSite, markdown: &str) -> Vec<(String, String, String)> {
    site.uncompared().page("apply/p", markdown, "Text.\n").findings()
}

/// The help texts in the JSON form.
fn helps(site: TestSite, markdown: &str) -> Vec<String> {
    let site = site.uncompared().page("apply/p", markdown, "Text.\n");
    let json: serde_json::Value = serde_json::from_str(&site.run(&["check", "--format", "json"]).out).expect("JSON");
    let findings = json["findings"].as_array().expect("findings");
    findings.iter().map(|finding| finding["help"].as_str().unwrap_or("-").to_owned()).collect()
}

#[test]
fn a_link_to_a_file_goes_to_its_page_in_the_readers_language() {
    for address in ["form.md", "form.ja.md", "./form.md", "../apply/form.en.md", "/apply/form.md"] {
        let (ja, en) = on_page(site(), &format!("[x y]({address})\n"));
        assert_eq!(ja, "<a href=\"/ja/apply/form/\">x y</a>", "{address}");
        assert_eq!(en, "<a href=\"/en/apply/form/\">x y</a>", "{address}");
    }
}

#[test]
fn a_section_is_linked_by_its_index_and_the_front_page_too() {
    assert_eq!(on_page(site(), "[x y](index.md)\n").1, "<a href=\"/en/apply/\">x y</a>");
    assert_eq!(on_page(site(), "[x y](../index.ja.md)\n").1, "<a href=\"/en/\">x y</a>");
    assert_eq!(helps(site(), "[申請](../apply/)\n"), ["Did you mean “apply/index.md”?"]);
}

#[test]
fn anchors_are_shared_by_the_languages() {
    let (ja, en) = on_page(site(), "[x y](index.md#lost) and [up](#top)\n");
    assert_eq!(ja, "<a href=\"/ja/apply/#lost\">x y</a> and <a href=\"#top\">up</a>");
    assert_eq!(en, "<a href=\"/en/apply/#lost\">x y</a> and <a href=\"#top\">up</a>");
    assert_eq!(
        said(site(), "[紛失](index.md#lots)\n"),
        [(
            "link-anchor".to_owned(),
            "content/apply/p.ja.md:4:6".to_owned(),
            "The page that this leads to has no id “#lots”.".to_owned()
        )]
    );
    assert_eq!(helps(site(), "[紛失](index.md#lots)\n"), ["Did you mean “#lost”?"]);
}

#[test]
fn a_japanese_anchor_is_written_as_it_is() {
    let (ja, en) = on_page(site(), "## 受け取り\n\n[x y](#受け取り)、[x z](#%E5%8F%97%E3%81%91%E5%8F%96%E3%82%8A)\n");
    assert!(ja.contains("<a href=\"#%E5%8F%97%E3%81%91%E5%8F%96%E3%82%8A\">x y</a>、<a href=\"#%E5%8F%97%E3%81%91%E5%8F%96%E3%82%8A\">x z</a>"), "{ja}");
    assert_eq!(ja, en);
}

#[test]
fn spellings_of_one_name_lead_to_one_page() {
    for address in ["../受取.md", "../%E5%8F%97%E5%8F%96.md"] {
        assert_eq!(on_page(site(), &format!("[x y]({address})\n")).0, "<a href=\"/ja/%E5%8F%97%E5%8F%96/\">x y</a>");
    }
    let composed = TestSite::bilingual().page("がぎ", "本文\n", "Text\n");
    assert_eq!(
        on_page(composed, "[x y](../か\u{3099}き\u{3099}.md)\n").1,
        "<a href=\"/en/%E3%81%8C%E3%81%8E/\">x y</a>"
    );
}

#[test]
fn a_link_to_nothing_is_an_error_that_names_what_was_probably_meant() {
    assert_eq!(
        said(site(), "[x y](from.md)、[x z](Form.md)、[x w](../../x.md)、![図](step.svg)\n"),
        [
            ("link-missing", "4:7", "There is no page or file “apply/from.md”."),
            ("link-missing", "4:22", "There is no page or file “apply/Form.md”."),
            ("link-missing", "4:37", "This path leads out of the content folder."),
            ("asset-missing", "4:54", "There is no page or file “apply/step.svg”."),
        ]
        .map(|(rule, place, message)| (
            rule.to_owned(),
            format!("content/apply/p.ja.md:{place}"),
            message.to_owned()
        ))
    );
    assert_eq!(
        helps(site(), "[x y](from.md)、[x z](Form.md)、![図](step.svg)\n"),
        [
            "Did you mean “apply/form.md”?",
            "Write “apply/form.md”: upper and lower case count.",
            "Did you mean “apply/steps.svg”?"
        ]
    );
}

#[test]
fn a_file_says_its_type_and_size() {
    let (ja, en) = on_page(site(), "[x y](envelope.pdf)\n");
    assert_eq!(
        ja,
        "<a href=\"/apply/envelope.pdf\" class=\"file\">x y<span class=\"link-label\">（PDF形式：2KB）</span></a>"
    );
    assert_eq!(
        en,
        "<a href=\"/apply/envelope.pdf\" class=\"file\">x y<span class=\"link-label\"> (PDF, 2 KB)</span></a>"
    );
}

#[test]
fn a_file_with_a_version_a_language_is_the_readers_own() {
    let (ja, en) = on_page(site(), "![x](steps.svg)\n");
    assert_eq!(ja, "<img src=\"/apply/steps.ja.svg\" alt=\"x\">");
    assert_eq!(en, "<img src=\"/apply/steps.en.svg\" alt=\"x\">");
    let (ja, _) = on_page(site(), "![x](steps.en.svg)\n");
    assert_eq!(ja, "<img src=\"/apply/steps.en.svg\" alt=\"x\">");
    let shared = site().file("content/apply/map.svg", "<svg/>").file("content/apply/map.en.svg", "<svg>en</svg>");
    let (ja, en) = on_page(shared, "![x](map.svg)\n");
    assert!(ja.contains("/apply/map.svg") && en.contains("/apply/map.en.svg"));
}

#[test]
fn a_file_that_lacks_a_language_is_the_main_languages_with_a_finding() {
    let site =
        site().file("content/apply/only.ja.svg", "<svg/>").page("apply/p", "![x](only.svg)\n", "![x](only.svg)\n");
    assert_eq!(
        site.findings(),
        [(
            "asset-language".to_owned(),
            "content/apply/p.en.md:4:6".to_owned(),
            "This file is not there in English, so another language’s is used.".to_owned()
        )]
    );
    assert!(site.build().content("en/apply/p/").contains("src=\"/apply/only.ja.svg\""));
}

#[test]
fn a_link_that_leaves_the_site_says_so() {
    let (ja, en) = on_page(site(), "[x y](https://other.example/a?b=c&d)\n");
    let href = "https://other.example/a?b=c&amp;d";
    assert_eq!(
        ja,
        format!("<a href=\"{href}\" class=\"external\">x y<span class=\"link-label\">（外部サイト）</span></a>")
    );
    assert_eq!(
        en,
        format!("<a href=\"{href}\" class=\"external\">x y<span class=\"link-label\"> (external site)</span></a>")
    );
    let (ja, en) = on_page(site().setting("external_links: new-tab"), "[x y](https://other.example/)\n");
    assert_eq!(
        ja,
        "<a href=\"https://other.example/\" class=\"external\" target=\"_blank\" rel=\"noopener\">x y<span class=\"link-label\">（外部サイト）（新しいタブで開きます）</span></a>"
    );
    assert!(en.contains("<span class=\"link-label\"> (external site) (opens in a new tab)</span>"), "{en}");
}

#[test]
fn an_address_of_the_site_itself_does_not_leave_it() {
    let own = |address: &str| on_page(site().setting("external_links: new-tab"), &format!("[x y]({address})\n")).1;
    assert_eq!(own("https://example.jp/apply/"), "<a href=\"https://example.jp/apply/\">x y</a>");
    assert_eq!(own("https://EXAMPLE.jp"), "<a href=\"https://EXAMPLE.jp\">x y</a>");
    assert!(own("https://example.jp.other.example/").contains("class=\"external\""));
    assert!(own("//other.example/").contains("class=\"external\""));
}

#[test]
fn a_link_inside_a_link_is_only_its_words() {
    assert_eq!(on_page(site(), "[x <a@b.jp> y](form.md)\n").1, "<a href=\"/en/apply/form/\">x a@b.jp y</a>");
}

#[test]
fn mail_and_telephone_links_are_left_alone() {
    assert_eq!(on_page(site(), "[x y](mailto:a@b.jp)\n").1, "<a href=\"mailto:a@b.jp\">x y</a>");
    assert_eq!(on_page(site(), "[x y](tel:0120950178)\n").1, "<a href=\"tel:0120950178\">x y</a>");
    assert_eq!(on_page(site(), "<info@example.jp>\n").1, "<a href=\"mailto:info@example.jp\">info@example.jp</a>");
    assert!(
        on_page(site(), "<https://other.example/>\n")
            .1
            .starts_with("<a href=\"https://other.example/\" class=\"external\">https://other.example/<span")
    );
}

#[test]
fn an_address_that_runs_code_is_taken_out() {
    assert_eq!(said(site(), "[x y](javascript:alert(1))\n")[0].0, "link-scheme");
    assert_eq!(on_page(site(), "[x y](javascript:alert(1))\n").1, "<span>x y</span>");
}

#[test]
fn an_unencrypted_link_is_found() {
    assert_eq!(said(site(), "[x y](http://other.example/)\n")[0].0, "link-external-http");
}

#[test]
fn a_link_without_words_is_found() {
    let rules: Vec<_> =
        said(site(), "[こちら](form.md)、[](form.md)、[x y]()\n").into_iter().map(|said| said.0).collect();
    assert_eq!(rules, ["a11y-link-text", "a11y-link-text", "link-missing"]);
}

#[test]
fn the_title_of_a_link_is_kept() {
    assert_eq!(
        on_page(site(), "[x y](form.md \"Lost & found\")\n").1,
        "<a href=\"/en/apply/form/\" title=\"Lost &amp; found\">x y</a>"
    );
}

/// A site in which the topic `only` is Japanese alone, with a link to it from both languages.
fn with_missing(setting: &str) -> TestSite {
    TestSite::bilingual()
        .setting(setting)
        .file("content/only.ja.md", "---\ntitle: 日本語だけ\n---\n## 見出し {#a}\n")
        .page("p", "[x y](only.md#a)\n", "[x y](only.md#a)\n")
}

#[test]
fn under_notice_a_link_leads_to_the_page_that_says_what_is_missing() {
    let site = with_missing("missing_translation: notice");
    assert_eq!(site.rules(), ["translation-missing"]);
    assert_eq!(site.build().content("en/p/"), "<p><a href=\"/en/only/#a\">x y</a></p>");
}

#[test]
fn under_omit_a_link_leads_to_the_page_that_exists_and_says_its_language() {
    let site = with_missing("missing_translation: omit").build();
    assert_eq!(
        site.content("en/p/"),
        "<p><a href=\"/ja/only/#a\" hreflang=\"ja\">x y<span class=\"link-label\"> (in Japanese)</span></a></p>"
    );
    assert!(!site.has("public/en/only/index.html"));
}

#[test]
fn under_error_a_link_into_the_void_is_found() {
    let site = with_missing("missing_translation: error");
    assert_eq!(
        site.findings(),
        [
            (
                "translation-missing".to_owned(),
                "content/only.ja.md:-:-".to_owned(),
                "There is no English page.".to_owned()
            ),
            (
                "link-language".to_owned(),
                "content/p.en.md:4:7".to_owned(),
                "The page that this leads to is not there in English.".to_owned()
            ),
        ]
    );
    assert_eq!(site.run(&["build"]).status, 1);
    assert!(!site.has("public"));
}

#[test]
fn a_topic_of_one_language_on_purpose_is_linked_with_its_language() {
    for setting in ["notice", "omit", "error"] {
        let site = TestSite::bilingual()
            .setting(&format!("missing_translation: {setting}"))
            .file("content/only.ja.md", "---\ntitle: 日本語だけ\nlanguages: [ja]\n---\n本文\n")
            .page("p", "[x y](only.md)\n", "[x y](only.md)\n");
        assert_eq!(site.rules(), [""; 0], "{setting}");
        let site = site.build();
        assert_eq!(
            site.content("en/p/"),
            "<p><a href=\"/ja/only/\" hreflang=\"ja\">x y<span class=\"link-label\"> (in Japanese)</span></a></p>",
            "{setting}"
        );
        assert!(!site.has("public/en/only/index.html"));
    }
}

#[test]
fn a_link_to_a_page_that_is_left_out_today_is_an_error() {
    let draft = "---\ntitle: 下書き\ndraft: true\n---\n本文\n";
    let site = TestSite::bilingual().file("content/d.ja.md", draft).page("p", "[x y](d.md)\n", "Text.\n");
    assert_eq!(site.rules(), ["link-missing"]);
    assert_eq!(site.run(&["build", "--drafts", "--out", "preview"]).status, 0);
}

#[test]
fn related_links_are_files_and_facts() {
    let front = "related: [apply/form.md, fact:ministry, apply/envelope.pdf, fact:hotline]\n";
    let page = format!("---\ntitle: T\n{front}---\n本文\n");
    let facts = "ministry: {url: {ja: https://other.example/ja, en: https://other.example/en}, label: {ja: 総務省, en: Ministry}}\n\
                 hotline: {phone: \"0120-95-0178\"}\n";
    let site = site().file("content/facts.yaml", facts).file("content/p.ja.md", &page).file("content/p.en.md", &page);
    assert_eq!(site.rules(), [""; 0]);
    let html = site.build().html("en/p/");
    for link in [
        "<a href=\"/en/apply/form/\">Title</a>",
        "<a href=\"https://other.example/en\" class=\"external\">Ministry<span class=\"link-label\"> (external site)</span></a>",
        "<a href=\"/apply/envelope.pdf\">envelope.pdf<span class=\"link-label\"> (PDF, 2 KB)</span></a>",
        "<a href=\"tel:0120950178\">0120-95-0178</a>",
    ] {
        assert!(html.contains(link), "{link}\n{html}");
    }
    let wrong = TestSite::bilingual()
        .file("content/p.ja.md", "---\ntitle: T\nlanguages: [ja]\nrelated: [no.md, fact:no]\n---\n");
    let rules: Vec<_> = wrong.findings().into_iter().map(|(rule, place, _)| (rule, place)).collect();
    assert_eq!(
        rules,
        [("link-missing", "content/p.ja.md:4:11"), ("fact-unknown", "content/p.ja.md:4:18")]
            .map(|(rule, place)| (rule.to_owned(), place.to_owned()))
    );
}
