//! Which desks are there: a desk that holds its stream is, and one that was pressed lately. One that is silent for five
//! minutes counts as away.

use crate::lobby::Lobby;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::engine::{Command, QueueState};
use foyer_domain::id::CounterId;
use foyer_domain::visit::Actor;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// After so long a silent desk counts as away.
const SILENT: TimeDelta = TimeDelta::minutes(5);

#[derive(Debug, Default)]
struct Desk {
    streams: u32,
    heard: Option<Timestamp>,
}

/// Who knows which desks are there. Clones are handles to the same.
#[derive(Debug, Clone)]
pub(crate) struct Presence {
    desks: Arc<Mutex<BTreeMap<CounterId, Desk>>>,
    since: Timestamp,
}

/// A desk's stream, for as long as it is held.
pub(crate) struct Held {
    presence: Presence,
    counter: CounterId,
    lobby: Lobby,
}

impl Presence {
    /// Of a lobby that has begun now: no desk is missed for what was before.
    pub(crate) fn new(now: Timestamp) -> Self {
        Self { desks: Arc::default(), since: now }
    }

    /// A desk opened its stream.
    pub(crate) fn hold(&self, lobby: &Lobby, counter: &CounterId) -> Held {
        self.desks().entry(counter.clone()).or_default().streams += 1;
        Held { presence: self.clone(), counter: counter.clone(), lobby: lobby.clone() }
    }

    /// A desk was used.
    pub(crate) fn heard(&self, counter: &CounterId, now: Timestamp) {
        self.desks().entry(counter.clone()).or_default().heard = Some(now);
    }

    /// What the queue is to be told: which open desks are silent now, and which of the silent ones are there again.
    pub(crate) fn changes(&self, state: &QueueState, now: Timestamp) -> Vec<Command> {
        let desks = self.desks();
        let change = |(counter, open): (&CounterId, &foyer_domain::engine::CounterState)| {
            let desk = desks.get(counter);
            let heard =
                desk.and_then(|desk| desk.heard).unwrap_or(self.since).max(open.since).max(self.since);
            let is_there = desk.is_some_and(|desk| desk.streams > 0) || now - heard < SILENT;
            match (is_there, open.away.is_some()) {
                (false, false) => Some(Command::DeskSilent(counter.clone())),
                (true, true) => Some(Command::DeskHeard(counter.clone())),
                _ => None,
            }
        };
        state.counters().filter_map(change).collect()
    }

    fn desks(&self) -> MutexGuard<'_, BTreeMap<CounterId, Desk>> {
        self.desks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let now = self.lobby.clock().now();
        if let Some(desk) = self.presence.desks().get_mut(&self.counter) {
            desk.streams = desk.streams.saturating_sub(1);
            desk.heard = Some(now);
        }
    }
}

/// Tells the queue who has fallen silent and who is there again.
pub(crate) async fn tell(lobby: &Lobby) {
    let changes = lobby.presence().changes(&lobby.state(), lobby.clock().now());
    for command in changes {
        if let Err(error) = lobby.ask(Actor::System, None, command).await {
            tracing::debug!(%error, "the queue was not told of a desk");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_domain::office::Office;

    fn ten() -> Timestamp {
        "2026-11-23T09:00:00Z".parse().unwrap()
    }

    fn state() -> QueueState {
        let office: Office = serde_json::from_value(serde_json::json!({
            "id": "mitte", "number": 7, "name": "Mitte", "address": "Markt 1", "time_zone": "Europe/Berlin",
            "areas": [{"id": "eg", "name": "Eins", "letter": "A"}],
            "services": [{"id": "ausweis", "name": "Ausweis", "minutes": 10, "area": "eg"}],
            "counters": [{"id": "1", "name": "Schalter 1", "area": "eg"}],
            "hours": [],
        }))
        .unwrap();
        let mut state = QueueState::default();
        let open = Command::OpenCounter { counter: "1".into(), staff: "kim".into() };
        for command in [Command::AdoptOffice(Box::new(office)), open] {
            told(&mut state, ten(), &command);
        }
        state
    }

    fn told(state: &mut QueueState, at: Timestamp, command: &Command) {
        for event in state.decide(at, &Actor::System, command).unwrap().events {
            state.apply(at, &event);
        }
    }

    #[test]
    fn a_desk_is_away_after_five_silent_minutes_and_back_when_it_is_heard() {
        let (presence, mut state) = (Presence::new(ten()), state());
        let counter = CounterId::from("1");
        let later = ten() + SILENT;
        assert!(presence.changes(&state, later - TimeDelta::seconds(1)).is_empty());
        assert_eq!(presence.changes(&state, later), [Command::DeskSilent(counter.clone())]);
        told(&mut state, later, &Command::DeskSilent(counter.clone()));
        assert!(presence.changes(&state, later + SILENT).is_empty(), "told once");
        presence.heard(&counter, later + SILENT);
        assert_eq!(presence.changes(&state, later + SILENT), [Command::DeskHeard(counter.clone())]);
        told(&mut state, later + SILENT, &Command::DeskHeard(counter));
        assert!(presence.changes(&state, later + SILENT).is_empty());
    }
}
