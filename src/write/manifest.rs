//! The manifest: which files of the output folder are ours.
//!
//! It lies in the folder as `.taiyaku-manifest.json`, so that it moves with it: to another machine, into a
//! container, through an exchange of folders. It names nothing that is not published, so it does no harm on a host;
//! publishing leaves it out. Only files it lists are ever removed.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::ManifestProblem;
use crate::path::OutPath;

/// The manifest's name.
pub const MANIFEST: &str = ".taiyaku-manifest.json";

const GENERATOR: &str = "taiyaku";
const VERSION: u64 = 1;

/// The files that a run wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Manifest {
    /// Whether the run came to its end. If not, a file may still have its older bytes.
    pub(super) complete: bool,
    /// The files.
    pub(super) files: BTreeMap<OutPath, Record>,
}

/// What a run wrote to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Record {
    /// How many bytes.
    pub(super) size: u64,
    /// Their BLAKE3 hash.
    pub(super) hash: blake3::Hash,
}

#[derive(Serialize, Deserialize)]
struct Json {
    generator: String,
    version: u64,
    complete: bool,
    files: BTreeMap<String, JsonRecord>,
}

#[derive(Serialize, Deserialize)]
struct JsonRecord {
    size: u64,
    blake3: String,
}

/// What every version of the manifest has.
#[derive(Deserialize)]
struct Head {
    generator: String,
    version: u64,
}

impl Manifest {
    /// The manifest of a folder; `None` if it has none.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, ManifestProblem> {
        let path = folder.join(MANIFEST);
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Ok(metadata) if metadata.is_file() => {}
            _ => return Err(ManifestProblem::Unreadable),
        }
        let bytes = fs::read(&path).map_err(|_| ManifestProblem::Unreadable)?;
        Self::parse(&bytes).map(Some)
    }

    fn parse(bytes: &[u8]) -> Result<Self, ManifestProblem> {
        let head: Head = serde_json::from_slice(bytes).map_err(|_| ManifestProblem::Corrupt)?;
        if head.generator != GENERATOR {
            return Err(ManifestProblem::Corrupt);
        }
        if head.version != VERSION {
            return Err(ManifestProblem::Version(head.version));
        }
        let json: Json = serde_json::from_slice(bytes).map_err(|_| ManifestProblem::Corrupt)?;
        let files = json.files.iter().map(|(path, record)| record.parse(path)).collect::<Option<_>>();
        Ok(Self { complete: json.complete, files: files.ok_or(ManifestProblem::Corrupt)? })
    }

    /// The text of the manifest: the same for the same files.
    pub(super) fn to_json(&self) -> io::Result<Vec<u8>> {
        let record = |record: &Record| JsonRecord { size: record.size, blake3: record.hash.to_hex().to_string() };
        let json = Json {
            generator: GENERATOR.to_owned(),
            version: VERSION,
            complete: self.complete,
            files: self.files.iter().map(|(path, known)| (path.to_string(), record(known))).collect(),
        };
        let mut bytes = serde_json::to_vec_pretty(&json)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

impl JsonRecord {
    /// The record of a file. A path that could not be ours makes the whole manifest foreign: it would tell us to
    /// remove a file outside the folder.
    fn parse(&self, path: &str) -> Option<(OutPath, Record)> {
        let known = OutPath::new(path).ok().filter(|known| known.as_str() == path)?;
        Some((known, Record { size: self.size, hash: blake3::Hash::from_hex(&self.blake3).ok()? }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let record = |text: &str| Record { size: text.len() as u64, hash: blake3::hash(text.as_bytes()) };
        let files = ["ja/index.html", "en/index.html", "受取.pdf"];
        let files = files.map(|path| (OutPath::new(path).expect("a path"), record(path)));
        Manifest { complete: true, files: files.into() }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let json = manifest().to_json().expect("JSON");
        assert_eq!(Manifest::parse(&json), Ok(manifest()));
        assert_eq!(manifest().to_json().expect("JSON"), json);
    }

    #[test]
    fn a_manifest_that_names_a_file_outside_the_folder_is_not_ours() {
        let json = String::from_utf8(manifest().to_json().expect("JSON")).expect("UTF-8");
        for path in ["../victim", "/etc/passwd", "a/../../b", "カ\u{3099}", ""] {
            let forged = json.replace("受取.pdf", path);
            assert_eq!(Manifest::parse(forged.as_bytes()), Err(ManifestProblem::Corrupt), "{path}");
        }
    }

    #[test]
    fn other_versions_and_broken_texts_are_told_apart() {
        let json = String::from_utf8(manifest().to_json().expect("JSON")).expect("UTF-8");
        let later = json.replace("\"version\": 1", "\"version\": 2").replace("\"size\"", "\"length\"");
        assert_eq!(Manifest::parse(later.as_bytes()), Err(ManifestProblem::Version(2)));
        for broken in ["", "{}", "[]", &json[..json.len() / 2], &json.replace("\"taiyaku\"", "\"someone\"")] {
            assert_eq!(Manifest::parse(broken.as_bytes()), Err(ManifestProblem::Corrupt), "{broken}");
        }
    }
}
