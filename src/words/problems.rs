//! What is wrong with words, as messages of the program.

use fluent_syntax::parser::ErrorKind;

use super::validate::ProblemKind;
use super::{Lacking, Msg, WordProblem};

impl ProblemKind {
    /// The message for people.
    pub fn message(&self) -> Msg {
        match self {
            Self::Syntax { detail } => syntax(detail),
            Self::Depth => Msg::WordsSyntaxDepth,
            Self::Number { literal } => Msg::WordsSyntaxNumber { literal: literal.into() },
            Self::NoValue { key } => Msg::WordsSyntaxNoValue { key: key.into() },
            Self::Missing { key, lang } => Msg::WordsMissing { key: key.into(), lang: lang.into() },
            Self::Variables { key, lacking, unknown } => variables(key, lacking, unknown),
            Self::Function { name } => Msg::WordsFunction { name: name.into() },
            Self::Arguments { name } => Msg::WordsFunctionArguments { name: name.into() },
            Self::Option { function, option } => {
                Msg::WordsFunctionOption { function: function.into(), option: option.into() }
            }
            Self::Selector { name } => Msg::WordsFunctionSelector { name: name.into() },
            Self::Duplicate { key } => Msg::WordsDuplicate { key: key.into() },
            Self::Reference { key } => Msg::WordsReference { key: key.into() },
            Self::Cycle { key } => Msg::WordsCycle { key: key.into() },
            Self::TooManyReferences { key } => Msg::WordsTooManyReferences { key: key.into() },
            Self::NestedTerm { key } => Msg::WordsNestedTerm { key: key.into() },
        }
    }
}

impl WordProblem {
    /// The message for people.
    pub fn message(&self) -> Msg {
        match self {
            Self::Unknown { key } => Msg::WordsUnknown { key: key.into() },
            Self::Variable { key, variable } => {
                Msg::WordsVariableNotGiven { key: key.into(), variable: variable.into() }
            }
            Self::Function { key } => Msg::WordsFunctionValue { key: key.into() },
            Self::Broken { key, detail } => Msg::WordsBroken { key: key.into(), detail: detail.into() },
        }
    }
}

/// So many keys are named where many are lacking; a new language begins with none.
const NAMED: usize = 8;

impl Lacking {
    /// The message for people; its rule is `words-missing`.
    pub fn message(&self) -> Msg {
        let named = &self.keys[..self.keys.len().min(NAMED)];
        let more = if named.len() < self.keys.len() { ", …" } else { "" };
        Msg::WordsLacking {
            lang: (&self.lang).into(),
            count: self.keys.len().into(),
            keys: format!("{}{more}", named.join(", ")).into(),
        }
    }
}

fn variables(key: &str, lacking: &[String], unknown: &[String]) -> Msg {
    let list = |names: &[String]| format!("${}", names.join(", $")).into();
    let key = key.into();
    match (lacking, unknown) {
        (lacking, []) => Msg::WordsVariablesLacking { key, names: list(lacking) },
        ([], unknown) => Msg::WordsVariablesUnknown { key, names: list(unknown) },
        _ => Msg::WordsVariablesBoth { key, lacking: list(lacking), unknown: list(unknown) },
    }
}

/// The parser's own words are English only.
fn syntax(detail: &ErrorKind) -> Msg {
    match detail {
        ErrorKind::ExpectedToken(token) => Msg::WordsSyntaxToken { token: (*token).into() },
        ErrorKind::ExpectedCharRange { range } => Msg::WordsSyntaxName { range: range.into() },
        ErrorKind::ExpectedMessageField { entry_id } | ErrorKind::ExpectedTermField { entry_id } => {
            Msg::WordsSyntaxValue { key: entry_id.into() }
        }
        ErrorKind::MissingValue => Msg::WordsSyntaxValueHere,
        ErrorKind::MissingDefaultVariant => Msg::WordsSyntaxDefault,
        ErrorKind::MultipleDefaultVariants => Msg::WordsSyntaxDefaults,
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::ExpectedSimpleExpressionAsSelector => Msg::WordsSyntaxSelector,
        ErrorKind::TermAttributeAsPlaceable => Msg::WordsSyntaxAttribute,
        ErrorKind::UnterminatedStringLiteral => Msg::WordsSyntaxString,
        ErrorKind::PositionalArgumentFollowsNamed => Msg::WordsSyntaxOrder,
        ErrorKind::DuplicatedNamedArgument(name) => Msg::WordsSyntaxArgument { name: name.into() },
        ErrorKind::UnknownEscapeSequence(sequence) | ErrorKind::InvalidUnicodeEscapeSequence(sequence) => {
            Msg::WordsSyntaxEscape { sequence: sequence.into() }
        }
        ErrorKind::UnbalancedClosingBrace => Msg::WordsSyntaxBrace,
        ErrorKind::ExpectedInlineExpression => Msg::WordsSyntaxExpression,
        ErrorKind::ExpectedLiteral => Msg::WordsSyntaxLiteral,
        ErrorKind::ForbiddenCallee => Msg::WordsSyntaxCallee,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::UiLang;
    use crate::words::validate::{Known, Source, validate};

    /// The messages for a file, in both languages.
    fn messages(text: &str) -> Vec<[String; 2]> {
        let source = Source { lang: "ja", file: "site.ftl", text };
        let (problems, _) = validate(&["ja"], &[source], &Known::default());
        let both = |message: Msg| [message.text(UiLang::Ja), message.text(UiLang::En)];
        problems.iter().map(|problem| both(problem.kind.message())).collect()
    }

    #[test]
    fn messages_are_whole_sentences_in_both_languages() {
        let text = "a ＝ x\nb = { $x ->\n [one] x\n }\nc = { \"x }\nd = }\ne = { }\nf = { c\n\
                    g = { NUM($n) }{ nowhere }\nh = { \"\\q\" }\ni = { NUMBER(a: $b) }\nj = x\nj = x\n";
        let found = messages(text);
        assert!(found.len() >= 10, "{found:#?}");
        for [ja, en] in found {
            assert!(ja.ends_with('。') && !ja.contains(['{', '}']) | ja.contains('「'), "{ja}");
            assert!(en.ends_with('.'), "{en}");
        }
    }

    #[test]
    fn many_lacking_words_are_counted_and_few_named() {
        let keys = (0..20).map(|n| format!("k{n}")).collect();
        let message = Lacking { lang: "de".into(), keys }.message();
        let text = message.text(UiLang::En);
        assert!(text.contains("20 built-in messages") && text.ends_with("k7, …"), "{text}");
    }
}
