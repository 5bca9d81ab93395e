//! The plan of an office: at which counters, or how many places, appointments run side by side, and for whom.

use super::Office;
use super::closing::without;
use super::rules::is_zero;
use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::id::{CounterId, LaneId, ServiceId, StopId};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A row of the plan: a span of some weekdays or dates, in the office's local time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningHours {
    /// The days on which it holds: `["Mon", "Tue"]`.
    #[serde(default)]
    pub weekdays: Vec<Weekday>,
    /// The local days on which it holds, instead of `weekdays`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<NaiveDate>,
    /// The weeks of each month in which it holds: `["first", "third"]`; none named means in all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub month_weeks: Vec<MonthWeek>,
    /// First minute, local.
    pub from: NaiveTime,
    /// First minute after, local; later than `from`.
    pub to: NaiveTime,
    /// Where the office is then; none named means at its own address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<StopId>,
    /// How many appointments run side by side without a counter of their own; each of these places serves everything.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub places: u16,
    /// The counters at which appointments run, each serving what it can.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counters: Vec<CounterId>,
    /// The first local day on which it holds; none named means always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// The last local day on which it holds; none named means for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<NaiveDate>,
    /// Holds in every so many weeks, counted in weeks from Monday (ISO 8601) from that of `valid_from` on; none named
    /// means in every week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every_weeks: Option<u8>,
    /// For whom it is kept back; none named means for everybody, or, with a `release`, for staff until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep: Option<Keep>,
    /// When what is kept back is there for everybody; none named means never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<Release>,
}

/// Which of a weekday's days in a month: the first Tuesday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MonthWeek {
    /// From the 1st to the 7th.
    First,
    /// From the 8th to the 14th.
    Second,
    /// From the 15th to the 21st.
    Third,
    /// From the 22nd to the 28th.
    Fourth,
    /// The last seven days, however many there are.
    Last,
}

impl MonthWeek {
    /// Whether a local day is in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        let is_nth = |nth: u32| day.day0() / 7 == nth;
        match self {
            Self::First => is_nth(0),
            Self::Second => is_nth(1),
            Self::Third => is_nth(2),
            Self::Fourth => is_nth(3),
            Self::Last => day.checked_add_days(Days::new(7)).is_none_or(|next| next.month() != day.month()),
        }
    }
}

/// For whom capacity is kept back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// For staff who book for somebody.
    Staff,
    /// For staff who say that it is an emergency.
    Emergency,
}

/// A moment before each day of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// How many days before; 0 is the day itself.
    pub days_before: u16,
    /// When on that day, local.
    pub at: NaiveTime,
}

/// A stretch of one day in which a lane takes appointments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneSpan {
    /// Which lane.
    pub lane: LaneId,
    /// First moment.
    pub from: Timestamp,
    /// First moment after.
    pub to: Timestamp,
    /// For whom it is kept back.
    pub keep: Option<Keep>,
    /// From this moment on it is there for everybody; `None` for what is never released or not kept back.
    pub release_at: Option<Timestamp>,
}

/// More of a day becomes free for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NextRelease {
    /// When.
    pub at: Timestamp,
    /// The local day whose places these are.
    pub day: NaiveDate,
}

fn monday(day: NaiveDate) -> NaiveDate {
    let since = Days::new(day.weekday().num_days_from_monday().into());
    day.checked_sub_days(since).unwrap_or(day)
}

/// A row without a beginning and an end holds in every week from any; this one is a Monday.
const SOME_MONDAY: NaiveDate = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a date of the calendar");

/// Rows that go by months and by weeks have met after so many weeks if they ever do.
const MONTHS_MEET_WEEKS: usize = 104;

impl OpeningHours {
    /// Whether it holds on a local day, closures aside.
    pub fn is_on(&self, day: NaiveDate) -> bool {
        let begun = self.valid_from.is_none_or(|first| first <= day);
        let lasts = self.valid_until.is_none_or(|last| day <= last);
        begun
            && lasts
            && if self.dates.is_empty() { self.comes_round(day) } else { self.dates.contains(&day) }
    }

    fn comes_round(&self, day: NaiveDate) -> bool {
        let is_its_week = match (self.every_weeks, self.valid_from) {
            (Some(every), Some(first)) if every > 1 => {
                ((monday(day) - monday(first)).num_weeks()).rem_euclid(i64::from(every)) == 0
            }
            _ => true,
        };
        let is_in_month = self.month_weeks.is_empty() || self.month_weeks.iter().any(|week| week.holds(day));
        is_its_week && is_in_month && self.weekdays.contains(&day.weekday())
    }

    /// Whether there is a day on which both hold and in whose local time they overlap.
    pub fn meets(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to && self.shares_day(other)
    }

    /// Whether there is a day on which both hold.
    fn shares_day(&self, other: &Self) -> bool {
        let both = |day: &NaiveDate| self.is_on(*day) && other.is_on(*day);
        if let Some(dated) = [self, other].into_iter().find(|row| !row.dates.is_empty()) {
            return dated.dates.iter().any(both);
        }
        // After so many weeks both begin anew.
        let round = usize::from(self.every_weeks.unwrap_or(1).max(1))
            * usize::from(other.every_weeks.unwrap_or(1).max(1));
        let by_month = !self.month_weeks.is_empty() || !other.month_weeks.is_empty();
        let days = 7 * if by_month { round.max(MONTHS_MEET_WEEKS) } else { round };
        let first = self.valid_from.max(other.valid_from);
        let last = [self.valid_until, other.valid_until].into_iter().flatten().min();
        let round_before =
            |last: NaiveDate| last.checked_sub_days(Days::new(days as u64 - 1)).unwrap_or(last);
        let first = first.or(last.map(round_before)).unwrap_or(SOME_MONDAY);
        let days = first.iter_days().take(days);
        days.take_while(|day| last.is_none_or(|last| *day <= last)).any(|day| both(&day))
    }

    /// Whether the office would be at two places at a time, or without a minute for the way from one to the other.
    pub fn leaves_no_way(&self, other: &Self) -> bool {
        self.stop != other.stop && self.from <= other.to && other.from <= self.to && self.shares_day(other)
    }

    /// Its lanes, where `before` places stand before its own.
    fn lanes(&self, before: u16) -> impl Iterator<Item = LaneId> {
        let places = (1..=self.places).map(move |place| LaneId::place(before.saturating_add(place)));
        self.counters.iter().map(LaneId::from).chain(places)
    }

    /// For whom it is kept back before its release.
    pub fn kept_for(&self) -> Option<Keep> {
        self.keep.or(self.release.map(|_| Keep::Staff))
    }
}

impl Office {
    /// How many places of earlier rows stand before those of each row. Rows that meet number theirs on, in the order
    /// of the file.
    fn places_before(&self) -> Vec<u16> {
        let mut before: Vec<u16> = Vec::with_capacity(self.hours.len());
        for (position, row) in self.hours.iter().enumerate() {
            let earlier = self.hours[..position].iter().zip(&before);
            let met = earlier.filter(|(other, _)| other.places > 0 && other.meets(row));
            before.push(met.map(|(other, before)| before.saturating_add(other.places)).max().unwrap_or(0));
        }
        before
    }

    /// All lanes that the plan names, whenever they are open.
    pub fn all_lanes(&self) -> BTreeSet<LaneId> {
        let rows = self.hours.iter().zip(self.places_before());
        rows.flat_map(|(row, before)| row.lanes(before)).collect()
    }

    /// The lanes of a local day with the stretches in which they take appointments, in the order of the plan; none on
    /// a closed day.
    pub fn lanes(&self, day: NaiveDate) -> Vec<LaneSpan> {
        self.lanes_of(std::iter::once(day))
    }

    /// The lanes of some local days, as [`Office::lanes`] has them.
    pub fn lanes_of(&self, days: impl IntoIterator<Item = NaiveDate>) -> Vec<LaneSpan> {
        let before = self.places_before();
        let mut spans = Vec::new();
        let is_open = |day: &NaiveDate| !self.has_ended(*day) && self.closure(*day).is_none();
        for day in days.into_iter().filter(is_open) {
            let rows = self.hours.iter().zip(&before).filter(|(row, _)| row.is_on(day));
            for (row, before) in rows {
                for lane in row.lanes(*before) {
                    self.lay(row, lane, day, &mut spans);
                }
            }
        }
        spans
    }

    fn lay(&self, row: &OpeningHours, lane: LaneId, day: NaiveDate, spans: &mut Vec<LaneSpan>) {
        let open = self.local(day, row.from)..self.local(day, row.to);
        let keep = row.kept_for();
        let release_at = keep.and(row.release).map(|release| {
            let before = day.checked_sub_days(Days::new(release.days_before.into())).unwrap_or(day);
            self.local(before, release.at)
        });
        for part in without(open, &self.closed_lane(day, &lane)) {
            spans.push(LaneSpan { lane: lane.clone(), from: part.start, to: part.end, keep, release_at });
        }
    }

    /// Whether a lane serves a service: a counter what it can, a place without a counter everything.
    pub fn lane_serves(&self, lane: &LaneId, service: &ServiceId) -> bool {
        if lane.is_place() {
            return true;
        }
        let counter = self.counters.iter().find(|counter| counter.id.as_str() == lane.as_str());
        counter.is_some_and(|counter| counter.services.is_empty() || counter.services.contains(service))
    }

    /// What is released after `now` of the days from today to `horizon_days` ahead, earliest first: when, and which
    /// day's places. With services named only of lanes that serve one of them.
    pub fn next_releases(&self, now: Timestamp, services: &[ServiceChoice]) -> Vec<NextRelease> {
        let days = self.day(now).iter_days().take(1 + usize::from(self.rules.horizon_days));
        let serves = |lane: &LaneId| {
            services.is_empty() || services.iter().any(|choice| self.lane_serves(lane, &choice.service))
        };
        let spans = self.lanes_of(days).into_iter().filter(|span| serves(&span.lane));
        let later = spans.filter_map(|span| {
            let at = span.release_at.filter(|at| now < *at && *at < span.to)?;
            Some(NextRelease { at, day: self.day(span.from) })
        });
        let mut releases: Vec<_> = later.collect();
        releases.sort();
        releases.dedup();
        releases
    }
}
