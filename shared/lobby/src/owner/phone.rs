//! What the holder of a ticket pressed on its page, as it comes down the booking server's feed.

use super::Working;
use crate::secret;
use crate::store::StoreError;
use crate::store::log::Batch;
use foyer_domain::Timestamp;
use foyer_domain::engine::{Command, PhoneWish, QueueState};
use foyer_domain::id::VisitId;
use foyer_domain::visit::Actor;
use foyer_protocol::feed::PhonePress;

impl Working {
    /// Does what was pressed. That it comes too late is no trouble of anybody's: the page shows what is instead.
    pub(super) fn pressed(
        &mut self,
        batch: &Batch<'_>,
        now: Timestamp,
        secret_hash: &str,
        press: PhonePress,
    ) -> Result<(), StoreError> {
        // A ticket of an earlier day is nobody's any more.
        let visit = secret::from_hex(secret_hash).and_then(|hash| self.now.beside.of_phone(&hash));
        let Some(command) = visit.and_then(|visit| command(&self.now.state, visit, press)) else {
            return Ok(());
        };
        match self.now.state.decide(now, &Actor::Booking, &command) {
            Ok(decision) => self.record(batch, now, &Actor::Booking, decision.events),
            Err(refusal) => {
                tracing::debug!(%refusal, "a press on a phone changes nothing");
                Ok(())
            }
        }
    }
}

/// What a press asks of the queue; nothing if the call that was seen is not this ticket's.
fn command(state: &QueueState, visit: VisitId, press: PhonePress) -> Option<Command> {
    match press {
        PhonePress::GiveUp => Some(Command::FromPhone { visit, wish: PhoneWish::GiveUp }),
        PhonePress::Seen { call } => {
            let own = state.visit(visit)?.call.as_ref()?.id == call;
            // A page in sight is seen; whether its tone was heard nobody knows.
            own.then_some(Command::Acknowledge { call, heard: false })
        }
    }
}
