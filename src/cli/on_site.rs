//! What the commands that look at or change a site's topics begin with.

use std::path::Path;

use super::session::{Session, Stop};
use super::{Outcome, interrupt, progress, report};
use crate::pipeline::{self, Judged, Options};
use crate::resolve::Site;

/// Judges the site with its drafts, as a page may be translated, confirmed or moved before it is published, and runs a
/// command on it. Of a site that cannot be understood at all, the findings are all that can be said.
pub(super) fn on_site(
    session: &Session<'_>,
    run: impl FnOnce(&Path, &Judged, &Site) -> Result<Outcome, Stop>,
) -> Result<Outcome, Stop> {
    interrupt::end_when_interrupted();
    let root = session.root()?;
    let judged = {
        let progress = progress::Reporter::new(session.console);
        let options = Options { today: session.today()?, drafts: true, progress: &progress };
        pipeline::judge(&root, &options)?
    };
    let Some(site) = &judged.site else {
        report::show(session, &judged)?;
        return Ok(Outcome::Refused);
    };
    run(&root, &judged, site)
}
