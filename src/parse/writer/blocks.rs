//! What frames text: quotes and alerts, code, lists, definitions, tables.

use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, Tag};

use super::{List, Table, Writer, begins_note, is_figure, small};
use crate::html;
use crate::parse::body::{Piece, Text};
use crate::parse::events::Spanned;
use crate::words::Word;

impl Writer<'_> {
    pub(super) fn start_quote(
        &mut self,
        kind: Option<BlockQuoteKind>,
        range: &Range<usize>,
        list: &[Spanned<'_>],
        index: usize,
    ) {
        let Some(kind) = kind else { return self.start_description(range, list, index) };
        let (class, word) = match kind {
            BlockQuoteKind::Note => ("note", Word::AlertNote),
            BlockQuoteKind::Tip => ("tip", Word::AlertTip),
            BlockQuoteKind::Important => ("important", Word::AlertImportant),
            BlockQuoteKind::Warning => ("warning", Word::AlertWarning),
            BlockQuoteKind::Caution => ("caution", Word::AlertCaution),
        };
        self.html(&format!("<div class=\"alert alert-{class}\" role=\"note\"><p class=\"alert-title\">"));
        self.out.hole(Piece::Word(word));
        self.html("</p>\n");
    }

    pub(super) fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.in_code = true;
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        if language.is_empty() {
            self.html("<pre><code>");
        } else {
            self.html(&format!("<pre><code class=\"language-{}\">", html::attribute(language)));
        }
    }

    pub(super) fn start_list(&mut self, first: Option<u64>, range: &Range<usize>) {
        let part = self.part_before(range, if first.is_some() { "steps" } else { "cards" });
        self.lists.push(List { ordered: first.is_some(), cards: part == Some("cards") });
        let class = part.map_or(String::new(), |name| format!(" class=\"{name}\""));
        match first {
            None => self.html(&format!("<ul{class}>\n")),
            Some(1) => self.html(&format!("<ol{class}>\n")),
            Some(first) => self.html(&format!("<ol{class} start=\"{first}\">\n")),
        }
    }

    pub(super) fn start_item(&mut self, list: &[Spanned<'_>], index: usize) {
        let task = list[index + 1..].iter().find(|(event, _)| !matches!(event, Event::Start(Tag::Paragraph)));
        if matches!(task, Some((Event::TaskListMarker(_), _))) {
            self.html("<li class=\"task\">");
        } else if begins_note(list, index) {
            self.html("<li class=\"note\">");
        } else {
            self.html("<li>");
        }
        self.figure = is_figure(list, index);
    }

    pub(super) fn start_definitions(&mut self, range: &Range<usize>) {
        let faq = self.part_before(range, "faq").is_some();
        self.faq.push((faq, false));
        self.html(if faq { "<div class=\"faq\">\n" } else { "<dl>\n" });
    }

    pub(super) fn start_term(&mut self) {
        let Some((true, open)) = self.faq.last_mut() else { return self.html("<dt>") };
        let before = if std::mem::replace(open, true) { "</details>\n" } else { "" };
        self.html(&format!("{before}<details><summary>"));
        self.out.hole(Piece::PhrasesStart);
        self.question = Some(Text::default());
    }

    pub(super) fn end_question(&mut self) {
        self.out.hole(Piece::PhrasesEnd);
        self.html("</summary>\n");
        if let Some(question) = self.question.take() {
            self.body.questions.push(question);
            self.waiting = true;
        }
    }

    pub(super) fn start_definition(&mut self) {
        if !self.is_faq() {
            return self.html("<dd>");
        }
        // The id is inside what is closed, so that browsers open the answer that a link names.
        match std::mem::take(&mut self.waiting) {
            true => {
                self.html("<div class=\"answer\" id=\"");
                self.out.hole(Piece::QuestionId(small(self.body.questions.len() - 1)));
                self.html("\">");
            }
            false => self.html("<div class=\"answer\">"),
        }
    }

    pub(super) fn end_definitions(&mut self) {
        match self.faq.pop() {
            Some((true, true)) => self.html("</details>\n</div>\n"),
            Some((true, false)) => self.html("</div>\n"),
            _ => self.html("</dl>\n"),
        }
    }

    pub(super) fn is_faq(&self) -> bool {
        self.faq.last().is_some_and(|&(faq, _)| faq)
    }

    pub(super) fn start_table(&mut self, alignments: &[Alignment]) {
        self.table = Table { alignments: alignments.to_vec(), head: false, cell: 0 };
        let Some(caption) = self.caption.take() else {
            self.html("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"");
            self.out.hole(Piece::Word(Word::TableScroll));
            return self.html("\"><table>");
        };
        self.body.captions += 1;
        let id = format!("ui:table-{}", self.body.captions);
        let labelled = format!("role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\"");
        self.html(&format!("<div class=\"table\" {labelled}><table><caption id=\"{id}\">"));
        self.out.append(caption);
        self.html("</caption>");
    }

    pub(super) fn start_cell(&mut self) {
        let class = match self.table.alignments.get(self.table.cell) {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            _ => "",
        };
        if self.table.head {
            self.html(&format!("<th scope=\"col\"{class}>"));
        } else {
            self.html(&format!("<td{class}>"));
        }
    }
}
