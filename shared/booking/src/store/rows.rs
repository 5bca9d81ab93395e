//! Rows as values.

use super::fault::StoreFault;
use super::sql::{Connection, Row, Value, values};
use foyer_domain::Timestamp;
use foyer_domain::booking::{Booking, BookingState, Interpreting, ServiceChoice};
use foyer_domain::id::{BookingId, OfficeId};
use foyer_domain::office::{InterpreterWay, Office};
use foyer_domain::visit::{VisitState, Wishes};
use uuid::Uuid;

/// What became of a booking, as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Held,
    Confirmed,
    Cancelled,
    Expired,
}

impl Stage {
    fn parse(text: &str) -> Self {
        match text {
            "held" => Self::Held,
            "confirmed" => Self::Confirmed,
            "cancelled" => Self::Cancelled,
            _ => Self::Expired,
        }
    }
}

/// A booking with what belongs to it, nothing personal.
pub(super) struct BookingRow {
    pub id: BookingId,
    pub secret: Uuid,
    pub office: OfficeId,
    pub start: Timestamp,
    pub minutes: u16,
    pub services: Vec<ServiceChoice>,
    pub stage: Stage,
    pub held_until: Option<Timestamp>,
    pub short_code: String,
    pub code: Option<String>,
    pub language: String,
    pub pin_salt: Vec<u8>,
    pub pin_failures: u8,
    pub pin_locked_until: Option<Timestamp>,
    pub visit: Option<VisitState>,
    pub wishes: Wishes,
    pub interpreting: Option<Interpreting>,
    pub persons: u8,
    pub extended: bool,
    /// The form was sent, and its owner has yet to follow a mail's link.
    pub unconfirmed: bool,
    pub sequence: u32,
    /// What it was booked with.
    pub together: Option<BookingId>,
    /// A closing has taken its place, and what becomes of it is open: its owner is offered another time.
    pub lost_place: bool,
}

impl BookingRow {
    /// What became of it, whether it has a place or not. An expired hold is given up.
    pub(super) fn state(&self) -> BookingState {
        match (self.stage, self.held_until) {
            (Stage::Held, Some(until)) => BookingState::Held { until },
            (Stage::Confirmed, _) => BookingState::Confirmed,
            (Stage::Held | Stage::Cancelled | Stage::Expired, _) => BookingState::Cancelled,
        }
    }

    /// The booking as lobbies and programs of others know it. Nobody comes to a time that is closed: for them it is
    /// cancelled until there is another one.
    pub(super) fn booking(&self) -> Booking {
        Booking {
            id: self.id,
            services: self.services.clone(),
            start: self.start,
            minutes: self.minutes,
            state: if self.lost_place { BookingState::Cancelled } else { self.state() },
            language: Some(self.language.clone()),
            wishes: self.wishes,
            interpreting: self.interpreting.clone(),
            persons: self.persons,
        }
    }
}

const COLUMNS: &str = "id, secret, office, start, minutes, services, state, held_until, short_code, code, language, \
     pin_salt, pin_failures, pin_locked_until, visit, interpreter, more_time, pick_up, extended, sequence, unconfirmed, \
     together, interpreter_language, interpreter_way, persons, \
     state = 'confirmed' and exists (select 1 from closing_booking \
     where closing_booking.booking = booking.id and closing_booking.state in ('due', 'offered')) \
     and not exists (select 1 from place where place.booking = booking.id)";

/// A stored moment.
pub(super) fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_timestamp(seconds, 0).unwrap_or_default()
}

/// A booking's id as a column holds it.
pub(super) fn key(id: BookingId) -> i64 {
    i64::try_from(id.bits()).expect("a booking's id has 48 bits")
}

/// A counter as a column holds it. None of ours comes near the end.
pub(super) fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// JSON in a column.
pub(super) fn json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, StoreFault> {
    Ok(serde_json::from_str(text)?)
}

fn read(row: &Row) -> Result<BookingRow, StoreFault> {
    let optional = |column: usize| row.get::<Option<i64>>(column).map(|at| at.map(moment));
    let bad = |column: usize| StoreFault::Column { column };
    let visit: Option<String> = row.get(14)?;
    Ok(BookingRow {
        id: BookingId::new(row.get(0)?).ok_or_else(|| bad(0))?,
        secret: row.get::<String>(1)?.parse().map_err(|_| bad(1))?,
        office: OfficeId(row.get(2)?),
        start: moment(row.get(3)?),
        minutes: row.get(4)?,
        services: json(&row.get::<String>(5)?)?,
        stage: Stage::parse(&row.get::<String>(6)?),
        held_until: optional(7)?,
        short_code: row.get(8)?,
        code: row.get(9)?,
        language: row.get(10)?,
        pin_salt: row.get(11)?,
        pin_failures: row.get(12)?,
        pin_locked_until: optional(13)?,
        visit: visit.map(|visit| json(&visit)).transpose()?,
        wishes: Wishes { interpreter: row.get(15)?, more_time: row.get(16)?, pick_up: row.get(17)? },
        extended: row.get(18)?,
        sequence: row.get(19)?,
        unconfirmed: row.get(20)?,
        together: row.get::<Option<u64>>(21)?.and_then(BookingId::new),
        interpreting: interpreting(row, 22)?,
        persons: row.get(24)?,
        lost_place: row.get(25)?,
    })
}

/// What somebody has to interpret, of two columns.
fn interpreting(row: &Row, column: usize) -> Result<Option<Interpreting>, StoreFault> {
    let way: Option<String> = row.get(column + 1)?;
    let way = way.as_deref().and_then(InterpreterWay::from_name);
    Ok(row.get::<Option<String>>(column)?.map(|language| Interpreting { language, way }))
}

/// The bookings that `condition` picks.
pub(super) fn bookings(
    connection: &Connection,
    condition: &str,
    values: &[Value],
) -> Result<Vec<BookingRow>, StoreFault> {
    connection.rows(&format!("select {COLUMNS} from booking where {condition}"), values, read)
}

/// The booking with this secret.
pub(super) fn by_secret(connection: &Connection, secret: Uuid) -> Result<Option<BookingRow>, StoreFault> {
    Ok(bookings(connection, "secret = ?1", values![secret.to_string()])?.pop())
}

/// The booking with this id.
pub(super) fn by_id(connection: &Connection, id: BookingId) -> Result<Option<BookingRow>, StoreFault> {
    Ok(bookings(connection, "id = ?1", values![key(id)])?.pop())
}

/// All offices in force.
pub(super) fn offices(connection: &Connection) -> Result<Vec<Office>, StoreFault> {
    connection.rows("select document from office order by number", &[], |row| json(&row.get::<String>(0)?))
}

/// The key with which an office's short codes are hashed in the feed.
pub(super) fn short_code_key(connection: &Connection, office: &OfficeId) -> Result<Vec<u8>, StoreFault> {
    let sql = "select short_code_key from office where id = ?1";
    Ok(connection.row(sql, values![office.as_str()], |row| row.get(0))?.unwrap_or_default())
}

/// When the next hold ends.
pub(super) fn next_expiry(connection: &Connection) -> Result<Option<Timestamp>, StoreFault> {
    let sql = "select min(held_until) from booking where state = 'held'";
    let next: Option<i64> = connection.one(sql, &[], |row| row.get(0))?;
    Ok(next.map(moment))
}
