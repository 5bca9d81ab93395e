//! What time does: holds end, contacts are forgotten, the horizon moves on.

use super::Store;
use super::bookings::changed;
use super::catalog::Effect;
use super::fault::StoreFault;
use super::rows::{self, BookingRow};
use super::sql::values;
use super::writer::Work;
use super::{asking, letters, limits, lobbies, peers, places, requests, staff, statistics, waiting};
use crate::calendar;
use chrono::TimeDelta;
use foyer_domain::Timestamp;

/// How long an answer is kept under its nonce.
const NONCES_FOR: TimeDelta = TimeDelta::hours(24);
/// How long pseudonymous bookings and visit times are kept.
const VISITS_FOR: TimeDelta = TimeDelta::days(90);
/// How long a phone's page says that the visit has ended, and how it ended.
const ENDED_FOR: TimeDelta = TimeDelta::hours(1);
/// How long a link leads anywhere at all.
const TICKETS_FOR: TimeDelta = TimeDelta::hours(24);

/// The bookings that nobody confirmed, from before a moment.
const EXPIRED: &str = "state = 'expired' and start < ?1";
/// All from before a moment.
const OLD: &str = "start < ?1";

/// Ends the holds whose time is over and gives back their places.
pub(super) fn expire(work: &mut Work<'_>, now: Timestamp) -> Result<(), StoreFault> {
    let over =
        rows::bookings(work.connection, "state = 'held' and held_until < ?1", values![now.timestamp()])?;
    if over.is_empty() && !work.catalog.has_expired(now) {
        return Ok(());
    }
    for row in &over {
        end_hold(work, row)?;
    }
    if !over.is_empty() {
        waiting::settle(work, now)?;
    }
    // Also if none is over: the one whose end was awaited has been confirmed since.
    work.effects.push(Effect::NextExpiry(rows::next_expiry(work.connection)?));
    Ok(())
}

/// Ends a hold and gives back its places.
pub(super) fn end_hold(work: &mut Work<'_>, row: &BookingRow) -> Result<(), StoreFault> {
    places::free(work, &row.office, row.id)?;
    let sql = "update booking set state = 'expired' where id = ?1";
    work.connection.execute(sql, values![rows::key(row.id)])?;
    changed(work, row.id)?;
    work.effects.push(Effect::NextExpiry(rows::next_expiry(work.connection)?));
    Ok(())
}

fn housekeep(work: &mut Work<'_>, now: Timestamp, is_demo: bool) -> Result<(), StoreFault> {
    expire(work, now)?;
    waiting::settle(work, now)?;
    waiting::end_old(work, now)?;
    requests::end_old(work, now)?;
    letters::drop_pointless(work, now)?;
    letters::forget_contacts(work, now)?;
    asking::forget(work, now)?;
    limits::forget_old(work.connection, now)?;
    let connection = work.connection;
    let run = |sql: &str, before: Timestamp| connection.execute(sql, values![before.timestamp()]);
    run("delete from nonce where at < ?1", now - NONCES_FOR)?;
    run("delete from link_code where valid_until < ?1", now)?;
    run("update ticket set body = '' where ended_at < ?1 and body <> ''", now - ENDED_FOR)?;
    run("delete from ticket where at < ?1", now - TICKETS_FOR)?;
    run("delete from report where at < ?1", now - VISITS_FOR)?;
    run("delete from change where start < ?1", now - TimeDelta::days(2))?;
    let yesterday = calendar::slot_of(now - TimeDelta::days(1));
    connection.execute("delete from place where slot < ?1", values![yesterday])?;
    statistics::fold_visits(connection, now - VISITS_FOR)?;
    for (over, before) in [(EXPIRED, now - TimeDelta::days(2)), (OLD, now - VISITS_FOR)] {
        statistics::fold_bookings(connection, over, before)?;
        run(&format!("delete from booking where {over}"), before)?;
    }
    statistics::keep_capacity(work, now)?;
    run("delete from closing where made_at < ?1", now - VISITS_FOR)?;
    peers::drop_old(connection)?;
    staff::forget_old(connection, now, now - VISITS_FOR)?;
    if is_demo {
        lobbies::note_demo_clock(work, now)?;
    }
    Ok(())
}

/// Takes the day's change over: new days at the horizon.
fn turn_day(work: &mut Work<'_>, now: Timestamp) -> Result<(), StoreFault> {
    for office in rows::offices(work.connection)? {
        places::lay_spans(work.connection, &office, now)?;
    }
    work.effects.push(Effect::Reload(now));
    Ok(())
}

impl Store {
    /// Ends holds that are over; cheap when none is.
    ///
    /// # Errors
    /// The store's.
    pub async fn expire_holds(&self, now: Timestamp) -> Result<(), StoreFault> {
        if !self.catalog.has_expired(now) {
            return Ok(());
        }
        self.writer.run(move |work| expire(work, now)).await
    }

    /// Deletes what is old. Call it at the start and every minute or so.
    ///
    /// # Errors
    /// The store's.
    pub async fn housekeep(&self, now: Timestamp, is_demo: bool) -> Result<(), StoreFault> {
        self.writer.run(move |work| housekeep(work, now, is_demo)).await
    }

    /// Writes down the opening hours up to the horizon. Call it at the start.
    ///
    /// # Errors
    /// The store's.
    pub async fn lay_horizon(&self, now: Timestamp) -> Result<(), StoreFault> {
        self.writer.run(move |work| turn_day(work, now)).await
    }

    /// Moves the horizon on once a local day has changed.
    ///
    /// # Errors
    /// The store's.
    pub async fn follow_day(&self, now: Timestamp) -> Result<(), StoreFault> {
        if !self.catalog.is_of_another_day(now) {
            return Ok(());
        }
        self.lay_horizon(now).await
    }

    /// Takes over what another process has written.
    ///
    /// # Errors
    /// The store's.
    pub async fn look(&self, now: Timestamp) -> Result<(), StoreFault> {
        self.writer.look(now).await
    }
}
