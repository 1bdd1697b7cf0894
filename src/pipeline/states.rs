//! The words for states and changes, and the states of a page, which the command line and the preview share.

use crate::blocks::{Change, State};
use crate::lang::Lang;
use crate::resolve::Translation;
use crate::words::{Msg, UiLang};

/// The word for a state.
#[must_use]
pub fn state_name(state: State, lang: UiLang) -> String {
    match state {
        State::Agreed => Msg::StateAgreed,
        State::Behind => Msg::StateBehind,
        State::Ahead => Msg::StateAhead,
        State::Answered => Msg::StateAnswered,
        State::Diverged => Msg::StateDiverged,
        State::Unconfirmed => Msg::StateUnconfirmed,
        State::Missing => Msg::StateMissing,
        State::Single => Msg::StateSingle,
        State::Orphan => Msg::StateOrphan,
    }
    .text(lang)
}

/// The word for a change.
#[must_use]
pub fn change_name(change: Change, lang: UiLang) -> String {
    match change {
        Change::Link => Msg::ChangeLink,
        Change::Same | Change::Moved | Change::Edited => Msg::ChangeEdited,
        Change::MovedAndEdited => Msg::ChangeMovedAndEdited,
        Change::Deleted => Msg::ChangeDeleted,
        Change::Inserted => Msg::ChangeInserted,
    }
    .text(lang)
}

/// The states of a language's page, the worst first; the main language has one against each translation. Being agreed
/// with one goes without saying where there is more to say of another.
#[must_use]
pub fn states(all: &[Translation], lang: Lang) -> Vec<State> {
    let of = |translation: &Translation| match lang {
        Lang::MAIN => Some(translation.main_state),
        _ => (translation.lang == lang).then_some(translation.state),
    };
    let mut states: Vec<State> = all.iter().filter_map(of).collect();
    states.sort_unstable_by(|a, b| b.cmp(a));
    states.dedup();
    if states.len() > 1 {
        states.retain(|&state| state != State::Agreed);
    }
    states
}
