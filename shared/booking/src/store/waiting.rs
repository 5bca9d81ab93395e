//! The waiting list: whoever waits is offered what becomes free, in the transaction that frees it.
//!
//! An offer is a hold with the address of whoever waits. If it is taken the entry goes; if it is let pass the place is
//! offered to the next one.

use super::asking::{self, AskedFor, Asking, AskingOrder};
use super::bookings;
use super::catalog::{Effect, OfficeState, Wanted};
use super::fault::StoreFault;
use super::limits::MOST_ASKED;
use super::nonces::{self, Request};
use super::rows::{self, BookingRow, Stage};
use super::sql::{Connection, values};
use super::writer::{Work, attempt};
use super::{Answer, HoldOrder, Store, letters, limits, places, tend};
use crate::calendar::{self, Asker, Calendar, HalfDay};
use crate::mail::{AskedKind, Kind};
use crate::online;
use crate::refusal::Refusal;
use chrono::{NaiveTime, SubsecRound, TimeDelta, Timelike};
use foyer_domain::Timestamp;
use foyer_domain::id::{BookingId, OfficeId};
use foyer_domain::office::Office;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;
use uuid::Uuid;

/// So long a time is held for whoever it is offered to.
const OFFERED_FOR: TimeDelta = TimeDelta::hours(2);
/// Whoever let so many offers pass is off the list.
const MOST_OFFERS: i64 = 3;
/// Nobody is woken by an offer that is over before they get up: none before seven and none after nine in the evening.
const AWAKE: Range<u32> = 7..21;

/// Who waits.
const OPEN: &str = "asking.kind = 'waiting' and asking.ended_at is null";

/// Puts somebody on the list. Who is on it already with the same address for the same takes their place anew; for other
/// things, and elsewhere, they wait only so often at once.
///
/// Open bookings do not count: whoever waits for an earlier time has one.
fn wait(work: &mut Work<'_>, server: &[u8], order: &AskingOrder, now: Timestamp) -> Answer<Uuid> {
    let Some(state) = work.catalog.office(&order.office) else {
        return Ok(Err(Refusal::OfficeUnknown { office: order.office.to_string() }));
    };
    let judged = calendar::total_minutes(&state.office, &order.services)
        .and_then(|_| online::bookable(&state.office, &order.services));
    if let Err(refusal) = judged {
        return Ok(Err(refusal));
    }
    let keys = limits::keys(server, &order.email, &order.phone);
    if let Err(refusal) = limits::judge_block(work, &keys, now)? {
        return Ok(Err(refusal));
    }
    let mut own = asking::found(work.connection, OPEN, &[])?;
    own.retain(|earlier| limits::is_same_email(&earlier.email, &order.email));
    let is_same = |one: &Asking| one.office == order.office && one.services == order.services;
    let (same, others): (Vec<_>, Vec<_>) = own.into_iter().partition(is_same);
    if others.len() >= usize::from(MOST_ASKED) {
        return Ok(Err(Refusal::TooManyAsked { most: MOST_ASKED }));
    }
    for earlier in same {
        give_back(work, &earlier, now)?;
        asking::delete(work, earlier.id)?;
    }
    Ok(Ok(asking::insert(work, order, &AskedKind::Waiting, now)?.secret))
}

/// Who is on an office's list and has no offer, in the order of their turns.
fn turns(connection: &Connection, office: &OfficeId) -> Result<Vec<Asking>, StoreFault> {
    let condition = format!(
        "{OPEN} and asking.office = ?1 and asking.offered is null
            order by asking.offers, asking.made_at, asking.id"
    );
    asking::found(connection, &condition, values![office.as_str()])
}

/// The addresses for which a time is held. Whoever is on the list more than once gets one offer at a time.
fn offered(connection: &Connection) -> Result<BTreeSet<String>, StoreFault> {
    let sql = format!("select email from asking where {OPEN} and asking.offered is not null");
    let emails = connection.rows(&sql, &[], |row| row.get::<String>(0))?;
    Ok(emails.iter().map(|email| limits::plain_email(email)).collect())
}

/// Offers what this transaction has freed. A fault leaves the transaction as it was: whoever cancelled has cancelled.
pub(super) fn offer_freed(work: &mut Work<'_>, now: Timestamp) {
    let mut freed: BTreeMap<OfficeId, Range<i64>> = BTreeMap::new();
    for effect in &work.effects {
        let Effect::Mark(mark) = effect else { continue };
        if mark.taken {
            continue;
        }
        let slots = freed.entry(mark.office.clone()).or_insert(mark.slots.clone());
        *slots = slots.start.min(mark.slots.start)..slots.end.max(mark.slots.end);
    }
    if freed.is_empty() || !work.writes_letters {
        return;
    }
    let offered = attempt(work, |work| {
        for (office, slots) in freed {
            let Some(state) = work.catalog.office(&office) else { continue };
            offer(work, &state, &slots, now)?;
        }
        Ok(Ok::<(), ()>(()))
    });
    if let Err(fault) = offered {
        tracing::error!(
            error = &fault as &dyn std::error::Error,
            "nobody on the waiting list could be offered what is free"
        );
    }
}

/// Offers what is free and touches these slots, to each the earliest that suits.
fn offer(
    work: &mut Work<'_>,
    state: &OfficeState,
    slots: &Range<i64>,
    now: Timestamp,
) -> Result<(), StoreFault> {
    let office = &state.office;
    if !AWAKE.contains(&now.with_timezone(&office.time_zone).hour()) {
        return Ok(());
    }
    let turns = turns(work.connection, &office.id)?;
    if turns.is_empty() {
        return Ok(());
    }
    // The catalog follows after the commit.
    let mut calendar = state.copy(now);
    let (mut followed, mut offered) = (0, offered(work.connection)?);
    for asking in turns {
        if offered.contains(&limits::plain_email(&asking.email)) {
            continue;
        }
        follow(&mut calendar, &office.id, &work.effects[followed..]);
        followed = work.effects.len();
        if let Some((start, minutes)) = suits(&calendar, office, &asking, slots, now) {
            let wanted = Wanted { services: &asking.services, minutes, asker: Asker::Public };
            if hold(work, state, &asking, wanted, start, now)? {
                offered.insert(limits::plain_email(&asking.email));
            }
        }
    }
    Ok(())
}

fn follow(calendar: &mut Calendar, office: &OfficeId, effects: &[Effect]) {
    for effect in effects {
        if let Effect::Mark(mark) = effect
            && mark.office == *office
        {
            calendar.mark(mark.slots.clone(), &mark.lane, mark.taken);
        }
    }
}

/// The first start that suits somebody, is free, and touches these slots; with how long it takes.
fn suits(
    calendar: &Calendar,
    office: &Office,
    asking: &Asking,
    slots: &Range<i64>,
    now: Timestamp,
) -> Option<(Timestamp, u16)> {
    let AskedFor::Waiting { from, until, half, notice_hours } = asking.wanted else { return None };
    online::bookable(office, &asking.services).ok()?;
    let minutes = calendar::total_minutes(office, &asking.services).ok()?;
    let bookable = calendar::bookable(office, now, Asker::Public);
    let touching = calendar::start_of(slots.start) - TimeDelta::minutes(minutes.into());
    let first = bookable.start.max(office.local(from, NaiveTime::MIN)).max(touching);
    let first = first.max(now + TimeDelta::hours(notice_hours.into()));
    let end = office.next_midnight(office.local(until, NaiveTime::MIN));
    let last = bookable.end.min(end).min(calendar::start_of(slots.end));
    if first >= last {
        return None;
    }
    let search = calendar.search(office, &asking.services, minutes, Asker::Public);
    let starts = calendar.free_starts(first..last, &search, usize::MAX);
    let fits = |at: &Timestamp| {
        half.is_none_or(|half| half == HalfDay::of(office, *at)) && !asking.passed.contains(at)
    };
    Some((starts.into_iter().find(fits)?, minutes))
}

/// Holds a time for somebody who waits, and tells them; whether it could.
fn hold(
    work: &mut Work<'_>,
    state: &OfficeState,
    asking: &Asking,
    wanted: Wanted<'_>,
    start: Timestamp,
    now: Timestamp,
) -> Result<bool, StoreFault> {
    let office = state.office.id.clone();
    let order = HoldOrder { office, services: asking.services.clone(), start, asker: Asker::Public };
    let until = (now + OFFERED_FOR).min(start).trunc_subsecs(0);
    let taken = attempt(work, |work| {
        let held = bookings::insert(work, &order, wanted.minutes, until, now)?;
        Ok(places::take(work, state, held.id, start, wanted, now)?.map(|()| held))
    })?;
    let Ok(held) = taken else { return Ok(false) };
    // It is held long enough; who needs longer is offered another one.
    let sql = "update booking set language = ?2, extended = ?3 where id = ?1";
    work.connection.execute(sql, values![rows::key(held.id), &asking.language, true])?;
    let sql = "insert into contact (booking, name, email, phone, delete_after) values (?1, '', ?2, '', ?3)";
    work.connection.execute(sql, values![rows::key(held.id), &asking.email, until.timestamp()])?;
    let sql = "update asking set offered = ?2 where id = ?1";
    work.connection.execute(sql, values![rows::key(asking.id), rows::key(held.id)])?;
    let held = bookings::changed(work, held.id)?;
    let kind =
        Kind::Offer { path: format!("/h/{}", held.secret), leave: format!("/w/{}", asking.secret), until };
    letters::write(work, &held, &kind, now)?;
    work.effects.push(Effect::HeldUntil(until));
    Ok(true)
}

/// Whoever has taken what was offered to them waits no longer.
pub(super) fn taken(work: &mut Work<'_>, booking: BookingId) -> Result<(), StoreFault> {
    let sql = "delete from asking where offered = ?1";
    if work.connection.execute(sql, values![rows::key(booking)])? > 0 {
        work.effects.push(Effect::Forgotten);
    }
    Ok(())
}

/// Notes which offers are no longer held: they were let pass.
pub(super) fn settle(work: &mut Work<'_>, now: Timestamp) -> Result<(), StoreFault> {
    let sql = "select asking.id, booking.id from asking join booking on booking.id = asking.offered
        where booking.state <> 'held'";
    let read = |row: &super::sql::Row| Ok((BookingId::new(row.get(0)?), BookingId::new(row.get(1)?)));
    for pair in work.connection.rows(sql, &[], read)? {
        let (Some(asking), Some(booking)) = pair else { continue };
        let Some(asking) = asking::by_id(work.connection, asking)? else { continue };
        let Some(row) = rows::by_id(work.connection, booking)? else { continue };
        if row.stage == Stage::Confirmed {
            // Somebody who was quicker at the terminal than with the form.
            taken(work, row.id)?;
            continue;
        }
        pass(work, &asking, &row, now)?;
    }
    Ok(())
}

/// Somebody did not take an offer. It counts as let pass unless our mail about it never got out; a mailbox that takes
/// none counts, or each time would be held for nobody.
fn pass(
    work: &mut Work<'_>,
    asking: &Asking,
    offered: &BookingRow,
    now: Timestamp,
) -> Result<(), StoreFault> {
    let (key, offer) = (rows::key(asking.id), rows::key(offered.id));
    let unsent = format!("select 1 from letter where booking = ?1 and kind = 'offer' and {}", letters::OPEN);
    let told = i64::from(!work.connection.exists(&unsent, values![offer])?);
    work.connection.execute("delete from contact where booking = ?1", values![offer])?;
    work.effects.push(Effect::Forgotten);
    let mut passed = asking.passed.clone();
    passed.push(offered.start);
    let sql = "update asking set offered = null, passed = ?2, offers = offers + ?3 where id = ?1";
    work.connection.execute(sql, values![key, serde_json::to_string(&passed)?, told])?;
    let most = "select 1 from asking where id = ?1 and offers >= ?2";
    if !work.connection.exists(most, values![key, MOST_OFFERS])? {
        return Ok(());
    }
    asking::end(work, asking, &AskedKind::LetPass, now)
}

/// An offer is gone because it closes then: nobody has let it pass, and whoever waits is offered the next one.
pub(super) fn take_back(work: &mut Work<'_>, offered: &BookingRow) -> Result<(), StoreFault> {
    let key = values![rows::key(offered.id)];
    if work.connection.execute("update asking set offered = null where offered = ?1", key)? > 0 {
        letters::drop_open(work, offered.id)?;
        work.connection.execute("delete from contact where booking = ?1", key)?;
        work.effects.push(Effect::Forgotten);
    }
    Ok(())
}

/// Gives back what is held for somebody; whether there was anything.
pub(super) fn give_back(work: &mut Work<'_>, asking: &Asking, now: Timestamp) -> Result<bool, StoreFault> {
    let Some(offer) = &asking.offer else { return Ok(false) };
    let Some(row) = rows::by_secret(work.connection, offer.hold)? else { return Ok(false) };
    if row.stage != Stage::Held {
        return Ok(false);
    }
    places::free(work, &row.office, row.id)?;
    let sql = "update booking set state = 'expired', held_until = ?2 where id = ?1";
    work.connection.execute(sql, values![rows::key(row.id), now.timestamp()])?;
    let row = bookings::changed(work, row.id)?;
    letters::drop_open(work, row.id)?;
    pass(work, asking, &row, now)?;
    work.effects.push(Effect::NextExpiry(rows::next_expiry(work.connection)?));
    Ok(true)
}

fn not_this_one(work: &mut Work<'_>, secret: Uuid, now: Timestamp) -> Answer<()> {
    tend::expire(work, now)?;
    let Some(asking) = asking::by_secret(work.connection, secret)? else {
        return Ok(Err(Refusal::AskingUnknown));
    };
    give_back(work, &asking, now)?;
    Ok(Ok(()))
}

/// Ends the entries whose last day is over.
pub(super) fn end_old(work: &mut Work<'_>, now: Timestamp) -> Result<(), StoreFault> {
    let condition = format!("{OPEN} and asking.offered is null");
    for asking in asking::found(work.connection, &condition, &[])? {
        let AskedFor::Waiting { until, .. } = asking.wanted else { continue };
        let Some(state) = work.catalog.office(&asking.office) else { continue };
        if until < state.office.day(now) {
            asking::end(work, &asking, &AskedKind::NothingFree, now)?;
        }
    }
    Ok(())
}

/// All that can be booked at an office, in slots.
fn everything(office: &Office, now: Timestamp) -> Range<i64> {
    let bookable = calendar::bookable(office, now, Asker::Public);
    calendar::slot_of(bookable.start)..calendar::slot_of(bookable.end) + 1
}

impl Store {
    /// Puts somebody on the waiting list; their link's secret.
    ///
    /// # Errors
    /// The store's.
    pub async fn wait(&self, request: Request, order: AskingOrder, now: Timestamp) -> Answer<Uuid> {
        let order = order.seen();
        let server = Arc::clone(&self.secrets);
        let job = move |work: &mut Work<'_>| {
            nonces::once(work, &request, now, |work| wait(work, &server.server, &order, now))
        };
        self.writer.run(job).await
    }

    /// Lets the present offer pass; the next one gets it. Pressed again nothing changes.
    ///
    /// # Errors
    /// The store's.
    pub async fn not_this_one(&self, secret: Uuid, now: Timestamp) -> Answer<()> {
        self.writer.run(move |work| not_this_one(work, secret, now)).await
    }

    /// The address that a held time was offered to, if it was.
    ///
    /// # Errors
    /// The store's.
    pub async fn offered_to(&self, hold: Uuid) -> Result<Option<String>, StoreFault> {
        self.read(move |connection| {
            let sql = "select asking.email from asking join booking on booking.id = asking.offered
                where booking.secret = ?1 and booking.state = 'held'";
            connection.row(sql, values![hold.to_string()], |row| row.get(0))
        })
        .await
    }

    /// Offers what is free for another reason than that somebody gave it back: a release, a new plan, the morning. Call
    /// it every minute or so.
    ///
    /// # Errors
    /// The store's.
    pub async fn offer_waiting(&self, now: Timestamp) -> Result<(), StoreFault> {
        let job = |connection: &Connection| {
            let condition = format!("{OPEN} and asking.offered is null order by asking.office");
            Ok((asking::found(connection, &condition, &[])?, offered(connection)?))
        };
        let (mut waiting, offered) = self.read(job).await?;
        waiting.retain(|asking| !offered.contains(&limits::plain_email(&asking.email)));
        let mut offices = BTreeSet::new();
        for same in waiting.chunk_by(|one, next| one.office == next.office) {
            let Some(state) = self.catalog.office(&same[0].office) else { continue };
            let (calendar, slots) = (state.copy(now), everything(&state.office, now));
            if same.iter().any(|asking| suits(&calendar, &state.office, asking, &slots, now).is_some()) {
                offices.insert(same[0].office.clone());
            }
        }
        if offices.is_empty() {
            return Ok(());
        }
        let job = move |work: &mut Work<'_>| {
            if !work.writes_letters {
                return Ok(());
            }
            for office in &offices {
                let Some(state) = work.catalog.office(office) else { continue };
                offer(work, &state, &everything(&state.office, now), now)?;
            }
            Ok(())
        };
        self.writer.run(job).await
    }
}
