//! The dashboard: how all topics stand, what was found, the facts, what appears and goes by itself, and where links
//! leave the site.

mod lists;

use std::collections::BTreeMap;

use super::markup::Markup;
use super::view::{View, compare_address};
use crate::blocks::State;
use crate::diagnostic::{Counts, summary, views};
use crate::lang::Lang;
use crate::load::Topic;
use crate::pipeline::{state_name, states};
use crate::resolve::{Site, Translation};
use crate::words::Msg;

/// The most rows of a list, unless somebody asks for all.
const MOST: usize = 100;

/// The lists of the dashboard, by the names that addresses use.
const TOPICS: &str = "topics";
const FINDINGS: &str = "findings";
const FACTS: &str = "facts";
const DATES: &str = "dates";
const LINKS: &str = "links";

/// The dashboard. `query` may ask for a whole list: `all=facts`.
pub(super) fn dashboard(view: &View<'_>, query: &str) -> String {
    let all = query.split('&').find_map(|part| part.strip_prefix("all=")).unwrap_or_default();
    let board = Board { view: *view, all };
    view.page(&view.say(&Msg::BoardTitle), "board", |main| {
        let site = view.snapshot.newest.as_deref();
        board.opening(main, site);
        if let Some(site) = site {
            board.topics(main, site);
        }
        board.findings(main);
        if let Some(site) = site {
            board.facts(main, site);
            board.dates(main, site);
            board.links(main, site);
        }
    })
}

/// The page that stands in for every page of a site that has had errors from the beginning.
pub(super) fn waiting(view: &View<'_>) -> String {
    view.page(&view.say(&Msg::PreviewWaitingTitle), "board", |main| {
        main.line("h1", &[], &view.say(&Msg::PreviewWaitingTitle));
        let summary = summary(Counts::of(&view.snapshot.findings), view.lang);
        main.line("p", &[("class", "lead")], &view.say(&Msg::PreviewWaitingText { summary: summary.into() }));
        Board { view: *view, all: FINDINGS }.findings(main);
    })
}

/// The page for what the preview does not have.
pub(super) fn missing(view: &View<'_>) -> String {
    let title = view.say(&Msg::PreviewNotFound);
    view.page(&title, "board", |main| main.line("h1", &[], &title))
}

/// A dashboard while it is written.
#[derive(Clone, Copy)]
struct Board<'a> {
    view: View<'a>,
    /// The list that is shown whole.
    all: &'a str,
}

impl Board<'_> {
    fn opening(&self, main: &mut Markup, site: Option<&Site>) {
        if let Some(site) = site {
            let settings = &site.input.settings;
            let titled = |&lang: &Lang| Some((settings.title.has(lang)?, settings.languages.tag(lang)));
            if let Some((title, tag)) = self.view.languages(site).iter().find_map(titled) {
                main.line("p", &[("class", "over"), ("lang", tag)], title);
            }
        }
        main.line("h1", &[], &self.view.say(&Msg::BoardTitle));
        let Counts { errors, warnings, hints } = Counts::of(&self.view.snapshot.findings);
        main.element("ul", &[("class", "tiles")], |tiles| {
            for (state, count) in site.map(worst_states).unwrap_or_default().into_iter().rev() {
                tile(tiles, state.name(), &state_name(state, self.view.lang), count, TOPICS);
            }
            for (class, word, count) in [
                ("error", Msg::FindingError, errors),
                ("warning", Msg::FindingWarning, warnings),
                ("hint", Msg::FindingHint, hints),
            ] {
                tile(tiles, class, &self.view.say(&word), count, FINDINGS);
            }
        });
    }

    /// A list with its heading, its rows up to the limit, and the way to the rest.
    fn section<T>(
        &self,
        main: &mut Markup,
        (name, title): (&'static str, &Msg),
        rows: &[T],
        write: impl FnOnce(&mut Markup, &[T]),
    ) {
        let limit = if self.all == name { rows.len() } else { rows.len().min(MOST) };
        let heading = format!("{name}-heading");
        main.element("section", &[("id", name), ("aria-labelledby", &heading)], |section| {
            section.element("h2", &[("id", &heading)], |title_line| {
                title_line.text(&self.view.say(title));
                title_line.text(" ");
                title_line.line("span", &[("class", "count")], &rows.len().to_string());
            });
            match rows {
                [] => section.line("p", &[("class", "nothing")], &self.view.say(&Msg::BoardNothing)),
                rows => write(section, &rows[..limit]),
            }
            if limit < rows.len() {
                let text = self.view.say(&Msg::BoardMore { count: (rows.len() - limit).into() });
                section.element("p", &[("class", "more")], |more| {
                    more.line("a", &[("href", &format!("?all={name}#{name}"))], &text);
                });
            }
        });
    }

    fn topics(&self, main: &mut Markup, site: &Site) {
        let mut topics: Vec<_> = site.translations.topics.iter().map(|(topic, all)| (worst(all), topic, all)).collect();
        topics.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        self.section(main, (TOPICS, &Msg::BoardTopics), &topics, |section, topics| {
            let mut headings = vec![self.view.say(&Msg::CliColumnTopic)];
            headings.extend(site.input.settings.languages.tags().map(str::to_owned));
            headings.extend([self.view.say(&Msg::CliColumnOpen), String::new()]);
            table(section, &headings, topics, |row, (_, topic, all)| self.topic(row, site, topic, all));
        });
    }

    fn topic(&self, row: &mut Markup, site: &Site, topic: &Topic, all: &[Translation]) {
        row.element("th", &[("scope", "row")], |cell| {
            let page = self.view.languages(site).into_iter().find_map(|lang| site.page(topic, lang));
            if let Some(page) = page {
                let edition = site.edition(page);
                let tag = site.input.settings.languages.tag(edition.document.lang);
                cell.line("span", &[("lang", tag)], &edition.title);
            }
            cell.line("code", &[], topic.as_str());
        });
        for lang in site.input.settings.languages.iter() {
            row.element("td", &[], |cell| {
                for state in states(all, lang) {
                    let href = site.page(topic, lang).map(|page| &*page.route.url).unwrap_or_default();
                    let name = state_name(state, self.view.lang);
                    let tag = if href.is_empty() { "span" } else { "a" };
                    cell.line(tag, &[("class", &format!("state {}", state.name())), ("href", href)], &name);
                }
            });
        }
        let open: usize = all.iter().map(Translation::open).sum();
        row.line("td", &[("class", "number")], &if open > 0 { open.to_string() } else { String::new() });
        row.element("td", &[("class", "go")], |cell| {
            cell.line("a", &[("href", &compare_address(topic))], &self.view.say(&Msg::BoardCompare));
        });
    }

    fn findings(&self, main: &mut Markup) {
        let mut findings: Vec<_> = self.view.snapshot.findings.iter().collect();
        findings.sort_by_key(|finding| finding.level);
        self.section(main, (FINDINGS, &Msg::BoardFindings), &findings, |section, findings| {
            let views = views(findings.iter().copied(), &self.view.snapshot.sources, self.view.lang);
            self.view.findings(section, &views);
        });
    }
}

/// A number with what it counts, and the way to the list.
fn tile(tiles: &mut Markup, class: &str, word: &str, count: usize, list: &str) {
    if count == 0 {
        return;
    }
    tiles.element("li", &[], |tile| {
        tile.element("a", &[("href", &format!("#{list}")), ("class", &format!("tile {class}"))], |link| {
            link.line("span", &[("class", "figure")], &count.to_string());
            link.line("span", &[("class", "what")], word);
        });
    });
}

/// A table in a frame that can scroll.
fn table<T>(markup: &mut Markup, headings: &[String], rows: &[T], mut write: impl FnMut(&mut Markup, &T)) {
    markup.element("div", &[("class", "table")], |frame| {
        frame.element("table", &[], |table| {
            table.element("thead", &[], |head| {
                head.element("tr", &[], |row| {
                    for heading in headings {
                        row.line(if heading.is_empty() { "td" } else { "th" }, &[], heading);
                    }
                });
            });
            table.element("tbody", &[], |body| {
                for row in rows {
                    body.element("tr", &[], |line| write(line, row));
                }
            });
        });
    });
}

fn worst(all: &[Translation]) -> State {
    all.iter().map(Translation::worst).max().unwrap_or(State::Agreed)
}

/// How many topics are in each state, by their worst one.
fn worst_states(site: &Site) -> BTreeMap<State, usize> {
    let mut counts = BTreeMap::new();
    for all in site.translations.topics.values() {
        *counts.entry(worst(all)).or_default() += 1;
    }
    counts
}
