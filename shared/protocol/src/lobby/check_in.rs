//! Checking in with a code, a short code or a ticket.

use super::TicketView;
use foyer_domain::Timestamp;
use foyer_domain::engine::{CheckInRefusal, OfficeCard};
use foyer_domain::estimate::Span;
use foyer_domain::id::BookingId;
use foyer_domain::office::{Holiday, Localized};
use foyer_domain::ticket::TicketNumber;
use serde::{Deserialize, Serialize};

/// `POST /check-ins` (kiosk): answered with a [`CheckInReply`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckInRequest {
    /// What was held before the camera, or typed.
    pub presented: Presented,
    /// When the terminal first saw it, truncated to the second.
    pub seen_at: Timestamp,
    /// The number of a companion's ticket: who came together is linked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<TicketNumber>,
}

/// What was held before the camera, or typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", content = "text", rename_all = "snake_case")]
pub enum Presented {
    /// The untrimmed text of a QR code: a check-in code or a ticket's phone link.
    Scan(String),
    /// A typed short code, 8 characters without the dash.
    ShortCode(String),
}

/// The answer to a check-in, and what time the lobby has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInReply {
    /// The lobby's time.
    pub now: Timestamp,
    /// The language that the booking was made in, a BCP 47 tag, where a booking was found: the terminal speaks it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The answer.
    pub answer: CheckInAnswer,
}

/// The answer to a check-in. A refusal is a value, not an error, and says when it will work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum CheckInAnswer {
    /// In the queue now: print.
    CheckedIn {
        /// The ticket.
        ticket: TicketView,
    },
    /// In the building already: same number, nothing is printed by itself.
    AlreadyCheckedIn {
        /// The ticket.
        ticket: TicketView,
    },
    /// Back in the queue after a no-show: same number, nothing is printed by itself.
    BackInQueue {
        /// The ticket.
        ticket: TicketView,
    },
    /// Not one of ours.
    Unreadable,
    /// Ours by its look, but not known or not genuine; also a short code that nobody has.
    Unknown,
    /// Too many wrong short codes: the keypad rests until then.
    KeypadLocked {
        /// First moment at which it works again.
        until: Timestamp,
    },
    /// For another office.
    WrongOffice {
        /// Which, where known.
        office: Option<OfficeCard>,
        /// The booked time.
        start: Timestamp,
    },
    /// The booking is cancelled.
    Cancelled {
        /// When it would have been.
        start: Timestamp,
    },
    /// The booking has another time now.
    Moved {
        /// The new time.
        start: Timestamp,
    },
    /// The visit is over.
    Finished {
        /// Its number.
        number: TicketNumber,
    },
    /// For another day.
    WrongDay {
        /// The booked time.
        start: Timestamp,
    },
    /// Before the window.
    TooEarly {
        /// First second of the window.
        opens_at: Timestamp,
        /// The booked time.
        start: Timestamp,
    },
    /// After the window.
    TooLate {
        /// Last second of the window.
        closed_at: Timestamp,
        /// The booked time.
        start: Timestamp,
        /// "Ohne Termin warten, etwa 40 Minuten", where the office offers it.
        offer: Option<LateOffer>,
    },
    /// Never confirmed, and its hold is over.
    NotConfirmed {
        /// When it would have been.
        start: Timestamp,
    },
    /// The office is closed by an announced closure or a holiday.
    OfficeClosed {
        /// How to go on; empty on a holiday.
        reason: Localized,
        /// The holiday, where nothing else is announced.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        holiday: Option<Holiday>,
        /// The booked time.
        start: Timestamp,
    },
    /// No number is left.
    QueueFull,
}

/// What a late citizen can have instead of the appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateOffer {
    /// The booking that would be replaced.
    pub booking: BookingId,
    /// The expected wait.
    pub estimate: Span,
}

impl From<CheckInRefusal> for CheckInAnswer {
    fn from(refusal: CheckInRefusal) -> Self {
        match refusal {
            CheckInRefusal::Unreadable => Self::Unreadable,
            CheckInRefusal::Unknown => Self::Unknown,
            CheckInRefusal::WrongOffice { office, start } => Self::WrongOffice { office, start },
            CheckInRefusal::Cancelled { start } => Self::Cancelled { start },
            CheckInRefusal::Moved { start } => Self::Moved { start },
            CheckInRefusal::Finished { number } => Self::Finished { number },
            CheckInRefusal::WrongDay { start } => Self::WrongDay { start },
            CheckInRefusal::TooEarly { opens_at, start } => Self::TooEarly { opens_at, start },
            CheckInRefusal::TooLate { closed_at, start, offer } => Self::TooLate {
                closed_at,
                start,
                offer: offer.map(|(booking, estimate)| LateOffer { booking, estimate }),
            },
            CheckInRefusal::NotConfirmed { start } => Self::NotConfirmed { start },
            CheckInRefusal::OfficeClosed { reason, holiday, start } => {
                Self::OfficeClosed { reason, holiday, start }
            }
            CheckInRefusal::QueueFull => Self::QueueFull,
        }
    }
}
