//! Enrolment, and how a terminal is.

use super::auth::{Attempt, Body, Terminal};
use crate::error::ApiError;
use crate::lobby::Lobby;
use crate::notices::NoticeKind;
use crate::store::StoreError;
use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::response::NoContent;
use foyer_protocol::lobby::{DeviceStatus, EnrolRequest, Enrolled};
use std::net::SocketAddr;

/// A status names at most so many parts.
const PARTS: usize = 20;

/// `POST /devices/enrol`
pub(super) async fn enrol(
    State(lobby): State<Lobby>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    Attempt(nonce): Attempt,
    Body(request): Body<EnrolRequest>,
) -> Result<Json<Enrolled>, ApiError> {
    let enrolled = lobby.devices().enrol(&request, nonce, from.ip()).await?;
    tracing::info!(device = %enrolled.device, "a terminal has enrolled");
    Ok(Json(enrolled))
}

/// `POST /device/status`
pub(super) async fn status(
    State(lobby): State<Lobby>,
    Terminal(terminal): Terminal,
    Body(status): Body<DeviceStatus>,
) -> Result<NoContent, ApiError> {
    if status.parts.len() > PARTS {
        return Err(ApiError::Malformed(format!("parts: at most {PARTS}")));
    }
    // Done to its end even if the terminal no longer waits for the answer: what was once kept is not told again.
    let told = tokio::spawn(keep(lobby, terminal, status)).await;
    told.unwrap_or_else(|fault| std::panic::resume_unwind(fault.into_panic()))?;
    Ok(NoContent)
}

/// Keeps what a terminal says of itself, and tells staff of each part that has just failed.
async fn keep(
    lobby: Lobby,
    terminal: crate::devices::Terminal,
    status: DeviceStatus,
) -> Result<(), StoreError> {
    let parts = status.parts.clone();
    let before = lobby.devices().report(&terminal.device.id, status).await?;
    let was_broken = |part: &str| {
        let parts = before.iter().flat_map(|status| &status.parts);
        parts.into_iter().any(|known| known.part == part && !known.works)
    };
    for part in parts.iter().filter(|part| !part.works && !was_broken(&part.part)) {
        let detail = format!("{}: {}", part.part, part.detail);
        lobby.notices().tell(NoticeKind::PartBroken, &terminal.device.name, &detail).await;
    }
    Ok(())
}
