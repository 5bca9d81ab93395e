//! Everything stands still (fire alarm, evacuation, power) until "Weiter": DESIGN "Interruption".
//!
//! Standing calls go back to the queue with key and counts as they were. Whoever is in service stays there, and the
//! time counts for nobody. What was to happen after a while happens so much later.

use super::{Decision, Event, QueueState, Refusal, Standstill};
use crate::Timestamp;
use crate::id::ChoiceId;
use crate::visit::{Guard, VisitCommand, VisitState, Watch};
use crate::window::Interruption;

impl QueueState {
    /// Whether a visit takes a command, as far as the visit alone and the house say.
    pub(super) fn may(&self, state: VisitState, command: VisitCommand) -> Result<VisitState, Refusal> {
        let after = state.after(command)?;
        if command.guards().contains(&Guard::GoesOn) && self.standstill().is_some() {
            return Err(Refusal::Interrupted);
        }
        Ok(after)
    }

    pub(super) fn interrupt(&self, text: Option<&ChoiceId>) -> Result<Decision, Refusal> {
        self.check_text(text)?;
        if self.standstill().is_some_and(|standstill| standstill.text.as_ref() == text) {
            return Ok(Decision::done(Vec::new()));
        }
        let standing = self.index.called.iter();
        let withdrawn = standing.map(|(call, visit)| Event::CallWithdrawn { visit: *visit, call: *call });
        let interrupted = Event::Interrupted { text: text.cloned() };
        Ok(Decision::done(withdrawn.chain([interrupted]).collect()))
    }

    pub(super) fn end_interruption(&self) -> Decision {
        Decision::done(self.standstill().iter().map(|_| Event::InterruptionEnded).collect())
    }

    /// An outage lengthens windows; nothing else stood still. Told again with the same beginning and a later end, it
    /// has lasted longer.
    pub(super) fn terminals_out(
        &self,
        now: Timestamp,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        if to > now || from >= to {
            return Err(Refusal::Moment(to));
        }
        // What began yesterday lengthens no window of today.
        let Some(today) = self.day().filter(|today| office.day(to) == *today) else {
            return Err(Refusal::Moment(to));
        };
        let from = if office.day(from) == today { from } else { office.local(today, chrono::NaiveTime::MIN) };
        let is_known = |known: &Interruption| known.from == from && known.to >= to;
        let known = self.facts.terminals_out.iter().any(is_known) || from >= to;
        let out = Event::TerminalsOut { from, to };
        Ok(Decision::done(if known { Vec::new() } else { vec![out] }))
    }

    /// A text of the office's list, where one is named.
    pub(super) fn check_text(&self, text: Option<&ChoiceId>) -> Result<(), Refusal> {
        let office = self.configured()?;
        match text.filter(|text| office.text(text).is_none()) {
            Some(text) => Err(Refusal::NotFound { what: "text", id: text.to_string() }),
            None => Ok(()),
        }
    }

    /// What stands still now, if everything does.
    pub fn standstill(&self) -> Option<&Standstill> {
        self.facts.standstill.as_ref()
    }

    /// When nobody could check in today, up to now: what lengthens the windows of bookings.
    pub fn outages(&self, now: Timestamp) -> Vec<Interruption> {
        let mut outages = self.stood_still(now);
        outages.extend(&self.facts.terminals_out);
        outages
    }

    /// The same, but for an interruption that is not over yet.
    pub fn outages_over(&self) -> Vec<Interruption> {
        self.facts.interruptions.iter().chain(&self.facts.terminals_out).copied().collect()
    }

    /// When everything stood still today, up to now.
    fn stood_still(&self, now: Timestamp) -> Vec<Interruption> {
        let standing = self.standstill().filter(|standstill| standstill.since < now);
        let this = standing.map(|standstill| Interruption { from: standstill.since, to: now });
        self.facts.interruptions.iter().copied().chain(this).collect()
    }

    /// A watch that stood still whenever everything did.
    pub(super) fn watch(&self, now: Timestamp) -> Watch {
        Watch::new(now, self.stood_still(now))
    }
}
