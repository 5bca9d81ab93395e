//! What the holder of a ticket asks from its page on the phone.

use super::{Decision, Event, PhoneWish, QueueState, Refusal};
use crate::Timestamp;
use crate::id::{CallId, VisitId};
use crate::visit::{NotNow, Visit, VisitCommand, VisitState};
use chrono::TimeDelta;

/// Nobody is waited for longer.
const LATEST: u8 = 15;

impl QueueState {
    /// Only who waits can give the place up or come later: whoever is called already is looked for at the counter, and
    /// a clerk says what becomes of the visit.
    pub(super) fn phone_wish(
        &self,
        now: Timestamp,
        visit: VisitId,
        wish: PhoneWish,
    ) -> Result<Decision, Refusal> {
        // The phone of one of several who are served as one speaks for all of them.
        let found =
            self.going_on(visit).ok_or(Refusal::NotFound { what: "visit", id: visit.0.to_string() })?;
        match wish {
            PhoneWish::GiveUp => waits(found, VisitCommand::Cancel)
                .map(|()| Decision::done(vec![Event::Cancelled { visit: found.id, counter: None }])),
            PhoneWish::Late { minutes } => self.come_later(now, found, minutes),
            PhoneWish::Seen(call) => self.seen(found, call),
        }
    }

    /// Once a visit; the key stays. While everything stands still the minutes begin with its end.
    fn come_later(&self, now: Timestamp, visit: &Visit, minutes: u8) -> Result<Decision, Refusal> {
        waits(visit, VisitCommand::PutBack)?;
        if visit.late_until.is_some() {
            return Err(Refusal::AlreadyLate);
        }
        if !(1..=LATEST).contains(&minutes) {
            return Err(Refusal::TooLate { most: LATEST });
        }
        let from = self.standstill().map_or(now, |standstill| standstill.since);
        let until = from + TimeDelta::minutes(i64::from(minutes));
        Ok(Decision::done(vec![Event::Delayed { visit: visit.id, until }]))
    }

    /// Whether its tone was heard nobody knows. Of another's call, or one that is over, it says nothing.
    fn seen(&self, visit: &Visit, call: CallId) -> Result<Decision, Refusal> {
        let own = visit.call.as_ref().is_some_and(|own| own.id == call);
        if own { self.acknowledge(call, false) } else { Ok(Decision::done(Vec::new())) }
    }
}

fn waits(visit: &Visit, command: VisitCommand) -> Result<(), Refusal> {
    match visit.state {
        VisitState::Waiting => Ok(()),
        state => Err(NotNow { state, command }.into()),
    }
}
