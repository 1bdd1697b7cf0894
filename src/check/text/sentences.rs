//! Sentences of a passage.

use std::ops::Range;

use super::Tongue;

/// The sentences of a text, without the space around them. The last may lack its end.
pub(super) fn sentences(text: &str, tongue: Tongue) -> Vec<Range<usize>> {
    let ends = if tongue == Tongue::Japanese { japanese_ends(text) } else { western_ends(text) };
    let mut start = 0;
    let mut found = Vec::new();
    for end in ends.into_iter().chain([text.len()]) {
        let sentence = &text[start..end];
        let from = start + (sentence.len() - sentence.trim_start().len());
        let to = start + sentence.trim_end().len();
        if from < to {
            found.push(from..to);
        }
        start = end;
    }
    found
}

/// A sentence ends at its sign, unless that stands in brackets or quotes, which belong to the sentence around them.
fn japanese_ends(text: &str) -> Vec<usize> {
    let pairs = |open: [char; 3]| text.matches(open).count();
    // Where a bracket is missing, depth says nothing.
    let balanced = pairs(['「', '『', '（']) == pairs(['」', '』', '）']);
    let mut depth = 0_i32;
    let mut ends = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '「' | '『' | '（' => depth += 1,
            '」' | '』' | '）' => depth -= 1,
            '\n' => ends.push(at + 1),
            '。' | '．' | '！' | '？' if depth <= 0 || !balanced => ends.push(at + c.len_utf8()),
            _ => {}
        }
    }
    ends
}

/// A sentence ends where space or nothing follows its sign. A colon ends it too: what follows is often a list.
fn western_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | ':' | ';' | '\n')) {
        let end = at + c.len_utf8();
        let rest = text[end..].trim_start_matches(['"', '”', '’', ')', '\'']);
        if c == '\n' || rest.is_empty() || rest.starts_with(char::is_whitespace) {
            ends.push(text.len() - rest.len());
        }
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, tongue: Tongue) -> Vec<&str> {
        sentences(text, tongue).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn quotes_belong_to_the_sentence_around_them() {
        let text = "「はい。」と答えます。次に（任意です。）出します。終わり";
        assert_eq!(split(text, Tongue::Japanese), ["「はい。」と答えます。", "次に（任意です。）出します。", "終わり"]);
        assert_eq!(split("「はい。次に。", Tongue::Japanese), ["「はい。", "次に。"]);
        assert_eq!(split("Go (now.) Then 3.5 km.", Tongue::English), ["Go (now.)", "Then 3.5 km."]);
    }
}
