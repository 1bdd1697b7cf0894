//! What the preview's own pages are made from, and the frame that they share.

use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::editor::Editor;
use super::markup::Markup;
use super::reload::{COMPARE, Channel, OWN};
use super::snapshot::Snapshot;
use crate::diagnostic::{ExcerptView, FindingView, PlaceView};
use crate::lang::Lang;
use crate::load::Topic;
use crate::resolve::Site;
use crate::words::{Msg, UiLang};

/// Where the dashboard is.
pub(super) const DASHBOARD: &str = OWN;

/// The signs of a topic's name that stand for themselves in an address.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// One answer's look at the preview.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    /// What there is.
    pub(super) snapshot: &'a Snapshot,
    /// The language of the preview's own words.
    pub(super) lang: UiLang,
    /// The site's folder.
    pub(super) root: &'a Path,
    /// How files are opened.
    pub(super) editor: &'a Editor,
    /// Where scripts and styles are.
    pub(super) channel: &'a Channel,
}

impl View<'_> {
    /// A message in the language of the preview.
    pub(super) fn say(&self, message: &Msg) -> String {
        message.text(self.lang)
    }

    /// The languages of a site, that of whoever looks first.
    pub(super) fn languages(&self, site: &Site) -> Vec<Lang> {
        let languages = &site.input.settings.languages;
        let mut all: Vec<Lang> = languages.iter().collect();
        all.sort_by_key(|&lang| UiLang::from_tag(languages.tag(lang)) != Some(self.lang));
        all
    }

    /// The address that opens a file in the editor.
    pub(super) fn href(&self, file: &str, position: Option<(usize, usize)>) -> Option<String> {
        self.editor.href(self.root, file, position)
    }

    /// A page of the preview's own.
    pub(super) fn page(&self, title: &str, class: &'static str, inside: impl FnOnce(&mut Markup)) -> String {
        let mut markup = Markup::default();
        markup.element("html", &[("lang", self.lang.tag())], |html| {
            html.element("head", &[], |head| self.head(head, title, class));
            html.element("body", &[("class", class)], |body| {
                self.bar(body);
                body.element("main", &[], inside);
                let (build, report) = (self.snapshot.build.to_string(), self.snapshot.revision.to_string());
                let script = [
                    ("src", &*self.channel.address("reload.js")),
                    ("data-build", &*build),
                    ("data-report", &*report),
                    ("defer", "defer"),
                ];
                body.line("script", &script, "");
            });
        });
        markup.into_page()
    }

    fn head(&self, head: &mut Markup, title: &str, class: &str) {
        head.empty("meta", &[("charset", "utf-8")]);
        head.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        head.empty("meta", &[("name", "robots"), ("content", "noindex")]);
        head.line("title", &[], &format!("{title} - taiyaku"));
        head.empty("link", &[("rel", "icon"), ("href", "data:,")]);
        head.empty("link", &[("rel", "stylesheet"), ("href", &self.channel.address("pages.css"))]);
        if class == "compare" {
            head.line("script", &[("src", &self.channel.address("confirm.js")), ("defer", "defer")], "");
        }
    }

    /// What stands above every page: where one is, and the way to the site.
    fn bar(&self, body: &mut Markup) {
        body.element("header", &[("class", "bar")], |bar| {
            bar.element("p", &[], |name| name.line("a", &[("href", DASHBOARD), ("class", "name")], "taiyaku"));
            bar.element("nav", &[("aria-label", &self.say(&Msg::BoardNav))], |nav| {
                nav.line("a", &[("href", DASHBOARD)], &self.say(&Msg::BoardTitle));
                let base = self.snapshot.newest.as_ref().map_or("/", |site| &*site.input.settings.base_path);
                nav.line("a", &[("href", base)], &self.say(&Msg::BoardSite));
            });
        });
    }

    /// A list of findings.
    pub(super) fn findings(&self, markup: &mut Markup, findings: &[FindingView]) {
        markup.element("ol", &[("class", "findings")], |list| {
            for finding in findings {
                list.element("li", &[("class", finding.level)], |item| self.finding(item, finding));
            }
        });
    }

    /// One finding.
    pub(super) fn finding(&self, item: &mut Markup, finding: &FindingView) {
        item.element("p", &[("class", "rule")], |rule| {
            rule.line("b", &[], &finding.level_name);
            rule.text(" ");
            rule.line("code", &[], finding.rule);
        });
        item.line("p", &[("class", "message")], &finding.message);
        for place in &finding.places {
            self.place(item, place);
        }
        if let Some(help) = &finding.help {
            item.line("p", &[("class", "help")], help);
        }
    }

    fn place(&self, item: &mut Markup, place: &PlaceView) {
        item.element("div", &[("class", "place")], |inside| {
            if let Some(label) = &place.label {
                inside.line("p", &[("class", "label")], label);
            }
            inside.link(self.href(&place.file, place.position).as_deref(), &whereabouts(place));
            if let Some(ExcerptView { before, marked, after }) = &place.excerpt {
                inside.element("pre", &[], |excerpt| {
                    excerpt.text(before);
                    excerpt.line("mark", &[], marked);
                    excerpt.text(after);
                });
            }
        });
    }
}

/// `content/apply.ja.md:3:5`
pub(super) fn whereabouts(place: &PlaceView) -> String {
    match place.position {
        Some((line, column)) => format!("{}:{line}:{column}", place.file),
        None => place.file.clone(),
    }
}

/// Where the languages of a topic are compared.
pub(super) fn compare_address(topic: &Topic) -> String {
    format!("{COMPARE}{}/", utf8_percent_encode(topic.as_str(), PLAIN))
}
