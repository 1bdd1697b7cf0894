use super::*;
use crate::diagnostic::Finding;
use crate::source::SourcePath;

fn parse(text: &str) -> (Option<FrontMatter>, String, Findings) {
    let source = Source::new(SourcePath::new("content/index.ja.md"), text);
    let languages = Languages::new(&["ja", "en"]).expect("two languages");
    let (front, body, findings) = FrontMatter::parse(&source, &languages);
    (front, source.text()[body..].to_owned(), findings)
}

/// The rule and the pointed text of each finding on these lines of front matter.
fn wrong(lines: &str) -> Vec<(&'static str, String)> {
    let text = format!("---\n{lines}\n---\n");
    let (_, _, findings) = parse(&text);
    let shown = |finding: Finding| {
        let span = finding.place.and_then(|place| place.span).expect("it has a place");
        (finding.rule.id, text[span.range()].to_owned())
    };
    findings.into_iter().map(shown).collect()
}

#[test]
fn every_key_is_read() {
    let (front, body, findings) = parse(
        "---  \ntitle: 1.10\nnav_title: no\nsummary: 概要\norder: -3\nnav: false\nslug: か\u{3099}\nupdated: 2026-11-23\n\
         published: \"2026-01-01\"\nexpires: 2027-01-01\ndraft: true\nredirect_from: [/旧/, /%E6%97%A7/b]\ntemplate: mine\n\
         toc: true\nmenu_link: false\nrelated: [a.md, fact:b]\ncontact: office\nlist: published\nlanguages: [en]\n\
         allow: [{rule: parity-number, reason: 端数, text: 300円}]\nextra: {a: [1, b]}\n---\n本文\n---\n",
    );
    assert_eq!(findings, []);
    assert_eq!(body, "本文\n---\n");
    let front = front.expect("it can be read");
    assert_eq!((front.title.value.as_str(), front.nav_title.expect("set").value.as_str()), ("1.10", "no"));
    assert_eq!((front.order, front.nav, front.draft), (Some(-3), false, true));
    assert_eq!(front.slug.expect("set").value, "が");
    assert_eq!(front.updated, Date::new(2026, 11, 23));
    assert_eq!(front.published, Date::new(2026, 1, 1));
    let old: Vec<_> = front.redirect_from.into_iter().map(|old| old.value).collect();
    assert_eq!(old, ["/旧/", "/旧/b"]);
    assert_eq!((front.toc, front.menu_link, front.list_published), (Some(true), Some(false), true));
    assert_eq!(front.languages.expect("set").len(), 1);
    assert_eq!(front.allow[0].text.as_deref(), Some("300円"));
    assert_eq!(front.extra.get("a").and_then(|list| list.get(1)).and_then(|b| b.as_str()), Some("b"));
}

#[test]
fn a_page_begins_with_its_front_matter() {
    let rule_of = |text: &str| {
        let (front, _, findings) = parse(text);
        assert!(front.is_none());
        (findings[0].rule.id, findings[0].message.clone())
    };
    for text in ["", "本文", "# 題", "---", "title: a\n---\n"] {
        assert_eq!(rule_of(text), ("front-matter-missing", Msg::FrontMatterAbsent), "{text:?}");
    }
    assert_eq!(rule_of("----\ntitle: a\n----\n").1, Msg::FrontMatterDashes);
    assert_eq!(rule_of("－－－\ntitle: a\n").1, Msg::FrontMatterDashes);
    assert_eq!(rule_of("\n---\ntitle: a\n---\n").1, Msg::FrontMatterLate);
    assert_eq!(rule_of("---\ntitle: a\n----\n"), ("front-matter-syntax", Msg::FrontMatterUnclosed));
}

#[test]
fn a_title_is_needed() {
    for lines in ["", "title:", "title: null", "title: ~", "title: ''", "title: #1", "title: \"  \""] {
        let found = wrong(lines);
        assert_eq!(found.len(), 1, "{lines:?} {found:?}");
    }
    assert_eq!(wrong("summary: a")[0], ("front-matter-missing", "---".to_owned()));
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let found = wrong(
        "title: a\nTitel: b\norder: first\nnav: no\nupdated: 2026年11月23日\npublished: 2026-13-45\nslug: ../x\n\
         template: ../page\nredirect_from: [old, /../x]\nrelated: not-a-list\nlist: all\nlanguages: [fr, en, en]\n\
         allow: [{rule: parity-nubmer, reason: b}, {rule: a11y-alt}]\nexpires: 2026-01-01T00:00",
    );
    let texts: Vec<_> = found.iter().map(|(_, text)| text.as_str()).collect();
    let expected = [
        "Titel",
        "first",
        "no",
        "../x",
        "2026年11月23日",
        "2026-13-45",
        "2026-01-01T00:00",
        "old",
        "/../x",
        "../page",
        "not-a-list",
        "all",
        "fr",
        "en",
        "parity-nubmer",
        "{rule: a11y-alt}",
    ];
    assert_eq!(texts, expected);
}

#[test]
fn suggestions_are_made() {
    let help = |lines: &str| parse(&format!("---\ntitle: a\n{lines}\n---\n")).2[0].help.clone();
    let write = |example: &str| Some(Msg::YamlWriteHelp { example: example.into() });
    assert_eq!(help("draf: true"), Some(Msg::DidYouMean { right: "draft".into() }));
    assert_eq!(help("updated: 令和8年11月23日"), write("updated: 2026-11-23"));
    assert_eq!(help("related: a.md"), write("related: [a.md]"));
    assert_eq!(help("draft: off"), write("draft: false"));
}

#[test]
fn places_count_from_the_beginning_of_the_file() {
    let text = "---\ntitle: a\nsummary: b: c\n---\n";
    let (_, _, findings) = parse(text);
    let span = findings[0].place.as_ref().and_then(|place| place.span).expect("it has a place");
    assert_eq!(&text[..span.range().start], "---\ntitle: a\nsummary: b");
}
