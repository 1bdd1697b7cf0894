//! `taiyaku move`: a topic under another name, with its files, its agreed texts and all links to it.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use super::Outcome;
use super::files::{bad_name, carry_out, stop};
use super::new::told;
use super::on_site::on_site;
use super::request::Format;
use super::session::{Session, Stop};
use super::states::find_topic;
use crate::load::{PageSource, Topic};
use crate::pipeline::Judged;
use crate::resolve::Site;
use crate::scaffold::batch::Step;
use crate::scaffold::name::{TopicName, bare};
use crate::scaffold::relocate::{Plan, Refusal, plan};
use crate::words::Msg;

pub(super) fn run(session: &Session<'_>, old: &str, new: &str) -> Result<Outcome, Stop> {
    on_site(session, |root, judged, site| relocate(session, (old, new), root, judged, site))
}

fn relocate(
    session: &Session<'_>,
    (old, new): (&str, &str),
    root: &Path,
    judged: &Judged,
    site: &Site,
) -> Result<Outcome, Stop> {
    let name = TopicName::parse(new, &site.input.settings.languages).map_err(|problem| bad_name(*problem))?;
    let old = found(site, old, &name.topic)?;
    let plan = plan(judged, site, &old, &name).map_err(|refusal| refused(refusal, site, &old, &name))?;
    if plan.steps.is_empty() {
        return Err(stop(Msg::MoveSame { topic: old.as_str().into() }, None));
    }
    carry_out(root, &plan.steps)?;
    tell(session, &plan)?;
    Ok(Outcome::Done)
}

/// The topic that somebody typed. One whose pages are gone is known by its agreed texts, if the new one is there.
fn found(site: &Site, typed: &str, new: &Topic) -> Result<Topic, Stop> {
    let languages = &site.input.settings.languages;
    let topic = Topic::new(bare(typed, languages).trim_matches('/'));
    let topic = Topic::new(topic.as_str().strip_suffix("/index").unwrap_or(topic.as_str()));
    let has_pages = |topic: &Topic| site.input.pages.iter().any(|page| page.topic == *topic);
    let is_left = site.input.agreed.keys().any(|(left, _)| *left == topic) && has_pages(new);
    let prefix = format!("{}/", topic.as_str());
    let is_below = |page: &PageSource| page.topic.as_str().starts_with(&prefix);
    if has_pages(&topic) || is_left || site.input.pages.iter().any(is_below) {
        return Ok(topic);
    }
    Ok(find_topic(site, typed)?.clone())
}

fn refused(refusal: Refusal, site: &Site, old: &Topic, new: &TopicName) -> Stop {
    let topic = || old.as_str().into();
    match refusal {
        Refusal::Home => stop(Msg::MoveHome, None),
        Refusal::Same => stop(Msg::MoveSame { topic: topic() }, None),
        Refusal::Inside => stop(Msg::MoveInside { topic: topic() }, None),
        Refusal::Obstacle(obstacle) => told(obstacle, new.topic.as_str()),
        Refusal::Unreadable(place) => {
            let file = place.map(|place| place.file.as_str().to_owned()).unwrap_or_default();
            stop(Msg::MoveUnreadable { file: file.into() }, Msg::MoveUnreadableHelp)
        }
        Refusal::Address { address, file } => {
            stop(Msg::MoveAddress { address: address.into(), file: file.as_str().into() }, Msg::MoveAddressHelp)
        }
        Refusal::Text(place) => {
            let source = site.input.pages.iter().map(|page| &page.source).find(|source| *source.path() == place.file);
            let at = source.zip(place.span).map(|(source, span)| source.position(span.range().start));
            let at = at.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
            stop(Msg::MoveText { place: format!("{}{at}", place.file).into() }, Msg::FilesNothingDone)
        }
    }
}

/// What was done, for programs.
fn for_programs(plan: &Plan) -> Value {
    let moved = plan.steps.iter().filter_map(|step| match step {
        Step::Rename { from, to } => Some(json!({"from": from, "to": to})),
        Step::Create { .. } | Step::Replace { .. } => None,
    });
    let links = plan.links.iter().map(|(file, count)| json!({"file": file.as_str(), "count": count}));
    let redirects = plan.redirects.iter().map(|(address, file)| json!({"from": address, "file": file}));
    json!({
        "version": 1,
        "moved": moved.collect::<Vec<_>>(),
        "links": links.collect::<Vec<_>>(),
        "redirects": redirects.collect::<Vec<_>>(),
    })
}

/// Lists what was done, each file on a line.
fn tell(session: &Session<'_>, plan: &Plan) -> Result<(), Stop> {
    let lang = session.console.lang;
    let mut out = session.console.out();
    if session.shared.format == Format::Json {
        writeln!(out, "{}", for_programs(plan))?;
        return Ok(out.flush()?);
    }
    for step in &plan.steps {
        if let Step::Rename { from, to } = step {
            writeln!(out, "{}", Msg::MoveFile { from: from.into(), to: to.into() }.text(lang))?;
        }
    }
    for (file, count) in &plan.links {
        writeln!(out, "{}", Msg::MoveLinks { file: file.as_str().into(), count: (*count).into() }.text(lang))?;
    }
    for (address, file) in &plan.redirects {
        writeln!(out, "{}", Msg::MoveRedirect { address: address.into(), file: file.into() }.text(lang))?;
    }
    out.flush()?;
    for (file, to) in &plan.files {
        let address = |path: &str| path.strip_prefix("content").unwrap_or(path).to_owned();
        session.console.say(&Msg::MoveAsset { file: address(file.as_str()).into(), to: address(to).into() });
    }
    session.console.say(&Msg::MoveNext);
    Ok(())
}
