//! What is computed from the facts, so that nothing has to be looked for: kept up to date by every change.

use super::state::Facts;
use crate::Timestamp;
use crate::booking::{Booking, BookingState};
use crate::code::KeyRing;
use crate::estimate::Odds;
use crate::id::{BookingId, CallId, CounterId, VisitId};
use crate::office::{Office, Rules};
use crate::queue::{Queue, Skills, Ticket, Timing};
use crate::ticket::TicketNumber;
use crate::visit::{Visit, VisitState};
use imbl::{OrdMap, OrdSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Index {
    pub of_booking: OrdMap<BookingId, VisitId>,
    /// Who waits.
    pub queue: Queue,
    /// Whoever waits and was put back.
    pub held: BTreeSet<VisitId>,
    /// Whoever waits and was handed on to a counter or person.
    pub bound: BTreeSet<VisitId>,
    /// Whoever was put aside.
    pub parked: BTreeSet<VisitId>,
    /// Whoever is still here, by whom they came with.
    pub parties: OrdSet<(TicketNumber, VisitId)>,
    /// Calls that stand.
    pub called: BTreeMap<CallId, VisitId>,
    /// Bookings that are certain and have no visit, by start.
    pub expected: OrdSet<(Timestamp, BookingId)>,
    pub keys: KeyRing,
    /// Of every configured counter.
    pub skills: BTreeMap<CounterId, Skills>,
    pub timing: Timing,
    /// Of the days before; shared, because it changes once a day.
    pub odds: Arc<Odds>,
}

impl Default for Index {
    fn default() -> Self {
        Self {
            of_booking: OrdMap::new(),
            queue: Queue::default(),
            held: BTreeSet::new(),
            bound: BTreeSet::new(),
            parked: BTreeSet::new(),
            parties: OrdSet::new(),
            called: BTreeMap::new(),
            expected: OrdSet::new(),
            keys: KeyRing::default(),
            skills: BTreeMap::new(),
            timing: Timing::of(&Rules::default()),
            odds: Arc::new(Odds::unknown()),
        }
    }
}

impl Index {
    /// The index of these facts, computed from nothing else.
    pub fn of(facts: &Facts) -> Self {
        let mut index = Self { keys: KeyRing::new(&facts.city.keys), ..Self::default() };
        let Some(office) = &facts.office else { return index };
        index.timing = Timing::of(&office.rules);
        index.odds = Arc::new(facts.learned.odds(office));
        let skills = |id: &CounterId| Some((id.clone(), Skills::of(id, office)?));
        index.skills = office.counters.iter().filter_map(|counter| skills(&counter.id)).collect();
        for visit in facts.visits.values() {
            index.add_visit(visit, office);
        }
        for booking in facts.bookings.values() {
            index.add_booking(booking);
        }
        index
    }

    pub fn add_visit(&mut self, visit: &Visit, office: &Office) {
        if let Some(booking) = visit.booking {
            self.of_booking.insert(booking, visit.id);
        }
        if visit.state.is_open() {
            self.parties.insert((visit.party(), visit.id));
        }
        match (visit.state, &visit.call) {
            (VisitState::Waiting, _) => {
                self.queue.insert(Ticket::of(visit, office), &self.timing);
                if visit.held.is_some() {
                    self.held.insert(visit.id);
                }
                if visit.bound.is_some() {
                    self.bound.insert(visit.id);
                }
            }
            (VisitState::Called, Some(call)) => {
                self.called.insert(call.id, visit.id);
            }
            (VisitState::Parked, _) => {
                self.parked.insert(visit.id);
            }
            _ => {}
        }
    }

    /// The inverse of [`Self::add_visit`], except that the booking stays found: a visit is never forgotten
    /// before its day.
    pub fn remove_visit(&mut self, visit: &Visit, office: &Office) {
        if visit.state.is_open() {
            self.parties.remove(&(visit.party(), visit.id));
        }
        match (visit.state, &visit.call) {
            (VisitState::Waiting, _) => {
                self.queue.remove(&Ticket::of(visit, office), &self.timing);
                self.held.remove(&visit.id);
                self.bound.remove(&visit.id);
            }
            (VisitState::Called, Some(call)) => {
                self.called.remove(&call.id);
            }
            (VisitState::Parked, _) => {
                self.parked.remove(&visit.id);
            }
            _ => {}
        }
    }

    pub fn add_booking(&mut self, booking: &Booking) {
        if booking.state == BookingState::Confirmed && !self.of_booking.contains_key(&booking.id) {
            self.expected.insert((booking.start, booking.id));
        }
    }

    pub fn remove_booking(&mut self, booking: &Booking) {
        self.expected.remove(&(booking.start, booking.id));
    }
}
