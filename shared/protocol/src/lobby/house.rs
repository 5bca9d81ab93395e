//! What holds for the whole house at a moment, and every terminal shows.

use foyer_domain::Timestamp;
use foyer_domain::office::Localized;
use foyer_domain::ticket::TicketNumber;
use serde::{Deserialize, Serialize};

/// What holds for the whole house.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct House {
    /// Everything stands still: no call, no sound, nobody checks in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interrupted: Option<Interrupted>,
    /// What a supervisor tells everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broadcast: Option<Broadcast>,
    /// Who waits in vain: nobody serves these numbers today any more. For displays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unserved: Vec<TicketNumber>,
}

impl House {
    /// Whether nothing out of the usual holds.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// What is told to everybody, as long as that holds.
    pub fn broadcast(&self, now: Timestamp) -> Option<&str> {
        self.broadcast.as_ref().filter(|broadcast| now < broadcast.until).map(|it| it.text.as_str())
    }
}

/// Everything stands still until staff say otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interrupted {
    /// Since when.
    pub since: Timestamp,
    /// What the office says to it; empty where it says nothing of its own.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub text: Localized,
}

/// A short text for everybody, until a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Broadcast {
    /// At most [`BROADCAST_MOST`] characters, in the words of whoever wrote it.
    pub text: String,
    /// It ends by itself: the first moment at which it no longer holds.
    pub until: Timestamp,
}

/// What can be read at one glance.
pub const BROADCAST_MOST: usize = 200;
