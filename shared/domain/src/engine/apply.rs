//! The fold: what each event changes. Nothing is decided here.

mod house;
mod steps;

use super::index::Index;
use super::{Event, QueueState};
use crate::Timestamp;
use crate::booking::{Booking, BookingState};
use crate::id::VisitId;
use crate::visit::Visit;
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
            Event::CounterOpened { .. }
            | Event::CounterClosed { .. }
            | Event::CounterPaused { .. }
            | Event::CounterWentOn { .. }
            | Event::DeskSilent { .. }
            | Event::DeskHeard { .. } => self.apply_to_counter(at, event),
            Event::IntakePaused { .. }
            | Event::IntakeResumed { .. }
            | Event::Interrupted { .. }
            | Event::InterruptionEnded
            | Event::TerminalsOut { .. } => self.apply_to_house(at, event),
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
            Event::Returned { visit, arrived } => {
                self.touch(Some(*visit), None);
                let watch = self.watch(at);
                self.change(*visit, |visit| visit.come_back(&watch, *arrived));
            }
            Event::Delayed { visit, until } => {
                self.change(*visit, |visit| visit.late_until = Some(*until));
            }
            Event::ToldUnserved { visit } => self.change(*visit, |visit| visit.told = Some(at)),
            Event::AdmittedByHand { visit, reason, as_on_time } => {
                self.touch(Some(*visit), None);
                self.change(*visit, |visit| visit.be_admitted(reason, *as_on_time));
            }
            Event::HandedOver { visit, number } => {
                self.change(*visit, |visit| visit.be_handed_over(*number));
            }
            Event::Marked { visit, mark } => self.change(*visit, |visit| visit.be_marked(*mark)),
            Event::Linked { visit, party } => self.change(*visit, |visit| visit.party = Some(*party)),
            Event::Wished { visit, wishes } => self.change(*visit, |visit| visit.wishes = *wishes),
            Event::Undone { counter, visit, withdrawn: _ } => self.undone(counter, visit),
            step => self.apply_step(at, step),
        }
    }

    /// Changes a visit, and what is computed from it.
    pub(super) fn change(&mut self, id: VisitId, change: impl FnOnce(&mut Visit)) {
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

    fn day_ended(&mut self, at: Timestamp, day: NaiveDate) {
        let facts = &mut self.facts;
        if let Some(office) = &facts.office {
            let visits = facts.visits.iter().map(|(_, visit)| visit);
            facts.learned.learn(office, day, visits, facts.bookings.values());
            facts.day = Some(office.day(at));
            let is_to_come = |booking: &Booking| office.day(booking.start) > day;
            let bookings = std::mem::take(&mut facts.bookings).into_iter();
            facts.bookings = bookings.filter(|(_, booking)| is_to_come(booking)).collect();
        }
        facts.visits.clear();
        facts.left.clear();
        facts.intake_pauses.clear();
        facts.interruptions.clear();
        facts.terminals_out.clear();
        facts.undo.clear();
        facts.numbering.retain(|other, _| *other > day);
        facts.leases.retain(|lease| lease.day > day);
        self.index = Index::of(&self.facts);
    }
}
