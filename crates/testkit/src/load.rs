//! Asking a server on this machine over many connections, and how long its answers take. For measurements.
//!
//! Each connection is a thread that writes, reads and sleeps: a thread wakes within a tenth of a millisecond of the
//! moment it asked for, a timer of an asynchronous runtime within one or two.

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// The end of a question of a visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// What browsers take.
    Compressed,
    /// Answers as they are, like most programs that ask for data.
    Plain,
}

impl Takes {
    fn end(self) -> &'static str {
        match self {
            Self::Compressed => "\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n\r\n",
            Self::Plain => "\r\n\r\n",
        }
    }
}

/// A connection that is kept open from one request to the next.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    addr: String,
    takes: Takes,
    request: String,
    /// What came of the answer, and room for more.
    buffer: Vec<u8>,
    /// How much came.
    come: usize,
}

impl Connection {
    /// Connects to an address such as `127.0.0.1:8080`.
    ///
    /// # Errors
    /// When nothing listens there.
    pub fn open(addr: &str, takes: Takes) -> io::Result<Self> {
        let stream = TcpStream::connect(addr)?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            addr: addr.to_owned(),
            takes,
            request: String::new(),
            buffer: vec![0; 1 << 16],
            come: 0,
        })
    }

    /// Asks for a path and reads the whole answer: its status and how many bytes came, head and all.
    ///
    /// # Errors
    /// When the connection breaks, or when the answer does not say how long it is.
    pub fn get(&mut self, path: &str) -> io::Result<(u16, usize)> {
        self.request.clear();
        for part in [
            "GET ",
            path,
            " HTTP/1.1\r\nHost: ",
            &self.addr,
            self.takes.end(),
        ] {
            self.request.push_str(part);
        }
        self.stream.write_all(self.request.as_bytes())?;
        self.come = 0;
        let (head, answer) = loop {
            self.more()?;
            let come = &self.buffer[..self.come];
            if let Some(end) = come.windows(4).position(|w| w == b"\r\n\r\n") {
                break (end + 4, read_head(&come[..end])?);
            }
        };
        match answer.length {
            Length::Told(length) => {
                while self.come < head + length {
                    self.more()?;
                }
            }
            Length::InPieces => self.pieces(head)?,
        }
        let bytes = self.come;
        if answer.closes {
            *self = Self::open(&self.addr, self.takes)?;
        }
        Ok((answer.status, bytes))
    }

    /// Reads pieces, each behind its length, until one is empty.
    fn pieces(&mut self, mut at: usize) -> io::Result<()> {
        loop {
            let line = loop {
                let rest = &self.buffer[at..self.come.max(at)];
                if let Some(end) = rest.windows(2).position(|w| w == b"\r\n") {
                    break &rest[..end];
                }
                self.more()?;
            };
            let length = std::str::from_utf8(line)
                .ok()
                .and_then(|line| usize::from_str_radix(line.split(';').next()?.trim(), 16).ok())
                .ok_or(io::ErrorKind::InvalidData)?;
            at += line.len() + 2 + length + 2;
            while self.come < at {
                self.more()?;
            }
            if length == 0 {
                return Ok(());
            }
        }
    }

    fn more(&mut self) -> io::Result<()> {
        if self.come == self.buffer.len() {
            self.buffer.resize(self.come * 2, 0);
        }
        match self.stream.read(&mut self.buffer[self.come..])? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            count => {
                self.come += count;
                Ok(())
            }
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Head {
    status: u16,
    length: Length,
    closes: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Length {
    Told(usize),
    /// The answer comes in pieces that tell their own.
    InPieces,
}

fn read_head(bytes: &[u8]) -> io::Result<Head> {
    let head = str::from_utf8(bytes).unwrap_or_default();
    let field = |name: &str| {
        head.lines().find_map(|line| {
            let (of, value) = line.split_once(':')?;
            of.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    };
    let is = |name: &str, what: &str| field(name).is_some_and(|v| v.eq_ignore_ascii_case(what));
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
    let length = if is("transfer-encoding", "chunked") {
        Some(Length::InPieces)
    } else {
        let told = field("content-length").and_then(|length| length.parse().ok());
        told.map(Length::Told)
    };
    let (Some(status), Some(length)) = (status, length) else {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "an answer without a status or a length",
        ));
    };
    let closes = is("connection", "close");
    Ok(Head {
        status,
        length,
        closes,
    })
}

/// What is asked, over how many connections, for how long.
#[derive(Debug, Clone, Copy)]
pub struct Load<'a> {
    /// Where the server listens.
    pub addr: &'a str,
    /// What it takes.
    pub takes: Takes,
    /// Connections at the same time.
    pub connections: u32,
    /// How long.
    pub time: Duration,
    /// What is asked for in turn, from the first again after the last.
    pub paths: &'a [String],
}

impl Load<'_> {
    /// Asks as fast as the server answers: each connection asks again as soon as it has its answer.
    ///
    /// # Panics
    /// When an answer is not 200, or none.
    #[must_use]
    pub fn flat_out(&self) -> Times {
        let turn = AtomicUsize::new(0);
        self.run(|connection, _, begun, times| {
            while begun.elapsed() < self.time {
                let asked = Instant::now();
                self.ask(connection, turn.fetch_add(1, Ordering::Relaxed));
                times.push(asked.elapsed());
            }
        })
    }

    /// Asks so many times a second. Each connection has its own beat, and an answer's time counts from the moment at
    /// which it was due: a late answer makes the next one late too, and that counts.
    ///
    /// # Panics
    /// When an answer is not 200, or none.
    #[must_use]
    pub fn at_a_rate(&self, per_second: u32) -> Times {
        let beat = Duration::from_secs(1) * self.connections / per_second;
        self.run(|connection, number, begun, times| {
            let mut due = begun + beat * number / self.connections;
            let mut turn = number as usize;
            while due < begun + self.time {
                thread::sleep(due.saturating_duration_since(Instant::now()));
                self.ask(connection, turn);
                times.push(due.elapsed());
                due += beat;
                turn += self.connections as usize;
            }
        })
    }

    fn run(&self, ask: impl Fn(&mut Connection, u32, Instant, &mut Vec<Duration>) + Sync) -> Times {
        let begun = Instant::now();
        let mut all = thread::scope(|threads| {
            let started: Vec<_> = (0..self.connections)
                .map(|number| {
                    let ask = &ask;
                    threads.spawn(move || {
                        let mut connection =
                            Connection::open(self.addr, self.takes).expect("a connection");
                        let mut times = Vec::new();
                        ask(&mut connection, number, begun, &mut times);
                        times
                    })
                })
                .collect();
            started
                .into_iter()
                .flat_map(|thread| thread.join().expect("a connection ran to its end"))
                .collect::<Vec<Duration>>()
        });
        let took = begun.elapsed();
        all.sort_unstable();
        Times { took, sorted: all }
    }

    fn ask(&self, connection: &mut Connection, turn: usize) {
        let path = &self.paths[turn % self.paths.len()];
        let (status, _) = connection.get(path).expect(path);
        assert_eq!(status, 200, "{path}");
    }
}

/// How long each answer took.
#[derive(Debug, Clone)]
pub struct Times {
    took: Duration,
    sorted: Vec<Duration>,
}

impl Times {
    /// Answers in all.
    #[must_use]
    pub fn count(&self) -> usize {
        self.sorted.len()
    }

    /// Answers a second.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a rate, not a sum")]
    pub fn rate(&self) -> f64 {
        self.sorted.len() as f64 / self.took.as_secs_f64()
    }

    /// The time within which so many of a thousand answers came; nothing without answers.
    #[must_use]
    pub fn within(&self, per_mille: usize) -> Duration {
        let last = self.sorted.len().saturating_sub(1);
        self.sorted
            .get(last * per_mille / 1000)
            .copied()
            .unwrap_or_default()
    }
}

impl std::fmt::Display for Times {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} answers: p50 {:.2?}, p99 {:.2?}, p99.9 {:.2?}, max {:.2?}",
            self.count(),
            self.within(500),
            self.within(990),
            self.within(999),
            self.within(1000)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_an_answer_says_how_it_went_and_how_much_comes() {
        let head = b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\nConnection: close";
        let read = read_head(head).expect("a head");
        let told = (read.status, read.length, read.closes);
        assert_eq!(told, (200, Length::Told(12), true));
        let read = read_head(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked");
        assert_eq!(read.expect("a head").length, Length::InPieces);
        assert!(read_head(b"HTTP/1.1 200 OK\r\nconnection: close").is_err());
    }

    #[test]
    fn an_answer_in_pieces_is_read_to_its_end_and_no_further() {
        const FIRST: &[u8] = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n\
            1a\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n";
        const SECOND: &[u8] = b"HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\n\r\nno";
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let addr = listener.local_addr().expect("an address").to_string();
        let served = thread::spawn(move || {
            let (mut stream, _) = listener.accept()?;
            for answer in [FIRST, SECOND] {
                let _ = stream.read(&mut [0; 1024])?;
                stream.write_all(answer)?;
            }
            Ok::<(), io::Error>(())
        });
        let mut connection = Connection::open(&addr, Takes::Compressed).expect("a connection");
        assert_eq!(connection.get("/").expect("an answer"), (200, FIRST.len()));
        let second = connection.get("/").expect("an answer");
        assert_eq!(second, (404, SECOND.len()));
        served.join().expect("a thread").expect("answered");
    }

    #[test]
    fn ninety_nine_of_a_hundred_came_within_the_p99() {
        let times = Times {
            took: Duration::from_secs(2),
            sorted: (1..=1000).map(Duration::from_millis).collect(),
        };
        assert_eq!(times.within(990), Duration::from_millis(990));
        assert_eq!(times.within(1000), Duration::from_secs(1));
        assert!((times.rate() - 500.0).abs() < f64::EPSILON);
    }
}
