//! `text-bracket`: every bracket has its partner in the same block.

use super::{Spot, Tongue};
use crate::words::Msg;

/// The brackets that come in pairs.
const PAIRS: &[(char, char)] = &[('「', '」'), ('『', '』'), ('（', '）'), ('【', '】')];

/// How many letters may number an item before a closing bracket: ア）, 10）.
const NUMBERING: usize = 2;

pub(super) fn find(text: &str, _: Tongue) -> Vec<Spot> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut alone: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        if PAIRS.iter().any(|pair| pair.0 == c) {
            open.push((at, c));
        } else if let Some(pair) = PAIRS.iter().find(|pair| pair.1 == c) {
            match open.iter().rposition(|(_, other)| *other == pair.0) {
                Some(partner) => alone.extend(open.drain(partner..).skip(1)),
                None if c == '）' && is_numbering(&text[..at]) => {}
                None => alone.push((at, c)),
            }
        }
    }
    alone.extend(open);
    alone.sort_unstable();
    alone.into_iter().map(spot).collect()
}

fn spot((at, c): (usize, char)) -> Spot {
    let partner = PAIRS.iter().find_map(|&(open, close)| match c {
        _ if c == open => Some(close),
        _ if c == close => Some(open),
        _ => None,
    });
    let message = Msg::TextBracket { bracket: c.to_string().into() };
    let help = partner.map(|partner| Msg::TextBracketHelp { partner: partner.to_string().into() });
    Spot::new(at..at + c.len_utf8(), message, help)
}

/// Whether this is how an item or a note is numbered: nothing but a short number or letter since the line began.
fn is_numbering(before: &str) -> bool {
    let line = before.rsplit(['\n', ' ', '　', '。', '、']).next().unwrap_or_default();
    let line = line.trim_start_matches(['※', '注']);
    line.chars().count() <= NUMBERING && line.chars().all(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::seen;

    fn alone(text: &str) -> Vec<String> {
        seen(text, &find(text, Tongue::Japanese)).0
    }

    #[test]
    fn a_bracket_without_a_partner_is_found() {
        assert_eq!(alone("「申請書（様式1」を"), ["（"]);
        assert_eq!(alone("（詳しくは窓口へ)"), ["（"]);
        assert_eq!(alone("申請書』を"), ["』"]);
        assert_eq!(alone("「あ「い」"), ["「"]);
    }

    #[test]
    fn pairs_and_numbers_are_right() {
        for text in
            ["「申請書（様式1）」を【重要】『本』", "1）申請書", "ア）住所　イ）氏名", "※2）一部", "(a) and (b)"]
        {
            assert_eq!(alone(text), Vec::<String>::new(), "{text}");
        }
    }
}
