//! Real parts for the tests of this package: an axum server on a free port, and a line that can be cut.

#![allow(dead_code, reason = "each test binary uses its own part of this")]

use axum::Router;
use foyer_client::{Address, Limits, Server};
use futures_util::{Stream, StreamExt};
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// Whoever waits longer than this waits for ever.
pub const LIMIT: Duration = Duration::from_secs(20);

/// Short enough for a test and long enough for two busy cores.
pub fn limits() -> Limits {
    Limits {
        first_pause: Duration::from_millis(5),
        longest_pause: Duration::from_millis(50),
        refused_pause: Duration::from_millis(50),
        ..Limits::default()
    }
}

pub fn address(at: SocketAddr) -> Address {
    Address::new(format!("http://{at}").parse().unwrap())
}

pub fn server(at: SocketAddr) -> Server {
    Server::with_limits(&address(at), None, limits()).unwrap()
}

/// Serves on a free port of this machine until the test ends.
pub async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    at
}

/// Waits for something, with a limit.
pub async fn soon<T>(what: &str, future: impl Future<Output = T>) -> T {
    let Ok(value) = tokio::time::timeout(LIMIT, future).await else { panic!("waited too long for {what}") };
    value
}

/// The next thing of a stream that never ends.
pub async fn next<T>(stream: &mut (impl Stream<Item = T> + Unpin)) -> T {
    soon("the next item", stream.next()).await.expect("the stream never ends")
}

/// A port on which nobody listens.
pub async fn deserted() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap()
}

/// A line to a server that can be cut, as a cable is, and that can lose answers.
pub struct Line {
    pub at: SocketAddr,
    cut: watch::Sender<u64>,
    losing: Arc<AtomicUsize>,
    pub connections: Arc<AtomicUsize>,
}

impl Line {
    pub async fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let (cut, cuts) = watch::channel(0);
        let (losing, connections) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let line = Self { at, cut, losing: Arc::clone(&losing), connections: Arc::clone(&connections) };
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                connections.fetch_add(1, Ordering::SeqCst);
                let far = TcpStream::connect(server).await.unwrap();
                tokio::spawn(carry(near, far, cuts.clone(), Arc::clone(&losing)));
            }
        });
        line
    }

    /// Ends every connection that is open now.
    pub fn cut(&self) {
        self.cut.send_modify(|cuts| *cuts += 1);
    }

    /// From now on so many answers get lost after the server gave them.
    pub fn lose(&self, answers: usize) {
        self.losing.store(answers, Ordering::SeqCst);
    }
}

async fn carry(near: TcpStream, far: TcpStream, mut cuts: watch::Receiver<u64>, losing: Arc<AtomicUsize>) {
    cuts.mark_unchanged();
    let (mut near_read, mut near_write) = near.into_split();
    let (mut far_read, mut far_write) = far.into_split();
    let up = tokio::io::copy(&mut near_read, &mut far_write);
    let down = async {
        let mut buffer = vec![0; 16 << 10];
        loop {
            let count = far_read.read(&mut buffer).await.unwrap_or(0);
            let lost =
                losing.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok();
            if count == 0 || lost || near_write.write_all(&buffer[..count]).await.is_err() {
                return;
            }
        }
    };
    tokio::select! { _ = up => {}, () = down => {}, _ = cuts.changed() => {} }
}
