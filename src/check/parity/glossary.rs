//! `parity-term`: terms of `content/glossary.yaml` are translated one way, and forms that they forbid are not used.
//!
//! ```yaml
//! my_number_card:
//!   ja: マイナンバーカード
//!   en: [My Number Card, My Number Cards]
//!   forbidden: {ja: [個人番号カード], en: [Individual Number Card]}
//! ```
//!
//! A language may accept several forms; the first is the one that findings propose. A page that uses a term must use it in
//! its other languages too, somewhere: within a page a pronoun may well stand for it. A form within a longer one of the
//! glossary is not used for itself: 個人番号カード is no 個人番号.

mod finder;

use std::collections::{BTreeMap, BTreeSet};

use super::{PageUnits, Side};
use crate::diagnostic::{Finding, Findings, rule};
use crate::lang::{Lang, Languages, PerLang};
use crate::resolve::{Page, Site};
use crate::source::{Source, Span};
use crate::words::Msg;
use crate::yaml::{self, Data, Decoder, Entry, Judge, Node};

use finder::Finder;

/// How a glossary is judged.
static JUDGE: Judge = Judge {
    syntax: &rule::CONFIG_SYNTAX,
    unknown_key: &rule::CONFIG_UNKNOWN_KEY,
    value: &rule::CONFIG_VALUE,
    missing: &rule::CONFIG_MISSING,
    max_bytes: 4 << 20,
};

const FORBIDDEN: &str = "forbidden";

/// The terms of a site.
#[derive(Debug, Default)]
pub(in crate::check) struct Glossary {
    terms: Vec<Term>,
    /// What finds the forms of each language; none in an empty glossary.
    finders: Option<PerLang<Finder>>,
}

/// A term in each language.
#[derive(Debug)]
struct Term {
    forms: PerLang<Vec<String>>,
    forbidden: PerLang<Vec<String>>,
}

impl Glossary {
    /// The glossary of a site, which may have none.
    pub(in crate::check) fn of(site: &Site) -> (Self, Findings) {
        let languages = &site.input.settings.languages;
        site.input.glossary.as_ref().map(|source| read(source, languages)).unwrap_or_default()
    }

    /// What finds the forms of a language, unless there are no terms.
    fn finder(&self, lang: Lang) -> Option<&Finder> {
        self.finders.as_ref().map(|finders| finders.get(lang))
    }
}

fn read(source: &Source, languages: &Languages) -> (Glossary, Findings) {
    let yaml = match yaml::parse(source, 0..source.text().len(), &JUDGE) {
        Ok(yaml) => yaml,
        Err(findings) => return (Glossary::default(), findings),
    };
    let mut decoder = Decoder::new(source, &JUDGE);
    let entries: Vec<&Entry> = decoder.map(&yaml.root).map(|fields| fields.iter().collect()).unwrap_or_default();
    let terms: Vec<Term> = entries.into_iter().filter_map(|entry| term(&mut decoder, entry, languages)).collect();
    let finder = |lang| Finder::new(terms.iter().map(|term| (term.forms.get(lang), term.forbidden.get(lang))));
    let finders = (!terms.is_empty()).then(|| PerLang::from_fn(languages, finder));
    (Glossary { terms, finders }, decoder.finish())
}

fn term(decoder: &mut Decoder<'_>, entry: &Entry, languages: &Languages) -> Option<Term> {
    let tags: Vec<&str> = languages.tags().chain([FORBIDDEN]).collect();
    let fields = decoder.fields(&entry.value, &tags)?;
    let mut forms = PerLang::from_fn(languages, |_| Vec::new());
    let mut forbidden = PerLang::from_fn(languages, |_| Vec::new());
    for lang in languages.iter() {
        if let Some(node) = fields.get(languages.tag(lang)) {
            *forms.get_mut(lang) = texts(decoder, languages.tag(lang), node);
        }
    }
    if let Some(node) = fields.get(FORBIDDEN)
        && let Some(of) = decoder.fields(node, &tags[..tags.len() - 1])
    {
        for lang in languages.iter() {
            if let Some(node) = of.get(languages.tag(lang)) {
                *forbidden.get_mut(lang) = texts(decoder, languages.tag(lang), node);
            }
        }
    }
    if forms.iter().all(|(_, forms)| forms.is_empty()) {
        let tag = languages.tag(Lang::MAIN);
        decoder.missing(entry.key_span, tag, None);
        return None;
    }
    Some(Term { forms, forbidden })
}

/// One text or a list of texts, without empty ones, which would be found everywhere.
fn texts(decoder: &mut Decoder<'_>, key: &str, node: &Node) -> Vec<String> {
    let nodes = match &node.data {
        Data::List(items) => items.as_slice(),
        Data::Scalar { .. } | Data::Map(_) => std::slice::from_ref(node),
    };
    let texts = nodes.iter().filter_map(|node| decoder.text(key, node)).map(|text| text.value.trim().to_owned());
    texts.filter(|text| !text.is_empty()).collect()
}

/// Forms that a page must not use.
pub(super) fn forbidden(site: &Site, glossary: &Glossary, page: &Page, units: &PageUnits) -> Findings {
    let Some(finder) = glossary.finder(page.lang) else { return Findings::new() };
    let source = &site.edition(page).document.source;
    let mut findings = Findings::new();
    for (block, text) in units.blocks.iter().zip(&units.texts) {
        let mut told = BTreeSet::new();
        for used in finder.uses(text).into_iter().filter(|used| used.is_forbidden) {
            let wrong = &text[used.range];
            if !told.insert(wrong) {
                continue;
            }
            let range = block.span.range();
            let at = source.text()[range.clone()].find(wrong).map(|at| range.start + at);
            let span = at.map_or(block.span, |at| Span::new(at..at + wrong.len()));
            let help = glossary.terms[used.term].forms.get(page.lang).first();
            let help = help.map(|right| Msg::TermForbiddenHelp { right: right.into() });
            let message = Msg::TermForbidden { term: wrong.into() };
            findings.push(Finding::new(&rule::PARITY_TERM, source.place(span.range()), message).help(help));
        }
    }
    findings
}

/// Terms that one of two pages uses and the other never does.
pub(super) fn missing(site: &Site, glossary: &Glossary, first: Side<'_>, second: Side<'_>) -> Findings {
    let uses = |side: Side<'_>| glossary.finder(side.page.lang).map(|finder| Uses::of(finder, &side.units.words));
    let (Some(of_first), Some(of_second)) = (uses(first), uses(second)) else { return Findings::new() };
    let mut findings = Findings::new();
    for (here, there, ours, theirs) in [(first, second, &of_first, &of_second), (second, first, &of_second, &of_first)]
    {
        let gone = ours.first.iter().filter(|(term, _)| !theirs.any.contains(term));
        findings.extend(gone.filter_map(|(&term, used)| missing_in(site, &glossary.terms[term], used, here, there)));
    }
    findings
}

/// The terms that a page uses.
struct Uses {
    /// For each that is used for itself, the block and the form that came first.
    first: BTreeMap<usize, (usize, String)>,
    /// All, those within longer ones too.
    any: BTreeSet<usize>,
}

impl Uses {
    fn of(finder: &Finder, words: &[String]) -> Self {
        let (mut first, mut any) = (BTreeMap::new(), BTreeSet::new());
        for (block, text) in words.iter().enumerate() {
            any.extend(finder.all(text).filter(|used| !used.is_forbidden).map(|used| used.term));
            for used in finder.uses(text).into_iter().filter(|used| !used.is_forbidden) {
                first.entry(used.term).or_insert_with(|| (block, text[used.range].to_owned()));
            }
        }
        Self { first, any }
    }
}

/// The finding on a term that `here` uses and `there` does not, if `there` has a word for it.
fn missing_in(
    site: &Site,
    term: &Term,
    (block, used): &(usize, String),
    here: Side<'_>,
    there: Side<'_>,
) -> Option<Finding> {
    let right = term.forms.get(there.page.lang).first()?;
    let lang = site.input.settings.languages.tag(there.page.lang);
    let message = Msg::TermMissing { term: used.as_str().into(), right: right.into(), lang: lang.into() };
    let source = |side: Side<'_>| site.edition(side.page).document.source.clone();
    let finding = Finding::new(&rule::PARITY_TERM, source(there).whole(), message).help(Msg::TermMissingHelp);
    Some(finding.related(source(here).place(here.units.blocks[*block].span.range()), Msg::ParityOther))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    #[test]
    fn a_glossary_with_faults_tells_all_of_them() {
        let text = "card:\n  ja: [カード, 券]\n  en: card\n  forbidden: {en: [ticket]}\nempty: {}\nbad: {fr: carte}\n";
        let languages = Languages::new(&["ja", "en"]).expect("two languages");
        let (glossary, findings) = read(&Source::new(SourcePath::new("content/glossary.yaml"), text), &languages);
        assert_eq!(glossary.terms.len(), 1);
        assert_eq!(glossary.terms[0].forms.get(Lang::MAIN), &["カード", "券"]);
        let rules: Vec<_> = findings.iter().map(|finding| finding.rule.id).collect();
        assert_eq!(rules, ["config-missing", "config-unknown-key", "config-missing"]);
    }
}
