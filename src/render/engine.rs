//! The template engine: Tera with a site's templates and the functions that templates may call.
//!
//! A template that cannot be read is a finding with its place, as is one that fails while it renders; the other
//! pages are judged all the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult};

use super::complaint::{raise, raise_word};
use super::places::Places;
use super::statics::Statics;
use super::steps;
use super::view::SiteView;
use crate::date::Date;
use crate::diagnostic::{Finding, Findings, did_you_mean, rule};
use crate::lang::Lang;
use crate::load::{Input, Template};
use crate::resolve::Site;
use crate::words::{DateStyle, Msg, SiteWords, Value};

/// The engine of a site, ready to render.
#[derive(Debug)]
pub struct Engine {
    tera: Tera,
    statics: Arc<Statics>,
    input: Arc<Input>,
}

/// The most bytes that one page may have: a template that loops for ever ends here.
const MAX_PAGE: usize = 64 * 1024 * 1024;

impl Engine {
    /// The engine with a site's templates. `None` when some template cannot be used; the findings say which.
    #[must_use]
    pub fn new(site: &Site) -> (Option<Self>, Findings) {
        let statics = Arc::new(Statics::new(&site.input.theme.statics, &site.input.settings));
        let mut tera = Tera::new();
        register(&mut tera, site, &statics);
        let engine = |tera| Self { tera, statics, input: Arc::clone(&site.input) };
        let findings = add_templates(&mut tera, &site.input.theme.templates);
        if findings.is_empty() { (Some(engine(tera)), findings) } else { (None, findings) }
    }

    /// The static files of the theme.
    pub(super) fn statics(&self) -> &Statics {
        &self.statics
    }

    /// Renders a template with the view of a page.
    pub(super) fn render(
        &self,
        template: &str,
        lang: Lang,
        view: &SiteView,
        page: &impl Serialize,
    ) -> Result<String, Box<Finding>> {
        let mut context = Context::new();
        context.insert("page", page);
        self.render_context(template, lang, view, context)
    }

    /// Renders a template with these values; `lang` and `site` are added.
    pub(super) fn render_context(
        &self,
        template: &str,
        lang: Lang,
        view: &SiteView,
        mut context: Context,
    ) -> Result<String, Box<Finding>> {
        context.insert("lang", self.input.settings.languages.tag(lang));
        context.insert_value("site", view.value.clone());
        steps::begin();
        let mut out = Limited(Vec::with_capacity(16 * 1024));
        match self.tera.render_to(template, &context, &mut out) {
            Ok(()) => Ok(String::from_utf8(out.0).unwrap_or_default()),
            Err(error) => Err(Box::new(self.finding(template, &error))),
        }
    }

    fn finding(&self, template: &str, error: &tera::Error) -> Finding {
        let places = Places(&self.input.theme.templates);
        match error.kind() {
            ErrorKind::Io(_) => {
                Finding::new(&rule::LIMIT_SIZE, places.file(template), Msg::LimitRendered { limit: MAX_PAGE.into() })
            }
            ErrorKind::TemplateNotFound(name) => {
                Finding::new(&rule::TEMPLATE_MISSING, None, Msg::TemplateMissing { name: name.into() })
            }
            _ => places.finding(&rule::TEMPLATE_RENDER, template, error),
        }
    }
}

/// A buffer that refuses to grow over [`MAX_PAGE`].
struct Limited(Vec<u8>);

impl std::io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.0.len() + bytes.len() > MAX_PAGE {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Adds all templates; what cannot be read, alone or together, is a finding.
fn add_templates(tera: &mut Tera, templates: &[Template]) -> Findings {
    let places = Places(templates);
    let needed = needed(templates);
    let alone = needed.iter().filter_map(|template| {
        let mut empty = Tera::new();
        empty.register_from(tera);
        let error = empty.add_raw_template(&template.name, &steps::counted(template.source.text())).err()?;
        matches!(error.kind(), ErrorKind::SyntaxError(_))
            .then(|| places.finding(&rule::TEMPLATE_SYNTAX, &template.name, &error))
    });
    let findings: Findings = alone.collect();
    if !findings.is_empty() {
        return findings;
    }
    let findings = super::depth::check(templates);
    if !findings.is_empty() {
        return findings;
    }
    let all = needed.iter().map(|template| (template.name.as_str(), steps::counted(template.source.text())));
    match tera.add_raw_templates(all) {
        Ok(()) => Findings::new(),
        Err(error) => places.findings(&error),
    }
}

/// The templates that pages can ask for, and those that these name.
///
/// `default/section.html` is there for whoever extends it. Unless somebody does, it must not be judged: a theme may
/// have a `page.html` without the blocks that it fills.
fn needed(templates: &[Template]) -> Vec<&Template> {
    let by_name: BTreeMap<&str, &Template> =
        templates.iter().map(|template| (template.name.as_str(), template)).collect();
    let mut open: Vec<&Template> = templates.iter().filter(|template| template.is_entry).collect();
    let mut found: BTreeMap<&str, &Template> = BTreeMap::new();
    while let Some(template) = open.pop() {
        if found.insert(&template.name, template).is_none() {
            let named = steps::named(template.source.text());
            open.extend(named.into_iter().filter_map(|name| by_name.get(name)));
        }
    }
    found.into_values().collect()
}

/// Registers the functions. They read `lang` from the context, so that one engine serves all languages.
fn register(tera: &mut Tera, site: &Site, statics: &Arc<Statics>) {
    steps::register(tera);
    let words = Arc::clone(&site.words);
    tera.register_function("t", move |arguments: Kwargs, state: &State| translate(&words, &arguments, state));
    let words = Arc::clone(&site.words);
    tera.register_function("date", move |arguments: Kwargs, state: &State| date(&words, &arguments, state));
    let words = Arc::clone(&site.words);
    tera.register_function("number", move |arguments: Kwargs, state: &State| {
        let value: i64 = arguments.must_get("value")?;
        Ok::<_, tera::Error>(words.format(&language(state)?).number(value))
    });
    let topics = topic_urls(site);
    let statics = Arc::clone(statics);
    tera.register_function("url", move |arguments: Kwargs, state: &State| url(&statics, &topics, &arguments, state));
}

fn language(state: &State) -> TeraResult<String> {
    Ok(state.get::<String>("lang")?.unwrap_or_default())
}

/// `t(key="updated", date=page.updated)`: a word, escaped unless it is markup. A text that is an ISO date counts as one.
fn translate(words: &SiteWords, arguments: &Kwargs, state: &State) -> TeraResult<tera::Value> {
    let key: &str = arguments.must_get("key")?;
    let given: Vec<(&str, Value)> = arguments
        .iter()
        .filter_map(|(name, value)| name.as_str().filter(|name| *name != "key").map(|name| (name, argument(value))))
        .collect();
    let given: Vec<_> = given.iter().map(|(name, value)| (*name, value)).collect();
    match words.html(&language(state)?, key, &given) {
        Ok(html) => Ok(tera::Value::safe_string(&html)),
        // The engine stops at the first error of a page, and so do we.
        Err(problems) => {
            Err(problems.first().map_or_else(|| raise("broken", &[key, ""]), |problem| raise_word(problem, words)))
        }
    }
}

fn argument(value: &tera::Value) -> Value {
    if let Some(number) = value.as_i64() {
        return Value::Number(number);
    }
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Date::parse_iso(&text).map_or(Value::Text(text), Value::Date)
}

/// `date(value=page.updated, style="long")`.
fn date(words: &SiteWords, arguments: &Kwargs, state: &State) -> TeraResult<String> {
    let value: &str = arguments.must_get("value")?;
    let lang = language(state)?;
    let date = Date::parse_iso(value).ok_or_else(|| raise("date", &[value]))?;
    let style = match arguments.get::<&str>("style")? {
        None => words.dates(&lang),
        Some(name) => DateStyle::parse(name).ok_or_else(|| raise("style", &[name]))?,
    };
    Ok(words.format(&lang).date(date, style))
}

/// The address of every topic in every language.
type TopicUrls = std::collections::BTreeMap<(String, String), String>;

fn topic_urls(site: &Site) -> TopicUrls {
    let tag = |lang| site.input.settings.languages.tag(lang).to_owned();
    site.pages.iter().map(|page| ((tag(page.lang), page.topic.as_str().to_owned()), page.route.url.clone())).collect()
}

/// `url(asset="site.css")`, `url(topic="apply/lost-form")`.
fn url(statics: &Statics, topics: &TopicUrls, arguments: &Kwargs, state: &State) -> TeraResult<String> {
    if let Some(asset) = arguments.get::<&str>("asset")? {
        return statics
            .url(asset)
            .map(str::to_owned)
            .ok_or_else(|| raise("asset", &[asset, did_you_mean(asset, statics.paths()).unwrap_or_default()]));
    }
    let topic: String = arguments.must_get("topic")?;
    let lang = language(state)?;
    let key = (lang, topic);
    topics.get(&key).cloned().ok_or_else(|| {
        let known = topics.keys().filter(|(lang, _)| *lang == key.0).map(|(_, topic)| topic.as_str());
        raise("topic", &[&key.1, did_you_mean(&key.1, known).unwrap_or_default()])
    })
}
