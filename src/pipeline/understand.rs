//! From an input to a site: parse, facts, words, resolve. What did not change is taken from the run before.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::words;
use crate::diagnostic::Findings;
use crate::facts::Facts;
use crate::load::{Input, PageSource, Settings, WordSource};
use crate::parse::{Document, Notices, parse};
use crate::progress::Progress;
use crate::resolve::{Site, resolve};
use crate::source::{Source, SourcePath};
use crate::words::{Msg, SiteWords};

/// What was understood in the run before, each part with what it was made of.
#[derive(Debug, Default)]
pub(super) struct Understood {
    settings: Option<Arc<Settings>>,
    documents: Vec<Parsed>,
    facts: Option<(Option<Source>, Arc<Facts>, Findings)>,
    notices: Option<(Option<Source>, Arc<Notices>, Findings)>,
    words: Option<(Vec<WordSource>, Arc<SiteWords>, Findings)>,
    /// The site.
    pub(super) site: Option<Arc<Site>>,
}

/// A page that was parsed.
#[derive(Debug, Clone)]
struct Parsed {
    page: PageSource,
    document: Arc<Document>,
    findings: Arc<Findings>,
}

impl Understood {
    /// parse → resolve.
    pub(super) fn understand(
        &mut self,
        input: Arc<Input>,
        progress: &dyn Progress,
        findings: &mut Findings,
    ) -> Arc<Site> {
        // Nothing that depends on the settings is kept when they change.
        if !self.settings.as_ref().is_some_and(|old| Arc::ptr_eq(old, &input.settings)) {
            *self = Self { settings: Some(Arc::clone(&input.settings)), ..Self::default() };
        }
        progress.begin(Msg::StepParse, Some(input.pages.len()));
        let documents = self.documents(&input, progress, findings);
        let facts = self.facts(&input, findings);
        let notices = self.notices(&input, findings);
        let words = self.words(&input, findings);
        let site = Arc::new(resolve(input, documents, notices, facts, words, self.site.as_deref()));
        self.site = Some(Arc::clone(&site));
        site
    }

    fn documents(&mut self, input: &Input, progress: &dyn Progress, findings: &mut Findings) -> Vec<Arc<Document>> {
        let settings = &input.settings;
        let by_path = OnceLock::new();
        let one = |(index, page): (usize, &PageSource)| {
            progress.advance(1);
            // Most often a page stands where it stood.
            let there = self.documents.get(index).filter(|old| old.page.source.path() == page.source.path());
            let old = there.or_else(|| by_path.get_or_init(|| self.by_path()).get(page.source.path()).copied());
            if let Some(old) = old.filter(|old| old.page == *page) {
                return old.clone();
            }
            let (document, findings) = parse(page, &settings.languages, settings.raw_html);
            Parsed { page: page.clone(), document: Arc::new(document), findings: Arc::new(findings) }
        };
        let parsed: Vec<Parsed> = input.pages.par_iter().enumerate().map(one).collect();
        findings.extend(parsed.iter().flat_map(|parsed| parsed.findings.iter().cloned()));
        let documents = parsed.iter().map(|parsed| Arc::clone(&parsed.document)).collect();
        self.documents = parsed;
        documents
    }

    fn by_path(&self) -> HashMap<&SourcePath, &Parsed> {
        self.documents.iter().map(|parsed| (parsed.page.source.path(), parsed)).collect()
    }

    fn facts(&mut self, input: &Input, findings: &mut Findings) -> Arc<Facts> {
        if input.unread.facts {
            self.facts = None;
            return Arc::new(Facts::unread());
        }
        let old = self.facts.take().filter(|(source, ..)| *source == input.facts);
        let (source, facts, more) = old.unwrap_or_else(|| {
            let (facts, more) = Facts::parse_file(input.facts.as_ref(), &input.settings.languages);
            (input.facts.clone(), Arc::new(facts), more)
        });
        findings.extend(more.iter().cloned());
        self.facts = Some((source, Arc::clone(&facts), more));
        facts
    }

    fn notices(&mut self, input: &Input, findings: &mut Findings) -> Arc<Notices> {
        let old = self.notices.take().filter(|(source, ..)| *source == input.notices);
        let (source, notices, more) = old.unwrap_or_else(|| {
            let (notices, more) = Notices::parse(input.notices.as_ref(), &input.settings.languages);
            (input.notices.clone(), Arc::new(notices), more)
        });
        findings.extend(more.iter().cloned());
        self.notices = Some((source, Arc::clone(&notices), more));
        notices
    }

    fn words(&mut self, input: &Input, findings: &mut Findings) -> Arc<SiteWords> {
        let sources = &input.theme.words;
        let old = self.words.take().filter(|(old, ..)| old == sources);
        let (sources, words, more) = old.unwrap_or_else(|| {
            let (words, more) = words::load(input);
            (sources.clone(), Arc::new(words), more)
        });
        findings.extend(more.iter().cloned());
        self.words = Some((sources, Arc::clone(&words), more));
        words
    }
}
