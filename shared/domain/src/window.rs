//! The check-in window: when a first check-in is accepted.
//!
//! It is a span of real time around the booked moment. Where the clocks change inside it, it stays as long as
//! it is, although the wall clock shows an hour more or less.

use crate::Timestamp;
use crate::office::Rules;
use chrono::{SubsecRound, TimeDelta};
use serde::{Deserialize, Serialize};

/// A span in which nobody could check in: everything stood still, or all terminals were out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interruption {
    /// First moment.
    pub from: Timestamp,
    /// First moment after; not before `from`.
    pub to: Timestamp,
}

/// When a first check-in is accepted, both ends included, judged by whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// First second.
    pub opens_at: Timestamp,
    /// Last second.
    pub closes_at: Timestamp,
}

impl Window {
    /// The window of a booked start.
    pub fn of(start: Timestamp, rules: &Rules) -> Self {
        Self {
            opens_at: start - TimeDelta::minutes(i64::from(rules.window_before_minutes)),
            closes_at: start + TimeDelta::minutes(i64::from(rules.window_after_minutes)),
        }
    }

    /// The window, longer by the whole length of each interruption that overlaps it, in order of time; one
    /// that begins after the end as lengthened so far does not. Overlapping interruptions count once.
    #[must_use]
    pub fn lengthened(mut self, interruptions: &[Interruption]) -> Self {
        let mut sorted = interruptions.to_vec();
        sorted.sort_by_key(|interruption| interruption.from);
        let mut counted_to = None;
        for Interruption { from, to } in sorted {
            let from = counted_to.map_or(from, |end: Timestamp| from.max(end));
            if to > from && to > self.opens_at && from <= self.closes_at {
                self.closes_at += to - from;
                counted_to = Some(to);
            }
        }
        self
    }

    /// Whether a check-in at `t` is in time; `t` counts by its whole second.
    pub fn contains(&self, t: Timestamp) -> bool {
        let t = t.trunc_subsecs(0);
        self.opens_at <= t && t <= self.closes_at
    }
}
