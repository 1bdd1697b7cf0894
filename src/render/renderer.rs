//! Rendering on demand: the files of a site, each made when somebody asks for it.
//!
//! A preview shows a page or two of a site of thousands, so the time from an edit to the screen must not grow with the
//! site. A file comes out as [`render`](super::render) would make it.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::view::{self, SiteView};
use super::{Engine, Made, asset_file, bytes, generated, insert, page_html, tell_once};
use crate::diagnostic::{Finding, Findings};
use crate::lang::PerLang;
use crate::output::{Content, Output};
use crate::resolve::{Edition, Site};

/// The files of a site, made when they are asked for.
#[derive(Debug)]
pub struct Renderer {
    site: Arc<Site>,
    engine: Arc<Engine>,
    /// What all pages of a language see.
    views: Arc<OnceLock<PerLang<SiteView>>>,
    addresses: Arc<Addresses>,
    /// The pages that were asked for, in the order of the site's pages.
    pages: Vec<OnceLock<Rendered>>,
    generated: OnceLock<(HashMap<String, Content>, Findings)>,
}

/// A file that was made, or why it could not be.
pub(super) type Rendered = Result<Content, Box<Finding>>;

/// What stands at which path.
#[derive(Debug)]
struct Addresses {
    /// Pages, as indices of the site's pages.
    pages: HashMap<String, usize>,
    /// Files of the content and of the theme.
    files: HashMap<String, Content>,
}

impl Renderer {
    /// The renderer of a site. What an older one has found out and is still right is taken from it.
    #[must_use]
    pub fn new(site: &Arc<Site>, engine: &Arc<Engine>, before: Option<&Self>) -> Self {
        let same_frame = before.filter(|before| {
            Arc::ptr_eq(&before.site.topics, &site.topics)
                && Arc::ptr_eq(&before.site.input.assets, &site.input.assets)
                && Arc::ptr_eq(&before.engine, engine)
        });
        let addresses =
            same_frame.map_or_else(|| Arc::new(Addresses::new(site, engine)), |before| Arc::clone(&before.addresses));
        let same_views = before.filter(|before| is_seen_alike(site, &before.site));
        Self {
            views: same_views.map_or_else(Arc::default, |before| Arc::clone(&before.views)),
            addresses,
            pages: site.pages.iter().map(|_| OnceLock::new()).collect(),
            generated: OnceLock::new(),
            site: Arc::clone(site),
            engine: Arc::clone(engine),
        }
    }

    /// The site that is rendered.
    #[must_use]
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// The page that stands at a path, as an index of the site's pages.
    #[must_use]
    pub fn page_at(&self, path: &str) -> Option<usize> {
        self.addresses.pages.get(path).copied()
    }

    /// Whether there is a file of this path: `ja/apply/index.html`.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        let addresses = &self.addresses;
        addresses.pages.contains_key(path)
            || addresses.files.contains_key(path)
            || self.generated().0.contains_key(path)
    }

    /// The file of a path. The same build gives the same file again without making it twice.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Rendered> {
        if let Some(index) = self.page_at(path) {
            return Some(self.pages[index].get_or_init(|| self.render(index)).clone());
        }
        let found = self.addresses.files.get(path).or_else(|| self.generated().0.get(path));
        found.cloned().map(Ok)
    }

    /// The template that a page is made with.
    #[must_use]
    pub fn template(&self, index: usize) -> String {
        view::template(&self.site, &self.site.pages[index])
    }

    /// What goes wrong when a page is rendered.
    #[must_use]
    pub fn page_findings(&self, index: usize) -> Findings {
        let rendered = match self.pages[index].get() {
            Some(rendered) => rendered.as_ref().err().cloned(),
            None => self.render(index).err(),
        };
        rendered.into_iter().map(|finding| *finding).collect()
    }

    /// What goes wrong with the files that no source stands for, and where two files would have one path.
    #[must_use]
    pub fn other_findings(&self) -> Findings {
        let mut findings = self.generated().1.clone();
        let mut output = Output::new();
        let empty = || Content::Bytes([].into());
        let origin = |index: usize| self.site.edition(&self.site.pages[index]).document.source.path().as_str().into();
        let pages =
            (0..self.pages.len()).map(|index| (self.site.pages[index].route.out.clone(), empty(), origin(index)));
        let assets = self.site.input.assets.iter().filter_map(asset_file);
        let generated = self.made_generated().into_iter().filter_map(Result::ok);
        for made in pages.chain(generated).chain(assets).chain(self.engine.statics().files()) {
            insert(&mut output, made, &mut findings);
        }
        findings
    }

    fn render(&self, index: usize) -> Rendered {
        // In a scope it runs on a worker, whose stack holds what templates need.
        let made = rayon::scope(|_| page_html(&self.site, &self.engine, self.views(), &self.site.pages[index]));
        made.map(bytes)
    }

    fn views(&self) -> &PerLang<SiteView> {
        let languages = &self.site.input.settings.languages;
        self.views.get_or_init(|| PerLang::from_fn(languages, |lang| SiteView::new(&self.site, lang)))
    }

    fn made_generated(&self) -> Vec<Result<Made, Box<Finding>>> {
        rayon::scope(|_| generated::files(&self.site, &self.engine, self.views()))
    }

    fn generated(&self) -> &(HashMap<String, Content>, Findings) {
        self.generated.get_or_init(|| {
            let (mut files, mut findings) = (HashMap::new(), Findings::new());
            for made in self.made_generated() {
                match made {
                    Ok((path, content, _)) => drop(files.insert(path.as_str().to_owned(), content)),
                    Err(finding) => tell_once(&mut findings, *finding),
                }
            }
            (files, findings)
        })
    }
}

impl Addresses {
    fn new(site: &Site, engine: &Engine) -> Self {
        let pages = site.pages.iter().enumerate();
        let files = site.input.assets.iter().filter_map(asset_file).chain(engine.statics().files());
        Self {
            pages: pages.map(|(index, page)| (page.route.out.as_str().to_owned(), index)).collect(),
            files: files.map(|(path, content, _)| (path.as_str().to_owned(), content)).collect(),
        }
    }
}

/// Whether the pages of two sites see the same of each other: apart from a page's own text, all that a view is made of.
#[must_use]
pub fn is_seen_alike(new: &Site, old: &Site) -> bool {
    Arc::ptr_eq(&new.topics, &old.topics)
        && Arc::ptr_eq(&new.input.settings, &old.input.settings)
        && Arc::ptr_eq(&new.input.assets, &old.input.assets)
        && Arc::ptr_eq(&new.facts, &old.facts)
        && Arc::ptr_eq(&new.words, &old.words)
        && Arc::ptr_eq(&new.notices, &old.notices)
        && new.banners == old.banners
        && new.input.today == old.input.today
        && new
            .editions
            .par_iter()
            .zip(&old.editions)
            .all(|(new, old)| Arc::ptr_eq(new, old) || is_shown_alike(new, old))
}

/// Whether other pages would show the same of two editions.
fn is_shown_alike(new: &Edition, old: &Edition) -> bool {
    let texts = |edition: &'_ Edition| {
        [&edition.title, &edition.title_html, &edition.nav_title, &edition.nav_title_html, &edition.summary]
            .map(String::clone)
    };
    let values = |edition: &Edition| {
        let front = &edition.document.front;
        let from = front.redirect_from.iter().map(|from| from.value.clone()).collect::<Vec<_>>();
        let contact = front.contact.as_ref().map(|contact| contact.value.clone());
        (front.updated, front.list_published, contact, from)
    };
    texts(new) == texts(old) && values(new) == values(old)
}
