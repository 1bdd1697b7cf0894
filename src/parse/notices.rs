//! `content/notices.yaml`: what every page tells its readers for some days, in each language.
//!
//! ```yaml
//! - text: {ja: …, en: …}       # facts work here; a language without a text shows another's
//!   level: emergency           # notice (the default) | emergency
//!   from: 2026-11-20           # the first day
//!   until: 2026-12-03          # the last day
//!   link: safety.md#lost       # a file below content/, an address, or fact:KEY
//!   link_text: {ja: …, en: …}  # else the title of the page, the label of the fact
//! ```

use super::body::{FactUse, Target, Text};
use super::front_text;
use crate::date::Date;
use crate::diagnostic::{Findings, rule};
use crate::lang::{Languages, PerLang};
use crate::source::{Source, Span, Spanned};
use crate::words::Msg;
use crate::yaml::{self, Decoder, Fields, Judge, Node};

/// The notices of a site, in the order of their file.
#[derive(Debug, Default)]
pub struct Notices {
    /// The file; none in a site without notices.
    pub source: Option<Source>,
    /// The notices.
    pub list: Vec<Notice>,
}

/// A notice.
#[derive(Debug)]
pub struct Notice {
    /// How much it matters.
    pub level: NoticeLevel,
    /// The first day on which it is shown.
    pub from: Option<Date>,
    /// The last day on which it is shown.
    pub until: Option<Date>,
    /// What it says.
    pub texts: PerLang<Option<Text>>,
    /// Where readers find more.
    pub link: Option<Spanned<String>>,
    /// What the link says.
    pub link_texts: PerLang<Option<Text>>,
    /// The facts that its texts use.
    pub uses: Vec<FactUse>,
    /// Where it stands.
    pub span: Span,
}

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeLevel {
    /// Something to know.
    Notice,
    /// Something that cannot wait; such notices come first.
    Emergency,
}

/// What the file is judged by.
static JUDGE: Judge = Judge {
    syntax: &rule::CONFIG_SYNTAX,
    unknown_key: &rule::CONFIG_UNKNOWN_KEY,
    value: &rule::CONFIG_VALUE,
    missing: &rule::CONFIG_MISSING,
    max_bytes: 1 << 20,
};

/// The keys that a notice may have.
const KEYS: &[&str] = &["text", "level", "from", "until", "link", "link_text"];

const LEVELS: &[(&str, NoticeLevel)] = &[("notice", NoticeLevel::Notice), ("emergency", NoticeLevel::Emergency)];

impl Notices {
    /// Reads the file; a site without one has no notices.
    #[must_use]
    pub fn parse(source: Option<&Source>, languages: &Languages) -> (Self, Findings) {
        let Some(source) = source else { return Default::default() };
        let (list, findings) = match yaml::parse(source, 0..source.text().len(), &JUDGE) {
            Ok(yaml) => list(source, &yaml.root, languages),
            Err(findings) => (Vec::new(), findings),
        };
        (Self { source: Some(source.clone()), list }, findings)
    }
}

impl Notice {
    /// Whether it is shown on this day.
    #[must_use]
    pub fn is_shown(&self, today: Date) -> bool {
        self.from.is_none_or(|from| from <= today) && self.until.is_none_or(|until| today <= until)
    }

    /// What its link names.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        self.link.as_ref().map(|link| Target::parse(&link.value))
    }
}

fn list(source: &Source, root: &Node, languages: &Languages) -> (Vec<Notice>, Findings) {
    let mut reader = Reader { source, languages, decoder: Decoder::new(source, &JUDGE), found: Findings::new() };
    let items = if root.is_null() { &[] } else { reader.decoder.list("notices", root).unwrap_or_default() };
    let list = items.iter().filter_map(|item| reader.notice(item)).collect();
    let mut findings = reader.decoder.finish();
    findings.extend(reader.found);
    (list, findings)
}

struct Reader<'a> {
    source: &'a Source,
    languages: &'a Languages,
    decoder: Decoder<'a>,
    found: Findings,
}

impl Reader<'_> {
    fn notice(&mut self, item: &Node) -> Option<Notice> {
        let fields = self.decoder.fields(item, KEYS)?;
        let mut uses = Vec::new();
        let Some(text) = fields.get("text") else {
            if !fields.misspells("text", KEYS) {
                let tags: Vec<_> = self.languages.tags().map(|tag| format!("{tag}: …")).collect();
                let help = Msg::YamlWriteHelp { example: format!("text: {{{}}}", tags.join(", ")).into() };
                self.decoder.missing(item.span, "text", help);
            }
            return None;
        };
        let texts = self.texts("text", text, &mut uses);
        let link_text = fields.get("link_text");
        let link_texts = link_text.map(|node| self.texts("link_text", node, &mut uses));
        let level = fields.get("level").and_then(|node| self.decoder.one_of("level", node, LEVELS));
        let (from, until) = self.days(fields);
        Some(Notice {
            level: level.unwrap_or(NoticeLevel::Notice),
            from,
            until,
            link: fields.get("link").and_then(|node| self.decoder.text("link", node)),
            link_texts: link_texts.unwrap_or_else(|| PerLang::from_fn(self.languages, |_| None)),
            texts,
            uses,
            span: item.span,
        })
    }

    /// A text a language; a language that has none is judged by the rules on translations.
    fn texts(&mut self, key: &str, node: &Node, uses: &mut Vec<FactUse>) -> PerLang<Option<Text>> {
        let tags: Vec<_> = self.languages.tags().collect();
        let fields = self.decoder.fields(node, &tags);
        PerLang::from_fn(self.languages, |lang| {
            let tag = self.languages.tag(lang);
            let node = fields?.get(tag)?;
            let text = self.decoder.text(&format!("{key}.{tag}"), node)?;
            Some(front_text(self.source, &text, tag, uses, &mut self.found))
        })
    }

    fn days(&mut self, fields: Fields<'_>) -> (Option<Date>, Option<Date>) {
        let from = fields.get("from").and_then(|node| self.decoder.date("from", node));
        let until = fields.get("until").and_then(|node| self.decoder.date("until", node));
        if let (Some(from), Some(until), Some(node)) = (from, until, fields.get("until"))
            && until < from
        {
            self.decoder.bad(node.span, Msg::NoticeNever, None);
        }
        (from, until)
    }
}
