//! What a built site holds besides its texts: sitemap, feeds, redirects, assets, metadata; and what is left out today.

use std::collections::BTreeSet;

use crate::site::TestSite;

/// A page in both languages with lines of front matter.
fn with(site: TestSite, topic: &str, front: &str) -> TestSite {
    site.file(&format!("content/{topic}.ja.md"), &format!("---\ntitle: 題{topic}\n{front}---\n本文\n"))
        .file(&format!("content/{topic}.en.md"), &format!("---\ntitle: Title {topic}\n{front}---\nText\n"))
}

#[test]
fn the_sitemap_lists_pages_with_their_languages_and_dates() {
    let site = with(TestSite::bilingual(), "p", "updated: 2026-10-01\n").build();
    let alternates = |path: &str, default: &str| {
        format!(
            "<xhtml:link rel=\"alternate\" hreflang=\"ja\" href=\"https://example.jp/ja/{path}\"/><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://example.jp/en/{path}\"/><xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.jp/{default}\"/>"
        )
    };
    let url = |lang: &str, path: &str, date: &str, default: &str| {
        format!("<url><loc>https://example.jp/{lang}/{path}</loc>{date}{}</url>\n", alternates(path, default))
    };
    let date = "<lastmod>2026-10-01</lastmod>";
    assert_eq!(
        site.html("sitemap.xml"),
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{}{}{}{}</urlset>\n",
            url("ja", "", "", ""),
            url("en", "", "", ""),
            url("ja", "p/", date, "ja/p/"),
            url("en", "p/", date, "ja/p/"),
        )
    );
    assert_eq!(site.html("robots.txt"), "User-agent: *\nAllow: /\n\nSitemap: https://example.jp/sitemap.xml\n");
}

#[test]
fn a_feed_holds_dated_pages_newest_first() {
    let site = with(TestSite::bilingual(), "a", "updated: 2026-09-01\npublished: 2020-01-01\nsummary: A & b\n");
    let site = with(with(site, "b", "published: 2026-10-01\n"), "c", "").build();
    assert_eq!(
        site.html("en/feed.xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n\
         <id>https://example.jp/en/feed.xml</id>\n<title>What’s new – Test site</title>\n<updated>2026-10-01T00:00:00+09:00</updated>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.jp/en/feed.xml\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"https://example.jp/en/\"/>\n<author><name>Test site</name></author>\n\
         <entry>\n<id>https://example.jp/en/b/</id>\n<title>Title b</title>\n<link href=\"https://example.jp/en/b/\"/>\n\
         <published>2026-10-01T00:00:00+09:00</published>\n<updated>2026-10-01T00:00:00+09:00</updated>\n</entry>\n\
         <entry>\n<id>https://example.jp/en/a/</id>\n<title>Title a</title>\n<link href=\"https://example.jp/en/a/\"/>\n\
         <published>2020-01-01T00:00:00+09:00</published>\n<updated>2026-09-01T00:00:00+09:00</updated>\n<summary>A &amp; b</summary>\n</entry>\n</feed>\n"
    );
    assert!(site.html("ja/feed.xml").contains("<title>試験サイトの新着情報</title>"));
    let home = site.html("en/");
    assert!(home.contains("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/en/feed.xml\""));
    let latest = &home[home.find("<section class=\"latest\"").expect("what is new")..];
    assert!(latest.find("/en/b/").expect("b") < latest.find("/en/a/").expect("a"));
}

#[test]
fn a_feed_without_dated_pages_is_a_feed_all_the_same() {
    let feed = TestSite::bilingual().build().html("en/feed.xml");
    assert!(feed.contains("<updated>2026-11-23T00:00:00+09:00</updated>") && !feed.contains("<entry>"), "{feed}");
}

#[test]
fn an_address_that_nobody_knows_is_answered_in_both_languages() {
    let site = TestSite::bilingual().build();
    let both = site.html("404.html");
    for text in ["ページが見つかりません", "Page not found", "href=\"/ja/\"", "href=\"/en/\"", "noindex"] {
        assert!(both.contains(text), "{text}");
    }
    let ja = site.html("ja/404.html");
    assert!(ja.contains("<html lang=\"ja\">") && ja.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!ja.contains("rel=\"canonical\"") && !ja.contains("Page not found"));
    let others = TestSite::bilingual().setting("prefix: others").build();
    assert!(others.html("404.html").contains("<html lang=\"ja\">"));
}

#[test]
fn former_addresses_lead_to_todays() {
    let site = TestSite::bilingual()
        .setting("redirects: {/old/: /en/p/, /旧/: /ja/p/#a, /feed.xml: /ja/feed.xml, /out: https://other.example/, /was.html: /ja/受取/}")
        .page("p", "## 見出し {#a}\n", "## Heading\n")
        .page("受取", "本文\n", "Text\n")
        .file("content/q.ja.md", "---\ntitle: T\nlanguages: [ja]\nslug: 新\nredirect_from: [/q/, /q/old.html]\n---\n本文\n");
    assert_eq!(site.findings(), []);
    let site = site.build();
    let leads = |address: &str| {
        let html = site.html(address);
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{html}");
        let at = html.find("content=\"0; url=").expect("a refresh") + "content=\"0; url=".len();
        let to = html[at..at + html[at..].find('"').expect("its end")].to_owned();
        assert!(html.contains(&format!("href=\"{to}\"")));
        to
    };
    assert_eq!(leads("old/"), "/en/p/");
    assert_eq!(leads("旧/"), "/ja/p/#a");
    assert_eq!(leads("out/"), "https://other.example/");
    assert_eq!(leads("was.html"), "/ja/%E5%8F%97%E5%8F%96/");
    assert_eq!(leads("q/"), "/ja/%E6%96%B0/");
    assert_eq!(leads("q/old.html"), "/ja/%E6%96%B0/");
    assert!(site.html("old/").contains("<html lang=\"en\">") && site.html("旧/").contains("<html lang=\"ja\">"));
    assert!(!site.html("sitemap.xml").contains("/old/"));
}

#[test]
fn a_redirect_to_nothing_or_over_a_page_is_found() {
    let site =
        TestSite::bilingual().setting("redirects: {/old/: /ja/nowhere/, /ja/p/: /en/p/}").page("p", "本文\n", "Text\n");
    let placed = |said: &(String, String, String)| said.1.starts_with("site.yaml");
    let found: Vec<_> = site.findings().into_iter().filter(placed).map(|(rule, place, _)| (rule, place)).collect();
    let expected = [("link-missing", "site.yaml:4:20"), ("url-conflict", "site.yaml:4:34")];
    assert_eq!(found, expected.map(|(rule, place)| (rule.to_owned(), place.to_owned())));
}

#[test]
fn theme_assets_carry_a_hash_and_style_sheets_follow_it() {
    let css = "@import \"parts/base.css\";\n@import url(parts/base.css) screen;\n.a{background:url('img/a.svg')}\n@font-face{src:url(img/f.woff2?x#iefix),url( \"img/f.woff2\" )}\n.b{background:url(data:image/svg+xml,x)}.c{background:url(https://other.example/x.svg)}\n";
    let site = TestSite::bilingual()
        .setting("theme: mine")
        .file("themes/mine/theme.yaml", "extends: default\n")
        .file("themes/mine/static/site.css", css)
        .file("themes/mine/static/parts/base.css", ".d{background:url(../img/a.svg)}")
        .file("themes/mine/static/img/a.svg", "<svg/>")
        .file("themes/mine/static/img/f.woff2", "font")
        .file("content/site.css", "x")
        .build();
    let html = site.html("en/");
    let at = html.find("<link rel=\"stylesheet\" href=\"/").expect("a style sheet")
        + "<link rel=\"stylesheet\" href=\"/".len();
    let sheet = site.html(&html[at..at + html[at..].find('"').expect("its end")]);
    let names: Vec<_> = sheet.split('"').filter(|text| text.starts_with("/theme/")).collect();
    assert_eq!(names.len(), 5, "{sheet}");
    for name in &names {
        let file = name.split(['?', '#']).next().expect("a path");
        assert!(site.has(&format!("public{file}")), "{name}");
    }
    assert!(names[3].ends_with(".woff2?x#iefix"), "{names:?}");
    assert!(sheet.contains("url(data:image/svg+xml,x)") && sheet.contains("url(https://other.example/x.svg)"));
    assert!(site.html(&names[0][1..]).contains("url(\"/theme/img/a."));
    assert!(site.has("public/site.css"));
}

#[test]
fn drafts_and_pages_outside_their_dates_are_left_out_and_named() {
    let site = with(TestSite::bilingual(), "draft", "draft: true\n");
    let site = with(with(site, "soon", "published: 2026-12-01\n"), "gone", "expires: 2026-11-23\n");
    let site = with(with(site, "today", "published: 2026-11-23\n"), "last", "expires: 2026-11-24\n");
    let run = site.run(&["build", "--lang", "ja"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let there = |topic: &str| site.has(&format!("public/ja/{topic}/index.html"));
    assert_eq!(["draft", "soon", "gone", "today", "last"].map(there), [false, false, false, true, true]);
    for note in ["draft（ja）", "soon（en）", "gone（ja）", "2026年12月1日", "2026年11月24日"] {
        assert!(run.out.contains(note) || run.err.contains(note), "{note}\n{}{}", run.out, run.err);
    }
    assert!(!site.html("sitemap.xml").contains("/soon/") && !site.html("ja/").contains("/soon/"));
}

#[test]
fn the_day_decides_and_can_be_given() {
    let site = with(TestSite::bilingual(), "soon", "published: 2026-12-01\nexpires: 2026-12-24\n");
    let there = |today: &str| {
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("taiyaku"));
        let run =
            command.args(["build", "--today", today]).current_dir(site.root()).output().expect("the program starts");
        assert!(run.status.success());
        site.has("public/ja/soon/index.html")
    };
    assert_eq!(["2026-11-30", "2026-12-01", "2026-12-23", "2026-12-24"].map(there), [false, true, true, false]);
}

#[test]
fn a_preview_for_approval_shows_everything_marked_and_hidden_from_search_engines() {
    let site = with(TestSite::bilingual(), "draft", "draft: true\n");
    let site = with(with(site, "soon", "published: 2026-12-01\n"), "gone", "expires: 2026-11-01\n");
    let run = site.run(&["build", "--drafts", "--out", "preview"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let html = |address: &str| site.read(&format!("preview/{address}index.html"));
    assert!(html("en/draft/").contains("This page is a draft."));
    assert!(html("en/soon/").contains("This page will be published on December 1, 2026."), "{}", html("en/soon/"));
    assert!(html("ja/gone/").contains("このページの公開は令和8年11月1日に終了しました。"));
    for address in ["", "en/", "en/draft/", "ja/soon/"] {
        let html = html(address);
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{address}");
        assert!(!html.contains("rel=\"canonical\"") && !html.contains("<link rel=\"alternate\" hreflang"), "{address}");
    }
    assert_eq!(site.read("preview/robots.txt"), "User-agent: *\nDisallow: /\n");
    assert!(!site.read("preview/sitemap.xml").contains("<loc>"));
    assert!(!site.has("public"));
}

#[test]
fn pages_describe_themselves_to_other_programs() {
    let site = with(
        TestSite::bilingual().page("s/index", "本文\n", "Text\n"),
        "s/p",
        "nav_title: Short\nsummary: \"A <b> & \\\"c\\\"\"\n",
    )
    .build();
    let html = site.html("en/s/p/");
    for line in [
        "<title>Title s/p | Test site</title>",
        "<meta name=\"description\" content=\"A &lt;b&gt; &amp; &quot;c&quot;\">",
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:site_name\" content=\"Test site\">",
        "<meta property=\"og:title\" content=\"Title s/p\">",
        "<meta property=\"og:url\" content=\"https://example.jp/en/s/p/\">",
    ] {
        assert!(html.contains(line), "{line}\n{html}");
    }
    let start = "<script type=\"application/ld+json\">";
    let at = html.find(start).expect("linked data") + start.len();
    let data: serde_json::Value =
        serde_json::from_str(&html[at..at + html[at..].find("</script>").expect("its end")]).expect("JSON");
    let names: Vec<_> = data["itemListElement"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| (item["name"].as_str(), item["item"].as_str(), item["position"].as_u64()))
        .collect();
    assert_eq!(
        names,
        [
            (Some("Home"), Some("https://example.jp/en/"), Some(1)),
            (Some("Title"), Some("https://example.jp/en/s/"), Some(2)),
            (Some("Short"), Some("https://example.jp/en/s/p/"), Some(3)),
        ]
    );
}

#[test]
fn menus_follow_order_and_file_name_two_levels_deep() {
    let site = with(with(TestSite::bilingual(), "b", ""), "a", "order: 2\n");
    let site = with(with(site, "z", "order: 1\n"), "hidden", "nav: false\n");
    let site = with(with(site, "z/y", ""), "z/x", "").build();
    assert_eq!(menu(&site, "en/"), ["/en/z/", "/en/a/", "/en/b/"]);
    for open in ["en/z/", "en/z/x/"] {
        assert_eq!(menu(&site, open), ["/en/z/", "/en/z/x/", "/en/z/y/", "/en/a/", "/en/b/"], "{open}");
    }
    assert!(site.has("public/en/hidden/index.html"));
}

/// The addresses in the main menu of a page.
fn menu(site: &TestSite, address: &str) -> Vec<String> {
    let html = site.html(address);
    let menu = &html[html.find("<ul class=\"menu\">").expect("a menu")..html.find("</header>").expect("its end")];
    menu.split("href=\"").skip(1).filter_map(|text| text.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn where_readers_choose_a_language_the_site_has_its_name() {
    let html = TestSite::bilingual().build().html("");
    assert!(html.contains("<title>言語の選択｜試験サイト / Choose a language | Test site</title>"), "{html}");
    assert!(html.contains("<p class=\"site-name\"><span>Test site</span></p>"), "{html}");
}

#[test]
fn no_menu_holds_a_large_site() {
    let mut site = TestSite::bilingual();
    for number in 0..30 {
        site = with(with(site, &format!("s/p{number:02}"), ""), &format!("t{number:02}"), "");
    }
    let site = with(site, "s/index", "order: 1\n").build();
    let section = menu(&site, "en/s/p29/");
    assert_eq!(section.len(), 24 + 24 + 2);
    assert_eq!(section[..2], ["/en/s/", "/en/s/p00/"]);
    assert_eq!(section[25], "/en/s/", "the rest is on the page of the section");
    assert_eq!(section.last().map(String::as_str), Some("/en/#ui:pages"), "and on the front page");
    let home = site.html("en/");
    assert!(home.contains("id=\"ui:pages\"") && home.contains("<a href=\"/en/t29/\">"), "{home}");
    assert!(site.html("en/s/").contains("<a href=\"/en/s/p29/\">"));
}

#[test]
fn a_section_lists_its_pages_or_its_news() {
    let site = with(with(TestSite::bilingual(), "s/index", ""), "n/index", "list: published\n");
    let site = with(with(site, "s/b", "summary: What b is.\n"), "s/a", "order: 9\n");
    let site = with(
        with(site, "n/old", "published: 2026-01-05\nnav: false\n"),
        "n/new",
        "published: 2026-11-01\nnav: false\n",
    )
    .build();
    let list = |address: &str| {
        let html = site.html(address);
        let list = html[html.find("<section class=\"children\"").expect("a list")..].to_owned();
        list[..list.find("</section>").expect("its end")].to_owned()
    };
    let pages = list("en/s/");
    assert!(pages.find("/en/s/a/").expect("a") < pages.find("/en/s/b/").expect("b"), "{pages}");
    assert!(pages.contains("<p>What b is.</p>"));
    let news = list("ja/n/");
    assert!(news.find("/ja/n/new/").expect("new") < news.find("/ja/n/old/").expect("old"));
    assert!(news.contains("<time datetime=\"2026-11-01\">令和8年11月1日</time>"), "{news}");
}

#[test]
fn nothing_in_a_page_needs_inline_script_or_style() {
    let body = "## A\n\n## B\n\n## C\n\n| a | b |\n|--:|:-:|\n| 1 | 2 |\n\n{.faq}\nQ\n: A\n\n- [x] a\n\n> [!NOTE]\n> x\n\n`a`[^1]\n\n[^1]: n\n\n![x](a.svg \"b\")\n";
    let site = TestSite::bilingual()
        .file("content/a.svg", "<svg/>")
        .page("p", body, body)
        .setting("redirects: {/old/: /ja/p/}")
        .build();
    for file in site.files().iter().filter(|file| file.ends_with(".html")) {
        let html = site.html(file);
        assert!(!html.contains(" style=") && !html.contains("<style"), "{file}");
        for script in html.split("<script").skip(1) {
            let tag = &script[..script.find('>').expect("a tag")];
            assert!(tag.contains(" src=\"") || tag.contains("type=\"application/ld+json\""), "{file}: {tag}");
        }
        let events = [" onclick=", " onload=", " onerror=", "javascript:"];
        assert!(!events.iter().any(|event| html.contains(event)), "{file}");
    }
}

#[test]
fn every_id_is_unique_and_every_link_of_a_site_resolves() {
    let body = "## A\n\n[x y](#b)\n\n## B\n\n[x z](index.md)[^1]\n\n[^1]: n\n\n## C\n";
    let site = with(
        with(TestSite::bilingual().page("p", body, body), "s/index", ""),
        "s/q",
        "related: [../p.md#a]\nmenu_link: true\n",
    )
    .build();
    for file in site.files().iter().filter(|file| file.ends_with(".html")) {
        let html = site.html(file);
        let ids: Vec<_> = html.split(" id=\"").skip(1).filter_map(|text| text.split('"').next()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{file}: {ids:?}");
        for href in html.split(" href=\"").skip(1).filter_map(|text| text.split('"').next()) {
            let (path, fragment) = href.split_once('#').unwrap_or((href, ""));
            let target = if path.is_empty() { file.clone() } else { path.trim_start_matches('/').to_owned() };
            if path.starts_with("http") {
                continue;
            }
            let target =
                if target.is_empty() || target.ends_with('/') { format!("{target}index.html") } else { target };
            assert!(site.has(&format!("public/{target}")), "{file} → {href}");
            assert!(
                fragment.is_empty() || site.html(&target).contains(&format!(" id=\"{fragment}\"")),
                "{file} → {href}"
            );
        }
    }
}
