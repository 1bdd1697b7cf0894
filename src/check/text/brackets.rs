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
    // How many of each kind are open, so that a bracket without a partner does not look through all that are.
    let mut count = [0_usize; PAIRS.len()];
    for (at, c) in text.char_indices() {
        if let Some(kind) = PAIRS.iter().position(|pair| pair.0 == c) {
            open.push((at, c));
            count[kind] += 1;
        } else if let Some(kind) = PAIRS.iter().position(|pair| pair.1 == c) {
            if count[kind] == 0 {
                alone.extend((c != '）' || !is_numbering(&text[..at])).then_some((at, c)));
                continue;
            }
            while let Some((at, other)) = open.pop() {
                count[PAIRS.iter().position(|pair| pair.0 == other).unwrap_or(kind)] -= 1;
                if other == PAIRS[kind].0 {
                    break;
                }
                alone.push((at, other));
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

/// Whether this is how an item or a note is numbered: nothing but a short number or letter since the line or clause began.
fn is_numbering(before: &str) -> bool {
    let short = before.chars().rev().take(NUMBERING + 1).collect::<Vec<_>>();
    let number = short.iter().take_while(|c| c.is_alphanumeric()).count();
    let edge = short.get(number).copied();
    number <= NUMBERING && edge.is_none_or(|c| matches!(c, '\n' | ' ' | '　' | '。' | '、' | '※'))
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
