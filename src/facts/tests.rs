use super::*;
use crate::source::SourcePath;
use crate::words::{DateStyle, SiteLanguage, SiteWords};

const FACTS: &str = r#"
hotline: {phone: "0120-95-0178", label: {ja: 総合フリーダイヤル, en: Toll-free line}}
stopped: {date: 2020-05-25}
wait: {duration: P1M, about: true}
ministry: {url: {ja: https://a.example/ja/, en: https://a.example/en/}, label: {ja: 総務省, en: The <ministry>}}
fee: {money: 15000 JPY}
budget: {money: 385987000 JPY}
people: {number: 5000000}
standard: {text: "A & B <c>"}
mail: {email: info@a.example}
place: {address: {ja: 東京都, en: Tokyo}}
open: {hours: always}
office: {contact: {name: {ja: 市役所, en: City office}, phone: hotline, hours: open, email: x@a.example}}
round: {contact: {name: a, phone: round}}
"#;

fn with<T>(tag: &str, use_facts: impl FnOnce(&Facts, &Wording<'_>) -> T) -> T {
    let languages = Languages::new(&["ja", "en"]).expect("two languages");
    let source = Source::new(SourcePath::new("content/facts.yaml"), FACTS);
    let (facts, _) = Facts::parse_file(Some(&source), &languages);
    let language = |tag| SiteLanguage { tag, dates: DateStyle::default_for(tag) };
    let words = SiteWords::load(&[language("ja"), language("en")], &[]).0;
    let lang = languages.find(tag).expect("it is a language");
    use_facts(&facts, &Wording { lang, tag, words: &words, new_tab: false })
}

fn text(tag: &str, path: &str) -> String {
    with(tag, |facts, wording| facts.show(path, wording).expect("it can be shown").text)
}

fn html(tag: &str, path: &str) -> String {
    with(tag, |facts, wording| facts.show(path, wording).expect("it can be shown").html)
}

#[test]
fn values_are_worded_in_each_language() {
    for (path, ja, en) in [
        ("hotline", "0120-95-0178", "0120-95-0178"),
        ("hotline.label", "総合フリーダイヤル", "Toll-free line"),
        ("stopped", "令和2年5月25日", "May 25, 2020"),
        ("stopped.western", "2020年5月25日", "2020年5月25日"),
        ("stopped.iso", "2020-05-25", "2020-05-25"),
        ("wait", "約1か月", "about one month"),
        ("ministry", "総務省", "The <ministry>"),
        ("fee", "15,000円", "15,000 yen"),
        ("people.man", "500万", "5,000,000"),
        ("place", "東京都", "Tokyo"),
        ("open", "24時間365日", "24 hours a day, 365 days a year"),
        ("office.phone", "0120-95-0178", "0120-95-0178"),
        ("office.phone.label", "総合フリーダイヤル", "Toll-free line"),
    ] {
        assert_eq!(text("ja", path), ja, "{path}");
        if path != "stopped.western" && path != "people.man" {
            assert_eq!(text("en", path), en, "{path}");
        }
    }
    assert_eq!(text("ja", "budget"), "3億8598万7000円");
}

#[test]
fn markup_is_escaped_and_carries_addresses_and_dates() {
    assert_eq!(html("ja", "stopped"), "<time datetime=\"2020-05-25\">令和2年5月25日</time>");
    assert!(html("ja", "hotline").contains("href=\"tel:0120950178\""));
    assert!(html("en", "mail").contains("href=\"mailto:info@a.example\""));
    assert!(html("en", "ministry").contains("https://a.example/en/"));
    assert!(!html("en", "ministry").contains("<ministry>"));
    assert!(html("ja", "standard").contains("A &amp; B &lt;c&gt;"));
}

#[test]
fn addresses_are_those_of_facts_that_have_one() {
    with("en", |facts, wording| {
        let address = |path: &str| facts.address(path, wording.lang);
        assert_eq!(address("hotline").as_deref(), Some("tel:0120950178"));
        assert_eq!(address("mail").as_deref(), Some("mailto:info@a.example"));
        assert_eq!(address("ministry").as_deref(), Some("https://a.example/en/"));
        assert_eq!(address("office.phone").as_deref(), Some("tel:0120950178"));
        for path in ["stopped", "fee", "standard", "gone", "office", "office.hours"] {
            assert_eq!(address(path), None, "{path}");
        }
    });
}

#[test]
fn what_is_not_there_is_a_problem_and_circles_end() {
    with("ja", |facts, wording| {
        assert_eq!(facts.show("hotlin", wording), Err(FactProblem::Unknown));
        assert!(matches!(facts.show("hotline.colour", wording), Err(FactProblem::NoPart { .. })));
        assert!(facts.show("round.phone.phone.phone.phone.phone.phone.phone", wording).is_err());
        assert!(facts.show("round", wording).is_ok());
    });
}
