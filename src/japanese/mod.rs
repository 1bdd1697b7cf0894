//! Japanese text that comes out right: emphasis, line joining, ruby, and how its loanwords sound. Pure functions, with no knowledge of pages.
//!
//! What is here is ground: the stages use it, and so do the words of the site. Emphasis and joining set
//! the events of the Markdown parser, which keep their byte ranges, block by block; ruby and the joining of plain
//! texts take strings.

pub mod blocks;
mod chars;
pub mod emphasis;
pub mod era;
pub mod joining;
pub mod loanword;
mod markup;
mod phrases;
pub mod ruby;

pub use chars::is_cjk;
pub use phrases::{PhraseProblem, Phrases};

/// Whether a language is written without spaces between words, in full-width characters: Japanese and Chinese.
///
/// Emphasis and joining follow Japanese typography on pages of these languages. Pages of other languages keep
/// CommonMark to the letter, also Korean ones, which has spaces.
#[must_use]
pub fn is_set_solid(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or_default();
    ["ja", "zh"].iter().any(|language| primary.eq_ignore_ascii_case(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_and_chinese_are_set_solid() {
        assert!(is_set_solid("ja") && is_set_solid("ja-JP") && is_set_solid("zh-Hant") && is_set_solid("JA"));
        assert!(!is_set_solid("en") && !is_set_solid("ko") && !is_set_solid("jam") && !is_set_solid(""));
    }
}
