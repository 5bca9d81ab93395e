//! The fold: what each event changes. Nothing is decided here.

use super::index::Index;
use super::state::CounterState;
use super::undo::{LastStep, UndoableStep};
use super::{Event, QueueState};
use crate::Timestamp;
use crate::booking::{Booking, BookingState};
use crate::id::{CallId, CounterId, VisitId};
use crate::queue::{Need, Why};
use crate::visit::{Call, Visit, VisitState};
use chrono::NaiveDate;

impl QueueState {
    /// Takes an event into the state. Never fails: an event that names what is not there changes nothing.
    pub fn apply(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::OfficeAdopted { office } => {
                self.facts.day = self.facts.day.or_else(|| Some(office.day(at)));
                self.facts.office = Some((**office).clone());
                self.index = Index::of(&self.facts);
            }
            Event::CityAdopted { city } => {
                self.facts.city = city.clone();
                self.index.keys = crate::code::KeyRing::new(&city.keys);
            }
            Event::BookingSynced { booking } => self.know_booking(booking),
            Event::CheckInRefused { .. }
            | Event::CheckInRepeated { .. }
            | Event::PrintReported { .. }
            | Event::MissedDay { .. } => {}
            Event::CounterOpened { counter, staff } => {
                self.touch(None, Some(counter));
                let open =
                    CounterState { staff: staff.clone(), since: at, visit: None, why: None, after: None };
                self.facts.counters.insert(counter.clone(), open);
            }
            Event::CounterClosed { counter } => {
                self.touch(None, Some(counter));
                self.facts.counters.remove(counter);
            }
            Event::Leased { lease } => {
                self.facts.numbering.entry(lease.day).or_default().lease(lease);
                self.facts.leases.push(lease.clone());
            }
            Event::LetterTaken { area, letter, day } => {
                self.facts.numbering.entry(*day).or_default().take_letter(area, *letter);
            }
            Event::LettersClosed { day } => {
                self.facts.numbering.entry(*day).or_default().close_letters();
            }
            Event::DayEnded { day } => self.day_ended(at, *day),
            about_a_visit => self.apply_to_visit(at, about_a_visit),
        }
    }

    fn apply_to_visit(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::VisitOpened { .. } => self.opened(at, event),
            Event::Called { visit, call, counter, counted, why } => {
                self.called_to(at, (*visit, *call), counter, *counted, *why);
            }
            Event::CallAcknowledged { visit, call, heard } => {
                self.change(*visit, |visit| visit.acknowledge(*call, *heard));
            }
            Event::Started { visit } => self.stepped(at, *visit, UndoableStep::Start, VisitState::Serving),
            Event::Finished { visit, auto: false } => {
                self.stepped(at, *visit, UndoableStep::Finish, VisitState::Finished);
            }
            Event::PutBack { visit, held } => {
                self.stepped(at, *visit, UndoableStep::PutBack, VisitState::Waiting);
                self.change(*visit, |visit| visit.held = Some(*held));
            }
            Event::NoShow { visit } => self.stepped(at, *visit, UndoableStep::NoShow, VisitState::NoShow),
            Event::Finished { visit, auto: true } => self.ended(at, *visit, VisitState::Finished),
            Event::Cancelled { visit } => self.ended(at, *visit, VisitState::Cancelled),
            Event::Unserved { visit } => self.ended(at, *visit, VisitState::Unserved),
            Event::Returned { visit, arrived } => {
                self.touch(Some(*visit), None);
                self.change(*visit, |visit| visit.come_back(at, *arrived));
            }
            Event::HandedOver { visit, number } => {
                self.change(*visit, |visit| visit.be_handed_over(*number));
            }
            Event::Marked { visit, mark } => self.change(*visit, |visit| visit.be_marked(*mark)),
            Event::Linked { visit, party } => self.change(*visit, |visit| visit.party = Some(*party)),
            Event::Wished { visit, wishes } => self.change(*visit, |visit| visit.wishes = *wishes),
            Event::Undone { counter, visit, withdrawn: _ } => self.undone(counter, visit),
            Event::OfficeAdopted { .. }
            | Event::CityAdopted { .. }
            | Event::BookingSynced { .. }
            | Event::CheckInRefused { .. }
            | Event::CheckInRepeated { .. }
            | Event::PrintReported { .. }
            | Event::MissedDay { .. }
            | Event::CounterOpened { .. }
            | Event::CounterClosed { .. }
            | Event::Leased { .. }
            | Event::LetterTaken { .. }
            | Event::LettersClosed { .. }
            | Event::DayEnded { .. } => {}
        }
    }

    /// Changes a visit, and what is computed from it.
    fn change(&mut self, id: VisitId, change: impl FnOnce(&mut Visit)) {
        let (Some(office), Some(visit)) = (&self.facts.office, self.facts.visits.get_mut(&id)) else {
            return;
        };
        self.index.remove_visit(visit, office);
        change(visit);
        self.index.add_visit(visit, office);
    }

    fn know_booking(&mut self, booking: &Booking) {
        if let Some(known) = self.facts.bookings.get(&booking.id) {
            self.index.remove_booking(known);
        }
        self.index.add_booking(booking);
        self.facts.bookings.insert(booking.id, booking.clone());
        let unknown = self.visit_of(booking.id).filter(|visit| visit.services.is_empty());
        if let Some(visit) = unknown.map(|visit| visit.id) {
            self.change(visit, |visit| visit.services.clone_from(&booking.services));
        }
    }

    fn opened(&mut self, at: Timestamp, event: &Event) {
        let (Some(visit), Some(office)) = (Visit::opened(at, event), &self.facts.office) else {
            return;
        };
        if let Some(booking) = visit.booking.and_then(|id| self.facts.bookings.get_mut(&id)) {
            self.index.remove_booking(booking);
            if matches!(event, Event::VisitOpened { confirmed_by_presence: true, .. }) {
                booking.state = BookingState::Confirmed;
            }
        }
        let day = self.facts.day.unwrap_or_else(|| office.day(at));
        let numbering = self.facts.numbering.entry(day).or_default();
        numbering.give(visit.number);
        self.facts.last_visit = self.facts.last_visit.max(visit.id.0);
        self.index.add_visit(&visit, office);
        self.facts.visits.insert(visit.id, visit);
    }

    fn called_to(
        &mut self,
        at: Timestamp,
        (id, call): (VisitId, CallId),
        counter: &CounterId,
        counts: bool,
        why: Option<Why>,
    ) {
        self.facts.last_call = self.facts.last_call.max(call.0);
        if why.is_some() {
            let relieved = self.relieve_held(id, counter);
            self.remember(at, id, counter, UndoableStep::Call, relieved);
            if let Some(open) = self.facts.counters.get_mut(counter) {
                open.visit = Some(id);
                open.why = why;
                open.after = None;
            }
        }
        let call = Call { id: call, counter: counter.clone(), at, counts, acknowledged: false, heard: false };
        self.change(id, |visit| visit.be_called(at, call));
    }

    /// A call brings nearer to release whom its counter could have called but for being held.
    fn relieve_held(&mut self, called: VisitId, counter: &CounterId) -> Vec<(VisitId, Timestamp)> {
        let Some((office, skills)) = self.office().zip(self.index.skills.get(counter)) else {
            return Vec::new();
        };
        let could_be_called = |id: &VisitId| {
            let visit = self.visit(*id).filter(|visit| *id != called && waits_for_others(visit));
            visit.is_some_and(|visit| skills.serve(Need::of(&visit.services, office)))
        };
        let held = self.index.held.iter().copied().filter(could_be_called);
        let until = |id: VisitId| Some((id, self.visit(id)?.held?.until));
        let relieved: Vec<(VisitId, Timestamp)> = held.filter_map(until).collect();
        self.change_others_left(&relieved, |others_left| others_left.saturating_sub(1));
        relieved
    }

    /// Changes only those who are still held as they were, not held anew.
    fn change_others_left(&mut self, held: &[(VisitId, Timestamp)], change: impl Fn(u8) -> u8) {
        for (id, until) in held {
            self.change(*id, |visit| {
                if let Some(held) = visit.held.as_mut().filter(|held| held.until == *until) {
                    held.others_left = change(held.others_left);
                }
            });
        }
    }

    /// A clerk's step that can be taken back.
    fn stepped(&mut self, at: Timestamp, id: VisitId, step: UndoableStep, state: VisitState) {
        let Some(counter) = self.visit(id).and_then(|visit| visit.counter.clone()) else {
            return;
        };
        self.remember(at, id, &counter, step, Vec::new());
        self.free_counter_unless_at_it(id, state);
        let party = self.visit(id).map(Visit::party).filter(|_| step == UndoableStep::Finish);
        if let Some(open) = self.facts.counters.get_mut(&counter) {
            open.after = party;
        }
        self.change(id, |visit| visit.enter(at, state));
    }

    /// An end that nobody takes back.
    fn ended(&mut self, at: Timestamp, id: VisitId, state: VisitState) {
        self.touch(Some(id), None);
        self.free_counter_unless_at_it(id, state);
        self.change(id, |visit| visit.enter(at, state));
    }

    fn free_counter_unless_at_it(&mut self, id: VisitId, state: VisitState) {
        let Some(visit) = self.facts.visits.get(&id).filter(|_| !state.is_at_counter()) else {
            return;
        };
        let counter = visit.counter.as_ref().and_then(|counter| self.facts.counters.get_mut(counter));
        if let Some(counter) = counter.filter(|counter| counter.visit == Some(id)) {
            counter.visit = None;
            counter.why = None;
        }
    }

    fn remember(
        &mut self,
        at: Timestamp,
        id: VisitId,
        counter: &CounterId,
        step: UndoableStep,
        relieved: Vec<(VisitId, Timestamp)>,
    ) {
        self.touch(Some(id), Some(counter));
        if let Some(before) = self.visit(id).cloned() {
            let (why_before, after_before) =
                self.counter(counter).map_or((None, None), |open| (open.why, open.after));
            let undoable = LastStep { step, at, before, why_before, after_before, relieved, stale: false };
            self.facts.undo.insert(counter.clone(), undoable);
        }
    }

    /// Whatever was done before with this visit or at this counter can no longer be taken back.
    fn touch(&mut self, visit: Option<VisitId>, counter: Option<&CounterId>) {
        for (at, undoable) in &mut self.facts.undo {
            undoable.stale |= Some(undoable.before.id) == visit || Some(at) == counter;
        }
    }

    fn undone(&mut self, counter: &CounterId, before: &Visit) {
        self.touch(Some(before.id), None);
        let last = self.facts.undo.remove(counter);
        if let Some(last) = &last {
            self.change_others_left(&last.relieved, |others_left| others_left.saturating_add(1));
        }
        if let Some(open) = self.facts.counters.get_mut(counter) {
            open.visit = before.state.is_at_counter().then_some(before.id);
            open.after = last.as_ref().and_then(|last| last.after_before);
            open.why = last.and_then(|last| last.why_before).filter(|_| open.visit.is_some());
        }
        self.change(before.id, |visit| visit.clone_from(before));
    }

    fn day_ended(&mut self, at: Timestamp, day: NaiveDate) {
        let facts = &mut self.facts;
        if let Some(office) = &facts.office {
            facts.learned.learn(office, day, facts.visits.values(), facts.bookings.values());
            facts.day = Some(office.day(at));
            facts.bookings.retain(|_, booking| office.day(booking.start) > day);
        }
        facts.visits.clear();
        facts.undo.clear();
        facts.numbering.retain(|other, _| *other > day);
        facts.leases.retain(|lease| lease.day > day);
        self.index = Index::of(&self.facts);
    }
}

fn waits_for_others(visit: &Visit) -> bool {
    visit.held.is_some_and(|held| held.others_left > 0)
}
