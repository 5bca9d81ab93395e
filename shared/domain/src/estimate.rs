//! The expected wait: a forward simulation of the queue's own order.

use serde::{Deserialize, Serialize};

/// A span of expected waiting, in whole minutes, `from` ≤ `to`: "etwa 5–10 Minuten".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// At least about so many minutes.
    pub from_minutes: u16,
    /// At most about so many minutes.
    pub to_minutes: u16,
}
