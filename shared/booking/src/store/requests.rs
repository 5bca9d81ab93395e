//! Requests: the citizen proposes days, staff find the time or say why there is none.

use super::asking::{self, AskedFor, Asking, AskingOrder};
use super::bookings::{self, HoldOrder};
use super::fault::StoreFault;
use super::limits;
use super::nonces::{self, Request};
use super::sql::{Row, values};
use super::writer::{Work, attempt};
use super::{Answer, Store};
use crate::calendar::{self, Asker};
use crate::contact::{self, Given, Person};
use crate::mail::AskedKind;
use crate::online;
use crate::refusal::Refusal;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::id::{BookingId, OfficeId};
use std::sync::Arc;
use uuid::Uuid;

/// So long a request is kept that nobody answers.
const KEPT_FOR: TimeDelta = TimeDelta::days(30);

/// What staff answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestAnswer {
    /// The appointment is then; it is booked and confirmed by mail.
    At(Timestamp),
    /// There is no time. The reason, in staff's words, goes into the mail; it may be empty.
    No(String),
}

fn ask(work: &mut Work<'_>, server: &[u8], order: &AskingOrder, now: Timestamp) -> Answer<Uuid> {
    let Some(state) = work.catalog.office(&order.office) else {
        return Ok(Err(Refusal::OfficeUnknown { office: order.office.to_string() }));
    };
    let judged = calendar::total_minutes(&state.office, &order.services)
        .and_then(|_| online::on_request(&state.office, &order.services));
    if let Err(refusal) = judged {
        return Ok(Err(refusal));
    }
    if let Err(refusal) = limits::judge_request(work, server, order, &state.office.rules, now)? {
        return Ok(Err(refusal));
    }
    Ok(Ok(asking::insert(work, order, &AskedKind::Requested, now)?.secret))
}

/// A request to this office that is not answered yet.
fn open(work: &Work<'_>, office: &OfficeId, id: BookingId) -> Answer<Asking> {
    let condition =
        "asking.id = ?1 and asking.office = ?2 and asking.kind = 'request' and asking.ended_at is null";
    let values = values![super::rows::key(id), office.as_str()];
    let found = asking::found(work.connection, condition, values)?.pop();
    Ok(found.ok_or(Refusal::AskingUnknown))
}

fn answer(
    work: &mut Work<'_>,
    server: &[u8],
    (office, id): (&OfficeId, BookingId),
    answer: &RequestAnswer,
    now: Timestamp,
) -> Answer<Option<BookingId>> {
    let asking = match open(work, office, id)? {
        Ok(asking) => asking,
        Err(refusal) => return Ok(Err(refusal)),
    };
    match answer {
        RequestAnswer::At(start) => {
            let booked = attempt(work, |work| book(work, server, &asking, *start, now))?;
            if booked.is_ok() {
                asking::delete(work, asking.id)?;
            }
            Ok(booked.map(Some))
        }
        RequestAnswer::No(reason) => {
            asking::end(work, &asking, &AskedKind::Declined { reason: reason.clone() }, now)?;
            Ok(Ok(None))
        }
    }
}

fn book(
    work: &mut Work<'_>,
    server: &[u8],
    asking: &Asking,
    start: Timestamp,
    now: Timestamp,
) -> Answer<BookingId> {
    let given = Given { phone: &asking.phone, ..Given::alone(&asking.name, &asking.email, &asking.language) };
    let person = match contact::read(&given) {
        Ok(person) => Person { asker: Asker::Staff, ..person },
        Err(refusal) => return Ok(Err(refusal)),
    };
    let (office, services) = (asking.office.clone(), asking.services.clone());
    let order = HoldOrder { office, services, start, asker: Asker::Staff };
    let held = match bookings::hold(work, &order, now)? {
        Ok(held) => held,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let keys = limits::keys(server, &person.email, &person.phone);
    Ok(bookings::confirm(work, held.hold, &person, &keys, now)?.map(|view| view.booking))
}

/// Ends the requests that nobody has answered in time.
pub(super) fn end_old(work: &mut Work<'_>, now: Timestamp) -> Result<(), StoreFault> {
    let condition = "asking.kind = 'request' and asking.ended_at is null and asking.made_at < ?1";
    let old = (now - KEPT_FOR).timestamp();
    for asking in asking::found(work.connection, condition, values![old])? {
        asking::end(work, &asking, &AskedKind::Unanswered, now)?;
    }
    Ok(())
}

impl Store {
    /// Keeps a request for staff; its link's secret. [`AskingOrder::wanted`] is [`AskedFor::Request`].
    ///
    /// # Errors
    /// The store's.
    pub async fn ask_for_time(&self, request: Request, order: AskingOrder, now: Timestamp) -> Answer<Uuid> {
        debug_assert!(matches!(order.wanted, AskedFor::Request { .. }));
        let order = order.seen();
        let server = Arc::clone(&self.secrets);
        let job = move |work: &mut Work<'_>| {
            nonces::once(work, &request, now, |work| ask(work, &server.server, &order, now))
        };
        self.writer.run(job).await
    }

    /// The requests at an office that nobody has answered, those that wait longest first.
    ///
    /// # Errors
    /// The store's.
    pub async fn requests(&self, office: OfficeId) -> Result<Vec<Asking>, StoreFault> {
        let condition = "asking.office = ?1 and asking.kind = 'request' and asking.ended_at is null
            order by asking.made_at, asking.id";
        self.read(move |connection| asking::found(connection, condition, values![office.as_str()])).await
    }

    /// A request to an office, answered or not; none once it is forgotten.
    ///
    /// # Errors
    /// The store's.
    pub async fn request_of(&self, office: OfficeId, id: BookingId) -> Result<Option<Asking>, StoreFault> {
        let condition = "asking.id = ?1 and asking.office = ?2 and asking.kind = 'request'";
        let read = move |connection: &super::Connection| {
            asking::found(connection, condition, values![super::rows::key(id), office.as_str()])
        };
        Ok(self.read(read).await?.pop())
    }

    /// At which offices requests wait for an answer, and how many.
    ///
    /// # Errors
    /// The store's.
    pub async fn request_counts(&self) -> Result<Vec<(OfficeId, u64)>, StoreFault> {
        let sql = "select office, count(*) from asking where kind = 'request' and ended_at is null
            group by office";
        let read = |row: &Row| Ok((OfficeId(row.get(0)?), row.get(1)?));
        self.read(move |connection| connection.rows(sql, &[], read)).await
    }

    /// Answers a request to this office: books the time, or says that there is none; which booking it became. Either is told by mail
    /// where an address is known, and what was asked is forgotten. A time that is taken or not offered is refused, and
    /// the request stays.
    ///
    /// # Errors
    /// The store's.
    pub async fn answer_request(
        &self,
        request: Request,
        office: OfficeId,
        id: BookingId,
        said: RequestAnswer,
        now: Timestamp,
    ) -> Answer<Option<BookingId>> {
        let server = Arc::clone(&self.secrets);
        let job = move |work: &mut Work<'_>| {
            nonces::once(work, &request, now, |work| answer(work, &server.server, (&office, id), &said, now))
        };
        self.writer.run(job).await
    }
}
