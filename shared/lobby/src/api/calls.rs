//! `POST /calls/{call}/acknowledgement`: a display has shown or sounded a call.

use super::auth::{Attempt, Body, Display, actor};
use crate::error::ApiError;
use crate::lobby::Lobby;
use axum::extract::{Path, State};
use axum::response::NoContent;
use foyer_domain::engine::Command;
use foyer_domain::id::CallId;
use foyer_protocol::lobby::Acknowledgement;

pub(super) async fn acknowledge(
    State(lobby): State<Lobby>,
    Display(display): Display,
    Attempt(nonce): Attempt,
    Path(call): Path<String>,
    Body(acknowledgement): Body<Acknowledgement>,
) -> Result<NoContent, ApiError> {
    let call = CallId(call.parse().map_err(|_| ApiError::NotFound)?);
    let command = Command::Acknowledge { call, heard: acknowledgement.heard };
    lobby.ask(actor(&display), Some(nonce), command).await?;
    Ok(NoContent)
}
