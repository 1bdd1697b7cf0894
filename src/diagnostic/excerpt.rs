//! The part of a source that a finding shows: few lines, of bounded width, harmless to a terminal.
//!
//! What is shown is copied here before it is drawn, so that drawing never sees a whole file or an
//! endless line, and no control character of a text that somebody wrote reaches the terminal.

use std::borrow::Cow;
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::lines::Lines;
use crate::source::Span;

/// How wide an excerpt may be, in columns of the terminal.
const WIDTH: usize = 100;
/// How much of that the marked part may take; the rest shows what stands around it.
const MARKED_WIDTH: usize = 60;
/// Marks over more lines than this show their first line only.
const MAX_LINES: usize = 6;
/// Marks over several lines show their first line only when a line takes more bytes than this.
const MAX_LINE_BYTES: usize = 240;
/// Stands for what was cut off. Not `…`, which is two columns wide in some terminals.
const CUT: &str = "...";

/// Lines of a source and the marked part of them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The lines, cut to a bearable width.
    pub(super) text: String,
    /// The marked bytes of `text`.
    pub(super) marked: Range<usize>,
    /// The number of the first line, from 1.
    pub(super) first_line: usize,
    /// The number of the last line.
    pub(super) last_line: usize,
}

impl Excerpt {
    /// The excerpt for a part of a source.
    pub(super) fn new(lines: &Lines<'_>, span: Span) -> Self {
        let text = lines.source().text();
        let range = lines.range(span);
        let first = lines.line(range.start);
        let last = last_line(lines, first, &range);
        let whole = lines.line_range(first).start..lines.line_range(last).end;
        let marked = range.start.min(whole.end)..range.end.min(whole.end);
        let before = &text[whole.start..marked.start];
        let after = &text[marked.end..whole.end];
        let (before, marked, after) = if first == last {
            cut_around(before, &text[marked], after)
        } else {
            (before.into(), Cow::from(&text[marked]), after.into())
        };
        Self::joined(&before, &marked, &after, first + 1..last + 1)
    }

    fn joined(before: &str, marked: &str, after: &str, lines: Range<usize>) -> Self {
        let mut text = printable(before);
        let start = text.len();
        text.push_str(&printable(marked));
        let marked = start..text.len();
        text.push_str(&printable(after));
        Self { text, marked, first_line: lines.start, last_line: lines.end }
    }
}

/// The last line to show: that of the range's last byte, or the first line if that would show too much.
fn last_line(lines: &Lines<'_>, first: usize, range: &Range<usize>) -> usize {
    let last = lines.line(range.end.saturating_sub(1).max(range.start));
    let is_short = |line| lines.line_range(line).len() <= MAX_LINE_BYTES;
    if last - first < MAX_LINES && (first..=last).all(is_short) { last } else { first }
}

/// Cuts the three parts of a line so that together they fit into [`WIDTH`]. Never reads further than that.
fn cut_around<'a>(before: &'a str, marked: &'a str, after: &'a str) -> (Cow<'a, str>, Cow<'a, str>, Cow<'a, str>) {
    let (marked, taken) = head(marked, MARKED_WIDTH);
    let room = WIDTH - taken;
    let (_, wanted_after) = head(after, room);
    let (before, taken_before) = tail(before, room - wanted_after.min(room / 2));
    let (after, _) = head(after, room.saturating_sub(taken_before));
    (before, marked, after)
}

/// The beginning of a text that fits into a width, and its own width.
fn head(text: &str, room: usize) -> (Cow<'_, str>, usize) {
    let mut width = 0;
    let mut kept = 0;
    for (index, character) in text.char_indices() {
        width += columns(character);
        if width > room {
            return (format!("{}{CUT}", &text[..kept]).into(), room);
        }
        if width + CUT.len() <= room {
            kept = index + character.len_utf8();
        }
    }
    (text.into(), width)
}

/// The end of a text that fits into a width, and its own width.
fn tail(text: &str, room: usize) -> (Cow<'_, str>, usize) {
    let mut width = 0;
    let mut kept = text.len();
    for (index, character) in text.char_indices().rev() {
        width += columns(character);
        if width > room {
            return (format!("{CUT}{}", &text[kept..]).into(), room);
        }
        if width + CUT.len() <= room {
            kept = index;
        }
    }
    (text.into(), width)
}

/// The columns of a terminal that a character takes once it is [`printable`].
fn columns(character: char) -> usize {
    match character {
        '\t' => 4,
        _ => character.width().unwrap_or(1),
    }
}

/// A text as it may be sent to a terminal: control characters become signs that stand for them.
///
/// Line feeds and tabs stay, since what draws excerpts and messages knows what to do with them.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(visible_character).collect()
}

/// The character, or the sign that stands for it if a terminal would obey it instead of showing it.
fn visible_character(character: char) -> char {
    match character {
        '\n' | '\t' => character,
        '\u{0}'..='\u{1F}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7F}' => '\u{2421}',
        // C1 controls, line separators, and marks that turn the direction of writing.
        '\u{80}'..='\u{9F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{061C}' => char::REPLACEMENT_CHARACTER,
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, SourcePath};

    fn excerpt(text: &str, range: Range<usize>) -> Excerpt {
        let source = Source::new(SourcePath::new("a.md"), text);
        Excerpt::new(&Lines::new(&source), Span::new(range))
    }

    fn width(text: &str) -> usize {
        text.chars().map(columns).sum()
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let shown = excerpt("一\n二は二\n三", 7..10);
        assert_eq!(shown.text, "二は二");
        assert_eq!(&shown.text[shown.marked], "は");
        assert_eq!((shown.first_line, shown.last_line), (2, 2));
    }

    #[test]
    fn an_endless_line_is_cut_around_the_mark() {
        let text = "あ".repeat(300_000) + "印" + &"い".repeat(300_000);
        let shown = excerpt(&text, 900_000..900_003);
        assert_eq!(&shown.text[shown.marked.clone()], "印");
        assert!(shown.text.starts_with("...あ") && shown.text.ends_with("い..."));
        assert!(width(&shown.text) <= WIDTH, "{}", shown.text);
    }

    #[test]
    fn an_endless_mark_is_cut_too() {
        let shown = excerpt(&"x".repeat(1_000_000), 10..999_990);
        assert_eq!(shown.marked, 10..10 + MARKED_WIDTH);
        assert!(width(&shown.text) <= WIDTH);
    }

    #[test]
    fn a_mark_over_many_lines_shows_the_first() {
        let shown = excerpt(&"ab\n".repeat(50), 1..100);
        assert_eq!((shown.text.as_str(), shown.marked), ("ab", 1..2));
        let shown = excerpt("ab\ncd\nef", 1..5);
        assert_eq!((shown.text.as_str(), shown.marked), ("ab\ncd", 1..5));
    }

    #[test]
    fn the_end_of_a_line_and_of_the_file_can_be_marked() {
        assert_eq!(excerpt("ab\ncd", 2..3).marked, 2..2);
        let end = excerpt("ab\n", 3..3);
        assert_eq!((end.text.as_str(), end.marked, end.first_line), ("", 0..0, 2));
        assert_eq!(excerpt("", 0..0).text, "");
    }

    #[test]
    fn control_characters_are_shown_not_sent() {
        let shown = excerpt("a\u{1B}[31m\u{7}\u{9B}\u{202E}b", 2..5);
        assert_eq!(shown.text, "a␛[31m␇\u{FFFD}\u{FFFD}b");
        assert_eq!(&shown.text[shown.marked], "[31");
    }
}
