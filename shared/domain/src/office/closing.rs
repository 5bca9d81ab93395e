//! When an office, or a part of it, is closed out of turn.

use super::{Holiday, Localized, Office};
use crate::Timestamp;
use crate::id::{CounterId, LaneId};
use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Days on which the office, or a part of it, is closed, announced beforehand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// The local day, or the first of several.
    pub date: NaiveDate,
    /// The last local day; none named means the first alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// First minute on each of the days, local; none named means from midnight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveTime>,
    /// First minute after on each of the days, local; none named means to midnight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveTime>,
    /// Only these counters are closed, and the office is open; none named means all of the office.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counters: Vec<CounterId>,
    /// Why, and how to go on: "Personalversammlung. Bitte buchen Sie einen neuen Termin."
    pub reason: Localized,
}

impl Closure {
    /// The last local day.
    pub fn last(&self) -> NaiveDate {
        self.until.unwrap_or(self.date)
    }

    /// Whether it holds on a local day.
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.date <= day && day <= self.last()
    }

    /// Whether all of the office is closed from midnight to midnight.
    pub fn is_whole(&self) -> bool {
        self.counters.is_empty() && self.from.is_none() && self.to.is_none()
    }
}

/// Why the office does not open at all on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosedDay<'a> {
    /// An announced closure.
    Announced(&'a Closure),
    /// A public holiday of its Land.
    Holiday(Holiday),
}

impl Office {
    /// Why the office does not open at all on a local day, if that is so. An announced closure stands before a
    /// holiday: it says how to go on.
    pub fn closure(&self, day: NaiveDate) -> Option<ClosedDay<'_>> {
        let announced = self.closures.iter().find(|closure| closure.is_whole() && closure.is_on(day));
        let holiday = || Holiday::on(day, self.holidays?).map(ClosedDay::Holiday);
        announced.map(ClosedDay::Announced).or_else(holiday)
    }

    /// The moments of a local day at which an announced closure of a part holds that `concerns`.
    fn closed_parts(&self, day: NaiveDate, concerns: impl Fn(&Closure) -> bool) -> Vec<Range<Timestamp>> {
        let of_day = self.closures.iter().filter(|closure| closure.is_on(day) && concerns(closure));
        let midnight = |day| self.local(day, NaiveTime::MIN);
        let tomorrow = midnight(day.checked_add_days(Days::new(1)).unwrap_or(day));
        let part = |closure: &Closure| {
            let from = closure.from.map_or(midnight(day), |from| self.local(day, from));
            from..closure.to.map_or(tomorrow, |to| self.local(day, to))
        };
        of_day.map(part).collect()
    }

    /// The moments of a local day at which the whole office is closed for a part of it.
    pub(super) fn closed_hours(&self, day: NaiveDate) -> Vec<Range<Timestamp>> {
        self.closed_parts(day, |closure| closure.counters.is_empty())
    }

    /// The moments of a local day at which a lane is closed, with the office or alone.
    pub(super) fn closed_lane(&self, day: NaiveDate, lane: &LaneId) -> Vec<Range<Timestamp>> {
        let is_named =
            |closure: &Closure| closure.counters.iter().any(|counter| counter.as_str() == lane.as_str());
        self.closed_parts(day, |closure| closure.counters.is_empty() || is_named(closure))
    }
}

/// What is left of a span without the closed ones, earliest first.
pub(super) fn without(span: Range<Timestamp>, closed: &[Range<Timestamp>]) -> Vec<Range<Timestamp>> {
    let mut left = vec![span];
    for closed in closed.iter().filter(|closed| closed.start < closed.end) {
        let around = |span: Range<Timestamp>| {
            let before = span.start..span.end.min(closed.start);
            let after = span.start.max(closed.end)..span.end;
            [before, after].into_iter().filter(|part| part.start < part.end)
        };
        left = left.into_iter().flat_map(around).collect();
    }
    left.retain(|span| span.start < span.end);
    left.sort_by_key(|span| span.start);
    left
}
