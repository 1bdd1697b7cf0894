use super::*;
use crate::source::SourcePath;

static JUDGE: Judge = Judge {
    syntax: &rule::CONFIG_SYNTAX,
    unknown_key: &rule::CONFIG_UNKNOWN_KEY,
    value: &rule::CONFIG_VALUE,
    missing: &rule::CONFIG_MISSING,
    max_bytes: 1 << 20,
};

fn source(text: &str) -> Source {
    Source::new(SourcePath::new("site.yaml"), text)
}

fn read(text: &str) -> Result<Yaml, Findings> {
    parse(&source(text), 0..text.len(), &JUDGE)
}

/// The places and messages of what is wrong with a text.
fn wrong(text: &str) -> Vec<(String, Msg)> {
    let source = source(text);
    let findings = parse(&source, 0..text.len(), &JUDGE).expect_err("it should be refused");
    let shown = |finding: Finding| {
        let span = finding.place.and_then(|place| place.span).expect("it has a place");
        (source.text()[span.range()].to_owned(), finding.message)
    };
    findings.into_iter().map(shown).collect()
}

fn spans(node: &Node, text: &str, out: &mut Vec<String>) {
    match &node.data {
        Data::Scalar { .. } => out.push(text[node.span.range()].to_owned()),
        Data::List(items) => items.iter().for_each(|item| spans(item, text, out)),
        Data::Map(entries) => entries.iter().for_each(|entry| {
            out.push(text[entry.key_span.range()].to_owned());
            spans(&entry.value, text, out);
        }),
    }
}

#[test]
fn every_key_and_value_knows_its_place() {
    let text = "題: 日本語 # 注\nb: {c: \"d e\", f: [g, 'h']}\ni: |\n  一行\n  　二行\nj:\n- k\n- l: m\n  n: o\np:\nq: r\n  s\n";
    let yaml = read(text).expect("it is valid");
    let mut found = Vec::new();
    spans(&yaml.root, text, &mut found);
    let expected = [
        "題",
        "日本語",
        "b",
        "c",
        "\"d e\"",
        "f",
        "g",
        "'h'",
        "i",
        "一行\n  　二行",
        "j",
        "k",
        "l",
        "m",
        "n",
        "o",
        "p",
        "p",
        "q",
        "r\n  s",
    ];
    assert_eq!(found, expected);
    let whole = |key: &str| &text[yaml.root.get(key).expect("it is there").span.range()];
    assert_eq!(whole("b"), "{c: \"d e\", f: [g, 'h']}");
    assert_eq!(whole("j"), "k\n- l: m\n  n: o");
}

#[test]
fn scalars_stay_the_text_of_the_file() {
    let yaml = read("a: 1.10\nb: no\nc: 0123\nd: 12:30\ne: 1e3\nf: 'x''y'\n").expect("it is valid");
    let text = |key: &str| match &yaml.root.get(key).expect("it is there").data {
        Data::Scalar { text, .. } => text.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(["a", "b", "c", "d", "e", "f"].map(text), ["1.10", "no", "0123", "12:30", "1e3", "x'y"]);
}

#[test]
fn nothing_is_an_empty_value_at_its_beginning() {
    for text in ["", "# a comment\n", "---\n", "~"] {
        let yaml = read(text).expect("it is valid");
        assert!(yaml.root.is_null(), "{text:?}");
        assert!(yaml.value.is_null(), "{text:?}");
    }
}

#[test]
fn a_part_of_a_source_has_the_places_of_the_whole() {
    let text = "---\n題名: あ\nb: x: y\n---\n";
    let source = source(text);
    let findings = parse(&source, 4..text.len() - 4, &JUDGE).expect_err("a colon stands in the value");
    let span = findings[0].place.as_ref().and_then(|place| place.span).expect("it has a place");
    assert_eq!(source.position(span.range().start), crate::source::Position { line: 3, column: 5 });
}

#[test]
fn what_would_hurt_a_parser_is_refused_before_it() {
    let limit = || Msg::YamlTooDeep { limit: MAX_DEPTH.into() };
    for text in ["[".repeat(100_000), "- ".repeat(50_000), "{a: ".repeat(20_000), format!("a: {}", "[".repeat(99_999))]
    {
        let findings = read(&text).expect_err("it is too deep");
        assert_eq!((findings[0].rule.id, &findings[0].message), ("limit-depth", &limit()));
    }
    let nested: String = (0..70).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    assert_eq!(wrong(&nested)[0].1, limit());
    let findings = read(&"a".repeat(2 << 20)).expect_err("it is too large");
    assert_eq!(findings[0].rule.id, "limit-size");
}

#[test]
fn anchors_aliases_and_tags_are_refused() {
    let laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    let signs: String = wrong(laughs).into_iter().map(|(sign, _)| sign).collect();
    assert_eq!(signs, "&&**");
    assert_eq!(wrong("a: !!str x")[0].1, Msg::YamlReference { sign: '!'.into() });
    assert_eq!(wrong("a: &a [*a]")[0].1, Msg::YamlReference { sign: '&'.into() });
    assert!(read("a: b & c * d ! e\nf: \"*g*\"\n").is_ok());
}

#[test]
fn a_key_stands_once_at_every_level() {
    let text = "a: {b: 1, b: 2}\nc:\n  - d: 1\n    d: 2\na: 3\n";
    let findings = read(text).expect_err("keys stand twice");
    assert_eq!(findings.len(), 3);
    let source = source(text);
    let lines = |finding: &Finding| {
        let line =
            |place: &crate::source::Place| source.position(place.span.expect("it has a span").range().start).line;
        (line(finding.place.as_ref().expect("it has a place")), line(&finding.related[0].0))
    };
    assert_eq!(findings.iter().map(lines).collect::<Vec<_>>(), [(1, 1), (4, 3), (5, 1)]);
}

#[test]
fn odd_white_space_is_named() {
    assert_eq!(wrong("title:\n\u{3000}ja: x\n"), [("\u{3000}".to_owned(), Msg::YamlIndentFullWidth)]);
    assert_eq!(wrong("a: b\n \u{A0}c: d\n"), [(" \u{A0}".to_owned(), Msg::YamlIndentNoBreak)]);
    assert_eq!(wrong("a:\n\tb: c\n")[0].1, Msg::YamlIndentTab);
    assert_eq!(wrong("title:\u{3000}x\n"), [("\u{3000}".to_owned(), Msg::YamlOddSpace)]);
    assert!(read("a: |\n  \u{3000}字下げ\n\n  b\nc: 'd\n  \u{3000}e'\nf: g\n  \u{3000}h\n").is_ok());
}

#[test]
fn full_width_signs_are_named() {
    let sign = |written: char| Msg::YamlSign { written: written.into() };
    assert_eq!(wrong("title：はじめに\n"), [("：".to_owned(), sign('：'))]);
    assert_eq!(wrong("a:\n  － b\n")[0], ("－".to_owned(), sign('－')));
    assert_eq!(wrong("＃ 注\na: b\n")[0].1, sign('＃'));
    assert_eq!(wrong("title: “a: b”\n")[0].1, sign('“'));
    assert_eq!(wrong("title:はじめに\n")[0].1, Msg::YamlNoSpace);
    assert!(read("title: ［重要］受付時間：九時－五時＃1\nb: “x”\nc:\n  - FAQ：y\n  - fact:x\n").is_ok());
}

#[test]
fn values_that_need_quotes_say_so() {
    let text = "title: 案内: 窓口\n";
    assert_eq!(wrong(text), [(":".to_owned(), Msg::YamlColon)]);
    let help = read(text).expect_err("a colon stands in the value")[0].help.clone();
    assert_eq!(help, Some(Msg::YamlQuoteHelp { example: "title: \"案内: 窓口\"".into() }));
    for sign in ['@', '`', '%'] {
        assert_eq!(wrong(&format!("a: {sign}x\n"))[0].1, Msg::YamlStart { sign: sign.into() });
    }
    assert_eq!(wrong("a: [重要] お知らせ\nb: c\n")[0].1, Msg::YamlStart { sign: '['.into() });
    assert_eq!(wrong("a: \"b\" c\n")[0], (" c".to_owned(), Msg::YamlAfterQuote));
}

#[test]
fn what_is_not_closed_is_pointed_at() {
    assert_eq!(wrong("a: \"b\nc: d\n"), [("\"".to_owned(), Msg::YamlUnclosed { sign: '"'.into() })]);
    assert_eq!(wrong("a: [b, c\nd: e\n")[0].0, "[");
    assert_eq!(wrong("a: b\n c: d\n")[0].1, Msg::YamlSyntax);
    assert_eq!(wrong("a:\n    b: c\n  d: e\n")[0], ("d: e".to_owned(), Msg::YamlSyntax));
}

#[test]
fn a_second_document_is_refused() {
    assert_eq!(wrong("a: b\n---\nc: d\n")[0].1, Msg::YamlSecondDocument);
}
