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
    /// More at once than a day has.
    #[error("all of it would take {minutes} minutes; book it as several appointments")]
    TooLong {
        /// The sum.
        minutes: u32,
    },
    /// A search over too many days, or backwards.
    #[error("`to` must be later than `from`, by 31 days at most")]
    SpanWrong,
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
    /// The same nonce for something else.
    #[error("this `idempotency-key` was used for another request; make a new one")]
    NonceReused,
    /// A link code that does not exist, was used or is too old.
    #[error("this code is unknown, used or older than 30 minutes; make one with `foyer-booking office link`")]
    LinkCodeUnknown,
    /// No token, or one that is not valid.
    #[error("send `authorization: Bearer …` with the token that POST /api/v1/lobbies gave")]
    TokenWrong,
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
