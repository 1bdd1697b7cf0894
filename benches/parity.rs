//! Whether parity can be trusted, and what it costs: `cargo bench --bench parity`.
//!
//! Every sort of error is planted in turn, in pairs of texts and in whole pages. Recall is the share of the errors that
//! bring a warning of the right rule, precision the share of the warnings that are about the error. Every miss is printed.

use plant::pages::Site;

#[path = "../tests/it/plant/mod.rs"]
mod plant;

/// How many errors in values are planted in each page.
const ROUNDS: usize = 8;

fn main() {
    for (name, half) in [("tuned pairs", "parity"), ("blind pairs", "parity-blind")] {
        plant::show(name, &plant::judge(&plant::pairs(half)));
    }
    show("pages of tuned pairs", &Site::of_pairs(&plant::pairs("parity")));
    show("pages of blind pairs", &Site::of_pairs(&plant::pairs("parity-blind")));
    show("the bundled site", &Site::bundled());
}

fn show(name: &str, site: &Site) {
    let (tallies, misses) = site.judge(ROUNDS);
    println!("{name}");
    plant::show_table(tallies.iter().map(|(what, tally)| (what.as_str(), *tally)));
    misses.iter().for_each(|miss| println!("  {miss}"));
}
