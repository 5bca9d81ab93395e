//! The day as it stands: what a simulation of what is to come begins with.

use super::{CounterState, QueueState};
use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::estimate::{Busy, DEPTH, Desk, Expected, Guest, Load, Odds, Scene};
use crate::id::{BookingId, CounterId, VisitId};
use crate::office::Office;
use crate::queue::{Need, Skills, Ticket};
use crate::ticket::TicketNumber;
use crate::visit::VisitState;
use chrono::{TimeDelta, Timelike};
use std::borrow::Cow;

/// No question is worth more simulated calls than this: an answer takes well below a millisecond.
pub(super) const STEPS: usize = 2_000;

/// Who is booked for later than this changes nothing for who comes now …
const HORIZON: TimeDelta = TimeDelta::hours(4);

/// … and more than so many are booked until then in no office.
const BOOKED_SOON: usize = 300;

/// Where more wait, one of a play stands for several …
const CROWD: usize = 250;

/// … and each counter calls so many of those: enough to know the middle of what they take …
const ROUNDS: usize = 12;

/// … and all together so many at least …
const SAMPLE: usize = 50;

/// … in so many steps of all plays: where hundreds wait many more may come at once, and each waits for the answer.
const CROWD_STEPS: usize = 200;

/// Where the office has been open for so long and nobody calls, somebody is taken to come after as long again: the usual
/// length of a break.
const AWAY: TimeDelta = TimeDelta::minutes(15);

/// Dice of who is booked, unlike those of visits.
const BOOKED: u64 = 1 << 62;

impl QueueState {
    /// The expected wait of somebody who joins now, with an appointment at `start` or without, by other odds than
    /// the learned ones: to see how good an estimate can be. `None` if nobody would call.
    pub fn expected_by(
        &self,
        odds: &Odds,
        plays: u32,
        now: Timestamp,
        (start, arrived): (Option<Timestamp>, Timestamp),
        services: &[ServiceChoice],
    ) -> Option<Expected> {
        let office = self.office()?;
        let newcomer = self.newcomer(office, start, arrived, services);
        let (visit, scene) = self.scene_with(office, odds, now, &newcomer, services)?;
        scene.expected(visit, plays)
    }

    /// Somebody who has no number yet.
    pub(super) fn newcomer(
        &self,
        office: &Office,
        start: Option<Timestamp>,
        queued: Timestamp,
        services: &[ServiceChoice],
    ) -> Ticket {
        Ticket {
            visit: Some(VisitId(self.facts.last_visit + 1)),
            number: TicketNumber::HIGHEST,
            start,
            queued,
            urgent: false,
            held: None,
            late_until: None,
            need: Need::of(services, office),
            minutes: office.minutes(services),
            party: TicketNumber::HIGHEST,
        }
    }

    /// The day with a newcomer in the line, and the newcomer's visit.
    pub(super) fn scene_with<'a>(
        &'a self,
        office: &'a Office,
        odds: &'a Odds,
        now: Timestamp,
        newcomer: &Ticket,
        services: &[ServiceChoice],
    ) -> Option<(VisitId, Scene<'a>)> {
        let mut scene = self.scene(office, odds, now, &[newcomer.need]);
        scene.join(self.guest(office, now, newcomer, services));
        Some((newcomer.visit?, scene))
    }

    /// How long a newcomer waits where very many wait already: one in so many of those before it is looked at, and
    /// each stands for all of them.
    pub(super) fn wait_in_crowd(
        &self,
        office: &Office,
        now: Timestamp,
        newcomer: &Ticket,
        services: &[ServiceChoice],
        plays: u32,
    ) -> Option<Expected> {
        let mut scene = self.scene_of(office, self.odds(), now, &[newcomer.need], (Vec::new(), Vec::new()));
        let sample = (ROUNDS * scene.desks.len()).clamp(SAMPLE, CROWD);
        let before: Vec<&Ticket> = self.index.queue.before(newcomer.key(&self.index.timing)).collect();
        scene.each = before.len().div_ceil(sample).max(1);
        scene.waiting =
            before.iter().step_by(scene.each).map(|ticket| self.guest_of(office, now, ticket)).collect();
        scene.sort();
        scene.join(self.guest(office, now, newcomer, services));
        scene.expected(newcomer.visit?, scene.plays(None, plays, CROWD_STEPS))
    }

    /// Whether more wait than one simulation looks at one by one.
    pub(super) fn is_crowded(&self) -> bool {
        self.index.queue.len() > CROWD
    }

    /// The day as it stands, with counters for these needs.
    pub(super) fn scene<'a>(
        &'a self,
        office: &'a Office,
        odds: &'a Odds,
        now: Timestamp,
        needs: &[Need],
    ) -> Scene<'a> {
        let here = |ticket: &Ticket| self.guest_of(office, now, ticket);
        let past = TimeDelta::minutes(i64::from(office.rules.window_after_minutes));
        let (first, last) = (now - past, now + HORIZON);
        let expected = self.index.expected.range((first, BookingId::FIRST)..(last, BookingId::FIRST));
        let booked = |(start, id): &(Timestamp, BookingId)| {
            let services = self.booking(*id).map_or(&[][..], |booking| &booking.services);
            let ticket = Ticket { visit: None, ..self.newcomer(office, Some(*start), *start, services) };
            let load = Load::of(ticket.need, services, office);
            Guest::booked(&ticket, load, &self.index.timing, BOOKED | id.bits(), (odds, now))
        };
        let waiting = self.index.queue.tickets().take(DEPTH).map(here).collect();
        let to_come = expected.take(BOOKED_SOON).map(booked).collect();
        self.scene_of(office, odds, now, needs, (waiting, to_come))
    }

    fn scene_of<'a>(
        &'a self,
        office: &'a Office,
        odds: &'a Odds,
        now: Timestamp,
        needs: &[Need],
        (waiting, to_come): (Vec<Guest>, Vec<Guest>),
    ) -> Scene<'a> {
        let local = now.with_timezone(&office.time_zone);
        let mut scene = Scene {
            now,
            minute_of_day: i64::from(local.num_seconds_from_midnight() / 60),
            waiting,
            each: 1,
            to_come,
            before: i64::from(office.rules.window_before_minutes) * 60_000,
            desks: self.desks(office, now, needs),
            odds,
            until: office.next_midnight(now),
            seed: now.timestamp_millis().unsigned_abs() ^ (self.facts.last_visit << 44),
        };
        scene.sort();
        scene
    }

    fn guest_of(&self, office: &Office, now: Timestamp, ticket: &Ticket) -> Guest {
        let visit = ticket.visit.and_then(|visit| self.visit(visit));
        self.guest(office, now, ticket, visit.map_or(&[][..], |visit| &visit.services))
    }

    fn guest(&self, office: &Office, now: Timestamp, ticket: &Ticket, services: &[ServiceChoice]) -> Guest {
        Guest::waiting(ticket, Load::of(ticket.need, services, office), &self.index.timing, now)
    }

    /// The counters that call, now or after a break. For each need that none of them serves those that do, whose clerks
    /// are away for nobody knows how long or have not come yet; where nobody has signed on all counters.
    fn desks(&self, office: &Office, now: Timestamp, needs: &[Need]) -> Vec<Desk<'_>> {
        let open = self.counters().filter_map(|(id, counter)| {
            let busy = self.busy(office, now, counter.calls_from(now)?, counter);
            let (mine, others) = self.bound_elsewhere(id);
            Some(Desk { skills: Cow::Borrowed(self.index.skills.get(id)?), busy, mine, others })
        });
        let mut desks: Vec<Desk> = open.collect();
        let Some(opens_at) = office.opens_at(now) else { return desks };
        let has_been_open = office.opens_at(now - AWAY) == Some(now - AWAY);
        let comes_at = if opens_at == now && has_been_open { now + AWAY } else { opens_at };
        if self.counters().next().is_none() {
            return self.index.skills.values().map(|skills| idle(Cow::Borrowed(skills), comes_at)).collect();
        }
        let served = |need: &Need| desks.iter().any(|desk| desk.skills.serve(*need));
        let unserved: Vec<Need> = needs.iter().copied().filter(|need| !served(need)).collect();
        let does = |(_, skills): &(&CounterId, &Skills)| unserved.iter().any(|need| skills.serve(*need));
        let calls = |id: &CounterId| self.counter(id).is_some_and(|open| open.calls_from(now).is_some());
        let not_calling: Vec<_> =
            self.index.skills.iter().filter(|(id, _)| !calls(id)).filter(does).collect();
        // Whoever signed on is more likely to come than somebody else.
        let is_away = |id: &CounterId| self.counter(id).is_some();
        let any_away = not_calling.iter().any(|(id, _)| is_away(id));
        for (_, skills) in not_calling.into_iter().filter(|(id, _)| is_away(id) == any_away) {
            let skills = Cow::Owned(skills.only(&unserved, office.services.len()));
            desks.push(idle(skills, comes_at));
        }
        desks
    }

    /// What a counter does.
    fn busy(&self, office: &Office, now: Timestamp, from: Timestamp, counter: &CounterState) -> Busy {
        let Some(visit) = counter.visit.and_then(|visit| self.visit(visit)) else {
            return Busy::From(from);
        };
        let need = Need::of(&visit.services, office);
        let (load, visit_id) = (Load::of(need, &visit.services, office), visit.id);
        let here = i64::try_from(self.watch(now).since(visit.since).0).unwrap_or(i64::MAX);
        if visit.state == VisitState::Serving {
            let elapsed = here.saturating_add_unsigned(visit.served_ms);
            return Busy::Serving { load, elapsed, visit: visit_id };
        }
        Busy::Called { load, elapsed: here, visit: visit_id }
    }
}

/// A counter that can call from a moment on.
fn idle(skills: Cow<'_, Skills>, from: Timestamp) -> Desk<'_> {
    Desk { skills, busy: Busy::From(from), mine: Vec::new(), others: Vec::new() }
}
