//! Opens the preview in the user's browser, as the system would.

use std::process::{Command, Stdio};
use std::thread;

/// Opens an address, and calls `fail` if that does not work. Returns at once: some systems tell only when the browser
/// ends.
pub(super) fn open(url: String, fail: impl FnOnce() + Send + 'static) {
    thread::spawn(move || {
        let status = command(&url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        if !status.is_ok_and(|status| status.success()) {
            fail();
        }
    });
}

fn command(url: &str) -> Command {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32.exe", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(url);
    command
}
