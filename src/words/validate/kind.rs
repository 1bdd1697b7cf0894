//! What can be wrong with Fluent files, as data, with the English of the build script.

use std::fmt;

use fluent_syntax::parser::ErrorKind;

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The parser does not understand the text.
    Syntax {
        /// What the parser expected.
        detail: ErrorKind,
    },
    /// Braces are nested too deep.
    Depth,
    /// A number literal has too many digits.
    Number {
        /// The literal as written.
        literal: String,
    },
    /// A message has attributes, but nothing to show for itself.
    NoValue {
        /// The message.
        key: String,
    },
    /// A message that this language has is missing in another one.
    Missing {
        /// The message.
        key: String,
        /// The language that lacks it.
        lang: String,
    },
    /// The variables of a message differ from those of another language, or of the layer below.
    Variables {
        /// The message.
        key: String,
        /// Variables that it should use and does not.
        lacking: Vec<String>,
        /// Variables that nobody will give.
        unknown: Vec<String>,
    },
    /// No such function.
    Function {
        /// The name that is called.
        name: String,
    },
    /// A function is called with none or several values.
    Arguments {
        /// The function.
        name: String,
    },
    /// A function has no such option, or the option no such value.
    Option {
        /// The function.
        function: String,
        /// The option.
        option: String,
    },
    /// A function chooses between variants; what it gives is a text, which no plural form matches.
    Selector {
        /// The function.
        name: String,
    },
    /// The name is defined twice; messages, terms and functions share their names.
    Duplicate {
        /// The name.
        key: String,
    },
    /// No such message or term in this language.
    Reference {
        /// The name that is mentioned, with `-` for a term.
        key: String,
    },
    /// A message or term contains itself.
    Cycle {
        /// The name.
        key: String,
    },
    /// A message or term leads to more others than Fluent follows.
    TooManyReferences {
        /// The name.
        key: String,
    },
    /// A term with variables mentions another term, and would lose its variables by that.
    NestedTerm {
        /// The term.
        key: String,
    },
}

impl ProblemKind {
    /// Whether Fluent must not even be shown the file: its parser would exhaust the stack, or its
    /// plural rules panic, or it would cut a character in two.
    pub fn is_hostile(&self) -> bool {
        let torn = matches!(self, Self::Syntax { detail: ErrorKind::InvalidUnicodeEscapeSequence(_) });
        torn || matches!(self, Self::Depth | Self::Number { .. })
    }

    /// The rule that this kind belongs to.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::Syntax { .. } | Self::Depth | Self::Number { .. } | Self::NoValue { .. } => "words-syntax",
            Self::Missing { .. } => "words-missing",
            Self::Variables { .. } => "words-variables",
            Self::Function { .. } | Self::Arguments { .. } | Self::Option { .. } | Self::Selector { .. } => {
                "words-function"
            }
            Self::Duplicate { .. } => "words-duplicate",
            Self::Reference { .. } | Self::Cycle { .. } | Self::TooManyReferences { .. } | Self::NestedTerm { .. } => {
                "words-reference"
            }
        }
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { detail } => write!(out, "syntax error: {detail}"),
            Self::Depth => out.write_str("braces are nested too deep"),
            Self::Number { literal } => write!(out, "the number {literal} has too many digits"),
            Self::NoValue { key } => write!(out, "`{key}` has attributes but no text of its own"),
            Self::Missing { key, lang } => write!(out, "`{key}` is missing in language {lang}"),
            Self::Variables { key, lacking, unknown } => {
                write!(out, "the variables of `{key}` differ between languages")?;
                list(out, "lacking", lacking)?;
                list(out, "unknown", unknown)
            }
            Self::Function { name } => write!(out, "there is no function {name}"),
            Self::Arguments { name } => write!(out, "{name} takes one value"),
            Self::Option { function, option } => {
                write!(out, "{function} knows no `{option}` with this value")
            }
            Self::Selector { name } => {
                write!(out, "{name} gives a text, which cannot choose a form; use the variable")
            }
            Self::Duplicate { key } => write!(out, "`{key}` is defined twice"),
            Self::Reference { key } => write!(out, "there is no `{key}` in this language"),
            Self::Cycle { key } => write!(out, "`{key}` contains itself"),
            Self::TooManyReferences { key } => write!(out, "`{key}` leads to too many others"),
            Self::NestedTerm { key } => {
                write!(out, "`{key}` has variables and mentions another term, which loses the variables")
            }
        }
    }
}

fn list(out: &mut fmt::Formatter<'_>, label: &str, names: &[String]) -> fmt::Result {
    if names.is_empty() {
        return Ok(());
    }
    write!(out, "; {label}: ${}", names.join(", $"))
}
