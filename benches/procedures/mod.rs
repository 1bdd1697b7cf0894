//! Sentences and headings that say the same in Japanese and in English, for sites that benchmarks make.

/// Sentences that say the same.
pub(crate) const SENTENCES: &[(&str, &str)] = &[
    (
        "転入届は、引っ越した日から14日以内に出してください。",
        "File your moving-in notice within 14 days of the day you moved.",
    ),
    (
        "手数料は1通300円で、郵送の場合は返信用の切手が必要です。",
        "The fee is 300 yen a copy; by post you also need a return stamp.",
    ),
    (
        "受付時間は、平日の午前8時30分から午後5時15分までです。",
        "The counter is open from 8:30 a.m. to 5:15 p.m. on weekdays.",
    ),
    ("令和6年4月1日から、オンラインでも申し込めるようになりました。", "Since April 1, 2024 you can also apply online."),
    (
        "本人確認のため、顔写真のある書類を1点お持ちください。",
        "Bring one document with a photograph so that we can confirm who you are.",
    ),
    ("これまでに約9,500万枚が交付されました。", "About 95 million have been issued so far."),
    (
        "お問い合わせは、総合窓口（03-1234-5678）へお電話ください。",
        "For questions, call the general desk (03-1234-5678).",
    ),
    (
        "代理の方が手続きをする場合は、委任状が必要です。",
        "If somebody acts for you, a letter of authorization is needed.",
    ),
];
/// Headings that say the same.
pub(crate) const HEADINGS: &[(&str, &str)] = &[
    ("手続の概要", "Overview"),
    ("申し込みの方法", "How to apply"),
    ("必要なもの", "What you need"),
    ("手数料", "Fees"),
    ("受付の時間", "Opening hours"),
    ("お問い合わせ", "Contact"),
];
