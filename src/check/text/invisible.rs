//! `text-invisible`: no characters that nobody sees. They come with copied text, and search does not find the word.

use super::{Spot, Tongue, chars, runs};
use crate::words::Msg;

pub(super) fn find(text: &str, tongue: Tongue) -> Vec<Spot> {
    let mut spots = Vec::new();
    for range in runs(text, |c| is_invisible(c, tongue)) {
        let written = &text[range.clone()];
        if is_needed(written, chars::around(text, &range)) {
            continue;
        }
        let code = written.chars().next().map_or(0, u32::from);
        let message =
            Msg::TextInvisible { code: format!("U+{code:04X}").into(), count: written.chars().count().into() };
        let fix = written.chars().all(is_zero_width).then(|| (range.clone(), String::new()));
        spots.push(Spot::new(range, message, Msg::TextInvisibleHelp).fix(fix));
    }
    spots
}

fn is_invisible(c: char, tongue: Tongue) -> bool {
    // English may use the soft hyphen to say where a long word breaks.
    let soft_hyphen = c == '\u{AD}' && tongue != Tongue::Japanese;
    !soft_hyphen && (is_zero_width(c) || is_control(c))
}

/// Characters without width or effect in Japanese and English.
fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{180E}' | '\u{34F}' | '\u{AD}')
}

/// Characters that turn the direction of text, end lines or fill space. What they do cannot be known, so they are only told.
fn is_control(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{2028}' | '\u{2029}')
        || matches!(c, '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Whether the characters join emoji, or letters of scripts that need them.
fn is_needed(written: &str, (before, after): (Option<char>, Option<char>)) -> bool {
    let joins = matches!(written, "\u{200C}" | "\u{200D}");
    let emoji = |c: char| matches!(c, '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}');
    let script = |c: char| matches!(c, '\u{600}'..='\u{109F}' | '\u{1780}'..='\u{18AF}');
    joins
        && before.is_some_and(|c| emoji(c) || script(c))
        && after.is_some_and(|c| matches!(c, '\u{2190}'..='\u{21FF}') || emoji(c) || script(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::seen;

    #[test]
    fn zero_width_characters_go_and_others_are_told() {
        let text = "マイ\u{200B}\u{200B}ナンバー\u{202E}";
        let found = seen(text, &find(text, Tongue::Japanese));
        assert_eq!(found, (vec!["\u{200B}\u{200B}".into(), "\u{202E}".into()], "マイナンバー\u{202E}".into()));
    }

    #[test]
    fn emoji_and_scripts_that_need_joiners_keep_them() {
        for text in ["👩\u{200D}👧", "نمی\u{200C}خواهم", "co\u{AD}operate"] {
            assert_eq!(find(text, Tongue::English), [], "{text:?}");
        }
    }
}
