//! The words for levels and for how many findings there are.

use super::{Counts, Level};
use crate::words::{Msg, UiLang};

/// What a run has found, in one line: `2 errors, 1 warning`.
#[must_use]
pub fn summary(counts: Counts, lang: UiLang) -> String {
    let parts: Vec<String> = [
        (counts.errors, Msg::FindingErrors { count: counts.errors.into() }),
        (counts.warnings, Msg::FindingWarnings { count: counts.warnings.into() }),
        (counts.hints, Msg::FindingHints { count: counts.hints.into() }),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, message)| message.text(lang))
    .collect();
    if parts.is_empty() {
        return Msg::FindingNone.text(lang);
    }
    parts.join(&Msg::ListSeparator.text(lang))
}

/// The word for a level.
#[must_use]
pub fn level_name(level: Level, lang: UiLang) -> String {
    match level {
        Level::Error => Msg::FindingError,
        Level::Warning => Msg::FindingWarning,
        Level::Hint => Msg::FindingHint,
    }
    .text(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_counts_in_the_language() {
        let counts = Counts { errors: 2, warnings: 1, hints: 0 };
        assert_eq!(summary(counts, UiLang::Ja), "エラー2件、警告1件");
        assert_eq!(summary(counts, UiLang::En), "2 errors, 1 warning");
        assert_eq!(summary(Counts::default(), UiLang::En), "No findings");
    }
}
