//! One play of a [`Scene`]: who is in the line, who comes, and which counter is free when.

use super::odds::HALF_HOURS;
use super::scene::{Busy, Desk, Guest, Scene};
use super::{Dice, Load};
use crate::id::VisitId;
use crate::queue::Need;
use crate::ticket::TicketNumber;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Nobody is foreseen to walk in for longer than a day.
const LONGEST_LOOK_AHEAD: i64 = 24 * 60;

const MINUTE: i64 = 60_000;

/// One play as it goes on.
pub(super) struct Play<'a> {
    scene: &'a Scene<'a>,
    dice: Dice,
    /// When each counter can call next.
    pub free_at: Vec<i64>,
    pub line: Line,
    /// How many of `scene.to_come` were looked at.
    looked_at: usize,
    /// Who comes, by their places there.
    on_the_way: BinaryHeap<Reverse<(i64, usize)>>,
    /// When the next walks in, and how many did.
    walks_in: Option<i64>,
    strangers: u64,
}

/// Who waits. Nobody looks past the first who is due and can be called, so those stand apart.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Everybody who ever stood here.
    all: Vec<Standing>,
    /// Who is due, by the queue's key.
    due: Vec<usize>,
    /// Whose appointment is not due yet, by its start.
    early: Vec<usize>,
    /// How many stand here for the service at a place, so that a counter that serves none of them looks at nobody.
    wanted: Vec<usize>,
    /// … and for any.
    any: usize,
}

/// Somebody in the line, with what a look at it needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    pub visit: Option<VisitId>,
    key: (i64, i64, TicketNumber),
    start: i64,
    pub promised: Option<i64>,
    due_from: i64,
    held_until: i64,
    pub need: Need,
    who: Who,
}

/// Where the rest is known.
#[derive(Debug, Clone, Copy)]
enum Who {
    /// By the place in `scene.waiting`.
    Here(usize),
    /// By the place in `scene.to_come`.
    Booked(usize),
    /// Not at all: they come for the service at this place.
    Stranger { place: usize, dice: u64 },
}

/// Dice of strangers, unlike those of visits and bookings.
const STRANGERS: u64 = 1 << 63;

impl Standing {
    fn of(guest: &Guest, who: Who) -> Self {
        Self {
            visit: guest.visit,
            key: guest.key,
            start: guest.start,
            promised: guest.promised,
            due_from: guest.due_from,
            held_until: guest.held_until,
            need: guest.need,
            who,
        }
    }

    /// The order of those who are not due yet.
    fn by_start(&self) -> (i64, (i64, i64, TicketNumber)) {
        (self.start, self.key)
    }

    /// The same, here from a moment on.
    fn here_at(self, at: i64) -> Self {
        let late = (at - self.start).max(0);
        Self {
            key: (self.key.0 + late, self.key.1, self.key.2),
            promised: self.promised.map(|promised| promised + late),
            due_from: self.due_from + late,
            ..self
        }
    }
}

impl Line {
    /// Of those who stand in the order of the key already.
    fn of(in_order: impl Iterator<Item = Standing>, at: i64) -> Self {
        let mut line = Self { all: in_order.collect(), ..Self::default() };
        for who in 0..line.all.len() {
            let Standing { need, due_from, .. } = line.all[who];
            *line.wanted(need) += 1;
            let lane = if due_from <= at { &mut line.due } else { &mut line.early };
            lane.push(who);
        }
        let Self { all, early, .. } = &mut line;
        early.sort_by_key(|who| all[*who].by_start());
        line
    }

    fn join(&mut self, newcomer: Standing, at: i64) {
        *self.wanted(newcomer.need) += 1;
        let who = self.all.len();
        self.all.push(newcomer);
        if newcomer.due_from <= at {
            self.is_due(who);
        } else {
            let earlier = |other: &usize| self.all[*other].by_start() < newcomer.by_start();
            let place = self.early.partition_point(earlier);
            self.early.insert(place, who);
        }
    }

    fn is_due(&mut self, who: usize) {
        let key = self.all[who].key;
        let place = self.due.partition_point(|other| self.all[*other].key < key);
        self.due.insert(place, who);
    }

    fn wanted(&mut self, need: Need) -> &mut usize {
        let Need::Service(place) = need else { return &mut self.any };
        if self.wanted.len() <= place {
            self.wanted.resize(place + 1, 0);
        }
        &mut self.wanted[place]
    }

    /// Who has become due stands with the others who are.
    fn advance(&mut self, at: i64) {
        let due = self.early.iter().take_while(|who| self.all[**who].due_from <= at).count();
        for place in 0..due {
            self.is_due(self.early[place]);
        }
        self.early.drain(..due);
    }

    /// Takes whose turn it is at a counter, as [`crate::queue::Line::next`] says: due first, then early appointments,
    /// then held ones. Says behind how many who are due it stood.
    pub fn take(&mut self, counter: &Desk<'_>, at: i64) -> Option<(Standing, usize)> {
        let serves = |(place, wanted): (usize, &usize)| *wanted > 0 && counter.serves(Need::Service(place));
        if self.any == 0 && !counter.has_its_own() && !self.wanted.iter().enumerate().any(serves) {
            return None;
        }
        let lets = |who: &usize| counter.lets(&self.all[*who]);
        let free = |who: &usize| self.all[*who].held_until <= at && lets(who);
        let behind = self.due.len();
        let (who, place) = if let Some(place) = self.due.iter().position(free) {
            (self.due.remove(place), place)
        } else if let Some(place) = self.early.iter().position(free) {
            (self.early.remove(place), behind)
        } else if let Some(place) = self.due.iter().position(lets) {
            (self.due.remove(place), place)
        } else {
            let place = self.early.iter().position(lets)?;
            (self.early.remove(place), behind)
        };
        let standing = self.all[who];
        *self.wanted(standing.need) -= 1;
        Some((standing, place))
    }

    /// Those who are due from a place on.
    pub fn due_from(&self, place: usize) -> impl Iterator<Item = &Standing> {
        self.due[place..].iter().map(|who| &self.all[*who])
    }
}

impl<'a> Play<'a> {
    pub fn new(scene: &'a Scene<'a>, number: u32, without: Option<VisitId>) -> Self {
        let dice = Dice::of(scene.seed).apart(u64::from(number));
        let free_at = scene.desks.iter().map(|desk| free_at(scene, desk, dice)).collect();
        let now = scene.now.timestamp_millis();
        let all = scene.waiting.iter().enumerate();
        let here = all.filter(|(_, guest)| without.is_none() || guest.visit != without);
        let line = Line::of(here.map(|(place, guest)| Standing::of(guest, Who::Here(place))), now);
        let on_the_way = BinaryHeap::new();
        let mut play =
            Self { scene, dice, free_at, line, looked_at: 0, on_the_way, walks_in: None, strangers: 0 };
        play.walks_in = play.next_stranger(now);
        play
    }

    /// How long somebody who is called now keeps the counter busy.
    pub fn occupied(&self, standing: &Standing) -> i64 {
        let occupied = |load: &Load, dice| self.scene.odds.occupied(load, &mut self.dice.apart(dice));
        match standing.who {
            Who::Here(place) => {
                let times = i64::try_from(self.scene.each).unwrap_or(i64::MAX);
                occupied(&self.scene.waiting[place].load, self.scene.waiting[place].dice)
                    .saturating_mul(times)
            }
            Who::Booked(place) => occupied(&self.scene.to_come[place].load, self.scene.to_come[place].dice),
            Who::Stranger { place, dice } => occupied(&Load::once(place), dice),
        }
    }

    /// Everybody joins who comes up to a moment.
    pub fn let_in(&mut self, at: i64) {
        while let Some(booked) = self.scene.to_come.get(self.looked_at) {
            if booked.start - self.scene.before > at {
                break;
            }
            self.expect(booked);
        }
        while let Some(Reverse((came_at, who))) = self.on_the_way.peek().copied()
            && came_at <= at
        {
            self.on_the_way.pop();
            let standing = Standing::of(&self.scene.to_come[who], Who::Booked(who));
            self.line.join(standing.here_at(came_at), at);
        }
        while let Some(came_at) = self.walks_in.filter(|walks_in| *walks_in <= at) {
            let stranger = self.stranger(came_at);
            self.line.join(stranger, at);
            self.walks_in = self.next_stranger(came_at);
        }
        self.line.advance(at);
    }

    /// Rolls whether and when a booked citizen comes.
    fn expect(&mut self, booked: &Guest) {
        let place = self.looked_at;
        self.looked_at += 1;
        let rolled = |coming| self.scene.odds.arrival(coming, &mut self.dice.apart(!booked.dice));
        if let Some(from_now) = booked.coming.as_ref().and_then(rolled) {
            let comes_at = self.scene.now.timestamp_millis() + from_now.max(0);
            self.on_the_way.push(Reverse((comes_at, place)));
        }
    }

    /// When somebody comes next, or could.
    pub fn next_arrival(&self) -> Option<i64> {
        let booked = self.scene.to_come.get(self.looked_at).map(|booked| booked.start - self.scene.before);
        let on_the_way = self.on_the_way.peek().map(|Reverse((comes_at, _))| *comes_at);
        [booked, on_the_way, self.walks_in].into_iter().flatten().min()
    }

    /// When the next walks in after a moment: minute by minute, by the rate of the half hour.
    fn next_stranger(&self, after: i64) -> Option<i64> {
        let odds = self.scene.odds;
        if odds.mix.iter().all(|weight| *weight == 0) {
            return None;
        }
        let now = self.scene.now.timestamp_millis();
        let mut dice = self.dice.apart(STRANGERS | (self.strangers << 1));
        let passed = (after - now) / MINUTE;
        let mut minute = passed + 1;
        let last = passed + LONGEST_LOOK_AHEAD;
        while minute < last && now + minute * MINUTE < self.scene.until.timestamp_millis() {
            let local = self.scene.minute_of_day + minute;
            let half_hour = (local / 30).rem_euclid(HALF_HOURS as i64) as usize;
            let rate = odds.walk_ins.get(half_hour).copied().unwrap_or(0);
            let here = (30 - local.rem_euclid(30)).min(last - minute);
            if rate == 0 {
                dice.skip(here.unsigned_abs());
            } else if let Some(at) = (minute..minute + here).find(|_| dice.below(30_000) < rate) {
                return Some(now + at * MINUTE);
            }
            minute += here;
        }
        None
    }

    /// Somebody who walks in at a moment.
    fn stranger(&mut self, at: i64) -> Standing {
        let mix = &self.scene.odds.mix;
        let mut dice = self.dice.apart(STRANGERS | (self.strangers << 1) | 1);
        let mut rest = dice.below(mix.iter().sum());
        let place = mix.iter().position(|weight| match rest.checked_sub(*weight) {
            Some(less) => {
                rest = less;
                false
            }
            None => true,
        });
        self.strangers += 1;
        let place = place.unwrap_or(0);
        Standing {
            visit: None,
            key: (at, i64::MAX, TicketNumber::HIGHEST),
            start: i64::MAX,
            promised: None,
            due_from: i64::MIN,
            held_until: i64::MIN,
            need: Need::Service(place),
            who: Who::Stranger { place, dice: dice.long_roll() },
        }
    }
}

/// When a counter can call next.
fn free_at(scene: &Scene<'_>, desk: &Desk<'_>, dice: Dice) -> i64 {
    let now = scene.now.timestamp_millis();
    match &desk.busy {
        Busy::From(from) => from.timestamp_millis().max(now),
        Busy::Called { load, elapsed, visit } => {
            now + scene.odds.rest_of_call(load, *elapsed, &mut dice.apart(visit.0))
        }
        Busy::Serving { load, elapsed, visit } => {
            now + scene.odds.rest_of_service(load, *elapsed, &mut dice.apart(visit.0))
        }
    }
}
