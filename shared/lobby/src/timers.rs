//! What happens because time passes: the day's end, calls that nobody has shown, expected waits.

use crate::closing::Watched;
use crate::lobby::Lobby;
use crate::notices::NoticeKind;
use crate::outage::Outage;
use crate::presence;
use crate::screens::Waits;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::{Command, QueueState};
use foyer_domain::estimate::Span;
use foyer_domain::id::CallId;
use foyer_domain::office::Service;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{Actor, Call};
use foyer_protocol::lobby::ServiceWait;
use std::collections::BTreeSet;
use std::time::Duration;

/// How often the queue is told that time has passed, besides at midnight.
const TICK: Duration = Duration::from_secs(3);

/// A call that no display has shown after this long is told to staff: a frame and a round trip take far less. Longer than
/// a tick, so that each tick knows all calls that become so old before the next one.
pub(crate) const NOT_SHOWN: TimeDelta = TimeDelta::seconds(4);

/// Expected waits are told at most this often.
const WAITS: Duration = Duration::from_secs(1);

/// … and at least looked at this often, because they change while nothing happens.
const WAITS_AGE: Duration = Duration::from_secs(20);

/// Tells the queue that time has passed, for as long as the lobby runs.
pub(crate) async fn tick(lobby: Lobby) {
    let shutdown = lobby.shutdown();
    let mut told = BTreeSet::new();
    let mut doubted = false;
    let mut watched = Watched::default();
    let mut outage = Outage::default();
    loop {
        let now = lobby.clock().now();
        let state = lobby.state();
        let midnight = state.office().map(|office| lobby.clock().until(office.next_midnight(now)));
        let call = unseen(&state, &told).map(|(_, call)| lobby.clock().until(call.at + NOT_SHOWN)).min();
        let pause = midnight.into_iter().chain(call).fold(TICK, Duration::min);
        drop(state);
        tokio::select! {
            () = shutdown.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
        }
        if let Err(error) = lobby.ask(Actor::System, None, Command::Tick).await {
            tracing::debug!(%error, "the tick was not taken");
        }
        presence::tell(&lobby).await;
        let state = lobby.state();
        lobby.board().end_where_nobody_is(|counter| state.counter(counter).is_some());
        drop(state);
        tell_of_calls(&lobby, &mut told).await;
        watched.look(&lobby).await;
        outage.look(&lobby).await;
        doubted = tell_of_the_clock(&lobby, doubted).await;
    }
}

/// Tells staff once of a clock that leaps; answers whether it is doubted now.
async fn tell_of_the_clock(lobby: &Lobby, was_doubted: bool) -> bool {
    let Some(doubt) = lobby.clock().doubt() else { return false };
    if !was_doubted {
        let said = |at: Timestamp| at.format("%F %H:%M UTC");
        let detail = format!("{} ≠ {}", said(doubt.wall), said(doubt.taken));
        lobby.notices().tell(NoticeKind::ClockLeapt, "", &detail).await;
    }
    true
}

/// Tells staff of each call once that no display has shown.
async fn tell_of_calls(lobby: &Lobby, told: &mut BTreeSet<CallId>) {
    let now = lobby.clock().now();
    let state = lobby.state();
    let late = unseen(&state, told).filter(|(_, call)| now - call.at >= NOT_SHOWN);
    let late: Vec<_> = late.map(|(number, call)| (number.to_string(), call.id)).collect();
    for (number, call) in late {
        lobby.notices().tell(NoticeKind::CallNotShown, &number, "").await;
        told.insert(call);
    }
    if state.standing().is_empty() {
        told.clear();
    }
}

/// The standing calls that no display has shown, but those that staff were told of.
fn unseen<'a>(
    state: &'a QueueState,
    told: &'a BTreeSet<CallId>,
) -> impl Iterator<Item = (TicketNumber, &'a Call)> {
    let calls = state.standing().into_iter().filter_map(|visit| Some((visit.number, visit.call.as_ref()?)));
    calls.filter(|(_, call)| !call.acknowledged && !told.contains(&call.id))
}

/// Tells screens the expected wait without an appointment, for as long as the lobby runs.
pub(crate) async fn tell_waits(lobby: Lobby) {
    let shutdown = lobby.shutdown();
    let mut changes = lobby.changes();
    loop {
        let state = std::sync::Arc::clone(&changes.borrow_and_update().state);
        let now = lobby.clock().now();
        // The simulation is arithmetic over the whole queue: not on a thread that serves requests.
        let simulated = tokio::task::spawn_blocking(move || waits(&state, now)).await;
        if let Ok(waits) = simulated {
            lobby.screens().publish_waits(waits);
        }
        let next = async {
            tokio::time::sleep(WAITS).await;
            // A timeout and a change mean the same: look again.
            let _ = tokio::time::timeout(WAITS_AGE, changes.changed()).await;
        };
        tokio::select! {
            () = shutdown.cancelled() => return,
            () = next => {}
        }
    }
}

/// What somebody has to expect who comes now without an appointment, over all services that are offered like that
/// and for each.
fn waits(state: &QueueState, now: Timestamp) -> Waits {
    let Some(office) = state.office() else { return Waits::default() };
    let forecast = state.forecast(now);
    let offered = office.services.iter().filter(|of| of.walk_in && of.walk_in_message.is_none());
    let wait = |service: &Service| {
        let choice = [ServiceChoice { service: service.id.clone(), quantity: 1 }];
        let ahead = u16::try_from(forecast.ahead(&choice)).unwrap_or(u16::MAX);
        ServiceWait { service: service.id.clone(), wait: forecast.walk_in(&choice), ahead }
    };
    let services: Vec<ServiceWait> = offered.map(wait).collect();
    let walk_in = services.iter().filter_map(|of| of.wait).reduce(|all, one| Span {
        from_minutes: all.from_minutes.min(one.from_minutes),
        to_minutes: all.to_minutes.max(one.to_minutes),
    });
    Waits { walk_in, services }
}
