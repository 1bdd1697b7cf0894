//! Moving: a topic, or a section with all below it, in every language, with its files and agreed texts.
//!
//! The plan is made from the site as it was read, and nothing is written before all of it is known: the new paths, the
//! links that have to change, the former addresses. Links in agreed texts change with those of the pages, so that moving
//! is no change of what the languages say. Each changed text is read again, and must say what was meant.

mod front;
mod links;
mod paths;

use std::collections::BTreeMap;

use super::batch::Step;
use super::edit::edited;
use super::name::TopicName;
use super::new::{Obstacle, obstacle};
use crate::diagnostic::{Finding, Fix, Level, rule};
use crate::lang::Lang;
use crate::load::{PageSource, Topic, agreed_path};
use crate::parse::FrontMatter;
use crate::pipeline::Judged;
use crate::redirect;
use crate::resolve::{Absence, Site, absence};
use crate::source::{Place, Source, SourcePath};
use paths::Paths;

/// All that a move does.
#[derive(Debug, Default)]
pub struct Plan {
    /// The changes of files.
    pub steps: Vec<Step>,
    /// The pages whose links change, with the number of links.
    pub links: Vec<(SourcePath, usize)>,
    /// The former addresses that pages get, with the new path of the page.
    pub redirects: Vec<(String, String)>,
    /// The files that are no pages and whose addresses change.
    pub files: Vec<(SourcePath, String)>,
}

/// Why a topic is not moved.
#[derive(Debug)]
pub enum Refusal {
    /// The front page stays.
    Home,
    /// It is there already.
    Same,
    /// A section cannot lie in itself.
    Inside,
    /// Something stands in the way.
    Obstacle(Obstacle),
    /// What a source says cannot be known.
    Unreadable(Option<Place>),
    /// A new address belongs to something else.
    Address {
        /// The address.
        address: String,
        /// The file that has it.
        file: SourcePath,
    },
    /// A text cannot be changed so that it says what it should.
    Text(Place),
}

/// Plans to move a topic.
///
/// # Errors
/// What speaks against it.
pub fn plan(judged: &Judged, site: &Site, old: &Topic, new: &TopicName) -> Result<Plan, Refusal> {
    if old.is_home() || new.topic.is_home() {
        return Err(Refusal::Home);
    }
    if let Some(finding) = judged.findings.iter().find(|finding| hides_links(finding)) {
        return Err(Refusal::Unreadable(finding.place.clone()));
    }
    let is_there = site.input.pages.iter().any(|page| page.topic == *old || paths::lies_below(&page.topic, old));
    let paths = Paths::new(&site.input, old, new, is_there);
    if is_there {
        if new.topic == *old && paths.stays() {
            return Err(Refusal::Same);
        }
        if paths.is_folder() && paths::lies_below(&new.topic, old) {
            return Err(Refusal::Inside);
        }
        if let Some(obstacle) = obstacle(&site.input, new).filter(|_| new.topic != *old) {
            return Err(Refusal::Obstacle(obstacle));
        }
    }
    let mut mover = Mover { site, paths, plan: Plan::default() };
    mover.pages()?;
    mover.agreed()?;
    mover.assets();
    Ok(mover.plan)
}

/// Whether a finding says that a source could not be understood, so that links in it or to it are not known.
fn hides_links(finding: &Finding) -> bool {
    let rules = [
        &rule::ENCODING_UTF8,
        &rule::FRONT_MATTER_SYNTAX,
        &rule::FRONT_MATTER_MISSING,
        &rule::NAME_LANGUAGE,
        &rule::NAME_INVALID,
        &rule::NAME_UNREADABLE,
        &rule::LIMIT_SIZE,
        &rule::LIMIT_COUNT,
    ];
    finding.level == Level::Error && rules.contains(&finding.rule)
}

struct Mover<'a> {
    site: &'a Site,
    paths: Paths<'a>,
    plan: Plan,
}

impl Mover<'_> {
    fn pages(&mut self) -> Result<(), Refusal> {
        let addresses = self.addresses();
        for page in &self.site.input.pages {
            let (from, to) = self.paths.of_page(page);
            let source = &page.source;
            let mut edits = links::edits(source, &from, &to, &self.paths).map_err(Refusal::Text)?;
            if !edits.is_empty() {
                self.plan.links.push((source.path().clone(), edits.len()));
            }
            edits.extend(self.redirect(page, &to, &addresses)?);
            self.change(source, edits);
            self.rename(source.path().as_str(), &format!("content/{to}"));
        }
        Ok(())
    }

    /// The pages and redirects of the site by their address, without what moves.
    fn addresses(&self) -> BTreeMap<String, SourcePath> {
        let stays = self.site.pages.iter().filter(|page| !self.paths.moves(&page.topic));
        let pages =
            stays.map(|page| (page.route.out.to_url_path(), self.site.edition(page).document.source.path().clone()));
        let redirects = redirect::all(self.site).into_iter();
        let redirects = redirects.filter_map(|redirect| Some((redirect.out?.to_url_path(), redirect.from_place.file)));
        redirects.chain(pages).collect()
    }

    /// The change of front matter that leads from a page's former address to it.
    fn redirect(
        &mut self,
        page: &PageSource,
        to: &str,
        taken: &BTreeMap<String, SourcePath>,
    ) -> Result<Vec<Fix>, Refusal> {
        let source = &page.source;
        let edition = self.site.editions.iter().find(|edition| edition.document.source.path() == source.path());
        let Some(edition) = edition.filter(|_| self.paths.moves(&page.topic)) else { return Ok(Vec::new()) };
        let Some((old, new)) = self.paths.addresses(self.site, &page.topic, page.lang) else { return Ok(Vec::new()) };
        if old == new {
            return Ok(Vec::new());
        }
        // A page may go back to where it was, and then its own former address is its address again.
        if let Some(file) = taken.get(&new).filter(|file| *file != source.path()) {
            return Err(Refusal::Address { address: new, file: file.clone() });
        }
        let why = absence(&edition.document, self.site.input.today);
        if matches!(why, Some(Absence::Draft | Absence::Until(_))) {
            return Ok(Vec::new());
        }
        let (old, new) = (decoded(&old), decoded(&new));
        let edits = front::redirect(source, &old, &new).ok_or_else(|| Refusal::Text(source.whole()))?;
        self.is_redirected(source, &edits, &old, &new).then_some(()).ok_or_else(|| Refusal::Text(source.whole()))?;
        if !edits.is_empty() {
            self.plan.redirects.push((old, format!("content/{to}")));
        }
        Ok(edits)
    }

    /// Whether changed front matter is read as it is meant.
    fn is_redirected(&self, source: &Source, edits: &[Fix], old: &str, new: &str) -> bool {
        let bytes = edited(source, edits.to_vec());
        let changed = Source::new(source.path().clone(), &String::from_utf8_lossy(&bytes));
        let languages = &self.site.input.settings.languages;
        let (before, _, problems) = FrontMatter::parse(source, languages);
        let (after, _, more) = FrontMatter::parse(&changed, languages);
        let (Some(before), Some(after)) = (before, after) else { return false };
        let has = |address: &str| after.redirect_from.iter().any(|from| from.value == address);
        has(old) && !has(new) && problems.len() == more.len() && before.title.value == after.title.value
    }

    /// The agreed texts move with their topic, and their links change like those of the pages.
    fn agreed(&mut self) -> Result<(), Refusal> {
        let languages = &self.site.input.settings.languages;
        for ((topic, translation), pair) in self.site.input.agreed.iter() {
            for (lang, half) in [(Lang::MAIN, &pair.main), (*translation, &pair.other)] {
                let Some(source) = half else { continue };
                let (from, to) = self.paths.of_text(topic, lang);
                let edits = links::edits(source, &from, &to, &self.paths).map_err(Refusal::Text)?;
                self.change(source, edits);
                let moved = self.paths.topic(topic);
                self.rename(source.path().as_str(), &agreed_path(languages, &moved, *translation, lang));
            }
        }
        Ok(())
    }

    fn assets(&mut self) {
        for asset in self.site.input.assets.iter() {
            let Some(path) = asset.path.below("content") else { continue };
            let to = format!("content/{}", self.paths.of_asset(path));
            if to != asset.path.as_str() {
                self.plan.files.push((asset.path.clone(), to.clone()));
                self.rename(asset.path.as_str(), &to);
            }
        }
    }

    fn change(&mut self, source: &Source, edits: Vec<Fix>) {
        if !edits.is_empty() {
            let path = source.path().as_str().to_owned();
            self.plan.steps.push(Step::Replace { path, before: source.file_bytes(), bytes: edited(source, edits) });
        }
    }

    fn rename(&mut self, from: &str, to: &str) {
        if from != to {
            self.plan.steps.push(Step::Rename { from: from.to_owned(), to: to.to_owned() });
        }
    }
}

/// An address as people write it in front matter.
fn decoded(address: &str) -> String {
    crate::site_path::site_path(address).unwrap_or_else(|_| address.to_owned()).replace('%', "%25")
}
