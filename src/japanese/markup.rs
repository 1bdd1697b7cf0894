//! Line ends in finished markup: `<wbr>` between the phrases of its text.
//!
//! Marking the markup and not the text before it is written has two gains: a phrase is found across tags (`<em>受取</em>に必要なもの`), and
//! nothing but the page's own HTML ever sees a `<wbr>`: ids, titles, menus' texts, search and feeds read the text.

use super::Phrases;

impl Phrases {
    /// The markup of a heading or a link's text, with `<wbr>` where a line may end.
    #[must_use]
    pub fn mark(&self, html: &str) -> String {
        let text = visible(html);
        let mut breaks = self.breaks(&text).into_iter().peekable();
        if breaks.peek().is_none() {
            return html.to_owned();
        }
        let mut out = String::with_capacity(html.len() + 40);
        let mut at = 0;
        // A line end met within ruby or code; it counts only if that is the end of the whole.
        let mut waiting = None;
        for token in tokens(html) {
            out.push_str(token.html);
            at += token.text.len();
            while let Some(end) = breaks.next_if(|&end| end <= at) {
                waiting = Some(end);
            }
            if !token.in_whole && waiting.take() == Some(at) {
                out.push_str("<wbr>");
            }
        }
        out
    }
}

/// The text that lines are made of: no tags and no readings.
fn visible(html: &str) -> String {
    tokens(html).map(|token| token.text).collect()
}

/// A tag, a character, or a character reference.
struct Token<'a> {
    html: &'a str,
    /// What it adds to the text.
    text: &'a str,
    /// Whether it stands in ruby or code, which are never cut.
    in_whole: bool,
}

fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = html;
    // How deep in ruby or code, and in a reading.
    let mut whole = 0_usize;
    let mut reading = 0_usize;
    std::iter::from_fn(move || {
        let (token, after) = rest.split_at(token_len(rest)?);
        rest = after;
        if let Some(tag) = token.strip_prefix('<') {
            let name = tag.trim_start_matches('/').trim_end_matches('>');
            let depth = match name.split_ascii_whitespace().next().unwrap_or_default() {
                "ruby" | "code" => &mut whole,
                "rt" | "rp" => &mut reading,
                _ => return Some(Token { html: token, text: "", in_whole: whole > 0 }),
            };
            *depth = if tag.starts_with('/') { depth.saturating_sub(1) } else { *depth + 1 };
            return Some(Token { html: token, text: "", in_whole: whole > 0 });
        }
        let text = match token {
            _ if reading > 0 => "",
            "&lt;" => "<",
            "&gt;" => ">",
            "&amp;" => "&",
            "&quot;" => "\"",
            reference if reference.len() > 1 && reference.starts_with('&') => "\u{FFFC}",
            character => character,
        };
        Some(Token { html: token, text, in_whole: whole > 0 })
    })
}

/// The length of the first token; `None` at the end.
fn token_len(html: &str) -> Option<usize> {
    let first = html.chars().next()?;
    let until = |end: char| html.find(end).map(|at| at + 1);
    let len = match first {
        '<' => until('>'),
        '&' => until(';').filter(|&len| len <= LONGEST_REFERENCE),
        _ => None,
    };
    Some(len.unwrap_or(first.len_utf8()))
}

/// `&CounterClockwiseContourIntegral;` is the longest name that HTML has.
const LONGEST_REFERENCE: usize = 33;

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(html: &str) -> String {
        Phrases::default().mark(html)
    }

    #[test]
    fn phrases_are_found_across_tags_and_references() {
        assert_eq!(mark("カードの受取方法"), "カードの<wbr>受取方法");
        assert_eq!(mark("カードの<em>受取方法</em>"), "カードの<wbr><em>受取方法</em>");
        assert_eq!(mark("<em>カードの</em>受取方法"), "<em>カードの<wbr></em>受取方法");
        assert_eq!(mark("A&amp;Bの<b title=\"x\">手続</b>"), "A&amp;Bの<wbr><b title=\"x\">手続</b>");
        assert_eq!(mark("申<em>請</em>方法"), "申<em>請</em>方法");
    }

    #[test]
    fn ruby_stays_whole_and_readings_count_for_nothing() {
        let ruby = "<ruby>受取<rp>（</rp><rt>うけとり</rt><rp>）</rp></ruby>";
        assert_eq!(mark(&format!("カードの{ruby}方法")), format!("カードの<wbr>{ruby}方法"));
        for whole in ["<ruby>番号の違い<rt>ばんごうのちがい</rt></ruby>とは", "<code>番号の違い</code>とは"]
        {
            assert_eq!(mark(whole), whole);
        }
    }

    #[test]
    fn markup_that_is_broken_or_has_no_phrases_stays() {
        for html in ["", "<", "a < b", "&", "&unknown", "Card", "ダウンロード", "<em", "\u{1F468}\u{200D}\u{1F469}"]
        {
            assert_eq!(mark(html), html);
        }
    }
}
