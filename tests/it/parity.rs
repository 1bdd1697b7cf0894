//! Two languages that do not say the same, told from outside: what `check` says about small sites.

#![expect(clippy::disallowed_methods, reason = "a test sees that pages without end do not take time without end")]

use crate::site::{Said, TestSite};

/// What `check` says about one page with these bodies, in Japanese.
fn said(ja: &str, en: &str) -> Vec<Said> {
    site(ja, en).findings()
}

fn site(ja: &str, en: &str) -> TestSite {
    TestSite::bilingual()
        .file("content/a.ja.md", &format!("---\ntitle: 手数料の案内\n---\n{ja}"))
        .file("content/a.en.md", &format!("---\ntitle: About the fees\n---\n{en}"))
}

/// Rule and place of what `check` says.
fn placed(ja: &str, en: &str) -> Vec<String> {
    said(ja, en).into_iter().map(|(rule, place, _)| format!("{rule} {place}")).collect()
}

#[test]
fn a_conflict_is_told_with_both_values_and_both_places() {
    let site = site("終了日は**令和2年5月25日**です。\n", "It ended on *May 25, 2021*.\n");
    let run = site.run(&["check", "--lang", "ja", "--format", "json"]);
    assert_eq!(run.status, 0);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let finding = &json["findings"][0];
    assert_eq!(finding["rule"], "parity-date");
    assert_eq!(finding["level"], "warning");
    assert_eq!(
        finding["message"],
        "日本語は令和2年5月25日（2020-05-25）、英語はMay 25, 2021（2021-05-25）です。どちらが正しいか確認してください。"
    );
    assert_eq!(
        (&finding["file"], &finding["line"], &finding["column"]),
        (&"content/a.en.md".into(), &4.into(), &14.into())
    );
    let related = &finding["related"][0];
    assert_eq!(
        (&related["file"], &related["line"], &related["column"]),
        (&"content/a.ja.md".into(), &4.into(), &7.into())
    );
    let english = site.run(&["check", "--format", "json"]);
    assert!(english.out.contains("Japanese says 令和2年5月25日 (2020-05-25), English says May 25, 2021 (2021-05-25)."));
    assert_eq!(site.run(&["check", "--deny", "warnings"]).status, 1);
}

#[test]
fn every_sort_of_value_has_its_rule() {
    let ja = "- 料金は500円です。\n- 午前9時に開きます。\n- 30人までです。\n- 電話は03-1234-5678です。\n- 宛先はa@example.jpです。\n- [制度](https://example.jp/a)を見てください。\n";
    let en = "- The fee is 300 yen.\n- It opens at 10 a.m.\n- Up to 40 people.\n- Call 03-1234-5679.\n- Write to b@example.jp.\n- See [the scheme](https://example.jp/b).\n";
    let rules: Vec<_> = said(ja, en).into_iter().map(|(rule, ..)| rule).collect();
    assert_eq!(rules, ["parity-money", "parity-time", "parity-number", "parity-phone", "parity-email", "parity-link"]);
}

#[test]
fn swapped_rows_are_two_conflicts_though_the_page_has_both_values() {
    let ja = "| 証明書 | 手数料 |\n|---|---|\n| 住民票の写し | 300円 |\n| 印鑑登録証明書 | 500円 |\n";
    let en = "| Certificate | Fee |\n|---|---|\n| Residence certificate | 500 yen |\n| Seal registration certificate | 300 yen |\n";
    assert_eq!(placed(ja, en), ["parity-money content/a.en.md:6:27", "parity-money content/a.en.md:7:35"]);
}

#[test]
fn what_only_one_language_says_is_a_hint_unless_it_stands_nearby() {
    let found = site("手数料は300円です。\n\n受け付けます。\n", "There is a fee.\n\nWe accept it.\n");
    let json = found.run(&["check", "--format", "json", "--deny", "warnings"]);
    assert_eq!(json.status, 0);
    assert!(json.out.contains("\"level\":\"hint\"") || json.out.contains("\"level\": \"hint\""), "{}", json.out);
    assert!(json.out.contains("“300円” (300 JPY) is only in Japanese, not in English."), "{}", json.out);
    let nearby = placed("手数料がかかります。\n\n300円です。\n", "The fee is 300 yen.\n\nIt is due now.\n");
    assert_eq!(nearby, Vec::<String>::new());
}

#[test]
fn facts_are_equal_by_their_key_and_answer_what_is_written_out() {
    let facts = "fee: {money: 300 JPY}\nline: {phone: {ja: 0120-95-0178, en: 0120-0178-27}}\n";
    let check = |ja: &str, en: &str| site(ja, en).file("content/facts.yaml", facts).rules();
    assert_eq!(
        check("{{ facts.fee }}です。{{ facts.line }}へ。\n", "{{ facts.fee }}. Call {{ facts.line }}.\n"),
        [""; 0]
    );
    assert_eq!(check("{{ facts.fee }}です。\n", "It is 300 yen.\n"), [""; 0]);
    assert_eq!(check("{{ facts.fee }}です。\n", "It is 500 yen.\n"), ["parity-money"]);
    assert_eq!(check("[電話](fact:line)\n", "[Call](fact:line)\n"), [""; 0]);
}

#[test]
fn links_and_images_are_compared_by_what_they_name() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let check = |ja: &str, en: &str| {
        let site = site(ja, en).page("b", "本文です。\n", "The text.\n");
        let site = site.file("content/x.ja.svg", svg).file("content/x.en.svg", svg).file("content/y.svg", svg);
        site.rules()
    };
    assert_eq!(check("[受取](b.md)\n", "[Pick-up](b.en.md)\n"), [""; 0]);
    assert_eq!(check("![図](x.svg)\n", "![Figure](x.en.svg)\n"), [""; 0]);
    assert_eq!(check("![図](x.svg)\n", "![Figure](y.svg)\n"), ["parity-image"]);
    assert_eq!(check("[受取](b.md)と[表](index.md)\n", "[Pick-up](b.md)\n"), ["parity-link"]);
    assert_eq!(check("[受取](b.md)\n", "[Pick-up](index.md)\n"), ["parity-link"]);
}

#[test]
fn text_in_the_other_language_is_found_where_it_stands() {
    assert_eq!(
        placed("本文です。\n\n申請してください。\n", "The text.\n\n申請してください。\n"),
        ["parity-untranslated content/a.en.md:6:1"]
    );
    assert_eq!(
        placed("本文です。\n\nPlease apply at the counter.\n", "The text.\n\nPlease apply at the counter.\n"),
        ["parity-untranslated content/a.ja.md:6:1"]
    );
    assert_eq!(placed("Cloudflare Pages\n", "Cloudflare Pages\n"), [""; 0]);
    let summary = "---\ntitle: 題\nsummary: 申請のしかたを案内します。\n---\n本文です。\n";
    let english = "---\ntitle: Title\nsummary: 申請のしかたを案内します。\n---\nThe text.\n";
    let site = TestSite::bilingual().file("content/a.ja.md", summary).file("content/a.en.md", english);
    assert_eq!(site.rules(), ["parity-untranslated"]);
}

#[test]
fn terms_are_translated_one_way_in_both_directions() {
    let glossary = "card:\n  ja: 個人番号カード\n  en: My Number Card\n  forbidden: {en: [Individual Number Card], ja: [番号券]}\n";
    let check = |ja: &str, en: &str| site(ja, en).file("content/glossary.yaml", glossary).findings();
    assert_eq!(check("個人番号カードです。\n", "The My Number cards.\n"), []);
    let found = check("個人番号カードです。\n", "It is an individual number card.\n");
    let rules: Vec<_> = found.iter().map(|(rule, place, _)| format!("{rule} {place}")).collect();
    assert_eq!(rules, ["parity-term content/a.en.md:-:-", "parity-term content/a.en.md:4:10"]);
    assert_eq!(check("番号券です。\n", "It is a ticket.\n").len(), 1);
    assert_eq!(check("カードです。\n", "It is a My Number Card.\n").len(), 1);
}

#[test]
fn a_page_that_hardly_aligns_gets_one_finding_on_its_structure() {
    let ja: String = (1..=12)
        .map(|number| format!("第{number}の段落は、{}円の手数料についての長い説明です。\n\n", number * 111))
        .collect();
    let en = "A short page.\n";
    let rules: Vec<_> = said(&ja, en).into_iter().map(|(rule, ..)| rule).collect();
    assert_eq!(rules, ["parity-structure"]);
}

#[test]
fn an_exception_may_be_declared_on_either_page() {
    let page = |title: &str, text: &str, quoted: Option<&str>| {
        let allow = |text| format!("allow: [{{rule: parity-money, reason: 端数, text: {text}}}]\n");
        format!("---\ntitle: {title}\n{}---\n{text}\n", quoted.map(allow).unwrap_or_default())
    };
    let check = |ja, en| {
        let site = TestSite::bilingual().file("content/a.ja.md", &page("題", "手数料は300円です。", ja));
        site.file("content/a.en.md", &page("Title", "The fee is 500 yen.", en)).rules()
    };
    assert_eq!(check(None, Some("500 yen")), [""; 0]);
    assert_eq!(check(Some("300円"), None), [""; 0]);
    assert_eq!(check(Some("400円"), None), ["parity-money", "front-matter-allow"]);
}

#[test]
fn both_ways_of_writing_a_fact_agree_on_a_page() {
    let ja = "令和6年4月1日から、3万5千円です。1億2千万円、2,000万、1.5億円。\n\n電話は047-712-6300です。約1か月かかります。\n";
    let en = "From April 1, 2024 it is 35,000 yen. 120 million yen, 20 million, 150 million yen.\n\nCall +81 47-712-6300. It takes about one month.\n";
    assert_eq!(placed(ja, en), [""; 0]);
}

/// Cause 6 of false alarms: footnotes read as links, and notes of the translator.
#[test]
fn footnotes_and_notes_of_the_translator_are_no_differences() {
    let ja = "手続が必要です[^1]。\n\n[^1]: 手数料は300円です。\n";
    let en = "A procedure is needed[^note].\n\n[^note]: The fee is 300 yen.\n";
    assert_eq!(placed(ja, en), [""; 0]);
    assert_eq!(placed("窓口で申請します（訳注：2024年5月までは郵便でも）。\n", "Apply at the counter.\n"), [""; 0]);
}

#[test]
fn rules_that_are_off_are_not_worked_on_and_leave_exceptions_alone() {
    let quiet = site("手数料は500円です。\n", "The fee is 300 yen.\n").setting("rules: {parity-*: \"off\"}");
    assert_eq!(quiet.rules(), [""; 0]);
    let excused = TestSite::bilingual()
        .file("content/a.ja.md", "---\ntitle: 題\nallow: [{rule: parity-money, reason: 端数}]\n---\n500円です。\n")
        .file("content/a.en.md", "---\ntitle: Title\n---\nIt is 300 yen.\n")
        .setting("rules: {parity-money: \"off\"}");
    assert_eq!(excused.rules(), [""; 0]);
}

#[test]
fn a_term_within_a_longer_one_is_not_looked_for() {
    let glossary = "number: {ja: 個人番号, en: My Number}\ncard: {ja: 個人番号カード, en: Individual Card}\n";
    let check = |ja: &str, en: &str| site(ja, en).file("content/glossary.yaml", glossary).rules();
    assert_eq!(check("個人番号カードです。\n", "It is an Individual Card.\n"), [""; 0]);
    assert_eq!(check("個人番号です。\n", "It is an Individual Card.\n"), ["parity-term"; 2]);
}

#[test]
fn a_topic_in_some_languages_on_purpose_is_not_compared() {
    let site = TestSite::bilingual()
        .file("content/a.ja.md", "---\ntitle: 題\nlanguages: [ja]\n---\n手数料は500円です。\n")
        .file("content/glossary.yaml", "fee: {ja: 手数料, en: fee}\n");
    assert_eq!(site.rules(), [""; 0]);
}

#[test]
fn findings_tell_both_values_in_words_in_both_languages() {
    let told = |ja: &str, en: &str| {
        let site = site(ja, en);
        let message = |lang: &str| {
            let run = site.run(&["check", "--lang", lang, "--format", "json"]);
            let json: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
            json["findings"][0]["message"].as_str().unwrap_or_default().to_owned()
        };
        [message("ja"), message("en")]
    };
    for (ja, en, messages) in [
        (
            "火曜日は休みです。\n",
            "Closed on Wednesdays.\n",
            [
                "日本語は火曜日、英語はWednesdaysです。どちらが正しいか確認してください。",
                "Japanese says 火曜日, English says Wednesdays. Check which is right.",
            ],
        ),
        (
            "申請書を5通出してください。\n",
            "Hand in three copies.\n",
            [
                "日本語は5通、英語はthree copiesです。どちらが正しいか確認してください。",
                "Japanese says 5通, English says three copies. Check which is right.",
            ],
        ),
        (
            "審査に4か月かかります。\n",
            "It takes about a month.\n",
            [
                "日本語は4か月、英語はa monthです。どちらが正しいか確認してください。",
                "Japanese says 4か月, English says a month. Check which is right.",
            ],
        ),
    ] {
        assert_eq!(told(ja, en), messages);
    }
}

#[test]
fn much_to_compare_takes_time_in_proportion() {
    let paragraphs = |unit: &str, more: usize| -> String {
        (0..3_000).map(|n| format!("{}{unit}\n\n", 10_000 + n * 7 + more)).collect()
    };
    let started = std::time::Instant::now();
    // Every value differs, every other value is there alone, and one paragraph holds them all.
    assert_eq!(said(&paragraphs("円", 0), &paragraphs(" yen", 1)).len(), 3_000);
    let alone = |unit: &str, odd: usize| -> String {
        let one = |n: usize| if n % 2 == odd { format!("{}{unit}\n\n", 10_000 + n * 7) } else { "- a\n\n".to_owned() };
        (0..3_000).map(one).collect()
    };
    assert!(said(&alone("円", 0), &alone(" yen", 1)).len() <= 6_000);
    let joined = |unit: &str, more| paragraphs(unit, more).replace("\n\n", ", ");
    assert!(said(&joined("円", 0), &joined(" yen", 1)).len() <= 6_000);
    assert!(started.elapsed() < std::time::Duration::from_secs(60), "{:?}", started.elapsed());
}
