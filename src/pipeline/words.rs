//! The words of a site's pages, with what is wrong in their files as findings.

use crate::diagnostic::{Finding, Findings, Rule, rule};
use crate::lang::Lang;
use crate::load::{Input, WordSource};
use crate::source::Span;
use crate::words::validate::{self, Problem};
use crate::words::{Lacking, SiteLanguage, SiteWords};

/// Joins the layers of words.
pub(super) fn load(input: &Input) -> (SiteWords, Findings) {
    let settings = &input.settings;
    let languages: Vec<_> = settings
        .languages
        .iter()
        .map(|lang: Lang| SiteLanguage { tag: settings.languages.tag(lang), dates: *settings.dates.get(lang) })
        .collect();
    let sources = &input.theme.words;
    let layers: Vec<Vec<_>> =
        sources.chunk_by(|a, b| layer(a) == layer(b)).map(|layer| layer.iter().map(source).collect()).collect();
    let (words, problems, lacking) = SiteWords::load(&languages, &layers);
    let findings = problems.iter().map(|problem| finding(problem, sources));
    (words, findings.chain(lacking.iter().map(|lacking| lacks(lacking, input))).collect())
}

/// What the files of one layer share: the folder above `locales/`.
fn layer(source: &WordSource) -> &str {
    let path = source.source.path().as_str();
    path.find("locales/").map_or(path, |at| &path[..at])
}

fn source(source: &WordSource) -> validate::Source<'_> {
    validate::Source { lang: &source.tag, file: source.source.path().as_str(), text: source.source.text() }
}

fn finding(problem: &Problem, sources: &[WordSource]) -> Finding {
    let file = sources.iter().find(|source| source.source.path().as_str() == problem.file);
    let place = file.map(|file| crate::source::Place {
        file: file.source.path().clone(),
        span: Some(Span::new(problem.range.clone())),
    });
    Finding::new(rule_of(problem.kind.rule()), place, problem.kind.message())
}

fn lacks(lacking: &Lacking, input: &Input) -> Finding {
    Finding::new(&rule::WORDS_MISSING, input.settings.source.whole(), lacking.message())
}

/// The rule with an id that the validator names. Its ids are those of the table, which a test holds.
fn rule_of(id: &str) -> &'static Rule {
    rule::find(id).unwrap_or(&rule::WORDS_SYNTAX)
}
