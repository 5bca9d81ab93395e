//! Offices as numbered revisions.

use super::catalog::Effect;
use super::changes;
use super::fault::StoreFault;
use super::rows;
use super::seating::{Plan, Standing};
use super::sql::{Connection, Row, values};
use super::writer::Work;
use super::{Store, places, relocations, writer};
use crate::random;
use foyer_domain::Timestamp;
use foyer_domain::id::{OfficeId, ServiceId, StaffId};
use foyer_domain::office::Office;
use std::collections::BTreeMap;

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The revision now in force.
    pub revision: u64,
    /// Whether it is new; a file that changes nothing makes no revision.
    pub is_new: bool,
    /// How many appointments still to come lie outside the new hours; they stand.
    pub outside_hours: u32,
    /// How many appointments still to come stand at a counter, or in a place, that the new plan does not have then; they
    /// stand, and each takes the room of another.
    pub without_lane: u32,
}

/// A file that is right in itself and does not fit what is there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportFault {
    /// Another office has the number.
    #[error("`number` {number} is the office `{office}`; choose another one")]
    NumberTaken {
        /// The number.
        number: u16,
        /// Who has it.
        office: String,
    },
    /// The office is in codes that citizens hold.
    #[error("`number` was {before} and must stay: codes that citizens hold carry it; set it back")]
    NumberChanged {
        /// As it was.
        before: u16,
    },
    /// Somebody has booked after the last day.
    #[error(
        "`ends_on` is {last}, and {bookings} bookings are later; cancel or move them first, or name a later day"
    )]
    EndsBooked {
        /// The last day.
        last: chrono::NaiveDate,
        /// How many.
        bookings: usize,
    },
    /// A service is gone that is still booked.
    #[error(
        "`services` no longer has `{service}`, which is booked {bookings} times until {until}; keep it until then"
    )]
    ServiceBooked {
        /// Which.
        service: ServiceId,
        /// How often.
        bookings: u32,
        /// The last such appointment's local day.
        until: chrono::NaiveDate,
    },
}

/// An office as `office list` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeRow {
    /// The revision in force.
    pub office: Office,
    /// When its lobby signed on, if one has.
    pub lobby_since: Option<Timestamp>,
    /// Appointments still to come.
    pub open_bookings: u32,
}

pub(super) fn in_force(connection: &Connection, id: &OfficeId) -> Result<Option<Office>, StoreFault> {
    let sql = "select document from office where id = ?1";
    connection.row(sql, values![id.as_str()], |row| rows::json(&row.get::<String>(0)?))
}

/// Whether the file fits what is there, and how many open bookings lie outside its hours.
pub(super) fn fit(
    connection: &Connection,
    office: &Office,
    before: Option<&Office>,
    now: Timestamp,
) -> Result<Result<u32, ImportFault>, StoreFault> {
    if let Some(before) = before.filter(|before| before.number != office.number) {
        return Ok(Err(ImportFault::NumberChanged { before: before.number }));
    }
    let number = "select id from office where number = ?1 and id <> ?2";
    let values = values![office.number, office.id.as_str()];
    if let Some(other) = connection.row(number, values, |row| row.get(0))? {
        return Ok(Err(ImportFault::NumberTaken { number: office.number, office: other }));
    }
    let open = "office = ?1 and state in ('held', 'confirmed') and start >= ?2 order by start";
    let open = rows::bookings(connection, open, values![office.id.as_str(), now.timestamp()])?;
    if let Some(last) = office.ends_on {
        let bookings = open.iter().filter(|row| office.has_ended(office.day(row.start))).count();
        if bookings > 0 {
            return Ok(Err(ImportFault::EndsBooked { last, bookings }));
        }
    }
    let mut gone: BTreeMap<&ServiceId, (u32, Timestamp)> = BTreeMap::new();
    let mut outside = 0;
    for row in &open {
        for choice in row.services.iter().filter(|choice| office.service(&choice.service).is_none()) {
            let entry = gone.entry(&choice.service).or_insert((0, row.start));
            *entry = (entry.0 + 1, row.start);
        }
        let spans = office.open_spans(office.day(row.start));
        outside += u32::from(!spans.iter().any(|span| (span.from..span.to).contains(&row.start)));
    }
    if let Some((service, (bookings, last))) = gone.into_iter().next() {
        let until = office.day(last);
        return Ok(Err(ImportFault::ServiceBooked { service: service.clone(), bookings, until }));
    }
    Ok(Ok(outside))
}

/// Seats whoever has no place in an office's plan anew at the same time, as far as there is room.
fn seat(connection: &Connection, office: &Office, now: Timestamp) -> Result<(), StoreFault> {
    let standing = Standing::read(connection, &office.id, now)?;
    let plan = Plan::of(office, &standing, now);
    standing.seat(&plan).write(connection, &office.id)
}

/// Takes an office over as its next revision, in the name of somebody if it was made in the browser; call it within an
/// attempt.
pub(super) fn import(
    work: &mut Work<'_>,
    mut office: Office,
    saved_by: Option<&StaffId>,
    now: Timestamp,
) -> Result<Result<Imported, ImportFault>, StoreFault> {
    let connection = work.connection;
    let before = in_force(connection, &office.id)?;
    let outside_hours = match fit(connection, &office, before.as_ref(), now)? {
        Ok(outside) => outside,
        Err(fault) => return Ok(Err(fault)),
    };
    let last = before.as_ref().map_or(0, |before| before.revision);
    office.revision = last;
    if before.as_ref() == Some(&office) {
        let without_lane = places::without_lane(connection, &office.id, now)?;
        return Ok(Ok(Imported { revision: last, is_new: false, outside_hours, without_lane }));
    }
    office.revision = last + 1;
    let revision = rows::count(office.revision);
    let document = serde_json::to_string(&office)?;
    let key: [u8; 32] = random::bytes();
    let sql =
        "insert into office (id, number, revision, document, short_code_key) values (?1, ?2, ?3, ?4, ?5)
        on conflict (id) do update set revision = excluded.revision, document = excluded.document";
    connection.execute(sql, values![office.id.as_str(), office.number, revision, document.as_str(), key])?;
    let sql = "insert into office_revision (office, revision, imported_at, document, saved_by)
        values (?1, ?2, ?3, ?4, ?5)";
    let saved_by = saved_by.map(StaffId::as_str);
    connection.execute(sql, values![office.id.as_str(), revision, now.timestamp(), document, saved_by])?;
    places::lay_spans(connection, &office, now)?;
    seat(connection, &office, now)?;
    let without_lane = places::without_lane(connection, &office.id, now)?;
    changes::publish_office(connection, &office)?;
    if office.rules.show_names && before.as_ref().is_some_and(|before| !before.rules.show_names) {
        // What was told without names is told again.
        let open = "office = ?1 and state = 'confirmed' and start >= ?2";
        for row in rows::bookings(connection, open, values![office.id.as_str(), now.timestamp()])? {
            changes::publish_booking(connection, &row)?;
        }
    }
    if let Some(before) = &before {
        relocations::tell(work, before, &office, now)?;
    }
    let is_shown = |o: &Office| (o.name.clone(), o.address.clone());
    if before.as_ref().map(is_shown) != Some(is_shown(&office)) {
        changes::publish_city(connection)?;
    }
    work.effects.push(Effect::Reload(now));
    Ok(Ok(Imported { revision: office.revision, is_new: true, outside_hours, without_lane }))
}

impl Store {
    /// Makes an office or takes over its next revision. The office must be valid in itself (see `office_file`).
    ///
    /// # Errors
    /// The store's.
    pub async fn import(
        &self,
        office: Office,
        now: Timestamp,
    ) -> Result<Result<Imported, ImportFault>, StoreFault> {
        self.writer.run(move |work| writer::attempt(work, |work| import(work, office, None, now))).await
    }

    /// All offices by number, with how they stand.
    ///
    /// # Errors
    /// The store's.
    pub async fn office_list(&self, now: Timestamp) -> Result<Vec<OfficeRow>, StoreFault> {
        self.read(move |connection| {
            let sql = "select (select max(linked_at) from lobby where office = ?1 and revoked_at is null),
                (select count(*) from booking where office = ?1 and state = 'confirmed' and start >= ?2)";
            let mut list = Vec::new();
            for office in rows::offices(connection)? {
                let values = values![office.id.as_str(), now.timestamp()];
                let read = |row: &Row| Ok((row.get::<Option<i64>>(0)?.map(rows::moment), row.get(1)?));
                let (lobby_since, open_bookings) = connection.one(sql, values, read)?;
                list.push(OfficeRow { office, lobby_since, open_bookings });
            }
            Ok(list)
        })
        .await
    }
}
