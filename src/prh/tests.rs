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
    let text = "version: 2\nrules:\n  - pattern: x\n  - expected: a\n    pattern: /(a/\n\
                \x20 - expected: c\n    pattern: /C/x\n  - expected: Web\n    specs:\n      - from: web\n        to: WEB\n";
    let (dictionary, findings) = dictionary(text);
    assert_eq!(dictionary.rules.len(), 1);
    assert_eq!(findings.len(), 5, "{findings:?}");
    assert!(findings[0].starts_with("text-prh-file: 2: "), "{findings:?}");
    assert!(findings[2].contains("/(a/"), "{findings:?}");
    assert!(findings[3].contains(": /C/x: "), "{findings:?}");
    assert!(findings[4].contains("Web"), "{findings:?}");
}

#[test]
fn imports_are_paths() {
    let (dictionary, findings) = dictionary("imports:\n  - terms/a.yml\n  - path: b.yml\n    disableImports: true\n");
    let paths: Vec<_> = dictionary.imports.iter().map(|import| import.path.value.as_str()).collect();
    assert_eq!((paths, findings.len()), (vec!["terms/a.yml", "b.yml"], 0));
    assert_eq!(dictionary.imports.iter().map(|import| import.alone).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn an_import_may_leave_rules_out() {
    let (dictionary, _) = dictionary(
        "imports:\n  - path: a.yml\n    ignoreRules:\n      - Web\n      - pattern: /js/i\n      - expected: 下さい\nrules:\n\
         \x20 - expected: JS\n    pattern: /js/i\n  - Web\n",
    );
    assert_eq!(dictionary.imports[0].ignored, ["Web", "/js/i", "下さい"]);
    let [js, web] = dictionary.rules.as_slice() else { panic!("two rules") };
    assert!(js.is("/js/i") && js.is("JS") && web.is("Web") && !web.is("JS"));
}

#[test]
fn patterns_may_look_around_and_refer_back() {
    let rules = "  - expected: ソフトウェア\n    pattern: /ソフトウエア(?!ー)/\n\
                 \x20 - expected: できる\n    patterns:\n      - /(?<!引き)出来る(?=。|$)/\n\
                 \x20 - expected: $1\n    pattern: /([々ァ-ヶー]{2,})\\1/\n\
                 \x20 - expected: ID$2\n    pattern: /\\bi(?=d)d(s?)\\b/i\n";
    let found = replaced(rules, "ソフトウエアとソフトウエアーが出来る。引き出来る。カードカードのid番号");
    assert_eq!(
        found,
        [
            pair("ソフトウエア", "ソフトウェア"),
            pair("出来る", "できる"),
            pair("カードカード", "カード"),
            pair("id", "ID$2")
        ]
    );
}

#[test]
fn a_pattern_that_tries_for_ever_is_given_up() {
    let (dictionary, findings) = dictionary("rules:\n  - expected: x\n    pattern: /(?=(a+)+$)(a+)+$b/\n");
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(dictionary.rules[0].find(&"a".repeat(3_000)), []);
}
