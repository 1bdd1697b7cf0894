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
//! its other languages too, somewhere: within a page a pronoun may well stand for it.

use super::{PageUnits, Side};
use crate::diagnostic::{Finding, Findings, rule};
use crate::lang::{Lang, Languages, PerLang};
use crate::resolve::{Page, Site};
use crate::source::{Source, Span};
use crate::words::Msg;
use crate::yaml::{self, Data, Decoder, Entry, Judge, Node};

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
pub(in crate::check) struct Glossary(Vec<Term>);

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
}

fn read(source: &Source, languages: &Languages) -> (Glossary, Findings) {
    let yaml = match yaml::parse(source, 0..source.text().len(), &JUDGE) {
        Ok(yaml) => yaml,
        Err(findings) => return (Glossary::default(), findings),
    };
    let mut decoder = Decoder::new(source, &JUDGE);
    let entries: Vec<&Entry> = decoder.map(&yaml.root).map(|fields| fields.iter().collect()).unwrap_or_default();
    let terms = entries.into_iter().filter_map(|entry| term(&mut decoder, entry, languages)).collect();
    (Glossary(terms), decoder.finish())
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
    let source = &site.edition(page).document.source;
    let mut findings = Findings::new();
    for term in &glossary.0 {
        let right = term.forms.get(page.lang).first();
        for wrong in term.forbidden.get(page.lang) {
            for unit in units.blocks.iter().zip(&units.texts).filter(|(_, text)| uses(text, wrong)) {
                let range = unit.0.span.range();
                let at = source.text()[range.clone()].find(wrong.as_str()).map(|at| range.start + at);
                let span = at.map_or(unit.0.span, |at| Span::new(at..at + wrong.len()));
                let message = Msg::TermForbidden { term: wrong.into() };
                let help = right.map(|right| Msg::TermForbiddenHelp { right: right.into() });
                findings.push(Finding::new(&rule::PARITY_TERM, source.place(span.range()), message).help(help));
            }
        }
    }
    findings
}

/// Terms that one of two pages uses and the other never does.
pub(super) fn missing(site: &Site, glossary: &Glossary, first: Side<'_>, second: Side<'_>) -> Findings {
    let mut findings = Findings::new();
    for term in &glossary.0 {
        findings.extend(missing_in(site, term, first, second));
        findings.extend(missing_in(site, term, second, first));
    }
    findings
}

/// A term that `here` uses and `there` does not.
fn missing_in(site: &Site, term: &Term, here: Side<'_>, there: Side<'_>) -> Option<Finding> {
    let expected = term.forms.get(there.page.lang);
    let right = expected.first()?;
    let uses_any = |text: &String, forms: &[String]| forms.iter().any(|form| uses(text, form));
    let at = here.units.words.iter().position(|text| uses_any(text, term.forms.get(here.page.lang)))?;
    if there.units.words.iter().any(|text| uses_any(text, expected)) {
        return None;
    }
    let used = term.forms.get(here.page.lang).iter().find(|form| uses(&here.units.words[at], form))?;
    let lang = site.input.settings.languages.tag(there.page.lang);
    let message = Msg::TermMissing { term: used.into(), right: right.into(), lang: lang.into() };
    let source = |side: Side<'_>| site.edition(side.page).document.source.clone();
    let finding = Finding::new(&rule::PARITY_TERM, source(there).whole(), message).help(Msg::TermMissingHelp);
    Some(finding.related(source(here).place(here.units.blocks[at].span.range()), Msg::ParityOther))
}

/// Whether a text uses a form: as whole words where it is written in letters that have words, whatever their case.
fn uses(text: &str, form: &str) -> bool {
    let (text, form) = (text.to_ascii_lowercase(), form.to_ascii_lowercase());
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let inner = (letter(form.chars().next()), letter(form.chars().next_back()));
    text.match_indices(&form).any(|(at, found)| {
        let before = inner.0 && letter(text[..at].chars().next_back());
        let rest = &text[at + found.len()..];
        let after = inner.1 && letter(rest.strip_prefix('s').unwrap_or(rest).chars().next());
        !before && !after
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    #[test]
    fn a_form_is_used_as_whole_words() {
        assert!(uses("Your My Number Cards are here", "My Number Card"));
        assert!(uses("マイナンバーカードを", "マイナンバーカード"));
        assert!(!uses("a cardboard", "card"));
        assert!(!uses("discard", "card"));
    }

    #[test]
    fn a_glossary_with_faults_tells_all_of_them() {
        let text = "card:\n  ja: [カード, 券]\n  en: card\n  forbidden: {en: [ticket]}\nempty: {}\nbad: {fr: carte}\n";
        let languages = Languages::new(&["ja", "en"]).expect("two languages");
        let (glossary, findings) = read(&Source::new(SourcePath::new("content/glossary.yaml"), text), &languages);
        assert_eq!(glossary.0.len(), 1);
        assert_eq!(glossary.0[0].forms.get(Lang::MAIN), &["カード", "券"]);
        let rules: Vec<_> = findings.iter().map(|finding| finding.rule.id).collect();
        assert_eq!(rules, ["config-missing", "config-unknown-key", "config-missing"]);
    }
}
