//! The words for states and changes, which the command line and the preview share.

use crate::blocks::{Change, State};
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
