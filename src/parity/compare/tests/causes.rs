//! The causes of false alarms that were found in real pages, a test for each.

use super::agree;

#[test]
fn cause_1_a_digit_before_a_counter_is_a_or_each() {
    agree(&[
        ("1つ選びます", "Choose an item"),
        ("1台ずつ、1秒待ちます", "Wait a second at each machine"),
        ("最大1時間です", "It takes an hour at most"),
        ("1から始めます", "Start again from the beginning"),
    ]);
}

#[test]
fn cause_2_decimal_and_hexadecimal_are_no_numbers() {
    agree(&[("10進数と16進数", "decimal and hexadecimal"), ("2進法で", "in binary")]);
}

#[test]
fn cause_3_a_unit_is_glued_to_its_digit_before_kana() {
    agree(&[("4GBのメモリ", "4 GB of memory"), ("10kmまで", "up to 10 km"), ("281KBです", "It has 281 KB")]);
}

#[test]
fn cause_4_names_have_digits_next_to_japanese() {
    agree(&[
        ("base128の、No.5と、X.509を", "base128, no. 5 and X.509"),
        ("X.509証明書", "an X.509 certificate"),
        ("ISO/IEC15408に", "to ISO/IEC 15408"),
    ]);
}

#[test]
fn cause_5_a_page_has_an_address_in_each_language() {
    agree(&[
        ("https://ja.wikipedia.org/wiki/資本的支出", "https://en.wikipedia.org/wiki/Capital_expenditure"),
        ("https://example.jp/terms/jp", "https://example.jp/terms/en/"),
        ("https://example.jp/ja/a/index.html", "https://example.jp/en/a/"),
    ]);
}

#[test]
fn cause_7_words_stand_for_numbers() {
    agree(&[
        ("以下の2つの方法", "the following ways"),
        ("10年間に2倍", "doubled in a decade"),
        ("12個入りの箱を2回", "a dozen, twice"),
    ]);
}

#[test]
fn cause_8_typed_numbering_is_no_number() {
    agree(&[
        ("4. 申請します", "Apply"),
        ("(1) 申請書（2）写真", "Application form and photo"),
        ("1.5億円です", "150 million yen"),
    ]);
}

#[test]
fn cause_9_number_words_are_soft() {
    agree(&[
        ("一つ目は第1です", "The first one is 1st"),
        ("十二の項目", "Twelve items"),
        ("書類", "The three documents"),
    ]);
}

#[test]
fn cause_10_a_decade_is_a_year() {
    agree(&[("1990年代の後半", "the late 1990s"), ("1990年代", "the 1990ies")]);
}

#[test]
fn cause_11_commas_group_exactly_three_digits() {
    agree(&[("手順8,9を参照", "see steps 8 and 9"), ("15,000人と8,9", "15,000 people and 8, 9")]);
}

#[test]
fn cause_12_ranges_share_what_their_ends_leave_out() {
    agree(&[("18時から19時", "6–7 pm"), ("10:20:30", "10:20:30"), ("2016〜2017年", "2016-17")]);
}

#[test]
fn cause_13_a_scale_makes_no_year_and_a_day_no_date() {
    agree(&[("2000万人", "20 million people"), ("1日あたり", "per day"), ("2000万", "20 million")]);
}

/// The last lines of the alignment's tests.
#[test]
fn dates_and_amounts_of_the_specification_agree() {
    agree(&[
        ("令和6年4月1日", "April 1, 2024"),
        ("令和6年4月1日", "April 2024"),
        ("令和6年4月1日", "2024"),
        ("3万5千円", "35,000 yen"),
        ("1億2千万円", "120 million yen"),
        ("2,000万", "20 million"),
        ("1.5億円です", "150 million yen"),
        ("047-712-6300", "+81 47-712-6300"),
    ]);
}
