//! What an editor should know besides findings: which pages are left out, and when the site changes by itself.

use crate::date::Date;
use crate::resolve::{Absence, Hidden, Site};
use crate::words::Msg;

/// The notes on a site.
pub(super) fn notes(site: &Site) -> Vec<Msg> {
    let hidden = site.hidden.iter().map(|hidden| left_out(site, hidden));
    let next = next_change(site).map(|date| Msg::NoteNextChange { date: date.into() });
    hidden.chain(next).collect()
}

fn left_out(site: &Site, hidden: &Hidden) -> Msg {
    let page = hidden.topic.as_str().into();
    let language = site.input.settings.languages.tag(hidden.lang).into();
    match (hidden.why, site.input.drafts) {
        (Absence::Draft, false) => Msg::NoteDraft { page, language },
        (Absence::Until(date), false) => Msg::NoteUntil { page, language, date: date.into() },
        (Absence::Since(date), false) => Msg::NoteSince { page, language, date: date.into() },
        (_, true) => Msg::NoteShownAsDraft { page, language },
    }
}

/// The next day on which a page or a notice appears or goes without anybody doing anything.
fn next_change(site: &Site) -> Option<Date> {
    let appears = site.hidden.iter().filter_map(|hidden| match hidden.why {
        Absence::Until(date) => Some(date),
        Absence::Draft | Absence::Since(_) => None,
    });
    let goes = site.editions.iter().filter_map(|edition| edition.document.front.expires);
    let appear = site.notices.list.iter().filter_map(|notice| notice.from);
    let go = site.notices.list.iter().filter_map(|notice| notice.until?.next());
    appears.chain(goes).chain(appear).chain(go).filter(|&date| date > site.input.today).min()
}
