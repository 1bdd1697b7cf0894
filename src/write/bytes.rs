//! Bytes: comparing, hashing and writing the content of one file, however large it is.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::disk;
use super::error::AssetTrouble;
use super::manifest::Record;
use super::progress::Meter;
use crate::output::Content;

/// How much of a file is in memory at a time.
const CHUNK: usize = 128 * 1024;

/// How long an editor or a copy that is under way gets before a file is read a second time.
const PATIENCE: Duration = Duration::from_millis(200);

/// Why a file could not be written: the disk, or the file that was to be copied.
#[derive(Debug)]
pub(super) enum Fault {
    Disk(io::Error),
    Asset(AssetTrouble),
}

/// The hash of a file that has this content; `None` if it has another, or if one of the two cannot be read.
pub(super) fn same(file: &Path, content: &Content) -> Option<blake3::Hash> {
    match content {
        Content::Bytes(bytes) => (fs::read(file).ok()? == **bytes).then(|| blake3::hash(bytes)),
        Content::File { path, size } => same_files(file, path, *size).ok().flatten(),
    }
}

fn same_files(one: &Path, other: &Path, size: u64) -> io::Result<Option<blake3::Hash>> {
    if !fs::metadata(other)?.is_file() {
        return Ok(None);
    }
    let (mut one, mut other) = (File::open(one)?, File::open(other)?);
    let mut chunks = [vec![0; CHUNK], vec![0; CHUNK]];
    let mut hasher = blake3::Hasher::new();
    loop {
        let [mine, theirs] = &mut chunks;
        let lengths = [fill(&mut one, mine)?, fill(&mut other, theirs)?];
        if mine[..lengths[0]] != theirs[..lengths[1]] {
            return Ok(None);
        }
        if lengths[0] == 0 {
            return Ok((hasher.count() == size).then(|| hasher.finalize()));
        }
        hasher.update(&mine[..lengths[0]]);
    }
}

/// The hash of a file.
pub(super) fn hash(file: &Path) -> io::Result<blake3::Hash> {
    let mut file = File::open(file)?;
    let mut chunk = vec![0; CHUNK];
    let mut hasher = blake3::Hasher::new();
    loop {
        match fill(&mut file, &mut chunk)? {
            0 => return Ok(hasher.finalize()),
            length => hasher.update(&chunk[..length]),
        };
    }
}

/// Writes a file that must not exist yet.
pub(super) fn write_new(target: &Path, content: &Content, meter: &Meter<'_>) -> Result<Record, Fault> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(target).map_err(Fault::Disk)?;
    disk::set_file_mode(&file).map_err(Fault::Disk)?;
    match content {
        Content::Bytes(bytes) => {
            file.write_all(bytes).map_err(Fault::Disk)?;
            meter.bytes(bytes.len());
            Ok(Record { size: bytes.len() as u64, hash: blake3::hash(bytes) })
        }
        Content::File { path, size } => match copy(path, *size, &mut file, meter) {
            Err(Fault::Asset(_)) => {
                thread::sleep(PATIENCE);
                let mut file = File::create(target).map_err(Fault::Disk)?;
                copy(path, *size, &mut file, meter)
            }
            result => result,
        },
    }
}

/// Copies a file, and makes sure that it has the size that the pages tell.
fn copy(source: &Path, expected: u64, target: &mut File, meter: &Meter<'_>) -> Result<Record, Fault> {
    let mut source = open(source, expected).map_err(Fault::Asset)?;
    let mut chunk = vec![0; CHUNK];
    let mut hasher = blake3::Hasher::new();
    loop {
        let length = fill(&mut source, &mut chunk).map_err(|error| Fault::Asset(AssetTrouble::Unreadable(error)))?;
        if length == 0 {
            break;
        }
        target.write_all(&chunk[..length]).map_err(Fault::Disk)?;
        hasher.update(&chunk[..length]);
        meter.bytes(length);
        if hasher.count() > expected {
            break;
        }
    }
    match hasher.count() {
        found if found == expected => Ok(Record { size: found, hash: hasher.finalize() }),
        found => Err(Fault::Asset(AssetTrouble::Size { expected, found })),
    }
}

/// Opens a file to copy it. Its kind is looked at first: opening a pipe would wait for ever.
fn open(path: &Path, expected: u64) -> Result<File, AssetTrouble> {
    let trouble = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => AssetTrouble::Gone,
        _ => AssetTrouble::Unreadable(error),
    };
    let metadata = fs::metadata(path).map_err(trouble)?;
    match metadata.len() {
        _ if !metadata.is_file() => Err(AssetTrouble::Gone),
        found if found != expected => Err(AssetTrouble::Size { expected, found }),
        _ => File::open(path).map_err(trouble),
    }
}

/// Reads until the chunk is full or the file ends.
fn fill(file: &mut File, chunk: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < chunk.len() {
        match file.read(&mut chunk[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}
