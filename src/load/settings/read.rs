//! Reading `site.yaml`: one key after the other, all problems at once.

mod agreement;
mod tag;
mod texts;

use std::collections::BTreeMap;

use jiff::tz::TimeZoneDatabase;
use url::Url;

pub(in crate::load) use tag::language_meant;
use tag::language_tag;

use super::keys::{DEPLOY_KEYS, DEPLOY_SCHEMES, EXTERNAL, KEYS, LEVELS, MISSING, PREFIXES, RAW_HTML, date_styles};
use super::{DeployTarget, ExternalLinks, MissingTranslation, Prefix, RawHtml, Redirect, Settings};
use crate::diagnostic::rule::{self, RuleProblem};
use crate::diagnostic::{Findings, RuleSettings, did_you_mean, path_problem};
use crate::japanese::{PhraseProblem, Phrases};
use crate::lang::{Languages, PerLang};
use crate::site_path::site_path;
use crate::source::{Source, Span, Spanned};
use crate::words::{DateStyle, Msg};
use crate::yaml::{self, Data, Decoder, Fields, Judge, Node};

/// What `site.yaml` and `theme.yaml` are judged by.
pub(in crate::load) static JUDGE: Judge = Judge {
    syntax: &rule::CONFIG_SYNTAX,
    unknown_key: &rule::CONFIG_UNKNOWN_KEY,
    value: &rule::CONFIG_VALUE,
    missing: &rule::CONFIG_MISSING,
    max_bytes: 1 << 20,
};

impl Settings {
    /// The settings that a `site.yaml` makes. What is missing or wrong is a finding, and stands at its default, so
    /// that the rest of the site can be judged as well; `None` when the file is not YAML, or when a language cannot
    /// be understood, since every page in it would be called a stranger.
    #[must_use]
    pub fn parse(source: &Source) -> (Option<Self>, Findings) {
        let yaml = match yaml::parse(source, 0..source.text().len(), &JUDGE) {
            Ok(yaml) => yaml,
            Err(findings) => return (None, findings),
        };
        let mut decoder = Decoder::new(source, &JUDGE);
        let Some(fields) = decoder.keyed(&yaml.root, KEYS) else {
            return (None, decoder.finish());
        };
        let mut reader = Reader { decoder, fields, languages_known: true };
        let settings = reader.settings(source);
        (reader.languages_known.then_some(settings), reader.decoder.finish())
    }
}

/// Reads one key after the other.
struct Reader<'a> {
    decoder: Decoder<'a>,
    fields: Fields<'a>,
    /// Whether every language that is written can be understood.
    languages_known: bool,
}

impl<'a> Reader<'a> {
    fn settings(&mut self, source: &Source) -> Settings {
        let (origin, base_path) = self.base_url();
        let languages = self.languages();
        let theme = self.with("theme", Decoder::text);
        let theme = theme.unwrap_or(Spanned { value: "default".to_owned(), span: Span::new(0..0) });
        Settings {
            source: source.clone(),
            origin,
            base_path,
            title: self.title(&languages),
            footer: self.footer(&languages),
            theme_place: self.decoder.place(theme.span),
            theme: theme.value,
            prefix: self.choice("prefix", PREFIXES, Prefix::All),
            missing_translation: self.choice("missing_translation", MISSING, MissingTranslation::Notice),
            external_links: self.choice("external_links", EXTERNAL, ExternalLinks::SameTab),
            dates: self.dates(&languages),
            timezone: self.timezone(),
            rules: self.rules(),
            search: self.with("search", Decoder::truth).unwrap_or(true),
            raw_html: self.choice("raw_html", RAW_HTML, RawHtml::Allow),
            phrases: self.phrases(&languages),
            contact: self.with("contact", Decoder::text).map(|key| (key.value, self.decoder.place(key.span))),
            redirects: self.redirects(),
            deploy: self.deploy(),
            require: self.require(),
            warn_after: self.warn_after(),
            languages,
        }
    }

    /// The value of a key, if it is there and fits.
    fn with<T>(&mut self, key: &str, read: impl FnOnce(&mut Decoder<'a>, &str, &Node) -> Option<T>) -> Option<T> {
        let node = self.fields.get(key)?;
        read(&mut self.decoder, key, node)
    }

    fn choice<T: Copy>(&mut self, key: &str, table: &[(&str, T)], default: T) -> T {
        self.with(key, |decoder, key, node| decoder.one_of(key, node, table)).unwrap_or(default)
    }

    /// Scheme and authority, and the path that every address begins with.
    fn base_url(&mut self) -> (String, String) {
        let unknown = || ("https://site.invalid".to_owned(), "/".to_owned());
        let Some(node) = self.fields.get("base_url") else {
            let help = Msg::YamlWriteHelp { example: "base_url: https://www.example.jp/".into() };
            self.decoder.missing(Span::new(0..0), "base_url", help);
            return unknown();
        };
        let Some(written) = self.decoder.text("base_url", node) else { return unknown() };
        match base_url(&written.value) {
            Ok(url) => url,
            Err(message) => {
                let help = Msg::YamlWriteHelp { example: "base_url: https://www.example.jp/".into() };
                self.decoder.bad(written.span, message, help);
                unknown()
            }
        }
    }

    /// The languages that can be used of those that are written; Japanese and English without the key.
    fn languages(&mut self) -> Languages {
        let mut tags: Vec<String> = Vec::new();
        if let Some(node) = self.fields.get("languages") {
            let items = self.decoder.list("languages", node).unwrap_or_default();
            if items.is_empty() && matches!(node.data, Data::List(_)) {
                self.decoder.bad(node.span, Msg::SettingsNoLanguage, None);
            }
            for item in items {
                tags.extend(self.language(item, &tags));
            }
            if tags.len() > Languages::MAX {
                let limit = Languages::MAX.into();
                self.decoder.bad(node.span, Msg::SettingsLanguages { limit }, None);
                tags.truncate(Languages::MAX);
            }
        }
        Languages::new(&tags)
            .or_else(|| Languages::new(&["ja", "en"]))
            .expect("two languages are neither none nor too many")
    }

    /// The tag of a language that is not in the list yet.
    fn language(&mut self, node: &Node, tags: &[String]) -> Option<String> {
        let tag = self.decoder.text("languages", node)?;
        if tags.contains(&tag.value) {
            self.decoder.bad(tag.span, Msg::FrontMatterTwice { name: tag.value.into() }, None);
            return None;
        }
        match language_tag(&tag.value) {
            Ok(()) => Some(tag.value),
            Err(meant) => {
                let help = meant.map_or(Msg::SettingsLanguageHelp, |right| Msg::DidYouMean { right: right.into() });
                self.decoder.bad(tag.span, Msg::SettingsLanguage { tag: tag.value.into() }, help);
                self.languages_known = false;
                None
            }
        }
    }

    fn dates(&mut self, languages: &Languages) -> PerLang<DateStyle> {
        let tags: Vec<_> = languages.tags().collect();
        let dates = self.fields.get("dates").filter(|_| self.languages_known);
        let styles = dates.and_then(|node| self.decoder.fields(node, &tags));
        PerLang::from_fn(languages, |lang| {
            let tag = languages.tag(lang);
            let default = DateStyle::default_for(tag);
            let Some(node) = styles.and_then(|styles| styles.get(tag)) else { return default };
            self.decoder.one_of(tag, node, date_styles(tag)).unwrap_or(default)
        })
    }

    fn timezone(&mut self) -> String {
        let Some(zone) = self.with("timezone", Decoder::text) else { return "Asia/Tokyo".to_owned() };
        let zones = TimeZoneDatabase::bundled();
        if zones.get(&zone.value).is_ok() {
            return zone.value;
        }
        let names: Vec<String> = zones.available().map(|name| name.to_string()).collect();
        let help = match did_you_mean(&zone.value, names.iter().map(String::as_str)) {
            Some(right) => Msg::DidYouMean { right: right.into() },
            None => Msg::YamlWriteHelp { example: "timezone: Asia/Tokyo".into() },
        };
        self.decoder.bad(zone.span, Msg::SettingsTimezone { written: zone.value.into() }, help);
        "Asia/Tokyo".to_owned()
    }

    fn rules(&mut self) -> RuleSettings {
        let mut rules = RuleSettings::default();
        let Some(entries) = self.fields.get("rules").and_then(|node| self.decoder.map(node)) else { return rules };
        for entry in entries.iter() {
            let Some(level) = self.decoder.one_of(&entry.key, &entry.value, LEVELS) else { continue };
            let (message, help) = match rules.set(&entry.key, level) {
                Ok(()) => continue,
                Err(RuleProblem::Fixed) => (Msg::SettingsRuleFixed { rule: entry.key.clone().into() }, None),
                Err(RuleProblem::Unknown) => {
                    let right = did_you_mean(&entry.key, rule::names());
                    let help = right.map_or(Msg::FrontMatterRulesHelp, |right| Msg::DidYouMean { right: right.into() });
                    (Msg::FrontMatterRule { rule: entry.key.clone().into() }, Some(help))
                }
            };
            self.decoder.bad(entry.key_span, message, help);
        }
        rules
    }

    /// The words of `phrases:`, for each language that is Japanese.
    fn phrases(&mut self, languages: &Languages) -> PerLang<Option<Phrases>> {
        let mut phrases = Phrases::default();
        let words = self.fields.get("phrases").and_then(|node| self.decoder.list("phrases", node));
        for word in words.unwrap_or_default() {
            let Some(word) = self.decoder.text("phrases", word) else { continue };
            let message = match phrases.add(&word.value) {
                Ok(()) => continue,
                Err(PhraseProblem::Twice) => Msg::FrontMatterTwice { name: word.value.into() },
                Err(PhraseProblem::Bar) => Msg::SettingsPhraseBar,
                Err(PhraseProblem::TooShort) => Msg::SettingsPhraseShort { word: word.value.into() },
            };
            self.decoder.bad(word.span, message, Msg::SettingsPhraseHelp);
        }
        let is_japanese = |tag: &str| tag.split('-').next() == Some("ja");
        PerLang::from_fn(languages, |lang| is_japanese(languages.tag(lang)).then(|| phrases.clone()))
    }

    fn redirects(&mut self) -> BTreeMap<String, Redirect> {
        let mut redirects = BTreeMap::new();
        let Some(entries) = self.fields.get("redirects").and_then(|node| self.decoder.map(node)) else {
            return redirects;
        };
        for entry in entries.iter() {
            let from = self.site_path(&entry.key, entry.key_span);
            let to = self.decoder.text(&entry.key, &entry.value).and_then(|to| self.target(&to));
            let (Some(from), Some(to)) = (from, to) else { continue };
            let from_place = self.decoder.place(entry.key_span);
            let to_place = self.decoder.place(entry.value.span);
            redirects.insert(from, Redirect { to, from_place, to_place });
        }
        redirects
    }

    /// Where a redirect leads: a path on the site, perhaps with a heading id, or an https address.
    fn target(&mut self, to: &Spanned<String>) -> Option<String> {
        if let Ok(url) = Url::parse(&to.value) {
            if url.scheme() == "https" {
                return Some(url.into());
            }
            self.decoder.bad(to.span, Msg::SettingsRedirect, Msg::SettingsRedirectHelp);
            return None;
        }
        let (path, id) = to.value.split_once('#').map_or((to.value.as_str(), None), |(path, id)| (path, Some(id)));
        let path = self.site_path(path, to.span)?;
        Some(id.map_or(path.clone(), |id| format!("{path}#{id}")))
    }

    fn site_path(&mut self, written: &str, span: Span) -> Option<String> {
        match site_path(written) {
            Ok(path) => Some(path),
            Err(problem) => {
                self.decoder.bad(span, path_problem(&problem), Msg::FrontMatterSitePathHelp);
                None
            }
        }
    }

    fn deploy(&mut self) -> BTreeMap<String, DeployTarget> {
        let mut targets = BTreeMap::new();
        let Some(entries) = self.fields.get("deploy").and_then(|node| self.decoder.map(node)) else { return targets };
        for entry in entries.iter() {
            let Some(target) = self.decoder.keyed(&entry.value, DEPLOY_KEYS) else { continue };
            let Some(node) = target.get("url") else {
                let help = Msg::YamlWriteHelp { example: "url: \"s3://bucket/prefix\"".into() };
                self.decoder.missing(entry.key_span, "url", help);
                continue;
            };
            let Some(url) = self.decoder.text("url", node) else { continue };
            let scheme = url.value.split_once(':').map_or("", |(scheme, _)| scheme);
            if DEPLOY_SCHEMES.contains(&scheme) {
                let place = self.decoder.place(url.span);
                targets.insert(entry.key.clone(), DeployTarget { url: url.value, place });
            } else {
                let help = Msg::YamlChoices { choices: "s3://, gs://, az://, file:, git:".into() };
                self.decoder.bad(url.span, Msg::SettingsDeploy { url: url.value.into() }, help);
            }
        }
        targets
    }
}

/// Splits an address into origin and path; the path begins and ends with `/`.
#[expect(clippy::result_large_err, reason = "asked once a run; a message holds all its values")]
pub(super) fn base_url(written: &str) -> Result<(String, String), Msg> {
    let url = Url::parse(written).map_err(|_| Msg::SettingsBaseUrl { written: written.into() })?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Msg::SettingsBaseUrl { written: written.into() });
    }
    let has_user = !url.username().is_empty() || url.password().is_some();
    if url.query().is_some() || url.fragment().is_some() || has_user {
        return Err(Msg::SettingsBaseUrlExtra);
    }
    let origin = url.origin().ascii_serialization();
    Ok((origin, format!("{}/", url.path().trim_end_matches('/'))))
}
