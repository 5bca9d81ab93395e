//! What a change of an office would do, told before it is saved.

use super::catalog::OfficeState;
use super::desk::{self, DeskBooking};
use super::fault::StoreFault;
use super::offices::{self, ImportFault};
use super::relocations::{self, Relocation};
use super::rows;
use super::seating::{Plan, Standing};
use super::sql::{Connection, values};
use super::{Store, Wanted};
use crate::calendar::Asker;
use chrono::NaiveDate;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::ServiceId;
use foyer_domain::office::{Localized, Office, Service};
use std::collections::{BTreeMap, BTreeSet};

/// A booking that stands, and has no place in the new plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Losing {
    /// Which, with who comes.
    pub booking: DeskBooking,
    /// Whether the office is closed then; otherwise no counter or place that serves it is free.
    pub is_closed: bool,
}

/// What becomes of the times that are free for a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceTimes {
    /// How the service is called.
    pub name: Localized,
    /// Starts that would be gone, by local day.
    pub gone: BTreeMap<NaiveDate, usize>,
    /// … and that would be new.
    pub new: BTreeMap<NaiveDate, usize>,
    /// So many minutes are free now, of all that serve it.
    pub minutes_before: u64,
    /// … and so many would be.
    pub minutes_after: u64,
}

impl ServiceTimes {
    fn is_same(&self) -> bool {
        self.gone.is_empty() && self.new.is_empty() && self.minutes_before == self.minutes_after
    }
}

/// What a change would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// What keeps it from being saved.
    pub fault: Option<ImportFault>,
    /// The services for which other times would be free, in the order of the office.
    pub times: Vec<ServiceTimes>,
    /// Bookings that have their place now and would lose it.
    pub losing: Vec<Losing>,
    /// How many bookings would keep their time at another counter or in another place.
    pub reseated: usize,
    /// Bookings that keep their time and would be at another place of the town.
    pub relocations: Vec<Relocation>,
}

/// What is free for a service.
#[derive(Default)]
struct Free {
    starts: BTreeSet<Timestamp>,
    minutes: u64,
}

/// What is free for somebody who books a service for themselves, or would if it could be booked online.
fn free(state: &OfficeState, service: &ServiceId, now: Timestamp) -> Free {
    let one = [ServiceChoice { service: service.clone(), quantity: 1 }];
    // A service that cannot be booked, say for its length, has no free times.
    let Ok(wanted) = Wanted::new(&state.office, &one, Asker::Public) else { return Free::default() };
    let starts = state.all_free(wanted, now).into_iter().collect();
    Free { starts, minutes: state.free_minutes(wanted, now) }
}

fn by_day(
    office: &Office,
    some: &BTreeSet<Timestamp>,
    others: &BTreeSet<Timestamp>,
) -> BTreeMap<NaiveDate, usize> {
    let mut days = BTreeMap::new();
    for start in some.difference(others) {
        *days.entry(office.day(*start)).or_default() += 1;
    }
    days
}

/// The services whose free times would be others.
fn times(before: Option<&OfficeState>, after: &OfficeState, now: Timestamp) -> Vec<ServiceTimes> {
    let earlier: &[Service] = before.map_or(&[], |state| &state.office.services);
    let gone = earlier.iter().filter(|service| after.office.service(&service.id).is_none());
    let all = after.office.services.iter().chain(gone);
    let times = all.map(|service| {
        let at = |state: &OfficeState| state.office.service(&service.id).map(|service| service.online);
        let (was_online, is_online) = (before.and_then(at), at(after));
        let mut free_before = before.map(|state| free(state, &service.id, now)).unwrap_or_default();
        let mut free_after = free(after, &service.id, now);
        // What citizens cannot book any more, or not yet, is not free for them.
        match (was_online, is_online) {
            (Some(true), Some(false)) => free_after = Free::default(),
            (Some(false), Some(true)) => free_before = Free::default(),
            _ => {}
        }
        ServiceTimes {
            name: service.name.clone(),
            gone: by_day(&after.office, &free_before.starts, &free_after.starts),
            new: by_day(&after.office, &free_after.starts, &free_before.starts),
            minutes_before: free_before.minutes,
            minutes_after: free_after.minutes,
        }
    });
    times.filter(|times| !times.is_same()).collect()
}

fn losing(
    connection: &Connection,
    after: &Office,
    unseated: &BTreeSet<i64>,
    now: Timestamp,
) -> Result<Vec<Losing>, StoreFault> {
    if unseated.is_empty() {
        return Ok(Vec::new());
    }
    let condition = "office = ?1 and state in ('held', 'confirmed') and start >= ?2";
    let values = values![after.id.as_str(), now.timestamp()];
    let mut bookings = desk::bookings(connection, condition, "start, id", values)?;
    bookings.retain(|booking| unseated.contains(&rows::key(booking.id)));
    let closed = |start: Timestamp| {
        let spans = after.open_spans(after.day(start));
        !spans.iter().any(|span| (span.from..span.to).contains(&start))
    };
    let losing = |booking: DeskBooking| Losing { is_closed: closed(booking.start), booking };
    Ok(bookings.into_iter().map(losing).collect())
}

fn preview(connection: &Connection, after: &Office, now: Timestamp) -> Result<Preview, StoreFault> {
    let before = offices::in_force(connection, &after.id)?;
    let fault = offices::fit(connection, after, before.as_ref(), now)?.err();
    let Some(before) = before else {
        let state = OfficeState::with(after.clone(), 0, now, &[]);
        return Ok(Preview { fault, times: times(None, &state, now), ..Preview::default() });
    };
    let standing = Standing::read(connection, &after.id, now)?;
    let unseated = standing.unseated(&Plan::of(&before, &standing, now));
    let plan = Plan::of(after, &standing, now);
    let mut seating = standing.seat(&plan);
    // Who has no place today does not lose one.
    seating.unseated.retain(|booking| !unseated.contains(booking));
    let state = OfficeState::with(after.clone(), 0, now, &seating.taken);
    let state_before = OfficeState::read(connection, before.clone(), 0, now)?;
    Ok(Preview {
        fault,
        times: times(Some(&state_before), &state, now),
        losing: losing(connection, after, &seating.unseated, now)?,
        reseated: seating.moved(),
        relocations: relocations::of(connection, &before, after, now)?,
    })
}

impl Store {
    /// What an office, valid in itself, would change if it were saved now.
    ///
    /// # Errors
    /// The store's.
    pub async fn preview(&self, office: Office, now: Timestamp) -> Result<Preview, StoreFault> {
        self.read(move |connection| preview(connection, &office, now)).await
    }
}
