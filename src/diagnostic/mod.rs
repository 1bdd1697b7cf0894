//! Findings: what taiyaku has to say about a site, as data.
//!
//! A *finding* is one judgement on one place, made by one *rule*. Its message is data too ([`Msg`]); words are
//! chosen when it is shown (the modules `human`, `json`, `sarif` and `github`). Stages return their value and their findings, and go on.

mod excerpt;
mod fix;
pub mod github;
pub mod human;
pub mod json;
mod lines;
mod path;
pub mod rule;
pub mod sarif;
mod view;
mod wording;

pub(crate) use excerpt::printable;
pub use fix::Fix;
pub use path::path_problem;
pub use rule::{Level, Rule, RuleSettings};
pub use view::{ExcerptView, FindingView, PlaceView, views};
pub use wording::{level_name, summary};

use crate::source::Place;
use crate::words::Msg;

/// One judgement on one place of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that made it.
    pub rule: &'static Rule,
    /// Its level; the rule's own until the site's settings are applied.
    pub level: Level,
    /// Where it points; `None` when it is about the site as a whole.
    pub place: Option<Place>,
    /// What is wrong.
    pub message: Msg,
    /// What to do about it.
    pub help: Option<Msg>,
    /// Other places that belong to it, such as the other language's text.
    pub related: Vec<(Place, Msg)>,
    /// The change that settles it, where one is safe.
    pub fix: Option<Fix>,
}

impl Finding {
    /// A finding of a rule at a place, with the rule's own level.
    #[must_use]
    pub fn new(rule: &'static Rule, place: impl Into<Option<Place>>, message: Msg) -> Self {
        Self { rule, level: rule.level, place: place.into(), message, help: None, related: Vec::new(), fix: None }
    }

    /// The finding with a hint on what to do.
    #[must_use]
    pub fn help(self, help: impl Into<Option<Msg>>) -> Self {
        Self { help: help.into(), ..self }
    }

    /// The finding with a change that settles it.
    #[must_use]
    pub fn fix(self, fix: impl Into<Option<Fix>>) -> Self {
        Self { fix: fix.into(), ..self }
    }

    /// The finding with a further place.
    #[must_use]
    pub fn related(mut self, place: Place, message: Msg) -> Self {
        self.related.push((place, message));
        self
    }
}

/// The findings of a stage, in the order in which it met them.
pub type Findings = Vec<Finding>;

/// Applies a site's `rules:`, drops what is off, and sorts by file, place, rule and message.
#[must_use]
pub fn settle(findings: Findings, settings: &RuleSettings) -> Findings {
    let mut settled: Findings = findings
        .into_iter()
        .filter_map(|finding| Some(Finding { level: settings.level(finding.rule, finding.level)?, ..finding }))
        .collect();
    settled.sort_by(|a, b| (&a.place, a.rule.id, &a.message).cmp(&(&b.place, b.rule.id, &b.message)));
    settled.dedup();
    settled
}

/// How many findings there are of each level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors: the site is not written.
    pub errors: usize,
    /// Warnings: errors under `--deny warnings`.
    pub warnings: usize,
    /// Hints: never change the exit status.
    pub hints: usize,
}

impl Counts {
    /// Counts these findings.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Self {
        let count = |level| findings.iter().filter(|finding| finding.level == level).count();
        Self { errors: count(Level::Error), warnings: count(Level::Warning), hints: count(Level::Hint) }
    }
}

/// The one of `known` that someone who wrote `written` most likely meant.
///
/// Compares in lower case by the Damerau-Levenshtein distance; up to a third of the letters may differ.
#[must_use]
pub fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = written.to_lowercase();
    let length = lower.chars().count();
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|&(distance, candidate)| distance * 3 <= length.max(candidate.chars().count()))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}
