//! The site behind a real connection: the threads that answer, and how they end.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use vanort_web::{Settings, serve};

use crate::visit::site;

/// A site that is served, how it is told to stop, and its end.
async fn served(
    settings: Settings,
) -> (
    SocketAddr,
    oneshot::Sender<()>,
    JoinHandle<std::io::Result<()>>,
) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let addr = listener.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel();
    let serving = serve(listener, site(settings), async {
        let _ = stopped.await;
    });
    (addr, stop, tokio::spawn(serving))
}

/// What comes back for a page on a connection that stays open.
async fn ask(stream: &mut TcpStream, address: &str) -> String {
    let request = format!("GET {address} HTTP/1.1\r\nhost: localhost\r\n\r\n");
    stream
        .write_all(request.as_bytes())
        .await
        .expect("an open connection");
    answered(stream).await
}

/// The next answer on a connection.
async fn answered(stream: &mut TcpStream) -> String {
    let mut came = Vec::new();
    while !is_whole(&came) {
        let read = stream.read_buf(&mut came).await.expect("an answer");
        assert!(read > 0, "the connection ended within the answer");
    }
    String::from_utf8(came).expect("UTF-8")
}

/// Whether an answer is there to its last byte, as far as its header says how long it is.
fn is_whole(came: &[u8]) -> bool {
    let text = String::from_utf8_lossy(came).to_ascii_lowercase();
    let Some((head, _)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .map(|length| length.parse::<usize>().expect("a number"));
    came.len() >= head.len() + 4 + length.expect("a length")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_visitors_at_once_are_answered_on_their_connections_again_and_again() {
    let (addr, stop, serving) = served(Settings::default()).await;
    let visits: Vec<_> = (0..40)
        .map(|visitor| {
            tokio::spawn(async move {
                let mut stream = TcpStream::connect(addr).await.expect("a connection");
                // At once, aside, and aside on an editor's page that this register does not have.
                for (address, status) in [
                    ("/organ/se-1280", "200"),
                    ("/samarbeten?as_of=2012", "200"),
                    ("/redaktion", "403"),
                ] {
                    let answer = ask(&mut stream, address).await;
                    let start = format!("HTTP/1.1 {status} ");
                    assert!(answer.starts_with(&start), "{visitor} {address}: {answer}");
                }
            })
        })
        .collect();
    for visit in visits {
        visit.await.expect("a visit");
    }
    stop.send(()).expect("the site is served");
    serving.await.expect("no panic").expect("an orderly end");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_has_a_connection_when_the_site_stops_is_let_go_and_nobody_else_comes_in() {
    let (addr, stop, serving) = served(Settings::default()).await;
    let mut visitor = TcpStream::connect(addr).await.expect("a connection");
    ask(&mut visitor, "/").await;
    stop.send(()).expect("the site is served");
    let end = tokio::time::timeout(Duration::from_secs(20), serving).await;
    end.expect("it ends though a connection is open")
        .expect("no panic")
        .expect("an orderly end");
    let mut rest = Vec::new();
    assert_eq!(visitor.read_buf(&mut rest).await.expect("an end"), 0);
    assert!(TcpStream::connect(addr).await.is_err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_sends_too_slowly_is_told_so_and_when_to_come_again() {
    let settings = Settings {
        request_time: Duration::from_millis(50),
        ..Settings::default()
    };
    let (addr, stop, serving) = served(settings).await;
    let mut slow = TcpStream::connect(addr).await.expect("a connection");
    let request = "POST /api/v1/law/assessments HTTP/1.1\r\nhost: localhost\r\n\
                   content-type: application/json\r\ncontent-length: 10\r\n\r\n{";
    slow.write_all(request.as_bytes())
        .await
        .expect("an open connection");
    let answer = answered(&mut slow).await;
    assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");
    for part in [
        "retry-after: 30",
        "content-security-policy",
        "Vänta en stund",
    ] {
        assert!(answer.contains(part), "{part}: {answer}");
    }
    stop.send(()).expect("the site is served");
    serving.await.expect("no panic").expect("an orderly end");
}
