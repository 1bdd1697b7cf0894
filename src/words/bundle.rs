//! A Fluent bundle of one language with the functions that words may call, on ICU4X.
//!
//! Fluent's own `NUMBER` does not group digits and it has no function for dates; and a function
//! that gives an error value is silent. So both functions are ours, and what they cannot use shows
//! up as [`UNUSABLE`] in the text, which the caller turns into a problem.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentType;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::{IntlLangMemoizer, concurrent};
use unic_langid::LanguageIdentifier;

use super::{DateStyle, Format, Value};
use crate::date::Date;

/// Stands where a function was given what it cannot use; a noncharacter, so that no text has it.
pub(super) const UNUSABLE: char = '\u{FDD0}';

/// The largest whole number up to which `f64`, Fluent's only number, has every one.
const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;

/// The messages of one language, and how it writes dates and numbers.
pub(super) struct Bundle {
    pub(super) fluent: FluentBundle<FluentResource>,
    pub(super) format: Arc<Format>,
    pub(super) dates: DateStyle,
}

impl Bundle {
    pub(super) fn new(tag: &str, dates: DateStyle) -> Self {
        let identifier: LanguageIdentifier = tag.parse().unwrap_or_default();
        let format = Arc::new(Format::new(tag));
        let mut fluent = FluentBundle::new_concurrent(vec![identifier]);
        // The marks would break attributes, searching, and the joining of lines.
        fluent.set_use_isolating(false);
        let mut bundle = Self { fluent, format, dates };
        bundle.add_functions();
        bundle
    }

    /// Adds a file; its messages replace those of the same key.
    ///
    /// What the file gets wrong is for the validator; here, what can be read counts.
    pub(super) fn add(&mut self, text: &str) {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text.to_owned());
        self.fluent.add_resource_overriding(resource);
    }

    fn add_functions(&mut self) {
        let (format, dates) = (Arc::clone(&self.format), self.dates);
        // An error would say that the name is taken, and the bundle is still empty.
        let _ = self.fluent.add_function("DATE", move |values, options| {
            text_or_unusable(values, |value| {
                let style = option(options).map_or(Some(dates), DateStyle::parse)?;
                Some(format.date(date_of(value)?, style))
            })
        });
        let format = Arc::clone(&self.format);
        let _ = self.fluent.add_function("NUMBER", move |values, options| {
            text_or_unusable(values, |value| {
                let digits = digits_of(value)?;
                match option(options) {
                    None => format.number_text(&digits),
                    Some("man") => format.number_man(&digits),
                    Some("plain") => Some(digits.into_owned()),
                    Some(_) => None,
                }
            })
        });
    }

    /// Values as Fluent takes them. A date that no function formats has the style of the site.
    pub(super) fn argument<'a>(&self, value: &'a Value) -> FluentValue<'a> {
        match value {
            Value::Text(text) => FluentValue::from(text.as_str()),
            Value::Number(number) if number.unsigned_abs() <= EXACT => FluentValue::from(*number),
            Value::Number(number) => FluentValue::from(number.to_string()),
            Value::Date(date) => {
                FluentValue::Custom(Box::new(Day { date: *date, shown: self.format.date(*date, self.dates) }))
            }
        }
    }
}

/// A date on its way through Fluent.
#[derive(Debug, Clone, PartialEq)]
struct Day {
    date: Date,
    shown: String,
}

impl FluentType for Day {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
        self.shown.clone().into()
    }

    fn as_string_threadsafe(&self, _: &concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        self.shown.clone().into()
    }
}

/// Runs a function on its only value. An error value comes from a variable that is missing, which
/// Fluent has already noted.
fn text_or_unusable<'a>(
    values: &[FluentValue<'a>],
    text: impl Fn(&FluentValue<'a>) -> Option<String>,
) -> FluentValue<'a> {
    match values.first() {
        Some(FluentValue::Error) => FluentValue::Error,
        value => value.and_then(text).unwrap_or_else(|| UNUSABLE.to_string()).into(),
    }
}

fn option<'a>(options: &'a FluentArgs<'_>) -> Option<&'a str> {
    match options.get("style")? {
        FluentValue::String(style) => Some(style),
        // Not a style, and not the absence of one.
        _ => Some(""),
    }
}

fn date_of(value: &FluentValue<'_>) -> Option<Date> {
    match value {
        FluentValue::String(text) => Date::parse_iso(text),
        FluentValue::Custom(custom) => {
            let any = (**custom).as_any();
            any.downcast_ref::<Day>().map(|day| day.date)
        }
        _ => None,
    }
}

fn digits_of<'a>(value: &'a FluentValue<'_>) -> Option<Cow<'a, str>> {
    match value {
        FluentValue::Number(number) => Some(number.as_string()),
        FluentValue::String(text) => Some(Cow::Borrowed(text)),
        _ => None,
    }
}
