//! `parity-untranslated`: text that was left in the other language.
//!
//! Two signs, both of which a proper name alone does not give: a block in the wrong script for the most part, and a
//! block of several words that is the same in two languages.

use super::{PageUnits, Side};
use crate::blocks::{Block, Kind, is_cjk};
use crate::diagnostic::{Finding, Findings, rule};
use crate::parity::Pair;
use crate::resolve::{Page, Site};
use crate::words::Msg;

/// The fewest characters of another script that are text and not a name or a sign.
const LEAST_CHARACTERS: usize = 4;
/// The fewest words that two languages share only where one was not translated.
const LEAST_WORDS: usize = 4;

/// Blocks of a page in a language without kana and ideographs that consist of them for the most part.
pub(super) fn foreign(site: &Site, page: &Page, units: &PageUnits) -> Findings {
    if writes_cjk(tag(site, page)) {
        return Findings::new();
    }
    let strange = |(block, text): &(&Block, &String)| is_text(block) && is_mostly_cjk(text);
    let finding = |(block, _): (&Block, &String)| at(site, page, block);
    units.blocks.iter().zip(&units.texts).filter(strange).map(finding).collect()
}

/// Blocks that say the same words in two languages of different scripts.
pub(super) fn same(site: &Site, first: Side<'_>, second: Side<'_>, pairs: &[Pair]) -> Findings {
    let (tag_a, tag_b) = (tag(site, first.page), tag(site, second.page));
    let mut findings = Findings::new();
    for (a, b) in pairs.iter().filter_map(|pair| Some((*pair.first.first()?, *pair.second.first()?))) {
        let (text_a, text_b) = (first.units.texts[a].trim(), second.units.texts[b].trim());
        let block = &first.units.blocks[a];
        if text_a != text_b || !is_text(block) || words(text_a) < LEAST_WORDS {
            continue;
        }
        let other = &second.units.blocks[b];
        // A text in the wrong script has been found already.
        if writes_cjk(tag_a) && !writes_cjk(tag_b) && !is_mostly_cjk(text_a) {
            findings.push(at(site, first.page, block));
        } else if writes_cjk(tag_b) || (!writes_cjk(tag_a) && !is_mostly_cjk(text_b)) {
            findings.push(at(site, second.page, other));
        }
    }
    findings
}

fn at(site: &Site, page: &Page, block: &Block) -> Finding {
    let place = site.edition(page).document.source.place(block.span.range());
    let message = Msg::ParityUntranslated { lang: tag(site, page).into() };
    Finding::new(&rule::PARITY_UNTRANSLATED, place, message).help(Msg::ParityUntranslatedHelp)
}

fn tag<'a>(site: &'a Site, page: &Page) -> &'a str {
    site.input.settings.languages.tag(page.lang)
}

fn is_text(block: &Block) -> bool {
    !matches!(block.kind, Kind::Code | Kind::Directive | Kind::Html)
}

/// Whether a language is written with kana or ideographs.
fn writes_cjk(tag: &str) -> bool {
    matches!(tag.split('-').next(), Some("ja" | "zh" | "yue" | "ko"))
}

/// Whether more than half of the letters are kana or ideographs, and there are enough of them to be words.
fn is_mostly_cjk(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let cjk = text.chars().filter(|c| c.is_alphabetic() && is_cjk(*c)).count();
    cjk >= LEAST_CHARACTERS && cjk * 2 > letters
}

/// The words of Latin letters in a text that are not names by their capital letter.
fn words(text: &str) -> usize {
    let plain =
        |word: &&str| word.chars().all(char::is_alphabetic) && word.chars().next().is_some_and(char::is_lowercase);
    let all = text.split_whitespace().count();
    if text.split_whitespace().any(|word| plain(&word)) { all } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_no_untranslated_text() {
        assert!(is_mostly_cjk("カードの申請"));
        assert!(is_mostly_cjk("受付時間 9:00–17:00"));
        for text in ["図", "My Number (個人番号)", "Apply at the counter (窓口)", "令和", "2020"] {
            assert!(!is_mostly_cjk(text), "{text}");
        }
        assert_eq!(words("Pick up your card"), 4);
        assert_eq!(words("Ministry Internal Affairs Communications"), 0);
    }
}
