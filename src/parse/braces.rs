//! Finding `{{ facts.key }}` in text.

use std::ops::Range;

pub(crate) use crate::japanese::ruby::Escape;

/// A part of a text: words, a fact, or double braces that are no fact.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// Words to be taken as they are.
    Words(&'a str),
    /// A fact's key and parts, with the braces' range in the text.
    Fact(&'a str, Range<usize>),
    /// Double braces that hold something else, with their range in the text.
    Unknown(Range<usize>),
}

/// Whether a text may have double braces: a quick look at texts that have none.
pub(crate) fn may_have(text: &str) -> bool {
    text.contains("{{") || text.contains(FULL_WIDTH)
}

/// Splits a text at its double braces.
pub(crate) fn split(text: &str, escape: Escape) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut done = 0;
    let mut from = if escape == Escape::Taken && text.starts_with("{{") { 2 } else { 0 };
    for open in opens(text) {
        if open < from {
            continue;
        }
        let literal = escape == Escape::Backslash && text[..open].ends_with('\\');
        let words = &text[done..if literal { open - 1 } else { open }];
        if !words.is_empty() {
            parts.push(Part::Words(words));
        }
        if literal {
            (done, from) = (open, open + 2);
            continue;
        }
        if text[open..].starts_with(FULL_WIDTH) {
            let end = text[open..].find("｝｝").map_or(text.len(), |at| open + at + "｝｝".len());
            parts.push(Part::Unknown(open..end));
            (done, from) = (end, end);
            continue;
        }
        let close = text[open..].find("}}").map(|at| at + open + 2);
        let end = close.unwrap_or(text.len());
        let inner = close.map(|close| text[open + 2..close - 2].trim());
        parts.push(match inner.and_then(fact_path) {
            Some(path) => Part::Fact(path, open..end),
            None => Part::Unknown(open..end),
        });
        done = end;
        from = end;
    }
    if done < text.len() {
        parts.push(Part::Words(&text[done..]));
    }
    parts
}

/// Double braces as a Japanese keyboard writes them. They are a mistake where a fact is meant, and else text.
const FULL_WIDTH: &str = "｛｛";

/// Where double braces open, in order. Found in one walk: a text may be all braces.
fn opens(text: &str) -> Vec<usize> {
    let meant = |at: &usize| text[at + FULL_WIDTH.len()..].trim_start().starts_with("facts.");
    let full_width = text.match_indices(FULL_WIDTH).map(|(at, _)| at).filter(meant);
    let mut opens: Vec<usize> = text.match_indices("{{").map(|(at, _)| at).chain(full_width).collect();
    opens.sort_unstable();
    opens
}

/// `key.part` out of `facts.key.part`.
fn fact_path(inner: &str) -> Option<&str> {
    let path = inner.strip_prefix("facts.")?;
    let is_name =
        |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    path.split('.').all(is_name).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_and_other_braces_are_told_apart() {
        assert_eq!(
            split("電話 {{ facts.hotline }}、{{facts.a.era}}と{{ x }}", Escape::None),
            [
                Part::Words("電話 "),
                Part::Fact("hotline", 7..26),
                Part::Words("、"),
                Part::Fact("a.era", 29..44),
                Part::Words("と"),
                Part::Unknown(47..54),
            ]
        );
        assert_eq!(split("{{ facts.open", Escape::None), [Part::Unknown(0..13)]);
        assert_eq!(split("", Escape::Taken), []);
    }

    #[test]
    fn braces_can_be_literal() {
        assert_eq!(split("{{ facts.a }}", Escape::Taken), [Part::Words("{{ facts.a }}")]);
        assert_eq!(split(r"\{{facts.a}}", Escape::Taken), [Part::Words(r"\"), Part::Fact("a", 1..12)]);
        assert_eq!(
            split(r"a \{{ b }} {{facts.c}}", Escape::Backslash),
            [Part::Words("a "), Part::Words("{{ b }} "), Part::Fact("c", 11..22)]
        );
        let wide = "電話｛｛ facts.a ｝｝と｛｛注｝｝";
        assert_eq!(split(wide, Escape::None), [Part::Words("電話"), Part::Unknown(6..27), Part::Words("と｛｛注｝｝")]);
    }
}
