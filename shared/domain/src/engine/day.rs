//! What comes from outside the queue: configuration, bookings, leases; and the day's end.

use super::{City, Decision, Event, QueueState, Refusal, Reply};
use crate::Timestamp;
use crate::booking::{Booking, BookingState};
use crate::id::{AreaId, DeviceId};
use crate::office::Office;
use crate::ticket::{Block, Lease, TicketNumber};
use crate::visit::VisitState;
use chrono::NaiveDate;

/// A lease has at least so many numbers, so that a kiosk can work alone for a busy day.
const LEASE_AT_LEAST: u16 = 200;

impl QueueState {
    pub(super) fn adopt_office(&self, office: &Office) -> Vec<Event> {
        let newer = self.office().is_none_or(|current| office.revision > current.revision);
        newer.then(|| Event::OfficeAdopted { office: Box::new(office.clone()) }).into_iter().collect()
    }

    pub(super) fn adopt_city(&self, city: &City) -> Vec<Event> {
        let changed = self.city() != city;
        changed.then(|| Event::CityAdopted { city: city.clone() }).into_iter().collect()
    }

    /// A cancellation ends a visit that waits. Once it is called the clerk decides; and a ticket that was given
    /// on trust, before the booking had arrived, is never dropped.
    pub(super) fn sync_booking(&self, booking: &Booking) -> Vec<Event> {
        let over = self.office().zip(self.day()).is_some_and(|(office, day)| office.day(booking.start) < day);
        if self.booking(booking.id).map_or(over, |known| known == booking) {
            return Vec::new();
        }
        let mut events = vec![Event::BookingSynced { booking: booking.clone() }];
        if let Some(visit) = self.visit_of(booking.id)
            && booking.state == BookingState::Cancelled
            && visit.state == VisitState::Waiting
            && !visit.services.is_empty()
        {
            events.push(Event::Cancelled { visit: visit.id });
        }
        events
    }

    /// Empty while the day goes on.
    pub(super) fn events_of_a_day_that_is_over(&self, now: Timestamp) -> Vec<Event> {
        let Some((office, day)) = self.office().zip(self.day()) else {
            return Vec::new();
        };
        if office.day(now) <= day {
            return Vec::new();
        }
        let open = self.visits().filter(|visit| visit.state.is_open());
        let ended = open.map(|visit| {
            let visit_ends_well = visit.state == VisitState::Serving;
            let visit = visit.id;
            if visit_ends_well { Event::Finished { visit, auto: true } } else { Event::Unserved { visit } }
        });
        let closed = self.counters().map(|(counter, _)| Event::CounterClosed { counter: counter.clone() });
        ended.chain(closed).chain([Event::DayEnded { day }]).collect()
    }

    /// The next numbers of an area on a day, and the event that takes their letter where it is new.
    pub(super) fn next_numbers(
        &self,
        office: &Office,
        day: NaiveDate,
        area: &AreaId,
        count: u16,
    ) -> Option<(Block, Option<Event>)> {
        let fresh = crate::ticket::Numbering::default();
        let numbering = self.facts.numbering.get(&day).unwrap_or(&fresh);
        let block = numbering.next(&office.areas, area, count)?;
        let taken = Event::LetterTaken { area: area.clone(), letter: block.letter, day };
        Some((block, block.new_letter.then_some(taken)))
    }

    pub(super) fn lease(
        &self,
        device: &DeviceId,
        day: NaiveDate,
        area: &AreaId,
        count: u16,
    ) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        let missing = |what, id: String| Refusal::NotFound { what, id };
        office.area(area).ok_or_else(|| missing("area", area.to_string()))?;
        if self.day().is_some_and(|today| day < today) {
            return Err(missing("day", day.to_string()));
        }
        let count = count.clamp(LEASE_AT_LEAST, TicketNumber::LAST);
        let (block, taken) = self.next_numbers(office, day, area, count).ok_or(Refusal::NoNumbers)?;
        let Block { letter, from, to, .. } = block;
        let lease = Lease { device: device.clone(), day, letter, from, to };
        let leased = Event::Leased { lease: lease.clone() };
        Ok(Decision { events: taken.into_iter().chain([leased]).collect(), reply: Reply::Leased(lease) })
    }
}
