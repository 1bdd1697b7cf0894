//! What every page of a language sees: menus, notices, what is new.

use super::data::{LanguageData, MenuData, NoticeData, SiteData};
use super::{borrowed_lang, home_url, latest, link_data, related_link, title};
use crate::lang::Lang;
use crate::load::Settings;
use crate::parse::{Notice, NoticeLevel};
use crate::resolve::{Banner, MenuItem, Site, route};
use crate::words::own_name;

/// How many items the list of what is new shows.
const LATEST: usize = 5;

/// How many pages a level of the menu shows. Whoever has more finds all of them on the page of the section: a menu
/// of a thousand links helps nobody, and every page would carry it.
const MENU: usize = 24;

/// The value of `site` in the templates of a language.
pub(super) fn data(site: &Site, lang: Lang) -> SiteData<'_> {
    let settings = &site.input.settings;
    SiteData {
        title: title(site, lang),
        title_html: settings.phrased(lang, title(site, lang)),
        url: format!("{}{}", settings.origin, settings.base_path),
        home_url: home_url(site, lang),
        feed_url: format!("{}{}feed.xml", settings.base_path, route::prefix(lang, settings)),
        menu: site.menus.get(lang).items.iter().take(MENU).map(|item| menu_item(site, item)).collect(),
        menu_more: has_more(site, lang),
        languages: settings.languages.tags().map(|tag| LanguageData { tag, name: own_name(tag) }).collect(),
        search_url: None,
        latest: latest(site, lang).into_iter().take(LATEST).map(|page| link_data(site, page)).collect(),
        notices: notices(site, lang),
        footer: settings.footer.or_main(lang).map(String::as_str),
    }
}

/// Whether the main menu has more pages than it shows; the front page lists them all.
pub(super) fn has_more(site: &Site, lang: Lang) -> bool {
    site.menus.get(lang).items.len() > MENU
}

fn menu_item(site: &Site, item: &MenuItem) -> MenuData {
    let children = item.children.iter().take(MENU).map(|&page| menu_entry(site, page, Vec::new())).collect();
    MenuData { more: item.children.len() > MENU, ..menu_entry(site, item.page, children) }
}

fn menu_entry(site: &Site, page: usize, children: Vec<MenuData>) -> MenuData {
    let page = &site.pages[page];
    let edition = site.edition(page);
    MenuData {
        title: edition.nav_title.clone(),
        title_html: edition.nav_title_html.clone(),
        lang: borrowed_lang(site, page),
        url: page.route.url.clone(),
        topic: page.topic.as_str().to_owned(),
        children,
        more: false,
    }
}

/// The notices of today, emergencies first.
fn notices(site: &Site, lang: Lang) -> Vec<NoticeData> {
    let both = site.notices.list.iter().zip(site.banners.get(lang));
    let mut shown: Vec<_> =
        both.filter(|(notice, banner)| notice.is_shown(site.input.today) && !banner.html.is_empty()).collect();
    shown.sort_by_key(|(notice, _)| notice.level != NoticeLevel::Emergency);
    shown.into_iter().map(|(notice, banner)| notice_data(site, lang, notice, banner)).collect()
}

fn notice_data(site: &Site, lang: Lang, notice: &Notice, banner: &Banner) -> NoticeData {
    let settings: &Settings = &site.input.settings;
    let link =
        banner.link.as_ref().map(|bound| related_link(site, lang, banner.lang, bound, banner.link_text.as_deref()));
    NoticeData {
        level: if notice.level == NoticeLevel::Emergency { "emergency" } else { "notice" },
        lang: (banner.lang != lang).then(|| settings.languages.tag(banner.lang).to_owned()),
        html: banner.html.clone(),
        link: link.filter(|link| !link.url.is_empty()),
    }
}
