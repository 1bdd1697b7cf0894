//! How well and how fast two languages are aligned: `cargo bench --bench align`.

#![expect(clippy::disallowed_methods, reason = "a benchmark measures time")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use taiyaku::blocks::{Block, align};

#[path = "../tests/it/damage.rs"]
mod damage;

/// The shortest of several runs, which disturbs least.
fn shortest(run: impl Fn()) -> Duration {
    let one = || {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..100).map(|_| one()).min().unwrap_or_default()
}

/// Two texts of so many blocks each, made from the bundled pages.
fn long(size: usize) -> (Vec<Block>, Vec<Block>) {
    let pairs = damage::bundled();
    let of = |side: fn(&damage::Pair) -> &[Block]| pairs.iter().flat_map(side).cycle().take(size).cloned().collect();
    (of(|pair| &pair.main), of(|pair| &pair.other))
}

fn main() {
    println!("{:32} {:>9} {:>9} {:>9} {:>9}", "damage", "precision", "wanted", "recall", "wanted");
    let pairs = damage::bundled();
    for &(name, way, precision, recall) in damage::DAMAGES {
        let measure = damage::measure(&pairs, way);
        println!("{name:32} {:9.1} {precision:9.1} {:9.1} {recall:9.1}", measure.precision(), measure.recall());
    }
    for size in [50, 250, 1000] {
        let (main, other) = long(size);
        let time = shortest(|| drop(black_box(align(black_box(&main), black_box(&other)))));
        println!("{size} x {size} blocks: {:.2} ms", time.as_secs_f64() * 1000.0);
    }
}
