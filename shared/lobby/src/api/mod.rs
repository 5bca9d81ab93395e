//! The device API, `/api/v1`: documented in `foyer_protocol::lobby`.

pub(crate) mod auth;
mod calls;
mod check_in;
mod hand_overs;
mod health;
mod slides;
mod stream;
mod terminals;
mod tickets;

use crate::error::ApiError;
use crate::lobby::Lobby;
use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::routing::{get, post};
use tower_http::set_header::SetResponseHeaderLayer;

/// All of the device API.
pub(crate) fn router(lobby: Lobby) -> Router {
    let calls = Router::new()
        .route("/devices/enrol", post(terminals::enrol))
        .route("/device/status", post(terminals::status))
        .route("/check-ins", post(check_in::check_in))
        .route("/hand-overs", post(hand_overs::hand_over))
        .route("/late-tickets", post(tickets::late))
        .route("/walk-ins", post(tickets::walk_in))
        .route("/wishes", post(tickets::wish))
        .route("/tickets/{visit}/print", post(tickets::print))
        .route("/calls/{call}/acknowledgement", post(calls::acknowledge))
        .route("/stream", get(stream::stream))
        .route("/slides/{digest}", get(slides::slide))
        .route("/health", get(health::health))
        .fallback(async || ApiError::NotFound)
        .method_not_allowed_fallback(async || ApiError::WrongMethod);
    let header = |name: HeaderName, value| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    Router::new()
        .route("/health", get(health::health))
        .nest("/api/v1", calls)
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        // Answers belong to one terminal and one moment, unless they say otherwise.
        .layer(header(header::CACHE_CONTROL, "no-store"))
        .with_state(lobby)
}
