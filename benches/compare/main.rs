//! The same site made by taiyaku, with all checks on, and by Hugo: `cargo bench --bench compare`.
//!
//! The sites are built in turn, so that a busy machine disturbs all alike, and medians of one run are compared. The
//! floor is `cp -r` of what was built. Then taiyaku builds larger sites: a page should cost the same in each of them.
//! `cargo bench --bench compare -- PROGRAM` names another Hugo, `-- none` leaves it out.
//!
//! First figures, from a quiet machine of two Xeon cores with the sites in memory. At 1,000 topics taiyaku used 2.61 s of
//! processor time and 155 MiB, Hugo 0.168 4.02 s and 413 MiB, `cp -r` 0.05 s: 0.65 of Hugo's processor time, where 0.2 is
//! wanted. 2,000 topics took 5.23 s and 293 MiB, 5,000 took 15.10 s and 707 MiB: a page of the last costs 18 % more
//! processor time and 16 % more on the wall than one of the first.

#![expect(clippy::disallowed_methods, reason = "a benchmark writes sites and starts programs")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use measure::{Usage, median, run};
use tempfile::TempDir;

mod measure;
#[path = "../procedures/mod.rs"]
mod procedures;
mod site;

/// How many topics the sites have; Hugo builds the first.
const SIZES: [usize; 3] = [1_000, 2_000, 5_000];
/// How often each is built.
const ROUNDS: usize = 5;
/// As much of Hugo's processor time may be used.
const SHARE: f64 = 0.2;
/// As much memory may be used for the first site, in bytes.
const MEMORY: u64 = 200 << 20;
/// By as much may a page of the last site cost more than one of the first.
const GROWTH: f64 = 0.15;

fn main() {
    let hugo = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let hugo = hugo.unwrap_or_else(|| "hugo".to_owned());
    let root = TempDir::new().expect("a temporary folder");
    let folders: Vec<PathBuf> = SIZES.iter().map(|size| root.path().join(size.to_string())).collect();
    folders.iter().zip(SIZES).for_each(|(folder, size)| site::write(folder, size));
    against(&folders[0], (hugo != "none").then_some(hugo.as_str()));
    growth(&folders);
}

/// Compares the generators, and both with a copy of what they make.
fn against(folder: &Path, hugo: Option<&str>) {
    let (mut ours, mut theirs, mut floor) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(taiyaku(folder));
        theirs.extend(hugo.map(|program| with_hugo(program, folder)));
        floor.push(copy(folder));
    }
    println!("{} topics in two languages, medians of {ROUNDS} runs in turn", SIZES[0]);
    let ours = median(&ours);
    line("taiyaku", ours);
    if !theirs.is_empty() {
        let theirs = median(&theirs);
        line("Hugo", theirs);
        let share = ours.cpu.as_secs_f64() / theirs.cpu.as_secs_f64();
        let wall = ours.wall.as_secs_f64() / theirs.wall.as_secs_f64();
        println!(
            "  taiyaku / Hugo  CPU {share:.2} (wanted: {SHARE}), wall {wall:.2}, memory {:.2}",
            memory(ours, theirs)
        );
    }
    line("cp -r", median(&floor));
    println!("  memory wanted: {} MiB", MEMORY >> 20);
}

fn memory(ours: Usage, theirs: Usage) -> f64 {
    ours.memory as f64 / theirs.memory as f64
}

/// Shows what a page costs as sites grow.
fn growth(folders: &[PathBuf]) {
    let mut runs = vec![Vec::new(); folders.len()];
    for _ in 0..ROUNDS {
        for (folder, runs) in folders.iter().zip(&mut runs) {
            runs.push(taiyaku(folder));
        }
    }
    println!("growth, medians of {ROUNDS} runs in turn");
    let medians: Vec<Usage> = runs.iter().map(|runs| median(runs)).collect();
    for (usage, size) in medians.iter().zip(SIZES) {
        line(&format!("{size} topics"), *usage);
    }
    let page = |of: fn(&Usage) -> f64| {
        let each: Vec<f64> = medians.iter().zip(SIZES).map(|(usage, size)| of(usage) / size as f64).collect();
        each[each.len() - 1] / each[0] - 1.0
    };
    let (cpu, wall) = (page(|usage| usage.cpu.as_secs_f64()), page(|usage| usage.wall.as_secs_f64()));
    println!("  a page costs {cpu:+.2} CPU and {wall:+.2} wall in the last (wanted: {GROWTH:+})");
}

fn line(name: &str, usage: Usage) {
    let (cpu, wall, memory) = (usage.cpu.as_secs_f64(), usage.wall.as_secs_f64(), usage.memory >> 20);
    println!("  {name:12} {cpu:7.2} s CPU {wall:7.2} s wall {memory:5} MiB");
}

/// A build with all checks, none of which may find anything.
fn taiyaku(folder: &Path) -> Usage {
    let folder = folder.join("taiyaku");
    clear(&folder.join("public"));
    run(Command::new(assert_cmd::cargo::cargo_bin!("taiyaku"))
        .args(["build", "--deny", "warnings", "--root"])
        .arg(folder))
}

fn with_hugo(program: &str, folder: &Path) -> Usage {
    let folder = folder.join("hugo");
    clear(&folder.join("public"));
    run(Command::new(program).args(["--quiet", "--source"]).arg(folder))
}

/// The least that writing the site can cost: a copy of it.
fn copy(folder: &Path) -> Usage {
    let to = folder.join("copy");
    clear(&to);
    run(Command::new("cp").arg("-r").arg(folder.join("taiyaku/public")).arg(to))
}

fn clear(folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("what was built can be removed");
    }
}
