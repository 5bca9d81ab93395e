//! What the holder of a ticket asks from its page on the phone.

use super::{Decision, Event, PhoneWish, QueueState, Refusal};
use crate::id::VisitId;
use crate::visit::{NotNow, VisitCommand, VisitState};

impl QueueState {
    /// Only who waits can give the place up: whoever is called already is looked for at the counter, and a clerk says
    /// what becomes of the visit.
    pub(super) fn phone_wish(&self, visit: VisitId, wish: PhoneWish) -> Result<Decision, Refusal> {
        let found = self.visit(visit).ok_or(Refusal::NotFound { what: "visit", id: visit.0.to_string() })?;
        match wish {
            PhoneWish::GiveUp if found.state == VisitState::Waiting => {
                Ok(Decision::done(vec![Event::Cancelled { visit, counter: None }]))
            }
            PhoneWish::GiveUp => Err(NotNow { state: found.state, command: VisitCommand::Cancel }.into()),
        }
    }
}
