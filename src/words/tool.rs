//! The program's own words: bundles made once a language, and messages turned into text.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Msg, TOOL, Value};

/// A language that the program itself speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UiLang {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl UiLang {
    /// The language of a tag or of a locale's name: `ja`, `ja-JP`, `ja_JP.UTF-8`, `EN_us`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next()?;
        match primary.to_ascii_lowercase().as_str() {
            "ja" => Some(Self::Ja),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }
}

impl Msg {
    /// The message in the words of a language.
    pub fn text(&self, lang: UiLang) -> String {
        let bundle: &FluentBundle<FluentResource> = match lang {
            UiLang::Ja => &JAPANESE,
            UiLang::En => &ENGLISH,
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in self.args() {
            arguments.set(name, fluent_value(value));
        }
        let pattern = bundle
            .get_message(self.key())
            .and_then(|message| message.value());
        let pattern = pattern.expect("the build script has found every key in every language");
        // The build script has refused everything that could fail here: unknown references,
        // functions and variables. So there are no errors that could be shown.
        bundle
            .format_pattern(pattern, Some(&arguments), &mut Vec::new())
            .into_owned()
    }
}

static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(UiLang::En));
static JAPANESE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(UiLang::Ja));

fn bundle(lang: UiLang) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = lang.tag().parse().expect("`ja` and `en` are well formed");
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // The marks would stand in the way of copying, searching and matching what the terminal shows.
    bundle.set_use_isolating(false);
    for (_, text) in TOOL.iter().filter(|(tag, _)| *tag == lang.tag()) {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*text).to_owned());
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn fluent_value(value: &Value) -> FluentValue<'_> {
    match value {
        Value::Text(text) => FluentValue::from(text.as_str()),
        Value::Number(number) => FluentValue::from(*number),
        Value::Date(date) => FluentValue::from(date.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_read_from_tags_and_locale_names() {
        for japanese in ["ja", "ja_JP.UTF-8", "ja-JP", "JA", "ja_JP.eucJP@x"] {
            assert_eq!(UiLang::from_tag(japanese), Some(UiLang::Ja), "{japanese}");
        }
        assert_eq!(UiLang::from_tag("en_US.UTF-8"), Some(UiLang::En));
        for other in ["", "C", "POSIX", "fr_FR", "jav", "english"] {
            assert_eq!(UiLang::from_tag(other), None, "{other}");
        }
    }

    #[test]
    fn a_message_speaks_both_languages_without_marks() {
        let message = Msg::LinkMissing {
            target: "a/b.md".into(),
        };
        assert_eq!(message.key(), "link-missing");
        assert_eq!(
            message.text(UiLang::En),
            "There is no page or file “a/b.md”."
        );
        assert_eq!(
            message.text(UiLang::Ja),
            "「a/b.md」というページやファイルはありません。"
        );
    }
}
