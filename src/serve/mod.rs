//! The preview: a site that follows every change, in a browser.

use std::path::Path;

use crate::pipeline::{Judged, Options, Unusable};
use crate::words::Msg;

/// Where the preview answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The name or address of the host.
    pub host: String,
    /// The port; 0 is any that is free.
    pub port: u16,
    /// Whether a browser is opened.
    pub open: bool,
}

/// Serves a site until it is interrupted. `show` hears of every build, `say` of everything else.
///
/// # Errors
/// When the site or the address cannot be used.
pub fn run(
    root: &Path,
    options: &Options<'_>,
    address: &Address,
    show: &dyn Fn(&Judged),
    say: &dyn Fn(&Msg),
) -> Result<(), Box<Unusable>> {
    let _ = (root, options, address, show, say);
    Err(Box::new(Unusable { message: Msg::CliNotYet, help: None }))
}
