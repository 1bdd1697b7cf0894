//! Whether parity can be trusted: pairs that agree stay quiet, and planted errors are found.
//!
//! `cargo bench --bench parity` prints the figures and every miss.

use std::collections::BTreeMap;

use crate::plant::pages::Site;
use crate::plant::{Report, Tally, judge, pairs, show, show_table};

/// What both halves must reach.
fn assert_trusted(name: &str, report: &Report) {
    show(name, report);
    let total = report.total();
    assert_eq!(report.false_warnings, 0, "{name}");
    assert!(report.false_hints * 50 <= report.pairs, "{name}: {} false hints", report.false_hints);
    assert!(total.recall() >= 0.97, "{name}: recall {}", total.recall());
    assert!(total.precision() >= 0.97, "{name}: precision {}", total.precision());
}

#[test]
fn clean_pairs_stay_quiet_and_planted_errors_are_found() {
    let tuned = pairs("parity");
    assert!(tuned.len() >= 300);
    assert_trusted("tuned", &judge(&tuned));
}

#[test]
fn what_was_not_tuned_on_is_trusted_as_much() {
    let blind = pairs("parity-blind");
    assert!(blind.len() >= 80);
    assert_trusted("blind", &judge(&blind));
}

#[test]
fn every_sort_of_error_in_a_page_is_found_by_its_rule() {
    let (tallies, misses) = Site::of_pairs(&pairs("parity")[..60]).judge(3);
    let sorts = ["-link,", "-image,", "-structure,", "-untranslated,", "-term,", ", value"];
    assert_found(&tallies, &misses, &sorts);
}

#[test]
fn errors_in_the_bundled_site_are_found() {
    let (tallies, misses) = Site::bundled().judge(1);
    assert_found(&tallies, &misses, &["-structure,", "-untranslated,", "-term,"]);
}

/// Nothing is said of the pages as they are, and the errors of each of these sorts are found by their rules.
fn assert_found(tallies: &BTreeMap<String, Tally>, misses: &[String], sorts: &[&str]) {
    show_table(tallies.iter().map(|(what, tally)| (what.as_str(), *tally)));
    misses.iter().for_each(|miss| println!("{miss}"));
    assert!(!misses.iter().any(|miss| miss.starts_with("false alarm")));
    for sort in sorts {
        let of_sort = tallies.iter().filter(|(what, _)| what.contains(sort));
        let sum = of_sort.fold(Tally::default(), |sum, (_, tally)| sum.plus(*tally));
        assert!(sum.planted > 0 && sum.recall() >= 0.9 && sum.precision() >= 0.9, "{sort}: {sum:?}");
    }
}
