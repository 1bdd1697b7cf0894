//! Markdown to events: the one place that calls pulldown-cmark.
//!
//! The parser's events keep their byte ranges. Some things are put right on the way: runs of text that the
//! parser cut at unmatched delimiters are whole again, so that `{{ facts.card_stopped }}` is one text; a
//! line like `{.steps}` becomes an event of its own instead of a paragraph; and on pages of Japanese and Chinese,
//! emphasis and line breaks follow the typography of these languages.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use super::autolink;
pub(crate) use crate::japanese::blocks::Spanned;
use crate::japanese::blocks::{gather, is_cell, is_code};
use crate::japanese::{emphasis, is_set_solid, joining};

/// The events of a body, and the parts that its `{.name}` lines ask for.
pub(crate) struct Events<'a> {
    /// The parser's events, text runs joined.
    pub(crate) list: Vec<Spanned<'a>>,
    /// The `{.name}` lines, in order.
    pub(crate) parts: Vec<PartLine>,
    /// The `**` of Japanese text that are no emphasis.
    pub(crate) left_over: Vec<Range<usize>>,
}

/// A line `{.name}`, which gives the next block a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PartLine {
    /// The name: `steps`.
    pub(crate) name: String,
    /// The braces and what is between them.
    pub(crate) range: Range<usize>,
}

/// What Markdown may contain. Metadata blocks stay off: front matter is cut off by our own code, and the parser's takes quadratic time.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Parses `text[start..]`, written in the language `tag`; `blanked` is room for a copy in which the `{.name}` lines
/// are blank.
pub(crate) fn events<'a>(text: &'a str, start: usize, tag: &str, blanked: &'a mut String) -> Events<'a> {
    let candidates = part_lines(text, start);
    if candidates.is_empty() {
        return set(text, start, tag, Vec::new());
    }
    let literal = literal_ranges(text, start);
    let is_literal =
        |range: &Range<usize>| literal.iter().any(|literal| literal.start <= range.start && range.end <= literal.end);
    let parts: Vec<_> = candidates.into_iter().filter(|line| !is_literal(&line.range)).collect();
    blanked.push_str(text);
    for line in &parts {
        // Blanks of the same length keep every offset.
        blanked.replace_range(line.range.clone(), &" ".repeat(line.range.len()));
    }
    set(blanked, start, tag, parts)
}

/// The events of a text as its language is set.
fn set<'a>(text: &'a str, start: usize, tag: &str, parts: Vec<PartLine>) -> Events<'a> {
    let (events, len) = (parse(text, start), text.len() - start);
    let mut left_over = Vec::new();
    let has_addresses = autolink::may_hold(&text[start..]);
    let link = |list: &mut Vec<Spanned<'a>>, block| {
        if has_addresses && !is_code(list, block) {
            autolink::link(text, list, block);
        }
    };
    if !is_set_solid(tag) {
        let list = gather(events, len, |list, block| {
            join_runs(text, list, block);
            link(list, block);
        });
        return Events { list, parts, left_over };
    }
    let mut pairer = emphasis::Pairer::new(text);
    let mut joiner = joining::Joiner::new(tag);
    let list = gather(events, len, |list, block| {
        pairer.pair(list, block);
        join_runs(text, list, block);
        pairer.left_over(list, block, &mut left_over);
        link(list, block);
        joiner.join(list, block);
    });
    Events { list, parts, left_over }
}

fn parse(text: &str, start: usize) -> impl Iterator<Item = Spanned<'_>> {
    let parser = Parser::new_ext(&text[start..], options()).into_offset_iter();
    parser.map(move |(event, range)| (event, range.start + start..range.end + start))
}

/// The definitions of links by reference (`[label]: address`): their addresses, and their bytes in the source's text.
pub(crate) fn definitions(text: &str, start: usize) -> Vec<(String, Range<usize>)> {
    let parser = Parser::new_ext(&text[start..], options());
    let all = parser.reference_definitions().iter();
    let mut found: Vec<_> = all
        .map(|(_, definition)| {
            let range = definition.span.start + start..definition.span.end + start;
            (definition.dest.to_string(), range)
        })
        .collect();
    found.sort_by_key(|(_, range)| range.start);
    found
}

/// Joins the text runs of the block that begins at `block`, where they say exactly what the source says.
fn join_runs<'a>(text: &'a str, list: &mut Vec<Spanned<'a>>, block: usize) {
    let in_cell = is_cell(list, block);
    let mut kept = block;
    // Remembered, as a look at a run of a megabyte for each of its signs would take hours.
    let mut was_verbatim = is_exact(text, &list[block]);
    for index in block + 1..list.len() {
        let (before, after) = list.split_at_mut(index);
        let ((last, last_range), (next, range)) = (&mut before[kept], &after[0]);
        let is_verbatim = is_exact(text, &after[0]);
        match (last, next) {
            (Event::Text(last), Event::Text(_)) if last_range.end == range.start && was_verbatim && is_verbatim => {
                last_range.end = range.end;
                *last = CowStr::Borrowed(&text[last_range.clone()]);
            }
            (Event::Text(last), Event::Text(next))
                if in_cell && is_ruby_bar(text, last, last_range.end..range.start, next) =>
            {
                *last = format!("{last}{next}").into();
                last_range.end = range.end;
                was_verbatim = false;
            }
            _ => {
                kept += 1;
                list.swap(kept, index);
                was_verbatim = is_verbatim;
            }
        }
    }
    list.truncate(kept + 1);
}

fn is_exact(text: &str, (event, range): &Spanned<'_>) -> bool {
    matches!(event, Event::Text(words) if is_verbatim(text, words, range))
}

/// Whether a bar in a cell, which is written `\|` there, may be the one of `{漢字\|かんじ}`.
fn is_ruby_bar(text: &str, last: &str, gap: Range<usize>, next: &str) -> bool {
    /// No word with its reading is longer; and a cell of bars takes no quadratic time.
    const LONGEST: usize = 300;
    let open = last.rfind(['{', '}']).is_some_and(|at| last[at..].starts_with('{'));
    last.len() < LONGEST && open && text.get(gap) == Some("\\") && next.starts_with('|')
}

/// Whether a text event says exactly what the source says, so that offsets in it are offsets in the source.
pub(super) fn is_verbatim(text: &str, event: &str, range: &Range<usize>) -> bool {
    range.len() == event.len() && text.get(range.clone()) == Some(event)
}

/// The lines that consist of `{.name}` alone.
fn part_lines(text: &str, start: usize) -> Vec<PartLine> {
    let mut lines = Vec::new();
    let mut offset = start;
    for line in text[start..].split_inclusive('\n') {
        let trimmed = line.trim();
        let name = trimmed.strip_prefix("{.").and_then(|rest| rest.strip_suffix('}'));
        if let Some(name) =
            name.filter(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
        {
            let at = offset + (line.len() - line.trim_start().len());
            lines.push(PartLine { name: name.to_owned(), range: at..at + trimmed.len() });
        }
        offset += line.len();
    }
    lines
}

/// The ranges of code blocks and raw HTML, where a `{.name}` line is just text.
fn literal_ranges(text: &str, start: usize) -> Vec<Range<usize>> {
    let starts = |(event, range): Spanned<'_>| {
        matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)).then_some(range)
    };
    parse(text, start).filter_map(starts).collect()
}

/// The index of the event that ends the element that begins at `start`.
pub(crate) fn end_of(list: &[Spanned<'_>], start: usize) -> usize {
    let mut depth = 0_usize;
    for (index, (event, _)) in list.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index;
        }
    }
    list.len()
}

/// Whether an event ends a paragraph.
pub(super) fn ends_text(event: &Event<'_>) -> bool {
    matches!(event, Event::End(TagEnd::Paragraph | TagEnd::Item))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(markdown: &str) -> Vec<(String, Range<usize>)> {
        let mut blanked = String::new();
        events(markdown, 0, "en", &mut blanked)
            .list
            .into_iter()
            .filter_map(|(event, range)| match event {
                Event::Text(text) => Some((text.into_string(), range)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn a_fact_with_underscores_is_one_text() {
        let markdown = "From {{ facts.card_stopped.era }} on, *see* a_b_c.";
        assert_eq!(texts(markdown)[0], ("From {{ facts.card_stopped.era }} on, ".to_owned(), 0..38));
    }

    #[test]
    fn an_escaped_brace_begins_a_text_of_its_own() {
        let found = texts(r"a \{{ b }}");
        assert_eq!(found.last(), Some(&("{{ b }}".to_owned(), 3..10)));
    }

    #[test]
    fn a_part_line_is_no_paragraph_unless_it_is_code() {
        let markdown = "{.steps}\n1. one\n\n```\n{.steps}\n```\n";
        let mut blanked = String::new();
        let events = events(markdown, 0, "en", &mut blanked);
        assert_eq!(events.parts, [PartLine { name: "steps".to_owned(), range: 0..8 }]);
        assert!(matches!(events.list[0].0, Event::Start(Tag::List(Some(1)))));
        assert!(events.list.iter().any(|(event, _)| matches!(event, Event::Text(text) if &**text == "{.steps}\n")));
    }
}
