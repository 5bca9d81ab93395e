//! Taking over what a kiosk did while it was alone: once, in whatever order several kiosks come, and nobody is
//! dropped.
//!
//! The first paper that is handed over stands; another kiosk's for the same booking, or one whose answer from
//! the lobby was lost on the way, becomes its alias: calls name both. What the office knows by now and the
//! kiosk did not is a mark for reception and no reason to send anybody away.

use super::check_in::Opening;
use super::day::changed;
use super::{Decision, Event, HandOver, QueueState, Refusal, Reply};
use crate::Timestamp;
use crate::alone::Given;
use crate::booking::BookingState;
use crate::id::VisitId;
use crate::office::Office;
use crate::ticket::TicketNumber;
use crate::visit::{Mark, Visit, VisitState};

impl QueueState {
    pub(super) fn hand_over(&self, now: Timestamp, hand_over: &HandOver) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        let given = &hand_over.given;
        let arrived = given.seen_at.min(now);
        if self.day().is_some_and(|today| office.day(arrived) < today) {
            return Ok(missed_day(given));
        }
        match self.visit_handed_over(hand_over, arrived) {
            Some(visit) => Ok(self.hand_over_to(visit, given, arrived)),
            None => self.open_handed_over(office, now, given, arrived),
        }
    }

    /// The visit that a paper belongs to: by the attempt, the booking, or the very paper again.
    fn visit_handed_over(&self, hand_over: &HandOver, arrived: Timestamp) -> Option<&Visit> {
        let given = &hand_over.given;
        let by_attempt = hand_over.visit.and_then(|visit| self.going_on(visit));
        let by_booking = || given.booking.and_then(|booking| self.visit_of(booking));
        let same_paper = |visit: &&Visit| {
            visit.alone
                && visit.has_number(given.number)
                && visit.arrived == arrived
                && visit.booking.is_none()
        };
        by_attempt.or_else(by_booking).or_else(|| self.visits().find(same_paper))
    }

    fn hand_over_to(&self, visit: &Visit, given: &Given, arrived: Timestamp) -> Decision {
        let id = visit.id;
        let mut events = Vec::new();
        if !visit.has_number(given.number) {
            events.push(if self.has_number(given.number) {
                Event::Marked { visit: id, mark: Mark::NumberTaken }
            } else {
                Event::HandedOver { visit: id, number: given.number }
            });
        }
        if visit.state == VisitState::NoShow && arrived >= visit.since {
            events.push(Event::Returned { visit: id, arrived });
        }
        self.linked_by_paper(Decision { events, reply: Reply::HandedOver(Some(id)) }, given)
    }

    fn open_handed_over(
        &self,
        office: &Office,
        now: Timestamp,
        given: &Given,
        arrived: Timestamp,
    ) -> Result<Decision, Refusal> {
        let booking = given.booking.and_then(|booking| self.booking(booking));
        let services = booking.map_or(&given.services, |booking| &booking.services);
        let area = office.area(&given.area).or_else(|| office.area_of(services)).map(|area| &area.id);
        let held = booking.is_some_and(|booking| matches!(booking.state, BookingState::Held { .. }));
        let mut marks: Vec<Mark> =
            booking.and_then(|booking| changed(given.start, arrived, booking)).into_iter().collect();
        marks.extend(given.clock_doubted.then_some(Mark::ClockDoubted));
        let opening = Opening {
            booking: given.booking,
            origin: given.origin,
            services,
            area,
            start: given.start,
            arrived,
            expected: None,
            confirmed_by_presence: held && !marks.contains(&Mark::NotConfirmed),
            language: given.language.clone(),
        };
        let id = VisitId(self.facts.last_visit + 1);
        let (mut events, number) = if self.has_number(given.number) {
            marks.push(Mark::NumberTaken);
            let (events, _) = self.open_visit(office, now, opening).ok_or(Refusal::NoNumbers)?;
            let number = events.iter().find_map(number_of).ok_or(Refusal::NoNumbers)?;
            (events, number)
        } else {
            let area = area.ok_or(Refusal::NoNumbers)?;
            (vec![opening.event(id, given.number, area)], given.number)
        };
        events.push(Event::HandedOver { visit: id, number });
        events.extend(given.booking.and_then(|booking| self.wished_at_booking(id, booking)));
        events.extend(marks.into_iter().map(|mark| Event::Marked { visit: id, mark }));
        Ok(self.linked_by_paper(Decision { events, reply: Reply::HandedOver(Some(id)) }, given))
    }

    /// Whether a paper of today carries this number.
    fn has_number(&self, number: TicketNumber) -> bool {
        self.visits().any(|visit| visit.has_number(number))
    }
}

/// Whoever came on a day that is over waits in no queue any more; that they came is in the log.
fn missed_day(given: &Given) -> Decision {
    let Given { number, booking, origin, seen_at, .. } = given;
    let missed = Event::MissedDay { number: *number, booking: *booking, origin: *origin, arrived: *seen_at };
    Decision { events: vec![missed], reply: Reply::HandedOver(None) }
}

pub(super) fn number_of(event: &Event) -> Option<TicketNumber> {
    if let Event::VisitOpened { number, .. } = event { Some(*number) } else { None }
}
