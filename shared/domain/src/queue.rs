//! The queue's one key, and who is next at a counter.

use crate::Timestamp;
use serde::{Deserialize, Serialize};

/// Why this ticket was called and no other; a sentence is made of it in the clerk's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// A booked citizen whose time has come and who is due first.
    AppointmentDue {
        /// The booked start.
        start: Timestamp,
    },
    /// A walk-in who has waited longest of all who are due.
    LongestWaiting {
        /// Arrival.
        since: Timestamp,
    },
    /// Urgent.
    Urgent,
    /// Nobody due can be served at this counter, so the next appointment comes early.
    EarlyAppointment {
        /// The booked start.
        start: Timestamp,
    },
    /// Held after being put back, but nobody else is there.
    OnlyHeldLeft,
}

/// Who is next at a counter, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// Whose turn it is.
    pub visit: crate::id::VisitId,
    /// Why.
    pub why: Why,
}
