//! Sends a file as it lies on the disk, piece by piece: a film is larger than memory.

#![expect(clippy::disallowed_methods, reason = "the preview sends files that the site publishes as they are")]

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::PathBuf;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use tokio::sync::mpsc;

/// How much of a file is in memory for each reader, times the pieces that wait.
const PIECE: usize = 64 * 1024;
const WAITING: usize = 4;

/// A file that can be sent.
#[derive(Debug)]
pub(super) struct Opened {
    file: File,
    /// Its length now, which may differ from the one that the pages tell.
    pub(super) length: u64,
}

/// The pieces of a file on their way to a browser.
struct Pieces {
    pieces: mpsc::Receiver<io::Result<Bytes>>,
    left: u64,
}

/// Opens a file. What is no file any more is not opened: a pipe would make us wait for ever.
pub(super) async fn open(path: PathBuf) -> io::Result<Opened> {
    let opening = tokio::task::spawn_blocking(move || {
        if !fs::metadata(&path)?.is_file() {
            return Err(io::ErrorKind::NotFound.into());
        }
        let file = File::open(&path)?;
        let length = file.metadata()?.len();
        Ok(Opened { file, length })
    });
    opening.await?
}

impl Opened {
    /// A part of the content of the file.
    pub(super) fn into_body(mut self, part: Range<u64>) -> Body {
        let (sender, pieces) = mpsc::channel(WAITING);
        let left = part.end - part.start;
        tokio::task::spawn_blocking(move || match self.file.seek(SeekFrom::Start(part.start)) {
            Ok(_) => read(self.file.take(left), &sender),
            Err(error) => drop(sender.blocking_send(Err(error))),
        });
        Body::new(Pieces { pieces, left })
    }
}

/// Reads until the end, or until nobody takes the pieces any more.
fn read(mut file: impl Read, pieces: &mpsc::Sender<io::Result<Bytes>>) {
    loop {
        let mut piece = vec![0; PIECE];
        let piece = match file.read(&mut piece) {
            Ok(0) => return,
            Ok(length) => {
                piece.truncate(length);
                Ok(piece.into())
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => Err(error),
        };
        if pieces.blocking_send(piece).is_err() {
            return;
        }
    }
}

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.pieces.poll_recv(context).map(|piece| match piece {
            Some(Ok(piece)) => {
                self.left = self.left.saturating_sub(piece.len() as u64);
                Some(Ok(Frame::data(piece)))
            }
            // A file that has become shorter cannot keep its promised length; the browser must not take it for whole.
            None if self.left > 0 => {
                self.left = 0;
                Some(Err(io::ErrorKind::UnexpectedEof.into()))
            }
            Some(Err(error)) => Some(Err(error)),
            None => None,
        })
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
