//! What becomes of the bookings where it closes, one after the other and each in a transaction of its own: whatever
//! stops the server, the work goes on with the next one.

use super::bookings::{changed, insert};
use super::catalog::{Effect, OfficeState, Wanted};
use super::closings::{self, ClosingOrder, ClosingWay};
use super::desk_change::{cancel, settle};
use super::fault::StoreFault;
use super::rows::{self, BookingRow, Stage, moment};
use super::sql::{Row, values};
use super::writer::{Work, attempt};
use super::{Answer, HoldOrder, Store, closing_offer, letters, places, tend};
use crate::calendar::Asker;
use crate::mail::Kind;
use crate::refusal::Refusal;
use chrono::{SubsecRound, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::id::{BookingId, OfficeId};
use uuid::Uuid;

/// So long a time is held for whoever it is offered to.
const HELD_FOR: TimeDelta = TimeDelta::hours(24);
/// A free time that somebody else takes meanwhile is sought anew so often.
const TRIES: usize = 8;

/// Whose turn it is.
struct Turn {
    closing: String,
    booking: BookingId,
    offer: Option<i64>,
}

fn turn(row: &Row) -> Result<Turn, StoreFault> {
    let booking = BookingId::new(row.get(1)?).ok_or(StoreFault::Column { column: 1 })?;
    Ok(Turn { closing: row.get(0)?, booking, offer: row.get(2)? })
}

/// Nothing is done with these yet.
const DUE: &str =
    "select c.closing, c.booking, c.offer from closing_booking c join booking b on b.id = c.booking
    where c.state = 'due' order by b.start, b.id limit 1";
/// Nobody has taken these times while they were held, or their bookings were changed meanwhile.
const LAPSED: &str =
    "select c.closing, c.booking, c.offer from closing_booking c join booking b on b.id = c.booking
    where c.state = 'offered' and (c.until_at < ?1 or b.state <> 'confirmed' or b.sequence <> c.sequence)
    order by b.start, b.id limit 1";

fn note(work: &Work<'_>, turn: &Turn, state: &str) -> Result<(), StoreFault> {
    let sql = "update closing_booking set state = ?3 where closing = ?1 and booking = ?2";
    work.connection.execute(sql, values![turn.closing.as_str(), rows::key(turn.booking), state])?;
    Ok(())
}

/// Does what is next; whether there was anything that can be done now.
fn step(work: &mut Work<'_>, now: Timestamp) -> Result<bool, StoreFault> {
    tend::expire(work, now)?;
    if let Some(turn) = work.connection.row(DUE, &[], turn)? {
        let row = rows::by_id(work.connection, turn.booking)?.ok_or(StoreFault::Missing)?;
        if !is_in_force(work, &row.office)? {
            return Ok(false);
        }
        let order = order_of(work, &turn)?;
        begin(work, &turn, &order, row, now)?;
        return Ok(true);
    }
    if let Some(turn) = work.connection.row(LAPSED, values![now.timestamp()], turn)? {
        let order = order_of(work, &turn)?;
        lapse(work, &turn, &order, now)?;
        return Ok(true);
    }
    Ok(false)
}

/// Whether the catalog knows the plan as it is now. One that was changed in this very batch offers what is closed; the
/// work goes on with the next one.
fn is_in_force(work: &Work<'_>, office: &OfficeId) -> Result<bool, StoreFault> {
    let sql = "select revision from office where id = ?1";
    let revision: Option<i64> = work.connection.row(sql, values![office.as_str()], |row| row.get(0))?;
    let known = work.catalog.office(office).map(|state| rows::count(state.office.revision));
    Ok(known == revision)
}

fn order_of(work: &Work<'_>, turn: &Turn) -> Result<ClosingOrder, StoreFault> {
    let closing = closings::closing(work.connection, &turn.closing)?.ok_or(StoreFault::Missing)?;
    Ok(closing.order)
}

fn begin(
    work: &mut Work<'_>,
    turn: &Turn,
    order: &ClosingOrder,
    row: BookingRow,
    now: Timestamp,
) -> Result<(), StoreFault> {
    let is_there = row.visit.is_some() || row.start < now;
    let Some(state) = work.catalog.office(&row.office).filter(|_| row.stage == Stage::Confirmed && !is_there)
    else {
        let state = if row.stage == Stage::Cancelled { "cancelled" } else { "kept" };
        return note(work, turn, state);
    };
    // Whoever works on may have room at the same time; nobody has to be told then.
    if places::is_seated(work.connection, &state.office, &row)? {
        return note(work, turn, "kept");
    }
    let wanted = Wanted { services: &row.services, minutes: row.minutes, asker: Asker::Emergency };
    let kept = attempt(work, |work| {
        places::free(work, &row.office, row.id)?;
        places::take(work, &state, row.id, row.start, wanted, now)
    })?;
    if kept.is_ok() {
        note(work, turn, "kept")?;
        return if row.lost_place { stand_again(work, row.id, now) } else { Ok(()) };
    }
    if order.way == ClosingWay::Offer
        && is_reached(work, row.id)?
        && offer(work, turn, order, &state, &row, now)?
    {
        return Ok(());
    }
    call_off(work, turn, order, now)
}

/// Whoever was offered another time has their own again, and is told so.
fn stand_again(work: &Work<'_>, id: BookingId, now: Timestamp) -> Result<(), StoreFault> {
    let sql = "update booking set sequence = sequence + 1 where id = ?1";
    work.connection.execute(sql, values![rows::key(id)])?;
    let row = changed(work, id)?;
    letters::write(work, &row, &Kind::Confirmed, now)
}

fn is_reached(work: &Work<'_>, id: BookingId) -> Result<bool, StoreFault> {
    let sql = "select 1 from contact where booking = ?1 and (email <> '' or phone <> '')";
    work.connection.exists(sql, values![rows::key(id)])
}

fn call_off(
    work: &mut Work<'_>,
    turn: &Turn,
    order: &ClosingOrder,
    now: Timestamp,
) -> Result<(), StoreFault> {
    let kind = Kind::OfficeCancelled { reason: order.closure.reason.clone() };
    let answer = cancel(work, turn.booking, &kind, now)?;
    let is_gone = matches!(answer, Ok(()) | Err(Refusal::BookingCancelled));
    note(work, turn, if is_gone { "cancelled" } else { "kept" })
}

/// Holds the next free time and offers it; whether there is one.
fn offer(
    work: &mut Work<'_>,
    turn: &Turn,
    order: &ClosingOrder,
    state: &OfficeState,
    row: &BookingRow,
    now: Timestamp,
) -> Result<bool, StoreFault> {
    let Some((hold, until)) = hold(work, state, row, now)? else { return Ok(false) };
    places::free(work, &row.office, row.id)?;
    let secret = Uuid::new_v4();
    let sql = "update booking set sequence = sequence + 1 where id = ?1";
    work.connection.execute(sql, values![rows::key(row.id)])?;
    let row = changed(work, row.id)?;
    let path = closing_offer::path(&row, &secret.to_string());
    let reason = order.closure.reason.clone();
    letters::write(work, &row, &Kind::OfficeOffer { start: hold.start, path, until, reason }, now)?;
    let sql =
        "update closing_booking set state = 'offered', secret = ?3, offer = ?4, until_at = ?5, sequence = ?6
        where closing = ?1 and booking = ?2";
    let (closing, key) = (turn.closing.as_str(), rows::key(turn.booking));
    let values =
        values![closing, key, secret.to_string(), rows::key(hold.id), until.timestamp(), row.sequence];
    work.connection.execute(sql, values)?;
    // Whoever answers on the next day is still to be written to.
    let sql = "update contact set delete_after = ?2 where booking = ?1 and delete_after < ?2";
    work.connection.execute(sql, values![key, state.office.next_midnight(until).timestamp()])?;
    work.effects.push(Effect::HeldUntil(until));
    Ok(true)
}

/// The next free time from the booking's on, held for its owner; what is kept for staff only if nothing else is free.
fn hold(
    work: &mut Work<'_>,
    state: &OfficeState,
    row: &BookingRow,
    now: Timestamp,
) -> Result<Option<(BookingRow, Timestamp)>, StoreFault> {
    for asker in [Asker::Public, Asker::Staff] {
        let wanted = Wanted { services: &row.services, minutes: row.minutes, asker };
        let mut from = row.start;
        for _ in 0..TRIES {
            let Some(start) = state.next_free(wanted, from, now) else { break };
            let until = (now + HELD_FOR).min(start).trunc_subsecs(0);
            let office = row.office.clone();
            let order = HoldOrder { office, services: row.services.clone(), start, asker };
            let held = attempt(work, |work| {
                let hold = insert(work, &order, row.minutes, until, now)?;
                Ok(places::take(work, state, hold.id, start, wanted, now)?.map(|()| hold))
            })?;
            if let Ok(hold) = held {
                return Ok(Some((hold, until)));
            }
            from = start + TimeDelta::minutes(1);
        }
    }
    Ok(None)
}

/// Whoever has a place again has decided, and so has who lost that one to another closing; else the booking is cancelled
/// once nothing is held for it any more. A change without a place leaves the offer as it is.
fn lapse(work: &mut Work<'_>, turn: &Turn, order: &ClosingOrder, now: Timestamp) -> Result<(), StoreFault> {
    let row = rows::by_id(work.connection, turn.booking)?.ok_or(StoreFault::Missing)?;
    let sql =
        "select 1 from closing_booking where booking = ?1 and closing <> ?2 and state in ('due', 'offered')";
    let other = work.connection.exists(sql, values![rows::key(row.id), turn.closing.as_str()])?;
    let has_decided = row.stage == Stage::Confirmed && (!row.lost_place || other);
    if !has_decided && row.stage == Stage::Confirmed && closing_offer::tell_again(work, &row, now)? {
        return Ok(());
    }
    if let Some(hold) = turn.offer.and_then(|key| BookingId::new(key.try_into().ok()?))
        && let Some(row) = rows::by_id(work.connection, hold)?.filter(|row| row.stage == Stage::Held)
    {
        tend::end_hold(work, &row)?;
    }
    if has_decided { note(work, turn, "kept") } else { call_off(work, turn, order, now) }
}

/// Takes the offered time.
fn accept(work: &mut Work<'_>, secret: Uuid, now: Timestamp) -> Answer<Uuid> {
    let sql = "select closing, booking, offer, state, until_at from closing_booking where secret = ?1";
    let read = |row: &Row| {
        let until = row.get::<Option<i64>>(4)?.map(moment);
        Ok((turn(row)?, row.get::<String>(3)?, until))
    };
    let found = work.connection.row(sql, values![secret.to_string()], read)?;
    let Some((turn, state, Some(until))) = found else { return Ok(Err(Refusal::BookingUnknown)) };
    let over = Refusal::HoldExpired { until };
    let row = rows::by_id(work.connection, turn.booking)?.ok_or(StoreFault::Missing)?;
    if state == "accepted" {
        return Ok(Ok(row.secret));
    }
    if row.stage == Stage::Cancelled {
        return Ok(Err(Refusal::BookingCancelled));
    }
    let hold = match turn.offer.and_then(|key| BookingId::new(key.try_into().ok()?)) {
        Some(hold) => rows::by_id(work.connection, hold)?,
        None => None,
    };
    // Whoever has a place again has chosen it.
    let is_open = state == "offered" && now <= until && row.lost_place;
    let Some(hold) = hold.filter(|hold| is_open && hold.stage == Stage::Held && row.visit.is_none()) else {
        return Ok(Err(over));
    };
    let Some(office) = work.catalog.office(&row.office) else { return Ok(Err(over)) };
    let sql = "update place set booking = ?2 where booking = ?1";
    work.connection.execute(sql, values![rows::key(hold.id), rows::key(row.id)])?;
    tend::end_hold(work, &hold)?;
    // The office has caused it; the owner only agrees.
    let reason = order_of(work, &turn)?.closure.reason;
    let kind = Kind::OfficeMoved { before: row.start, reason };
    settle(work, &office, &row, (hold.start, hold.minutes), &kind, now)?;
    note(work, &turn, "accepted")?;
    Ok(Ok(row.secret))
}

impl Store {
    /// Works on what closings have left to do, until nothing is; cheap when nothing is.
    ///
    /// # Errors
    /// The store's.
    pub async fn work_closings(&self, now: Timestamp) -> Result<(), StoreFault> {
        loop {
            let is_due = move |connection: &super::Connection| {
                let lapsed = connection.exists(LAPSED, values![now.timestamp()])?;
                Ok(lapsed || connection.exists(DUE, &[])?)
            };
            if !self.read(is_due).await? {
                return Ok(());
            }
            if !self.writer.run(move |work: &mut Work<'_>| step(work, now)).await? {
                return Ok(());
            }
        }
    }

    /// Takes the time that is offered under this secret; the booking's own secret. Asked again, nothing changes.
    ///
    /// # Errors
    /// The store's.
    pub async fn accept_offer(&self, secret: Uuid, now: Timestamp) -> Answer<Uuid> {
        self.writer.run(move |work: &mut Work<'_>| accept(work, secret, now)).await
    }

    /// Whether the time that was offered under this secret was taken.
    ///
    /// # Errors
    /// The store's.
    pub async fn has_accepted(&self, secret: Uuid) -> Result<bool, StoreFault> {
        let sql = "select 1 from closing_booking where secret = ?1 and state = 'accepted'";
        self.read(move |connection| connection.exists(sql, values![secret.to_string()])).await
    }

    /// The time that is offered under this secret to the owner of a booking: when, and until when it is held.
    ///
    /// # Errors
    /// The store's.
    pub async fn offered(
        &self,
        booking: Uuid,
        secret: Uuid,
        now: Timestamp,
    ) -> Answer<(Timestamp, Timestamp)> {
        self.read(move |connection| {
            let sql = "select h.start, c.until_at, c.state, h.state from closing_booking c
                join booking b on b.id = c.booking left join booking h on h.id = c.offer
                where c.secret = ?1 and b.secret = ?2";
            let read = |row: &Row| {
                let times = (row.get::<Option<i64>>(0)?, row.get::<Option<i64>>(1)?);
                Ok((times, row.get::<String>(2)? == "offered", row.get::<Option<String>>(3)?))
            };
            let found = connection.row(sql, values![secret.to_string(), booking.to_string()], read)?;
            let Some(((start, Some(until)), is_offered, hold)) = found else {
                return Ok(Err(Refusal::BookingUnknown));
            };
            let (start, until) = (start.map(moment), moment(until));
            let is_held = is_offered && now <= until && hold.as_deref() == Some("held");
            Ok(start.filter(|_| is_held).map(|start| (start, until)).ok_or(Refusal::HoldExpired { until }))
        })
        .await
    }
}

#[cfg(test)]
mod tests;
