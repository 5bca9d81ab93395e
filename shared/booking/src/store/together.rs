//! Several bookings made at once by one person: a series of days, or a group at one time. All of them or none; from then
//! on each is a booking like any other, with a number and a PIN of its own, and only letters keep them together.

use super::bookings::{self, HoldOrder, view};
use super::fault::StoreFault;
use super::letters::OPEN;
use super::limits;
use super::nonces::{self, Request};
use super::owner::call_off;
use super::rows::{self, BookingRow, Stage};
use super::sql::{Connection, values};
use super::writer::{Work, attempt};
use super::{Answer, DeskBooking, Store, desk, letters};
use crate::calendar::Asker;
use crate::contact::Person;
use crate::mail::{Kind, Sibling};
use crate::random;
use crate::refusal::Refusal;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::{BookingId, OfficeId};
use foyer_domain::office::Localized;
use foyer_protocol::booking::BookingView;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// So many are booked at once at most.
pub const MOST_TOGETHER: usize = 60;

/// What is booked at once.
#[derive(Debug, Clone)]
pub struct TogetherOrder {
    /// Where.
    pub office: OfficeId,
    /// What for, each time.
    pub services: Vec<ServiceChoice>,
    /// When; a time stands here as often as it is booked. 1 to [`MOST_TOGETHER`].
    pub starts: Vec<Timestamp>,
    /// Who asks.
    pub asker: Asker,
    /// Who comes, or speaks for those who do.
    pub person: Person,
}

/// What was booked at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Together {
    /// Their common number.
    pub id: BookingId,
    /// Each with its PIN, earliest first.
    pub bookings: Vec<BookingView>,
}

fn book(work: &mut Work<'_>, server: &[u8], order: &TogetherOrder, now: Timestamp) -> Answer<Together> {
    let TogetherOrder { office, services, starts, asker, person } = order;
    if starts.is_empty() || starts.len() > MOST_TOGETHER {
        return Ok(Err(Refusal::NotOffered));
    }
    let keys = limits::keys(server, &person.email, &person.phone);
    let id = random::booking_id();
    let mut starts = starts.clone();
    starts.sort();
    let (mut booked, mut made) = (Vec::new(), Vec::new());
    for start in starts {
        let one = HoldOrder { office: office.clone(), services: services.clone(), start, asker: *asker };
        let held = match bookings::hold(work, &one, now)? {
            Ok(held) => held,
            Err(refusal) => return Ok(Err(refusal)),
        };
        match bookings::confirm(work, held.hold, person, &keys, now)? {
            Ok(view) => {
                let sql = "update booking set together = ?2 where id = ?1";
                work.connection.execute(sql, values![rows::key(view.booking), rows::key(id)])?;
                made.extend(rows::by_id(work.connection, view.booking)?);
                booked.push(view);
            }
            Err(refusal) => return Ok(Err(refusal)),
        }
    }
    gather(work, &made, &Kind::Together, now)?;
    Ok(Ok(Together { id, bookings: booked }))
}

/// The bookings that were made together and are not given up, earliest first.
pub(super) fn standing(connection: &Connection, id: BookingId) -> Result<Vec<BookingRow>, StoreFault> {
    let condition = "together = ?1 and state = 'confirmed' order by start, id";
    rows::bookings(connection, condition, values![rows::key(id)])
}

/// What a letter tells of beside its own booking; nothing where that is all.
pub(super) fn told_with(
    work: &Work<'_>,
    server: &[u8],
    row: &BookingRow,
    kind: &Kind,
) -> Result<Vec<Sibling>, StoreFault> {
    let found = match (kind, row.together) {
        (Kind::Together, Some(id)) => standing(work.connection, id)?,
        (Kind::Reminder, Some(id)) => {
            // Whose address was corrected since then is reminded alone.
            let condition = "together = ?1 and start = ?2 and state = 'confirmed' and exists (
                select 1 from contact own join contact other on other.email = own.email
                where own.booking = ?3 and other.booking = booking.id) order by id";
            let values = values![rows::key(id), row.start.timestamp(), rows::key(row.id)];
            let found = rows::bookings(work.connection, condition, values)?;
            if found.len() == 1 { Vec::new() } else { found }
        }
        (Kind::TogetherCancelled { of, .. }, _) => {
            let found: Result<Vec<_>, _> = of.iter().map(|id| rows::by_id(work.connection, *id)).collect();
            found?.into_iter().flatten().collect()
        }
        _ => Vec::new(),
    };
    let sibling = |row: BookingRow| {
        let state = work.catalog.office(&row.office)?;
        let pin = Some(random::pin(server, row.id, &row.pin_salt));
        Some(Sibling { view: BookingView { pin, ..view(&state.office, &row) }, sequence: row.sequence })
    };
    Ok(found.into_iter().filter(|row| !row.lost_place).filter_map(sibling).collect())
}

/// Whether a letter still tells somebody something, as far as others of its lot say so.
pub(super) fn is_of_use(kind: &Kind, row: &BookingRow, told: &[Sibling], now: Timestamp) -> bool {
    match kind {
        Kind::Together => told.iter().any(|one| now < one.view.start),
        // Who comes with others at the same time is reminded of all of them once.
        Kind::Reminder => told.first().is_none_or(|first| first.view.booking == row.id),
        _ => true,
    }
}

/// One letter to their owner in place of those that were just written of each of these; nothing where none was.
/// Whoever finds interpreters is told of each.
fn gather(work: &Work<'_>, bookings: &[BookingRow], kind: &Kind, now: Timestamp) -> Result<(), StoreFault> {
    let sql = format!(
        "delete from letter where booking = ?1 and made_at = ?2 and {OPEN}
            and kind in ('confirmed', 'cancelled', 'office_cancelled')"
    );
    let mut replaced = 0;
    for row in bookings {
        replaced += work.connection.execute(&sql, values![rows::key(row.id), now.timestamp()])?;
    }
    match bookings.first() {
        Some(first) if replaced > 0 => letters::insert(work, first, kind, now, now),
        _ => Ok(()),
    }
}

/// A letter about several bookings that is not sent yet does not go with the one that it hangs on: the next one that
/// stands has it.
pub(super) fn pass_on(work: &Work<'_>, row: &BookingRow) -> Result<(), StoreFault> {
    let Some(id) = row.together else { return Ok(()) };
    let others = standing(work.connection, id)?;
    let Some(next) = others.into_iter().find(|other| other.id != row.id) else { return Ok(()) };
    let sql = format!(
        "update letter set booking = ?2, sequence = ?3 where booking = ?1 and kind = 'together' and {OPEN}"
    );
    let values = values![rows::key(row.id), rows::key(next.id), next.sequence];
    work.connection.execute(&sql, values)?;
    Ok(())
}

/// Cancels those of them that have not begun.
fn cancel(
    work: &mut Work<'_>,
    (id, these): (BookingId, &[BookingId]),
    reason: Option<&Localized>,
    now: Timestamp,
) -> Answer<usize> {
    let mut open = standing(work.connection, id)?;
    open.retain(|row| these.contains(&row.id) && row.visit.is_none() && now < row.start);
    if open.is_empty() {
        return Ok(Err(Refusal::BookingOver));
    }
    let one = reason.map_or(Kind::Cancelled, |reason| Kind::OfficeCancelled { reason: reason.clone() });
    // An address may have been corrected since then: each is told of its own.
    let mut lots: Vec<(Option<String>, Vec<BookingRow>)> = Vec::new();
    for row in &open {
        let sql = "select email from contact where booking = ?1";
        let email = work.connection.row(sql, values![rows::key(row.id)], |row| row.get(0))?;
        let gone = call_off(work, row, &one, now)?;
        match lots.iter_mut().find(|(known, _)| *known == email) {
            Some((_, lot)) => lot.push(gone),
            None => lots.push((email, vec![gone])),
        }
    }
    for (_, lot) in lots.iter().filter(|(_, lot)| lot.len() > 1) {
        let of = lot.iter().map(|row| row.id).collect();
        gather(work, lot, &Kind::TogetherCancelled { of, reason: reason.cloned() }, now)?;
    }
    Ok(Ok(open.len()))
}

impl Store {
    /// Books all of it or nothing. The answer alone carries the PINs.
    ///
    /// # Errors
    /// The store's.
    pub async fn book_together(
        &self,
        request: Request,
        order: TogetherOrder,
        now: Timestamp,
    ) -> Answer<Together> {
        let server = Arc::clone(&self.secrets);
        let job = move |work: &mut Work<'_>| {
            let book = |work: &mut Work<'_>| attempt(work, |work| book(work, &server.server, &order, now));
            let answer = nonces::once(work, &request, now, book)?;
            let Ok(mut together) = answer else { return Ok(answer) };
            for view in &mut together.bookings {
                let row = rows::by_id(work.connection, view.booking)?;
                let row = row.filter(|row| row.stage == Stage::Confirmed);
                view.pin = row.map(|row| random::pin(&server.server, row.id, &row.pin_salt));
            }
            Ok(Ok(together))
        };
        self.writer.run(job).await
    }

    /// The bookings that were made together, earliest first, those that are cancelled as well.
    ///
    /// # Errors
    /// The store's.
    pub async fn together(&self, id: BookingId) -> Result<Vec<DeskBooking>, StoreFault> {
        self.read(move |connection| {
            desk::bookings(connection, "together = ?1", "start, id", values![rows::key(id)])
        })
        .await
    }

    /// Cancels these bookings of a series or a group, as far as they have not begun; how many. Their owner gets one
    /// mail.
    ///
    /// # Errors
    /// The store's.
    pub async fn cancel_together(
        &self,
        request: Request,
        id: BookingId,
        these: Vec<BookingId>,
        reason: Option<Localized>,
        now: Timestamp,
    ) -> Answer<usize> {
        let job = move |work: &mut Work<'_>| {
            nonces::once(work, &request, now, |work| cancel(work, (id, &these), reason.as_ref(), now))
        };
        self.writer.run(job).await
    }
}
