//! What a run of `*`, `_` or `~` can do by what stands on its sides: open, close, both or nothing.

use crate::japanese::chars;

/// What a run can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Flanking {
    pub(super) opens: bool,
    pub(super) closes: bool,
}

/// What stands on a side of a run.
#[derive(Clone, Copy)]
struct Side {
    white: bool,
    punctuation: bool,
    cjk: bool,
}

/// What a run of `len` signs can do by CommonMark's rule and by the amended one.
///
/// `before` is the text before the run and `after` the one behind it; both end where the line or the block does.
pub(super) fn flanking(sign: u8, len: usize, before: &str, after: &str) -> (Flanking, Flanking) {
    let after = side(after.chars().next().unwrap_or('\n'));
    let by_commonmark = plain(sign, len, side(before.chars().next_back().unwrap_or('\n')), after);
    let before = base_side(before);
    let is_amended = (sign == b'*' || sign == b'~' && len == 2) && (before.cjk || after.cjk);
    if is_amended && !before.white && !after.white {
        return (by_commonmark, Flanking { opens: true, closes: true });
    }
    (by_commonmark, plain(sign, len, before, after))
}

/// The rule of CommonMark for `*` and `_`, and that of the Markdown parser for `~`: `~~` may open before punctuation
/// too, and a single `~` never inside a word, so that `9時~17時、13時~15時` is no deletion.
fn plain(sign: u8, len: usize, before: Side, after: Side) -> Flanking {
    let left = !after.white && (!after.punctuation || before.white || before.punctuation);
    let right = !before.white && (!before.punctuation || after.white || after.punctuation);
    let word_ends = (before.white || before.punctuation, after.white || after.punctuation);
    match (sign, len) {
        (b'*', _) => Flanking { opens: left, closes: right },
        (b'~', 2) => Flanking { opens: !after.white, closes: right },
        (b'_', _) | (b'~', 1) => Flanking { opens: left && word_ends.0, closes: right && word_ends.1 },
        _ => Flanking { opens: false, closes: false },
    }
}

/// What stands before a run, where a variation selector counts as the character that it belongs to.
fn base_side(text: &str) -> Side {
    let mut before = text.chars().rev();
    let last = before.next().unwrap_or('\n');
    if chars::is_ideographic_selector(last) {
        return Side { cjk: true, ..side(last) };
    }
    if !chars::is_variation_selector(last) {
        return side(last);
    }
    let base = before.next().unwrap_or('\n');
    // With the second selector these quotation marks are full-width (StandardizedVariants.txt).
    let wide_quote = last == '\u{FE01}' && matches!(base, '‘' | '’' | '“' | '”');
    // With the last selector a character is an emoji, whatever its base.
    if last == '\u{FE0F}' { side(last) } else { Side { cjk: wide_quote || side(base).cjk, ..side(base) } }
}

fn side(c: char) -> Side {
    Side { white: c.is_whitespace(), punctuation: chars::is_punctuation(c), cjk: chars::is_cjk(c) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amended(before: &str, after: &str) -> (bool, bool) {
        let (_, amended) = flanking(b'*', 2, before, after);
        (amended.opens, amended.closes)
    }

    #[test]
    fn a_cjk_character_on_either_side_opens_and_closes() {
        assert_eq!(amended("は", "「"), (true, true));
        assert_eq!(amended("」", "a"), (true, true));
        assert_eq!(amended("a", "「"), (true, true));
        assert_eq!(amended("は", " "), (false, true));
        assert_eq!(amended("\u{3000}", "「"), (true, false));
        assert_eq!(amended("a", "("), (false, true));
        assert_eq!(amended("葛\u{E0100}", "("), (true, true));
        assert_eq!(amended("“\u{FE01}", "a"), (true, true));
        assert_eq!(amended("“", "a"), (true, false));
    }

    #[test]
    fn underscores_and_single_tildes_keep_their_rule() {
        for (sign, len) in [(b'_', 1), (b'_', 2), (b'~', 1), (b'~', 3)] {
            for (before, after) in [("字", "「"), ("」", "字"), ("a", "字"), ("時", "1")] {
                let (plain, amended) = flanking(sign, len, before, after);
                assert_eq!(plain, amended);
            }
        }
        let (_, range) = flanking(b'~', 1, "9時", "17時");
        assert_eq!(range, Flanking { opens: false, closes: false });
    }
}
