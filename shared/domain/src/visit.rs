//! A visit: everything between check-in and finish, with its one table of states and commands.

use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::estimate::Span;
use crate::id::{AreaId, BookingId, CallId, CounterId, StaffId, VisitId};
use crate::ticket::TicketNumber;
use serde::{Deserialize, Serialize};

/// Where a visit stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitState {
    /// In the queue.
    Waiting,
    /// Asked to come to a counter.
    Called,
    /// At the counter.
    Serving,
    /// Put aside with its time, to go on later.
    Parked,
    /// Served.
    Finished,
    /// Called the allowed number of times and did not come.
    NoShow,
    /// Given up.
    Cancelled,
    /// Still open at the day's end.
    Unserved,
}

/// Why somebody is in the building.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Checked in for a booking, in its window.
    Appointment,
    /// Came without a booking.
    WalkIn,
    /// Came after the window and waits without an appointment; the booking is replaced.
    Late,
}

/// One visit with its times. Wait, way and service time are computed from these and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Its id.
    pub id: VisitId,
    /// Its ticket number.
    pub number: TicketNumber,
    /// The booking it came from, if any; for [`Origin::Late`] the one that it replaces.
    pub booking: Option<BookingId>,
    /// Why it is here.
    pub origin: Origin,
    /// What for. Empty while it is not yet known: the code was genuine, and its booking has not arrived yet.
    pub services: Vec<ServiceChoice>,
    /// Where its ticket waits.
    pub area: AreaId,
    /// The booked start; `None` without an appointment.
    pub start: Option<Timestamp>,
    /// Arrival: when the terminal first saw the code or the first key was pressed.
    pub arrived: Timestamp,
    /// Urgent, once a visit: its key moves forward.
    pub urgent: bool,
    /// Where it stands.
    pub state: VisitState,
    /// Since when it stands there.
    pub since: Timestamp,
    /// The queue key's base: arrival, or the return after a no-show.
    pub queued: Timestamp,
    /// Put back: not called before this, unless nobody else is there or enough others were called.
    pub held: Option<Held>,
    /// Counted calls since it was last queued anew: acknowledged, and far enough from one another.
    pub calls: u8,
    /// When the last counted call was made.
    pub counted_at: Option<Timestamp>,
    /// The standing or last call.
    pub call: Option<Call>,
    /// Who serves it, or served it last.
    pub counter: Option<CounterId>,
    /// First call of all.
    pub first_called: Option<Timestamp>,
    /// When service began first.
    pub started: Option<Timestamp>,
    /// Service time of closed stretches, in milliseconds.
    pub served_ms: u64,
    /// End of the visit.
    pub ended: Option<Timestamp>,
    /// The expected wait when the ticket was issued.
    pub estimate: Option<Span>,
}

/// A call that stands, or the last one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Its id; each recall has its own.
    pub id: CallId,
    /// Where to.
    pub counter: CounterId,
    /// When.
    pub at: Timestamp,
    /// Whether it counts towards a no-show, once it is acknowledged.
    pub counts: bool,
    /// Whether a working display, speaker or phone has shown it.
    pub acknowledged: bool,
    /// Whether it was heard as well.
    pub heard: bool,
}

/// A ticket that was put back keeps its key and is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Until then at most.
    pub until: Timestamp,
    /// … or until so many other tickets were called at counters that could serve it.
    pub others_left: u8,
}

/// What can be done with a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitCommand {
    /// Ask the ticket to a counter.
    Call,
    /// Ask again.
    Recall,
    /// The citizen is at the counter.
    Start,
    /// Served.
    Finish,
    /// Called by mistake or away for a moment: back to the queue with its key, held.
    PutBack,
    /// Did not come.
    NoShow,
    /// Scanned again after a no-show.
    Return,
    /// Put aside.
    Park,
    /// Go on after parking.
    Resume,
    /// Hand on to another service, counter or clerk.
    Transfer,
    /// Serve at once without a call.
    Quick,
    /// Give up.
    Cancel,
    /// The day is over.
    EndDay,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "actor", content = "id", rename_all = "snake_case")]
pub enum Actor {
    /// A terminal.
    Device(crate::id::DeviceId),
    /// A person of the staff.
    Staff(StaffId),
    /// The booking server's feed.
    Booking,
    /// A timer of the lobby itself.
    System,
}
