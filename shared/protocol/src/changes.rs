//! Between the booking server and programs of others that follow what becomes of bookings. Paths are under `/api/v1`.

use crate::feed::PersonName;
use foyer_domain::Timestamp;
use foyer_domain::booking::{BookingState, ServiceChoice};
use foyer_domain::id::{BookingId, OfficeId};
use serde::{Deserialize, Serialize};

/// `GET /changes`: what became of bookings after a cursor, each booking once, as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Changes {
    /// In the order in which they changed last.
    pub changes: Vec<BookingChange>,
    /// To go on after.
    pub cursor: String,
    /// Whether there is more at once.
    pub more: bool,
}

/// A booking as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BookingChange {
    /// Its id.
    pub booking: BookingId,
    /// Where.
    pub office: OfficeId,
    /// What for.
    pub services: Vec<ServiceChoice>,
    /// When.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub start: Timestamp,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// What became of it.
    #[serde(flatten)]
    pub state: BookingState,
    /// Who booked; only for a token with the right `names`, and none of a booking that was given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<PersonName>,
}
