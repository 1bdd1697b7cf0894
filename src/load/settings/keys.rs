//! The keys of `site.yaml`, and the words that those with a choice take.

use super::{ExternalLinks, MissingTranslation, Prefix, RawHtml};
use crate::diagnostic::Level;
use crate::words::{DateStyle, Msg};
use crate::yaml::key::{key, words};
use crate::yaml::{Absent, Key, Shape};

/// The keys that `site.yaml` may have.
pub static KEYS: &[Key] = &[
    key("base_url", Shape::Form("^https?://"), Absent::Refused, Msg::KeySiteBaseUrl),
    key("languages", Shape::List(&Shape::Text), Absent::Default("[ja, en]"), Msg::KeySiteLanguages),
    key("title", Shape::AllOrEach(&Shape::Text), Absent::Refused, Msg::KeySiteTitle),
    key("footer", Shape::AllOrEach(&Shape::Text), Absent::Nothing, Msg::KeySiteFooter),
    key("theme", Shape::Text, Absent::Default("default"), Msg::KeySiteTheme),
    key("prefix", Shape::OneOf(|| words(PREFIXES)), Absent::Default("all"), Msg::KeySitePrefix),
    key(
        "missing_translation",
        Shape::OneOf(|| words(MISSING)),
        Absent::Default("notice"),
        Msg::KeySiteMissingTranslation,
    ),
    key("external_links", Shape::OneOf(|| words(EXTERNAL)), Absent::Default("same-tab"), Msg::KeySiteExternalLinks),
    key(
        "dates",
        Shape::Styles(&["ja", "en"], |tag| words(date_styles(tag))),
        Absent::Default("{ja: era, en: long}"),
        Msg::KeySiteDates,
    ),
    key("timezone", Shape::Text, Absent::Default("Asia/Tokyo"), Msg::KeySiteTimezone),
    key("rules", Shape::Levels(|| words(LEVELS)), Absent::Nothing, Msg::KeySiteRules),
    key("search", Shape::Truth, Absent::Default("true"), Msg::KeySiteSearch),
    key("raw_html", Shape::OneOf(|| words(RAW_HTML)), Absent::Default("allow"), Msg::KeySiteRawHtml),
    key("phrases", Shape::List(&Shape::Text), Absent::Nothing, Msg::KeySitePhrases),
    key("contact", Shape::Text, Absent::Nothing, Msg::KeySiteContact),
    key("redirects", Shape::Map(&Shape::Text), Absent::Nothing, Msg::KeySiteRedirects),
    key("deploy", Shape::Map(&Shape::Keys(DEPLOY_KEYS)), Absent::Nothing, Msg::KeySiteDeploy),
    key("require", Shape::Map(&Shape::OneOf(|| words(REQUIRED))), Absent::Nothing, Msg::KeySiteRequire),
    key("warn_after", Shape::Form("^P[0-9YMWD]+$"), Absent::Nothing, Msg::KeySiteWarnAfter),
];

/// The keys of a target of `deploy:`.
pub(super) static DEPLOY_KEYS: &[Key] = &[key("url", Shape::Text, Absent::Refused, Msg::KeySiteDeployUrl)];

/// What can be required of translations. Other states may follow.
pub(super) const REQUIRED: &[(&str, ())] = &[("agreed", ())];

/// The schemes that a deploy target may have.
pub(super) const DEPLOY_SCHEMES: &[&str] = &["s3", "gs", "az", "file", "git"];

pub(super) const PREFIXES: &[(&str, Prefix)] = &[("all", Prefix::All), ("others", Prefix::Others)];
pub(super) const MISSING: &[(&str, MissingTranslation)] =
    &[("error", MissingTranslation::Error), ("notice", MissingTranslation::Notice), ("omit", MissingTranslation::Omit)];
pub(super) const EXTERNAL: &[(&str, ExternalLinks)] =
    &[("same-tab", ExternalLinks::SameTab), ("new-tab", ExternalLinks::NewTab)];
pub(super) const RAW_HTML: &[(&str, RawHtml)] = &[("allow", RawHtml::Allow), ("escape", RawHtml::Escape)];
pub(super) const LEVELS: &[(&str, Option<Level>)] =
    &[("error", Some(Level::Error)), ("warning", Some(Level::Warning)), ("hint", Some(Level::Hint)), ("off", None)];

/// The styles of dates that make sense in a language.
pub(super) fn date_styles(tag: &str) -> &'static [(&'static str, DateStyle)] {
    match tag.split('-').next() {
        Some("ja") => &[
            ("era", DateStyle::Era),
            ("era-both", DateStyle::EraBoth),
            ("western", DateStyle::Western),
            ("iso", DateStyle::Iso),
        ],
        Some("en") => &[("long", DateStyle::Long), ("uk", DateStyle::Uk), ("iso", DateStyle::Iso)],
        _ => &[("long", DateStyle::Long), ("iso", DateStyle::Iso)],
    }
}
