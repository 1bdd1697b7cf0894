//! What the process was given: its arguments, its environment and the time, read once and passed on as values.

#![expect(clippy::disallowed_methods, reason = "this is where a run takes its input from the process")]

use std::env;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::words::UiLang;

/// The variables that choose the language of messages; the first that is set decides.
const LANGUAGE_VARIABLES: [&str; 4] = ["TAIYAKU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

/// The environment of a run.
#[derive(Debug, Clone)]
pub struct Environment {
    /// The language of messages, unless `--lang` says otherwise.
    pub lang: Option<UiLang>,
    /// The editor that links of the preview open, unless `--editor` says otherwise.
    pub editor: Option<String>,
    /// The current folder; `None` if it is gone.
    pub folder: Option<PathBuf>,
    /// The home folder, which is never written to.
    pub home: Option<PathBuf>,
    /// The moment for which the site is made, in seconds since 1970-01-01 in UTC.
    pub moment: Result<i64, BadEpoch>,
    /// Whether `SOURCE_DATE_EPOCH` names that moment.
    pub has_epoch: bool,
}

/// `SOURCE_DATE_EPOCH` is set to something that is no number of seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadEpoch(pub String);

impl Environment {
    /// Reads the environment of this process.
    #[must_use]
    pub fn read() -> Self {
        let variable = |name: &str| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        Self {
            lang: language(variable),
            editor: variable("TAIYAKU_EDITOR").filter(|editor| !editor.is_empty()),
            folder: env::current_dir().ok(),
            home: env::home_dir().filter(|home| !home.as_os_str().is_empty()),
            moment: moment(variable("SOURCE_DATE_EPOCH"), SystemTime::now()),
            has_epoch: variable("SOURCE_DATE_EPOCH").is_some_and(|epoch| !epoch.is_empty()),
        }
    }
}

/// The arguments of this process, the first of which is its name.
pub(super) fn arguments() -> env::ArgsOs {
    env::args_os()
}

/// The language that the first variable with a value names, if we speak it.
fn language(variable: impl Fn(&str) -> Option<String>) -> Option<UiLang> {
    let named = LANGUAGE_VARIABLES.iter().filter_map(|name| variable(name));
    UiLang::from_tag(&named.into_iter().find(|value| !value.is_empty())?)
}

/// The moment that `SOURCE_DATE_EPOCH` names, so that a build can be repeated later; else now.
fn moment(epoch: Option<String>, now: SystemTime) -> Result<i64, BadEpoch> {
    match epoch.filter(|epoch| !epoch.is_empty()) {
        Some(epoch) => epoch.parse().map_err(|_| BadEpoch(epoch)),
        None => {
            Ok(now.duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language_of(set: &[(&str, &str)]) -> Option<UiLang> {
        language(|name| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_first_variable_with_a_value_decides() {
        assert_eq!(language_of(&[("LANG", "ja_JP.UTF-8")]), Some(UiLang::Ja));
        assert_eq!(language_of(&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "")]), Some(UiLang::Ja));
        assert_eq!(language_of(&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C")]), None);
        assert_eq!(language_of(&[("TAIYAKU_LANG", "ja"), ("LC_ALL", "en_US")]), Some(UiLang::Ja));
        assert_eq!(language_of(&[]), None);
    }

    #[test]
    fn the_moment_can_be_named() {
        let now = UNIX_EPOCH + std::time::Duration::from_secs(7);
        assert_eq!(moment(None, now), Ok(7));
        assert_eq!(moment(Some("1590332400".into()), now), Ok(1_590_332_400));
        assert_eq!(moment(Some("soon".into()), now), Err(BadEpoch("soon".into())));
    }
}
