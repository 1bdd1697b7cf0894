//! Joins the layers of a site's words: built in, replaced by the theme, then by the site.

use super::bundle::Bundle;
use super::site::{LAST_RESORT, Language};
use super::validate::{Known, Problem, Source, validate};
use super::{DateStyle, SITE, SiteWords};

/// A language of a site, as its settings name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SiteLanguage<'a> {
    /// The BCP 47 tag.
    pub tag: &'a str,
    /// How its dates are written where nothing else is said.
    pub dates: DateStyle,
}

/// Words that a language of the site lacks, so that another language's are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// The language.
    pub lang: String,
    /// The keys of the words, in their order.
    pub keys: Vec<String>,
}

impl SiteWords {
    /// Joins the layers above the built-in words: first the themes', from the lowest one, then the
    /// site's own.
    ///
    /// Gives the words, everything that is wrong in the files, and the built-in words that some
    /// language lacks. A layer serves `en-GB` with its folder `en-GB`, or else with `en`.
    pub fn load(languages: &[SiteLanguage<'_>], layers: &[Vec<Source<'_>>]) -> (Self, Vec<Problem>, Vec<Lacking>) {
        let tags: Vec<_> = languages.iter().map(|language| language.tag).collect();
        let mut all = languages.to_vec();
        if !tags.contains(&LAST_RESORT) {
            all.push(SiteLanguage { tag: LAST_RESORT, dates: DateStyle::Long });
        }
        let mut loaded: Vec<_> = (all.iter())
            .map(|language| Language {
                tag: language.tag.to_owned(),
                bundle: Bundle::new(language.tag, language.dates),
            })
            .collect();
        let mut problems = Vec::new();
        let mut known = Known::default();
        let mut built_in = Known::default();
        for (number, layer) in std::iter::once(&built_in_sources()).chain(layers).enumerate() {
            let sources = for_languages(layer, &all);
            // The built-in words need not exist in a language of which we know nothing.
            let required = if number == 0 { &[] } else { tags.as_slice() };
            let (found, above) = validate(required, &sources, &known);
            add(&mut loaded, &sources, &found);
            problems.extend(found);
            known = above;
            if number == 0 {
                built_in = known.clone();
            }
        }
        problems.dedup();
        let lacking = lacking(&tags, &built_in, &known);
        (Self { languages: loaded, known }, problems, lacking)
    }
}

fn built_in_sources() -> Vec<Source<'static>> {
    let source = |(lang, text): &(&'static str, &'static str)| Source { lang, file: "site.ftl", text };
    SITE.iter().map(source).collect()
}

/// The files of a layer, each under the tag of the language that it serves.
fn for_languages<'a>(layer: &[Source<'a>], languages: &[SiteLanguage<'a>]) -> Vec<Source<'a>> {
    let mut found = Vec::new();
    for language in languages {
        let tag = language.tag;
        let folder = ancestors(tag).find(|tag| layer.iter().any(|source| source.lang == *tag));
        let sources = layer.iter().filter(|source| Some(source.lang) == folder);
        found.extend(sources.map(|source| Source { lang: tag, ..*source }));
    }
    found
}

/// A tag and what is left of it without its last parts: `zh-Hant-TW`, `zh-Hant`, `zh`.
fn ancestors(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(shorter, _)| shorter))
}

/// Adds the files to the bundles, except what the parser or the plural rules would not survive.
fn add(languages: &mut [Language], sources: &[Source<'_>], problems: &[Problem]) {
    for source in sources {
        let hostile = |problem: &Problem| problem.file == source.file && problem.kind.is_hostile();
        let language = languages.iter_mut().find(|language| language.tag == source.lang);
        if let Some(language) = language
            && !problems.iter().any(hostile)
        {
            language.bundle.add(source.text);
        }
    }
}

fn lacking(tags: &[&str], built_in: &Known, known: &Known) -> Vec<Lacking> {
    let lacks = |tag: &&str| Lacking {
        lang: (*tag).to_owned(),
        keys: (built_in.messages(LAST_RESORT))
            .filter(|(key, _)| known.variables(tag, key).is_none())
            .map(|(key, _)| key.to_owned())
            .collect(),
    };
    tags.iter().map(lacks).filter(|lacking| !lacking.keys.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Value, Word};

    fn source<'a>(lang: &'a str, text: &'a str) -> Source<'a> {
        Source { lang, file: "locales/site.ftl", text }
    }

    fn load(tags: &[&str], layers: &[Vec<Source<'_>>]) -> (SiteWords, Vec<Problem>, Vec<Lacking>) {
        let dates = DateStyle::default_for;
        let languages: Vec<_> = tags.iter().map(|tag| SiteLanguage { tag, dates: dates(tag) }).collect();
        SiteWords::load(&languages, layers)
    }

    fn date() -> Value {
        Value::Date(crate::date::Date::parse_iso("2020-05-25").unwrap())
    }

    #[test]
    fn built_in_words_come_in_both_languages() {
        let (words, problems, lacking) = load(&["ja", "en"], &[]);
        assert_eq!((problems, lacking), (vec![], vec![]));
        assert_eq!(words.get("ja", "skip-to-content", &[]).unwrap(), "本文へ移動");
        assert_eq!(words.word("en", &Word::SkipToContent), "Skip to main content");
        let dated = Word::BehindNoticeDated { language: "英語".into(), date: date() };
        assert_eq!(
            words.word("ja", &dated),
            "英語版が令和2年5月25日に更新されています。このページの内容は古い可能性があります。"
        );
    }

    #[test]
    fn later_layers_replace_word_by_word() {
        let theme = vec![source("ja", "menu = 目録\nnew = 新\n"), source("en", "new = New\n")];
        let site = vec![source("ja", "menu = ご案内\n")];
        let (words, problems, lacking) = load(&["ja", "en"], &[theme, site]);
        assert_eq!((problems, lacking), (vec![], vec![]));
        assert_eq!(words.word("ja", &Word::Menu), "ご案内");
        assert_eq!(words.word("en", &Word::Menu), "Menu");
        assert_eq!(words.get("en", "new", &[]).unwrap(), "New");
        assert!(words.keys().contains("new"));
    }

    #[test]
    fn a_language_that_lacks_words_shows_the_main_language() {
        let german = vec![source("de", "menu = Menü\n")];
        let (words, problems, lacking) = load(&["ja", "de"], &[german]);
        assert_eq!(problems, []);
        assert_eq!(words.word("de", &Word::Menu), "Menü");
        assert_eq!(words.word("de", &Word::Updated), "更新日");
        assert_eq!(lacking.len(), 1);
        assert!(!lacking[0].keys.contains(&"menu".to_owned()));
        assert!(lacking[0].keys.contains(&"updated".to_owned()));
    }

    #[test]
    fn a_language_with_neither_words_nor_main_language_shows_english() {
        let (words, problems, lacking) = load(&["fr"], &[]);
        assert_eq!((problems, lacking.len()), (vec![], 1));
        assert_eq!(words.word("fr", &Word::Updated), "Updated");
    }

    #[test]
    fn a_regional_language_uses_the_words_of_its_language() {
        let (words, problems, lacking) = load(&["en-GB", "ja-JP"], &[]);
        assert_eq!((problems, lacking), (vec![], vec![]));
        let dated = Word::ScheduledNotice { date: date() };
        assert!(words.word("en-GB", &dated).contains("25 May 2020"));
        assert!(words.word("ja-JP", &dated).contains("令和2年5月25日"));
    }

    #[test]
    fn broken_words_of_a_site_are_reported_and_survived() {
        let text = "menu = { $who } { FOO() } { nowhere }\nDATE = x\n-home = y\n= {";
        let (words, problems, _) = load(&["ja", "en"], &[vec![source("ja", text)]]);
        let mut rules: Vec<_> = problems.iter().map(|problem| problem.kind.rule()).collect();
        rules.sort_unstable();
        rules.dedup();
        let expected = ["words-duplicate", "words-function", "words-reference", "words-syntax", "words-variables"];
        assert_eq!(rules, expected);
        assert!(!words.word("ja", &Word::Menu).is_empty());
        let notice = Word::ScheduledNotice { date: date() };
        assert!(!words.word("ja", &notice).is_empty());
    }

    #[test]
    fn hostile_words_are_left_out() {
        let deep = format!("menu = {}", "{".repeat(100_000));
        let number = format!("menu = {{ 1.{} ->\n    [one] x\n   *[other] y\n }}\n", "1".repeat(5_000));
        let torn = "menu = {\"\\uあ\"}\n".to_owned();
        for text in [deep, number, torn] {
            let (words, problems, _) = load(&["en"], &[vec![source("en", &text)]]);
            assert_eq!(problems.len(), 1);
            assert_eq!(words.word("en", &Word::Menu), "Menu");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_file_makes_loading_or_showing_panic(
            text in "([ab] = |-b = |\\.c = |\\{ ?|\\}|\\$x|->|\\[one\\]|\\*\\[other\\]|NUMBER\\(|DATE\\(|\\)|\"|1\\.5|あ|\\\\u|a|-b|\n|\n    |\r\n| ){0,60}"
        ) {
            let (words, problems, _) = load(&["ja"], &[vec![source("ja", &text)]]);
            for problem in &problems {
                proptest::prop_assert!(text.get(problem.range.clone()).is_some());
            }
            for value in [Value::from("x"), Value::from(3), date()] {
                for key in ["a", "b", "a.c"] {
                    let _ = words.get("ja", key, &[("x", &value)]);
                }
            }
        }
    }
}
