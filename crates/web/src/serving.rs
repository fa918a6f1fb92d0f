//! The threads that answer: each has visitors of its own, dealt to it in turn, so that none waits for another thread.
//! What takes long is answered where the server itself runs, whose threads take work from each other.

use std::io;
use std::net::SocketAddr;
use std::num::NonZero;
use std::thread::{self, JoinHandle};

use axum::serve::{Listener, ListenerExt as _};
use axum::{Extension, Router};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{self, Handle};
use tokio::sync::{mpsc, watch};

use crate::site::Aside;

/// How many visitors may wait for a thread to take them.
const WAITING: usize = 64;

/// Serves the site with one thread for each processor until `stop` is done; what has been begun is answered first.
///
/// # Errors
/// When a thread cannot be had.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let router = router.layer(Extension(Aside(Handle::current())));
    let addr = listener.local_addr()?;
    let (stopping, stopped) = watch::channel(());
    let (hands, answering): (Vec<_>, Vec<_>) = (0..threads)
        .map(|_| {
            let (hand, visitors) = mpsc::channel(WAITING);
            let dealt = Dealt { visitors, addr };
            answer(dealt, router.clone(), stopped.clone()).map(|thread| (hand, thread))
        })
        .collect::<io::Result<Vec<_>>>()?
        .into_iter()
        .unzip();
    tokio::select! {
        () = stop => {}
        () = deal(listener, hands) => {}
    }
    drop(stopping);
    let ended = tokio::task::spawn_blocking(|| answering.into_iter().try_for_each(ended));
    ended.await.map_err(io::Error::other)?
}

/// A thread that answers the visitors who are dealt to it.
fn answer(
    dealt: Dealt,
    router: Router,
    mut stopped: watch::Receiver<()>,
) -> io::Result<JoinHandle<io::Result<()>>> {
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    // An answer is written at once, and is not to wait for the receipt of the one before.
    let dealt = dealt.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    let serving = async move {
        axum::serve(dealt, service)
            .with_graceful_shutdown(async move {
                let _ = stopped.changed().await;
            })
            .await
    };
    thread::Builder::new()
        .name("answering".to_owned())
        .spawn(move || runtime.block_on(serving))
}

fn ended(thread: JoinHandle<io::Result<()>>) -> io::Result<()> {
    thread
        .join()
        .map_err(|_| io::Error::other("a thread that answers visitors broke off"))?
}

/// Deals visitors to the threads in turn, as long as there is a thread.
async fn deal(mut listener: TcpListener, hands: Vec<mpsc::Sender<Visitor>>) {
    for hand in hands.iter().cycle() {
        let (stream, from) = Listener::accept(&mut listener).await;
        // Whoever has gone again is nobody's visitor.
        let Ok(stream) = stream.into_std() else {
            continue;
        };
        if hand.send((stream, from)).await.is_err() {
            return;
        }
    }
}

/// A visitor's connection, on its way to a thread.
type Visitor = (std::net::TcpStream, SocketAddr);

/// The visitors that are dealt to a thread.
struct Dealt {
    visitors: mpsc::Receiver<Visitor>,
    addr: SocketAddr,
}

impl Listener for Dealt {
    type Io = TcpStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (TcpStream, SocketAddr) {
        while let Some((stream, from)) = self.visitors.recv().await {
            if let Ok(stream) = TcpStream::from_std(stream) {
                return (stream, from);
            }
        }
        // Nobody comes any more: the thread ends as it is told.
        std::future::pending().await
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.addr)
    }
}
