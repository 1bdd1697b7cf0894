//! The words at which a value can begin, so that all others are passed at once: nine in ten of an English text.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::scan::Scan;
use super::{date, date_en, numeral, quantity, words};

/// Every word that some reading asks for, in lower case.
static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let tables = [date_en::words(), date::words(), numeral::words_known(), quantity::words(), words::words()];
    let others = ["noon", "midnight", "www"].map(str::to_owned);
    tables.into_iter().flatten().map(|word| word.to_ascii_lowercase()).chain(others).collect()
});

/// Longer words are no words of numbers or dates.
const LONGEST: usize = 12;

/// Whether the word here is none at which a value can begin, and nothing is joined to it that makes it an address or a name.
pub(super) fn is_plain(scan: &Scan<'_>) -> bool {
    let mut next = *scan;
    let word = next.word();
    let mut rest = next.rest().chars();
    let joined = match rest.next() {
        Some('.' | '-' | ':') => rest.next().is_some_and(|c| c.is_ascii_alphanumeric() || c == '/'),
        Some(c) => c.is_ascii_digit() || "@_%+$".contains(c),
        None => false,
    };
    !joined && (word.len() > LONGEST || !WORDS.contains(&word.to_ascii_lowercase()))
}
