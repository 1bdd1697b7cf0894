//! Reading: the texts of many files at once, decoded, with findings on those that cannot be read.

use std::fs;
use std::io;
use std::path::Path;

use super::memory::{Decoded, Memory};
use super::walk::{Found, unreadable};
use crate::diagnostic::{Finding, Findings, rule};
use crate::source::{Place, Source, SourcePath, Sources};
use crate::words::Msg;

/// The most bytes of a text.
pub(super) const MAX_TEXT: u64 = 10 << 20;

/// The texts of files, in their order; `None` for those that cannot be read, on which there are findings.
///
/// What could be read of a file that is not UTF-8 goes to `sources`, for the excerpt of its finding.
pub(super) fn texts(
    files: &[Found],
    memory: &mut Memory,
    findings: &mut Findings,
    sources: &mut Sources,
) -> Vec<Option<Source>> {
    let mut texts = Vec::with_capacity(files.len());
    for result in memory.texts(files) {
        texts.push(match result {
            Ok(decoded) => keep(decoded, findings, sources),
            Err(finding) => {
                findings.push(*finding);
                None
            }
        });
    }
    texts
}

/// The text of a file that could be decoded; what there is to say on it, or on one that could not, is kept.
pub(super) fn keep(decoded: Decoded, findings: &mut Findings, sources: &mut Sources) -> Option<Source> {
    match decoded {
        Ok((source, more)) => {
            findings.extend(more);
            Some(source)
        }
        Err(foreign) => {
            findings.push(foreign.finding);
            sources.insert(foreign.source);
            None
        }
    }
}

/// The bytes of a file that may have at most `limit` of them.
///
/// # Errors
/// The finding on a file that is too large or cannot be read.
pub(super) fn bytes(file: &Found, limit: u64) -> Result<Vec<u8>, Box<Finding>> {
    if file.size > limit {
        return Err(Box::new(too_large(&file.path, file.size, limit)));
    }
    let bytes = read_twice(&file.disk).map_err(|error| {
        let place = Place { file: file.path.clone(), span: None };
        Box::new(Finding::new(&rule::NAME_UNREADABLE, place, unreadable(&error)))
    })?;
    match bytes.len() as u64 {
        size if size > limit => Err(Box::new(too_large(&file.path, size, limit))),
        _ => Ok(bytes),
    }
}

/// Reads a file, and once more if it was not there: editors replace files by removing them first.
pub(super) fn read_twice(path: &Path) -> io::Result<Vec<u8>> {
    match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::read(path),
        result => result,
    }
}

fn too_large(path: &SourcePath, size: u64, limit: u64) -> Finding {
    let place = Place { file: path.clone(), span: None };
    let message = Msg::LoadTooLarge { size: size.into(), limit: limit.into() };
    Finding::new(&rule::LIMIT_SIZE, place, message).help(Msg::LoadTooLargeHelp)
}

#[cfg(test)]
mod tests {
    use super::super::memory::Stamp;
    use super::*;

    #[test]
    fn what_cannot_be_read_does_not_stop_the_rest() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let found = |name: &str, bytes: &[u8], size: u64| {
            let disk = folder.path().join(name);
            if !bytes.is_empty() {
                fs::write(&disk, bytes).expect("a file");
            }
            Found { path: SourcePath::new(name), disk, size, stamp: Stamp::default() }
        };
        let files = [
            found("gone", b"", 1),
            found("foreign", b"\x91\xe8\x96\xbc", 4),
            found("large", b"a", MAX_TEXT + 1),
            found("good", b"a\r\n", 3),
        ];
        let mut findings = Findings::new();
        let sources = texts(&files, &mut Memory::default(), &mut findings, &mut Sources::default());
        let rules: Vec<_> = findings.iter().map(|finding| finding.rule.id).collect();
        assert_eq!(rules, ["name-unreadable", "encoding-utf8", "limit-size"]);
        let read: Vec<_> = sources.iter().flatten().map(Source::text).collect();
        assert_eq!(read, ["a\n"]);
    }
}
