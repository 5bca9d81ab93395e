//! Holding a time a little longer.

use super::bookings::changed;
use super::catalog::Effect;
use super::rows::{self, Stage};
use super::sql::values;
use super::writer::Work;
use super::{Answer, Store, tend};
use crate::refusal::Refusal;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use uuid::Uuid;

/// So many times a time can be held on (WCAG 2.2.1 wants ten at least), so that it is held for eleven times as long in all
/// at most.
const MOST: i32 = 10;

/// Holds it on, at most twice as long from now: whoever presses twice and goes away blocks it no longer for that.
fn extend(work: &mut Work<'_>, hold: Uuid, now: Timestamp) -> Answer<()> {
    tend::expire(work, now)?;
    let Some(row) = rows::by_secret(work.connection, hold)? else { return Ok(Err(Refusal::HoldUnknown)) };
    let until = row.held_until.unwrap_or(now);
    match row.stage {
        Stage::Held if row.extended => return Ok(Ok(())),
        Stage::Held => {}
        Stage::Expired => return Ok(Err(Refusal::HoldExpired { until })),
        Stage::Confirmed | Stage::Cancelled => return Ok(Err(Refusal::HoldUnknown)),
    }
    let Some(state) = work.catalog.office(&row.office) else { return Ok(Err(Refusal::HoldUnknown)) };
    let as_long = TimeDelta::minutes(i64::from(state.office.rules.hold_minutes));
    let sql = "select made_at from booking where id = ?1";
    let made_at =
        work.connection.row(sql, values![rows::key(row.id)], |row| Ok(rows::moment(row.get(0)?)))?;
    let end = made_at.unwrap_or(now) + as_long * (1 + MOST);
    let longer = (until + as_long).min(now + as_long * 2).min(end).max(until);
    let sql = "update booking set held_until = ?2, extended = ?3 where id = ?1";
    work.connection.execute(sql, values![rows::key(row.id), longer.timestamp(), longer >= end])?;
    changed(work, row.id)?;
    work.effects.push(Effect::NextExpiry(rows::next_expiry(work.connection)?));
    Ok(Ok(()))
}

impl Store {
    /// Holds a time once more as long as at first, ten times at most. Asked again at once, hardly anything changes, so
    /// that no nonce is needed.
    ///
    /// # Errors
    /// The store's.
    pub async fn extend(&self, hold: Uuid, now: Timestamp) -> Answer<()> {
        self.writer.run(move |work: &mut Work<'_>| extend(work, hold, now)).await
    }
}
