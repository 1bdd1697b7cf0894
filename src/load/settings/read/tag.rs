//! Tags of languages, and those that were meant.

use icu_locale_core::LanguageIdentifier;

/// Codes of countries that are taken for codes of languages.
const COUNTRIES: &[(&str, &str)] =
    &[("jp", "ja"), ("jpn", "ja"), ("us", "en"), ("uk", "en"), ("gb", "en"), ("cn", "zh"), ("kr", "ko"), ("vn", "vi")];

/// The language whose tag someone who wrote a country's code or another form most likely meant.
pub(in crate::load) fn language_meant(written: &str) -> Option<&'static str> {
    let lower = written.to_ascii_lowercase();
    COUNTRIES.iter().find(|(country, _)| *country == lower).map(|&(_, language)| language)
}

/// Whether this is a language tag in its canonical form; else the form that was probably meant.
pub(super) fn language_tag(written: &str) -> Result<(), Option<String>> {
    if let Some(language) = language_meant(written) {
        return Err(Some(language.to_owned()));
    }
    let canonical = LanguageIdentifier::try_from_str(written).map_err(|_| {
        let dashed = written.replace('_', "-");
        LanguageIdentifier::try_from_str(&dashed).ok().map(|tag| tag.to_string())
    })?;
    let canonical = canonical.to_string();
    if canonical == "und" {
        return Err(None);
    }
    if canonical == written { Ok(()) } else { Err(Some(canonical)) }
}
