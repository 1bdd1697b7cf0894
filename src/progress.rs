//! What a run is doing, told to whoever wants to show it.

use crate::words::Msg;

/// Hears about the steps of a run. Safe to call from many threads, and cheap enough to be called for each file.
pub trait Progress: Sync {
    /// A step begins, and the one before it has ended. `total` is how many units of work it has, where that is known.
    fn begin(&self, step: Msg, total: Option<usize>);

    /// Some more units of the step are done.
    fn advance(&self, units: usize);
}

/// Shows nothing.
#[derive(Debug, Clone, Copy)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Msg, _: Option<usize>) {}

    fn advance(&self, _: usize) {}
}
