//! Hold, confirm, cancel, move, look at.

use super::catalog::{Effect, OfficeState, Wanted};
use super::changes;
use super::closing_offer::{self, OpenOffer};
use super::fault::StoreFault;
use super::lengthen::lengthen;
use super::limits::{self, ContactKey};
use super::nonces::{self, Request};
use super::rows::{self, BookingRow, Stage};
use super::sql::values;
use super::tend;
use super::writer::{Work, attempt};
use super::{Answer, Store, by_mail, keys, letters, places, waiting};
use crate::calendar::Asker;
use crate::contact::{self, Person};
use crate::mail::Kind;
use crate::random;
use crate::refusal::Refusal;
use chrono::{SubsecRound, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::booking::{BookingState, Interpreting, ServiceChoice};
use foyer_domain::id::{BookingId, OfficeId};
use foyer_domain::office::{InterpreterWay, Localized, Office};
use foyer_domain::short_code::ShortCode;
use foyer_domain::visit::Wishes;
use foyer_protocol::booking::{BookingView, Hold};
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
    /// Who asks.
    pub asker: Asker,
}

impl HoldOrder {
    fn wanted(&self, office: &Office) -> Result<Wanted<'_>, Refusal> {
        Wanted::new(office, &self.services, self.asker)
    }
}

/// A booking as its owner sees it, and the language that they chose.
#[derive(Debug, Clone)]
pub struct Confirmed {
    /// As on the wire.
    pub view: BookingView,
    /// The chosen language, `de`.
    pub language: String,
    /// How often it was changed since it was made.
    pub sequence: u32,
    /// Whether it is held and can be held longer.
    pub can_extend: bool,
    /// Whether it is held until its owner follows the link of a mail.
    pub is_unconfirmed: bool,
    /// How many come.
    pub persons: u8,
    /// What is wished of whoever calls.
    pub wishes: Wishes,
    /// What somebody has to interpret.
    pub interpreting: Option<Interpreting>,
    /// Whether a closing has taken its place; the view says that it is cancelled then, and its owner may still choose
    /// another time.
    pub lost_place: bool,
    /// The time that is held for its owner instead, while it can be accepted.
    pub offer: Option<OpenOffer>,
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
        address: office.place_at(row.start).line(),
        services: row.services.clone(),
        documents,
        start: row.start,
        minutes: row.minutes,
        state: row.booking().state,
        short_code: row.short_code.clone(),
        check_in_code: row.code.clone().filter(|_| row.stage == Stage::Confirmed && !row.lost_place),
        pin: None,
    }
}

/// Signs a booking's code for a start and keeps it.
pub(super) fn sign(work: &Work<'_>, row: &BookingRow, start: Timestamp) -> Result<(), StoreFault> {
    let key = keys::active(work.connection)?;
    let sql = "select number from office where id = ?1";
    let number: u16 = work.connection.one(sql, values![row.office.as_str()], |row| row.get(0))?;
    let code = key.sign(number, row.id, start);
    let sql = "update booking set code = ?2, key = ?3 where id = ?1";
    work.connection.execute(sql, values![rows::key(row.id), code, key.id()])?;
    Ok(())
}

/// Reads a booking again after a change and tells the lobby.
pub(super) fn changed(work: &Work<'_>, id: BookingId) -> Result<BookingRow, StoreFault> {
    let row = rows::by_id(work.connection, id)?.ok_or(StoreFault::Missing)?;
    changes::publish_booking(work.connection, &row)?;
    Ok(row)
}

/// Writes a hold down, without its places.
pub(super) fn insert(
    work: &Work<'_>,
    order: &HoldOrder,
    minutes: u16,
    until: Timestamp,
    now: Timestamp,
) -> Result<BookingRow, StoreFault> {
    let services = serde_json::to_string(&order.services)?;
    let sql =
        "insert into booking (id, secret, office, start, minutes, services, state, held_until, short_code,
        language, pin_salt, made_at) values (?1, ?2, ?3, ?4, ?5, ?6, 'held', ?7, ?8, 'de', ?9, ?10)
        on conflict do nothing";
    for _ in 0..SHORT_CODE_TRIES {
        let id = random::booking_id();
        let short_code = ShortCode::from_random(random::bits());
        let salt: [u8; 16] = random::bytes();
        let values = values![
            rows::key(id),
            Uuid::new_v4().to_string(),
            order.office.as_str(),
            order.start.timestamp(),
            minutes,
            services.as_str(),
            until.timestamp(),
            short_code.as_str(),
            salt,
            now.timestamp(),
        ];
        // An id or short code that exists already is drawn again.
        if work.connection.execute(sql, values)? == 1 {
            return changed(work, id);
        }
    }
    Err(StoreFault::Missing)
}

pub(super) fn hold(work: &mut Work<'_>, order: &HoldOrder, now: Timestamp) -> Answer<Hold> {
    let Some(state) = work.catalog.office(&order.office) else {
        return Ok(Err(Refusal::OfficeUnknown { office: order.office.to_string() }));
    };
    let wanted = match judge(&state, order, now) {
        Ok(wanted) => wanted,
        Err(refusal) => return Ok(Err(refusal)),
    };
    tend::expire(work, now)?;
    let until = (now + TimeDelta::minutes(i64::from(state.office.rules.hold_minutes))).trunc_subsecs(0);
    let taken = attempt(work, |work| {
        let row = insert(work, order, wanted.minutes, until, now)?;
        let taken = places::take(work, &state, row.id, order.start, wanted, now)?;
        Ok(taken.map(|()| row))
    })?;
    // What is free instead is said after the commit, when the catalog knows the whole batch.
    let Ok(row) = taken else { return Ok(Err(Refusal::SlotTaken { next: None })) };
    work.effects.push(Effect::HeldUntil(until));
    Ok(Ok(Hold { hold: row.secret, start: row.start, minutes: wanted.minutes, until }))
}

/// What can be refused without asking who has the place.
fn judge<'a>(state: &OfficeState, order: &'a HoldOrder, now: Timestamp) -> Result<Wanted<'a>, Refusal> {
    let wanted = order.wanted(&state.office)?;
    state.offered(order.start, wanted, now)?;
    Ok(wanted)
}

/// Adds to the refusal of a taken time what is free instead, by what is committed now.
pub(super) fn with_next<T>(
    answer: Result<T, Refusal>,
    state: &OfficeState,
    start: Timestamp,
    wanted: Wanted<'_>,
    now: Timestamp,
) -> Result<T, Refusal> {
    answer.map_err(|refusal| match refusal {
        Refusal::SlotTaken { .. } => Refusal::SlotTaken { next: state.next_free(wanted, start, now) },
        other => other,
    })
}

pub(super) fn confirm(
    work: &mut Work<'_>,
    hold: Uuid,
    person: &Person,
    keys: &[ContactKey],
    now: Timestamp,
) -> Answer<BookingView> {
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
    if let Err(refusal) = contact::judge(person, &state.office.rules) {
        return Ok(Err(refusal));
    }
    let others = |other: &BookingRow| other.id != row.id;
    if let Err(refusal) = limits::judge(work, keys, &row.services, &state.office.rules, others, now)?
        && !person.is_by_staff()
    {
        return Ok(Err(refusal));
    }
    if row.stage == Stage::Held {
        lengthen(work, &state, &row, person.wishes.interpreter, person.asker, now)?;
    }
    let sql =
        "update booking set language = ?2, persons = ?3, more_time = ?4, pick_up = ?5, interpreter = ?6,
        interpreter_language = ?7, interpreter_way = ?8 where id = ?1";
    let wishes = person.wishes;
    let values = values![
        rows::key(row.id),
        person.language.tag(),
        person.persons,
        wishes.more_time,
        wishes.pick_up,
        wishes.interpreter,
        person.interpreter_language.as_deref(),
        person.interpreter_way.map(InterpreterWay::as_str),
    ];
    work.connection.execute(sql, values)?;
    let sql = "insert into contact (booking, name, email, phone, delete_after) values (?1, ?2, ?3, ?4, ?5)
        on conflict (booking) do update set name = excluded.name, email = excluded.email, phone = excluded.phone,
        delete_after = excluded.delete_after";
    let by_mail = by_mail::until(work, &state.office, &row, person, now)?;
    let delete_after = by_mail.unwrap_or(state.office.next_midnight(row.start)).timestamp();
    let values = values![rows::key(row.id), &person.name, &person.email, &person.phone, delete_after];
    work.connection.execute(sql, values)?;
    limits::note(work, row.id, keys)?;
    let row = match by_mail {
        Some(until) => by_mail::ask(work, &row, &person.email, until, now)?,
        None => make_certain(work, &row, now)?,
    };
    Ok(Ok(view(&state.office, &row)))
}

/// Books what is held and whose contact is known.
pub(super) fn make_certain(
    work: &mut Work<'_>,
    row: &BookingRow,
    now: Timestamp,
) -> Result<BookingRow, StoreFault> {
    sign(work, row, row.start)?;
    let sql = "update booking set state = 'confirmed', held_until = null, unconfirmed = ?2 where id = ?1";
    work.connection.execute(sql, values![rows::key(row.id), false])?;
    waiting::taken(work, row.id)?;
    let row = changed(work, row.id)?;
    letters::write(work, &row, &Kind::Confirmed, now)?;
    Ok(row)
}

fn has_contact(work: &Work<'_>, id: BookingId) -> Result<bool, StoreFault> {
    work.connection.exists("select 1 from contact where booking = ?1", values![rows::key(id)])
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
        let asked = order.clone();
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
        let Ok(state) = self.office(&asked.office) else { return Ok(answer) };
        let Ok(wanted) = asked.wanted(&state.office) else { return Ok(answer) };
        Ok(with_next(answer, &state, asked.start, wanted, now))
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
            Ok(wanted) if state.is_free(order.start, wanted, now) => None,
            Ok(_) => Some(Refusal::SlotTaken { next: None }),
            Err(refusal) => Some(refusal),
        }
    }

    /// Makes a held time certain, or asks by mail for a confirmation where the office wants that; the booking is held
    /// then. The answer alone carries the PIN.
    ///
    /// # Errors
    /// The store's.
    pub async fn confirm(
        &self,
        request: Request,
        hold: Uuid,
        person: Person,
        now: Timestamp,
    ) -> Answer<BookingView> {
        let server = Arc::clone(&self.secrets);
        let job = move |work: &mut Work<'_>| {
            let keys = limits::keys(&server.server, &person.email, &person.phone);
            let confirm = |work: &mut Work<'_>| confirm(work, hold, &person, &keys, now);
            let answer = nonces::once(work, &request, now, confirm)?;
            let Ok(mut view) = answer else { return Ok(answer) };
            let row = rows::by_id(work.connection, view.booking)?.filter(|row| row.stage == Stage::Confirmed);
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
            let can_extend = row.stage == Stage::Held && !row.extended;
            let is_unconfirmed = row.stage == Stage::Held && row.unconfirmed;
            let offer = closing_offer::open(connection, &row)?;
            Ok(Ok(Confirmed {
                view: found,
                language: row.language,
                sequence: row.sequence,
                can_extend,
                is_unconfirmed,
                persons: row.persons,
                wishes: row.wishes,
                interpreting: row.interpreting,
                lost_place: row.lost_place,
                offer,
            }))
        })
        .await
    }
}
