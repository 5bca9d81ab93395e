//! The ticket printer: one thread owns it, sends a ticket once, and says what became of it.
//!
//! Never lose, never double: a ticket is journaled before its first byte, is [`Outcome::Printed`] only when the
//! printer itself has said so behind the cut, and is never sent again by itself once a byte may have arrived.
//! A print that ended as [`Outcome::Unknown`] leaves a printer whose buffer is emptied before the next one.

mod answers;
mod owner;
mod port;
mod talk;

use super::journal::Journal;
use foyer_domain::engine::PrintOutcome;
use foyer_domain::id::VisitId;
use foyer_protocol::lobby::PrintReport;
use foyer_protocol::nonce::Nonce;
use foyer_protocol::program::Clock;
use foyer_text::Language;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{oneshot, watch};

/// Which printer, as in the configuration file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Printer {
    /// A network printer: `192.168.7.20:9100`.
    Network {
        /// Host and port.
        address: String,
    },
    /// A USB printer by the kernel's driver: `/dev/usb/lp0`, better a udev name that stays.
    Usb {
        /// The device.
        path: PathBuf,
    },
    /// A printer on a serial line, 8N1: `/dev/ttyUSB0`, better under `/dev/serial/by-id/`.
    Serial {
        /// The device.
        path: PathBuf,
        /// Bits in a second, as set in the printer; 9,600, 19,200, 38,400, 57,600 or 115,200.
        #[serde(default = "usual_baud")]
        baud: u32,
    },
    /// Tickets are appended to a file. It never answers: written is printed.
    File {
        /// The file.
        path: PathBuf,
    },
    /// There is no printer: the terminal shows the number large, and citizens remember or photograph it.
    None,
    /// Tickets stay in this program.
    Memory {
        /// Where they lie.
        #[serde(skip)]
        tray: Tray,
    },
}

fn usual_baud() -> u32 {
    115_200
}

/// Printed tickets in memory. Clones see the same tray.
#[derive(Debug, Clone, Default)]
pub struct Tray(Arc<Mutex<Vec<Vec<u8>>>>);

impl Tray {
    /// All tickets so far, in order.
    pub fn tickets(&self) -> Vec<Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn put(&self, ticket: &[u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(ticket.to_owned());
    }
}

impl PartialEq for Tray {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Tray {}

/// A ticket to print.
#[derive(Clone)]
pub struct Job {
    /// Whose.
    pub visit: VisitId,
    /// The attempt that it belongs to.
    pub attempt: Option<Nonce>,
    /// Whether it is printed again on request.
    pub copy: bool,
    /// The bytes up to the cut, from [`crate::ticket::encode`].
    pub ticket: Vec<u8>,
}

/// What became of a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The printer has said that it is printed and cut.
    Printed,
    /// Not a byte of it reached the printer: it may be tried again.
    NotSent(Reason),
    /// Some or all of it may be on paper: only a person may ask for it again, marked as a copy.
    Unknown(Reason),
}

impl Outcome {
    /// As the lobby wants to know it.
    pub fn for_report(self) -> PrintReport {
        let (outcome, detail) = match self {
            Self::Printed => (PrintOutcome::Printed, String::new()),
            Self::NotSent(reason) => (PrintOutcome::NotSent, reason.for_staff()),
            Self::Unknown(reason) => (PrintOutcome::Unknown, reason.for_staff()),
        };
        PrintReport { outcome, detail, order: None }
    }
}

/// Why a printer does not print. Each has a text for staff, see [`Reason::text_id`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Nothing answers at the address or the device is not there: off, unplugged, wrong address.
    Off,
    /// It takes the connection and says nothing.
    Silent,
    /// No paper.
    PaperOut,
    /// The cover is open.
    CoverOpen,
    /// The knife is stuck.
    Cutter,
    /// Offline or in error, and it does not say why.
    Fault,
    /// The connection broke while the ticket was sent.
    Interrupted,
    /// All was sent, and the printer did not say that it is done.
    NoAnswer,
    /// What was to be printed cannot be read from the journal.
    NoList,
    /// Too many tickets wait already, or the kiosk is ending.
    Busy,
    /// Staff wanted it for a moment that was over when the terminal heard of it.
    TooLate,
    /// The terminal has no printer.
    Absent,
    /// Why is not known any more: the terminal was started again since.
    Forgotten,
}

impl Reason {
    /// The id of the text for staff that says what is wrong and what helps.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Off => "printer-off",
            Self::Silent => "printer-silent",
            Self::PaperOut => "printer-paper-out",
            Self::CoverOpen => "printer-cover-open",
            Self::Cutter => "printer-cutter",
            Self::Fault => "printer-fault",
            Self::Interrupted => "printer-interrupted",
            Self::NoAnswer => "printer-no-answer",
            Self::NoList => "printer-no-list",
            Self::Busy => "printer-busy",
            Self::TooLate => "printer-too-late",
            Self::Absent => "printer-absent",
            Self::Forgotten => "printer-forgotten",
        }
    }

    /// The same text in German, as the lobby shows it to staff.
    pub fn for_staff(self) -> String {
        foyer_text::text(Language::German, self.text_id())
    }
}

/// How the printer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not yet known.
    Starting,
    /// It can print.
    Ready,
    /// It can print; the paper will soon be used up.
    NearEnd,
    /// It cannot print; it is asked again every few seconds.
    Trouble(Reason),
    /// There is none, as it was set up.
    Absent,
}

impl State {
    /// The id of the text for staff, where there is something to say.
    pub fn text_id(self) -> Option<&'static str> {
        match self {
            Self::Starting | Self::Ready => None,
            Self::NearEnd => Some("printer-near-end"),
            Self::Trouble(reason) => Some(reason.text_id()),
            Self::Absent => Some(Reason::Absent.text_id()),
        }
    }
}

/// So many tickets may wait for the printer. A kiosk has one citizen at a time, who may ask for a copy or two.
const QUEUE: usize = 4;

/// A running printer. Clones share it; its thread ends when the last one is dropped.
#[derive(Clone)]
pub struct Handle {
    jobs: std::sync::mpsc::SyncSender<(Job, oneshot::Sender<Outcome>)>,
    state: watch::Receiver<State>,
}

impl Printer {
    /// Starts the thread that owns the printer; returns at once, before the printer has answered.
    pub fn start(self, journal: Option<Journal>, clock: Clock) -> Handle {
        self.start_with(journal, clock, Limits::default())
    }

    /// The same with other limits, for tests.
    pub fn start_with(self, journal: Option<Journal>, clock: Clock, limits: Limits) -> Handle {
        let (jobs, waiting) = std::sync::mpsc::sync_channel(QUEUE);
        let (state, state_seen) = watch::channel(State::Starting);
        owner::start(self, owner::Desk { journal, clock, limits, state }, waiting);
        Handle { jobs, state: state_seen }
    }
}

impl Handle {
    /// Prints a ticket and waits for its outcome, which comes within [`Limits::whole_job`]. Giving up the wait
    /// does not stop the print.
    pub async fn print(&self, job: Job) -> Outcome {
        let (reply, outcome) = oneshot::channel();
        if self.jobs.try_send((job, reply)).is_err() {
            return Outcome::NotSent(Reason::Busy);
        }
        // The thread answers every job that it took; only its own death leaves one without.
        outcome.await.unwrap_or(Outcome::Unknown(Reason::Interrupted))
    }

    /// How the printer is, and a wake-up when that changes.
    pub fn state(&self) -> watch::Receiver<State> {
        self.state.clone()
    }
}

pub use talk::Limits;
