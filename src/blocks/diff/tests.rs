//! What became of blocks, case by case.

use super::super::block::blocks;
use super::*;
use crate::lang::Languages;
use crate::source::{Source, SourcePath};

fn of(body: &str) -> Vec<Block> {
    let languages = Languages::new(&["ja", "en"]).expect("two languages");
    let source = Source::new(SourcePath::new("a"), &format!("---\ntitle: 題\n---\n{body}"));
    blocks(&source, &languages).split_off(1)
}

fn edits(old: &str, new: &str) -> Vec<(Change, Option<usize>, Option<usize>)> {
    let diff = diff(&of(old), &of(new));
    diff.edits().into_iter().map(|edit| (edit.change, edit.old, edit.new)).collect()
}

const PAGE: &str = "手数料は300円です。\n\n受付は平日の9時から17時までです。\n\n- 本人確認書類を持ってきてください。\n- 印鑑は必要ありません。\n";

#[test]
fn one_edit_is_one_edit() {
    assert_eq!(edits(PAGE, PAGE), []);
    assert_eq!(edits(PAGE, &PAGE.replace("300円", "500円")), [(Change::Edited, Some(0), Some(0))]);
    assert_eq!(edits("10²", "102"), [(Change::Edited, Some(0), Some(0))]);
    assert_eq!(edits("[a](b.md)", "[a](c.md)"), [(Change::Link, Some(0), Some(0))]);
    assert_eq!(edits("![図](b.svg)", "![図](c.svg)"), [(Change::Link, Some(0), Some(0))]);
    assert_eq!(edits("![図](b.svg)", "![表](b.svg)"), [(Change::Edited, Some(1), Some(1))]);
}

#[test]
fn blocks_come_and_go() {
    let longer = PAGE.replace("- 印鑑", "- 代理人も申請できます。\n- 印鑑");
    assert_eq!(edits(PAGE, &longer), [(Change::Inserted, None, Some(3))]);
    assert_eq!(edits(&longer, PAGE), [(Change::Deleted, Some(3), None)]);
}

#[test]
fn a_move_is_no_change_and_a_moved_edit_is_one() {
    let moved = "受付は平日の9時から17時までです。\n\n- 本人確認書類を持ってきてください。\n- 印鑑は必要ありません。\n\n手数料は300円です。\n";
    assert_eq!(edits(PAGE, moved), []);
    let edited = moved.replace("17時", "18時").replacen("受付", "\u{FEFF}受付", 1);
    assert_eq!(edits(PAGE, &edited), [(Change::Edited, Some(1), Some(0))]);
    let old = "交付申請書は市区町村の窓口で受け取れます。\n\n甲は乙である。\n\n丙は丁である。\n";
    let new = "甲は乙である。\n\n丙は丁である。\n\n交付申請書は市区町村の窓口でも受け取れます。\n";
    assert_eq!(edits(old, new), [(Change::MovedAndEdited, Some(0), Some(2))]);
}

#[test]
fn a_kind_or_level_is_no_change() {
    assert_eq!(edits("## 手続\n\n本文", "### 手続 {#x}\n\n本文"), []);
    assert_eq!(edits("1. 甲\n2. 乙", "- 甲\n- 乙"), []);
}

#[test]
fn texts_without_end_are_compared_by_what_is_equal() {
    let line = |range: std::ops::Range<u32>| range.map(|n| format!("段落{n}\n\n")).collect::<String>();
    let old = of(&(line(0..2100) + &line(5000..5100)));
    let new = of(&(line(9000..9100) + &line(50..2100)));
    let diff = diff(&old, &new);
    assert_eq!(diff.of_new.iter().filter(|(change, _)| *change == Change::Same).count(), 2050);
}
