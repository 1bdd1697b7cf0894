use pulldown_cmark::{Options, Parser, html};
use serde_json::Value;

use super::*;

fn events(markdown: &str) -> Vec<Spanned<'_>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM;
    Parser::new_ext(markdown, options).into_offset_iter().collect()
}

fn pair<'a>(text: &'a str, events: Vec<Spanned<'a>>) -> Vec<Spanned<'a>> {
    let mut pairer = Pairer::new(text);
    blocks::gather(events, text.len(), |list, block| pairer.pair(list, block))
}

fn inner(markdown: &str) -> String {
    let mut out = String::new();
    html::push_html(&mut out, pair(markdown, events(markdown)).into_iter().map(|(event, _)| event));
    out.trim()
        .trim_start_matches("<p>")
        .trim_end_matches("</p>")
        .replace("&quot;", "\"")
        .replace("\n</code>", "</code>")
}

#[test]
fn every_case_comes_out_right() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../../tests/data/emphasis.json")).unwrap();
    assert!(cases.len() >= 19);
    for case in cases {
        let text = |key: &str| case[key].as_str().unwrap_or_else(|| panic!("{case}"));
        assert_eq!(inner(text("input")), text("expected_inner_html").replace("&quot;", "\""), "{case}");
    }
}

#[test]
fn ranges_are_those_of_the_signs_and_the_text() {
    let text = "> 太郎は**「*こ*」**と";
    let found: Vec<_> = pair(text, events(text)).into_iter().map(|(event, range)| (event, &text[range])).collect();
    let strong = "**「*こ*」**";
    assert_eq!(
        found[2..9],
        [
            (Event::Text("太郎は".into()), "太郎は"),
            (Event::Start(Tag::Strong), strong),
            (Event::Text("「".into()), "「"),
            (Event::Start(Tag::Emphasis), "*こ*"),
            (Event::Text("こ".into()), "こ"),
            (Event::End(TagEnd::Emphasis), "*こ*"),
            (Event::Text("」".into()), "」"),
        ]
    );
    assert_eq!(found[9], (Event::End(TagEnd::Strong), strong));
}

#[test]
fn escapes_code_links_and_addresses_are_left_alone() {
    assert_eq!(inner(r"は\**「い」*と"), "は*<em>「い」</em>と");
    assert_eq!(inner(r"は*「い」\**と"), "は<em>「い」*</em>と");
    assert_eq!(inner("は`**「い」**`と"), "は<code>**「い」**</code>と");
    assert_eq!(inner("は**[「い](u)**」**と"), "は<strong><a href=\"u\">「い</a></strong>」**と");
    assert_eq!(inner("は[**「い」**と](u)"), "は<a href=\"u\"><strong>「い」</strong>と</a>");
    assert_eq!(
        inner("は<http://a/*「い*>**「い」**と"),
        "は<a href=\"http://a/*%E3%80%8C%E3%81%84*\">http://a/*「い*</a><strong>「い」</strong>と"
    );
    assert_eq!(inner("    は**「い」**と"), "<pre><code>は**「い」**と</code></pre>");
}

#[test]
fn cells_headings_and_items_are_blocks_of_their_own() {
    assert!(
        inner("|は**「い」**|と|\n|-|-|\n|**「い」**と|は**「い」**|").matches("<strong>「い」</strong>").count() == 3
    );
    assert_eq!(inner("# は**「い」**と"), "<h1>は<strong>「い」</strong>と</h1>");
    assert_eq!(inner("- は**「い\n- 」**と"), "<ul>\n<li>は**「い</li>\n<li>」**と</li>\n</ul>");
    assert_eq!(inner("は**「い\n」**と"), "は<strong>「い\n」</strong>と");
}

#[test]
fn deletions_follow_the_amended_rule_and_ranges_of_numbers_are_none() {
    assert_eq!(inner("は~~「い」~~と"), "は<del>「い」</del>と");
    assert_eq!(inner("「9時~17時」、**「13時~15時」**です"), "「9時~17時」、<strong>「13時~15時」</strong>です");
    assert_eq!(inner("は~~~「い」~~~と**「う」**と"), "は~~~「い」~~~と<strong>「う」</strong>と");
}

#[test]
fn what_is_left_over_is_found() {
    let left = |markdown: &str| {
        let mut list: Vec<Spanned<'_>> = Vec::new();
        for (event, range) in pair(markdown, events(markdown)) {
            match (list.last_mut(), &event) {
                (Some((Event::Text(words), last)), Event::Text(_)) if last.end == range.start => {
                    last.end = range.end;
                    *words = markdown[last.clone()].into();
                }
                _ => list.push((event, range)),
            }
        }
        let mut left = Vec::new();
        let pairer = Pairer::new(markdown);
        blocks::gather(list, 0, |list, block| pairer.left_over(list, block, &mut left));
        left.into_iter().map(|range| range.start).collect::<Vec<_>>()
    };
    assert_eq!(left("a ** b **です"), [2, 7]);
    assert!(left("a * b、090-****-**** `**` **「い」**と").is_empty());
    assert!(left(r"a\*\* b").is_empty());
    assert!(left("```\n**\n```").is_empty());
}

#[test]
fn hostile_signs_take_linear_time() {
    for unit in ["は**「", "」**は", "は*「_」~~", "*a ", "は***「い」*", "[は**「](u)"] {
        let text = unit.repeat(50_000);
        assert!(!pair(&text, events(&text)).is_empty());
    }
}
