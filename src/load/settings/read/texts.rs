//! Texts of the settings that pages show, once a language.

use super::Reader;
use crate::lang::{Languages, PerLang};
use crate::source::Span;
use crate::words::Msg;
use crate::yaml::{Data, Node};

impl Reader<'_> {
    /// The site's title, which must be there.
    pub(super) fn title(&mut self, languages: &Languages) -> PerLang<Option<String>> {
        let nothing = || PerLang::from_fn(languages, |_| None);
        if !self.languages_known {
            return nothing();
        }
        let Some(node) = self.fields.get("title") else {
            let tags: Vec<_> = languages.tags().map(|tag| format!("{tag}: …")).collect();
            let help = Msg::YamlWriteHelp { example: format!("title: {{{}}}", tags.join(", ")).into() };
            self.decoder.missing(Span::new(0..0), "title", help);
            return nothing();
        };
        self.in_each("title", node, languages)
    }

    /// What stands at the foot of every page.
    pub(super) fn footer(&mut self, languages: &Languages) -> PerLang<Option<String>> {
        match self.fields.get("footer").filter(|_| self.languages_known) {
            Some(node) => self.in_each("footer", node, languages),
            None => PerLang::from_fn(languages, |_| None),
        }
    }

    /// A text in each language, or one for all of them.
    fn in_each(&mut self, key: &str, node: &Node, languages: &Languages) -> PerLang<Option<String>> {
        if let Data::Scalar { .. } = node.data {
            let text = self.decoder.text(key, node).map(|text| text.value);
            return PerLang::from_fn(languages, |_| text.clone());
        }
        let tags: Vec<_> = languages.tags().collect();
        let Some(texts) = self.decoder.fields(node, &tags) else { return PerLang::from_fn(languages, |_| None) };
        PerLang::from_fn(languages, |lang| {
            let tag = languages.tag(lang);
            match texts.entry(tag) {
                Some(entry) => self.decoder.text(tag, &entry.value).map(|text| text.value),
                None => {
                    let help = if key == "title" { Msg::SettingsTitleHelp } else { Msg::SettingsFooterHelp };
                    self.decoder.missing(node.span, tag, help);
                    None
                }
            }
        })
    }
}
