//! Tickets as their holders' phones show them, and what is pressed there.

use super::catalog::Effect;
use super::changes;
use super::fault::StoreFault;
use super::late::{self, Late};
use super::lobbies::Lobby;
use super::nonces::{self, Request};
use super::phones::{Following, Phones};
use super::rows;
use super::sql::{Connection, Row, values};
use super::writer::Work;
use super::{Answer, Store};
use crate::refusal::Refusal;
use foyer_domain::Timestamp;
use foyer_domain::id::{CallId, OfficeId};
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::{PhonePress, Positions, Report, ReportBody};
use std::sync::Arc;

/// A ticket as its holder's phone shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketView {
    /// Where.
    pub office: OfficeId,
    /// As the lobby told it last.
    pub body: ReportBody,
    /// When that was.
    pub at: Timestamp,
    /// Which report told it; a later one has a higher number.
    pub report: u64,
    /// When its holder gave the place up.
    pub gave_up_at: Option<Timestamp>,
    /// What its holder said of coming later.
    pub late: Option<Late>,
}

impl TicketView {
    /// Where it stands.
    pub fn state(&self) -> VisitState {
        match self.body {
            ReportBody::Ticket { state, .. } | ReportBody::Booking { state, .. } => state,
            // No ticket is kept with such a body.
            ReportBody::Visit(_) => VisitState::Finished,
        }
    }

    /// When the visit ended, if it has.
    pub fn ended_at(&self) -> Option<Timestamp> {
        is_over(self.state()).then_some(self.at)
    }

    /// Whether its holder gave the place up and the lobby has not said anything to it yet.
    pub fn is_giving_up(&self) -> bool {
        self.state() == VisitState::Waiting && self.gave_up_at.is_some_and(|at| at >= self.at)
    }

    fn is_called_by(&self, seen: CallId) -> bool {
        matches!(self.body, ReportBody::Ticket { state: VisitState::Called, call: Some(call), .. } if call == seen)
    }
}

/// Nothing more will become of it; a no-show can come back.
fn is_over(state: VisitState) -> bool {
    match state {
        VisitState::Finished | VisitState::Cancelled | VisitState::Unserved => true,
        VisitState::Waiting
        | VisitState::Called
        | VisitState::Serving
        | VisitState::Parked
        | VisitState::NoShow => false,
    }
}

/// Takes what a lobby tells of a ticket. Only the newest state is kept, and of one lobby: a replaced lobby's tickets
/// are gone with it.
pub(super) fn take(
    work: &mut Work<'_>,
    lobby: &Lobby,
    report: &Report,
    secret_hash: &str,
    state: VisitState,
    body: &str,
) -> Result<(), StoreFault> {
    let sql = "insert into ticket (secret_hash, office, lobby, report, at, body, ended_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        on conflict (secret_hash) do update set report = excluded.report, at = excluded.at,
        body = excluded.body, ended_at = excluded.ended_at
        where ticket.lobby = excluded.lobby and ticket.report < excluded.report
        returning gave_up_at, late_at, late_minutes";
    let at = report.at.timestamp();
    let values = values![
        secret_hash,
        lobby.office.as_str(),
        lobby.id,
        rows::count(report.id),
        at,
        body,
        is_over(state).then_some(at)
    ];
    let read = |row: &Row| Ok((row.get::<Option<i64>>(0)?, late::of_row(row.get(1)?, row.get(2)?)));
    let Some((gave_up, late)) = work.connection.row(sql, values, read)? else { return Ok(()) };
    changes::drop_presses(work.connection, &lobby.office, secret_hash, state)?;
    let ticket = TicketView {
        office: lobby.office.clone(),
        body: report.body.clone(),
        at: rows::moment(at),
        report: report.id,
        gave_up_at: gave_up.map(rows::moment),
        late,
    };
    work.effects.push(Effect::Ticket(secret_hash.to_owned(), Some(Arc::new(ticket))));
    Ok(())
}

/// Where an office's waiting stand, as its lobby told last.
pub(super) fn positions(connection: &Connection, office: &OfficeId) -> Result<Option<Positions>, StoreFault> {
    let sql = "select body from standing where office = ?1";
    connection.row(sql, values![office.as_str()], |row| rows::json(&row.get::<String>(0)?))
}

/// A ticket as it is kept.
pub(super) fn read(connection: &Connection, secret_hash: &str) -> Answer<TicketView> {
    let sql = "select office, body, at, report, gave_up_at, late_at, late_minutes from ticket where secret_hash = ?1";
    let read = |row: &Row| {
        let body: String = row.get(1)?;
        // Of a visit that is long over only this much is left.
        if body.is_empty() {
            return Ok(Err(Refusal::TicketOver));
        }
        Ok(Ok(TicketView {
            office: OfficeId(row.get(0)?),
            body: rows::json(&body)?,
            at: rows::moment(row.get(2)?),
            report: row.get(3)?,
            gave_up_at: row.get::<Option<i64>>(4)?.map(rows::moment),
            late: late::of_row(row.get(5)?, row.get(6)?),
        }))
    };
    let found = connection.row(sql, values![secret_hash], read)?;
    Ok(found.unwrap_or(Err(Refusal::TicketUnknown)))
}

/// Whoever is called meanwhile or served is not given up: the page shows what is instead.
fn give_up(work: &mut Work<'_>, secret_hash: &str, now: Timestamp) -> Answer<()> {
    let mut ticket = match read(work.connection, secret_hash)? {
        Ok(ticket) => ticket,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if ticket.state() != VisitState::Waiting || ticket.is_giving_up() {
        return Ok(Ok(()));
    }
    // Never before what it is an answer to, or it would look like an older one.
    let at = rows::moment(now.max(ticket.at).timestamp());
    let sql = "update ticket set gave_up_at = ?2 where secret_hash = ?1";
    work.connection.execute(sql, values![secret_hash, at.timestamp()])?;
    changes::publish_press(work.connection, &ticket.office, secret_hash, PhonePress::GiveUp, now)?;
    ticket.gave_up_at = Some(at);
    work.effects.push(Effect::Ticket(secret_hash.to_owned(), Some(Arc::new(ticket))));
    Ok(Ok(()))
}

fn seen(work: &Work<'_>, secret_hash: &str, call: CallId, now: Timestamp) -> Answer<()> {
    let ticket = match read(work.connection, secret_hash)? {
        Ok(ticket) => ticket,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if ticket.is_called_by(call) {
        let press = PhonePress::Seen { call };
        changes::publish_press(work.connection, &ticket.office, secret_hash, press, now)?;
    }
    Ok(Ok(()))
}

impl Store {
    /// Follows the ticket whose secret has this hash.
    ///
    /// # Errors
    /// The store's.
    pub async fn follow_ticket(&self, secret_hash: String) -> Answer<Following> {
        // First followed and then read, so that no change falls between.
        let following = Phones::follow(&self.phones, &secret_hash);
        if following.now().ticket.is_none() {
            let hash = secret_hash.clone();
            match self.read(move |connection| read(connection, &hash)).await? {
                Ok(ticket) => self.phones.offer(&secret_hash, Arc::new(ticket)),
                Err(refusal) => return Ok(Err(refusal)),
            }
        }
        Ok(Ok(following))
    }

    /// Takes where an office's waiting stand. It is kept for phones that look later; the lobby tells it anew every
    /// minute.
    ///
    /// # Errors
    /// The store's, where other servers have to be told.
    pub async fn take_positions(&self, lobby: Lobby, positions: Positions) -> Result<(), StoreFault> {
        if !self.is_shared {
            self.phones.place(lobby.office, positions);
            return Ok(());
        }
        let job = move |work: &mut Work<'_>| {
            let sql = "insert into standing (office, body) values (?1, ?2)
                on conflict (office) do update set body = excluded.body";
            let body = serde_json::to_string(&positions)?;
            work.connection.execute(sql, values![lobby.office.as_str(), body])?;
            work.effects.push(Effect::Positions(lobby.office));
            Ok(())
        };
        self.writer.run(job).await
    }

    /// The holder gives the place up; the lobby decides whether that is in time.
    ///
    /// # Errors
    /// The store's.
    pub async fn give_up(&self, request: Request, secret_hash: String, now: Timestamp) -> Answer<()> {
        let job = move |work: &mut Work<'_>| {
            nonces::once(work, &request, now, |work| give_up(work, &secret_hash, now))
        };
        self.writer.run(job).await
    }

    /// The page was in sight and showed a call.
    ///
    /// # Errors
    /// The store's.
    pub async fn seen(&self, secret_hash: String, call: CallId, now: Timestamp) -> Answer<()> {
        self.writer.run(move |work| seen(work, &secret_hash, call, now)).await
    }
}
