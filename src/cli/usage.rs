//! What is wrong with the arguments, in the user's language.
//!
//! The parser's own messages are English; its errors are taken apart and said anew.

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::table::{COMMANDS, find_option};
use crate::words::{Msg, UiLang};

/// What is wrong and what may help.
pub(super) struct UsageError {
    /// What is wrong.
    pub(super) message: Msg,
    /// What may help.
    pub(super) help: Vec<Msg>,
}

impl UsageError {
    /// Takes an error of the parser apart.
    pub(super) fn new(error: &clap::Error, lang: UiLang) -> Self {
        Self { message: message(error), help: help(error, lang) }
    }
}

fn message(error: &clap::Error) -> Msg {
    let option = argument(error);
    let value = text(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            Msg::CliUnknownCommand { command: text(error, ContextKind::InvalidSubcommand).into() }
        }
        ErrorKind::UnknownArgument if option.starts_with('-') => Msg::CliUnknownOption { option: option.into() },
        ErrorKind::UnknownArgument => Msg::CliTooMany { argument: option.into() },
        ErrorKind::TooManyValues => Msg::CliNoValue { option: option.into(), value: value.into() },
        ErrorKind::InvalidValue if value.is_empty() => Msg::CliMissingValue { option: option.into() },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Msg::CliBadValue { option: option.into(), value: value.into() }
        }
        ErrorKind::ArgumentConflict => conflict(option, bare(&text(error, ContextKind::PriorArg))),
        ErrorKind::InvalidUtf8 => Msg::CliNotUnicode,
        ErrorKind::MissingSubcommand => Msg::CliMissingCommand,
        ErrorKind::MissingRequiredArgument => {
            Msg::CliMissingOperand { operand: option.trim_matches(['<', '>']).into() }
        }
        _ => Msg::CliWrongArguments { detail: first_line(&error.to_string()).into() },
    }
}

fn help(error: &clap::Error, lang: UiLang) -> Vec<Msg> {
    let option = argument(error);
    let similar = |kind| suggestion(error, kind);
    match error.kind() {
        ErrorKind::InvalidSubcommand => similar(ContextKind::SuggestedSubcommand).into_iter().collect(),
        ErrorKind::UnknownArgument => {
            elsewhere(&option).or_else(|| similar(ContextKind::SuggestedArg)).into_iter().collect()
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let similar = similar(ContextKind::SuggestedValue);
            similar.into_iter().chain(expected(error, &option, lang)).collect()
        }
        _ => Vec::new(),
    }
}

/// The option or argument that an error is about.
fn argument(error: &clap::Error) -> String {
    bare(&text(error, ContextKind::InvalidArg))
}

/// Two options that exclude each other, or one that was given twice.
fn conflict(option: String, other: String) -> Msg {
    if option == other || other.is_empty() {
        Msg::CliTwice { option: option.into() }
    } else {
        Msg::CliConflict { option: option.into(), other: other.into() }
    }
}

/// The command that an option belongs to, for somebody who gave it to another.
fn elsewhere(option: &str) -> Option<Msg> {
    let name = option.strip_prefix("--")?;
    let owner = COMMANDS.iter().find(|command| command.options.iter().any(|row| row.name == name))?;
    Some(Msg::CliOptionElsewhere { option: option.into(), command: owner.name.into() })
}

/// What an option expects: one of its words, or a description.
fn expected(error: &clap::Error, option: &str, lang: UiLang) -> Option<Msg> {
    let words = texts(error, ContextKind::ValidValue);
    if words.is_empty() {
        return find_option(option.trim_start_matches('-'))?.takes.expectation();
    }
    let values = words.join(&Msg::ListSeparator.text(lang));
    Some(Msg::CliExpectsOneOf { values: values.into() })
}

fn suggestion(error: &clap::Error, kind: ContextKind) -> Option<Msg> {
    let name = texts(error, kind).first().map(|name| bare(name))?;
    Some(Msg::CliDidYouMean { name: name.into() })
}

fn text(error: &clap::Error, kind: ContextKind) -> String {
    texts(error, kind).into_iter().next().unwrap_or_default()
}

/// The texts that the parser knows of one kind.
fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

/// `--port` of `--port <N>` and of `--port=x`: what the parser adds for its own messages is cut off.
fn bare(option: &str) -> String {
    let is_option = option.starts_with('-');
    let end = option.find([' ', '=']).filter(|_| is_option).unwrap_or(option.len());
    option[..end].to_owned()
}

fn first_line(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line)
}

/// How the command that the arguments name is called, for the end of a message about them.
pub(super) fn called(command: &Command, arguments: &[std::ffi::OsString]) -> String {
    let mut given = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    match given.find(|name| command.find_subcommand(name).is_some()) {
        Some(name) => format!("{} {name}", command.get_name()),
        None => command.get_name().to_owned(),
    }
}
