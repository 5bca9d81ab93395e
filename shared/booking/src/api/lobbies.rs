//! Lobbies sign on and tell what became of things.

use super::request::{Body, SignedOn};
use crate::app::App;
use crate::error::ApiError;
use axum::Json;
use axum::extract::State;
use foyer_protocol::feed::{LinkRequest, Linked, Positions, Reports};

/// `POST /lobbies`.
pub async fn link(State(app): State<App>, body: Body<LinkRequest>) -> Result<Json<Linked>, ApiError> {
    Ok(Json(app.store.link_lobby(body.value.code, app.now()).await??))
}

/// `POST /reports`.
pub async fn report(
    State(app): State<App>,
    SignedOn(lobby): SignedOn,
    body: Body<Reports>,
) -> Result<Json<()>, ApiError> {
    app.store.take_reports(lobby, body.value.reports).await?;
    Ok(Json(()))
}

/// `POST /positions`.
pub async fn positions(State(app): State<App>, SignedOn(lobby): SignedOn, body: Body<Positions>) -> Json<()> {
    app.store.take_positions(lobby, body.value);
    Json(())
}
