//! What the holder of a ticket pressed on its page, as it comes down the booking server's feed.

use super::Working;
use crate::secret;
use crate::store::StoreError;
use crate::store::log::Batch;
use foyer_domain::Timestamp;
use foyer_domain::engine::{Command, PhoneWish};
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
        let Some(visit) = visit else { return Ok(()) };
        let command = Command::FromPhone { visit, wish: wish(press, now) };
        match self.now.state.decide(now, &Actor::Booking, &command) {
            Ok(decision) => self.record(batch, now, &Actor::Booking, decision.events),
            Err(refusal) => {
                tracing::debug!(%refusal, "a press on a phone changes nothing");
                Ok(())
            }
        }
    }
}

/// What a press asks of the queue.
fn wish(press: PhonePress, now: Timestamp) -> PhoneWish {
    match press {
        PhonePress::GiveUp => PhoneWish::GiveUp,
        // Minutes that were over before the link came back hold nobody up; that they were said is kept.
        PhonePress::Late { minutes, at } => {
            let gone = at.map_or(0, |at| (now - at).num_minutes().clamp(0, u8::MAX.into()));
            PhoneWish::Late { minutes: minutes.saturating_sub(u8::try_from(gone).unwrap_or(u8::MAX)).max(1) }
        }
        // A page in sight is seen; whether its tone was heard nobody knows.
        PhonePress::Seen { call } => PhoneWish::Seen(call),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    /// The link may have been broken for a while: whoever said "10 minutes" then comes 10 minutes after that.
    #[test]
    fn minutes_count_from_when_they_were_said() {
        let now: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
        let asked = |minutes, ago: Option<i64>| {
            let at = ago.map(|seconds| now - TimeDelta::seconds(seconds));
            match wish(PhonePress::Late { minutes, at }, now) {
                PhoneWish::Late { minutes } => minutes,
                other => panic!("{other:?}"),
            }
        };
        for (minutes, ago, left) in [
            (10, Some(0), 10),
            (10, Some(59), 10),
            (10, Some(6 * 60), 4),
            (10, Some(10 * 60), 1),
            (15, Some(26 * 3_600), 1),
            // The phone's server is ahead by a little, or is an older one that does not say when.
            (10, Some(-90), 10),
            (10, None, 10),
        ] {
            assert_eq!(asked(minutes, ago), left, "{minutes} minutes, {ago:?} s ago");
        }
    }
}
