//! The time that a closing offers to the owner of a booking in place of one that is closed.

use super::closings;
use super::fault::StoreFault;
use super::letters;
use super::rows::{self, BookingRow, moment};
use super::sql::{Connection, Row, values};
use super::writer::Work;
use crate::mail::Kind;
use foyer_domain::Timestamp;

/// A time that is held for the owner of a booking whose own is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOffer {
    /// Of which closing.
    pub(super) closing: String,
    /// The time.
    pub start: Timestamp,
    /// Until when it is held.
    pub until: Timestamp,
    /// Where on this server it is accepted, `/…`.
    pub path: String,
}

/// Where on this server the time is accepted that is offered under this secret.
pub(super) fn path(booking: &BookingRow, secret: &str) -> String {
    format!("/b/{}/new-time/{secret}", booking.secret)
}

/// What is offered in place of a booking's time, if anything still is.
pub(super) fn open(connection: &Connection, booking: &BookingRow) -> Result<Option<OpenOffer>, StoreFault> {
    if !booking.lost_place {
        return Ok(None);
    }
    let sql = "select c.closing, h.start, c.until_at, c.secret from closing_booking c
        join booking h on h.id = c.offer where c.booking = ?1 and c.state = 'offered' and h.state = 'held'";
    connection.row(sql, values![rows::key(booking.id)], |row: &Row| {
        Ok(OpenOffer {
            closing: row.get(0)?,
            start: moment(row.get(1)?),
            until: moment(row.get(2)?),
            path: path(booking, &row.get::<String>(3)?),
        })
    })
}

/// Writes the letter of the open offer again, about the booking as it is now: nothing is said of a time that is closed.
/// Whether there is one.
pub(super) fn tell_again(work: &Work<'_>, booking: &BookingRow, now: Timestamp) -> Result<bool, StoreFault> {
    let Some(OpenOffer { closing, start, until, path }) = open(work.connection, booking)? else {
        return Ok(false);
    };
    if until < now {
        return Ok(false);
    }
    let order = closings::closing(work.connection, &closing)?.ok_or(StoreFault::Missing)?.order;
    let sql = "update closing_booking set sequence = ?3 where closing = ?1 and booking = ?2";
    work.connection.execute(sql, values![closing.as_str(), rows::key(booking.id), booking.sequence])?;
    let reason = order.closure.reason;
    letters::write(work, booking, &Kind::OfficeOffer { start, path, until, reason }, now)?;
    Ok(true)
}
