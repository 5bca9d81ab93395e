//! Who has which place. The database decides.

use super::catalog::{Effect, Mark, OfficeState};
use super::fault::StoreFault;
use super::rows;
use super::writer::Work;
use crate::calendar;
use foyer_domain::Timestamp;
use foyer_domain::id::{BookingId, OfficeId};
use rusqlite::params;
use std::collections::BTreeMap;
use std::ops::Range;

/// The trigger's name, which is its message.
const BEYOND_CAPACITY: &str = "place_within_capacity";

/// Why no place was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SlotTaken;

/// Takes one lane for all the slots of a booking, or none of them; call it within an attempt.
pub(super) fn take(
    work: &mut Work<'_>,
    state: &OfficeState,
    booking: BookingId,
    start: Timestamp,
    minutes: u16,
) -> Result<Result<(), SlotTaken>, StoreFault> {
    let slots = calendar::slots(start, minutes);
    let office = &state.office.id;
    let Some(lane) = free_lane(work, state, &slots)? else { return Ok(Err(SlotTaken)) };
    let sql = "insert into place (office, slot, lane, booking) values (?1, ?2, ?3, ?4)";
    let mut insert = work.connection.prepare_cached(sql)?;
    for slot in slots.clone() {
        match insert.execute(params![office.as_str(), slot, lane, rows::key(booking)]) {
            Ok(_) => {}
            Err(error) if is_capacity(&error) => return Ok(Err(SlotTaken)),
            Err(error) => return Err(error.into()),
        }
    }
    let mark = Mark { office: office.clone(), slots, lane, taken: true };
    work.effects.push(Effect::Mark(mark));
    Ok(Ok(()))
}

/// A lane that nobody has in any of the slots, judged by what the transaction sees.
fn free_lane(work: &Work<'_>, state: &OfficeState, slots: &Range<i64>) -> Result<Option<u8>, StoreFault> {
    let sql = "select slot, lane from place where office = ?1 and slot between ?2 and ?3";
    let mut select = work.connection.prepare_cached(sql)?;
    let mut taken = select.query(params![state.office.id.as_str(), slots.start - 1, slots.end])?;
    let mut calendar = state.empty_copy(slots.start - 1..slots.end + 1);
    while let Some(place) = taken.next()? {
        let slot: i64 = place.get(0)?;
        calendar.mark(slot..slot + 1, place.get(1)?, true);
    }
    Ok(calendar.lane(slots))
}

/// Whether the database's own guard refused.
fn is_capacity(error: &rusqlite::Error) -> bool {
    match error {
        rusqlite::Error::SqliteFailure(code, message) => {
            code.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY
                || message.as_deref().is_some_and(|message| message.contains(BEYOND_CAPACITY))
        }
        _ => false,
    }
}

/// Gives back all places of a booking.
pub(super) fn free(work: &mut Work<'_>, office: &OfficeId, booking: BookingId) -> Result<(), StoreFault> {
    let mut delete =
        work.connection.prepare_cached("delete from place where booking = ?1 returning slot, lane")?;
    let rows = delete.query_map([rows::key(booking)], |row| Ok((row.get(1)?, row.get(0)?)))?;
    let mut lanes: BTreeMap<u8, Vec<i64>> = BTreeMap::new();
    for row in rows {
        let (lane, slot) = row?;
        lanes.entry(lane).or_default().push(slot);
    }
    for (lane, slots) in lanes {
        let from = slots.iter().min().copied().unwrap_or_default();
        let to = slots.iter().max().map_or(0, |last| last + 1);
        let mark = Mark { office: office.clone(), slots: from..to, lane, taken: false };
        work.effects.push(Effect::Mark(mark));
    }
    Ok(())
}
