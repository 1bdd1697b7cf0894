//! Binding: what each link, image and related entry of a page leads to.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use super::index::{Named, join};
use super::{Edition, Page, Site};
use crate::diagnostic::did_you_mean;
use crate::facts::FactProblem;
use crate::japanese::ruby;
use crate::lang::Lang;
use crate::load::{MissingTranslation, Topic};
use crate::parse::Target;

/// What an address leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// A page of the site, as an index of [`Site::pages`].
    Page {
        /// The page.
        page: usize,
        /// What follows `#`.
        fragment: Option<String>,
        /// What is wrong all the same.
        trouble: Option<Trouble>,
    },
    /// A place on the same page.
    Anchor {
        /// What follows `#`.
        fragment: String,
        /// What is wrong all the same.
        trouble: Option<Trouble>,
    },
    /// A file, as an index of the input's assets.
    Asset {
        /// The file.
        asset: usize,
        /// What follows `#`.
        fragment: Option<String>,
        /// What is wrong all the same.
        trouble: Option<Trouble>,
    },
    /// An address on the web, with the label of the fact that gave it.
    Web {
        /// The address.
        url: String,
        /// The fact's label, for a link without a text.
        label: Option<String>,
    },
    /// An address that another program opens: mail, telephone.
    Contact {
        /// The address.
        href: String,
        /// The fact's label, for a link without a text.
        label: Option<String>,
    },
    /// Nothing that can be linked.
    Broken(Trouble),
}

/// What is wrong with an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing has this path; perhaps the suggestion was meant.
    NoFile {
        /// What was asked for, below `content/`.
        path: String,
        /// What is there, below `content/`; `true` when only upper and lower case differ.
        suggestion: Option<(String, bool)>,
    },
    /// The path leads out of `content/`.
    Outside,
    /// The topic is there, but no page of it is published today.
    Hidden,
    /// The topic is not there in the readers' language and nothing takes its place.
    NoLanguage,
    /// The page has no such place; perhaps the suggestion was meant.
    NoAnchor {
        /// What follows `#`.
        fragment: String,
        /// An id of the page.
        suggestion: Option<String>,
    },
    /// The file has no version in this language and none without one; another language's is used.
    AssetLanguage,
    /// The fact is not there, or lacks the part that is asked for.
    Fact {
        /// The fact's key, and perhaps parts.
        path: String,
        /// What is wrong.
        problem: FactProblem,
    },
    /// The fact has no address.
    FactWithoutAddress(String),
    /// A scheme that pages must not use.
    Scheme(String),
    /// There is no address.
    Empty,
    /// Double braces, which an address cannot hold.
    Braces(String),
    /// An image from another host.
    ForeignImage,
    /// What it names is there and could not be read, which a finding of its own says.
    Unread,
}

impl Bound {
    /// What is wrong with it, if anything.
    #[must_use]
    pub fn trouble(&self) -> Option<&Trouble> {
        match self {
            Self::Page { trouble, .. } | Self::Anchor { trouble, .. } | Self::Asset { trouble, .. } => trouble.as_ref(),
            Self::Broken(trouble) => Some(trouble),
            Self::Web { .. } | Self::Contact { .. } => None,
        }
    }
}

/// The ids of each edition that a fragment may name, gathered when the first link asks for them.
pub(super) struct Anchors<'a>(Vec<(&'a Edition, OnceLock<HashSet<&'a str>>)>);

/// The links, the images and the related entries of a page.
type BoundPage = (Vec<Bound>, Vec<Bound>, Vec<Bound>);

/// The ids that each edition declares.
pub(super) fn anchors(editions: &[Arc<Edition>]) -> Anchors<'_> {
    Anchors(editions.iter().map(|edition| (&**edition, OnceLock::new())).collect())
}

impl Anchors<'_> {
    fn of(&self, edition: usize) -> &HashSet<&str> {
        let (edition, ids) = &self.0[edition];
        ids.get_or_init(|| edition_ids(edition))
    }
}

fn edition_ids(edition: &Edition) -> HashSet<&str> {
    let headings = edition.ids.iter().map(String::as_str);
    let questions = edition.question_ids.iter().map(String::as_str);
    headings.chain(questions).chain(edition.document.body.ids.iter().map(|(id, _)| id.as_str())).collect()
}

/// Finds what the links, the images and the related entries of a page lead to.
pub(super) fn page(site: &Site, page: &Page, anchors: &Anchors<'_>) -> BoundPage {
    let document = &site.edition(page).document;
    let folder = document.source.path().below("content").and_then(|path| path.rsplit_once('/'));
    let folder = folder.map_or("", |(folder, _)| folder);
    let binder = Binder { site, reader: page.lang, text: document.lang, folder, own: Some(page.edition), anchors };
    let links = document.body.links.iter().map(|link| binder.link(&link.target)).collect();
    let images = document.body.images.iter().map(|image| binder.image(&image.target)).collect();
    let related = document.front.related.iter().map(|related| binder.link(&Target::parse(&related.value))).collect();
    (links, images, related)
}

/// What an address of a notice leads to. Notices stand on every page, so `#id` alone names nothing.
pub(super) fn notice(site: &Site, reader: Lang, text: Lang, target: &Target, anchors: &Anchors<'_>) -> Bound {
    Binder { site, reader, text, folder: "", own: None, anchors }.link(target)
}

struct Binder<'a, 'b> {
    site: &'a Site,
    /// The language of the readers.
    reader: Lang,
    /// The language of the text.
    text: Lang,
    /// The folder below `content/` from which paths begin.
    folder: &'a str,
    /// The edition that `#id` names a place in.
    own: Option<usize>,
    anchors: &'a Anchors<'b>,
}

impl Binder<'_, '_> {
    fn link(&self, target: &Target) -> Bound {
        match target {
            Target::File { path, fragment } => self.file(path, fragment.as_deref()),
            Target::Anchor(fragment) => self.anchor(fragment),
            Target::Fact(path) => self.fact(path),
            Target::Web(url) => Bound::Web { url: url.clone(), label: None },
            Target::Contact(href) => Bound::Contact { href: href.clone(), label: None },
            Target::Forbidden(address) => Bound::Broken(Trouble::Scheme(address.clone())),
            Target::Empty => Bound::Broken(Trouble::Empty),
            Target::Braces(braces) => Bound::Broken(Trouble::Braces(braces.clone())),
        }
    }

    fn image(&self, target: &Target) -> Bound {
        match self.link(target) {
            Bound::Web { .. } => Bound::Broken(Trouble::ForeignImage),
            Bound::Page { .. } | Bound::Anchor { .. } | Bound::Contact { .. } => Bound::Broken(Trouble::Empty),
            bound => bound,
        }
    }

    fn file(&self, path: &str, fragment: Option<&str>) -> Bound {
        let Some(path) = join(self.folder, path) else { return Bound::Broken(Trouble::Outside) };
        match self.site.content.find(&path, self.reader) {
            Named::Topic(topic) => self.topic(&topic, fragment),
            Named::HiddenTopic => Bound::Broken(Trouble::Hidden),
            Named::UnreadTopic => Bound::Broken(Trouble::Unread),
            Named::Asset { index, borrowed } => {
                let trouble = borrowed.then_some(Trouble::AssetLanguage);
                Bound::Asset { asset: index, fragment: fragment.map(str::to_owned), trouble }
            }
            Named::Nothing => {
                let suggestion = self.site.content.suggest(&path);
                Bound::Broken(Trouble::NoFile { path, suggestion })
            }
        }
    }

    /// The page of a topic in the readers' language; else, where the topic lacks it and nothing takes its place, one that is there.
    fn topic(&self, topic: &Topic, fragment: Option<&str>) -> Bound {
        if self.site.input.unread.pages.contains(&(topic.clone(), self.reader)) {
            return Bound::Broken(Trouble::Unread);
        }
        let Some(entry) = self.site.topics.get(topic) else { return Bound::Broken(Trouble::Hidden) };
        let own = entry.pages.has(self.reader);
        let Some(&page) = own.or_else(|| entry.pages.present().next().map(|(_, page)| page)) else {
            return Bound::Broken(Trouble::Hidden);
        };
        let trouble = match fragment {
            _ if own.is_none() && self.forbids_other_language(entry.absent_on_purpose.get(self.reader)) => {
                Some(Trouble::NoLanguage)
            }
            Some(fragment) if !self.is_partly_unread(topic) => {
                self.missing_anchor(self.site.pages[page].edition, fragment)
            }
            Some(_) => None,
            None => None,
        };
        Bound::Page { page, fragment: fragment.map(str::to_owned), trouble }
    }

    /// Whether a text of the topic could not be read. It may give the others ids that nobody knows now.
    fn is_partly_unread(&self, topic: &Topic) -> bool {
        self.site.input.unread.pages.iter().any(|(unread, _)| unread == topic)
    }

    fn forbids_other_language(&self, on_purpose: &bool) -> bool {
        self.site.input.settings.missing_translation == MissingTranslation::Error && !on_purpose
    }

    fn anchor(&self, fragment: &str) -> Bound {
        let Some(own) = self.own else {
            return Bound::Broken(Trouble::NoAnchor { fragment: fragment.to_owned(), suggestion: None });
        };
        let trouble = self.missing_anchor(own, fragment);
        Bound::Anchor { fragment: fragment.to_owned(), trouble }
    }

    fn missing_anchor(&self, edition: usize, fragment: &str) -> Option<Trouble> {
        let ids = self.anchors.of(edition);
        let is_partial = self.site.editions[edition].document.body.is_partial;
        if ids.contains(fragment) || fragment == TOP || is_partial {
            return None;
        }
        let mut known: Vec<&str> = ids.iter().copied().collect();
        known.sort_unstable();
        let suggestion = did_you_mean(fragment, known).map(str::to_owned);
        Some(Trouble::NoAnchor { fragment: fragment.to_owned(), suggestion })
    }

    fn fact(&self, path: &str) -> Bound {
        let facts = &self.site.facts;
        let lang = self.text;
        let shown = match facts.show(path, &self.site.wording(lang)) {
            Ok(shown) => shown.text,
            Err(problem) => return Bound::Broken(Trouble::Fact { path: path.to_owned(), problem }),
        };
        let Some(href) = facts.address(path, lang) else {
            return Bound::Broken(Trouble::FactWithoutAddress(path.to_owned()));
        };
        let label = facts.get(path).and_then(|fact| fact.label(lang));
        let label = Some(label.map_or(shown, |label| ruby::plain(label, ruby::Escape::Backslash)));
        if href.starts_with("tel:") || href.starts_with("mailto:") {
            Bound::Contact { href, label }
        } else {
            Bound::Web { url: href, label }
        }
    }
}

/// The fragment that every page has (HTML Standard, scrolling to a fragment).
const TOP: &str = "top";
