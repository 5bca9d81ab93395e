//! What clerks do at their counters, and what displays answer.

use super::changes::check_services;
use super::{CounterState, Decision, Event, Finish, Left, QueueState, Refusal, Reply, Step, Transfer};
use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::id::{CallId, ChoiceId, CounterId, StaffId, VisitId};
use crate::office::{Office, Rules};
use crate::queue::{Need, Why};
use crate::visit::{Actor, Bound, Held, Visit, VisitCommand, VisitState};
use chrono::TimeDelta;

/// A ticket that was put back is held for so long at most (DESIGN "Put back and no-show") …
const HELD_FOR: TimeDelta = TimeDelta::minutes(5);

/// … or until so many others were called at counters that could serve it.
const HELD_FOR_OTHERS: u8 = 3;

impl QueueState {
    /// Taking the counter that one has changes nothing. Who takes another leaves the first.
    pub(super) fn open_counter(&self, counter: &CounterId, staff: &StaffId) -> Result<Decision, Refusal> {
        self.configured()?.counter(counter).ok_or_else(|| no_counter(counter))?;
        if let Some(taken) = self.counter(counter) {
            let mine = taken.staff == *staff;
            return if mine {
                Ok(self.desk_heard(counter))
            } else {
                Err(Refusal::CounterTaken(counter.clone()))
            };
        }
        let mut events = Vec::new();
        if let Some((left, state)) = self.counters().find(|(_, other)| other.staff == *staff) {
            if state.visit.is_some() {
                return Err(Refusal::SomebodyAtCounter(left.clone()));
            }
            events.push(Event::CounterClosed { counter: left.clone() });
        }
        events.push(Event::CounterOpened { counter: counter.clone(), staff: staff.clone() });
        Ok(Decision::done(events))
    }

    /// As [`Self::open_counter`], but whoever sits elsewhere stays there.
    pub(super) fn open_for_clerk(&self, counter: &CounterId, staff: &StaffId) -> Result<Decision, Refusal> {
        match self.counters().find(|(id, other)| other.staff == *staff && *id != counter) {
            Some((there, _)) => Err(Refusal::SitsElsewhere(there.clone())),
            None => self.open_counter(counter, staff),
        }
    }

    /// Who is at the counter, or was put aside by its clerk, is never simply forgotten.
    pub(super) fn close_counter(
        &self,
        counter: &CounterId,
        actor: &Actor,
        left: &Left,
    ) -> Result<Decision, Refusal> {
        let open = self.open_counter_of(counter, actor)?;
        let there = open.visit.and_then(|visit| self.visit(visit));
        let mut events = Vec::new();
        for visit in there.into_iter().chain(self.parked_by(&open.staff)) {
            events.push(match left {
                Left::Nobody if Some(visit.id) == open.visit => {
                    return Err(Refusal::SomebodyAtCounter(counter.clone()));
                }
                Left::Nobody => return Err(Refusal::ParkedHere(visit.number)),
                // Who was called and has not come yet was not served.
                Left::Finished if visit.state != VisitState::Called => {
                    self.ended_or_handed_on(counter, visit, Vec::new(), None)?
                }
                Left::To(to) if to != counter => {
                    let to = Some(Bound::Counter(to.clone()));
                    self.transferred(visit, &Transfer { to, ..Transfer::default() }, Some(counter.clone()))?
                }
                Left::Finished | Left::To(_) | Left::ToAll => {
                    self.transferred(visit, &Transfer::default(), Some(counter.clone()))?
                }
            });
        }
        events.push(Event::CounterClosed { counter: counter.clone() });
        Ok(Decision::done(events))
    }

    /// Whoever is at the counter stays there: pressing twice calls nobody twice.
    pub(super) fn call_next(
        &self,
        now: Timestamp,
        counter: &CounterId,
        actor: &Actor,
    ) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        if let Some(visit) = self.open_counter_of(counter, actor)?.visit {
            return Ok(Decision::unchanged(Reply::Called(visit)));
        }
        office.counter(counter).ok_or_else(|| no_counter(counter))?;
        self.free_counter(counter, actor)?;
        self.may(VisitState::Waiting, VisitCommand::Call)?;
        let pick = self.pick(counter, now).ok_or_else(|| self.why_nobody(counter, now))?;
        let visit = self.visit(pick.visit).ok_or(Refusal::NobodyWaiting)?;
        visit.state.after(VisitCommand::Call)?;
        let called = self.called(visit, counter, now, &office.rules, Some(pick.why));
        Ok(Decision { events: vec![called], reply: Reply::Called(visit.id) })
    }

    pub(super) fn step(
        &self,
        now: Timestamp,
        counter: &CounterId,
        actor: &Actor,
        (id, step): (VisitId, &Step),
    ) -> Result<Decision, Refusal> {
        let rules = &self.configured()?.rules;
        let open = self.open_counter_of(counter, actor)?;
        let there = open.visit.ok_or(Refusal::NobodyAtCounter)?;
        if there != id {
            return Err(Refusal::SomebodyElse { at_counter: there });
        }
        let visit = self.visit(id).ok_or(Refusal::NobodyAtCounter)?;
        self.may(visit.state, step.command())?;
        let event = match step {
            Step::Recall => self.called(visit, counter, now, rules, None),
            Step::Start => Event::Started { visit: id },
            Step::Finish(finish) => return self.finish(now, counter, visit, finish),
            Step::PutBack => {
                let held = Held { until: now + HELD_FOR, others_left: HELD_FOR_OTHERS };
                Event::PutBack { visit: id, held }
            }
            Step::NoShow => {
                may_be_no_show(visit, now, rules)?;
                Event::NoShow { visit: id }
            }
            Step::Park => Event::Parked { visit: id, staff: open.staff.clone() },
            Step::Transfer(transfer) => self.transferred(visit, transfer, Some(counter.clone()))?,
            Step::Cancel => Event::Cancelled { visit: id, counter: Some(counter.clone()) },
        };
        Ok(Decision::done(vec![event]))
    }

    /// What is not done yet goes on waiting, with number, key and arrival as before, unless an outcome ends the visit.
    /// Finishing and calling the next one is one press, so it is one decision: nothing of it can get lost.
    fn finish(
        &self,
        now: Timestamp,
        counter: &CounterId,
        visit: &Visit,
        finish: &Finish,
    ) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        check_services(office, &finish.done)?;
        if let Some(outcome) = finish.outcome.as_ref().filter(|outcome| !office.has_outcome(outcome)) {
            return Err(Refusal::NotFound { what: "outcome", id: outcome.to_string() });
        }
        let Finish { done, outcome, then_next } = finish.clone();
        let mut decision = Decision::done(vec![self.ended_or_handed_on(counter, visit, done, outcome)?]);
        let next = then_next && self.standstill().is_none();
        let next = next.then(|| self.pick_after(counter, now, Some(visit.party()))).flatten();
        if let Some((pick, next)) = next.and_then(|pick| Some((pick, self.visit(pick.visit)?))) {
            decision.events.push(self.called(next, counter, now, &office.rules, Some(pick.why)));
            decision.reply = Reply::Called(next.id);
        }
        Ok(decision)
    }

    /// The end of a visit, or its way on to what is not done yet.
    fn ended_or_handed_on(
        &self,
        counter: &CounterId,
        visit: &Visit,
        named: Vec<ServiceChoice>,
        outcome: Option<ChoiceId>,
    ) -> Result<Event, Refusal> {
        let (done, rest) = self.done_and_rest(self.configured()?, counter, visit, named);
        if rest.is_empty() || outcome.is_some() {
            return Ok(Event::Finished { visit: visit.id, auto: false, done, outcome });
        }
        let done = done.into_iter().filter(|choice| choice.quantity > 0).collect();
        let transfer = Transfer { to: None, services: rest, done };
        self.transferred(visit, &transfer, Some(counter.clone()))
    }

    /// What was done, and what is still to be done: at a counter the next service and those behind it that the counter
    /// offers, unless something else is named. Empty means all; a quantity of 0 says that it was not done.
    fn done_and_rest(
        &self,
        office: &Office,
        counter: &CounterId,
        visit: &Visit,
        named: Vec<ServiceChoice>,
    ) -> (Vec<ServiceChoice>, Vec<ServiceChoice>) {
        if !named.is_empty() {
            let (done, not_done): (Vec<_>, Vec<_>) =
                named.into_iter().partition(|choice| choice.quantity > 0);
            let is_left = |choice: &&ServiceChoice| done.iter().all(|done| done.service != choice.service);
            let rest = visit.services.iter().filter(is_left).cloned().collect();
            return (if done.is_empty() { not_done } else { done }, rest);
        }
        let offers = |choice: &ServiceChoice| {
            let need = Need::of(std::slice::from_ref(choice), office);
            self.index.skills.get(counter).is_none_or(|skills| skills.serve(need))
        };
        let further = visit.services.iter().skip(1).take_while(|choice| offers(choice)).count();
        let (stop, rest) = visit.services.split_at(visit.services.len().min(1 + further));
        let done = if rest.is_empty() { Vec::new() } else { stop.to_vec() };
        (done, rest.to_vec())
    }

    fn called(
        &self,
        visit: &Visit,
        counter: &CounterId,
        now: Timestamp,
        rules: &Rules,
        why: Option<Why>,
    ) -> Event {
        Event::Called {
            visit: visit.id,
            call: CallId(self.facts.last_call + 1),
            counter: counter.clone(),
            counted: visit.counts_again_from(rules).is_none_or(|from| from <= now),
            why,
        }
    }

    /// A call that no longer stands needs no acknowledgement any more.
    pub(super) fn acknowledge(&self, call: CallId, heard: bool) -> Result<Decision, Refusal> {
        if call.0 > self.facts.last_call {
            return Err(Refusal::NotFound { what: "call", id: call.0.to_string() });
        }
        let visit = self.index.called.get(&call).and_then(|visit| self.visit(*visit));
        let news = visit.and_then(|visit| {
            let standing = visit.call.as_ref()?;
            let news = !standing.acknowledged || (heard && !standing.heard);
            news.then_some(Event::CallAcknowledged { visit: visit.id, call, heard })
        });
        Ok(Decision::done(news.into_iter().collect()))
    }

    /// The counter, open and in the hands of whoever asks.
    pub(super) fn open_counter_of(
        &self,
        counter: &CounterId,
        actor: &Actor,
    ) -> Result<&CounterState, Refusal> {
        let Some(state) = self.counter(counter) else {
            let configured = self.configured()?.counter(counter);
            configured.ok_or_else(|| no_counter(counter))?;
            return Err(Refusal::CounterNotOpen(counter.clone()));
        };
        match actor {
            Actor::Staff(staff) if *staff != state.staff => Err(Refusal::CounterTaken(counter.clone())),
            Actor::Staff(_) | Actor::Device(_) | Actor::Booking | Actor::System => Ok(state),
        }
    }
}

fn no_counter(counter: &CounterId) -> Refusal {
    Refusal::NotFound { what: "counter", id: counter.to_string() }
}

/// Nobody is given up who could not have seen the calls, is still on the way after the last, or said to come later.
fn may_be_no_show(visit: &Visit, now: Timestamp, rules: &Rules) -> Result<(), Refusal> {
    if visit.call.as_ref().is_none_or(|call| !call.acknowledged) {
        return Err(Refusal::CallNotShown);
    }
    if visit.calls < rules.max_calls {
        return Err(Refusal::CalledTooFewTimes { calls: visit.calls, needed: rules.max_calls });
    }
    // However often the number was called because nobody else was there.
    if let Some(until) = visit.late_until.filter(|until| now < *until) {
        return Err(Refusal::ComesLater { until });
    }
    match visit.counts_again_from(rules) {
        Some(from) if now < from => Err(Refusal::CallTooRecent { from }),
        Some(_) | None => Ok(()),
    }
}
