//! Hold, confirm, cancel, move, look at.

use super::catalog::{Effect, OfficeState};
use super::changes;
use super::fault::StoreFault;
use super::nonces::{self, Request};
use super::rows::{self, BookingRow, Stage};
use super::tend;
use super::writer::{Work, attempt};
use super::{Answer, Store, keys, places};
use crate::calendar;
use crate::random;
use crate::refusal::Refusal;
use chrono::{SubsecRound, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::booking::{BookingState, ServiceChoice};
use foyer_domain::id::{BookingId, OfficeId};
use foyer_domain::office::{Localized, Office};
use foyer_domain::short_code::ShortCode;
use foyer_protocol::booking::{BookingView, Hold};
use rusqlite::{OptionalExtension, params};
use std::sync::Arc;
use uuid::Uuid;

/// A short code that is already in use is drawn again; thirty-one characters to the seventh make that rare.
const SHORT_CODE_TRIES: usize = 8;

/// A time to hold.
#[derive(Debug, Clone)]
pub struct HoldOrder {
    /// Where.
    pub office: OfficeId,
    /// What for.
    pub services: Vec<ServiceChoice>,
    /// When.
    pub start: Timestamp,
}

/// Who comes, as far as they say.
#[derive(Clone)]
pub struct Contact {
    /// May be empty.
    pub name: String,
    /// May be empty.
    pub email: String,
    /// `de`.
    pub language: String,
    /// Whether an interpreter is wished.
    pub interpreter: bool,
}

/// A booking as its owner sees it, and the language that they chose.
#[derive(Debug, Clone)]
pub struct Confirmed {
    /// As on the wire.
    pub view: BookingView,
    /// The chosen language, `de`.
    pub language: String,
}

pub(super) fn view(office: &Office, row: &BookingRow) -> BookingView {
    let mut documents: Vec<Localized> = Vec::new();
    let booked = row.services.iter().filter_map(|choice| office.service(&choice.service));
    for document in booked.flat_map(|service| &service.documents) {
        if !documents.contains(document) {
            documents.push(document.clone());
        }
    }
    BookingView {
        secret: row.secret,
        booking: row.id,
        office: row.office.clone(),
        office_name: office.name.clone(),
        address: office.address.clone(),
        services: row.services.clone(),
        documents,
        start: row.start,
        minutes: row.minutes,
        state: row.booking().state,
        short_code: row.short_code.clone(),
        check_in_code: (row.stage == Stage::Confirmed).then(|| row.code.clone()).flatten(),
        pin: None,
    }
}

/// Signs a booking's code for a start and keeps it.
pub(super) fn sign(work: &Work<'_>, row: &BookingRow, start: Timestamp) -> Result<(), StoreFault> {
    let key = keys::active(work.connection)?;
    let mut number = work.connection.prepare_cached("select number from office where id = ?1")?;
    let number: u16 = number.query_row([row.office.as_str()], |row| row.get(0))?;
    let code = key.sign(number, row.id, start);
    let mut update =
        work.connection.prepare_cached("update booking set code = ?2, key = ?3 where id = ?1")?;
    update.execute(params![rows::key(row.id), code, key.id()])?;
    Ok(())
}

/// Reads a booking again after a change and tells the lobby.
pub(super) fn changed(work: &Work<'_>, id: BookingId) -> Result<BookingRow, StoreFault> {
    let row = rows::by_id(work.connection, id)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    changes::publish_booking(work.connection, &row)?;
    Ok(row)
}

fn insert(
    work: &Work<'_>,
    order: &HoldOrder,
    minutes: u16,
    until: Timestamp,
    now: Timestamp,
) -> Result<BookingRow, StoreFault> {
    let services = serde_json::to_string(&order.services)?;
    let sql =
        "insert into booking (id, secret, office, start, minutes, services, state, held_until, short_code,
        language, pin_salt, made_at) values (?1, ?2, ?3, ?4, ?5, ?6, 'held', ?7, ?8, 'de', ?9, ?10)";
    let mut insert = work.connection.prepare_cached(sql)?;
    let mut tries = 0;
    loop {
        tries += 1;
        let id = random::booking_id();
        let short_code = ShortCode::from_random(random::bits());
        let salt: [u8; 16] = random::bytes();
        let result = insert.execute(params![
            rows::key(id),
            Uuid::new_v4().to_string(),
            order.office.as_str(),
            order.start.timestamp(),
            minutes,
            services,
            until.timestamp(),
            short_code.as_str(),
            salt,
            now.timestamp(),
        ]);
        match result {
            Ok(_) => return changed(work, id),
            // An id or short code that exists already: draw again.
            Err(error) if is_unique(&error) && tries < SHORT_CODE_TRIES => {}
            Err(error) => return Err(error.into()),
        }
    }
}

fn is_unique(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation)
}

fn hold(work: &mut Work<'_>, order: &HoldOrder, now: Timestamp) -> Answer<Hold> {
    let Some(state) = work.catalog.office(&order.office) else {
        return Ok(Err(Refusal::OfficeUnknown { office: order.office.to_string() }));
    };
    let minutes = match judge(&state, order, now) {
        Ok(minutes) => minutes,
        Err(refusal) => return Ok(Err(refusal)),
    };
    tend::expire(work, now)?;
    let until = (now + TimeDelta::minutes(i64::from(state.office.rules.hold_minutes))).trunc_subsecs(0);
    let taken = attempt(work, |work| {
        let row = insert(work, order, minutes, until, now)?;
        let taken = places::take(work, &state, row.id, order.start, minutes)?;
        Ok(taken.map(|()| row))
    })?;
    // What is free instead is said after the commit, when the catalog knows the whole batch.
    let Ok(row) = taken else { return Ok(Err(Refusal::SlotTaken { next: None })) };
    work.effects.push(Effect::HeldUntil(until));
    Ok(Ok(Hold { hold: row.secret, start: row.start, minutes, until }))
}

/// What can be refused without asking who has the place.
fn judge(state: &OfficeState, order: &HoldOrder, now: Timestamp) -> Result<u16, Refusal> {
    let minutes = calendar::total_minutes(&state.office, &order.services)?;
    state.offered(order.start, minutes, now)?;
    Ok(minutes)
}

/// Adds to the refusal of a taken time what is free instead, by what is committed now.
pub(super) fn with_next<T>(
    answer: Result<T, Refusal>,
    state: &OfficeState,
    start: Timestamp,
    minutes: u16,
    now: Timestamp,
) -> Result<T, Refusal> {
    answer.map_err(|refusal| match refusal {
        Refusal::SlotTaken { .. } => Refusal::SlotTaken { next: state.next_free(minutes, start, now) },
        other => other,
    })
}

fn confirm(work: &mut Work<'_>, hold: Uuid, contact: &Contact, now: Timestamp) -> Answer<BookingView> {
    let Some(row) = rows::by_secret(work.connection, hold)? else { return Ok(Err(Refusal::HoldUnknown)) };
    let until = row.held_until.unwrap_or(now);
    match row.stage {
        Stage::Held if now <= until => {}
        // Somebody who was quicker at the terminal than with the form.
        Stage::Confirmed if !has_contact(work, row.id)? => {}
        Stage::Held | Stage::Expired => return Ok(Err(Refusal::HoldExpired { until })),
        Stage::Confirmed | Stage::Cancelled => return Ok(Err(Refusal::HoldUnknown)),
    }
    let Some(state) = work.catalog.office(&row.office) else { return Ok(Err(Refusal::HoldUnknown)) };
    sign(work, &row, row.start)?;
    let sql = "update booking set state = 'confirmed', held_until = null, language = ?2, interpreter = ?3
        where id = ?1";
    let values = params![rows::key(row.id), contact.language, contact.interpreter];
    work.connection.prepare_cached(sql)?.execute(values)?;
    let sql = "insert into contact (booking, name, email, delete_after) values (?1, ?2, ?3, ?4)";
    let delete_after = state.office.next_midnight(row.start).timestamp();
    let values = params![rows::key(row.id), contact.name, contact.email, delete_after];
    work.connection.prepare_cached(sql)?.execute(values)?;
    let row = changed(work, row.id)?;
    Ok(Ok(view(&state.office, &row)))
}

fn has_contact(work: &Work<'_>, id: BookingId) -> Result<bool, StoreFault> {
    let mut select = work.connection.prepare_cached("select 1 from contact where booking = ?1")?;
    Ok(select.query_row([rows::key(id)], |_| Ok(())).optional()?.is_some())
}

impl Store {
    /// Keeps a time while the form is open.
    ///
    /// A time that is known to be taken is refused without waiting for the writer; such a refusal changed nothing and
    /// is not kept under its nonce.
    ///
    /// # Errors
    /// The store's.
    pub async fn hold(&self, request: Request, order: HoldOrder, now: Timestamp) -> Answer<Hold> {
        let (start, office) = (order.start, self.office(&order.office).ok());
        let minutes =
            office.as_ref().and_then(|state| calendar::total_minutes(&state.office, &order.services).ok());
        let answer = match self.known_refusal(&order, now) {
            Some(refusal) => {
                let earlier = self.read(move |connection| nonces::earlier(connection, &request)).await?;
                earlier.unwrap_or(Err(refusal))
            }
            None => {
                let job = move |work: &mut Work<'_>| {
                    nonces::once(work, &request, now, |work| hold(work, &order, now))
                };
                self.writer.run(job).await?
            }
        };
        Ok(match (office, minutes) {
            (Some(state), Some(minutes)) => with_next(answer, &state, start, minutes, now),
            _ => answer,
        })
    }

    /// What is refused by what the catalog knows.
    fn known_refusal(&self, order: &HoldOrder, now: Timestamp) -> Option<Refusal> {
        if self.catalog.has_expired(now) {
            return None;
        }
        let state = match self.office(&order.office) {
            Ok(state) => state,
            Err(refusal) => return Some(refusal),
        };
        match judge(&state, order, now) {
            Ok(minutes) if state.is_free(order.start, minutes) => None,
            Ok(_) => Some(Refusal::SlotTaken { next: None }),
            Err(refusal) => Some(refusal),
        }
    }

    /// Makes a held time certain. The answer alone carries the PIN.
    ///
    /// # Errors
    /// The store's.
    pub async fn confirm(
        &self,
        request: Request,
        hold: Uuid,
        contact: Contact,
        now: Timestamp,
    ) -> Answer<BookingView> {
        let server = Arc::clone(&self.secrets);
        let job = move |work: &mut Work<'_>| {
            let answer = nonces::once(work, &request, now, |work| confirm(work, hold, &contact, now))?;
            let Ok(mut view) = answer else { return Ok(answer) };
            let row = rows::by_id(work.connection, view.booking)?;
            view.pin = row.map(|row| random::pin(&server.server, row.id, &row.pin_salt));
            Ok(Ok(view))
        };
        self.writer.run(job).await
    }

    /// A booking by its secret.
    ///
    /// # Errors
    /// The store's.
    pub async fn booking(&self, secret: Uuid) -> Answer<Confirmed> {
        let found = self.hold_or_booking(secret).await?;
        Ok(found.map_err(|_| Refusal::BookingUnknown))
    }

    /// A hold or booking by its secret; a hold that is over is shown as held until a moment that has passed.
    ///
    /// # Errors
    /// The store's.
    pub async fn hold_or_booking(&self, secret: Uuid) -> Answer<Confirmed> {
        let catalog = Arc::clone(&self.catalog);
        self.read(move |connection| {
            let Some(row) = rows::by_secret(connection, secret)? else {
                return Ok(Err(Refusal::HoldUnknown));
            };
            let Some(state) = catalog.office(&row.office) else { return Ok(Err(Refusal::HoldUnknown)) };
            let mut found = view(&state.office, &row);
            if let (Stage::Expired, Some(until)) = (row.stage, row.held_until) {
                found.state = BookingState::Held { until };
            }
            Ok(Ok(Confirmed { view: found, language: row.language }))
        })
        .await
    }
}
