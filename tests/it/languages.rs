//! Languages: addresses, alternates, what is borrowed where a language lacks a page, slugs, the language switch.

use crate::site::TestSite;

const THREE: &str = "base_url: https://example.jp/\nlanguages: [ja, en, zh]\ntitle: {ja: 試験, en: Test, zh: 测试}\nrules: {words-missing: \"off\"}\n";

fn front(title: &str) -> String {
    format!("---\ntitle: {title}\n---\n{title}\n")
}

/// Japanese, English and Chinese; the topic `p` is in the first two, `only` in English alone.
fn three() -> TestSite {
    let mut site = TestSite::empty().file("site.yaml", THREE);
    for (topic, lang, title) in [
        ("index", "ja", "トップ"),
        ("index", "en", "Home"),
        ("index", "zh", "首页"),
        ("p", "ja", "頁"),
        ("p", "en", "Page"),
        ("only", "en", "Only"),
    ] {
        site = site.file(&format!("content/{topic}.{lang}.md"), &front(title));
    }
    site
}

/// The canonical address and the alternates in the head of a page.
fn alternates(html: &str) -> Vec<String> {
    let lines = html.lines().filter(|line| {
        line.starts_with("<link rel=\"canonical\"") || line.contains(" hreflang=\"") && line.starts_with("<link")
    });
    let part = |line: &str, name: &str| {
        let start = line.find(&format!(" {name}=\""))? + name.len() + 3;
        Some(line[start..start + line[start..].find('"')?].to_owned())
    };
    lines
        .map(|line| {
            format!(
                "{} {}",
                part(line, "hreflang").unwrap_or_else(|| "canonical".to_owned()),
                part(line, "href").unwrap_or_default()
            )
        })
        .collect()
}

/// The entries of the language switch.
fn switch(html: &str) -> Vec<String> {
    let Some(start) = html.find("<nav class=\"languages\"") else { return Vec::new() };
    let nav = &html[start..start + html[start..].find("</nav>").expect("its end")];
    nav.lines().filter_map(|line| line.strip_prefix("<li>")?.strip_suffix("</li>")).map(str::to_owned).collect()
}

#[test]
fn every_language_lives_below_its_tag_and_the_root_chooses() {
    let site = TestSite::bilingual().page("a/b", "本文\n", "Text\n").build();
    assert_eq!(
        site.files(),
        [
            "404.html",
            "en/404.html",
            "en/a/b/index.html",
            "en/feed.xml",
            "en/index.html",
            "index.html",
            "ja/404.html",
            "ja/a/b/index.html",
            "ja/feed.xml",
            "ja/index.html",
            "robots.txt",
            "sitemap.xml"
        ]
    );
    assert_eq!(
        alternates(&site.html("en/")),
        [
            "canonical https://example.jp/en/",
            "ja https://example.jp/ja/",
            "en https://example.jp/en/",
            "x-default https://example.jp/"
        ]
    );
    assert_eq!(
        alternates(&site.html("ja/a/b/")),
        [
            "canonical https://example.jp/ja/a/b/",
            "ja https://example.jp/ja/a/b/",
            "en https://example.jp/en/a/b/",
            "x-default https://example.jp/ja/a/b/"
        ]
    );
    let root = site.html("");
    assert_eq!(
        alternates(&root),
        ["ja https://example.jp/ja/", "en https://example.jp/en/", "x-default https://example.jp/"]
    );
    assert!(root.contains("<section lang=\"ja\">") && root.contains("<section lang=\"en\">"));
    assert!(root.contains("href=\"/ja/\"") && root.contains("href=\"/en/\""));
    assert!(!root.contains("<script") && !root.contains("http-equiv"));
    assert!(site.html("ja/").contains("<html lang=\"ja\">") && site.html("en/").contains("<html lang=\"en\">"));
}

#[test]
fn the_main_language_can_live_at_the_root() {
    let site = TestSite::bilingual()
        .setting("prefix: others")
        .page("a/b", "[x y](../index.md)\n", "[x y](../index.md)\n")
        .build();
    assert_eq!(
        site.files(),
        [
            "404.html",
            "a/b/index.html",
            "en/404.html",
            "en/a/b/index.html",
            "en/feed.xml",
            "en/index.html",
            "feed.xml",
            "index.html",
            "robots.txt",
            "sitemap.xml"
        ]
    );
    assert_eq!(site.content("a/b/"), "<p><a href=\"/\">x y</a></p>");
    assert_eq!(site.content("en/a/b/"), "<p><a href=\"/en/\">x y</a></p>");
    let expected = ["ja https://example.jp/", "en https://example.jp/en/", "x-default https://example.jp/"];
    assert_eq!(alternates(&site.html(""))[1..], expected);
    assert_eq!(alternates(&site.html("en/"))[1..], expected);
    assert!(site.html("").contains("<html lang=\"ja\">"));
}

#[test]
fn a_base_path_is_in_every_link() {
    let body = "[x y](a.pdf)、![図](a.svg)、[上](index.md)\n";
    let site = TestSite::bilingual();
    let settings = site.read("site.yaml").replace("https://example.jp/", "https://example.jp/repo/");
    let site = site.file("site.yaml", &settings).file("content/a.pdf", "x").file("content/a.svg", "<svg/>");
    let site = site.page("p", body, body).setting("redirects: {/old/: /ja/p/}").build();
    let html = site.html("ja/p/");
    for address in html.split(['"', '\'']).filter(|text| text.starts_with('/') && !text.starts_with("//")) {
        assert!(address.starts_with("/repo/"), "{address}");
    }
    assert_eq!(
        site.content("ja/p/"),
        "<p><a href=\"/repo/a.pdf\" class=\"file\">x y<span class=\"link-label\">（PDF形式：1KB）</span></a>、<img src=\"/repo/a.svg\" alt=\"図\">、<a href=\"/repo/ja/\">上</a></p>"
    );
    assert_eq!(alternates(&html)[0], "canonical https://example.jp/repo/ja/p/");
    assert!(site.html("old/").contains("url=/repo/ja/p/\""));
    assert!(site.html("robots.txt").contains("Sitemap: https://example.jp/repo/sitemap.xml"));
    assert!(site.html("sitemap.xml").contains("<loc>https://example.jp/repo/ja/p/</loc>"));
    assert!(site.html("ja/feed.xml").contains("<id>https://example.jp/repo/ja/feed.xml</id>"));
    assert_eq!(alternates(&site.html("ja/"))[3], "x-default https://example.jp/repo/");
}

#[test]
fn a_language_that_lacks_a_page_borrows_it_and_says_so() {
    let site = three();
    let said: Vec<_> =
        site.findings().into_iter().map(|(rule, place, message)| format!("{rule} {place} {message}")).collect();
    assert_eq!(
        said,
        [
            "translation-missing content/only.en.md:-:- There is no Chinese page.",
            "translation-missing content/only.en.md:-:- There is no Japanese page.",
            "translation-missing content/p.ja.md:-:- There is no Chinese page.",
        ]
    );
    let site = site.build();
    let borrowed = site.html("zh/p/");
    assert!(borrowed.contains("<html lang=\"zh\">"));
    assert!(borrowed.contains("<h1 lang=\"ja\">頁</h1>"), "{borrowed}");
    assert!(borrowed.contains("<div class=\"content\" lang=\"ja\">"));
    assert!(borrowed.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert_eq!(alternates(&borrowed), [""; 0]);
    assert!(!borrowed.contains("application/ld+json") && !borrowed.contains("og:url"));
    assert!(site.html("ja/only/").contains("この内容は英語版のみです。日本語版はまだありません。"));
    assert!(site.html("ja/only/").contains("<h1 lang=\"en\">Only</h1>"));
    assert!(!site.html("en/only/").contains("class=\"notice\""));
}

#[test]
fn alternates_lead_to_texts_that_exist_only() {
    let site = three().build();
    assert_eq!(
        alternates(&site.html("en/p/")),
        [
            "canonical https://example.jp/en/p/",
            "ja https://example.jp/ja/p/",
            "en https://example.jp/en/p/",
            "x-default https://example.jp/ja/p/"
        ]
    );
    assert_eq!(
        alternates(&site.html("en/only/")),
        ["canonical https://example.jp/en/only/", "en https://example.jp/en/only/"]
    );
    let sitemap = site.html("sitemap.xml");
    assert!(!sitemap.contains("/zh/p/") && !sitemap.contains("/ja/only/"));
    assert!(sitemap.contains("<loc>https://example.jp/en/only/</loc>"));
    assert_eq!(sitemap.matches("<loc>").count(), 6);
}

#[test]
fn a_borrowed_page_is_in_no_feed() {
    let page = "---\ntitle: News\nupdated: 2026-11-01\n---\nText.\n";
    let site = TestSite::bilingual().file("content/n.en.md", page).build();
    assert!(site.html("en/feed.xml").contains("/en/n/"));
    assert!(!site.html("ja/feed.xml").contains("/n/"));
    assert!(!site.html("ja/").contains("<section class=\"latest\""));
}

#[test]
fn borrowed_titles_in_menus_and_lists_say_their_language() {
    let site = TestSite::bilingual()
        .page("s/index", "本文\n", "Text\n")
        .file("content/s/only.ja.md", &front("日本語だけ"))
        .file("content/s/other.ja.md", &front("別の頁"))
        .page("p", "[x y](index.md)\n", "[x y](index.md)\n")
        .build();
    let inside = site.html("en/s/other/");
    assert!(inside.contains("<a href=\"/en/s/only/\" lang=\"ja\">日本語だけ</a>"), "{inside}");
    let section = site.html("en/s/");
    assert_eq!(section.matches("<a href=\"/en/s/only/\" lang=\"ja\">日本語だけ</a>").count(), 2, "{section}");
    let page = site.html("en/s/only/");
    assert!(page.contains("<span aria-current=\"page\" lang=\"ja\">日本語だけ</span>"), "{page}");
    assert!(
        page.contains(
            "<a rel=\"next\" href=\"/en/s/other/\" lang=\"ja\"><span lang=\"en\">Next page</span> 別の頁</a>"
        ),
        "{page}"
    );
    assert!(!site.html("ja/s/").contains("lang=\"ja\">日本語だけ"));
}

#[test]
fn labels_in_a_borrowed_text_are_in_its_language() {
    let site = TestSite::bilingual()
        .file("content/only.ja.md", "---\ntitle: 題\n---\n[x y](https://other.example/)\n")
        .build();
    assert!(site.content("en/only/").contains("（外部サイト）"), "{}", site.content("en/only/"));
}

#[test]
fn the_language_switch_leads_to_the_same_topic() {
    let site = three().build();
    assert_eq!(
        switch(&site.html("en/p/")),
        [
            "<a href=\"/ja/p/\" lang=\"ja\" hreflang=\"ja\">日本語</a>",
            "<span lang=\"en\" aria-current=\"true\">English</span>",
            "<a href=\"/zh/p/\" lang=\"zh\" hreflang=\"zh\">中文</a>"
        ]
    );
    let single = TestSite::bilingual().file("content/p.ja.md", "---\ntitle: T\nlanguages: [ja]\n---\n").build();
    assert_eq!(switch(&single.html("ja/p/")), [""; 0]);
    assert_eq!(switch(&single.html("ja/404.html"))[1], "<a href=\"/en/\" lang=\"en\" hreflang=\"en\">English</a>");
}

#[test]
fn a_missing_page_is_an_error_a_notice_or_nothing() {
    let status = |missing: &str| {
        let site = TestSite::bilingual()
            .setting(&format!("missing_translation: {missing}"))
            .file("content/only.ja.md", &front("題"));
        let status = site.run(&["build"]).status;
        (status, site.has("public/ja/only/index.html"), site.has("public/en/only/index.html"))
    };
    assert_eq!(status("error"), (1, false, false));
    assert_eq!(status("notice"), (0, true, true));
    assert_eq!(status("omit"), (0, true, false));
}

#[test]
fn what_is_missing_in_the_main_language_is_borrowed_from_another() {
    let site = TestSite::bilingual().file("content/only.en.md", &front("Only")).build();
    assert!(site.html("ja/only/").contains("<div class=\"content\" lang=\"en\">"));
    assert!(site.html("ja/only/").contains("<meta name=\"robots\" content=\"noindex\">"));
    assert_eq!(
        alternates(&site.html("en/only/")),
        ["canonical https://example.jp/en/only/", "en https://example.jp/en/only/"]
    );
}

#[test]
fn a_slug_renames_a_page_and_all_below_a_section_in_one_language() {
    let section = |slug: &str| format!("---\ntitle: T\n{slug}---\n[x y](deep/page.md)\n");
    let site = TestSite::bilingual()
        .file("content/apply/index.ja.md", &section("slug: 申請\n"))
        .file("content/apply/index.en.md", &section(""))
        .file("content/apply/deep/page.ja.md", "---\ntitle: T\nslug: p\n---\n![図](a.svg)\n")
        .file("content/apply/deep/page.en.md", "---\ntitle: T\nslug: a-page\n---\n![x](a.svg)\n")
        .file("content/apply/deep/a.svg", "<svg/>")
        .build();
    assert!(site.has("public/ja/申請/deep/p/index.html") && site.has("public/en/apply/deep/a-page/index.html"));
    assert!(site.has("public/apply/deep/a.svg"));
    assert_eq!(site.content("ja/申請/"), "<p><a href=\"/ja/%E7%94%B3%E8%AB%8B/deep/p/\">x y</a></p>");
    assert_eq!(site.content("en/apply/"), "<p><a href=\"/en/apply/deep/a-page/\">x y</a></p>");
    assert_eq!(site.content("ja/申請/deep/p/"), "<p><img src=\"/apply/deep/a.svg\" alt=\"図\"></p>");
    assert_eq!(
        alternates(&site.html("en/apply/deep/a-page/"))[1],
        "ja https://example.jp/ja/%E7%94%B3%E8%AB%8B/deep/p/"
    );
}

#[test]
fn links_name_source_files_never_slugs() {
    let site = TestSite::bilingual().file("content/a.ja.md", "---\ntitle: T\nslug: b\nlanguages: [ja]\n---\n").page(
        "p",
        "[x y](b.md)\n",
        "Text.\n",
    );
    assert_eq!(site.rules(), ["link-missing"]);
}

#[test]
fn one_language_is_enough() {
    let site = TestSite::empty()
        .file("site.yaml", "base_url: https://example.jp/\nlanguages: [ja]\ntitle: 試験\nprefix: others\n")
        .file("content/index.ja.md", &front("トップ"))
        .file("content/p.ja.md", &front("頁"));
    assert_eq!(site.rules(), [""; 0]);
    let site = site.build();
    assert_eq!(site.files(), ["404.html", "feed.xml", "index.html", "p/index.html", "robots.txt", "sitemap.xml"]);
    assert_eq!(switch(&site.html("p/")), [""; 0]);
    assert_eq!(alternates(&site.html("p/"))[0], "canonical https://example.jp/p/");
}
