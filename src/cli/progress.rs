//! Shows the steps of a run that take long: a bar on a terminal, a line a step elsewhere.
//!
//! A thread waits beside the run, because a step that takes long need not tell us so. Steps of less than a
//! second leave no trace.

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::console::Console;
use crate::progress::Progress;
use crate::words::Msg;

/// How long a step may take before it is shown.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often a bar moves.
const TICK: Duration = Duration::from_millis(100);

/// Shows the steps of a run until it is dropped.
pub(super) struct Reporter {
    console: Console,
    steps: Option<Sender<Step>>,
    done: Arc<AtomicU64>,
    watcher: Option<JoinHandle<()>>,
}

/// A step of a run.
struct Step {
    name: String,
    total: Option<u64>,
}

impl Reporter {
    /// A reporter that writes to a console's standard error.
    pub(super) fn new(console: Console) -> Self {
        let (steps, receiver) = mpsc::channel();
        let done = Arc::new(AtomicU64::new(0));
        let watched = Arc::clone(&done);
        let watcher = (!console.is_quiet()).then(|| thread::spawn(move || watch(console, &receiver, &watched)));
        Self { console, steps: Some(steps), done, watcher }
    }
}

impl Progress for Reporter {
    fn begin(&self, step: Msg, total: Option<usize>) {
        self.done.store(0, Ordering::Relaxed);
        let name = step.text(self.console.lang);
        let total = total.and_then(|total| u64::try_from(total).ok());
        if let Some(steps) = &self.steps {
            // Without a watcher nobody hears of it, as it should be.
            let _ = steps.send(Step { name, total });
        }
    }

    fn advance(&self, units: usize) {
        self.done.fetch_add(u64::try_from(units).unwrap_or(0), Ordering::Relaxed);
    }
}

impl Drop for Reporter {
    fn drop(&mut self) {
        self.steps = None;
        if let Some(watcher) = self.watcher.take() {
            let _ = watcher.join();
        }
    }
}

/// Shows each step that has not ended in time.
fn watch(console: Console, steps: &Receiver<Step>, done: &AtomicU64) {
    let on_terminal = io::stderr().is_terminal();
    let mut next = steps.recv().ok();
    while let Some(step) = next {
        next = match steps.recv_timeout(PATIENCE) {
            Ok(step) => Some(step),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) if on_terminal => draw(&step, steps, done),
            Err(RecvTimeoutError::Timeout) => {
                console.tell(&step.name);
                steps.recv().ok()
            }
        };
    }
}

/// Draws a bar until the next step begins or the run ends.
fn draw(step: &Step, steps: &Receiver<Step>, done: &AtomicU64) -> Option<Step> {
    let template = if step.total.is_some() { "{msg} [{bar:30}] {pos}/{len}" } else { "{spinner} {msg}" };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = match step.total {
        Some(total) => ProgressBar::new(total),
        None => ProgressBar::new_spinner(),
    };
    let bar = bar.with_style(style.progress_chars("=> ").tick_chars("|/-\\ ")).with_message(step.name.clone());
    let next = loop {
        bar.tick();
        bar.set_position(done.load(Ordering::Relaxed));
        match steps.recv_timeout(TICK) {
            Ok(next) => break Some(next),
            Err(RecvTimeoutError::Disconnected) => break None,
            Err(RecvTimeoutError::Timeout) => {}
        }
    };
    bar.finish_and_clear();
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::UiLang;

    #[test]
    fn a_reporter_ends_with_its_run() {
        let reporter = Reporter::new(Console::new(UiLang::En, Some("never")));
        reporter.begin(Msg::FindingNone, Some(2));
        reporter.advance(2);
        reporter.begin(Msg::FindingNone, None);
        drop(reporter);
    }
}
