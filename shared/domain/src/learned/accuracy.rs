//! How good estimates were: each is kept with its ticket and compared with what came.

use crate::visit::Visit;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// How far the estimates of tickets that were called were from their waits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accuracy {
    /// How many tickets that were told a wait were called.
    pub tickets: u32,
    /// All distances between the middle of the estimate and the wait to the first call, in seconds.
    pub error_s: u64,
    /// How many were called within the span that they were told, to the minute.
    pub within: u32,
}

impl Accuracy {
    /// Of these visits.
    pub fn of<'a>(visits: impl Iterator<Item = &'a Visit>) -> Self {
        let mut accuracy = Self::default();
        // No estimate could know of an alarm.
        for visit in visits.filter(|visit| visit.interrupted_ms == 0) {
            let (Some(expected), Some(called)) = (visit.expected, visit.first_called) else { continue };
            let wait_s = (called - visit.arrived).num_seconds().max(0).unsigned_abs();
            accuracy.tickets += 1;
            accuracy.error_s += wait_s.abs_diff(u64::from(expected.median_s));
            let span = expected.span();
            let told = u64::from(span.from_minutes)..=u64::from(span.to_minutes);
            accuracy.within += u32::from(told.contains(&(wait_s / 60)));
        }
        accuracy
    }

    /// The mean distance; `None` where nobody was called.
    pub fn mean_error(self) -> Option<TimeDelta> {
        let mean_s = self.error_s.checked_div(u64::from(self.tickets))?;
        Some(TimeDelta::seconds(i64::try_from(mean_s).unwrap_or(i64::MAX / 1_000)))
    }
}
