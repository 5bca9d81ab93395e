//! What the camera has read lately, and who was refused: never what a code said, never who it was.

use super::super::Sighted;
use crate::screen::staff::{REFUSALS, Reading, Refused};
use foyer_domain::Timestamp;
use std::collections::VecDeque;
use std::time::Duration;

/// Reads are counted over so long.
const MINUTE: Duration = Duration::from_secs(60);

#[derive(Debug, Default)]
pub(super) struct Log {
    /// Pictures in the last second.
    pub(super) frames: Option<u32>,
    /// Milliseconds.
    pub(super) last_read: Option<u32>,
    read: VecDeque<Duration>,
    unread: VecDeque<Duration>,
    /// Something that may be a code is there and not read yet.
    is_waiting: bool,
    refusals: VecDeque<Refused>,
}

impl Log {
    /// Counts what the camera sees.
    pub(super) fn count(&mut self, sighted: &Sighted, now: Duration) {
        match sighted {
            Sighted::Code { .. } => {
                self.is_waiting = false;
                self.read.push_back(now);
            }
            Sighted::Candidate => self.is_waiting = true,
            Sighted::Gone if self.is_waiting => {
                self.is_waiting = false;
                self.unread.push_back(now);
            }
            Sighted::Gone | Sighted::Several | Sighted::Near(_) | Sighted::Read { .. } => {}
        }
        for times in [&mut self.read, &mut self.unread] {
            times.retain(|at| now.saturating_sub(*at) < MINUTE);
        }
    }

    /// What the staff page says of it.
    pub(super) fn reading(&self, now: Duration) -> Reading {
        let lately =
            |times: &VecDeque<Duration>| times.iter().filter(|at| now.saturating_sub(**at) < MINUTE).count();
        Reading {
            frames_per_second: self.frames,
            read: lately(&self.read),
            unread: lately(&self.unread) + usize::from(self.is_waiting),
            last_milliseconds: self.last_read,
        }
    }

    pub(super) fn refused(&mut self, at: Timestamp, reason: &'static str) {
        self.refusals.push_front(Refused { at, reason });
        self.refusals.truncate(REFUSALS);
    }

    /// Those of before the start go behind those since.
    pub(super) fn recall(&mut self, before: Vec<Refused>) {
        self.refusals.extend(before);
        self.refusals.truncate(REFUSALS);
    }

    pub(super) fn refusals(&self) -> Vec<Refused> {
        self.refusals.iter().copied().collect()
    }
}
