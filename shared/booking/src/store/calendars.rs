//! Secret links under which a counter's appointments are read as a calendar, kept hashed; one a counter.

use super::fault::StoreFault;
use super::rows::{self, BookingRow};
use super::sql::{Connection, values};
use super::writer::Work;
use super::{Answer, Store, connection};
use crate::refusal::Refusal;
use crate::{calendar, random};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::{BookingId, CounterId, OfficeId};
use foyer_domain::office::Office;
use std::sync::Arc;

/// A counter's appointments.
pub struct CounterCalendar {
    /// Where.
    pub office: OfficeId,
    /// Whose.
    pub counter: CounterId,
    /// Earliest first.
    pub entries: Vec<CounterEntry>,
}

/// One of them.
pub struct CounterEntry {
    /// Which.
    pub booking: BookingId,
    /// How often it was changed.
    pub sequence: u32,
    /// When.
    pub start: Timestamp,
    /// For how long.
    pub minutes: u16,
    /// What for.
    pub services: Vec<ServiceChoice>,
    /// The Terminnummer, as stored.
    pub short_code: String,
    /// Who comes; empty where the office does not show names, and where nobody left one.
    pub name: String,
}

/// In `meta`: the hash of a counter's link.
fn kept_as(office: &OfficeId, counter: &CounterId) -> String {
    format!("calendar/{office}/{counter}")
}

/// A booking as far as this counter does it: of one that is cut into parts only its own.
fn entry(
    connection: &Connection,
    office: &Office,
    counter: &CounterId,
    row: BookingRow,
) -> Result<CounterEntry, StoreFault> {
    let name = match office.rules.show_names {
        true => {
            let sql = "select name from contact where booking = ?1";
            connection.row(sql, values![rows::key(row.id)], |row| row.get(0))?
        }
        false => None,
    };
    let sql = "select min(slot), max(slot) from place where booking = ?1 and lane = ?2";
    let key = values![rows::key(row.id), counter.as_str()];
    let slots: (i64, i64) = connection.one(sql, key, |found| Ok((found.get(0)?, found.get(1)?)))?;
    let end = row.start + TimeDelta::minutes(row.minutes.into());
    let start = calendar::start_of(slots.0).max(row.start);
    let minutes = (calendar::start_of(slots.1 + 1).min(end) - start).num_minutes();
    let services = match minutes == i64::from(row.minutes) {
        true => row.services,
        false => within(office, &row.services, start - row.start, minutes),
    };
    Ok(CounterEntry {
        booking: row.id,
        sequence: row.sequence,
        start,
        minutes: u16::try_from(minutes).unwrap_or(row.minutes),
        services,
        short_code: row.short_code,
        name: name.unwrap_or_default(),
    })
}

/// The services that are done, one after the other, in a stretch of a booking.
fn within(office: &Office, all: &[ServiceChoice], from: TimeDelta, minutes: i64) -> Vec<ServiceChoice> {
    let (first, end) = (from.num_minutes(), from.num_minutes() + minutes);
    let mut begins = 0;
    let mut services = Vec::new();
    for choice in all {
        let ends = begins + i64::from(office.minutes_of(std::slice::from_ref(choice)));
        if begins < end && first < ends {
            services.push(choice.clone());
        }
        begins = ends;
    }
    services
}

impl Store {
    /// Makes a counter's link; an earlier one ends. Its secret, told this once.
    ///
    /// # Errors
    /// The store's.
    pub async fn make_calendar_link(
        &self,
        office: &OfficeId,
        counter: &CounterId,
    ) -> Result<String, StoreFault> {
        let name = kept_as(office, counter);
        let secret = random::token();
        let hash = random::sha256(secret.as_bytes());
        let job = move |work: &mut Work<'_>| connection::set_meta(work.connection, &name, &hash);
        self.writer.run(job).await?;
        Ok(secret)
    }

    /// The counters of an office that have a link.
    ///
    /// # Errors
    /// The store's.
    pub async fn calendar_links(&self, office: &OfficeId) -> Result<Vec<CounterId>, StoreFault> {
        let before = kept_as(office, &CounterId::from(""));
        self.read(move |connection| {
            // An office's name has nothing in it that `like` reads as something else.
            let sql = "select name from meta where name like ?1 || '%' order by name";
            let names: Vec<String> = connection.rows(sql, values![before.as_str()], |row| row.get(0))?;
            Ok(names.iter().filter_map(|name| name.strip_prefix(&before)).map(CounterId::from).collect())
        })
        .await
    }

    /// Ends a counter's link; whether there was one.
    ///
    /// # Errors
    /// The store's.
    pub async fn end_calendar_link(
        &self,
        office: &OfficeId,
        counter: &CounterId,
    ) -> Result<bool, StoreFault> {
        let name = kept_as(office, counter);
        let sql = "delete from meta where name = ?1";
        let job = move |work: &mut Work<'_>| work.connection.execute(sql, values![name.as_str()]);
        Ok(self.writer.run(job).await? == 1)
    }

    /// The appointments of the counter whose link has this secret, from a moment on.
    ///
    /// # Errors
    /// The store's.
    pub async fn counter_calendar(&self, secret: String, since: Timestamp) -> Answer<CounterCalendar> {
        let catalog = Arc::clone(&self.catalog);
        self.read(move |connection| {
            let sql = "select name from meta where name like 'calendar/%' and value = ?1";
            let hash = random::sha256(secret.as_bytes());
            let found: Option<String> = connection.row(sql, values![hash], |row| row.get(0))?;
            let named = found.as_deref().and_then(|name| name.strip_prefix("calendar/")?.split_once('/'));
            let Some((office, counter)) = named else { return Ok(Err(Refusal::BookingUnknown)) };
            let (office, counter) = (OfficeId::from(office), CounterId::from(counter));
            let Some(state) = catalog.office(&office) else { return Ok(Err(Refusal::BookingUnknown)) };
            let condition = "office = ?1 and state = 'confirmed' and start >= ?3 and id in (
                select booking from place where office = ?1 and lane = ?2) order by start, id";
            let values = values![office.as_str(), counter.as_str(), since.timestamp()];
            let found = rows::bookings(connection, condition, values)?;
            let entries = found.into_iter().map(|row| entry(connection, &state.office, &counter, row));
            let entries = entries.collect::<Result<_, StoreFault>>()?;
            Ok(Ok(CounterCalendar { office, counter, entries }))
        })
        .await
    }
}
