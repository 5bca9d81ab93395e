//! What the booking server refuses, as values: each says what is and what to do.

use foyer_domain::Timestamp;
use serde::{Deserialize, Serialize};

/// A request that was understood and is refused. Which status each gets stands in [`crate::error`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "refusal", rename_all = "snake_case")]
pub enum Refusal {
    /// No office has this id.
    #[error("there is no office `{office}`; see /api/v1/offices")]
    OfficeUnknown {
        /// As asked for.
        office: String,
    },
    /// The office does not offer this service.
    #[error("the office does not offer `{service}`; see /api/v1/offices")]
    ServiceUnknown {
        /// As asked for.
        service: String,
    },
    /// A list of services that cannot be booked.
    #[error("name 1 to 20 different services, each 1 to 20 times")]
    ServicesWrong,
    /// More of one service than an appointment can have.
    #[error("`{service}` can be booked {most} times at most in one appointment")]
    TooMany {
        /// Which.
        service: String,
        /// How many there can be.
        most: u8,
    },
    /// Services that the office does not combine.
    #[error("`{service}` and `{other}` do not go in one appointment; book two")]
    NotTogether {
        /// One of them.
        service: String,
        /// The other.
        other: String,
    },
    /// More at once than a day has.
    #[error("all of it would take {minutes} minutes; book it as several appointments")]
    TooLong {
        /// The sum.
        minutes: u32,
    },
    /// A search over too many days, or backwards.
    #[error("`to` must be later than `from`, by 31 days at most")]
    SpanWrong,
    /// Figures of days that run backwards, are too many or of another age.
    #[error("`to` must not be before `from`, by less than 400 days after it, both from 2000 to 2199")]
    DaysWrong,
    /// A start that the office does not offer at all.
    #[error("the office does not offer this time; ask /free-times for those it offers")]
    NotOffered,
    /// Somebody else has it.
    #[error("this time is taken{}", next.map(|next| format!("; the next free one is {}", rfc3339(next))).unwrap_or_default())]
    SlotTaken {
        /// What is free instead.
        next: Option<Timestamp>,
    },
    /// No hold has this name, or it has become a booking.
    #[error("there is no such hold; choose a time again")]
    HoldUnknown,
    /// The hold is over.
    #[error("the time was held until {} and is free again; choose a time again", rfc3339(*until))]
    HoldExpired {
        /// When it ended.
        until: Timestamp,
    },
    /// No booking has this secret.
    #[error("there is no such booking; check the link")]
    BookingUnknown,
    /// It was given up before.
    #[error("this booking is cancelled; book a new appointment")]
    BookingCancelled,
    /// Its time has passed, or it has been used.
    #[error("this appointment has begun or is over and can no longer be changed")]
    BookingOver,
    /// A wrong PIN.
    #[error("the PIN is wrong; {left} more tries")]
    PinWrong {
        /// How many wrong ones are left before it locks.
        left: u8,
    },
    /// Too many wrong PINs.
    #[error("too many wrong PINs; try again after {}", rfc3339(*until))]
    PinLocked {
        /// When it can be tried again.
        until: Timestamp,
    },
    /// A contact that cannot be one.
    #[error("`{field}` {fault}")]
    ContactWrong {
        /// `name`, `email` or `language`.
        field: String,
        /// What is wrong, and what helps.
        fault: String,
    },
    /// Staff have blocked this contact for a time.
    #[error("with this contact no appointments can be booked online until {}; ask the office", rfc3339(*until))]
    ContactBlocked {
        /// Until when.
        until: Timestamp,
    },
    /// This contact has as many open bookings of a service as somebody may have.
    #[error("with this contact {most} appointments are booked for this already; that is the most")]
    TooManyBookings {
        /// How many there can be.
        most: u8,
    },
    /// This contact has asked for as many times as somebody may at once.
    #[error("with this contact {most} requests wait for an answer already; that is the most")]
    TooManyAsked {
        /// How many there can be.
        most: u8,
    },
    /// The same nonce for something else.
    #[error("this `idempotency-key` was used for another request; make a new one")]
    NonceReused,
    /// Nobody waits or asks under this link any more.
    #[error("there is no such entry; it was left, answered or is over")]
    AskingUnknown,
    /// A link code that does not exist, was used or is too old.
    #[error("this code is unknown, used or older than 30 minutes; make one with `foyer-booking office link`")]
    LinkCodeUnknown,
    /// No token, or one that is not valid.
    #[error(
        "send `authorization: Bearer …` with the token that POST /api/v1/lobbies gave or `foyer-booking token add` printed"
    )]
    TokenWrong,
    /// A token that does not allow this.
    #[error("this token does not allow `{right}`; make one with `foyer-booking token add --right {right}`")]
    RightMissing {
        /// [`crate::rights::Right::name`].
        right: String,
    },
    /// No ticket has this secret.
    #[error("there is no such ticket")]
    TicketUnknown,
    /// Only who waits can come later.
    #[error("this ticket does not wait any more")]
    TicketNotWaiting,
    /// Once a visit.
    #[error("the holder of this ticket comes later already; once is possible")]
    LateAlready,
    /// The ticket's visit ended a while ago.
    #[error("this ticket's visit is over")]
    TicketOver,
}

fn rfc3339(at: Timestamp) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}
