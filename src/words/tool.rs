//! The program's own words: bundles made once a language, and messages turned into text.

use std::sync::LazyLock;

use fluent_bundle::FluentArgs;

use super::bundle::Bundle;
use super::{DateStyle, Msg, TOOL};
use crate::japanese::joining;

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
        let bundle: &Bundle = match lang {
            UiLang::Ja => &JAPANESE,
            UiLang::En => &ENGLISH,
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in self.args() {
            arguments.set(name, bundle.argument(value));
        }
        let message = bundle.fluent.get_message(self.key());
        let pattern = message.and_then(|message| message.value());
        let pattern = pattern.expect("the build script has found every key in every language");
        // The build script has refused everything that could fail here: unknown references,
        // functions and variables. So there are no errors that could be shown.
        let text = bundle.fluent.format_pattern(pattern, Some(&arguments), &mut Vec::new());
        joining::join_lines(&text, lang.tag()).into_owned()
    }
}

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(UiLang::En, DateStyle::Long));
static JAPANESE: LazyLock<Bundle> = LazyLock::new(|| bundle(UiLang::Ja, DateStyle::Western));

fn bundle(lang: UiLang, dates: DateStyle) -> Bundle {
    let mut bundle = Bundle::new(lang.tag(), dates);
    for (_, text) in TOOL.iter().filter(|(tag, _)| *tag == lang.tag()) {
        bundle.add(text);
    }
    bundle
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
        let message = Msg::LinkMissing { target: "a/b.md".into() };
        assert_eq!(message.key(), "link-missing");
        assert_eq!(message.text(UiLang::En), "There is no page or file “a/b.md”.");
        assert_eq!(message.text(UiLang::Ja), "「a/b.md」というページやファイルはありません。");
    }
}
