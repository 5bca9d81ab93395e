//! One office's day: commands in, events or a refusal out; the state is a fold over the events.

use crate::Timestamp;
use crate::booking::{Booking, ServiceChoice};
use crate::code::PublicKey;
use crate::estimate::Span;
use crate::id::{AreaId, BookingId, CallId, CounterId, DeviceId, StaffId, VisitId};
use crate::office::{Localized, Office};
use crate::queue::Why;
use crate::ticket::{Lease, Letter, TicketNumber};
use crate::visit::{Held, Origin, Visit, VisitCommand, VisitState};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What can be asked of the queue. Each is decided at one moment, given beside it.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Take over a configuration revision; an older one than the current changes nothing.
    AdoptOffice(Box<Office>),
    /// Take over the city's keys and list of offices.
    AdoptCity(City),
    /// Take over what the booking server knows of a booking.
    SyncBooking(Booking),
    /// Judge a code, a short code or a ticket, and check in where the rules allow it.
    CheckIn(CheckIn),
    /// Take a ticket without an appointment.
    WalkIn(WalkIn),
    /// Take the ticket that a [`CheckInRefusal::TooLate`] offered.
    TakeLate {
        /// The booking that is replaced.
        booking: BookingId,
        /// When the citizen came.
        seen_at: Timestamp,
    },
    /// A clerk takes a counter.
    OpenCounter {
        /// Which.
        counter: CounterId,
        /// Who.
        staff: StaffId,
    },
    /// A clerk leaves a counter; refused while a visit is called or in service there.
    CloseCounter(CounterId),
    /// Find, claim and announce the next ticket for a counter.
    CallNext(CounterId),
    /// A step of the visit that is called or in service at a counter.
    Step(CounterId, Step),
    /// Take back the counter's last step, within 60 s.
    Undo(CounterId),
    /// A terminal has shown or sounded a call.
    Acknowledge {
        /// Which call.
        call: CallId,
        /// Whether it was heard as well as seen.
        heard: bool,
    },
    /// The paper's outcome, as the kiosk saw it.
    ReportPrint {
        /// Whose ticket.
        visit: VisitId,
        /// What became of it.
        outcome: PrintOutcome,
    },
    /// Numbers for a kiosk that may have to work alone.
    Lease {
        /// Who asks.
        device: DeviceId,
        /// The office's local day.
        day: NaiveDate,
        /// For which area.
        area: AreaId,
        /// How many, 200–999.
        count: u16,
    },
    /// Time has passed: end a day that is over.
    Tick,
}

/// A step that a clerk takes with the visit at the counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Ask again.
    Recall,
    /// The citizen is here.
    Start,
    /// Served.
    Finish,
    /// Back to the queue.
    PutBack,
    /// Did not come.
    NoShow,
}

/// The city's part of what a lobby and its terminals need.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct City {
    /// The keys that codes are signed with.
    pub keys: Vec<PublicKey>,
    /// All offices, so that a code of another one can be answered with its name and address.
    pub offices: Vec<OfficeCard>,
}

/// Enough of another office to send somebody there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeCard {
    /// Its number in check-in codes.
    pub number: u16,
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
}

/// What was held before the camera, or typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presented {
    /// The untrimmed text of a QR code.
    Scanned(String),
    /// A short code that belongs to this booking.
    ShortCode(BookingId),
    /// A well-formed short code that no open booking has.
    UnknownShortCode,
    /// The QR of one of our own tickets.
    Ticket(VisitId),
}

/// An attempt to check in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIn {
    /// What was presented.
    pub presented: Presented,
    /// When the terminal first saw it, truncated to the second; already judged to be trustworthy.
    pub seen_at: Timestamp,
}

/// A wish for a ticket without an appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkIn {
    /// What for; at least one.
    pub services: Vec<ServiceChoice>,
    /// When the first key was pressed.
    pub seen_at: Timestamp,
}

/// What became of a ticket's paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintOutcome {
    /// The printer has said that it is done.
    Printed,
    /// Nothing of it left the kiosk.
    NotSent,
    /// Some of it may be on paper.
    Unknown,
}

/// What happened. Events are append-only: a variant or field is added, never changed or removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A configuration revision is in force.
    OfficeAdopted {
        /// All of it.
        office: Box<Office>,
    },
    /// The city's keys and offices are in force.
    CityAdopted {
        /// All of it.
        city: City,
    },
    /// The booking server said this of a booking.
    BookingSynced {
        /// All of it.
        booking: Booking,
    },
    /// Somebody could not check in.
    CheckInRefused {
        /// Why.
        reason: RefusalReason,
        /// Whose booking, where known.
        booking: Option<BookingId>,
    },
    /// Somebody checked in or took a ticket.
    VisitOpened {
        /// Its id.
        visit: VisitId,
        /// Its number.
        number: TicketNumber,
        /// Its booking, if any.
        booking: Option<BookingId>,
        /// Why it is here.
        origin: Origin,
        /// What for.
        services: Vec<ServiceChoice>,
        /// Where it waits.
        area: AreaId,
        /// The booked start.
        start: Option<Timestamp>,
        /// Arrival.
        arrived: Timestamp,
        /// The wait that it was told.
        estimate: Option<Span>,
    },
    /// A ticket was called; every recall is an event of its own.
    Called {
        /// Whose.
        visit: VisitId,
        /// The call's id.
        call: CallId,
        /// Where to.
        counter: CounterId,
        /// Whether it counts towards a no-show.
        counted: bool,
        /// Why this ticket; `None` for a recall.
        why: Option<Why>,
    },
    /// A terminal has shown a call.
    CallAcknowledged {
        /// Whose.
        visit: VisitId,
        /// Which.
        call: CallId,
        /// Whether it was heard, too.
        heard: bool,
    },
    /// Service began.
    Started {
        /// Whose.
        visit: VisitId,
    },
    /// Service ended.
    Finished {
        /// Whose.
        visit: VisitId,
        /// By the day's end and not by a clerk.
        auto: bool,
    },
    /// Back to the queue, held.
    PutBack {
        /// Whose.
        visit: VisitId,
        /// For how long.
        held: Held,
    },
    /// Did not come.
    NoShow {
        /// Whose.
        visit: VisitId,
    },
    /// Came back after a no-show, with a key anew.
    Returned {
        /// Whose.
        visit: VisitId,
        /// When.
        arrived: Timestamp,
    },
    /// Given up while waiting.
    Cancelled {
        /// Whose.
        visit: VisitId,
    },
    /// Still open at the day's end.
    Unserved {
        /// Whose.
        visit: VisitId,
    },
    /// A clerk's last step was taken back; the visit is as it was.
    Undone {
        /// At which counter.
        counter: CounterId,
        /// As it is again.
        visit: Box<Visit>,
        /// The call that was shown and is taken back aloud.
        withdrawn: Option<CallId>,
    },
    /// A clerk took a counter.
    CounterOpened {
        /// Which.
        counter: CounterId,
        /// Who.
        staff: StaffId,
    },
    /// A clerk left a counter.
    CounterClosed {
        /// Which.
        counter: CounterId,
    },
    /// A kiosk owns these numbers.
    Leased {
        /// All of it.
        lease: Lease,
    },
    /// A letter took over from one that is used up.
    LetterTaken {
        /// For which area.
        area: AreaId,
        /// The new letter.
        letter: Letter,
    },
    /// A kiosk said what became of a ticket's paper.
    PrintReported {
        /// Whose.
        visit: VisitId,
        /// What.
        outcome: PrintOutcome,
    },
    /// A day is over; its numbers and bookings are gone.
    DayEnded {
        /// Which.
        day: NaiveDate,
    },
}

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
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The office is closed by an announced closure.
    OfficeClosed {
        /// How to go on.
        reason: Localized,
        /// The booked time.
        start: Timestamp,
    },
    /// No number is left.
    QueueFull,
}

/// What the citizen is told who may come in.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// A service is unknown or not offered without an appointment.
    #[error("service `{0}` is not offered without an appointment")]
    NotOffered(crate::id::ServiceId),
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
    /// Nobody who could be called.
    #[error("nobody is waiting for this counter")]
    NobodyWaiting,
    /// Nobody is called or in service at the counter.
    #[error("nobody is at this counter")]
    NobodyAtCounter,
    /// The visit's table does not allow it.
    #[error("a visit that is {state:?} does not take {command:?}")]
    NotNow {
        /// Where the visit stands.
        state: VisitState,
        /// What was asked.
        command: VisitCommand,
    },
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
    /// No display, speaker or phone has shown the call.
    #[error("no display has shown the call; please call out")]
    CallNotShown,
    /// Nothing to take back, or more than 60 s ago.
    #[error("there is nothing to take back")]
    NothingToUndo,
    /// Somebody has touched the ticket or the counter since.
    #[error("something has happened since; it cannot be taken back")]
    ChangedSince,
    /// No walk-in.
    #[error(transparent)]
    WalkIn(#[from] WalkInRefusal),
    /// No numbers left to lease.
    #[error("no ticket numbers are left for that day")]
    NoNumbers,
}

/// What a command brought, besides its events.
#[derive(Debug, Clone, PartialEq, Eq)]
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
}

/// A command's events and reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What happened, in order.
    pub events: Vec<Event>,
    /// What to answer.
    pub reply: Reply,
}
