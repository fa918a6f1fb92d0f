//! Files that are written while they are sent: the whole of a result takes no more memory than a few pieces of it.

use std::fmt;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::Body;
use bytes::{Bytes, BytesMut};
use futures_util::stream;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{Sender, channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Bytes that are sent together.
const PIECE: usize = 64 * 1024;
/// Pieces that wait for the reader.
const WAITING: usize = 4;
/// How long a reader may leave a piece lying.
const PATIENCE: Duration = Duration::from_secs(60);
/// Files that are written at the same time.
pub(crate) const AT_ONCE: usize = 2;

/// Writes a file to whatever it is given.
pub(crate) type WriteFile = Box<dyn FnOnce(&mut (dyn Write + Send)) -> io::Result<()> + Send>;

/// A file to be written, once.
#[derive(Clone)]
pub(crate) struct Export(Arc<Mutex<Option<WriteFile>>>);

impl fmt::Debug for Export {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Export")
    }
}

impl Export {
    /// A file that is written by a function.
    pub fn new(
        write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()> + Send + 'static,
    ) -> Self {
        Self(Arc::new(Mutex::new(Some(Box::new(write)))))
    }

    /// The body of an answer: the file as it is being written; `None` when too many are being written already.
    pub fn body(&self, writers: &Arc<Semaphore>) -> Option<Body> {
        let permit = writers.clone().try_acquire_owned().ok()?;
        let write = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()?;
        let (sender, receiver) = channel(WAITING);
        let runtime = Handle::current();
        tokio::task::spawn_blocking(move || run(write, sender, runtime, permit));
        Some(Body::from_stream(stream::unfold(
            receiver,
            async |mut receiver| {
                let piece = receiver.recv().await?;
                Some((piece, receiver))
            },
        )))
    }
}

fn run(
    write: WriteFile,
    sender: Sender<io::Result<Bytes>>,
    runtime: Handle,
    permit: OwnedSemaphorePermit,
) {
    let mut pieces = Pieces {
        waiting: BytesMut::with_capacity(PIECE),
        sender,
        runtime,
    };
    let written = write(&mut pieces).and_then(|()| pieces.send());
    if let Err(error) = written {
        if error.kind() != io::ErrorKind::BrokenPipe {
            tracing::warn!(%error, "a file was not written to its end");
        }
        // The connection breaks, so that nobody takes the half for the whole.
        let _ = pieces.sender.try_send(Err(error));
    }
    // The place is free before the reader sees the end: whoever has the whole file may ask for the next.
    drop(permit);
    drop(pieces);
}

/// Gathers what is written into pieces and hands them to the reader.
struct Pieces {
    waiting: BytesMut,
    sender: Sender<io::Result<Bytes>>,
    runtime: Handle,
}

impl Pieces {
    fn send(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let piece = self.waiting.split().freeze();
        let sender = &self.sender;
        // The timer belongs to the runtime: it is made inside it.
        let sent = self
            .runtime
            .block_on(async { tokio::time::timeout(PATIENCE, sender.send(Ok(piece))).await });
        match sent {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(io::ErrorKind::BrokenPipe.into()),
            Err(_) => Err(io::ErrorKind::TimedOut.into()),
        }
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= PIECE {
            self.send()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
