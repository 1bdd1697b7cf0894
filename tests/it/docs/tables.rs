//! The tables of the documentation, made from those of the program.

use std::fmt::Write;

use taiyaku::diagnostic::{level_name, rule};
use taiyaku::schema::Kind;
use taiyaku::words::UiLang;
use taiyaku::yaml::{Absent, Key, Shape};

use super::pages::Page;
use crate::site::TestSite;

const START: &str = "<!-- generated: ";
const END: &str = "<!-- /generated -->";

/// The text of a page with its tables as they should be.
pub(super) fn filled(page: &Page) -> String {
    let lang = UiLang::from_tag(&page.tag).expect("a language of the program");
    let mut parts = page.text.split(START);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, _) = part.split_once(" -->").expect("a name");
        let (_, rest) = part.split_once(END).unwrap_or_else(|| panic!("{}: {name} has no end", page.name));
        let _ = write!(text, "{START}{name} -->\n\n{}\n{END}{rest}", table(name, lang));
    }
    text
}

fn table(name: &str, lang: UiLang) -> String {
    match name {
        "rules" => rules(lang),
        "commands" => commands(lang),
        "shared-options" => options(&help(&["help"], lang), Section::Last, lang),
        _ => {
            let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
            keys(kind.unwrap_or_else(|| panic!("there is no table {name}")), lang)
        }
    }
}

/// One of two texts, by language.
fn say(lang: UiLang, en: &str, ja: &str) -> String {
    match lang {
        UiLang::En => en.to_owned(),
        UiLang::Ja => ja.to_owned(),
    }
}

fn rows(heading: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let rule = vec!["---".to_owned(); heading.len()];
    let table: String = rows.into_iter().map(|row| line(&row)).collect();
    format!("{}{}{table}", line(heading), line(&rule))
}

fn rules(lang: UiLang) -> String {
    let heading = [say(lang, "Rule", "規則"), say(lang, "Level", "レベル"), say(lang, "What it looks for", "内容")];
    let row = |rule: &&rule::Rule| {
        let fixed = if rule.is_fixed() { say(lang, " (fixed)", "（固定）") } else { String::new() };
        vec![code(rule.id), level_name(rule.level, lang) + &fixed, plain(&rule.doc.text(lang))]
    };
    rows(&heading, rule::ALL.iter().map(row))
}

fn keys(kind: Kind, lang: UiLang) -> String {
    let (value, default) = (say(lang, "Value", "値"), say(lang, "Without it", "書かないとき"));
    let heading = [say(lang, "Key", "キー"), value, default, say(lang, "What it does", "内容")];
    let mut table = Vec::new();
    for key in kind.keys() {
        key_rows(key, "", lang, &mut table);
    }
    rows(&heading, table)
}

/// The row of a key, and those of the keys inside it.
fn key_rows(key: &Key, within: &str, lang: UiLang, table: &mut Vec<Vec<String>>) {
    let name = format!("{within}{}", key.name);
    let absent = match key.absent {
        Absent::Refused => say(lang, "required", "必須"),
        Absent::Default(yaml) => code(yaml),
        Absent::Nothing => "–".to_owned(),
    };
    table.push(vec![code(&name), value(&key.shape, lang), absent, described(&key.doc.text(lang))]);
    let inner = match &key.shape {
        Shape::Keys(keys) => Some((*keys, ".")),
        Shape::List(Shape::Keys(keys)) => Some((*keys, "[].")),
        Shape::Map(Shape::Keys(keys)) => Some((*keys, ".*.")),
        _ => None,
    };
    for key in inner.map_or(&[][..], |(keys, _)| keys) {
        key_rows(key, &format!("{name}{}", inner.map_or("", |(_, sign)| sign)), lang, table);
    }
}

/// What a key takes, in words.
fn value(shape: &Shape, lang: UiLang) -> String {
    match shape {
        Shape::Text | Shape::Form(_) => say(lang, "text", "文字列"),
        Shape::Truth => format!("{}{}{}", code("true"), say(lang, ", ", "、"), code("false")),
        Shape::Integer => say(lang, "whole number", "整数"),
        Shape::Day => say(lang, "day", "日付"),
        Shape::Rule => say(lang, "rule", "規則"),
        Shape::OneOf(words) => words().into_iter().map(code).collect::<Vec<_>>().join(&say(lang, ", ", "、")),
        Shape::List(Shape::Keys(_)) => say(lang, "list of entries", "項目のリスト"),
        Shape::List(item) => say(lang, "list of ", "") + &value(item, lang) + &say(lang, "s", "のリスト"),
        Shape::AllOrEach(one) => value(one, lang) + &say(lang, ", or one a language", "（言語ごとも可）"),
        Shape::Styles(..) => say(lang, "a style for each language", "言語ごとの書き方"),
        Shape::Levels(_) => say(lang, "levels by rule", "規則ごとのレベル"),
        Shape::Map(Shape::Keys(_)) => say(lang, "entries by name", "名前ごとの項目"),
        Shape::Map(Shape::OneOf(words)) => {
            say(lang, "by folder or topic: ", "フォルダーまたは項目ごとに")
                + &words().into_iter().map(code).collect::<String>()
        }
        Shape::Map(_) => say(lang, "addresses by address", "アドレスごとのアドレス"),
        Shape::Keys(_) => say(lang, "keys, see below", "下のキー"),
        Shape::Any => say(lang, "anything", "何でも"),
    }
}

/// What the program says of itself.
fn help(arguments: &[&str], lang: UiLang) -> String {
    let run = TestSite::empty().run(&[arguments, &["--lang", lang.tag()]].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{arguments:?}");
    run.out
}

fn commands(lang: UiLang) -> String {
    let overview = help(&["help"], lang);
    let list = overview.split("\n\n").nth(2).expect("the commands");
    let named = list.lines().skip(1).map(two_columns);
    let mut text = String::new();
    for (name, about) in named {
        let own = help(&["help", name], lang);
        let usage = own.split("\n\n").nth(1).and_then(|usage| usage.split_once(": ")).expect("a usage").1;
        let stop = say(lang, ".", "。");
        let _ = writeln!(text, "### {name} {{#{name}}}\n\n{}{stop}\n\n{}\n", plain(about), code(usage));
        let options = options(&own, Section::Own, lang);
        if !options.is_empty() {
            let _ = writeln!(text, "{options}");
        }
    }
    text.trim_end().to_owned() + "\n"
}

/// Which options of a help text.
#[derive(PartialEq)]
enum Section {
    /// Those of the command, and its arguments.
    Own,
    /// Those of every command.
    Last,
}

fn options(help: &str, which: Section, lang: UiLang) -> String {
    let sections: Vec<&str> = help.trim_end().split("\n\n").skip(2).collect();
    let (last, own) = sections.split_last().expect("options of every command");
    let chosen = if which == Section::Last { &[*last][..] } else { own };
    let row = |line: &str| {
        let (name, about) = two_columns(line);
        vec![code(&name.replace(['<', '>'], "")), plain(about)]
    };
    let mut lines = chosen.iter().flat_map(|section| section.lines().skip(1)).map(row).peekable();
    if lines.peek().is_none() {
        return String::new();
    }
    rows(&[say(lang, "Option", "オプション"), say(lang, "What it does", "内容")], lines)
}

/// What stands left and right of the first wide gap.
fn two_columns(line: &str) -> (&str, &str) {
    let (left, right) = line.trim_start().split_once("  ").unwrap_or((line.trim(), ""));
    (left, right.trim())
}

/// A text as code in a cell.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('|', "\\|"))
}

/// A text in which code stands in backticks, as Markdown in a cell.
fn described(text: &str) -> String {
    let part = |(index, part): (usize, &str)| if index % 2 == 0 { plain(part) } else { code(part) };
    text.split('`').enumerate().map(part).collect()
}

/// A text as Markdown in a cell, in which no sign means anything.
fn plain(text: &str) -> String {
    let mut markdown = String::with_capacity(text.len());
    for sign in text.replace('\n', " ").chars() {
        if "\\`*_{}[]<>#|~".contains(sign) {
            markdown.push('\\');
        }
        markdown.push(sign);
    }
    markdown
}
