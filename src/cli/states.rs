//! The colours of states, and finding a topic by what somebody typed.

use annotate_snippets::renderer::{AnsiColor, Style};

use crate::blocks::State;
use crate::diagnostic::did_you_mean;
use crate::load::Topic;
use crate::pipeline::Unusable;
use crate::resolve::Site;
use crate::words::Msg;

/// The colour of a state: red where readers are misled, yellow where somebody has to act, green where all is well.
pub(super) fn state_style(state: State) -> Style {
    let colour = match state {
        State::Diverged | State::Behind => AnsiColor::Red,
        State::Missing | State::Orphan | State::Answered => AnsiColor::Yellow,
        State::Ahead | State::Unconfirmed => AnsiColor::Cyan,
        State::Agreed | State::Single => AnsiColor::Green,
    };
    Style::new().fg_color(Some(colour.into()))
}

/// Whether a state counts under `--deny warnings`.
pub(super) fn is_denied(state: State) -> bool {
    matches!(state, State::Diverged | State::Behind | State::Missing | State::Orphan | State::Answered)
}

/// The topic that somebody typed: by its name, or by the path of one of its files.
pub(super) fn find_topic<'a>(site: &'a Site, typed: &str) -> Result<&'a Topic, Box<Unusable>> {
    let topics = &site.translations.topics;
    let name = typed.strip_prefix("content/").unwrap_or(typed).trim_matches('/');
    let by_path = || site.input.pages.iter().find(|page| page.source.path().below("content") == Some(name));
    let name = by_path().map_or(name, |page| page.topic.as_str());
    topics.get_key_value(&Topic::new(name)).map(|(topic, _)| topic).ok_or_else(|| {
        let similar = did_you_mean(name, topics.keys().map(Topic::as_str));
        let help = similar.map_or(Msg::CliUnknownTopicHelp, |name| Msg::CliDidYouMean { name: name.into() });
        Box::new(Unusable { message: Msg::CliUnknownTopic { topic: typed.into() }, helps: vec![help] })
    })
}
