//! What lobbies tell: what became of bookings, and where tickets stand for the citizens' phones.

use super::bookings::changed;
use super::catalog::Effect;
use super::fault::StoreFault;
use super::lobbies::Lobby;
use super::rows::{self, Stage};
use super::writer::Work;
use super::{Answer, Store};
use crate::refusal::Refusal;
use foyer_domain::Timestamp;
use foyer_domain::booking::BookingState;
use foyer_domain::id::{BookingId, OfficeId};
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::{Report, ReportBody};
use rusqlite::{OptionalExtension, params};

/// A ticket as its holder's phone shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketView {
    /// Where.
    pub office: OfficeId,
    /// As the lobby told it last.
    pub body: ReportBody,
    /// When that was.
    pub at: Timestamp,
}

fn take(work: &mut Work<'_>, lobby: &Lobby, report: &Report) -> Result<(), StoreFault> {
    let body = serde_json::to_string(&report.body)?;
    match &report.body {
        ReportBody::Booking { booking, state, confirmed_by_presence, replaced } => {
            let sql = "insert or ignore into report (lobby, id, at, body) values (?1, ?2, ?3, ?4)";
            let values = params![lobby.id, rows::count(report.id), report.at.timestamp(), body];
            if work.connection.prepare_cached(sql)?.execute(values)? == 1 {
                note_visit(work, lobby, report.id, *booking, *state, *replaced)?;
                if *confirmed_by_presence {
                    confirm_by_presence(work, lobby, *booking)?;
                }
            }
            Ok(())
        }
        ReportBody::Ticket { secret_hash, .. } => {
            // Only the newest state is kept, and of one lobby: a replaced lobby's tickets are gone with it.
            let sql = "insert into ticket (secret_hash, office, lobby, report, at, body)
                values (?1, ?2, ?3, ?4, ?5, ?6)
                on conflict (secret_hash) do update set report = excluded.report, at = excluded.at,
                body = excluded.body where lobby = excluded.lobby and report < excluded.report";
            let values = params![
                secret_hash,
                lobby.office.as_str(),
                lobby.id,
                rows::count(report.id),
                report.at.timestamp(),
                body
            ];
            if work.connection.prepare_cached(sql)?.execute(values)? == 1 {
                work.effects.push(Effect::Ticket(secret_hash.clone()));
            }
            Ok(())
        }
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
    let sql = "update booking set visit = ?3, visit_report = ?4, replaced = max(replaced, ?5)
        where id = ?1 and office = ?2 and visit_report < ?4";
    let state = serde_json::to_string(&state)?;
    let values = params![rows::key(booking), lobby.office.as_str(), state, rows::count(report), replaced];
    work.connection.prepare_cached(sql)?.execute(values)?;
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
    let sql = "update booking set state = 'confirmed', held_until = null where id = ?1";
    work.connection.prepare_cached(sql)?.execute([rows::key(booking)])?;
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

    /// The ticket whose secret has this hash.
    ///
    /// # Errors
    /// The store's.
    pub async fn ticket(&self, secret_hash: String) -> Answer<TicketView> {
        self.read(move |connection| {
            let sql = "select office, body, at from ticket where secret_hash = ?1";
            let mut select = connection.prepare_cached(sql)?;
            let read = |row: &rusqlite::Row<'_>| {
                Ok(TicketView {
                    office: OfficeId(row.get(0)?),
                    body: rows::json(1, &row.get::<_, String>(1)?)?,
                    at: rows::moment(row.get(2)?),
                })
            };
            Ok(select.query_row([secret_hash], read).optional()?.ok_or(Refusal::TicketUnknown))
        })
        .await
    }
}
