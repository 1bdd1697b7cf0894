//! The states of a pair, case by case.

use super::super::block::blocks;
use super::*;
use crate::lang::Languages;
use crate::source::{Source, SourcePath};

const JA: &str = "---\ntitle: 手数料\nsummary: 手数料と受付時間です。\nupdated: 2026-11-01\n---\n## 手数料 {#fee}\n\n手数料は300円です。現金、または電子マネーで払えます。\n\n## 受付\n\n受付は平日の9時から17時までです。\n\n- 本人確認書類を持ってきてください。\n- 印鑑は必要ありません。\n\n![窓口の地図](map.ja.svg)\n\n| 種類 | 料金 |\n|---|---|\n| 通常 | 300円 |\n| 速達 | 500円 |\n";
const EN: &str = "---\ntitle: Fees\nsummary: Fees and opening hours.\nupdated: 2026-11-01\n---\n## Fees {#fee}\n\nThe fee is 300 yen. You can pay in cash or by electronic money.\n\n## Opening hours\n\nThe office is open from 9 a.m. to 5 p.m. on weekdays.\n\n- Bring a document that proves who you are.\n- You do not need a seal.\n\n![Map of the counter](map.en.svg)\n\n| Kind | Price |\n|---|---|\n| Ordinary | 300 yen |\n| Express | 500 yen |\n";

fn of(text: &str) -> Vec<Block> {
    let languages = Languages::new(&["ja", "en"]).expect("two languages");
    blocks(&Source::new(SourcePath::new("a.md"), text), &languages)
}

fn compared(ja: &str, en: &str) -> Comparison {
    let (main, other) = (of(JA), of(EN));
    compare(Texts { main: &main, other: &other }, Texts { main: &of(ja), other: &of(en) })
}

/// The states of both sides, how many rows are open, and how many changed on both sides.
fn judged(ja: &str, en: &str) -> (State, State, usize, usize) {
    let found = compared(ja, en);
    (found.main, found.other, found.open(), found.rows.len() - found.open())
}

/// With a replacement, which must have something to replace.
fn with(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

fn ja(from: &str, to: &str) -> String {
    with(JA, from, to)
}

fn en(from: &str, to: &str) -> String {
    with(EN, from, to)
}

const AGREED: (State, State, usize, usize) = (State::Agreed, State::Agreed, 0, 0);

#[test]
fn what_readers_cannot_tell_apart_is_still_agreed() {
    let moved = with(
        &ja("受付は平日の9時から17時までです。\n\n", ""),
        "500円 |\n",
        "500円 |\n\n受付は平日の9時から17時までです。\n",
    );
    for same in [
        JA.to_owned(),
        ja("現金、", "現金、\n"),
        ja("300円です。現金、", "３００円です。現金，").replace('\n', "\r\n"),
        ja("300円", "**300円**").replace("\n- ", "\n* "),
        ja("updated: 2026-11-01", "updated: 2026-11-23\norder: 3"),
        moved,
        ja("## 受付", "### 受付"),
        ja("手数料は300円", "手数料は500円").replacen("500円", "300円", 1),
        ja("手数料は300円です。", "手数料は __300円__ です。"),
        ja("## 手数料 {#fee}", "手数料 {#price}\n----------------"),
        ja("| 通常 | 300円 |", "|通常|300円|"),
    ] {
        assert_eq!(judged(&same, EN), AGREED, "{same}");
    }
}

#[test]
fn a_change_of_one_side_is_ahead_and_the_other_is_behind() {
    let ahead = (State::Ahead, State::Behind, 1, 0);
    for changed in [
        ja("300円です", "500円です"),
        ja("summary: 手数料と", "summary: 料金と"),
        ja("窓口の地図", "庁舎の地図"),
        ja("map.ja.svg", "plan.ja.svg"),
        ja("- 印鑑は必要ありません。\n", ""),
        ja("## 受付", "無料の方もいます。\n\n## 受付"),
        ja("| 速達 | 500円 |", "| 速達 | 700円 |"),
        ja("手数料は300円", "手数料は<b title=\"税込\">300円</b>"),
        ja("300円です。現金", "300円です。~~現金~~"),
    ] {
        assert_eq!(judged(&changed, EN), ahead, "{changed}");
    }
    assert_eq!(judged(JA, &en("300 yen", "500 yen")), (State::Behind, State::Ahead, 1, 0));
}

#[test]
fn the_partner_of_a_change_is_the_block_that_it_was_agreed_with() {
    let found = compared(&ja("300円です", "500円です"), EN);
    let Some(Partner::Block(block)) = found.rows[0].partner else { panic!("{:?}", found.rows) };
    assert_eq!(of(EN)[block].text, "The fee is 300 yen. You can pay in cash or by electronic money.");
    let found = compared(&ja("## 受付", "無料の方もいます。\n\n## 受付"), EN);
    let Some(Partner::After(block)) = found.rows[0].partner else { panic!("{:?}", found.rows) };
    assert!(of(EN)[block].text.starts_with("The fee is"));
}

#[test]
fn the_same_change_in_both_languages_is_an_answer() {
    let answered = (State::Answered, State::Answered, 0, 1);
    assert_eq!(judged(&ja("300円です", "500円です"), &en("300 yen", "500 yen")), answered);
    let (ja_new, en_new) = (
        ja("## 受付", "市民でない方は、手数料が変わります。\n\n## 受付"),
        en("## Opening", "The fee is different for people from other cities.\n\n## Opening"),
    );
    assert_eq!(judged(&ja_new, &en_new), answered);
    assert_eq!(judged(&ja("- 印鑑は必要ありません。\n", ""), &en("- You do not need a seal.\n", "")), answered);
    assert_eq!(judged(&ja("map.ja.svg", "plan.ja.svg"), &en("map.en.svg", "plan.en.svg")), answered);
}

#[test]
fn visible_attributes_of_inline_html_count() {
    let badge = |text: &str, value: &str| with(text, "300", &format!("<Badge text=\"{value}\"/>300"));
    let (main, other) = (of(&badge(JA, "9")), of(&badge(EN, "9")));
    let judge = |ja: &str, en: &str| {
        let (ja, en) = (of(ja), of(en));
        let found = compare(Texts { main: &main, other: &other }, Texts { main: &ja, other: &en });
        (found.main, found.other)
    };
    assert_eq!(judge(&badge(JA, "9"), &badge(EN, "9")), (State::Agreed, State::Agreed));
    assert_eq!(judge(&badge(JA, "8"), &badge(EN, "9")), (State::Ahead, State::Behind));
    assert_eq!(judge(&badge(JA, "8"), &badge(EN, "8")), (State::Answered, State::Answered));
    let styled = badge(JA, "9").replace("<Badge ", "<Badge class=\"x\" ");
    assert_eq!(judge(&styled, &badge(EN, "9")), (State::Agreed, State::Agreed));
}

#[test]
fn a_superscript_is_no_digit_and_emphasis_beside_kanji_is_read_as_the_page_shows_it() {
    let judge = |old: &str, new: &str| {
        let (old, new) = (ja("300円です", old), ja("300円です", new));
        let other = of(EN);
        let (old, new) = (of(&old), of(&new));
        compare(Texts { main: &old, other: &other }, Texts { main: &new, other: &other }).main
    };
    assert_eq!(judge("10²です", "102です"), State::Ahead);
    // Underscores beside CJK characters are no emphasis, so readers see them.
    assert_eq!(judge("料金_額_です", "料金額です"), State::Ahead);
    assert_eq!(judge("料金**額**です", "料金額です"), State::Agreed);
}

#[test]
fn rows_and_items_with_swapped_amounts_are_aligned_by_what_they_are() {
    let items = |a: &str, b: &str, c: &str, d: &str| of(&format!("---\ntitle: x\n---\n- {a}{b}\n- {c}{d}\n"));
    let main = items("大人の入場料は", "300円です", "子どもの入場料は", "500円です");
    let other = items("Admission for adults: ", "500 yen", "Admission for children: ", "300 yen");
    let alignment = align(&main, &other);
    assert_eq!((alignment.of_a(1), alignment.of_a(2)), (1..2, 2..3));
}

#[test]
fn changes_in_different_places_diverge() {
    let (ja_fee, en_hours) = (ja("300円です", "500円です"), en("5 p.m.", "6 p.m."));
    assert_eq!(judged(&ja_fee, &en_hours), (State::Diverged, State::Diverged, 2, 0));
}

#[test]
fn a_half_answer_leaves_the_rest_open() {
    let both = with(&ja("300円です", "500円です"), "17時", "18時");
    assert_eq!(judged(&both, &en("300 yen", "500 yen")), (State::Ahead, State::Behind, 1, 1));
    let both = with(&en("300 yen", "500 yen"), "5 p.m.", "6 p.m.");
    assert_eq!(judged(&ja("300円です", "500円です"), &both), (State::Behind, State::Ahead, 1, 1));
}

#[test]
fn swapped_amounts_do_not_make_the_alignment_cross() {
    let (main, other) =
        (of(JA), of(&EN.replace("300 yen |", "x |").replace("500 yen |", "300 yen |").replace("x |", "500 yen |")));
    let alignment = align(&main, &other);
    let row =
        |blocks: &[Block], text: &str| blocks.iter().position(|block| block.text.starts_with(text)).expect("a row");
    assert_eq!(alignment.of_a(row(&main, "通常")).start, row(&other, "Ordinary"));
    assert_eq!(alignment.of_a(row(&main, "速達")).start, row(&other, "Express"));
    assert!(alignment.is_firm());
}
