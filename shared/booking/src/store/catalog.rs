//! The offices in memory with their calendars: what searching reads. Marked only after a commit.

use super::fault::StoreFault;
use super::rows;
use super::tickets::TicketView;
use crate::calendar::{self, Calendar};
use crate::refusal::Refusal;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use foyer_domain::office::Office;
use foyer_protocol::booking::FreeTimes;
use rusqlite::Connection;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// What follows a commit.
pub(super) enum Effect {
    /// Places were taken or given back.
    Mark(Mark),
    /// A hold ends then.
    HeldUntil(Timestamp),
    /// Holds have been ended; the next one ends then.
    NextExpiry(Option<Timestamp>),
    /// Offices, hours or the day have changed.
    Reload(Timestamp),
    /// The ticket with this secret's hash is like this now.
    Ticket(String, Arc<TicketView>),
    /// Personal data was deleted and must leave the log file, too.
    Forgotten,
}

/// A lane of some slots, taken or free again.
pub(super) struct Mark {
    pub office: OfficeId,
    pub slots: Range<i64>,
    pub lane: u8,
    pub taken: bool,
}

/// An office and who has which of its times.
pub struct OfficeState {
    /// The revision in force.
    pub office: Arc<Office>,
    calendar: RwLock<Calendar>,
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

impl OfficeState {
    /// Free starts for what is wanted within `from..to`; only what may be booked at `now`.
    ///
    /// # Errors
    /// Services that cannot be booked, a span that cannot be searched.
    pub fn free_times(
        &self,
        wanted: &[ServiceChoice],
        span: Range<Timestamp>,
        now: Timestamp,
    ) -> Result<FreeTimes, Refusal> {
        let minutes = calendar::total_minutes(&self.office, wanted)?;
        if span.end <= span.start || span.end - span.start > TimeDelta::days(calendar::SEARCH_DAYS) {
            return Err(Refusal::SpanWrong);
        }
        let bookable = self.bookable(now);
        let within = span.start.max(bookable.start)..span.end.min(bookable.end);
        let calendar = self.calendar();
        let starts = calendar.free_starts(within, minutes, usize::MAX);
        let after = span.end.max(bookable.start)..bookable.end;
        let next = match starts.is_empty() {
            true => calendar.free_starts(after, minutes, 1).first().copied(),
            false => None,
        };
        Ok(FreeTimes { minutes, starts, next })
    }

    /// Every day that can be booked, from today to the end of the horizon, and what is free on it.
    ///
    /// # Errors
    /// Services that cannot be booked.
    pub fn free_days(&self, wanted: &[ServiceChoice], now: Timestamp) -> Result<Vec<FreeDay>, Refusal> {
        let minutes = calendar::total_minutes(&self.office, wanted)?;
        let (office, calendar) = (&self.office, self.calendar());
        let last = calendar::last_day(office, now);
        let of_day = |day: NaiveDate| {
            let midnight = office.local(day, NaiveTime::MIN);
            let free = calendar.count_free(midnight.max(now)..office.next_midnight(midnight), minutes);
            FreeDay { day, free, is_open: !office.open_spans(day).is_empty() }
        };
        Ok(office.day(now).iter_days().take_while(|day| *day <= last).map(of_day).collect())
    }

    /// The first free start from `from` on.
    pub fn next_free(&self, minutes: u16, from: Timestamp, now: Timestamp) -> Option<Timestamp> {
        let bookable = self.bookable(now);
        self.calendar().free_starts(from.max(bookable.start)..bookable.end, minutes, 1).first().copied()
    }

    /// From now to the end of the last day of the horizon.
    pub fn bookable(&self, now: Timestamp) -> Range<Timestamp> {
        let end = calendar::last_day(&self.office, now);
        now..self.office.next_midnight(self.office.local(end, NaiveTime::MIN))
    }

    /// Whether this time may be booked at all.
    ///
    /// # Errors
    /// [`Refusal::NotOffered`].
    pub fn offered(&self, start: Timestamp, minutes: u16, now: Timestamp) -> Result<(), Refusal> {
        let offered = self.bookable(now).contains(&start) && self.calendar().offers(start, minutes);
        offered.then_some(()).ok_or(Refusal::NotOffered)
    }

    /// Whether a lane is free throughout, without asking the database.
    pub fn is_free(&self, start: Timestamp, minutes: u16) -> bool {
        self.calendar().lane(&calendar::slots(start, minutes)).is_some()
    }

    /// The calendar of some slots with nothing taken.
    pub(super) fn empty_copy(&self, slots: Range<i64>) -> Calendar {
        self.calendar().empty_copy(slots)
    }

    fn calendar(&self) -> std::sync::RwLockReadGuard<'_, Calendar> {
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
}

impl Default for Catalog {
    fn default() -> Self {
        Self { offices: RwLock::default(), next_expiry: AtomicI64::new(NEVER) }
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
            let mut calendar = Calendar::new(&office, now);
            let mut select = connection.prepare_cached("select slot, lane from place where office = ?1")?;
            let mut places = select.query([office.id.as_str()])?;
            while let Some(place) = places.next()? {
                let slot: i64 = place.get(0)?;
                calendar.mark(slot..slot + 1, place.get(1)?, true);
            }
            let state = OfficeState { office: Arc::new(office), calendar: RwLock::new(calendar) };
            offices.insert(state.office.id.clone(), Arc::new(state));
        }
        *self.offices.write().unwrap_or_else(PoisonError::into_inner) = offices;
        self.set_expiry(rows::next_expiry(connection)?);
        Ok(())
    }

    pub(super) fn mark(&self, mark: &Mark) {
        if let Some(state) = self.office(&mark.office) {
            let mut calendar = state.calendar.write().unwrap_or_else(PoisonError::into_inner);
            calendar.mark(mark.slots.clone(), mark.lane, mark.taken);
        }
    }

    pub(super) fn expect_expiry(&self, until: Timestamp) {
        self.next_expiry.fetch_min(until.timestamp(), Ordering::Relaxed);
    }

    pub(super) fn set_expiry(&self, next: Option<Timestamp>) {
        self.next_expiry.store(next.map_or(NEVER, |next| next.timestamp()), Ordering::Relaxed);
    }

    /// Whether a hold is over that still has its place.
    pub(super) fn has_expired(&self, now: Timestamp) -> bool {
        self.next_expiry.load(Ordering::Relaxed) <= now.timestamp()
    }

    /// Whether a calendar still begins on an earlier day.
    pub(super) fn is_of_another_day(&self, now: Timestamp) -> bool {
        let offices = self.offices.read().unwrap_or_else(PoisonError::into_inner);
        offices.values().any(|state| state.calendar().day() != state.office.day(now))
    }
}
