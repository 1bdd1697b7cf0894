//! What the Japanese passes cost: parsing Japanese text with and without them, in MB/s.
//!
//! The promise is less than 40 % on top of parsing for text without `*`, and less than 2.5 times for text with emphasis in
//! nearly every block. Measured on a shared machine of two cores, fastest of many runs, parser alone and with the passes:
//!
//! | text | 20 KB | 1 MB (processor time) |
//! |---|---|---|
//! | without `*` | 70 and 96 µs, 283 and 206 MB/s | 6.1 and 7.4 ms |
//! | with emphasis | 120 and 226 µs, 164 and 87 MB/s | 11.7 and 15.5 ms |
//!
//! The passes are cheaper on long texts because they make room for all events at once.

use std::ops::Range;

use divan::Bencher;
use divan::counter::BytesCount;
use pulldown_cmark::{Event, Options, Parser};
use taiyaku::japanese::{blocks, emphasis, joining};

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

/// A page of an editor, and a text as large as the largest that is published.
const LENGTHS: [usize; 2] = [20_000, 1_000_000];

fn parser(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM;
    Parser::new_ext(text, options).into_offset_iter()
}

fn parse(text: &str) -> usize {
    parser(text).collect::<Vec<_>>().len()
}

fn parse_and_set(text: &str) -> usize {
    let mut pairer = emphasis::Pairer::new(text);
    let mut joiner = joining::Joiner::new("ja");
    let mut left = Vec::new();
    let list = blocks::gather(parser(text), text.len(), |list, block| {
        pairer.pair(list, block);
        pairer.left_over(list, block, &mut left);
        joiner.join(list, block);
    });
    list.len() + left.len()
}

fn measure(bencher: Bencher<'_, '_>, unit: &str, length: usize, run: fn(&str) -> usize) {
    let text = unit.repeat(length / unit.len());
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| run(&text));
}

#[divan::bench(args = LENGTHS)]
fn plain_parser_alone(bencher: Bencher<'_, '_>, length: usize) {
    measure(bencher, PLAIN, length, parse);
}

#[divan::bench(args = LENGTHS)]
fn plain_with_passes(bencher: Bencher<'_, '_>, length: usize) {
    measure(bencher, PLAIN, length, parse_and_set);
}

#[divan::bench(args = LENGTHS)]
fn signs_parser_alone(bencher: Bencher<'_, '_>, length: usize) {
    measure(bencher, EMPHASISED, length, parse);
}

#[divan::bench(args = LENGTHS)]
fn signs_with_passes(bencher: Bencher<'_, '_>, length: usize) {
    measure(bencher, EMPHASISED, length, parse_and_set);
}

#[divan::bench]
fn hostile_signs(bencher: Bencher<'_, '_>) {
    measure(bencher, "は**「", 450_000, parse_and_set);
}
