use super::read::base_url;
use super::*;
use crate::diagnostic::{Findings, Level, rule};
use crate::lang::Lang;
use crate::source::SourcePath;
use crate::words::Msg;

fn parse(text: &str) -> (Option<Settings>, Findings) {
    Settings::parse(&Source::new(SourcePath::new("site.yaml"), text))
}

const LEAST: &str = "base_url: https://card.example.jp/\ntitle: 案内\n";

/// The rule and the pointed text of each finding on these lines, added to the least that a site needs.
fn wrong(lines: &str) -> Vec<(&'static str, String)> {
    let text = format!("{LEAST}{lines}\n");
    let shown = |finding: crate::diagnostic::Finding| {
        let span = finding.place.and_then(|place| place.span).expect("it has a place");
        (finding.rule.id, text[span.range()].to_owned())
    };
    parse(&text).1.into_iter().map(shown).collect()
}

fn texts(lines: &str) -> Vec<String> {
    wrong(lines).into_iter().map(|(_, text)| text).collect()
}

fn help(lines: &str) -> Option<Msg> {
    parse(&format!("{LEAST}{lines}\n")).1[0].help.clone()
}

fn meant(right: &str) -> Option<Msg> {
    Some(Msg::DidYouMean { right: right.into() })
}

#[test]
fn the_least_is_an_address_and_a_title() {
    let (settings, findings) = parse(LEAST);
    assert_eq!(findings, []);
    let settings = settings.expect("it can be read");
    assert_eq!((settings.origin.as_str(), settings.base_path.as_str()), ("https://card.example.jp", "/"));
    assert_eq!(settings.languages.tags().collect::<Vec<_>>(), ["ja", "en"]);
    assert_eq!(settings.dates.get(Lang::MAIN), &DateStyle::Era);
    assert!(settings.search);
    assert_eq!(parse("").1.iter().map(|finding| finding.rule.id).collect::<Vec<_>>(), ["config-missing"; 2]);
}

#[test]
fn every_key_of_the_contract_is_read() {
    let (settings, findings) = parse(
        "base_url: https://例え.jp/repo\nlanguages: [ja, en, zh-Hans]\ntitle: {ja: あ, en: a, zh-Hans: c}\ntheme: mine\n\
         prefix: others\nmissing_translation: omit\nexternal_links: new-tab\ndates: {ja: era-both, en: uk}\ntimezone: Asia/Tokyo\n\
         rules: {parity-number: warning, text-*: \"off\", a11y-alt: off}\nsearch: false\nraw_html: escape\ncontact: office\n\
         redirects: {/old/: /ja/apply/#a, /x: https://example.com/}\ndeploy: {production: {url: \"s3://bucket/prefix\"}}\n",
    );
    assert_eq!(findings, []);
    let settings = settings.expect("it can be read");
    assert_eq!((settings.origin.as_str(), settings.base_path.as_str()), ("https://xn--r8jz45g.jp", "/repo/"));
    assert_eq!(settings.title.get(Lang::MAIN).as_deref(), Some("あ"));
    assert_eq!(
        settings.dates.iter().map(|(_, style)| *style).collect::<Vec<_>>(),
        [DateStyle::EraBoth, DateStyle::Uk, DateStyle::Long]
    );
    assert_eq!((settings.prefix, settings.raw_html), (Prefix::Others, RawHtml::Escape));
    assert_eq!(settings.redirects["/old/"].to, "/ja/apply/#a");
    assert_eq!(settings.deploy["production"].url, "s3://bucket/prefix");
    assert_eq!(settings.rules.level(&rule::A11Y_ALT, Level::Warning), None);
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let lines = "langauges: [ja]\ntheme: [a]\nprefix: none\nsearch: yes\ndates: {ja: long, fr: iso}\ntimezone: Asia/Tokio\n\
                 rules: {link-missing: off, parity-nmber: hint, text-*: loud}\nredirects: {old: /x/, /a/: /../x, /b/: http://a/}\n\
                 deploy: {p: {url: ftp://x}, q: {}}";
    let expected = [
        "langauges",
        "[a]",
        "none",
        "fr",
        "long",
        "Asia/Tokio",
        "yes",
        "link-missing",
        "parity-nmber",
        "loud",
        "old",
        "/../x",
        "http://a/",
        "ftp://x",
        "q",
    ];
    let mut found = texts(lines);
    let mut expected = expected.map(str::to_owned).to_vec();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn an_address_is_absolute_and_nothing_more() {
    for good in ["http://localhost:8080", "https://a.example/b/c/", "https://a.example/日本/"] {
        assert!(base_url(good).is_ok(), "{good}");
    }
    for bad in [
        "card.example.jp",
        "/repo/",
        "ftp://a/",
        "https://",
        "https://a/?b",
        "https://a/#b",
        "https://u:p@a/",
        "mailto:a@b",
    ] {
        assert!(base_url(bad).is_err(), "{bad}");
    }
}

#[test]
fn without_its_languages_a_site_cannot_be_judged() {
    assert!(parse(&format!("{LEAST}languages: [ja, jp]\n")).0.is_none());
}

#[test]
fn languages_are_tags_in_their_canonical_form() {
    assert_eq!(help("languages: [jp]"), meant("ja"));
    assert_eq!(help("languages: [ja, EN]"), meant("en"));
    assert_eq!(help("languages: [ja, zh_hans]"), meant("zh-Hans"));
    assert_eq!(texts("languages: [ja, ja]"), ["ja"]);
    assert_eq!(texts("languages: []"), ["[]"]);
    assert_eq!(texts("languages: [日本語]"), ["日本語"]);
    let many: Vec<_> =
        (0..70_u8).map(|n| format!("a{}{}", char::from(b'a' + n / 26), char::from(b'a' + n % 26))).collect();
    assert_eq!(wrong(&format!("languages: [{}]", many.join(", "))).len(), 1);
}

#[test]
fn a_title_is_there_in_every_language() {
    let (_, findings) = parse("base_url: https://a.example/\ntitle: {ja: あ}\n");
    assert_eq!(findings[0].message, Msg::YamlMissingKey { key: "en".into() });
    let (_, findings) = parse("base_url: https://a.example/\ntitle: {ja: あ, en: }\n");
    assert_eq!(findings[0].message, Msg::YamlEmpty { key: "en".into() });
}

#[test]
fn slips_are_answered_with_suggestions() {
    assert_eq!(help("raw_htlm: escape"), meant("raw_html"));
    assert_eq!(help("timezone: Asia/Tokio"), meant("Asia/Tokyo"));
    assert_eq!(help("missing_translation: notise"), meant("notice"));
    assert_eq!(help("rules: {parity-nmber: hint}"), meant("parity-number"));
}
