//! Line joining: a line break in the source between Japanese characters adds no space to the text.
//!
//! A browser shows a line break as a space, which is right in English and wrong in Japanese. The rules follow CSS
//! Text 4 (segment break transformation) and go one step further, as public style has no space between Japanese
//! and Latin letters or digits: `料金は⏎100円` is joined too.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::blocks::{self, Spanned};
use super::chars::{self, Joint};
use super::{is_set_solid, ruby};

/// What stands for an image at the edge of a line: a sign, neither Japanese nor a word.
const OBJECT: char = '\u{FFFC}';

/// Whether a line that ends with one character and a line that begins with the other join without a space.
#[must_use]
fn joins(before: char, after: char) -> bool {
    use Joint::{Foreign, Hangul, Punctuation, Wide, ZeroWidth};
    match (chars::joint(before), chars::joint(after)) {
        (ZeroWidth, _) | (_, ZeroWidth) => true,
        (Hangul, _) | (_, Hangul) => false,
        (Punctuation, _) | (_, Punctuation) => true,
        (Foreign, _) | (_, Foreign) => false,
        (Wide, _) | (_, Wide) => true,
        _ => false,
    }
}

/// Turns every line break of a plain text into what its language expects: nothing where lines join, else a space.
/// An empty line stays, as it parts paragraphs.
#[must_use]
pub fn join_lines<'a>(text: &'a str, tag: &str) -> Cow<'a, str> {
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let solid = is_set_solid(tag);
    let mut joined = String::with_capacity(text.len());
    let mut lines = text.split('\n').map(|line| line.trim_matches(is_blank)).peekable();
    while let Some(line) = lines.next() {
        joined.push_str(line);
        let Some(next) = lines.peek() else { break };
        match (joined.chars().next_back(), first(next)) {
            (None | Some('\n'), _) | (_, None) => joined.push('\n'),
            (Some(_), Some(after)) if solid && last(&joined).is_some_and(|before| joins(before, after)) => {}
            _ => joined.push(' '),
        }
    }
    Cow::Owned(joined)
}

/// Takes out the spaces to which YAML folded the line breaks of a value, where the lines join.
///
/// `written` is the value as its file has it, perhaps in quotes or after `>`. From a line with escapes on, which the
/// value spells otherwise, the spaces stay.
#[must_use]
pub fn join_folded<'a>(value: &'a str, written: &str, tag: &str) -> Cow<'a, str> {
    if !written.contains('\n') || !is_set_solid(tag) {
        return Cow::Borrowed(value);
    }
    let mut joined = String::with_capacity(value.len());
    let mut rest = value;
    for line in written.lines().map(|line| line.trim_matches(is_blank)) {
        let words = rest.trim_start_matches(is_folded);
        let line = if words.starts_with(line) { line } else { line.trim_matches(['"', '\'']) };
        if line.is_empty() || !words.starts_with(line) {
            // The line of `>` comes first; any other line that the value lacks is the end of what is understood.
            if joined.is_empty() { continue } else { break }
        }
        let gap = &rest[..rest.len() - words.len()];
        let tight = matches!((last(&joined), first(line)), (Some(before), Some(after)) if joins(before, after));
        joined.push_str(if gap == " " && tight { "" } else { gap });
        joined.push_str(line);
        rest = &words[line.len()..];
    }
    joined.push_str(rest);
    Cow::Owned(joined)
}

/// Drops the soft breaks between lines that join, and joins the lines of the titles of links and images. For pages of a
/// language that [`is_set_solid`].
///
/// One pass: a soft break waits for the next visible character, through the tags of inline markup and raw HTML, so
/// that thousands of breaks and tags take linear time.
pub struct Joiner<'t> {
    tag: &'t str,
    /// The last visible character of the line of text.
    before: Option<char>,
    /// The soft breaks since then.
    waiting: Vec<usize>,
    /// The same two for the texts around the open images.
    around: Vec<(Option<char>, Vec<usize>)>,
    /// The soft breaks that go.
    dropped: Vec<usize>,
}

impl<'t> Joiner<'t> {
    /// For pages in the language `tag`.
    #[must_use]
    pub fn new(tag: &'t str) -> Self {
        Self { tag, before: None, waiting: Vec::new(), around: Vec::new(), dropped: Vec::new() }
    }

    /// Joins the lines of the block that begins at `block` and ends with the list.
    pub fn join(&mut self, list: &mut Vec<Spanned<'_>>, block: usize) {
        if blocks::is_code(list, block) {
            return;
        }
        self.before = None;
        self.waiting.clear();
        self.around.clear();
        for (index, (event, _)) in list.iter_mut().enumerate().skip(block) {
            self.event(index, event);
        }
        self.dropped.sort_unstable();
        drop_all(list, &mut self.dropped);
    }

    fn event(&mut self, index: usize, event: &mut Event<'_>) {
        match event {
            Event::Text(text) => self.text(text),
            Event::Code(code) => self.visible(first(code), last(code)),
            Event::SoftBreak => self.waiting.push(index),
            Event::Start(Tag::Link { title, .. }) => join_title(title, self.tag),
            Event::Start(Tag::Image { title, .. }) => {
                join_title(title, self.tag);
                self.visible(Some(OBJECT), Some(OBJECT));
                self.around.push((self.before.take(), std::mem::take(&mut self.waiting)));
            }
            Event::End(TagEnd::Image) => (self.before, self.waiting) = self.around.pop().unwrap_or_default(),
            Event::Start(_) | Event::End(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => {}
            _ => {
                self.before = None;
                self.waiting.clear();
            }
        }
    }

    /// The text that readers see: of ruby the word, not the braces.
    fn text(&mut self, text: &str) {
        if self.waiting.is_empty() && !text.ends_with('}') {
            self.before = last(text).or(self.before);
        } else if text.starts_with('{') || text.ends_with('}') {
            let shown = ruby::plain(text, ruby::Escape::None);
            self.visible(first(&shown), last(&shown));
        } else {
            self.visible(first(text), last(text));
        }
    }

    fn visible(&mut self, first: Option<char>, last: Option<char>) {
        let Some(after) = first else { return };
        if self.before.is_some_and(|before| joins(before, after)) {
            self.dropped.append(&mut self.waiting);
        }
        self.waiting.clear();
        self.before = last;
    }
}

/// Takes events out of a list; `places` are in order, and none is left of them.
fn drop_all(list: &mut Vec<Spanned<'_>>, places: &mut Vec<usize>) {
    let Some(&first) = places.first() else { return };
    let mut dropped = places.drain(..).peekable();
    let mut kept = first;
    for index in first..list.len() {
        if dropped.next_if_eq(&index).is_none() {
            list.swap(kept, index);
            kept += 1;
        }
    }
    list.truncate(kept);
}

fn join_title(title: &mut CowStr<'_>, tag: &str) {
    if title.contains('\n') {
        *title = join_lines(title, tag).into_owned().into();
    }
}

/// The character that a text begins with.
fn first(text: &str) -> Option<char> {
    text.chars().next()
}

/// The character that a text ends with, without variation selectors, which only give it another form.
fn last(text: &str) -> Option<char> {
    text.chars().rev().find(|&c| !chars::is_variation_selector(c))
}

/// The white space that does not count at the ends of a line; the full-width space does.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r')
}

/// The white space to which YAML turns line breaks.
fn is_folded(c: char) -> bool {
    matches!(c, ' ' | '\n')
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Options, Parser, html};
    use serde_json::Value;

    use super::*;

    fn joined(markdown: &str) -> String {
        let events = Parser::new_ext(markdown, Options::all()).into_offset_iter();
        let mut joiner = Joiner::new("ja");
        let list = blocks::gather(events, markdown.len(), |list, block| joiner.join(list, block));
        let mut out = String::new();
        html::push_html(&mut out, list.into_iter().map(|(event, _)| event));
        out
    }

    fn inner(markdown: &str) -> String {
        let html = joined(markdown);
        html.trim().trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
    }

    #[test]
    fn every_case_comes_out_right() {
        let cases: Vec<Value> = serde_json::from_str(include_str!("../../tests/data/soft-breaks.json")).unwrap();
        assert!(cases.len() >= 20);
        for case in cases {
            let text = |key: &str| case[key].as_str().unwrap_or_else(|| panic!("{case}"));
            assert_eq!(inner(text("input")), text("expected"), "{case}");
        }
    }

    #[test]
    fn markup_is_looked_through_and_code_is_not_touched() {
        assert_eq!(inner("日本\n<b>語</b>\nです"), "日本<b>語</b>です");
        assert_eq!(inner("**日本**\n*語*"), "<strong>日本</strong><em>語</em>");
        assert_eq!(inner("設定は\n`a\nb`\nです"), "設定は<code>a b</code>です");
        assert_eq!(joined("```\n日本\n語\n```\n"), "<pre><code>日本\n語\n</code></pre>\n");
        assert_eq!(joined("<div>\n日本\n語\n</div>\n"), "<div>\n日本\n語\n</div>\n");
        assert_eq!(inner("日本\\\n語"), "日本<br />\n語");
        assert_eq!(
            inner("図は\n![代\n替](a.png \"説\n明\")\nです"),
            "図は<img src=\"a.png\" alt=\"代替\" title=\"説明\" />です"
        );
        assert_eq!(joined("あ\n\nい"), "<p>あ</p>\n<p>い</p>\n");
    }

    #[test]
    fn emoji_selectors_and_ruby_have_their_word_at_the_edge() {
        assert_eq!(inner("葛\u{E0100}\nabc"), "葛\u{E0100}abc");
        assert_eq!(inner("晴れ\n☀\u{FE0F}\nです"), "晴れ☀\u{FE0F}です");
        assert_eq!(inner("{漢字|かんじ}\n{電子|でんし}"), "{漢字|かんじ}{電子|でんし}");
        assert_eq!(inner("a\u{200B}\nb"), "a\u{200B}b");
    }

    #[test]
    fn plain_texts_join_by_their_language() {
        assert_eq!(join_lines("カードは\n無料です。\n8日", "ja"), "カードは無料です。8日");
        assert_eq!(join_lines("料金は\n  100円", "ja-JP"), "料金は100円");
        assert_eq!(join_lines("PDF\nfile", "ja"), "PDF file");
        assert_eq!(join_lines("一\n二", "en"), "一 二");
        assert_eq!(join_lines("The card\nis free.", "en"), "The card is free.");
        assert_eq!(join_lines("一つ目。\n\n二つ目。", "ja"), "一つ目。\n\n二つ目。");
        assert!(matches!(join_lines("one line", "en"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_yaml_folded_is_joined() {
        let folded = |value, written| join_folded(value, written, "ja").into_owned();
        assert_eq!(folded("一行目 二行目 三 行目", ">-\n  一行目\n  二行目\n  三 行目\n"), "一行目二行目三 行目");
        assert_eq!(folded("一行目 二行目", "一行目\n  二行目"), "一行目二行目");
        assert_eq!(folded("一行目 二行目", "\"一行目\n  二行目\""), "一行目二行目");
        assert_eq!(folded("一行目\n二 行目\n", ">\n  一行目\n\n  二 行目\n"), "一行目\n二 行目\n");
        assert_eq!(folded("一\t行目 二行目", "\"一\\t行目\n  二行目\""), "一\t行目 二行目");
        assert_eq!(folded("a b", "a\n  b"), "a b");
        assert_eq!(join_folded("一 二", "一\n  二", "en"), "一 二");
    }
}
