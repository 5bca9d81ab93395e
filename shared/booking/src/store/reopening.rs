//! Taking a closing back: the plan is as it was, and whoever was told stays told.

use super::closings::{self, About, Closing};
use super::fault::StoreFault;
use super::nonces::{self, Request};
use super::offices::in_force;
use super::sql::{Connection, values};
use super::writer::{Work, attempt};
use super::{Answer, Store};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use foyer_domain::Timestamp;
use foyer_domain::office::Office;
use uuid::Uuid;

/// Whether a closing can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reopening {
    /// It can.
    Possible {
        /// The days of it on which it is closed for another reason, too.
        still_closed: Vec<NaiveDate>,
    },
    /// It was.
    Done(Timestamp),
    /// Its last day is over.
    Over,
    /// The plan no longer has it: somebody has changed the plan, or a longer closing has taken its place.
    NotInPlan,
}

/// The plan without the closure; what it took the place of is there again.
fn without_closure(office: &Office, closing: &Closing) -> Option<Office> {
    let at = office.closures.iter().position(|closure| *closure == closing.order.closure)?;
    let mut after = office.clone();
    after.closures.remove(at);
    for closure in &closing.replaced {
        if !after.closures.contains(closure) {
            after.closures.push(closure.clone());
        }
    }
    Some(after)
}

/// How it stands, and the plan before and after where it can be taken back.
fn look(
    connection: &Connection,
    closing: &Closing,
    now: Timestamp,
) -> Result<(Reopening, Option<(Office, Office)>), StoreFault> {
    if let Some(at) = closing.reopened_at {
        return Ok((Reopening::Done(at), None));
    }
    let Some(before) = in_force(connection, &closing.office)? else {
        return Ok((Reopening::NotInPlan, None));
    };
    let closure = &closing.order.closure;
    if closure.last() < before.day(now) {
        return Ok((Reopening::Over, None));
    }
    let Some(after) = without_closure(&before, closing) else { return Ok((Reopening::NotInPlan, None)) };
    let days = closure.date.iter_days().take_while(|day| *day <= closure.last());
    let is_closed = |day: &NaiveDate| after.closures.iter().any(|one| one.is_whole() && one.is_on(*day));
    let still_closed = days.filter(is_closed).collect();
    Ok((Reopening::Possible { still_closed }, Some((before, after))))
}

fn reopen(work: &mut Work<'_>, id: Uuid, now: Timestamp) -> Answer<bool> {
    let name = id.to_string();
    let Some(closing) = closings::closing(work.connection, &name)? else {
        return Ok(Err(Refusal::BookingUnknown));
    };
    let (_, Some((before, after))) = look(work.connection, &closing, now)? else { return Ok(Ok(false)) };
    attempt(work, |work| {
        let Closing { order, replaced, .. } = closing;
        let about = serde_json::to_string(&About { order, replaced, reopened_at: Some(now) })?;
        let sql = "update closing set about = ?2 where id = ?1";
        work.connection.execute(sql, values![name.as_str(), about])?;
        // Whoever was not told yet never has to be. Who was, and has just lost what was offered to another closing, is
        // given their own time again by the work on closings.
        let sql = "update closing_booking set state = 'kept' where closing = ?1 and state = 'due'
            and exists (select 1 from place where place.booking = closing_booking.booking)";
        work.connection.execute(sql, values![name.as_str()])?;
        Ok(closings::take_over(work, &before, after, now)?.map(|()| true))
    })
}

impl Store {
    /// Whether a closing can be taken back.
    ///
    /// # Errors
    /// The store's.
    pub async fn reopening(&self, closing: Closing, now: Timestamp) -> Result<Reopening, StoreFault> {
        self.read(move |connection| Ok(look(connection, &closing, now)?.0)).await
    }

    /// Takes a closing back, if that can be done; whether it was. Whoever was told of it stays told: what is cancelled
    /// stays cancelled, and what is offered stays offered.
    ///
    /// # Errors
    /// The store's.
    pub async fn reopen(&self, request: Request, closing: Uuid, now: Timestamp) -> Answer<bool> {
        let job =
            move |work: &mut Work<'_>| nonces::once(work, &request, now, |work| reopen(work, closing, now));
        self.writer.run(job).await
    }
}
