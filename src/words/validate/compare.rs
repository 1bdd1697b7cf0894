//! Compares the entries of a layer with each other, across languages, and with the layers below.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::parse::{Entry, Uses};
use super::{FUNCTIONS, Known, Problem, ProblemKind, Source};

/// The entries of one layer by language and name.
#[derive(Default)]
pub(super) struct Layer {
    languages: BTreeMap<String, BTreeMap<String, Defined>>,
}

struct Defined {
    file: String,
    place: Range<usize>,
    uses: Uses,
}

impl Defined {
    fn problem(&self, kind: ProblemKind) -> Problem {
        problem(&self.file, &self.place, kind)
    }
}

impl Layer {
    /// Takes an entry in, unless its name is taken: the first definition counts.
    pub(super) fn add(&mut self, source: &Source<'_>, entry: Entry, problems: &mut Vec<Problem>) {
        let names = self.languages.entry(source.lang.to_owned()).or_default();
        if taken(names, &entry.name) {
            let kind = ProblemKind::Duplicate { key: entry.name };
            problems.push(problem(source.file, &entry.place, kind));
            return;
        }
        let defined = Defined { file: source.file.to_owned(), place: entry.place, uses: entry.uses };
        names.insert(entry.name, defined);
    }

    /// Finds references to nothing, and names that a layer below has for the other kind of entry:
    /// a term would silently take the place of a message.
    pub(super) fn references(&self, below: &Known, problems: &mut Vec<Problem>) {
        for (lang, names) in &self.languages {
            for (name, defined) in names {
                let other = name.strip_prefix('-').map_or(format!("-{name}"), str::to_owned);
                if below.variables(lang, &other).is_some() {
                    problems.push(defined.problem(ProblemKind::Duplicate { key: name.clone() }));
                }
                for (key, place) in &defined.uses.references {
                    if !names.contains_key(key) && below.variables(lang, key).is_none() {
                        let kind = ProblemKind::Reference { key: key.clone() };
                        problems.push(problem(&defined.file, place, kind));
                    }
                }
            }
        }
    }

    /// What this layer defines, with the variables that come in through references.
    pub(super) fn known(&self, below: &Known) -> Known {
        let language = |(lang, names): (&String, &BTreeMap<String, Defined>)| {
            let variables = |name: &String| reach(names, lang, name, below).variables;
            let entries = names.keys().map(|name| (name.clone(), variables(name)));
            (lang.clone(), entries.collect())
        };
        Known { languages: self.languages.iter().map(language).collect() }
    }

    /// Finds messages that contain themselves and messages whose variables differ.
    ///
    /// What a layer below defines fixes the variables that callers give: a message that replaces it
    /// may leave one out, but cannot ask for more.
    pub(super) fn variables(&self, below: &Known, known: &Known, problems: &mut Vec<Problem>) {
        for (lang, names) in &self.languages {
            for (name, defined) in names {
                let reach = reach(names, lang, name, below);
                if reach.cycle {
                    problems.push(defined.problem(ProblemKind::Cycle { key: name.clone() }));
                }
                if reach.too_many {
                    let key = name.clone();
                    problems.push(defined.problem(ProblemKind::TooManyReferences { key }));
                    continue;
                }
                if name.starts_with('-') {
                    continue;
                }
                let Some(own) = known.variables(lang, name) else {
                    continue;
                };
                let fixed = below.anywhere(name);
                let strict = fixed.is_none();
                let expected = fixed.or_else(|| known.anywhere(name)).unwrap_or_default();
                let unknown: Vec<_> = own.iter().filter(|own| !expected.contains(own)).cloned().collect();
                let lacking: Vec<_> =
                    (expected.into_iter()).filter(|name| strict && !own.contains(*name)).cloned().collect();
                if !unknown.is_empty() || !lacking.is_empty() {
                    let key = name.clone();
                    problems.push(defined.problem(ProblemKind::Variables { key, lacking, unknown }));
                }
            }
        }
    }

    /// Finds new messages that one of the languages lacks; pointed at where one language has them.
    ///
    /// Terms are a language's own affair: one language may need them where another does not. A
    /// message that a layer below defines may be replaced in one language only.
    pub(super) fn missing(&self, languages: &[&str], below: &Known, problems: &mut Vec<Problem>) {
        let mut seen = BTreeSet::new();
        for (name, defined) in self.languages.values().flatten() {
            if name.starts_with('-') || below.anywhere(name).is_some() || !seen.insert(name) {
                continue;
            }
            for lang in languages {
                if !self.languages.get(*lang).is_some_and(|names| names.contains_key(name)) {
                    let key = name.clone();
                    let lang = (*lang).to_owned();
                    problems.push(defined.problem(ProblemKind::Missing { key, lang }));
                }
            }
        }
    }
}

/// More are refused: Fluent gives up after a hundred, and following long chains from each of their
/// members takes time that grows with the square.
const MOST_REFERENCES: usize = 200;

struct Reach {
    variables: BTreeSet<String>,
    cycle: bool,
    too_many: bool,
}

/// Follows the references of an entry: the variables of a message that it mentions are its own too.
///
/// A term sees only the arguments that it is given, so its variables stay inside. The walk keeps a
/// list instead of calling itself, because a hostile file can chain thousands of messages.
fn reach(names: &BTreeMap<String, Defined>, lang: &str, name: &str, below: &Known) -> Reach {
    let mut found = Reach { variables: BTreeSet::new(), cycle: false, too_many: false };
    let mut seen = BTreeSet::from([name]);
    let mut open = vec![(name, true)];
    while let Some((current, shares)) = open.pop() {
        let Some(defined) = names.get(current) else {
            let lower = below.variables(lang, current).filter(|_| shares);
            found.variables.extend(lower.into_iter().flatten().cloned());
            continue;
        };
        if shares {
            found.variables.extend(defined.uses.variables.iter().cloned());
        }
        for (reference, _) in &defined.uses.references {
            found.cycle |= reference == name;
            if seen.len() > MOST_REFERENCES {
                found.too_many = true;
                return found;
            }
            if seen.insert(reference) {
                open.push((reference, shares && !reference.starts_with('-')));
            }
        }
    }
    found
}

/// Fluent keeps messages, terms and functions in one table, by the name without its `-`.
fn taken(names: &BTreeMap<String, Defined>, name: &str) -> bool {
    let bare = name.trim_start_matches('-');
    names.contains_key(bare)
        || names.contains_key(&format!("-{bare}"))
        || FUNCTIONS.iter().any(|(function, _)| *function == bare)
}

fn problem(file: &str, place: &Range<usize>, kind: ProblemKind) -> Problem {
    Problem { file: file.to_owned(), range: place.clone(), kind }
}
