//! An office, or a part of it, closes: who has booked there, and what becomes of them. The work itself is in
//! [`super::closing_work`].

use super::desk::{self, DeskBooking};
use super::fault::StoreFault;
use super::nonces::{self, Request};
use super::offices::{import, in_force};
use super::rows::{self, Stage, moment};
use super::sql::{Connection, Row, values};
use super::writer::{Work, attempt};
use super::{Answer, Store, tend, waiting};
use crate::calendar;
use crate::office_file;
use crate::refusal::Refusal;
use chrono::{Days, NaiveTime};
use foyer_domain::Timestamp;
use foyer_domain::id::{LaneId, OfficeId};
use foyer_domain::office::{Closure, Office};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::Range;
use uuid::Uuid;

/// What is done with the bookings that lose their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosingWay {
    /// They are cancelled.
    Cancel,
    /// Each gets the next free time offered, held for a day; who does not take it is cancelled then.
    Offer,
}

/// What closes, why, and what is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingOrder {
    /// What closes, with the reason that letters say.
    pub closure: Closure,
    /// What is done with the bookings.
    pub way: ClosingWay,
}

/// What became of a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosingState {
    /// Nothing yet.
    Due,
    /// It stands: another counter has room at the same time, or it was changed meanwhile.
    Kept,
    /// It is cancelled.
    Cancelled,
    /// Another time is held for its owner.
    Offered,
    /// Its owner has taken the other time.
    Accepted,
}

impl ClosingState {
    fn parse(text: &str) -> Self {
        match text {
            "kept" => Self::Kept,
            "cancelled" => Self::Cancelled,
            "offered" => Self::Offered,
            "accepted" => Self::Accepted,
            _ => Self::Due,
        }
    }
}

/// A booking that loses its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosingEntry {
    /// The booking as it is now.
    pub booking: DeskBooking,
    /// What became of it.
    pub state: ClosingState,
    /// The time that is held, and until when.
    pub offer: Option<(Timestamp, Timestamp)>,
    /// The last part of the link by which it is accepted.
    pub secret: Option<Uuid>,
}

/// A closing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Its name in addresses.
    pub id: Uuid,
    /// Where.
    pub office: OfficeId,
    /// What was ordered.
    pub order: ClosingOrder,
    /// When.
    pub made_at: Timestamp,
    /// When it was taken back, if it was.
    pub reopened_at: Option<Timestamp>,
    /// The closures of the plan that it took the place of.
    pub(super) replaced: Vec<Closure>,
}

/// A closing as it is kept.
#[derive(Serialize, Deserialize)]
pub(super) struct About {
    #[serde(flatten)]
    pub order: ClosingOrder,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaced: Vec<Closure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened_at: Option<Timestamp>,
}

/// The slots in which it is closed, each local day's for itself.
fn closed_slots(office: &Office, closure: &Closure) -> Vec<Range<i64>> {
    let slots = |day: chrono::NaiveDate| {
        let from = office.local(day, closure.from.unwrap_or(NaiveTime::MIN));
        let tomorrow = day.checked_add_days(Days::new(1)).unwrap_or(day);
        let to = closure.to.map_or(office.local(tomorrow, NaiveTime::MIN), |to| office.local(day, to));
        calendar::slot_of(from)..calendar::slot_of(to)
    };
    closure.date.iter_days().take_while(|day| *day <= closure.last()).map(slots).collect()
}

/// The bookings that have a place in what closes.
pub(super) fn placed(
    connection: &Connection,
    office: &Office,
    closure: &Closure,
) -> Result<BTreeSet<i64>, StoreFault> {
    let closed = closed_slots(office, closure);
    let (Some(first), Some(last)) = (closed.first(), closed.last()) else { return Ok(BTreeSet::new()) };
    let sql = "select booking, slot, lane from place where office = ?1 and slot >= ?2 and slot < ?3";
    let read = |row: &Row| Ok((row.get::<i64>(0)?, row.get::<i64>(1)?, LaneId(row.get(2)?)));
    let all = connection.rows(sql, values![office.id.as_str(), first.start, last.end], read)?;
    let is_closed = |slot: i64, lane: &LaneId| {
        let is_named = closure.counters.iter().any(|counter| counter.as_str() == lane.as_str());
        (closure.counters.is_empty() || is_named) && closed.iter().any(|slots| slots.contains(&slot))
    };
    Ok(all.into_iter().filter(|(_, slot, lane)| is_closed(*slot, lane)).map(|(key, ..)| key).collect())
}

/// The certain bookings still to come that lose their place, earliest first.
pub(super) fn losing(
    connection: &Connection,
    office: &Office,
    closure: &Closure,
    now: Timestamp,
) -> Result<Vec<DeskBooking>, StoreFault> {
    let keys = placed(connection, office, closure)?;
    let condition = "office = ?1 and start >= ?2 and state = 'confirmed' and visit is null";
    let values = values![office.id.as_str(), now.timestamp()];
    let mut found = desk::bookings(connection, condition, "start, id", values)?;
    found.retain(|booking| keys.contains(&rows::key(booking.id)));
    Ok(found)
}

/// Ends what is being booked there at this moment. A time that an earlier closing offered is sought anew, and who was
/// offered it on the waiting list waits on.
fn end_holds(work: &mut Work<'_>, office: &Office, closure: &Closure) -> Result<(), StoreFault> {
    for key in placed(work.connection, office, closure)? {
        let Some(row) = rows::bookings(work.connection, "id = ?1", values![key])?.pop() else { continue };
        if row.stage != Stage::Held {
            continue;
        }
        tend::end_hold(work, &row)?;
        waiting::take_back(work, &row)?;
        let sql = "update closing_booking set state = 'due', offer = null, until_at = null, secret = null
            where offer = ?1 and state = 'offered'";
        work.connection.execute(sql, values![key])?;
    }
    Ok(())
}

/// The plan with this closure, and the closures that it takes the place of; none where all of it is closed then anyway.
pub(super) fn with_closure(office: &Office, closure: &Closure) -> Option<(Office, Vec<Closure>)> {
    let is_covered =
        |day: chrono::NaiveDate| office.closures.iter().any(|other| other.is_whole() && other.is_on(day));
    let mut days = closure.date.iter_days().take_while(|day| *day <= closure.last());
    if office.closures.contains(closure) || days.all(is_covered) {
        return None;
    }
    let is_within = |other: &Closure| {
        closure.is_whole() && other.is_whole() && closure.date <= other.date && other.last() <= closure.last()
    };
    let (replaced, mut left): (Vec<_>, Vec<_>) = office.closures.iter().cloned().partition(is_within);
    left.push(closure.clone());
    Some((Office { closures: left, ..office.clone() }, replaced))
}

/// Takes over the plan with other closures.
pub(super) fn take_over(work: &mut Work<'_>, before: &Office, after: Office, now: Timestamp) -> Answer<()> {
    let faults = office_file::judge_imported(before);
    // An older version may have let in what is judged a fault today.
    if office_file::judge_imported(&after).iter().any(|fault| !faults.contains(fault)) {
        return Ok(Err(Refusal::SpanWrong));
    }
    // Neither the number nor a service changes, so that nothing can stand against it.
    Ok(import(work, after, None, now)?.map(|_| ()).map_err(|_| Refusal::SpanWrong))
}

/// Closes, and notes who loses their place.
pub(super) fn make(work: &mut Work<'_>, id: &OfficeId, order: &ClosingOrder, now: Timestamp) -> Answer<Uuid> {
    let Some(office) = in_force(work.connection, id)? else {
        return Ok(Err(Refusal::OfficeUnknown { office: id.to_string() }));
    };
    attempt(work, |work| {
        let found = losing(work.connection, &office, &order.closure, now)?;
        end_holds(work, &office, &order.closure)?;
        let closing = Uuid::new_v4();
        let sql = "insert into closing (id, office, about, made_at) values (?1, ?2, ?3, ?4)";
        let name = closing.to_string();
        let (after, replaced) = with_closure(&office, &order.closure).unzip();
        let replaced = replaced.unwrap_or_default();
        let about = About { order: order.clone(), replaced, reopened_at: None };
        let values = values![name.as_str(), id.as_str(), serde_json::to_string(&about)?, now.timestamp()];
        work.connection.execute(sql, values)?;
        for booking in found {
            let sql = "insert into closing_booking (closing, booking, state) values (?1, ?2, 'due')";
            work.connection.execute(sql, values![name.as_str(), rows::key(booking.id)])?;
        }
        match after {
            Some(after) => Ok(take_over(work, &office, after, now)?.map(|()| closing)),
            None => Ok(Ok(closing)),
        }
    })
}

fn read_closing(row: &Row) -> Result<Closing, StoreFault> {
    let About { order, replaced, reopened_at } = rows::json(&row.get::<String>(2)?)?;
    Ok(Closing {
        id: row.get::<String>(0)?.parse().map_err(|_| StoreFault::Column { column: 0 })?,
        office: OfficeId(row.get(1)?),
        order,
        made_at: moment(row.get(3)?),
        reopened_at,
        replaced,
    })
}

/// The closing of this name.
pub(super) fn closing(connection: &Connection, id: &str) -> Result<Option<Closing>, StoreFault> {
    let sql = "select id, office, about, made_at from closing where id = ?1";
    connection.row(sql, values![id], read_closing)
}

fn entries(connection: &Connection, id: &str) -> Result<Vec<ClosingEntry>, StoreFault> {
    let condition = "id in (select booking from closing_booking where closing = ?1)";
    let bookings = desk::bookings(connection, condition, "start, id", values![id])?;
    let sql = "select c.booking, c.state, c.until_at, c.secret, h.start from closing_booking c
        left join booking h on h.id = c.offer where c.closing = ?1";
    let read = |row: &Row| {
        let offer = match (row.get::<Option<i64>>(4)?, row.get::<Option<i64>>(2)?) {
            (Some(start), Some(until)) => Some((moment(start), moment(until))),
            _ => None,
        };
        let secret = row.get::<Option<String>>(3)?.and_then(|secret| secret.parse().ok());
        Ok((row.get::<i64>(0)?, (ClosingState::parse(&row.get::<String>(1)?), offer, secret)))
    };
    let states = connection.rows(sql, values![id], read)?;
    let states: std::collections::HashMap<_, _> = states.into_iter().collect();
    let entry = |booking: DeskBooking| {
        let (state, offer, secret) = states.get(&rows::key(booking.id)).copied()?;
        Some(ClosingEntry { booking, state, offer, secret })
    };
    Ok(bookings.into_iter().filter_map(entry).collect())
}

impl Store {
    /// Closes, and writes down whose bookings are to be worked on ([`Store::work_closings`]).
    ///
    /// # Errors
    /// The store's.
    pub async fn close(
        &self,
        request: Request,
        office: OfficeId,
        order: ClosingOrder,
        now: Timestamp,
    ) -> Answer<Uuid> {
        let job = move |work: &mut Work<'_>| {
            nonces::once(work, &request, now, |work| make(work, &office, &order, now))
        };
        self.writer.run(job).await
    }

    /// A closing with its bookings.
    ///
    /// # Errors
    /// The store's.
    pub async fn closing(&self, id: Uuid) -> Answer<(Closing, Vec<ClosingEntry>)> {
        self.read(move |connection| {
            let id = id.to_string();
            let Some(closing) = closing(connection, &id)? else { return Ok(Err(Refusal::BookingUnknown)) };
            Ok(Ok((closing, entries(connection, &id)?)))
        })
        .await
    }

    /// An office's closings, the newest first.
    ///
    /// # Errors
    /// The store's.
    pub async fn closings(&self, office: OfficeId) -> Result<Vec<Closing>, StoreFault> {
        let sql =
            "select id, office, about, made_at from closing where office = ?1 order by made_at desc, id";
        self.read(move |connection| connection.rows(sql, values![office.as_str()], read_closing)).await
    }
}
