//! Files of the whole of a large register, several asked for at once: how long they take, how large they are, and how
//! much memory the server takes for them. Prints figures; asserts nothing about time.
//!
//! The register is made up: a million statements, half a million partnerships. Four files are asked for at the same
//! moment; the server writes two at a time and asks the others to come again, which they do.

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use vanort_testkit::{Server, make_up_a_million};

const PROGRAM: &str = env!("CARGO_BIN_EXE_vanort");
const ADDR: &str = "127.0.0.1:18098";
/// The explorer's sets, the words of names and the order of names are made for the first who asks; that is not what is
/// measured.
const FIRST: [&str; 3] = ["/samarbeten.json", "/samarbeten.json?q=a", "/sok.json?q=s"];
const FILES: [&str; 4] = [
    "/samarbeten.xlsx",
    "/samarbeten.csv",
    "/samarbeten.parquet",
    "/samarbeten.json?all=1",
];
/// How long somebody waits who was told to come again.
const AGAIN: Duration = Duration::from_millis(200);

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    make_up_a_million(PROGRAM, folder.path());
    let server = Server::start(PROGRAM, folder.path(), ADDR, &FIRST);

    for file in FILES {
        one_after_the_other(&server, file);
    }
    all_at_once(&server);
    thread::sleep(Duration::from_secs(2));
    println!("two seconds later: {} MB", server.resident_mb());
}

fn one_after_the_other(server: &Server, file: &str) {
    let before = server.resident_mb();
    let (most, (took, bytes)) = watched(server, || fetched(file));
    println!(
        "{file}: {} MB in {took:.1?}; memory {before} MB before, {most} MB at most, {} MB after",
        bytes / 1_000_000,
        server.resident_mb()
    );
}

fn all_at_once(server: &Server) {
    let before = server.resident_mb();
    let (most, took) = watched(server, || {
        let begun = Instant::now();
        thread::scope(|threads| {
            for file in FILES {
                threads.spawn(move || fetched(file));
            }
        });
        begun.elapsed()
    });
    println!(
        "all four at once: {took:.1?}; memory {before} MB before, {most} MB at most, {} MB after",
        server.resident_mb()
    );
}

/// The most memory that the server takes while something is done, and what comes of that.
fn watched<T>(server: &Server, does: impl FnOnce() -> T) -> (u64, T) {
    let done = AtomicBool::new(false);
    thread::scope(|threads| {
        let most = threads.spawn(|| {
            let mut most = 0;
            while !done.load(Ordering::Relaxed) {
                most = most.max(server.resident_mb());
                thread::sleep(Duration::from_millis(10));
            }
            most
        });
        let result = does();
        done.store(true, Ordering::Relaxed);
        (most.join().expect("memory was watched"), result)
    })
}

/// A file, asked for until the server writes it: how long that took and how many bytes came.
fn fetched(file: &str) -> (Duration, usize) {
    let begun = Instant::now();
    loop {
        match read(file).expect("an answer") {
            Some(bytes) => return (begun.elapsed(), bytes),
            None => thread::sleep(AGAIN),
        }
    }
}

/// The bytes of an answer; `None` when it says to come again.
fn read(path: &str) -> io::Result<Option<usize>> {
    let mut stream = TcpStream::connect(ADDR)?;
    stream.write_all(
        format!("GET {path} HTTP/1.1\r\nHost: {ADDR}\r\nConnection: close\r\n\r\n").as_bytes(),
    )?;
    let mut piece = vec![0; 1 << 16];
    let mut bytes = 0;
    let mut end = Vec::new();
    loop {
        let count = stream.read(&mut piece)?;
        if count == 0 {
            break;
        }
        if bytes == 0 && !piece.starts_with(b"HTTP/1.1 200") {
            assert!(
                piece.starts_with(b"HTTP/1.1 503"),
                "{path} is written or refused"
            );
            return Ok(None);
        }
        bytes += count;
        end.extend_from_slice(&piece[count.saturating_sub(5)..count]);
        end.drain(..end.len().saturating_sub(5));
    }
    assert_eq!(end, b"0\r\n\r\n", "{path} is written to its end");
    Ok(Some(bytes))
}
