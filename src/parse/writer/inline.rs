//! What stands in a line: text, facts, code, raw HTML, links and images.

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::{HtmlBlock, Writer, small, trimmed};
use crate::diagnostic::{Finding, rule};
use crate::html;
use crate::japanese::ruby::{self, Ruby};
use crate::parse::body::{Image, Link, Piece, Target, Text, TextPart};
use crate::parse::braces::{self, Escape};
use crate::parse::raw_html::TagName;
use crate::parse::{events, inline, raw_html};
use crate::source::Span;
use crate::words::{Msg, Word};

impl Writer<'_> {
    pub(super) fn text(&mut self, text: &CowStr<'_>, range: &Range<usize>) {
        let text: &str = match self.cut {
            Some(cut) if range.start >= cut => return,
            Some(cut) if range.end > cut => &text[..cut - range.start],
            _ => text,
        };
        if self.is_own_address(text) {
            return;
        }
        if self.in_code {
            return self.words(text);
        }
        let place = range.start..range.start + text.len();
        let exact = events::is_verbatim(self.source.text(), text, &place);
        if exact {
            self.visible(&place);
        }
        if !(braces::may_have(text) || ruby::is_likely(text) || text.contains("[^")) {
            return self.words(text);
        }
        if exact {
            self.missing_footnotes(text, range.start);
        }
        let taken = self.source.text()[..range.start].ends_with('\\');
        let escape = if taken { Escape::Taken } else { Escape::None };
        let pieces = inline::facts(self.source, text, range.start, exact, escape, self.uses, &mut self.findings);
        for part in pieces.0 {
            match part {
                TextPart::Plain(words) => self.words(&words),
                TextPart::Fact(index) => self.fact(index),
                TextPart::Ruby(ruby) => self.ruby(&ruby),
            }
        }
    }

    /// A word with its reading, which stays out of the texts that are gathered.
    fn ruby(&mut self, ruby: &Ruby) {
        self.capture(&ruby.base());
        if self.alt.is_none() {
            ruby.push_html(&mut self.out.html);
        }
    }

    /// Keeps the place of a run of text, unless it is the address of the link that it stands in (`<https://…>`).
    fn visible(&mut self, place: &Range<usize>) {
        let span = Span::new(place.clone());
        if !self.links.iter().any(|&link| self.body.links[link].span == span) {
            self.body.texts.push(span);
        }
    }

    /// Whether a text only repeats the fact that its link leads to: `<fact:ministry>`, which says what `[](fact:ministry)` says.
    fn is_own_address(&self, text: &str) -> bool {
        let Some(fact) = text.strip_prefix("fact:") else { return false };
        let target = self.links.last().map(|&link| &self.body.links[link].target);
        matches!(target, Some(Target::Fact(path)) if path == fact)
    }

    pub(super) fn fact(&mut self, index: u32) {
        if let Some(alt) = &mut self.alt {
            return alt.alt.push_fact(index);
        }
        if let Some(heading) = &mut self.heading {
            heading.text.push_fact(index);
        }
        if let Some(question) = &mut self.question {
            question.push_fact(index);
        }
        for &link in &self.links {
            self.body.links[link].text.push_fact(index);
        }
        if self.alone {
            return self.out.hole(Piece::FactAlone(index));
        }
        let plain = self.heading.is_some() || !self.links.is_empty();
        self.out.hole(Piece::Fact { index, plain });
    }

    pub(super) fn words(&mut self, words: &str) {
        self.capture(words);
        if self.alt.is_none() {
            html::push_text(&mut self.out.html, words);
        }
    }

    /// Adds words to the texts that are being gathered: of an image, a heading, a link.
    pub(super) fn capture(&mut self, words: &str) {
        if let Some(alt) = &mut self.alt {
            return alt.alt.push_str(words);
        }
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(words);
        }
        if let Some(question) = &mut self.question {
            question.push_str(words);
        }
        for &link in &self.links {
            self.body.links[link].text.push_str(words);
        }
    }

    pub(super) fn code(&mut self, code: &str) {
        self.capture(code);
        self.html("<code>");
        if self.alt.is_none() {
            html::push_text(&mut self.out.html, code);
        }
        self.html("</code>");
    }

    pub(super) fn raw(&mut self, raw: &str, range: &Range<usize>) {
        if self.escape_html {
            return self.words(raw);
        }
        let declared = match &self.html_block {
            Some(block) => block.reader.read(raw),
            None => raw_html::Reader::new().read(raw),
        };
        let place = self.source.place(range.clone());
        self.body.ids.extend(declared.ids.into_iter().map(|id| (id, Span::new(range.clone()))));
        for forbidden in declared.forbidden {
            let finding = Finding::new(&rule::HTML_SCRIPT, place.clone(), Msg::HtmlScript { part: forbidden.into() });
            self.findings.push(finding.help(Msg::HtmlScriptHelp));
        }
        let wrong: Vec<_> = declared.tags.iter().flat_map(|tag| self.open_html.take(tag, range)).collect();
        self.tell_unbalanced(wrong);
        if raw.contains("{{") {
            self.findings.push(Finding::new(&rule::FACT_PLACE, place, Msg::FactInHtml).help(Msg::FactInHtmlHelp));
        }
        match (&mut self.html_block, declared.tags.as_slice()) {
            (Some(block), _) => {
                block.is_dangerous |= declared.is_dangerous;
                self.html(raw);
            }
            (None, [TagName::Start(name)]) if declared.is_dangerous => self.html(&format!("<{name}>")),
            (None, _) if declared.is_dangerous => self.words(raw),
            (None, _) => self.html(raw),
        }
    }

    /// Begins a block of raw HTML.
    pub(super) fn start_html_block(&mut self) {
        self.html(if self.escape_html { "<p>" } else { "" });
        let reader = raw_html::Reader::new();
        self.html_block = Some(HtmlBlock { reader, start: self.out.html.len(), is_dangerous: false });
    }

    /// Ends a block of raw HTML. One with an address that runs code is shown as text.
    pub(super) fn end_html_block(&mut self) {
        let block = self.html_block.take();
        if let Some(block) = block.filter(|block| block.is_dangerous && !self.escape_html) {
            let raw = self.out.html.split_off(block.start);
            self.html("<p>");
            self.words(raw.trim_end());
            self.html("</p>\n");
        }
        self.html(if self.escape_html { "</p>\n" } else { "" });
    }

    /// Tells of raw HTML that is not closed, or closes nothing.
    pub(super) fn tell_unbalanced(&mut self, wrong: Vec<(TagName, Range<usize>)>) {
        for (tag, range) in wrong {
            let (message, help) = match &tag {
                TagName::Start(name) => {
                    (Msg::HtmlUnclosed { tag: name.into() }, Msg::HtmlUnclosedHelp { tag: name.into() })
                }
                TagName::End(name) => (Msg::HtmlStray { tag: name.into() }, Msg::HtmlStrayHelp),
            };
            let place = self.source.place(trimmed(self.source.text(), &range));
            self.findings.push(Finding::new(&rule::HTML_UNCLOSED, place, message).help(help));
        }
    }

    pub(super) fn start_link(&mut self, address: &str, title: &str, range: &Range<usize>) {
        // Inside the text alternative of an image or another link, a link is only its words.
        if self.alt.is_some() || !self.links.is_empty() {
            self.inner_links += 1;
            return;
        }
        let span = inline::address_span(self.source.text(), range, address);
        let title = self.title(title, range);
        let link = Link { target: Target::parse(address), text: Text::default(), title, has_image: false, span };
        self.body.links.push(link);
        let index = self.body.links.len() - 1;
        self.links.push(index);
        self.out.hole(Piece::LinkStart(small(index)));
        if self.in_cards() {
            self.out.hole(Piece::PhrasesStart);
        }
    }

    fn in_cards(&self) -> bool {
        self.lists.last().is_some_and(|list| list.cards)
    }

    pub(super) fn end_link(&mut self) {
        if self.inner_links > 0 {
            self.inner_links -= 1;
            return;
        }
        if let Some(index) = self.links.pop() {
            if self.in_cards() {
                self.out.hole(Piece::PhrasesEnd);
            }
            self.out.hole(Piece::LinkEnd(small(index)));
        }
    }

    pub(super) fn start_image(&mut self, address: &str, title: &str, range: &Range<usize>) {
        if self.alt.is_some() {
            self.inner_images += 1;
            return;
        }
        for &link in &self.links {
            self.body.links[link].has_image = true;
        }
        let span = inline::address_span(self.source.text(), range, address);
        let title = self.title(title, range);
        let figure = std::mem::take(&mut self.figure);
        self.alt = Some(Image {
            target: Target::parse(address),
            alt: Text::default(),
            title,
            figure,
            description: None,
            span,
        });
    }

    /// The title of a link or an image. Where it stands in the source is not known exactly.
    fn title(&mut self, title: &str, range: &Range<usize>) -> Text {
        inline::facts(self.source, title, range.start, false, Escape::None, self.uses, &mut self.findings)
    }

    pub(super) fn end_image(&mut self) {
        if self.inner_images > 0 {
            self.inner_images -= 1;
            return;
        }
        let Some(image) = self.alt.take() else { return };
        if let Some(heading) = &mut self.heading {
            heading.text.0.extend(image.alt.0.iter().cloned());
        }
        self.out.hole(Piece::Image(small(self.body.images.len())));
        self.body.images.push(image);
    }

    pub(super) fn task(&mut self, done: bool) {
        self.html(if done {
            "<input type=\"checkbox\" disabled checked aria-label=\""
        } else {
            "<input type=\"checkbox\" disabled aria-label=\""
        });
        self.out.hole(Piece::Word(if done { Word::TaskDone } else { Word::TaskOpen }));
        self.html("\"> ");
    }
}
