//! What comes from outside the queue: configuration, bookings, leases; and the day's end.

use super::{City, Decision, Event, QueueState, Refusal, Reply};
use crate::Timestamp;
use crate::booking::{Booking, BookingState};
use crate::id::{AreaId, DeviceId};
use crate::office::Office;
use crate::ticket::{Block, Lease, Numbering, TicketNumber};
use crate::visit::{Mark, Visit, VisitState, Wishes};
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
    /// on trust, before the booking had arrived or by a kiosk alone, is never dropped: reception looks at it.
    pub(super) fn sync_booking(&self, booking: &Booking) -> Vec<Event> {
        let over = self.office().zip(self.day()).is_some_and(|(office, day)| office.day(booking.start) < day);
        if self.booking(booking.id).map_or(over, |known| known == booking) {
            return Vec::new();
        }
        let mut events = vec![Event::BookingSynced { booking: booking.clone() }];
        if let Some(visit) = self.visit_of(booking.id).filter(|visit| visit.state.is_open()) {
            let before = self.booking(booking.id).map_or(Wishes::default(), |known| known.wishes);
            if booking.wishes != before && visit.wishes == before {
                events.push(Event::Wished { visit: visit.id, wishes: booking.wishes });
            }
            let cancelled = booking.state == BookingState::Cancelled;
            if visit.alone {
                events.extend(
                    changed(visit.start, visit.arrived, booking)
                        .map(|mark| Event::Marked { visit: visit.id, mark }),
                );
            } else if cancelled {
                let is_alone = visit.merged.is_empty() && !visit.services.is_empty();
                let is_whole = visit.booking == Some(booking.id) && is_alone;
                events.push(if is_whole && visit.state == VisitState::Waiting {
                    Event::Cancelled { visit: visit.id, counter: None }
                } else {
                    // It is a part of a visit that goes on, was let in on trust, or a clerk decides.
                    Event::Marked { visit: visit.id, mark: Mark::Cancelled }
                });
            }
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
        let went_on = self.standstill().iter().map(|_| Event::InterruptionEnded).collect::<Vec<_>>();
        let open = self.visits().filter(|visit| visit.state.is_open());
        let ended = open.flat_map(|visit| {
            let (id, was_told) = (visit.id, visit.told.is_some());
            if visit.state == VisitState::Serving {
                return vec![Event::Finished { visit: id, auto: true, done: Vec::new(), outcome: None }];
            }
            // Nobody becomes unserved without being told, late as it is.
            let told = (!was_told).then_some(Event::ToldUnserved { visit: id });
            told.into_iter().chain([Event::Unserved { visit: id }]).collect()
        });
        let closed = self.counters().map(|(counter, _)| Event::CounterClosed { counter: counter.clone() });
        went_on.into_iter().chain(ended).chain(closed).chain([Event::DayEnded { day }]).collect()
    }

    /// Numbers of an area on a day as `next` finds them, and the event that takes their letter where it is new.
    pub(super) fn numbers(
        &self,
        day: NaiveDate,
        area: &AreaId,
        next: impl FnOnce(&Numbering) -> Option<Block>,
    ) -> Option<(Block, Option<Event>)> {
        let fresh = Numbering::default();
        let block = next(self.facts.numbering.get(&day).unwrap_or(&fresh))?;
        let taken = Event::LetterTaken { area: area.clone(), letter: block.letter, day };
        Some((block, block.new_letter.then_some(taken)))
    }

    /// Whether a kiosk needs more numbers of an area on a day: it has none, or half of its last ones are given.
    pub fn needs_lease(&self, device: &DeviceId, day: NaiveDate, area: &AreaId) -> bool {
        let mine = |lease: &&Lease| lease.device == *device && lease.day == day && lease.area == *area;
        let Some(last) = self.leases().iter().rfind(mine) else { return true };
        if Some(day) != self.day() {
            return false;
        }
        let numbers = |visit: &Visit| [visit.number].into_iter().chain(visit.aliases.clone());
        let given = self.visits().flat_map(numbers).filter(|number| last.contains(*number)).count();
        given >= usize::from(last.to - last.from).div_ceil(2)
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
        let next = |numbering: &Numbering| numbering.next_lease(&office.areas, area, count);
        let (block, taken) = self.numbers(day, area, next).ok_or(Refusal::NoNumbers)?;
        let Block { letter, from, to, .. } = block;
        let lease = Lease { device: device.clone(), day, area: area.clone(), letter, from, to };
        let leased = Event::Leased { lease: lease.clone() };
        Ok(Decision { events: taken.into_iter().chain([leased]).collect(), reply: Reply::Leased(lease) })
    }
}

/// What the office knows of a booking now, and a kiosk did not that let somebody in alone for `start`.
pub(super) fn changed(start: Option<Timestamp>, arrived: Timestamp, booking: &Booking) -> Option<Mark> {
    match booking.state {
        BookingState::Cancelled => Some(Mark::Cancelled),
        BookingState::Held { until } if arrived > until => Some(Mark::NotConfirmed),
        BookingState::Held { .. } | BookingState::Confirmed => {
            start.filter(|start| *start != booking.start).map(|_| Mark::Moved)
        }
    }
}
