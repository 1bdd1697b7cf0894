//! A former address in front matter, put where it belongs without touching anything else.

use crate::diagnostic::Fix;
use crate::parse::FrontMatter;
use crate::scaffold::edit::{insertion, line_end, line_start, yaml_scalar};
use crate::site_path::site_path;
use crate::source::{Source, Span};
use crate::yaml::{Data, Node};

/// The changes that make `old` lead to a page, which now lives at `new`. `None`: the front matter has a form in which
/// nothing can be added.
pub(super) fn redirect(source: &Source, old: &str, new: &str) -> Option<Vec<Fix>> {
    let (yaml, root) = FrontMatter::layout(source)?;
    let text = source.text();
    let Some(entry) = root.entries().iter().find(|entry| entry.key == "redirect_from") else {
        let is_block = root.entries().first().is_some_and(|first| {
            let start = first.key_span.range().start;
            line_start(text, start) == start
        });
        return is_block.then(|| vec![insertion(yaml.end, format!("redirect_from: [{}]\n", yaml_scalar(old)))]);
    };
    let value = &entry.value;
    if value.is_null() {
        let colon = entry.key_span.range().end + text[entry.key_span.range().end..].find(':')? + 1;
        return Some(vec![insertion(colon, format!(" [{}]", yaml_scalar(old)))]);
    }
    let Data::List(items) = &value.data else { return None };
    let says = |address: &str, item: &Node| matches!(&item.data, Data::Scalar { text, .. } if site_path(text).as_deref() == Ok(address));
    let has_old = items.iter().any(|item| says(old, item));
    match (items.iter().find(|item| says(new, item)), has_old) {
        // What was the former address is the address again.
        (Some(item), false) => Some(vec![Fix { span: item.span, text: yaml_scalar(old) }]),
        (Some(_), true) => None,
        (None, true) => Some(Vec::new()),
        (None, false) => Some(vec![added(text, value, items, old)]),
    }
}

fn added(text: &str, value: &Node, items: &[Node], old: &str) -> Fix {
    let start = value.span.range().start;
    let is_flow = text[start..].starts_with('[');
    match items.last() {
        None => Fix { span: Span::new(start..value.span.range().end), text: format!("[{}]", yaml_scalar(old)) },
        Some(last) if is_flow => insertion(last.span.range().end, format!(", {}", yaml_scalar(old))),
        Some(last) => {
            let line = line_start(text, last.span.range().start);
            let dash = text[line..].find('-').unwrap_or(0);
            let indent = &text[line..line + dash];
            let end = line_end(text, last.span.range().end.saturating_sub(1));
            insertion(end, format!("{indent}- {}\n", yaml_scalar(old)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scaffold::edit::edited;
    use crate::source::SourcePath;

    fn with(front: &str) -> Option<String> {
        let source = Source::new(SourcePath::new("content/a.ja.md"), &format!("---\n{front}---\n本文\n"));
        let edits = redirect(&source, "/ja/old/", "/ja/new/")?;
        let text = String::from_utf8(edited(&source, edits)).expect("UTF-8");
        Some(text.strip_prefix("---\n")?.strip_suffix("---\n本文\n")?.to_owned())
    }

    #[test]
    fn a_former_address_goes_where_the_others_are() {
        for (front, expected) in [
            ("title: 題\n", "title: 題\nredirect_from: [/ja/old/]\n"),
            ("title: 題\nsummary: |\n  a\n\n  b\n", "title: 題\nsummary: |\n  a\n\n  b\nredirect_from: [/ja/old/]\n"),
            ("redirect_from: [/ja/a/] # b\ntitle: 題\n", "redirect_from: [/ja/a/, /ja/old/] # b\ntitle: 題\n"),
            (
                "redirect_from:\n  - /ja/a/ # b\n\ntitle: 題\n",
                "redirect_from:\n  - /ja/a/ # b\n  - /ja/old/\n\ntitle: 題\n",
            ),
            ("redirect_from:\n- /ja/a/\ntitle: 題\n", "redirect_from:\n- /ja/a/\n- /ja/old/\ntitle: 題\n"),
            ("redirect_from: []\ntitle: 題\n", "redirect_from: [/ja/old/]\ntitle: 題\n"),
            ("redirect_from:\ntitle: 題\n", "redirect_from: [/ja/old/]\ntitle: 題\n"),
            ("redirect_from: [/ja/old/]\ntitle: 題\n", "redirect_from: [/ja/old/]\ntitle: 題\n"),
            ("redirect_from: [/ja/new/]\ntitle: 題\n", "redirect_from: [/ja/old/]\ntitle: 題\n"),
        ] {
            assert_eq!(with(front).as_deref(), Some(expected));
        }
        assert_eq!(with("{title: 題}\n"), None);
        assert_eq!(with("title: 題\nredirect_from: /ja/a/\n"), None);
    }
}
