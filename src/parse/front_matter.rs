//! Front matter: the YAML between `---` lines at the top of a page, every key understood and checked.

use crate::date::Date;
use crate::lang::Lang;
pub use crate::source::Spanned;

/// What the front matter of a page says.
#[derive(Debug, Clone)]
pub struct FrontMatter {
    /// The page's title and h1.
    pub title: Spanned<String>,
    /// A shorter title for menus.
    pub nav_title: Option<Spanned<String>>,
    /// One or two sentences, for lists, search engines and feeds.
    pub summary: Option<Spanned<String>>,
    /// The place in menus; smaller numbers first, pages without one last.
    pub order: Option<i64>,
    /// Whether menus show the page.
    pub nav: bool,
    /// The page's segment in addresses.
    pub slug: Option<Spanned<String>>,
    /// The day of the last change of substance.
    pub updated: Option<Date>,
    /// The first day on which the page is there.
    pub published: Option<Date>,
    /// The first day on which it is gone again.
    pub expires: Option<Date>,
    /// Whether it is left out of builds.
    pub draft: bool,
    /// Old site paths that lead here.
    pub redirect_from: Vec<Spanned<String>>,
    /// The template's name without `.html`.
    pub template: Option<Spanned<String>>,
    /// Whether the page shows its table of contents; `None`: from three h2 on.
    pub toc: Option<bool>,
    /// Whether each h2 section ends with a link to the menu; `None`: as [`Self::toc`].
    pub menu_link: Option<bool>,
    /// Files and facts (`fact:KEY`) of the related links.
    pub related: Vec<Spanned<String>>,
    /// The key of the contact fact.
    pub contact: Option<Spanned<String>>,
    /// Whether a section lists its pages by date, newest first.
    pub list_published: bool,
    /// The languages in which the topic exists on purpose.
    pub languages: Option<Vec<Spanned<Lang>>>,
    /// Findings that are allowed, each with a reason.
    pub allow: Vec<Allow>,
    /// Whatever the theme wants.
    pub extra: serde_yaml::Value,
}

/// One entry of `allow:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The rule's id.
    pub rule: Spanned<String>,
    /// Why its findings are right here.
    pub reason: String,
    /// Only findings whose place covers this text; `None`: all of the rule on this page.
    pub text: Option<String>,
}
