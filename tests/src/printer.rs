//! A virtual ticket printer: speaks ESC/POS on a loopback port as a real one does, with its faults.
//!
//! It answers real-time commands on arrival, also when it is offline; holds what it receives in a buffer of 4 kB
//! and takes no more while that is full; prints nothing while paper, cover or knife stop it and goes on by itself
//! afterwards; sends its status when that changes; answers `GS ( H` once all before it is printed; keeps its buffer
//! when the connection ends; and serves one connection at a time. (Epson ESC/POS reference; UB-E02 manual.)

#[path = "printer/faults.rs"]
mod faults;

pub use faults::Faults;

use faults::{automatic, status, wear};
use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// What the receive buffer holds (Epson TM-T88III).
const BUFFER: usize = 4096;

/// So long it waits for more bytes before it looks whether a fault was set, and for an address that another still has.
const TICK: Duration = Duration::from_millis(4);

/// As good as for ever.
const HOUR: Duration = Duration::from_secs(3_600);

#[derive(Default)]
struct State {
    faults: Faults,
    /// Received and not yet printed.
    buffer: Vec<u8>,
    /// The last bytes received, to find real-time commands in.
    tail: Vec<u8>,
    /// Which changes it tells by itself (`GS a`).
    automatic: u8,
    /// Printed since the last cut.
    page: Vec<u8>,
    tickets: Vec<Vec<u8>>,
    connections: usize,
    /// Whether somebody is connected.
    is_busy: bool,
    /// Where the connections came from that only wake it.
    wakes: Vec<SocketAddr>,
    ending: bool,
    /// What it has yet to say, where it trickles, and when the next byte is due.
    unsaid: VecDeque<u8>,
    next_byte: Option<Instant>,
}

impl State {
    /// Says something, or puts it behind what is said byte by byte.
    fn say(&mut self, stream: &mut TcpStream, bytes: &[u8]) -> io::Result<()> {
        if self.faults.mute {
            return Ok(());
        }
        if self.faults.trickle.is_none() {
            return stream.write_all(bytes);
        }
        self.unsaid.extend(bytes);
        Ok(())
    }

    fn trickle(&mut self, stream: &mut TcpStream) -> io::Result<()> {
        let now = Instant::now();
        let Some(pause) = self.faults.trickle.filter(|_| self.next_byte.is_none_or(|due| due <= now)) else {
            return Ok(());
        };
        if let Some(byte) = self.unsaid.pop_front() {
            self.next_byte = Some(now + pause);
            stream.write_all(&[byte])?;
        }
        Ok(())
    }
}

/// A running virtual printer; it ends when it is dropped.
pub struct VirtualPrinter {
    shared: Arc<Shared>,
    address: SocketAddr,
    thread: Option<thread::JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl VirtualPrinter {
    /// A printer at a free port of this machine.
    ///
    /// # Errors
    /// The system gives no port.
    pub fn start() -> io::Result<Self> {
        Self::start_at(0)
    }

    /// A printer at this port of this machine; 0 takes a free one.
    ///
    /// # Errors
    /// The port is taken.
    pub fn start_at(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::default());
        let served = Arc::clone(&shared);
        let thread = thread::spawn(move || serve(&served, address, Some(listener)));
        Ok(Self { shared, address, thread: Some(thread) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Changes what is wrong with it: `printer.set(|faults| faults.paper_out = true)`.
    pub fn set(&self, change: impl FnOnce(&mut Faults)) {
        let mut state = self.shared.lock();
        let was_off = state.faults.off;
        change(&mut state.faults);
        if state.faults.off {
            (state.buffer, state.tail, state.automatic) = (Vec::new(), Vec::new(), 0);
        }
        let (is_busy, goes_off) = (state.is_busy, state.faults.off && !was_off);
        drop(state);
        self.shared.changed.notify_all();
        if goes_off {
            self.wake();
        } else if !is_busy {
            // Whoever is connected drives the engine; else it goes on by itself.
            print_buffer(&self.shared, None);
        }
    }

    /// Whatever it waits for as a listener, it looks at its state again.
    fn wake(&self) {
        let mut state = self.shared.lock();
        // Held over both, so that it is known before it is taken. A printer that is off does not listen.
        if let Ok(stream) = TcpStream::connect(self.address) {
            state.wakes.extend(stream.local_addr());
        }
    }

    /// What is wrong with it now.
    pub fn faults(&self) -> Faults {
        self.shared.lock().faults
    }

    /// The bytes of every ticket that was printed and cut, in order.
    pub fn tickets(&self) -> Vec<Vec<u8>> {
        self.shared.lock().tickets.clone()
    }

    /// What is printed and not yet cut.
    pub fn uncut(&self) -> Vec<u8> {
        self.shared.lock().page.clone()
    }

    /// How many bytes wait in its buffer.
    pub fn buffered(&self) -> usize {
        self.shared.lock().buffer.len()
    }

    /// How many connections it has taken.
    pub fn connections(&self) -> usize {
        self.shared.lock().connections
    }

    /// Waits until something is so, at most `limit`, and says whether it came to be: `printer.wait(limit, |printed|
    /// printed.tickets.len() == 2)`.
    pub fn wait(&self, limit: Duration, so: impl Fn(&Printed) -> bool) -> bool {
        let until = Instant::now() + limit;
        let mut state = self.shared.lock();
        loop {
            let printed =
                Printed { tickets: state.tickets.len(), buffered: state.buffer.len(), faults: state.faults };
            let left = until.saturating_duration_since(Instant::now());
            if so(&printed) || left.is_zero() {
                return so(&printed);
            }
            let waited = self.shared.changed.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

/// What [`VirtualPrinter::wait`] looks at.
#[derive(Debug, Clone, Copy)]
pub struct Printed {
    /// Tickets that were printed and cut.
    pub tickets: usize,
    /// Bytes that wait in the buffer.
    pub buffered: usize,
    /// What is wrong.
    pub faults: Faults,
}

impl Drop for VirtualPrinter {
    fn drop(&mut self) {
        self.shared.lock().ending = true;
        self.shared.changed.notify_all();
        self.wake();
        if let Some(thread) = self.thread.take() {
            // It only panics if a test's own closure did, which the test has seen.
            let _ = thread.join();
        }
    }
}

/// Takes one connection after the other; without power there is no listener.
fn serve(shared: &Shared, address: SocketAddr, mut listener: Option<TcpListener>) {
    while !shared.lock().ending {
        if shared.lock().faults.off {
            listener = None;
            let mut state = shared.lock();
            state.wakes.clear();
            let off = shared.changed.wait_while(state, |state| state.faults.off && !state.ending);
            drop(off.unwrap_or_else(PoisonError::into_inner));
            continue;
        }
        let Some(listening) = &listener else {
            listener = TcpListener::bind(address).ok();
            if listener.is_none() {
                drop(shared.changed.wait_timeout(shared.lock(), TICK));
            }
            continue;
        };
        let Ok((stream, from)) = listening.accept() else { continue };
        {
            let mut state = shared.lock();
            if let Some(index) = state.wakes.iter().position(|wake| *wake == from) {
                state.wakes.swap_remove(index);
                continue;
            }
            (state.connections, state.is_busy) = (state.connections + 1, true);
        }
        // A connection that breaks is what the tests want; the next one is taken.
        let _ = converse(shared, stream);
        shared.lock().is_busy = false;
        print_buffer(shared, None);
    }
}

/// One connection, until either side ends it.
fn converse(shared: &Shared, mut stream: TcpStream) -> io::Result<()> {
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(TICK))?;
    stream.set_write_timeout(Some(Duration::from_secs(1)))?;
    let mut told = [0; 4];
    shared.lock().unsaid.clear();
    loop {
        let state = shared.lock();
        if state.ending || state.faults.off {
            return Ok(());
        }
        let (deaf, room) = (state.faults.deaf, BUFFER.saturating_sub(state.buffer.len()));
        if deaf || room == 0 {
            // Until somebody mends it, or the next byte of what it says is due.
            let due = state.next_byte.filter(|_| !state.unsaid.is_empty());
            let left = due.map_or(HOUR, |due| due.saturating_duration_since(Instant::now()));
            drop(shared.changed.wait_timeout(state, left));
        } else {
            drop(state);
            let mut chunk = [0; 512];
            let size = room.min(chunk.len());
            match stream.read(&mut chunk[..size]) {
                Ok(0) => return Ok(()),
                Ok(count) => take(shared, &chunk[..count], &mut stream)?,
                Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
                Err(error) => return Err(error),
            }
        }
        print_buffer(shared, Some((&mut stream, &mut told)));
        shared.lock().trickle(&mut stream)?;
    }
}

/// Receives bytes: real-time commands are answered at once, whatever else is going on.
fn take(shared: &Shared, bytes: &[u8], stream: &mut TcpStream) -> io::Result<()> {
    let mut state = shared.lock();
    for byte in bytes {
        if let Some(left) = &mut state.faults.drop_after {
            if *left == 0 {
                state.faults.drop_after = None;
                return Err(ErrorKind::ConnectionReset.into());
            }
            *left -= 1;
        }
        state.buffer.push(*byte);
        state.tail.push(*byte);
        if state.tail.len() > 10 {
            state.tail.remove(0);
        }
        let faults = state.faults;
        if let [.., 0x10, 0x04, question @ 1..=4] = state.tail[..] {
            let answer: &[u8] = &[status(faults, question)];
            let answer = if faults.garbage { &[0xff, 0x00, 0x55] } else { answer };
            state.say(stream, answer)?;
        } else if state.tail[..] == [0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8] {
            state.buffer.clear();
            state.say(stream, &[0x37, 0x25, 0])?;
        }
    }
    Ok(())
}

/// The engine: prints command by command until something stops it or the buffer holds no whole command.
fn print_buffer(shared: &Shared, mut line: Option<(&mut TcpStream, &mut [u8; 4])>) {
    let mut state = shared.lock();
    // What is said to nobody is lost; a host that went away is the host's fault.
    let say = |state: &mut State, bytes: &[u8], line: &mut Option<(&mut TcpStream, &mut [u8; 4])>| {
        if let Some((stream, _)) = line {
            let _ = state.say(stream, bytes);
        }
    };
    loop {
        let now = automatic(state.faults);
        if state.automatic != 0 && line.as_ref().is_some_and(|(_, told)| **told != now) {
            say(&mut state, &now, &mut line);
            if let Some((_, told)) = &mut line {
                **told = now;
            }
        }
        let length = command_length(&state.buffer);
        let Some(length) = length.filter(|_| !state.faults.stops() && !state.faults.off) else {
            break;
        };
        let command: Vec<u8> = state.buffer.drain(..length).collect();
        match command[..] {
            // Done in real time already.
            [0x10, ..] => continue,
            [0x1b, b'@'] => state.automatic = 0,
            [0x1d, b'a', what] => {
                state.automatic = what;
                if let Some((_, told)) = &mut line {
                    **told = [0; 4];
                }
            }
            [0x1d, b'V', ..] if state.faults.cutter_at_next_cut => {
                (state.faults.cutter, state.faults.cutter_at_next_cut) = (true, false);
                state.buffer.splice(0..0, command);
                continue;
            }
            [0x1d, b'(', b'H', 6, 0, 48, 48, a, b, c, d] => {
                if !state.faults.lose_done {
                    say(&mut state, &[0x37, 0x22, a, b, c, d, 0], &mut line);
                }
                continue;
            }
            _ => {}
        }
        wear(&mut state.faults, length);
        let cut = command.starts_with(&[0x1d, b'V']);
        state.page.extend(command);
        if cut {
            let page = std::mem::take(&mut state.page);
            state.tickets.push(page);
        }
    }
    shared.changed.notify_all();
}

/// The length of the first command; `None` while it is not whole.
fn command_length(buffer: &[u8]) -> Option<usize> {
    let pair = |low: &u8, high: &u8| usize::from(*low) + 256 * usize::from(*high);
    let length = match buffer {
        [] | [0x1d, b'v' | b'('] | [0x1d, b'V'] | [0x10 | 0x1b | 0x1d] => return None,
        [0x1b, b'@' | b'2', ..] => 2,
        [0x1d, b'v', _, _, xl, xh, yl, yh, ..] => 8 + pair(xl, xh) * pair(yl, yh),
        [0x1d, b'(', _, low, high, ..] => 5 + pair(low, high),
        [0x1d, b'v' | b'(', ..] => return None,
        [0x1d, b'V', mode, ..] if *mode >= 65 => 4,
        [0x10, 0x14, 8, ..] => 10,
        [0x10 | 0x1b | 0x1d, ..] => 3,
        _ => 1,
    };
    (buffer.len() >= length).then_some(length)
}
