//! Between the booking server and whoever books. Paths are under `/api/v1`.

use foyer_domain::Timestamp;
use foyer_domain::booking::{BookingState, ServiceChoice};
use foyer_domain::id::{BookingId, OfficeId};
use foyer_domain::office::{Localized, Service};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// `GET /offices`: all offices that can be booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offices {
    /// By name.
    pub offices: Vec<OfficeEntry>,
}

/// An office as the public sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeEntry {
    /// Its id.
    pub id: OfficeId,
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Its IANA time zone.
    pub time_zone: String,
    /// What it offers.
    pub services: Vec<Service>,
}

/// `GET /offices/{office}/free-times?services=pass:1,meldung:2&from=…&to=…`: when all of it fits at once.
/// `from` and `to` are optional moments (RFC 3339); at most 31 days are searched at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreeTimes {
    /// The sum of the durations, in minutes.
    pub minutes: u16,
    /// Starts that are free now, earliest first.
    pub starts: Vec<Timestamp>,
    /// If `starts` is empty: the first free start after the span that was searched.
    pub next: Option<Timestamp>,
}

/// `POST /offices/{office}/holds`: keep a time while the form is open. Needs a nonce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoldRequest {
    /// What for.
    pub services: Vec<ServiceChoice>,
    /// When.
    pub start: Timestamp,
}

/// A time that is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Its secret name.
    pub hold: Uuid,
    /// When.
    pub start: Timestamp,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// Until when it is kept.
    pub until: Timestamp,
}

/// `POST /holds/{hold}/confirm`: make it certain. Needs a nonce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmRequest {
    /// As the citizen wants to be called; may be empty where the office allows it.
    #[serde(default)]
    pub name: String,
    /// Where the confirmation goes; may be empty where the office allows it.
    #[serde(default)]
    pub email: String,
    /// The language that was chosen, `de`.
    #[serde(default = "german")]
    pub language: String,
    /// Whether an interpreter is wished.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub interpreter: bool,
}

fn german() -> String {
    "de".to_owned()
}

/// A booking as its owner sees it; also `GET /bookings/{secret}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingView {
    /// Its secret name: whoever has it may see, move and cancel (with the PIN).
    pub secret: Uuid,
    /// Its id, as in the code.
    pub booking: BookingId,
    /// Where.
    pub office: OfficeId,
    /// The office's name.
    pub office_name: String,
    /// The office's address.
    pub address: String,
    /// What for.
    pub services: Vec<ServiceChoice>,
    /// What to bring, each once.
    pub documents: Vec<Localized>,
    /// When.
    pub start: Timestamp,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// What became of it.
    pub state: BookingState,
    /// For typing, `K7M43PXR`.
    pub short_code: String,
    /// What the QR carries; none unless confirmed.
    pub check_in_code: Option<String>,
    /// For cancelling and moving; only in the answer to confirming.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<String>,
}

/// `POST /bookings/{secret}/cancel`: give it up. Needs a nonce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelRequest {
    /// The PIN.
    pub pin: String,
}

/// `POST /bookings/{secret}/move`: another time; the old one stands until the new is certain. Needs a nonce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveRequest {
    /// The PIN.
    pub pin: String,
    /// The new time.
    pub start: Timestamp,
}
