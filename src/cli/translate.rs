//! `taiyaku translate`: the pages that a topic lacks, to be translated where they lie.

use std::path::Path;

use super::Outcome;
use super::files::{carry_out, list_made, stop};
use super::on_site::on_site;
use super::session::{Session, Stop};
use super::states::find_topic;
use crate::diagnostic::did_you_mean;
use crate::lang::{Lang, Languages};
use crate::load::{PageSource, Topic};
use crate::resolve::Site;
use crate::scaffold::batch::Step;
use crate::scaffold::translate::scaffold;
use crate::words::Msg;

pub(super) fn run(session: &Session<'_>, topic: &str, to: Option<&str>) -> Result<Outcome, Stop> {
    on_site(session, |root, _, site| make(session, topic, to, root, site))
}

fn make(session: &Session<'_>, topic: &str, to: Option<&str>, root: &Path, site: &Site) -> Result<Outcome, Stop> {
    let languages = &site.input.settings.languages;
    let to = to.map(|tag| named(tag, languages)).transpose()?;
    let topic = find_topic(site, topic)?;
    let source = source(site, topic).ok_or_else(|| stop(Msg::TranslateNoSource { topic: text(topic) }, None))?;
    let targets = targets(site, topic, to)?;
    let (bytes, count) = scaffold(&source.source, languages)
        .ok_or_else(|| stop(Msg::TranslateUnreadable { file: source.source.path().as_str().into() }, None))?;
    let path = source.source.path().as_str();
    let stem = path.strip_suffix(&format!(".{}.md", languages.tag(source.lang))).unwrap_or(path);
    let make = |&lang: &Lang| {
        let path = format!("{stem}.{}.md", languages.tag(lang));
        Step::Create { path, bytes: bytes.clone() }
    };
    let steps: Vec<Step> = targets.iter().map(make).collect();
    carry_out(root, &steps)?;
    list_made(session, &steps)?;
    session.console.say(&Msg::TranslateNext { count: count.into() });
    Ok(Outcome::Done)
}

fn text(topic: &Topic) -> crate::words::Value {
    topic.as_str().into()
}

/// The language of a tag that somebody typed.
fn named(tag: &str, languages: &Languages) -> Result<Lang, Stop> {
    languages.find(tag).ok_or_else(|| {
        let tags: Vec<&str> = languages.tags().collect();
        let help = match did_you_mean(tag, languages.tags()) {
            Some(name) => Msg::CliDidYouMean { name: name.into() },
            None => Msg::FrontMatterLanguages { tags: tags.join(", ").into() },
        };
        stop(Msg::FrontMatterLanguage { tag: tag.into() }, help)
    })
}

/// The page to be translated: the main language's, else the first that is finished.
fn source<'a>(site: &'a Site, topic: &Topic) -> Option<&'a PageSource> {
    let is_finished = |page: &&PageSource| {
        !site.unfinished.iter().any(|unfinished| unfinished.topic == page.topic && unfinished.lang == page.lang)
    };
    site.input.pages.iter().filter(|page| page.topic == *topic).find(is_finished)
}

/// The languages that the topic lacks; the one that was named, if one was.
fn targets(site: &Site, topic: &Topic, to: Option<Lang>) -> Result<Vec<Lang>, Stop> {
    let languages = &site.input.settings.languages;
    let file = |lang| {
        let page = site.input.pages.iter().find(|page| page.topic == *topic && page.lang == lang)?;
        Some(page.source.path().as_str().to_owned())
    };
    if let Some(file) = to.and_then(file) {
        return Err(stop(Msg::TranslateExists { file: file.into() }, None));
    }
    let on_purpose =
        |lang| site.topics.get(topic).is_some_and(|entry| *entry.absent_on_purpose.get(lang)) && file(lang).is_none();
    let wanted = to.map_or_else(|| languages.iter().collect(), |lang| vec![lang]);
    let lacking: Vec<Lang> = wanted.into_iter().filter(|&lang| file(lang).is_none()).collect();
    if lacking.is_empty() {
        return Err(stop(Msg::TranslateNothing { topic: text(topic) }, None));
    }
    let targets: Vec<Lang> = lacking.iter().copied().filter(|&lang| !on_purpose(lang)).collect();
    match targets.is_empty() {
        true => Err(stop(Msg::TranslateSingle { topic: text(topic) }, Msg::TranslateSingleHelp)),
        false => Ok(targets),
    }
}
