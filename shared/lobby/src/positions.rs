//! Tells the booking server where those stand who wait, for the pages on their phones. It is of the moment: at most
//! once a second, only what has changed, and not kept for later. What gets lost is told with all else a minute later.

use crate::beside::Beside;
use crate::config::BookingSettings;
use crate::link::BookingLink;
use crate::lobby::{Lobby, Published};
use crate::outbox;
use crate::secret;
use foyer_domain::Timestamp;
use foyer_domain::engine::QueueState;
use foyer_domain::office::Office;
use foyer_domain::queue::{Need, Skills};
use foyer_protocol::feed::{Position, Positions};
use foyer_protocol::log::Record;
use foyer_protocol::nonce::Nonce;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast::{self, error::TryRecvError};
use tokio::time::Instant;
use uuid::Uuid;

/// Positions are told at most this often …
const EVERY: Duration = Duration::from_secs(1);

/// … and looked at this often at least, because waits change while nothing happens.
const AGE: Duration = Duration::from_secs(20);

/// All are told anew this often: a page whose position is older takes it for out of date.
const ANEW: Duration = Duration::from_secs(60);

/// So many go in one request.
const AT_ONCE: usize = 1_000;

/// A booking server that does not take them is asked again after this long.
const REST: Duration = Duration::from_secs(10);

/// Tells positions for as long as the lobby runs.
pub(crate) async fn tell(lobby: Lobby, settings: BookingSettings) {
    let shutdown = lobby.shutdown();
    tokio::select! {
        () = shutdown.cancelled() => {}
        () = tell_all(&lobby, &settings) => {}
    }
}

async fn tell_all(lobby: &Lobby, settings: &BookingSettings) {
    let (mut changes, mut events) = (lobby.changes(), lobby.events());
    let mut link = lobby.link();
    let mut told = Told::default();
    let mut way = None;
    loop {
        let connected = *link.borrow_and_update() == BookingLink::Connected;
        if !connected {
            // Whoever comes up again may have forgotten all.
            told = Told::default();
            if link.changed().await.is_err() {
                return;
            }
            continue;
        }
        told.forget_changed(&mut events, &changes.borrow().beside);
        let published = changes.borrow_and_update().clone();
        let now = lobby.clock().now();
        // The simulation is arithmetic over the whole queue: not on a thread that serves requests.
        let all = tokio::task::spawn_blocking(move || positions(&published, now)).await.unwrap_or_default();
        let news = told.news(all, Instant::now());
        if !news.is_empty() {
            let server = outbox::booking_server(lobby, settings, &mut way).await;
            for some in news.chunks(AT_ONCE) {
                let Some(server) = &server else { break };
                let body = Positions { as_of: now, of: some.to_vec() };
                let taken: Result<(), _> = server.post("/positions", Nonce::random(), &body).await;
                if let Err(error) = taken {
                    tracing::debug!(error = &error as &dyn std::error::Error, "positions were not taken");
                    told = Told::default();
                    tokio::time::sleep(REST).await;
                    break;
                }
            }
        }
        tokio::time::sleep(EVERY).await;
        tokio::select! {
            changed = changes.changed() => if changed.is_err() { return },
            changed = link.changed() => if changed.is_err() { return },
            () = tokio::time::sleep(AGE) => {}
        }
    }
}

/// What the booking server was told.
#[derive(Default)]
struct Told {
    all_at: Option<Instant>,
    positions: BTreeMap<String, Position>,
}

impl Told {
    /// Whose ticket was told anew: a page takes no position for it that is older than that.
    fn forget_changed(&mut self, events: &mut broadcast::Receiver<Arc<Record>>, beside: &Beside) {
        loop {
            match events.try_recv() {
                Ok(record) => {
                    let secret = record.event.visit().and_then(|visit| beside.secret(visit));
                    if let Some(secret) = secret {
                        self.positions.remove(&hash(secret));
                    }
                }
                Err(TryRecvError::Lagged(_)) => *self = Self::default(),
                Err(TryRecvError::Empty | TryRecvError::Closed) => return,
            }
        }
    }

    /// Those that the booking server does not know like this; all of them once a minute.
    fn news(&mut self, all: Vec<Position>, now: Instant) -> Vec<Position> {
        let anew = self.all_at.is_none_or(|at| now - at >= ANEW);
        if anew {
            self.all_at = Some(now);
        }
        let all: BTreeMap<String, Position> =
            all.into_iter().map(|position| (position.secret_hash.clone(), position)).collect();
        let is_news =
            |position: &&Position| anew || self.positions.get(&position.secret_hash) != Some(position);
        let news = all.values().filter(is_news).cloned().collect();
        self.positions = all;
        news
    }
}

/// Everybody who waits and has a page on the phone, in calling order.
fn positions(published: &Published, now: Timestamp) -> Vec<Position> {
    let state = &*published.state;
    // Without an address for the public no ticket carries a link.
    let Some(office) = state.office().filter(|office| office.public_url.is_some()) else {
        return Vec::new();
    };
    let waiting = state.waiting_in_order(now);
    if waiting.is_empty() {
        return Vec::new();
    }
    let forecast = state.forecast(now);
    let mut before = Before { counters: counters(state, office), groups: Vec::new() };
    let mut positions = Vec::with_capacity(waiting.len());
    for id in waiting {
        let Some(visit) = state.visit(id) else { continue };
        let ahead = before.pass(Need::of(&visit.services, office));
        if let Some(secret) = published.beside.secret(id) {
            positions.push(Position { secret_hash: hash(secret), ahead, wait: forecast.of(id) });
        }
    }
    positions
}

/// What the booking server knows of a ticket's secret.
fn hash(secret: Uuid) -> String {
    secret::hex(&secret::hash(&secret.to_string()))
}

/// What each counter can do, and whether it is open.
fn counters(state: &QueueState, office: &Office) -> Vec<(Skills, bool)> {
    let of = |counter: &foyer_domain::office::Counter| {
        Some((Skills::of(&counter.id, office)?, state.counter(&counter.id).is_some()))
    };
    office.counters.iter().filter_map(of).collect()
}

/// Those who stand before, by what they need.
struct Before {
    counters: Vec<(Skills, bool)>,
    groups: Vec<(Need, u16)>,
}

impl Before {
    /// So many of those who passed before can be called at a counter that could call this one. It then counts, too.
    fn pass(&mut self, need: Need) -> u16 {
        let servers = self.servers(need);
        let rivals = self.groups.iter().filter(|(other, _)| servers.iter().any(|of| of.serve(*other)));
        let ahead = rivals.fold(0_u16, |sum, (_, count)| sum.saturating_add(*count));
        match self.groups.iter_mut().find(|(other, _)| *other == need) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => self.groups.push((need, 1)),
        }
        ahead
    }

    /// The open counters that serve a need, or all that do where none of them is open.
    fn servers(&self, need: Need) -> Vec<&Skills> {
        let all = || self.counters.iter().filter(|(skills, _)| skills.serve(need));
        let open: Vec<&Skills> = all().filter(|(_, open)| *open).map(|(skills, _)| skills).collect();
        if open.is_empty() { all().map(|(skills, _)| skills).collect() } else { open }
    }
}

#[cfg(test)]
mod tests;
