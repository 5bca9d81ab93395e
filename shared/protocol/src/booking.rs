//! Between the booking server and whoever books. Paths are under `/api/v1`.

use foyer_domain::Timestamp;
use foyer_domain::booking::{BookingState, ServiceChoice};
use foyer_domain::id::{BookingId, OfficeId};
use foyer_domain::office::{InterpreterWay, Localized, Service, Stop};
use foyer_domain::visit::Wishes;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// `GET /offices`: all offices that can be booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Offices {
    /// By name.
    pub offices: Vec<OfficeEntry>,
}

/// An office as the public sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct OfficeEntry {
    /// Its id.
    pub id: OfficeId,
    /// Its name.
    pub name: String,
    /// Its address; of an office that travels, where it is at home.
    pub address: String,
    /// The places that it comes to; without any it is always at its address. `address` of a booking says which.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<Stop>,
    /// Whether it, or a place that it comes to, is reached without a step.
    #[serde(default)]
    pub step_free: bool,
    /// The languages that somebody there speaks, by ISO 639 code.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Its IANA time zone.
    pub time_zone: String,
    /// What it offers.
    pub services: Vec<Service>,
}

/// `GET /offices/{office}/free-times?services=pass:1,meldung:2&from=…&to=…`: when all of it fits at once.
/// `from` and `to` are optional moments (RFC 3339); at most 31 days are searched at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FreeTimes {
    /// The sum of the durations, in minutes.
    pub minutes: u16,
    /// Starts that are free now, earliest first.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub starts: Vec<Timestamp>,
    /// If `starts` is empty: the first free start after the span that was searched.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub next: Option<Timestamp>,
}

/// `POST /offices/{office}/holds`: keep a time while the form is open. Needs a nonce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HoldRequest {
    /// What for.
    #[cfg_attr(feature = "schema", schema(min_items = 1, max_items = 20))]
    pub services: Vec<ServiceChoice>,
    /// When.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    #[serde(deserialize_with = "crate::when::moment")]
    pub start: Timestamp,
}

/// A time that is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Hold {
    /// Its secret name.
    pub hold: Uuid,
    /// When.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub start: Timestamp,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// Until when it is kept.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub until: Timestamp,
}

/// `POST /holds/{hold}/confirm`: make it certain. Needs a nonce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ConfirmRequest {
    /// As the citizen wants to be called; may be empty where the office allows it.
    pub name: String,
    /// Where the confirmation goes; may be empty where the office allows it.
    pub email: String,
    /// For questions; may be empty where the office allows it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// The language that was chosen, `de`.
    pub language: String,
    /// How many come, 1–9.
    #[serde(skip_serializing_if = "is_one")]
    #[cfg_attr(feature = "schema", schema(minimum = 1, maximum = 9))]
    pub persons: u8,
    /// What is wished of whoever calls.
    #[serde(skip_serializing_if = "Wishes::is_none")]
    pub wishes: Wishes,
    /// Whether an interpreter is wished.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub interpreter: bool,
    /// What the interpreter has to speak, by ISO 639 code; `mis` for a language that the list lacks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interpreter_language: Option<String>,
    /// How, of the ways that the office offers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interpreter_way: Option<InterpreterWay>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_one(count: &u8) -> bool {
    *count == 1
}

impl Default for ConfirmRequest {
    fn default() -> Self {
        Self {
            name: String::new(),
            email: String::new(),
            phone: String::new(),
            language: "de".to_owned(),
            persons: 1,
            wishes: Wishes::default(),
            interpreter: false,
            interpreter_language: None,
            interpreter_way: None,
        }
    }
}

/// A booking as its owner sees it; also `GET /bookings/{secret}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
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
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
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
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CancelRequest {
    /// The PIN.
    pub pin: String,
}

/// `POST /bookings/{secret}/move`: another time; the old one stands until the new is certain. Needs a nonce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MoveRequest {
    /// The PIN.
    pub pin: String,
    /// The new time.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    #[serde(deserialize_with = "crate::when::moment")]
    pub start: Timestamp,
}
