//! The desk's event stream: the whole `#desk` again whenever it looks different.

use super::view::{Desk, Open};
use super::{Own, own_desk, part};
use crate::board::Told;
use crate::lobby::{Lobby, Published};
use crate::pages::error::PageError;
use crate::pages::signed_in::SignedIn;
use crate::presence::{self, Held};
use crate::troubles::Trouble;
use axum::extract::{Path, State};
use axum::response::sse::{Event, Sse};
use foyer_domain::id::CounterId;
use futures_util::Stream;
use futures_util::stream::unfold;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// The browser hears something at least this often; after two and a half times that it says that it is offline.
const ALIVE_EVERY: Duration = Duration::from_secs(10);

/// `GET /desk/{counter}/stream`. It ends when the counter is no longer this person's, when they are signed off,
/// and when the server stops.
pub(in crate::pages) async fn stream(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Path(counter): Path<CounterId>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, PageError> {
    if !matches!(own_desk(&lobby, &signed, &counter, Open::Nothing), Own::Desk(_)) {
        return Err(PageError::NotFound(Box::new(signed.page)));
    }
    let (changes, told, shutdown) = (lobby.changes(), lobby.board().changes(), lobby.shutdown());
    let (noted, troubles) = (lobby.persons().note_changes(), lobby.troubles().changes());
    let alive_at = Instant::now() + ALIVE_EVERY;
    // Who was away is there again at once.
    let held = lobby.presence().hold(&lobby, &counter);
    presence::tell(&lobby).await;
    let pushed = Pushed {
        lobby,
        signed,
        counter,
        changes,
        told,
        noted,
        troubles,
        shutdown,
        shown: None,
        alive_at,
        _held: held,
    };
    Ok(Sse::new(unfold(pushed, |mut pushed| async move {
        let event = pushed.next().await?;
        Some((Ok(event), pushed))
    })))
}

struct Pushed {
    lobby: Lobby,
    signed: SignedIn,
    counter: CounterId,
    changes: watch::Receiver<Published>,
    told: watch::Receiver<Arc<Told>>,
    noted: watch::Receiver<u64>,
    troubles: watch::Receiver<Arc<Vec<Trouble>>>,
    shutdown: CancellationToken,
    shown: Option<Desk>,
    alive_at: Instant,
    _held: Held,
}

impl Pushed {
    /// Waits for the next thing to send; `None` ends the stream.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if Instant::now() >= self.alive_at {
                self.alive_at = Instant::now() + ALIVE_EVERY;
                let still = self.lobby.staff().session(&self.signed.cookie).await.ok().flatten();
                still.filter(|person| person.id == self.signed.person.id)?;
                return Some(Event::default().event("alive").data("yes"));
            }
            // What is shown is as new as what was marked as seen: only something newer can look different.
            if let Some(shown) = &self.shown {
                let wake = shown.changes_at.map(|at| self.lobby.clock().until(at)).unwrap_or(ALIVE_EVERY);
                tokio::select! {
                    changed = self.changes.changed() => changed.ok()?,
                    changed = self.told.changed() => changed.ok()?,
                    changed = self.noted.changed() => changed.ok()?,
                    changed = self.troubles.changed() => changed.ok()?,
                    () = self.shutdown.cancelled() => return None,
                    () = tokio::time::sleep(wake) => {}
                    () = tokio::time::sleep_until(self.alive_at) => {}
                }
            }
            // Marked as seen before the state is read, so that no change falls between the two.
            self.changes.borrow_and_update();
            self.told.borrow_and_update();
            self.noted.borrow_and_update();
            self.troubles.borrow_and_update();
            let Own::Desk(desk) = own_desk(&self.lobby, &self.signed, &self.counter, Open::Nothing) else {
                return None;
            };
            let looks_the_same = self.shown.as_ref().is_some_and(|shown| shown.looks_like(&desk));
            let html = (!looks_the_same).then(|| part(self.signed.page.words, &desk, &[]));
            self.shown = Some(*desk);
            if let Some(html) = html {
                // A carriage return would end a line of the stream.
                return Some(Event::default().event("desk").data(html.ok()?.replace('\r', "")));
            }
        }
    }
}
