//! "I will be late", from the ticket's page.

use super::catalog::Effect;
use super::changes;
use super::nonces::{self, Request};
use super::sql::values;
use super::tickets::{TicketView, read};
use super::writer::Work;
use super::{Answer, Store};
use crate::refusal::Refusal;
use foyer_domain::Timestamp;
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::{PhonePress, ReportBody};
use std::sync::Arc;

/// What its holder said and the lobby has maybe not heard yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Late {
    /// By so many minutes.
    pub minutes: u8,
    /// When it was said.
    pub at: Timestamp,
}

impl TicketView {
    /// Until when its holder wants to be waited for, as the lobby told it.
    pub fn late_until(&self) -> Option<Timestamp> {
        match self.body {
            ReportBody::Ticket { late_until, .. } => late_until,
            ReportBody::Booking { .. } | ReportBody::Visit(_) => None,
        }
    }

    /// By how many minutes its holder comes later, while the lobby has not said anything to it yet.
    pub fn is_becoming_late(&self) -> Option<u8> {
        let is_open = self.state() == VisitState::Waiting && self.late_until().is_none();
        self.late.filter(|late| is_open && late.at >= self.at).map(|late| late.minutes)
    }
}

/// Whoever is called meanwhile hears that here, if it is known here; else the lobby decides, and the page shows it.
fn say(work: &mut Work<'_>, secret_hash: &str, minutes: u8, now: Timestamp) -> Answer<()> {
    let mut ticket = match read(work.connection, secret_hash)? {
        Ok(ticket) => ticket,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if ticket.state() != VisitState::Waiting || ticket.is_giving_up() {
        return Ok(Err(Refusal::TicketNotWaiting));
    }
    if ticket.late_until().is_some() || ticket.is_becoming_late().is_some() {
        return Ok(Err(Refusal::LateAlready));
    }
    // Never before what it is an answer to, or it would look like an older one.
    let at = super::rows::moment(now.max(ticket.at).timestamp());
    let sql = "update ticket set late_at = ?2, late_minutes = ?3 where secret_hash = ?1";
    work.connection.execute(sql, values![secret_hash, at.timestamp(), minutes])?;
    changes::publish_press(
        work.connection,
        &ticket.office,
        secret_hash,
        PhonePress::Late { minutes, at: Some(at) },
        now,
    )?;
    ticket.late = Some(Late { minutes, at });
    work.effects.push(Effect::Ticket(secret_hash.to_owned(), Some(Arc::new(ticket))));
    Ok(Ok(()))
}

/// What a ticket's row says of it.
pub(super) fn of_row(at: Option<i64>, minutes: Option<u8>) -> Option<Late> {
    Some(Late { at: super::rows::moment(at?), minutes: minutes? })
}

impl Store {
    /// The holder comes so many minutes later; the lobby decides whether that can be.
    ///
    /// # Errors
    /// The store's.
    pub async fn come_later(
        &self,
        request: Request,
        secret_hash: String,
        minutes: u8,
        now: Timestamp,
    ) -> Answer<()> {
        let job = move |work: &mut Work<'_>| {
            nonces::once(work, &request, now, |work| say(work, &secret_hash, minutes, now))
        };
        self.writer.run(job).await
    }
}
