//! A visit: everything between check-in and finish, with its one table of states and commands.
//!
//! Where a command leads from a state; `·` is refused by name ([`NotNow`]), and so is what a [`Guard`] in the last
//! column does not let pass. A test compares this table with [`VisitState::after`] and [`VisitCommand::guards`].
//!
//! | | waiting | called | serving | parked | no_show | finished | cancelled | unserved | only if |
//! |---|---|---|---|---|---|---|---|---|---|
//! | call | called | · | · | · | · | · | · | · | goes_on, counter_free, together |
//! | recall | · | called | · | · | · | · | · | · | goes_on, at_counter |
//! | start | · | serving | · | · | · | · | · | · | at_counter |
//! | finish | · | · | finished | finished | · | · | · | · | at_counter |
//! | put_back | · | waiting | · | · | · | · | · | · | at_counter |
//! | no_show | · | no_show | · | · | · | · | · | · | goes_on, at_counter, shown, called_enough |
//! | return | · | · | · | · | waiting | · | · | · |  |
//! | park | · | · | parked | · | · | · | · | · | at_counter |
//! | resume | · | · | · | serving | · | · | · | · | goes_on, counter_free, together, left |
//! | transfer | waiting | waiting | waiting | waiting | · | · | · | · |  |
//! | quick | serving | · | · | · | · | · | · | · | goes_on, counter_free, together |
//! | cancel | cancelled | cancelled | · | cancelled | · | · | · | · |  |
//! | merge | cancelled | · | · | cancelled | · | · | · | · | fits |
//! | withdraw | · | waiting | · | · | · | · | · | · |  |
//! | take_over | · | called | serving | serving | · | · | · | · | goes_on, counter_free, together, absent |
//! | end_day | unserved | unserved | finished | unserved | · | · | · | · |  |
//!
//! A transfer keeps number, notes, urgency and arrival, and so does what is still to be done after a finish; `quick`
//! serves without a call; `merge` goes on as a part of another visit; `withdraw` takes back a standing call because
//! everything stands still; `take_over` goes on at another counter; at the day's end a visit in service is finished
//! and every other open one is unserved.

mod bound;
mod fold;
mod guard;
mod watch;
mod wishes;

pub use bound::Bound;
pub use guard::Guard;
pub use watch::Watch;
pub use wishes::{WishChange, Wishes};

use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::estimate::{Expected, Span};
use crate::id::{AreaId, BookingId, CallId, ChoiceId, CounterId, StaffId, VisitId};
use crate::office::Rules;
use crate::ticket::TicketNumber;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// Where a visit stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
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

impl VisitState {
    /// All states, in the order of a visit's life.
    pub const ALL: [Self; 8] = [
        Self::Waiting,
        Self::Called,
        Self::Serving,
        Self::Parked,
        Self::NoShow,
        Self::Finished,
        Self::Cancelled,
        Self::Unserved,
    ];

    /// Whether the visit is still going on; a no-show is not, although it can come back.
    pub fn is_open(self) -> bool {
        match self {
            Self::Waiting | Self::Called | Self::Serving | Self::Parked => true,
            Self::Finished | Self::NoShow | Self::Cancelled | Self::Unserved => false,
        }
    }

    /// Whether the visit occupies a counter.
    pub fn is_at_counter(self) -> bool {
        matches!(self, Self::Called | Self::Serving)
    }

    /// The one table: where a command leads from this state.
    ///
    /// # Errors
    /// The state does not take the command.
    pub fn after(self, command: VisitCommand) -> Result<Self, NotNow> {
        use VisitCommand as C;
        match (self, command) {
            (Self::Waiting, C::Call) | (Self::Called, C::Recall) => Ok(Self::Called),
            (Self::Called, C::Start) | (Self::Parked, C::Resume) | (Self::Waiting, C::Quick) => {
                Ok(Self::Serving)
            }
            (Self::Serving, C::Finish | C::EndDay) | (Self::Parked, C::Finish) => Ok(Self::Finished),
            (Self::Called, C::PutBack | C::Withdraw) | (Self::NoShow, C::Return) => Ok(Self::Waiting),
            (Self::Called, C::TakeOver) => Ok(Self::Called),
            (Self::Serving | Self::Parked, C::TakeOver) => Ok(Self::Serving),
            (Self::Waiting | Self::Called | Self::Serving | Self::Parked, C::Transfer) => Ok(Self::Waiting),
            (Self::Called, C::NoShow) => Ok(Self::NoShow),
            (Self::Serving, C::Park) => Ok(Self::Parked),
            (Self::Waiting | Self::Called | Self::Parked, C::Cancel)
            | (Self::Waiting | Self::Parked, C::Merge) => Ok(Self::Cancelled),
            (Self::Waiting | Self::Called | Self::Parked, C::EndDay) => Ok(Self::Unserved),
            (state, command) => Err(NotNow { state, command }),
        }
    }
}

/// The table of a visit's life does not allow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a visit that is {state:?} does not take {command:?}")]
pub struct NotNow {
    /// Where the visit stands.
    pub state: VisitState,
    /// What was asked.
    pub command: VisitCommand,
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
    /// Time in the queue of closed stretches, in milliseconds.
    #[serde(default)]
    pub waited_ms: u64,
    /// Time between call and arrival at the counter, of closed stretches, in milliseconds.
    #[serde(default)]
    pub way_ms: u64,
    /// Time put aside, of closed stretches, in milliseconds.
    #[serde(default)]
    pub parked_ms: u64,
    /// Time in which everything stood still, of closed stretches, in milliseconds: in none of the others.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub interrupted_ms: u64,
    /// End of the visit.
    pub ended: Option<Timestamp>,
    /// The expected wait when the ticket was issued.
    pub estimate: Option<Span>,
    /// The same with its middle and quarters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Expected>,
    /// Numbers of further papers of the same visit: a kiosk that was alone gave one, too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<TicketNumber>,
    /// Whether a kiosk that was alone let it in: what became of its booking elsewhere never ends it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub alone: bool,
    /// What reception should look at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// With whom it came: the number of the first of them; its own where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<TicketNumber>,
    /// What is wished of whoever calls.
    #[serde(default, skip_serializing_if = "Wishes::is_none")]
    pub wishes: Wishes,
    /// The reason for which it is urgent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgent_reason: Option<ChoiceId>,
    /// Handed on to this counter or person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// Comes later, as said by phone: held until then, once a visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_until: Option<Timestamp>,
    /// The reason for which reception let it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admitted: Option<ChoiceId>,
    /// When its holder was told that nobody will serve it today any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Timestamp>,
    /// Who has put it aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parked_by: Option<StaffId>,
    /// What was done, and how often.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done: Vec<ServiceChoice>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ChoiceId>,
    /// The visit that it goes on as a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<VisitId>,
    /// The visits that go on as a part of this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<VisitId>,
    /// The language that was chosen at the terminal without an appointment, a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

fn is_zero(ms: &u64) -> bool {
    *ms == 0
}

/// What reception should look at: a kiosk that was alone could not know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// The booking is cancelled.
    Cancelled,
    /// The booking has another time now.
    Moved,
    /// The booking was never confirmed, and its hold was over.
    NotConfirmed,
    /// Another visit has the number on the paper; this one got another.
    NumberTaken,
    /// The kiosk did not trust its clock when it let it in.
    ClockDoubted,
}

impl Visit {
    /// Whether one of its papers carries this number.
    pub fn has_number(&self, number: TicketNumber) -> bool {
        self.number == number || self.aliases.contains(&number)
    }

    /// Whoever has the same came together and is never called to different counters at once.
    pub fn party(&self) -> TicketNumber {
        self.party.unwrap_or(self.number)
    }

    /// From when on another call counts towards a no-show; `None` if none has counted yet. Somebody who wishes
    /// for help or time needs longer on the way.
    pub fn counts_again_from(&self, rules: &Rules) -> Option<Timestamp> {
        let longer = if self.wishes.needs_longer() { wishes::LONGER } else { 1 };
        let apart = TimeDelta::seconds(i64::from(rules.recall_counts_after_seconds)) * longer;
        self.counted_at.map(|counted_at| counted_at + apart)
    }
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
    /// Go on as a part of another visit.
    Merge,
    /// Take back a standing call because everything stands still.
    Withdraw,
    /// Go on with it at another counter.
    TakeOver,
    /// The day is over.
    EndDay,
}

impl VisitCommand {
    /// All commands.
    pub const ALL: [Self; 16] = [
        Self::Call,
        Self::Recall,
        Self::Start,
        Self::Finish,
        Self::PutBack,
        Self::NoShow,
        Self::Return,
        Self::Park,
        Self::Resume,
        Self::Transfer,
        Self::Quick,
        Self::Cancel,
        Self::Merge,
        Self::Withdraw,
        Self::TakeOver,
        Self::EndDay,
    ];
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

#[cfg(test)]
mod tests {
    use super::*;

    fn name(value: impl Serialize) -> String {
        serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
    }

    /// The table as the code has it, exhaustively: every state with every command.
    fn table() -> String {
        let states: Vec<String> = VisitState::ALL.map(name).to_vec();
        let head = format!("//! | | {} | only if |", states.join(" | "));
        let mut lines = vec![head, format!("//! |---|{}", "---|".repeat(9))];
        for command in VisitCommand::ALL {
            let after = |state: VisitState| state.after(command).map_or("·".to_owned(), name);
            let states = VisitState::ALL.map(after).join(" | ");
            let guards: Vec<String> = command.guards().iter().map(name).collect();
            lines.push(format!("//! | {} | {states} | {} |", name(command), guards.join(", ")));
        }
        lines.join("\n")
    }

    #[test]
    fn the_documented_table_is_the_one_that_holds() {
        let source = include_str!("visit.rs");
        assert!(source.contains(&table()), "the module's table should be:\n{}", table());
    }

    #[test]
    fn what_is_refused_is_named() {
        let refused = VisitState::Finished.after(VisitCommand::Start).unwrap_err();
        assert_eq!(refused, NotNow { state: VisitState::Finished, command: VisitCommand::Start });
        assert_eq!(refused.to_string(), "a visit that is Finished does not take Start");
    }

    #[test]
    fn whoever_has_ended_never_opens_again_but_by_returning() {
        for state in VisitState::ALL.into_iter().filter(|state| !state.is_open()) {
            let taken: Vec<VisitCommand> =
                VisitCommand::ALL.into_iter().filter(|&command| state.after(command).is_ok()).collect();
            let expected = if state == VisitState::NoShow { vec![VisitCommand::Return] } else { vec![] };
            assert_eq!(taken, expected, "{state:?}");
        }
    }
}
