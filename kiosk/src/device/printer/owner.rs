//! The thread that owns the printer.

use super::port::Port;
use super::talk::{Limits, Talk};
use super::{Job, Outcome, Printer, Reason, State};
use crate::device::journal::{Journal, PrintState};
use foyer_protocol::program::Clock;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};
use tokio::sync::{oneshot, watch};

/// What the thread works with.
pub(super) struct Desk {
    pub(super) journal: Option<Journal>,
    pub(super) clock: Clock,
    pub(super) limits: Limits,
    pub(super) state: watch::Sender<State>,
}

/// Starts the thread. It ends when nobody can send a job any more.
pub(super) fn start(printer: Printer, desk: Desk, jobs: Receiver<(Job, oneshot::Sender<Outcome>)>) {
    let owner = Owner { printer, desk, talk: None, dirty: true, markers: 0 };
    let thread = thread::Builder::new().name("printer".to_owned());
    thread.spawn(move || owner.run(&jobs)).expect("the system can start a thread");
}

struct Owner {
    printer: Printer,
    desk: Desk,
    talk: Option<Talk>,
    /// Something of an earlier ticket may still be in the printer: ours, or that of a kiosk that crashed.
    dirty: bool,
    markers: u32,
}

impl Owner {
    fn run(mut self, jobs: &Receiver<(Job, oneshot::Sender<Outcome>)>) {
        self.look();
        loop {
            let pause = match *self.desk.state.borrow() {
                State::Trouble(_) => self.desk.limits.trouble,
                State::Starting | State::Ready | State::NearEnd | State::Absent => self.desk.limits.idle,
            };
            match jobs.recv_timeout(pause) {
                Ok((job, reply)) => {
                    let outcome = self.print(&job);
                    tracing::info!(visit = job.visit.0, ?outcome, "ticket");
                    // Who asked may have gone; the outcome is in the journal.
                    let _ = reply.send(outcome);
                }
                Err(RecvTimeoutError::Timeout) => self.look(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Looks how the printer is, and tells.
    fn look(&mut self) {
        let _ = self.ready();
    }

    /// Opens the connection if need be and asks for the status; `Err` if it cannot print now.
    fn ready(&mut self) -> Result<(), Reason> {
        let asked = self.ask();
        match asked {
            Ok(state) => self.tell(state),
            Err(reason) => {
                if matches!(reason, Reason::Off | Reason::Silent) {
                    // A connection that is of no use is closed; the printer may wait for that.
                    self.talk = None;
                }
                // A printer whose buffer is full of a ticket that it cannot print does not even hear the question.
                let known = *self.desk.state.borrow();
                let explains = matches!(
                    known,
                    State::Trouble(Reason::PaperOut | Reason::CoverOpen | Reason::Cutter | Reason::Fault)
                );
                if !(reason == Reason::Silent && self.dirty && explains) {
                    self.tell(State::Trouble(reason));
                }
            }
        }
        asked.map(|_| ())
    }

    fn ask(&mut self) -> Result<State, Reason> {
        if self.printer == Printer::None {
            return Ok(State::Absent);
        }
        if self.talk.is_none() {
            let opened = Port::open(&self.printer, self.desk.limits.connect);
            let Some(port) = opened.map_err(|error| cannot_open(&error))? else {
                return Ok(State::Ready);
            };
            self.talk = Some(Talk::new(port, self.desk.limits));
        }
        let talk = self.talk.as_mut().ok_or(Reason::Off)?;
        let condition = talk.condition()?;
        match condition.reason() {
            Some(reason) => Err(reason),
            None if condition.near_end => Ok(State::NearEnd),
            None => Ok(State::Ready),
        }
    }

    fn tell(&self, state: State) {
        self.desk.state.send_if_modified(|known| {
            let changed = *known != state;
            if changed {
                tracing::info!(?state, "printer");
                *known = state;
            }
            changed
        });
    }

    /// Prints one ticket, once.
    fn print(&mut self, job: &Job) -> Outcome {
        if self.printer == Printer::None {
            // Nobody has to be told of a paper that nobody expects.
            return Outcome::NotSent(Reason::Absent);
        }
        if let Err(reason) = self.ready_soon() {
            let outcome = Outcome::NotSent(reason);
            self.write_down(job, PrintState::NotSent);
            return outcome;
        }
        // From here on a crash leaves the journal saying that the ticket may be on paper.
        let entry = self.write_down(job, PrintState::Sending);
        let outcome = self.send(job);
        if let (Some(journal), Some(entry)) = (&self.desk.journal, entry) {
            let state = match outcome {
                Outcome::Printed => PrintState::Printed,
                Outcome::NotSent(_) => PrintState::NotSent,
                Outcome::Unknown(_) => PrintState::Unknown,
            };
            if let Err(error) = journal.finish_print(entry, state) {
                tracing::error!(%error, "the journal did not take the end of a print");
            }
        }
        outcome
    }

    /// As [`Self::ready`], with some tries: a printer that sleeps or is just being switched on is worth a moment.
    fn ready_soon(&mut self) -> Result<(), Reason> {
        let until = Instant::now() + self.desk.limits.retry;
        loop {
            match self.ready().and_then(|()| self.clean()) {
                Err(Reason::Off | Reason::Silent) if Instant::now() < until => {
                    thread::sleep(Duration::from_millis(200));
                }
                ready => return ready,
            }
        }
    }

    /// Empties the printer's buffer if something of an earlier ticket may be in it.
    fn clean(&mut self) -> Result<(), Reason> {
        let Some(talk) = self.talk.as_mut().filter(|_| self.dirty) else {
            return Ok(());
        };
        if !talk.clear()? {
            // Not every printer knows the command. What is left is at worst one ticket with a number that stands.
            tracing::warn!("the printer does not say that its buffer is empty");
        }
        self.dirty = false;
        Ok(())
    }

    fn send(&mut self, job: &Job) -> Outcome {
        let written = match &self.printer {
            Printer::None => return Outcome::NotSent(Reason::Absent),
            Printer::File { path } => append(path, &job.ticket),
            Printer::Memory { tray } => {
                tray.put(&job.ticket);
                Ok(())
            }
            Printer::Network { .. } | Printer::Usb { .. } | Printer::Serial { .. } => {
                return self.talk_it(job);
            }
        };
        match written {
            Ok(()) => Outcome::Printed,
            Err(error) => {
                tracing::error!(%error, "the file for tickets cannot be written");
                self.tell(State::Trouble(Reason::Fault));
                Outcome::Unknown(Reason::Fault)
            }
        }
    }

    fn talk_it(&mut self, job: &Job) -> Outcome {
        let Some(mut talk) = self.talk.take() else {
            return Outcome::NotSent(Reason::Off);
        };
        self.markers = (self.markers + 1) % 10_000;
        let marker = self.markers;
        let digit = |divisor: u32| b'0' + (marker / divisor % 10) as u8;
        let marker = [digit(1000), digit(100), digit(10), digit(1)];
        let outcome = talk.print(&job.ticket, marker, |condition| {
            let near_end = if condition.near_end { State::NearEnd } else { State::Ready };
            self.tell(condition.reason().map_or(near_end, State::Trouble));
        });
        match outcome {
            Outcome::Printed => self.talk = Some(talk),
            Outcome::NotSent(reason) => self.tell(State::Trouble(reason)),
            Outcome::Unknown(reason) => {
                self.dirty = true;
                self.tell(State::Trouble(reason));
                // Emptied at once where it listens: a ticket that was given up must not come out when the paper is
                // reloaded. Otherwise before the next one.
                if reason != Reason::Interrupted && talk.clear() == Ok(true) {
                    self.dirty = false;
                    self.talk = Some(talk);
                } else {
                    talk.abandon();
                }
            }
        }
        outcome
    }

    fn write_down(&self, job: &Job, state: PrintState) -> Option<i64> {
        let journal = self.desk.journal.as_ref()?;
        // A kiosk whose disk is full still prints: a paper too many names the same number, a missing one hurts.
        journal
            .begin_print(job.visit, job.attempt, job.copy, state, self.desk.clock.now())
            .inspect_err(|error| tracing::error!(%error, "the journal does not take a print"))
            .ok()
    }
}

fn cannot_open(error: &io::Error) -> Reason {
    tracing::debug!(%error, "the printer cannot be reached");
    Reason::Off
}

fn append(path: &Path, ticket: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().create(true).append(true).open(path)?;
    file.write_all(ticket)?;
    file.sync_data()
}
