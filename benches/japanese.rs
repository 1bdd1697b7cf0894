//! What the Japanese passes cost: parsing Japanese pages of 20 KB with and without them, in MB/s.
//!
//! `true` is the text with emphasis, `false` the one without.

use std::ops::Range;

use divan::Bencher;
use divan::counter::BytesCount;
use pulldown_cmark::{Event, Options, Parser};
use taiyaku::japanese::{emphasis, joining};

fn main() {
    divan::main();
}

/// Paragraphs, a heading, a list and a table, as a page of a public body has them.
const PLAIN: &str = "\
## 申請に必要なもの

マイナンバーカードの交付を申請するときは、次の書類を\n用意してください。料金は無料です。お問い合わせは、\n{{ facts.hotline }}へお電話ください。受付は9時から\n17時30分までです。

- 交付申請書（{個人|こじん}番号の通知とともに届いたもの）
- [顔写真](photo.md)（縦4.5cm、横3.5cm）で、6か月以内に\n  撮影したもの

| 申請の方法 | 受け取りまでの日数 |
|---|---|
| スマートフォン | 約1か月 |
| 郵便 | 約1か月半 |

";

/// The same with emphasis, half of which needs the amended rule.
const EMPHASISED: &str = "\
## 申請に**必要なもの**

マイナンバーカードの交付を申請するときは、**「次の書類」**を\n用意してください。料金は**無料です。**お問い合わせは、\n{{ facts.hotline }}へお電話ください。受付は*9時*から\n17時30分までです。

- **交付申請書**（{個人|こじん}番号の通知とともに届いたもの）
- [**顔写真**](photo.md)（縦4.5cm、横3.5cm）で、~~3か月~~6か月以内に\n  撮影したもの

| 申請の方法 | 受け取りまでの日数 |
|---|---|
| **スマートフォン** | 約1か月 |
| 郵便 | **（約1か月半）** |

";

fn page(unit: &str) -> String {
    unit.repeat(20_000 / unit.len())
}

fn events(text: &str) -> Vec<(Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM;
    Parser::new_ext(text, options).into_offset_iter().collect()
}

#[divan::bench(args = [false, true])]
fn parser_alone(bencher: Bencher<'_, '_>, signs: bool) {
    let text = page(if signs { EMPHASISED } else { PLAIN });
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| events(&text).len());
}

#[divan::bench(args = [false, true])]
fn with_japanese_passes(bencher: Bencher<'_, '_>, signs: bool) {
    let text = page(if signs { EMPHASISED } else { PLAIN });
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        let list = emphasis::pair(&text, events(&text));
        let left_over = emphasis::left_over(&text, &list);
        (joining::join_events(list, "ja").len(), left_over.len())
    });
}

#[divan::bench]
fn hostile_signs(bencher: Bencher<'_, '_>) {
    let text = "は**「".repeat(50_000);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| emphasis::pair(&text, events(&text)).len());
}
