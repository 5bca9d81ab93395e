//! When an office is open.

use super::Office;
use super::closing::without;
use crate::Timestamp;
use chrono::NaiveDate;

/// A span in which the office is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenSpan {
    /// First moment.
    pub from: Timestamp,
    /// First moment after.
    pub to: Timestamp,
}

impl Office {
    /// When the office is open on a local day, as the door has it: moments, earliest first, what overlaps or follows on
    /// without a break as one; none on a closed day, or after the last.
    pub fn open_spans(&self, day: NaiveDate) -> Vec<OpenSpan> {
        if self.has_ended(day) || self.closure(day).is_some() {
            return Vec::new();
        }
        let closed = self.closed_hours(day);
        let rows = self.hours.iter().filter(|row| row.is_on(day));
        let mut open: Vec<_> = rows
            .flat_map(|row| without(self.local(day, row.from)..self.local(day, row.to), &closed))
            .collect();
        open.sort_by_key(|span| span.start);
        let mut spans: Vec<OpenSpan> = Vec::new();
        for span in open {
            match spans.last_mut() {
                Some(last) if span.start <= last.to => last.to = last.to.max(span.end),
                Some(_) | None => spans.push(OpenSpan { from: span.start, to: span.end }),
            }
        }
        spans
    }

    /// The first moment after `at` at which the office is open, `at` itself if it is; within `horizon_days`.
    pub fn opens_at(&self, at: Timestamp) -> Option<Timestamp> {
        let days = self.day(at).iter_days().take(1 + usize::from(self.rules.horizon_days));
        let mut spans = days.flat_map(|day| self.open_spans(day));
        spans.find(|span| at < span.to).map(|span| span.from.max(at))
    }

    /// The next `count` spans in which the office is open and that have not ended at `at`, earliest first, as the door
    /// has them: what follows on without a break is one. Looks `days` days ahead.
    pub fn openings(&self, at: Timestamp, count: usize, days: usize) -> Vec<(Timestamp, Timestamp)> {
        let mut openings: Vec<(Timestamp, Timestamp)> = Vec::new();
        for span in self.day(at).iter_days().take(days).flat_map(|day| self.open_spans(day)) {
            match openings.last_mut() {
                Some(last) if span.from <= last.1 => last.1 = last.1.max(span.to),
                Some(_) | None => openings.push((span.from, span.to)),
            }
        }
        openings.retain(|(_, to)| at < *to);
        openings.truncate(count);
        openings
    }

    /// The first local day after `day` on which the office opens, within `horizon_days`.
    pub fn next_open_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        let mut days = day.iter_days().skip(1).take(usize::from(self.rules.horizon_days).max(7));
        days.find(|day| !self.open_spans(*day).is_empty())
    }

    /// When the office closes for good on the local day of `at`; `None` on a day on which it does not open.
    pub fn closes_at(&self, at: Timestamp) -> Option<Timestamp> {
        self.open_spans(self.day(at)).iter().map(|span| span.to).max()
    }

    /// When the office, open at `at`, closes next: at noon where it does. `None` while it is closed.
    pub fn closes_next(&self, at: Timestamp) -> Option<Timestamp> {
        let spans = self.open_spans(self.day(at));
        spans.iter().find(|span| span.from <= at && at < span.to).map(|span| span.to)
    }
}
