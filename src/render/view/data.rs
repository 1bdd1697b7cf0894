//! The values that templates receive, field by field.

use serde::Serialize;

use crate::render::behind::BehindData;
use crate::render::contact::ContactData;

#[derive(Debug, Serialize)]
pub(in crate::render) struct SiteData<'a> {
    pub(super) title: &'a str,
    pub(super) title_html: String,
    pub(super) url: String,
    pub(super) home_url: String,
    pub(super) feed_url: String,
    pub(super) menu: Vec<MenuData>,
    pub(super) menu_more: bool,
    pub(super) languages: Vec<LanguageData<'a>>,
    pub(super) search_url: Option<String>,
    pub(super) latest: Vec<LinkData>,
    pub(super) notices: Vec<NoticeData>,
    pub(super) footer: Option<&'a str>,
}

/// A notice that is shown today.
#[derive(Debug, Serialize)]
pub(in crate::render) struct NoticeData {
    pub(super) level: &'static str,
    pub(super) lang: Option<String>,
    pub(super) html: String,
    pub(super) link: Option<RelatedData>,
}

#[derive(Debug, Serialize)]
pub(in crate::render) struct LanguageData<'a> {
    pub(super) tag: &'a str,
    pub(super) name: &'a str,
}

#[derive(Debug, Serialize)]
pub(in crate::render) struct MenuData {
    pub(super) title: String,
    pub(super) title_html: String,
    pub(super) lang: Option<String>,
    pub(super) url: String,
    pub(super) topic: String,
    pub(super) children: Vec<MenuData>,
    pub(super) more: bool,
}

/// A link to a page.
#[derive(Debug, Serialize)]
pub(in crate::render) struct LinkData {
    pub(super) title: String,
    pub(super) lang: Option<String>,
    pub(super) title_html: String,
    pub(super) url: String,
    pub(super) topic: String,
    pub(super) summary: String,
    pub(super) updated: Option<String>,
    pub(super) published: Option<String>,
    pub(super) draft: bool,
}

/// What one page sees.
#[derive(Debug, Serialize)]
pub(in crate::render) struct PageData {
    pub(super) topic: String,
    pub(super) url: String,
    pub(super) permalink: String,
    pub(super) lang: String,
    pub(super) title: String,
    pub(super) title_html: String,
    pub(super) head_title: String,
    pub(super) nav_title: String,
    pub(super) nav_title_html: String,
    pub(super) summary: String,
    pub(super) content: String,
    pub(super) content_lang: String,
    pub(super) is_home: bool,
    pub(super) is_section: bool,
    pub(super) section: Option<LinkData>,
    pub(super) topics: Vec<String>,
    pub(super) toc: Vec<TocData>,
    pub(super) show_toc: bool,
    pub(super) updated: Option<String>,
    pub(super) published: Option<String>,
    pub(super) expires: Option<String>,
    pub(super) breadcrumb: Vec<CrumbData>,
    pub(super) prev: Option<LinkData>,
    pub(super) next: Option<LinkData>,
    pub(super) children: Vec<LinkData>,
    pub(super) list_published: bool,
    pub(super) alternates: Vec<AlternateData>,
    pub(super) hreflang: Vec<HreflangData>,
    pub(super) canonical: Option<String>,
    pub(super) noindex: bool,
    pub(super) fallback: Option<FallbackData>,
    pub(super) behind: Option<BehindData>,
    pub(super) draft: bool,
    pub(super) scheduled: Option<String>,
    pub(super) expired: Option<String>,
    pub(super) related: Vec<RelatedData>,
    pub(super) contact: Option<ContactData>,
    pub(super) json_ld: String,
    pub(super) extra: serde_yaml::Value,
}

#[derive(Debug, Serialize)]
pub(in crate::render) struct TocData {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) title_html: String,
    pub(super) children: Vec<TocData>,
}

#[derive(Debug, Serialize)]
pub(in crate::render) struct CrumbData {
    pub(super) title: String,
    pub(super) title_html: String,
    pub(super) lang: Option<String>,
    pub(super) url: String,
}

#[derive(Debug, Serialize)]
pub(in crate::render) struct AlternateData {
    pub(super) tag: String,
    pub(super) name: String,
    pub(super) url: String,
    pub(super) permalink: String,
    pub(super) current: bool,
    pub(super) exists: bool,
}

/// A `link rel="alternate" hreflang` of a page.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(in crate::render) struct HreflangData {
    pub(in crate::render) tag: String,
    pub(in crate::render) href: String,
}

#[derive(Debug, Serialize)]
pub(in crate::render) struct FallbackData {
    pub(super) tag: String,
    pub(super) name: String,
}

#[derive(Debug, Serialize)]
pub(in crate::render) struct RelatedData {
    pub(super) title_html: String,
    pub(super) url: String,
    pub(super) external: bool,
    pub(super) new_tab: bool,
    pub(super) hreflang: Option<String>,
}
