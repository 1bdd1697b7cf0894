//! The addresses in a style sheet: where they stand, so that they can be replaced.

use std::ops::Range;

/// An address in a style sheet: the bytes that hold it, quotes and all, and what it says.
pub(super) type Address<'a> = (Range<usize>, &'a str);

/// What stands in `url(…)` and behind `@import`, in order.
pub(super) fn addresses(css: &str) -> Vec<Address<'_>> {
    let mut found: Vec<Address<'_>> = Vec::new();
    let mut from = 0;
    while let Some((start, end)) = next(css, from) {
        let written = &css[start..end];
        found.push((start..end, written.trim().trim_matches(['"', '\''])));
        from = end;
    }
    found
}

/// The bytes of the next address.
fn next(css: &str, from: usize) -> Option<(usize, usize)> {
    let rest = &css[from..];
    let url = rest.find("url(").map(|at| from + at + "url(".len());
    let import = rest.find("@import").and_then(|at| quoted(css, from + at + "@import".len()));
    match (url, import) {
        (Some(url), Some((start, end))) if start < url => Some((start, end)),
        (None, import) => import,
        (Some(url), _) => Some((url, css[url..].find(')').map_or(css.len(), |at| url + at))),
    }
}

/// The quoted text that begins at `from`, after white space.
fn quoted(css: &str, from: usize) -> Option<(usize, usize)> {
    let start = from + (css[from..].len() - css[from..].trim_start().len());
    let quote = css[start..].chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let end = css[start + 1..].find(quote)?;
    Some((start, start + 1 + end + 1))
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn addresses_stand_in_url_and_behind_import() {
        let css = "@import \"a.css\";@import url( 'b.css' ) screen;.a{background:url(c.svg#d)}@import;";
        let found: Vec<_> = addresses(css).into_iter().map(|(range, written)| (&css[range], written)).collect();
        assert_eq!(found, [("\"a.css\"", "a.css"), (" 'b.css' ", "b.css"), ("c.svg#d", "c.svg#d")]);
        assert_eq!(addresses("@import 'x; url("), [(16..16, "")]);
    }
}
