//! The whole product on one screen: the stages in order.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::check;
use crate::diagnostic::{self, Counts, Finding, Findings, rule};
use crate::facts::Facts;
use crate::load::{self, Input, LoadError, LoadOptions};
use crate::output::Output;
use crate::parse;
use crate::render::{self, Engine};
use crate::resolve::{self, Site};
use crate::source::Sources;
use crate::words::SiteWords;

/// A site that was judged.
#[derive(Debug)]
pub struct Judged {
    /// The site; `None` when its settings cannot be understood.
    pub site: Option<Site>,
    /// Its files; `None` when the site or its templates cannot be understood.
    pub output: Option<Output>,
    /// What there is to say, settled and sorted.
    pub findings: Findings,
    /// The texts that findings point into.
    pub sources: Sources,
}

impl Judged {
    /// How many findings there are of each level.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(&self.findings)
    }
}

/// load → parse → resolve → check → render.
///
/// # Errors
/// When the folder is no site or cannot be read at all. Everything else is a finding.
pub fn judge(root: &Path, options: &LoadOptions) -> Result<Judged, LoadError> {
    let loaded = load::load(root, options)?;
    let mut findings = loaded.findings;
    let sources = loaded.sources;
    let Some(input) = loaded.input.map(Arc::new) else {
        let findings = diagnostic::settle(findings, &diagnostic::RuleSettings::default());
        return Ok(Judged { site: None, output: None, findings, sources });
    };
    let (site, more) = understand(input);
    findings.extend(more);
    findings.extend(check::check(&site));
    let (engine, more) = Engine::new(&site);
    findings.extend(more);
    let output = engine.map(|engine| {
        let (output, more) = render::render(&site, &engine);
        findings.extend(more);
        output
    });
    let findings = check::allow(&site, findings);
    let findings = diagnostic::settle(findings, &site.input.settings.rules);
    Ok(Judged { site: Some(site), output, findings, sources })
}

/// parse → resolve.
fn understand(input: Arc<Input>) -> (Site, Findings) {
    let settings = &input.settings;
    let parsed: Vec<_> = input.pages.par_iter().map(|page| parse::parse(page, &settings.languages, settings.raw_html)).collect();
    let mut findings = Findings::new();
    let mut documents = Vec::with_capacity(parsed.len());
    for (document, more) in parsed {
        documents.push(document);
        findings.extend(more);
    }
    let (facts, more) = Facts::parse_file(input.facts.as_ref(), &settings.languages);
    findings.extend(more);
    let (words, more) = words(&input);
    findings.extend(more);
    (resolve::resolve(input, documents, facts, Arc::new(words)), findings)
}
