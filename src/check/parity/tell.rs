//! A difference between two pages as a finding: both values in words, both places.

use crate::diagnostic::{Finding, Level, Rule, rule};
use crate::parity::{Aspect, Difference, Kind, Said};
use crate::resolve::{Page, Site};
use crate::source::{Place, Span};
use crate::words::{Msg, Value};

/// The finding for a difference. It points at the page that says something; where both do, at the second.
pub(super) fn finding(site: &Site, first: &Page, second: &Page, difference: &Difference) -> Finding {
    let (place_a, place_b) = (place(site, first, &difference.first), place(site, second, &difference.second));
    let (tag_a, tag_b) = (tag(site, first), tag(site, second));
    let rule = rule_of(difference.aspect);
    match (&difference.first, &difference.second) {
        (Said::This { .. }, Said::This { .. }) => {
            let message = conflict(difference, tag_a, tag_b);
            Finding::new(rule, place_b, message).related(place_a, Msg::ParityOther)
        }
        (Said::This { .. }, Said::Nothing(_)) => hint(rule, difference, (place_a, tag_a), (place_b, tag_b)),
        (Said::Nothing(_), _) => hint(rule, difference, (place_b, tag_b), (place_a, tag_a)),
    }
}

fn tag(site: &Site, page: &Page) -> Value {
    site.input.settings.languages.tag(page.lang).into()
}

fn rule_of(aspect: Aspect) -> &'static Rule {
    match aspect {
        Aspect::Value(Kind::Date) => &rule::PARITY_DATE,
        Aspect::Value(Kind::Time) => &rule::PARITY_TIME,
        Aspect::Value(Kind::Number) => &rule::PARITY_NUMBER,
        Aspect::Value(Kind::Money) => &rule::PARITY_MONEY,
        Aspect::Value(Kind::Phone) => &rule::PARITY_PHONE,
        Aspect::Value(Kind::Email) => &rule::PARITY_EMAIL,
        Aspect::Value(Kind::Link) | Aspect::Link => &rule::PARITY_LINK,
        Aspect::Image => &rule::PARITY_IMAGE,
    }
}

fn place(site: &Site, page: &Page, said: &Said) -> Place {
    let source = &site.edition(page).document.source;
    let at = |span: Span| source.place(span.range());
    match said {
        Said::This { span, .. } | Said::Nothing(Some(span)) => at(*span),
        Said::Nothing(None) => source.whole(),
    }
}

/// Both pages say something, and not the same.
fn conflict(difference: &Difference, tag_a: Value, tag_b: Value) -> Msg {
    let (first, first_form) = words(&difference.first);
    let (second, second_form) = words(&difference.second);
    let (first_lang, second_lang) = (tag_a, tag_b);
    match difference.aspect {
        Aspect::Link => Msg::ParityConflictLink { first, first_lang, second, second_lang },
        Aspect::Image => Msg::ParityConflictImage { first, first_lang, second, second_lang },
        Aspect::Value(_) => Msg::ParityConflict { first, first_form, first_lang, second, second_form, second_lang },
    }
}

/// Only one page says it.
fn hint(rule: &'static Rule, difference: &Difference, here: (Place, Value), there: (Place, Value)) -> Finding {
    let said = if matches!(difference.first, Said::This { .. }) { &difference.first } else { &difference.second };
    let (value, form) = words(said);
    let (lang, other) = (here.1, there.1);
    let message = match difference.aspect {
        Aspect::Link => Msg::ParityMissingLink { value, lang, other },
        Aspect::Image => Msg::ParityMissingImage { value, lang, other },
        Aspect::Value(_) => Msg::ParityMissing { value, form, lang, other },
    };
    let finding = Finding::new(rule, here.0, message).related(there.0, Msg::ParityOther);
    Finding { level: Level::Hint, ..finding }
}

/// A value as it is written, and its other form, or the word by which the message knows that there is none.
fn words(said: &Said) -> (Value, Value) {
    match said {
        Said::This { written, canonical, .. } => {
            let one_line = written.split_whitespace().collect::<Vec<_>>().join(" ");
            (one_line.into(), canonical.as_deref().unwrap_or(NO_FORM).into())
        }
        Said::Nothing(_) => (Value::from(""), Value::from(NO_FORM)),
    }
}

/// What a message is given instead of a form that would say nothing new.
const NO_FORM: &str = "none";
