//! The build in which each published file got its present content. The address of a file that is published as it is
//! stays the same when its content changes, so a page cannot see from its own text that a picture in it is new.

use std::collections::BTreeMap;

use crate::load::Asset;
use crate::path::OutPath;
use crate::resolve::Site;
use crate::resolve::route::site_url;

/// Builds by the path of an address. A file as old as the preview itself is not among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ages(BTreeMap<String, u64>);

impl Ages {
    /// The ages after a build that is shown in place of another.
    pub(super) fn after(&self, old: &Site, new: &Site, build: u64) -> Self {
        let known: BTreeMap<_, &Asset> = old.input.assets.iter().map(|asset| (&asset.path, asset)).collect();
        let changed = new.input.assets.iter().filter(|asset| known.get(&asset.path).is_none_or(|old| *old != *asset));
        let addresses = changed.filter_map(|asset| {
            let out = OutPath::new(asset.path.below("content")?).ok()?;
            Some((site_url(&out, &new.input.settings), build))
        });
        Self(self.0.clone().into_iter().chain(addresses).collect())
    }

    /// The files, for the channel.
    pub(super) fn files(&self) -> &BTreeMap<String, u64> {
        &self.0
    }
}
