//! What a clerk's step changes: the visit, the counter, and what can be taken back.

use crate::Timestamp;
use crate::engine::undo::{LastStep, UndoableStep};
use crate::engine::{Event, QueueState};
use crate::id::{CallId, CounterId, VisitId};
use crate::queue::{Need, Why};
use crate::visit::{Call, Visit, VisitState};

impl QueueState {
    pub(super) fn apply_step(&mut self, at: Timestamp, event: &Event) {
        use UndoableStep as S;
        let watch = &self.watch(at);
        let its_counter =
            |state: &Self, id: &VisitId| state.visit(*id).and_then(|visit| visit.counter.clone());
        match event {
            Event::Started { visit } => {
                let counter = its_counter(self, visit);
                self.stepped(at, *visit, counter.as_ref(), S::Start, |visit| {
                    visit.enter(watch, VisitState::Serving);
                });
            }
            Event::Finished { visit, auto, done, outcome } => {
                let counter = its_counter(self, visit).filter(|_| !auto);
                self.stepped(at, *visit, counter.as_ref(), S::Finish, |visit| {
                    visit.be_finished(watch, done, outcome.as_ref());
                });
            }
            Event::PutBack { visit, held } => {
                let counter = its_counter(self, visit);
                self.stepped(at, *visit, counter.as_ref(), S::PutBack, |visit| {
                    visit.enter(watch, VisitState::Waiting);
                    visit.held = Some(*held);
                });
            }
            Event::NoShow { visit } => {
                let counter = its_counter(self, visit);
                self.stepped(at, *visit, counter.as_ref(), S::NoShow, |visit| {
                    visit.enter(watch, VisitState::NoShow);
                });
            }
            Event::Parked { visit, staff } => {
                let counter = its_counter(self, visit);
                self.stepped(at, *visit, counter.as_ref(), S::Park, |visit| visit.be_parked(watch, staff));
            }
            Event::Taken { visit, counter, at_once } => self.taken(at, *visit, counter, *at_once),
            Event::Transferred { visit, transfer, area, counter, withdrawn: _ } => {
                self.stepped(at, *visit, counter.as_ref(), S::Transfer, |visit| {
                    visit.be_handed_on(watch, transfer, area);
                });
            }
            Event::MadeUrgent { visit, reason, counter } => {
                self.stepped(at, *visit, counter.as_ref(), S::Urgent, |visit| {
                    visit.urgent = true;
                    visit.urgent_reason = Some(reason.clone());
                });
            }
            Event::Cancelled { visit, counter } => {
                self.stepped(at, *visit, counter.as_ref(), S::Cancel, |visit| {
                    visit.enter(watch, VisitState::Cancelled);
                });
            }
            Event::ServicesChanged { visit, services, area, counter } => {
                self.stepped(at, *visit, counter.as_ref(), S::Services, |visit| {
                    visit.services.clone_from(services);
                    visit.area = area.clone();
                });
            }
            Event::TakenOver { visit, counter, from, staff: _ } => {
                self.taken_over(at, *visit, counter, from.as_ref());
            }
            Event::CallWithdrawn { visit, call: _ } => {
                self.stepped(at, *visit, None, S::Call, |visit| visit.enter(watch, VisitState::Waiting));
            }
            Event::Merged { visit, into, counter } => self.merged_into(at, *visit, *into, counter.as_ref()),
            Event::Unserved { visit } => {
                self.stepped(at, *visit, None, S::Cancel, |visit| visit.enter(watch, VisitState::Unserved));
            }
            _ => {}
        }
    }

    pub(super) fn called_to(
        &mut self,
        at: Timestamp,
        (id, call): (VisitId, CallId),
        counter: &CounterId,
        counts: bool,
        why: Option<Why>,
    ) {
        self.facts.last_call = self.facts.last_call.max(call.0);
        if why.is_some() {
            let relieved = self.relieve_held(id, counter);
            self.remember(at, id, counter, UndoableStep::Call, relieved);
            if let Some(open) = self.facts.counters.get_mut(counter) {
                open.visit = Some(id);
                open.why = why;
                open.after = None;
            }
        }
        let watch = self.watch(at);
        let call = Call { id: call, counter: counter.clone(), at, counts, acknowledged: false, heard: false };
        self.change(id, |visit| {
            // Somebody serves it after all.
            visit.told = None;
            visit.be_called(&watch, call);
        });
    }

    /// A call brings nearer to release whom its counter could have called but for being held.
    fn relieve_held(&mut self, called: VisitId, counter: &CounterId) -> Vec<(VisitId, Timestamp)> {
        let Some((office, skills)) = self.office().zip(self.index.skills.get(counter)) else {
            return Vec::new();
        };
        let could_be_called = |id: &VisitId| {
            let visit = self.visit(*id).filter(|visit| *id != called && waits_for_others(visit));
            visit.is_some_and(|visit| skills.serve(Need::of(&visit.services, office)))
        };
        let held = self.index.held.iter().copied().filter(could_be_called);
        let until = |id: VisitId| Some((id, self.visit(id)?.held?.until));
        let relieved: Vec<(VisitId, Timestamp)> = held.filter_map(until).collect();
        self.change_others_left(&relieved, |others_left| others_left.saturating_sub(1));
        relieved
    }

    /// Changes only those who are still held as they were, not held anew.
    fn change_others_left(&mut self, held: &[(VisitId, Timestamp)], change: impl Fn(u8) -> u8) {
        for (id, until) in held {
            self.change(*id, |visit| {
                if let Some(held) = visit.held.as_mut().filter(|held| held.until == *until) {
                    held.others_left = change(held.others_left);
                }
            });
        }
    }

    /// What a clerk did at a counter, who can take it back there; without a counter nobody takes it back.
    fn stepped(
        &mut self,
        at: Timestamp,
        id: VisitId,
        counter: Option<&CounterId>,
        step: UndoableStep,
        change: impl FnOnce(&mut Visit),
    ) {
        match counter {
            Some(counter) => self.remember(at, id, counter, step, Vec::new()),
            None => self.touch(Some(id), None),
        }
        self.change(id, change);
        let Some(visit) = self.facts.visits.get(&id) else { return };
        let party = (step == UndoableStep::Finish && counter.is_some()).then(|| visit.party());
        if let Some(open) = self.facts.counters.values_mut().find(|open| open.visit == Some(id)) {
            open.after = party;
            if !visit.state.is_at_counter() {
                open.visit = None;
                open.why = None;
            }
        }
    }

    /// Served without a call. Who was let in only for that has gone again once it is taken back.
    fn taken(&mut self, at: Timestamp, id: VisitId, counter: &CounterId, at_once: bool) {
        let watch = self.watch(at);
        self.remember(at, id, counter, UndoableStep::Take, Vec::new());
        if let Some(last) = self.facts.undo.get_mut(counter).filter(|_| at_once) {
            last.before.enter(&watch, VisitState::Cancelled);
        }
        if let Some(open) = self.facts.counters.get_mut(counter) {
            open.visit = Some(id);
            open.why = None;
            open.after = None;
        }
        self.change(id, |visit| visit.be_taken(&watch, counter));
    }

    /// The counter that it comes from has nobody any more, until it is taken back.
    fn taken_over(&mut self, at: Timestamp, id: VisitId, counter: &CounterId, from: Option<&CounterId>) {
        let watch = self.watch(at);
        self.remember(at, id, counter, UndoableStep::TakeOver, Vec::new());
        if let Some(from) = from {
            self.touch(None, Some(from));
            let why = self.facts.counters.get_mut(from).and_then(|left| {
                left.visit = None;
                left.why.take()
            });
            if let Some(last) = self.facts.undo.get_mut(counter) {
                last.from = Some((from.clone(), why));
            }
        }
        if let Some(open) = self.facts.counters.get_mut(counter) {
            open.visit = Some(id);
            open.why = None;
            open.after = None;
        }
        self.change(id, |visit| visit.be_taken_over(&watch, counter));
    }

    fn merged_into(&mut self, at: Timestamp, id: VisitId, into: VisitId, counter: Option<&CounterId>) {
        let (Some(part), Some(whole)) = (self.visit(id).cloned(), self.visit(into).cloned()) else { return };
        let watch = &self.watch(at);
        self.touch(Some(into), None);
        self.stepped(at, id, counter, UndoableStep::Merge, |visit| {
            visit.enter(watch, VisitState::Cancelled);
            visit.merged_into = Some(into);
        });
        self.change(into, |visit| visit.take_in(&part));
        if let Some(last) = counter.and_then(|counter| self.facts.undo.get_mut(counter)) {
            last.whole = Some(whole);
        }
    }

    fn remember(
        &mut self,
        at: Timestamp,
        id: VisitId,
        counter: &CounterId,
        step: UndoableStep,
        relieved: Vec<(VisitId, Timestamp)>,
    ) {
        // Of "finish and next" the call is taken back first, then the finish, or the transfer of what is left to do.
        let ends = |step| matches!(step, UndoableStep::Finish | UndoableStep::Transfer);
        let is_finish = |last: &&LastStep| ends(last.step) && last.at == at && !last.stale;
        let beneath = self.facts.undo.get(counter).filter(|_| step == UndoableStep::Call).filter(is_finish);
        let beneath = beneath.cloned().map(Box::new);
        self.touch(Some(id), Some(counter));
        if let Some(before) = self.visit(id).cloned() {
            let (why_before, after_before) =
                self.counter(counter).map_or((None, None), |open| (open.why, open.after));
            let (stale, whole, from) = (false, None, None);
            let undoable = LastStep {
                step,
                at,
                before,
                why_before,
                after_before,
                relieved,
                stale,
                whole,
                beneath,
                from,
            };
            self.facts.undo.insert(counter.clone(), undoable);
        }
    }

    /// Whatever was done before with this visit or at this counter can no longer be taken back.
    pub(super) fn touch(&mut self, visit: Option<VisitId>, counter: Option<&CounterId>) {
        for (at, undoable) in &mut self.facts.undo {
            undoable.touch(visit, counter, Some(at) == counter);
        }
    }

    pub(super) fn undone(&mut self, counter: &CounterId, before: &Visit) {
        self.touch(Some(before.id), None);
        let last = self.facts.undo.remove(counter);
        if let Some(last) = &last {
            self.change_others_left(&last.relieved, |others_left| others_left.saturating_add(1));
            if let (Some(whole), Some(into)) = (&last.whole, last.whole.as_ref().map(|whole| whole.id)) {
                self.touch(Some(into), None);
                self.change(into, |visit| visit.give_back(before, whole));
            }
        }
        let is_here = before.state.is_at_counter() && before.counter.as_ref() == Some(counter);
        if let Some(open) = self.facts.counters.get_mut(counter)
            && (is_here || open.visit.is_none_or(|visit| visit == before.id))
        {
            open.visit = is_here.then_some(before.id);
            open.after = last.as_ref().and_then(|last| last.after_before);
            open.why = last.as_ref().and_then(|last| last.why_before).filter(|_| open.visit.is_some());
        }
        if let Some((from, why)) = last.as_ref().and_then(|last| last.from.clone())
            && let Some(left) = self.facts.counters.get_mut(&from)
        {
            left.visit = Some(before.id);
            left.why = why;
        }
        if let Some(beneath) = last.and_then(|last| last.beneath) {
            self.facts.undo.insert(counter.clone(), *beneath);
        }
        self.change(before.id, |visit| visit.clone_from(before));
    }
}

fn waits_for_others(visit: &Visit) -> bool {
    visit.held.is_some_and(|held| held.others_left > 0)
}
