//! The static files of a theme under names that carry a hash of their content.
//!
//! A name that changes with the content can be cached for ever. Style sheets that refer to other static files by
//! `url(…)` or `@import` are rewritten to the hashed names, so a hash of a style sheet covers what it refers to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Made, css};
use crate::load::{Settings, StaticFile};
use crate::output::Content;
use crate::path::OutPath;
use crate::resolve::route;

/// The folder of the built site in which static files lie.
const FOLDER: &str = "theme";

/// How many hexadecimal digits of the BLAKE3 hash a name carries.
const DIGITS: usize = 10;

/// The static files by their path below `static/`.
#[derive(Debug, Default)]
pub(super) struct Statics(BTreeMap<String, Static>);

#[derive(Debug)]
struct Static {
    out: OutPath,
    url: String,
    bytes: Arc<[u8]>,
}

impl Statics {
    /// Names the files. One whose name cannot be published was reported by load.
    pub(super) fn new(files: &[StaticFile], settings: &Settings) -> Self {
        let mut statics = Self::default();
        let (sheets, others): (Vec<_>, Vec<_>) = files.iter().partition(|file| file.path.ends_with(".css"));
        for file in others {
            statics.add(&file.path, Arc::clone(&file.bytes), settings);
        }
        let mut waiting = sheets;
        while !waiting.is_empty() {
            let names: BTreeSet<&str> = waiting.iter().map(|sheet| sheet.path.as_str()).collect();
            let waits = |sheet: &&StaticFile| imports(sheet).iter().any(|path| names.contains(path.as_str()));
            let (later, now): (Vec<_>, Vec<_>) = waiting.iter().copied().partition(waits);
            // Style sheets that import each other in a circle keep the names that they are written with.
            let (now, later) = if now.is_empty() { (later, Vec::new()) } else { (now, later) };
            now.iter().for_each(|sheet| statics.add_sheet(sheet, settings));
            waiting = later;
        }
        statics
    }

    /// The address of a static file.
    pub(super) fn url(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(|file| file.url.as_str())
    }

    /// The paths of all static files, for suggestions.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The static files as files of the built site.
    pub(super) fn files(&self) -> impl Iterator<Item = Made> {
        self.0.iter().map(|(path, file)| {
            (file.out.clone(), Content::Bytes(Arc::clone(&file.bytes)), format!("static/{path}").into())
        })
    }

    fn add(&mut self, path: &str, bytes: Arc<[u8]>, settings: &Settings) {
        let hash = blake3::hash(&bytes).to_hex();
        let hash = &hash[..DIGITS];
        let (folder, name) =
            path.rsplit_once('/').map_or((String::new(), path), |(folder, name)| (format!("{folder}/"), name));
        let name = match name.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
            None => format!("{name}.{hash}"),
        };
        if let Ok(out) = OutPath::new(&format!("{FOLDER}/{folder}{name}")) {
            let url = route::site_url(&out, settings);
            self.0.insert(path.to_owned(), Static { out, url, bytes });
        }
    }

    fn add_sheet(&mut self, sheet: &StaticFile, settings: &Settings) {
        let bytes = match std::str::from_utf8(&sheet.bytes) {
            Ok(text) => self.rewrite(&sheet.path, text).into_bytes().into(),
            Err(_) => Arc::clone(&sheet.bytes),
        };
        self.add(&sheet.path, bytes, settings);
    }

    /// A style sheet with the addresses of other static files replaced by their hashed ones.
    fn rewrite(&self, path: &str, sheet: &str) -> String {
        let mut out = String::with_capacity(sheet.len());
        let mut done = 0;
        for (range, written) in css::addresses(sheet) {
            let (name, rest) = split(written);
            let Some(url) = beside(path, name).and_then(|path| self.url(&path)) else { continue };
            out.push_str(&sheet[done..range.start]);
            out.push_str(&format!("\"{url}{rest}\""));
            done = range.end;
        }
        out.push_str(&sheet[done..]);
        out
    }
}

/// The paths of the static files that a style sheet refers to.
fn imports(sheet: &StaticFile) -> Vec<String> {
    let text = std::str::from_utf8(&sheet.bytes).unwrap_or_default();
    let addresses = css::addresses(text).into_iter();
    addresses.filter_map(|(_, written)| beside(&sheet.path, split(written).0)).collect()
}

/// The path of a file that a file of this path names.
fn beside(path: &str, name: &str) -> Option<String> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    crate::resolve::join(folder, name)
}

/// An address as the file's name and what follows it: `?x`, `#y`.
fn split(address: &str) -> (&str, &str) {
    address.split_at(address.find(['?', '#']).unwrap_or(address.len()))
}
