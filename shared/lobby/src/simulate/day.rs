//! Plays one day by a rule: what happens when, and who is called where.

use super::people::{Citizen, Day};
use super::zms;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::estimate::Expected;
use foyer_domain::office::Office;
use foyer_domain::queue::{Need, Skills};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Who decides whom a counter calls, and whom the door lets in.
pub trait Rule {
    /// Somebody stands before the terminal.
    fn comes(&mut self, now: Timestamp, who: usize, citizen: &Citizen) -> Came;
    /// Somebody begins to work at a counter.
    fn opens(&mut self, now: Timestamp, counter: usize);
    /// … and leaves it.
    fn leaves(&mut self, now: Timestamp, counter: usize);
    /// A free counter calls: whom?
    fn next(&mut self, now: Timestamp, counter: usize) -> Option<usize>;
    /// Calls the same again who did not come.
    fn recalls(&mut self, now: Timestamp, counter: usize);
    /// Nobody came to any call.
    fn gives_up(&mut self, now: Timestamp, counter: usize);
    /// The citizen is there.
    fn starts(&mut self, now: Timestamp, counter: usize);
    /// The citizen is served.
    fn finishes(&mut self, now: Timestamp, counter: usize);
}

/// What the door says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Came {
    /// Whether there is a ticket.
    pub let_in: bool,
    /// What was told of the wait.
    pub expected: Option<Expected>,
    /// What the oracle would have told.
    pub oracle: Option<Expected>,
}

/// What became of a citizen.
#[derive(Debug, Clone, Default)]
pub struct Visit {
    /// When they came; `None` for who never did.
    pub came: Option<Timestamp>,
    /// The booked start of who came by the end of the window; `None` without an appointment, or too late for it.
    pub start: Option<Timestamp>,
    /// Whether there was no ticket.
    pub turned_away: bool,
    /// The first call.
    pub called: Option<Timestamp>,
    /// What was told, what an oracle would have, and what ZMS would have, in seconds.
    pub told: Came,
    /// ZMS's forecast for the same ticket, in seconds.
    pub zms_s: Option<i64>,
    /// By how much somebody who was called before, and could have been called after, came later.
    pub overtaken: TimeDelta,
}

impl Visit {
    /// When their turn is, were there no queue: the later of start and arrival.
    fn due(&self) -> Option<Timestamp> {
        self.came.map(|came| self.start.map_or(came, |start| start.max(came)))
    }

    /// Whether somebody waits.
    fn waits(&self) -> bool {
        self.came.is_some() && !self.turned_away && self.called.is_none()
    }
}

/// A day that was played.
#[derive(Debug, Default)]
pub struct Played {
    /// What became of each citizen, in the day's order.
    pub visits: Vec<Visit>,
    /// When a counter was staffed and nobody was there, within opening hours.
    pub idle: Vec<(usize, Timestamp, Timestamp)>,
    /// When the last was served.
    pub ended: Option<Timestamp>,
}

/// What can happen, by the citizen or counter; of what happens at one moment the first goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Opens(usize),
    Finishes(usize),
    GivesUp(usize),
    Recalls(usize),
    Starts(usize),
    Comes(usize),
    Leaves(usize),
    /// An appointment's time has come: a rule may call now whom it did not before.
    Due,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counter {
    Shut,
    Idle(Timestamp),
    Busy(usize),
    /// Goes when the citizen is served.
    BusyAtLast(usize),
}

/// A call counts again after this time: the default of `recall_counts_after_seconds`, and as often as `max_calls`.
const APART: TimeDelta = TimeDelta::seconds(45);
const CALLS: i32 = 3;

struct Play<'a, R> {
    office: &'a Office,
    day: &'a Day,
    rule: &'a mut R,
    average_s: f64,
    skills: Vec<Skills>,
    counters: Vec<Counter>,
    to_come: BinaryHeap<Reverse<(Timestamp, What)>>,
    played: Played,
}

/// Plays a day. `average_s` is what ZMS is told that a visit takes.
pub fn play<R: Rule>(office: &Office, day: &Day, rule: &mut R, average_s: f64) -> Played {
    let skills = office.counters.iter().filter_map(|counter| Skills::of(&counter.id, office)).collect();
    let counters = vec![Counter::Shut; office.counters.len()];
    let visits = vec![Visit::default(); day.citizens.len()];
    let played = Played { visits, ..Played::default() };
    let mut play =
        Play { office, day, rule, average_s, skills, counters, to_come: BinaryHeap::new(), played };
    play.expect_everybody();
    // The engine ends the day then, and so do the others: who is still here is unserved.
    let midnight = office.next_midnight(day.opens);
    while let Some(Reverse((now, what))) = play.to_come.pop().filter(|Reverse((now, _))| *now < midnight) {
        play.happens(now, what);
    }
    for counter in 0..play.counters.len() {
        play.no_longer_idle(day.closes, counter);
    }
    play.played
}

impl<R: Rule> Play<'_, R> {
    fn expect_everybody(&mut self) {
        for shift in &self.day.shifts {
            self.to_come.push(Reverse((shift.from, What::Opens(shift.counter))));
            self.to_come.push(Reverse((shift.to, What::Leaves(shift.counter))));
        }
        for (who, citizen) in self.day.citizens.iter().enumerate() {
            self.to_come.extend(citizen.comes.map(|at| Reverse((at, What::Comes(who)))));
            self.to_come.extend(citizen.booking.map(|(_, start)| Reverse((start, What::Due))));
        }
    }

    fn happens(&mut self, now: Timestamp, what: What) {
        match what {
            What::Opens(counter) => {
                if let Counter::BusyAtLast(who) = self.counters[counter] {
                    // Back before the last one was served.
                    self.counters[counter] = Counter::Busy(who);
                    return;
                }
                self.rule.opens(now, counter);
                self.counters[counter] = Counter::Idle(now);
                self.call(now, counter);
            }
            What::Leaves(counter) => match self.counters[counter] {
                // Whoever holds a ticket is served: at the end of the day clerks stay.
                Counter::Busy(_) if now >= self.day.closes => {}
                Counter::Busy(who) => self.counters[counter] = Counter::BusyAtLast(who),
                Counter::Idle(_) if now >= self.day.closes && self.anybody_needs(now, counter) => {}
                Counter::Idle(_) => self.leave(now, counter),
                Counter::Shut | Counter::BusyAtLast(_) => {}
            },
            What::Comes(who) => self.comes(now, who),
            What::Due => self.call_all(now),
            What::Recalls(counter) => self.rule.recalls(now, counter),
            What::Starts(counter) => self.rule.starts(now, counter),
            What::GivesUp(counter) => {
                self.rule.gives_up(now, counter);
                self.is_free(now, counter);
            }
            What::Finishes(counter) => {
                self.rule.finishes(now, counter);
                self.played.ended = Some(now);
                self.is_free(now, counter);
            }
        }
    }

    fn comes(&mut self, now: Timestamp, who: usize) {
        let citizen = &self.day.citizens[who];
        let window = TimeDelta::minutes(i64::from(self.office.rules.window_after_minutes));
        let start = citizen.booking.map(|(_, start)| start).filter(|start| now <= *start + window);
        self.played.visits[who].start = start;
        self.played.visits[who].came = Some(now);
        let zms_s = self.zms(now, who);
        let told = self.rule.comes(now, who, citizen);
        let visit = &mut self.played.visits[who];
        (visit.told, visit.turned_away) = (told, !told.let_in);
        visit.zms_s = zms_s.filter(|_| told.let_in);
        self.call_all(now);
    }

    /// What ZMS would say to somebody who is in the queue now.
    fn zms(&self, now: Timestamp, who: usize) -> Option<i64> {
        let counters = self.counters.iter().filter(|counter| **counter != Counter::Shut).count();
        let people = self.day.citizens.iter().zip(&self.played.visits).enumerate();
        let listed = people.filter_map(|(number, (citizen, visit))| {
            let expected = citizen.booking.filter(|(_, start)| visit.came.is_none() && *start > now);
            let appointment = visit.start.or(expected.map(|(_, start)| start));
            let arrived = visit.came.or(appointment)?;
            let is_listed = visit.waits() || expected.is_some();
            is_listed.then_some(zms::Person { number, appointment, arrived })
        });
        zms::estimate(listed.collect(), who, now, self.average_s, counters)
    }

    fn is_free(&mut self, now: Timestamp, counter: usize) {
        let leaves = matches!(self.counters[counter], Counter::BusyAtLast(_));
        self.counters[counter] = Counter::Idle(now);
        if leaves {
            self.leave(now, counter);
        } else {
            self.call(now, counter);
        }
        if now >= self.day.closes {
            self.close_up(now);
        }
    }

    /// After closing a counter goes home when nobody waits for it any more.
    fn close_up(&mut self, now: Timestamp) {
        for counter in 0..self.counters.len() {
            if matches!(self.counters[counter], Counter::Idle(_)) && !self.anybody_needs(now, counter) {
                self.leave(now, counter);
            }
        }
    }

    /// Whether somebody waits whom the counter serves, or is booked and on the way.
    fn anybody_needs(&self, now: Timestamp, counter: usize) -> bool {
        let mut people = self.day.citizens.iter().zip(&self.played.visits);
        people.any(|(citizen, visit)| {
            let comes = citizen.booking.is_some() && citizen.comes.is_some_and(|comes| comes >= now);
            let is_here = visit.waits() || (visit.came.is_none() && comes);
            is_here && self.skills[counter].serve(Need::Service(citizen.place))
        })
    }

    fn leave(&mut self, now: Timestamp, counter: usize) {
        self.no_longer_idle(now, counter);
        self.counters[counter] = Counter::Shut;
        self.rule.leaves(now, counter);
    }

    fn no_longer_idle(&mut self, now: Timestamp, counter: usize) {
        let to = now.min(self.day.closes);
        if let Counter::Idle(since) = self.counters[counter]
            && since < to
        {
            self.played.idle.push((counter, since, to));
        }
    }

    /// All that are free call, who is free longest first.
    fn call_all(&mut self, now: Timestamp) {
        let idle = self.counters.iter().enumerate().filter_map(|(counter, state)| match state {
            Counter::Idle(since) => Some((*since, counter)),
            Counter::Shut | Counter::Busy(_) | Counter::BusyAtLast(_) => None,
        });
        let mut idle: Vec<_> = idle.collect();
        idle.sort_unstable();
        for (_, counter) in idle {
            self.call(now, counter);
        }
    }

    fn call(&mut self, now: Timestamp, counter: usize) {
        let Some(who) = self.rule.next(now, counter) else { return };
        self.no_longer_idle(now, counter);
        self.counters[counter] = Counter::Busy(who);
        self.note_overtaken(now, counter, who);
        self.played.visits[who].called = Some(now);
        let citizen = &self.day.citizens[who];
        if citizen.stays_away {
            for again in 1..CALLS {
                self.to_come.push(Reverse((now + APART * again, What::Recalls(counter))));
            }
            self.to_come.push(Reverse((now + APART * CALLS, What::GivesUp(counter))));
            return;
        }
        self.to_come.push(Reverse((now + citizen.way, What::Starts(counter))));
        self.to_come.push(Reverse((now + citizen.way + citizen.service, What::Finishes(counter))));
    }

    /// Everybody whose turn was before that of who is called, and whom the counter could have called instead.
    fn note_overtaken(&mut self, now: Timestamp, counter: usize, called: usize) {
        let Some(due) = self.played.visits[called].due() else { return };
        for (citizen, visit) in self.day.citizens.iter().zip(&mut self.played.visits) {
            let Some(before) = visit.due().filter(|before| visit.waits() && *before < due && *before <= now)
            else {
                continue;
            };
            if self.skills[counter].serve(Need::Service(citizen.place)) {
                visit.overtaken = visit.overtaken.max(due - before);
            }
        }
    }
}
