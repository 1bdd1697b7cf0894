//! Themes: which template and which word wins, and what templates can ask for.

use crate::site::TestSite;

/// A page in both languages.
fn page(site: TestSite, topic: &str, front: &str) -> TestSite {
    site.file(&format!("content/{topic}.ja.md"), &format!("---\ntitle: 題\n{front}---\n本文\n"))
        .file(&format!("content/{topic}.en.md"), &format!("---\ntitle: Title\n{front}---\nText\n"))
}

/// What a template makes of the English page `p`.
fn made(template: &str, front: &str) -> String {
    page(TestSite::bilingual(), "p", front).file("templates/page.html", template).build().html("en/p/")
}

#[test]
fn the_nearest_template_wins() {
    let site =
        page(TestSite::bilingual(), "p", "").setting("theme: mine").file("themes/mine/theme.yaml", "extends: base\n");
    let site = site.file("themes/base/templates/page.html", "base").build();
    assert_eq!(site.html("en/p/"), "base");
    let site = site.file("themes/mine/templates/page.html", "mine").build();
    assert_eq!(site.html("en/p/"), "mine");
    let site = site.file("templates/page.html", "site").build();
    assert_eq!(site.html("en/p/"), "site");
    assert!(site.html("en/").starts_with("<!DOCTYPE html>"));
}

#[test]
fn a_template_can_extend_the_one_that_it_overrides() {
    let site = page(TestSite::bilingual(), "p", "")
        .file("templates/page.html", "{% extends \"default/page.html\" %}{% block after %}<p>After.</p>{% endblock %}")
        .build();
    let html = site.html("en/p/");
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("<p>Text</p>") && html.contains("<p>After.</p>"));
    let themed = page(TestSite::bilingual(), "p", "")
        .setting("theme: mine")
        .file(
            "themes/mine/templates/page.html",
            "{% extends \"default/page.html\" %}{% block after %}<p>Theme.</p>{% endblock %}",
        )
        .file(
            "templates/page.html",
            "{% extends \"mine/page.html\" %}{% block after %}{{ super() }}<p>Site.</p>{% endblock %}",
        )
        .build();
    assert!(themed.html("en/p/").contains("<p>Theme.</p><p>Site.</p>"), "{}", themed.html("en/p/"));
}

#[test]
fn one_part_can_be_overridden_alone() {
    let site =
        page(TestSite::bilingual(), "p", "").file("templates/parts/footer.html", "<footer>Mine</footer>").build();
    assert!(
        site.html("en/p/").contains("<footer>Mine</footer>")
            && site.html("ja/404.html").contains("<footer>Mine</footer>")
    );
}

#[test]
fn a_page_can_name_its_template() {
    let site = page(TestSite::bilingual(), "p", "template: news/wide\n")
        .file("templates/news/wide.html", "wide {{ page.title }}")
        .build();
    assert_eq!(site.html("en/p/"), "wide Title");
    let wrong = page(TestSite::bilingual(), "p", "template: pgae\n");
    let found: Vec<_> =
        wrong.findings().into_iter().filter(|said| said.1 != "-:-:-").map(|(rule, place, _)| (rule, place)).collect();
    let expected = [("template-missing", "content/p.en.md:3:11"), ("template-missing", "content/p.ja.md:3:11")];
    assert_eq!(found, expected.map(|(rule, place)| (rule.to_owned(), place.to_owned())));
}

#[test]
fn each_kind_of_page_has_its_template() {
    let site = page(page(TestSite::bilingual(), "s/index", ""), "s/p", "");
    let site = ["home", "section", "page", "404"]
        .iter()
        .fold(site, |site, name| site.file(&format!("templates/{name}.html"), &format!("{name} {{{{ page.topic }}}}")));
    let site = site.build();
    assert_eq!(
        ["en/", "en/s/", "en/s/p/", "en/404.html"].map(|address| site.html(address)),
        ["home index", "section s", "page s/p", "404 404"]
    );
}

#[test]
fn words_of_the_site_win_over_those_of_the_theme() {
    let site = page(TestSite::bilingual(), "p", "")
        .setting("theme: mine")
        .file("themes/mine/theme.yaml", "extends: default\n")
        .file("themes/mine/locales/en/site.ftl", "menu = Theme menu\nback-to-top = Theme top\nown = Own { $n }\n")
        .file("themes/mine/locales/ja/site.ftl", "menu = テーマ\nback-to-top = テーマ\nown = 独自{ $n }\n")
        .file("locales/en/site.ftl", "menu = Site menu\n")
        .file(
            "templates/page.html",
            "{{ t(key=\"menu\") }}, {{ t(key=\"back-to-top\") }}, {{ t(key=\"own\", n=3) }}, {{ t(key=\"back-to-menu\") }}",
        );
    assert_eq!(site.findings(), []);
    let site = site.build();
    assert_eq!(site.html("en/p/"), "Site menu, Theme top, Own 3, Back to menu");
    assert_eq!(site.html("ja/p/"), "テーマ, テーマ, 独自3, メニューへ戻る");
}

#[test]
fn a_language_that_lacks_words_shows_the_main_languages() {
    let site = TestSite::empty()
        .file("site.yaml", "base_url: https://example.jp/\nlanguages: [ja, zh]\ntitle: {ja: 試験, zh: 测试}\n")
        .file("locales/zh/site.ftl", "menu = 菜单\n")
        .file("templates/page.html", "{{ t(key=\"menu\") }}/{{ t(key=\"back-to-menu\") }}")
        .file("content/index.ja.md", "---\ntitle: あ\n---\n")
        .file("content/index.zh.md", "---\ntitle: 一\n---\n")
        .file("content/p.ja.md", "---\ntitle: あ\n---\n")
        .file("content/p.zh.md", "---\ntitle: 一\n---\n");
    assert_eq!(site.rules(), ["words-missing"]);
    assert_eq!(site.build().html("zh/p/"), "菜单/メニューへ戻る");
}

#[test]
fn words_of_the_program_are_not_the_sites_to_change() {
    let site = TestSite::bilingual().file("locales/en/tool.ftl", "step-load = x\n");
    assert_eq!(site.rules(), ["name-skipped"]);
}

#[test]
fn templates_ask_for_dates_numbers_words_and_addresses() {
    let template = "{{ date(value=page.updated) }}|{{ date(value=page.updated, style=\"uk\") }}|{{ number(value=385987000) }}|\
                    {{ url(topic=\"index\") }}|{{ url(topic=page.topic) }}|{{ t(key=\"scheduled-notice\", date=page.updated) }}|{{ t(key=\"not-found-title\") }}";
    let site = page(TestSite::bilingual(), "p", "updated: 2020-05-25\n").file("templates/page.html", template).build();
    assert_eq!(
        site.html("en/p/"),
        "May 25, 2020|25 May 2020|385,987,000|/en/|/en/p/|This page will be published on May 25, 2020.|Page not found"
    );
    assert_eq!(
        site.html("ja/p/"),
        "令和2年5月25日|2020年5月25日|3億8598万7000|/ja/|/ja/p/|このページは令和2年5月25日に公開します。|ページが見つかりません"
    );
}

#[test]
fn what_a_template_shows_is_escaped() {
    let front = "extra: {a: \"<b>&\"}\n";
    assert_eq!(
        made("{{ page.extra.a }}|{{ page.title }}|{{ t(key=\"submenu\", title=page.extra.a) }}", front),
        "&lt;b&gt;&amp;|Title|Pages under “&lt;b&gt;&amp;”"
    );
}

#[test]
fn a_theme_can_be_given_anything_by_front_matter() {
    let front = "extra:\n  colour: red\n  list: [1, 2]\n  deep: {x: true}\n";
    assert_eq!(
        made(
            "{{ page.extra.colour }}{% for n in page.extra.list %}-{{ n }}{% endfor %}{% if page.extra.deep.x %}!{% endif %}",
            front
        ),
        "red-1-2!"
    );
    assert_eq!(made("{% if page.extra?.x %}a{% else %}b{% endif %}", ""), "b");
}

#[test]
fn what_a_template_asks_for_in_vain_is_found_with_its_place() {
    for (template, place) in [
        ("a\n{{ t(key=\"mneu\") }}", "templates/page.html:2:4"),
        ("{{ t(key=\"scheduled-notice\") }}", "templates/page.html:1:4"),
        ("{{ url(asset=\"site.cs\") }}", "templates/page.html:1:4"),
        ("{{ page.nope }}", "templates/page.html:1:9"),
    ] {
        let site = page(TestSite::bilingual(), "p", "").file("templates/page.html", template);
        let found = site.findings();
        assert!(found.iter().any(|said| said.0 == "template-render" && said.1 == place), "{template}: {found:?}");
    }
}

#[test]
fn a_theme_that_is_not_there_is_found() {
    let site = TestSite::bilingual().setting("theme: defualt");
    assert_eq!(site.rules(), ["config-value"]);
}
