//! The state of one office's day.

use super::{City, Command, Decision, Event, Refusal};
use crate::Timestamp;
use crate::booking::{Booking, ServiceChoice};
use crate::estimate::Span;
use crate::id::{BookingId, CounterId, StaffId, VisitId};
use crate::office::Office;
use crate::queue::Pick;
use crate::visit::{Actor, Visit};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An open counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CounterState {
    /// Who serves there.
    pub staff: StaffId,
    /// Since when it is open.
    pub since: Timestamp,
    /// Who is called there or in service.
    pub visit: Option<VisitId>,
}

/// What a clerk can take back now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UndoableStep {
    /// A call, its recalls included.
    Call,
    /// The begin of service.
    Start,
    /// The end of service.
    Finish,
    /// Putting back.
    PutBack,
    /// Giving somebody up as not appeared.
    NoShow,
}

/// One office's day: a fold over its events.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QueueState {
    office: Option<Office>,
    city: City,
    bookings: BTreeMap<BookingId, Booking>,
    visits: BTreeMap<VisitId, Visit>,
    counters: BTreeMap<CounterId, CounterState>,
}

/// The expected waits at one moment.
#[derive(Debug)]
pub struct Forecast<'a> {
    _state: &'a QueueState,
}

impl Forecast<'_> {
    /// The wait of a waiting visit.
    pub fn of(&self, _visit: VisitId) -> Option<Span> {
        None
    }

    /// The wait of a walk-in who came now; `None` if none is let in.
    pub fn walk_in(&self, _services: &[ServiceChoice]) -> Option<Span> {
        None
    }
}

impl QueueState {
    /// Decides a command at one moment.
    ///
    /// # Errors
    /// A refusal: nothing changes.
    pub fn decide(&self, _now: Timestamp, _actor: &Actor, _command: &Command) -> Result<Decision, Refusal> {
        Err(Refusal::NoOffice)
    }

    /// Takes an event into the state.
    pub fn apply(&mut self, _at: Timestamp, _event: &Event) {}

    /// The configuration in force.
    pub fn office(&self) -> Option<&Office> {
        self.office.as_ref()
    }

    /// The city's keys and offices.
    pub fn city(&self) -> &City {
        &self.city
    }

    /// A visit of today.
    pub fn visit(&self, id: VisitId) -> Option<&Visit> {
        self.visits.get(&id)
    }

    /// All visits of today, by id.
    pub fn visits(&self) -> impl Iterator<Item = &Visit> {
        self.visits.values()
    }

    /// A booking that is known.
    pub fn booking(&self, id: BookingId) -> Option<&Booking> {
        self.bookings.get(&id)
    }

    /// All bookings that are known.
    pub fn bookings(&self) -> impl Iterator<Item = &Booking> {
        self.bookings.values()
    }

    /// Today's visit of a booking.
    pub fn visit_of(&self, _booking: BookingId) -> Option<&Visit> {
        None
    }

    /// A counter, if it is open.
    pub fn counter(&self, id: &CounterId) -> Option<&CounterState> {
        self.counters.get(id)
    }

    /// All open counters, by id.
    pub fn counters(&self) -> impl Iterator<Item = (&CounterId, &CounterState)> {
        self.counters.iter()
    }

    /// Who waits, in the order in which a counter that serves everything would call.
    pub fn waiting_in_order(&self, _now: Timestamp) -> Vec<VisitId> {
        Vec::new()
    }

    /// Who would be called at a counter now: a forecast, not a claim.
    pub fn preview(&self, _counter: &CounterId, _now: Timestamp) -> Option<Pick> {
        None
    }

    /// The visits whose calls stand, newest call first.
    pub fn standing(&self) -> Vec<&Visit> {
        Vec::new()
    }

    /// The expected waits now.
    pub fn forecast(&self, _now: Timestamp) -> Forecast<'_> {
        Forecast { _state: self }
    }

    /// What the counter's clerk can take back now.
    pub fn can_undo(&self, _counter: &CounterId, _now: Timestamp) -> Option<UndoableStep> {
        None
    }
}
