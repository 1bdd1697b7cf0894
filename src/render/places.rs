//! Where in the templates the engine's errors are, and what they say.

use tera::ErrorKind;

use super::complaint::Complaint;
use super::steps;
use crate::diagnostic::{Finding, Findings, Rule, did_you_mean, rule};
use crate::load::Template;
use crate::source::{Place, Source};
use crate::words::Msg;

/// The templates by their names, for the findings on them.
pub(super) struct Places<'a>(pub(super) &'a [Template]);

impl Places<'_> {
    fn source(&self, name: &str) -> Option<&Source> {
        self.0.iter().find(|template| template.name == name).map(|template| &template.source)
    }

    /// A template as a whole.
    pub(super) fn file(&self, name: &str) -> Option<Place> {
        self.source(name).map(Source::whole)
    }

    /// The place of a line and column as the engine counts them: lines from 1, columns from 0, in characters, in the
    /// text in which loops are counted.
    fn place(&self, name: &str, line: usize, column: usize, end_column: usize) -> Option<Place> {
        let source = self.source(name)?;
        let counted = steps::counted(source.text());
        let start: usize = counted.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let text = counted[start..].split('\n').next().unwrap_or_default();
        let byte = |column: usize| start + text.char_indices().nth(column).map_or(text.len(), |(at, _)| at);
        let (from, to) = (byte(column), byte(end_column.max(column + 1)));
        let (from, to) = (steps::uncounted(&counted, from), steps::uncounted(&counted, to));
        // What fails in the call that counts is the loop whose tag stands before it.
        let from = if from == to { source.text()[..from].rfind("{%").unwrap_or(from) } else { from };
        Some(source.place(from..to.max(from)))
    }

    /// The place of the whole name that an error speaks of, which begins at `place`, perhaps with a quotation mark.
    fn widened(&self, template: &str, place: Place, detail: &str) -> Place {
        let name = detail.split('`').nth(1).unwrap_or_default();
        let (Some(source), Some(span)) = (self.source(template), place.span) else { return place };
        let start = span.range().start;
        let rest = &source.text()[start..];
        match rest.trim_start_matches(['"', '\'', '`']).starts_with(name) {
            true => {
                let quotes = rest.len() - rest.trim_start_matches(['"', '\'', '`']).len();
                source.place(start + quotes..start + quotes + name.len().max(1))
            }
            false => place,
        }
    }

    /// The place where a template names another one; else the template as a whole.
    fn mention(&self, name: &str, other: &str) -> Option<Place> {
        let source = self.source(name)?;
        let text = source.text();
        let quoted = ['"', '\'', '`'].iter().find_map(|quote| text.find(&format!("{quote}{other}{quote}")));
        Some(quoted.map_or_else(|| source.whole(), |at| source.place(at + 1..at + 1 + other.len())))
    }

    fn names(&self) -> Vec<&str> {
        self.0.iter().map(|template| template.name.as_str()).collect()
    }

    fn complaint(&self, rule: &'static Rule, place: Option<Place>, text: &str) -> Finding {
        let Complaint { rule: own, message, help } = Complaint::of(text, &self.names());
        Finding::new(own.unwrap_or(rule), place, message).help(help)
    }

    /// The finding of an error that has one place.
    pub(super) fn finding(&self, rule: &'static Rule, template: &str, error: &tera::Error) -> Finding {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = report.span();
                let place = self.place(report.filename(), span.start_line, span.start_col, span.end_col);
                self.complaint(rule, place.or_else(|| self.file(template)), report.message())
            }
            other => self.complaint(rule, self.file(template), &other.to_string()),
        }
    }

    /// The findings of an error about all templates together.
    pub(super) fn findings(&self, error: &tera::Error) -> Findings {
        match error.kind() {
            ErrorKind::CircularExtend { tpl, inheritance_chain: chain }
            | ErrorKind::CircularInclude { tpl, include_chain: chain } => {
                // The chain of `extends` comes without the template that closes it.
                let mut names: Vec<&str> = chain.iter().map(String::as_str).collect();
                if names.len() < 2 || names.last() != Some(&tpl.as_str()) {
                    names.push(tpl);
                }
                let message = Msg::TemplateCycle { chain: names.join(" → ").into() };
                let next = chain.iter().position(|name| name == tpl).and_then(|at| chain.get(at + 1)).unwrap_or(tpl);
                vec![Finding::new(&rule::TEMPLATE_SYNTAX, self.mention(tpl, next), message)]
            }
            ErrorKind::MissingParent { current, parent } => {
                let message = Msg::TemplateMissing { name: parent.into() };
                let help = did_you_mean(parent, self.names()).map(|name| Msg::DidYouMean { right: name.into() });
                vec![Finding::new(&rule::TEMPLATE_MISSING, self.mention(current, parent), message).help(help)]
            }
            ErrorKind::Msg(report) => self.reported(report),
            _ => vec![self.finding(&rule::TEMPLATE_SYNTAX, "", error)],
        }
    }

    /// The findings of a report that the engine has already put into words, one block an error.
    ///
    /// Unknown functions, filters, tests, components and includes come only in this form: `error: TEXT`, then
    /// `--> NAME:LINE:COLUMN` with the column from 1. What follows `note:` is the way to the template with the error.
    fn reported(&self, report: &str) -> Findings {
        let mut findings = Findings::new();
        let mut detail = "";
        for line in report.lines().map(str::trim_start) {
            if let Some(text) = line.strip_prefix("error: ") {
                detail = text;
            } else if let Some(locus) = line.strip_prefix("--> ") {
                let mut parts = locus.rsplitn(3, ':');
                let column = parts.next().and_then(|number| number.parse::<usize>().ok()).unwrap_or(1);
                let line = parts.next().and_then(|number| number.parse().ok()).unwrap_or(1);
                let template = parts.next().unwrap_or_default();
                let place = self.place(template, line, column.saturating_sub(1), column);
                let place = place.map(|place| self.widened(template, place, detail));
                findings.push(self.complaint(&rule::TEMPLATE_SYNTAX, place, detail));
            }
        }
        if findings.is_empty() {
            findings.push(self.complaint(&rule::TEMPLATE_SYNTAX, None, report));
        }
        findings
    }
}
