//! What is kept of visits and bookings in the end. Sums of sums are the sums of all, percentiles included: times are
//! counted by whole minutes, and a minute that is rounded up keeps its rank.

use super::definitions::{self, Attendance};
use chrono::TimeDelta;
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::{EndedVisit, VisitEnd};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How long something took, of many.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// All times, in seconds.
    seconds: u64,
    /// How many took so many minutes, rounded up.
    minutes: BTreeMap<u16, u32>,
}

impl Spread {
    /// One more.
    pub fn add(&mut self, time: TimeDelta) {
        let seconds = time.num_seconds().max(0).unsigned_abs();
        self.seconds += seconds;
        *self.minutes.entry(u16::try_from(seconds.div_ceil(60)).unwrap_or(u16::MAX)).or_default() += 1;
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        self.minutes.values().sum()
    }

    /// The mean, in seconds, rounded down.
    pub fn mean_s(&self) -> Option<u64> {
        self.seconds.checked_div(self.count().into())
    }

    /// So many percent took at most so many minutes.
    pub fn percentile(&self, percent: u64) -> Option<u16> {
        definitions::nearest_rank(self.minutes.iter().map(|(minutes, count)| (*minutes, *count)), percent)
    }

    fn take_in(&mut self, other: &Self) {
        self.seconds += other.seconds;
        for (minutes, count) in &other.minutes {
            *self.minutes.entry(*minutes).or_default() += count;
        }
    }
}

/// The sums of visits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitSums {
    /// Who was served.
    pub finished: u32,
    /// Who was called and did not come.
    pub no_show: u32,
    /// Who gave up.
    pub cancelled: u32,
    /// Who was still there at the day's end.
    pub unserved: u32,
    /// See [`definitions::wait`].
    pub wait: Spread,
    /// See [`definitions::service_time`].
    pub service: Spread,
    /// How far estimates were off, whichever way; see [`definitions::estimate_error`].
    pub error: Spread,
    /// All errors of estimates with their signs, in seconds.
    pub bias_s: i64,
    /// How many of those were called within the span that they were told.
    pub within: u32,
}

impl VisitSums {
    /// One more.
    pub fn add(&mut self, visit: &EndedVisit) {
        match visit.end {
            VisitEnd::Finished => self.finished += 1,
            VisitEnd::NoShow => self.no_show += 1,
            VisitEnd::Cancelled => self.cancelled += 1,
            VisitEnd::Unserved => self.unserved += 1,
        }
        definitions::wait(visit).into_iter().for_each(|wait| self.wait.add(wait));
        definitions::service_time(visit).into_iter().for_each(|time| self.service.add(time));
        if let Some(error) = definitions::estimate_error(visit) {
            self.error.add(error.abs());
            self.bias_s += error.num_seconds();
            self.within += u32::from(definitions::is_within_span(visit) == Some(true));
        }
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        self.finished + self.no_show + self.cancelled + self.unserved
    }

    /// Those as well.
    pub fn take_in(&mut self, other: &Self) {
        self.finished += other.finished;
        self.no_show += other.no_show;
        self.cancelled += other.cancelled;
        self.unserved += other.unserved;
        self.wait.take_in(&other.wait);
        self.service.take_in(&other.service);
        self.error.take_in(&other.error);
        self.bias_s += other.bias_s;
        self.within += other.within;
    }
}

/// A booking, as far as figures need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booked {
    /// How it stands.
    pub stage: BookedStage,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// What the lobby told of its visit.
    pub visit: Option<VisitState>,
    /// Whether somebody waited without an appointment instead.
    pub replaced: bool,
    /// How often it was moved as its owner wished …
    pub moves: u32,
    /// … and by the office.
    pub moves_by_office: u32,
}

/// How a booking stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookedStage {
    /// It stands.
    Stands,
    /// Its owner gave it up.
    Cancelled,
    /// The office did.
    CancelledByOffice,
    /// Held, and never confirmed.
    Expired,
    /// Held still: nothing yet.
    Held,
}

/// The sums of bookings, by the day for which they were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingSums {
    /// Who checked in.
    pub came: u32,
    /// Who came too late and waited without an appointment.
    pub late: u32,
    /// Who did not come.
    pub absent: u32,
    /// Given up by their owners.
    pub cancelled: u32,
    /// Given up by the office.
    pub cancelled_by_office: u32,
    /// Times held that nobody confirmed.
    pub expired: u32,
    /// How often bookings were moved as their owners wished.
    pub moves: u32,
    /// How often by the office.
    pub moves_by_office: u32,
    /// Minutes of all bookings that stood.
    pub minutes: u64,
}

impl BookingSums {
    /// One more.
    pub fn add(&mut self, booked: &Booked) {
        self.moves += booked.moves;
        self.moves_by_office += booked.moves_by_office;
        match booked.stage {
            BookedStage::Cancelled => self.cancelled += 1,
            BookedStage::CancelledByOffice => self.cancelled_by_office += 1,
            BookedStage::Expired => self.expired += 1,
            BookedStage::Held => {}
            BookedStage::Stands => {
                self.minutes += u64::from(booked.minutes);
                match definitions::attendance(booked.visit, booked.replaced) {
                    Attendance::Came => self.came += 1,
                    Attendance::Late => self.late += 1,
                    Attendance::Absent => self.absent += 1,
                }
            }
        }
    }

    /// How many stood until their time.
    pub fn stood(&self) -> u32 {
        self.came + self.late + self.absent
    }

    /// Those as well.
    pub fn take_in(&mut self, other: &Self) {
        self.came += other.came;
        self.late += other.late;
        self.absent += other.absent;
        self.cancelled += other.cancelled;
        self.cancelled_by_office += other.cancelled_by_office;
        self.expired += other.expired;
        self.moves += other.moves;
        self.moves_by_office += other.moves_by_office;
        self.minutes += other.minutes;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spread(seconds: &[u32]) -> Spread {
        let mut spread = Spread::default();
        seconds.iter().for_each(|seconds| spread.add(TimeDelta::seconds((*seconds).into())));
        spread
    }

    proptest! {
        /// Whatever is summed first, also through the database: the same, and the percentile of the very times.
        #[test]
        fn sums_of_sums_are_the_sums_of_all(
            one in prop::collection::vec(0u32..20_000, 0..40),
            two in prop::collection::vec(0u32..20_000, 1..40),
            percent in 1u64..=100,
        ) {
            let kept = serde_json::to_string(&spread(&one)).unwrap();
            let mut sum: Spread = serde_json::from_str(&kept).unwrap();
            sum.take_in(&spread(&two));
            let mut all = [one, two].concat();
            prop_assert_eq!(&sum, &spread(&all));
            all.sort_unstable();
            let rank = (all.len() * percent as usize).div_ceil(100).max(1);
            prop_assert_eq!(sum.percentile(percent), Some(all[rank - 1].div_ceil(60) as u16));
        }
    }
}
