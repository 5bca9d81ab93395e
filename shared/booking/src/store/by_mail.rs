//! Where an office wants it, an appointment is certain only when its owner has followed the link of a mail. Its place is
//! held until then; whoever stands at the terminal before has confirmed it, too.

use super::bookings::{changed, make_certain, view};
use super::catalog::Effect;
use super::fault::StoreFault;
use super::rows::{self, BookingRow, Stage};
use super::sql::values;
use super::writer::Work;
use super::{Answer, Store, connection, letters, tend};
use crate::contact::Person;
use crate::mail::Kind;
use crate::random;
use crate::refusal::Refusal;
use chrono::{SubsecRound, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::office::Office;
use foyer_protocol::booking::BookingView;
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

fn confirm(
    work: &mut Work<'_>,
    server: &[u8],
    secret: Uuid,
    typed: &str,
    now: Timestamp,
) -> Answer<BookingView> {
    tend::expire(work, now)?;
    let Some(row) = rows::by_secret(work.connection, secret)? else {
        return Ok(Err(Refusal::BookingUnknown));
    };
    let Some(state) = work.catalog.office(&row.office) else { return Ok(Err(Refusal::BookingUnknown)) };
    match row.stage {
        // Pressed twice, or somebody was at the terminal before.
        Stage::Confirmed => return Ok(Ok(view(&state.office, &row))),
        Stage::Cancelled => return Ok(Err(Refusal::BookingCancelled)),
        Stage::Expired => {
            return Ok(Err(Refusal::HoldExpired { until: row.held_until.unwrap_or(now) }));
        }
        Stage::Held => {}
    }
    let sql = "select email from contact where booking = ?1";
    let email: Option<String> = work.connection.row(sql, values![rows::key(row.id)], |row| row.get(0))?;
    let right = token(server, &row, &email.unwrap_or_default());
    if !row.unconfirmed || !random::same(right.as_bytes(), typed.as_bytes()) {
        return Ok(Err(Refusal::BookingUnknown));
    }
    let sql = "update contact set delete_after = ?2 where booking = ?1";
    let delete_after = state.office.next_midnight(row.start).timestamp();
    work.connection.execute(sql, values![rows::key(row.id), delete_after])?;
    let row = make_certain(work, &row, now)?;
    let pin = random::pin(server, row.id, &row.pin_salt);
    Ok(Ok(BookingView { pin: Some(pin), ..view(&state.office, &row) }))
}

impl Store {
    /// The owner has followed the link of the mail: the booking is certain. The first answer carries the PIN. Pressed
    /// again nothing changes, so that no nonce is needed.
    ///
    /// # Errors
    /// The store's.
    pub async fn confirm_address(&self, secret: Uuid, token: String, now: Timestamp) -> Answer<BookingView> {
        let server = Arc::clone(&self.secrets);
        self.writer.run(move |work| confirm(work, &server.server, secret, &token, now)).await
    }
}
