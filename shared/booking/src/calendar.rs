//! Which times of an office are free: five-minute slots, each with lanes that run side by side.
//!
//! A booking takes a lane for all consecutive slots of each of its parts, or nothing. The calendar is the picture in
//! memory that makes searching fast; the database's `place` table decides who gets a place (see `store`).
//!
//! - [`Asker`], [`bookable`], [`total_minutes`]: who asks for what
//! - [`Calendar`]: the cells, and who has them
//! - [`HalfDay`]: mornings and afternoons
//! - [`Search`], [`Part`]: what is looked for, cut into parts that one lane each can do

mod cells;
mod half;
mod lanes;
mod parts;
mod searching;

pub use cells::Calendar;
pub use half::HalfDay;
pub use lanes::{LaneSlots, MOST_LANES, open_lanes, open_minutes};
pub use parts::{Part, Search};

use crate::refusal::Refusal;
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::Office;
use std::ops::Range;

/// The length of a slot. Every time zone's offset is a multiple of it.
pub const SLOT_MINUTES: u16 = 5;
/// How many days are searched at a time.
pub const SEARCH_DAYS: i64 = 31;
const SLOT_SECONDS: i64 = SLOT_MINUTES as i64 * 60;
const DAY_MINUTES: u32 = 24 * 60;
/// As many different services one booking can have, and as many of each.
pub const MOST_CHOICES: u8 = 20;

/// Who looks for a time: what is kept back is not there for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// Somebody who books for themselves.
    Public,
    /// Staff who book for somebody.
    Staff,
    /// Staff who say that it is an emergency.
    Emergency,
}

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

/// The first slot that does not begin before a moment.
fn slot_from(at: Timestamp) -> i64 {
    slot_of(at - TimeDelta::nanoseconds(1)) + 1
}

/// How long what is wanted takes, in minutes, by the same rule as the lobby's estimate ([`Office::minutes_of`]).
///
/// # Errors
/// No service or too many, an unknown one, one named twice or more often than it can be had, two that
/// the office does not combine, more than a day's length.
pub fn total_minutes(office: &Office, wanted: &[ServiceChoice]) -> Result<u16, Refusal> {
    let named_twice =
        |at: usize, choice: &ServiceChoice| wanted[..at].iter().any(|c| c.service == choice.service);
    let wrong = |(at, choice): (usize, &ServiceChoice)| {
        !(1..=MOST_CHOICES).contains(&choice.quantity) || named_twice(at, choice)
    };
    let is_too_long = wanted.len() > usize::from(MOST_CHOICES);
    if wanted.is_empty() || is_too_long || wanted.iter().enumerate().any(wrong) {
        return Err(Refusal::ServicesWrong);
    }
    for choice in wanted {
        let name = || choice.service.to_string();
        let service =
            office.service(&choice.service).ok_or_else(|| Refusal::ServiceUnknown { service: name() })?;
        if choice.quantity > service.most() {
            return Err(Refusal::TooMany { service: name(), most: service.most() });
        }
    }
    let services: Vec<_> = wanted.iter().filter_map(|choice| office.service(&choice.service)).collect();
    for (at, other) in services.iter().enumerate() {
        if let Some(service) = services[..at].iter().find(|service| !service.goes_with(other)) {
            let (service, other) = (service.id.to_string(), other.id.to_string());
            return Err(Refusal::NotTogether { service, other });
        }
    }
    let minutes = office.minutes_of(wanted);
    match u16::try_from(minutes) {
        Ok(fits) if minutes <= DAY_MINUTES => Ok(fits),
        _ => Err(Refusal::TooLong { minutes }),
    }
}

/// The last local day that can be booked at `now`.
pub fn last_day(office: &Office, now: Timestamp) -> NaiveDate {
    let today = office.day(now);
    today.checked_add_days(Days::new(u64::from(office.rules.horizon_days))).unwrap_or(today)
}

/// The starts that can be booked at `now`: to the end of the horizon's last day; who books for themselves does so with
/// the office's notice.
pub fn bookable(office: &Office, now: Timestamp, asker: Asker) -> Range<Timestamp> {
    let notice = match asker {
        Asker::Public => office.rules.notice_minutes,
        Asker::Staff | Asker::Emergency => 0,
    };
    let end = office.next_midnight(office.local(last_day(office, now), NaiveTime::MIN));
    now + TimeDelta::minutes(notice.into())..end
}

#[cfg(test)]
mod tests;
