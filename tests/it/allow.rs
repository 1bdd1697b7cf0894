//! `allow:` in front matter and `rules:` in the settings: findings that are right where they are.

use crate::site::TestSite;

/// A site with a Japanese page that has these lines of front matter and this body.
fn site(front: &str, body: &str) -> TestSite {
    TestSite::bilingual().file("content/p.ja.md", &format!("---\ntitle: 題\nlanguages: [ja]\n{front}---\n{body}"))
}

const TWO: &str = "[こちら](index.md)\n\n[ここ](index.md)\n";

#[test]
fn an_entry_allows_all_findings_of_a_rule_on_its_page() {
    assert_eq!(site("", TWO).rules(), ["a11y-link-text"; 2]);
    assert_eq!(site("allow: [{rule: a11y-link-text, reason: 引用}]\n", TWO).rules(), [""; 0]);
}

#[test]
fn an_entry_with_a_text_allows_what_stands_there_only() {
    let allowed = site("allow: [{rule: a11y-link-text, reason: 引用, text: こちら}]\n", TWO);
    let found: Vec<_> = allowed.findings().into_iter().map(|(rule, place, _)| (rule, place)).collect();
    assert_eq!(found, [("a11y-link-text".to_owned(), "content/p.ja.md:8:6".to_owned())]);
}

#[test]
fn an_entry_that_matches_nothing_is_found() {
    let unused = site("allow: [{rule: a11y-link-text, reason: 引用}, {rule: a11y-alt, reason: 飾り}]\n", TWO);
    assert_eq!(
        unused.findings(),
        [(
            "front-matter-allow".to_owned(),
            "content/p.ja.md:4:52".to_owned(),
            "Nothing on this page matches this “allow” entry for “a11y-alt”.".to_owned()
        )]
    );
    assert_eq!(unused.run(&["build"]).status, 0);
    assert_eq!(unused.run(&["build", "--deny", "warnings"]).status, 1);
}

#[test]
fn what_keeps_a_site_from_being_built_cannot_be_allowed() {
    let rules = site("allow: [{rule: link-missing, reason: x}]\n", "[x y](no.md)\n").rules();
    assert_eq!(rules, ["front-matter-allow", "link-missing"]);
}

#[test]
fn an_entry_names_a_rule_that_exists_and_a_reason() {
    let run = site("allow: [{rule: a11y-atl, reason: x}]\n", "本文\n").run(&["check"]);
    assert!(run.status == 1 && run.err.contains("a11y-alt"), "{}", run.err);
    assert_eq!(site("allow: [{rule: a11y-alt}]\n", "本文\n").rules(), ["front-matter-value"]);
}

#[test]
fn settings_set_the_level_of_rules_and_groups() {
    let with = |rules: &str| {
        let run = site("", TWO).setting(&format!("rules: {rules}")).run(&["check", "--format", "json"]);
        let value: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        let count = |level: &str| value["counts"][level].as_u64().unwrap_or(99);
        (run.status, count("error"), count("warning"), count("hint"))
    };
    assert_eq!(with("{}"), (0, 0, 2, 0));
    assert_eq!(with("{a11y-link-text: error}"), (1, 2, 0, 0));
    assert_eq!(with("{a11y-link-text: hint}"), (0, 0, 0, 2));
    assert_eq!(with("{a11y-link-text: \"off\"}"), (0, 0, 0, 0));
    assert_eq!(with("{a11y-link-text: off}"), (0, 0, 0, 0));
    assert_eq!(with("{a11y-*: error}"), (1, 2, 0, 0));
    assert_eq!(with("{a11y-*: \"off\", a11y-link-text: hint}"), (0, 0, 0, 2));
    assert_eq!(with("{parity-number: warning, text-*: \"off\"}"), (0, 0, 2, 0));
}

#[test]
fn a_raised_rule_keeps_the_site_from_being_written() {
    let site = site("", TWO).setting("rules: {a11y-link-text: error}");
    assert_eq!(site.run(&["build"]).status, 1);
    assert!(!site.has("public"));
}

#[test]
fn hints_change_nothing_even_under_deny() {
    let run = site("", TWO).setting("rules: {a11y-*: hint}").run(&["build", "--deny", "warnings"]);
    assert_eq!(run.status, 0, "{}", run.err);
}

#[test]
fn the_level_of_a_fixed_rule_cannot_be_changed() {
    for rule in [
        "link-missing: warning",
        "link-anchor: \"off\"",
        "fact-unknown: hint",
        "config-value: hint",
        "limit-size: warning",
    ] {
        let site = TestSite::bilingual().setting(&format!("rules: {{{rule}}}"));
        assert_eq!(site.rules(), ["config-value"], "{rule}");
    }
    assert_eq!(TestSite::bilingual().setting("rules: {link-missing: error}").rules(), [""; 0]);
    assert_eq!(TestSite::bilingual().setting("rules: {link-mising: hint}").rules(), ["config-value"]);
    let grouped = site("", "[x y](no.md)\n").setting("rules: {link-*: \"off\"}");
    assert_eq!(grouped.rules(), ["link-missing"]);
}
