//! Redirects: from former addresses to those of today, out of `site.yaml` and front matter.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::lang::Lang;
use crate::path::{OutPath, PathProblem};
use crate::resolve::Site;
use crate::source::Place;

/// One redirect.
#[derive(Debug, Clone)]
pub struct Redirection {
    /// The former path, from `/` without the base path.
    pub from: String,
    /// The file that stands at the former path; none when the path cannot be a file's.
    pub out: Option<OutPath>,
    /// What is wrong with the former path.
    pub problem: Option<PathProblem>,
    /// Where it leads: a path from `/` without the base path, or an address on the web.
    pub to: String,
    /// The language of the page that stands at the former path.
    pub lang: Lang,
    /// Where the former path is written.
    pub from_place: Place,
    /// Where the target is written.
    pub to_place: Place,
}

impl Redirection {
    fn new(from: &str, to: String, lang: Lang, from_place: Place, to_place: Place) -> Self {
        let out = out_path(from);
        let problem = out.as_ref().err().cloned();
        Self { from: from.to_owned(), out: out.ok(), problem, to, lang, from_place, to_place }
    }

    /// The target as an address for links.
    #[must_use]
    pub fn url(&self, site: &Site) -> String {
        match self.to.strip_prefix('/') {
            Some(rest) => format!("{}{}", site.input.settings.base_path, utf8_percent_encode(rest, NOT_IN_ADDRESS)),
            None => self.to.clone(),
        }
    }
}

/// What a target cannot hold as it is. Settings give it decoded, page routes encoded, so `%` stays.
const NOT_IN_ADDRESS: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');

/// All redirects of a site.
#[must_use]
pub fn all(site: &Site) -> Vec<Redirection> {
    let settings = &site.input.settings;
    let base = settings.base_path.trim_end_matches('/');
    let by_settings = settings.redirects.iter().map(|(from, redirect)| {
        let lang = language_of(&redirect.to, site);
        Redirection::new(from, redirect.to.clone(), lang, redirect.from_place.clone(), redirect.to_place.clone())
    });
    let by_pages = site.pages.iter().filter(|page| !site.is_fallback(page)).flat_map(|page| {
        let document = &site.edition(page).document;
        document.front.redirect_from.iter().map(move |from| {
            let place = document.source.place(from.span.range());
            let to = page.route.url.strip_prefix(base).unwrap_or(&page.route.url).to_owned();
            Redirection::new(&from.value, to, page.lang, place.clone(), place)
        })
    });
    by_settings.chain(by_pages).collect()
}

/// The file that stands at a site path: a path without an extension is a folder's.
///
/// # Errors
/// The segment that cannot be a file's name.
fn out_path(path: &str) -> Result<OutPath, PathProblem> {
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let path = path.trim_start_matches('/');
    let last = path.rsplit('/').next().unwrap_or(path);
    if last.is_empty() {
        return OutPath::new(&format!("{path}index.html"));
    }
    OutPath::new(&if last.contains('.') { path.to_owned() } else { format!("{path}/index.html") })
}

/// The language whose prefix a path begins with; else the main language.
fn language_of(path: &str, site: &Site) -> Lang {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    site.input.settings.languages.find(first).unwrap_or(Lang::MAIN)
}
