//! Where the front matter of a page begins and ends, or was meant to.
//!
//! The Markdown parser does not look for it, since its way of doing so takes quadratic time. A page's first line is
//! `---`, and the next such line ends the front matter; blanks may follow the hyphens, nothing else.

use std::ops::Range;

use crate::diagnostic::{Finding, rule};
use crate::source::Source;
use crate::words::Msg;

/// Where a page's front matter stands and its body begins.
pub(super) struct Cut {
    /// The bytes between the lines of hyphens.
    pub(super) yaml: Range<usize>,
    /// The byte behind them.
    pub(super) body: usize,
}

/// Finds the front matter; or says why there is none, and where the body begins all the same.
pub(super) fn cut(source: &Source) -> Result<Cut, (Box<Finding>, usize)> {
    let text = source.text();
    let first_end = text.find('\n').unwrap_or(text.len());
    if text[..first_end].trim_end() != "---" || first_end == text.len() {
        return Err(absent(source, first_end));
    }
    let mut start = first_end + 1;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Ok(Cut { yaml: first_end + 1..start, body: start + line.len() });
        }
        start += line.len();
    }
    let finding = Finding::new(&rule::FRONT_MATTER_SYNTAX, source.place(0..first_end), Msg::FrontMatterUnclosed)
        .help(Msg::FrontMatterUnclosedHelp);
    // An empty line most likely ends what was meant; so the headings of the body are there for links to them.
    let body = text.find("\n\n").map_or(text.len(), |blank| blank + 2);
    Err((Box::new(finding), body))
}

/// Where the body begins behind lines that were meant as front matter, so that they are not read as its text.
fn end_of_misplaced(text: &str) -> usize {
    let mut fences = text.split_inclusive('\n').scan(0, |end, line| {
        *end += line.len();
        Some((*end, line.trim()))
    });
    let begins = fences.find(|(_, line)| !line.is_empty()).is_some_and(|(_, line)| is_dashes(line));
    let end = begins.then(|| fences.find(|(_, line)| is_dashes(line))).flatten();
    end.map_or(0, |(end, _)| end)
}

fn is_dashes(line: &str) -> bool {
    !line.is_empty() && line.chars().all(|c| ['-', '－', 'ー', '—', '―'].contains(&c))
}

/// The finding on a page that does not begin as it should, and where its body begins.
fn absent(source: &Source, first_end: usize) -> (Box<Finding>, usize) {
    let text = source.text();
    let finding = |message| Finding::new(&rule::FRONT_MATTER_MISSING, source.place(0..first_end), message);
    if let Some(body) = after_late(text) {
        return (Box::new(finding(Msg::FrontMatterLate).help(Msg::FrontMatterLateHelp)), body);
    }
    let first = text.trim_start().lines().next().unwrap_or_default().trim_end();
    if first != "---" && is_dashes(first) {
        return (Box::new(finding(Msg::FrontMatterDashes)), end_of_misplaced(text));
    }
    let title = text.lines().map(|line| line.trim_start_matches('#').trim()).find(|line| !line.is_empty());
    let title = title.unwrap_or("…").chars().take(40).collect::<String>();
    let help = Msg::FrontMatterAbsentHelp { title: title.into() };
    (Box::new(finding(Msg::FrontMatterAbsent).help(help)), 0)
}

/// Where front matter ends that something stands before: empty lines, or a text before its title.
fn after_late(text: &str) -> Option<usize> {
    let blank = text.len() - text.trim_start().len();
    let begin = if blank > 0 && text[blank..].starts_with("---\n") { blank } else { text.find("\n---\ntitle:")? + 1 };
    let inside = begin + "---\n".len();
    let end = "\n---\n";
    Some(text[inside..].find(end).map_or(inside, |at| inside + at + end.len()))
}
