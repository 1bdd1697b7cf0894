//! The whole product on one screen: the stages in order. What the command line, the preview and the tests call.

mod echoes;
mod facts;
mod judgement;
mod lost;
mod memory;
mod notes;
mod states;
mod understand;
mod unusable;
mod words;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::clock::Today;
use crate::diagnostic::{Counts, Findings, RuleSettings, settle};
use crate::load::{self, LoadOptions, Loaded, load};
use crate::output::Output;
use crate::progress::Progress;
use crate::render::{Engine, render};
use crate::resolve::Site;
use crate::source::Sources;
use crate::words::{Msg, THEME};
use crate::write::{Target, WriteError, last_files, write};
use understand::Understood;

pub use self::facts::{FactRow, FactTable, facts, table as fact_table};
pub use self::memory::{Build, Memory};
pub use self::states::{change_name, state_name, states};

/// What a run is told besides the site's folder.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// What decides the day for which the site is made.
    pub today: Today,
    /// Whether drafts and pages outside their dates are made too, marked as such.
    pub drafts: bool,
    /// Who hears of the steps.
    pub progress: &'a dyn Progress,
}

/// What a site was judged to be.
#[derive(Debug, Default)]
pub struct Judged {
    /// The site; `None` when its settings cannot be understood.
    pub site: Option<Arc<Site>>,
    /// Its files; `None` when the site or its templates cannot be understood.
    pub output: Option<Output>,
    /// The findings, settled: levels applied, sorted.
    pub findings: Findings,
    /// The texts that they point into.
    pub sources: Sources,
    /// What else an editor should know, such as the pages that are left out today.
    pub notes: Vec<Msg>,
}

/// Where and when a site is written.
#[derive(Debug, Clone)]
pub struct Destination {
    /// The folder, relative to the current one or absolute.
    pub folder: PathBuf,
    /// Whether the folder may hold files that are not ours.
    pub adopt: bool,
    /// Whether a site with warnings stays unwritten.
    pub deny_warnings: bool,
    /// The home folder, which is never written to.
    pub home: Option<PathBuf>,
}

/// A site that was judged and, unless that went badly, written.
#[derive(Debug)]
pub struct Built {
    /// What it was judged to be.
    pub judged: Judged,
    /// What was written.
    pub written: Option<crate::write::Report>,
}

/// Why nothing could be judged or written at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// What is missing or broken.
    pub message: Msg,
    /// What more there is to say, and what may help.
    pub helps: Vec<Msg>,
}

/// load → parse → resolve → check → render.
///
/// # Errors
/// When the site's folder cannot be used at all. Everything else is a finding.
pub fn judge(root: &Path, options: &Options<'_>) -> Result<Judged, Box<Unusable>> {
    options.progress.begin(Msg::StepLoad, None);
    let load_options = LoadOptions { today: options.today, drafts: options.drafts, built_in: THEME };
    let Loaded { input, mut findings, sources } = load(root, &load_options, &mut load::Memory::default())?;
    let Some(input) = input.map(Arc::new) else {
        return Ok(Judged { findings: settle(findings, &RuleSettings::default()), sources, ..Judged::default() });
    };
    let site = Understood::default().understand(input, options.progress, &mut findings);
    options.progress.begin(Msg::StepCheck, None);
    findings.extend(crate::check::check(&site));
    options.progress.begin(Msg::StepRender, Some(site.pages.len()));
    let (engine, more) = Engine::new(&site);
    findings.extend(more);
    let output = engine.map(|engine| {
        let (output, more) = render(&site, &engine, options.progress);
        findings.extend(more);
        output
    });
    let findings = echoes::without_echoes(crate::check::allow(&site, findings));
    let findings = settle(findings, &site.input.settings.rules);
    Ok(Judged { notes: notes::notes(&site), site: Some(site), output, findings, sources })
}

/// Judges a site and, if nothing speaks against it, writes it.
///
/// # Errors
/// When the site's folder or the destination cannot be used at all.
pub fn build(root: &Path, options: &Options<'_>, destination: &Destination) -> Result<Built, Box<Unusable>> {
    let mut judged = judge(root, options)?;
    lost::tell(&mut judged, &last_files(&destination.folder));
    let counts = Counts::of(&judged.findings);
    let refused = counts.errors > 0 || (destination.deny_warnings && counts.warnings > 0);
    let written = match &judged.output {
        Some(output) if !refused => {
            Some(write_output(root, output, options, destination).map_err(|error| Box::new(error.into()))?)
        }
        _ => None,
    };
    Ok(Built { judged, written })
}

fn write_output(
    root: &Path,
    output: &Output,
    options: &Options<'_>,
    destination: &Destination,
) -> Result<crate::write::Report, WriteError> {
    options.progress.begin(Msg::StepWrite, Some(output.len()));
    let sources = ["content", "templates", "themes", "locales"].map(|folder| root.join(folder)).to_vec();
    let Destination { folder, adopt, home, .. } = destination.clone();
    let target = Target { out: folder, root: root.to_owned(), sources, home, adopt };
    // The writer also reports within large files, so only the files that are done count.
    let done = AtomicUsize::new(0);
    let tell = |step: crate::write::Progress| {
        let before = done.fetch_max(step.files_done, Ordering::Relaxed);
        options.progress.advance(step.files_done.saturating_sub(before));
    };
    write(output, &target, &tell)
}
