//! The JSON Schemas: they accept what the program accepts, and refuse what editors get wrong.

#![expect(clippy::disallowed_methods, reason = "tests read the bundled site")]

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use serde_json::{Value, json};
use taiyaku::schema::{Kind, schema};
use taiyaku::words::UiLang;

use crate::site::TestSite;

fn validator(kind: Kind) -> Validator {
    jsonschema::draft7::new(&schema(kind, UiLang::En)).expect("it is a schema")
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// What is wrong with a text, in words.
fn wrong(kind: Kind, text: &str) -> Vec<String> {
    let value = yaml(text);
    validator(kind).iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The front matter of every page below a folder.
fn front_matters(folder: &Path) -> Vec<String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry").into_path());
    let pages = entries.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let texts = pages.map(|path| read(&path));
    texts.map(|text| text.split("---\n").nth(1).expect("front matter").to_owned()).collect()
}

#[test]
fn the_bundled_sites_fit() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for site in [root.to_owned(), root.join("docs")] {
        assert_eq!(wrong(Kind::Site, &read(&site.join("site.yaml"))), [""; 0]);
        assert_eq!(wrong(Kind::Facts, &read(&site.join("content/facts.yaml"))), [""; 0]);
        let pages = front_matters(&site.join("content"));
        assert!(pages.len() > 20);
        for front in pages {
            assert_eq!(wrong(Kind::FrontMatter, &front), [""; 0], "{front}");
        }
    }
}

const SITE: &str = "base_url: https://a.jp/\ntitle: {ja: 題, en: Title}\n";

#[test]
fn every_form_of_a_setting_fits() {
    for line in [
        "languages: [ja, en, zh-Hans]",
        "dates: {ja: era-both, en: uk, en-GB: uk, zh-Hans: iso}",
        "rules: {parity-number: warning, \"text-*\": \"off\", link-missing: error}",
        "redirects: {/old/: /ja/apply/, /older/: https://example.jp/}",
        "deploy: {production: {url: \"s3://bucket/prefix\"}}",
        "theme:",
    ] {
        let text = format!("{SITE}{line}\n");
        assert_eq!(wrong(Kind::Site, &text), [""; 0], "{line}");
        let site = TestSite::bilingual().setting(line);
        let rules: Vec<_> = site.rules().into_iter().filter(|rule| rule.starts_with("config-value")).collect();
        assert!(rules.is_empty() || line.contains("zh-Hans"), "{line}: {rules:?}");
    }
    assert_eq!(wrong(Kind::Site, "base_url: http://a.jp/x/\ntitle: 2026\n"), [""; 0]);
}

#[test]
fn wrong_settings_are_refused() {
    for text in [
        "title: T\n",
        "base_url: https://a.jp/\n",
        "base_url: a.jp\ntitle: T\n",
        "base_url: https://a.jp/\ntitle: {日本語: T}\n",
    ] {
        assert_ne!(wrong(Kind::Site, text), [""; 0], "{text}");
    }
    for line in [
        "languages: ja",
        "languges: [ja]",
        "prefix: none",
        "missing_translation: warn",
        "dates: {ja: long}",
        "dates: {en: era}",
        "rules: {link-missing: warning}",
        "rules: {parity-numbr: warning}",
        "rules: {parity-number: fatal}",
        "search: maybe",
        "redirects: [/old/]",
        "deploy: {production: {adress: x}}",
    ] {
        assert_ne!(wrong(Kind::Site, &format!("{SITE}{line}\n")), [""; 0], "{line}");
    }
}

#[test]
fn wrong_front_matter_is_refused() {
    assert_eq!(wrong(Kind::FrontMatter, "title: T\nextra: {a: [1]}\nslug: 旧\ndraft:\n"), [""; 0]);
    for line in [
        "summray: x",
        "order: first",
        "updated: 令和8年11月23日",
        "updated: 2026/11/23",
        "draft: 1",
        "slug: a/b",
        "redirect_from: /old/",
        "redirect_from: [old/]",
        "list: newest",
        "allow: [{rule: parity-number}]",
        "allow: [{rule: parity-numbr, reason: x}]",
    ] {
        assert_ne!(wrong(Kind::FrontMatter, &format!("title: T\n{line}\n")), [""; 0], "{line}");
    }
    assert_ne!(wrong(Kind::FrontMatter, "nav_title: T\n"), [""; 0]);
}

#[test]
fn wrong_facts_are_refused() {
    let right = "a: {phone: {ja: 03-1234-5678, en: +81-3-1234-5678}, label: Desk}\nb: {contact: {name: {ja: 窓口, en: Desk}, phone: a, hours: always}}\n\
                 c: {number: 12}\nd: {number: \"1.5\"}\ne: {money: 0 JPY}\nf: {duration: P1Y6M, about: true}\n";
    assert_eq!(wrong(Kind::Facts, right), [""; 0]);
    for fact in [
        "A: {text: x}",
        "a: {}",
        "a: {text: x, date: 2026-11-23}",
        "a: {phon: 110}",
        "a: {phone: ０１２０}",
        "a: {date: 23 November}",
        "a: {money: 1500円}",
        "a: {duration: 1か月}",
        "a: {url: www.example.jp}",
        "a: {email: office}",
        "a: {contact: {fax: 1}}",
        "a: x",
    ] {
        assert_ne!(wrong(Kind::Facts, &format!("{fact}\n")), [""; 0], "{fact}");
    }
}

#[test]
fn the_command_prints_them_in_both_languages() {
    let site = TestSite::empty();
    for kind in Kind::ALL {
        for (tag, lang) in [("en", UiLang::En), ("ja", UiLang::Ja)] {
            let run = site.run(&["schema", kind.name(), "--lang", tag]);
            assert_eq!((run.status, run.err.as_str()), (0, ""));
            let printed: Value = serde_json::from_str(&run.out).expect("it is JSON");
            assert_eq!(printed, schema(kind, lang));
        }
    }
    let printed = schema(Kind::Site, UiLang::Ja);
    assert_eq!(printed["properties"]["prefix"]["enum"], json!(["all", "others", null]));
    let run = site.run(&["schema", "sites", "--lang", "ja"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert_eq!(run.err, "エラー: 「sites」というスキーマはありません。\n  対処: 「site」ではありませんか。\n");
}
