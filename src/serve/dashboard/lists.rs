//! The lists of the dashboard that are about the site as a whole.

use std::collections::{BTreeMap, BTreeSet};

use super::{Board, DATES, FACTS, LINKS, table};
use crate::date::Date;
use crate::lang::Lang;
use crate::load::Topic;
use crate::pipeline::{FactRow, fact_table};
use crate::resolve::{Absence, Bound, Site};
use crate::serve::markup::Markup;
use crate::serve::view::compare_address;
use crate::words::Msg;

/// Something that happens to a page by itself, or does not happen yet.
struct Event<'a> {
    /// When; nobody knows when a draft is done.
    date: Option<Date>,
    what: Msg,
    topic: &'a Topic,
    lang: Lang,
    file: Option<&'a str>,
}

/// A host that links lead to, with its addresses and the topics that link to them.
type Hosts<'a> = BTreeMap<String, BTreeMap<&'a str, BTreeSet<&'a Topic>>>;

impl Board<'_> {
    pub(super) fn facts(&self, main: &mut Markup, site: &Site) {
        let facts = fact_table(site);
        self.section(main, (FACTS, &Msg::BoardFacts), &facts.rows, |section, rows| {
            let mut headings = vec![self.view.say(&Msg::CliColumnFact)];
            headings.extend(facts.languages.iter().cloned());
            headings.push(self.view.say(&Msg::CliColumnPages));
            table(section, &headings, rows, |row, fact| {
                self.fact(row, fact, &facts.languages);
            });
        });
    }

    fn fact(&self, row: &mut Markup, fact: &FactRow, languages: &[String]) {
        row.element("th", &[("scope", "row")], |cell| cell.line("code", &[], &fact.key));
        for (value, tag) in fact.values.iter().zip(languages) {
            row.line("td", &[("lang", tag)], value.as_deref().unwrap_or("–"));
        }
        row.element("td", &[], |cell| {
            topics(cell, fact.pages.iter().map(|name| Topic::new(name)).collect::<Vec<_>>().iter());
        });
    }

    pub(super) fn dates(&self, main: &mut Markup, site: &Site) {
        let events = events(site);
        self.section(main, (DATES, &Msg::BoardDates), &events, |section, events| {
            let headings = [Msg::BoardDay, Msg::BoardEvent, Msg::CliColumnTopic, Msg::BoardLanguage]
                .map(|word| self.view.say(&word));
            table(section, &headings, events, |row, event| self.event(row, site, event));
        });
    }

    fn event(&self, row: &mut Markup, site: &Site, event: &Event<'_>) {
        let day = event.date.map(|date| self.view.say(&Msg::BoardDate { date: date.into() }));
        row.line("td", &[("class", "day")], day.as_deref().unwrap_or("–"));
        row.line("td", &[], &self.view.say(&event.what));
        row.element("th", &[("scope", "row")], |cell| {
            let href = event.file.and_then(|file| self.view.href(file, None));
            cell.element("code", &[], |code| code.link(href.as_deref(), event.topic.as_str()));
        });
        row.line("td", &[], site.input.settings.languages.tag(event.lang));
    }

    pub(super) fn links(&self, main: &mut Markup, site: &Site) {
        let hosts: Vec<_> = hosts(site).into_iter().collect();
        self.section(main, (LINKS, &Msg::BoardLinks), &hosts, |section, hosts| {
            section.element("dl", &[("class", "hosts")], |list| {
                for (host, addresses) in hosts {
                    list.line("dt", &[], host);
                    for (address, users) in addresses {
                        list.element("dd", &[], |entry| {
                            let link = [("href", *address), ("rel", "noreferrer"), ("target", "_blank")];
                            entry.line("a", &link, address);
                            entry.text(" ");
                            topics(entry, users.iter().copied());
                        });
                    }
                }
            });
        });
    }
}

/// Topics, each with the way to its comparison.
fn topics<'a>(markup: &mut Markup, topics: impl Iterator<Item = &'a Topic>) {
    markup.element("ul", &[("class", "users")], |list| {
        for topic in topics {
            list.element("li", &[], |item| {
                item.line("a", &[("href", &compare_address(topic))], topic.as_str());
            });
        }
    });
}

/// Drafts, and the pages that appear or go: the nearest day first, drafts last.
fn events(site: &Site) -> Vec<Event<'_>> {
    let sources = site.input.pages.iter().map(|page| ((&page.topic, page.lang), page.source.path().as_str()));
    let files: BTreeMap<(&Topic, Lang), &str> = sources.collect();
    let hidden = site.hidden.iter().map(|hidden| {
        let (date, what) = match hidden.why {
            Absence::Draft => (None, Msg::BoardDraft),
            Absence::Until(date) => (Some(date), Msg::BoardPublished),
            Absence::Since(date) => (Some(date), Msg::BoardExpired),
        };
        Event {
            date,
            what,
            topic: &hidden.topic,
            lang: hidden.lang,
            file: files.get(&(&hidden.topic, hidden.lang)).copied(),
        }
    });
    let going = site.editions.iter().filter_map(|edition| {
        let document = &edition.document;
        let date = document.front.expires.filter(|&date| date > site.input.today)?;
        let file = Some(document.source.path().as_str());
        Some(Event { date: Some(date), what: Msg::BoardExpires, topic: &document.topic, lang: document.lang, file })
    });
    let mut events: Vec<_> = hidden.chain(going).collect();
    events.sort_by_key(|event| (event.date.is_none(), event.date, event.topic, event.lang));
    events
}

/// The links that leave the site, by host and address.
fn hosts(site: &Site) -> Hosts<'_> {
    let mut hosts = Hosts::new();
    for page in &site.pages {
        for bound in page.links.iter().chain(&page.related) {
            let Bound::Web { url, .. } = bound else { continue };
            let rest = url.split_once("//").map_or(&**url, |(_, rest)| rest);
            let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
            hosts.entry(host.to_lowercase()).or_default().entry(url).or_default().insert(&page.topic);
        }
    }
    hosts
}
