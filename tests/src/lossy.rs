//! A network that loses answers: what is asked arrives, what is answered does not. Event streams stay: a kiosk that
//! knows that its link is gone would not ask. What they tell passes, or is held back until nothing is lost any more. Or
//! the line is cut: then nothing passes, streams included.

use anyhow::Result;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

/// A line to a server, on a port of its own.
pub struct LossyLine {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    server: SocketAddr,
    losing: AtomicBool,
    /// The ends of what is open; `None` while the line is cut.
    open: Mutex<Option<Vec<TcpStream>>>,
    held: Mutex<bool>,
    let_go: Condvar,
    lost: AtomicUsize,
}

impl LossyLine {
    /// Opens a line to `server` that loses nothing yet.
    ///
    /// # Errors
    /// The system gives no port.
    pub fn to(server: SocketAddr) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            server,
            losing: AtomicBool::new(false),
            open: Mutex::new(Some(Vec::new())),
            held: Mutex::new(false),
            let_go: Condvar::new(),
            lost: AtomicUsize::new(0),
        });
        let served = shared.clone();
        thread::spawn(move || {
            for caller in listener.incoming().map_while(Result::ok) {
                // A server that is away looks like a line that is cut at once.
                if served.may_open(&caller)
                    && let Ok(server) = TcpStream::connect(served.server)
                {
                    carry(&caller, &server, &served);
                }
            }
        });
        Ok(Self { address, shared })
    }

    /// Where the line begins.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Loses every answer to something posted from now on, or no more.
    pub fn lose(&self, losing: bool) {
        self.shared.losing.store(losing, Ordering::SeqCst);
    }

    /// Cuts the line with all that is open on it, or mends it.
    pub fn cut(&self, cut: bool) {
        let mut open = self.shared.open.lock().unwrap_or_else(PoisonError::into_inner);
        for end in std::mem::replace(&mut *open, (!cut).then(Vec::new)).into_iter().flatten() {
            // One that is gone already needs no cutting.
            let _ = end.shutdown(Shutdown::Both);
        }
    }

    /// Holds back what event streams tell from now on, or lets it all go.
    pub fn hold_streams(&self, held: bool) {
        *self.shared.held.lock().unwrap_or_else(PoisonError::into_inner) = held;
        self.shared.let_go.notify_all();
    }

    /// How many answers were lost.
    pub fn lost(&self) -> usize {
        self.shared.lost.load(Ordering::SeqCst)
    }
}

impl Shared {
    /// Notes a connection, so that it can be cut; not while the line is.
    fn may_open(&self, caller: &TcpStream) -> bool {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.as_mut().zip(caller.try_clone().ok()).map(|(open, end)| open.push(end)).is_some()
    }
}

/// Carries both directions of a connection until it ends or loses an answer.
fn carry(caller: &TcpStream, server: &TcpStream, shared: &Arc<Shared>) {
    let pairs = (caller.try_clone(), server.try_clone(), caller.try_clone(), server.try_clone());
    let (Ok(from_caller), Ok(to_server), Ok(to_caller), Ok(from_server)) = pairs else { return };
    let (posted, shared) = (Arc::new(AtomicBool::new(false)), shared.clone());
    let posts = posted.clone();
    thread::spawn(move || {
        copy(from_caller, to_server, |bytes| {
            // A browser asks for a stream on a line on which it has posted before.
            if bytes.windows(5).any(|part| part == b"POST ") {
                posts.store(true, Ordering::SeqCst);
            } else if bytes.starts_with(b"GET ") {
                posts.store(false, Ordering::SeqCst);
            }
            true
        });
    });
    thread::spawn(move || {
        copy(from_server, to_caller, |_| {
            let posted = posted.load(Ordering::SeqCst);
            if !posted {
                let held = shared.held.lock().unwrap_or_else(PoisonError::into_inner);
                drop(shared.let_go.wait_while(held, |held| *held));
            }
            let losing = shared.losing.load(Ordering::SeqCst) && posted;
            if losing {
                shared.lost.fetch_add(1, Ordering::SeqCst);
            }
            !losing
        });
    });
}

/// Copies until an end is gone or `may_pass` says no, then cuts both.
fn copy(mut from: TcpStream, mut to: TcpStream, may_pass: impl Fn(&[u8]) -> bool) {
    let mut bytes = [0; 16 * 1024];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        if !may_pass(&bytes[..count]) || to.write_all(&bytes[..count]).is_err() {
            break;
        }
    }
    // An end that is gone already needs no cutting.
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}
