//! Agreed pairs, states, `status`, `diff` and `confirm`, as an editor meets them.

#![expect(clippy::disallowed_methods, reason = "tests change sites on a real disk")]

use serde_json::Value;

use crate::site::TestSite;

const JA: &str = "手数料は300円です。\n\n受付は平日の9時から17時までです。\n";
const EN: &str = "The fee is 300 yen.\n\nThe office is open from 9 a.m. to 5 p.m. on weekdays.\n";

/// A site whose pages were confirmed.
fn confirmed() -> TestSite {
    let site = TestSite::bilingual().page("apply/fee", JA, EN);
    let run = site.run(&["confirm", "--all", "--yes"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    site
}

fn change(site: &TestSite, path: &str, from: &str, to: &str) {
    let text = site.read(path);
    assert!(text.contains(from), "{from}");
    site.write(path, text.replace(from, to).as_bytes());
}

const FEE_JA: &str = "content/apply/fee.ja.md";
const FEE_EN: &str = "content/apply/fee.en.md";

fn json(site: &TestSite, arguments: &[&str]) -> Value {
    let run = site.run(&[arguments, &["--format", "json"]].concat());
    assert_eq!(run.status, 0, "{}", run.err);
    serde_json::from_str(&run.out).expect("it is JSON")
}

/// The states of a topic by language.
fn states(site: &TestSite, topic: &str) -> Value {
    let status = json(site, &["status"]);
    let topics = status["topics"].as_array().expect("topics");
    topics.iter().find(|entry| entry["topic"] == topic).expect("the topic")["languages"].clone()
}

fn ja_en(ja: &str, en: &str) -> Value {
    serde_json::json!({"ja": ja, "en": en})
}

#[test]
fn a_pair_is_stored_byte_for_byte_one_folder_a_translation() {
    let crlf = "---\r\ntitle: 題\r\n---\r\n本文\r\n";
    let site = TestSite::bilingual()
        .file("content/card/index.ja.md", crlf)
        .file("content/card/index.en.md", "\u{FEFF}---\ntitle: Title\n---\nText\n");
    let run = site.run(&["confirm", "card"]);
    assert_eq!((run.status, run.out.as_str()), (0, "Confirmed: card (ja, en)\n"));
    assert_eq!(site.read("content/.agreed/en/card.ja.md"), crlf);
    assert_eq!(site.read("content/.agreed/en/card.en.md"), "\u{FEFF}---\ntitle: Title\n---\nText\n");
    assert!(!site.has("content/.agreed/en/index.ja.md"));
    assert_eq!(states(&site, "card"), ja_en("agreed", "agreed"));
    assert_eq!(states(&site, "index"), ja_en("unconfirmed", "unconfirmed"));
    assert!(!site.build().files().iter().any(|file| file.contains("agreed")));
}

#[test]
fn a_change_is_followed_from_the_edit_to_the_confirmation() {
    let site = confirmed();
    assert_eq!(site.rules(), [""; 0]);
    change(&site, FEE_JA, "300円", "500円");
    assert_eq!(states(&site, "apply/fee"), ja_en("ahead", "behind"));
    // The fee differs too, as long as English does not follow.
    assert_eq!(site.rules(), ["translation-behind", "parity-money", "translation-ahead"]);
    let diff = json(&site, &["diff", "apply/fee"]);
    let row = &diff["translations"][0]["rows"][0];
    assert_eq!((&row["side"], &row["main"][0]["change"]), (&"main".into(), &"edited".into()));
    assert_eq!(row["partner"]["block"]["text"], "The fee is 300 yen.");
    assert_eq!(site.run(&["check", "--deny", "warnings"]).status, 1);

    change(&site, FEE_EN, "300 yen", "500 yen");
    assert_eq!(states(&site, "apply/fee"), ja_en("answered", "answered"));
    assert_eq!(site.rules(), ["translation-answered"]);
    assert_eq!(site.run(&["confirm", "apply/fee", "en"]).status, 0);
    assert_eq!(states(&site, "apply/fee"), ja_en("agreed", "agreed"));
    assert_eq!(site.rules(), [""; 0]);
}

#[test]
fn a_slip_in_an_agreed_text_is_one_finding() {
    let facts = "fee: {money: 300 JPY}\n";
    let (ja, en) = ("手数料は{{ facts.fee }}です。\n", "The fee is {{ facts.fee }}.\n");
    let site = TestSite::bilingual().file("content/facts.yaml", facts).page("apply/fee", ja, en);
    assert_eq!(site.run(&["confirm", "--all", "--yes"]).status, 0);
    change(&site, FEE_JA, "facts.fee", "facts.fe");
    assert_eq!(site.rules(), ["fact-unknown"]);
    change(&site, FEE_JA, "{{ facts.fe }}", "500円");
    assert_eq!(site.rules(), ["translation-behind", "parity-money", "translation-ahead"]);
}

#[test]
fn either_language_may_change_first_and_both_at_once() {
    let site = confirmed();
    change(&site, FEE_EN, "5 p.m.", "6 p.m.");
    assert_eq!(states(&site, "apply/fee"), ja_en("behind", "ahead"));
    let behind = site.findings().into_iter().find(|(rule, ..)| rule == "translation-behind");
    assert_eq!(behind.map(|(_, place, _)| place).as_deref(), Some("content/apply/fee.ja.md:6:1"));
    change(&site, FEE_JA, "300円", "500円");
    assert_eq!(states(&site, "apply/fee"), ja_en("diverged", "diverged"));
    assert!(site.rules().contains(&"translation-diverged".to_owned()), "{:?}", site.rules());
    change(&site, FEE_JA, "500円", "300円");
    change(&site, FEE_EN, "6 p.m.", "5 p.m.");
    assert_eq!(states(&site, "apply/fee"), ja_en("agreed", "agreed"));
}

#[test]
fn readers_of_a_page_that_is_behind_are_told() {
    let site = confirmed();
    change(&site, FEE_JA, "300円", "500円");
    let site = site.build();
    let english = site.html("en/apply/fee/");
    assert!(english.contains("The Japanese version of this page has been updated."), "{english}");
    assert!(english.contains("<a href=\"/ja/apply/fee/\" hreflang=\"ja\">Read the Japanese version</a>"));
    assert!(!site.html("ja/apply/fee/").contains("notice-behind"));
    change(&site, FEE_JA, "title: 題", "title: 題\nupdated: 2026-11-23");
    let site = site.build();
    assert!(site.html("en/apply/fee/").contains("The Japanese version of this page was updated on November 23, 2026."));
    change(&site, FEE_EN, "300 yen", "500 yen");
    assert!(!site.build().html("en/apply/fee/").contains("notice-behind"));
}

#[test]
fn a_site_that_confirmed_nothing_is_not_asked_about_every_page() {
    let site = TestSite::bilingual().page("a", JA, EN);
    assert_eq!(site.rules(), [""; 0]);
    assert_eq!(site.run(&["confirm", "index"]).status, 0);
    assert_eq!(site.rules(), ["translation-unconfirmed"]);
    assert_eq!(site.run(&["check", "--deny", "warnings"]).status, 0);
}

#[test]
fn pages_that_are_gone_or_single_have_states_of_their_own() {
    let site = confirmed().file("content/own.ja.md", "---\ntitle: 題\nlanguages: [ja]\n---\n本文\n");
    assert_eq!(states(&site, "own"), ja_en("single", "single"));
    std::fs::remove_file(site.path(FEE_EN)).expect("a page");
    assert_eq!(states(&site, "apply/fee"), ja_en("ahead", "missing"));
    assert_eq!(site.rules(), ["translation-missing"]);
    site.write(FEE_EN, format!("---\ntitle: Title\n---\n{EN}").as_bytes());
    std::fs::remove_file(site.path(FEE_JA)).expect("a page");
    assert_eq!(states(&site, "apply/fee"), ja_en("missing", "orphan"));
    assert_eq!(site.rules(), ["translation-missing", "translation-orphan"]);
}

#[test]
fn a_renamed_topic_is_recognised_by_its_text() {
    let site = confirmed();
    for lang in ["ja", "en"] {
        let new = site.path(&format!("content/fees.{lang}.md"));
        std::fs::rename(site.path(&format!("content/apply/fee.{lang}.md")), new).expect("a page");
    }
    let run = site.run(&["check"]);
    assert!(run.err.contains("run “taiyaku move apply/fee fees”"), "{}", run.err);
}

#[test]
fn a_broken_pair_is_an_error_until_it_is_confirmed_again() {
    for broken in ["---\ntitle: Title\n---\n<<<<<<< HEAD\nThe fee\n", ""] {
        let site = confirmed();
        let half = "content/.agreed/en/apply/fee.en.md";
        match broken {
            "" => std::fs::remove_file(site.path(half)).expect("a file"),
            text => site.write(half, text.as_bytes()),
        }
        let run = site.run(&["check"]);
        assert_eq!(run.status, 1, "{}", run.err);
        assert!(run.err.contains("error[translation-unconfirmed]"), "{}", run.err);
        assert_eq!(site.run(&["confirm", "apply/fee"]).status, 0);
        assert_eq!(site.run(&["check", "--deny", "warnings"]).status, 0);
    }
}

#[test]
fn topics_with_errors_or_conflicts_are_not_confirmed() {
    let site = confirmed();
    change(&site, FEE_JA, "300円", "[300円](gone.md)");
    let run = site.run(&["confirm", "apply/fee"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("because it has errors"), "{}", run.err);
    let site = confirmed();
    change(&site, FEE_EN, "The fee", "<<<<<<< HEAD\nThe fee");
    let run = site.run(&["confirm", "--all", "--yes", "--lang", "ja"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("途中の統合を示す"), "{}", run.err);
    assert_eq!(site.read("content/.agreed/en/apply/fee.en.md"), format!("---\ntitle: Title\n---\n{EN}"));
}

#[test]
fn only_equal_edits_are_confirmed_as_alike() {
    let site = confirmed().page("other", JA, EN);
    assert_eq!(site.run(&["confirm", "other"]).status, 0);
    change(&site, FEE_JA, "300円", "1,500円");
    change(&site, FEE_EN, "300 yen", "1,500 yen");
    change(&site, "content/other.ja.md", "300円", "500円");
    change(&site, "content/other.en.md", "300 yen", "600 yen");
    let run = site.run(&["confirm", "--alike"]);
    assert_eq!((run.status, run.out.as_str()), (0, "Confirmed: apply/fee (ja, en)\n"));
    assert_eq!(states(&site, "other"), ja_en("answered", "answered"));
}

#[test]
fn all_asks_before_it_confirms() {
    let site = TestSite::bilingual();
    let run = site.run(&["confirm", "--all"]);
    assert!(
        run.err.contains("Confirm all of them? [y/N]") && run.err.contains("Nothing was confirmed."),
        "{}",
        run.err
    );
    assert!(!site.has("content/.agreed"));
}

#[test]
fn three_languages_are_pairs_with_the_main_language() {
    let languages = "base_url: https://example.jp/\nlanguages: [ja, en, zh]\ntitle: {ja: 試験, en: Test, zh: 测试}\n";
    let page = |title: &str, body: &str| format!("---\ntitle: {title}\n---\n{body}");
    let site = TestSite::empty()
        .file("site.yaml", languages)
        .file("content/index.ja.md", &page("題", JA))
        .file("content/index.en.md", &page("Title", EN))
        .file("content/index.zh.md", &page("标题", "手续费是300日元。\n\n受理时间是平日9点到17点。\n"));
    assert_eq!(site.run(&["confirm", "index"]).status, 0);
    let expected = |ja: &str, en: &str, zh: &str| serde_json::json!({"ja": ja, "en": en, "zh": zh});
    assert_eq!(states(&site, "index"), expected("agreed", "agreed", "agreed"));
    change(&site, "content/index.en.md", "300 yen", "500 yen");
    assert_eq!(states(&site, "index"), expected("behind", "ahead", "agreed"));
    change(&site, "content/index.ja.md", "300円", "500円");
    assert_eq!(site.run(&["confirm", "index", "en"]).status, 0);
    assert_eq!(states(&site, "index"), expected("ahead", "agreed", "behind"));
}

#[test]
fn the_table_is_read_at_a_glance_in_both_languages() {
    let site = confirmed();
    change(&site, FEE_JA, "300円", "500円");
    insta::assert_snapshot!(site.run(&["status", "--lang", "ja"]).out, @r"
    項目       ja    en        未反映
    apply/fee  先行  更新待ち  1
    index      一致  一致      -

    2項目：更新待ち1、一致1
    ブロックの80％が一致しています（10のうち8）。
    次の作業：変更箇所を見て、もう一方の言語に反映します。taiyaku diff apply/fee
    ");
    insta::assert_snapshot!(site.run(&["status"]).out, @r"
    Topic      ja      en      Open
    apply/fee  ahead   behind  1
    index      agreed  agreed  -

    2 topics: behind 1, agreed 1
    80% of the blocks are in step (8 of 10).
    Next, see what changed and bring it into the other language: taiyaku diff apply/fee
    ");
    insta::assert_snapshot!(site.run(&["diff", "apply/fee", "--lang", "ja"]).out, @r"
    # apply/fee：ja 先行、en 更新待ち

    1. 一方の言語だけで変更
       ja 変更 content/apply/fee.ja.md:4
         手数料は[-300-]{+500+}円です。
       もう一方の言語で対応する箇所：
       en content/apply/fee.en.md:4
         The fee is 300 yen.
    ");
    assert_eq!(site.run(&["status"]).status, 0);
    assert_eq!(site.run(&["status", "--deny", "warnings"]).status, 1);
    assert_eq!(site.run(&["diff", "apply/fee", "--deny", "warnings"]).status, 1);
    assert!(site.run(&["status", "--color", "always"]).out.contains("\u{1b}[31mbehind"));
}

#[test]
fn an_unknown_topic_is_told_with_what_was_meant() {
    let site = confirmed();
    for command in ["diff", "confirm"] {
        let run = site.run(&[command, "aply/fee"]);
        assert_eq!(run.status, 2);
        assert!(run.err.contains("There is no topic “aply/fee”.") && run.err.contains("“apply/fee”"), "{}", run.err);
    }
    assert_eq!(site.run(&["diff"]).status, 2);
    assert_eq!(site.run(&["confirm"]).status, 2);
    assert_eq!(site.run(&["diff", "content/apply/fee.ja.md"]).status, 0);
}

#[test]
fn a_topic_that_was_split_names_the_place_of_its_parts() {
    let parts = "## 郵送\n\n封筒に入れて送ります。\n\n切手は必要ありません。\n\n届くまで3日かかります。\n";
    let english = "## By post\n\nSend it in an envelope.\n\nNo stamp is needed.\n\nIt takes 3 days to arrive.\n";
    let site = TestSite::bilingual().page("fee", &format!("{JA}\n{parts}"), &format!("{EN}\n{english}"));
    assert_eq!(site.run(&["confirm", "fee", "index"]).status, 0);
    let site = site.page("fee", JA, &format!("{EN}\n{english}")).page("post", parts, english);
    let run = site.run(&["check"]);
    assert!(run.err.contains("now here, in the topic “post”"), "{}", run.err);
    let site = site.page("fee", JA, EN);
    assert_eq!(states(&site, "fee"), ja_en("answered", "answered"));
    assert!(site.run(&["check"]).err.contains("now here, in the topic “post”"));
    assert_eq!(site.run(&["confirm", "fee", "post"]).status, 0);
    assert_eq!(site.rules(), [""; 0]);
}

#[test]
fn an_orphan_without_a_match_says_what_to_delete() {
    let site = confirmed();
    for lang in ["ja", "en"] {
        std::fs::remove_file(site.path(&format!("content/apply/fee.{lang}.md"))).expect("a page");
    }
    assert_eq!(site.rules(), ["translation-orphan"]);
    let run = site.run(&["check"]);
    assert!(run.err.contains("Delete content/.agreed/en/apply/fee.ja.md and the file beside it."), "{}", run.err);
    assert_eq!(run.status, 0);
}

#[test]
fn a_folder_can_require_agreement() {
    let site = confirmed().setting("require: {apply/: agreed}");
    assert_eq!(site.rules(), [""; 0]);
    change(&site, FEE_JA, "手数料は", "窓口の手数料は");
    assert_eq!(site.rules(), ["translation-required", "translation-ahead"]);
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("site.yaml requires here that both languages say the same."), "{}", run.err);
    change(&site, FEE_EN, "The fee", "The fee at the counter");
    assert_eq!(site.rules(), ["translation-required"]);
    assert_eq!(site.run(&["confirm", "apply/fee"]).status, 0);
    assert_eq!(site.run(&["build"]).status, 0);
    std::fs::remove_file(site.path(FEE_EN)).expect("a page");
    assert_eq!(site.rules(), ["translation-required"]);
    let site = site.page("apply/new", JA, EN).page("elsewhere", JA, EN).page("apply/fee", JA, EN);
    assert_eq!(site.rules(), ["translation-required", "translation-required", "translation-unconfirmed"]);
}

#[test]
fn a_requirement_is_met_from_the_first_page_on_and_must_be_about_something() {
    let site = TestSite::bilingual().page("a", JA, EN).setting("require: {a: agreed, b/: agreed}");
    assert_eq!(site.rules(), ["translation-required", "config-value"]);
    let site = TestSite::bilingual().setting("require: {/: agreed, index: diverged}");
    assert_eq!(site.rules(), ["translation-required", "config-value"]);
    assert!(TestSite::bilingual().setting("require: {/: agreed}").rules() == ["translation-required"]);
}

#[test]
fn a_page_may_be_behind_for_as_long_as_the_site_says() {
    let site = confirmed().setting("warn_after: P14D");
    let level = |updated: &str| {
        site.write(
            FEE_JA,
            format!("---\ntitle: 題\n{updated}---\n{}", JA.replace("手数料は", "窓口の手数料は")).as_bytes(),
        );
        let run = site.run(&["check", "--deny", "warnings", "--format", "json"]);
        let found: Value = serde_json::from_str(&run.out).expect("it is JSON");
        assert_eq!(site.run(&["status", "--deny", "warnings"]).status, run.status);
        (run.status, found["findings"][0]["level"].as_str().unwrap_or_default().to_owned())
    };
    // Nobody knows since when.
    assert_eq!(level(""), (1, "warning".to_owned()));
    assert_eq!(level("updated: 2026-11-09\n"), (0, "hint".to_owned()));
    assert_eq!(level("updated: 2026-11-08\n"), (1, "warning".to_owned()));
    let site = TestSite::bilingual().setting("warn_after: PT36H");
    assert_eq!(site.rules(), ["config-value"]);
}

#[test]
fn facts_that_differ_are_confirmed_only_when_told_to() {
    let site = confirmed();
    change(&site, FEE_JA, "300円", "500円");
    change(&site, FEE_EN, "300 yen", "600 yen");
    let run = site.run(&["confirm", "apply/fee"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("--despite-parity"), "{}", run.err);
    assert_eq!(site.run(&["confirm", "apply/fee", "--despite-parity"]).status, 0);
    assert_eq!(states(&site, "apply/fee"), ja_en("agreed", "agreed"));
}

#[test]
fn equal_targets_are_alike_and_fields_that_nobody_reads_are_no_change() {
    let image = |file: &str| format!("本文です。\n\n![図]({file})\n");
    let english = |file: &str| format!("The text.\n\n![A figure]({file})\n");
    let site = TestSite::bilingual().file("content/a.svg", "<svg/>").file("content/b.svg", "<svg/>");
    let site = site.page("p", &image("a.svg"), &english("a.svg"));
    assert_eq!(site.run(&["confirm", "--all", "--yes"]).status, 0);
    let site = site.page("p", &image("b.svg"), &english("b.svg"));
    assert_eq!(states(&site, "p"), ja_en("answered", "answered"));
    assert_eq!(site.run(&["confirm", "--alike"]).out, "Confirmed: p (ja, en)\n");
    change(&site, "content/p.ja.md", "title: 題", "title: 題\norder: 3\nupdated: 2026-11-01\nextra: {a: 1}");
    assert_eq!(states(&site, "p"), ja_en("agreed", "agreed"));
    change(&site, "content/p.ja.md", "order: 3", "summary: 案内です。");
    assert_eq!(states(&site, "p"), ja_en("ahead", "behind"));
}
