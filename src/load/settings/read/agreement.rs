//! What `site.yaml` asks of translations: `require:` and `warn_after:`.

use std::collections::BTreeMap;

use super::Reader;
use crate::load::settings::Requirement;
use crate::load::settings::keys::REQUIRED;
use crate::words::{Duration, Msg};
use crate::yaml::Decoder;

impl Reader<'_> {
    /// The folders and topics whose languages must say the same, by their names without a `/` at the ends.
    pub(super) fn require(&mut self) -> BTreeMap<String, Requirement> {
        let mut require = BTreeMap::new();
        let Some(entries) = self.fields.get("require").and_then(|node| self.decoder.map(node)) else { return require };
        for entry in entries.iter() {
            if self.decoder.one_of(&entry.key, &entry.value, REQUIRED).is_some() {
                let requirement = Requirement {
                    is_folder: entry.key.ends_with('/'),
                    place: self.decoder.place(entry.key_span),
                    written: entry.key.clone(),
                };
                require.insert(entry.key.trim_matches('/').to_owned(), requirement);
            }
        }
        require
    }

    /// How long a translation may be behind before that is a warning.
    pub(super) fn warn_after(&mut self) -> Option<Duration> {
        let written = self.with("warn_after", Decoder::text)?;
        let duration = Duration::parse_iso(&written.value).filter(Duration::is_of_days);
        if duration.is_none() {
            let help = Msg::YamlWriteHelp { example: "warn_after: P14D".into() };
            self.decoder.bad(written.span, Msg::SettingsDays { written: written.value.into() }, help);
        }
        duration
    }
}
