use super::*;
use crate::source::{Source, SourcePath};
use crate::words::UiLang;

fn dictionary(text: &str) -> (Dictionary, Vec<String>) {
    let source = Source::new(SourcePath::new("prh.yml"), text);
    let (dictionary, findings) = read(&source);
    let said = |finding: &crate::diagnostic::Finding| {
        let at = finding.place.as_ref().and_then(|place| place.span).map_or("", |span| &source.text()[span.range()]);
        format!("{}: {at}: {}", finding.rule.id, finding.message.text(UiLang::En))
    };
    let findings = findings.iter().map(said).collect();
    (dictionary, findings)
}

fn replaced(rules: &str, text: &str) -> Vec<(String, String)> {
    let (dictionary, findings) = dictionary(&format!("version: 1\nrules:\n{rules}"));
    assert_eq!(findings, Vec::<String>::new());
    let found = dictionary.rules.iter().flat_map(|rule| rule.find(text));
    found.map(|(range, right)| (text[range].to_owned(), right)).collect()
}

fn pair(written: &str, right: &str) -> (String, String) {
    (written.to_owned(), right.to_owned())
}

#[test]
fn a_term_alone_is_looked_for_in_either_case_and_width() {
    let found = replaced("  - expected: Cookie\n  - jQuery\n", "cookieとＣＯＯＫＩＥとCookie、jquery");
    assert_eq!(found, [pair("cookie", "Cookie"), pair("ＣＯＯＫＩＥ", "Cookie"), pair("jquery", "jQuery")]);
}

#[test]
fn words_and_regular_expressions_are_patterns() {
    let rules = "  - expected: ハードウェア\n    patterns:\n      - ハードウエアー\n      - /ハードウ[ェエ]アー?/\n\
                 \x20 - expected: $1ってください\n    pattern: /(行|言)って下さい/\n\
                 \x20 - expected: US$5\n    pattern: five dollars\n";
    let found = replaced(rules, "ハードウエアーとハードウェアを持って行って下さい。five dollars");
    assert_eq!(
        found,
        [pair("ハードウエアー", "ハードウェア"), pair("行って下さい", "行ってください"), pair("five dollars", "US$5")]
    );
}

#[test]
fn boundaries_exceptions_and_what_is_right_already_are_known() {
    let rules = "  - expected: js\n    pattern: JS\n    options:\n      wordBoundary: true\n\
                 \x20 - expected: サーバー\n    pattern: サーバ\n\
                 \x20 - expected: ください\n    pattern: /(て)?下さい/\n    regexpMustEmpty: $1\n";
    let found = replaced(rules, "JSとNodeJSとサーバーとサーバ機、見て下さい、水を下さい");
    assert_eq!(found, [pair("JS", "js"), pair("サーバ", "サーバー"), pair("下さい", "ください")]);
}

#[test]
fn what_cannot_be_used_is_told_at_its_place_and_the_rest_works() {
    let text = "version: 2\nrules:\n  - pattern: x\n  - expected: a\n    pattern: /(?!b)a/\n\
                \x20 - expected: c\n    pattern: /C/x\n  - expected: Web\n    specs:\n      - from: web\n        to: WEB\n";
    let (dictionary, findings) = dictionary(text);
    assert_eq!(dictionary.rules.len(), 1);
    assert_eq!(findings.len(), 5, "{findings:?}");
    assert!(findings[0].starts_with("text-prh-file: 2: "), "{findings:?}");
    assert!(findings[2].contains("/(?!b)a/") && findings[2].contains("look-around"), "{findings:?}");
    assert!(findings[3].contains(": /C/x: "), "{findings:?}");
    assert!(findings[4].contains("Web"), "{findings:?}");
}

#[test]
fn imports_are_paths() {
    let (dictionary, findings) = dictionary("imports:\n  - terms/a.yml\n  - path: b.yml\n    disableImports: true\n");
    let paths: Vec<_> = dictionary.imports.iter().map(|import| import.value.as_str()).collect();
    assert_eq!((paths, findings.len()), (vec!["terms/a.yml", "b.yml"], 0));
}
