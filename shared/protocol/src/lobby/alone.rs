//! What a kiosk needs to work alone, and what it hands over afterwards.

use super::KioskSnapshot;
use chrono::NaiveDate;
use foyer_domain::Timestamp;
use foyer_domain::alone::{Given, Listed};
use foyer_domain::id::VisitId;
use foyer_domain::ticket::{Lease, TicketNumber};
use foyer_domain::window::Interruption;
use serde::{Deserialize, Serialize};

/// What a kiosk keeps to work alone, for today and the next open day. Nothing personal. It travels and rests as
/// a [`SignedList`](foyer_domain::alone::SignedList) of its JSON.
///
/// The short codes are keyed hashes, and the key comes with the list: a kiosk must be able to check what is
/// typed. So whoever reads over a shoulder or finds a list without its key has nothing; whoever copies the
/// kiosk's whole folder can try all 2.75 · 10¹⁰ codes in seconds to minutes on a graphics card. What they win
/// is small: a Terminnummer checks in at the door, it opens neither name nor contact, and moving or cancelling
/// needs the PIN. The key is the office's own, so another office's codes stay closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayList {
    /// What the kiosk was told, so that it can start without its lobby; `now` is when the list was made.
    pub snapshot: KioskSnapshot,
    /// Until when the lobby itself had heard of bookings; `None` if it never had.
    pub bookings_as_of: Option<Timestamp>,
    /// The local day of the list.
    pub today: NaiveDate,
    /// The next local day on which the office opens.
    pub next_open_day: Option<NaiveDate>,
    /// The bookings of both days, cancelled ones included, by start.
    pub bookings: Vec<Listed>,
    /// This kiosk's numbers of both days.
    pub leases: Vec<Lease>,
    /// When nobody could check in.
    #[serde(default)]
    pub interruptions: Vec<Interruption>,
    /// The key of the short codes' hashes, 64 hexadecimal digits.
    pub short_code_key: Option<String>,
}

/// `POST /hand-overs` (kiosk): one ticket that it gave alone; each by itself, in order. The nonce of the request
/// is the ticket's own, made when it was written down. Answered with a [`HandOverReply`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOverRequest {
    /// The nonce under which the lobby was asked, if it was: it may have said yes without being heard.
    pub attempt: crate::nonce::Nonce,
    /// What was given.
    pub given: Given,
}

/// What became of a hand-over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOverReply {
    /// The lobby's time.
    pub now: Timestamp,
    /// The visit that it belongs to; `None` if its day is over.
    pub visit: Option<VisitId>,
    /// That visit's number, of which the paper's may be an alias.
    pub number: Option<TicketNumber>,
}
