//! A large site to measure with: three levels of topics, each in two languages, with the links, facts, lists and
//! numbers that the pages of an office have.

#![expect(clippy::disallowed_methods, reason = "a benchmark writes sites")]

use std::fs;
use std::path::Path;

const SETTINGS: &str = "base_url: https://example.jp/\nlanguages: [ja, en]\ntitle: {ja: 案内, en: Guide}\n";

/// The facts of the site.
pub(crate) const FACTS: &str = "\
hotline: {phone: \"0120-95-0178\", label: {ja: フリーダイヤル, en: Toll-free line}}
fee: {money: 800 JPY}
start: {date: 2020-05-25}
";

/// How many topics a part has.
const TOPICS: usize = 50;

/// Writes a site of about this many pages, and gives how many it has.
pub(crate) fn write(root: &Path, pages: usize) -> usize {
    file(root, "site.yaml", SETTINGS);
    file(root, "content/facts.yaml", FACTS);
    let parts = (pages / 2).div_ceil(TOPICS).max(1);
    let width = (1..).find(|width| width * width >= parts).unwrap_or(1);
    let mut left = pages / 2;
    let mut written = 0;
    let mut topic = |name: String, [ja, en]: [String; 2]| {
        if left > 0 {
            file(root, &format!("content/{name}.ja.md"), &ja);
            file(root, &format!("content/{name}.en.md"), &en);
            (left, written) = (left - 1, written + 2);
        }
    };
    let section = |number: usize| ["区分", "Part"].map(|word| format!("---\ntitle: {word} {number}\n---\n\n{word}\n"));
    topic("index".to_owned(), section(0));
    for part in 0..parts {
        let (section_number, part_number) = (part / width, part % width);
        if part_number == 0 {
            topic(format!("s{section_number}/index"), section(section_number));
        }
        topic(format!("s{section_number}/t{part_number}/index"), section(part_number));
        for number in 0..TOPICS - 2 {
            let name = format!("s{section_number}/t{part_number}/p{number}");
            topic(name, ["ja", "en"].map(|lang| page(lang, number, number.saturating_sub(1))));
        }
    }
    written
}

/// A page on a procedure, which leads to another one.
pub(crate) fn page(lang: &str, number: usize, other: usize) -> String {
    let day = number % 27 + 1;
    let link = if other == 9 { "../../index.md".to_owned() } else { format!("p{other}.md") };
    let steps = (0..4).map(|step| match lang {
        "ja" => format!(
            "## 手順{step}の内容\n\n窓口で申請書に記入し、本人確認書類を添えて提出してください。手数料は{{{{ facts.fee }}}}です。\
             受付は午前9時から午後5時までです。\n\n1. 申請書を受け取ります。\n2. 必要事項を記入します。\n3. 窓口に提出します。\n\n"
        ),
        _ => format!(
            "## Content of step {step}\n\nFill in the form at the counter and hand it in with proof of your identity. \
             The fee is {{{{ facts.fee }}}}. The counter is open from 9 a.m. to 5 p.m.\n\n1. Take the form.\n\
             2. Fill it in.\n3. Hand it in at the counter.\n\n"
        ),
    });
    let steps: String = steps.collect();
    match lang {
        "ja" => format!(
            "---\ntitle: 手続き{number}のご案内\nsummary: 手続きの方法を説明します。\nupdated: 2026-05-{day:02}\n---\n\n\
             この手続きは[ほかの手続き]({link})とあわせて行います。お問い合わせは{{{{ facts.hotline }}}}までお願いします。\n\n{steps}"
        ),
        _ => format!(
            "---\ntitle: Procedure {number}\nsummary: How this procedure works.\nupdated: 2026-05-{day:02}\n---\n\n\
             Do this together with [another procedure]({link}). Please call {{{{ facts.hotline }}}} with any questions.\n\n{steps}"
        ),
    }
}

fn file(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("there is room");
    fs::write(path, text).expect("there is room");
}
