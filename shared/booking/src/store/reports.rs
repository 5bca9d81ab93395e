//! What lobbies tell: what became of bookings. What they tell of tickets is in [`super::tickets`].

use super::bookings::changed;
use super::fault::StoreFault;
use super::lobbies::Lobby;
use super::rows::{self, Stage};
use super::sql::values;
use super::writer::Work;
use super::{Store, letters, statistics, tickets};
use foyer_domain::booking::BookingState;
use foyer_domain::id::BookingId;
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::{Report, ReportBody};

fn take(work: &mut Work<'_>, lobby: &Lobby, report: &Report) -> Result<(), StoreFault> {
    let body = serde_json::to_string(&report.body)?;
    match &report.body {
        ReportBody::Booking { booking, state, confirmed_by_presence, replaced } => {
            let sql =
                "insert into report (lobby, id, at, body) values (?1, ?2, ?3, ?4) on conflict do nothing";
            let values = values![lobby.id, rows::count(report.id), report.at.timestamp(), body];
            if work.connection.execute(sql, values)? == 1 {
                note_visit(work, lobby, report.id, *booking, *state, *replaced)?;
                if *confirmed_by_presence {
                    confirm_by_presence(work, lobby, *booking)?;
                }
            }
            Ok(())
        }
        ReportBody::Ticket { secret_hash, state, .. } => {
            tickets::take(work, lobby, report, secret_hash, *state, &body)
        }
        ReportBody::Visit(visit) => statistics::keep_visit(work, lobby, report, visit),
    }
}

fn note_visit(
    work: &Work<'_>,
    lobby: &Lobby,
    report: u64,
    booking: BookingId,
    state: VisitState,
    replaced: bool,
) -> Result<(), StoreFault> {
    // Reports can come out of order after a retry; the newest one wins. A new lobby counts from the beginning, but a
    // visit never goes on in another lobby.
    let sql = "update booking set visit = ?3, visit_report = ?4, replaced = (replaced or ?5)
        where id = ?1 and office = ?2 and visit_report < ?4";
    let state = serde_json::to_string(&state)?;
    let values = values![rows::key(booking), lobby.office.as_str(), state, rows::count(report), replaced];
    work.connection.execute(sql, values)?;
    Ok(())
}

/// Who stands there has confirmed. The hold may have ended meanwhile here; its place is then gone and the booking
/// counts all the same.
fn confirm_by_presence(work: &mut Work<'_>, lobby: &Lobby, booking: BookingId) -> Result<(), StoreFault> {
    let Some(row) = rows::by_id(work.connection, booking)? else { return Ok(()) };
    if row.office != lobby.office || !matches!(row.stage, Stage::Held | Stage::Expired) {
        return Ok(());
    }
    super::bookings::sign(work, &row, row.start)?;
    let sql = "update booking set state = 'confirmed', held_until = null, unconfirmed = ?2 where id = ?1";
    work.connection.execute(sql, values![rows::key(booking), false])?;
    if let Some(state) = work.catalog.office(&row.office) {
        let sql = "update contact set delete_after = ?2 where booking = ?1";
        let delete_after = state.office.next_midnight(row.start).timestamp();
        work.connection.execute(sql, values![rows::key(booking), delete_after])?;
    }
    letters::drop_open(work, booking)?;
    let row = changed(work, booking)?;
    debug_assert_eq!(row.booking().state, BookingState::Confirmed);
    Ok(())
}

impl Store {
    /// Takes a lobby's reports, each once.
    ///
    /// # Errors
    /// The store's.
    pub async fn take_reports(&self, lobby: Lobby, reports: Vec<Report>) -> Result<(), StoreFault> {
        let job = move |work: &mut Work<'_>| reports.iter().try_for_each(|report| take(work, &lobby, report));
        self.writer.run(job).await
    }
}
