//! `new` and `translate`, and what becomes of pages that are not translated to their end.

#![expect(clippy::disallowed_methods, reason = "tests look at sites on a real disk")]

use crate::site::TestSite;

const JA: &str = "---\ntitle: 交付手数料\nsummary: 手数料の案内です。\nslug: tesuryo\norder: 10\nredirect_from: [/ja/old/]\n---\n手数料は{{ facts.fee }}です。[申請](apply.md#how)を見てください。\n\n## 必要なもの {#bring}\n\n{.steps}\n1. 本人確認書類\n2. ![見本](form.svg)\n\n| 種類 | 額 |\n|---|---|\n| 新規 | 無料 |\n\n```\ntaiyaku build\n```\n";

/// A site with a page that only Japanese has.
fn half() -> TestSite {
    TestSite::bilingual()
        .file("content/facts.yaml", "fee: {money: 800 JPY}\n")
        .file("content/form.svg", "<svg/>")
        .page("apply", "## 方法 {#how}\n", "## How {#how}\n")
        .file("content/fee.ja.md", JA)
}

const MARK: &str = "<!-- untranslated -->";

#[test]
fn a_missing_page_is_scaffolded_with_everything_that_is_not_text() {
    let site = half();
    let run = site.run(&["translate", "fee"]);
    assert_eq!((run.status, run.out.as_str()), (0, "content/fee.en.md\n"), "{}", run.err);
    assert!(run.err.starts_with("8 texts are to be translated."), "{}", run.err);
    insta::assert_snapshot!(site.read("content/fee.en.md"), @r"
    ---
    # <!-- untranslated -->
    title: 交付手数料
    # <!-- untranslated -->
    summary: 手数料の案内です。
    order: 10
    ---
    <!-- untranslated -->
    手数料は{{ facts.fee }}です。[申請](apply.md#how)を見てください。

    <!-- untranslated -->
    ## 必要なもの {#bring}

    {.steps}
    1. <!-- untranslated -->
       本人確認書類
    2. <!-- untranslated -->
       ![見本](form.svg)

    | <!-- untranslated -->種類 | 額 |
    |---|---|
    | <!-- untranslated -->新規 | 無料 |

    ```
    taiyaku build
    ```
    ");
    let again = site.run(&["translate", "fee", "--lang", "ja"]);
    assert_eq!(again.status, 2);
    assert!(again.err.contains("「fee」には、すべての言語のページがあります。"), "{}", again.err);
}

#[test]
fn an_unfinished_page_counts_as_missing_and_is_found() {
    for (missing, level, built) in [("notice", "warning", true), ("omit", "hint", true), ("error", "error", false)] {
        let site = half().setting(&format!("missing_translation: {missing}"));
        let site = site.page("p", "[手数料](fee.md)\n", "[fee](fee.md)\n");
        assert_eq!(site.run(&["translate", "fee"]).status, 0);
        let run = site.run(&["check"]);
        let said = format!("{level}[translation-missing]: 8 texts of this page are not translated to English yet.");
        assert!(run.err.contains(&said), "{missing}: {}", run.err);
        assert!(run.err.contains("content/fee.en.md:2:3"), "{}", run.err);
        assert_eq!(site.run(&["build"]).status, i32::from(!built), "{missing}");
        match missing {
            "notice" => {
                let page = site.html("en/fee/");
                assert!(page.contains("<h1 lang=\"ja\">交付手数料</h1>") && page.contains("noindex"), "{page}");
                assert!(!page.contains(MARK));
                assert_eq!(site.content("en/p/"), "<p><a href=\"/en/fee/\">fee</a></p>");
            }
            "omit" => {
                assert!(!site.has("public/en/fee/index.html"));
                assert_eq!(
                    site.content("en/p/"),
                    "<p><a href=\"/ja/tesuryo/\" hreflang=\"ja\">fee<span class=\"link-label\"> (in Japanese)</span></a></p>"
                );
            }
            _ => assert!(site.findings().iter().any(|(rule, ..)| rule == "link-language")),
        }
        assert!(
            site.run(&["status"]).out.contains("Next, translate the texts that are still marked: content/fee.en.md")
        );
    }
}

#[test]
fn the_preview_of_drafts_shows_a_page_while_it_is_translated() {
    let site = half();
    assert_eq!(site.run(&["translate", "fee"]).status, 0);
    assert_eq!(site.run(&["build", "--drafts"]).status, 0);
    let page = site.html("en/fee/");
    assert!(page.contains("<h1>交付手数料</h1>") && page.contains("draft"), "{page}");
}

#[test]
fn a_page_is_there_when_its_last_mark_is_gone() {
    let site = half();
    assert_eq!(site.run(&["translate", "fee"]).status, 0);
    let text = site.read("content/fee.en.md").replace(&format!("# {MARK}\n"), "");
    let text = text.replacen(MARK, "", 5);
    site.write("content/fee.en.md", text.replace("交付手数料", "Fees").as_bytes());
    assert!(site.findings()[0].2.starts_with("One text of this page"), "{:?}", site.findings());
    site.write("content/fee.en.md", text.replace("交付手数料", "Fees").replace(MARK, "").as_bytes());
    assert!(!site.rules().contains(&"translation-missing".to_owned()));
    assert!(site.build().html("en/fee/").contains("<h1>Fees</h1>"));
}

#[test]
fn a_language_can_be_named_and_pages_are_never_overwritten() {
    let three = "base_url: https://example.jp/\nlanguages: [ja, en, zh]\ntitle: {ja: 試験, en: Test, zh: 测试}\n";
    let site = half().file("site.yaml", three);
    let run = site.run(&["translate", "content/fee.ja.md", "--to", "zh"]);
    assert_eq!((run.status, run.out.as_str()), (0, "content/fee.zh.md\n"), "{}", run.err);
    let before = site.read("content/fee.zh.md");
    assert_eq!(site.run(&["translate", "fee", "--to", "zh"]).status, 2);
    assert_eq!(site.run(&["translate", "fee"]).out, "content/fee.en.md\n");
    assert_eq!(site.read("content/fee.zh.md"), before);
    for (arguments, said) in [
        (["translate", "fee", "--to", "fr"], "“fr” is not a language of this site."),
        (["translate", "fees", "--to", "en"], "There is no topic “fees”."),
    ] {
        let run = site.run(&arguments);
        assert_eq!(run.status, 2);
        assert!(run.err.contains(said), "{}", run.err);
    }
}

#[test]
fn a_topic_of_one_language_on_purpose_is_not_translated() {
    let site = TestSite::bilingual().file("content/own.ja.md", "---\ntitle: 題\nlanguages: [ja]\n---\n本文\n");
    let run = site.run(&["translate", "own"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("is meant for some languages only"), "{}", run.err);
    assert!(!site.has("content/own.en.md"));
}

#[test]
fn what_one_language_alone_has_can_be_translated_to_the_main_one() {
    let site = TestSite::bilingual().file("content/only.en.md", "---\ntitle: Only\n---\nText.\n");
    assert_eq!(site.run(&["translate", "only"]).out, "content/only.ja.md\n");
    assert!(site.read("content/only.ja.md").ends_with("---\n<!-- untranslated -->\nText.\n"));
}

#[test]
fn a_new_topic_has_a_draft_in_every_language() {
    let site = TestSite::bilingual();
    let run = site.run(&["new", "apply/lost-form"]);
    assert_eq!((run.status, run.out.as_str()), (0, "content/apply/lost-form.ja.md\ncontent/apply/lost-form.en.md\n"));
    assert!(run.err.contains("remove “draft: true”"), "{}", run.err);
    let page = site.read("content/apply/lost-form.en.md");
    assert!(page.starts_with("---\ntitle: Lost form\ndraft: true\n---\n") && !page.contains("<!--"), "{page}");
    assert_eq!(site.run(&["check", "--deny", "warnings"]).status, 0);
    let run = site.run(&["new", "apply/", "--lang", "ja"]);
    assert_eq!(run.out, "content/apply/index.ja.md\ncontent/apply/index.en.md\n", "{}", run.err);
    assert!(run.err.contains("2ページを作りました。"), "{}", run.err);
    for lang in ["ja", "en"] {
        for topic in ["apply/lost-form", "apply/index"] {
            let file = format!("content/{topic}.{lang}.md");
            site.write(&file, site.read(&file).replace("draft: true\n", "").as_bytes());
        }
    }
    assert_eq!(site.run(&["build"]).status, 0);
    assert!(site.html("ja/apply/").contains("/ja/apply/lost-form/"));
}

#[test]
fn a_new_topic_overwrites_nothing_and_has_a_name_that_works() {
    let site = TestSite::bilingual().page("apply/fee", "本文\n", "Text\n").file("content/a", "x");
    let files = || {
        let mut files: Vec<_> = walkdir::WalkDir::new(site.path("content"))
            .into_iter()
            .map(|entry| entry.expect("an entry").into_path())
            .collect();
        files.sort();
        files
    };
    let before = files();
    for (name, said) in [
        ("apply/fee", "The topic “apply/fee” is there already: content/apply/fee.ja.md"),
        ("index", "is there already"),
        ("Apply/x", "Some systems cannot tell"),
        ("apply/FEE", "Some systems cannot tell"),
        ("a/b", "There is a file where a folder is needed: content/a"),
        ("../x", "would lead out of its folder"),
        ("/x", "The path is empty"),
        ("a:b", "holds “:”"),
        ("con", "Windows keeps the name"),
        ("_x", "“_x” is not used."),
        ("x.en", "would be read as its language"),
    ] {
        let run = site.run(&["new", name]);
        assert_eq!(run.status, 2, "{name}");
        assert!(run.err.contains(said), "{name}: {}", run.err);
        assert_eq!(files(), before, "{name}");
    }
    let run = site.run(&["new"]);
    assert!(run.status == 2 && run.err.contains("Please name TOPIC"), "{}", run.err);
}
