//! Finding `{{ facts.key }}` in text.

use std::ops::Range;

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

/// Splits a text at its double braces. With `escaped`, the text's first brace was written `\{` and is literal.
pub(crate) fn split(text: &str, escaped: bool) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut done = 0;
    let mut from = if escaped { text.len().min(2) } else { 0 };
    while let Some(open) = text[from..].find("{{").map(|at| at + from) {
        if open > done {
            parts.push(Part::Words(&text[done..open]));
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
            split("電話 {{ facts.hotline }}、{{facts.a.era}}と{{ x }}", false),
            [
                Part::Words("電話 "),
                Part::Fact("hotline", 7..26),
                Part::Words("、"),
                Part::Fact("a.era", 29..44),
                Part::Words("と"),
                Part::Unknown(47..54),
            ]
        );
        assert_eq!(split("{{ facts.open", false), [Part::Unknown(0..13)]);
        assert_eq!(split("{{ facts.a }}", true), [Part::Words("{{ facts.a }}")]);
        assert_eq!(split("", true), []);
    }
}
