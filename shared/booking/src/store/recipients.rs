//! To whom a booking's letters go: to who booked, and what concerns an interpreter to who finds one.

use super::fault::StoreFault;
use super::letters;
use super::rows::{self, BookingRow};
use super::sql::{Row, values};
use super::writer::Work;
use crate::mail::{Kind, Left};
use foyer_domain::Timestamp;
use foyer_domain::id::{BookingId, OfficeId};
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
    let is_told = work.writes_letters && row.wishes.interpreter && is_news(kind);
    if !is_told || interpreter_at(work, &row.office).is_none() {
        return Ok(());
    }
    let (interpreting, is_over) = (row.interpreting.clone(), kind.is_cancelled());
    letters::insert(work, row, &Kind::Interpreter { interpreting, is_over, left: None }, now, now)
}

/// Whether this is news to whoever finds interpreters: a new code or an offer changes nothing for them.
pub(super) fn is_news(kind: &Kind) -> bool {
    kind.is_cancelled() || (kind.stands() && *kind != Kind::NewCode)
}

/// Who finds interpreters for the office that a booking has left is told that nobody is needed there any more.
pub(super) fn tell_left(
    work: &Work<'_>,
    before: &BookingRow,
    there: &BookingRow,
    now: Timestamp,
) -> Result<(), StoreFault> {
    let told = interpreter_at(work, &before.office);
    let is_same = before.office == there.office || told == interpreter_at(work, &there.office);
    if !work.writes_letters || !before.wishes.interpreter || told.is_none() || is_same {
        return Ok(());
    }
    let left = Left { office: before.office.clone(), start: before.start, minutes: before.minutes };
    let interpreting = before.interpreting.clone();
    let kind = Kind::Interpreter { interpreting, is_over: true, left: Some(left) };
    letters::insert(work, there, &kind, now, now)
}

/// Who finds interpreters for an office, if it names anybody.
fn interpreter_at(work: &Work<'_>, office: &OfficeId) -> Option<String> {
    work.catalog.office(office)?.office.rules.interpreter_email.clone()
}

/// A booking as a letter tells of it: whoever interprets for the office that it has left knows it as it was there.
/// Nothing where it has come back.
pub(super) fn as_told(row: BookingRow, kind: &Kind) -> Option<BookingRow> {
    let Kind::Interpreter { left: Some(left), .. } = kind else { return Some(row) };
    let Left { office, start, minutes } = left.clone();
    (row.office != office).then_some(BookingRow { office, start, minutes, ..row })
}
