//! A ticket's paper once more, on a kiosk that reception chooses.

use super::press::Press;
use crate::copies::{self, Order};
use crate::lobby::Lobby;
use crate::pages::desk::Chosen;
use crate::pages::frame::Sentence;
use crate::pages::words::Words;
use foyer_domain::id::VisitId;
use foyer_protocol::lobby::DeviceKind;
use foyer_text::Value;

/// The office's kiosks.
pub(super) fn kiosks(lobby: &Lobby) -> Vec<Chosen> {
    let kiosks = lobby.devices().list().into_iter().filter(|known| known.device.kind == DeviceKind::Kiosk);
    kiosks.map(|known| Chosen { value: known.device.id.to_string(), text: known.device.name }).collect()
}

impl Press {
    /// Orders the paper. A kiosk that is away is said at once; one that says nothing, to all after a while.
    pub(super) async fn print(
        &self,
        lobby: &Lobby,
        visit: VisitId,
        words: &Words,
    ) -> Result<Option<Sentence>, Sentence> {
        let known = lobby
            .devices()
            .list()
            .into_iter()
            .find(|known| known.device.kind == DeviceKind::Kiosk && known.device.id.as_str() == self.to);
        let Some(known) = known else { return Err(Sentence::look(words.text("desk-print-where"))) };
        let state = lobby.state();
        let Some(visit) = state.visit(visit).filter(|visit| visit.state.is_open()) else {
            return Err(Sentence::look(words.text("desk-refused-not-found")));
        };
        let kiosk = known.device.name.as_str();
        if !known.connected {
            return Err(Sentence::no(words.text_with("desk-print-away", "kiosk", kiosk)));
        }
        let order = Order {
            nonce: self.nonce,
            device: known.device.id.clone(),
            kiosk: kiosk.to_owned(),
            visit: visit.id,
            number: visit.number.to_string(),
            at: lobby.clock().now(),
        };
        copies::order(lobby, order).await;
        let of = [("kiosk", Value::from(kiosk)), ("number", Value::from(visit.number.spaced()))];
        Ok(Some(Sentence::yes(words.texts("desk-print-ordered", &of))))
    }
}
