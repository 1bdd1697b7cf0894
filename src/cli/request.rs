//! What somebody asks for: the arguments, parsed by the table and given types.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use super::confirm::Selection;
use super::table::{COMMANDS, CommandRow, Count, GLOBAL_OPTIONS, OptionRow, Takes};
use crate::date::Date;
use crate::serve::{Address, Editor};
use crate::words::{Msg, UiLang};

/// The arguments of a run.
#[derive(Debug)]
pub(super) struct Request {
    /// What to do.
    pub(super) task: Task,
    /// The options of every command.
    pub(super) shared: Shared,
}

/// A command with its own options.
#[derive(Debug)]
pub(super) enum Task {
    /// `init`
    Init {
        /// The folder of the new site, as somebody typed it.
        folder: String,
    },
    /// `build`
    Build {
        /// `--out`
        out: Option<PathBuf>,
        /// `--drafts`
        drafts: bool,
        /// `--adopt`
        adopt: bool,
    },
    /// `check`
    Check {
        /// `--fix`
        fix: bool,
    },
    /// `serve`
    Serve {
        /// `--host`, `--port`, `--open`
        address: Address,
        /// `--drafts`
        drafts: bool,
        /// `--poll`
        polls: bool,
        /// `--editor`
        editor: Option<Editor>,
    },
    /// `facts`
    Facts,
    /// `rules`
    Rules,
    /// `schema`
    Schema {
        /// The kind of file, as somebody typed it.
        file: String,
    },
    /// `completions`
    Completions {
        /// The shell, as somebody typed it.
        shell: String,
    },
    /// `status`
    Status,
    /// `diff`
    Diff {
        /// The topic, as somebody typed it.
        topic: String,
    },
    /// `confirm`
    Confirm(Selection),
    /// `new`
    New {
        /// The topic, as somebody typed it.
        topic: String,
    },
    /// `translate`
    Translate {
        /// The topic, as somebody typed it.
        topic: String,
        /// `--to`
        to: Option<String>,
    },
    /// `move`
    Move {
        /// The topic so far, as somebody typed it.
        old: String,
        /// The topic from now on.
        new: String,
    },
    /// `help`, with the text that was asked for.
    Help(String),
}

/// The options of every command.
#[derive(Debug)]
pub(super) struct Shared {
    /// `--root`
    pub(super) root: Option<PathBuf>,
    /// `--format`
    pub(super) format: Format,
    /// `--deny warnings`
    pub(super) deny_warnings: bool,
    /// `--today`
    pub(super) today: Option<Date>,
    /// `--quiet`
    pub(super) quiet: bool,
}

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// For people.
    Human,
    /// For programs.
    Json,
    /// For programs that show the findings of many tools: SARIF 2.1.0.
    Sarif,
    /// For the annotations of GitHub Actions.
    Github,
    /// For spreadsheets.
    Csv,
    /// A page to hand on.
    Html,
}

impl Format {
    fn named(name: &str) -> Self {
        match name {
            "json" => Self::Json,
            "sarif" => Self::Sarif,
            "github" => Self::Github,
            "csv" => Self::Csv,
            "html" => Self::Html,
            _ => Self::Human,
        }
    }
}

/// Parses the arguments, the first of which is the program's name. The parser is given back for the help that errors show.
pub(super) fn parse(arguments: &[OsString], lang: UiLang) -> (Command, Result<Request, clap::Error>) {
    let mut command = parser(lang);
    let request = command.try_get_matches_from_mut(arguments).and_then(|matches| request(&mut command, &matches));
    (command, request)
}

/// The value of an option of [`GLOBAL_OPTIONS`] as it stands in the arguments, before they are parsed.
///
/// The language and the colours of a message about wrong arguments must be known when parsing fails.
pub(super) fn scan(arguments: &[OsString], option: &str) -> Option<String> {
    let options = arguments.iter().skip(1).take_while(|argument| *argument != "--");
    let mut texts = options.map(|argument| argument.to_string_lossy());
    while let Some(text) = texts.next() {
        match text.strip_prefix("--").and_then(|text| text.strip_prefix(option)) {
            Some("") => return texts.next().map(Into::into),
            Some(rest) if rest.starts_with('=') => return Some(rest[1..].to_owned()),
            _ => {}
        }
    }
    None
}

fn request(command: &mut Command, matches: &ArgMatches) -> Result<Request, clap::Error> {
    let (name, own) = matches.subcommand().ok_or_else(|| missing_command(command))?;
    fitting_format(command, name, own)?;
    let flag = |name| own.get_flag(name);
    let text = |name| own.get_one::<String>(name).cloned().unwrap_or_default();
    let task = match name {
        "build" => Task::Build { out: own.get_one("out").cloned(), drafts: flag("drafts"), adopt: flag("adopt") },
        "check" => Task::Check { fix: flag("fix") },
        "serve" => Task::Serve {
            address: Address {
                host: own.get_one("host").cloned(),
                port: own.get_one("port").copied(),
                open: flag("open"),
            },
            drafts: flag("drafts"),
            polls: flag("poll"),
            editor: own.get_one("editor").cloned(),
        },
        "facts" => Task::Facts,
        "rules" => Task::Rules,
        "schema" => Task::Schema { file: own.get_one("file").cloned().unwrap_or_default() },
        "completions" => Task::Completions { shell: text("shell") },
        "init" => Task::Init { folder: text("folder") },
        "status" => Task::Status,
        "diff" => Task::Diff { topic: text("topic") },
        "new" => Task::New { topic: text("topic") },
        "translate" => Task::Translate { topic: text("topic"), to: own.get_one("to").cloned() },
        "move" => Task::Move { old: text("old"), new: text("new") },
        "confirm" => Task::Confirm(Selection {
            names: own.get_many("topics").unwrap_or_default().cloned().collect(),
            all: flag("all"),
            alike: flag("alike"),
            yes: flag("yes"),
            despite_parity: flag("despite-parity"),
        }),
        _ => Task::Help(help(command, own.get_one::<String>("command"))?),
    };
    Ok(Request { task, shared: shared(own) })
}

fn shared(matches: &ArgMatches) -> Shared {
    let is = |name, value| matches.get_one::<String>(name).is_some_and(|given| given == value);
    Shared {
        root: matches.get_one("root").cloned(),
        format: matches.get_one::<String>("format").map_or(Format::Human, |name| Format::named(name)),
        deny_warnings: is("deny", "warnings"),
        today: matches.get_one("today").copied(),
        quiet: matches.get_flag("quiet"),
    }
}

/// Refuses a form that the command does not have. Before the command any may stand, as none is known there.
fn fitting_format(command: &Command, name: &str, matches: &ArgMatches) -> Result<(), clap::Error> {
    let Some(row) = COMMANDS.iter().find(|row| row.name == name) else { return Ok(()) };
    let given = matches.get_one::<String>("format").filter(|format| !row.formats.contains(&format.as_str()));
    let Some(format) = given else { return Ok(()) };
    let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(command);
    error.insert(ContextKind::InvalidArg, ContextValue::String("--format".to_owned()));
    error.insert(ContextKind::InvalidValue, ContextValue::String(format.clone()));
    let words = row.formats.iter().map(|&word| word.to_owned()).collect();
    error.insert(ContextKind::ValidValue, ContextValue::Strings(words));
    Err(error)
}

/// The help of the command with this name, or of all.
fn help(command: &mut Command, name: Option<&String>) -> Result<String, clap::Error> {
    command.build();
    let Some(name) = name else {
        return Ok(command.render_help().to_string());
    };
    match command.find_subcommand_mut(name) {
        Some(found) => Ok(found.render_help().to_string()),
        None => command.clone().try_get_matches_from([command.get_name(), name]).map(|_| String::new()),
    }
}

fn missing_command(command: &mut Command) -> clap::Error {
    command.error(ErrorKind::MissingSubcommand, "")
}

/// The parser for the whole table, its texts in a language.
pub(super) fn parser(lang: UiLang) -> Command {
    let usage = Msg::CliUsageProgram.text(lang);
    let program = framed(Command::new("taiyaku"), &Msg::CliAbout, &usage, lang)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(Msg::CliHeadingCommands.text(lang))
        .args(GLOBAL_OPTIONS.iter().map(|row| option(row, &Msg::CliHeadingShared, lang).global(true)))
        .arg(help_option(lang))
        .arg(version_option(lang));
    program.subcommands(COMMANDS.iter().enumerate().map(|(order, row)| subcommand(row, lang).display_order(order)))
}

fn subcommand(row: &'static CommandRow, lang: UiLang) -> Command {
    let names: Vec<String> = row.operands.iter().map(|operand| operand.name.text(lang)).collect();
    let is_required = row.operands.iter().any(|operand| operand.count == Count::One);
    let (command, operand) = (row.name.into(), names.join(" ").into());
    let usage = match names.is_empty() {
        true => Msg::CliUsageCommand { command },
        false if is_required => Msg::CliUsageRequired { command, operand },
        false => Msg::CliUsageOperand { command, operand },
    };
    let operands = row.operands.iter().map(|operand| {
        Arg::new(operand.id)
            .value_name(operand.name.text(lang))
            .help(operand.help.text(lang))
            .help_heading(Msg::CliHeadingOperands.text(lang))
            .required(operand.count == Count::One)
            .action(if operand.count == Count::Any { ArgAction::Append } else { ArgAction::Set })
    });
    framed(Command::new(row.name), &row.about, &usage.text(lang), lang)
        .args(operands)
        .args(row.options.iter().map(|row| option(row, &Msg::CliHeadingOptions, lang)))
        .arg(option(&row.format(), &Msg::CliHeadingShared, lang))
}

/// What all commands have in common: the form of their help, without any word of the parser's own.
fn framed(command: Command, about: &Msg, usage: &str, lang: UiLang) -> Command {
    let heading = Msg::CliHeadingUsage.text(lang);
    command
        .about(about.text(lang))
        .override_usage(usage.to_owned())
        .help_template(format!("{{about}}\n\n{heading}: {{usage}}\n\n{{all-args}}"))
        .disable_help_flag(true)
        .term_width(0)
}

fn option(row: &OptionRow, heading: &Msg, lang: UiLang) -> Arg {
    let option = Arg::new(row.name).long(row.name).help(row.help.text(lang)).help_heading(heading.text(lang));
    let option = match row.takes.value_name() {
        Some(name) => option.value_name(name.text(lang)),
        None => option,
    };
    match row.takes {
        Takes::Nothing => option.action(ArgAction::SetTrue),
        Takes::OneOf(words) => {
            option.value_name(words.join("|")).value_parser(PossibleValuesParser::new(words)).hide_possible_values(true)
        }
        Takes::Folder => option.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::DirPath),
        Takes::Day => option.value_parser(|text: &str| Date::parse_iso(text).ok_or("no day")),
        Takes::Editor => option.value_parser(|text: &str| Editor::parse(text).ok_or("no editor")),
        Takes::Port => option.value_parser(value_parser!(u16)),
        Takes::Host | Takes::Language => option.value_parser(clap::builder::NonEmptyStringValueParser::new()),
    }
}

fn help_option(lang: UiLang) -> Arg {
    Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .global(true)
        .help(Msg::CliOptionHelp.text(lang))
        .help_heading(Msg::CliHeadingShared.text(lang))
}

fn version_option(lang: UiLang) -> Arg {
    Arg::new("version")
        .long("version")
        .action(ArgAction::Version)
        .help(Msg::CliOptionVersion.text(lang))
        .help_heading(Msg::CliHeadingShared.text(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_table_makes_a_sound_parser_in_both_languages() {
        for lang in [UiLang::Ja, UiLang::En] {
            parser(lang).debug_assert();
        }
    }

    #[test]
    fn options_may_stand_before_and_after_the_command() {
        let line = "taiyaku --root a --deny warnings build --format json --out b --drafts";
        let (_, request) = parse(&arguments(line), UiLang::En);
        let Request { task, shared } = request.expect("it is right");
        assert!(matches!(task, Task::Build { out: Some(_), drafts: true, adopt: false }));
        assert_eq!(shared.root, Some(PathBuf::from("a")));
        assert!(shared.deny_warnings && !shared.quiet && shared.format == Format::Json);
    }

    #[test]
    fn an_option_is_found_before_parsing() {
        let found = |line| scan(&arguments(line), "lang");
        assert_eq!(found("taiyaku build --lang ja --nonsense"), Some("ja".to_owned()));
        assert_eq!(found("taiyaku --lang=en"), Some("en".to_owned()));
        assert_eq!(found("taiyaku --language ja -- --lang en"), None);
        assert_eq!(found("taiyaku --lang"), None);
    }
}
