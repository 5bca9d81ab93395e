//! What staff change of a booking: its time and office, whether it takes place, who comes, and their note to it.

use super::bookings::{changed, sign};
use super::catalog::{Effect, OfficeState, Wanted};
use super::changes;
use super::fault::StoreFault;
use super::nonces::{self, Request};
use super::owner::call_off;
use super::rows::{self, BookingRow, Stage};
use super::sql::values;
use super::writer::{Work, attempt};
use super::{Answer, DeskBooking, Store, closing_offer, letters, limits, places, recipients, tend};
use crate::calendar::Asker;
use crate::mail::Kind;
use crate::random;
use crate::refusal::Refusal;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::{BookingId, OfficeId};
use foyer_domain::office::{Localized, Office};
use foyer_domain::short_code::ShortCode;
use foyer_domain::visit::{VisitState, Wishes};
use std::fmt;
use std::sync::Arc;

/// Another time for a booking, here or at another office that serves the same.
#[derive(Debug, Clone)]
pub struct DeskMove {
    /// Where to.
    pub office: OfficeId,
    /// The new time.
    pub start: Timestamp,
    /// Why the office moves it; none if its owner asked for it.
    pub reason: Option<Localized>,
}

/// Who comes, as staff have corrected it.
#[derive(Clone)]
pub struct Contact {
    /// May be empty.
    pub name: String,
    /// May be empty.
    pub email: String,
    /// May be empty.
    pub phone: String,
    /// The chosen language's tag, `de`.
    pub language: &'static str,
}

/// Who comes as a page showed it, with the language's tag.
#[derive(Clone, PartialEq, Eq)]
pub struct ShownContact {
    /// May be empty.
    pub name: String,
    /// May be empty.
    pub email: String,
    /// May be empty.
    pub phone: String,
    /// `de`.
    pub language: String,
}

impl fmt::Debug for ShownContact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ShownContact").finish_non_exhaustive()
    }
}

impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Contact").finish_non_exhaustive()
    }
}

/// A booking that still takes place and has not begun.
fn open(work: &Work<'_>, id: BookingId) -> Answer<BookingRow> {
    let Some(row) = rows::by_id(work.connection, id)? else { return Ok(Err(Refusal::BookingUnknown)) };
    Ok(match row.stage {
        Stage::Cancelled => Err(Refusal::BookingCancelled),
        Stage::Expired => Err(Refusal::BookingUnknown),
        Stage::Held | Stage::Confirmed => Ok(row),
    })
}

/// Cancels a booking that has not begun; `kind` is the letter to its owner.
pub(super) fn cancel(work: &mut Work<'_>, id: BookingId, kind: &Kind, now: Timestamp) -> Answer<()> {
    let row = match open(work, id)? {
        Ok(row) => row,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if !matches!(row.visit, None | Some(VisitState::Waiting)) {
        return Ok(Err(Refusal::BookingOver));
    }
    call_off(work, &row, kind, now)?;
    Ok(Ok(()))
}

/// How long a booking would take at an office: as long as now at its own, and what its services take at another one.
///
/// # Errors
/// The other office does not serve all of it.
fn minutes_at(
    office: &Office,
    (own, minutes): (&OfficeId, u16),
    services: &[ServiceChoice],
    wishes: Wishes,
) -> Result<u16, Refusal> {
    if office.id == *own {
        return Ok(minutes);
    }
    let minutes = Wanted::new(office, services, Asker::Staff)?.minutes;
    let more = if wishes.interpreter { office.rules.minutes_interpreter } else { 0 };
    Ok(minutes.saturating_add(more))
}

impl DeskBooking {
    /// How long it would take at an office.
    ///
    /// # Errors
    /// The office does not serve all of it.
    pub fn minutes_at(&self, office: &Office) -> Result<u16, Refusal> {
        minutes_at(office, (&self.office, self.minutes), &self.services, self.wishes)
    }
}

fn move_to(work: &mut Work<'_>, id: BookingId, order: &DeskMove, now: Timestamp) -> Answer<()> {
    let row = match open(work, id)? {
        Ok(row) if row.stage == Stage::Held || row.visit.is_some() => return Ok(Err(Refusal::BookingOver)),
        Ok(row) => row,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let Some(state) = work.catalog.office(&order.office) else {
        return Ok(Err(Refusal::OfficeUnknown { office: order.office.to_string() }));
    };
    let minutes = match minutes_at(&state.office, (&row.office, row.minutes), &row.services, row.wishes) {
        Ok(minutes) => minutes,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let wanted = Wanted { services: &row.services, minutes, asker: Asker::Staff };
    if let Err(refusal) = state.offered(order.start, wanted, now) {
        return Ok(Err(refusal));
    }
    tend::expire(work, now)?;
    let moved = attempt(work, |work| {
        places::free(work, &row.office, row.id)?;
        places::take(work, &state, row.id, order.start, wanted, now)
    })?;
    if moved.is_err() {
        return Ok(Err(Refusal::SlotTaken { next: None }));
    }
    let kind = match &order.reason {
        Some(reason) => Kind::OfficeMoved { before: row.start, reason: reason.clone() },
        None => Kind::Moved { before: row.start },
    };
    settle(work, &state, &row, (order.start, minutes), &kind, now)?;
    Ok(Ok(()))
}

/// Writes down where and when a booking takes place that has its new places already, and tells lobbies and its owner.
pub(super) fn settle(
    work: &mut Work<'_>,
    state: &OfficeState,
    row: &BookingRow,
    (start, minutes): (Timestamp, u16),
    kind: &Kind,
    now: Timestamp,
) -> Result<(), StoreFault> {
    let office = &state.office;
    let id = rows::key(row.id);
    if office.id != row.office {
        leave(work, row)?;
        let sql = "update booking set office = ?2, short_code = ?3 where id = ?1";
        let short_code = short_code_at(work, &office.id, &row.short_code)?;
        work.connection.execute(sql, values![id, office.id.as_str(), short_code])?;
    }
    let (by_owner, by_office) = match kind {
        Kind::Moved { .. } => (1u8, 0u8),
        _ => (0, 1),
    };
    let sql = "update booking set start = ?2, minutes = ?3, sequence = sequence + 1, moves = moves + ?4,
        moves_by_office = moves_by_office + ?5 where id = ?1";
    work.connection.execute(sql, values![id, start.timestamp(), minutes, by_owner, by_office])?;
    let sql = "update contact set delete_after = ?2 where booking = ?1";
    work.connection.execute(sql, values![id, office.next_midnight(start).timestamp()])?;
    let there = rows::by_id(work.connection, row.id)?.ok_or(StoreFault::Missing)?;
    sign(work, &there, start)?;
    let there = changed(work, row.id)?;
    letters::write(work, &there, kind, now)?;
    recipients::tell_left(work, row, &there, now)
}

/// For the lobby of the office that a booking leaves it is cancelled.
fn leave(work: &Work<'_>, row: &BookingRow) -> Result<(), StoreFault> {
    if let Some(mut gone) = rows::by_id(work.connection, row.id)? {
        gone.stage = Stage::Cancelled;
        changes::publish_booking(work.connection, &gone)?;
    }
    Ok(())
}

/// The same Terminnummer, or another one if an open booking of that office has it.
fn short_code_at(work: &Work<'_>, office: &OfficeId, own: &str) -> Result<String, StoreFault> {
    let sql =
        "select 1 from booking where office = ?1 and short_code = ?2 and state in ('held', 'confirmed')";
    let mut code = own.to_owned();
    while work.connection.exists(sql, values![office.as_str(), code.as_str()])? {
        ShortCode::from_random(random::bits()).as_str().clone_into(&mut code);
    }
    Ok(code)
}

fn correct(
    work: &mut Work<'_>,
    server: &[u8],
    id: BookingId,
    (shown, contact): (&ShownContact, &Contact),
    now: Timestamp,
) -> Answer<bool> {
    let row = match open(work, id)? {
        Ok(row) => row,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let Some(state) = work.catalog.office(&row.office) else { return Ok(Err(Refusal::BookingUnknown)) };
    let key = rows::key(id);
    let known = known(work, &row)?;
    if known.as_ref().unwrap_or(&ShownContact::unknown(&row)) != shown {
        return Ok(Ok(false));
    }
    let before = known.map(|known| known.email);
    let sql = "insert into contact (booking, name, email, phone, delete_after) values (?1, ?2, ?3, ?4, ?5)
        on conflict (booking) do update set name = excluded.name, email = excluded.email, phone = excluded.phone";
    let Contact { name, email, phone, language } = contact;
    let delete_after = state.office.next_midnight(row.start).timestamp();
    work.connection.execute(sql, values![key, name, email, phone, delete_after])?;
    limits::note(work, id, &limits::keys(server, email, phone))?;
    let is_told_anew = row.stage == Stage::Confirmed && before.as_ref() != Some(email);
    let sql = "update booking set language = ?2, sequence = sequence + ?3 where id = ?1";
    work.connection.execute(sql, values![key, *language, i64::from(is_told_anew)])?;
    let row = changed(work, id)?;
    // Whoever had the wrong address had no mail, or a stranger had it.
    if is_told_anew && row.lost_place {
        closing_offer::tell_again(work, &row, now)?;
    } else if is_told_anew {
        letters::write(work, &row, &Kind::Confirmed, now)?;
    }
    work.effects.push(Effect::Forgotten);
    Ok(Ok(true))
}

impl ShownContact {
    /// Of a booking of which nobody said who comes.
    fn unknown(row: &BookingRow) -> Self {
        let [name, email, phone] = [(); 3].map(|()| String::new());
        Self { name, email, phone, language: row.language.clone() }
    }
}

/// Who comes, as far as is known.
fn known(work: &Work<'_>, row: &BookingRow) -> Result<Option<ShownContact>, StoreFault> {
    let sql = "select name, email, phone from contact where booking = ?1";
    work.connection.row(sql, values![rows::key(row.id)], |found| {
        let language = row.language.clone();
        Ok(ShownContact { name: found.get(0)?, email: found.get(1)?, phone: found.get(2)?, language })
    })
}

fn note(work: &mut Work<'_>, id: BookingId, (shown, note): (&str, &str)) -> Answer<bool> {
    let Some(row) = rows::by_id(work.connection, id)? else { return Ok(Err(Refusal::BookingUnknown)) };
    let Some(state) = work.catalog.office(&row.office) else { return Ok(Err(Refusal::BookingUnknown)) };
    let key = rows::key(id);
    let sql = "select note from contact where booking = ?1";
    let kept: Option<String> = work.connection.row(sql, values![key], |row| row.get(0))?;
    let kept = kept.unwrap_or_default();
    // Pressed twice it says what it said.
    if kept != shown && kept != note {
        return Ok(Ok(false));
    }
    let sql = "update contact set note = ?2 where booking = ?1";
    if work.connection.execute(sql, values![key, note])? == 0 {
        if row.stage != Stage::Confirmed {
            return Ok(Err(Refusal::BookingOver));
        }
        let sql =
            "insert into contact (booking, name, email, note, delete_after) values (?1, '', '', ?2, ?3)";
        let delete_after = state.office.next_midnight(row.start).timestamp();
        work.connection.execute(sql, values![key, note, delete_after])?;
    }
    work.effects.push(Effect::Forgotten);
    Ok(Ok(true))
}

/// Whoever was to be rung up about a cancelled booking has been.
fn rung(work: &mut Work<'_>, id: BookingId) -> Result<(), StoreFault> {
    let sql = "delete from contact where booking = ?1
        and exists (select 1 from booking where id = ?1 and state = 'cancelled')";
    if work.connection.execute(sql, values![rows::key(id)])? > 0 {
        work.effects.push(Effect::Forgotten);
    }
    Ok(())
}

impl Store {
    /// Cancels a booking; no PIN is needed. `reason` is why the office does, none if its owner asked for it.
    ///
    /// # Errors
    /// The store's.
    pub async fn desk_cancel(
        &self,
        request: Request,
        id: BookingId,
        reason: Option<Localized>,
        now: Timestamp,
    ) -> Answer<()> {
        let kind = reason.map_or(Kind::Cancelled, |reason| Kind::OfficeCancelled { reason });
        let job =
            move |work: &mut Work<'_>| nonces::once(work, &request, now, |work| cancel(work, id, &kind, now));
        self.writer.run(job).await
    }

    /// Moves a booking; no PIN is needed, and the old time stands until the new one is certain.
    ///
    /// # Errors
    /// The store's.
    pub async fn desk_move(
        &self,
        request: Request,
        id: BookingId,
        order: DeskMove,
        now: Timestamp,
    ) -> Answer<()> {
        let job = move |work: &mut Work<'_>| {
            nonces::once(work, &request, now, |work| move_to(work, id, &order, now))
        };
        self.writer.run(job).await
    }

    /// Corrects who comes, if nobody else has since it was `shown`; whether it did. A new address gets the
    /// confirmation, or the offer of another time where one is open.
    ///
    /// # Errors
    /// The store's.
    pub async fn desk_correct(
        &self,
        request: Request,
        id: BookingId,
        (shown, contact): (ShownContact, Contact),
        now: Timestamp,
    ) -> Answer<bool> {
        let server = Arc::clone(&self.secrets);
        let job = move |work: &mut Work<'_>| {
            let correct = |work: &mut Work<'_>| correct(work, &server.server, id, (&shown, &contact), now);
            nonces::once(work, &request, now, correct)
        };
        self.writer.run(job).await
    }

    /// Writes staff's note to a booking, in place of the one that was `shown`; whether it did, as another one may stand
    /// there since. It is deleted with the contact.
    ///
    /// # Errors
    /// The store's.
    pub async fn desk_note(&self, id: BookingId, shown: String, text: String) -> Answer<bool> {
        self.writer.run(move |work: &mut Work<'_>| note(work, id, (&shown, &text))).await
    }

    /// Forgets whom the office had to ring up about a booking that it has cancelled.
    ///
    /// # Errors
    /// The store's.
    pub async fn desk_rung(&self, id: BookingId) -> Result<(), StoreFault> {
        self.writer.run(move |work: &mut Work<'_>| rung(work, id)).await
    }
}
