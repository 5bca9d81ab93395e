//! What a program of others may do with its token.

use serde::{Deserialize, Serialize};

/// One thing that a token allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Follow what becomes of bookings; nothing personal.
    Feed,
    /// See who booked there, too.
    Names,
    /// Read `/metrics` from another machine.
    Metrics,
    /// Read figures; nothing of a person.
    Statistics,
}

impl Right {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Feed, Self::Names, Self::Metrics, Self::Statistics];

    /// As on the command line: `feed`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Feed => "feed",
            Self::Names => "names",
            Self::Metrics => "metrics",
            Self::Statistics => "statistics",
        }
    }

    /// The other way round.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.name() == name)
    }
}
