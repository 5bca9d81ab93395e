//! What an office learns from its days: how long things take, who comes and when.
//!
//! At the day's end the day's visits are folded in ([`Learned::learn`]); what was before fades, so that about a
//! month is remembered. Until then, and where there is little, the configured minutes and what is usual elsewhere
//! count as so many samples. Whole numbers only: a replay learns the same.

mod accuracy;
mod bins;

pub use accuracy::Accuracy;

use crate::Timestamp;
use crate::booking::{Booking, BookingState, ServiceChoice};
use crate::estimate::{ALL, HALF_HOURS, Law, Odds};
use crate::id::ServiceId;
use crate::office::{Office, Service};
use crate::visit::{Origin, Visit, VisitState};
use bins::{Bins, UNIT, faded, law};
use chrono::{NaiveDate, TimeDelta, Timelike};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is configured or usual counts as so many samples.
const PRIOR: u32 = 8;

/// How good estimates were is kept for so many days.
const DAYS_SHOWN: usize = 30;

/// A check-in this many seconds before the start is the earliest that is told apart.
const EARLIEST: i64 = 3_600;

/// How long services take in thousandths of what is configured: sixteen equally likely cases of a log-normal
/// spread of 0.45, about what service times in offices show.
const SPREAD: [u32; 16] =
    [432, 552, 635, 705, 770, 835, 899, 965, 1_036, 1_112, 1_198, 1_298, 1_418, 1_575, 1_810, 2_313];

/// Seconds from a call to the counter where nothing is known yet.
const WAY: [u32; 4] = [20, 35, 50, 80];

/// Seconds that a counter waits for who does not come.
const LOST: [u32; 4] = [100, 130, 160, 200];

/// Seconds from the booked start to the check-in.
const OFFSETS: [i64; 8] = [-870, -720, -600, -480, -360, -240, -90, 240];

/// Of [`ALL`] who are called so many stay away, where nothing is known yet.
const STAY_AWAY: u32 = 200;

/// Of [`ALL`] who are booked so many come.
const SHOW_UP: u32 = 8_700;

/// What an office has learned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Learned {
    /// How many days, faded.
    days: u32,
    /// Service times by service and by quantity: one, two, three and more as for three.
    services: BTreeMap<ServiceId, [Bins; 3]>,
    /// From a call to the counter.
    way: Bins,
    /// From a first call to giving up.
    lost: Bins,
    /// Check-ins from an hour before the start on.
    offsets: Vec<u32>,
    /// Who was booked and came.
    came: Share,
    /// Who walked in, by half hour of the local day.
    walk_ins: Vec<u32>,
    /// … and for what.
    mix: BTreeMap<ServiceId, u32>,
    /// How good the estimates of the last days were.
    accuracy: BTreeMap<NaiveDate, Accuracy>,
}

/// How many of how many, faded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Share {
    yes: u32,
    all: u32,
}

impl Share {
    fn add(&mut self, yes: bool) {
        self.all = self.all.saturating_add(UNIT);
        self.yes = self.yes.saturating_add(if yes { UNIT } else { 0 });
    }

    fn fade(&mut self) {
        *self = Self { yes: faded(self.yes), all: faded(self.all) };
    }

    /// Of [`ALL`], with what is usual.
    fn of_all(self, usual: u32) -> u32 {
        let yes = u64::from(self.yes) * u64::from(ALL) + u64::from(usual * PRIOR) * u64::from(UNIT);
        let all = u64::from(self.all) + u64::from(PRIOR * UNIT);
        u32::try_from(yes / all).unwrap_or(ALL)
    }
}

impl Learned {
    /// Whether nothing was learned yet.
    pub fn is_empty(&self) -> bool {
        self.days == 0
    }

    /// How good the estimates of the last days were, at most thirty.
    pub fn accuracy(&self) -> &BTreeMap<NaiveDate, Accuracy> {
        &self.accuracy
    }

    /// Takes in a day that is over.
    pub fn learn<'a>(
        &mut self,
        office: &Office,
        day: NaiveDate,
        visits: impl Iterator<Item = &'a Visit> + Clone,
        bookings: impl Iterator<Item = &'a Booking>,
    ) {
        if visits.clone().next().is_none() {
            return; // A day off says nothing about days on which people come.
        }
        self.fade();
        self.days = self.days.saturating_add(UNIT);
        for visit in visits.clone() {
            self.learn_visit(office, day, visit);
        }
        self.accuracy.insert(day, Accuracy::of(visits.clone()));
        while self.accuracy.len() > DAYS_SHOWN {
            self.accuracy.pop_first();
        }
        let kept =
            |booking: &&Booking| booking.state == BookingState::Confirmed && office.day(booking.start) == day;
        let in_time = |visit: &Visit| visit.origin == Origin::Appointment;
        let came: Vec<_> = visits.filter(|visit| in_time(visit)).filter_map(|visit| visit.booking).collect();
        bookings.filter(kept).for_each(|booking| self.came.add(came.contains(&booking.id)));
    }

    fn fade(&mut self) {
        self.days = faded(self.days);
        self.services.values_mut().flatten().chain([&mut self.way, &mut self.lost]).for_each(Bins::fade);
        self.services.retain(|_, bins| bins.iter().any(|bins| bins.weight() > 0));
        self.came.fade();
        let counts = self.offsets.iter_mut().chain(&mut self.walk_ins).chain(self.mix.values_mut());
        counts.for_each(|count| *count = faded(*count));
        self.mix.retain(|_, count| *count > 0);
    }

    fn learn_visit(&mut self, office: &Office, day: NaiveDate, visit: &Visit) {
        let seconds = |from: Timestamp, to: Timestamp| u32::try_from((to - from).num_seconds()).unwrap_or(0);
        match (visit.first_called, visit.started, visit.ended) {
            // An alarm came in between.
            _ if visit.interrupted_ms > 0 => {}
            (Some(called), Some(started), _) => self.way.add(seconds(called, started).min(900), UNIT),
            (Some(called), None, Some(ended)) if visit.state == VisitState::NoShow => {
                self.lost.add(seconds(called, ended).min(1_800), UNIT);
            }
            _ => {}
        }
        // What the day's end finished nobody saw end.
        let seen = visit.ended.is_some_and(|ended| office.day(ended) == day);
        if visit.state == VisitState::Finished && visit.served_ms > 0 && seen {
            self.learn_service(office, visit);
        }
        if let (Origin::Appointment, Some(start)) = (visit.origin, visit.start) {
            let minute = ((visit.arrived - start).num_seconds() + EARLIEST).clamp(0, 2 * EARLIEST) / 60;
            count(&mut self.offsets, minute as usize);
        } else {
            let local = visit.arrived.with_timezone(&office.time_zone);
            count(&mut self.walk_ins, (local.num_seconds_from_midnight() / 1_800) as usize);
            if let Some(first) = visit.came_for().next() {
                *self.mix.entry(first.service.clone()).or_insert(0) += UNIT;
            }
        }
    }

    /// Of several services in one visit each is taken to have had its part by the configured minutes.
    fn learn_service(&mut self, office: &Office, visit: &Visit) {
        let configured = |choice: &ServiceChoice| {
            let minutes = office.service(&choice.service).map_or(0, |service| u64::from(service.minutes));
            minutes * u64::from(choice.quantity)
        };
        let did = if visit.done.is_empty() { &visit.services } else { &visit.done };
        let all: u64 = did.iter().map(configured).sum();
        for choice in did.iter().filter(|choice| choice.quantity > 0 && all > 0) {
            let part = visit.served_ms.saturating_mul(configured(choice)) / all / 1_000;
            let (bins, seconds) = match choice.quantity {
                1 => (0, part),
                2 => (1, part),
                more => (2, part * 3 / u64::from(more)),
            };
            let service = self.services.entry(choice.service.clone()).or_default();
            service[bins].add(u32::try_from(seconds).unwrap_or(u32::MAX), UNIT);
        }
    }

    /// What a simulation draws from in this office.
    pub fn odds(&self, office: &Office) -> Odds {
        let usual = |minutes: u16| spread(u32::from(minutes) * 60, PRIOR * UNIT / 16);
        let known = |bins: &Bins, usual: &[u32]| with_usual(bins, usual).law();
        let never = || Law::certain(TimeDelta::zero());
        let rate = |count: &u32| {
            let thousandths = u64::from(*count) * 1_000 / u64::from(self.days.max(UNIT));
            u32::try_from(thousandths).unwrap_or(u32::MAX).min(29_999)
        };
        let mix = |service: &Service| self.mix.get(&service.id).copied().unwrap_or(0);
        let calls =
            Share { yes: self.lost.weight() as u32, all: (self.lost.weight() + self.way.weight()) as u32 };
        Odds {
            services: office.services.iter().map(|service| self.laws_of(service)).collect(),
            unknown: usual(office.minutes(&[])).law().unwrap_or_else(never),
            way: known(&self.way, &WAY).unwrap_or_else(never),
            stays_away: calls.of_all(STAY_AWAY),
            lost: known(&self.lost, &LOST).unwrap_or_else(never),
            shows_up: self.came.of_all(SHOW_UP),
            offset: self.offset(),
            walk_ins: (0..HALF_HOURS).map(|half| self.walk_ins.get(half).map_or(0, rate)).collect(),
            mix: office.services.iter().map(mix).collect(),
        }
    }

    /// The laws of one, two and three of a service. What is known of one counts, doubled, before two were seen.
    fn laws_of(&self, service: &Service) -> [Law; 3] {
        let known = self.services.get(&service.id);
        let law = |times: u32| {
            let configured = u32::from(service.minutes) * 60;
            let one = known.map(|known| &known[0]).and_then(|bins| {
                (times > 1 && bins.weight() > u64::from(PRIOR * UNIT)).then(|| bins.law()).flatten()
            });
            let middle = one.map_or(configured, |law| (law.at(u32::MAX / 2) / 1_000) as u32);
            let mut bins = spread(middle * times, PRIOR * UNIT / 16);
            if let Some(known) = known {
                bins.join(&known[times as usize - 1]);
            }
            bins.law().unwrap_or_else(|| Law::certain(TimeDelta::minutes(i64::from(service.minutes))))
        };
        [1, 2, 3].map(law)
    }

    fn offset(&self) -> Law {
        let mut minutes = self.offsets.clone();
        minutes.resize((2 * EARLIEST / 60 + 1) as usize, 0);
        for offset in OFFSETS {
            minutes[((offset + EARLIEST) / 60) as usize] += UNIT;
        }
        let all = minutes.iter().map(|count| u64::from(*count)).sum();
        let from = |minute: usize| (minute as i64 * 60 - EARLIEST) * 1_000;
        let spans =
            minutes.iter().enumerate().map(|(minute, count)| (from(minute), from(minute + 1), *count));
        law(spans, all).unwrap_or_else(|| Law::certain(TimeDelta::zero()))
    }
}

fn count(counts: &mut Vec<u32>, place: usize) {
    if counts.len() <= place {
        counts.resize(place + 1, 0);
    }
    counts[place] = counts[place].saturating_add(UNIT);
}

/// Around so many seconds, as service times are.
fn spread(seconds: u32, weight: u32) -> Bins {
    let mut bins = Bins::default();
    SPREAD.iter().for_each(|part| bins.add(seconds.saturating_mul(*part) / 1_000, weight));
    bins
}

fn with_usual(bins: &Bins, usual: &[u32]) -> Bins {
    let mut bins = bins.clone();
    usual.iter().for_each(|seconds| bins.add(*seconds, PRIOR * UNIT / 4));
    bins
}
