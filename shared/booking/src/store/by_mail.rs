//! Where an office wants it, an appointment is certain only when its owner has followed the link of a mail. Its place is
//! held until then; whoever stands at the terminal before has confirmed it, too.

use super::bookings::{changed, make_certain};
use super::catalog::Effect;
use super::fault::StoreFault;
use super::nonces::{self, Request};
use super::rows::{self, BookingRow, Stage};
use super::sql::{Connection, Row, values};
use super::writer::Work;
use super::{Answer, Store, connection, letters, limits, tend};
use crate::calendar::Asker;
use crate::contact::Person;
use crate::mail::Kind;
use crate::random;
use crate::refusal::Refusal;
use chrono::{SubsecRound, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::id::BookingId;
use foyer_domain::office::Office;
use foyer_text::Language;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

/// Until when a confirmation is waited for; none where nobody is asked: the office does not want it, there is no address
/// or no mail, staff have booked, or the address has just been used for an offer.
pub(super) fn until(
    work: &Work<'_>,
    office: &Office,
    row: &BookingRow,
    person: &Person,
    now: Timestamp,
) -> Result<Option<Timestamp>, StoreFault> {
    let minutes = office.rules.confirm_by_mail_minutes;
    let is_asked = minutes > 0 && work.writes_letters && !person.email.is_empty() && !person.is_by_staff();
    if !is_asked || row.stage != Stage::Held {
        return Ok(None);
    }
    let offered = "select 1 from asking where offered = ?1 and lower(email) = lower(?2)";
    if work.connection.exists(offered, values![rows::key(row.id), &person.email])? {
        return Ok(None);
    }
    // Whoever mends their address gets another mail and no more time.
    let known = row.held_until.filter(|_| row.unconfirmed);
    let until = (now + TimeDelta::minutes(minutes.into())).min(row.start).trunc_subsecs(0);
    Ok(Some(known.unwrap_or(until)))
}

/// Holds the place until then and writes the mail.
pub(super) fn ask(
    work: &mut Work<'_>,
    row: &BookingRow,
    email: &str,
    until: Timestamp,
    now: Timestamp,
) -> Result<BookingRow, StoreFault> {
    let sql = "update booking set held_until = ?2, unconfirmed = ?3, extended = ?3, sequence = sequence + ?4
        where id = ?1";
    let again = i64::from(row.unconfirmed);
    work.connection.execute(sql, values![rows::key(row.id), until.timestamp(), true, again])?;
    let row = changed(work, row.id)?;
    let server = connection::server_secret(work.connection)?;
    let path = format!("/b/{}/confirm/{}", row.secret, token(&server, &row, email));
    letters::write(work, &row, &Kind::ConfirmAddress { path, until }, now)?;
    work.effects.push(Effect::NextExpiry(rows::next_expiry(work.connection)?));
    Ok(row)
}

/// What only who got the mail knows: computed, so that it is stored nowhere but in the mail.
fn token(server: &[u8], row: &BookingRow, email: &str) -> String {
    let id = row.id.bits().to_be_bytes();
    let hash = random::keyed_hash(server, &[b"confirm address", &id, &row.pin_salt, email.as_bytes()]);
    random::hex(&hash[..16])
}

fn confirm(work: &mut Work<'_>, server: &[u8], secret: Uuid, typed: &str, now: Timestamp) -> Answer<Linked> {
    tend::expire(work, now)?;
    let Some(row) = rows::by_secret(work.connection, secret)? else {
        return Ok(Err(Refusal::BookingUnknown));
    };
    let Some(state) = work.catalog.office(&row.office) else { return Ok(Err(Refusal::BookingUnknown)) };
    match row.stage {
        // Pressed twice, or somebody was at the terminal before.
        Stage::Confirmed => return Ok(Ok(Linked { id: row.id, is_first: false })),
        Stage::Cancelled => return Ok(Err(Refusal::BookingCancelled)),
        Stage::Expired => {
            return Ok(Err(Refusal::HoldExpired { until: row.held_until.unwrap_or(now) }));
        }
        Stage::Held => {}
    }
    let sql = "select email, phone from contact where booking = ?1";
    let read = |row: &Row| Ok((row.get::<String>(0)?, row.get::<String>(1)?));
    let contact = work.connection.row(sql, values![rows::key(row.id)], read)?;
    let (email, phone) = contact.unwrap_or_default();
    let right = token(server, &row, &email);
    if !row.unconfirmed || !random::same(right.as_bytes(), typed.as_bytes()) {
        return Ok(Err(Refusal::BookingUnknown));
    }
    // Since the form was sent others may have been confirmed, or the contact blocked.
    let (keys, rules) = (limits::keys(server, &email, &phone), &state.office.rules);
    let certain = |other: &BookingRow| other.stage == Stage::Confirmed;
    if let Err(refusal) = limits::judge(work, &keys, &row.services, rules, certain, now)? {
        return Ok(Err(refusal));
    }
    let sql = "update contact set delete_after = ?2 where booking = ?1";
    let delete_after = state.office.next_midnight(row.start).timestamp();
    work.connection.execute(sql, values![rows::key(row.id), delete_after])?;
    make_certain(work, &row, now)?;
    Ok(Ok(Linked { id: row.id, is_first: true }))
}

/// A link that was followed.
#[derive(Serialize, Deserialize)]
struct Linked {
    id: BookingId,
    /// Whether nothing had confirmed the booking before.
    is_first: bool,
}

/// Who has sent the form and has yet to follow the link, or was late to, as far as that is still kept.
fn person(connection: &Connection, secret: Uuid) -> Result<Option<Person>, StoreFault> {
    let Some(row) = rows::by_secret(connection, secret)? else { return Ok(None) };
    if !row.unconfirmed || !matches!(row.stage, Stage::Held | Stage::Expired) {
        return Ok(None);
    }
    let sql = "select name, email, phone from contact where booking = ?1";
    let read = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let contact: Option<(String, String, String)> = connection.row(sql, values![rows::key(row.id)], read)?;
    let (name, email, phone) = contact.unwrap_or_default();
    let (interpreter_language, interpreter_way) =
        row.interpreting.map_or((None, None), |wished| (Some(wished.language), wished.way));
    Ok(Some(Person {
        name,
        email,
        phone,
        language: Language::from_tag(&row.language).unwrap_or_default(),
        persons: row.persons,
        wishes: row.wishes,
        interpreter_language,
        interpreter_way,
        asker: Asker::Public,
    }))
}

impl Store {
    /// The owner has followed the link of the mail: the booking is certain. The PIN goes to whoever was first, each time
    /// that they send the same nonce.
    ///
    /// # Errors
    /// The store's.
    pub async fn confirm_address(
        &self,
        request: Request,
        secret: Uuid,
        token: String,
        now: Timestamp,
    ) -> Answer<Option<String>> {
        let server = Arc::clone(&self.secrets);
        let job = move |work: &mut Work<'_>| {
            let confirm = |work: &mut Work<'_>| confirm(work, &server.server, secret, &token, now);
            let linked = match nonces::once(work, &request, now, confirm)? {
                Ok(linked) => linked,
                Err(refusal) => return Ok(Err(refusal)),
            };
            let row = rows::by_id(work.connection, linked.id)?;
            let row = row.filter(|row| linked.is_first && row.stage == Stage::Confirmed);
            Ok(Ok(row.map(|row| random::pin(&server.server, row.id, &row.pin_salt))))
        };
        self.writer.run(job).await
    }

    /// What was typed for a booking that its owner has yet to confirm by the link of a mail, for who has its secret.
    ///
    /// # Errors
    /// The store's.
    pub async fn unconfirmed_person(&self, secret: Uuid) -> Result<Option<Person>, StoreFault> {
        self.read(move |connection| person(connection, secret)).await
    }
}
