//! `text-full-width`: Latin letters and digits as narrow as in any language. Search and voices do not know ＰＤＦ.

use super::{Spot, Tongue, runs};
use crate::words::Msg;

pub(super) fn find(text: &str, _: Tongue) -> Vec<Spot> {
    runs(text, is_wide)
        .map(|range| {
            let written = &text[range.clone()];
            let right: String = written.chars().map(narrow).collect();
            let message = Msg::TextFullWidth { written: written.into() };
            let help = Msg::TextWriteHelp { right: right.clone().into() };
            Spot::new(range.clone(), message, help).fix(Some((range, right)))
        })
        .collect()
}

fn is_wide(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// The same letter of ASCII, which stands this far before it.
fn narrow(c: char) -> char {
    char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::seen;

    #[test]
    fn letters_and_digits_become_narrow() {
        let text = "ＰＤＦ形式を２部（Ａ４）";
        let found = seen(text, &find(text, Tongue::Japanese));
        assert_eq!(found, (["ＰＤＦ", "２", "Ａ４"].map(String::from).to_vec(), "PDF形式を2部（A4）".into()));
        assert_eq!(find("PDF形式：100％", Tongue::Japanese), []);
        assert_eq!(find("ＰＤＦ", Tongue::English).len(), 1);
    }
}
