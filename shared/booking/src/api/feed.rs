//! The change feed of a lobby as an event stream.

use super::document::{FeedEvent, FeedRefused};
use super::request::{SignedOn, bearer};
use super::stream::{self, Source};
use crate::app::App;
use crate::error::ApiError;
use crate::store::{Batch, Cursor, StoreFault};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use foyer_domain::id::OfficeId;
use futures_util::Stream;
use std::convert::Infallible;

/// What a lobby follows: its office, for as long as its token is good.
struct OfOffice {
    office: OfficeId,
    token: String,
}

impl Source for OfOffice {
    const EVENT: &'static str = "change";

    async fn after(&self, app: &App, cursor: Option<Cursor>) -> Result<Option<Batch>, StoreFault> {
        let lobby = app.store.lobby(self.token.clone(), app.now()).await?;
        match lobby {
            Ok(_) => app.store.changes_after(&self.office, cursor, app.now()).await.map(Some),
            Err(_) => Ok(None),
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
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, ApiError> {
    let source = OfOffice { office: lobby.office, token: bearer(&headers)? };
    stream::follow(app, source, &headers).await
}
