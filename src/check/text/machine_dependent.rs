//! `text-machine-dependent`: signs such as ①, ㈱ and ㍻, which voices skip and old machines do not show.

use unicode_normalization::UnicodeNormalization;

use super::{Spot, Tongue, runs};
use crate::words::Msg;

pub(super) fn find(text: &str, _: Tongue) -> Vec<Spot> {
    runs(text, is_special)
        .map(|range| {
            let written = &text[range.clone()];
            let right: String = written.chars().map(spelt).collect();
            let message = Msg::TextMachineDependent { written: written.into() };
            Spot::new(range, message, Msg::TextWriteHelp { right: right.into() })
        })
        .collect()
}

/// Letters and words in a circle, in brackets or in one square; units; Roman numbers.
fn is_special(c: char) -> bool {
    matches!(c, '\u{2460}'..='\u{24FF}' | '\u{2776}'..='\u{2793}' | '\u{3220}'..='\u{33FF}' | '№' | '℡' | '\u{2160}'..='\u{2188}')
}

fn spelt(c: char) -> String {
    let plain: String = std::iter::once(c).nfkc().collect();
    match c {
        '\u{2460}'..='\u{2473}' | '\u{24B6}'..='\u{24E9}' | '\u{3280}'..='\u{32B0}' => format!("（{plain}）"),
        '\u{3220}'..='\u{3243}' | '\u{2474}'..='\u{2487}' => plain.replace('(', "（").replace(')', "）"),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::seen;

    #[test]
    fn signs_are_spelt_out() {
        let text = "①㈱例、㍻2年、Ⅲ";
        assert_eq!(seen(text, &find(text, Tongue::Japanese)).0, ["①㈱", "㍻", "Ⅲ"]);
        assert_eq!("①㈱㍻Ⅲ".chars().map(spelt).collect::<String>(), "（1）（株）平成III");
        assert_eq!(find("（1）株式会社、令和2年、※、〒", Tongue::Japanese), []);
    }
}
