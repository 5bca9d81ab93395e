//! Lobbies sign on and tell what became of things.

use super::document::{LinkRefused, ToldRefused};
use super::request::{Body, SignedOn};
use crate::app::App;
use crate::error::ApiError;
use axum::Json;
use axum::extract::State;
use foyer_protocol::feed::{LinkRequest, Linked, Positions, Reports};

/// Sign a lobby server on.
///
/// Once, with the code that `foyer-booking office link` printed. An earlier lobby of the office is shut out.
#[utoipa::path(
    post,
    path = "/lobbies",
    operation_id = "link_lobby",
    tag = "lobby",
    request_body(content = LinkRequest, example = json!({ "code": "K7M4-3PXR-9HJK-2WXY" })),
    responses((status = 200, description = "The lobby’s own key from now on", body = Linked), LinkRefused)
)]
pub async fn link(State(app): State<App>, body: Body<LinkRequest>) -> Result<Json<Linked>, ApiError> {
    Ok(Json(app.store.link_lobby(body.value.code, app.now()).await??))
}

/// Tell what became of bookings and tickets.
///
/// At least once: the server knows each report’s id once.
#[utoipa::path(
    post,
    path = "/reports",
    operation_id = "reports",
    tag = "lobby",
    request_body = Reports,
    responses((status = 200, description = "Taken; the answer is `null`"), ToldRefused),
    security(("lobby" = []))
)]
pub async fn report(
    State(app): State<App>,
    SignedOn(lobby): SignedOn,
    body: Body<Reports>,
) -> Result<Json<()>, ApiError> {
    app.store.take_reports(lobby, body.value.reports).await?;
    Ok(Json(()))
}

/// Tell where those stand who wait.
///
/// Of the moment: what gets lost is not told again by itself.
#[utoipa::path(
    post,
    path = "/positions",
    operation_id = "positions",
    tag = "lobby",
    request_body = Positions,
    responses((status = 200, description = "Taken; the answer is `null`"), ToldRefused),
    security(("lobby" = []))
)]
pub async fn positions(
    State(app): State<App>,
    SignedOn(lobby): SignedOn,
    body: Body<Positions>,
) -> Result<Json<()>, ApiError> {
    app.store.take_positions(lobby, body.value).await?;
    Ok(Json(()))
}
