//! `text-half-width-kana`: katakana as wide as other letters. ｶﾅ is hard to read, and voices spell it out.

use unicode_normalization::UnicodeNormalization;

use super::{Spot, Tongue, runs};
use crate::words::Msg;

pub(super) fn find(text: &str, _: Tongue) -> Vec<Spot> {
    runs(text, |c| matches!(c, '\u{FF61}'..='\u{FF9F}'))
        .map(|range| {
            let written = &text[range.clone()];
            // A mark without a letter before it would join the letter before the run.
            let is_whole = !written.starts_with(['\u{FF9E}', '\u{FF9F}']);
            let right: String = written.nfkc().collect();
            let message = Msg::TextHalfWidthKana { written: written.into() };
            let help = Msg::TextWriteHelp { right: right.clone().into() };
            Spot::new(range.clone(), message, help).fix(is_whole.then_some((range, right)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::seen;

    #[test]
    fn kana_become_wide_with_their_marks() {
        let text = "ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞを｢ｶﾅ｣で";
        let found = seen(text, &find(text, Tongue::Japanese));
        assert_eq!(found, (vec!["ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ".into(), "｢ｶﾅ｣".into()], "マイナンバーカードを「カナ」で".into()));
        assert_eq!(find("マイナンバーカード", Tongue::Japanese), []);
    }
}
