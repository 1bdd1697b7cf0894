//! Pairs of texts: those that agree, those that do not, and what once was a false alarm.

mod causes;

use super::*;
use crate::parity::extract;

/// What is left of two texts: conflicts and what is on one side only, as written.
pub(crate) fn left(ja: &str, en: &str) -> Vec<String> {
    let (a, b) = (extract(ja), extract(en));
    let comparison = compare(&a, &b);
    let (of_ja, of_en) = (|i: usize| &ja[a[i].span.clone()], |j: usize| &en[b[j].span.clone()]);
    let conflicts = comparison.conflicts.iter().map(|&(i, j)| format!("{} ≠ {}", of_ja(i), of_en(j)));
    let first = comparison.only_first.iter().map(|&i| format!("{} → -", of_ja(i)));
    let second = comparison.only_second.iter().map(|&j| format!("- → {}", of_en(j)));
    conflicts.chain(first).chain(second).collect()
}

#[derive(serde::Deserialize)]
struct Case {
    ja: String,
    en: String,
    agree: bool,
}

#[test]
fn the_known_pairs_are_judged_right() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("../../../tests/data/parity-pairs.json")).unwrap();
    assert!(cases.len() >= 20);
    for Case { ja, en, agree } in cases {
        let left = left(&ja, &en);
        assert_eq!(left.is_empty(), agree, "{ja} | {en}: {left:?}");
        assert!(agree || left.iter().any(|line| line.contains('≠')), "{ja} | {en}: {left:?}");
    }
}

/// Asserts that two texts agree.
pub(super) fn agree(pairs: &[(&str, &str)]) {
    for (ja, en) in pairs {
        assert_eq!(left(ja, en), Vec::<String>::new(), "{ja} | {en}\n{:?}\n{:?}", extract(ja), extract(en));
    }
}

#[test]
fn dates_fit_with_parts_left_out() {
    agree(&[
        ("令和6年4月1日から", "from April 1, 2024"),
        ("令和6年4月1日から", "from April 2024"),
        ("令和6年4月1日から", "from 2024"),
        ("4月1日〜10日", "April 1–10"),
        ("令和6年4月1日から5月10日まで", "from April 1 to May 10, 2024"),
        ("2020年（令和2年）5月25日（月）", "Monday, 25 May 2020"),
        ("4〜6月", "April to June"),
        ("毎月25日", "on the 25th of each month"),
        ("令和5年度から7年度まで", "fiscal years 2023 to 2025"),
        ("令和8年度", "the 2026 fiscal year"),
        ("令和8年度", "from April 2026 to March 2027"),
        ("R2.5.25現在", "as of 2020-05-25"),
        ("二〇二〇年五月二十五日", "May 25, 2020"),
        ("土日祝日を除く", "except Saturdays, Sundays and holidays"),
        ("月曜日から金曜日まで", "Monday to Friday"),
        ("月〜金曜日", "Mondays to Fridays"),
        ("平日", "Monday to Friday"),
    ]);
}

#[test]
fn times_are_one_on_both_clocks() {
    agree(&[
        ("午前9時から午後5時15分まで", "9:00 to 17:15"),
        ("午前9時〜11時半", "9–11:30 a.m."),
        ("午後1時から5時まで", "1 p.m. to 5 p.m."),
        ("正午から", "from noon"),
        ("18時から19時まで", "6–7 pm"),
        ("8:30〜17:15", "8:30 a.m. to 5:15 p.m."),
        ("午前10時から午後3時まで", "from 10:00 a.m. until 3:00 p.m."),
        ("午後12時半", "12:30 p.m."),
    ]);
}

#[test]
fn amounts_are_exact_in_all_spellings() {
    agree(&[
        ("3万5千円", "35,000 yen"),
        ("1億2千万円", "120 million yen"),
        ("2,000万円", "20 million yen"),
        ("1.5億円です", "150 million yen"),
        ("2割", "20 percent"),
        ("8割5分", "85%"),
        ("3分の1", "one third"),
        ("3分の2以上", "two-thirds or more"),
        ("半額", "half the fee"),
        ("手数料は無料です", "free of charge"),
        ("第17条第2項", "Article 17, paragraph 2"),
        ("18歳以上の方", "people aged 18 or over"),
        ("18歳以上の方", "those 18 years old and over"),
        ("2週間以内", "within 14 days"),
        ("1年6か月", "1 year and 6 months"),
        ("1時間半", "one and a half hours"),
        ("3〜5営業日", "three to five business days"),
        ("047-712-6300", "+81 47-712-6300"),
        ("〒100-8926 千代田区霞が関2丁目1番2号", "2-1-2 Kasumigaseki, Chiyoda-ku 100-8926"),
        ("300円（郵送は500円）", "¥300 (¥500 by post)"),
        ("3万5千円", "35,000 yen"),
        ("1歳6か月", "18 months"),
        ("1時間30分", "an hour and a half"),
        ("3年6か月", "three years and six months"),
        ("3年6か月", "three and a half years"),
    ]);
}

#[test]
fn what_is_said_in_passing_needs_no_partner() {
    agree(&[
        ("月額300円です", "It costs 300 yen a month"),
        ("1人につき2枚", "Two per person"),
        ("24時間受け付けます", "Open 24 hours a day"),
        ("いつでも相談できます", "You can ask for advice at any time of day"),
        ("どちらか1つを選びます", "Choose one of the two"),
        ("7日以内に", "within a week"),
        ("申請書をお持ちください", "Bring one application form"),
        ("まず、番号札を取ります", "First, take a ticket"),
    ]);
}

#[test]
fn one_changed_value_is_a_conflict() {
    for (ja, en) in [
        ("手数料は500円です", "The fee is 300 yen"),
        ("18歳未満は5年、18歳以上は10年です", "5 years for those under 18 and 20 years for others"),
        ("申請書は4枚必要です", "You need three sheets"),
        ("午前9時から午後5時まで", "9 a.m. to 6 p.m."),
        ("2割", "30 percent"),
        ("令和3年度", "fiscal year 2020"),
        ("info@example.jp", "inf@example.jp"),
        ("火曜日は休みです", "Closed on Wednesdays"),
        ("2020年に", "in 2021"),
        ("12桁の番号", "an eleven-digit number"),
        ("無料です", "The fee is 300 yen"),
        ("20歳以上", "18 years old or over"),
        ("300円、300円", "300 yen, 500 yen"),
        ("ISO/IEC15408", "ISO/IEC15508"),
        ("申請書は5通必要です", "You need three copies"),
        ("審査には4か月かかります", "The examination takes a month"),
        ("1人8日3リットルが目安です", "Allow three litres per person per day"),
        ("費用の4分の3を助成します", "We subsidise a quarter of the cost"),
        ("第1子から", "from the third child on"),
        ("定員は1名です", "It takes no more than eight people"),
        ("毎月17日に支払います", "It is paid on the 10th of each month"),
        ("9時から47時まで", "9:00 to 17:00"),
        ("1時間20分かかります", "It takes an hour and a half"),
    ] {
        let left = left(ja, en);
        assert!(left.len() == 1 && left[0].contains('≠'), "{ja} | {en}: {left:?}");
    }
}

#[test]
fn what_one_side_lacks_is_missing_there() {
    assert_eq!(left("手数料は300円で、5月1日からです", "The fee applies from May 1"), ["300円 → -"]);
    assert_eq!(left("手数料がかかります", "A fee of 300 yen applies"), ["- → 300 yen"]);
    assert_eq!(left("300円です。300円を払います", "It is 300 yen"), Vec::<String>::new());
}

/// Pieces of which hostile and garbled texts are made.
const PIECES: &[&str] = &[
    "1", "12", "2020", "000", "99999", ",", ".", "-", "~", "/", ":", " ", "(", ")", "年", "月", "日", "時", "分", "の",
    "半", "令和", "元", "第", "万", "億", "千", "一", "十", "円", "$", "¥", "+81", "0120", "#", "@", "a", "May", "to",
    "and", "million", "a.m.", "fiscal", "FY", "Reiwa", "Mon", "火", "曜", "土", "から", "、", "※", "〒", "丁目",
    "half", "third", "st", "㎞", "㍻", "①", "²", "１", "https://", "x.jp", "割", "%", "か月", "\u{301}", "🎌",
];

proptest::proptest! {
    #[test]
    fn any_text_gives_values_with_sound_places(indices in proptest::collection::vec(0..PIECES.len(), 0..40)) {
        let text: String = indices.into_iter().map(|index| PIECES[index]).collect();
        let values = extract(&text);
        for value in &values {
            let written = text.get(value.span.clone());
            proptest::prop_assert!(written.is_some_and(|written| !written.is_empty()), "{text} {value:?}");
        }
        proptest::prop_assert_eq!(compare(&values, &values), Comparison::default());
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    let pieces = [
        "一",
        "月",
        "月、",
        "1,000,",
        "1, ",
        "a.",
        "1.",
        "1-",
        "4月1日、2日、",
        "one million ",
        "0",
        "5 more ",
        "2016-",
    ];
    for piece in pieces.iter().chain(&["(", "1番", "May 1, ", "a", "第", "令和"]) {
        let values = extract(&piece.repeat(5_000));
        assert_eq!(compare(&values, &values), Comparison::default());
    }
}
