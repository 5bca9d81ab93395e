//! One day's citizens. All that is drawn of one is drawn beforehand, from the seed, the day and the citizen.

use super::luck::{happens, log_normal, normal, poisson, unit, weighted};
use super::scenario::{CounterOf, Scenario, ServiceOf};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use foyer_domain::Timestamp;
use foyer_domain::booking::{Booking, BookingState, ServiceChoice};
use foyer_domain::estimate::Dice;
use foyer_domain::id::BookingId;
use foyer_domain::office::Office;
use foyer_domain::visit::Wishes;

/// One citizen, with all that will happen to them but for what a rule decides.
#[derive(Debug, Clone)]
pub struct Citizen {
    /// The booking, with its start.
    pub booking: Option<(BookingId, Timestamp)>,
    /// When they stand before the terminal; `None` for who is booked and never comes.
    pub comes: Option<Timestamp>,
    /// What for.
    pub services: Vec<ServiceChoice>,
    /// The place of the service among the office's.
    pub place: usize,
    /// How long it really takes.
    pub service: TimeDelta,
    /// From the call to the counter.
    pub way: TimeDelta,
    /// Whether they have gone when they are called.
    pub stays_away: bool,
}

/// When a counter is served.
#[derive(Debug, Clone, Copy)]
pub struct Shift {
    /// The counter's place.
    pub counter: usize,
    /// First moment.
    pub from: Timestamp,
    /// First moment after.
    pub to: Timestamp,
}

/// One day.
#[derive(Debug, Clone)]
pub struct Day {
    /// When the office opens first.
    pub opens: Timestamp,
    /// When it closes for good.
    pub closes: Timestamp,
    /// Everybody, the booked first.
    pub citizens: Vec<Citizen>,
    /// Who works when.
    pub shifts: Vec<Shift>,
}

/// The first day from this one on that is none of the weekend.
pub fn working_day(date: NaiveDate) -> NaiveDate {
    let is_off = |date: &NaiveDate| matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    date.iter_days().find(|date| !is_off(date)).unwrap_or(date)
}

/// The day with this number.
pub fn day(scenario: &Scenario, office: &Office, date: NaiveDate, seed: u64, number: u64) -> Day {
    let dice = Dice::of(seed).apart(number);
    let spans = office.open_spans(date);
    let opens = spans
        .first()
        .map_or_else(|| office.next_midnight(office.local(date, chrono::NaiveTime::MIN)), |span| span.from);
    let closes = spans.last().map_or(opens, |span| span.to);
    let makes = Maker { scenario, office, date, opens };
    let mut citizens = Vec::new();
    let mut shifts = Vec::new();
    for (place, counter) in scenario.counters.iter().enumerate() {
        let mut dice = dice.apart(1 << 32 | place as u64);
        let here = makes.shifts(place, counter);
        makes.book(counter, &here, &mut dice, number, &mut citizens);
        if !happens(&mut dice, counter.absent) {
            shifts.extend(here);
        }
    }
    makes.walk_ins(&dice, &mut citizens);
    Day { opens, closes, citizens, shifts }
}

impl Day {
    /// The same day without anybody who has no appointment.
    pub fn without_walk_ins(&self) -> Self {
        let mut day = self.clone();
        day.citizens.retain(|citizen| citizen.booking.is_some());
        day
    }

    /// Its bookings.
    pub fn bookings(&self) -> impl Iterator<Item = Booking> {
        self.citizens.iter().filter_map(|citizen| {
            let (id, start) = citizen.booking?;
            Some(Booking {
                id,
                services: citizen.services.clone(),
                start,
                minutes: 1,
                state: BookingState::Confirmed,
                language: None,
                wishes: Wishes::default(),
                interpreting: None,
                persons: 1,
            })
        })
    }
}

struct Maker<'a> {
    scenario: &'a Scenario,
    office: &'a Office,
    date: NaiveDate,
    opens: Timestamp,
}

impl Maker<'_> {
    /// The opening hours without the times at which nobody is at the counter.
    fn shifts(&self, place: usize, counter: &CounterOf) -> Vec<Shift> {
        let open = self.office.open_spans(self.date);
        let mut shifts: Vec<Shift> =
            open.iter().map(|span| Shift { counter: place, from: span.from, to: span.to }).collect();
        for away in &counter.away {
            let (from, to) = (self.office.local(self.date, away.from), self.office.local(self.date, away.to));
            let without = |shift: Shift| {
                let before = Shift { to: shift.to.min(from), ..shift };
                let after = Shift { from: shift.from.max(to), ..shift };
                [before, after].into_iter().filter(|part| part.from < part.to)
            };
            shifts = shifts.into_iter().flat_map(without).collect();
        }
        shifts
    }

    /// Books a counter's time up to the load, spread over its shifts.
    fn book(
        &self,
        counter: &CounterOf,
        shifts: &[Shift],
        dice: &mut Dice,
        number: u64,
        citizens: &mut Vec<Citizen>,
    ) {
        let offered =
            |service: &ServiceOf| counter.services.is_empty() || counter.services.contains(&service.id);
        let weight = |service: &ServiceOf| if offered(service) { service.booked } else { 0.0 };
        let weights: Vec<f64> = self.scenario.services.iter().map(weight).collect();
        if weights.iter().all(|weight| *weight == 0.0) {
            return;
        }
        let grid = TimeDelta::minutes(i64::from(self.scenario.rules.grid_minutes));
        for shift in shifts {
            let (mut at, mut booked) = (shift.from, 0.0);
            while at < shift.to {
                let (place, services) = self.services(&weights, dice);
                let minutes = f64::from(self.office.minutes(&services));
                let passed = (at - shift.from).num_seconds() as f64 / 60.0;
                let lasts = TimeDelta::seconds((minutes * 60.0) as i64);
                // Ahead of the load there is a gap, behind it a booking; where exactly is drawn.
                let goes = booked + unit(dice) * minutes < self.scenario.bookings.load * (passed + minutes);
                if !goes || at + lasts > shift.to {
                    at += grid;
                    continue;
                }
                let bits = (number + 1) * 100_000 + citizens.len() as u64;
                let booking = BookingId::new(bits).map(|id| (id, at));
                citizens.push(self.citizen(booking, self.comes(at, dice), place, services, dice));
                booked += minutes;
                let taken = (at + lasts - shift.from).num_seconds();
                at = shift.from
                    + TimeDelta::seconds(taken.div_euclid(grid.num_seconds()) * grid.num_seconds());
                if at < shift.from + TimeDelta::seconds(taken) {
                    at += grid;
                }
            }
        }
    }

    /// When somebody comes who is booked for a moment: nobody is let in before the window opens, so who comes
    /// earlier waits for it.
    fn comes(&self, start: Timestamp, dice: &mut Dice) -> Option<Timestamp> {
        let bookings = &self.scenario.bookings;
        let stays_at_home = happens(dice, bookings.no_show);
        let offset = normal(dice, bookings.offset_minutes * 60.0, bookings.offset_spread * 60.0);
        let earliest = start - TimeDelta::minutes(i64::from(self.office.rules.window_before_minutes));
        (!stays_at_home).then(|| (start + TimeDelta::seconds(offset as i64)).max(earliest))
    }

    fn services(&self, weights: &[f64], dice: &mut Dice) -> (usize, Vec<ServiceChoice>) {
        let place = weighted(dice, weights);
        let service = &self.scenario.services[place];
        let quantity = if happens(dice, service.twice) { 2 } else { 1 };
        (place, vec![ServiceChoice { service: service.id.clone(), quantity }])
    }

    fn citizen(
        &self,
        booking: Option<(BookingId, Timestamp)>,
        comes: Option<Timestamp>,
        place: usize,
        services: Vec<ServiceChoice>,
        dice: &mut Dice,
    ) -> Citizen {
        let quantity = services.first().map_or(1, |choice| choice.quantity);
        let service = service_s(&self.scenario.services[place], quantity, dice);
        let way = way_s(self.scenario, dice);
        let stays_away = happens(dice, self.scenario.calls.stays_away);
        let milliseconds = |seconds: f64| TimeDelta::milliseconds((seconds * 1_000.0).max(1.0) as i64);
        Citizen {
            booking,
            comes,
            services,
            place,
            service: milliseconds(service),
            way: milliseconds(way),
            stays_away,
        }
    }

    fn walk_ins(&self, dice: &Dice, citizens: &mut Vec<Citizen>) {
        let weights: Vec<f64> = self.scenario.services.iter().map(|service| service.walk_in).collect();
        if weights.iter().all(|weight| *weight == 0.0) {
            return;
        }
        for (half_hour, mean) in self.scenario.walk_ins.per_half_hour.iter().enumerate() {
            let mut count_dice = dice.apart(2 << 32 | half_hour as u64);
            for number in 0..poisson(&mut count_dice, *mean) {
                let mut dice = dice.apart((3 << 32) | ((half_hour as u64) << 16) | u64::from(number));
                let at = self.opens
                    + TimeDelta::seconds(half_hour as i64 * 1_800 + (unit(&mut dice) * 1_800.0) as i64);
                let (place, services) = self.services(&weights, &mut dice);
                citizens.push(self.citizen(None, Some(at), place, services, &mut dice));
            }
        }
    }
}

/// How long a service really takes, in seconds.
pub fn service_s(service: &ServiceOf, quantity: u8, dice: &mut Dice) -> f64 {
    let one = |dice: &mut Dice| log_normal(dice, service.mean_minutes * 60.0, service.spread);
    (0..quantity).map(|_| one(dice)).sum()
}

/// From the call to the counter, in seconds.
pub fn way_s(scenario: &Scenario, dice: &mut Dice) -> f64 {
    log_normal(dice, scenario.calls.way_seconds, scenario.calls.way_spread)
}
