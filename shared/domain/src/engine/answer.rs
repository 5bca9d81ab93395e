//! What a command brings: events and a reply, or a refusal.

use super::{Event, OfficeCard};
use crate::Timestamp;
use crate::estimate::Span;
use crate::id::{BookingId, CounterId, ServiceId, VisitId};
use crate::office::{Holiday, Localized};
use crate::ticket::{Lease, TicketNumber};
use crate::visit::{NotNow, VisitState};
use serde::{Deserialize, Serialize};

/// Why somebody could not check in, for the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusalReason {
    /// Not one of ours.
    Unreadable,
    /// Ours by its look, but its signature, key or booking is not.
    Unknown,
    /// For another office.
    WrongOffice,
    /// The booking is cancelled.
    Cancelled,
    /// The booking has another time now.
    Moved,
    /// The visit is over.
    Finished,
    /// For another day.
    WrongDay,
    /// Before the window.
    TooEarly,
    /// After the window.
    TooLate,
    /// Never confirmed, and its hold is over.
    NotConfirmed,
    /// The office is closed by an announced closure.
    OfficeClosed,
    /// No number is left.
    QueueFull,
}

/// What the citizen is told who cannot check in: what is, and when it will work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "of", rename_all = "snake_case")]
pub enum CheckInRefusal {
    /// Not one of ours.
    Unreadable,
    /// Ours by its look, but its signature, key or booking is not.
    Unknown,
    /// For another office.
    WrongOffice {
        /// Which; `None` when the list does not know its number.
        office: Option<OfficeCard>,
        /// When.
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
        /// When.
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
        /// The booking, and the wait without an appointment where the office offers that.
        offer: Option<(BookingId, Span)>,
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

/// What the citizen is told who may come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "of", rename_all = "snake_case")]
pub enum CheckInOutcome {
    /// In the queue now.
    CheckedIn(VisitId),
    /// In the building already; same number.
    AlreadyCheckedIn(VisitId),
    /// Back in the queue after a no-show; same number.
    BackInQueue(VisitId),
    /// Not now.
    Refused(CheckInRefusal),
}

/// Why no walk-in ticket is given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WalkInRefusal {
    /// The forecast does not serve it before closing, or it would push an appointment too far.
    #[error("the queue is full for today")]
    QueueFull {
        /// When the office opens again.
        opens_at: Option<Timestamp>,
    },
    /// The office is closed now.
    #[error("the office is closed")]
    Closed {
        /// When it opens again.
        opens_at: Option<Timestamp>,
    },
    /// The office is open, and the service is not offered without an appointment at this hour.
    #[error("the service is not offered without an appointment now")]
    NotNow {
        /// When it is.
        opens_at: Option<Timestamp>,
    },
    /// Nobody is let in without an appointment for the moment.
    #[error("intake is paused")]
    Paused {
        /// What the office says to it.
        text: Localized,
    },
    /// A service is unknown or not offered without an appointment.
    #[error("service `{0}` is not offered without an appointment")]
    NotOffered(ServiceId),
    /// No service was named, or too many.
    #[error("choose at least one service and at most ten")]
    NoService,
}

/// Why a command of staff or a terminal changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No configuration has arrived yet.
    #[error("the lobby has no configuration yet; it needs the booking server once")]
    NoOffice,
    /// There is no such counter, visit or call.
    #[error("there is no {what} `{id}`")]
    NotFound {
        /// What was looked for.
        what: &'static str,
        /// Its name.
        id: String,
    },
    /// Nobody has opened the counter.
    #[error("counter `{0}` is not open")]
    CounterNotOpen(CounterId),
    /// Somebody else has the counter.
    #[error("counter `{0}` is taken by somebody else")]
    CounterTaken(CounterId),
    /// Somebody is called or in service at the counter.
    #[error("somebody is at counter `{0}`; finish first")]
    SomebodyAtCounter(CounterId),
    /// There is no late ticket for this booking: it is not late, not for today, or the office decides itself.
    #[error("there is no late ticket for booking `{0}`")]
    NotLate(BookingId),
    /// Somebody else is at the counter by now.
    #[error("somebody else is at this counter by now")]
    SomebodyElse {
        /// Who.
        at_counter: VisitId,
    },
    /// The clerk has put somebody aside.
    #[error("`{0}` is still put aside at this counter")]
    ParkedHere(TicketNumber),
    /// Another clerk, who is there, has put the visit aside.
    #[error("the visit is put aside at counter `{0}`")]
    ParkedElsewhere(CounterId),
    /// Once a visit.
    #[error("the visit is urgent already")]
    AlreadyUrgent,
    /// The visit has ended.
    #[error("the visit is {0:?} already")]
    Over(VisitState),
    /// More services than a visit can be for.
    #[error("a visit can be for ten services at most")]
    TooManyServices,
    /// Nobody who could be called.
    #[error("nobody is waiting for this counter")]
    NobodyWaiting,
    /// Nobody could be called but somebody whose companion is at another counter.
    #[error("`{number}` came together with `{with}`, who is at counter `{counter}`")]
    CompanionElsewhere {
        /// Who waits.
        number: TicketNumber,
        /// Who is there.
        with: TicketNumber,
        /// Where.
        counter: CounterId,
    },
    /// Nobody is called or in service at the counter.
    #[error("nobody is at this counter")]
    NobodyAtCounter,
    /// The visit's table does not allow it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Not called often enough to be a no-show.
    #[error("called {calls} of {needed} times")]
    CalledTooFewTimes {
        /// Counted calls.
        calls: u8,
        /// Needed.
        needed: u8,
    },
    /// The last counted call is too young to count again or to be a no-show yet.
    #[error("the last call is too recent")]
    CallTooRecent {
        /// When it is old enough.
        from: Timestamp,
    },
    /// The citizen said to come later and is waited for until then.
    #[error("the citizen comes later")]
    ComesLater {
        /// Until when.
        until: Timestamp,
    },
    /// No display, speaker or phone has shown the call.
    #[error("no display has shown the call; please call out")]
    CallNotShown,
    /// Nothing to take back, or more than 60 s ago.
    #[error("there is nothing to take back")]
    NothingToUndo,
    /// Somebody has touched the ticket or the counter since.
    #[error("something has happened since; it cannot be taken back")]
    ChangedSince,
    /// The clerk takes a break.
    #[error("counter `{0}` pauses; go on first")]
    CounterPaused(CounterId),
    /// No break while somebody is called or in service.
    #[error("`{number}` is {state:?} here; finish first")]
    StillHere {
        /// Who.
        number: TicketNumber,
        /// Called or in service.
        state: VisitState,
    },
    /// A moment that should be to come is over, or the other way round.
    #[error("{0} is not possible here")]
    Moment(Timestamp),
    /// The clerk whose visit it is is there: nobody takes it over.
    #[error("the clerk of counter `{0}` is there")]
    ClerkThere(CounterId),
    /// Somebody for whom a counter is to be opened has one.
    #[error("they sit at counter `{0}`; close that first")]
    SitsElsewhere(CounterId),
    /// Everything stands still.
    #[error("everything stands still; go on first")]
    Interrupted,
    /// Once a visit.
    #[error("the visit comes later already")]
    AlreadyLate,
    /// Nobody is waited for longer.
    #[error("at most {most} minutes")]
    TooLate {
        /// The limit, in minutes.
        most: u8,
    },
    /// No walk-in.
    #[error(transparent)]
    WalkIn(#[from] WalkInRefusal),
    /// No numbers left to lease.
    #[error("no ticket numbers are left for that day")]
    NoNumbers,
}

/// What a command brought, besides its events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "of", rename_all = "snake_case")]
pub enum Reply {
    /// Nothing to tell.
    Done,
    /// The answer to a check-in.
    CheckIn(CheckInOutcome),
    /// A ticket was opened: a walk-in, or late.
    Opened(VisitId),
    /// Called, or who is at the counter anyway.
    Called(VisitId),
    /// The numbers.
    Leased(Lease),
    /// It is in the log; the visit that it led to, unless its day is over.
    HandedOver(Option<VisitId>),
}

/// A command's events and reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What happened, in order.
    pub events: Vec<Event>,
    /// What to answer.
    pub reply: Reply,
}
