//! One play of a [`Scene`]: who is in the line, who comes, and which counter is free when.

use super::odds::HALF_HOURS;
use super::scene::{Busy, Desk, Guest, Scene};
use super::{Dice, Load};
use crate::id::VisitId;
use crate::queue::Need;
use crate::ticket::TicketNumber;

/// Nobody is foreseen to walk in for longer than a day.
const LONGEST_LOOK_AHEAD: i64 = 24 * 60;

const MINUTE: i64 = 60_000;

/// One play as it goes on.
pub(super) struct Play<'a> {
    scene: &'a Scene<'a>,
    pub dice: Dice,
    /// When each counter can call next.
    pub free_at: Vec<i64>,
    /// Places in `scene.waiting`, and behind these in `came`, in the order of the queue.
    pub line: Vec<usize>,
    came: Vec<Guest>,
    /// How many of `scene.to_come` were looked at.
    looked_at: usize,
    /// Who comes, last first.
    on_the_way: Vec<(i64, usize)>,
    /// When the next walks in, and how many did.
    walks_in: Option<i64>,
    strangers: u64,
}

/// Dice of strangers, unlike those of visits and bookings.
const STRANGERS: u64 = 1 << 63;

impl<'a> Play<'a> {
    pub fn new(scene: &'a Scene<'a>, number: u32, without: Option<VisitId>) -> Self {
        let dice = Dice::of(scene.seed).apart(u64::from(number));
        let free_at = scene.desks.iter().map(|desk| free_at(scene, desk, dice)).collect();
        let there = |place: &usize| without.is_none() || scene.waiting[*place].visit != without;
        let mut play = Self {
            scene,
            dice,
            free_at,
            line: (0..scene.waiting.len()).filter(there).collect(),
            came: Vec::new(),
            looked_at: 0,
            on_the_way: Vec::new(),
            walks_in: None,
            strangers: 0,
        };
        play.walks_in = play.next_stranger(scene.now.timestamp_millis());
        play
    }

    pub fn guest(&self, who: usize) -> &Guest {
        let here = self.scene.waiting.len();
        if who < here { &self.scene.waiting[who] } else { &self.came[who - here] }
    }

    /// Whose turn it is at a counter, as [`crate::queue::Line::next`] says: due first, then early appointments,
    /// then held ones.
    pub fn next(&self, counter: &Desk<'_>, at: i64) -> Option<usize> {
        let mut early: Option<(i64, usize)> = None;
        let mut held: Option<(bool, usize)> = None;
        for (place, who) in self.line.iter().enumerate() {
            let guest = self.guest(*who);
            if !counter.lets(guest) {
                continue;
            }
            let due = guest.due_from <= at;
            if guest.held_until > at {
                let this = (!due, place);
                held = Some(held.map_or(this, |other| other.min(this)));
            } else if due {
                return Some(place);
            } else if early.is_none_or(|(start, _)| guest.start < start) {
                early = Some((guest.start, place));
            }
        }
        early.map(|(_, place)| place).or(held.map(|(_, place)| place))
    }

    /// Whether somebody with an appointment is due from a place on.
    pub fn due_appointment_from(&self, place: usize, counter: &Desk<'_>, at: i64) -> bool {
        self.line[place..]
            .iter()
            .map(|who| self.guest(*who))
            .any(|guest| guest.promised.is_some_and(|promised| promised <= at) && counter.lets(guest))
    }

    /// Everybody joins who comes up to a moment.
    pub fn let_in(&mut self, at: i64) {
        while let Some(booked) = self.scene.to_come.get(self.looked_at) {
            if booked.start - self.scene.before > at {
                break;
            }
            self.expect(booked);
        }
        while let Some((came_at, who)) = self.on_the_way.pop_if(|(comes_at, _)| *comes_at <= at) {
            let guest = self.scene.to_come[who].here_at(came_at);
            self.join(guest);
        }
        while let Some(came_at) = self.walks_in.filter(|walks_in| *walks_in <= at) {
            let guest = self.stranger(came_at);
            self.join(guest);
            self.walks_in = self.next_stranger(came_at);
        }
    }

    /// Rolls whether and when a booked citizen comes.
    fn expect(&mut self, booked: &Guest) {
        let now = self.scene.now.timestamp_millis();
        let comes = self.scene.odds.arrival(booked.start - now, &mut self.dice.apart(!booked.dice));
        if let Some(from_now) = comes {
            let comes_at = now + from_now.max(0);
            let place = self.on_the_way.partition_point(|(other, _)| *other > comes_at);
            self.on_the_way.insert(place, (comes_at, self.looked_at));
        }
        self.looked_at += 1;
    }

    /// When somebody comes next, or could.
    pub fn next_arrival(&self) -> Option<i64> {
        let booked = self.scene.to_come.get(self.looked_at).map(|booked| booked.start - self.scene.before);
        let on_the_way = self.on_the_way.last().map(|(comes_at, _)| *comes_at);
        [booked, on_the_way, self.walks_in].into_iter().flatten().min()
    }

    fn join(&mut self, guest: Guest) {
        let place = self.line.partition_point(|who| self.guest(*who).key < guest.key);
        self.line.insert(place, self.scene.waiting.len() + self.came.len());
        self.came.push(guest);
    }

    /// When the next walks in after a moment: minute by minute, by the rate of the half hour.
    fn next_stranger(&self, after: i64) -> Option<i64> {
        let odds = self.scene.odds;
        if odds.mix.iter().all(|weight| *weight == 0) || odds.walk_ins.iter().all(|rate| *rate == 0) {
            return None;
        }
        let now = self.scene.now.timestamp_millis();
        let mut dice = self.dice.apart(STRANGERS | (self.strangers << 1));
        let passed = (after - now) / MINUTE;
        (passed + 1..passed + LONGEST_LOOK_AHEAD).find_map(|minute| {
            let half_hour = ((self.scene.minute_of_day + minute) / 30).rem_euclid(HALF_HOURS as i64) as usize;
            let rate = odds.walk_ins.get(half_hour).copied().unwrap_or(0);
            (dice.below(30_000) < rate).then(|| now + minute * MINUTE)
        })
    }

    /// Somebody who walks in at a moment.
    fn stranger(&mut self, at: i64) -> Guest {
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
        Guest {
            dice: dice.long_roll(),
            visit: None,
            key: (at, i64::MAX, TicketNumber::HIGHEST),
            start: i64::MAX,
            promised: None,
            due_from: i64::MIN,
            held_until: i64::MIN,
            need: Need::Service(place),
            load: Load::once(place),
        }
    }
}

/// When a counter can call next.
fn free_at(scene: &Scene<'_>, desk: &Desk<'_>, dice: Dice) -> i64 {
    let now = scene.now.timestamp_millis();
    match &desk.busy {
        Busy::From(from) => from.timestamp_millis(),
        Busy::Called { load, elapsed, visit } => {
            now + scene.odds.rest_of_call(load, *elapsed, &mut dice.apart(visit.0))
        }
        Busy::Serving { load, elapsed, visit } => {
            now + scene.odds.rest_of_service(load, *elapsed, &mut dice.apart(visit.0))
        }
    }
}
