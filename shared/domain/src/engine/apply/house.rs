//! What changes about counters as such, and about all of the house.

use crate::Timestamp;
use crate::engine::state::{CounterState, IntakePause, Pause, Standstill};
use crate::engine::{Event, QueueState};
use crate::id::VisitId;
use crate::window::Interruption;

impl QueueState {
    pub(super) fn apply_to_counter(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::CounterOpened { counter, staff } => {
                self.touch(None, Some(counter));
                let staff = staff.clone();
                let (visit, why, after, pause, away) = (None, None, None, None, None);
                let open = CounterState { staff, since: at, visit, why, after, pause, away };
                self.facts.counters.insert(counter.clone(), open);
                self.facts.left.remove(counter);
            }
            Event::CounterClosed { counter } => {
                self.touch(None, Some(counter));
                self.facts.counters.remove(counter);
                self.facts.left.insert(counter.clone(), at);
            }
            Event::CounterPaused { counter, reason, back_at } => {
                if let Some(open) = self.facts.counters.get_mut(counter) {
                    let since = open.pause.as_ref().map_or(at, |pause| pause.since);
                    open.pause = Some(Pause { reason: reason.clone(), since, back_at: *back_at });
                }
            }
            Event::CounterWentOn { counter } => {
                if let Some(open) = self.facts.counters.get_mut(counter) {
                    open.pause = None;
                }
            }
            Event::DeskSilent { counter } => {
                if let Some(open) = self.facts.counters.get_mut(counter) {
                    open.away = Some(at);
                }
            }
            Event::DeskHeard { counter } => {
                if let Some(open) = self.facts.counters.get_mut(counter) {
                    open.away = None;
                }
            }
            _ => {}
        }
    }

    pub(super) fn apply_to_house(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::IntakePaused { scope, text } => {
                self.facts.intake_pauses.retain(|pause| pause.scope != *scope);
                self.facts.intake_pauses.push(IntakePause { scope: scope.clone(), text: text.clone() });
            }
            Event::IntakeResumed { scope } => {
                self.facts.intake_pauses.retain(|pause| pause.scope != *scope);
            }
            Event::Interrupted { text } => {
                let since = self.facts.standstill.as_ref().map_or(at, |standstill| standstill.since);
                self.facts.standstill = Some(Standstill { since, text: text.clone() });
            }
            Event::InterruptionEnded => self.interruption_ended(at),
            Event::TerminalsOut { from, to } => {
                let known = self.facts.terminals_out.iter_mut().find(|known| known.from == *from);
                match known {
                    Some(known) => known.to = known.to.max(*to),
                    None => self.facts.terminals_out.push(Interruption { from: *from, to: *to }),
                }
            }
            _ => {}
        }
    }

    /// What was to come comes so much later. What was done before cannot be taken back any more: it would be
    /// restored with its old moments.
    fn interruption_ended(&mut self, at: Timestamp) {
        let Some(standstill) = self.facts.standstill.take() else { return };
        if at <= standstill.since {
            return;
        }
        self.facts.interruptions.push(Interruption { from: standstill.since, to: at });
        self.facts.undo.clear();
        let open = self.visits().filter(|visit| visit.state.is_open()).map(|visit| visit.id);
        for visit in open.collect::<Vec<VisitId>>() {
            self.change(visit, |visit| visit.be_set_back(at - standstill.since));
        }
    }
}
