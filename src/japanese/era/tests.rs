use super::*;

fn problem(text: &str) -> Option<EraProblem> {
    let found = find(text);
    assert_eq!(found.len(), 1, "{text}");
    match found[0].style {
        Style::Era(date) | Style::Both(date) => date.judge().err(),
        Style::Western => panic!("{text} has an era"),
    }
}

fn corrected(text: &str) -> Option<String> {
    match find(text).first()?.style {
        Style::Era(date) | Style::Both(date) => date.corrected().map(|date| date.to_string()),
        Style::Western => None,
    }
}

#[test]
fn dates_are_read_as_the_collected_cases_say() {
    let text = include_str!("../../../tests/data/era-dates.json");
    let cases: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
    let mut count = 0;
    for case in cases.iter().filter(|case| case["kind"] == "parse_era") {
        let read = parse(case["input"].as_str().unwrap());
        match case["expected"].as_str() {
            Some(iso) => assert_eq!(read, Ok(Date::parse_iso(iso).unwrap()), "{}", case["id"]),
            None => assert!(read.is_err(), "{}", case["id"]),
        }
        count += 1;
    }
    assert_eq!(count, 11);
    assert_eq!(parse("令和2年2月30日"), Err(EraProblem::NoSuchDay));
    assert_eq!(parse("明治5年12月2日"), Err(EraProblem::OldCalendar));
    assert_eq!(parse("2020年5月25日"), Err(EraProblem::NoEra));
    for text in ["", "令和", "令和2年", "令和2年5月", "R2.5", "令和2年5月25日に", "R2.5.25.", "令和0年5月1日"]
    {
        assert!(parse(text).is_err(), "{text}");
    }
}

#[test]
fn an_era_ends_where_the_next_begins() {
    for good in [
        "平成31年4月30日",
        "平成31年4月",
        "平成31年",
        "平成31年度",
        "昭和64年1月7日",
        "昭和64年",
        "昭和63年度",
        "令和元年5月1日",
        "令和元年5月",
        "令和1年",
        "令和元年度",
        "平成元年1月",
        "大正15年12月",
        "昭和元年",
        "明治45年7月29日",
        "明治5年12月2日",
        "明治元年",
        "令和98年",
        "令和7年度3月",
        "令和2（2020）年5月",
        "2020（令和2）年",
        "令和2年度（2020年度）",
        "令和2年5月25日（2020年5月25日）",
        "2020年5月25日（令和2年5月25日）",
    ] {
        assert_eq!(problem(good), None, "{good}");
    }
    for bad in [
        "平成31年5月1日",
        "平成31年5月",
        "平成32年",
        "平成32年度",
        "昭和64年1月8日",
        "昭和64年2月",
        "昭和64年度",
        "昭和65年",
        "昭和100年",
        "令和元年4月30日",
        "令和元年4月",
        "大正15年12月25日",
        "昭和元年12月24日",
        "大正16年",
        "明治45年7月30日",
        "明治46年",
    ] {
        assert_eq!(problem(bad), Some(EraProblem::OutsideEra), "{bad}");
    }
    assert_eq!(problem("令和0年"), Some(EraProblem::YearZero));
    assert_eq!(problem("令和５年２月２９日"), Some(EraProblem::NoSuchDay));
    assert_eq!(problem("令和2年13月"), Some(EraProblem::NoSuchDay));
    for other in ["令和2（2019）年", "令和2年（2019年）4月", "2019（令和2）年"] {
        assert_eq!(problem(other), Some(EraProblem::OtherYear), "{other}");
    }
}

#[test]
fn the_right_era_is_proposed() {
    for (written, right) in [
        ("平成31年5月1日", "令和元年5月1日"),
        ("昭和64年1月8日", "平成元年1月8日"),
        ("昭和100年", "令和7年"),
        ("平成32年度", "令和2年度"),
        ("令和元年4月30日", "平成31年4月30日"),
        ("令和2（2019）年", "令和2（2020）年"),
    ] {
        assert_eq!(corrected(written).as_deref(), Some(right));
    }
    assert_eq!(corrected("令和0年"), None);
    assert_eq!(corrected("令和2年2月30日"), None);
}

#[test]
fn dates_are_found_where_they_stand() {
    let text = "令和２年 5 月 25 日から2021年（令和3年）3月、2022年4月1日、昭和生まれ、第2020年会、12020年、2000年間、R2.5.25まで";
    let found: Vec<_> = find(text).into_iter().map(|dated| (&text[dated.range], kind(dated.style))).collect();
    assert_eq!(found, [("令和２年 5 月 25 日", "era"), ("2021年（令和3年）", "both"), ("2022年4月1日", "western")]);
    assert_eq!(find("令和2年12か月分")[0].range, 0.."令和2年".len());
    for none in ["", "令和", "令和年", "年", "１２３４５年", "令和2", "（", "2020"] {
        assert_eq!(find(none), [], "{none}");
    }
}

fn kind(style: Style) -> &'static str {
    match style {
        Style::Era(_) => "era",
        Style::Western => "western",
        Style::Both(_) => "both",
    }
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_scanned(text in "(令和|平成|昭和|明治|元|[0-9０-９]{1,5}|年|度|月|日|（|）|\\(|\\)| |　|[ぁ-ん]|R|\\.|\\PC){0,30}") {
        let mut end = 0;
        for dated in find(&text) {
            proptest::prop_assert!(dated.range.start >= end && dated.range.end > dated.range.start);
            end = dated.range.end;
            let _ = &text[dated.range];
            if let Style::Era(date) | Style::Both(date) = dated.style {
                let _ = (date.judge(), date.corrected().map(|date| date.to_string()));
            }
        }
        let _ = parse(&text);
    }
}
