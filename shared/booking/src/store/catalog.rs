//! The offices in memory with their calendars: what searching reads. Marked only after a commit.

use super::fault::StoreFault;
use super::rows;
use super::sql::{Connection, values};
use super::tickets::TicketView;
use crate::calendar::{self, Asker, Calendar, Search};
use crate::refusal::Refusal;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::{LaneId, OfficeId};
use foyer_domain::office::Office;
use foyer_protocol::booking::FreeTimes;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use tokio::sync::watch;

/// What follows a commit, here and in every other server on the same database.
#[derive(Serialize, Deserialize)]
pub(super) enum Effect {
    /// Places were taken or given back.
    Mark(Mark),
    /// A hold ends then.
    HeldUntil(Timestamp),
    /// Holds have been ended; the next one ends then.
    NextExpiry(Option<Timestamp>),
    /// Offices, hours or the day have changed.
    Reload(Timestamp),
    /// The ticket with this secret's hash is like this now; others read it themselves.
    Ticket(String, #[serde(skip)] Option<Arc<TicketView>>),
    /// An office's waiting stand elsewhere now.
    Positions(OfficeId),
    /// Personal data was deleted and must leave the log file, too.
    Forgotten,
}

/// A lane of some slots, taken or free again.
#[derive(Serialize, Deserialize)]
pub(super) struct Mark {
    pub office: OfficeId,
    pub slots: Range<i64>,
    pub lane: LaneId,
    pub taken: bool,
}

/// An office and who has which of its times.
pub struct OfficeState {
    /// The revision in force.
    pub office: Arc<Office>,
    calendar: RwLock<Calendar>,
    /// Grows with every change.
    version: AtomicI64,
}

/// A day as a calendar shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FreeDay {
    /// Which.
    pub day: NaiveDate,
    /// How many starts are free.
    pub free: usize,
    /// Whether the office is open at all.
    pub is_open: bool,
}

/// What somebody looks for at an office.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// What for; each service once.
    pub services: &'a [ServiceChoice],
    /// How long it takes in all.
    pub minutes: u16,
    /// Who looks.
    pub asker: Asker,
}

impl<'a> Wanted<'a> {
    /// These services, as long as they take.
    ///
    /// # Errors
    /// Services that cannot be booked.
    pub fn new(office: &Office, services: &'a [ServiceChoice], asker: Asker) -> Result<Self, Refusal> {
        Ok(Self { services, minutes: calendar::total_minutes(office, services)?, asker })
    }
}

impl OfficeState {
    /// An office with who has which of its times.
    pub(super) fn read(
        connection: &Connection,
        office: Office,
        version: i64,
        now: Timestamp,
    ) -> Result<Self, StoreFault> {
        let sql = "select slot, lane from place where office = ?1";
        let values = values![office.id.as_str()];
        let taken = connection.rows(sql, values, |place| Ok((place.get(0)?, LaneId(place.get(1)?))))?;
        Ok(Self::with(office, version, now, &taken))
    }

    /// An office in which these places are taken.
    pub(super) fn with(office: Office, version: i64, now: Timestamp, taken: &[(i64, LaneId)]) -> Self {
        let mut calendar = Calendar::new(&office, now);
        for (slot, lane) in taken {
            calendar.mark(*slot..*slot + 1, lane, true);
        }
        let version = AtomicI64::new(version);
        Self { office: Arc::new(office), calendar: RwLock::new(calendar), version }
    }

    /// Every free start up to the end of the horizon.
    pub(super) fn all_free(&self, wanted: Wanted<'_>, now: Timestamp) -> Vec<Timestamp> {
        let bookable = calendar::bookable(&self.office, now, wanted.asker);
        let (calendar, search) = self.search(wanted, now);
        calendar.free_starts(bookable, &search, usize::MAX)
    }

    /// How many minutes are free up to the end of the horizon, of all lanes that serve what is wanted.
    pub(super) fn free_minutes(&self, wanted: Wanted<'_>, now: Timestamp) -> u64 {
        let bookable = calendar::bookable(&self.office, now, wanted.asker);
        let (calendar, search) = self.search(wanted, now);
        calendar.free_minutes(bookable, &search)
    }

    /// Free starts for what is wanted within `from..to`; only what may be booked at `now`.
    ///
    /// # Errors
    /// Services that cannot be booked, a span that cannot be searched.
    pub fn free_times(
        &self,
        services: &[ServiceChoice],
        span: Range<Timestamp>,
        asker: Asker,
        now: Timestamp,
    ) -> Result<FreeTimes, Refusal> {
        let wanted = Wanted::new(&self.office, services, asker)?;
        if span.end <= span.start || span.end - span.start > TimeDelta::days(calendar::SEARCH_DAYS) {
            return Err(Refusal::SpanWrong);
        }
        let bookable = calendar::bookable(&self.office, now, asker);
        let within = span.start.max(bookable.start)..span.end.min(bookable.end);
        let (calendar, search) = self.search(wanted, now);
        let starts = calendar.free_starts(within, &search, usize::MAX);
        let after = span.end.max(bookable.start)..bookable.end;
        let next = match starts.is_empty() {
            true => calendar.free_starts(after, &search, 1).first().copied(),
            false => None,
        };
        Ok(FreeTimes { minutes: wanted.minutes, starts, next })
    }

    /// Every day that can be booked, from today to the end of the horizon, and what is free on it.
    ///
    /// # Errors
    /// Services that cannot be booked.
    pub fn free_days(
        &self,
        services: &[ServiceChoice],
        asker: Asker,
        now: Timestamp,
    ) -> Result<Vec<FreeDay>, Refusal> {
        let office = &self.office;
        let (calendar, search) = self.search(Wanted::new(office, services, asker)?, now);
        let (last, first) = (calendar::last_day(office, now), calendar::bookable(office, now, asker).start);
        let of_day = |day: NaiveDate| {
            let midnight = office.local(day, NaiveTime::MIN);
            let free = calendar.count_free(midnight.max(first)..office.next_midnight(midnight), &search);
            FreeDay { day, free, is_open: !office.open_spans(day).is_empty() }
        };
        Ok(office.day(now).iter_days().take_while(|day| *day <= last).map(of_day).collect())
    }

    /// Free starts within a span for what is wanted, however long it takes; only what may be booked at `now`.
    pub fn free_starts(&self, wanted: Wanted<'_>, span: Range<Timestamp>, now: Timestamp) -> Vec<Timestamp> {
        let bookable = calendar::bookable(&self.office, now, wanted.asker);
        let (calendar, search) = self.search(wanted, now);
        calendar.free_starts(span.start.max(bookable.start)..span.end.min(bookable.end), &search, usize::MAX)
    }

    /// The first free start from `from` on.
    pub fn next_free(&self, wanted: Wanted<'_>, from: Timestamp, now: Timestamp) -> Option<Timestamp> {
        self.next_free_ones(wanted, from, 1, now).first().copied()
    }

    /// The first free starts from `from` on, at most so many.
    pub fn next_free_ones(
        &self,
        wanted: Wanted<'_>,
        from: Timestamp,
        most: usize,
        now: Timestamp,
    ) -> Vec<Timestamp> {
        let bookable = calendar::bookable(&self.office, now, wanted.asker);
        let (calendar, search) = self.search(wanted, now);
        calendar.free_starts(from.max(bookable.start)..bookable.end, &search, most)
    }

    /// Whether this time may be booked at all.
    ///
    /// # Errors
    /// [`Refusal::NotOffered`].
    pub fn offered(&self, start: Timestamp, wanted: Wanted<'_>, now: Timestamp) -> Result<(), Refusal> {
        let bookable = calendar::bookable(&self.office, now, wanted.asker);
        let (calendar, search) = self.search(wanted, now);
        let is_offered = bookable.contains(&start) && calendar.offers(start, &search);
        is_offered.then_some(()).ok_or(Refusal::NotOffered)
    }

    /// Whether there are lanes throughout, without asking the database.
    pub fn is_free(&self, start: Timestamp, wanted: Wanted<'_>, now: Timestamp) -> bool {
        let (calendar, search) = self.search(wanted, now);
        calendar.lanes(calendar::slot_of(start), &search).is_some()
    }

    /// Grows whenever a place is taken or given back, or the office changes.
    pub fn version(&self) -> i64 {
        self.version.load(Ordering::Acquire)
    }

    /// The calendar as it is at `now`, and what to look for in it.
    fn search(&self, wanted: Wanted<'_>, now: Timestamp) -> (RwLockReadGuard<'_, Calendar>, Search) {
        let calendar = self.calendar_at(now);
        let search = calendar.search(&self.office, wanted.services, wanted.minutes, wanted.asker);
        (calendar, search)
    }

    /// The calendar as it is at `now`, to try things with.
    pub(super) fn copy(&self, now: Timestamp) -> Calendar {
        self.calendar_at(now).clone()
    }

    /// The calendar of some slots at `now`, with nothing taken.
    pub(super) fn empty_copy(&self, slots: Range<i64>, now: Timestamp) -> Calendar {
        self.calendar_at(now).empty_copy(slots)
    }

    /// The calendar with what has been released by `now`.
    fn calendar_at(&self, now: Timestamp) -> RwLockReadGuard<'_, Calendar> {
        let calendar = self.calendar();
        if calendar.next_release().is_none_or(|at| now < at) {
            return calendar;
        }
        drop(calendar);
        self.calendar.write().unwrap_or_else(PoisonError::into_inner).pass(now);
        self.calendar()
    }

    fn calendar(&self) -> RwLockReadGuard<'_, Calendar> {
        // A calendar is whole between two marks, even if a marker panicked.
        self.calendar.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// No hold is running.
const NEVER: i64 = i64::MAX;

/// All offices.
pub(super) struct Catalog {
    offices: RwLock<HashMap<OfficeId, Arc<OfficeState>>>,
    next_expiry: AtomicI64,
    /// The version that was given last, of whatever office.
    versions: watch::Sender<i64>,
}

impl Default for Catalog {
    fn default() -> Self {
        Self {
            offices: RwLock::default(),
            next_expiry: AtomicI64::new(NEVER),
            versions: watch::Sender::new(0),
        }
    }
}

impl Catalog {
    pub(super) fn office(&self, id: &OfficeId) -> Option<Arc<OfficeState>> {
        self.offices.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    pub(super) fn all(&self) -> Vec<Arc<OfficeState>> {
        let offices = self.offices.read().unwrap_or_else(PoisonError::into_inner);
        let mut all: Vec<_> = offices.values().cloned().collect();
        all.sort_by(|one, other| one.office.name.cmp(&other.office.name));
        all
    }

    /// Reads everything anew.
    pub(super) fn reload(&self, connection: &Connection, now: Timestamp) -> Result<(), StoreFault> {
        let mut offices = HashMap::new();
        for office in rows::offices(connection)? {
            let state = OfficeState::read(connection, office, *self.versions.borrow() + 1, now)?;
            offices.insert(state.office.id.clone(), Arc::new(state));
        }
        *self.offices.write().unwrap_or_else(PoisonError::into_inner) = offices;
        self.versions.send_modify(|version| *version += 1);
        self.set_expiry(rows::next_expiry(connection)?);
        Ok(())
    }

    pub(super) fn mark(&self, mark: &Mark) {
        if let Some(state) = self.office(&mark.office) {
            let mut calendar = state.calendar.write().unwrap_or_else(PoisonError::into_inner);
            calendar.mark(mark.slots.clone(), &mark.lane, mark.taken);
            drop(calendar);
            self.versions.send_modify(|version| {
                *version += 1;
                state.version.store(*version, Ordering::Release);
            });
        }
    }

    /// Wakes with every change of any office.
    pub(super) fn versions(&self) -> watch::Receiver<i64> {
        self.versions.subscribe()
    }

    pub(super) fn expect_expiry(&self, until: Timestamp) {
        self.next_expiry.fetch_min(until.timestamp(), Ordering::Relaxed);
    }

    pub(super) fn set_expiry(&self, next: Option<Timestamp>) {
        self.next_expiry.store(next.map_or(NEVER, |next| next.timestamp()), Ordering::Relaxed);
    }

    /// Whether a hold is over that still has its place.
    pub(super) fn has_expired(&self, now: Timestamp) -> bool {
        self.next_expiry.load(Ordering::Relaxed) < now.timestamp()
    }

    /// Whether a calendar still begins on an earlier day.
    pub(super) fn is_of_another_day(&self, now: Timestamp) -> bool {
        let offices = self.offices.read().unwrap_or_else(PoisonError::into_inner);
        offices.values().any(|state| state.calendar().day() != state.office.day(now))
    }
}
