//! Bookings whose place a later revision of their office changes: told beforehand, and their owners afterwards.

use super::bookings::changed;
use super::desk::{self, DeskBooking};
use super::fault::StoreFault;
use super::letters;
use super::rows;
use super::sql::{Connection, values};
use super::writer::Work;
use crate::mail::Kind;
use foyer_domain::Timestamp;
use foyer_domain::office::Office;

/// A booking that stands, and would be at another place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relocation {
    /// Which, with who comes.
    pub booking: DeskBooking,
    /// Where it is now, in one line.
    pub before: String,
    /// Where it would be.
    pub after: String,
}

const OPEN: &str = "office = ?1 and state in ('held', 'confirmed') and start >= ?2";

/// All that a revision would move to another place.
pub(super) fn of(
    connection: &Connection,
    before: &Office,
    after: &Office,
    now: Timestamp,
) -> Result<Vec<Relocation>, StoreFault> {
    if before.stops.is_empty() && after.stops.is_empty() {
        return Ok(Vec::new());
    }
    let open = values![after.id.as_str(), now.timestamp()];
    let bookings = desk::bookings(connection, OPEN, "start, id", open)?;
    // Whoever is offered another time does not come to this one.
    let stands = bookings.into_iter().filter(|booking| !booking.lost_place);
    let relocation = |booking: DeskBooking| {
        let (here, there) = before.relocation(after, booking.start)?;
        Some(Relocation { before: here.line(), after: there.line(), booking })
    };
    Ok(stands.filter_map(relocation).collect())
}

/// Tells the owners of all that a revision has moved to another place, and their calendars.
pub(super) fn tell(
    work: &Work<'_>,
    before: &Office,
    after: &Office,
    now: Timestamp,
) -> Result<(), StoreFault> {
    for Relocation { booking, before, .. } in of(work.connection, before, after, now)? {
        let sql = "update booking set sequence = sequence + 1 where id = ?1 and state = 'confirmed'";
        if work.connection.execute(sql, values![rows::key(booking.id)])? == 0 {
            // Whoever still fills the form in reads the place when they check it.
            continue;
        }
        let row = changed(work, booking.id)?;
        letters::write(work, &row, &Kind::OfficePlace { before }, now)?;
    }
    Ok(())
}
