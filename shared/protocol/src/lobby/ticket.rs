//! Tickets: how one is asked for, what it shows, and what became of the paper.

use crate::nonce::Nonce;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::PrintOutcome;
use foyer_domain::estimate::Span;
use foyer_domain::id::{BookingId, VisitId};
use foyer_domain::office::{Direction, Localized};
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{VisitState, WishChange, Wishes};
use serde::{Deserialize, Serialize};

/// `POST /late-tickets` (kiosk): take what a [`TooLate`](super::CheckInAnswer::TooLate) offered. Answered with
/// a [`TicketReply`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LateTicketRequest {
    /// The booking that is replaced.
    pub booking: BookingId,
    /// When the citizen came.
    pub seen_at: Timestamp,
    /// The number of a companion's ticket: who came together is linked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<TicketNumber>,
}

/// `POST /walk-ins` (kiosk): a ticket without an appointment. Answered with a [`TicketReply`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WalkInRequest {
    /// What for.
    pub services: Vec<ServiceChoice>,
    /// When the first key was pressed.
    pub seen_at: Timestamp,
    /// The number of a companion's ticket: who came together is linked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<TicketNumber>,
    /// The language that was chosen, a BCP 47 tag: the desk says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// The answer to a wish for a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketReply {
    /// The lobby's time.
    pub now: Timestamp,
    /// The answer.
    pub answer: TicketAnswer,
}

/// A ticket, or why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "an answer is moved once or twice; most are the largest")]
pub enum TicketAnswer {
    /// In the queue now: print.
    Opened {
        /// The ticket.
        ticket: TicketView,
    },
    /// No more today.
    QueueFull {
        /// When the office opens again.
        opens_at: Option<Timestamp>,
    },
    /// The office is closed.
    Closed {
        /// When it opens again.
        opens_at: Option<Timestamp>,
    },
    /// The office is open, and it is not offered without an appointment at this hour.
    NotNow {
        /// When it is.
        opens_at: Option<Timestamp>,
    },
    /// Nobody is let in without an appointment for the moment.
    Paused {
        /// What the office says to it.
        text: Localized,
    },
    /// Not without an appointment.
    NotOffered,
}

/// A ticket as screen and paper show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketView {
    /// The visit; one of the kiosk's own ([`VisitId::alone`]) while the lobby does not know it.
    pub visit: VisitId,
    /// Its number.
    pub number: TicketNumber,
    /// Numbers of further papers of the same visit: a kiosk that was alone gave one, too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<TicketNumber>,
    /// Whether a kiosk gave it that is alone: staff call, no wait is known, and no phone can follow it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub alone: bool,
    /// The numbers of who came together with it and is still here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub together: Vec<TicketNumber>,
    /// What is wished of whoever calls.
    #[serde(default, skip_serializing_if = "Wishes::is_none")]
    pub wishes: Wishes,
    /// Where it stands.
    pub state: VisitState,
    /// "Wartebereich 1".
    pub area: Localized,
    /// The way there.
    pub way: Localized,
    /// The arrow to show with the way.
    pub direction: Option<Direction>,
    /// The booked time; `None` without an appointment.
    pub start: Option<Timestamp>,
    /// The services that paper and screen may name.
    pub services: Vec<Localized>,
    /// The expected wait.
    pub estimate: Option<Span>,
    /// Counter's name while it is called or in service.
    pub counter: Option<Localized>,
    /// For the citizen's phone; also identifies the paper when it is scanned.
    pub phone_url: Option<String>,
    /// When it was issued.
    pub issued_at: Timestamp,
}

impl TicketView {
    /// All its numbers for the eye, `A 017 · A 803`.
    pub fn numbers(&self) -> String {
        super::stream::all_numbers(self.number, &self.also)
    }
}

/// `POST /wishes` (kiosk): what the holder of a ticket wishes of whoever calls. By its number, because a ticket that
/// the kiosk gave alone has no other name that both know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WishRequest {
    /// Whose.
    pub number: TicketNumber,
    /// What is wished, and what no longer.
    pub change: WishChange,
    /// When it was wished: of an earlier day it means nobody any more.
    pub at: Timestamp,
}

/// `POST /tickets/{visit}/print` (kiosk): what became of the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintReport {
    /// What became of it.
    pub outcome: PrintOutcome,
    /// Why, for staff.
    #[serde(default)]
    pub detail: String,
    /// The order of staff that it was printed for; none of a citizen's own paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Nonce>,
}
