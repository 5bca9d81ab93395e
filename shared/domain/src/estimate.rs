//! The expected wait: a forward simulation of the queue's own order.
//!
//! Whoever waits, and whoever is booked and still to come, is called in the very order of [`crate::queue`] by
//! the counters that are open, each busy as long as its visit still needs. A visit takes as long as its
//! services are configured to take. A booked citizen who is not here is expected when the appointment is due.
//! Walk-ins to come are not foreseen; whoever is here is before nearly all of them.
//!
//! Where no open counter serves a need, the configured counters that do are taken to open for that need with
//! the office: now within opening hours, else when it opens next that day. If it does not, there is no estimate.

use crate::Timestamp;
use crate::queue::{Line, Skills, Ticket, Timing};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::ControlFlow;

/// A span of expected waiting, in whole minutes, `from` ≤ `to`: "etwa 5–10 Minuten".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// At least about so many minutes.
    pub from_minutes: u16,
    /// At most about so many minutes.
    pub to_minutes: u16,
}

/// The bounds of the spans that are told, in minutes: a promise of "37 minutes" would be none. Above the
/// last, every hour.
const BOUNDS: [u16; 9] = [0, 5, 10, 15, 25, 40, 60, 90, 120];

/// How many looks at a free counter one simulation takes; more than a day of 20 busy counters needs.
const LOOKS: usize = 2_000;

/// How many of each kind one simulation reads: more than any office serves in a day.
pub const DEPTH: usize = 1_000;

impl Span {
    /// The span that a wait falls into; a wait on a bound belongs to the longer one.
    pub fn of(wait: TimeDelta) -> Self {
        let minutes = u16::try_from(wait.num_minutes().max(0)).unwrap_or(u16::MAX - 60);
        let bound = BOUNDS.windows(2).find(|bounds| minutes < bounds[1]);
        let (from_minutes, to_minutes) = match bound {
            Some(bounds) => (bounds[0], bounds[1]),
            None => (minutes / 60 * 60, minutes / 60 * 60 + 60),
        };
        Self { from_minutes, to_minutes }
    }
}

/// A counter in a simulation.
#[derive(Debug, Clone)]
pub struct Desk<'a> {
    /// What it can do.
    pub skills: Cow<'a, Skills>,
    /// When it can call next.
    pub free_at: Timestamp,
}

/// A call that the simulation foresees.
#[derive(Debug, Clone, Copy)]
pub struct Foreseen<'a> {
    /// Whose.
    pub ticket: Ticket,
    /// When.
    pub at: Timestamp,
    /// What the counter can do.
    pub skills: &'a Skills,
}

/// The day as it stands: what a simulation begins with.
#[derive(Debug)]
pub struct Outlook<'a> {
    /// Who waits, and who is to come.
    pub line: Line<'a>,
    /// The counters.
    pub desks: Vec<Desk<'a>>,
    /// The rules of the order.
    pub timing: Timing,
    /// Nothing is foreseen from here on.
    pub until: Timestamp,
}

impl Outlook<'_> {
    /// Foresees call after call, in order of time, until told to stop or nothing more is foreseen.
    pub fn run(self, mut on_call: impl FnMut(&Foreseen<'_>) -> ControlFlow<()>) {
        let Self { mut line, mut desks, timing, until } = self;
        for _ in 0..LOOKS {
            let Some(desk) = desks.iter_mut().min_by_key(|desk| desk.free_at) else { return };
            let at = desk.free_at;
            if at >= until {
                return;
            }
            let Some(turn) = line.next(&desk.skills, at, &timing) else {
                desk.free_at = line.next_arrival(at, &timing).unwrap_or(until);
                continue;
            };
            line.take(&turn);
            desk.free_at = at + TimeDelta::minutes(i64::from(turn.ticket.minutes));
            if on_call(&Foreseen { ticket: turn.ticket, at, skills: &desk.skills }).is_break() {
                return;
            }
        }
    }

    /// When somebody would be called who joins now; `newcomer.visit` is an id that nobody in the line has.
    pub fn call_of(mut self, newcomer: Ticket) -> Option<Timestamp> {
        self.line.join(newcomer);
        let mut called = None;
        self.run(|call| {
            if call.ticket.visit == newcomer.visit {
                called = Some(call.at);
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        called
    }
}
