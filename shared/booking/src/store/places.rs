//! Who has which place. The database decides.

use super::catalog::{Effect, Mark, OfficeState, Wanted};
use super::fault::StoreFault;
use super::rows::{self, BookingRow};
use super::sql::{Connection, Row, values};
use super::writer::Work;
use crate::calendar::{self, LaneSlots};
use foyer_domain::Timestamp;
use foyer_domain::id::{BookingId, LaneId, OfficeId};
use foyer_domain::office::Office;

/// The trigger's name, which is its message.
const BEYOND_CAPACITY: &str = "place_within_capacity";

/// No booking has this id.
const NO_BOOKING: i64 = -1;

/// Why no place was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SlotTaken;

/// Takes lanes for all the slots of a booking, or none of them; call it within an attempt.
pub(super) fn take(
    work: &mut Work<'_>,
    state: &OfficeState,
    booking: BookingId,
    start: Timestamp,
    wanted: Wanted<'_>,
    now: Timestamp,
) -> Result<Result<(), SlotTaken>, StoreFault> {
    let office = &state.office.id;
    let Some(lanes) = free_lanes(work.connection, state, start, wanted, None, now)? else {
        return Ok(Err(SlotTaken));
    };
    let sql =
        "insert into place (office, slot, lane, booking) values (?1, ?2, ?3, ?4) on conflict do nothing";
    for LaneSlots { lane, slots } in lanes {
        for slot in slots.clone() {
            let values = values![office.as_str(), slot, lane.as_str(), rows::key(booking)];
            match work.connection.execute(sql, values) {
                Ok(1) => {}
                Ok(_) => return Ok(Err(SlotTaken)),
                Err(fault) if fault.is_guard(BEYOND_CAPACITY) => return Ok(Err(SlotTaken)),
                Err(fault) => return Err(fault),
            }
        }
        work.effects.push(Effect::Mark(Mark { office: office.clone(), slots, lane, taken: true }));
    }
    Ok(Ok(()))
}

/// Lanes that nobody else than this booking has in any of the slots, judged by what the transaction sees.
pub(super) fn free_lanes(
    connection: &Connection,
    state: &OfficeState,
    start: Timestamp,
    wanted: Wanted<'_>,
    booking: Option<BookingId>,
    now: Timestamp,
) -> Result<Option<Vec<LaneSlots>>, StoreFault> {
    let slots = calendar::slots(start, wanted.minutes);
    let sql = "select slot, lane from place where office = ?1 and slot between ?2 and ?3 and booking <> ?4";
    let own = booking.map_or(NO_BOOKING, rows::key);
    let values = values![state.office.id.as_str(), slots.start - 1, slots.end, own];
    let taken = connection.rows(sql, values, |row| Ok((row.get::<i64>(0)?, LaneId(row.get(1)?))))?;
    let mut calendar = state.empty_copy(slots.start - 1..slots.end + 1, now);
    for (slot, lane) in taken {
        calendar.mark(slot..slot + 1, &lane, true);
    }
    let search = calendar.search(&state.office, wanted.services, wanted.minutes, wanted.asker);
    Ok(calendar.lanes(slots.start, &search))
}

/// Gives back all places of a booking.
pub(super) fn free(work: &mut Work<'_>, office: &OfficeId, booking: BookingId) -> Result<(), StoreFault> {
    let sql = "delete from place where booking = ?1 returning lane, slot";
    let read = |row: &Row| Ok((LaneId(row.get(0)?), row.get::<i64>(1)?));
    let mut given_back = work.connection.rows(sql, values![rows::key(booking)], read)?;
    given_back.sort();
    // A lane may be left and come back to, and somebody else may have it in between.
    for together in given_back.chunk_by(|one, next| one.0 == next.0 && one.1 + 1 == next.1) {
        let [(lane, first), ..] = together else { continue };
        let slots = *first..first + i64::try_from(together.len()).unwrap_or(i64::MAX);
        let mark = Mark { office: office.clone(), slots, lane: lane.clone(), taken: false };
        work.effects.push(Effect::Mark(mark));
    }
    Ok(())
}

/// The longest row of `open_span`, in slots; the guard looks back no further. A day has 25 hours at most.
pub(super) const LONGEST_SPAN: i64 = 300;

/// Writes down when each lane of an office is open, from `now`'s day to the horizon; the guard reads it.
pub(super) fn lay_spans(connection: &Connection, office: &Office, now: Timestamp) -> Result<(), StoreFault> {
    connection.execute("delete from open_span where office = ?1", values![office.id.as_str()])?;
    let sql = "insert into open_span (office, lane, from_slot, to_slot) values (?1, ?2, ?3, ?4)";
    for LaneSlots { lane, slots } in calendar::open_lanes(office, now) {
        let mut from = slots.start;
        while from < slots.end {
            let to = slots.end.min(from + LONGEST_SPAN);
            connection.execute(sql, values![office.id.as_str(), lane.as_str(), from, to])?;
            from = to;
        }
    }
    Ok(())
}

/// How many bookings still to come stand in a lane that is not open then, while others are: each has the room of one of
/// those. Call it when the spans have been laid.
pub(super) fn without_lane(
    connection: &Connection,
    office: &OfficeId,
    now: Timestamp,
) -> Result<u32, StoreFault> {
    let open = "select 1 from open_span s where s.office = p.office
        and s.from_slot between p.slot - ?3 and p.slot and p.slot < s.to_slot";
    let sql = format!(
        "select count(distinct p.booking) from place p where p.office = ?1 and p.slot >= ?2
        and exists ({open}) and not exists ({open} and s.lane = p.lane)"
    );
    let values = values![office.as_str(), calendar::slot_of(now), LONGEST_SPAN];
    connection.one(&sql, values, |row| row.get(0))
}

/// Whether a booking has places, all of them in lanes that are open then and serve what it is for.
pub(super) fn is_seated(
    connection: &Connection,
    office: &Office,
    booking: &BookingRow,
) -> Result<bool, StoreFault> {
    let sql = "select p.lane, exists (select 1 from open_span s where s.office = p.office and s.lane = p.lane
        and s.from_slot between p.slot - ?2 and p.slot and p.slot < s.to_slot) from place p where p.booking = ?1";
    let read = |row: &Row| Ok((LaneId(row.get(0)?), row.get::<bool>(1)?));
    let places = connection.rows(sql, values![rows::key(booking.id), LONGEST_SPAN], read)?;
    let serves =
        |lane: &LaneId| booking.services.iter().any(|choice| office.lane_serves(lane, &choice.service));
    Ok(!places.is_empty() && places.iter().all(|(lane, is_open)| *is_open && serves(lane)))
}

#[cfg(test)]
mod tests;
