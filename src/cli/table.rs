//! The commands and options, each defined once: the parser, the help and the messages read this table.

use crate::serve::Editor;
use crate::words::Msg;

/// One command.
pub(super) struct CommandRow {
    /// Its name.
    pub(super) name: &'static str,
    /// What it does, in a line.
    pub(super) about: Msg,
    /// What it takes by position, in order.
    pub(super) operands: &'static [Operand],
    /// The options that only it takes.
    pub(super) options: &'static [OptionRow],
    /// The forms in which it writes its results.
    pub(super) formats: &'static [&'static str],
}

/// An argument without a name.
pub(super) struct Operand {
    /// What the parser calls it.
    pub(super) id: &'static str,
    /// What the help calls it.
    pub(super) name: Msg,
    /// What it is for.
    pub(super) help: Msg,
    /// How many there are.
    pub(super) count: Count,
}

/// How many values an operand takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// One or none.
    AtMostOne,
    /// One.
    One,
    /// Any number.
    Any,
}

/// One option.
pub(super) struct OptionRow {
    /// Its name without the dashes, which is also what the parser calls it.
    pub(super) name: &'static str,
    /// What it takes.
    pub(super) takes: Takes,
    /// What it is for.
    pub(super) help: Msg,
}

/// What an option takes.
pub(super) enum Takes {
    /// Nothing.
    Nothing,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A folder.
    Folder,
    /// A language of the site.
    Language,
    /// A day.
    Day,
    /// The number of a port.
    Port,
    /// The name or address of a host.
    Host,
    /// The name or the addresses of an editor.
    Editor,
}

impl Takes {
    /// What the help calls the value.
    pub(super) fn value_name(&self) -> Option<Msg> {
        match self {
            Self::Nothing | Self::OneOf(_) => None,
            Self::Folder => Some(Msg::CliValueFolder),
            Self::Day => Some(Msg::CliValueDay),
            Self::Port => Some(Msg::CliValuePort),
            Self::Host => Some(Msg::CliValueHost),
            Self::Editor => Some(Msg::CliValueEditor),
            Self::Language => Some(Msg::CliValueLanguage),
        }
    }

    /// What a value must be, for somebody who gave another.
    pub(super) fn expectation(&self) -> Option<Msg> {
        match self {
            Self::Day => Some(Msg::CliExpectsDay),
            Self::Port => Some(Msg::CliExpectsPort),
            Self::Editor => Some(Msg::CliExpectsEditor { names: Editor::names().join(", ").into() }),
            Self::Nothing | Self::OneOf(_) | Self::Folder | Self::Host | Self::Language => None,
        }
    }
}

/// For people, and for any program.
const PLAIN: &[&str] = &["human", "json"];

/// Findings, also for the programs that show them beside the text.
const JUDGED: &[&str] = &["human", "json", "sarif", "github"];

/// A table, also for a spreadsheet.
const LISTED: &[&str] = &["human", "json", "sarif", "github", "csv"];

/// A comparison, also as a page to hand on.
const COMPARED: &[&str] = &["human", "json", "html"];

/// All commands, in the order of the help.
pub(super) static COMMANDS: &[CommandRow] = &[
    CommandRow {
        name: "init",
        about: Msg::CliInit,
        operands: &[Operand { id: "folder", name: Msg::CliValueFolder, help: Msg::CliOperandInit, count: Count::One }],
        options: &[],
        formats: PLAIN,
    },
    CommandRow {
        name: "build",
        about: Msg::CliBuild,
        operands: &[],
        options: &[
            option("out", Takes::Folder, Msg::CliOptionOut),
            DRAFTS,
            option("adopt", Takes::Nothing, Msg::CliOptionAdopt),
        ],
        formats: JUDGED,
    },
    CommandRow {
        name: "check",
        about: Msg::CliCheck,
        operands: &[],
        options: &[option("fix", Takes::Nothing, Msg::CliOptionFix)],
        formats: JUDGED,
    },
    CommandRow {
        name: "serve",
        about: Msg::CliServe,
        operands: &[],
        options: &[
            option("port", Takes::Port, Msg::CliOptionPort),
            option("host", Takes::Host, Msg::CliOptionHost),
            option("open", Takes::Nothing, Msg::CliOptionOpen),
            option("poll", Takes::Nothing, Msg::CliOptionPoll),
            option("editor", Takes::Editor, Msg::CliOptionEditor),
            DRAFTS,
        ],
        formats: PLAIN,
    },
    CommandRow { name: "status", about: Msg::CliStatus, operands: &[], options: &[], formats: LISTED },
    CommandRow {
        name: "diff",
        about: Msg::CliDiff,
        operands: &[Operand { id: "topic", name: Msg::CliValueTopic, help: Msg::CliOperandTopic, count: Count::One }],
        options: &[],
        formats: COMPARED,
    },
    CommandRow {
        name: "confirm",
        about: Msg::CliConfirm,
        operands: &[Operand {
            id: "topics",
            name: Msg::CliValueTopics,
            help: Msg::CliOperandTopics,
            count: Count::Any,
        }],
        options: &[
            option("all", Takes::Nothing, Msg::CliOptionAll),
            option("alike", Takes::Nothing, Msg::CliOptionAlike),
            option("yes", Takes::Nothing, Msg::CliOptionYes),
            option("despite-parity", Takes::Nothing, Msg::CliOptionDespiteParity),
        ],
        formats: PLAIN,
    },
    CommandRow {
        name: "new",
        about: Msg::CliNew,
        operands: &[Operand { id: "topic", name: Msg::CliValueTopic, help: Msg::CliOperandNew, count: Count::One }],
        options: &[],
        formats: PLAIN,
    },
    CommandRow {
        name: "translate",
        about: Msg::CliTranslate,
        operands: &[Operand { id: "topic", name: Msg::CliValueTopic, help: Msg::CliOperandTopic, count: Count::One }],
        options: &[option("to", Takes::Language, Msg::CliOptionTo)],
        formats: PLAIN,
    },
    CommandRow {
        name: "move",
        about: Msg::CliMove,
        operands: &[
            Operand { id: "old", name: Msg::CliValueOld, help: Msg::CliOperandOld, count: Count::One },
            Operand { id: "new", name: Msg::CliValueNew, help: Msg::CliOperandNew, count: Count::One },
        ],
        options: &[],
        formats: PLAIN,
    },
    command("facts", Msg::CliFacts),
    command("rules", Msg::CliRules),
    CommandRow {
        name: "schema",
        about: Msg::CliSchema,
        operands: &[Operand { id: "file", name: Msg::CliValueSchema, help: Msg::CliOperandSchema, count: Count::One }],
        options: &[],
        formats: PLAIN,
    },
    CommandRow {
        name: "completions",
        about: Msg::CliCompletions,
        operands: &[Operand { id: "shell", name: Msg::CliValueShell, help: Msg::CliOperandShell, count: Count::One }],
        options: &[],
        formats: PLAIN,
    },
    CommandRow {
        name: "help",
        about: Msg::CliHelp,
        operands: &[Operand {
            id: "command",
            name: Msg::CliValueCommand,
            help: Msg::CliOperandCommand,
            count: Count::AtMostOne,
        }],
        options: &[],
        formats: PLAIN,
    },
];

/// The options of every command.
pub(super) static GLOBAL_OPTIONS: &[OptionRow] = &[
    option("root", Takes::Folder, Msg::CliOptionRoot),
    option("lang", Takes::OneOf(&["ja", "en"]), Msg::CliOptionLang),
    FORMAT,
    option("deny", Takes::OneOf(&["warnings"]), Msg::CliOptionDeny),
    option("today", Takes::Day, Msg::CliOptionToday),
    option("quiet", Takes::Nothing, Msg::CliOptionQuiet),
    option("color", Takes::OneOf(&["auto", "always", "never"]), Msg::CliOptionColor),
];

const FORMAT_NAME: &str = "format";

/// In the forms of any command.
const FORMAT: OptionRow =
    option(FORMAT_NAME, Takes::OneOf(&["human", "json", "sarif", "github", "csv", "html"]), Msg::CliOptionFormat);

const DRAFTS: OptionRow = option("drafts", Takes::Nothing, Msg::CliOptionDrafts);

/// A command without arguments of its own.
const fn command(name: &'static str, about: Msg) -> CommandRow {
    CommandRow { name, about, operands: &[], options: &[], formats: PLAIN }
}

const fn option(name: &'static str, takes: Takes, help: Msg) -> OptionRow {
    OptionRow { name, takes, help }
}

impl CommandRow {
    /// `--format` as this command takes it.
    pub(super) fn format(&self) -> OptionRow {
        option(FORMAT_NAME, Takes::OneOf(self.formats), Msg::CliOptionFormat)
    }
}

/// The option with this name, of any command.
pub(super) fn find_option(name: &str) -> Option<&'static OptionRow> {
    let of_commands = COMMANDS.iter().flat_map(|command| command.options);
    GLOBAL_OPTIONS.iter().chain(of_commands).find(|option| option.name == name)
}
