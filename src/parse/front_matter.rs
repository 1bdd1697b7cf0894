//! Front matter: the YAML between `---` lines at the top of a page, every key understood and checked.
//!
//! Where it begins and ends says the module `cut`.

mod cut;
mod keys;

use std::ops::Range;

use crate::date::Date;
use crate::diagnostic::{Findings, did_you_mean, path_problem, rule};
use crate::lang::{Lang, Languages};
use crate::path::OutPath;
use crate::site_path::site_path;
pub use crate::source::Spanned;
use crate::source::{Source, Span};
use crate::words::Msg;
use crate::yaml::key::names;
use crate::yaml::{self, Decoder, Fields, Judge, Node, Yaml};
pub use keys::KEYS;
use keys::{ALLOW_KEYS, LISTS};

/// What front matter is judged by.
static JUDGE: Judge = Judge {
    syntax: &rule::FRONT_MATTER_SYNTAX,
    unknown_key: &rule::FRONT_MATTER_UNKNOWN_KEY,
    value: &rule::FRONT_MATTER_VALUE,
    missing: &rule::FRONT_MATTER_MISSING,
    max_bytes: 64 << 10,
};

/// What the front matter of a page says.
#[derive(Debug, Clone, PartialEq)]
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

impl FrontMatter {
    /// The front matter of a page, and the byte at which its body begins. `None`: there is none that can be read.
    #[must_use]
    pub fn parse(source: &Source, languages: &Languages) -> (Option<Self>, usize, Findings) {
        let cut = match cut::cut(source) {
            Ok(cut) => cut,
            Err((finding, body)) => return (None, body, vec![*finding]),
        };
        match yaml::parse(source, cut.yaml.clone(), &JUDGE) {
            Err(findings) => (None, cut.body, findings),
            Ok(yaml) => {
                let (front, findings) = decode(source, &yaml, languages);
                (Some(front), cut.body, findings)
            }
        }
    }

    /// Where the front matter of a page stands and what it has where, for changes that leave the rest as it is.
    #[must_use]
    pub fn layout(source: &Source) -> Option<(Range<usize>, Node)> {
        let cut = cut::cut(source).ok()?;
        let yaml = yaml::parse(source, cut.yaml.clone(), &JUDGE).ok()?;
        Some((cut.yaml, yaml.root))
    }

    /// What stands in for front matter that cannot be read: a title, and nothing else.
    #[must_use]
    pub fn unreadable(title: &str) -> Self {
        Self {
            title: Spanned { value: title.to_owned(), span: Span::new(0..0) },
            nav_title: None,
            summary: None,
            order: None,
            nav: true,
            slug: None,
            updated: None,
            published: None,
            expires: None,
            draft: false,
            redirect_from: Vec::new(),
            template: None,
            toc: None,
            menu_link: None,
            related: Vec::new(),
            contact: None,
            list_published: false,
            languages: None,
            allow: Vec::new(),
            extra: serde_yaml::Value::Null,
        }
    }
}

fn decode(source: &Source, yaml: &Yaml, languages: &Languages) -> (FrontMatter, Findings) {
    let mut decoder = Decoder::new(source, &JUDGE);
    let default = FrontMatter::unreadable(source.path().file_name());
    let Some(fields) = decoder.keyed(&yaml.root, KEYS) else {
        return (default, decoder.finish());
    };
    let mut reader = Reader { decoder, fields, languages };
    let front = FrontMatter {
        title: reader.title().unwrap_or(default.title),
        nav_title: reader.text("nav_title"),
        summary: reader.text("summary"),
        order: reader.with("order", Decoder::integer),
        nav: reader.with("nav", Decoder::truth).unwrap_or(true),
        slug: reader.slug(),
        updated: reader.with("updated", Decoder::date),
        published: reader.with("published", Decoder::date),
        expires: reader.with("expires", Decoder::date),
        draft: reader.with("draft", Decoder::truth).unwrap_or(false),
        redirect_from: reader.redirects(),
        template: reader.template(),
        toc: reader.with("toc", Decoder::truth),
        menu_link: reader.with("menu_link", Decoder::truth),
        related: reader.texts("related"),
        contact: reader.text("contact"),
        list_published: reader.list_published(),
        languages: reader.own_languages(),
        allow: reader.allow(),
        extra: yaml.value.get("extra").cloned().unwrap_or_default(),
    };
    if let (Some(from), Some(until)) = (front.published, front.expires)
        && until <= from
        && let Some(node) = fields.get("expires")
    {
        reader.decoder.bad(node.span, Msg::FrontMatterNever, None);
    }
    (front, reader.decoder.finish())
}

/// Reads one key after the other.
struct Reader<'a> {
    decoder: Decoder<'a>,
    fields: Fields<'a>,
    languages: &'a Languages,
}

impl<'a> Reader<'a> {
    /// The value of a key, if it is there and fits.
    fn with<T>(&mut self, key: &str, read: impl FnOnce(&mut Decoder<'a>, &str, &Node) -> Option<T>) -> Option<T> {
        let node = self.fields.get(key)?;
        read(&mut self.decoder, key, node)
    }

    fn text(&mut self, key: &str) -> Option<Spanned<String>> {
        self.with(key, Decoder::text)
    }

    fn texts(&mut self, key: &str) -> Vec<Spanned<String>> {
        let Some(node) = self.fields.get(key) else { return Vec::new() };
        let items = self.decoder.list(key, node).unwrap_or_default();
        items.iter().filter_map(|item| self.decoder.text(key, item)).collect()
    }

    fn title(&mut self) -> Option<Spanned<String>> {
        match self.fields.entry("title") {
            Some(entry) => self.decoder.text("title", &entry.value),
            // That key is a finding already.
            None if self.fields.misspells("title", &names(KEYS)) => None,
            None => {
                self.decoder.missing(Span::new(0..3), "title", Msg::FrontMatterTitleHelp);
                None
            }
        }
    }

    fn slug(&mut self) -> Option<Spanned<String>> {
        let slug = self.text("slug")?;
        if slug.value.contains('/') {
            self.decoder.bad(slug.span, Msg::FrontMatterSlug, None);
            return None;
        }
        self.path(&slug)
    }

    fn template(&mut self) -> Option<Spanned<String>> {
        let template = self.text("template")?;
        self.path(&template)
    }

    /// A relative path that stays inside its folder.
    fn path(&mut self, written: &Spanned<String>) -> Option<Spanned<String>> {
        match OutPath::new(&written.value) {
            Ok(path) => Some(Spanned { value: path.as_str().to_owned(), span: written.span }),
            Err(problem) => {
                self.decoder.bad(written.span, path_problem(&problem), None);
                None
            }
        }
    }

    fn redirects(&mut self) -> Vec<Spanned<String>> {
        let written = self.texts("redirect_from");
        written.iter().filter_map(|old| self.redirect(old)).collect()
    }

    fn redirect(&mut self, old: &Spanned<String>) -> Option<Spanned<String>> {
        match site_path(&old.value) {
            Ok(value) => Some(Spanned { value, span: old.span }),
            Err(problem) => {
                self.decoder.bad(old.span, path_problem(&problem), Msg::FrontMatterSitePathHelp);
                None
            }
        }
    }

    fn list_published(&mut self) -> bool {
        let read = |decoder: &mut Decoder<'a>, key: &str, node: &Node| decoder.one_of(key, node, LISTS);
        self.with("list", read).is_some()
    }

    fn own_languages(&mut self) -> Option<Vec<Spanned<Lang>>> {
        let entry = self.fields.entry("languages")?;
        let tags = self.texts("languages");
        let mut languages: Vec<Spanned<Lang>> = Vec::new();
        for tag in &tags {
            let Some(lang) = self.language(tag) else { continue };
            if languages.iter().any(|other| other.value == lang) {
                self.decoder.bad(tag.span, Msg::FrontMatterTwice { name: tag.value.clone().into() }, None);
            } else {
                languages.push(Spanned { value: lang, span: tag.span });
            }
        }
        if tags.is_empty() && matches!(entry.value.data, yaml::Data::List(_)) {
            self.decoder.bad(entry.value.span, Msg::FrontMatterNoLanguage, None);
        }
        (!languages.is_empty()).then_some(languages)
    }

    fn language(&mut self, tag: &Spanned<String>) -> Option<Lang> {
        let lang = self.languages.find(&tag.value);
        if lang.is_none() {
            let help = match did_you_mean(&tag.value, self.languages.tags()) {
                Some(right) => Msg::DidYouMean { right: right.into() },
                None => {
                    let tags: Vec<_> = self.languages.tags().collect();
                    Msg::FrontMatterLanguages { tags: tags.join(", ").into() }
                }
            };
            let message = Msg::FrontMatterLanguage { tag: tag.value.clone().into() };
            self.decoder.bad(tag.span, message, help);
        }
        lang
    }

    fn allow(&mut self) -> Vec<Allow> {
        let Some(node) = self.fields.get("allow") else { return Vec::new() };
        let items = self.decoder.list("allow", node).unwrap_or_default();
        items.iter().filter_map(|item| self.allowance(item)).collect()
    }

    fn allowance(&mut self, node: &Node) -> Option<Allow> {
        let fields = self.decoder.keyed(node, ALLOW_KEYS)?;
        let (Some(rule), Some(reason)) = (fields.get("rule"), fields.get("reason")) else {
            let example = "allow: [{rule: parity-number, reason: …}]";
            let help = Msg::YamlWriteHelp { example: example.into() };
            self.decoder.bad(node.span, Msg::FrontMatterAllowForm, help);
            return None;
        };
        let rule = self.decoder.text("rule", rule);
        let reason = self.decoder.text("reason", reason);
        let text = fields.get("text").and_then(|text| self.decoder.text("text", text));
        let rule = self.known_rule(rule?)?;
        Some(Allow { rule, reason: reason?.value, text: text.map(|text| text.value) })
    }

    fn known_rule(&mut self, rule: Spanned<String>) -> Option<Spanned<String>> {
        if rule::names().any(|name| name == rule.value) {
            return Some(rule);
        }
        let help = match did_you_mean(&rule.value, rule::names()) {
            Some(right) => Msg::DidYouMean { right: right.into() },
            None => Msg::FrontMatterRulesHelp,
        };
        self.decoder.bad(rule.span, Msg::FrontMatterRule { rule: rule.value.into() }, help);
        None
    }
}

#[cfg(test)]
mod tests;
