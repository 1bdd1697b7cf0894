//! What a program used: processor time, time on the wall and memory, as the system counted them when it ended.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

/// What one run, or the middle of several, used.
#[derive(Clone, Copy)]
pub(crate) struct Usage {
    /// Time of all processors, of the program and of the system for it.
    pub(crate) cpu: Duration,
    /// From the start to the end.
    pub(crate) wall: Duration,
    /// The most memory it held at a time, in bytes. It is never less than what this benchmark held when it started the
    /// program, which is little: the sites are made file by file.
    pub(crate) memory: u64,
}

/// Runs a program, which has to succeed.
pub(crate) fn run(command: &mut Command) -> Usage {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let used = child.wait4().expect("a child can be waited for");
    let wall = start.elapsed();
    assert!(used.status.success(), "{command:?} failed");
    Usage { cpu: used.rusage.utime + used.rusage.stime, wall, memory: used.rusage.maxrss }
}

/// The medians of several runs, each figure by itself.
pub(crate) fn median(runs: &[Usage]) -> Usage {
    fn middle<T: Ord + Copy>(runs: &[Usage], of: fn(&Usage) -> T) -> T {
        let mut values: Vec<T> = runs.iter().map(of).collect();
        values.sort_unstable();
        values[values.len() / 2]
    }
    Usage {
        cpu: middle(runs, |run| run.cpu),
        wall: middle(runs, |run| run.wall),
        memory: middle(runs, |run| run.memory),
    }
}
