//! A simulated afternoon: the day as it stands, played on with drawn times, by the very order of the queue.
//!
//! One play is a function of the scene, the seed and its number. Whatever is drawn for somebody is drawn from that
//! one's own dice, so that the same people meet the same luck in a play with a newcomer and in one without.

use super::odds::Coming;
use super::play::{Line, Play, Standing};
use super::{Expected, Load, Odds};
use crate::Timestamp;
use crate::id::VisitId;
use crate::queue::{Need, Skills, Ticket, Timing};
use crate::ticket::TicketNumber;
use std::borrow::Cow;
use std::ops::ControlFlow;

/// How many looks at a free counter one play takes; more than a day of 20 busy counters needs.
const LOOKS: usize = 2_000;

/// A counter as it stands.
#[derive(Debug, Clone)]
pub struct Desk<'a> {
    /// What it can do.
    pub skills: Cow<'a, Skills>,
    /// What it does.
    pub busy: Busy,
    /// Who was handed on to this counter or its clerk.
    pub mine: Vec<VisitId>,
    /// Who was handed on to another one that is there.
    pub others: Vec<VisitId>,
}

impl Desk<'_> {
    /// Whether somebody was handed on to it, whatever it serves.
    pub(super) fn has_its_own(&self) -> bool {
        !self.mine.is_empty()
    }

    /// Whether it serves this.
    pub(super) fn serves(&self, need: Need) -> bool {
        self.skills.serve(need)
    }

    /// Whether it may call somebody, as [`crate::queue::Apart::lets`] says.
    pub(super) fn lets(&self, standing: &Standing) -> bool {
        let is_in = |list: &[VisitId]| standing.visit.is_some_and(|visit| list.contains(&visit));
        (self.skills.serve(standing.need) || is_in(&self.mine)) && !is_in(&self.others)
    }
}

/// What a counter does.
#[derive(Debug, Clone)]
pub enum Busy {
    /// It can call from this moment on.
    From(Timestamp),
    /// Somebody was called so many milliseconds ago and is not there yet.
    Called {
        /// What for.
        load: Load,
        /// Since the first call.
        elapsed: i64,
        /// Whose dice are rolled.
        visit: VisitId,
    },
    /// Somebody has been served for so many milliseconds.
    Serving {
        /// What for.
        load: Load,
        /// All stretches together.
        elapsed: i64,
        /// Whose dice are rolled.
        visit: VisitId,
    },
}

/// Somebody who waits, or who is booked and not here yet.
#[derive(Debug, Clone)]
pub struct Guest {
    /// Whose dice are rolled: unique in a scene.
    pub(super) dice: u64,
    pub(super) visit: Option<VisitId>,
    /// The queue's key: when due in its order, the start, the number.
    pub(super) key: (i64, i64, TicketNumber),
    /// The booked start, `i64::MAX` without one.
    pub(super) start: i64,
    /// The later of start and arrival, `None` without an appointment.
    pub(super) promised: Option<i64>,
    /// From when on it is due; always for a walk-in.
    pub(super) due_from: i64,
    /// Until when it is held.
    pub(super) held_until: i64,
    pub(super) need: Need,
    pub(super) load: Load,
    /// Whether and when who is not here yet still comes.
    pub(super) coming: Option<Coming>,
}

impl Guest {
    /// Somebody with a ticket.
    pub fn waiting(ticket: &Ticket, load: Load, timing: &Timing, now: Timestamp) -> Self {
        let start = ticket.start.map_or(i64::MAX, |start| start.timestamp_millis());
        let promised = ticket.start.map(|start| start.max(ticket.queued));
        let due = promised.map(|promised| timing.due_from(promised).timestamp_millis());
        Self {
            dice: ticket.visit.map_or(0, |visit| visit.0),
            visit: ticket.visit,
            key: (ticket.key(timing).due.timestamp_millis(), start, ticket.number),
            start,
            promised: promised.map(|promised| promised.timestamp_millis()),
            due_from: due.unwrap_or(i64::MIN),
            held_until: ticket.held_until(now).map_or(i64::MIN, |until| until.timestamp_millis()),
            need: ticket.need,
            load,
            coming: None,
        }
    }

    /// Somebody who is booked; `ticket` as if it had come at its start, `dice` unlike anybody's visit.
    pub fn booked(
        ticket: &Ticket,
        load: Load,
        timing: &Timing,
        dice: u64,
        (odds, now): (&Odds, Timestamp),
    ) -> Self {
        let guest = Self::waiting(ticket, load, timing, ticket.queued);
        let coming = Some(odds.coming(guest.start - now.timestamp_millis()));
        Self { dice, coming, ..guest }
    }
}

/// A call that a play foresees.
#[derive(Debug)]
pub struct Foreseen<'a> {
    /// Whose; `None` for somebody who is not here yet.
    pub visit: Option<VisitId>,
    /// When, in milliseconds of the epoch.
    pub at: i64,
    /// Until when it should be called at the latest but for the grace: the later of start and arrival, or
    /// `None` without an appointment.
    pub promised: Option<i64>,
    /// What the counter can do.
    pub skills: &'a Skills,
    desk: &'a Desk<'a>,
    /// Who else waits, and who of those who are due comes later in the order.
    line: &'a Line,
    place: usize,
}

impl Foreseen<'_> {
    /// Whether somebody with an appointment is due, could be called instead, and is not.
    pub fn passes(&self) -> bool {
        let is_due = |standing: &&Standing| standing.promised.is_some_and(|promised| promised <= self.at);
        let mut behind = self.line.due_from(self.place).filter(is_due);
        self.promised.is_none() && behind.any(|standing| self.desk.lets(standing))
    }
}

/// The day as it stands.
#[derive(Debug)]
pub struct Scene<'a> {
    /// Now.
    pub now: Timestamp,
    /// The office's local time of day now, in minutes.
    pub minute_of_day: i64,
    /// Who waits.
    pub waiting: Vec<Guest>,
    /// So many wait for each of them: counters are busy for all of those.
    pub each: usize,
    /// Who is booked and not here yet, by start.
    pub to_come: Vec<Guest>,
    /// How long before the start a check-in is accepted, in milliseconds.
    pub before: i64,
    /// The counters.
    pub desks: Vec<Desk<'a>>,
    /// What times are drawn from.
    pub odds: &'a Odds,
    /// Nothing is foreseen from here on.
    pub until: Timestamp,
    /// Another seed, another luck.
    pub seed: u64,
}

impl Scene<'_> {
    /// Puts everybody in the order of the queue. Needed once, before the first play.
    pub fn sort(&mut self) {
        self.waiting.sort_by_key(|guest| guest.key);
    }

    /// Somebody joins. The scene stays in order.
    pub fn join(&mut self, newcomer: Guest) {
        let place = self.waiting.partition_point(|guest| guest.key < newcomer.key);
        self.waiting.insert(place, newcomer);
    }

    /// How many plays a question about a visit is worth, or about all who are here: enough to know the middle, no more
    /// steps than `steps` in all. Those who are booked and come before it are called before it, too.
    pub fn plays(&self, about: Option<VisitId>, most: u32, steps: usize) -> u32 {
        let it = self.waiting.iter().find(|guest| about.is_some() && guest.visit == about);
        let before = it.map_or(0, |it| self.to_come.iter().filter(|other| other.key < it.key).count());
        let worth = steps / (self.waiting.len() + before + self.desks.len()).max(1);
        u32::try_from(worth).unwrap_or(most).clamp(1, most.max(1))
    }

    /// Foresees call after call, in order of time, until told to stop or nothing more is foreseen. `without` is
    /// a visit that is taken not to be there.
    pub fn play(
        &self,
        number: u32,
        without: Option<VisitId>,
        mut on_call: impl FnMut(&Foreseen<'_>) -> ControlFlow<()>,
    ) {
        let mut play = Play::new(self, number, without);
        let until = self.until.timestamp_millis();
        for _ in 0..LOOKS {
            let Some(desk) = (0..play.free_at.len()).min_by_key(|desk| play.free_at[*desk]) else { return };
            let at = play.free_at[desk];
            if at >= until {
                return;
            }
            play.let_in(at);
            let counter = &self.desks[desk];
            let Some((who, place)) = play.line.take(counter, at) else {
                play.free_at[desk] = play.next_arrival().unwrap_or(until).max(at + 1);
                continue;
            };
            play.free_at[desk] = at + play.occupied(&who).max(1);
            let Standing { visit, promised, .. } = who;
            let (desk, line) = (counter, &play.line);
            let call = Foreseen { visit, at, promised, skills: &counter.skills, desk, line, place };
            if on_call(&call).is_break() {
                return;
            }
        }
    }

    /// When a visit is called in so many plays, in milliseconds from now; `i64::MAX` where it is not.
    pub fn waits_of(&self, visit: VisitId, plays: u32) -> Vec<i64> {
        let now = self.now.timestamp_millis();
        let one = |number| {
            let mut wait = i64::MAX;
            self.play(number, None, |call| {
                if call.visit != Some(visit) {
                    return ControlFlow::Continue(());
                }
                wait = call.at - now;
                ControlFlow::Break(())
            });
            wait
        };
        (0..plays).map(one).collect()
    }

    /// The expected wait of somebody who is here.
    pub fn expected(&self, visit: VisitId, plays: u32) -> Option<Expected> {
        Expected::of(self.waits_of(visit, plays))
    }
}
