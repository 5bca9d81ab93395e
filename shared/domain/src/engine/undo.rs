//! Taking back a counter's last step.

use super::{Decision, Event, QueueState, Refusal};
use crate::Timestamp;
use crate::id::{CounterId, VisitId};
use crate::queue::Why;
use crate::ticket::TicketNumber;
use crate::visit::{Actor, Visit, VisitState};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// How long a step can be taken back.
const UNDO_FOR: TimeDelta = TimeDelta::seconds(60);

/// What a clerk can take back. A recall is no step of its own: taking back after it takes back the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UndoableStep {
    /// A call, its recalls included.
    Call,
    /// The begin of service.
    Start,
    /// The end of service.
    Finish,
    /// Putting back.
    PutBack,
    /// Giving somebody up as not appeared.
    NoShow,
    /// Putting aside.
    Park,
    /// Serving without a call, or again.
    Take,
    /// Handing on.
    Transfer,
    /// Giving up for somebody.
    Cancel,
    /// Letting somebody go before others.
    Urgent,
    /// Letting two visits go on as one.
    Merge,
    /// Changing what a visit is for.
    Services,
    /// Going on with the visit of a clerk who is away.
    TakeOver,
}

/// What a clerk can take back, and how long yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undoable {
    /// The step.
    pub step: UndoableStep,
    /// Whose.
    pub visit: VisitId,
    /// Last moment at which it can be taken back.
    pub until: Timestamp,
}

/// A counter's last step, and what it takes to restore what was before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct LastStep {
    pub step: UndoableStep,
    pub at: Timestamp,
    /// The visit as it was.
    pub before: Visit,
    /// Why it had been called, if it was at the counter.
    pub why_before: Option<Why>,
    /// Who had been served at the counter before.
    #[serde(default)]
    pub after_before: Option<TicketNumber>,
    /// Held tickets that this call brought nearer to their release, and until when they were held.
    pub relieved: Vec<(VisitId, Timestamp)>,
    /// Whether something touched the ticket or the counter since.
    pub stale: bool,
    /// The visit that the ticket was merged into, as it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<Visit>,
    /// What can be taken back once this is: the finish of the same press.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beneath: Option<Box<Self>>,
    /// Where the visit was taken over from, and why it had been called there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<(CounterId, Option<Why>)>,
}

impl LastStep {
    /// Something was done with a visit, or at a counter, which may be this step's.
    pub fn touch(&mut self, visit: Option<VisitId>, counter: Option<&CounterId>, is_here: bool) {
        let from = self.from.as_ref().map(|(from, _)| from);
        self.stale |= counter.is_some() && from == counter;
        let whole = self.whole.as_ref().map(|whole| whole.id);
        self.stale |= is_here || visit.is_some_and(|visit| self.before.id == visit || whole == Some(visit));
        if let Some(beneath) = &mut self.beneath {
            // Where it was done does not matter: the step above it was done there, too.
            beneath.touch(visit, None, false);
        }
    }

    pub fn until(&self) -> Timestamp {
        self.at + UNDO_FOR
    }
}

impl QueueState {
    pub(super) fn undoable(&self, counter: &CounterId, now: Timestamp) -> Result<&LastStep, Refusal> {
        let last = self.facts.undo.get(counter).ok_or(Refusal::NothingToUndo)?;
        if now > last.until() {
            return Err(Refusal::NothingToUndo);
        }
        // Companions may be at another counter by now.
        let party = self.visit(last.before.id).map_or(last.before.party(), Visit::party);
        let apart = last.before.state.is_at_counter() && self.parties_elsewhere(counter).contains(&party);
        if last.stale || apart {
            return Err(Refusal::ChangedSince);
        }
        if last.before.state.is_at_counter() {
            let home = last.from.as_ref().map_or(counter, |(from, _)| from);
            if self.counter(home).is_some_and(|home| home.pause.is_some()) {
                return Err(Refusal::CounterPaused(home.clone()));
            }
        }
        if last.before.state == VisitState::Called && self.standstill().is_some() {
            return Err(Refusal::Interrupted);
        }
        Ok(last)
    }

    pub(super) fn undo(
        &self,
        now: Timestamp,
        counter: &CounterId,
        actor: &Actor,
        id: VisitId,
    ) -> Result<Decision, Refusal> {
        // A counter that was closed since is answered by what can be undone there, which says why not.
        let last = self.undoable(counter, now)?;
        if last.before.id != id {
            return Err(Refusal::ChangedSince);
        }
        self.open_counter_of(counter, actor)?;
        let mut visit = last.before.clone();
        let mut withdrawn = None;
        if visit.services.is_empty()
            && let Some(booking) = visit.booking.and_then(|booking| self.booking(booking))
        {
            visit.services.clone_from(&booking.services);
        }
        if let Some(current) = self.visit(visit.id) {
            keep_what_was_learned(&mut visit, current);
            let called_anew = last.step == UndoableStep::TakeOver && current.state == VisitState::Called;
            if last.step == UndoableStep::Call || called_anew {
                withdrawn = current.call.as_ref().map(|call| call.id);
            }
        }
        let undone = Event::Undone { counter: counter.clone(), visit: Box::new(visit), withdrawn };
        Ok(Decision::done(vec![undone]))
    }
}

/// What the outside told of a visit meanwhile is no step of the clerk's, and stays.
fn keep_what_was_learned(restored: &mut Visit, current: &Visit) {
    restored.aliases.clone_from(&current.aliases);
    restored.marks.clone_from(&current.marks);
    restored.alone = current.alone;
    restored.party = current.party;
    restored.wishes = current.wishes;
    // A begin forgets it, since whoever meant to come later is there then; taken back, they are not.
    restored.late_until = current.late_until.or(restored.late_until);
    // A call forgets it, since whoever is called is served after all; taken back, they are not.
    restored.told = current.told.or(restored.told);
    if let (Some(restored), Some(call)) = (&mut restored.call, &current.call)
        && restored.id == call.id
    {
        restored.clone_from(call);
    }
    if restored.call.as_ref().map(|call| call.id) == current.call.as_ref().map(|call| call.id) {
        restored.calls = current.calls;
        restored.counted_at = current.counted_at;
    }
}
