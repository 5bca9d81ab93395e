//! Reading requests: body, nonce, token, the list of services.

use super::{BODY_LIMIT, REPORTS_LIMIT};
use crate::app::App;
use crate::error::{ApiError, RequestFault};
use crate::refusal::Refusal;
use crate::store::{Lobby, Request};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use foyer_domain::booking::ServiceChoice;
use foyer_protocol::nonce::{self, Nonce};
use serde::de::DeserializeOwned;

/// A JSON body, with its bytes, which tell one request from another.
pub struct Body<T> {
    /// What it says.
    pub value: T,
    bytes: Bytes,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: axum::extract::Request, state: &S) -> Result<Self, ApiError> {
        let path = request.uri().path();
        let is_lobbys = path.ends_with("/reports") || path.ends_with("/positions");
        let limit = if is_lobbys { REPORTS_LIMIT } else { BODY_LIMIT };
        let bytes =
            Bytes::from_request(request, state).await.map_err(|_| RequestFault::TooLarge { limit })?;
        match Json::<T>::from_bytes(&bytes) {
            Ok(Json(value)) => Ok(Self { value, bytes }),
            Err(rejection) => Err(RequestFault::Malformed(rejection.body_text()).into()),
        }
    }
}

/// A change that somebody asks for: nonce, path and body.
pub fn change<T>(app: &App, headers: &HeaderMap, path: &[&str], body: &Body<T>) -> Result<Request, ApiError> {
    let nonce = headers.get(nonce::HEADER).and_then(|value| value.to_str().ok());
    let nonce = nonce.and_then(|text| text.trim_matches('"').parse().ok());
    let nonce = nonce.map(Nonce).ok_or(RequestFault::NonceMissing)?;
    let mut asked: Vec<&[u8]> = path.iter().map(|part| part.as_bytes()).collect();
    asked.push(&body.bytes);
    Ok(app.store.request(nonce, &asked))
}

/// A lobby that has shown its token.
pub struct SignedOn(pub Lobby);

impl FromRequestParts<App> for SignedOn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let value = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = value.and_then(|value| value.strip_prefix("Bearer ")).ok_or(Refusal::TokenWrong)?;
        Ok(Self(app.store.lobby(token.trim().to_owned()).await??))
    }
}

/// Reads `pass:1,meldung:2`; a service without a number is meant once.
pub fn services(text: &str) -> Result<Vec<ServiceChoice>, ApiError> {
    let wrong = || RequestFault::Malformed(format!("`services` is `{text}`; write `pass:1,meldung:2`"));
    let choice = |part: &str| {
        let (service, quantity) = part.split_once(':').unwrap_or((part, "1"));
        let quantity = quantity.parse().map_err(|_| wrong())?;
        if service.is_empty() {
            Err(wrong())
        } else {
            Ok(ServiceChoice { service: service.into(), quantity })
        }
    };
    Ok(text.split(',').map(choice).collect::<Result<_, _>>()?)
}
