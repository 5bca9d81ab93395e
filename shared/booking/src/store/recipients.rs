//! To whom a booking's letters go: to who booked, and what concerns an interpreter to who finds one.

use super::fault::StoreFault;
use super::letters;
use super::rows::{self, BookingRow};
use super::sql::{Row, values};
use super::writer::Work;
use crate::mail::Kind;
use foyer_domain::Timestamp;
use foyer_domain::id::BookingId;
use foyer_domain::office::Office;

/// The name, which may be empty, and the address of who gets a letter; none where nobody has left one.
pub(super) fn of(
    work: &Work<'_>,
    booking: BookingId,
    kind: &Kind,
    office: &Office,
) -> Result<Option<(String, String)>, StoreFault> {
    match kind {
        Kind::Interpreter { .. } => {
            Ok(office.rules.interpreter_email.clone().map(|email| (String::new(), email)))
        }
        _ => contact(work, booking),
    }
}

/// The name and address of who booked, where they left an address.
fn contact(work: &Work<'_>, booking: BookingId) -> Result<Option<(String, String)>, StoreFault> {
    let sql = "select name, email from contact where booking = ?1 and email <> ''";
    let read = |row: &Row| Ok((row.get::<String>(0)?, row.get::<String>(1)?));
    work.connection.row(sql, values![rows::key(booking)], read)
}

/// Whoever finds somebody to interpret is written to of what an appointment with one has become.
pub(super) fn tell_interpreter(
    work: &Work<'_>,
    row: &BookingRow,
    kind: &Kind,
    now: Timestamp,
) -> Result<(), StoreFault> {
    let state = work.catalog.office(&row.office);
    let is_told = state.is_some_and(|state| state.office.rules.interpreter_email.is_some());
    let (stands, is_over) = (kind.stands() && *kind != Kind::NewCode, kind.is_cancelled());
    if !work.writes_letters || !row.wishes.interpreter || !is_told || !(stands || is_over) {
        return Ok(());
    }
    letters::insert(
        work,
        row,
        &Kind::Interpreter { interpreting: row.interpreting.clone(), is_over },
        now,
        now,
    )
}
