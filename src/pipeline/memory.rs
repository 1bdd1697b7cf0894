//! The pipeline with memory: the same stages again and again, each of them doing only what has not been done before.
//!
//! A build with memory gives what a build without it gives, byte for byte and finding for finding. It differs in when:
//! pages are rendered when they are asked for, and what an edit may mean for other pages is judged after what was
//! edited.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use super::judgement::Judgement;
use super::understand::Understood;
use super::{Options, Unusable, echoes, notes};
use crate::diagnostic::{Findings, RuleSettings, settle};
use crate::load::{self, Input, LoadOptions, Loaded, load};
use crate::render::{Engine, Renderer};
use crate::resolve::Site;
use crate::source::Sources;
use crate::words::{Msg, THEME};

/// What builds of one site remember.
#[derive(Debug, Default)]
pub struct Memory {
    load: load::Memory,
    input: Option<Arc<Input>>,
    understood: Understood,
    engine: Option<Made>,
    renderer: Option<Arc<Renderer>>,
    judgement: Judgement,
    /// What was found before the rules (by load, parse, facts and words), and by the engine.
    findings: (Findings, Findings),
    /// How many of them load has found; they come first.
    loaded: usize,
    /// Whether everything has been judged.
    is_judged: bool,
}

/// An engine, the site that it was made for, and what is wrong with its templates.
#[derive(Debug)]
struct Made {
    site: Arc<Site>,
    engine: Option<Arc<Engine>>,
    findings: Findings,
}

/// A site as it is at a moment.
#[derive(Debug, Clone)]
pub struct Build {
    /// The site; `None` when its settings cannot be understood.
    pub site: Option<Arc<Site>>,
    /// Its files; `None` when the site or its templates cannot be understood.
    pub renderer: Option<Arc<Renderer>>,
    /// The texts that findings point into.
    pub sources: Arc<Sources>,
    /// What else an editor should know.
    pub notes: Vec<Msg>,
    /// Whether the sources are what they were, so that nothing else can be new.
    pub is_same: bool,
}

impl Memory {
    /// Looks at the disk. `told` names the files that are known to have changed, from the root with `/`; without a
    /// name, the whole site is looked at. `now` is the moment of the look. Whether something differs from the last
    /// look is given back; files in the root are not looked at, but read with each build.
    pub fn look(&mut self, root: &Path, told: &BTreeSet<String>, now: SystemTime) -> bool {
        self.load.look(root, told, now)
    }

    /// Builds the site as it was when it was looked at.
    ///
    /// What was edited is judged; [`Memory::judge`] judges the rest.
    ///
    /// # Errors
    /// When the site's folder cannot be used at all. Everything else is a finding.
    pub fn build(&mut self, root: &Path, options: &Options<'_>) -> Result<Build, Box<Unusable>> {
        options.progress.begin(Msg::StepLoad, None);
        let load_options = LoadOptions { today: options.today, drafts: options.drafts, built_in: THEME };
        let Loaded { input, findings, sources } = load(root, &load_options, &mut self.load)?;
        let sources = Arc::new(sources);
        let Some(input) = input.map(Arc::new) else {
            let is_same = self.input.is_none() && self.findings.0 == findings;
            let load = std::mem::take(&mut self.load);
            *self = Self { load, findings: (findings, Findings::new()), is_judged: true, ..Self::default() };
            return Ok(Build { site: None, renderer: None, sources, notes: Vec::new(), is_same });
        };
        let is_same =
            self.input.as_ref().is_some_and(|old| input.is_same(old)) && findings == self.findings.0[..self.loaded];
        if !is_same {
            self.follow(&input, findings, options);
        }
        let site = self.understood.site.clone();
        let notes = site.as_deref().map(notes::notes).unwrap_or_default();
        Ok(Build { site, renderer: self.renderer.clone(), sources, notes, is_same })
    }

    /// Judges everything that has not been judged, as long as `goes_on` says so. `true` when nothing is left.
    pub fn judge(&mut self, goes_on: &dyn Fn() -> bool) -> bool {
        if !self.is_judged {
            self.is_judged = self.judgement.judge_rest(self.renderer.as_deref(), goes_on);
        }
        self.is_judged
    }

    /// Whether everything has been judged.
    #[must_use]
    pub fn is_judged(&self) -> bool {
        self.is_judged
    }

    /// What is known to be wrong, settled. Until everything is judged, pages that were not edited may have findings of
    /// the build before.
    #[must_use]
    pub fn findings(&self) -> Findings {
        let mut findings = self.findings.0.clone();
        let Some(site) = &self.understood.site else { return settle(findings, &RuleSettings::default()) };
        findings.extend(self.judgement.by_rules().cloned());
        findings.extend(self.findings.1.iter().cloned());
        findings.extend(self.judgement.by_rendering());
        let findings = echoes::without_echoes(crate::check::allow(site, findings));
        settle(findings, &site.input.settings.rules)
    }

    fn follow(&mut self, input: &Arc<Input>, mut findings: Findings, options: &Options<'_>) {
        self.loaded = findings.len();
        let site = self.understood.understand(Arc::clone(input), options.progress, &mut findings);
        self.input = Some(Arc::clone(input));
        let (engine, by_engine) = self.engine(&site);
        let before = self.renderer.take();
        self.renderer = engine.as_ref().map(|engine| Arc::new(Renderer::new(&site, engine, before.as_deref())));
        // Whether there is anything to show must be known before it is shown for the first time.
        let is_first = self.judgement.is_blank();
        self.judgement.follow(&site, self.renderer.as_ref(), engine.as_ref());
        self.judgement.judge_urgent(self.renderer.as_deref());
        self.findings = (findings, by_engine);
        self.is_judged = is_first && self.judgement.judge_rest(self.renderer.as_deref(), &|| true);
    }

    /// The engine of a site: the one from before if it is made of the same.
    fn engine(&mut self, site: &Arc<Site>) -> (Option<Arc<Engine>>, Findings) {
        let is_same = |made: &Made| {
            Arc::ptr_eq(&made.site.topics, &site.topics)
                && Arc::ptr_eq(&made.site.words, &site.words)
                && Arc::ptr_eq(&made.site.input.theme, &site.input.theme)
                && Arc::ptr_eq(&made.site.input.settings, &site.input.settings)
        };
        let made = self.engine.take().filter(is_same).unwrap_or_else(|| {
            let (engine, findings) = Engine::new(site);
            Made { site: Arc::clone(site), engine: engine.map(Arc::new), findings }
        });
        let (engine, findings) = (made.engine.clone(), made.findings.clone());
        self.engine = Some(made);
        (engine, findings)
    }
}
