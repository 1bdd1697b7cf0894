//! The template engine: Tera with a site's templates and the functions that templates may call.
//!
//! A template that cannot be read is a finding with its place, as is one that fails while it renders; the other
//! pages are judged all the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult};

use super::statics::Statics;
use super::view::SiteView;
use crate::date::Date;
use crate::diagnostic::{Finding, Findings, did_you_mean, rule};
use crate::lang::Lang;
use crate::load::{Input, Template};
use crate::resolve::Site;
use crate::source::Place;
use crate::words::{DateStyle, Msg, SiteWords, Value, WordProblem};

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
    let templates = needed(templates);
    let alone = templates.iter().filter_map(|template| {
        let mut empty = Tera::new();
        empty.register_from(tera);
        let error = empty.add_raw_template(&template.name, template.source.text()).err()?;
        matches!(error.kind(), ErrorKind::SyntaxError(_))
            .then(|| places.finding(&rule::TEMPLATE_SYNTAX, &template.name, &error))
    });
    let findings: Findings = alone.collect();
    if !findings.is_empty() {
        return findings;
    }
    let all = templates.iter().map(|template| (template.name.as_str(), template.source.text()));
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
            let named = template.source.text().split(['"', '\'', '`']);
            open.extend(named.filter_map(|name| by_name.get(name)));
        }
    }
    found.into_values().collect()
}

/// Finds the places that the engine's errors speak of.
struct Places<'a>(&'a [Template]);

impl Places<'_> {
    fn file(&self, name: &str) -> Option<Place> {
        self.0.iter().find(|template| template.name == name).map(|template| template.source.whole())
    }

    /// The place of a line and column as the engine counts them: lines from 1, columns from 0, in characters.
    fn place(&self, name: &str, line: usize, column: usize, end_column: usize) -> Option<Place> {
        let source = &self.0.iter().find(|template| template.name == name)?.source;
        let start: usize = source.text().split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let text = source.text()[start..].split('\n').next().unwrap_or_default();
        let byte = |column: usize| text.char_indices().nth(column).map_or(text.len(), |(at, _)| at);
        let (from, to) = (byte(column), byte(end_column.max(column + 1)));
        Some(source.place(start + from..start + to.max(from)))
    }

    /// The finding of an error that has one place.
    fn finding(&self, rule: &'static crate::diagnostic::Rule, template: &str, error: &tera::Error) -> Finding {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = report.span();
                let place = self.place(report.filename(), span.start_line, span.start_col, span.end_col);
                let message = Msg::TemplateError { detail: report.message().into() };
                Finding::new(rule, place.or_else(|| self.file(template)), message)
            }
            other => Finding::new(rule, self.file(template), Msg::TemplateError { detail: other.to_string().into() }),
        }
    }

    /// The findings of an error about all templates together.
    fn findings(&self, error: &tera::Error) -> Findings {
        match error.kind() {
            ErrorKind::CircularExtend { tpl, inheritance_chain: chain }
            | ErrorKind::CircularInclude { tpl, include_chain: chain } => {
                let message = Msg::TemplateCycle { chain: chain.join(" → ").into() };
                vec![Finding::new(&rule::TEMPLATE_SYNTAX, self.file(tpl), message)]
            }
            ErrorKind::MissingParent { current, parent } => {
                let message = Msg::TemplateMissing { name: parent.into() };
                let names = self.0.iter().map(|template| template.name.as_str());
                let help = did_you_mean(parent, names).map(|name| Msg::DidYouMean { right: name.into() });
                vec![Finding::new(&rule::TEMPLATE_MISSING, self.file(current), message).help(help)]
            }
            ErrorKind::Msg(report) => self.reported(report),
            _ => vec![self.finding(&rule::TEMPLATE_SYNTAX, "", error)],
        }
    }

    /// The findings of a report that the engine has already put into words, one block an error.
    ///
    /// Unknown functions, filters, tests, components and includes come only in this form: `error: TEXT`, then
    /// `--> NAME:LINE:COLUMN` with the column from 1.
    fn reported(&self, report: &str) -> Findings {
        let mut findings = Findings::new();
        let mut detail = "";
        for line in report.lines().map(str::trim_start) {
            if let Some(text) = line.strip_prefix("error: ") {
                detail = text;
            } else if let Some(locus) = line.strip_prefix("--> ") {
                let mut parts = locus.rsplitn(3, ':');
                let column = parts.next().and_then(|number| number.parse::<usize>().ok()).unwrap_or(1);
                let line = parts.next().and_then(|number| number.parse().ok()).unwrap_or(1);
                let place = self.place(parts.next().unwrap_or_default(), line, column - 1, column);
                findings.push(Finding::new(
                    &rule::TEMPLATE_SYNTAX,
                    place,
                    Msg::TemplateError { detail: detail.into() },
                ));
            }
        }
        if findings.is_empty() {
            findings.push(Finding::new(&rule::TEMPLATE_SYNTAX, None, Msg::TemplateError { detail: report.into() }));
        }
        findings
    }
}

/// Registers the functions. They read `lang` from the context, so that one engine serves all languages.
fn register(tera: &mut Tera, site: &Site, statics: &Arc<Statics>) {
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
        Err(problems) => Err(tera::Error::message(
            problems.iter().map(|problem| describe(problem, words)).collect::<Vec<_>>().join("; "),
        )),
    }
}

/// The part of the engine's message that says what is wrong with a word.
fn describe(problem: &WordProblem, words: &SiteWords) -> String {
    match problem {
        WordProblem::Unknown { key } => match did_you_mean(key, words.keys()) {
            Some(known) => format!("no word `{key}` in site.ftl; did you mean `{known}`?"),
            None => format!("no word `{key}` in site.ftl"),
        },
        WordProblem::Variable { key, variable } => format!("the word `{key}` needs the argument `{variable}`"),
        WordProblem::Function { key } => format!("the word `{key}` was given a value that is no date or number"),
        WordProblem::Broken { key, detail } => format!("the word `{key}` cannot be shown: {detail}"),
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
    let date = Date::parse_iso(value)
        .ok_or_else(|| tera::Error::message(format!("`{value}` is no date of the form 2026-11-23")))?;
    let style = match arguments.get::<&str>("style")? {
        None => words.dates(&lang),
        Some(name) => DateStyle::parse(name).ok_or_else(|| tera::Error::message(format!("no date style `{name}`")))?,
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
        return statics.url(asset).map(str::to_owned).ok_or_else(|| {
            let known = did_you_mean(asset, statics.paths()).map(|path| format!("; did you mean `{path}`?"));
            tera::Error::message(format!("no static file `{asset}`{}", known.unwrap_or_default()))
        });
    }
    let topic: String = arguments.must_get("topic")?;
    let found = topics.get(&(language(state)?, topic.clone()));
    found.cloned().ok_or_else(|| tera::Error::message(format!("no topic `{topic}` in this language")))
}
