//! `POST /hand-overs`: what a kiosk did while it was alone.

use super::auth::{Attempt, Body, Kiosk, actor};
use crate::error::ApiError;
use crate::lobby::{Lobby, LobbyError};
use axum::Json;
use axum::extract::State;
use foyer_domain::engine::Reply;
use foyer_protocol::lobby::{HandOverReply, HandOverRequest};

pub(super) async fn hand_over(
    State(lobby): State<Lobby>,
    Kiosk(kiosk): Kiosk,
    Attempt(nonce): Attempt,
    Body(request): Body<HandOverRequest>,
) -> Result<Json<HandOverReply>, ApiError> {
    let answered = lobby.hand_over(actor(&kiosk), nonce, request).await?;
    let Reply::HandedOver(visit) = answered.reply else {
        // The nonce was used by this kiosk for something else.
        return Err(LobbyError::NonceTaken.into());
    };
    let state = lobby.state();
    let number = visit.and_then(|visit| state.visit(visit)).map(|visit| visit.number);
    Ok(Json(HandOverReply { now: lobby.clock().now(), visit, number }))
}
