//! Who asks for a time that is not free: they wait for one ([`super::waiting`]) or staff find one ([`super::requests`]).
//! Here is what both have in common: the row, its letters, leaving, and forgetting.

use super::catalog::Effect;
use super::fault::StoreFault;
use super::letters::OPEN;
use super::rows::{self, moment};
use super::sql::{Connection, Row, Value, values};
use super::writer::Work;
use super::{Answer, Store, waiting};
use crate::calendar::HalfDay;
use crate::mail::AskedKind;
use crate::random;
use crate::refusal::Refusal;
use crate::visible;
use chrono::{NaiveDate, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::{BookingId, OfficeId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What somebody asks for. Kept in this shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AskedFor {
    /// To be told of a time that becomes free.
    Waiting {
        /// The first day that suits.
        from: NaiveDate,
        /// The last one.
        until: NaiveDate,
        /// Which half of the day.
        half: Option<HalfDay>,
        /// So many hours before the start they have to know.
        notice_hours: u16,
    },
    /// That staff find a time.
    Request {
        /// Days that suit, 1 to 3.
        days: Vec<Proposal>,
        /// What else is to be known; up to 1,000 characters, may be empty.
        words: String,
    },
}

/// A day that suits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Which.
    pub day: NaiveDate,
    /// Which half of it; none means all of it.
    pub half: Option<HalfDay>,
}

impl AskedFor {
    fn kind(&self) -> &'static str {
        match self {
            Self::Waiting { .. } => "waiting",
            Self::Request { .. } => "request",
        }
    }
}

/// A new entry.
#[derive(Debug, Clone)]
pub struct AskingOrder {
    /// Where.
    pub office: OfficeId,
    /// What for.
    pub services: Vec<ServiceChoice>,
    /// The language for letters, `de`.
    pub language: String,
    /// May be empty.
    pub name: String,
    /// May be empty where the telephone number is not.
    pub email: String,
    /// May be empty.
    pub phone: String,
    /// What is asked for.
    pub wanted: AskedFor,
}

impl AskingOrder {
    /// Without what nobody sees of who asks.
    pub(super) fn seen(self) -> Self {
        let (email, phone) = (visible::plain(&self.email), visible::plain(&self.phone));
        Self { name: visible::name(&self.name), email, phone, ..self }
    }
}

/// A time that is held for somebody who waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The hold's secret.
    pub hold: Uuid,
    /// When it is.
    pub start: Timestamp,
    /// Until when it is held.
    pub until: Timestamp,
}

/// An entry as whoever made it sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// Its number, drawn like a booking's.
    pub id: BookingId,
    /// The citizen's link.
    pub secret: Uuid,
    /// Where.
    pub office: OfficeId,
    /// What for.
    pub services: Vec<ServiceChoice>,
    /// The language for letters, `de`.
    pub language: String,
    /// May be empty.
    pub name: String,
    /// May be empty.
    pub email: String,
    /// May be empty.
    pub phone: String,
    /// What is asked for.
    pub wanted: AskedFor,
    /// Since when.
    pub made_at: Timestamp,
    /// What is held for them now.
    pub offer: Option<Offered>,
    /// Starts that were offered and not taken.
    pub passed: Vec<Timestamp>,
    /// How many letters were written.
    pub sequence: u32,
}

const COLUMNS: &str = "asking.id, asking.secret, asking.office, asking.services, asking.language, asking.name, \
    asking.email, asking.phone, asking.wanted, asking.made_at, asking.passed, asking.sequence, booking.secret, \
    booking.start, booking.held_until";

fn read(row: &Row) -> Result<Asking, StoreFault> {
    let bad = |column: usize| StoreFault::Column { column };
    let secret = |column: usize| -> Result<Option<Uuid>, StoreFault> {
        let text: Option<String> = row.get(column)?;
        text.map(|text| text.parse().map_err(|_| bad(column))).transpose()
    };
    let at = |column: usize| row.get::<Option<i64>>(column).map(|at| at.map(moment));
    let offer = match (secret(12)?, at(13)?, at(14)?) {
        (Some(hold), Some(start), Some(until)) => Some(Offered { hold, start, until }),
        _ => None,
    };
    Ok(Asking {
        id: BookingId::new(row.get(0)?).ok_or_else(|| bad(0))?,
        secret: secret(1)?.ok_or_else(|| bad(1))?,
        office: OfficeId(row.get(2)?),
        services: rows::json(&row.get::<String>(3)?)?,
        language: row.get(4)?,
        name: row.get(5)?,
        email: row.get(6)?,
        phone: row.get(7)?,
        wanted: rows::json(&row.get::<String>(8)?)?,
        made_at: moment(row.get(9)?),
        offer,
        passed: rows::json(&row.get::<String>(10)?)?,
        sequence: row.get(11)?,
    })
}

/// The entries that `condition` picks, in this order, with what is held for them.
pub(super) fn found(
    connection: &Connection,
    condition: &str,
    values: &[Value],
) -> Result<Vec<Asking>, StoreFault> {
    let sql = format!(
        "select {COLUMNS} from asking left join booking on booking.id = asking.offered and booking.state = 'held'
        where {condition}"
    );
    connection.rows(&sql, values, read)
}

/// The entry with this number, over or not.
pub(super) fn by_id(connection: &Connection, id: BookingId) -> Result<Option<Asking>, StoreFault> {
    Ok(found(connection, "asking.id = ?1", values![rows::key(id)])?.pop())
}

/// The entry with this secret, if it is not over.
pub(super) fn by_secret(connection: &Connection, secret: Uuid) -> Result<Option<Asking>, StoreFault> {
    let condition = "asking.secret = ?1 and asking.ended_at is null";
    Ok(found(connection, condition, values![secret.to_string()])?.pop())
}

/// Writes a letter to somebody who waits or asks, in place of what is not sent yet; nothing without an address.
fn write(work: &Work<'_>, asking: &Asking, kind: &AskedKind, now: Timestamp) -> Result<(), StoreFault> {
    let of = values![rows::key(asking.id)];
    work.connection.execute(&format!("delete from letter where asking = ?1 and {OPEN}"), of)?;
    if !work.writes_letters || asking.email.is_empty() {
        return Ok(());
    }
    let sql = "insert into letter (id, asking, kind, sequence, about, made_at, due_at, next_try_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?6)";
    let (id, asked) = (rows::key(random::booking_id()), rows::key(asking.id));
    let about = serde_json::to_string(kind)?;
    let values = values![id, asked, kind.name(), asking.sequence, about, now.timestamp()];
    work.connection.execute(sql, values)?;
    work.connection.execute("update asking set sequence = sequence + 1 where id = ?1", of)?;
    Ok(())
}

/// Makes an entry and writes its first letter.
pub(super) fn insert(
    work: &mut Work<'_>,
    order: &AskingOrder,
    kind: &AskedKind,
    now: Timestamp,
) -> Result<Asking, StoreFault> {
    let id = random::booking_id();
    let sql =
        "insert into asking (id, secret, kind, office, services, language, name, email, phone, wanted, made_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let values = values![
        rows::key(id),
        Uuid::new_v4().to_string(),
        order.wanted.kind(),
        order.office.as_str(),
        serde_json::to_string(&order.services)?,
        &order.language,
        &order.name,
        &order.email,
        &order.phone,
        serde_json::to_string(&order.wanted)?,
        now.timestamp(),
    ];
    work.connection.execute(sql, values)?;
    let asking = by_id(work.connection, id)?.ok_or(StoreFault::Missing)?;
    write(work, &asking, kind, now)?;
    Ok(asking)
}

/// Ends an entry with a last letter; the row goes when that is sent.
pub(super) fn end(
    work: &mut Work<'_>,
    asking: &Asking,
    kind: &AskedKind,
    now: Timestamp,
) -> Result<(), StoreFault> {
    write(work, asking, kind, now)?;
    let sql = "update asking set ended_at = ?2, offered = null where id = ?1";
    work.connection.execute(sql, values![rows::key(asking.id), now.timestamp()])?;
    Ok(())
}

/// Deletes an entry with its letters.
pub(super) fn delete(work: &mut Work<'_>, id: BookingId) -> Result<(), StoreFault> {
    work.connection.execute("delete from asking where id = ?1", values![rows::key(id)])?;
    work.effects.push(Effect::Forgotten);
    Ok(())
}

/// Deletes what is over as soon as its last letter is sent or given up, or after a week.
pub(super) fn forget(work: &mut Work<'_>, now: Timestamp) -> Result<(), StoreFault> {
    let sql = "delete from asking where ended_at is not null and (ended_at <= ?1 or not exists (
        select 1 from letter where letter.asking = asking.id and sent_at is null and dead_at is null))";
    if work.connection.execute(sql, values![(now - TimeDelta::days(7)).timestamp()])? > 0 {
        work.effects.push(Effect::Forgotten);
    }
    Ok(())
}

fn leave(work: &mut Work<'_>, secret: Uuid, now: Timestamp) -> Answer<()> {
    let Some(asking) = by_secret(work.connection, secret)? else { return Ok(Err(Refusal::AskingUnknown)) };
    waiting::give_back(work, &asking, now)?;
    delete(work, asking.id)?;
    Ok(Ok(()))
}

impl Store {
    /// An entry by its secret; none that is over.
    ///
    /// # Errors
    /// The store's.
    pub async fn asking(&self, secret: Uuid) -> Answer<Asking> {
        self.read(move |connection| Ok(by_secret(connection, secret)?.ok_or(Refusal::AskingUnknown))).await
    }

    /// Deletes an entry with all that is personal in it, and gives back what is held for it. Pressed again it is unknown.
    ///
    /// # Errors
    /// The store's.
    pub async fn leave(&self, secret: Uuid, now: Timestamp) -> Answer<()> {
        self.writer.run(move |work| leave(work, secret, now)).await
    }
}
