//! The built server under load, from the same machine. Prints figures; asserts nothing about time.
//!
//! It starts the release build on the bundled data and asks it over keep-alive connections: at a fixed rate, where
//! each answer's time counts from the moment at which it was due, and then as fast as it answers, beside a page
//! that is a constant (`/healthz`). Searches are the beginnings of the names of Swedish bodies, as they are typed, in
//! three languages as page and as data: hardly one is asked twice, so that none is answered from what is kept.

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::collections::BTreeSet;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use vanort_testkit::resident_mb;

const CONNECTIONS: usize = 32;
const RATE: u32 = 2_000;
const SEARCHES: u32 = 1_000;
const SECONDS: u64 = 10;
const PATHS: [&str; 5] = [
    "/samarbeten.json",
    "/samarbeten.json?country=FI",
    "/organ/se-1480.json",
    "/organ/se-0180.json",
    "/samarbeten.json?evidence=swedish_side&page=3",
];

struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let addr = "127.0.0.1:18099";
    drop(start(folder.path(), addr).await);
    let (server, started) = start(folder.path(), addr).await;
    println!("second start with bundled data to ready: {started:?}");
    println!(
        "resident after start: {} MB",
        resident_mb(&server.0.id().to_string())
    );
    warm_up(addr).await;

    println!(
        "\n{RATE} requests a second for {SECONDS} s over {CONNECTIONS} connections, JSON lists and bodies"
    );
    let mut times = fixed_rate(addr, RATE, PATHS.map(str::to_owned).into()).await;
    show(&mut times);

    let searches = searches();
    println!(
        "\n{SEARCHES} searches a second for {SECONDS} s over {CONNECTIONS} connections, {} different ones",
        searches.len()
    );
    let mut times = fixed_rate(addr, SEARCHES, searches).await;
    show(&mut times);

    println!("\nas fast as it answers, {CONNECTIONS} connections, {SECONDS} s each");
    let constant = saturate(addr, &["/healthz"]).await;
    let pages = saturate(addr, &PATHS).await;
    println!("  a constant (/healthz): {constant:.0} requests a second");
    println!(
        "  JSON lists and bodies: {pages:.0} requests a second, {:.2} of the constant",
        pages / constant
    );
    println!(
        "resident after load: {} MB",
        resident_mb(&server.0.id().to_string())
    );
}

async fn start(folder: &std::path::Path, addr: &str) -> (Server, Duration) {
    let begun = Instant::now();
    let child = Command::new(env!("CARGO_BIN_EXE_vanort"))
        .args(["serve", "--addr", addr, "--data"])
        .arg(folder)
        .env("VANORT_LOG", "error")
        .stderr(Stdio::null())
        .spawn()
        .expect("the server starts");
    let server = Server(child);
    loop {
        if let Ok(mut stream) = TcpStream::connect(addr).await
            && ask(&mut stream, "/readyz", &mut Vec::new())
                .await
                .is_some_and(|status| status == 200)
        {
            return (server, begun.elapsed());
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// One request over a connection; its status, when a whole answer came.
async fn ask(stream: &mut TcpStream, path: &str, buffer: &mut Vec<u8>) -> Option<u16> {
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n");
    stream.write_all(request.as_bytes()).await.ok()?;
    buffer.clear();
    loop {
        if stream.read_buf(buffer).await.ok()? == 0 {
            return None;
        }
        if let Some(end) = buffer.windows(4).position(|w| w == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&buffer[..end]).to_ascii_lowercase();
            let length: usize = head
                .split("content-length: ")
                .nth(1)?
                .split("\r\n")
                .next()?
                .trim()
                .parse()
                .ok()?;
            while buffer.len() < end + 4 + length {
                if stream.read_buf(buffer).await.ok()? == 0 {
                    return None;
                }
            }
            return head.split(' ').nth(1)?.parse().ok();
        }
    }
}

async fn warm_up(addr: &str) {
    let mut stream = TcpStream::connect(addr).await.expect("connected");
    for path in PATHS {
        let status = ask(&mut stream, path, &mut Vec::new()).await;
        assert_eq!(status, Some(200), "{path} answers");
    }
}

/// What is typed on the way to the name of each Swedish body, asked as page and as data in three languages.
fn searches() -> Arc<[String]> {
    let mut reader =
        csv::Reader::from_reader(include_bytes!("../../../data/bodies_sweden.csv").as_slice());
    let columns = reader.headers().expect("columns").clone();
    let name = columns
        .iter()
        .position(|column| column == "name")
        .expect("a column of names");
    let typed: BTreeSet<String> = reader
        .records()
        .flat_map(|row| {
            let letters: Vec<char> = row.expect("a row")[name].chars().collect();
            (2..=letters.len())
                .map(|end| letters[..end].iter().collect())
                .collect::<Vec<String>>()
        })
        .collect();
    let addresses = [
        "/sok",
        "/en/search",
        "/uk/poshuk",
        "/sok.json",
        "/en/search.json",
        "/uk/poshuk.json",
    ];
    addresses
        .iter()
        .flat_map(|address| {
            typed.iter().map(move |text| {
                let text = utf8_percent_encode(text, NON_ALPHANUMERIC);
                format!("{address}?q={text}")
            })
        })
        .collect()
}

/// Each connection has its own beat; a late answer makes the next one late too, and that counts.
async fn fixed_rate(addr: &'static str, rate: u32, paths: Arc<[String]>) -> Vec<Duration> {
    let beat = Duration::from_secs(1) * u32::try_from(CONNECTIONS).unwrap_or(1) / rate;
    let begun = Instant::now();
    let tasks: Vec<_> = (0..CONNECTIONS)
        .map(|number| {
            let paths = paths.clone();
            tokio::spawn(async move {
                let mut stream = TcpStream::connect(addr).await.expect("connected");
                let mut buffer = Vec::with_capacity(1 << 16);
                let mut times = Vec::new();
                let mut due = begun
                    + beat * u32::try_from(number).unwrap_or(0)
                        / u32::try_from(CONNECTIONS).unwrap_or(1);
                while due < begun + Duration::from_secs(SECONDS) {
                    tokio::time::sleep_until(due.into()).await;
                    let path = &paths[(times.len() * CONNECTIONS + number) % paths.len()];
                    assert_eq!(
                        ask(&mut stream, path, &mut buffer).await,
                        Some(200),
                        "{path}"
                    );
                    times.push(due.elapsed());
                    due += beat;
                }
                times
            })
        })
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.extend(task.await.expect("a connection ran to its end"));
    }
    all
}

async fn saturate(addr: &'static str, paths: &'static [&'static str]) -> f64 {
    let answered = Arc::new(AtomicUsize::new(0));
    let end = Instant::now() + Duration::from_secs(SECONDS);
    let tasks: Vec<_> = (0..CONNECTIONS)
        .map(|number| {
            let answered = answered.clone();
            tokio::spawn(async move {
                let mut stream = TcpStream::connect(addr).await.expect("connected");
                let mut buffer = Vec::with_capacity(1 << 16);
                let mut turn = number;
                while Instant::now() < end {
                    let path = paths[turn % paths.len()];
                    assert_eq!(
                        ask(&mut stream, path, &mut buffer).await,
                        Some(200),
                        "{path}"
                    );
                    answered.fetch_add(1, Ordering::Relaxed);
                    turn += 1;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("a connection ran to its end");
    }
    #[expect(clippy::cast_precision_loss, reason = "a rate, not a sum")]
    let rate = answered.load(Ordering::Relaxed) as f64 / SECONDS as f64;
    rate
}

fn show(times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 1000];
    println!(
        "  {} answers: p50 {:?}, p99 {:?}, p99.9 {:?}, max {:?}",
        times.len(),
        at(500),
        at(990),
        at(999),
        at(1000)
    );
}
