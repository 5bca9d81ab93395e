//! A code reader on a serial line, beside the camera or instead of it. One that types like a keyboard needs nothing
//! here: its keys arrive with the window's.

mod lines;

use super::line;
use foyer_domain::Timestamp;
use foyer_protocol::program::Clock;
use lines::{Lines, PAUSE};
use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, Read};
use std::os::fd::AsFd;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use tokio::sync::mpsc;

/// Which reader, as in the configuration file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Reader {
    /// On a serial line, 8N1: `/dev/ttyACM0`, better under `/dev/serial/by-id/`.
    Serial {
        /// The device.
        path: PathBuf,
        /// Bits in a second, as set in the reader; 9,600, 19,200, 38,400, 57,600 or 115,200. A reader on USB takes any.
        #[serde(default = "usual_baud")]
        baud: u32,
    },
}

fn usual_baud() -> u32 {
    9_600
}

/// What a reader tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was read.
    Read {
        /// The text, untrimmed.
        text: String,
        /// When its first character came: the moment that judges.
        at: Timestamp,
    },
    /// How the reader is, whenever that changes.
    State(State),
}

/// Whether a reader can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its line is open.
    Works,
    /// It is not; it is being tried again.
    Trouble(Trouble),
}

/// Why not. Each has a text for staff, see [`Trouble::text_id`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing is connected there.
    NotFound,
    /// It is there and may not be opened.
    Refused,
    /// It was unplugged.
    Lost,
}

impl Trouble {
    /// The id of the text for staff that says what is wrong and what helps.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::NotFound => "reader-not-found",
            Self::Refused => "reader-refused",
            Self::Lost => "reader-lost",
        }
    }
}

/// Events wait for the screen in this many places.
const QUEUE: usize = 16;
/// A line that cannot be opened is tried again after so long.
const AGAIN: Duration = Duration::from_secs(1);
/// The thread looks so often whether it is still wanted.
const LOOK_UP: Duration = Duration::from_millis(250);

/// A running reader; it ends when this is dropped.
pub struct Running(Arc<AtomicBool>);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Reader {
    /// Starts reading; never gives up.
    pub fn start(self, clock: Clock) -> (Running, mpsc::Receiver<Event>) {
        let (events, told) = mpsc::channel(QUEUE);
        let ending = Arc::new(AtomicBool::new(false));
        let worker = Worker { reader: self, clock, events, ending: Arc::clone(&ending), known: None };
        let thread = thread::Builder::new().name("reader".to_owned());
        thread.spawn(move || worker.run()).expect("the system can start a thread");
        (Running(ending), told)
    }
}

struct Worker {
    reader: Reader,
    clock: Clock,
    events: mpsc::Sender<Event>,
    ending: Arc<AtomicBool>,
    known: Option<State>,
}

impl Worker {
    fn run(mut self) {
        while self.is_wanted() {
            let trouble = match self.opened() {
                Ok(file) => {
                    self.tell(State::Works);
                    self.read(file);
                    Trouble::Lost
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => Trouble::NotFound,
                Err(error) => {
                    tracing::warn!(%error, "the code reader cannot be opened");
                    Trouble::Refused
                }
            };
            self.tell(State::Trouble(trouble));
            let until = Instant::now() + AGAIN;
            while self.is_wanted() && Instant::now() < until {
                thread::sleep(Duration::from_millis(50));
            }
        }
    }

    fn is_wanted(&self) -> bool {
        !self.ending.load(Ordering::Relaxed) && !self.events.is_closed()
    }

    fn opened(&self) -> io::Result<File> {
        let Reader::Serial { path, baud } = &self.reader;
        let file = line::open(path)?;
        line::set(&file, *baud)?;
        Ok(file)
    }

    /// Reads until the line is gone or nobody wants it.
    fn read(&self, mut file: File) {
        let mut lines = Lines::default();
        let mut began = self.clock.now();
        while self.is_wanted() {
            let limit = if lines.is_empty() { LOOK_UP } else { PAUSE };
            let texts = match waited(&file, limit) {
                Ok(false) => lines.end(Instant::now()).into_iter().collect(),
                Ok(true) => {
                    if lines.is_empty() {
                        began = self.clock.now();
                    }
                    let mut chunk = [0; 512];
                    match file.read(&mut chunk) {
                        // A line that was unplugged ends without an error.
                        Ok(0) => return,
                        Ok(count) => lines.take(&chunk[..count], Instant::now()),
                        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Vec::new(),
                        Err(_) => return,
                    }
                }
                Err(_) => return,
            };
            for text in texts {
                // A screen that takes nothing for so long has other troubles; the citizen holds the code there again.
                if self.events.try_send(Event::Read { text, at: began }).is_err() {
                    tracing::warn!("a code that was read is lost: nobody takes it");
                }
            }
        }
    }

    fn tell(&mut self, state: State) {
        if self.known != Some(state) && self.events.blocking_send(Event::State(state)).is_ok() {
            tracing::info!(?state, "code reader");
            self.known = Some(state);
        }
    }
}

/// Waits for something to read; false when the time is up.
fn waited(file: &File, limit: Duration) -> io::Result<bool> {
    let mut asked = [PollFd::new(file.as_fd(), PollFlags::POLLIN)];
    match poll(&mut asked, PollTimeout::try_from(limit).unwrap_or(PollTimeout::MAX)) {
        Ok(count) => Ok(count > 0),
        Err(Errno::EINTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::os::fd::AsRawFd;

    async fn next(events: &mut mpsc::Receiver<Event>) -> Event {
        let event = tokio::time::timeout(Duration::from_secs(30), events.recv()).await;
        event.expect("an event within half a minute").expect("the reader lives")
    }

    fn text(event: Event) -> String {
        let Event::Read { text, .. } = event else { panic!("{event:?}") };
        text
    }

    #[tokio::test]
    async fn a_line_is_read_lost_and_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("reader");
        let reader = Reader::Serial { path: path.clone(), baud: 9_600 };
        let (running, mut events) = reader.start(Clock::SYSTEM);
        assert_eq!(next(&mut events).await, Event::State(State::Trouble(Trouble::NotFound)));
        for round in 0..2 {
            let pair = nix::pty::openpty(None, None).unwrap();
            let device = std::fs::read_link(format!("/proc/self/fd/{}", pair.slave.as_raw_fd())).unwrap();
            let _ = std::fs::remove_file(&path);
            std::os::unix::fs::symlink(device, &path).unwrap();
            let mut far = File::from(pair.master);
            assert_eq!(next(&mut events).await, Event::State(State::Works));
            // Ended by a sign; then by silence. The space at the end stays.
            far.write_all(format!("F1:{round} A \r").as_bytes()).unwrap();
            assert_eq!(text(next(&mut events).await), format!("F1:{round} A "));
            far.write_all(format!("F1:{round} B").as_bytes()).unwrap();
            assert_eq!(text(next(&mut events).await), format!("F1:{round} B"));
            drop(pair.slave);
            drop(far);
            assert_eq!(next(&mut events).await, Event::State(State::Trouble(Trouble::Lost)));
            std::fs::remove_file(&path).unwrap();
            if round == 0 {
                assert_eq!(next(&mut events).await, Event::State(State::Trouble(Trouble::NotFound)));
            }
        }
        drop(running);
        while events.recv().await.is_some() {}
    }

    #[test]
    fn settings_are_read_and_unknown_keys_refused() {
        let read = |text: &str| serde_json::from_str::<Reader>(text);
        let serial = Reader::Serial { path: "/dev/ttyACM0".into(), baud: 9_600 };
        assert_eq!(read(r#"{"kind": "serial", "path": "/dev/ttyACM0"}"#).unwrap(), serial);
        assert!(read(r#"{"kind": "serial", "path": "/x", "speed": 1}"#).is_err());
        assert!(read(r#"{"kind": "keyboard"}"#).is_err());
    }
}
