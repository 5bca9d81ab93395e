//! The room's event stream: the whole of it again whenever it looks different.

use super::{part, room, view::Reception};
use crate::board::Told;
use crate::lobby::{Lobby, Published};
use crate::pages::error::PageError;
use crate::pages::signed_in::SignedIn;
use crate::staff::Role;
use crate::troubles::Trouble;
use axum::extract::State;
use axum::response::sse::{Event, Sse};
use foyer_domain::id::VisitId;
use foyer_protocol::lobby::Broadcast;
use futures_util::Stream;
use futures_util::stream::unfold;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// The browser hears something at least this often.
const ALIVE_EVERY: Duration = Duration::from_secs(10);

/// A room full of people changes many times a second in its busiest minutes; nobody reads quicker than this.
const AT_MOST_EVERY: Duration = Duration::from_millis(100);

/// `GET /room/stream`. It ends when the person is signed off, and when the server stops.
pub(in crate::pages) async fn stream(
    State(lobby): State<Lobby>,
    signed: SignedIn,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, PageError> {
    let signed = signed.of_role(Role::Supervisor, "desk-room-title")?;
    let (changes, told, shutdown) = (lobby.changes(), lobby.board().changes(), lobby.shutdown());
    let (late, broadcasts) = (lobby.late_ones().subscribe(), lobby.broadcasts().changes());
    let (troubles, now) = (lobby.troubles().changes(), Instant::now());
    let pushed = Pushed {
        lobby,
        signed,
        changes,
        told,
        late,
        broadcasts,
        troubles,
        shutdown,
        shown: None,
        alive_at: now + ALIVE_EVERY,
        next_at: now,
    };
    Ok(Sse::new(unfold(pushed, |mut pushed| async move {
        let event = pushed.next().await?;
        Some((Ok(event), pushed))
    })))
}

struct Pushed {
    lobby: Lobby,
    signed: SignedIn,
    changes: watch::Receiver<Published>,
    told: watch::Receiver<Arc<Told>>,
    late: watch::Receiver<Arc<Vec<VisitId>>>,
    broadcasts: watch::Receiver<Option<Arc<Broadcast>>>,
    troubles: watch::Receiver<Arc<Vec<Trouble>>>,
    shutdown: CancellationToken,
    shown: Option<Reception>,
    alive_at: Instant,
    next_at: Instant,
}

impl Pushed {
    /// Waits for the next thing to send; `None` ends the stream.
    async fn next(&mut self) -> Option<Event> {
        loop {
            tokio::time::sleep_until(self.next_at).await;
            // Marked as seen before the state is read, so that no change falls between the two.
            self.changes.borrow_and_update();
            self.told.borrow_and_update();
            self.late.borrow_and_update();
            self.broadcasts.borrow_and_update();
            self.troubles.borrow_and_update();
            let room = room(&self.lobby, &self.signed.page.words, None);
            if !self.shown.as_ref().is_some_and(|shown| shown.looks_like(&room)) {
                let html = part(self.signed.page.words, &room, &[]).ok()?;
                self.shown = Some(room);
                self.next_at = Instant::now() + AT_MOST_EVERY;
                // A carriage return would end a line of the stream.
                return Some(Event::default().event("desk").data(html.replace('\r', "")));
            }
            tokio::select! {
                changed = self.changes.changed() => changed.ok()?,
                changed = self.told.changed() => changed.ok()?,
                changed = self.late.changed() => changed.ok()?,
                changed = self.broadcasts.changed() => changed.ok()?,
                changed = self.troubles.changed() => changed.ok()?,
                () = self.shutdown.cancelled() => return None,
                () = tokio::time::sleep_until(self.alive_at) => {}
            }
            if Instant::now() >= self.alive_at {
                self.alive_at = Instant::now() + ALIVE_EVERY;
                let still = self.lobby.staff().session(&self.signed.cookie).await.ok().flatten();
                still.filter(|person| person.id == self.signed.person.id)?;
                return Some(Event::default().event("alive").data("yes"));
            }
        }
    }
}
