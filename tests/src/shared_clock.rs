//! One time for a whole installation, which nobody else has.

use foyer_domain::Timestamp;
use std::time::Instant;

/// The demonstration's time, from which each program gets the moment at which it starts.
#[derive(Debug, Clone, Copy)]
pub struct SharedClock {
    start: Timestamp,
    began: Instant,
}

impl SharedClock {
    /// A clock that shows `start` now.
    pub fn starting_at(start: Timestamp) -> Self {
        Self { start, began: Instant::now() }
    }

    /// What time it is in the house.
    pub fn now(&self) -> Timestamp {
        self.start + self.began.elapsed()
    }

    /// The head of a configuration file: a demonstration that starts now.
    pub fn settings(&self) -> String {
        let now = self.now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        format!("demo = true\n[clock]\nstart = \"{now}\"\n")
    }
}
