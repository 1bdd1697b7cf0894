//! The aligner on damaged copies of the bundled site.

use crate::damage::{DAMAGES, bundled, measure};

#[test]
fn damaged_texts_are_aligned_as_well_as_was_wanted() {
    let pairs = bundled();
    assert!(pairs.len() >= 8, "{}", pairs.len());
    let mut worse = Vec::new();
    for &(name, damage, least_precision, least_recall) in DAMAGES {
        let measure = measure(&pairs, damage);
        let (precision, recall) = (measure.precision(), measure.recall());
        println!("{name:32} {precision:6.1} {recall:6.1}");
        if precision < least_precision || recall < least_recall {
            worse.push(name);
        }
    }
    assert!(worse.is_empty(), "{worse:?}");
}
