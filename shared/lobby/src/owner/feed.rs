//! Taking over what the booking server's feed brings.

use super::{FeedStep, Taken, Working};
use crate::lobby::LobbyError;
use crate::persons;
use crate::secret;
use crate::store::StoreError;
use crate::store::log::Batch;
use foyer_domain::Timestamp;
use foyer_domain::engine::Command;
use foyer_domain::visit::Actor;
use foyer_protocol::feed::Change;

impl Working {
    pub(super) fn follow(
        &mut self,
        batch: &Batch<'_>,
        now: Timestamp,
        step: FeedStep,
    ) -> Result<Result<Taken, LobbyError>, StoreError> {
        let FeedStep { after, position, change } = step;
        let kept = self.now.beside.feed.as_ref().filter(|kept| kept.link == position.link);
        if kept.and_then(|kept| kept.cursor.as_ref()) != after.as_ref() {
            return Ok(Err(LobbyError::StorageUnavailable));
        }
        let taken = match change {
            Some(change) => self.take(batch, now, change)?,
            None => Taken::Not("it is of a kind that this version does not know".to_owned()),
        };
        batch.keep_feed(&position, self.now.beside.short_code_key.as_ref())?;
        self.beside().feed = Some(position);
        Ok(Ok(taken))
    }

    fn take(&mut self, batch: &Batch<'_>, now: Timestamp, change: Change) -> Result<Taken, StoreError> {
        match change {
            Change::Office { office } => self.adopt(batch, now, &Command::AdoptOffice(office)),
            Change::City { city } => self.adopt(batch, now, &Command::AdoptCity(city)),
            Change::ShortCodeKey { key } => Ok(match secret::from_hex(&key) {
                Some(key) => {
                    self.beside().short_code_key = Some(key);
                    Taken::Fully
                }
                None => Taken::Not("the key of the short codes is not 64 hexadecimal digits".to_owned()),
            }),
            Change::Booking { booking, short_code_hash, short_code, name } => {
                let id = booking.id;
                let Some(hash) = secret::from_hex(&short_code_hash) else {
                    return Ok(Taken::Not(format!(
                        "the short code of booking {id} is not 64 hexadecimal digits"
                    )));
                };
                let taken = self.adopt(batch, now, &Command::SyncBooking(booking))?;
                let state = &self.now.state;
                let is_shown = !persons::is_over(state, id, now);
                let is_needed = !persons::is_code_over(state, id, now);
                self.came.names.extend(name.filter(|_| is_shown).map(|name| (id, name)));
                self.came.codes.extend(short_code.filter(|_| is_needed).map(|code| (id, code)));
                if self.now.beside.short_code_hash(id) != Some(&hash) {
                    batch.keep_short_code(&hash, id)?;
                    self.beside().keep_short_code(hash, id);
                }
                Ok(taken)
            }
            Change::Phone { secret_hash, press } => {
                self.pressed(batch, now, &secret_hash, press)?;
                Ok(Taken::Fully)
            }
        }
    }

    fn adopt(&mut self, batch: &Batch<'_>, now: Timestamp, command: &Command) -> Result<Taken, StoreError> {
        match self.now.state.decide(now, &Actor::Booking, command) {
            Ok(decision) => {
                self.record(batch, now, &Actor::Booking, decision.events)?;
                Ok(Taken::Fully)
            }
            Err(refusal) => Ok(Taken::Not(refusal.to_string())),
        }
    }
}
