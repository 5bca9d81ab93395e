//! Taking over what a kiosk did while it was alone.

use super::{Working, recollect};
use crate::lobby::{Answered, LobbyError};
use crate::store::StoreError;
use crate::store::log::Batch;
use foyer_domain::Timestamp;
use foyer_domain::engine::{CheckInOutcome, Command, HandOver, Reply};
use foyer_domain::id::VisitId;
use foyer_domain::visit::{Actor, Origin};
use foyer_protocol::lobby::HandOverRequest;
use foyer_protocol::nonce::Nonce;

impl Working {
    /// The attempt may have been answered before without being heard: then that visit is meant. And it may still
    /// be on its way: then it is to get this visit as its answer, and not one more.
    pub(super) fn hand_over(
        &mut self,
        batch: &Batch<'_>,
        now: Timestamp,
        actor: Actor,
        nonce: Nonce,
        request: HandOverRequest,
    ) -> Result<Result<Answered, LobbyError>, StoreError> {
        let HandOverRequest { attempt, given } = request;
        // A terminal that was enrolled anew in between asked under another name: nobody else knows its nonce.
        let (heard, is_free) = match recollect(batch, &actor, attempt)? {
            Ok(heard) => (heard.clone(), heard.is_none()),
            Err(_) => (None, false),
        };
        let visit = heard.as_ref().and_then(|answered| visit_of(&answered.reply));
        let origin = given.origin;
        let command = Command::HandOver(HandOver { given, visit });
        let answered = self.ask(batch, now, actor.clone(), Some(nonce), &command)?;
        if let Ok(Answered { reply: Reply::HandedOver(Some(visit)), seq }) = answered
            && is_free
            && attempt != nonce
        {
            batch.keep_reply(&actor, attempt, now, seq, &as_if_asked(origin, visit))?;
        }
        Ok(answered)
    }
}

fn visit_of(reply: &Reply) -> Option<VisitId> {
    match reply {
        Reply::CheckIn(
            CheckInOutcome::CheckedIn(visit)
            | CheckInOutcome::AlreadyCheckedIn(visit)
            | CheckInOutcome::BackInQueue(visit),
        )
        | Reply::Opened(visit) => Some(*visit),
        Reply::CheckIn(CheckInOutcome::Refused(_))
        | Reply::Done
        | Reply::Called(_)
        | Reply::Leased(_)
        | Reply::HandedOver(_) => None,
    }
}

/// What the attempt would have been answered.
fn as_if_asked(origin: Origin, visit: VisitId) -> Reply {
    match origin {
        Origin::Appointment => Reply::CheckIn(CheckInOutcome::CheckedIn(visit)),
        Origin::WalkIn | Origin::Late => Reply::Opened(visit),
    }
}
