//! Classes of characters, from the Unicode properties that emphasis and joining ask for.

use icu_properties::props::{EastAsianWidth, EmojiPresentation, GeneralCategory, GeneralCategoryGroup, Script};
use icu_properties::{CodePointMapData, CodePointSetData};

/// How a character behaves at the end or the beginning of a line that is joined with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A zero-width space, which an author puts where a line may break without a space.
    ZeroWidth,
    /// Hangul, which has spaces between words.
    Hangul,
    /// Full-width or half-width punctuation of Chinese and Japanese.
    Punctuation,
    /// Any other wide, full-width or half-width character.
    Wide,
    /// Western letters, digits, signs and emoji.
    Narrow,
    /// A letter of another script, such as Arabic or Thai.
    Foreign,
}

/// Whether a character counts as Chinese, Japanese or Korean beside emphasis: East Asian Width W, F or H and no
/// emoji by default, or Hangul.
#[must_use]
pub fn is_cjk(c: char) -> bool {
    // The first such character is a Hangul letter; the won sign, which is half-width, comes after it.
    if c < '\u{1100}' {
        return false;
    }
    is_everyday(c) || matches!(c, '\u{3000}'..='\u{303E}') || is_wide(c) && !is_emoji(c) || is_hangul(c)
}

/// Whether CommonMark takes a character for punctuation: general category P or S.
pub(super) fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    if is_everyday(c) {
        return false;
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    GeneralCategoryGroup::Punctuation.union(GeneralCategoryGroup::Symbol).contains(category)
}

/// Whether a character selects one of the forms of the character before it, and has none of its own.
pub(super) fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}') || is_ideographic_selector(c)
}

/// Whether a character selects one of the forms of an ideograph.
pub(super) fn is_ideographic_selector(c: char) -> bool {
    matches!(c, '\u{E0100}'..='\u{E01EF}')
}

/// The class of a character at the edge of a line.
pub(super) fn joint(c: char) -> Joint {
    if c.is_ascii() {
        return Joint::Narrow;
    }
    if is_everyday(c) {
        return Joint::Wide;
    }
    if c == '\u{200B}' {
        return Joint::ZeroWidth;
    }
    if is_hangul(c) {
        return Joint::Hangul;
    }
    if is_wide(c) && !is_emoji(c) {
        let category = CodePointMapData::<GeneralCategory>::new().get(c);
        let punctuation = GeneralCategoryGroup::Punctuation.contains(category);
        return if punctuation { Joint::Punctuation } else { Joint::Wide };
    }
    match script(c) {
        Script::Common | Script::Inherited | Script::Latin | Script::Greek | Script::Cyrillic => Joint::Narrow,
        _ => Joint::Foreign,
    }
}

/// Whether a character is a letter of the blocks that nearly all Japanese text is made of. Asking for its properties
/// would say the same, and take as long as the rest of the passes.
fn is_everyday(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}')
}

fn is_wide(c: char) -> bool {
    let width = CodePointMapData::<EastAsianWidth>::new().get(c);
    matches!(width, EastAsianWidth::Wide | EastAsianWidth::Fullwidth | EastAsianWidth::Halfwidth)
}

fn is_emoji(c: char) -> bool {
    CodePointSetData::new::<EmojiPresentation>().contains(c)
}

fn is_hangul(c: char) -> bool {
    script(c) == Script::Hangul
}

fn script(c: char) -> Script {
    CodePointMapData::<Script>::new().get(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cjk_is_wide_or_hangul_and_no_emoji() {
        for c in "漢かカｶー「」。、！￦㊗〰라ᄀ\u{20A9}𠮟\u{3000}".chars() {
            assert!(is_cjk(c), "{c}");
        }
        for c in "aé¥“”…→①😀⌚▲ｱ".chars().filter(|&c| c != 'ｱ') {
            assert!(!is_cjk(c), "{c}");
        }
    }

    #[test]
    fn everyday_characters_have_the_properties_that_are_taken_for_granted() {
        let everyday = ('\u{3000}'..='\u{9FFF}').filter(|&c| is_everyday(c) || c <= '\u{303E}');
        for c in everyday {
            assert!(is_wide(c) && !is_emoji(c) || is_hangul(c), "{c}");
            let category = CodePointMapData::<GeneralCategory>::new().get(c);
            let is_letter = GeneralCategoryGroup::Letter.contains(category) && !is_hangul(c);
            assert!(is_letter || !is_everyday(c), "{c}");
        }
    }

    #[test]
    fn punctuation_is_that_of_commonmark() {
        assert!("*「。￥¥+→😀".chars().all(is_punctuation));
        assert!(!"aあ漢1ー\u{FE01}".chars().any(is_punctuation));
    }

    #[test]
    fn edges_have_classes() {
        let class = |text: &str| text.chars().map(joint).collect::<Vec<_>>();
        assert_eq!(class("漢ｶ１￥"), [Joint::Wide; 4]);
        assert_eq!(class("。「〜｡"), [Joint::Punctuation; 4]);
        assert_eq!(class("aé1…”😀а"), [Joint::Narrow; 7]);
        assert_eq!(class("آก"), [Joint::Foreign; 2]);
        assert_eq!(class("테ﾡ"), [Joint::Hangul; 2]);
        assert_eq!(class("\u{200B}"), [Joint::ZeroWidth]);
    }
}
