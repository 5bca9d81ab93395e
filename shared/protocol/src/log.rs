//! How an event rests in the lobby's log: append-only, versioned, with who and when.

use foyer_domain::Timestamp;
use foyer_domain::engine::Event;
use foyer_domain::visit::Actor;
use serde::{Deserialize, Serialize};

/// The version that this program writes. A log with a higher one is refused, one with a lower one is read.
pub const VERSION: u16 = 3;

/// One event of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Position in the log, from 1, without gaps.
    pub seq: u64,
    /// When it was decided.
    pub at: Timestamp,
    /// Who asked for it.
    #[serde(flatten)]
    pub actor: Actor,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}
