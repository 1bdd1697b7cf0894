//! Contacts: for the block that pages end with, and for the one that stands where a text names a contact alone.

use serde::Serialize;

use crate::facts::Shown;
use crate::html;
use crate::lang::Lang;
use crate::resolve::Site;
use crate::words::Word;

/// A contact in words.
#[derive(Debug, Serialize)]
pub(super) struct ContactData {
    name: String,
    rows: Vec<ContactRow>,
}

#[derive(Debug, Serialize)]
struct ContactRow {
    kind: &'static str,
    html: String,
}

/// The contact that a fact is, for readers of a language.
pub(super) fn data(site: &Site, key: &str, lang: Lang) -> Option<ContactData> {
    let (name, rows) = site.facts.contact(key, &site.wording(lang))?;
    let row = |(kind, shown): (&'static str, Shown)| ContactRow { kind, html: shown.html };
    Some(ContactData { name, rows: rows.into_iter().map(row).collect() })
}

impl ContactData {
    /// Appends the contact as a block of a text.
    pub(super) fn push_html(&self, out: &mut String, site: &Site, lang: Lang) {
        let tag = site.input.settings.languages.tag(lang);
        out.push_str("<div class=\"contact-block\">\n");
        if !self.name.is_empty() {
            out.push_str(&format!("<p class=\"contact-name\">{}</p>\n", html::text(&self.name)));
        }
        for row in self.rows.iter().filter(|row| label(row.kind).is_none()) {
            out.push_str(&format!("<p>{}</p>\n", row.html));
        }
        let rows: Vec<_> = self.rows.iter().filter_map(|row| Some((row, label(row.kind)?))).collect();
        if !rows.is_empty() {
            out.push_str("<dl>\n");
            for (ContactRow { kind, html }, label) in rows {
                let label = html::text(&site.words.word(tag, &label));
                out.push_str(&format!("<div class=\"{kind}\"><dt>{label}</dt><dd>{html}</dd></div>\n"));
            }
            out.push_str("</dl>\n");
        }
        out.push_str("</div>\n");
    }
}

/// What stands before a line of this kind.
fn label(kind: &str) -> Option<Word> {
    Some(match kind {
        "phone" => Word::Phone,
        "email" => Word::Email,
        "address" => Word::Address,
        "hours" => Word::Hours,
        "url" => Word::Website,
        _ => return None,
    })
}
