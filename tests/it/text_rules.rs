//! The rules on wording, the corrections of `check --fix`, and dictionaries of terms.

#![expect(clippy::disallowed_methods, reason = "tests look at files")]

use taiyaku::clock::Today;
use taiyaku::date::Date;
use taiyaku::pipeline::{Options, judge};
use taiyaku::progress::Silent;
use taiyaku::scaffold::fix::fix;

use crate::bundled::bundled;
use crate::site::{SETTINGS, TestSite};

/// Rule, file and the text that the finding begins with, for each finding on wording.
fn pointed(site: &TestSite) -> Vec<(String, String)> {
    let findings = site.findings().into_iter().filter(|(rule, ..)| rule.starts_with("text-"));
    findings.map(|(rule, place, _)| (rule, place)).collect()
}

/// What `check` finds on the wording of a page with this text in each language: rule, language and column.
fn found(ja: &str, en: &str) -> Vec<String> {
    let site = TestSite::bilingual().page("a", ja, en);
    let one = |(rule, place): (String, String)| {
        let place = place.strip_prefix("content/a.").unwrap_or(&place).replace(".md", "");
        format!("{rule} {place}")
    };
    pointed(&site).into_iter().map(one).collect()
}

#[test]
fn each_rule_finds_its_fault_in_both_languages() {
    let ja = [
        "次の日　程は、ｶｰﾄﾞの２回目です。",
        "カート\u{3099}と会\u{2ED1}、①を「見る。",
        "これは，必要であるのである。",
        "写真,印鑑をを示します。",
    ];
    let en = ["The ｶｰﾄﾞ and ＩＣ chip。", "Kart か\u{3099} and \u{2F47} see the the ① form\u{200B} 「now."];
    let expected = [
        "text-full-width en:4:14",
        "text-half-width-kana en:4:5",
        "text-full-width-sign en:4:21",
        "text-decomposed-kana en:6:6",
        "text-compatibility en:6:13",
        "text-repeated en:6:19",
        "text-machine-dependent en:6:27",
        "text-invisible en:6:33",
        "text-bracket en:6:35",
        "text-full-width-sign en:6:35",
        "text-space ja:4:3",
        "text-half-width-kana ja:4:8",
        "text-full-width ja:4:13",
        "text-decomposed-kana ja:6:3",
        "text-compatibility ja:6:7",
        "text-machine-dependent ja:6:9",
        "text-bracket ja:6:11",
        "text-punctuation ja:8:4",
        "text-style ja:8:11",
        "text-ascii-punctuation ja:10:3",
        "text-repeated ja:10:6",
    ];
    let mut found = found(&ja.join("\n\n"), &en.join("\n\n"));
    let mut expected = expected.map(str::to_owned).to_vec();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn clean_text_is_clean() {
    let ja = "次の日程は、カードの2回目です。「会長」と書きます。\n\n- 山田　太郎\n- 1）住所\n\n> 引用である。\n\n総額は1,000円で、A.B.氏が払います。";
    let en = "The card and the IC chip (マイナンバーカード、個人番号) cost 1,000 yen. He had had “two”.";
    assert_eq!(found(ja, en), Vec::<String>::new());
}

#[test]
fn long_sentences_are_a_warning_in_japanese_and_a_hint_in_english() {
    let (ja, en) =
        (format!("{}です。", "あ".repeat(99)), format!("{}end.", "word ".repeat(0) + &"one two ".repeat(18)));
    let site = TestSite::bilingual().page("a", &ja, &en);
    let out = site.run(&["check", "--format", "json"]).out;
    assert_eq!(pointed(&site).len(), 2);
    assert!(out.contains("\"counts\":{\"error\":0,\"warning\":1,\"hint\":1}"), "{out}");
}

#[test]
fn code_facts_addresses_raw_html_and_keys_are_never_judged() {
    let ja = "`ＣＯＤＥ　ｶﾅ` と{{ facts.f }}。[一](<ＰＤＦ.pdf>) <b title=\"ＡＢ\">ＡＢ</b>\n\n```\nＣＯＤＥ\n```\n\n<div>ＡＢ</div>\n\n## 見出し {#ＡＢ}\n";
    let page = format!("---\ntitle: 題\nextra: {{ｋｅｙ: ＡＢ}}\n---\n{ja}");
    let site = TestSite::bilingual()
        .file("content/facts.yaml", "f: {text: ＦＡＣＴ}\n")
        .file("content/ＰＤＦ.pdf", "")
        .file("content/a.ja.md", &page)
        .file("content/a.en.md", "---\ntitle: A\n---\n## Heading\n");
    assert_eq!(pointed(&site), []);
}

#[test]
fn a_rule_can_be_switched_off_and_a_finding_allowed() {
    let page = "---\ntitle: 題\nallow: [{rule: text-full-width, reason: 商品名}]\n---\nＡＢと①\n";
    let site = TestSite::bilingual().file("content/a.ja.md", page).file("content/a.en.md", "---\ntitle: A\n---\n①\n");
    let found: Vec<_> = pointed(&site).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(found, ["text-machine-dependent"; 2]);
    assert_eq!(pointed(&site.setting("rules: {text-machine-dependent: \"off\"}")), []);
}

/// A page with everything that can be corrected, and things that must stay. As Windows writes it.
const FAULTY: &str = "\u{FEFF}---\r\ntitle: ＰＤＦの使い方\r\nsummary: 申 請の日程\r\nextra: {ｋｅｙ: ＡＢ}\r\n---\r\n\r\n\
ﾏｲﾅﾝﾊﾞｰの日　程は２回、`ＣＯＤＥ　ｶﾅ`と[ＰＤＦ](ｆ.pdf)と{{ facts.f }}です。\r\n\
カート\u{3099}は**マイ\u{200B}ナンバー**です。<b title=\"ＡＢ\">ＡＢ</b>\r\n\r\n\
１. 項目\r\n\r\n    ＣＯＤＥ\r\n\r\n![写真：ｶｰﾄﾞ](ｇ.svg)\r\n";

/// The same, corrected. What would become a list stays.
const CORRECTED: &str = "\u{FEFF}---\r\ntitle: PDFの使い方\r\nsummary: 申請の日程\r\nextra: {ｋｅｙ: ＡＢ}\r\n---\r\n\r\n\
マイナンバーの日程は2回、`ＣＯＤＥ　ｶﾅ`と[PDF](ｆ.pdf)と{{ facts.f }}です。\r\n\
カードは**マイナンバー**です。<b title=\"ＡＢ\">ＡＢ</b>\r\n\r\n\
１. 項目\r\n\r\n    ＣＯＤＥ\r\n\r\n![写真：カード](ｇ.svg)\r\n";

fn faulty() -> TestSite {
    TestSite::bilingual()
        .file("content/facts.yaml", "f: {text: ＦＡＣＴ}\n")
        .file("content/ｆ.pdf", "")
        .file("content/ｇ.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .file("content/a.ja.md", FAULTY)
        .file("content/a.en.md", "---\ntitle: ｎｕｌｌ\n---\nThe ＩＣ chip，and ① form.\n\n![Photo](ｇ.svg)\n")
}

#[test]
fn what_is_safe_is_corrected_and_nothing_else_is_touched() {
    let site = faulty();
    let run = site.run(&["check", "--fix", "--lang", "ja"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(site.read("content/a.ja.md"), CORRECTED);
    assert_eq!(
        site.read("content/a.en.md"),
        "---\ntitle: ｎｕｌｌ\n---\nThe IC chip，and ① form.\n\n![Photo](ｇ.svg)\n"
    );
    for line in [
        "content/a.ja.md:2:8: 「ＰＤＦ」→「PDF」（text-full-width）",
        "content/a.ja.md:7:1: 「ﾏｲﾅﾝﾊﾞｰ」→「マイナンバー」（text-half-width-kana）",
        "content/a.ja.md:8:3: 「U+30C8 U+3099」→「ド」（text-decomposed-kana）",
        "content/a.ja.md:8:10: U+200Bを削除（text-invisible）",
        "content/a.en.md:4:5: 「ＩＣ」→「IC」（text-full-width）",
        "10か所を直しました",
    ] {
        assert!(run.err.contains(line), "{line}\n{}", run.err);
    }
    let left: Vec<_> = pointed(&site).into_iter().map(|(rule, place)| format!("{rule} {place}")).collect();
    assert_eq!(
        left,
        [
            "text-full-width content/a.en.md:2:8",
            "text-full-width-sign content/a.en.md:4:12",
            "text-machine-dependent content/a.en.md:4:17",
            "text-full-width content/a.ja.md:10:1",
        ]
    );
}

#[test]
fn a_second_run_changes_nothing() {
    let site = faulty();
    site.run(&["check", "--fix"]);
    let run = site.run(&["check", "--fix"]);
    assert!(run.err.contains("Nothing can be corrected automatically"), "{}", run.err);
    assert_eq!(site.read("content/a.ja.md"), CORRECTED);
    let names: Vec<_> = walkdir::WalkDir::new(site.path("content")).into_iter().filter_map(Result::ok).collect();
    assert!(names.iter().all(|entry| !entry.file_name().to_string_lossy().starts_with('.')), "no file is left behind");
}

#[test]
fn a_file_that_changed_or_must_not_change_is_left_alone() {
    let site = TestSite::bilingual().page("a", "ＡＢ\n", "Text.\n").page("b", "ＣＤ\n", "Text.\n");
    let today = Today::Day(Date::new(2026, 11, 1).expect("a day"));
    let judged = judge(site.root(), &Options { today, drafts: false, progress: &Silent }).expect("a site");
    let edited = site.read("content/a.ja.md").replace("ＡＢ", "ＡＢ。");
    site.write("content/a.ja.md", edited.as_bytes());
    let path = site.path("content/b.ja.md");
    let mut permissions = std::fs::metadata(&path).expect("a file").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).expect("they are set");
    let fixed = fix(site.root(), &judged.site.expect("a site").input, &judged.findings);
    assert!(fixed.changes.is_empty());
    let failed: Vec<_> = fixed.failed.iter().map(|(file, error)| (file.as_str(), error.is_some())).collect();
    assert_eq!(failed, [("content/a.ja.md", false), ("content/b.ja.md", true)]);
    assert_eq!(site.read("content/a.ja.md"), edited);
    assert!(site.read("content/b.ja.md").contains("ＣＤ"));
    let run = site.run(&["check", "--fix", "--lang", "ja"]);
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(site.read("content/a.ja.md").contains("AB。"), "what can be written is written");
}

#[test]
fn what_is_allowed_or_off_is_not_corrected() {
    let page = "---\ntitle: 題\nallow: [{rule: text-full-width, reason: 商品名}]\n---\nＡＢとｶﾅ\n";
    let site = TestSite::empty()
        .file("site.yaml", &format!("{SETTINGS}rules: {{text-half-width-kana: \"off\"}}\n"))
        .file("content/index.ja.md", page)
        .file("content/index.en.md", "---\ntitle: A\n---\n");
    site.run(&["check", "--fix"]);
    assert_eq!(site.read("content/index.ja.md"), page);
}

#[test]
fn terms_come_from_the_dictionary_and_what_it_imports() {
    let dictionary = "version: 1\nimports:\n  - terms/web.yml\n  - \"@prh/rules\"\nrules:\n\
        \x20 - expected: ください\n    pattern: /下さい/\n    prh: 補助動詞はひらがなにします。\n\
        \x20 - expected: x\n    pattern: /(?<=ab/\n";
    let site = TestSite::bilingual()
        .file("prh.yml", dictionary)
        .file("terms/web.yml", "version: 1\nrules:\n  - expected: Web\n")
        .page("a", "ＷＥＢを`web`で見て下さい。[web](b.pdf)\n", "See the web.\n")
        .file("content/b.pdf", "");
    let found = pointed(&site).into_iter().map(|(rule, place)| format!("{rule} {place}"));
    assert_eq!(
        found.collect::<Vec<_>>(),
        [
            "text-prh content/a.en.md:4:9",
            "text-full-width content/a.ja.md:4:1",
            "text-prh content/a.ja.md:4:1",
            "text-prh content/a.ja.md:4:13",
            "text-prh content/a.ja.md:4:18",
            "text-prh-file prh.yml:4:5",
            "text-prh-file prh.yml:10:14",
        ]
    );
    let err = site.run(&["check", "--lang", "ja"]).err;
    assert!(err.contains("「ください」と書きます。補助動詞はひらがなにします。"), "{err}");
}

/// Faults: file, what stands there, what is planted, and what of it the finding of a rule points at.
const PLANTED: &[(&str, &str, &str, &str, &str)] = &[
    ("pickup.ja", "| 対象 |", "| 対　象 |", "text-space", "対　象"),
    ("use.ja", "| 使う場面 |", "| 使う場 面 |", "text-space", "場 面"),
    ("use.ja", "nav_title: 使える場面", "nav_title: 使える場　面", "text-space", "場　面"),
    ("about.ja", "- 言語：", "- 言　語：", "text-space", "言　語"),
    ("safety.ja", "summary: 紛失や盗難", "summary: 紛失や盗　難", "text-space", "盗　難"),
    ("pickup.ja", "住民基本台帳カード | お", "住民基本台帳ｶｰﾄﾞ | お", "text-half-width-kana", "ｶｰﾄﾞ"),
    ("safety.ja", "アプリや電子", "ｱﾌﾟﾘや電子", "text-half-width-kana", "ｱﾌﾟﾘ"),
    ("index.ja", "nav_title: ホーム", "nav_title: ﾎｰﾑ", "text-half-width-kana", "ﾎｰﾑ"),
    ("apply/index.ja", "| パソコン |", "| ﾊﾟｿｺﾝ |", "text-half-width-kana", "ﾊﾟｿｺﾝ"),
    ("index.ja", "2. 4つの", "2. ４つの", "text-full-width", "４"),
    ("card/index.ja", "## ICチップ", "## ＩＣチップ", "text-full-width", "ＩＣ"),
    ("about.ja", "値は1か所", "値は１か所", "text-full-width", "１"),
    ("use.en", "The IC chip holds", "The ＩＣ chip holds", "text-full-width", "ＩＣ"),
    ("use.ja", "コンビニエンスストアで、次の", "コンヒ\u{3099}ニエンスストアで、次の", "text-decomposed-kana", "ヒ"),
    ("card/index.ja", "、プラスチック製", "、フ\u{309A}ラスチック製", "text-decomposed-kana", "フ\u{309A}"),
    ("safety.ja", "他人による悪用", "他人に\u{200B}よる悪用", "text-invisible", "\u{200B}"),
    ("about.en", "a sample made with taiyaku", "a sample\u{FEFF} made with taiyaku", "text-invisible", "\u{FEFF}"),
    ("benefits.ja", "カードの便利な点を4つ", "カードの\u{2060}便利な点を4つ", "text-invisible", "\u{2060}"),
    ("apply/index.ja", "※氏名や", "※\u{2F52}名や", "text-compatibility", "\u{2F52}"),
    ("pickup.ja", "対面で本人確認", "対\u{2FAF}で本人確認", "text-compatibility", "\u{2FAF}"),
    ("pickup.ja", "\n受取場所は、交付", "\n①受取場所は、交付", "text-machine-dependent", "①"),
    ("about.ja", "- 注意や補足は", "- ㈱注意や補足は", "text-machine-dependent", "㈱"),
    ("safety.en", "> Temporary suspension", "> Ⅲ Temporary suspension", "text-machine-dependent", "Ⅲ"),
    ("about.ja", "封筒様式（見本） |", "封筒様式（見本 |", "text-bracket", "（"),
    ("safety.ja", "標準「{{ facts.chip_standard }}」の", "標準{{ facts.chip_standard }}」の", "text-bracket", "」"),
    ("use.ja", "電子証明書は、公的機関だけ", "【電子証明書は、公的機関だけ", "text-bracket", "【"),
    ("benefits.ja", "手続が便利になります。", "手続が便利なのである。", "text-style", "である"),
    ("index.ja", "手続にも使えます。", "手続にも使えるのだ。", "text-style", "だ"),
    (
        "card/index.ja",
        "カードには、おもて面と裏面のそれぞれに役割があります。",
        "カードには、おもて面と裏面のそれぞれに役割があり、窓口で本人確認を求められたときに身分証明書として使えるほか、法律で定められた税、社会保障、災害対策の分野の手続で番号を確認するときにも、民間の会社のサービスを使うときにも、裏面を見せて使えます。",
        "text-sentence-length",
        "カードには",
    ),
    (
        "use.en",
        "At a convenience store you can get certificates such as these.",
        "At a convenience store you can get certificates such as these, a copy of the residence record, which shows where you live, or a seal registration certificate, which shows your seal, and further papers that your own municipality has chosen.",
        "text-sentence-length",
        "At a convenience",
    ),
    ("safety.ja", "関わる情報は、記録", "関わる情報は，記録", "text-punctuation", "，"),
    ("apply/index.ja", "無料で申請できます。申請方法は", "無料で申請できます．申請方法は", "text-punctuation", "．"),
    ("pickup.ja", "このため、住んで", "このため,住んで", "text-ascii-punctuation", ","),
    ("about.ja", "公式の案内を確認できます。", "公式の案内を確認できます.", "text-ascii-punctuation", "."),
    ("about.en", "Notes start with ※.", "Notes start with ※。", "text-full-width-sign", "。"),
    ("pickup.en", "issuance is sent, where", "issuance is sent，where", "text-full-width-sign", "，"),
    ("use.en", "the card as identification |", "the card as identification！ |", "text-full-width-sign", "！"),
    ("safety.ja", "入力を一定の", "入力をを一定の", "text-repeated", "をを"),
    ("pickup.ja", "受取について詳しく", "受取についてについて詳しく", "text-repeated", "についてについて"),
    ("pickup.en", "Check the place", "Check the the place", "text-repeated", "the the"),
    ("faq.en", "is a number, and the", "is a number, and and the", "text-repeated", "and and"),
];

#[test]
fn planted_faults_are_found_where_they_are_and_nothing_else() {
    let site = bundled();
    for (page, old, new, ..) in PLANTED {
        let path = format!("content/{page}.md");
        let text = site.read(&path);
        assert!(text.contains(old), "{page}: {old}");
        site.write(&path, text.replacen(old, new, 1).as_bytes());
    }
    let mut expected: Vec<_> = PLANTED
        .iter()
        .map(|(page, _, new, rule, part)| {
            let path = format!("content/{page}.md");
            let text = site.read(&path);
            let at = text.find(new).expect("it was planted") + new.find(part).expect("a part of it");
            let line = text[..at].matches('\n').count() + 1;
            let column = text[..at].rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            ((*rule).to_owned(), format!("{path}:{line}:{column}"))
        })
        .collect();
    // The pages were agreed before, so that their states change as well.
    let found = site.findings().into_iter().filter(|(rule, ..)| !rule.starts_with("translation-"));
    let mut found: Vec<_> = found.map(|(rule, place, _)| (rule, place)).collect();
    expected.sort();
    found.sort();
    assert!(expected.len() > 40);
    assert_eq!(found, expected);
}
