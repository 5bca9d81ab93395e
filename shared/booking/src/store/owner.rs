//! What a booking's owner may do with its PIN: cancel and move.

use super::bookings::{changed, sign, view, with_next};
use super::catalog::{OfficeState, Wanted};
use super::fault::StoreFault;
use super::nonces::{self, Request};
use super::rows::{self, BookingRow, Stage};
use super::sql::values;
use super::writer::{Work, attempt};
use super::{Answer, Store, letters, limits, places, tend};
use crate::calendar::Asker;
use crate::mail::Kind;
use crate::random;
use crate::refusal::Refusal;
use chrono::{SubsecRound, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::visit::VisitState;
use foyer_protocol::booking::BookingView;
use std::sync::Arc;
use uuid::Uuid;

/// So many wrong PINs lock a booking …
const PIN_TRIES: u8 = 5;
/// … for so long.
const PIN_LOCK: TimeDelta = TimeDelta::minutes(15);

/// Who has no e-mail address is rung up within so long after the office has cancelled.
const RUNG_WITHIN: TimeDelta = TimeDelta::days(7);

/// Another time for a booking.
#[derive(Clone)]
pub struct MoveOrder {
    /// The booking's secret.
    pub secret: Uuid,
    /// The PIN as typed.
    pub pin: String,
    /// The new time.
    pub start: Timestamp,
}

/// A booking that its owner may change now, with the right PIN.
fn owned(
    work: &Work<'_>,
    server: &[u8],
    secret: Uuid,
    pin: &str,
    now: Timestamp,
) -> Answer<(BookingRow, Arc<OfficeState>)> {
    let found = rows::by_secret(work.connection, secret)?;
    let Some(row) = found.filter(|row| matches!(row.stage, Stage::Confirmed | Stage::Cancelled)) else {
        return Ok(Err(Refusal::BookingUnknown));
    };
    let Some(state) = work.catalog.office(&row.office) else { return Ok(Err(Refusal::BookingUnknown)) };
    if let Err(refusal) = check_pin(work, server, &row, pin, now)? {
        return Ok(Err(refusal));
    }
    if row.stage == Stage::Cancelled {
        return Ok(Err(Refusal::BookingCancelled));
    }
    // Whoever is offered another time can choose while that is open, also when their own would be over.
    if now >= row.start + TimeDelta::minutes(i64::from(row.minutes)) && !row.lost_place {
        return Ok(Err(Refusal::BookingOver));
    }
    Ok(Ok((row, state)))
}

fn check_pin(work: &Work<'_>, server: &[u8], row: &BookingRow, typed: &str, now: Timestamp) -> Answer<()> {
    if let Some(until) = row.pin_locked_until.filter(|until| now < *until) {
        return Ok(Err(Refusal::PinLocked { until }));
    }
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let right = random::pin(server, row.id, &row.pin_salt);
    let (failures, locked) = match random::same(digits.as_bytes(), right.as_bytes()) {
        true => (0, None),
        false if row.pin_failures + 1 >= PIN_TRIES => (0, Some((now + PIN_LOCK).trunc_subsecs(0))),
        false => (row.pin_failures + 1, None),
    };
    let sql = "update booking set pin_failures = ?2, pin_locked_until = ?3 where id = ?1";
    let until = locked.map(|until| until.timestamp());
    work.connection.execute(sql, values![rows::key(row.id), failures, until])?;
    Ok(match (failures, locked) {
        (_, Some(until)) => Err(Refusal::PinLocked { until }),
        (0, None) => Ok(()),
        (failures, None) => Err(Refusal::PinWrong { left: PIN_TRIES - failures }),
    })
}

fn cancel(
    work: &mut Work<'_>,
    server: &[u8],
    secret: Uuid,
    pin: &str,
    now: Timestamp,
) -> Answer<BookingView> {
    let (row, state) = match owned(work, server, secret, pin, now)? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if !matches!(row.visit, None | Some(VisitState::Waiting)) {
        return Ok(Err(Refusal::BookingOver));
    }
    let row = call_off(work, &row, &Kind::Cancelled, now)?;
    Ok(Ok(view(&state.office, &row)))
}

/// Gives a booking's places back, forgets who would have come, and tells the lobby. `kind` is the letter to its owner.
pub(super) fn call_off(
    work: &mut Work<'_>,
    row: &BookingRow,
    kind: &Kind,
    now: Timestamp,
) -> Result<BookingRow, StoreFault> {
    places::free(work, &row.office, row.id)?;
    let sql = "update booking set state = 'cancelled', held_until = null, sequence = sequence + 1,
        cancelled_by_office = ?2 where id = ?1";
    let is_by_office = !matches!(kind, Kind::Cancelled);
    work.connection.execute(sql, values![rows::key(row.id), is_by_office])?;
    limits::forget(work.connection, row.id)?;
    let row = changed(work, row.id)?;
    letters::write(work, &row, kind, now)?;
    // Gone at once, or when the letter is. Whom the office has to ring up is known until then, but never longer than
    // before.
    let rung_until = match kind {
        Kind::OfficeCancelled { .. } => now + RUNG_WITHIN,
        _ => now,
    };
    let sql = "update contact set delete_after = case when email = '' and phone <> '' and delete_after < ?3
        then delete_after when email = '' and phone <> '' then ?3 else ?2 end where booking = ?1";
    let values = values![rows::key(row.id), now.timestamp(), rung_until.timestamp()];
    work.connection.execute(sql, values)?;
    letters::forget_contacts(work, now)?;
    Ok(row)
}

fn move_to(work: &mut Work<'_>, server: &[u8], order: &MoveOrder, now: Timestamp) -> Answer<BookingView> {
    let (row, state) = match owned(work, server, order.secret, &order.pin, now)? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if row.visit.is_some() {
        return Ok(Err(Refusal::BookingOver));
    }
    let wanted = Wanted { services: &row.services, minutes: row.minutes, asker: Asker::Public };
    if let Err(refusal) = state.offered(order.start, wanted, now) {
        return Ok(Err(refusal));
    }
    tend::expire(work, now)?;
    // The old places are given back and the new ones taken in one attempt: if that fails, the old ones stand.
    let moved = attempt(work, |work| {
        places::free(work, &row.office, row.id)?;
        places::take(work, &state, row.id, order.start, wanted, now)
    })?;
    if moved.is_err() {
        return Ok(Err(Refusal::SlotTaken { next: None }));
    }
    let sql = "update booking set start = ?2, sequence = sequence + 1, moves = moves + 1 where id = ?1";
    work.connection.execute(sql, values![rows::key(row.id), order.start.timestamp()])?;
    let sql = "update contact set delete_after = ?2 where booking = ?1";
    let delete_after = state.office.next_midnight(order.start).timestamp();
    work.connection.execute(sql, values![rows::key(row.id), delete_after])?;
    sign(work, &row, order.start)?;
    let before = row.start;
    let row = changed(work, row.id)?;
    letters::write(work, &row, &Kind::Moved { before }, now)?;
    Ok(Ok(view(&state.office, &row)))
}

impl Store {
    /// Gives a booking up.
    ///
    /// # Errors
    /// The store's.
    pub async fn cancel(
        &self,
        request: Request,
        secret: Uuid,
        pin: String,
        now: Timestamp,
    ) -> Answer<BookingView> {
        let server = Arc::clone(&self.secrets);
        let job = move |work: &mut Work<'_>| {
            nonces::once(work, &request, now, |work| cancel(work, &server.server, secret, &pin, now))
        };
        self.writer.run(job).await
    }

    /// Moves a booking; the old time stands until the new one is certain.
    ///
    /// # Errors
    /// The store's.
    pub async fn move_to(&self, request: Request, order: MoveOrder, now: Timestamp) -> Answer<BookingView> {
        let server = Arc::clone(&self.secrets);
        let (secret, start) = (order.secret, order.start);
        let job = move |work: &mut Work<'_>| {
            nonces::once(work, &request, now, |work| move_to(work, &server.server, &order, now))
        };
        let answer = self.writer.run(job).await?;
        let Err(Refusal::SlotTaken { .. }) = answer else { return Ok(answer) };
        let Ok(view) = self.booking(secret).await?.map(|found| found.view) else { return Ok(answer) };
        let Ok(state) = self.office(&view.office) else { return Ok(answer) };
        let wanted = Wanted { services: &view.services, minutes: view.minutes, asker: Asker::Public };
        Ok(with_next(answer, &state, start, wanted, now))
    }
}
