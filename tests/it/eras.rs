//! Eras: one date in every style, and dates that no era has.

use crate::site::{Said, TestSite};

fn site(ja: &str) -> TestSite {
    TestSite::bilingual().page("day", ja, "Text.\n")
}

/// The findings of `text-era`, with their level.
fn eras(site: &TestSite) -> Vec<(String, String, String)> {
    let said: serde_json::Value = serde_json::from_str(&site.run(&["check", "--format", "json"]).out).expect("JSON");
    let findings = said["findings"].as_array().expect("findings").clone();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let one = |finding: &serde_json::Value| {
        let place = format!("{}:{}", finding["line"], finding["column"]);
        (text(&finding["level"]), place, text(&finding["help"]))
    };
    findings.iter().filter(|finding| finding["rule"] == "text-era").map(one).collect()
}

fn found(level: &str, place: &str, help: &str) -> Said {
    (level.to_owned(), place.to_owned(), help.to_owned())
}

#[test]
fn one_date_has_every_style() {
    let page = "停止した日：{{ facts.stopped }}\n";
    for (style, written) in [
        ("era", "令和2年5月25日"),
        ("era-both", "令和2（2020）年5月25日"),
        ("western", "2020年5月25日"),
        ("iso", "2020-05-25"),
    ] {
        let site = site(page)
            .file("content/facts.yaml", "stopped: {date: 2020-05-25}\n")
            .setting(&format!("dates: {{ja: {style}}}"))
            .uncompared()
            .build();
        let html = site.content("ja/day/");
        assert!(html.contains(&format!("<time datetime=\"2020-05-25\">{written}</time>")), "{html}");
        assert_eq!(site.rules(), Vec::<String>::new());
    }
}

#[test]
fn dates_that_no_era_has_are_found_where_they_stand() {
    let site = site(
        "平成31年5月1日から**昭和64年1月8日**まで。\n\n- 昭和100年\n- 令和０年\n- 令和2年2月30日\n- 令和2（2019）年\n\n\
         平成31年4月30日、令和元年5月1日、平成31年度は正しい。\n",
    );
    assert_eq!(
        eras(&site),
        [
            found("warning", "4:1", "Did you mean “令和元年5月1日”?"),
            found("warning", "4:14", "Did you mean “平成元年1月8日”?"),
            found("warning", "6:3", "Did you mean “令和7年”?"),
            found("warning", "7:3", ""),
            found("warning", "8:3", ""),
            found("warning", "9:3", "Did you mean “令和2（2020）年”?"),
        ]
    );
}

#[test]
fn code_addresses_facts_and_other_languages_are_left_alone() {
    let site = site(
        "`平成31年5月1日` {{ facts.day }}\n\n```\n昭和100年\n```\n\n[案内](day.md \"昭和100年\")\n\n<https://example.com/昭和100年>\n\n\
         <span title=\"昭和100年\">令和2年</span>\n",
    )
    .file("content/facts.yaml", "day: {date: 2020-05-25}\n")
    .file("content/day.en.md", "---\ntitle: 昭和100年\n---\n平成31年5月1日\n");
    assert_eq!(eras(&site), []);
}

#[test]
fn front_matter_that_readers_see_is_judged() {
    let site = TestSite::bilingual()
        .file("content/day.ja.md", "---\ntitle: 昭和100年の行事\nsummary: \"平成32年度\"\n---\n本文です。\n")
        .file("content/day.en.md", "---\ntitle: Events\nsummary: Year\n---\nText.\n");
    let places: Vec<_> = eras(&site).into_iter().map(|(_, place, _)| place).collect();
    assert_eq!(places, ["2:8", "3:11"]);
}

#[test]
fn mixed_styles_are_a_hint_at_the_one_that_is_not_the_sites() {
    let mixed = "令和2年5月25日に停止し、2021年4月1日に終了しました。\n\n令和2（2020）年は数えません。\n";
    let help = "Write all of them in one style, or use dates from content/facts.yaml.";
    assert_eq!(eras(&site(mixed)), [found("hint", "4:15", help)]);
    assert_eq!(eras(&site(mixed).setting("dates: {ja: western}")), [found("hint", "4:1", help)]);
    assert_eq!(eras(&site("2020年5月25日と2021年、1990年代です。\n")), []);
    let run = site(mixed).run(&["check", "--deny", "warnings", "--lang", "ja"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.err.contains("このページには、元号の日付と西暦の日付があります。"), "{}", run.err);
    assert!(run.err.contains("もう一方の書き方は、ここで最初に使われています。"), "{}", run.err);
}

#[test]
fn the_rule_can_be_switched_off_and_allowed() {
    let text = "昭和100年の行事です。\n";
    assert_eq!(eras(&site(text).setting("rules: {text-era: \"off\"}")), []);
    let allowed = site("").uncompared().file(
        "content/day.ja.md",
        "---\ntitle: 題\nallow: [{rule: text-era, reason: 行事の名前, text: 昭和100年}]\n---\n昭和100年の行事です。\n",
    );
    assert_eq!(allowed.rules(), Vec::<String>::new());
}
