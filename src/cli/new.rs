//! `taiyaku new`: a page in every language.

use std::path::Path;

use super::Outcome;
use super::files::{bad_name, carry_out, list_made, stop};
use super::on_site::on_site;
use super::session::{Session, Stop};
use crate::resolve::Site;
use crate::scaffold::name::TopicName;
use crate::scaffold::new::{Obstacle, obstacle, steps};
use crate::words::Msg;

pub(super) fn run(session: &Session<'_>, topic: &str) -> Result<Outcome, Stop> {
    on_site(session, |root, _, site| make(session, topic, root, site))
}

fn make(session: &Session<'_>, topic: &str, root: &Path, site: &Site) -> Result<Outcome, Stop> {
    let languages = &site.input.settings.languages;
    let name = TopicName::parse(topic, languages).map_err(|problem| bad_name(*problem))?;
    if let Some(obstacle) = obstacle(&site.input, &name) {
        return Err(told(obstacle, name.topic.as_str()));
    }
    let steps = steps(&name, languages);
    carry_out(root, &steps)?;
    list_made(session, &steps)?;
    session.console.say(&Msg::NewNext { count: steps.len().into() });
    Ok(Outcome::Done)
}

/// What stands in the way of a topic, and what may help.
pub(super) fn told(obstacle: Obstacle, topic: &str) -> Stop {
    match obstacle {
        Obstacle::Topic(file) => {
            let message = Msg::NewExists { topic: topic.into(), file: file.into() };
            stop(message, Msg::NewExistsHelp { topic: topic.into() })
        }
        Obstacle::Twin(other) => stop(Msg::NameTwins { name: topic.into(), other: other.into() }, Msg::NameRenameHelp),
        Obstacle::File(file) => stop(Msg::NewBelowFile { file: file.into() }, Msg::NameRenameHelp),
    }
}
