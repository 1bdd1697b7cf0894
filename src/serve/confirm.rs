//! Confirming a pair from the browser: the only request that writes.
//!
//! Whoever asks names the texts that were looked at by their digest. If they have changed since, nothing is written:
//! what is confirmed is what somebody has read.

use std::path::Path;

use axum::http::StatusCode;
use serde::Deserialize;

use super::snapshot::Snapshot;
use crate::load::Topic;
use crate::scaffold::confirm::{ConfirmedPair, confirm, refusal};
use crate::source::Source;
use crate::words::Msg;

/// The longest request.
pub(super) const LONGEST: usize = 16 * 1024;

/// What somebody wants to confirm.
#[derive(Deserialize)]
struct Wish {
    topic: String,
    language: String,
    digest: String,
}

/// What becomes of a wish: a status and what is to be said.
pub(super) type Outcome = (StatusCode, Msg);

/// By what two texts are known.
pub(super) fn digest(main: &Source, other: &Source) -> String {
    let mut hasher = blake3::Hasher::new();
    for text in [main.file_bytes(), other.file_bytes()] {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(&text);
    }
    hasher.finalize().to_hex().to_string()
}

/// Fulfils a wish, or says why not.
pub(super) fn fulfil(root: &Path, snapshot: &Snapshot, body: &[u8]) -> Outcome {
    attempt(root, snapshot, body).unwrap_or_else(|refused| *refused)
}

fn attempt(root: &Path, snapshot: &Snapshot, body: &[u8]) -> Result<Outcome, Box<Outcome>> {
    let gone = || Box::new((StatusCode::NOT_FOUND, Msg::PreviewNotFound));
    let wish: Wish =
        serde_json::from_slice(body).map_err(|_| Box::new((StatusCode::BAD_REQUEST, Msg::PreviewMalformed)))?;
    let site = snapshot.newest.as_deref().ok_or_else(gone)?;
    let languages = &site.input.settings.languages;
    let (topic, all) = site.translations.topics.get_key_value(&Topic::new(&wish.topic)).ok_or_else(gone)?;
    let translation = all.iter().find(|one| languages.tag(one.lang) == wish.language).ok_or_else(gone)?;
    let refused = |reason| Box::new((StatusCode::CONFLICT, reason));
    if let Some(reason) = refusal(&snapshot.findings, languages, topic, translation, false) {
        return Err(refused(reason));
    }
    let (Some(main), Some(other)) = (&translation.texts.0, &translation.texts.1) else { return Err(gone()) };
    if digest(main, other) != wish.digest {
        return Err(refused(Msg::CompareChanged));
    }
    let pair = ConfirmedPair { topic, lang: translation.lang, main, other };
    confirm(root, languages, &pair).map_err(|error| {
        let (path, cause) = (error.path.display().to_string(), error.cause.to_string());
        Box::new((StatusCode::INTERNAL_SERVER_ERROR, Msg::ConfirmDisk { path: path.into(), cause: cause.into() }))
    })?;
    let tags = format!("{}, {}", languages.tag(crate::lang::Lang::MAIN), wish.language);
    Ok((StatusCode::OK, Msg::ConfirmDone { topic: topic.as_str().into(), languages: tags.into() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    #[test]
    fn a_digest_tells_texts_and_their_border_apart() {
        let of = |main: &str, other: &str| {
            let [main, other] = [main, other].map(|text| Source::new(SourcePath::new("a"), text));
            digest(&main, &other)
        };
        assert_eq!(of("a", "b"), of("a", "b"));
        assert_ne!(of("ab", "c"), of("a", "bc"));
        assert_ne!(of("a\n", "b"), of("a\r\n", "b"));
    }
}
