//! Ruby: readings beside words, written `{漢字|かんじ}`, `{電子|でん|し}` or `｜漢字《かんじ》`.

use pulldown_cmark_escape::escape_html_body_text;

use super::chars;

/// A word with its reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruby {
    /// Parts of the word, each with its reading; an empty reading leaves a part without one.
    parts: Vec<(String, String)>,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words to be taken as they are.
    Words(&'a str),
    /// A word with its reading.
    Ruby(Ruby),
}

/// How braces that look like ruby, or like a fact, are made literal in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escape {
    /// Not at all.
    None,
    /// Markdown has taken the backslash before the text away; a brace at its very beginning is literal.
    Taken,
    /// By a backslash that stands in the text.
    Backslash,
}

impl Ruby {
    /// The word without its reading.
    #[must_use]
    pub fn base(&self) -> String {
        self.parts.iter().map(|(base, _)| base.as_str()).collect()
    }

    /// Appends the markup. Browsers without ruby show the reading in parentheses.
    pub fn push_html(&self, out: &mut String) {
        out.push_str("<ruby>");
        for (base, reading) in &self.parts {
            push_text(out, base);
            out.push_str("<rp>（</rp><rt>");
            push_text(out, reading);
            out.push_str("</rt><rp>）</rp>");
        }
        out.push_str("</ruby>");
    }

    /// A word whose readings belong to its characters one by one where there are as many, else to it as a whole.
    fn new(base: &str, readings: &[&str]) -> Self {
        let characters = characters(base);
        let by_character = readings.len() > 1 && readings.len() == characters.len();
        let parts = if by_character {
            characters
                .into_iter()
                .zip(readings)
                .map(|(base, reading)| (base.to_owned(), (*reading).to_owned()))
                .collect()
        } else {
            vec![(base.to_owned(), readings.concat())]
        };
        Self { parts }
    }
}

/// Whether a text may hold ruby. Most texts do not, and this is cheaper than splitting them.
#[must_use]
pub fn is_likely(text: &str) -> bool {
    text.contains('|') && text.contains('{') || text.contains('《')
}

/// Splits a text at its ruby.
#[must_use]
pub fn split(text: &str, escape: Escape) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut done = 0;
    let mut from = usize::from(escape == Escape::Taken && text.starts_with('{'));
    while let Some(open) = text[from..].find(['{', '｜']).map(|at| from + at) {
        let Some((ruby, len)) = ruby(text, open) else {
            from = open + if text[open..].starts_with('{') { 1 } else { '｜'.len_utf8() };
            continue;
        };
        let literal = escape == Escape::Backslash && text[done..open].ends_with('\\');
        push_words(&mut parts, &text[done..if literal { open - 1 } else { open }]);
        from = open + len;
        if literal {
            done = open;
        } else {
            parts.push(Part::Ruby(ruby));
            done = from;
        }
    }
    push_words(&mut parts, &text[done..]);
    parts
}

/// A text without the readings.
#[must_use]
pub fn plain(text: &str, escape: Escape) -> String {
    let mut out = String::with_capacity(text.len());
    for part in split(text, escape) {
        match part {
            Part::Words(words) => out.push_str(words),
            Part::Ruby(ruby) => out.push_str(&ruby.base()),
        }
    }
    out
}

/// A text as markup.
#[must_use]
pub fn html(text: &str, escape: Escape) -> String {
    let mut out = String::with_capacity(text.len());
    for part in split(text, escape) {
        match part {
            Part::Words(words) => push_text(&mut out, words),
            Part::Ruby(ruby) => ruby.push_html(&mut out),
        }
    }
    out
}

fn push_words<'a>(parts: &mut Vec<Part<'a>>, words: &'a str) {
    if !words.is_empty() {
        parts.push(Part::Words(words));
    }
}

fn push_text(out: &mut String, text: &str) {
    // Writing into a String cannot fail.
    let _ = escape_html_body_text(out, text);
}

/// The ruby that begins at `open`, and its length.
fn ruby(text: &str, open: usize) -> Option<(Ruby, usize)> {
    if text[open..].starts_with('｜') { marked(&text[open..]) } else { braced(text, open) }
}

/// `{漢字|かんじ}`. Double braces are facts, and `{yes|no}` without a Chinese or Japanese character is no ruby.
fn braced(text: &str, open: usize) -> Option<(Ruby, usize)> {
    let inner = &text[open + 1..];
    // A look for `}` alone would run to the end of the text at each of many open braces.
    let close = inner.find(['{', '}', '\n']).filter(|&at| inner[at..].starts_with('}'))?;
    if text[..open].ends_with('{') || inner[close + 1..].starts_with('}') {
        return None;
    }
    let mut words = inner[..close].split('|');
    let base = words.next().filter(|base| !base.trim().is_empty())?;
    let readings: Vec<&str> = words.collect();
    let has_reading = readings.iter().any(|reading| !reading.trim().is_empty());
    (has_reading && inner[..close].chars().any(chars::is_cjk)).then(|| (Ruby::new(base, &readings), close + 2))
}

/// `｜漢字《かんじ》`, as the texts of Aozora Bunko write it.
fn marked(text: &str) -> Option<(Ruby, usize)> {
    const STOPS: [char; 4] = ['｜', '《', '》', '\n'];
    let after = text.strip_prefix('｜')?;
    let base = &after[..after.find(STOPS)?];
    let inner = after[base.len()..].strip_prefix('《')?;
    let reading = &inner[..inner.find(STOPS)?];
    let rest = inner[reading.len()..].strip_prefix('》')?;
    let whole = !base.trim().is_empty() && !reading.trim().is_empty();
    whole.then(|| (Ruby::new(base, &[reading]), text.len() - rest.len()))
}

/// The characters of a word, each with the variation selectors and combining marks that belong to it.
fn characters(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        let belongs = chars::is_variation_selector(c) || unicode_normalization::char::is_combining_mark(c);
        if starts.is_empty() || !belongs {
            starts.push(at);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| &text[start..end]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        html(text, Escape::Backslash).replace("<rp>（</rp><rt>", "(").replace("</rt><rp>）</rp>", ")")
    }

    #[test]
    fn both_notations_give_the_same_markup() {
        let markup = "<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>";
        assert_eq!(html("{漢字|かんじ}", Escape::None), markup);
        assert_eq!(html("｜漢字《かんじ》", Escape::None), markup);
        assert_eq!(html("この{漢字|かんじ}です", Escape::None), format!("この{markup}です"));
    }

    #[test]
    fn a_reading_for_each_character() {
        assert_eq!(shown("{電子|でん|し}"), "<ruby>電(でん)子(し)</ruby>");
        assert_eq!(shown("{取り扱い|と||あつか|}"), "<ruby>取(と)り()扱(あつか)い()</ruby>");
        assert_eq!(shown("{葛\u{E0100}城|かつら|ぎ}"), "<ruby>葛\u{E0100}(かつら)城(ぎ)</ruby>");
        assert_eq!(shown("{電子署名|でん|し}"), "<ruby>電子署名(でんし)</ruby>");
        assert_eq!(shown("{NHK|エヌエイチケイ}"), "<ruby>NHK(エヌエイチケイ)</ruby>");
    }

    #[test]
    fn what_is_no_ruby_stays() {
        for text in [
            "{yes|no}",
            "{漢字}",
            "{|かんじ}",
            "{漢字|}",
            "{漢字|かんじ",
            "{{漢字|かんじ}}",
            "｜漢字",
            "漢字《かんじ》",
            "｜《あ》",
        ] {
            assert_eq!(plain(text, Escape::None), text);
            assert_eq!(html(text, Escape::None), text);
        }
    }

    #[test]
    fn a_backslash_makes_it_literal() {
        assert_eq!(shown(r"a\{漢字|かんじ}と{字|じ}"), "a{漢字|かんじ}と<ruby>字(じ)</ruby>");
        assert_eq!(plain("{漢字|かんじ}と{字|じ}", Escape::Taken), "{漢字|かんじ}と字");
        assert_eq!(plain(r"\{漢字}", Escape::Backslash), r"\{漢字}");
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(shown("{<字>|<b>&}"), "<ruby>&lt;字&gt;(&lt;b&gt;&amp;)</ruby>");
    }

    #[test]
    fn many_open_braces_take_linear_time() {
        let text = "{漢|".repeat(100_000) + &"｜漢《".repeat(100_000);
        assert_eq!(plain(&text, Escape::None), text);
    }
}
