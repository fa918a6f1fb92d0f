//! Writers whose faults are told at the end.

use std::io::{self, Write};

/// Remembers the first fault of a writer and lets the rest pass, for libraries that take it that writing goes well, or that
/// tell its faults in words alone.
pub(crate) struct Latch<W> {
    out: W,
    fault: Option<io::Error>,
}

impl<W: Write> Latch<W> {
    pub(crate) fn new(out: W) -> Self {
        Self { out, fault: None }
    }

    /// The writer again, or the fault.
    pub(crate) fn into_inner(self) -> io::Result<W> {
        match self.fault {
            Some(fault) => Err(fault),
            None => Ok(self.out),
        }
    }

    /// The fault, once.
    pub(crate) fn check(&mut self) -> io::Result<()> {
        self.fault.take().map_or(Ok(()), Err)
    }

    fn hold(&mut self, write: impl FnOnce(&mut W) -> io::Result<()>) {
        if self.fault.is_none() {
            self.fault = write(&mut self.out).err();
        }
    }
}

impl<W: Write> Write for Latch<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.hold(|out| out.write_all(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.hold(W::flush);
        Ok(())
    }
}
