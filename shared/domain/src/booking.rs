//! A booking: a reserved time for one or more services.

use crate::Timestamp;
use crate::id::{BookingId, ServiceId};
use crate::office::InterpreterWay;
use crate::visit::Wishes;
use serde::{Deserialize, Serialize};

/// A service and how many times.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ServiceChoice {
    /// Which service.
    pub service: ServiceId,
    /// How many times, 1–20.
    #[cfg_attr(feature = "schema", schema(minimum = 1, maximum = 20))]
    pub quantity: u8,
}

/// A booking as the lobby and the terminals know it: nothing personal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Booking {
    /// Its id.
    pub id: BookingId,
    /// What for; at least one.
    pub services: Vec<ServiceChoice>,
    /// When it starts.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub start: Timestamp,
    /// The sum of its services' durations, in minutes.
    pub minutes: u16,
    /// What became of it.
    pub state: BookingState,
    /// The language that it was made in, a BCP 47 tag such as `uk`; not known of one from an older program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What is wished of whoever calls.
    #[serde(default, skip_serializing_if = "Wishes::is_none")]
    pub wishes: Wishes,
    /// What somebody has to interpret, and how; none where that is not wished, and where nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreting: Option<Interpreting>,
    /// How many come, 1 or more.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub persons: u8,
}

impl Booking {
    /// Whether somebody is expected with it: it is certain, or its place is kept until its owner confirms.
    pub fn is_open(&self, now: Timestamp) -> bool {
        match self.state {
            BookingState::Held { until } => now <= until,
            BookingState::Confirmed => true,
            BookingState::Cancelled => false,
        }
    }
}

/// What somebody has to interpret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Interpreting {
    /// Into which language, by ISO 639 code; `mis` for one that the list lacks.
    pub language: String,
    /// How, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<InterpreterWay>,
}

fn one() -> u8 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_one(persons: &u8) -> bool {
    *persons == 1
}

/// What became of a booking. Moving keeps the id and the short code and changes `start`; a code that was
/// signed for another start shows that it is older.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum BookingState {
    /// Not confirmed yet; its place is kept until then. Presence within that time confirms it.
    Held {
        /// End of the hold.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
        until: Timestamp,
    },
    /// Certain.
    Confirmed,
    /// Given up by the citizen or the office; or its time is closed, and its owner is offered another one.
    Cancelled,
}
