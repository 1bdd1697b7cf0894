//! Confirming: the texts of a pair go into the store of agreed texts, byte for byte as they were judged.
//!
//! The bytes are those that the run has read and judged, not those that lie on the disk a moment later: what is
//! confirmed is what somebody was shown.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Finding, Level};
use crate::lang::{Lang, Languages};
use crate::load::{Topic, agreed_path, conflict_marker};
use crate::resolve::Translation;
use crate::source::Source;
use crate::words::{Msg, own_name};

/// Two texts that say the same.
#[derive(Debug, Clone, Copy)]
pub struct ConfirmedPair<'a> {
    /// The topic.
    pub topic: &'a Topic,
    /// The translation's language.
    pub lang: Lang,
    /// The main language's text.
    pub main: &'a Source,
    /// The translation.
    pub other: &'a Source,
}

/// A file that could not be written.
#[derive(Debug)]
pub struct ConfirmError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub cause: io::Error,
}

/// Stores a pair. Both files are written beside their places first, so that a full disk leaves the old pair; each
/// then takes its place in one step.
///
/// # Errors
/// When a file cannot be written.
pub fn confirm(root: &Path, languages: &Languages, pair: &ConfirmedPair<'_>) -> Result<(), ConfirmError> {
    let main = Draft::new(root, languages, pair, Lang::MAIN, pair.main)?;
    let other = Draft::new(root, languages, pair, pair.lang, pair.other)?;
    main.publish()?;
    other.publish()
}

/// Why a pair cannot be confirmed, if it cannot. `findings` are those of the run that has judged it.
#[must_use]
pub fn refusal(
    findings: &[Finding],
    languages: &Languages,
    topic: &Topic,
    translation: &Translation,
    despite_parity: bool,
) -> Option<Msg> {
    let topic = || topic.as_str().into();
    let missing = |lang| {
        let tag = languages.tag(lang);
        Msg::ConfirmRefusedMissing { topic: topic(), tag: tag.into(), language: own_name(tag).into() }
    };
    let Translation { texts, lang, .. } = translation;
    let Some(main) = &texts.0 else { return Some(missing(Lang::MAIN)) };
    let Some(other) = &texts.1 else { return Some(missing(*lang)) };
    if let Some(text) = [main, other].into_iter().find(|text| conflict_marker(text.text()).is_some()) {
        return Some(Msg::ConfirmRefusedConflict { topic: topic(), file: text.path().as_str().into() });
    }
    let has = |wanted: &dyn Fn(&'static str, Level) -> bool| {
        let mut on_pair = findings.iter().filter(|finding| {
            let file = finding.place.as_ref().map(|place| &place.file);
            file == Some(main.path()) || file == Some(other.path())
        });
        on_pair.any(|finding| wanted(finding.rule.id, finding.level))
    };
    // The state is what confirming changes, so it cannot speak against it.
    if has(&|rule, level| level == Level::Error && !rule.starts_with("translation-") && !rule.starts_with("parity-")) {
        return Some(Msg::ConfirmRefusedErrors { topic: topic() });
    }
    let differs = has(&|rule, level| level != Level::Hint && rule.starts_with("parity-"));
    (differs && !despite_parity).then(|| Msg::ConfirmRefusedParity { topic: topic() })
}

/// A file of the store that is written, but not in its place yet. It goes again unless it gets there.
struct Draft {
    temporary: PathBuf,
    place: PathBuf,
}

impl Draft {
    fn new(
        root: &Path,
        languages: &Languages,
        pair: &ConfirmedPair<'_>,
        lang: Lang,
        text: &Source,
    ) -> Result<Self, ConfirmError> {
        let mut place = root.to_path_buf();
        place.extend(agreed_path(languages, pair.topic, pair.lang, lang).split('/'));
        // A name that begins with a dot is no page, whatever becomes of this run.
        let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let draft = Self { temporary: place.with_file_name(format!(".{name}.new")), place };
        draft.write(&text.file_bytes()).map_err(|cause| ConfirmError { path: draft.place.clone(), cause })?;
        Ok(draft)
    }

    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        if let Some(folder) = self.place.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = File::create(&self.temporary)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn publish(self) -> Result<(), ConfirmError> {
        fs::rename(&self.temporary, &self.place).map_err(|cause| ConfirmError { path: self.place.clone(), cause })
    }
}

impl Drop for Draft {
    /// Clears away what did not get to its place. Once it is there, there is nothing under this name.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.temporary);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    #[test]
    fn both_texts_are_stored_byte_for_byte() {
        let root = tempfile::tempdir().expect("a folder");
        let languages = Languages::new(&["ja", "en"]).expect("two languages");
        let en = languages.others().next().expect("a translation");
        let texts = ["\u{FEFF}---\r\ntitle: 題\r\n---\r\n本文\n", "---\ntitle: Title\n---\n"];
        let [main, other] = texts.map(|text| Source::new(SourcePath::new("a"), text));
        let topic = Topic::new("apply/pickup");
        let pair = ConfirmedPair { topic: &topic, lang: en, main: &main, other: &other };
        for _ in 0..2 {
            confirm(root.path(), &languages, &pair).expect("it is written");
        }
        let folder = root.path().join("content/.agreed/en/apply");
        let stored = |name: &str| fs::read_to_string(folder.join(name)).expect("a file");
        assert_eq!([stored("pickup.ja.md"), stored("pickup.en.md")], texts);
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 2);
    }

    #[test]
    fn a_store_that_cannot_be_written_is_an_error_with_its_path() {
        let root = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(root.path().join("content")).expect("a folder");
        fs::write(root.path().join("content/.agreed"), "").expect("a file in the way");
        let languages = Languages::new(&["ja", "en"]).expect("two languages");
        let en = languages.others().next().expect("a translation");
        let text = Source::new(SourcePath::new("a"), "a");
        let pair = ConfirmedPair { topic: &Topic::new("a"), lang: en, main: &text, other: &text };
        let error = confirm(root.path(), &languages, &pair).expect_err("it cannot be written");
        assert!(error.path.ends_with("content/.agreed/en/a.ja.md"));
    }
}
