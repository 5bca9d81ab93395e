//! What holds for the whole house, as terminals are told it. Pure.

use foyer_domain::engine::QueueState;
use foyer_domain::office::{Localized, Office};
use foyer_domain::visit::{Visit, VisitState};
use foyer_protocol::lobby::{Broadcast, House, Interrupted, StaffPause};
use foyer_text::Language;

/// What holds for the whole house.
pub(crate) fn house(state: &QueueState, broadcast: Option<Broadcast>) -> House {
    let text = |id| state.office()?.text(id).cloned();
    let interrupted = state.standstill().map(|standstill| Interrupted {
        since: standstill.since,
        text: standstill.text.as_ref().and_then(text).unwrap_or_default(),
    });
    let unserved = state.visits().filter(|visit| waits_in_vain(visit)).map(|visit| visit.number).collect();
    House { interrupted, broadcast, unserved }
}

/// Whether the visit's holder was told that nobody serves it today any more, and nobody came back after all.
pub(crate) fn waits_in_vain(visit: &Visit) -> bool {
    matches!(visit.state, VisitState::Waiting | VisitState::Parked) && visit.told.is_some()
}

/// The office as kiosks show it: where staff have paused intake that stands in the place of the office's own pauses,
/// so that a kiosk, alone or not, knows only one kind; and what stood there, for a kiosk that is still alone tomorrow.
pub(crate) fn with_pauses(state: &QueueState, office: &Office) -> (Office, Vec<StaffPause>) {
    let mut office = office.clone();
    let mut pauses = Vec::new();
    for pause in state.intake_pauses() {
        let own = pause.text.as_ref().and_then(|id| state.office()?.text(id));
        let said = own.cloned().unwrap_or_else(usual);
        if let Some(place) = pause.scope.place_in(&mut office) {
            let usual = place.replace(said);
            pauses.push(StaffPause { scope: pause.scope.clone(), usual });
        }
    }
    (office, pauses)
}

/// What is said where the office has chosen no words.
pub(crate) fn usual() -> Localized {
    let said =
        |language: &Language| (language.tag().to_owned(), foyer_text::text(*language, "kiosk-paused-usual"));
    Localized(Language::ALL.iter().map(said).collect())
}
