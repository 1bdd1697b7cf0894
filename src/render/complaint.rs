//! What is wrong in a template, in words that can be shown in any language.
//!
//! The engine carries the errors of our functions as text only, and words its own in English. So ours travel as
//! a mark, a kind and their parts, and the common ones of the engine are known by how they begin.

use crate::diagnostic::{Rule, did_you_mean, rule};
use crate::words::{Msg, SiteWords, WordProblem};

/// What begins the text of an error that one of our functions raised; templates cannot hold it (see `encoding-control`).
const MARK: char = '\u{1E}';
/// What stands between its parts.
const SEPARATOR: char = '\u{1F}';

/// The most names that a message lists.
const NAMED: usize = 12;

/// An error for the engine to carry: a kind that [`Complaint::of`] knows, and its parts.
pub(super) fn raise(kind: &str, parts: &[&str]) -> tera::Error {
    let mut text = format!("{MARK}{kind}");
    for part in parts {
        text.push(SEPARATOR);
        text.push_str(part);
    }
    tera::Error::message(text)
}

/// The error on a word that cannot be shown.
pub(super) fn raise_word(problem: &WordProblem, words: &SiteWords) -> tera::Error {
    match problem {
        WordProblem::Unknown { key } => raise("word", &[key, did_you_mean(key, words.keys()).unwrap_or_default()]),
        WordProblem::Variable { key, variable } => raise("variable", &[key, variable]),
        WordProblem::Function { key } => raise("value", &[key]),
        WordProblem::Broken { key, detail } => raise("broken", &[key, detail]),
    }
}

/// An error of a template: the rule, what is wrong, and what may help.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Complaint {
    pub(super) rule: Option<&'static Rule>,
    pub(super) message: Msg,
    pub(super) help: Option<Msg>,
}

impl Complaint {
    fn new(message: Msg, help: Option<Msg>) -> Self {
        Self { rule: None, message, help }
    }

    /// The complaint behind an error's text; `templates` are the names that a template can ask for.
    pub(super) fn of(text: &str, templates: &[&str]) -> Self {
        let known = match text.strip_prefix(MARK) {
            Some(marked) => ours(marked),
            None => engines(text, templates),
        };
        known.unwrap_or_else(|| Self::new(Msg::TemplateError { detail: text.into() }, None))
    }
}

/// What one of our functions raised.
fn ours(marked: &str) -> Option<Complaint> {
    let mut parts = marked.split(SEPARATOR);
    let kind = parts.next()?;
    let first = parts.next().unwrap_or_default();
    let second = parts.next().unwrap_or_default();
    let meant = (!second.is_empty()).then(|| Msg::DidYouMean { right: second.into() });
    Some(match kind {
        "word" => Complaint::new(Msg::WordsUnknown { key: first.into() }, meant),
        "variable" => {
            let example = format!("t(key=\"{first}\", {second}=…)");
            let message = Msg::WordsVariableNotGiven { key: first.into(), variable: second.into() };
            Complaint::new(message, Some(Msg::YamlWriteHelp { example: example.into() }))
        }
        "value" => Complaint::new(Msg::WordsFunctionValue { key: first.into() }, None),
        "broken" => Complaint::new(Msg::WordsBroken { key: first.into(), detail: second.into() }, None),
        "date" => Complaint::new(Msg::YamlWantsDate { written: first.into() }, None),
        "style" => Complaint::new(Msg::TemplateDateStyle { name: first.into() }, meant),
        "asset" => Complaint::new(Msg::TemplateAsset { path: first.into() }, meant),
        "topic" => Complaint::new(Msg::TemplateTopic { topic: first.into() }, meant),
        "steps" => {
            let message = Msg::TemplateSteps { limit: super::steps::MAX_STEPS.into() };
            Complaint { rule: Some(&rule::LIMIT_COUNT), ..Complaint::new(message, None) }
        }
        _ => return None,
    })
}

/// What the engine says by itself.
fn engines(text: &str, templates: &[&str]) -> Option<Complaint> {
    let (before, rest) = text.split_once('`').unwrap_or((text, ""));
    let (name, after) = rest.split_once('`').unwrap_or((rest, ""));
    let among = |known: &[&str]| did_you_mean(name, known.iter().copied()).map(meant);
    Some(match before.trim_end() {
        "Unknown function" => Complaint::new(Msg::TemplateNoFunction { name: name.into() }, among(FUNCTIONS)),
        "Unknown filter" => Complaint::new(Msg::TemplateNoFilter { name: name.into() }, among(FILTERS)),
        "Unknown test" => Complaint::new(Msg::TemplateNoTest { name: name.into() }, among(TESTS)),
        "Unknown component" => Complaint::new(Msg::TemplateNoComponent { name: name.into() }, None),
        "Unknown template" => {
            let complaint = Complaint::new(Msg::TemplateMissing { name: name.into() }, among(templates));
            Complaint { rule: Some(&rule::TEMPLATE_MISSING), ..complaint }
        }
        "Field" | "Variable" if after.contains("not defined") => {
            Complaint::new(Msg::TemplateUndefined { name: name.into() }, among_known(name, after))
        }
        "Block" if after.contains("not defined") => Complaint::new(
            Msg::TemplateNoBlock { name: name.into() },
            Some(Msg::TemplateNoBlockHelp { name: name.into() }),
        ),
        "Missing keyword argument" => Complaint::new(Msg::TemplateArgument { name: name.into() }, None),
        "Tried to render a variable that is undefined" => Complaint::new(Msg::TemplateUndefinedValue, None),
        "Unexpected end of input" => Complaint::new(Msg::TemplateEnd, None),
        _ => return None,
    })
}

/// The name that was meant, out of the engine's list ` Available fields: a, b`; else the beginning of the list.
fn among_known(name: &str, after: &str) -> Option<Msg> {
    let (_, list) = after.split_once(": ")?;
    let mut known: Vec<&str> = list.split(", ").collect();
    known.sort_unstable();
    if let Some(right) = did_you_mean(name, known.iter().copied()) {
        return Some(meant(right));
    }
    let more = if known.len() > NAMED { ", …" } else { "" };
    let names = format!("{}{more}", known[..known.len().min(NAMED)].join(", "));
    Some(Msg::TemplateKnown { names: names.into() })
}

fn meant(right: &str) -> Msg {
    Msg::DidYouMean { right: right.into() }
}

/// The functions that templates can call; the engine does not list those that it has.
const FUNCTIONS: &[&str] = &["t", "date", "number", "url", "range", "throw", "super"];

/// The engine's filters.
const FILTERS: &[&str] = &[
    "abs",
    "capitalize",
    "default",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];

/// The engine's tests.
const TESTS: &[&str] = &[
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// What the engine says of a template.
    fn said(template: &str) -> String {
        let mut tera = tera::Tera::new();
        let added = tera.add_raw_template("a.html", template);
        added
            .and_then(|()| tera.render("a.html", &tera::Context::new()))
            .map_or_else(|error| error.to_string(), |_| String::new())
    }

    #[test]
    fn the_engine_has_what_we_suggest() {
        for name in FILTERS {
            assert!(!said(&format!("{{{{ 1 | {name} }}}}")).contains("Unknown"), "{name}");
        }
        for name in TESTS {
            assert!(!said(&format!("{{{{ 1 is {name} }}}}")).contains("Unknown"), "{name}");
        }
    }

    #[test]
    fn what_functions_raise_comes_out_as_it_went_in() {
        let text = raise("word", &["updatd", "updated"]).to_string();
        let complaint = Complaint::of(&text, &[]);
        assert_eq!(complaint.message, Msg::WordsUnknown { key: "updatd".into() });
        assert_eq!(complaint.help, Some(meant("updated")));
    }

    #[test]
    fn the_engine_s_own_words_are_known() {
        let of = |text: &str| Complaint::of(text, &["parts/title.html"]);
        assert_eq!(of("Unknown filter `uper`").help, Some(meant("upper")));
        assert_eq!(of("Unknown template `parts/titel.html`").help, Some(meant("parts/title.html")));
        assert_eq!(of("Field `titel` is not defined. Available fields: b, title").help, Some(meant("title")));
        let other = of("Something `new`");
        assert_eq!(other.message, Msg::TemplateError { detail: "Something `new`".into() });
    }
}
