//! What changes, as an event stream. It is pushed: each commit wakes the streams, and they read what is new.

use crate::app::App;
use crate::error::ApiError;
use crate::store::{Batch, Cursor, StoreFault};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::{Stream, StreamExt, stream};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::watch;

/// So often a silent stream says that it is alive.
pub const HEARTBEAT: Duration = Duration::from_secs(10);

/// What is followed.
pub trait Source: Send + 'static {
    /// How its events are named.
    const EVENT: &'static str;

    /// What is new after a cursor; none once whoever follows may no longer read it.
    fn after(
        &self,
        app: &App,
        cursor: Option<Cursor>,
    ) -> impl Future<Output = Result<Option<Batch>, StoreFault>> + Send;
}

struct Follower<S> {
    app: App,
    source: S,
    cursor: Option<Cursor>,
    waiting: VecDeque<Event>,
    news: watch::Receiver<i64>,
}

impl<S: Source> Follower<S> {
    /// The next event; none once the server shuts down, or it may no longer be read.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            tokio::select! {
                changed = self.news.changed() => changed.ok()?,
                () = self.app.shutdown.cancelled() => return None,
            }
            match self.read().await {
                Ok(may_go_on) => may_go_on.then_some(())?,
                Err(fault) => {
                    // Whoever follows comes back and goes on after its cursor.
                    tracing::error!(error = &fault as &dyn std::error::Error, "a stream of changes ends");
                    return None;
                }
            }
        }
    }

    /// Reads all that is new; whether it may be read.
    async fn read(&mut self) -> Result<bool, StoreFault> {
        loop {
            self.news.mark_unchanged();
            let Some(batch) = self.source.after(&self.app, self.cursor.take()).await? else {
                return Ok(false);
            };
            for (cursor, body) in batch.events {
                let event = Event::default().event(S::EVENT).data(body);
                self.waiting.push_back(match cursor {
                    Some(cursor) => event.id(cursor.to_string()),
                    None => event,
                });
            }
            self.cursor = Some(batch.cursor);
            if !batch.more {
                return Ok(true);
            }
        }
    }
}

/// Follows a source from the `last-event-id` on. What is known already is read before the answer begins.
pub async fn follow<S: Source>(
    app: App,
    source: S,
    headers: &HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>> + use<S>>, ApiError> {
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (news, shutdown) = (app.store.changes(), app.shutdown.clone());
    let mut follower = Follower { app, source, cursor: Cursor::parse(last), waiting: VecDeque::new(), news };
    follower.read().await?;
    let events = stream::unfold(follower, async |mut follower| Some((follower.next().await?, follower)));
    let events = events.map(Ok).take_until(shutdown.cancelled_owned());
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT)))
}
