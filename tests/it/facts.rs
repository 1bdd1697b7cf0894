//! Facts: each kind in each language, its parts, and the places where facts can stand.

use crate::site::TestSite;

/// A fact of every kind.
const FACTS: &str = r#"
hotline: {phone: "0120-95-0178", label: {ja: マイナンバー総合フリーダイヤル, en: My Number toll-free line}}
abroad: {phone: "+81 50-3816-9405"}
card_stopped: {date: 2020-05-25}
notice_wait: {duration: P1M, about: true}
exact_wait: {duration: P14D}
ministry: {url: {ja: https://other.example/ja, en: https://other.example/en}, label: {ja: 総務省, en: Ministry}}
bare: {url: https://bare.example/}
fee: {money: 15000 JPY}
large: {money: 385987000 JPY}
holders: {number: 5000000}
many: {number: 385987000}
place: {text: {ja: 市役所, en: Town hall}}
mail: {email: info@example.jp}
office: {address: {ja: 東京都千代田区1-1, en: "1-1 Chiyoda, Tokyo"}}
always_open: {hours: always}
counter: {hours: "Mo-Fr 09:00-17:00"}
desk: {phone: {ja: "0120-1", en: "0120-2"}}
tricky: {text: "<b>&\"'*x*"}
city_office: {contact: {name: {ja: 市役所, en: City office}, phone: hotline, email: mail, hours: always, url: ministry, text: {ja: 窓口です, en: A desk}}}
other_office: {contact: {name: Other, phone: {ja: "0120-3", en: "0120-4"}}}
"#;

fn site() -> TestSite {
    TestSite::bilingual().file("content/facts.yaml", FACTS)
}

/// What each fact, part and style says in Japanese and in English.
const SHOWN: &[(&str, &str, &str)] = &[
    ("hotline", "<a href=\"tel:0120950178\">0120-95-0178</a>", "<a href=\"tel:0120950178\">0120-95-0178</a>"),
    ("hotline.label", "マイナンバー総合フリーダイヤル", "My Number toll-free line"),
    (
        "abroad",
        "<a href=\"tel:+815038169405\">+81 50-3816-9405</a>",
        "<a href=\"tel:+815038169405\">+81 50-3816-9405</a>",
    ),
    ("desk", "<a href=\"tel:01201\">0120-1</a>", "<a href=\"tel:01202\">0120-2</a>"),
    (
        "card_stopped",
        "<time datetime=\"2020-05-25\">令和2年5月25日</time>",
        "<time datetime=\"2020-05-25\">May 25, 2020</time>",
    ),
    (
        "card_stopped.western",
        "<time datetime=\"2020-05-25\">2020年5月25日</time>",
        "<time datetime=\"2020-05-25\">May 25, 2020</time>",
    ),
    (
        "card_stopped.era_both",
        "<time datetime=\"2020-05-25\">令和2（2020）年5月25日</time>",
        "<time datetime=\"2020-05-25\">May 25, 2020</time>",
    ),
    (
        "card_stopped.iso",
        "<time datetime=\"2020-05-25\">2020-05-25</time>",
        "<time datetime=\"2020-05-25\">2020-05-25</time>",
    ),
    (
        "card_stopped.uk",
        "<time datetime=\"2020-05-25\">2020年5月25日</time>",
        "<time datetime=\"2020-05-25\">25 May 2020</time>",
    ),
    ("notice_wait", "約1か月", "about one month"),
    ("exact_wait", "14日", "14 days"),
    (
        "ministry",
        "<a href=\"https://other.example/ja\" class=\"external\">総務省<span class=\"link-label\">（外部サイト）</span></a>",
        "<a href=\"https://other.example/en\" class=\"external\">Ministry<span class=\"link-label\"> (external site)</span></a>",
    ),
    (
        "bare",
        "<a href=\"https://bare.example/\" class=\"external\">https://bare.example/<span class=\"link-label\">（外部サイト）</span></a>",
        "<a href=\"https://bare.example/\" class=\"external\">https://bare.example/<span class=\"link-label\"> (external site)</span></a>",
    ),
    ("fee", "15,000円", "15,000 yen"),
    ("large", "3億8598万7000円", "385,987,000 yen"),
    ("holders", "5,000,000", "5,000,000"),
    ("holders.man", "500万", "5,000,000"),
    ("many", "3億8598万7000", "385,987,000"),
    ("place", "市役所", "Town hall"),
    (
        "mail",
        "<a href=\"mailto:info@example.jp\">info@example.jp</a>",
        "<a href=\"mailto:info@example.jp\">info@example.jp</a>",
    ),
    ("office", "東京都千代田区1-1", "1-1 Chiyoda, Tokyo"),
    ("always_open", "24時間365日", "24 hours a day, 365 days a year"),
    ("counter", "月曜日から金曜日までの9時から17時まで", "Monday to Friday, 9 a.m. to 5 p.m."),
    ("tricky", "&lt;b&gt;&amp;\"'*x*", "&lt;b&gt;&amp;\"'*x*"),
    ("city_office.name", "市役所", "City office"),
    ("city_office.phone", "<a href=\"tel:0120950178\">0120-95-0178</a>", "<a href=\"tel:0120950178\">0120-95-0178</a>"),
    ("city_office.phone.label", "マイナンバー総合フリーダイヤル", "My Number toll-free line"),
    ("other_office.phone", "<a href=\"tel:01203\">0120-3</a>", "<a href=\"tel:01204\">0120-4</a>"),
];

/// What a paragraph becomes in Japanese and English.
fn shown(markdown: &str) -> [String; 2] {
    let site = site().page("p", markdown, markdown).build();
    ["ja/p/", "en/p/"].map(|address| {
        let html = site.content(address);
        html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")).unwrap_or(&html).to_owned()
    })
}

/// Rule, place and message of what is said of a Japanese body.
fn said(body: &str) -> Vec<(String, String, String)> {
    site().uncompared().page("p", body, "Text.\n").findings()
}

#[test]
fn every_kind_is_worded_in_each_language() {
    let body: String = SHOWN.iter().map(|(path, ..)| format!("- {{{{ facts.{path} }}}}\n")).collect();
    let site = site().page("p", &body, &body).build();
    for (address, right) in [("ja/p/", 1), ("en/p/", 2)] {
        let html = site.content(address);
        let items: Vec<_> = html.lines().filter_map(|line| line.strip_prefix("<li>")?.strip_suffix("</li>")).collect();
        assert_eq!(items.len(), SHOWN.len());
        for (item, case) in items.iter().zip(SHOWN) {
            let expected = if right == 1 { case.1 } else { case.2 };
            assert_eq!(*item, expected, "{} in {address}", case.0);
        }
    }
}

#[test]
fn inside_links_headings_and_attributes_a_fact_is_plain_text() {
    assert_eq!(shown("[call {{ facts.hotline }} now](index.md)\n")[1], "<a href=\"/en/\">call 0120-95-0178 now</a>");
    assert_eq!(
        shown("## Since {{ facts.card_stopped }}\n"),
        [
            "<h2 id=\"since-令和2年5月25日\">Since 令和2年5月25日</h2>",
            "<h2 id=\"since-令和2年5月25日\">Since May 25, 2020</h2>"
        ]
    );
    assert_eq!(
        shown("## See [{{ facts.place }}](index.md)\n")[1],
        "<h2 id=\"see-市役所\">See <a href=\"/en/\">Town hall</a></h2>"
    );
    let site = site()
        .file("content/a.svg", "<svg/>")
        .page("p", "![電話{{ facts.hotline }}](a.svg \"{{ facts.tricky }}\")\n", "![{{ facts.place }}](a.svg)\n")
        .build();
    assert_eq!(
        site.content("ja/p/"),
        "<figure><img src=\"/a.svg\" alt=\"電話0120-95-0178\"><figcaption>&lt;b&gt;&amp;\"'*x*</figcaption></figure>"
    );
    assert_eq!(site.content("en/p/"), "<p><img src=\"/a.svg\" alt=\"Town hall\"></p>");
}

#[test]
fn facts_stand_in_tables_notes_emphasis_and_footnotes() {
    let [ja, _] = shown(
        "| 手数料 |\n|---|\n| **{{ facts.fee }}**[^1] |\n\n※{{facts.card_stopped.iso}}から\n\n[^1]: {{ facts.place }}\n",
    );
    assert!(ja.contains("<td><strong>15,000円</strong><sup"), "{ja}");
    assert!(ja.contains("<p class=\"note\">※<time datetime=\"2020-05-25\">2020-05-25</time>から</p>"), "{ja}");
    assert!(ja.contains("<li id=\"fn-1\"><p>市役所</p>"), "{ja}");
}

#[test]
fn titles_and_summaries_hold_facts() {
    let page = "---\ntitle: \"Fee {{ facts.fee }}\"\nnav_title: \"{{ facts.place }}\"\nsummary: \"{{ facts.notice_wait }} & more\"\n---\nText.\n";
    let site = site().file("content/p.ja.md", page).file("content/p.en.md", page).build();
    let (ja, en) = (site.html("ja/p/"), site.html("en/p/"));
    assert!(ja.contains("<h1>Fee 15,000円</h1>") && en.contains("<h1>Fee 15,000 yen</h1>"));
    assert!(ja.contains("<title>Fee 15,000円｜試験サイト</title>"));
    assert!(en.contains("<meta name=\"description\" content=\"about one month &amp; more\">"));
    assert!(en.contains("aria-current=\"page\">Town hall</"));
}

#[test]
fn a_title_can_hold_literal_braces() {
    let page = "---\ntitle: 'Write \\{{ facts.fee }}'\n---\nText.\n";
    let site = site().file("content/p.ja.md", page).file("content/p.en.md", page).build();
    assert!(site.html("en/p/").contains("<h1>Write {{ facts.fee }}</h1>"));
}

#[test]
fn a_backslash_of_its_own_hides_no_fact() {
    assert_eq!(shown("a \\\\{{ facts.place }}\n")[1], "a \\Town hall");
}

#[test]
fn a_fact_can_be_the_address_of_a_link() {
    assert_eq!(shown("[call](fact:hotline)\n")[1], "<a href=\"tel:0120950178\">call</a>");
    assert_eq!(shown("[write](fact:mail)\n")[1], "<a href=\"mailto:info@example.jp\">write</a>");
    assert_eq!(
        shown("[](fact:ministry)\n"),
        [
            "<a href=\"https://other.example/ja\" class=\"external\">総務省<span class=\"link-label\">（外部サイト）</span></a>",
            "<a href=\"https://other.example/en\" class=\"external\">Ministry<span class=\"link-label\"> (external site)</span></a>"
        ]
    );
    assert_eq!(shown("[](fact:desk)\n"), ["<a href=\"tel:01201\">0120-1</a>", "<a href=\"tel:01202\">0120-2</a>"]);
    assert_eq!(shown("<fact:desk>\n"), shown("[](fact:desk)\n"));
    assert_eq!(shown("[call](fact:city_office.phone)\n")[1], "<a href=\"tel:0120950178\">call</a>");
    assert_eq!(shown("[call](fact:other_office.phone)\n")[1], "<a href=\"tel:01204\">call</a>");
}

#[test]
fn what_is_no_address_or_no_fact_is_found() {
    assert_eq!(
        said("[x y](fact:fee)、[x y](fact:hotlin)、[x y](fact:hotline.colour)\n"),
        [
            (
                "fact-place".to_owned(),
                "content/p.ja.md:4:7".to_owned(),
                "The fact “fee” cannot be an address: it is not a web address, a phone number or an email address."
                    .to_owned()
            ),
            (
                "fact-unknown".to_owned(),
                "content/p.ja.md:4:23".to_owned(),
                "There is no fact “hotlin” in content/facts.yaml.".to_owned()
            ),
            (
                "fact-unknown".to_owned(),
                "content/p.ja.md:4:42".to_owned(),
                "The fact “hotline” has no part “colour”.".to_owned()
            ),
        ]
    );
}

#[test]
fn unknown_facts_and_parts_are_found_where_they_stand() {
    let found: Vec<_> = said("{{ facts.hotlin }}と{{ facts.hotline.era }}と{{ fact.hotline }}と{{ hotline }}\n")
        .into_iter()
        .map(|(rule, place, _)| (rule, place))
        .collect();
    let expected =
        [("fact-unknown", "4:1"), ("fact-unknown", "4:20"), ("fact-syntax", "4:44"), ("fact-syntax", "4:63")];
    assert_eq!(found, expected.map(|(rule, place)| (rule.to_owned(), format!("content/p.ja.md:{place}"))));
    let in_title =
        site().file("content/p.ja.md", "---\nlanguages: [ja]\ntitle: \"電話{{ facts.no }}\"\n---\n").findings();
    assert_eq!((in_title[0].0.as_str(), in_title[0].1.as_str()), ("fact-unknown", "content/p.ja.md:3:11"));
}

#[test]
fn braces_in_the_address_of_a_link_are_answered_with_what_to_write() {
    for body in ["[x y]({{ facts.ministry }})\n", "[x y]({{facts.ministry}})\n", "[x y](<{{ facts.ministry }}>)\n"] {
        let site = site().page("p", body, "Text.\n");
        let run = site.run(&["check"]);
        assert_eq!(run.status, 1);
        assert!(run.err.contains("fact-place") && run.err.contains("fact:ministry"), "{}", run.err);
        assert_eq!(site.rules(), ["fact-place"], "{body}");
    }
}

#[test]
fn facts_have_no_place_in_raw_html() {
    assert_eq!(said("<p>{{ facts.fee }}</p>\n")[0].0, "fact-place");
    assert_eq!(said("<b title=\"{{ facts.fee }}\">x</b>\n")[0].0, "fact-place");
}

#[test]
fn every_page_shows_its_own_contact_or_that_of_what_it_lies_in() {
    let page = |contact: &str| format!("---\ntitle: T\n{contact}---\nText.\n");
    let mut site = site().setting("contact: city_office");
    for (topic, contact) in
        [("a/index", "contact: other_office\n"), ("a/b", ""), ("a/c", "contact: city_office\n"), ("d", "")]
    {
        for lang in ["ja", "en"] {
            site = site.file(&format!("content/{topic}.{lang}.md"), &page(contact));
        }
    }
    let site = site.build();
    let name = |address: &str| {
        let html = site.html(address);
        let at = html.find("class=\"contact-name\">").expect("a contact") + "class=\"contact-name\">".len();
        html[at..at + html[at..].find('<').expect("its end")].to_owned()
    };
    assert_eq!(
        ["en/a/", "en/a/b/", "en/a/c/", "en/d/", "ja/d/", "en/"].map(name),
        ["Other", "Other", "City office", "City office", "市役所", "City office"]
    );
    let html = site.html("ja/d/");
    for row in [
        "<p>窓口です</p>",
        "<dt>電話番号</dt><dd><a href=\"tel:0120950178\">0120-95-0178</a></dd>",
        "<dt>メールアドレス</dt><dd><a href=\"mailto:info@example.jp\">info@example.jp</a></dd>",
        "<dt>受付時間</dt><dd>24時間365日</dd>",
        "<dt>ウェブサイト</dt><dd><a href=\"https://other.example/ja\" class=\"external\">総務省",
    ] {
        assert!(html.contains(row), "{row}\n{html}");
    }
}

#[test]
fn a_contact_that_is_none_is_found() {
    let page = "---\ntitle: T\nlanguages: [ja]\ncontact: fee\n---\n";
    let site = site().setting("contact: nobody").file("content/p.ja.md", page);
    let found: Vec<_> = site.findings().into_iter().map(|(rule, place, _)| (rule, place)).collect();
    let expected = [("fact-place", "content/p.ja.md:4:10"), ("fact-unknown", "site.yaml:4:10")];
    assert_eq!(found, expected.map(|(rule, place)| (rule.to_owned(), place.to_owned())));
}

#[test]
fn external_links_of_facts_open_as_the_settings_say() {
    let site =
        site().setting("external_links: new-tab").page("p", "{{ facts.ministry }}\n", "{{ facts.ministry }}\n").build();
    assert_eq!(
        site.content("en/p/"),
        "<p><a href=\"https://other.example/en\" class=\"external\" target=\"_blank\" rel=\"noopener\">Ministry<span class=\"link-label\"> (external site) (opens in a new tab)</span></a></p>"
    );
}

#[test]
fn dates_are_written_as_the_settings_say() {
    let body = "{{ facts.card_stopped }}\n";
    let site = site().setting("dates: {ja: era-both, en: uk}").page("p", body, body).build();
    assert_eq!(site.content("ja/p/"), "<p><time datetime=\"2020-05-25\">令和2（2020）年5月25日</time></p>");
    assert_eq!(site.content("en/p/"), "<p><time datetime=\"2020-05-25\">25 May 2020</time></p>");
}

#[test]
fn the_list_of_facts_names_values_and_pages() {
    let site = site().setting("contact: city_office").page("p", "{{ facts.fee }} [x y](fact:hotline)\n", "Text.\n");
    let run = site.run(&["facts"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let line = |key: &str| run.out.lines().find(|line| line.starts_with(&format!("{key} "))).unwrap_or("-").to_owned();
    assert!(
        line("fee").contains("15,000円") && line("fee").contains("15,000 yen") && line("fee").ends_with('p'),
        "{}",
        run.out
    );
    assert!(line("hotline").contains("0120-95-0178") && line("hotline").ends_with('p'), "{}", run.out);
}
