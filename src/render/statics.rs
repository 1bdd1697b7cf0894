//! The static files of a theme under names that carry a hash of their content.
//!
//! A name that changes with the content can be cached for ever. Style sheets that refer to other static files by
//! `url(…)` are rewritten to the hashed names, so a hash of a style sheet covers what it refers to.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Made;
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
        for sheet in sheets {
            let bytes = match std::str::from_utf8(&sheet.bytes) {
                Ok(text) => statics.rewrite(&sheet.path, text).into_bytes().into(),
                Err(_) => Arc::clone(&sheet.bytes),
            };
            statics.add(&sheet.path, bytes, settings);
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

    /// A style sheet with the addresses of other static files replaced by their hashed ones.
    fn rewrite(&self, path: &str, css: &str) -> String {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut out = String::with_capacity(css.len());
        let mut rest = css;
        while let Some(at) = rest.find("url(") {
            let (before, after) = rest.split_at(at + "url(".len());
            out.push_str(before);
            let end = after.find(')').unwrap_or(after.len());
            let written = after[..end].trim().trim_matches(['"', '\'']);
            match crate::resolve::join(folder, written).and_then(|path| self.url(&path)) {
                Some(url) => {
                    out.push('"');
                    out.push_str(url);
                    out.push('"');
                }
                None => out.push_str(&after[..end]),
            }
            rest = &after[end..];
        }
        out.push_str(rest);
        out
    }
}
