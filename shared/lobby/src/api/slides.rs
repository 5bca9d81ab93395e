//! `GET /slides/{digest}`: a picture for displays.

use super::auth::Terminal;
use crate::error::ApiError;
use crate::lobby::Lobby;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;

pub(super) async fn slide(
    State(lobby): State<Lobby>,
    Terminal(_): Terminal,
    Path(digest): Path<String>,
) -> Result<impl IntoResponse, ApiError> {
    let bytes = lobby.slides().bytes(&digest).await.ok_or(ApiError::NotFound)?;
    // A browser shows no other kind of picture than the two that there are.
    let kind = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
    // Named by what it holds: under this name there is never another.
    Ok(([(CONTENT_TYPE, kind), (CACHE_CONTROL, "private, max-age=31536000, immutable")], bytes))
}
