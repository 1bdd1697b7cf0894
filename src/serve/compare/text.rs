//! One block of a text as the comparison shows it: its words with facts filled in, what changed in it, and its kind.

use super::rows::edit_of;
use super::{Comparison, Half};
use crate::blocks::{Block, Kind, Mark, Side, marks};
use crate::parse::braces::{self, Escape, Part};
use crate::serve::markup::Markup;
use crate::words::Msg;

impl Comparison<'_> {
    pub(super) fn block(&self, cell: &mut Markup, half: &Half<'_>, index: usize) {
        let block = &half.blocks[index];
        let class = format!("block {}", block.kind.name());
        let level = if block.kind == Kind::Heading { block.level.to_string() } else { String::new() };
        cell.element("div", &[("class", &class), ("data-level", &level)], |inside| {
            self.place(inside, half, block);
            if let Some(label) = label(block.kind, &block.name) {
                inside.line("span", &[("class", "kind")], &self.view.say(&label));
            }
            inside.element("p", &[], |words| self.words(words, half, index));
        });
    }

    /// The number of the block's line, which opens it.
    fn place(&self, inside: &mut Markup, half: &Half<'_>, block: &Block) {
        let Some(source) = half.source else { return };
        let position = source.position(block.span.range().start);
        let line = position.line.to_string();
        let name = self.view.say(&Msg::CompareLine { line: position.line.into() });
        match self.view.href(source.path().as_str(), Some((position.line, position.column))) {
            Some(href) => inside.line("a", &[("class", "line"), ("href", &href), ("aria-label", &name)], &line),
            None => inside.line("span", &[("class", "line")], &line),
        }
    }

    /// The words of a block; what went and what came is marked.
    fn words(&self, words: &mut Markup, half: &Half<'_>, index: usize) {
        let today = &half.blocks[index];
        let changes = self.translation.changes.as_deref();
        let edit = edit_of(changes, half.side, index);
        let Some((changes, edit)) = changes.zip(edit) else { return words.text(&self.shown(half, &today.text)) };
        let agreed = match half.side {
            Side::Main => &changes.agreed.0,
            Side::Other => &changes.agreed.1,
        };
        let old = edit.old.map(|old| &agreed[old]);
        // Targets are shown where nothing else changed.
        let whole = old.is_some_and(|old| old.text == today.text) || today.text.is_empty();
        let text = |block: &Block| self.shown(half, if whole { &block.full } else { &block.text });
        for mark in marks(&old.map(text).unwrap_or_default(), &text(today)) {
            match mark {
                Mark::Kept(part) => words.text(&part),
                Mark::Removed(part) => words.line("del", &[], &part),
                Mark::Added(part) => words.line("ins", &[], &part),
            }
        }
    }

    /// A text with its facts in words.
    fn shown(&self, half: &Half<'_>, text: &str) -> String {
        let wording = self.site.wording(half.lang);
        let part = |part: Part<'_>| match part {
            Part::Words(words) => words.to_owned(),
            Part::Unknown(range) => text[range].to_owned(),
            Part::Fact(path, range) => {
                self.site.facts.show(path, &wording).map_or_else(|_| text[range].to_owned(), |shown| shown.text)
            }
        };
        braces::split(text, Escape::None).into_iter().map(part).collect()
    }
}

/// What kind of block it is, where its looks cannot tell.
fn label(kind: Kind, name: &str) -> Option<Msg> {
    match (kind, name) {
        (Kind::Field, "title") => Some(Msg::CompareKindTitle),
        (Kind::Field, "nav_title") => Some(Msg::CompareKindNavTitle),
        (Kind::Field, _) => Some(Msg::CompareKindSummary),
        (Kind::Alt, _) => Some(Msg::CompareKindAlt),
        (Kind::Image, _) => Some(Msg::CompareKindImage),
        (Kind::Directive, _) => Some(Msg::CompareKindDirective),
        (Kind::Html, _) => Some(Msg::CompareKindHtml),
        _ => None,
    }
}
