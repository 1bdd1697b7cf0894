//! Notices as readers meet them: worded in their language, or borrowed, with a link that leads to a page of theirs.

use super::bind::{self, Anchors};
use super::edition::plain;
use super::{Bound, Site};
use crate::facts::{FactProblem, Shown};
use crate::html;
use crate::lang::{Lang, PerLang};
use crate::parse::{FactUse, Notice, Text, TextPart};

/// A notice for the readers of a language.
#[derive(Debug, PartialEq, Eq)]
pub struct Banner {
    /// The language of its text.
    pub lang: Lang,
    /// The text as markup.
    pub html: String,
    /// What each use of a fact says, in the order of [`Notice::uses`].
    pub facts: Vec<Result<Shown, FactProblem>>,
    /// What its link leads to.
    pub link: Option<Bound>,
    /// What its link says, if the notice says so.
    pub link_text: Option<String>,
}

/// The notices for the readers of each language.
pub(super) fn banners(site: &Site, anchors: &Anchors<'_>) -> PerLang<Vec<Banner>> {
    PerLang::from_fn(&site.input.settings.languages, |reader| {
        site.notices.list.iter().map(|notice| banner(site, reader, notice, anchors)).collect()
    })
}

fn banner(site: &Site, reader: Lang, notice: &Notice, anchors: &Anchors<'_>) -> Banner {
    let borrowed = notice.texts.present().next().map_or(reader, |(lang, _)| lang);
    let lang = if notice.texts.has(reader).is_some() { reader } else { borrowed };
    let wording = site.wording(lang);
    let facts: Vec<_> = notice.uses.iter().map(|used| site.facts.show(&used.path, &wording)).collect();
    let link_text = notice.link_texts.has(lang).map(|text| text.render(|index| plain(&facts, &notice.uses, index)));
    Banner {
        html: notice.texts.has(lang).map_or_else(String::new, |text| markup(text, &facts, &notice.uses)),
        link: notice.target().map(|target| bind::notice(site, reader, lang, &target, anchors)),
        link_text,
        facts,
        lang,
    }
}

/// A text with its facts as they are in running text: a telephone number can be called.
fn markup(text: &Text, facts: &[Result<Shown, FactProblem>], uses: &[FactUse]) -> String {
    let mut out = String::new();
    for part in &text.0 {
        match part {
            TextPart::Plain(words) => html::push_text(&mut out, words),
            TextPart::Ruby(ruby) => ruby.push_html(&mut out),
            TextPart::Fact(index) => match &facts[*index as usize] {
                Ok(shown) => out.push_str(&shown.html),
                Err(_) => html::push_text(&mut out, &plain(facts, uses, *index)),
            },
        }
    }
    out
}
