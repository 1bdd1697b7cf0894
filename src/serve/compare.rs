//! The languages of a topic beside each other: block by block, with what is behind, missing or different, and why.

mod rows;
mod text;

use super::markup::Markup;
use super::view::{View, compare_address};
use crate::blocks::{Block, Side, State, blocks};
use crate::diagnostic::{Finding, views};
use crate::lang::{Lang, Languages};
use crate::load::Topic;
use crate::pipeline::state_name;
use crate::resolve::{Changes, Site, Translation};
use crate::scaffold::confirm::refusal;
use crate::source::Source;
use crate::words::{Msg, own_name};
use rows::{Reason, Row, rows};

use super::confirm::digest;

/// The comparison of a topic; `None` if there is no such topic. `query` may name the translation: `language=en`.
pub(super) fn compare(view: &View<'_>, topic: &str, query: &str) -> Option<String> {
    let site = view.snapshot.newest.as_deref()?;
    let (topic, all) = site.translations.topics.get_key_value(&Topic::new(topic))?;
    let languages = &site.input.settings.languages;
    let asked = query.split('&').find_map(|part| part.strip_prefix("language="));
    let of = |tag: &str| all.iter().find(|translation| languages.tag(translation.lang) == tag);
    let translation = asked.and_then(of).or_else(|| all.first())?;
    let title = view.say(&Msg::CompareOf { topic: topic.as_str().into() });
    let comparison = Comparison { view, site, topic, all, translation };
    Some(view.page(&title, "compare", |main| comparison.write(main)))
}

/// A topic in two languages while it is written.
struct Comparison<'a> {
    view: &'a View<'a>,
    site: &'a Site,
    topic: &'a Topic,
    all: &'a [Translation],
    translation: &'a Translation,
}

/// One of the two texts.
struct Half<'a> {
    side: Side,
    tag: &'a str,
    source: Option<&'a Source>,
    blocks: Vec<Block>,
    state: State,
    lang: Lang,
}

impl Comparison<'_> {
    fn languages(&self) -> &Languages {
        &self.site.input.settings.languages
    }

    fn half(&self, side: Side) -> Half<'_> {
        let Translation { lang, state, main_state, texts, changes, .. } = self.translation;
        let (lang, state, source, today) = match side {
            Side::Main => (Lang::MAIN, *main_state, &texts.0, changes.as_ref().map(|changes| &changes.today.0)),
            Side::Other => (*lang, *state, &texts.1, changes.as_ref().map(|changes| &changes.today.1)),
        };
        let source = source.as_ref();
        let read = || source.map(|source| blocks(source, self.languages())).unwrap_or_default();
        let blocks = today.cloned().unwrap_or_else(read);
        Half { side, tag: self.languages().tag(lang), source, blocks, state, lang }
    }

    fn write(&self, main: &mut Markup) {
        let halves = [self.half(Side::Main), self.half(Side::Other)];
        main.element("p", &[("class", "over")], |over| over.line("code", &[], self.topic.as_str()));
        let title = halves.iter().find_map(|half| self.site.page(self.topic, half.lang));
        let title = title.map_or_else(|| self.topic.as_str().to_owned(), |page| self.site.edition(page).title.clone());
        main.line("h1", &[("lang", halves[0].tag)], &title);
        self.choices(main);
        self.confirmation(main, &halves);
        let rows = rows(&halves[0].blocks, &halves[1].blocks, self.changes());
        let findings = self.about(&halves);
        let (placed, rest): (Vec<_>, Vec<_>) = findings.into_iter().partition(|finding| at(finding, &halves).is_some());
        self.more(main, &rest);
        main.element("div", &[("class", "pair")], |pair| {
            pair.element("div", &[("class", "beside heads")], |row| {
                for half in &halves {
                    self.head(row, half);
                }
            });
            for row in &rows {
                self.row(pair, &halves, row, &placed);
            }
        });
    }

    fn changes(&self) -> Option<&Changes> {
        self.translation.changes.as_deref()
    }

    /// The other pairs of the topic, and the switch that hides what needs no look.
    fn choices(&self, main: &mut Markup) {
        main.element("div", &[("class", "choices")], |choices| {
            if self.all.len() > 1 {
                choices.element("nav", &[("aria-label", &self.view.say(&Msg::ComparePairs))], |nav| {
                    for translation in self.all {
                        let tag = self.languages().tag(translation.lang);
                        let href = format!("{}?language={tag}", compare_address(self.topic));
                        let current = if translation.lang == self.translation.lang { "page" } else { "" };
                        nav.line("a", &[("href", &href), ("aria-current", current)], own_name(tag));
                    }
                });
            }
            choices.element("label", &[("class", "switch")], |label| {
                label.empty("input", &[("type", "checkbox"), ("id", "differences")]);
                label.text(" ");
                label.text(&self.view.say(&Msg::CompareOnly));
            });
        });
    }

    /// The button that confirms the pair, or the reason why there is none.
    fn confirmation(&self, main: &mut Markup, halves: &[Half<'_>; 2]) {
        let (Some(first), Some(second)) = (halves[0].source, halves[1].source) else { return };
        if self.translation.state == State::Agreed {
            return main.line("p", &[("class", "agreed")], &self.view.say(&Msg::CompareAgreed));
        }
        let findings = &self.view.snapshot.findings;
        if let Some(reason) = refusal(findings, self.languages(), self.topic, self.translation, false) {
            return main.line("p", &[("class", "refused")], &self.view.say(&here(reason)));
        }
        let names = halves.each_ref().map(|half| own_name(half.tag));
        let question = Msg::CompareQuestion { first: names[0].into(), second: names[1].into() };
        let data = [
            ("id", "confirm"),
            ("class", "main"),
            ("type", "button"),
            ("data-topic", self.topic.as_str()),
            ("data-language", halves[1].tag),
            ("data-digest", &digest(first, second)),
        ];
        main.element("div", &[("class", "confirm")], |confirm| {
            confirm.line("p", &[], &self.view.say(&Msg::CompareHint));
            confirm.line("button", &data, &self.view.say(&Msg::CompareConfirm));
        });
        main.element("dialog", &[("id", "ask"), ("aria-labelledby", "question")], |dialog| {
            dialog.line("h2", &[("id", "question")], &self.view.say(&question));
            dialog.line("p", &[], &self.view.say(&Msg::CompareQuestionText { topic: self.topic.as_str().into() }));
            if self.translation.open() > 0 {
                let open = Msg::ConfirmOpen { count: self.translation.open().into() };
                dialog.line("p", &[("class", "caution")], &self.view.say(&open));
            }
            dialog.element("form", &[("method", "dialog")], |form| {
                form.line("button", &[("value", "")], &self.view.say(&Msg::CompareCancel));
                form.line("button", &[("value", "yes"), ("class", "main")], &self.view.say(&Msg::CompareConfirm));
            });
        });
        main.line("p", &[("id", "answer"), ("role", "status")], "");
    }

    /// The name and the state of a language above its text.
    fn head(&self, row: &mut Markup, half: &Half<'_>) {
        row.element("div", &[("class", "cell")], |cell| {
            cell.line("h2", &[("lang", half.tag)], own_name(half.tag));
            let class = format!("state {}", half.state.name());
            cell.line("span", &[("class", &class)], &state_name(half.state, self.view.lang));
            if let Some(page) = self.site.page(self.topic, half.lang).filter(|page| !self.site.is_fallback(page)) {
                cell.line("a", &[("href", &page.route.url)], &self.view.say(&Msg::CompareShow));
            }
            if let Some(href) = half.source.and_then(|source| self.view.href(source.path().as_str(), None)) {
                cell.line("a", &[("href", &href)], &self.view.say(&Msg::CompareEdit));
            }
        });
    }

    fn row(&self, pair: &mut Markup, halves: &[Half<'_>; 2], row: &Row, findings: &[&Finding]) {
        let is_in = |finding: &&&Finding| {
            at(finding, halves).is_some_and(|(side, block)| match side {
                Side::Main => row.main.contains(&block),
                Side::Other => row.other.contains(&block),
            })
        };
        let own: Vec<&Finding> = findings.iter().filter(is_in).copied().collect();
        let quiet = row.reasons.is_empty() && own.is_empty();
        pair.element("div", &[("class", if quiet { "beside" } else { "beside look" })], |line| {
            for (half, range) in halves.iter().zip([&row.main, &row.other]) {
                line.element("div", &[("class", "cell"), ("lang", half.tag)], |cell| {
                    for block in range.clone() {
                        self.block(cell, half, block);
                    }
                });
            }
            if quiet {
                return;
            }
            line.element("div", &[("class", "why")], |why| {
                for reason in &row.reasons {
                    why.line("p", &[("class", "reason")], &self.view.say(&self.reason(*reason, halves)));
                }
                let mut views = views(own.iter().copied(), &self.view.snapshot.sources, self.view.lang);
                // The texts stand right above.
                views.iter_mut().flat_map(|view| &mut view.places).for_each(|place| place.excerpt = None);
                self.view.findings(why, &views);
            });
        });
    }

    fn reason(&self, reason: Reason, halves: &[Half<'_>; 2]) -> Msg {
        let [main, other] = halves.each_ref().map(|half| own_name(half.tag));
        match reason {
            Reason::OtherBehind => Msg::CompareBehind { newer: main.into(), late: other.into() },
            Reason::MainBehind => Msg::CompareBehind { newer: other.into(), late: main.into() },
            Reason::MainRemoved => Msg::CompareRemoved { newer: main.into(), late: other.into() },
            Reason::OtherRemoved => Msg::CompareRemoved { newer: other.into(), late: main.into() },
            Reason::BothChanged => Msg::CompareBoth,
            Reason::OtherMissing => Msg::CompareMissing { language: other.into() },
            Reason::MainMissing => Msg::CompareMissing { language: main.into() },
        }
    }

    /// The findings on either text. What they say of the states is shown already.
    fn about(&self, halves: &[Half<'_>; 2]) -> Vec<&Finding> {
        let files: Vec<_> = halves.iter().filter_map(|half| half.source.map(Source::path)).collect();
        let is_about = |finding: &&Finding| {
            finding.place.as_ref().is_some_and(|place| files.contains(&&place.file))
                && !finding.rule.id.starts_with("translation-")
        };
        self.view.snapshot.findings.iter().filter(is_about).collect()
    }

    /// The findings on the texts as a whole.
    fn more(&self, main: &mut Markup, findings: &[&Finding]) {
        if !findings.is_empty() {
            self.view.findings(main, &views(findings.iter().copied(), &self.view.snapshot.sources, self.view.lang));
        }
    }
}

/// Why a pair cannot be confirmed, in words for somebody who looks at it instead of a terminal.
fn here(reason: Msg) -> Msg {
    match reason {
        Msg::ConfirmRefusedParity { topic } => Msg::CompareRefusedParity { topic },
        Msg::ConfirmRefusedErrors { .. } => Msg::CompareRefusedErrors,
        other => other,
    }
}

/// The block that a finding points into.
fn at(finding: &Finding, halves: &[Half<'_>; 2]) -> Option<(Side, usize)> {
    let place = finding.place.as_ref()?;
    let start = place.span?.start;
    let half = halves.iter().find(|half| half.source.is_some_and(|source| *source.path() == place.file))?;
    let holds = |block: &&(usize, &Block)| block.1.span.start <= start && start < block.1.span.end.max(start + 1);
    let inside = half.blocks.iter().enumerate().collect::<Vec<_>>();
    let found = inside
        .iter()
        .filter(holds)
        .filter(|(_, block)| start <= block.span.end)
        .min_by_key(|(_, block)| block.span.range().len())?;
    Some((half.side, found.0))
}
