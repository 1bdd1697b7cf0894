//! Ctrl-C ends a run with the exit status that says so.

use std::thread;

/// The exit status of a run that was interrupted.
const INTERRUPTED: i32 = 130;

/// Ends the process when it is interrupted from now on.
///
/// A site is never half-written, so a run may end anywhere. Without a runtime for signals the process still
/// ends, by the signal itself.
pub(super) fn end_when_interrupted() {
    thread::spawn(|| {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() else {
            return;
        };
        if runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
            std::process::exit(INTERRUPTED);
        }
    });
}
