//! What is known of those who are here and those who come: the distributions that a simulation draws from.

use super::{Dice, Law};
use crate::booking::ServiceChoice;
use crate::office::Office;
use crate::queue::Need;
use chrono::TimeDelta;

/// A share of 1, as whole numbers.
pub const ALL: u32 = 10_000;

/// Half hours of a day.
pub const HALF_HOURS: usize = 48;

/// What is known of those who are here and those who come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Odds {
    /// By the place of the service in the office's list, and for one, two, three of it in one visit.
    pub services: Vec<[Law; 3]>,
    /// Of a visit whose services are not known, or no longer offered.
    pub unknown: Law,
    /// From a call to the counter.
    pub way: Law,
    /// Of [`ALL`] who are called so many do not come.
    pub stays_away: u32,
    /// How long a counter waits for who does not come.
    pub lost: Law,
    /// Of [`ALL`] who are booked so many check in by the end of their window.
    pub shows_up: u32,
    /// From the booked start to the check-in, negative before.
    pub offset: Law,
    /// Walk-ins by the half hour of the office's local day, in thousandths.
    pub walk_ins: Vec<u32>,
    /// How often walk-ins come for each service, by its place.
    pub mix: Vec<u32>,
}

/// What somebody comes for: places of services in the office's list, with quantities. Nearly always one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Load {
    first: Option<(usize, u8)>,
    more: Vec<(usize, u8)>,
}

impl Load {
    /// Of these services; `need` is what the first of them is to the office.
    pub fn of(need: Need, services: &[ServiceChoice], office: &Office) -> Self {
        let place = |choice: &ServiceChoice| match Need::of(std::slice::from_ref(choice), office) {
            Need::Service(place) => place,
            Need::Any => usize::MAX,
        };
        let first = services.first().map(|choice| match need {
            Need::Service(place) => (place, choice.quantity),
            Need::Any => (place(choice), choice.quantity),
        });
        Self { first, more: services.iter().skip(1).map(|choice| (place(choice), choice.quantity)).collect() }
    }

    /// One service, once.
    pub fn once(place: usize) -> Self {
        Self { first: Some((place, 1)), more: Vec::new() }
    }

    fn parts(&self) -> impl Iterator<Item = (usize, u8)> {
        self.first.iter().chain(&self.more).copied()
    }
}

impl Odds {
    /// Of no office.
    pub fn unknown() -> Self {
        let nothing = || Law::certain(TimeDelta::zero());
        Self {
            services: Vec::new(),
            unknown: nothing(),
            way: nothing(),
            stays_away: 0,
            lost: nothing(),
            shows_up: ALL,
            offset: nothing(),
            walk_ins: vec![0; HALF_HOURS],
            mix: Vec::new(),
        }
    }

    /// Everything takes as long as configured, everybody who is booked comes in time, and nobody else does.
    pub fn as_configured(office: &Office) -> Self {
        let taking = |minutes: u16| Law::certain(TimeDelta::minutes(i64::from(minutes)));
        let times = |minutes: u16| [1, 2, 3].map(|times| taking(minutes.saturating_mul(times)));
        Self {
            services: office.services.iter().map(|service| times(service.minutes)).collect(),
            unknown: taking(office.minutes(&[])),
            mix: vec![0; office.services.len()],
            ..Self::unknown()
        }
    }

    /// How long one visit takes at a counter from its start, in milliseconds.
    pub fn service(&self, load: &Load, dice: &mut Dice) -> i64 {
        if load.first.is_none() {
            return self.unknown.at(dice.roll());
        }
        load.parts().map(|(place, quantity)| self.one(place, quantity, dice)).sum()
    }

    fn one(&self, place: usize, quantity: u8, dice: &mut Dice) -> i64 {
        let Some(laws) = self.services.get(place) else {
            return self.unknown.at(dice.roll()) * i64::from(quantity);
        };
        match quantity {
            0 | 1 => laws[0].at(dice.roll()),
            2 => laws[1].at(dice.roll()),
            more => laws[2].at(dice.roll()) * i64::from(more) / 3,
        }
    }

    /// How long a visit that has been in service for `elapsed` still takes.
    pub fn rest_of_service(&self, load: &Load, elapsed: i64, dice: &mut Dice) -> i64 {
        let law = match load.first {
            None => Some(&self.unknown),
            Some((place, quantity @ 1..=3)) if load.more.is_empty() => {
                self.services.get(place).map(|laws| &laws[usize::from(quantity - 1)])
            }
            Some(_) => None,
        };
        let whole = match law {
            Some(law) => law.above(elapsed, dice.roll()),
            // Of several services no law is kept: a few tries find one that lasts so long.
            None => (0..8).map(|_| self.service(load, dice)).find(|whole| *whole > elapsed),
        };
        // One that takes longer than any before may end any minute.
        whole.map_or(MINUTE, |whole| whole - elapsed)
    }

    /// How long a counter is busy that calls somebody now: with the way, or in vain.
    pub fn occupied(&self, load: &Load, dice: &mut Dice) -> i64 {
        if dice.below(ALL) < self.stays_away {
            return self.lost.at(dice.roll());
        }
        self.way.at(dice.roll()) + self.service(load, dice)
    }

    /// How long a counter is still busy that called somebody `elapsed` ago who is not there yet.
    pub fn rest_of_call(&self, load: &Load, elapsed: i64, dice: &mut Dice) -> i64 {
        let on_the_way =
            u64::from(u32::MAX - self.way.share_up_to(elapsed)) * u64::from(ALL - self.stays_away);
        let away = u64::from(u32::MAX) * u64::from(self.stays_away);
        if u128::from(dice.roll()) * u128::from(on_the_way + away) < u128::from(away) * u128::from(u32::MAX) {
            return self.lost.above(elapsed, dice.roll()).map_or(0, |whole| whole - elapsed);
        }
        let way = self.way.above(elapsed, dice.roll()).map_or(0, |whole| whole - elapsed);
        way + self.service(load, dice)
    }

    /// Whether and when somebody may still check in whose appointment starts in `start` and who is not here yet.
    pub fn coming(&self, start: i64) -> Coming {
        let from = self.offset.share_up_to(-start);
        let late = u64::from(u32::MAX - from) * u64::from(self.shows_up);
        let never = u64::from(u32::MAX) * u64::from(ALL - self.shows_up);
        let all = u128::from(late + never).max(1);
        let below = u64::try_from((u128::from(late) << 32).div_ceil(all)).unwrap_or(u64::MAX);
        // Whoever is sure to come and not yet here is here at once.
        Coming { start, from, below, otherwise: (never == 0).then_some(0) }
    }

    /// When that one checks in, from now; `None` if not at all.
    pub fn arrival(&self, coming: &Coming, dice: &mut Dice) -> Option<i64> {
        if u64::from(dice.roll()) >= coming.below {
            return coming.otherwise;
        }
        self.offset.beyond(coming.from, -coming.start, dice.roll()).map(|offset| coming.start + offset)
    }
}

/// What is known of when somebody checks in who is not here yet: the same in all plays of a scene.
#[derive(Debug, Clone)]
pub struct Coming {
    /// The booked start from now.
    start: i64,
    /// The share of all who come that would be here by now.
    from: u32,
    /// Of 2³² who are not here yet so many come after now.
    below: u64,
    /// When the others do.
    otherwise: Option<i64>,
}

const MINUTE: i64 = 60_000;
