//! How well and how fast two languages are aligned: `cargo bench --bench alignment`.

#![expect(clippy::disallowed_methods, reason = "a benchmark measures time")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use taiyaku::blocks::align;

#[path = "../tests/it/damage.rs"]
mod damage;

/// The shortest of several runs, which disturbs least.
fn shortest(run: impl Fn()) -> Duration {
    let one = || {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..20).map(|_| one()).min().unwrap_or_default()
}

fn main() {
    println!("{:32} {:>9} {:>9}", "damage", "precision", "recall");
    for &(name, way, ..) in damage::DAMAGES {
        let measure = damage::measure(way);
        println!("{name:32} {:9.1} {:9.1}", measure.precision(), measure.recall());
    }
    for size in [50, 250, 1000] {
        let (main, other) = damage::long(size);
        let time = shortest(|| drop(black_box(align(black_box(&main), black_box(&other)))));
        println!("{size} x {size} blocks: {:.2} ms", time.as_secs_f64() * 1000.0);
    }
}
