//! What became of bookings, for programs of others: asked for, or pushed.

use super::HEARTBEAT;
use super::document::{FeedEvent, OthersRefused};
use super::request::{bearer, program};
use crate::app::App;
use crate::error::{ApiError, RequestFault};
use crate::rights::Right;
use crate::store::{Cursor, StoreFault, TokenEntry, Told};
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use foyer_protocol::changes::Changes;
use futures_util::{Stream, StreamExt, stream};
use serde::Deserialize;
use std::collections::VecDeque;
use tokio::sync::watch;
use utoipa::IntoParams;

/// Where to go on.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct After {
    /// The `cursor` of the answer before; without it, all that is known of today and later.
    after: Option<String>,
}

fn told(token: &TokenEntry) -> Told {
    Told { office: token.office.clone(), names: token.allows(Right::Names) }
}

/// What became of bookings after a cursor.
#[utoipa::path(
    get,
    path = "/changes",
    operation_id = "changes",
    tag = "others",
    params(After),
    responses((status = 200, description = "Each booking once, as it is now", body = Changes), OthersRefused),
    security(("token" = []))
)]
pub async fn list(
    State(app): State<App>,
    headers: HeaderMap,
    after: Result<Query<After>, QueryRejection>,
) -> Result<Json<Changes>, ApiError> {
    let token = program(&app, &headers, Right::Feed).await?;
    let Query(After { after }) = after.map_err(|fault| RequestFault::Malformed(fault.body_text()))?;
    let cursor = after.as_deref().and_then(Cursor::parse);
    let batch = app.store.told_after(told(&token), cursor).await?;
    let changes = batch.changes.into_iter().map(|(_, change)| change).collect();
    Ok(Json(Changes { changes, cursor: batch.cursor.to_string(), more: batch.more }))
}

struct Follower {
    app: App,
    token: String,
    cursor: Option<Cursor>,
    waiting: VecDeque<Event>,
    news: watch::Receiver<i64>,
}

impl Follower {
    /// The next event; none once the server shuts down, or the token is taken back.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            tokio::select! {
                changed = self.news.changed() => changed.ok()?,
                () = self.app.shutdown.cancelled() => return None,
            }
            let token = self.app.store.token(self.token.clone(), Right::Feed).await.ok()?.ok()?;
            if let Err(fault) = self.read(told(&token)).await {
                // Whoever follows comes back and goes on after its cursor.
                tracing::error!(error = &fault as &dyn std::error::Error, "a feed ends");
                return None;
            }
        }
    }

    async fn read(&mut self, told: Told) -> Result<(), StoreFault> {
        loop {
            self.news.mark_unchanged();
            let batch = self.app.store.told_after(told.clone(), self.cursor.take()).await?;
            for (cursor, change) in batch.changes {
                let body = serde_json::to_string(&change)?;
                self.waiting.push_back(Event::default().event("booking").id(cursor.to_string()).data(body));
            }
            self.cursor = Some(batch.cursor);
            if !batch.more {
                return Ok(());
            }
        }
    }
}

/// Follow what becomes of bookings as an event stream.
///
/// Each event is named `booking`, its data is a `BookingChange`, its id is the cursor to go on after with
/// `last-event-id`; without one it begins with all that is known of today and later.
#[utoipa::path(
    get,
    path = "/changes/stream",
    operation_id = "follow_changes",
    tag = "others",
    params(("last-event-id" = Option<String>, Header, description = "The last event that is known")),
    responses(
        (status = 200, description = "An event stream", body = FeedEvent, content_type = "text/event-stream"),
        OthersRefused
    ),
    security(("token" = []))
)]
pub async fn follow(
    State(app): State<App>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, std::convert::Infallible>>>, ApiError> {
    let token = bearer(&headers)?;
    let allowed = program(&app, &headers, Right::Feed).await?;
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let news = app.store.changes();
    let cursor = Cursor::parse(last);
    let mut follower = Follower { app, token, cursor, waiting: VecDeque::new(), news };
    let shutdown = follower.app.shutdown.clone();
    follower.read(told(&allowed)).await?;
    let events = stream::unfold(follower, async |mut follower| Some((follower.next().await?, follower)));
    let events = events.map(Ok).take_until(shutdown.cancelled_owned());
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT)))
}
