//! Bad input: pages, links, addresses and markup.

#![expect(clippy::disallowed_methods, reason = "tests take the time and look at files")]

use std::time::{Duration, Instant};

use crate::faulty::{body, judged, site, told};
use crate::site::TestSite;

/// Runs a check that must end soon; a debug build on a busy machine gets its time.
fn soon(site: &TestSite) -> Vec<String> {
    let started = Instant::now();
    let run = site.run(&["check", "--format", "json"]);
    assert!(matches!(run.status, 0 | 1), "{}", run.err);
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
    crate::site::said(&run.out).into_iter().map(|(rule, place, _)| format!("{rule} {place}")).collect()
}

#[test]
fn links_to_nothing_come_with_what_was_meant() {
    let text = "[一](nothing.md) [二](B.md) [三](b.md#fee) [四](../x.md) [五]() [六](b.pfd) ![絵](c.png) [七](#fee)\n";
    let site = body(text).page("b", "## 手数料 {#fees}", "## Fees").file("content/b.pdf", "");
    let expected = [
        "link-missing content/a.ja.md:4:5",
        "link-missing content/a.ja.md:4:21",
        "link-anchor content/a.ja.md:4:31",
        "link-missing content/a.ja.md:4:45",
        "link-missing content/a.ja.md:4:54",
        "asset-missing content/a.ja.md:4:64",
        "asset-missing content/a.ja.md:4:76",
        "link-anchor content/a.ja.md:4:87",
    ];
    told("links_missing", &site, &expected);
}

#[test]
fn a_link_to_a_language_that_lacks_the_page_is_judged_by_the_settings() {
    let text = |setting: &str| {
        TestSite::bilingual()
            .setting(&format!("missing_translation: {setting}"))
            .file("content/only.ja.md", "---\ntitle: 題\n---\n")
            .page("a", "[日](only.md)", "[en](only.md)")
    };
    told(
        "language_missing",
        &text("error"),
        &["link-language content/a.en.md:4:6", "translation-missing content/only.ja.md:-:-"],
    );
    judged(&text("notice"), &["translation-missing content/only.ja.md:-:-"]);
    judged(&text("omit"), &["translation-missing content/only.ja.md:-:-"]);
}

#[test]
fn facts_that_are_not_there_are_errors() {
    let facts = "hotline: {phone: \"0120-95-0178\"}\n";
    let text = "{{ facts.hotlin }} {{ facts.hotline.fax }} [電](fact:hotlin) {{ fact.x }} [x]({{ facts.hotline }})\n\n<b>{{ facts.hotline }}</b>\n";
    let site = body(text).file("content/facts.yaml", facts);
    let expected = [
        "fact-unknown content/a.ja.md:4:1",
        "fact-unknown content/a.ja.md:4:20",
        "fact-unknown content/a.ja.md:4:48",
        "fact-syntax content/a.ja.md:4:61",
        "fact-place content/a.ja.md:4:78",
    ];
    told("facts_unknown", &site, &expected);
    let raw = body("<div>\n{{ facts.hotline }}\n</div>\n\n一<b title=\"{{ facts.hotline }}\">x</b>\n")
        .file("content/facts.yaml", facts);
    told("facts_in_raw_html", &raw, &["fact-place content/a.ja.md:5:1", "fact-place content/a.ja.md:8:2"]);
}

#[test]
fn one_address_belongs_to_one_source() {
    let site = TestSite::bilingual()
        .page("a", "", "")
        .page("b", "", "")
        .file("content/a.ja.md", "---\ntitle: 題\nslug: b\nredirect_from: [/ja/c/]\n---\n")
        .page("c", "", "")
        .file("content/en/feed.xml", "")
        .file("content/robots.txt", "")
        .setting("redirects: {/ja/c/: /ja/, /sitemap.xml: /ja/}");
    let expected = [
        "url-conflict content/a.ja.md:4:17",
        "url-conflict content/b.ja.md:-:-",
        "url-conflict content/en/feed.xml:-:-",
        "url-conflict content/robots.txt:-:-",
        "url-conflict site.yaml:4:13",
        "url-conflict site.yaml:4:27",
    ];
    told("url_conflicts", &site, &expected);
}

#[test]
fn a_page_and_a_section_of_one_name_and_a_section_named_like_a_language_are_conflicts() {
    let both = TestSite::bilingual().page("a", "", "").page("a/index", "", "");
    told(
        "page_and_section",
        &both,
        &["url-conflict content/a/index.en.md:-:-", "url-conflict content/a/index.ja.md:-:-"],
    );
    let others = TestSite::bilingual().setting("prefix: others").page("en/index", "", "");
    let run = others.run(&["check", "--format", "json"]);
    assert_eq!(run.status, 1, "{}", run.out);
    assert!(run.out.contains("url-conflict"), "{}", run.out);
}

#[test]
fn redirects_lead_somewhere() {
    let site = TestSite::bilingual().setting(
        "redirects: {/a/: /b/, /b/: /a/, /self/: /self/, /gone/: /ja/nothing/, /ok/: /ja/, /ja/: /en/, /Ok/: /en/}",
    );
    let expected = [
        "link-missing site.yaml:4:13",
        "link-missing site.yaml:4:23",
        "link-missing site.yaml:4:33",
        "link-missing site.yaml:4:57",
        "url-conflict site.yaml:4:71",
        "url-conflict site.yaml:4:83",
    ];
    told("redirects_wrong", &site, &expected);
}

#[test]
fn a_page_that_fails_keeps_the_last_good_site() {
    let site = (0..25).fold(TestSite::bilingual(), |site, n| site.page(&format!("p{n}"), "本文", "Text")).build();
    let before = site.html("ja/p3/");
    let site =
        site.page("p3", "新しい本文", "New").page("p12", "[無](nothing.md)", "").page("p20", "{{ facts.nothing }}", "");
    let run = site.run(&["build", "--format", "json"]);
    assert_eq!(run.status, 1);
    let rules: Vec<_> =
        crate::site::said(&run.out).into_iter().map(|(rule, place, _)| format!("{rule} {place}")).collect();
    assert_eq!(rules, ["link-missing content/p12.ja.md:4:5", "fact-unknown content/p20.ja.md:4:1"]);
    assert_eq!(site.html("ja/p3/"), before);
}

#[test]
fn a_page_that_is_gone_is_removed_from_the_output() {
    let site = TestSite::bilingual().page("a", "", "").build();
    assert!(site.has("public/ja/a/index.html"));
    for lang in ["ja", "en"] {
        std::fs::remove_file(site.path(&format!("content/a.{lang}.md"))).expect("a page");
    }
    assert!(!site.build().has("public/ja/a"));
}

/// A script in everything that people write.
const SCRIPT: &str = "<script>alert(1)</script>";

#[test]
fn a_script_is_text_wherever_people_write_it() {
    let facts = format!("evil: {{text: '{SCRIPT}\"'}}\nmail: {{email: \"a@example.jp\", label: '{SCRIPT}'}}\n");
    let ja = format!(
        "---\ntitle: '{SCRIPT}\" onload=\"x {{{{ facts.evil }}}}'\nnav_title: '{SCRIPT}\"'\nsummary: '{SCRIPT}\" </script><!-- {{{{ facts.evil }}}}'\nupdated: 2026-11-01\n---\n\
         ## `{SCRIPT}` \" x\n\n![\"\\<script>alert(1)\\</script>](x.png \"\\<script>alert(1)\\</script>\")\n\n`{SCRIPT}` {{{{ facts.evil }}}} [](fact:mail)\n\n[`{SCRIPT}`](a.md)\n"
    );
    let site = TestSite::empty()
        .file("site.yaml", &format!("base_url: https://example.jp/\ntitle: {{ja: '{SCRIPT}\"', en: '{SCRIPT}'}}\n"))
        .file("content/facts.yaml", &facts)
        .file("content/index.ja.md", &ja.replace("(a.md)", "(index.md)"))
        .file("content/index.en.md", &ja.replace("(a.md)", "(index.md)"))
        .file("content/x.png", "x")
        .file("content/a/index.ja.md", &ja.replace("(a.md)", "(index.md)").replace("x.png", "../x.png"))
        .file("content/a/index.en.md", &ja.replace("(a.md)", "(index.md)").replace("x.png", "../x.png"))
        .build();
    for file in site.files() {
        let text =
            String::from_utf8_lossy(&std::fs::read(site.path(&format!("public/{file}"))).expect("a file")).into_owned();
        let lower = text.to_lowercase();
        assert!(!lower.contains("<script>"), "{file}: {}", &text[lower.find("<script>").expect("it is there")..]);
        let data = lower.matches("application/ld+json").count()
            + lower.matches("<script src=").count()
            + lower.matches("<script defer").count();
        assert!(
            lower.matches("<script").count() <= data + lower.matches("<script type=\"module\"").count(),
            "{file}: {text}"
        );
        assert_eq!(lower.matches("<script").count(), lower.matches("</script").count(), "{file}");
        let mut tags = text.split('<').filter_map(|piece| piece.split('>').next());
        assert!(!tags.any(|tag| tag.contains(" onload=\"x")), "{file}: {text}");
    }
    let html = site.html("ja/a/");
    let start = html.find("application/ld+json\">").expect("data for search engines") + "application/ld+json\">".len();
    let json = &html[start..start + html[start..].find("</script>").expect("its end")];
    assert!(!json.contains('<') && json.contains("\\u003c"), "{json}");
    serde_json::from_str::<serde_json::Value>(json).expect("it is JSON");
}

#[test]
fn addresses_that_run_code_are_taken_out_and_told() {
    let text = "[a](javascript:alert(1)) [b](JaVaScRiPt&colon;alert(1)) [c](<java\tscript:x>) [d](data:text/html,x) [e](vbscript:x) ![f](data:image/png;base64,x) <javascript:alert(1)>\n";
    let site = body(text);
    let expected = [
        "link-scheme content/a.ja.md:4:5",
        "link-scheme content/a.ja.md:4:26",
        "link-scheme content/a.ja.md:4:62",
        "link-scheme content/a.ja.md:4:82",
        "link-scheme content/a.ja.md:4:104",
        "link-scheme content/a.ja.md:4:121",
        "link-scheme content/a.ja.md:4:147",
    ];
    told("schemes", &site, &expected);
    let content = site.content("ja/a/").to_lowercase();
    for address in ["href=\"java", "href=\"data:", "href=\"vb", "src=\"data:"] {
        assert!(!content.contains(address), "{content}");
    }
    let contact = TestSite::bilingual().file("content/facts.yaml", "x: {url: \"javascript:alert(1)\"}\n");
    judged(&contact, &["fact-value content/facts.yaml:1:10"]);
}

#[test]
fn scripts_in_raw_html_are_told() {
    let text = "<div onclick=\"x\" style=\"color: red\">\n\n一<script>alert(1)</script>\n\n</div>\n\n<a href=\"javascript:x\">y</a>\n\n<iframe src=\"https://example.com/\"></iframe>\n";
    let site = body(text);
    let expected = [
        "html-script content/a.ja.md:4:1",
        "html-script content/a.ja.md:4:1",
        "html-script content/a.ja.md:6:2",
        "html-script content/a.ja.md:10:1",
    ];
    told("raw_html", &site, &expected);
    let escaped = body("<script>alert(1)</script>\n\n一<b>x</b>\n").setting("raw_html: escape");
    judged(&escaped, &[]);
    assert!(escaped.content("ja/a/").contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn addresses_that_run_code_are_taken_out_of_raw_html() {
    let text = "一<a class=\"x\" href=\"&#106;ava&Tab;script:x\">二</a>\n\n<div>\n<a\nhref=\"javascript:x\">三</a>\n</div>\n\n<div><a href=\"/ja/\">四</a></div>\n";
    let site = body(text);
    judged(&site, &["html-script content/a.ja.md:4:2", "html-script content/a.ja.md:8:1"]);
    let content = site.content("ja/a/");
    assert!(content.contains("<p>一<a>二</a></p>"), "{content}");
    assert!(
        content.contains("<p>&lt;div&gt;\n&lt;a\nhref=\"javascript:x\"&gt;三&lt;/a&gt;\n&lt;/div&gt;</p>"),
        "{content}"
    );
    assert!(content.contains("<div><a href=\"/ja/\">四</a></div>"), "{content}");
}

#[test]
fn raw_html_that_is_not_closed_is_told() {
    let site = body(
        "<div class=\"x\">\n\n本文\n\n一<b>二\n\n<section>\n\n</div>\n\n<br>\n<img src=\"/x.png\" alt=\"\">\n\n</p>\n",
    );
    let expected = [
        "html-unclosed content/a.ja.md:8:2",
        "html-unclosed content/a.ja.md:10:1",
        "html-unclosed content/a.ja.md:17:1",
    ];
    told("raw_html_unclosed", &site, &expected);
    judged(
        &body(
            "<div>\n\n本文\n\n</div>\n\n<details><summary>一</summary>\n\n二\n\n</details>\n\n一<b>二</b><br>\n\n<!-- <div> -->\n",
        ),
        &[],
    );
}

#[test]
fn deep_nesting_is_refused() {
    told("nesting", &body(&format!("{}x\n", ">".repeat(2_000))), &["limit-depth content/a.ja.md:4:101"]);
    let list: String = (0..200).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect();
    let found = soon(&body(&list));
    assert!(found.len() == 1 && found[0].starts_with("limit-depth"), "{found:?}");
    for text in [
        "[".repeat(100_000),
        "*a ".repeat(50_000),
        "![".repeat(50_000),
        "<".repeat(100_000),
        "`".repeat(100_000),
        "<a ".repeat(50_000),
    ] {
        let found = soon(&body(&text));
        assert!(found.len() <= 1, "{:?}", &found[..2]);
    }
}

#[test]
fn much_of_something_takes_time_in_proportion() {
    let headings: String = (0..20_000).map(|n| format!("## 見出し{}\n\n", n % 7)).collect();
    assert_eq!(soon(&body(&headings).page("a", &headings, &headings)).len(), 2);
    let notes: String = (0..10_000).map(|n| format!("[^{n}]\n\n[^{n}]: x\n\n")).collect();
    assert_eq!(soon(&body(&notes)), [""; 0]);
    let tables = "| a | b |\n|---|---|\n| 1 | 2 |\n\n".repeat(10_000);
    assert_eq!(soon(&body(&tables)), [""; 0]);
    let wording = ["text-repeated content/a.ja.md:4:1", "text-sentence-length content/a.ja.md:4:1"];
    assert_eq!(soon(&body(&"日本語".repeat(120_000))), wording);
    for sign in ["「", "）", ",", "日 ", "ｶ゛", "を", "。", "か\u{3099}\u{3099}"] {
        assert!(soon(&body(&format!("「{}）", sign.repeat(5_000)))).len() < 6_000, "{sign}");
    }
    let flood = "[^".repeat(50_000);
    assert_eq!(soon(&body(&flood)), [""; 0]);
    let braces = "{{".repeat(50_000);
    assert!(soon(&body(&braces)).len() <= 1);
    let links: String = (0..5_000).map(|n| format!("[x](n{n}.md)\n")).collect();
    assert_eq!(soon(&body(&links)).len(), 5_000);
}

#[test]
fn headings_get_ids_that_stay() {
    let text = "## 申請\n\n## 申請\n\n## 🎏\n\n## 1番\n\n## main\n\n## <b>x</b>\n";
    let site = TestSite::bilingual().page("a", text, text).build();
    let html = site.content("ja/a/");
    let ids: Vec<&str> = html.split("<h2 id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let unique: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!((ids.len(), unique.len(), ids[0], ids[3]), (6, 6, "申請", "1番"), "{ids:?}");
    assert!(ids.iter().all(|id| !id.is_empty() && !id.contains(char::is_whitespace)), "{ids:?}");
}

#[test]
fn everything_is_told_at_once_in_order_and_once() {
    let site = site(&[
        ("content/z.ja.md", "---\ntitel: 題\n---\n"),
        ("content/z.en.md", "---\ntitle: T\n---\n[x](nothing.md)\n\n[x](nothing.md)\n"),
        ("content/b.md", ""),
        ("templates/404.html", "{{ x }}"),
        ("locales/ja/site.ftl", "back-to-menu\n"),
    ]);
    let site = site.bytes("content/c.ja.md", b"\xFF").setting("redirects: {/a/: /b/}");
    let expected = [
        "name-language content/b.md:-:-",
        "encoding-utf8 content/c.ja.md:1:1",
        "link-missing content/z.en.md:4:5",
        "link-missing content/z.en.md:6:5",
        "front-matter-unknown-key content/z.ja.md:2:1",
        "words-syntax locales/ja/site.ftl:1:13",
        "link-missing site.yaml:5:18",
        "template-render templates/404.html:1:4",
    ];
    judged(&site, &expected);
}
