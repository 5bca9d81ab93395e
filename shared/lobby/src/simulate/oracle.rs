//! What an estimate could know at best: the same simulation of the same moment, with the true distributions.

use super::luck::normal;
use super::people::{service_s, way_s};
use super::scenario::{Scenario, ServiceOf};
use chrono::{TimeDelta, Timelike};
use foyer_domain::estimate::{ALL, Dice, HALF_HOURS, Law, Odds};
use foyer_domain::office::Office;

/// So many draws make a distribution.
const DRAWS: u64 = 1_001;

/// Of these draws; no scenario's.
const SEED: u64 = 0xAC1E;

/// The true odds of a scenario.
pub fn odds(scenario: &Scenario, office: &Office) -> Odds {
    let drawn = |thing: u64, one: &dyn Fn(&mut Dice) -> f64| {
        let all = Dice::of(SEED).apart(thing);
        Law::of((0..DRAWS).map(|draw| (one(&mut all.apart(draw)) * 1_000.0) as i64).collect())
    };
    let service = |(place, service): (usize, &ServiceOf)| {
        [1, 2, 3].map(|quantity| drawn(place as u64, &|dice| service_s(service, quantity, dice)))
    };
    let bookings = &scenario.bookings;
    let before = -f64::from(office.rules.window_before_minutes) * 60.0;
    let after = f64::from(office.rules.window_after_minutes) * 60.0;
    let all = Dice::of(SEED).apart(1 << 20);
    let offsets: Vec<f64> = (0..DRAWS)
        .map(|draw| {
            normal(&mut all.apart(draw), bookings.offset_minutes * 60.0, bookings.offset_spread * 60.0)
        })
        .collect();
    let in_time: Vec<i64> = offsets
        .iter()
        .filter(|offset| **offset <= after)
        .map(|offset| (offset.max(before) * 1_000.0) as i64)
        .collect();
    let comes = (1.0 - bookings.no_show) * in_time.len() as f64 / offsets.len() as f64;
    let opens = scenario.hours.iter().map(|hours| hours.from).min().unwrap_or_default();
    let first = (opens.num_seconds_from_midnight() / 1_800) as usize;
    let mut walk_ins = vec![0; HALF_HOURS];
    for (half_hour, mean) in scenario.walk_ins.per_half_hour.iter().enumerate() {
        if let Some(rate) = walk_ins.get_mut(first + half_hour) {
            *rate = ((mean * 1_000.0) as u32).min(29_999);
        }
    }
    Odds {
        services: scenario.services.iter().enumerate().map(service).collect(),
        unknown: Law::certain(TimeDelta::minutes(i64::from(office.minutes(&[])))),
        way: drawn(1 << 21, &|dice| way_s(scenario, dice)),
        stays_away: (scenario.calls.stays_away * f64::from(ALL)) as u32,
        lost: Law::certain(TimeDelta::seconds(135)),
        shows_up: (comes * f64::from(ALL)) as u32,
        offset: Law::of(in_time),
        walk_ins,
        mix: scenario.services.iter().map(|service| (service.walk_in * 1_000.0) as u32).collect(),
    }
}
