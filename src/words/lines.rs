//! Joins the lines of a text that was folded in its source.

use std::borrow::Cow;

use super::format::is_language;

/// Turns every line break into what its language expects: nothing next to Chinese or Japanese
/// characters in those languages, else a space. An empty line stays, as it parts paragraphs.
pub(super) fn join_lines<'a>(text: &'a str, tag: &str) -> Cow<'a, str> {
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let tight = is_language(tag, "ja") || is_language(tag, "zh");
    let mut joined = String::with_capacity(text.len());
    let mut lines = text.split('\n').map(str::trim_end).peekable();
    while let Some(line) = lines.next() {
        joined.push_str(line);
        let Some(next) = lines.peek() else {
            break;
        };
        let (before, after) = (joined.chars().next_back(), next.chars().next());
        match (before, after) {
            (None | Some('\n'), _) | (_, None) => joined.push('\n'),
            (Some(before), Some(after)) if tight && (is_cjk(before) || is_cjk(after)) => {}
            _ => joined.push(' '),
        }
    }
    Cow::Owned(joined)
}

/// Ideographs, kana, and the punctuation that is set with them.
fn is_cjk(character: char) -> bool {
    matches!(character,
        '\u{2E80}'..='\u{303F}' | '\u{3041}'..='\u{33FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_lines_join_without_a_space_and_english_ones_with_it() {
        assert_eq!(join_lines("カードは\n無料です。\n8日", "ja"), "カードは無料です。8日");
        assert_eq!(join_lines("料金は\n100円", "ja-JP"), "料金は100円");
        assert_eq!(join_lines("PDF\nfile", "ja"), "PDF file");
        assert_eq!(join_lines("一\n二", "en"), "一 二");
        assert_eq!(join_lines("The card\nis free.", "en"), "The card is free.");
        assert_eq!(join_lines("一つ目。\n\n二つ目。", "ja"), "一つ目。\n\n二つ目。");
        assert!(matches!(join_lines("one line", "en"), Cow::Borrowed(_)));
    }
}
