//! Who asks, with which nonce, and what: read before a handler runs.

use crate::devices::{self, DISPLAY_COOKIE};
use crate::error::ApiError;
use crate::lobby::Lobby;
use axum::Json;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::Method;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use foyer_access::guard;
use foyer_domain::visit::Actor;
use foyer_protocol::lobby::DeviceKind;
use foyer_protocol::nonce::{HEADER, Nonce};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A terminal that has shown its token.
pub(crate) struct Terminal(pub(crate) devices::Terminal);

/// A terminal that may check in, give tickets and report paper.
pub(super) struct Kiosk(pub(super) devices::Device);

/// A terminal that may acknowledge calls.
pub(crate) struct Display(pub(crate) devices::Device);

/// The nonce of a request that changes something.
pub(super) struct Attempt(pub(super) Nonce);

/// A JSON body, or a problem that names the field.
pub(crate) struct Body<T>(pub(crate) T);

impl FromRequestParts<Lobby> for Terminal {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, lobby: &Lobby) -> Result<Self, ApiError> {
        let Some(header) = parts.headers.get(AUTHORIZATION) else {
            return web_display(parts, lobby).map(Self).ok_or(ApiError::NotEnrolled);
        };
        let token = header.to_str().ok().and_then(|value| value.strip_prefix("Bearer "));
        token
            .and_then(|token| lobby.devices().authenticate(token.trim()))
            .map(Self)
            .ok_or(ApiError::NotEnrolled)
    }
}

impl FromRequestParts<Lobby> for Kiosk {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, lobby: &Lobby) -> Result<Self, ApiError> {
        of_kind(parts, lobby, DeviceKind::Kiosk).await.map(Self)
    }
}

impl FromRequestParts<Lobby> for Display {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, lobby: &Lobby) -> Result<Self, ApiError> {
        of_kind(parts, lobby, DeviceKind::Display).await.map(Self)
    }
}

impl FromRequestParts<Lobby> for Attempt {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &Lobby) -> Result<Self, ApiError> {
        let value = parts.headers.get(HEADER).ok_or(ApiError::NoNonce)?;
        let nonce = value.to_str().ok().and_then(|text| Uuid::try_parse(text).ok());
        nonce
            .map(|nonce| Self(Nonce(nonce)))
            .ok_or_else(|| ApiError::Malformed(format!("the header {HEADER} is no UUID")))
    }
}

impl<T: DeserializeOwned> FromRequest<Lobby> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, lobby: &Lobby) -> Result<Self, ApiError> {
        let Json(body) = Json::from_request(request, lobby).await?;
        Ok(Self(body))
    }
}

/// A display that is a page shows its token as a cookie, which its script cannot read. Where it changes something the
/// request has to come from our own page.
pub(crate) fn web_display(parts: &Parts, lobby: &Lobby) -> Option<devices::Terminal> {
    let authority = parts.uri.authority().map(|authority| authority.as_str());
    let reads = parts.method == Method::GET || guard::is_own(&parts.headers, authority);
    let cookies = CookieJar::from_headers(&parts.headers);
    let cookie = cookies.get(DISPLAY_COOKIE).filter(|_| reads)?;
    let terminal = lobby.devices().authenticate(cookie.value())?;
    (terminal.device.kind == DeviceKind::Display).then_some(terminal)
}

async fn of_kind(parts: &mut Parts, lobby: &Lobby, kind: DeviceKind) -> Result<devices::Device, ApiError> {
    let Terminal(terminal) = Terminal::from_request_parts(parts, lobby).await?;
    if terminal.device.kind != kind {
        return Err(ApiError::Forbidden { has: terminal.device.kind });
    }
    Ok(terminal.device)
}

/// The terminal as the log knows it.
pub(super) fn actor(device: &devices::Device) -> Actor {
    Actor::Device(device.id.clone())
}
