//! Counters that do not call although they are open: breaks, and desks that nobody hears; and what others do for them.

use super::{CounterState, Decision, Event, QueueState, Refusal, Reply};
use crate::Timestamp;
use crate::id::{CallId, ChoiceId, CounterId, VisitId};
use crate::queue::Ticket;
use crate::visit::{Actor, Bound, VisitCommand, VisitState};
use chrono::TimeDelta;

/// A clerk who is not back so long after the end of a break is not counted on any more.
const PATIENCE: TimeDelta = TimeDelta::minutes(5);

impl CounterState {
    /// From when on the counter calls: now, or from the end of a break. `None` if nobody knows.
    pub fn calls_from(&self, now: Timestamp) -> Option<Timestamp> {
        match (&self.pause, self.away) {
            (_, Some(_)) => None,
            (None, None) => Some(now),
            (Some(pause), None) => {
                pause.back_at.filter(|back_at| now < *back_at + PATIENCE).map(|back_at| back_at.max(now))
            }
        }
    }

    /// Since when it does not call although it is open.
    fn idle_since(&self, now: Timestamp) -> Option<Timestamp> {
        let overdue = |back_at: Timestamp| (back_at <= now).then(|| back_at + PATIENCE);
        let break_began =
            self.pause.as_ref().map(|pause| pause.back_at.and_then(overdue).unwrap_or(pause.since));
        break_began.into_iter().chain(self.away).max()
    }
}

impl QueueState {
    /// Whoever is at the counter is not left standing there. Asked again, reason and end are changed.
    pub(super) fn pause_counter(
        &self,
        now: Timestamp,
        counter: &CounterId,
        actor: &Actor,
        (reason, back_at): (&ChoiceId, Option<Timestamp>),
    ) -> Result<Decision, Refusal> {
        let open = self.open_counter_of(counter, actor)?;
        if let Some(there) = open.visit.and_then(|visit| self.visit(visit)) {
            return Err(Refusal::StillHere { number: there.number, state: there.state });
        }
        if !self.configured()?.has_pause_reason(reason) {
            return Err(Refusal::NotFound { what: "reason", id: reason.to_string() });
        }
        if let Some(over) = back_at.filter(|back_at| *back_at <= now) {
            return Err(Refusal::Moment(over));
        }
        let same = open.pause.as_ref().is_some_and(|it| it.reason == *reason && it.back_at == back_at);
        let paused = Event::CounterPaused { counter: counter.clone(), reason: reason.clone(), back_at };
        Ok(Decision::done(if same { Vec::new() } else { vec![paused] }))
    }

    pub(super) fn go_on(&self, counter: &CounterId, actor: &Actor) -> Result<Decision, Refusal> {
        let pause = &self.open_counter_of(counter, actor)?.pause;
        let went_on = || Event::CounterWentOn { counter: counter.clone() };
        Ok(Decision::done(pause.iter().map(|_| went_on()).collect()))
    }

    /// A desk that was closed meanwhile is missed by nobody.
    pub(super) fn desk_silent(&self, counter: &CounterId) -> Decision {
        let heard = self.counter(counter).is_some_and(|open| open.away.is_none());
        let silent = Event::DeskSilent { counter: counter.clone() };
        Decision::done(if heard { vec![silent] } else { Vec::new() })
    }

    pub(super) fn desk_heard(&self, counter: &CounterId) -> Decision {
        let silent = self.counter(counter).is_some_and(|open| open.away.is_some());
        let heard = Event::DeskHeard { counter: counter.clone() };
        Decision::done(if silent { vec![heard] } else { Vec::new() })
    }

    /// A counter at which somebody can be called or served now.
    pub(super) fn free_counter(&self, counter: &CounterId, actor: &Actor) -> Result<&CounterState, Refusal> {
        let open = self.open_counter_of(counter, actor)?;
        if open.visit.is_some() {
            return Err(Refusal::SomebodyAtCounter(counter.clone()));
        }
        if open.pause.is_some() {
            return Err(Refusal::CounterPaused(counter.clone()));
        }
        Ok(open)
    }

    /// Whether a counter is open and its desk is heard.
    pub(super) fn is_there(&self, counter: &CounterId) -> bool {
        self.counter(counter).is_some_and(|open| open.away.is_none())
    }

    /// Whoever is called elsewhere is called here anew, so that every screen shows where to go now.
    pub(super) fn take_over(
        &self,
        counter: &CounterId,
        actor: &Actor,
        id: VisitId,
    ) -> Result<Decision, Refusal> {
        if self.open_counter_of(counter, actor)?.visit == Some(id) {
            return Ok(Decision::unchanged(Reply::Called(id)));
        }
        self.free_counter(counter, actor)?;
        let visit =
            self.visit(id).ok_or_else(|| Refusal::NotFound { what: "visit", id: id.0.to_string() })?;
        self.may(visit.state, VisitCommand::TakeOver)?;
        let from = visit.counter.clone().filter(|_| visit.state.is_at_counter());
        let (holder, staff) = match &visit.parked_by {
            Some(staff) => (self.counter_with(staff), Some(staff)),
            None => {
                (from.as_ref(), from.as_ref().and_then(|from| self.counter(from)).map(|open| &open.staff))
            }
        };
        if let Some(there) = holder.filter(|holder| self.is_there(holder)) {
            return Err(Refusal::ClerkThere(there.clone()));
        }
        let staff = staff.ok_or(Refusal::NobodyAtCounter)?.clone();
        // Who is called or in service has no companion elsewhere, and moves.
        if visit.state == VisitState::Parked
            && self.parties_elsewhere(counter).contains(&visit.party())
            && let Some(refusal) = self.companion_elsewhere(visit)
        {
            return Err(refusal);
        }
        let mut events = vec![Event::TakenOver { visit: id, counter: counter.clone(), from, staff }];
        if visit.state == VisitState::Called {
            let call = CallId(self.facts.last_call + 1);
            let counter = counter.clone();
            events.push(Event::Called { visit: id, call, counter, counted: true, why: None });
        }
        Ok(Decision { events, reply: Reply::Called(id) })
    }

    /// Who waits although no counter calls for them, and since when nobody does: for the supervisor.
    pub fn unserved_needs(&self, now: Timestamp) -> Vec<(VisitId, Timestamp)> {
        let unserved = |ticket: &Ticket| {
            let visit = self.visit(ticket.visit?)?;
            let counters: Vec<&CounterId> = match self.holder(visit.bound.as_ref()) {
                Some(holder) => vec![holder],
                None => self.capable(ticket),
            };
            let calls = |id: &&CounterId| self.counter(id).is_some_and(|open| open.calls_from(now).is_some());
            if counters.iter().any(calls) {
                return None;
            }
            let idle = counters.iter().filter_map(|id| match self.counter(id) {
                Some(open) => open.idle_since(now),
                None => self.facts.left.get(*id).copied(),
            });
            Some((visit.id, idle.fold(visit.since, Timestamp::max)))
        };
        let mut needs: Vec<_> = self.index.queue.tickets().filter_map(unserved).collect();
        needs.sort_by_key(|(visit, since)| (*since, *visit));
        needs
    }

    /// The counter to which a visit was handed on, if its clerk is there.
    fn holder(&self, bound: Option<&Bound>) -> Option<&CounterId> {
        let holder = match bound? {
            Bound::Counter(to) => self.facts.counters.get_key_value(to).map(|(id, _)| id),
            Bound::Staff(staff) => self.counter_with(staff),
        };
        holder.filter(|holder| self.is_there(holder))
    }

    /// The counters that offer what somebody needs.
    fn capable(&self, ticket: &Ticket) -> Vec<&CounterId> {
        let offers = self.index.skills.iter().filter(|(_, skills)| skills.serve(ticket.need));
        offers.map(|(id, _)| id).collect()
    }
}
