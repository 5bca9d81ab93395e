//! What happened, as the log keeps it.

mod of_visit;

use super::{City, IntakeScope, PrintOutcome, RefusalReason, Transfer};
use crate::Timestamp;
use crate::booking::{Booking, ServiceChoice};
use crate::estimate::{Expected, Span};
use crate::id::{AreaId, BookingId, CallId, ChoiceId, CounterId, StaffId, VisitId};
use crate::office::Office;
use crate::queue::Why;
use crate::ticket::{Lease, Letter, TicketNumber};
use crate::visit::{Held, Mark, Origin, Visit, Wishes};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
        /// The same with its middle, to be compared with what came.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expected: Option<Expected>,
        /// Whether its presence made a held booking certain.
        #[serde(default)]
        confirmed_by_presence: bool,
        /// The language that was chosen at the terminal without an appointment, a BCP 47 tag.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    },
    /// Somebody who has a ticket presented the code again.
    CheckInRepeated {
        /// Whose.
        visit: VisitId,
    },
    /// A ticket was called; every recall is an event of its own.
    Called {
        /// Whose.
        visit: VisitId,
        /// The call's id.
        call: CallId,
        /// Where to.
        counter: CounterId,
        /// Whether it can count towards a no-show: it does once a terminal has acknowledged it.
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
        /// What was done; empty means all that the visit was for.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        done: Vec<ServiceChoice>,
        /// How it ended.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<ChoiceId>,
    },
    /// Put aside.
    Parked {
        /// Whose.
        visit: VisitId,
        /// By whom.
        staff: StaffId,
    },
    /// Served without a call, or again after being put aside.
    Taken {
        /// Whose.
        visit: VisitId,
        /// Where.
        counter: CounterId,
        /// Whether the visit was opened only for this: taking it back ends the visit.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        at_once: bool,
    },
    /// Handed on.
    Transferred {
        /// Whose.
        visit: VisitId,
        /// To whom, and what is still to be done.
        transfer: Transfer,
        /// Where it waits now.
        area: AreaId,
        /// The counter whose clerk did it.
        counter: Option<CounterId>,
        /// The standing call that ends by it.
        withdrawn: Option<CallId>,
    },
    /// Goes before others.
    MadeUrgent {
        /// Whose.
        visit: VisitId,
        /// Of the office's list.
        reason: ChoiceId,
        /// The counter whose clerk did it.
        counter: Option<CounterId>,
    },
    /// Goes on as a part of another visit.
    Merged {
        /// Whose visit ends by it.
        visit: VisitId,
        /// The other.
        into: VisitId,
        /// The counter whose clerk did it.
        counter: Option<CounterId>,
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
    /// Given up.
    Cancelled {
        /// Whose.
        visit: VisitId,
        /// The counter whose clerk did it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counter: Option<CounterId>,
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
    /// A kiosk that was alone had given this number to this visit; another than the visit's own is its alias.
    HandedOver {
        /// Whose.
        visit: VisitId,
        /// The number on the kiosk's paper.
        number: TicketNumber,
    },
    /// Reception should look at a visit.
    Marked {
        /// Whose.
        visit: VisitId,
        /// Why.
        mark: Mark,
    },
    /// Somebody came together with others: linked tickets.
    Linked {
        /// Whose ticket.
        visit: VisitId,
        /// The number of the first of those who came together.
        party: TicketNumber,
    },
    /// What somebody wishes of whoever calls is this now.
    Wished {
        /// Whose wishes.
        visit: VisitId,
        /// All of them.
        wishes: Wishes,
    },
    /// A kiosk that was alone had let somebody in on a day that was over when it handed over: no queue had them.
    MissedDay {
        /// The number on the paper.
        number: TicketNumber,
        /// The booking, if any.
        booking: Option<BookingId>,
        /// Why they came.
        origin: Origin,
        /// When they came.
        arrived: Timestamp,
    },
    /// A kiosk owns these numbers.
    Leased {
        /// All of it.
        lease: Lease,
    },
    /// An area uses this letter from now on: its first of the day, or because the last is used up.
    LetterTaken {
        /// For which area.
        area: AreaId,
        /// The new letter.
        letter: Letter,
        /// On which local day.
        day: NaiveDate,
    },
    /// No letter that was used until now gives another number on that day: the log was restored from a backup.
    LettersClosed {
        /// On which local day.
        day: NaiveDate,
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
    /// A clerk takes a break, or says anew why and until when.
    CounterPaused {
        /// Where.
        counter: CounterId,
        /// Why, of the office's list.
        reason: ChoiceId,
        /// When the clerk means to be back.
        back_at: Option<Timestamp>,
    },
    /// A clerk is back from a break.
    CounterWentOn {
        /// Where.
        counter: CounterId,
    },
    /// A desk was not heard for so long that its clerk counts as away.
    DeskSilent {
        /// At which counter.
        counter: CounterId,
    },
    /// A desk that was silent is heard again.
    DeskHeard {
        /// At which counter.
        counter: CounterId,
    },
    /// A visit of a clerk who is away goes on at another counter; who was called is called anew by the event behind.
    TakenOver {
        /// Which.
        visit: VisitId,
        /// Where to.
        counter: CounterId,
        /// Where it was called or in service; `None` if it was put aside.
        from: Option<CounterId>,
        /// Whose it was.
        staff: StaffId,
    },
    /// Nobody gets a ticket without an appointment, here or for this.
    IntakePaused {
        /// Where or for what.
        scope: IntakeScope,
        /// What is said to it, of the office's list.
        text: Option<ChoiceId>,
    },
    /// Tickets without an appointment are given again.
    IntakeResumed {
        /// Where or for what.
        scope: IntakeScope,
    },
    /// The holder of a ticket was told that nobody will serve it today any more.
    ToldUnserved {
        /// Whose.
        visit: VisitId,
    },
    /// Everything stands still. Calls that stood were withdrawn by the events before.
    Interrupted {
        /// What is said to it, of the office's list.
        text: Option<ChoiceId>,
    },
    /// A standing call is taken back because everything stands still; back to the queue, as it was.
    CallWithdrawn {
        /// Whose.
        visit: VisitId,
        /// Which.
        call: CallId,
    },
    /// Everything goes on, in the same order.
    InterruptionEnded,
    /// Nobody could check in at any terminal.
    TerminalsOut {
        /// First moment.
        from: Timestamp,
        /// First moment after.
        to: Timestamp,
    },
    /// Somebody comes later, as said by phone.
    Delayed {
        /// Whose ticket.
        visit: VisitId,
        /// Held until then at most.
        until: Timestamp,
    },
    /// Reception let somebody in by hand.
    AdmittedByHand {
        /// Whose visit.
        visit: VisitId,
        /// Why, of the office's list.
        reason: ChoiceId,
        /// As on time for this start; `None` where the rules allowed it anyway.
        as_on_time: Option<Timestamp>,
    },
    /// A visit is for something else now.
    ServicesChanged {
        /// Whose.
        visit: VisitId,
        /// What is still to be done, in order.
        services: Vec<ServiceChoice>,
        /// Where it waits.
        area: AreaId,
        /// The counter whose clerk did it.
        counter: Option<CounterId>,
    },
}
