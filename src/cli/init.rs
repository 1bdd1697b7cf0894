//! `taiyaku init`: a new site, and what to do with it.

use std::path::Path;

use super::files::{list_made, not_done, stop};
use super::session::{Session, Stop};
use super::{Outcome, interrupt};
use crate::scaffold::batch::{self, BatchError};
use crate::scaffold::init::{Obstacle, obstacle, steps};
use crate::words::{Msg, UiLang};

/// How many names of a folder that is not empty are told.
const NAMES: usize = 5;

pub(super) fn run(session: &Session<'_>, typed: &str) -> Result<Outcome, Stop> {
    interrupt::end_when_interrupted();
    let console = session.console;
    let Some(current) = &session.environment.folder else {
        return Err(stop(Msg::CliNoFolder, None));
    };
    let root = current.join(typed);
    // “.” is right for a shell and says little to people.
    let folder = if is_here(typed) { current.display().to_string() } else { typed.to_owned() };
    let found = obstacle(&root).map_err(|cause| {
        let message = Msg::FilesDisk { path: folder.as_str().into(), cause: cause.to_string().into() };
        stop(message, Msg::FilesNothingDone)
    })?;
    if let Some(obstacle) = found {
        return Err(told(obstacle, &folder, console.lang));
    }
    let steps = steps(console.lang);
    batch::carry_out(&root, &steps).map_err(|error| {
        let path = Path::new(&folder).join(&error.path).display().to_string();
        not_done(BatchError { path, ..error })
    })?;
    list_made(session, &steps)?;
    console.say(&Msg::InitDone { folder: folder.into() });
    if !is_here(typed) {
        console.say(&Msg::InitEnter { folder: quoted(typed).into() });
    }
    console.say(&Msg::InitServe);
    console.say(&Msg::InitCheck);
    Ok(Outcome::Done)
}

/// Whether the folder that was named is the current one.
fn is_here(typed: &str) -> bool {
    Path::new(typed).components().all(|part| part == std::path::Component::CurDir)
}

/// A folder as a shell takes it.
fn quoted(folder: &str) -> String {
    let is_plain = folder.chars().all(|c| c.is_alphanumeric() || "/\\:._-~".contains(c));
    if is_plain { folder.to_owned() } else { format!("\"{folder}\"") }
}

/// Why there can be no site in this folder.
fn told(obstacle: Obstacle, folder: &str, lang: UiLang) -> Stop {
    let folder = folder.into();
    match obstacle {
        Obstacle::File => stop(Msg::InitFile { folder }, Msg::InitElsewhere),
        Obstacle::Inside(site) => {
            let site = site.display().to_string().into();
            stop(Msg::InitInside { folder, site }, Msg::InitInsideHelp)
        }
        Obstacle::Filled(names) => {
            let listed = names[..names.len().min(NAMES)].join(&Msg::ListSeparator.text(lang)).into();
            let message = match names.len().saturating_sub(NAMES) {
                0 => Msg::InitFilled { folder, names: listed },
                more => Msg::InitFilledMore { folder, names: listed, count: more.into() },
            };
            stop(message, Msg::InitElsewhere)
        }
    }
}
