//! `taiyaku confirm`: somebody says that the languages of a topic say the same, and their texts are stored.

use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use super::on_site::on_site;
use super::session::{Session, Stop};
use super::states::find_topic;
use crate::blocks::{Sided, State, is_alike};
use crate::lang::Lang;
use crate::load::Topic;
use crate::pipeline::{Judged, Unusable};
use crate::resolve::{Changes, Site, Translation};
use crate::scaffold::confirm::{ConfirmedPair, confirm, refusal};
use crate::source::Source;
use crate::words::Msg;

/// What is to be confirmed.
#[derive(Debug, Default)]
pub(super) struct Selection {
    /// Topics, and languages among them.
    pub(super) names: Vec<String>,
    /// Every topic that is not agreed.
    pub(super) all: bool,
    /// Every topic in which both languages changed alike.
    pub(super) alike: bool,
    /// Whether to ask no question.
    pub(super) yes: bool,
    /// Whether facts may differ.
    pub(super) despite_parity: bool,
}

pub(super) fn run(session: &Session<'_>, selection: &Selection) -> Result<Outcome, Stop> {
    on_site(session, |root, judged, site| confirm_all(session, selection, root, judged, site))
}

fn confirm_all(
    session: &Session<'_>,
    selection: &Selection,
    root: &Path,
    judged: &Judged,
    site: &Site,
) -> Result<Outcome, Stop> {
    let chosen = choose(site, selection)?;
    if chosen.is_empty() {
        session.console.say(&Msg::ConfirmNothing);
        return Ok(Outcome::Done);
    }
    let (fit, refused) = part(judged, site, chosen, selection.despite_parity);
    for reason in &refused {
        session.console.error(reason, &[]);
    }
    if !fit.is_empty() && selection.all && !selection.yes && !agrees(session, site, &fit)? {
        session.console.say(&Msg::ConfirmCancelled);
        return Ok(Outcome::Done);
    }
    for chosen in &fit {
        store(session, site, chosen, root)?;
    }
    Ok(if refused.is_empty() { Outcome::Done } else { Outcome::Refused })
}

/// A pair that was chosen.
struct Chosen<'a> {
    topic: &'a Topic,
    translation: &'a Translation,
}

/// The pairs that somebody wants to confirm. What is named is taken even if it is agreed already.
fn choose<'a>(site: &'a Site, selection: &Selection) -> Result<Vec<Chosen<'a>>, Stop> {
    let languages = &site.input.settings.languages;
    let (tags, names): (Vec<&String>, Vec<&String>) = selection
        .names
        .iter()
        .partition(|name| languages.find(name).is_some() && !site.translations.topics.contains_key(&Topic::new(name)));
    let langs: Vec<Lang> = tags.iter().filter_map(|tag| languages.find(tag)).collect();
    let mut topics = Vec::new();
    for name in names {
        topics.push(find_topic(site, name)?);
    }
    let by_state = selection.all || selection.alike;
    if topics.is_empty() && !by_state {
        let message = Msg::CliMissingOperand { operand: "TOPIC".into() };
        return Err(Stop::Unusable(Box::new(Unusable { message, helps: vec![Msg::CliUnknownTopicHelp] })));
    }
    let wanted = |topic: &Topic, translation: &Translation| {
        let is_named = topics.contains(&topic);
        let fits = if selection.alike { changed_alike(translation) } else { is_open(translation) };
        let in_language = langs.is_empty() || langs.contains(&translation.lang) || langs == [Lang::MAIN];
        in_language && if by_state { fits && (topics.is_empty() || is_named) } else { is_named }
    };
    let all = site.translations.topics.iter();
    let pairs = all.flat_map(|(topic, all)| all.iter().map(move |translation| Chosen { topic, translation }));
    Ok(pairs.filter(|chosen| wanted(chosen.topic, chosen.translation)).collect())
}

/// Whether a pair has two pages that nobody has confirmed as they are.
fn is_open(translation: &Translation) -> bool {
    let lacks_nothing = translation.texts.0.is_some() && translation.texts.1.is_some();
    lacks_nothing && translation.state != State::Agreed
}

/// Whether every change of a pair is provably the same in both languages.
fn changed_alike(translation: &Translation) -> bool {
    let Some(changes) = translation.changes.as_deref().filter(|_| translation.state == State::Answered) else {
        return false;
    };
    let Changes { comparison, agreed, today } = changes;
    let main = Sided { agreed: &agreed.0, today: &today.0 };
    let other = Sided { agreed: &agreed.1, today: &today.1 };
    comparison.rows.iter().all(|row| is_alike(row, main, other))
}

/// Parts what may be confirmed from what may not, with the reasons.
fn part<'a>(
    judged: &Judged,
    site: &Site,
    chosen: Vec<Chosen<'a>>,
    despite_parity: bool,
) -> (Vec<Chosen<'a>>, Vec<Msg>) {
    let languages = &site.input.settings.languages;
    let mut fit = Vec::new();
    let mut refused = Vec::new();
    for chosen in chosen {
        match refusal(&judged.findings, languages, chosen.topic, chosen.translation, despite_parity) {
            Some(reason) => refused.push(reason),
            None => fit.push(chosen),
        }
    }
    (fit, refused)
}

/// Lists what is to be confirmed, and asks.
fn agrees(session: &Session<'_>, site: &Site, chosen: &[Chosen<'_>]) -> Result<bool, Stop> {
    let lang = session.console.lang;
    session.console.tell(&Msg::ConfirmList.text(lang));
    for chosen in chosen {
        session.console.tell(&format!("  {} ({})", chosen.topic.as_str(), tags(session, site, chosen)));
    }
    session.console.tell(&Msg::ConfirmQuestion.text(lang));
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "はい" | "ｙ"))
}

/// Stores a pair and says so.
fn store(session: &Session<'_>, site: &Site, chosen: &Chosen<'_>, root: &std::path::Path) -> Result<(), Stop> {
    let Chosen { topic, translation } = chosen;
    let (Some(main), Some(other)) = (&translation.texts.0, &translation.texts.1) else { return Ok(()) };
    let languages = tags(session, site, chosen);
    let mut out = session.console.out();
    let lang = session.console.lang;
    if is_stored(site, topic, translation.lang, main, other) {
        let message = Msg::ConfirmSame { topic: topic.as_str().into(), languages: languages.into() };
        writeln!(out, "{}", message.text(lang))?;
        return Ok(out.flush()?);
    }
    let pair = ConfirmedPair { topic, lang: translation.lang, main, other };
    confirm(root, &site.input.settings.languages, &pair).map_err(|error| {
        let path = error.path.display().to_string();
        let message = Msg::ConfirmDisk { path: path.into(), cause: error.cause.to_string().into() };
        Stop::Unusable(Box::new(Unusable { message, helps: Vec::new() }))
    })?;
    let message = Msg::ConfirmDone { topic: topic.as_str().into(), languages: languages.into() };
    writeln!(out, "{}", message.text(lang))?;
    if translation.open() > 0 {
        writeln!(out, "  {}", Msg::ConfirmOpen { count: translation.open().into() }.text(lang))?;
    }
    Ok(out.flush()?)
}

/// Whether the store holds the very bytes of both texts.
fn is_stored(site: &Site, topic: &Topic, lang: Lang, main: &Source, other: &Source) -> bool {
    let stored = site.input.agreed.get(&(topic.clone(), lang));
    let same =
        |half: &Option<Source>, text: &Source| half.as_ref().is_some_and(|half| half.file_bytes() == text.file_bytes());
    stored.is_some_and(|pair| same(&pair.main, main) && same(&pair.other, other))
}

fn tags(session: &Session<'_>, site: &Site, chosen: &Chosen<'_>) -> String {
    let languages = &site.input.settings.languages;
    let separator = Msg::ListSeparator.text(session.console.lang);
    [Lang::MAIN, chosen.translation.lang].map(|lang| languages.tag(lang)).join(&separator)
}
