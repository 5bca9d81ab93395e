//! Whether a server can do its work.

use foyer_domain::Timestamp;
use serde::{Deserialize, Serialize};

/// `GET /health`, of both servers; needs no sign-on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Health {
    /// `foyer-lobby` or `foyer-booking`.
    pub program: String,
    /// Its version.
    pub version: String,
    /// Its time.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub now: Timestamp,
    /// Whether that is a demo clock.
    pub demo_clock: bool,
    /// Whether it can do its work.
    pub ready: bool,
}

/// `GET /health` of a lobby: a [`Health`], and how old what it knows is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LobbyHealth {
    /// What every server says.
    #[serde(flatten)]
    pub health: Health,
    /// How the link to the booking server is.
    pub booking: BookingHealth,
    /// The position of the last event in its log.
    pub log_position: u64,
}

/// How fresh a lobby's bookings are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingHealth {
    /// Whether the feed is being followed now.
    pub connected: bool,
    /// What the lobby knows of bookings is as they were then; `None` before the first link.
    pub as_of: Option<Timestamp>,
    /// Whether the lobby has something to tell that the booking server has not taken yet.
    #[serde(default)]
    pub has_reports: bool,
}
