//! `GET /health`: whether the lobby can do its work, and how old what it knows is. Needs no sign-on and says
//! nothing that would need one.

use crate::link::BookingLink;
use crate::lobby::Lobby;
use axum::Json;
use axum::extract::State;
use foyer_protocol::lobby::{BookingHealth, Health, LobbyHealth};

pub(super) async fn health(State(lobby): State<Lobby>) -> Json<LobbyHealth> {
    let clock = lobby.clock();
    let (now, link) = (clock.now(), lobby.link().borrow().clone());
    let (connected, as_of) = match link {
        BookingLink::Connected => (true, Some(now)),
        BookingLink::Disconnected { since } | BookingLink::Refused { since, .. } => (false, Some(since)),
        BookingLink::NotLinked => (false, None),
    };
    // A lobby that cannot read its outbox says so in its log; it is not known to be empty then.
    let has_reports = !lobby.reports(1).await.is_ok_and(|reports| reports.is_empty());
    let published = lobby.published();
    let health = Health {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        now,
        demo_clock: clock.is_demo(),
        ready: published.state.office().is_some(),
    };
    let booking = BookingHealth { connected, as_of, has_reports };
    Json(LobbyHealth { health, booking, log_position: published.seq })
}
