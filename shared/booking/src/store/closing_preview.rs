//! Whom a closing would concern: the same work as in [`super::closing_work`], tried on a copy of the calendar.

use super::catalog::OfficeState;
use super::closings::{self, ClosingOrder, ClosingWay};
use super::desk::DeskBooking;
use super::fault::StoreFault;
use super::offices::in_force;
use super::rows::{self, Stage};
use super::sql::{Connection, Row, values};
use super::{Answer, Store};
use crate::calendar::{self, Asker, Calendar, LaneSlots};
use crate::refusal::Refusal;
use foyer_domain::Timestamp;
use foyer_domain::id::{LaneId, OfficeId};
use foyer_domain::office::Office;

/// What a closing would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosingPreview {
    /// Whose place is in what closes and who has room at the same time elsewhere: they stand, and nobody is told.
    pub kept: Vec<DeskBooking>,
    /// Who loses their place, earliest first.
    pub lost: Vec<DeskBooking>,
}

/// A calendar to try on, by the plan as it would be.
struct Trial<'a> {
    office: &'a Office,
    calendar: Calendar,
    now: Timestamp,
}

impl Trial<'_> {
    fn mark(&mut self, places: &[LaneSlots], taken: bool) {
        for LaneSlots { lane, slots } in places {
            self.calendar.mark(slots.clone(), lane, taken);
        }
    }

    /// Takes the places of a booking at this start; whether there are any.
    fn take(&mut self, booking: &DeskBooking, start: Timestamp, asker: Asker) -> bool {
        let search = self.calendar.search(self.office, &booking.services, booking.minutes, asker);
        let lanes = self.calendar.lanes(calendar::slot_of(start), &search);
        self.mark(lanes.as_deref().unwrap_or_default(), true);
        lanes.is_some()
    }

    /// Holds the next free time, as it is offered to who loses their place.
    fn offer(&mut self, booking: &DeskBooking) {
        for asker in [Asker::Public, Asker::Staff] {
            let search = self.calendar.search(self.office, &booking.services, booking.minutes, asker);
            let bookable = calendar::bookable(self.office, self.now, asker);
            let span = booking.start.max(bookable.start)..bookable.end;
            if let Some(start) = self.calendar.free_starts(span, &search, 1).first() {
                self.take(booking, *start, asker);
                return;
            }
        }
    }
}

fn places(connection: &Connection, booking: i64) -> Result<Vec<LaneSlots>, StoreFault> {
    let sql = "select lane, slot from place where booking = ?1";
    connection.rows(sql, values![booking], |row: &Row| {
        let slot: i64 = row.get(1)?;
        Ok(LaneSlots { lane: LaneId(row.get(0)?), slots: slot..slot + 1 })
    })
}

fn preview(
    connection: &Connection,
    before: &Office,
    order: &ClosingOrder,
    now: Timestamp,
) -> Result<ClosingPreview, StoreFault> {
    let after = closings::with_closure(before, &order.closure);
    let after = after.map_or_else(|| before.clone(), |(after, _)| after);
    let calendar = OfficeState::read(connection, after.clone(), 0, now)?.copy(now);
    let mut trial = Trial { office: &after, calendar, now };
    // What is being booked there at this moment is ended first.
    for key in closings::placed(connection, before, &order.closure)? {
        let held = rows::bookings(connection, "id = ?1", values![key])?;
        if held.iter().any(|row| row.stage == Stage::Held) {
            trial.mark(&places(connection, key)?, false);
        }
    }
    let mut found = ClosingPreview { kept: Vec::new(), lost: Vec::new() };
    for booking in closings::losing(connection, before, &order.closure, now)? {
        let own = places(connection, rows::key(booking.id))?;
        trial.mark(&own, false);
        if trial.take(&booking, booking.start, Asker::Emergency) {
            found.kept.push(booking);
            continue;
        }
        let is_reached = !booking.email.is_empty() || !booking.phone.is_empty();
        if order.way == ClosingWay::Offer && is_reached {
            // Its own place is given back only once another time is held.
            trial.mark(&own, true);
            trial.offer(&booking);
            trial.mark(&own, false);
        }
        found.lost.push(booking);
    }
    Ok(found)
}

impl Store {
    /// Who would lose their place, and who would have it elsewhere at the same time.
    ///
    /// # Errors
    /// The store's.
    pub async fn closing_preview(
        &self,
        office: OfficeId,
        order: ClosingOrder,
        now: Timestamp,
    ) -> Answer<ClosingPreview> {
        self.read(move |connection| match in_force(connection, &office)? {
            Some(office) => Ok(Ok(preview(connection, &office, &order, now)?)),
            None => Ok(Err(Refusal::OfficeUnknown { office: office.to_string() })),
        })
        .await
    }
}
