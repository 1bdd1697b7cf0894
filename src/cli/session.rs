//! What the commands share: where the site is, for which day it is made, and why a run stops.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::console::Console;
use super::environment::{BadEpoch, Environment};
use super::request::Shared;
use crate::clock::Today;
use crate::pipeline::Unusable;
use crate::words::Msg;

/// The file that makes a folder a site.
const SETTINGS: &str = "site.yaml";

/// One run of a command.
pub(super) struct Session<'a> {
    /// Where it writes.
    pub(super) console: Console,
    /// What the process was given.
    pub(super) environment: &'a Environment,
    /// The options of every command.
    pub(super) shared: Shared,
}

/// Why a run cannot go on.
#[derive(Debug)]
pub(super) enum Stop {
    /// Something that it needs is missing or broken.
    Unusable(Box<Unusable>),
    /// Its output could not be written.
    Output(io::Error),
}

impl Stop {
    fn unusable(message: Msg, help: Msg) -> Self {
        Self::Unusable(Box::new(Unusable { message, helps: vec![help] }))
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<Box<Unusable>> for Stop {
    fn from(unusable: Box<Unusable>) -> Self {
        Self::Unusable(unusable)
    }
}

impl Session<'_> {
    /// The site's folder: the one that was named, else the current one or the nearest above it that has settings.
    pub(super) fn root(&self) -> Result<PathBuf, Stop> {
        if let Some(root) = &self.shared.root {
            let missing = || no_site(Msg::CliNoSiteAt { folder: shown(root).into() });
            return is_site(root).then(|| root.clone()).ok_or_else(missing);
        }
        let Some(folder) = &self.environment.folder else {
            return Err(Stop::unusable(Msg::CliNoFolder, Msg::CliNoSiteHelp));
        };
        let above = folder.ancestors().find(|folder| is_site(folder));
        above.map(Path::to_owned).ok_or_else(|| no_site(Msg::CliNoSite { folder: shown(folder).into() }))
    }

    /// The way from the current folder to the site's, for programs that know files from there: empty, or `docs/`.
    pub(super) fn base(&self) -> String {
        let Some(root) = &self.shared.root else { return String::new() };
        let inner = match &self.environment.folder {
            Some(folder) if root.is_absolute() => root.strip_prefix(folder).ok(),
            _ => Some(root.as_path()),
        };
        let names = inner.into_iter().flat_map(Path::components).map(|part| match part {
            Component::Normal(name) => name.to_str(),
            Component::CurDir => Some(""),
            _ => None,
        });
        let names: Option<Vec<&str>> = names.collect();
        names.unwrap_or_default().into_iter().filter(|name| !name.is_empty()).map(|name| format!("{name}/")).collect()
    }

    /// The day for which the site is made.
    pub(super) fn today(&self) -> Result<Today, Stop> {
        match (self.shared.today, &self.environment.moment) {
            (Some(day), _) => Ok(Today::Day(day)),
            (None, Ok(seconds)) => Ok(Today::Moment(*seconds)),
            (None, Err(BadEpoch(value))) => {
                let message = Msg::CliBadEpoch { value: value.into() };
                Err(Stop::unusable(message, Msg::CliBadEpochHelp))
            }
        }
    }

    /// Whether the day is that of the clock, and goes on with it.
    pub(super) fn follows_clock(&self) -> bool {
        self.shared.today.is_none() && !self.environment.has_epoch
    }
}

#[expect(clippy::disallowed_methods, reason = "which folder is the site must be known before anything can be loaded")]
fn is_site(folder: &Path) -> bool {
    folder.join(SETTINGS).exists()
}

fn no_site(message: Msg) -> Stop {
    Stop::unusable(message, Msg::CliNoSiteHelp)
}

fn shown(folder: &Path) -> String {
    folder.display().to_string()
}
