//! One open conversation with a printer: questions, a ticket, and the wait for "done".

use super::answers::{Answer, Condition, next_answer};
use super::port::Port;
use super::{Outcome, Reason};
use std::io;
use std::time::{Duration, Instant};

/// How long each step may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// To connect.
    pub connect: Duration,
    /// To answer one question of the status.
    pub status: Duration,
    /// To take more of a ticket while online, and to say "done" after the last byte of it.
    pub done: Duration,
    /// To be helped by staff while a ticket is in it: paper, cover, knife.
    pub patience: Duration,
    /// To come back before a ticket is given up as not sent.
    pub retry: Duration,
    /// Between two looks while idle.
    pub idle: Duration,
    /// Between two looks while it cannot print.
    pub trouble: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(2),
            status: Duration::from_millis(600),
            done: Duration::from_secs(8),
            patience: Duration::from_secs(20),
            retry: Duration::from_secs(4),
            idle: Duration::from_secs(3),
            trouble: Duration::from_secs(2),
        }
    }
}

impl Limits {
    /// The longest time until a job has its outcome, others before it aside.
    pub fn whole_job(&self) -> Duration {
        self.retry + self.connect + self.status * 8 + self.done * 2 + self.patience
    }
}

/// Empties receive and print buffer at once, whatever the printer is doing (`DLE DC4`, function 8).
const CLEAR: [u8; 10] = [0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];

/// An open conversation.
pub(super) struct Talk {
    port: Port,
    read: Vec<u8>,
    limits: Limits,
}

impl Talk {
    pub(super) fn new(port: Port, limits: Limits) -> Self {
        Self { port, read: Vec::new(), limits }
    }

    /// Ends the conversation and throws away what was not delivered yet.
    pub(super) fn abandon(self) {
        self.port.abandon();
    }

    /// Asks how it is: four questions, one at a time.
    pub(super) fn condition(&mut self) -> Result<Condition, Reason> {
        let mut answers = [0; 4];
        for (question, slot) in (1..).zip(&mut answers) {
            let until = Instant::now() + self.limits.status;
            self.send(&[0x10, 0x04, question], until)?;
            *slot = self.until(until, |answer| match answer {
                Answer::Status(status) => Some(status),
                Answer::Automatic(_) | Answer::Done(_) | Answer::Cleared | Answer::Other => None,
            })?;
        }
        Ok(Condition::of_status(answers))
    }

    /// Empties its buffers, so that nothing of an earlier ticket comes out. `false`: it did not say so.
    pub(super) fn clear(&mut self) -> Result<bool, Reason> {
        let until = Instant::now() + self.limits.status;
        self.send(&CLEAR, until)?;
        match self.until(until, |answer| (answer == Answer::Cleared).then_some(())) {
            Ok(()) => Ok(true),
            Err(Reason::Silent) => Ok(false),
            Err(reason) => Err(reason),
        }
    }

    /// Sends a ticket and waits until the printer says that it is done. `tell` hears how the printer is meanwhile.
    pub(super) fn print(
        &mut self,
        ticket: &[u8],
        marker: [u8; 4],
        mut tell: impl FnMut(Condition),
    ) -> Outcome {
        let [a, b, c, d] = marker;
        // `GS ( H`, function 48, behind the cut: a marker before it would say "done" although the knife is stuck.
        let bytes = [ticket, &[0x1d, b'(', b'H', 6, 0, 48, 48, a, b, c, d]].concat();
        let began = Instant::now();
        let mut progress = began;
        let mut sent = 0;
        let mut condition = Condition::default();
        loop {
            let waits = condition.reason().is_some();
            let until = if waits { began + self.limits.patience } else { progress + self.limits.done };
            if Instant::now() >= until {
                let reason = condition.reason().unwrap_or(Reason::NoAnswer);
                return if sent == 0 { Outcome::NotSent(reason) } else { Outcome::Unknown(reason) };
            }
            match self.step(&bytes[sent..], until) {
                Ok(0) => {}
                Ok(count) => {
                    sent += count;
                    progress = Instant::now();
                }
                Err(_) if sent == 0 => return Outcome::NotSent(Reason::Off),
                Err(_) => return Outcome::Unknown(Reason::Interrupted),
            }
            while let Some(answer) = next_answer(&mut self.read) {
                match answer {
                    Answer::Done(done) if done == marker => return Outcome::Printed,
                    Answer::Automatic(bytes) => {
                        condition = Condition::of_automatic(bytes);
                        progress = Instant::now();
                        tell(condition);
                    }
                    Answer::Done(_) | Answer::Status(_) | Answer::Cleared | Answer::Other => {}
                }
            }
        }
    }

    /// Writes what there is room for and reads what is there, after waiting for either.
    fn step(&mut self, unsent: &[u8], until: Instant) -> io::Result<usize> {
        let ready = self.port.wait(!unsent.is_empty(), until)?;
        if ready.read {
            self.port.read(&mut self.read)?;
        }
        if ready.write { self.port.write(unsent) } else { Ok(0) }
    }

    fn send(&mut self, bytes: &[u8], until: Instant) -> Result<(), Reason> {
        let mut sent = 0;
        while sent < bytes.len() {
            if Instant::now() >= until {
                return Err(Reason::Silent);
            }
            sent += self.step(&bytes[sent..], until).map_err(|_| Reason::Off)?;
        }
        Ok(())
    }

    /// Reads until an answer is the wanted one.
    fn until<T>(&mut self, until: Instant, wanted: impl Fn(Answer) -> Option<T>) -> Result<T, Reason> {
        loop {
            while let Some(answer) = next_answer(&mut self.read) {
                if let Some(found) = wanted(answer) {
                    return Ok(found);
                }
            }
            if Instant::now() >= until {
                return Err(Reason::Silent);
            }
            self.step(&[], until).map_err(|_| Reason::Off)?;
        }
    }
}
