//! What the writer remembers of its connection: since when it is lost, and what is still to be tidied up.

use super::fault::StoreFault;
use super::sql::Connection;
use std::time::{Duration, Instant};

/// So long lies between two attempts to reach a database that went away.
const AGAIN_AFTER: Duration = Duration::from_secs(1);
/// So long lies between two rewrites of the table of contacts in PostgreSQL, which lock it for a moment.
const FORGET_EVERY: Duration = Duration::from_secs(300);
/// So long lies between two attempts at it.
const FORGET_AGAIN_AFTER: Duration = Duration::from_secs(5);

/// A connection that may be lost.
#[derive(Default)]
pub(super) struct Link {
    tried_at: Option<Instant>,
}

impl Link {
    /// The connection has failed: a new one, unless it was tried a moment ago or cannot be had.
    pub(super) fn lost(
        &mut self,
        fault: &StoreFault,
        connect: impl FnOnce() -> Result<Connection, StoreFault>,
    ) -> Option<Connection> {
        if self.tried_at.is_some_and(|at| at.elapsed() < AGAIN_AFTER) {
            return None;
        }
        self.tried_at = Some(Instant::now());
        match connect() {
            Ok(connection) => {
                tracing::warn!(
                    error = fault as &dyn std::error::Error,
                    "the connection failed; it is made anew"
                );
                Some(connection)
            }
            Err(fault) => {
                tracing::error!(error = &fault as &dyn std::error::Error, "the database does not answer");
                None
            }
        }
    }
}

/// Personal data was deleted and still rests in the database's files.
#[derive(Default)]
pub(super) struct Forget {
    is_asked: bool,
    /// What a server left that ended between deleting and tidying up.
    is_of_start: bool,
    done_at: Option<Instant>,
    failed_at: Option<Instant>,
}

impl Forget {
    /// Nobody knows whether all was tidied up when the last server ended.
    pub(super) fn at_start() -> Self {
        Self { is_asked: true, is_of_start: true, ..Self::default() }
    }

    /// Something was deleted.
    pub(super) fn ask(&mut self) {
        self.is_asked = true;
    }

    /// Whether to tidy up now.
    pub(super) fn is_due(&self, is_shared: bool) -> bool {
        let is_within = |at: Option<Instant>, span| at.is_some_and(|at| at.elapsed() < span);
        let is_early = is_within(self.done_at, FORGET_EVERY) || is_within(self.failed_at, FORGET_AGAIN_AFTER);
        self.is_asked && !(is_shared && is_early)
    }

    /// It was tidied up. What the start deletes need not wait because the start has tidied up.
    pub(super) fn done(&mut self) {
        *self = Self { done_at: (!self.is_of_start).then(Instant::now), ..Self::default() };
    }

    /// It could not be tidied up just now.
    pub(super) fn failed(&mut self) {
        self.failed_at = Some(Instant::now());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_tidies_up_and_then_every_few_minutes() {
        let mut forget = Forget::at_start();
        assert!(forget.is_due(true), "a server may have ended too early");
        forget.done();
        assert!(!forget.is_due(true));
        forget.ask();
        assert!(forget.is_due(true), "what the start deletes does not wait");
        forget.done();
        forget.ask();
        assert!(!forget.is_due(true) && forget.is_due(false), "PostgreSQL rewrites its tables");
    }
}
