//! Which times of an office are free: five-minute slots, each with lanes that run side by side.
//!
//! A booking takes one lane for all its consecutive slots, or nothing. The calendar is the picture in memory that
//! makes searching fast; the database's `place` table decides who gets a place (see `store`).

use crate::refusal::Refusal;
use chrono::{Days, NaiveDate, TimeDelta, Timelike};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::Office;
use std::ops::Range;

/// The length of a slot. Every time zone's offset is a multiple of it.
pub const SLOT_MINUTES: u16 = 5;
/// Lanes are the bits of a machine word.
pub const MOST_PLACES: u16 = 64;
/// How many days are searched at a time.
pub const SEARCH_DAYS: i64 = 31;
const SLOT_SECONDS: i64 = SLOT_MINUTES as i64 * 60;
const DAY_MINUTES: u32 = 24 * 60;

/// The slot that a moment lies in.
pub fn slot_of(at: Timestamp) -> i64 {
    at.timestamp().div_euclid(SLOT_SECONDS)
}

/// The first moment of a slot.
pub fn start_of(slot: i64) -> Timestamp {
    Timestamp::from_timestamp(slot * SLOT_SECONDS, 0).unwrap_or_default()
}

/// The slots that `minutes` from `start` touch.
pub fn slots(start: Timestamp, minutes: u16) -> Range<i64> {
    let first = slot_of(start);
    first..first + i64::from(minutes.div_ceil(SLOT_MINUTES))
}

/// The sum of the durations of what is wanted.
///
/// # Errors
/// No service or too many, an unknown one, one named twice, more than a day's length.
pub fn total_minutes(office: &Office, wanted: &[ServiceChoice]) -> Result<u16, Refusal> {
    let named_twice =
        |at: usize, choice: &ServiceChoice| wanted[..at].iter().any(|c| c.service == choice.service);
    let wrong = |(at, choice): (usize, &ServiceChoice)| {
        !(1..=20).contains(&choice.quantity) || named_twice(at, choice)
    };
    if wanted.is_empty() || wanted.len() > 20 || wanted.iter().enumerate().any(wrong) {
        return Err(Refusal::ServicesWrong);
    }
    let mut minutes = 0u32;
    for choice in wanted {
        let service = office
            .service(&choice.service)
            .ok_or_else(|| Refusal::ServiceUnknown { service: choice.service.to_string() })?;
        minutes += u32::from(service.minutes) * u32::from(choice.quantity);
    }
    match u16::try_from(minutes) {
        Ok(fits) if minutes <= DAY_MINUTES => Ok(fits),
        _ => Err(Refusal::TooLong { minutes }),
    }
}

/// A stretch of slots in which the office is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotSpan {
    /// From the first slot to the first one after.
    pub slots: Range<i64>,
    /// How many lanes.
    pub lanes: u16,
}

/// The last local day that can be booked at `now`.
pub fn last_day(office: &Office, now: Timestamp) -> NaiveDate {
    let today = office.day(now);
    today.checked_add_days(Days::new(u64::from(office.rules.horizon_days))).unwrap_or(today)
}

/// When the office is open from `now`'s day on, with a day in hand beyond the horizon for the night's change.
pub fn open_slots(office: &Office, now: Timestamp) -> Vec<SlotSpan> {
    let days = usize::from(office.rules.horizon_days) + 2;
    let spans = office.day(now).iter_days().take(days).flat_map(|day| office.open_spans(day));
    spans
        .map(|span| SlotSpan {
            slots: slot_of(span.from)..slot_of(span.to),
            lanes: span.places.min(MOST_PLACES),
        })
        .filter(|span| !span.slots.is_empty() && span.lanes > 0)
        .collect()
}

/// Five minutes of an office.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    /// A bit for each lane that is taken.
    taken: u64,
    /// How many lanes; none while the office is closed.
    lanes: u8,
    /// Whether an appointment may start here.
    on_grid: bool,
}

/// All slots that can be booked and who has them.
#[derive(Debug, Clone)]
pub struct Calendar {
    day: NaiveDate,
    first: i64,
    cells: Vec<Cell>,
}

impl Calendar {
    /// An empty one from `now`'s local day to the horizon.
    pub fn new(office: &Office, now: Timestamp) -> Self {
        let spans = open_slots(office, now);
        let first = spans.iter().map(|span| span.slots.start).min().unwrap_or_default();
        let end = spans.iter().map(|span| span.slots.end).max().unwrap_or_default();
        let mut cells = vec![Cell::default(); usize::try_from(end - first).unwrap_or_default()];
        let grid = u32::from(office.rules.grid_minutes.max(1));
        for span in spans {
            for slot in span.slots {
                let local = start_of(slot).with_timezone(&office.time_zone);
                let cell =
                    &mut cells[usize::try_from(slot - first).expect("spans lie between first and end")];
                cell.lanes = u8::try_from(span.lanes).unwrap_or(u8::MAX);
                cell.on_grid = local.minute().is_multiple_of(grid);
            }
        }
        Self { day: office.day(now), first, cells }
    }

    /// The first local day in it.
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// Notes that a lane is taken or free again.
    pub fn mark(&mut self, slots: Range<i64>, lane: u8, taken: bool) {
        for slot in slots {
            let cell = usize::try_from(slot - self.first).ok().and_then(|at| self.cells.get_mut(at));
            if let Some(cell) = cell {
                let bit = 1u64.checked_shl(u32::from(lane)).unwrap_or_default();
                cell.taken = if taken { cell.taken | bit } else { cell.taken & !bit };
            }
        }
    }

    /// The same hours for some slots, with nothing taken.
    pub fn empty_copy(&self, slots: Range<i64>) -> Self {
        let empty = |slot| {
            let cell = self.span(&(slot..slot + 1)).map(|cells| cells[0]).unwrap_or_default();
            Cell { taken: 0, ..cell }
        };
        Self { day: self.day, first: slots.start, cells: slots.map(empty).collect() }
    }

    fn span(&self, slots: &Range<i64>) -> Option<&[Cell]> {
        let from = usize::try_from(slots.start - self.first).ok()?;
        let to = usize::try_from(slots.end - self.first).ok()?;
        self.cells.get(from..to)
    }

    /// Whether the office offers this start at all, taken or not.
    pub fn offers(&self, start: Timestamp, minutes: u16) -> bool {
        let cells = self.span(&slots(start, minutes)).unwrap_or_default();
        start.timestamp().rem_euclid(SLOT_SECONDS) == 0
            && start.timestamp_subsec_nanos() == 0
            && cells.first().is_some_and(|cell| cell.on_grid)
            && cells.iter().all(|cell| cell.lanes > 0)
    }

    /// The lane that a booking of these slots gets; none if no lane is free throughout. A lane that is taken right
    /// before or after is preferred, so that long bookings keep finding room.
    pub fn lane(&self, slots: &Range<i64>) -> Option<u8> {
        let cells = self.span(slots)?;
        let lanes = cells.iter().map(|cell| cell.lanes).min()?;
        if cells.iter().any(|cell| cell.taken.count_ones() >= u32::from(cell.lanes)) {
            return None;
        }
        let taken = cells.iter().fold(0, |all, cell| all | cell.taken);
        let beside = self.taken(slots.start - 1) | self.taken(slots.end);
        let is_free = |lane: &u8| taken >> lane & 1 == 0;
        (0..lanes).filter(is_free).min_by_key(|lane| (beside >> lane & 1 == 0, *lane))
    }

    fn taken(&self, slot: i64) -> u64 {
        self.span(&(slot..slot + 1)).map_or(0, |cells| cells[0].taken)
    }

    /// Free starts in `from..to`, earliest first, at most `most`.
    pub fn free_starts(&self, span: Range<Timestamp>, minutes: u16, most: usize) -> Vec<Timestamp> {
        self.starts(span, minutes).take(most).map(start_of).collect()
    }

    /// How many free starts there are in `from..to`.
    pub fn count_free(&self, span: Range<Timestamp>, minutes: u16) -> usize {
        self.starts(span, minutes).count()
    }

    /// The slots in which a booking of this length may start and finds a lane.
    fn starts(&self, span: Range<Timestamp>, minutes: u16) -> impl Iterator<Item = i64> {
        let last = self.first + i64::try_from(self.cells.len()).unwrap_or_default();
        let from = slot_of(span.start - TimeDelta::nanoseconds(1)) + 1;
        let to = (slot_of(span.end - TimeDelta::nanoseconds(1)) + 1).min(last);
        let need = i64::from(minutes.div_ceil(SLOT_MINUTES));
        (from.max(self.first)..to).filter(move |slot| {
            let cell = self.cells[usize::try_from(*slot - self.first).expect("not before the first")];
            cell.on_grid && cell.lanes > 0 && self.lane(&(*slot..*slot + need)).is_some()
        })
    }
}

#[cfg(test)]
mod tests;
