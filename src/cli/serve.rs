//! `taiyaku serve`: a preview that follows every change.

use std::io::{self, Write};

use super::Outcome;
use super::console::Console;
use super::interrupt;
use super::request::Format;
use super::session::{Session, Stop};
use crate::diagnostic::{Counts, human, json, summary};
use crate::pipeline::{Options, Unusable};
use crate::progress::Silent;
use crate::serve::{self, Address, Editor, Effect, Manner, Rebuild, Teller};
use crate::words::{Msg, Value};

pub(super) fn run(
    session: &Session<'_>,
    address: &Address,
    drafts: bool,
    polls: bool,
    editor: Option<Editor>,
) -> Result<Outcome, Stop> {
    interrupt::end_when_interrupted();
    let editor = match editor {
        Some(editor) => editor,
        None => preferred(session.environment.editor.as_deref())?,
    };
    let root = session.root()?;
    let options = Options { today: session.today()?, drafts, progress: &Silent };
    let terminal = Terminal { console: session.console, format: session.shared.format };
    let follows_clock = session.follows_clock();
    let manner = Manner { address: address.clone(), editor, polls, follows_clock, lang: session.console.lang };
    match serve::run(&root, &options, &manner, &terminal)? {}
}

/// The editor that `TAIYAKU_EDITOR` names.
fn preferred(named: Option<&str>) -> Result<Editor, Stop> {
    let Some(named) = named else { return Ok(Editor::default()) };
    Editor::parse(named).ok_or_else(|| {
        let message = Msg::CliBadEditor { value: named.into() };
        let help = Msg::CliExpectsEditor { names: Editor::names().join(", ").into() };
        Stop::Unusable(Box::new(Unusable { message, helps: vec![help] }))
    })
}

/// Tells the user, on standard error, how the preview goes.
#[derive(Clone, Copy)]
struct Terminal {
    console: Console,
    format: Format,
}

impl Teller for Terminal {
    fn built(&self, rebuild: &Rebuild) {
        // The preview goes on when nobody reads what it says.
        let _ = self.show(rebuild);
        rebuild.notes.iter().for_each(|note| self.console.say(note));
        self.console.say(&line(rebuild, self.console));
    }

    fn say(&self, message: &Msg) {
        self.console.say(message);
    }

    fn fail(&self, unusable: &Unusable) {
        self.console.error(&unusable.message, &unusable.helps);
    }
}

impl Terminal {
    /// Shows what was found: for people what is new to them, for programs everything.
    fn show(&self, rebuild: &Rebuild) -> io::Result<()> {
        let Self { console, format } = self;
        match format {
            Format::Json => {
                let mut out = console.out();
                json::write(&mut out, &rebuild.findings, &rebuild.sources, console.lang)?;
                out.flush()
            }
            _ => {
                let mut err = console.err();
                human::write(&mut err, &rebuild.news, &rebuild.sources, console.lang)?;
                err.flush()
            }
        }
    }
}

/// A build in one line.
fn line(rebuild: &Rebuild, console: Console) -> Msg {
    let summary = summary(Counts::of(&rebuild.findings), console.lang).into();
    let changed = changed(&rebuild.changed, console);
    let (pages, time) = (rebuild.pages.into(), u64::try_from(rebuild.time.as_millis()).unwrap_or(u64::MAX).into());
    match rebuild.effect {
        Effect::Shown => Msg::PreviewShown { pages, time, summary },
        Effect::Updated => Msg::PreviewUpdated { changed, pages, time, summary },
        Effect::Unchanged => Msg::PreviewUnchanged { changed, time, summary },
        Effect::Kept => Msg::PreviewKept { changed, time, summary },
        Effect::Waiting => Msg::PreviewWaiting { time, summary },
        Effect::Judged => Msg::PreviewJudged { summary },
    }
}

/// The sources that have changed, in a few words.
fn changed(changed: &[String], console: Console) -> Value {
    match changed {
        [] => Msg::PreviewChangedMany.text(console.lang).into(),
        [one] => one.into(),
        [first, more @ ..] => {
            Msg::PreviewChangedMore { first: first.into(), count: more.len().into() }.text(console.lang).into()
        }
    }
}
