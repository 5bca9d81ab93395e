//! What programs of others are told of bookings.

use super::changes::{self, Cursor, PAGE};
use super::fault::StoreFault;
use super::sql::{Connection, Row, values};
use super::{Store, rows};
use foyer_domain::booking::{Booking, BookingState};
use foyer_domain::id::OfficeId;
use foyer_protocol::changes::BookingChange;
use foyer_protocol::feed::{Change, PersonName};

/// What somebody may be told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Of this office; none is all.
    pub office: Option<OfficeId>,
    /// Whether with names.
    pub names: bool,
}

/// Some changes, each with where to go on after it.
#[derive(Debug)]
pub struct ToldBatch {
    /// In the order in which they changed last.
    pub changes: Vec<(Cursor, BookingChange)>,
    /// Where the follower stands after them.
    pub cursor: Cursor,
    /// Whether there is more at once.
    pub more: bool,
}

fn name(connection: &Connection, booking: &Booking) -> Result<Option<PersonName>, StoreFault> {
    if booking.state == BookingState::Cancelled {
        return Ok(None);
    }
    let sql = "select name from contact where booking = ?1 and name <> ''";
    Ok(connection.row(sql, values![rows::key(booking.id)], |row| row.get(0))?.map(PersonName))
}

pub(super) fn after(
    connection: &Connection,
    told: &Told,
    known: i64,
    database: &str,
) -> Result<ToldBatch, StoreFault> {
    let at = |seq| Cursor::new(database, seq);
    // Asked first: what comes in between is told with the next batch.
    let newest = changes::newest(connection)?;
    let sql = "select seq, office, body from change where kind = 'booking' and (?1 = '' or office = ?1) and seq > ?2
        order by seq limit ?3";
    let read = |row: &Row| Ok((row.get::<i64>(0)?, OfficeId(row.get(1)?), row.get::<String>(2)?));
    let office = told.office.as_ref().map(OfficeId::as_str).unwrap_or_default();
    let found = connection.rows(sql, values![office, known, PAGE as i64], read)?;
    let more = found.len() == PAGE;
    let last = found.last().map(|(seq, ..)| *seq).unwrap_or(known);
    let mut changes = Vec::with_capacity(found.len());
    for (seq, office, body) in found {
        let Change::Booking { booking, .. } = rows::json(&body)? else { continue };
        let name = if told.names { name(connection, &booking)? } else { None };
        let Booking { id, services, start, minutes, state, .. } = booking;
        changes.push((at(seq), BookingChange { booking: id, office, services, start, minutes, state, name }));
    }
    Ok(ToldBatch { changes, cursor: at(if more { last } else { last.max(newest) }), more })
}

impl Store {
    /// What became of bookings after a cursor, or of all of today and later. A cursor of another database, or one from
    /// the future of a database that was restored, begins anew.
    ///
    /// # Errors
    /// The store's.
    pub async fn told_after(&self, told: Told, cursor: Option<Cursor>) -> Result<ToldBatch, StoreFault> {
        let database = self.secrets.database.clone();
        self.read(move |connection| {
            let newest = changes::newest(connection)?;
            let known = cursor.filter(|cursor| cursor.is_of(&database) && cursor.seq() <= newest);
            after(connection, &told, known.map_or(0, |cursor| cursor.seq()), &database)
        })
        .await
    }
}
