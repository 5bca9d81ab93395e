//! What became of bookings, for programs of others: asked for, or pushed.

use super::document::{FeedEvent, OthersRefused};
use super::request::{bearer, program};
use super::stream::{self, Source};
use crate::app::App;
use crate::error::{ApiError, RequestFault};
use crate::rights::Right;
use crate::store::{Batch, Cursor, StoreFault, TokenEntry, Told};
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use foyer_protocol::changes::Changes;
use futures_util::Stream;
use serde::Deserialize;
use std::convert::Infallible;
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

/// What a program follows: as much as its token allows.
struct OfToken(String);

impl Source for OfToken {
    const EVENT: &'static str = "booking";

    async fn after(&self, app: &App, cursor: Option<Cursor>) -> Result<Option<Batch>, StoreFault> {
        let Ok(token) = app.store.token(self.0.clone(), Right::Feed).await? else { return Ok(None) };
        let batch = app.store.told_after(told(&token), cursor).await?;
        let body = |(cursor, change)| Ok((Some(cursor), serde_json::to_string(&change)?));
        let events = batch.changes.into_iter().map(body).collect::<Result<_, StoreFault>>()?;
        Ok(Some(Batch { events, cursor: batch.cursor, more: batch.more }))
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
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, ApiError> {
    program(&app, &headers, Right::Feed).await?;
    stream::follow(app, OfToken(bearer(&headers)?), &headers).await
}
