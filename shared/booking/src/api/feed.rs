//! The change feed as an event stream. It is pushed: each commit wakes the streams, and they read what is new.

use super::document::{FeedEvent, FeedRefused};
use super::request::SignedOn;
use crate::app::App;
use crate::error::ApiError;
use crate::store::{Cursor, StoreFault};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use foyer_domain::id::OfficeId;
use futures_util::{Stream, StreamExt, stream};
use std::collections::VecDeque;
use std::time::Duration;
use tokio::sync::watch;

/// So often a silent stream says that it is alive.
pub const HEARTBEAT: Duration = Duration::from_secs(10);

struct Follower {
    app: App,
    office: OfficeId,
    token: String,
    cursor: Option<Cursor>,
    waiting: VecDeque<Event>,
    news: watch::Receiver<i64>,
}

impl Follower {
    /// The next event; none once the server shuts down, or the lobby may no longer read.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            if self.cursor.is_some() {
                tokio::select! {
                    changed = self.news.changed() => changed.ok()?,
                    () = self.app.shutdown.cancelled() => return None,
                }
            }
            if let Err(fault) = self.read().await {
                // The lobby comes back and goes on after its cursor.
                tracing::error!(error = &fault as &dyn std::error::Error, "a feed ends");
                return None;
            }
            self.app.store.lobby(self.token.clone(), self.app.now()).await.ok()?.ok()?;
        }
    }

    async fn read(&mut self) -> Result<(), StoreFault> {
        loop {
            self.news.mark_unchanged();
            let batch =
                self.app.store.changes_after(&self.office, self.cursor.take(), self.app.now()).await?;
            for (cursor, body) in batch.events {
                let event = Event::default().event("change").data(body);
                self.waiting.push_back(match cursor {
                    Some(cursor) => event.id(cursor.to_string()),
                    None => event,
                });
            }
            self.cursor = Some(batch.cursor);
            if !batch.more {
                return Ok(());
            }
        }
    }
}

/// Follow an office's changes as an event stream.
///
/// Each event is named `change`, its data is a `Change`, its id is the cursor to go on after with `last-event-id`;
/// without one, or with one too old, it begins with everything that is still needed.
#[utoipa::path(
    get,
    path = "/feed",
    operation_id = "feed",
    tag = "lobby",
    params(("last-event-id" = Option<String>, Header, description = "The last event that is known")),
    responses(
        (status = 200, description = "An event stream", body = FeedEvent, content_type = "text/event-stream"),
        FeedRefused
    ),
    security(("lobby" = []))
)]
pub async fn follow(
    State(app): State<App>,
    SignedOn(lobby): SignedOn,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, std::convert::Infallible>>>, ApiError> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let follower = Follower {
        office: lobby.office,
        token: header("authorization").trim_start_matches("Bearer ").trim().to_owned(),
        cursor: Cursor::parse(header("last-event-id")),
        waiting: VecDeque::new(),
        news: app.store.changes(),
        app,
    };
    let shutdown = follower.app.shutdown.clone();
    let mut follower = follower;
    // What is known already is read before the answer begins; with a cursor there may be nothing to wait for.
    follower.read().await?;
    let events = stream::unfold(follower, async |mut follower| Some((follower.next().await?, follower)));
    let events = events.map(Ok).take_until(shutdown.cancelled_owned());
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT)))
}
