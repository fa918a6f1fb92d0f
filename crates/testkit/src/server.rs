//! The built program as a server on this machine, for measurements.

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Connection, Takes, resident_mb};

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct Server {
    process: Child,
    /// How long it took until it was ready.
    pub started: Duration,
}

impl Server {
    /// Starts the program on the data of a folder and waits until it is ready, and then until it has answered all of
    /// `first`: some of what it knows is put into order for whoever first asks.
    ///
    /// # Panics
    /// When it does not start, or when an answer is not 200.
    #[must_use]
    pub fn start(program: &str, folder: &Path, addr: &str, first: &[&str]) -> Self {
        let begun = Instant::now();
        let process = Command::new(program)
            .args(["serve", "--addr", addr, "--data"])
            .arg(folder)
            .env("VANORT_LOG", "error")
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let mut server = Self {
            process,
            started: Duration::ZERO,
        };
        let asked = |path: &str| {
            Connection::open(addr, Takes::Compressed).and_then(|mut server| server.get(path))
        };
        while !asked("/readyz").is_ok_and(|(status, _)| status == 200) {
            let ended = server.process.try_wait().expect("a process");
            assert!(ended.is_none(), "the server ended: {ended:?}");
            thread::sleep(Duration::from_millis(5));
        }
        server.started = begun.elapsed();
        for path in first {
            let (status, _) = asked(path).expect("an answer");
            assert_eq!(status, 200, "{path} answers");
        }
        server
    }

    /// Its memory in use, in MB.
    #[must_use]
    pub fn resident_mb(&self) -> u64 {
        resident_mb(&self.process.id().to_string())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Fills a folder with a made-up register: a million statements about 200,000 bodies abroad.
///
/// # Panics
/// When the program fails.
pub fn make_up_a_million(program: &str, folder: &Path) {
    let made = Command::new(program)
        .args(["simulate", "--statements", "1000000", "--bodies", "200000"])
        .arg("--data")
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let is_made = made.is_ok_and(|status| status.success());
    assert!(is_made, "a register is made up");
}
