//! Between the booking server and the lobbies: changes down, reports up. Paths are under `/api/v1`.

use foyer_domain::Timestamp;
use foyer_domain::booking::{Booking, ServiceChoice};
use foyer_domain::engine::City;
use foyer_domain::estimate::Span;
use foyer_domain::id::{BookingId, CallId, VisitId};
use foyer_domain::office::{Localized, Office};
use foyer_domain::short_code::ShortCode;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::VisitState;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

/// `POST /lobbies`: a lobby signs on once, with the code that `foyer-booking office link` printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkRequest {
    /// The code.
    pub code: String,
}

/// The lobby's own key from now on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Linked {
    /// Which office.
    pub office: foyer_domain::id::OfficeId,
    /// The secret for `authorization: Bearer …`.
    pub token: String,
}

impl std::fmt::Debug for Linked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Linked").field("office", &self.office).finish_non_exhaustive()
    }
}

/// `GET /feed`: an event stream, one [`Change`] an event, the event's id is the cursor. It starts after
/// `Last-Event-ID`, or with everything that is still needed. Event name: `change`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// A configuration revision is in force.
    Office {
        /// All of it.
        #[cfg_attr(feature = "schema", schema(value_type = Object))]
        office: Box<Office>,
    },
    /// The city's keys and offices are in force.
    City {
        /// All of it.
        city: City,
    },
    /// The key with which short codes are hashed in this office's feed.
    ShortCodeKey {
        /// 64 hexadecimal digits.
        key: String,
    },
    /// A booking as it is now, for today or later.
    Booking {
        /// All of it, nothing personal.
        booking: Booking,
        /// HMAC-SHA-256 of the short code (8 characters) with the office's key, 64 hexadecimal digits.
        short_code_hash: String,
        /// The short code itself, for the sheet that desks keep for the day the lobby dies; none of a booking that
        /// was given up, and none from an older program.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        short_code: Option<ShortCode>,
        /// Who booked; only for an office that shows names to its clerks.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<PersonName>,
    },
    /// The holder of a ticket pressed something on its page. Only the newest of each kind goes down, for as long
    /// as it means something.
    Phone {
        /// Whose: SHA-256 of the link's secret, 64 hexadecimal digits.
        #[cfg_attr(feature = "schema", schema(pattern = "^[0-9a-f]{64}$"))]
        secret_hash: String,
        /// What.
        press: PhonePress,
    },
}

/// What somebody is called. No message of a program ever shows it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct PersonName(pub String);

impl std::fmt::Debug for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonName(…)")
    }
}

/// What the holder of a ticket can tell from its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "press", rename_all = "snake_case")]
pub enum PhonePress {
    /// "I give up my place."
    GiveUp,
    /// "I will be late."
    Late {
        /// By so many minutes …
        minutes: u8,
        /// … from then on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
        at: Option<Timestamp>,
    },
    /// The page was in sight and showed this call.
    Seen {
        /// Which.
        call: CallId,
    },
}

/// `POST /reports`: what became of bookings and tickets; at least once, the server knows each id once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Reports {
    /// In the lobby's order.
    pub reports: Vec<Report>,
}

/// One thing that the lobby tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Report {
    /// The lobby's log position: its id, which makes telling it twice harmless.
    pub id: u64,
    /// When it happened.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// What happened.
    #[serde(flatten)]
    pub body: ReportBody,
}

/// What a report says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "report", rename_all = "snake_case")]
pub enum ReportBody {
    /// The state of a booking's visit.
    Booking {
        /// Whose.
        booking: BookingId,
        /// Where it stands now.
        state: VisitState,
        /// Whether its presence confirmed a held booking.
        confirmed_by_presence: bool,
        /// Whether a late citizen waits without an appointment instead.
        replaced: bool,
    },
    /// The state of a ticket, for the citizen's phone.
    Ticket {
        /// SHA-256 of the link's secret, 64 hexadecimal digits.
        #[serde(deserialize_with = "secret_hash")]
        #[cfg_attr(feature = "schema", schema(pattern = "^[0-9a-f]{64}$"))]
        secret_hash: String,
        /// Its number.
        number: TicketNumber,
        /// What other papers of the same visit say.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        also: Vec<TicketNumber>,
        /// Where it stands now.
        state: VisitState,
        /// The call that stands; another one is a recall.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        call: Option<CallId>,
        /// The counter that it was called to, as displays name it.
        counter: Option<Localized>,
        /// Where to wait, as displays name it.
        area: Localized,
        /// The way to the counter, else to the area.
        #[serde(default, skip_serializing_if = "Localized::is_empty")]
        way: Localized,
        /// The expected wait.
        estimate: Option<Span>,
        /// Whether nobody serves it today any more, though it still waits.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        in_vain: bool,
        /// Until when its holder wants to be waited for; also once that is over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schema(value_type = Option<Moment>))]
        late_until: Option<Timestamp>,
    },
    /// A visit has ended. One that goes on after all, because the end was undone or somebody came back, ends again, and
    /// that report takes the earlier one's place.
    Visit(EndedVisit),
}

/// A visit from check-in to its end, for the office's figures: whose it was and who served is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EndedVisit {
    /// Its id in the lobby; with `arrived` it is the same visit even after the lobby was restored or made anew.
    #[cfg_attr(feature = "schema", schema(value_type = u64))]
    pub visit: VisitId,
    /// How it ended.
    pub end: VisitEnd,
    /// All that it came for; empty where that was never known.
    pub services: Vec<ServiceChoice>,
    /// The start of the appointment; none where it waited without one, also because it was late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<Moment>))]
    pub start: Option<Timestamp>,
    /// Check-in.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub arrived: Timestamp,
    /// The first call; none of a visit that was never called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<Moment>))]
    pub called: Option<Timestamp>,
    /// When service began; none of a visit that was never served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<Moment>))]
    pub begun: Option<Timestamp>,
    /// Time in service, in seconds: all stretches, without what was put aside and what was interrupted.
    #[cfg_attr(feature = "schema", schema(maximum = 4294967295_u64))]
    pub served_s: u32,
    /// The middle of the wait that was expected at check-in, in seconds; none where nothing was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(maximum = 4294967295_u64))]
    pub expected_s: Option<u32>,
    /// The span that was told at check-in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Span>,
    /// Whether everything stood still for a time meanwhile, which no estimate could know.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub interrupted: bool,
}

/// How a visit has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum VisitEnd {
    /// Served.
    Finished,
    /// Called the allowed number of times and did not come.
    NoShow,
    /// Given up.
    Cancelled,
    /// Still open at the day's end.
    Unserved,
}

impl VisitEnd {
    /// The end that a state is; none of one in which the visit goes on.
    pub fn of(state: VisitState) -> Option<Self> {
        match state {
            VisitState::Waiting | VisitState::Called | VisitState::Serving | VisitState::Parked => None,
            VisitState::Finished => Some(Self::Finished),
            VisitState::NoShow => Some(Self::NoShow),
            VisitState::Cancelled => Some(Self::Cancelled),
            VisitState::Unserved => Some(Self::Unserved),
        }
    }
}

/// `POST /positions`: where those stand who wait, for their phones. It is of the moment: what gets lost is not told
/// again by itself, but everything is told anew every minute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Positions {
    /// The moment.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub as_of: Timestamp,
    /// Those whose place is another than it was last told.
    pub of: Vec<Position>,
}

/// Where a ticket stands among those who wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Position {
    /// SHA-256 of the link's secret, 64 hexadecimal digits.
    #[serde(deserialize_with = "secret_hash")]
    #[cfg_attr(feature = "schema", schema(pattern = "^[0-9a-f]{64}$"))]
    pub secret_hash: String,
    /// So many of those who wait are called before it, if nobody comes in between.
    #[cfg_attr(feature = "schema", schema(maximum = 65535))]
    pub ahead: u16,
    /// The expected wait; none if nobody knows.
    pub wait: Option<Span>,
}

/// A moment, RFC 3339.
#[cfg(feature = "schema")]
#[derive(utoipa::ToSchema)]
#[schema(value_type = String, format = DateTime)]
#[expect(dead_code, reason = "it stands for `Timestamp` in the document")]
struct Moment(String);

/// SHA-256 of a ticket's secret: 64 hexadecimal digits.
fn secret_hash<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if text.len() == 64 && text.bytes().all(is_digit) {
        Ok(text)
    } else {
        Err(D::Error::custom("`secret_hash` must be 64 hexadecimal digits, 0 to f"))
    }
}

/// The secret name in a ticket's phone link, `{public_url}/t/{secret}`.
pub type PhoneSecret = Uuid;
