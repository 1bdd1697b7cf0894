//! Where a text uses the forms of a glossary: one walk over the text, however many terms there are.

use std::ops::Range;

use aho_corasick::AhoCorasick;

/// What finds all forms of one language.
#[derive(Debug)]
pub(super) struct Finder {
    /// None if there are no forms, or more than the crate can hold.
    automaton: Option<AhoCorasick>,
    forms: Vec<Form>,
}

/// A form that is looked for.
#[derive(Debug, Clone, Copy)]
struct Form {
    term: usize,
    is_forbidden: bool,
    /// Whether it begins and ends with a letter that has no letter beside it in whole words.
    bounds: (bool, bool),
}

/// A form in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Use {
    /// The term that it belongs to.
    pub(super) term: usize,
    /// Whether the term forbids it.
    pub(super) is_forbidden: bool,
    /// Where it stands.
    pub(super) range: Range<usize>,
}

impl Finder {
    /// What finds the accepted and the forbidden forms of these terms.
    pub(super) fn new<'a>(terms: impl Iterator<Item = (&'a Vec<String>, &'a Vec<String>)>) -> Self {
        let mut patterns = Vec::new();
        let mut forms = Vec::new();
        for (term, (accepted, forbidden)) in terms.enumerate() {
            for (written, is_forbidden) in [(accepted, false), (forbidden, true)] {
                patterns.extend(written);
                forms.extend(written.iter().map(|form| Form { term, is_forbidden, bounds: bounds(form) }));
            }
        }
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(patterns).ok();
        Self { automaton: automaton.filter(|_| !forms.is_empty()), forms }
    }

    /// Every form in a text, as whole words where it is written in letters that have words, whatever their case.
    pub(super) fn all<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Use> + 't {
        let found = self.automaton.iter().flat_map(move |automaton| automaton.find_overlapping_iter(text));
        found.filter_map(move |found| {
            let form = self.forms[found.pattern().as_usize()];
            let range = found.range();
            is_whole(text, &range, form.bounds).then_some(Use {
                term: form.term,
                is_forbidden: form.is_forbidden,
                range,
            })
        })
    }

    /// The forms that a text uses for themselves, and not within longer ones.
    pub(super) fn uses(&self, text: &str) -> Vec<Use> {
        let mut all: Vec<Use> = self.all(text).collect();
        all.sort_by_key(|used| (used.range.start, std::cmp::Reverse(used.range.end)));
        let mut widest = 0..0;
        all.retain(|used| {
            let is_inside = used.range.end <= widest.end && used.range != widest;
            if used.range.end > widest.end {
                widest = used.range.clone();
            }
            !is_inside
        });
        all
    }
}

/// Whether the ends of a form are letters that words are made of.
fn bounds(form: &str) -> (bool, bool) {
    (is_letter(form.chars().next()), is_letter(form.chars().next_back()))
}

fn is_letter(character: Option<char>) -> bool {
    character.is_some_and(|c| c.is_ascii_alphanumeric())
}

/// Whether a form in a text is not part of a longer word; the `s` of a plural is none.
fn is_whole(text: &str, range: &Range<usize>, bounds: (bool, bool)) -> bool {
    let before = bounds.0 && is_letter(text[..range.start].chars().next_back());
    let rest = &text[range.end..];
    let after = bounds.1 && is_letter(rest.strip_prefix('s').unwrap_or(rest).chars().next());
    !before && !after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(text: &str, forms: &[&str]) -> Vec<String> {
        let terms: Vec<_> = forms.iter().map(|form| (vec![(*form).to_owned()], Vec::new())).collect();
        let finder = Finder::new(terms.iter().map(|(accepted, forbidden)| (accepted, forbidden)));
        finder.uses(text).into_iter().map(|used| text[used.range].to_owned()).collect()
    }

    #[test]
    fn a_form_is_used_as_whole_words() {
        assert_eq!(uses("Your My Number Cards are here", &["My Number Card"]), ["My Number Card"]);
        assert_eq!(uses("マイナンバーカードを", &["マイナンバーカード"]), ["マイナンバーカード"]);
        assert_eq!(uses("a cardboard, discard, Card", &["card"]), ["Card"]);
        assert_eq!(uses("anything", &[]), [""; 0]);
    }

    #[test]
    fn a_form_within_a_longer_one_is_not_used_for_itself() {
        let forms = ["個人番号", "個人番号カード"];
        assert_eq!(uses("個人番号カードです", &forms), ["個人番号カード"]);
        assert_eq!(uses("個人番号と個人番号カード", &forms), ["個人番号", "個人番号カード"]);
        assert_eq!(uses("カードです", &["カード", "カード"]), ["カード", "カード"]);
    }
}
