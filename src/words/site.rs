//! The words of pages, asked for by key and language; `layers` has put them together.

use std::collections::BTreeSet;
use std::fmt;

use fluent_bundle::resolver::{ResolverError, errors::ReferenceKind};
use fluent_bundle::{FluentArgs, FluentError};
use fluent_syntax::ast::Pattern;

use super::bundle::{Bundle, UNUSABLE};
use super::validate::Known;
use super::{DateStyle, Format, Value, Word};
use crate::japanese::joining;

/// The language that has every built-in word, and is the last resort of any other.
pub(super) const LAST_RESORT: &str = "en";

/// Why a word could not be shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordProblem {
    /// No language has the word.
    Unknown {
        /// The key that was asked for.
        key: String,
    },
    /// A variable of the word was not given.
    Variable {
        /// The key.
        key: String,
        /// The variable.
        variable: String,
    },
    /// A function of the word was given what is no date, no number, or no style.
    Function {
        /// The key.
        key: String,
    },
    /// Fluent gave up for another reason, which the validator has reported at its place.
    Broken {
        /// The key.
        key: String,
        /// Fluent's own words, English.
        detail: String,
    },
}

/// The words of a site.
pub struct SiteWords {
    /// In the order of the settings, the main language first; the last resort is behind them.
    pub(super) languages: Vec<Language>,
    pub(super) known: Known,
}

pub(super) struct Language {
    pub(super) tag: String,
    pub(super) bundle: Bundle,
}

impl fmt::Debug for SiteWords {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tags = self.languages.iter().map(|language| &language.tag);
        out.debug_list().entries(tags).finish()
    }
}

impl SiteWords {
    /// A word in a language, or in the main language if it lacks the word.
    ///
    /// The text is plain, unless [`is_markup`] says otherwise of the key.
    ///
    /// # Errors
    ///
    /// Everything that stopped the word from being what its author meant.
    pub fn get(&self, lang: &str, key: &str, arguments: &[(&str, &Value)]) -> Result<String, Vec<WordProblem>> {
        let unknown = || vec![WordProblem::Unknown { key: key.to_owned() }];
        let (language, pattern) = self.find(lang, key).ok_or_else(unknown)?;
        let (text, problems) = language.show(key, pattern, arguments);
        if problems.is_empty() { Ok(text) } else { Err(problems) }
    }

    /// A word in a language as HTML: plain words are escaped, markup gets escaped arguments.
    ///
    /// # Errors
    ///
    /// As [`SiteWords::get`].
    pub fn html(&self, lang: &str, key: &str, arguments: &[(&str, &Value)]) -> Result<String, Vec<WordProblem>> {
        if !is_markup(key) {
            return Ok(escape(&self.get(lang, key, arguments)?));
        }
        let escaped: Vec<_> = (arguments.iter())
            .map(|(name, value)| match value {
                Value::Text(text) => (*name, Value::Text(escape(text))),
                other => (*name, (*other).clone()),
            })
            .collect();
        let escaped: Vec<_> = escaped.iter().map(|(name, value)| (*name, value)).collect();
        self.get(lang, key, &escaped)
    }

    /// A word that the generator itself needs; the build script has seen that it exists.
    ///
    /// A site that replaced it by something broken has been told so by the validator; what can be
    /// shown of it is.
    pub fn word(&self, lang: &str, word: &Word) -> String {
        match self.find(lang, word.key()) {
            Some((language, pattern)) => language.show(word.key(), pattern, &word.args()).0,
            None => word.key().to_owned(),
        }
    }

    /// The formats of a language; of the main language if the site does not have it.
    pub fn format(&self, lang: &str) -> &Format {
        &self.language(lang).bundle.format
    }

    /// The style of dates that the settings chose for a language.
    pub fn dates(&self, lang: &str) -> DateStyle {
        self.language(lang).bundle.dates
    }

    /// Every key that some language has, for suggestions.
    pub fn keys(&self) -> BTreeSet<&str> {
        let languages = self.languages.iter();
        languages.flat_map(|language| self.known.messages(&language.tag)).map(|(key, _)| key).collect()
    }

    fn language(&self, lang: &str) -> &Language {
        let found = self.languages.iter().find(|language| language.tag == lang);
        found.unwrap_or(&self.languages[0])
    }

    /// The first of the language, the main language and the last resort that has the word.
    fn find(&self, lang: &str, key: &str) -> Option<(&Language, &Pattern<&str>)> {
        let chain = [lang, &self.languages[0].tag, LAST_RESORT];
        chain.into_iter().find_map(|tag| {
            let language = self.languages.iter().find(|language| language.tag == tag)?;
            let (key, attribute) = match key.split_once('.') {
                Some((key, attribute)) => (key, Some(attribute)),
                None => (key, None),
            };
            let message = language.bundle.fluent.get_message(key)?;
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            Some((language, pattern))
        })
    }
}

impl Language {
    fn show(&self, key: &str, pattern: &Pattern<&str>, values: &[(&str, &Value)]) -> (String, Vec<WordProblem>) {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(*name, self.bundle.argument(value));
        }
        let mut errors = Vec::new();
        let text = self.bundle.fluent.format_pattern(pattern, Some(&arguments), &mut errors);
        let mut problems: Vec<_> = errors.iter().map(|error| problem(key, error)).collect();
        if text.contains(UNUSABLE) {
            problems.push(WordProblem::Function { key: key.to_owned() });
        }
        problems.sort();
        problems.dedup();
        (joining::join_lines(&text, &self.tag).replace(UNUSABLE, ""), problems)
    }
}

/// Whether a word is markup, whose arguments must be escaped before they go in: its key (or its
/// attribute) ends in `-html`. Every other word is plain text and is escaped as a whole.
pub fn is_markup(key: &str) -> bool {
    key.ends_with("-html")
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

fn problem(key: &str, error: &FluentError) -> WordProblem {
    let key = key.to_owned();
    match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => {
            WordProblem::Variable { key, variable: id.clone() }
        }
        other => WordProblem::Broken { key, detail: other.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::SiteLanguage;
    use crate::words::validate::Source;

    /// The words of a site whose only layer is this text, for this language.
    fn words(tag: &str, text: &str) -> SiteWords {
        let language = SiteLanguage { tag, dates: DateStyle::default_for(tag) };
        let source = Source { lang: tag, file: "locales/site.ftl", text };
        SiteWords::load(&[language], &[vec![source]]).0
    }

    fn date() -> Value {
        Value::Date(crate::date::Date::parse_iso("2020-05-25").unwrap())
    }

    #[test]
    fn nothing_that_goes_wrong_is_silent() {
        let text = "day = { DATE($day) }\nsum = { NUMBER($sum) }\nboth = { day }, { sum }\n";
        let words = words("en", text);
        let failed = |key, values: &[(&str, &Value)]| words.get("en", key, values).unwrap_err();
        let key = || "day".to_owned();
        assert_eq!(failed("dya", &[]), [WordProblem::Unknown { key: "dya".into() }]);
        let missing = WordProblem::Variable { key: key(), variable: "day".into() };
        assert_eq!(failed("day", &[]), [missing]);
        let no_date = Value::from("tomorrow");
        assert_eq!(failed("day", &[("day", &no_date)]), [WordProblem::Function { key: key() }]);
        assert_eq!(failed("both", &[]).len(), 2);
        let no_number = Value::from("many");
        assert_eq!(failed("sum", &[("sum", &no_number)]).len(), 1);
    }

    #[test]
    fn functions_write_as_the_language_does() {
        let text = "d = { $d }・{ DATE($d, style: \"western\") }・{ DATE(\"2019-05-01\") }\n\
                    n = { NUMBER($n) }・{ NUMBER($n, style: \"plain\") }・{ NUMBER($m, style: \"man\") }\n";
        let words = words("ja", text);
        let day = date();
        assert_eq!(words.get("ja", "d", &[("d", &day)]).unwrap(), "令和2年5月25日・2020年5月25日・令和元年5月1日");
        let (n, m) = (Value::from(i64::MAX), Value::from(5_000_000));
        assert_eq!(
            words.get("ja", "n", &[("n", &n), ("m", &m)]).unwrap(),
            "922京3372兆368億5477万5807・9223372036854775807・500万"
        );
    }

    #[test]
    fn numbers_of_any_size_choose_a_form() {
        let text = "n = { $n ->\n [one] one\n *[other] { $n }\n }\n";
        let words = words("en", text);
        for number in [i64::MIN, -1, 0, 1, 2, 1 << 53, i64::MAX] {
            let shown = words.get("en", "n", &[("n", &number.into())]).unwrap();
            let one = number.unsigned_abs() == 1;
            assert_eq!(shown, if one { "one".into() } else { number.to_string() });
        }
    }

    #[test]
    fn plain_words_are_escaped_whole_and_markup_in_its_arguments() {
        let text = "plain = a < { $x }\nrich-html = <b>{ $x }</b>\n";
        let words = words("en", text);
        let x = Value::from("<i>&\"'");
        let html = |key| words.html("en", key, &[("x", &x)]).unwrap();
        assert_eq!(html("plain"), "a &lt; &lt;i&gt;&amp;&quot;&#39;");
        assert_eq!(html("rich-html"), "<b>&lt;i&gt;&amp;&quot;&#39;</b>");
        assert!(is_markup("rich-html") && !is_markup("html"));
    }

    #[test]
    fn folded_words_join_as_their_language_does() {
        let ja = words("ja", "long =\n    カードは\n    無料です。\n");
        let en = words("en", "long =\n    The card\n    is free.\n");
        assert_eq!(ja.get("ja", "long", &[]).unwrap(), "カードは無料です。");
        assert_eq!(en.get("en", "long", &[]).unwrap(), "The card is free.");
    }

    #[test]
    fn words_can_be_used_from_many_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&words("ja", ""));
    }
}
