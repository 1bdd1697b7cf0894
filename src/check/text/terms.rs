//! `text-prh`: the terms of the site's own `prh.yml`.

use super::Spot;
use crate::prh::Terms;
use crate::words::Msg;

pub(super) fn find(text: &str, terms: &Terms) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    for rule in &terms.rules {
        for (range, right) in rule.find(text) {
            let message = Msg::TextPrh { written: text[range.clone()].into(), right: right.clone().into() };
            let help = match &rule.note {
                Some(note) => Msg::TextPrhNoteHelp { right: right.into(), note: note.clone().into() },
                None => Msg::TextWriteHelp { right: right.into() },
            };
            spots.push(Spot::new(range, message, help));
        }
    }
    spots
}
